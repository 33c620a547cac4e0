/* Adding series: points as they come, then what they add up to, the series itself and its event, in one transaction. */
#include "core/base/clock.h"
#include "core/base/decimal.h"
#include "storage/event.h"
#include "storage/record_sql.h"
#include "storage/series.h"

struct series_sink {
    struct store *store;
    struct series_load *load;
    struct query insert; /* open as long as points come */
};

/* ---- points ---- */

static bool find_at(struct series_sink *sink, const struct series *series, const struct series_point *point,
                    struct arena *arena, struct series_point *ret, struct err *err)
{
    struct query query;
    bool row = false;
    if (!query_open(sink->store, SQL_POINT_AT, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, series->number);
    statement_bind_text(query.statement, 2, point->key);
    statement_bind_text(query.statement, 3, point->first);
    statement_bind_text(query.statement, 4, point->last);
    bool done = query_next(&query, &row, err);
    if (done && row) {
        point_read(query.statement, series, ret);
        ret->value = arena_str(arena, ret->value);
        ret->written = arena_str(arena, ret->written);
        ret->entity_name = arena_str(arena, ret->entity_name);
    }
    query_close(&query);
    return done;
}

/* A figure that is there already must be the same figure. */
static bool check_again(struct series_sink *sink, const struct series *series, const struct series_point *point,
                        struct err *err)
{
    struct arena arena = {0};
    struct series_point before = {0};
    struct decimal a, b;
    bool done = find_at(sink, series, point, &arena, &before, err);
    if (done && !(decimal_parse(before.value, &a) && decimal_parse(point->value, &b) && decimal_compare(a, b) == 0))
        done = err_set(
            err, ERR_INPUT, "line %lld: '%.*s' in %.*s is %.*s here, and %.*s on line %lld ('%.*s'); one has to go",
            (long long)point->row, STR_ARG(point->entity_name), STR_ARG(point->period), STR_ARG(point->written),
            STR_ARG(before.written), (long long)before.row, STR_ARG(before.entity_name));
    arena_release(&arena);
    return done;
}

bool series_sink_add(struct series_sink *sink, size_t which, const struct series_point *point, struct err *err)
{
    const struct series *series = &sink->load->series[which];
    struct statement *statement = sink->insert.statement;
    bool inserted = false;
    query_again(&sink->insert);
    statement_bind_integer(statement, 1, series->number);
    point_bind(statement, series, point);
    return query_next(&sink->insert, &inserted, err) && (inserted || check_again(sink, series, point, err));
}

/* ---- what they add up to ---- */

struct summary {
    struct hasher hasher;
    struct arena *arena;
    struct str key, first, last;
    int64_t points, entities;
};

static bool sum_up(void *ctx, const struct series_point *point)
{
    struct summary *summary = ctx;
    series_point_hash(&summary->hasher, point);
    if (summary->points++ == 0 || !str_eq(summary->key, point->key)) {
        summary->key = arena_str(summary->arena, point->key);
        summary->entities++;
    }
    if (!summary->first.ptr || str_cmp(point->first, summary->first) < 0)
        summary->first = arena_str(summary->arena, point->first);
    if (!summary->last.ptr || str_cmp(point->last, summary->last) > 0)
        summary->last = arena_str(summary->arena, point->last);
    return true;
}

static bool complete(struct store *store, struct series *series, struct arena *arena, struct err *err)
{
    const struct point_filter all = {0};
    struct summary summary = {.arena = arena};
    hash_init(&summary.hasher);
    if (!store_series_points(store, series, &all, sum_up, &summary, err))
        return false;
    if (summary.points == 0)
        return err_set(err, ERR_INPUT, "the series '%.*s' has no figure; nothing was loaded", STR_ARG(series->name));
    struct digest points = hash_end(&summary.hasher);
    series->points_digest = digest_hex(arena, &points);
    series->first = summary.first;
    series->last = summary.last;
    series->points = summary.points;
    series->entities = summary.entities;
    struct digest id = series_identity(series);
    series->id = digest_hex(arena, &id);
    return true;
}

/* ---- the series ---- */

/* What is in the store already and stands in the way. */
struct obstacle {
    const struct series *adding;
    int64_t same, namesake; /* numbers; 0 for none */
    bool same_dropped;
};

static bool find_obstacle(void *ctx, const struct series *series)
{
    struct obstacle *obstacle = ctx;
    if (str_eq(series->id, obstacle->adding->id)) {
        obstacle->same = series->number;
        obstacle->same_dropped = series->dropped;
    } else if (!series->dropped && str_eq(series->name, obstacle->adding->name) &&
               str_eq(series->vintage, obstacle->adding->vintage)) {
        obstacle->namesake = series->number;
    }
    return true;
}

static bool check_place(struct store *store, const struct series *series, bool *ret_there, struct err *err)
{
    const struct series_filter all = {.dropped = true};
    struct obstacle obstacle = {.adding = series};
    if (!store_series(store, &all, find_obstacle, &obstacle, err))
        return false;
    *ret_there = obstacle.same > 0;
    if (obstacle.same_dropped)
        return err_set(err, ERR_USAGE,
                       "this is series %lld, which was dropped; to have it back: assay series restore %lld",
                       (long long)obstacle.same, (long long)obstacle.same);
    if (obstacle.same == 0 && obstacle.namesake > 0)
        return err_set(err, ERR_USAGE,
                       "series %lld is called '%.*s' already%s; say which edition this is with --vintage, or choose "
                       "another --name",
                       (long long)obstacle.namesake, STR_ARG(series->name),
                       series->vintage.ptr ? " and of the same vintage" : "");
    return true;
}

static bool insert(struct store *store, const struct series *series, struct arena *arena, struct err *err)
{
    struct query query;
    const struct fields row = series_row_fields();
    struct digest digest = series_digest(series);
    struct str hex = digest_hex(arena, &digest);
    struct event event = {.at = series->added_at, .reviewer = series->added_by, .action = ACTION_SERIES_ADD};
    json_t *content = event_content();
    event_content_row(content, "series", &row, series, hex);
    if (!event_add(store, &event, content, arena, err) || !query_open(store, SQL_SERIES_INSERT, &query, err))
        return false;
    int at = record_bind(query.statement, 1, &row, series);
    statement_bind_text(query.statement, at, hex);
    statement_bind_integer(query.statement, at + 1, event.number);
    return query_run(&query, err);
}

static bool write_series(struct store *store, struct series_load *load, struct arena *arena, bool *ret_added,
                         struct err *err)
{
    size_t there = 0;
    for (size_t i = 0; i < load->count; i++) {
        bool same = false;
        load->series[i].added_at = clock_now(arena);
        if (!complete(store, &load->series[i], arena, err) || !check_place(store, &load->series[i], &same, err))
            return false;
        there += same;
    }
    *ret_added = there == 0;
    if (there > 0 && there < load->count)
        return err_set(err, ERR_USAGE,
                       "%zu of the %zu series of this table are in the store already; load the others "
                       "alone, with --value",
                       there, load->count);
    for (size_t i = 0; there == 0 && i < load->count; i++)
        if (!insert(store, &load->series[i], arena, err))
            return false;
    return true;
}

static bool load_all(struct store *store, struct series_load *load, struct arena *arena, bool *ret_added,
                     struct err *err)
{
    struct series_sink sink = {.store = store, .load = load};
    int64_t next = 0;
    if (!query_integer(store, SQL_SERIES_NEXT_NUMBER, &next, err) ||
        !query_open(store, SQL_POINT_INSERT, &sink.insert, err))
        return false;
    for (size_t i = 0; i < load->count; i++)
        load->series[i].number = next + (int64_t)i;
    bool fed = load->feed(load->ctx, &sink, err);
    query_close(&sink.insert);
    return fed && write_series(store, load, arena, ret_added, err);
}

bool store_add_series(struct store *store, struct series_load *load, struct arena *arena, bool *ret_added,
                      struct err *err)
{
    bool added = false;
    for (size_t i = 0; i < load->count; i++)
        if (!record_check(&series_fields, &load->series[i], "series", err))
            return false;
    if (!driver_begin(store->driver, true, err))
        return false;
    bool done = load_all(store, load, arena, &added, err);
    if (done && added && !load->trial)
        done = driver_commit(store->driver, err);
    driver_rollback(store->driver);
    if (done)
        *ret_added = added;
    return done;
}
