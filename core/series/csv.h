/*
 * Tables of text as rows of cells: RFC 4180 with any separator of one byte, read some at a time in the memory of the longest
 * row.
 *
 * A cell in "quotation marks" may hold separators, line ends and "" for a quotation mark; a quotation mark inside a cell
 * that does not begin with one is an ordinary character. Lines end with a line feed, alone or after a carriage return. A
 * byte order mark is passed over. What is no such text is ERR_INPUT with the number of its line: a NUL, bytes that are
 * no UTF-8, UTF-16, a quotation that never ends or goes on after its end, a row longer than LIMIT_TABLE_ROW_BYTES.
 */
#ifndef CORE_SERIES_CSV_H
#define CORE_SERIES_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"
#include "core/base/str.h"

/* Where the bytes come from: at most `cap` at a time; *ret_len is 0 at the end. */
struct csv_source {
    void *ctx;
    bool (*read)(void *ctx, void *room, size_t cap, size_t *ret_len, struct err *err);
};

struct csv {
    struct csv_source source;
    char separator;
    char *bytes; /* what was read and not yet handed out: from `start` to `end` */
    size_t cap, start, end;
    bool ended;   /* the source has no more */
    int64_t line; /* on which the next row begins, from 1 */
    struct str *cells;
    size_t cell_cap;
};

/* A row; its cells live until the next one is read. */
struct csv_row {
    int64_t line;
    const struct str *cell;
    size_t count;
};

void csv_init(struct csv *csv, const struct csv_source *source, char separator);
void csv_release(struct csv *csv);

/* *ret_found is false at the end. */
bool csv_next(struct csv *csv, struct csv_row *ret, bool *ret_found, struct err *err);

/* What separates the cells: the one of , ; tab and | of which most of the first lines have the same number. */
bool csv_sniff(const struct csv_source *source, char *ret_separator, struct err *err);

#endif
