/* The history: appending an event to the chain, and reading it. The chain is described at struct event in review.h;
 * doctor recomputes it in verify.c. */
#include "storage/event.h"

#include <stdlib.h>

#include "core/base/clock.h"
#include "storage/record_sql.h"

json_t *event_content(void)
{
    json_t *content = json_object();
    json_object_set_new(content, "digests", json_object());
    return content;
}

void event_content_digest(json_t *content, const char *name, struct str digest)
{
    json_object_set_new(json_object_get(content, "digests"), name, json_stringn(digest.ptr, digest.len));
}

void event_content_row(json_t *content, const char *name, const struct fields *fields, const void *record,
                       struct str digest)
{
    json_object_set_new(content, name, record_json(fields, record));
    event_content_digest(content, name, digest);
}

json_t *event_parse(const struct event *event)
{
    return event->content.ptr ? json_loadb(event->content.ptr, event->content.len, 0, NULL) : NULL;
}

struct str event_digest_of(const json_t *content, const char *name)
{
    return str_from(json_string_value(json_object_get(json_object_get(content, "digests"), name)));
}

bool store_history_end(struct store *store, struct arena *arena, int64_t *ret_number, struct str *ret_hash,
                       struct err *err)
{
    struct query query;
    bool row = false;
    if (!query_open(store, SQL_EVENT_LAST, &query, err))
        return false;
    bool done = query_next(&query, &row, err);
    if (done) {
        *ret_number = row ? statement_integer(query.statement, 0) : 0;
        *ret_hash = row ? arena_str(arena, statement_text(query.statement, 1)) : STR("");
    }
    query_close(&query);
    return done;
}

bool event_add(struct store *store, struct event *event, json_t *content, struct arena *arena, struct err *err)
{
    struct query query;
    char *text = json_dumps(content, JSON_COMPACT | JSON_SORT_KEYS);
    json_decref(content);
    if (!text)
        return err_set(err, ERR_SYSTEM, "the event can't be written as JSON");
    event->content = arena_str(arena, str_from(text));
    free(text);
    if (!store_history_end(store, arena, &event->number, &event->previous, err))
        return false;
    event->number++;
    event->id = unique_id(arena);
    struct digest hash = event_hash(event);
    event->hash = digest_hex(arena, &hash);
    if (!query_open(store, SQL_EVENT_INSERT, &query, err))
        return false;
    record_bind(query.statement, 1, &event_fields, event);
    return query_run(&query, err);
}

bool event_find(struct store *store, int64_t number, struct arena *arena, struct event *ret, bool *ret_found,
                struct err *err)
{
    struct query query;
    if (!query_open(store, SQL_EVENT_BY_NUMBER, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, number);
    bool done = query_next(&query, ret_found, err);
    if (done && *ret_found)
        done = record_read(query.statement, 0, &event_fields, arena, ret, err);
    query_close(&query);
    return done;
}

/* The number of the first of the last `limit` events; below all where they are wanted all. */
static bool first_wanted(struct store *store, const struct tracked_claim *claim, int64_t limit, int64_t *ret,
                         struct err *err)
{
    struct query query;
    bool row = false;
    *ret = INT64_MIN;
    if (limit == 0)
        return true;
    if (!query_open(store, claim ? SQL_EVENT_OF_CLAIM_FROM : SQL_EVENT_FROM, &query, err))
        return false;
    int at = 1;
    if (claim) {
        statement_bind_text(query.statement, at++, claim->state.document);
        statement_bind_text(query.statement, at++, claim->claim.id);
    }
    statement_bind_integer(query.statement, at, limit - 1);
    bool done = query_next(&query, &row, err);
    if (done && row)
        *ret = statement_integer(query.statement, 0);
    query_close(&query);
    return done;
}

bool store_events(struct store *store, const struct tracked_claim *claim, int64_t limit, event_fn *fn, void *ctx,
                  struct err *err)
{
    int64_t first;
    if (!first_wanted(store, claim, limit, &first, err))
        return false;
    struct query query;
    struct arena arena = {0};
    bool row = false, more = true;
    if (!query_open(store, claim ? SQL_EVENT_OF_CLAIM : SQL_EVENT_ALL, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, first);
    if (claim) {
        statement_bind_text(query.statement, 2, claim->state.document);
        statement_bind_text(query.statement, 3, claim->claim.id);
    }
    bool done = true;
    while (more && done && (done = query_next(&query, &row, err)) && row) {
        struct event event = {0};
        done = record_read(query.statement, 0, &event_fields, &arena, &event, err) ||
               err_wrap(err, "event %lld of the store", (long long)event.number);
        more = done && fn(ctx, &event);
        arena_reset(&arena);
    }
    query_close(&query);
    arena_release(&arena);
    return done;
}
