/*
 * The reference series as a check sees them: what there is, and the points of one entity at a time. Storage stands behind
 * it in the program, arrays in tests.
 */
#ifndef CORE_CHECK_TABLES_H
#define CORE_CHECK_TABLES_H

#include "core/check/rational.h"
#include "core/record/series.h"

struct points {
    const struct series_point *at; /* in the order of their first days */
    size_t count;
};

struct tables {
    const struct series *series; /* none that is dropped */
    size_t count;
    /* The points of series[which] under an entity's key. They live as long as the check of one claim. */
    bool (*points)(void *ctx, size_t which, struct str key, struct points *ret, struct err *err);
    void *ctx;
};

/* One figure of a series, and where it stands. */
struct observation {
    const struct series *series;
    const struct series_point *point;
    struct rational value; /* in the series's unit */
};

/* The place of the last digit that is written: "1.61" gives 0.01. */
struct rational observation_step(struct arena *arena, const struct observation *observation);

/* The point whose period is exactly those days; NULL where there is none. */
const struct series_point *points_of_period(struct points points, struct str first, struct str last);
/* The last point that begins no later than `day`, which may be null; NULL where there is none. */
const struct series_point *points_latest(struct points points, struct str day);

/* False where the point is none that a store gives. */
bool observation_read(struct arena *arena, const struct series *series, const struct series_point *point,
                      struct observation *ret);

/* "GDP, United Kingdom, 2023", "3,340,032,380,668.0356 USD", "series 1, gdp (World Bank, 2024): gdp.csv, line 9, column …" */
struct str observation_name(struct arena *arena, const struct observation *cell);
struct str observation_value(struct arena *arena, const struct observation *cell);
struct str observation_origin(struct arena *arena, const struct observation *cell);
/* "gdp (vintage 2024)": what a result says that it holds under. */
struct str series_label(struct arena *arena, const struct series *series);

#endif
