/* The points of a series: to and from rows, and the ways in which they are asked for. */
#include "storage/series.h"

/* What a row leaves out because another column, or the series, says it. */
static struct str usual_column(const struct series *series, struct str period)
{
    return series->column.ptr ? series->column : period;
}

void point_bind(struct statement *statement, const struct series *series, const struct series_point *point)
{
    bool plain = str_eq(point->written, point->value);
    bool usual = str_eq(point->column, usual_column(series, point->period));
    statement_bind_text(statement, 2, point->key);
    statement_bind_text(statement, 3, point->first);
    statement_bind_text(statement, 4, point->last);
    statement_bind_integer(statement, 5, point->row);
    statement_bind_text(statement, 6, point->entity_name);
    statement_bind_text(statement, 7, point->period);
    statement_bind_text(statement, 8, point->value);
    statement_bind_text(statement, 9, plain ? STR_NULL : point->written);
    statement_bind_text(statement, 10, usual ? STR_NULL : point->column);
}

void point_read(struct statement *statement, const struct series *series, struct series_point *ret)
{
    struct series_point point = {
        .key = statement_text(statement, 0),
        .first = statement_text(statement, 1),
        .last = statement_text(statement, 2),
        .row = statement_integer(statement, 3),
        .entity_name = statement_text(statement, 4),
        .period = statement_text(statement, 5),
        .value = statement_text(statement, 6),
        .written = statement_text(statement, 7),
        .column = statement_text(statement, 8),
    };
    if (!str_starts(point.key, STR("=")))
        point.entity = point.key;
    if (!point.written.ptr)
        point.written = point.value;
    if (!point.column.ptr)
        point.column = usual_column(series, point.period);
    *ret = point;
}

/* A walk over points, and what is left of it. */
struct walk {
    struct store *store;
    const struct series *series;
    const struct point_filter *filter;
    series_point_fn *fn;
    void *ctx;
    int64_t left; /* how many more are wanted; -1 for no bound */
    bool stopped;
};

/* Hands out what an opened and bound query gives, and closes it. */
static bool hand_out(struct walk *walk, struct query *query, struct err *err)
{
    bool row = false, done = true;
    while (!walk->stopped && walk->left != 0 && (done = query_next(query, &row, err)) && row) {
        struct series_point point;
        point_read(query->statement, walk->series, &point);
        walk->left -= walk->left > 0;
        walk->stopped = !walk->fn(walk->ctx, &point);
    }
    query_close(query);
    return done;
}

/* ISO days sort as texts do, and these are before and after all of them. */
static bool walk_entity(struct walk *walk, struct str key, struct err *err)
{
    struct query query;
    const struct point_filter *filter = walk->filter;
    if (!query_open(walk->store, filter->backwards ? SQL_POINT_BACKWARDS : SQL_POINT_FORWARDS, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, walk->series->number);
    statement_bind_text(query.statement, 2, key);
    statement_bind_text(query.statement, 3, filter->from.ptr ? filter->from : STR(""));
    statement_bind_text(query.statement, 4, filter->until.ptr ? filter->until : STR("~"));
    statement_bind_integer(query.statement, 5, walk->left < 0 ? INT64_MAX : walk->left);
    return hand_out(walk, &query, err);
}

static bool walk_all(struct walk *walk, struct err *err)
{
    struct query query;
    if (!query_open(walk->store, SQL_POINT_ALL, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, walk->series->number);
    return hand_out(walk, &query, err);
}

/* The first key after `key`; null at the end. */
static bool next_key(struct walk *walk, struct str key, struct arena *arena, struct str *ret, struct err *err)
{
    struct query query;
    bool row = false;
    if (!query_open(walk->store, SQL_POINT_NEXT_KEY, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, walk->series->number);
    statement_bind_text(query.statement, 2, key);
    bool done = query_next(&query, &row, err);
    if (done)
        *ret = row ? arena_str(arena, statement_text(query.statement, 0)) : STR_NULL;
    query_close(&query);
    return done;
}

/* One look for each entity, so that a period's points are found without reading those of all others. */
static bool walk_entities(struct walk *walk, struct err *err)
{
    struct arena arena = {0};
    struct str key = STR("");
    bool done = true;
    while (done && key.ptr && !walk->stopped && walk->left != 0) {
        done = next_key(walk, key, &arena, &key, err);
        if (done && key.ptr)
            done = walk_entity(walk, key, err);
    }
    arena_release(&arena);
    return done;
}

bool store_series_points(struct store *store, const struct series *series, const struct point_filter *filter,
                         series_point_fn *fn, void *ctx, struct err *err)
{
    struct walk walk = {store, series, filter, fn, ctx, filter->limit > 0 ? filter->limit : -1, false};
    if (filter->entity.ptr)
        return walk_entity(&walk, filter->entity, err);
    return filter->from.ptr || filter->until.ptr ? walk_entities(&walk, err) : walk_all(&walk, err);
}
