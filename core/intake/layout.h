/*
 * A reading's layout as it is kept: blocks, cells, the way back to the bytes, and what was left out, as one JSON object.
 *
 *     {"version":1,"blocks":[[kind,left_out,start,end,origin,origin_end,page,table,row,begins_ms,ends_ms,speaker,speaker_end,left,top],…],
 *      "cells":[[block,start,end,column,columns,heads],…],"segments":[[start,length,origin,origin_length],…],"rest":"…"}
 */
#ifndef CORE_INTAKE_LAYOUT_H
#define CORE_INTAKE_LAYOUT_H

#include "core/intake/reading.h"

/* STR_NULL where the reading has no blocks and no way back (plain text in UTF-8). */
struct str layout_write(const struct reading *reading, struct arena *arena);

/* Fills what a layout holds, and `text`, which it is of; checked as reading_decode() checks. */
bool layout_read(struct str layout, struct str text, size_t received, struct arena *arena, struct reading *ret,
                 struct err *err);

/* Where in the document text[start, end) stands: "page 3", "00:01:02 to 00:01:04", "paragraph 14", "table 1, row 2: Norway, 2024"; empty for none. */
struct str layout_place(const struct reading *reading, size_t start, struct arena *arena);

#endif
