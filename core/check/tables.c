/* Finding points of a series, and saying what and where they are. */
#include "core/check/tables.h"

#include "core/check/figure.h"

const struct series_point *points_of_period(struct points points, struct str first, struct str last)
{
    for (size_t i = 0; i < points.count; i++)
        if (str_eq(points.at[i].first, first) && str_eq(points.at[i].last, last))
            return points.at + i;
    return NULL;
}

const struct series_point *points_latest(struct points points, struct str day)
{
    for (size_t i = points.count; i > 0; i--)
        if (!day.ptr || str_cmp(points.at[i - 1].first, day) <= 0)
            return points.at + i - 1;
    return NULL;
}

struct rational observation_step(struct arena *arena, const struct observation *observation)
{
    struct str value = observation->point->value;
    struct decimal one = {.coefficient = 1, .exponent = (int)observation->series->scale};
    size_t point = str_find(value, STR("."), 0);
    if (point < value.len)
        one.exponent -= (int)(value.len - point - 1);
    return rational_of(arena, one);
}

bool observation_read(struct arena *arena, const struct series *series, const struct series_point *point,
                      struct observation *ret)
{
    struct decimal value;
    if (!series_value(series, point, &value))
        return false;
    *ret = (struct observation){series, point, rational_of(arena, value)};
    return true;
}

struct str observation_name(struct arena *arena, const struct observation *cell)
{
    const struct series *series = cell->series;
    struct str name = arena_printf(arena, "%.*s", STR_ARG(series->measure));
    if (series->basis != BASIS_NONE)
        name = arena_printf(arena, "%.*s (%s%s%.*s)", STR_ARG(name), series_bases.name[series->basis],
                            series->base.ptr ? ", prices of " : "", STR_ARG(series->base));
    return arena_printf(arena, "%.*s, %.*s, %.*s", STR_ARG(name), STR_ARG(cell->point->entity_name),
                        STR_ARG(cell->point->period));
}

struct str observation_value(struct arena *arena, const struct observation *cell)
{
    const struct series *series = cell->series;
    bool counted = !series->unit.ptr || str_eq(series->unit, STR("person"));
    struct str text = arena_printf(arena, "%.*s%s%.*s", STR_ARG(figure_number(arena, cell->value)), counted ? "" : " ",
                                   STR_ARG(counted ? STR("") : series->unit));
    if (series->of.ptr)
        text = arena_printf(arena, "%.*s of %.*s", STR_ARG(text), STR_ARG(series->of));
    if (series->per.ptr)
        text = arena_printf(arena, "%.*s per %.*s", STR_ARG(text), STR_ARG(series->per));
    return text;
}

struct str series_label(struct arena *arena, const struct series *series)
{
    if (!series->vintage.ptr)
        return series->name;
    return arena_printf(arena, "%.*s (vintage %.*s)", STR_ARG(series->name), STR_ARG(series->vintage));
}

struct str observation_origin(struct arena *arena, const struct observation *cell)
{
    const struct series *series = cell->series;
    const struct series_point *point = cell->point;
    struct str text =
        arena_printf(arena, "series %lld, %.*s", (long long)series->number, STR_ARG(series_label(arena, series)));
    if (series->source.ptr)
        text = arena_printf(arena, "%.*s, %.*s", STR_ARG(text), STR_ARG(series->source));
    text = arena_printf(arena, "%.*s: %.*s, line %lld", STR_ARG(text), STR_ARG(series->table), (long long)point->row);
    if (point->column.ptr)
        text = arena_printf(arena, "%.*s, column '%.*s'", STR_ARG(text), STR_ARG(point->column));
    struct str written = point->written.ptr ? point->written : point->value;
    return arena_printf(arena, "%.*s, '%.*s'", STR_ARG(text), STR_ARG(written));
}
