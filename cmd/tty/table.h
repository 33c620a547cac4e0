/*
 * A table on a terminal: rows of cells, columns as wide as they need to be, cut by display columns to the width there is.
 *
 * Where not all fits, wide columns give way down to what is `good` for them; where that is not enough, columns go, the one
 * with the highest `drop` first; and where none may go any more, the rest give way down to their `least`. A column that
 * has a `drop` and is empty goes anyway. Widths are settled by the first rows (TABLE_MEASURED of them, or all when table_flush() comes
 * sooner) and then kept, so that a table of any length is written in the memory of those.
 */
#ifndef CMD_TTY_TABLE_H
#define CMD_TTY_TABLE_H

#include <stdio.h>

#include "cmd/tty/colour.h"
#include "core/base/mem.h"
#include "core/base/str.h"

enum { TABLE_COLUMNS_MOST = 16, TABLE_MEASURED = 500 };

struct table_column {
    const char *title;
    size_t least; /* columns below which it is never cut: 0 for "as wide as it is" */
    size_t good;  /* columns below which it is cut only where no column may go instead; 0 for `least` */
    size_t most;  /* columns that it never exceeds; 0 for no bound */
    int drop;     /* 0: stays; else the higher, the sooner it goes */
    bool right;   /* numbers stand to the right */
};

struct table_cell {
    struct str text; /* not escaped yet: that is the table's */
    enum colour colour;
};

struct table {
    FILE *out;
    const struct terminal *terminal;
    const struct table_column *columns;
    size_t column_count;
    size_t widths[TABLE_COLUMNS_MOST]; /* 0: the column is left out */
    bool settled, titled;
    struct arena arena; /* the rows that wait */
    struct table_cell *rows;
    size_t row_count, row_cap;
};

void table_row(struct table *table, const struct table_cell *cells);
void table_flush(struct table *table);        /* writes what waits; a title line before the very first row */
void table_settle_again(struct table *table); /* the same, and the rows after it have widths of their own */
void table_release(struct table *table);

#endif
