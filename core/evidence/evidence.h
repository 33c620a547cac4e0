/* Where a citation's quote and figure stand in what was kept of its source. */
#ifndef CORE_EVIDENCE_EVIDENCE_H
#define CORE_EVIDENCE_EVIDENCE_H

#include "core/extract/extract.h"
#include "core/intake/reading.h"
#include "core/record/review.h"
#include "core/record/visit.h"

/* What was kept of a source, read. */
struct kept_source {
    bool readable;          /* without, there is no text to look in */
    struct reading reading; /* its text, what was left out of it, and the layout of both */
    struct str bytes;       /* as received */
};

/*
 * *ret has neither visit nor citation. A quote that is not in the text is looked for in what was left out of it, menus and
 * comments of a page and running titles of a PDF, and its place says so; `start` and `end` are 0 then. Texts of *ret are in
 * the arena.
 */
void evidence_find(const struct extractor *extractor, const struct citation *citation, const struct kept_source *kept,
                   struct arena *arena, struct sighting *ret);

#endif
