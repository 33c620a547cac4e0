/*
 * The series: reference statistics of one measure, loaded from one column of values of a table, with its source and its
 * vintage; and its points, each a figure for an entity and a period, with its place in the table.
 *
 * Several vintages of one measure, and rival definitions of it, are series of their own, side by side. A series is never
 * changed; one that is dropped is only hidden, and can be restored.
 *
 * A figure is the decimal that stands in its cell: value × 10^scale of `unit`, exactly. No double is on the way.
 */
#ifndef CORE_RECORD_SERIES_H
#define CORE_RECORD_SERIES_H

#include "core/base/decimal.h"
#include "core/record/record.h"

/* How long the periods of a series are: each of its points covers one of them. */
enum series_frequency {
    FREQUENCY_YEAR,
    FREQUENCY_HALF,
    FREQUENCY_QUARTER,
    FREQUENCY_MONTH,
    FREQUENCY_WEEK,
    FREQUENCY_DAY,
    FREQUENCY_MIXED, /* years beside quarters: the points say which */
    FREQUENCY_END,
};

/* At what prices money is counted. */
enum series_basis {
    BASIS_NONE,    /* null: not said, or no money */
    BASIS_NOMINAL, /* current prices */
    BASIS_REAL,    /* constant prices, of the year in `base` where that is said */
    BASIS_END,
};

/* What the figures are of the measure. */
enum series_form {
    FORM_LEVEL,  /* so much of it there is (money, people, a share, a rate) */
    FORM_CHANGE, /* by so much it changed since the period before or the year before: growth, inflation */
    FORM_INDEX,  /* 100 in the period of `base` */
    FORM_END,
};

/*
 * What stands for each entity's own currency in `unit` or `per`: a series of exchange rates has the unit
 * NATIONAL_CURRENCY and per "USD" where it says how many units of it one dollar costs, and the other way round where it
 * says what one unit of it costs in dollars.
 */
#define NATIONAL_CURRENCY "national currency"

struct series {
    int64_t number;           /* what people type, from 1; 0 outside a store */
    struct str id;            /* series_identity() in hex; null outside a store */
    struct str name;          /* as its user named it: unique with the vintage among those that are not dropped */
    struct str measure;       /* what is measured, in words: "military expenditure" */
    int form;                 /* enum series_form */
    struct str unit;          /* as a claim's: ISO 4217 code, "percent", full singular unit name, or counted noun */
    int64_t scale;            /* power of ten that the figures stand in: 6 for millions */
    struct str per, of;       /* as a claim's: "person" (never "capita", "head"), "year"; "GDP" */
    int basis;                /* enum series_basis */
    struct str base;          /* the year of constant prices or of an index: "2019" */
    int frequency;            /* enum series_frequency */
    struct str first, last;   /* the first day and the last that its points cover, ISO 8601 */
    struct str source;        /* who publishes it and what, in words */
    struct str url;           /* where it is published */
    struct str vintage;       /* which edition: an ISO date to the part that is known, or what its publisher calls it */
    struct str retrieved;     /* ISO date on which its user had it from there */
    struct str note;          /* a definition, a caveat: what the user wants to be read with it */
    struct str table;         /* the file, as its user named it */
    struct str sha256;        /* of the file's bytes, in hex */
    int64_t bytes;            /* how many */
    struct str column;        /* header of the values' column, as written; null where the values stand in many (wide) */
    int64_t points, entities; /* how many */
    struct str points_digest; /* over all points in their order: series_points_digest */
    struct str added_at;      /* timestamp */
    struct str added_by;      /* reviewer, or null where none was set */
    bool dropped;             /* hidden by its user */
};

/*
 * One figure. `series` says the rest. Points are kept in the order of entity key, first day, row.
 */
struct series_point {
    struct str entity;      /* code in the table of entities (core/check/entity.h), "DEU"; null where it has none */
    struct str entity_name; /* as the table writes it */
    struct str key;         /* what points are found by: the code, else "=" and entity_name as written */
    struct str period;      /* as the table writes it */
    struct str first, last; /* the same as ISO 8601 days, both inclusive: 2023-01-01, 2023-12-31 */
    struct str value;       /* exact decimal in plain notation, before the series's scale */
    struct str written; /* the cell as written ("1,234.50"); the same slice as `value` where that is no other text */
    int64_t row;        /* the line of the table on which its record begins, from 1 (the header is line 1) */
    struct str column;  /* header of its column, as written */
};

/* A series was hidden, or shown again: the latest counts. */
struct series_drop {
    struct str series;       /* its id */
    bool dropped;            /* false: restored */
    struct str reason;       /* or null */
    struct str reviewer, at; /* who (or null), and when (timestamp) */
};

extern const struct names series_frequencies, series_bases, series_forms;
extern const struct fields series_fields, series_point_fields, series_drop_fields;

/* What is kept of a series in its row: all fields but `dropped`, which is the last. */
static inline struct fields series_row_fields(void)
{
    return (struct fields){series_fields.field, series_fields.count - 1};
}

/* What makes a series the same series: everything that was loaded, and not who loaded it when and from which path. */
struct digest series_identity(const struct series *series);

/* A digest of everything that is kept: all but the store's number and whether it is dropped. */
struct digest series_digest(const struct series *series);

/* Digests points one after the other; `{0}`-initialise by hash_init() before the first. */
void series_point_hash(struct hasher *hasher, const struct series_point *point);

/* The point's value × 10^scale, exactly: in `unit`. False only where the point is none that a store gives. */
bool series_value(const struct series *series, const struct series_point *point, struct decimal *ret);

#endif
