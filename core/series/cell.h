/*
 * Figures in the cells of a table: from the text of a cell to an exact decimal in plain notation. No double is on the way.
 *
 * What marks the decimals and what groups the digits is the table's own: "1,234.5" and "1.234,5" are the same figure in
 * two tables, and "1,234" alone may be either of two. So a column is looked through before it is read.
 */
#ifndef CORE_SERIES_CELL_H
#define CORE_SERIES_CELL_H

#include <stdbool.h>

#include "core/base/mem.h"
#include "core/base/str.h"

/* What the writing of one cell says of the decimal mark of all. */
enum cell_kind {
    CELL_EMPTY,        /* no figure is given: blank, "..", "n/a", "-" */
    CELL_PLAIN,        /* 12, -7, 1e6: says nothing */
    CELL_POINT,        /* 3.5, 1,234.5, 1,234,567: a point marks decimals, or commas group digits */
    CELL_COMMA,        /* 3,5, 1.234,5, 1.234.567: the other way round */
    CELL_EITHER_DOT,   /* 1.234: decimals, or a group */
    CELL_EITHER_COMMA, /* 1,234: the same */
    CELL_NO_NUMBER,
};

/* Spaces (also those that don't break) and apostrophes group digits in either writing. */
enum cell_kind cell_look(struct str cell);

/* "%" at its end, which the value leaves out. */
bool cell_is_percent(struct str cell);

/*
 * Reads it, `mark` being '.' or ','. *ret is plain notation with the digits that were written ("1,234.50" gives
 * "1234.50"), a part of `cell` where that says it already, else in the arena. False where it is empty, no number, or has more digits than a
 * decimal holds.
 */
bool cell_read(struct str cell, char mark, struct arena *arena, struct str *ret);

#endif
