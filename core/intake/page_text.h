/*
 * A page as text: its blocks in the page's order, the article's in `text` and the others in `rest`, tables row by row with
 * " | " between the cells, white space collapsed; and for each run of the text the bytes of the page that it came from.
 */
#ifndef CORE_INTAKE_PAGE_TEXT_H
#define CORE_INTAKE_PAGE_TEXT_H

#include "core/intake/dom.h"
#include "core/intake/reading.h"

/*
 * Fills text, rest, blocks, cells and segments of *ret; places are those in `page`, which the tree was parsed from. With
 * `whole`, all that can be seen is text. What is filled is in the tree's arena, and the arrays on the heap.
 */
void page_text_make(const struct dom *dom, struct str page, bool whole, struct reading *ret);

#endif
