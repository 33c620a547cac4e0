/*
 * Checking a claim: against the figures of its citations and against every series that measures the same thing for the same
 * entity and period. Nothing is decided: a check shows its arithmetic and suggests a rating; the reviewer rates.
 */
#ifndef CORE_CHECK_CHECK_H
#define CORE_CHECK_CHECK_H

#include "core/check/reckon.h"
#include "core/record/basis.h"
#include "core/record/review.h"

struct checker;

/* What the user settles. */
struct check_settings {
    struct widths widths;
    const struct series *only; /* compare with this series alone, whatever the claim's words; NULL for what fits */
    struct str entity; /* name or code of whom the claims are about, whatever their words; null for what they say */
};

/* `tables` and the series in it outlive the checker. ERR_USAGE, and NULL, where the entity is none, or several. */
struct checker *checker_new(const struct tables *tables, const struct check_settings *settings, struct err *err);
void checker_free(struct checker *checker); /* NULL does nothing */

/* A citation whose source gives a figure. */
struct cited_figure {
    const struct citation *citation;
    const struct source *source;
    const struct claim *figure; /* as extraction reads what the reviewer typed */
};

struct check_input {
    const struct claim *claim;
    struct str published; /* the document's date; null where it has none */
    const struct frame
        *before; /* of the claim before it, where that stands in the sentence before or in the same one */
    const struct cited_figure *cited;
    size_t cited_count;
};

struct slip {
    int reason;      /* enum reason */
    struct str text; /* "2.2 would be the figure of 2022" */
};

enum { SLIPS_MOST = 6, FINDINGS_MOST = 2 * REFERENCES_MOST + 8 };

/* The claim, held against one reference. */
struct finding {
    struct str label; /* "sipri-2024-share (vintage 2025)", "source 3, Annual report" */
    struct str entity, period;
    struct str value; /* of the reference, in the claim's unit: "4.15 percent of GDP" */
    enum outcome outcome;
    struct str verdict; /* a sentence: "4.15 is more than 4" */
    struct comparison comparison;
    bool trend;                         /* it is about other years: "the highest since 2009" */
    const struct series *const *series; /* what it rests on */
    size_t series_count;
    struct observation main; /* zero where it is a citation */
    struct trace trace;
};

struct check {
    struct frame frame;
    enum check_status status;
    struct str interval; /* the claim as an interval, and why so wide; null where it has no figure */
    struct str why;      /* where it can't be compared: why */
    struct finding *findings;
    size_t count;
    bool pair; /* two figures, and both must hold */
    struct slip slips[SLIPS_MOST];
    size_t slip_count;
    int rating;               /* that is suggested; -1 for none */
    struct str rating_reason; /* one sentence; null where there is none */
};

/* False only where the tables can't be read. What is found lives in the arena, and in the tables as long as they say. */
bool check_claim(const struct checker *checker, const struct check_input *input, struct arena *arena, struct check *ret,
                 struct err *err);

/* The frame alone, for the claim after it. */
void check_frame(const struct checker *checker, const struct claim *claim, const struct frame *before,
                 struct arena *arena, struct frame *ret);

/* The reason code of a check: that of its first slip. */
int check_reason(const struct check *check);

/* What a verdict rests on, as struct basis keeps it: the references with their series, vintages and values. */
struct str check_references(const struct check *check, struct arena *arena);

/* Why it came out so, in one line; null where there is nothing to say. */
struct str check_summary(const struct check *check);

/* All of it, for JSON: an object that the caller owns. */
json_t *check_json(const struct check *check);

#endif
