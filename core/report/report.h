/*
 * The verification report: one model, and a renderer a format.
 *
 * A report is told to its renderer piece by piece, in the order of the page (begin; for each document: document, its
 * claims; where the format has it, for each document again: all its numbers; end), so that a report of any length is written as it is read, in memory that does not grow with it. The
 * renderer writes to `out`; whoever opened that checks ferror() at the end.
 */
#ifndef CORE_REPORT_REPORT_H
#define CORE_REPORT_REPORT_H

#include <stdio.h>

#include "core/base/buf.h"
#include "core/record/basis.h"
#include "core/record/claim.h"
#include "core/record/document.h"
#include "core/record/review.h"
#include "core/record/version.h"
#include "core/record/visit.h"
#include "core/report/voice.h"

/* How the claims that are in the report came out: the summary that it opens with. */
struct report_counts {
    int64_t documents, claims, open, cited;
    int64_t by_rating[RATING_END];
};

struct desk;

/* A claim that did not hold, for the summary to name. */
struct report_finding {
    int64_t claim; /* its number */
    struct str figure, about, speaker;
    int rating;
};

struct report_head {
    struct str generated_at; /* timestamp */
    struct str version;      /* of the program: "assay 0.1.0" */
    struct str selection;    /* "only claims rated accurate": what it leaves out; null where it holds all */
    struct str url;          /* where the report will be read; null where nobody said */
    struct str publisher;    /* whose report it is; null: the reviewers' own */
    const struct report_finding *finding; /* the first of those that did not hold */
    size_t finding_count;
    const struct desk *desk; /* name, logo, colours; NULL for none */
    struct report_counts counts;
};

struct report_citation {
    const struct citation *citation;
    const struct source *source;
    const struct evidence *evidence; /* where it stands; NULL where nobody looked */
};

/* What became of a figure; `document` is 0 where its document stands as it was. */
struct report_since {
    enum fate fate;
    struct str literal;      /* as it is written there; null where it is gone */
    int64_t document, claim; /* their numbers there */
};

struct report_claim {
    const struct claim *claim;
    const struct report_citation *citations; /* oldest first */
    size_t citation_count;
    const struct verdict *verdicts; /* oldest first; the last one counts, the others are shown as its history */
    size_t verdict_count;           /* 0: the claim is open */
    const struct basis *basis;      /* what the verdict that counts rests on; NULL where nothing is kept of it */
    struct report_since since;      /* in the version of its document that stands now */
};

/* Who did something that has been told, by name. */
struct report_reviewer {
    struct str name;
    int64_t verdicts, citations;
};

struct report_reviewers {
    struct report_reviewer *reviewer;
    size_t count, cap;
    struct arena names;
};

/* A verdict that was replaced by a later one. */
struct report_correction {
    int64_t claim; /* report_claim_id() */
    struct str figure, at, reviewer;
    int from, to; /* ratings, which may be the same */
};

struct report_corrections {
    struct report_correction *correction; /* in the order of the report */
    size_t count, cap;
    struct arena texts;
};

/* One number of a document, for the list of all of them. */
struct report_number {
    const struct claim *claim;
    int rating;                      /* of the verdict that counts; -1 while it is open */
    const struct report_claim *told; /* with citations and verdicts, where the format takes the text; else NULL */
    bool no_claim; /* of a background kind, and no reviewer dealt with it: it has no place among the claims */
};

/* How the numbers of one document came out. */
struct report_coverage {
    int64_t checked, open, no_claim;
};

struct report_style {
    int width;          /* text: columns to wrap at; 0 for 80, and never under 40 */
    bool colour;        /* text: SGR sequences */
    bool linked;        /* HTML: each card carries its ClaimReview */
    struct voice voice; /* zero is English, with our own names of the ratings */
};

struct report {
    FILE *out;
    struct report_style style;
    struct report_head head;
    const struct report_format *format;
    /* Told so far, the one being told among them: what a renderer needs for separators and headings. */
    int64_t documents, claims, document_claims;
    int64_t written; /* members of a list: not every claim has a place in every format */
    struct report_reviewers reviewers;
    struct report_corrections corrections;
    int64_t numbered;                /* documents whose numbers were told, this one among them */
    struct report_coverage coverage; /* of this one */
    struct str text;                 /* of this one, where the format takes it */
    size_t text_at;                  /* how far it has been told */
    struct buf notes;                /* of a paragraph that has not ended, in a Markdown check sheet */
};

struct report_format {
    const char *name; /* "text", "markdown", "json", "csv", "html", "claimreview", "annotations", "ndjson", "tsv" */
    void (*begin)(struct report *report);
    void (*document)(struct report *report, const struct document *document);
    void (*claim)(struct report *report, const struct document *document, const struct report_claim *claim);
    void (*end)(struct report *report);
    /* All are NULL in a format that has no list of all numbers. */
    void (*numbers)(struct report *report, const struct document *document);
    void (*number)(struct report *report, const struct report_number *number);
    void (*numbers_end)(struct report *report);
    bool takes_text; /* a check sheet: the numbers in the document's text, instead of `document` and `claim` */
};

extern const struct names report_formats; /* the names, for options and messages */

/* The check sheet in the format of that name; NULL where there is none. */
const struct report_format *report_sheet(struct str name);

/* The format with that index in report_formats. */
const struct report_format *report_format(int index);

/*
 * The caller fills out, style, head and format; the same input gives the same bytes. Text is for people; Markdown is
 * CommonMark with GitHub's tables; JSON is one object, a record a line, each with the fields of its table (a document's
 * `claims` is the list of its claims, `claims_found` the count that the store keeps), and tests/schema has its schema; CSV and TSV are a row a claim, as
 * below; NDJSON is the claims of the JSON alone, a line each, with their document; HTML is one page that needs neither network nor script. "claimreview" is a
 * list of schema.org's ClaimReview: of the claims that have a verdict and can be checked; "annotations" is
 * one of W3C Web Annotations: of all that have a verdict.
 *
 *   document, url, published          the document's title or name, its address and date
 *   number … sentence                 the claim's fields under their names in claim.h; `figure` is the literal
 *   rating, rationale, reviewer, at   of the verdict that counts; `rating` is "open" where there is none
 *   sources                           oldest first, "; " between: stance, source, address, locator, figure, when read
 *   quotes                            one in quotation marks for each of the sources, in the same order, "" for none
 *   reason                            code of what is wrong with the figure, where the verdict has one
 *   report_at, program                when and by what the report was made
 */
void report_begin(struct report *report);
void report_document(struct report *report, const struct document *document);
void report_claim(struct report *report, const struct document *document, const struct report_claim *claim);
void report_end(struct report *report);

/*
 * What follows "claim-" in the id of the claim's card on the HTML page: its number, or where it has none its place in the
 * report.
 */
int64_t report_claim_id(const struct report *report, const struct claim *claim);

/* The list of all numbers of a document, for a format that has one; after the claims of all documents. */
bool report_has_numbers(const struct report *report);
/* `text` is the document's where the format takes it, else null. */
void report_numbers(struct report *report, const struct document *document, struct str text);
void report_number(struct report *report, const struct report_number *number);
void report_numbers_end(struct report *report);

/* Whether the claim's figure stands in the text at its place, after all that has been told of it. */
bool report_place(const struct report *report, const struct claim *claim);

/* Gives back what has been gathered for the end; report_end() does so itself. */
void report_release(struct report *report);

#endif
