/* Reference series: listing them, finding the one that is meant, hiding and showing it again. */
#include "storage/series.h"

#include "core/base/clock.h"
#include "core/base/decimal.h"
#include "storage/event.h"
#include "storage/record_sql.h"

enum { ID_LEAST = 4 };

static bool holds_nocase(struct str text, struct str word)
{
    for (size_t at = 0; at + word.len <= text.len; at++)
        if (str_eq_nocase(str_slice(text, at, at + word.len), word))
            return true;
    return false;
}

static bool is_wanted(const struct series *series, const struct series_filter *filter)
{
    struct str words = filter->words;
    if ((series->dropped && !filter->dropped) || (filter->unit.ptr && !str_eq(series->unit, filter->unit)))
        return false;
    while (words.len > 0) {
        struct str word = str_split(&words, ' ');
        if (!holds_nocase(series->measure, word) && !holds_nocase(series->name, word))
            return false;
    }
    return true;
}

/* There are as many series as somebody has loaded tables: a listing reads them all. */
bool store_series(struct store *store, const struct series_filter *filter, series_fn *fn, void *ctx, struct err *err)
{
    struct query query;
    struct arena arena = {0};
    bool row = false, done = true, more = true;
    if (!query_open(store, SQL_SERIES_ALL, &query, err))
        return false;
    while (more && done && (done = query_next(&query, &row, err)) && row) {
        struct series series = {0};
        done = record_read(query.statement, 0, &series_fields, &arena, &series, err) ||
               err_wrap(err, "series %lld can't be used; run: assay doctor", (long long)series.number);
        if (done && is_wanted(&series, filter))
            more = fn(ctx, &series);
        arena_reset(&arena);
    }
    query_close(&query);
    arena_release(&arena);
    return done;
}

/* ---- finding one ---- */

struct search {
    struct str name, vintage; /* vintage null where none was said */
    int64_t number;           /* 0 where the name is no number */
    struct arena *arena;
    struct series found;
    size_t count;
};

static struct series keep(const struct series *series, struct arena *arena)
{
    struct series kept = *series;
    for (size_t i = 0; i < series_fields.count; i++) {
        const struct field *field = &series_fields.field[i];
        struct str *text = (struct str *)((char *)&kept + field->offset);
        if (field->type == FIELD_TEXT)
            *text = arena_str(arena, *text);
    }
    return kept;
}

static bool is_meant(const struct search *search, const struct series *series)
{
    if (search->number > 0)
        return series->number == search->number;
    bool by_id = search->name.len >= ID_LEAST && str_starts(series->id, search->name);
    bool by_name = str_eq(series->name, search->name);
    bool by_both = search->vintage.ptr && str_eq(series->vintage, search->vintage) &&
                   str_eq(series->name, str_slice(search->name, 0, search->name.len - search->vintage.len - 1));
    return by_id || (!series->dropped && (by_name || by_both));
}

static bool look_at(void *ctx, const struct series *series)
{
    struct search *search = ctx;
    if (!is_meant(search, series))
        return true;
    if (search->count++ == 0)
        search->found = keep(series, search->arena);
    return true;
}

static struct str after_at(struct str name)
{
    for (size_t i = name.len; i > 0; i--)
        if (name.ptr[i - 1] == '@')
            return str_slice(name, i, name.len);
    return STR_NULL;
}

/* 0 where it is no number. */
static int64_t number_of(struct str name)
{
    int64_t number = 0;
    for (size_t i = 0; i < name.len; i++) {
        if (!is_digit(name.ptr[i]) || number > (INT64_MAX - 9) / 10)
            return 0;
        number = number * 10 + (name.ptr[i] - '0');
    }
    return number;
}

bool store_find_series(struct store *store, struct str name, struct arena *arena, struct series *ret, struct err *err)
{
    const struct series_filter all = {.dropped = true};
    struct search search = {.name = name, .vintage = after_at(name), .number = number_of(name), .arena = arena};
    if (!store_series(store, &all, look_at, &search, err))
        return false;
    if (search.count == 0)
        return err_set(err, ERR_ABSENT, "there is no series '%.*s'; 'assay series list' lists them", STR_ARG(name));
    if (search.count > 1)
        return err_set(err, ERR_USAGE, "%zu series are called '%.*s'; name one by its number, or as NAME@VINTAGE",
                       search.count, STR_ARG(name));
    *ret = search.found;
    return true;
}

/* ---- hiding ---- */

static bool write_drop(struct store *store, const struct series_drop *drop, struct str name, struct arena *arena,
                       struct err *err)
{
    struct query query;
    struct digest digest = record_digest(&series_drop_fields, drop);
    struct str hex = digest_hex(arena, &digest);
    struct event event = {
        .at = drop->at,
        .reviewer = drop->reviewer,
        .action = drop->dropped ? ACTION_SERIES_DROP : ACTION_SERIES_RESTORE,
    };
    json_t *content = event_content();
    event_content_row(content, "series_drop", &series_drop_fields, drop, hex);
    json_object_set_new(content, "series", json_pack("{s:s%}", "name", name.ptr, name.len)); /* for who reads it */
    if (!event_add(store, &event, content, arena, err) || !query_open(store, SQL_DROP_INSERT, &query, err))
        return false;
    int at = record_bind(query.statement, 1, &series_drop_fields, drop);
    statement_bind_text(query.statement, at, hex);
    statement_bind_integer(query.statement, at + 1, event.number);
    return query_run(&query, err);
}

/* Looked up anew inside the transaction: somebody else may have done it meanwhile. */
static bool drop_now(struct store *store, const struct series_drop *drop, int64_t number, struct arena *arena,
                     struct err *err)
{
    struct series series = {0};
    if (!store_find_series(store, arena_printf(arena, "%lld", (long long)number), arena, &series, err))
        return false;
    if (series.dropped == drop->dropped)
        return err_set(err, ERR_USAGE, drop->dropped ? "series %lld is dropped already" : "series %lld is not dropped",
                       (long long)number);
    return write_drop(store, drop, series.name, arena, err);
}

bool store_drop_series(struct store *store, const struct series *series, bool dropped, struct str reason,
                       struct str reviewer, struct err *err)
{
    struct arena arena = {0};
    const struct series_drop drop = {series->id, dropped, reason, reviewer, clock_now(&arena)};
    bool done = record_check(&series_drop_fields, &drop, "drop", err) && driver_begin(store->driver, true, err);
    if (done) {
        done = drop_now(store, &drop, series->number, &arena, err) && driver_commit(store->driver, err);
        driver_rollback(store->driver);
    }
    arena_release(&arena);
    return done;
}
