/*
 * How a text is compared with a quotation from it: folded, so that typesetting makes no difference and figures do.
 *
 *   white space          a run of any is one space; a bar between cells ("Norway | 2.2") is a space, too
 *   quotation marks      ’ ‘ ′ ` are ', and “ ” „ « » ″ are "
 *   dashes               – — ‒ ― − are -; spaces around one are left off, unless a digit is beside it
 *   hyphens              one inside a word ("long-term", "per-" at a line's end and "cent") is left off, and so is a soft one
 *   ligatures            ﬁ is fi, … is ...
 *   accents              one character and letter with mark are the same (canonical equivalence; no compatibility, which
 *                        would make 12½ into 121⁄2)
 *
 * Letters keep their case, digits and all that is beside them stay as they are.
 */
#ifndef CORE_EVIDENCE_FOLD_H
#define CORE_EVIDENCE_FOLD_H

#include "core/base/buf.h"

/* Appends `text`, which is UTF-8, folded; no space at either end. */
void fold_text(struct buf *out, struct str text);

/* Where in `text` the byte at `at` of its folded form comes from: where its character begins, and where that ends. */
void fold_origin(struct str text, size_t at, size_t *ret_start, size_t *ret_end);

#endif
