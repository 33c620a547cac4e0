/*
 * The arithmetic inside a document: figures of one text that must agree with each other, whatever is so in the world.
 *
 *   parts       "10 million: 6 for schools, 3 for roads" (they make 9), "…, a total of 10"
 *   change      "rose 5 percent, from 100 to 110" (it is 10)
 *   share       "60 of our 410 shops, or 20 percent" (it is 14.6)
 *   twice       the same thing of the same subject and period, told with two figures
 *   headline    a figure of the title that is none of the body's in that unit
 *
 * Every figure is its interval, so that rounding alone is no fault: only what no numbers so written could satisfy is told.
 */
#ifndef CORE_CHECK_SUMS_H
#define CORE_CHECK_SUMS_H

#include "core/check/figure.h"
#include "core/check/trace.h"
#include "core/record/basis.h"

enum sum_kind { SUM_PARTS, SUM_CHANGE, SUM_SHARE, SUM_TWICE, SUM_HEADLINE, SUM_KIND_END };

extern const struct names sum_kinds;

enum { SUM_CLAIMS_MOST = 8 };

struct sum_fault {
    int kind;                                    /* enum sum_kind */
    int reason;                                  /* enum reason */
    const struct claim *claims[SUM_CLAIMS_MOST]; /* in the order of the text, as far as there is room */
    size_t count;
    struct str text; /* one sentence */
    struct trace trace;
};

struct sum_document {
    const struct claim *claims; /* all of the document's, in the order of the text */
    size_t count;
    struct str title;
    const struct claim *title_claims; /* those of its title */
    size_t title_count;
};

/* Faults in the order of their kinds; all in the arena. */
void sums_find(const struct sum_document *document, const struct widths *widths, struct arena *arena,
               struct sum_fault **ret, size_t *ret_count);

#endif
