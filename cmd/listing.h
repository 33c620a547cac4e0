/*
 * One listing, many formats: what a command lists goes in record by record, and comes out as it goes in.
 *
 *   table     on a terminal: the columns, cut to its width
 *   plain     elsewhere: the same columns, uncut, no titles, separated by one tab, one record a line
 *   json      one array; ndjson: one object a line: every field
 *   csv, tsv  every field, with a line of names first
 *   markdown  the columns, as a table
 *
 * Text goes through the escaping door of its format, and where CSV, TSV or Markdown is sent to a terminal, through the
 * terminal's as well.
 */
#ifndef CMD_LISTING_H
#define CMD_LISTING_H

#include "cmd/cmd.h"
#include "cmd/jsonout.h"
#include "cmd/tty/table.h"
#include "core/base/buf.h"
#include "core/record/record.h"

/* FORMAT_AUTO, the zero of an options struct, is table on a terminal and plain elsewhere. */
enum format {
    FORMAT_AUTO,
    FORMAT_TABLE,
    FORMAT_PLAIN,
    FORMAT_JSON,
    FORMAT_NDJSON,
    FORMAT_CSV,
    FORMAT_TSV,
    FORMAT_MARKDOWN
};

extern const struct names listing_formats;

/* The line for a command's list of options. */
#define OPTION_FORMAT(offset)                                                                                          \
    {                                                                                                                  \
        "format", 0, OPTION_NAME, offset, &listing_formats, "FORMAT",                                                  \
            "table, plain, json, ndjson, csv, tsv or markdown"                                                         \
    }

/* Formats for programs hold every record and field; those for people leave out what would be in the way. */
bool format_is_data(int format);

/* The fields of a record, where it is made of several structs. */
struct listing_part {
    const struct fields *fields;
    size_t offset;
};

/* What one kind of record looks like in a listing. */
struct listing_shape {
    const struct listing_part *parts;
    size_t part_count;
    const struct table_column *columns;
    size_t column_count;
    /* Fills one cell a column; texts may be in the arena, or the record's own. */
    void (*cells)(const void *record, struct arena *arena, struct table_cell *ret_cells);
};

struct listing {
    struct invocation *run;
    const struct listing_shape *shape;
    enum format format;
    struct json_form *form; /* FORMAT_JSON and FORMAT_NDJSON only */
    int64_t count;          /* records so far */
    struct table table;
    struct buf line;
    struct arena arena;
};

/* The record as it stands in json and ndjson. The caller owns it. */
struct json_form *listing_form(const struct listing_shape *shape);

void listing_begin(struct listing *listing, struct invocation *run, const struct listing_shape *shape, int format);
void listing_add(struct listing *listing, const void *record);
/* Brings out what waits, so that what was listed has been seen. */
void listing_flush(struct listing *listing);
/* Writes the end of what was begun and gives the memory back. */
void listing_end(struct listing *listing);

#endif
