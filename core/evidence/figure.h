/*
 * Whether a source's figure stands in a text, by extraction's reading: "1.5 trillion" is there as "$1,500bn", because the
 * values are the same; "1.5 billion" is not. Units that both name must be the same, where they are of money, per cent or a
 * measure; what is counted may have another name. Either end of a range in the text will do for a figure that is none.
 */
#ifndef CORE_EVIDENCE_FIGURE_H
#define CORE_EVIDENCE_FIGURE_H

#include "core/extract/extract.h"
#include "core/record/review.h"

struct figure_found {
    bool found;
    struct str literal; /* as it is written there, in the arena */
    size_t start, end;  /* in the text */
};

/* Looks for the figure of `citation`, which has one, in `text`. */
struct figure_found figure_find(const struct extractor *extractor, struct str text, const struct citation *citation,
                                struct arena *arena);

#endif
