/* Picks figures out of a series by country and time. */
#include "cmd/series_pick.h"

#include "core/base/clock.h"
#include "core/check/entity.h"

/* The first day of a date that is known to a part, or the last. */
static struct str whole_date(struct str date, bool last, struct arena *arena)
{
    enum { YEAR = 4, MONTH = 7 };
    if (!date.ptr || date.len > MONTH)
        return date;
    if (date.len == YEAR)
        return arena_printf(arena, "%.*s-%s", STR_ARG(date), last ? "12-31" : "01-01");
    int year = 0, month = (date.ptr[5] - '0') * 10 + (date.ptr[6] - '0');
    for (size_t i = 0; i < YEAR; i++)
        year = year * 10 + (date.ptr[i] - '0');
    return arena_printf(arena, "%.*s-%02d", STR_ARG(date), last ? days_in_month(year, month) : 1);
}

/* The key under which the figures of `name` are kept. */
static bool key_of(const struct entities *entities, struct str name, struct arena *arena, struct str *ret,
                   struct err *err)
{
    struct entity_match match = entity_find(entities, name);
    if (match.count > 1)
        return err_set(err, ERR_USAGE, "'%.*s' may be %s (%s) or %s (%s); give the code", STR_ARG(name),
                       match.entity[0]->name, match.entity[0]->code, match.entity[1]->name, match.entity[1]->code);
    *ret = match.count == 1 ? str_from(match.entity[0]->code) : arena_printf(arena, "=%.*s", STR_ARG(name));
    return true;
}

struct picking {
    struct store *store;
    const struct series *series;
    const struct pick_options *options;
    struct point_filter filter;
    struct arena *arena;
    series_point_fn *fn;
    void *ctx;
    size_t count; /* of what was asked for last */
    bool stopped;
};

static bool take_point(void *ctx, const struct series_point *point)
{
    struct picking *picking = ctx;
    picking->count++;
    picking->stopped = !picking->fn(picking->ctx, point);
    return !picking->stopped;
}

/* The figures of the filter; ERR_ABSENT where there is none. `name` is whose they are, null for all. */
static bool pick(struct picking *picking, struct str name, struct err *err)
{
    bool in_time = picking->options->from.ptr || picking->options->to.ptr;
    picking->count = 0;
    if (!store_series_points(picking->store, picking->series, &picking->filter, take_point, picking, err))
        return false;
    return picking->count > 0 ||
           err_set(err, ERR_ABSENT, "series %lld has no figure%s%.*s%s%s", (long long)picking->series->number,
                   name.ptr ? " for '" : "", STR_ARG(name), name.ptr ? "'" : "", in_time ? " in that time" : "");
}

bool series_pick(struct store *store, const struct series *series, const struct pick_options *options,
                 struct arena *arena, series_point_fn *fn, void *ctx, struct err *err)
{
    struct picking picking = {
        .store = store, .series = series, .options = options, .arena = arena, .fn = fn, .ctx = ctx};
    struct str names = options->entity;
    picking.filter.from = whole_date(options->from, false, arena);
    picking.filter.until = whole_date(options->to, true, arena);
    if (!names.ptr)
        return pick(&picking, STR_NULL, err);
    struct entities *entities = entities_new();
    bool done = true;
    while (done && !picking.stopped && names.len > 0) {
        struct str name = str_trim(str_split(&names, ';'));
        done = key_of(entities, name, arena, &picking.filter.entity, err) && pick(&picking, name, err);
    }
    entities_free(entities);
    return done;
}
