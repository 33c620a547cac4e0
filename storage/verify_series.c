/* Doctor: series with their points, and which of them are hidden, against the events that vouch for them. */
#include "core/base/decimal.h"
#include "storage/record_sql.h"
#include "storage/series.h"
#include "storage/verify.h"

struct points_walk {
    struct verify *verify;
    const struct series *series;
    struct hasher hasher;
    int64_t count;
};

static bool look_at_point(void *ctx, const struct series_point *point)
{
    struct points_walk *walk = ctx;
    struct decimal value;
    series_point_hash(&walk->hasher, point);
    walk->count++;
    if (!decimal_parse(point->value, &value))
        verify_fault(walk->verify, "series %lld, line %lld: '%.*s' is no number", (long long)walk->series->number,
                     (long long)point->row, STR_ARG(point->value));
    return true;
}

static bool verify_points(struct verify *verify, const struct series *series, struct err *err)
{
    const struct point_filter all = {0};
    struct points_walk walk = {.verify = verify, .series = series};
    hash_init(&walk.hasher);
    if (!store_series_points(verify->store, series, &all, look_at_point, &walk, err))
        return false;
    struct digest digest = hash_end(&walk.hasher);
    if (walk.count != series->points || !str_eq(digest_hex(&verify->arena, &digest), series->points_digest))
        verify_fault(verify, "series %lld: its points are not those that were loaded (%lld, and %lld were)",
                     (long long)series->number, (long long)walk.count, (long long)series->points);
    return true;
}

static bool verify_one(struct verify *verify, struct statement *statement, int64_t *before, struct err *err)
{
    struct err unknown = {0};
    struct series series = {0};
    int after = (int)series_fields.count;
    bool known = record_read(statement, 0, &series_fields, &verify->arena, &series, &unknown);
    if (*before < INT64_MAX && series.number != *before + 1)
        verify_fault(verify, "series %lld: the series before it is missing", (long long)series.number);
    *before = series.number;
    if (!known) {
        verify_fault(verify, "series %lld: %s", (long long)series.number, unknown.msg);
        return true;
    }
    struct digest id = series_identity(&series);
    struct vouched row = {
        .name = "series",
        .label = arena_printf(&verify->arena, "series %lld", (long long)series.number),
        .digest = arena_str(&verify->arena, statement_text(statement, after)),
        .recomputed = series_digest(&series),
        .event = statement_integer(statement, after + 1),
        .actions = 1U << ACTION_SERIES_ADD,
    };
    if (!str_eq(digest_hex(&verify->arena, &id), series.id))
        verify_fault(verify, "series %lld: its id does not match its row", (long long)series.number);
    json_decref(verify_vouched(verify, &row));
    return verify_points(verify, &series, err);
}

static void verify_drop(struct verify *verify, struct statement *statement)
{
    struct err unknown = {0};
    struct series_drop drop = {0};
    int after = (int)series_drop_fields.count;
    int64_t event = statement_integer(statement, after + 1);
    struct str label = arena_printf(&verify->arena, "the drop of a series by event %lld", (long long)event);
    if (!record_read(statement, 0, &series_drop_fields, &verify->arena, &drop, &unknown)) {
        verify_fault(verify, "%.*s: %s", STR_ARG(label), unknown.msg);
        return;
    }
    struct vouched row = {
        .name = "series_drop",
        .label = label,
        .digest = arena_str(&verify->arena, statement_text(statement, after)),
        .recomputed = record_digest(&series_drop_fields, &drop),
        .event = event,
        .actions = 1U << (drop.dropped ? ACTION_SERIES_DROP : ACTION_SERIES_RESTORE),
    };
    json_decref(verify_vouched(verify, &row));
}

static bool verify_drops(struct verify *verify, struct err *err)
{
    struct query query;
    bool row = false, done = true;
    if (!query_open(verify->store, SQL_DROP_ALL, &query, err))
        return false;
    while ((done = query_next(&query, &row, err)) && row) {
        verify_drop(verify, query.statement);
        arena_reset(&verify->arena);
    }
    query_close(&query);
    return done;
}

/* Points whose series is not there are a broken reference, which the database's own checks tell of. */
bool verify_series(struct verify *verify, struct err *err)
{
    struct query query;
    int64_t before = 0;
    bool row = false, done = true;
    if (!query_open(verify->store, SQL_SERIES_ALL, &query, err))
        return false;
    while (done && (done = query_next(&query, &row, err)) && row) {
        done = verify_one(verify, query.statement, &before, err);
        arena_reset(&verify->arena);
    }
    query_close(&query);
    return done && verify_drops(verify, err);
}
