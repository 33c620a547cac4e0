/*
 * What the reports for people say in the same words.
 *
 * Everything here is raw: it holds text of articles and reviewers, and passes a door of escape.h before it is printed.
 */
#ifndef CORE_REPORT_WORDS_H
#define CORE_REPORT_WORDS_H

#include "core/base/buf.h"
#include "core/report/report.h"

/* The figure as it was read: "more than 180,000,000,000 USD", "a rise of 5 to 10 percent of GDP". */
void words_figure(struct buf *out, const struct voice *voice, const struct claim *claim);

/* What the figure is put forward as, where it is not stated as a fact; else NULL. */
const char *words_modality(const struct voice *voice, const struct claim *claim);

/* "Pete Hegseth, in quotation marks"; empty where the text names nobody. */
void words_speaker(struct buf *out, const struct voice *voice, const struct claim *claim);

/* The subject and the concept: "the U.S.: the war", once where they are the same; empty where both are null. */
void words_about(struct buf *out, const struct claim *claim);

/* The time it is about: "last year (2024)"; empty where the text gives none. */
void words_period(struct buf *out, const struct voice *voice, const struct claim *claim);

/* "changed to $4 million in document 3 (claim 12); the verdict is stale"; nothing where the document stands as it was. */
void words_since(struct buf *out, const struct voice *voice, const struct report_claim *told);

/* "2025-02-12 14:03:09 UTC" for a timestamp; anything else as it is. */
void words_time(struct buf *out, struct str timestamp);

/* "Jane Doe, 2025-02-12 14:03:09 UTC": either part may be null. */
void words_who(struct buf *out, struct str reviewer, struct str at);

/* A text in one line: each run of white space is one space. */
void words_line(struct buf *out, struct str text);

/* A reviewer's name without the address in angle brackets, which is nobody's business but the desk's. */
struct str words_name(struct str reviewer);

/* The address where a review by somebody else is published: a verdict that was imported names it; null for any other. */
struct str words_address(struct str reviewer);

/* Author, title (or else the address), publisher and date of a source, as far as they are known. */
void words_source(struct buf *out, const struct source *source);

/* The source's figure as typed, with what was read from it: "182.8 billion USD (182,800,000,000 USD)". */
void words_source_figure(struct buf *out, const struct voice *voice, const struct citation *citation);

/* "partly became inaccurate"; "partly stayed, for another reason". */
void words_change(struct buf *out, const struct voice *voice, const struct report_correction *correction);
/* "Claim 6, 6.3 percent: partly became inaccurate. By Jane Doe, 2025-02-12 14:03:09 UTC." */
void words_correction(struct buf *out, const struct report *report, const struct report_correction *correction);
/* "Jane Doe: 1 verdict, 2 sources" */
void words_reviewer(struct buf *out, const struct report *report, const struct report_reviewer *reviewer);

/* The document's title, or else its name. */
struct str words_document(const struct document *document);

/* How the report was made and what it does not say: one paragraph; false where there is none with that index. */
bool words_method(struct buf *out, const struct report *report, size_t index);

/*
 * Where the figure stands in its sentence, in bytes. False where the claim's places do not fit its texts, so that
 * nothing may be marked.
 */
bool words_place(const struct claim *claim, size_t *ret_start, size_t *ret_end);

#endif
