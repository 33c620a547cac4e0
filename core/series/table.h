/*
 * A table of statistics: which of its columns are what, whose figures it has and for when, and its figures one by one.
 *
 * It is read twice. The first reading finds out what the table says by itself and whether it can be read at all; whatever
 * can't be is ERR_INPUT with the number of its line. The second hands the figures out. Neither keeps more of it than its
 * longest row and the names in it, so it may be larger than memory.
 *
 * Three layouts: a figure a line (several columns of figures are several series), periods across, entities across.
 */
#ifndef CORE_SERIES_TABLE_H
#define CORE_SERIES_TABLE_H

#include "core/check/entity.h"
#include "core/extract/calendar.h"
#include "core/intake/stream.h"
#include "core/record/series.h"
#include "core/series/csv.h"
#include "core/series/names.h"

/* What its user says of a table; what is null or 0 the table must say itself. */
struct table_request {
    struct str separator;            /* one character, or "tab" */
    int64_t header_line;             /* the line that the names of columns begin on */
    struct str entity, code, period; /* names of columns */
    struct str values;               /* names of columns of figures, parted by ";" */
    struct str where;                /* "COLUMN=TEXT", parted by ";": only rows that have that */
    struct str whose;                /* every figure is of this entity, which no column names */
    struct str is;                   /* "NAME=CODE", parted by ";": whom a name means */
    char mark;                       /* of decimals: '.' or ',' */
    int frequency;                   /* that dates stand for; FREQUENCY_END where it is to be found out */
    /* Called now and then with the bytes read so far, of both readings; NULL for nobody. */
    void (*tick)(void *ctx, int64_t done, int64_t total);
    void *tick_ctx;
};

enum table_layout { LAYOUT_LONG, LAYOUT_PERIODS_ACROSS, LAYOUT_ENTITIES_ACROSS };

enum column_role {
    ROLE_NONE,
    ROLE_ENTITY,
    ROLE_CODE,
    ROLE_PERIOD,
    ROLE_VALUE,
    ROLE_MEASURE, /* says in each row what is measured */
    ROLE_UNIT,    /* says it of the unit */
    ROLE_SCALE,   /* says how many of it make one: "Billions", or a power of ten */
    ROLE_WHERE,   /* must have a text that the user named, in `wanted` */
    ROLE_END,
};

struct table_column {
    struct str header;
    enum column_role role;
    size_t series; /* of a column of figures: its series's place */
    int frequency; /* of figures where periods stand across: their period */
    struct days days;
    size_t name; /* where entities stand across: its place in names */
    struct str wanted;
};

/* A line on which something stood first; 0 for nowhere. */
struct table_seen {
    int64_t line;
    struct str text; /* as it stood there */
};

/* What was found out about one series of a table. */
struct table_series {
    struct str header;            /* of its column; null where figures stand across */
    bool named;                   /* its user named it */
    int64_t figures, empty;       /* cells with one and without */
    struct table_seen first, bad; /* the first figure, and the first cell that is none */
    struct table_seen kinds[7];   /* by enum cell_kind */
    struct table_seen percent;
    struct str first_entity, first_period;
};

struct table {
    struct stream stream;
    struct csv_source source;
    const struct entities *entities;
    struct table_request request;
    struct arena arena;
    char separator;
    int64_t header_line;
    enum table_layout layout;
    struct table_column *columns;
    size_t column_count;
    size_t place[ROLE_END]; /* of the columns of which there is one; TABLE_NOWHERE for none */
    struct table_series *series;
    size_t series_count;
    struct table_names names;
    struct table_seen measure, unit, scale; /* what the columns of these roles say */
    char mark;                              /* of decimals */
    int64_t rows;                           /* that have a figure */
    int frequency;                          /* of all figures, once the first reading is done */
    int date_frequency;                     /* what dates stand for */
    int first, last;                        /* days */
    unsigned frequencies, starts, ends;     /* bits of what was seen; of what every date begins, and ends */
    struct digest digest;                   /* of its bytes */
};

#define TABLE_NOWHERE ((size_t)-1)

/* Opens it and does the first reading. */
bool table_open(const char *path, const struct table_request *request, const struct entities *entities,
                struct table **ret, struct err *err);
void table_close(struct table *table); /* NULL does nothing */

/* The second reading. ERR_INPUT where the file has changed since the first. A point lives until `fn` returns. */
typedef bool table_point_fn(void *ctx, size_t series, const struct series_point *point, struct err *err);
bool table_points(struct table *table, table_point_fn *fn, void *ctx, struct err *err);

#endif
