/* Doctor: looks at sources, what they kept, and what they found, against the events that vouch for them. */
#include "storage/event.h"
#include "storage/look.h"
#include "storage/record_sql.h"
#include "storage/verify.h"

enum { LOOKS = 1U << ACTION_CITE | 1U << ACTION_KEEP | 1U << ACTION_RECHECK };

static void verify_kept_one(struct verify *verify, const struct visit *visit, struct str sha256, const char *what)
{
    struct err err = {0};
    struct arena arena = {0};
    struct str kept;
    if (sha256.ptr && !kept_read(verify->store, sha256, &arena, &kept, &err))
        verify_fault(verify, "look %lld: its %s can't be used: %s", (long long)visit->number, what, err.msg);
    arena_release(&arena);
}

static void verify_visit(struct verify *verify, struct statement *statement, int64_t *before)
{
    struct err unknown = {0};
    struct visit visit = {0};
    int after = (int)visit_fields.count;
    if (!record_read(statement, 0, &visit_fields, &verify->arena, &visit, &unknown)) {
        verify_fault(verify, "look %lld: %s", (long long)visit.number, unknown.msg);
        *before = visit.number;
        return;
    }
    struct vouched row = {
        .name = "visit",
        .label = arena_printf(&verify->arena, "look %lld", (long long)visit.number),
        .digest = arena_str(&verify->arena, statement_text(statement, after)),
        .recomputed = visit_digest(&visit),
        .event = statement_integer(statement, after + 1),
        .actions = LOOKS,
    };
    json_decref(verify_vouched(verify, &row));
    if (*before < INT64_MAX && visit.number != *before + 1)
        verify_fault(verify, "look %lld: the look before it is missing", (long long)visit.number);
    *before = visit.number;
    verify_kept_one(verify, &visit, visit.sha256, "bytes as received");
    verify_kept_one(verify, &visit, visit.text, "text");
    verify_kept_one(verify, &visit, visit.layout, "layout");
}

bool verify_visits(struct verify *verify, struct err *err)
{
    struct query query;
    int64_t before = 0;
    bool row = false, done = true;
    if (!query_open(verify->store, SQL_VISIT_ALL, &query, err))
        return false;
    while ((done = query_next(&query, &row, err)) && row) {
        verify_visit(verify, query.statement, &before);
        arena_reset(&verify->arena);
    }
    query_close(&query);
    return done;
}

/* All sightings of one event. */
static bool verify_event_sightings(struct verify *verify, int64_t event, struct err *err)
{
    struct query query;
    struct sighting *sightings = NULL;
    size_t count = 0;
    if (!query_open(verify->store, SQL_SIGHTING_OF_EVENT, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, event);
    if (!sightings_read(&query, &verify->arena, &sightings, &count, err))
        return false;
    struct digest digest = sightings_digest(sightings, count);
    struct vouched row = {
        .name = "sightings",
        .label = arena_printf(&verify->arena, "what event %lld found", (long long)event),
        .digest = digest_hex(&verify->arena, &digest),
        .recomputed = digest,
        .event = event,
        .actions = LOOKS,
    };
    json_decref(verify_vouched(verify, &row));
    return true;
}

bool verify_sightings(struct verify *verify, struct err *err)
{
    struct query query;
    bool row = false, done = true;
    if (!query_open(verify->store, SQL_SIGHTING_EVENTS, &query, err))
        return false;
    while (done && (done = query_next(&query, &row, err)) && row) {
        done = verify_event_sightings(verify, statement_integer(query.statement, 0), err);
        arena_reset(&verify->arena);
    }
    query_close(&query);
    return done;
}

bool verify_keeping(struct verify *verify, struct err *err)
{
    struct query query;
    bool row = false, done = true;
    if (!query_open(verify->store, SQL_KEPT_ORPHANS, &query, err))
        return false;
    while ((done = query_next(&query, &row, err)) && row)
        verify_fault(verify, "the kept text %.*s belongs to no look at a source",
                     STR_ARG(statement_text(query.statement, 0)));
    query_close(&query);
    return done;
}

/* ---- from the event's side ---- */

/* Whether the look that an event recorded is there. */
static bool verify_look(struct verify *verify, const struct event *event, const json_t *content, struct err *err)
{
    struct query query;
    bool found = false;
    if (!json_object_get(content, "visit"))
        return true;
    if (!query_open(verify->store, SQL_VISIT_BY_EVENT, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, event->number);
    bool done = query_next(&query, &found, err);
    query_close(&query);
    if (done && !found)
        verify_fault(verify, "event %lld: the look at a source that it recorded is gone", (long long)event->number);
    return done;
}

bool verify_looked(struct verify *verify, const struct event *event, struct err *err)
{
    struct query query;
    bool found = true, done = true;
    json_t *content = event_parse(event);
    if (!verify_look(verify, event, content, err)) {
        json_decref(content);
        return false;
    }
    if (json_array_size(json_object_get(content, "sightings")) > 0 &&
        (done = query_open(verify->store, SQL_SIGHTING_OF_EVENT, &query, err))) {
        statement_bind_integer(query.statement, 1, event->number);
        done = query_next(&query, &found, err);
        query_close(&query);
    }
    json_decref(content);
    if (done && !found)
        verify_fault(verify, "event %lld: what it found of quotes and figures is gone", (long long)event->number);
    return done;
}
