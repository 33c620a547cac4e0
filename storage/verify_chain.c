/* Doctor's walk along the chain of events: each hash, each link, and whether what each recorded is still there. */
#include <string.h>

#include "storage/event.h"
#include "storage/record_sql.h"
#include "storage/verify.h"

/* Where the walk along the chain is. */
struct link {
    int64_t number;
    char hash[DIGEST_HEX + 1]; /* "" before the first event, and after one whose hash is no hash */
};

static void verify_link(struct verify *verify, const struct link *before, const struct event *event)
{
    struct digest hash = event_hash(event);
    if (event->number != before->number + 1)
        verify_fault(verify, "event %lld: the event before it is missing", (long long)event->number);
    else if (!str_eq(event->previous, str_from(before->hash)))
        verify_fault(verify, "event %lld: its hash does not follow from the event before it", (long long)event->number);
    if (!str_eq(digest_hex(&verify->arena, &hash), event->hash))
        verify_fault(verify, "event %lld: its hash does not match its row", (long long)event->number);
}

/* Whether a statement with these binds gives a row; the integer of its first column, if asked for. */
static bool look_up(struct verify *verify, enum statement_name name, const struct event *event, bool *ret_found,
                    struct err *err)
{
    struct query query;
    if (!query_open(verify->store, name, &query, err))
        return false;
    if (name != SQL_CITATION_BY_EVENT && name != SQL_VERDICT_BY_EVENT) {
        statement_bind_integer(query.statement, 1, event->number);
    } else {
        statement_bind_text(query.statement, 1, event->document);
        statement_bind_text(query.statement, 2, event->claim);
        statement_bind_integer(query.statement, 3, event->number);
    }
    bool done = query_next(&query, ret_found, err);
    query_close(&query);
    return done;
}

/* The event whose word the source goes by now; 0 where there is no such source. */
static bool find_source_event(struct verify *verify, struct str id, int64_t *ret, struct err *err)
{
    struct query query;
    bool row = false;
    if (!query_open(verify->store, SQL_SOURCE_EVENT_BY_ID, &query, err))
        return false;
    statement_bind_text(query.statement, 1, id);
    bool done = query_next(&query, &row, err);
    if (done)
        *ret = row ? statement_integer(query.statement, 0) : 0;
    query_close(&query);
    return done;
}

/* A source goes by the last event that described it. */
static bool verify_described(struct verify *verify, const struct event *event, struct err *err)
{
    int64_t latest = 0;
    json_t *content = event_parse(event);
    const char *id = json_string_value(json_object_get(json_object_get(content, "source"), "id"));
    bool done = true;
    if (id) {
        done = find_source_event(verify, str_from(id), &latest, err);
        if (done && latest == 0)
            verify_fault(verify, "event %lld: the source that it recorded is gone", (long long)event->number);
        else if (done && latest < event->number)
            verify_fault(verify, "event %lld: what it recorded of a source is not in the source",
                         (long long)event->number);
    }
    json_decref(content);
    return done;
}

/* A verdict's event may have recorded a basis besides. */
static bool verify_recorded_basis(struct verify *verify, const struct event *event, struct err *err)
{
    json_t *content = event_parse(event);
    bool recorded = event_digest_of(content, "basis").ptr, found = true, done = true;
    json_decref(content);
    if (recorded)
        done = look_up(verify, SQL_BASIS_BY_EVENT, event, &found, err);
    if (done && !found)
        verify_fault(verify, "event %lld: the basis that it recorded is gone", (long long)event->number);
    return done;
}

static bool verify_recorded(struct verify *verify, const struct event *event, struct err *err)
{
    static const struct {
        enum statement_name lookup;
        const char *what;
    } recorded[ACTION_END] = {
        [ACTION_EXTRACT] = {SQL_DOCUMENT_NUMBER_BY_EVENT, "document"},
        [ACTION_IMPORT] = {SQL_DOCUMENT_NUMBER_BY_EVENT, "document"},
        [ACTION_LOG] = {SQL_DOCUMENT_NUMBER_BY_EVENT, "document"},
        [ACTION_RECEIVE] = {SQL_RECEPTION_BY_EVENT, "reception"},
        [ACTION_CITE] = {SQL_CITATION_BY_EVENT, "citation"},
        [ACTION_VERDICT] = {SQL_VERDICT_BY_EVENT, "verdict"},
        [ACTION_SERIES_ADD] = {SQL_SERIES_BY_EVENT, "series"},
        [ACTION_SERIES_DROP] = {SQL_DROP_BY_EVENT, "drop"},
        [ACTION_SERIES_RESTORE] = {SQL_DROP_BY_EVENT, "restoring"},
    };
    bool found = false;
    if (recorded[event->action].what) {
        if (!look_up(verify, recorded[event->action].lookup, event, &found, err))
            return false;
        if (!found)
            verify_fault(verify, "event %lld: the %s that it recorded is gone", (long long)event->number,
                         recorded[event->action].what);
    }
    if (event->action == ACTION_VERDICT)
        return verify_recorded_basis(verify, event, err);
    bool looked = event->action == ACTION_CITE || event->action == ACTION_KEEP || event->action == ACTION_RECHECK;
    bool described = event->action == ACTION_CITE || event->action == ACTION_DESCRIBE;
    return (!looked || verify_looked(verify, event, err)) && (!described || verify_described(verify, event, err));
}

static bool verify_event(struct verify *verify, struct statement *statement, struct link *link, struct err *err)
{
    struct err unknown = {0};
    struct event event = {0};
    bool done = true;
    if (record_read(statement, 0, &event_fields, &verify->arena, &event, &unknown)) {
        verify_link(verify, link, &event);
        done = verify_recorded(verify, &event, err);
    } else {
        event.number = statement_integer(statement, 0);
        event.hash = arena_str(&verify->arena, statement_text(statement, (int)event_fields.count - 1));
        verify_fault(verify, "event %lld: %s", (long long)event.number, unknown.msg);
    }
    *link = (struct link){.number = event.number};
    if (event.hash.len == DIGEST_HEX)
        memcpy(link->hash, event.hash.ptr, DIGEST_HEX);
    return done;
}

bool verify_chain(struct verify *verify, struct err *err)
{
    struct query query;
    struct link link = {0};
    bool row = false, done = true;
    if (!query_open(verify->store, SQL_EVENT_ALL, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, INT64_MIN);
    while (done && (done = query_next(&query, &row, err)) && row) {
        done = verify_event(verify, query.statement, &link, err);
        arena_reset(&verify->arena);
    }
    query_close(&query);
    return done;
}
