/* Doctor: is the store whole? Begins the walks of verify.h, and holds what they share. */
#include "storage/verify.h"

#include <stdarg.h>
#include <stdio.h>

#include "storage/event.h"
#include "storage/schema.h"

void verify_fault(struct verify *verify, const char *format, ...)
{
    char line[1024]; /* as long as an error's message; what is longer is cut */
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof(line), format, args);
    va_end(args);
    verify->fn(verify->ctx, line);
}

/* The event that vouches for a row. One that can't be read is told of in verify_chain.c. */
static bool find_event(struct verify *verify, const struct vouched *row, struct event *ret)
{
    struct err unreadable = {0};
    bool found = false;
    if (event_find(verify->store, row->event, &verify->arena, ret, &found, &unreadable) && found)
        return true;
    verify_fault(verify, "%.*s: the event %lld that it came with is missing", STR_ARG(row->label),
                 (long long)row->event);
    return false;
}

static bool concerns(const struct event *event, const struct vouched *row)
{
    return event->action >= 0 && (row->actions & 1U << event->action) != 0 &&
           (!row->document.ptr || str_eq(event->document, row->document)) &&
           (!row->claim.ptr || str_eq(event->claim, row->claim));
}

json_t *verify_vouched(struct verify *verify, const struct vouched *row)
{
    struct event event = {0};
    if (!str_eq(digest_hex(&verify->arena, &row->recomputed), row->digest)) {
        verify_fault(verify, "%.*s: its digest does not match its row", STR_ARG(row->label));
        return NULL;
    }
    if (!find_event(verify, row, &event))
        return NULL;
    json_t *content = event_parse(&event);
    if (concerns(&event, row) && str_eq(event_digest_of(content, row->name), row->digest))
        return content;
    verify_fault(verify, "%.*s: its row is not what event %lld recorded", STR_ARG(row->label), (long long)row->event);
    json_decref(content);
    return NULL;
}

static bool verify_file(struct verify *verify, struct err *err)
{
    return driver_check(verify->store->driver, verify->fn, verify->ctx, err);
}

static bool verify_schema(struct verify *verify, struct err *err)
{
    return schema_verify(verify->store->driver, verify->fn, verify->ctx, err);
}

/* A walk that a damaged file cuts short is told as a fault; the others still go as far as they can. */
static void walk(struct verify *verify, bool (*fn)(struct verify *verify, struct err *err))
{
    struct err err = {0};
    if (!fn(verify, &err))
        verify_fault(verify, "%s", err.msg);
    arena_reset(&verify->arena);
}

bool store_verify(struct store *store, fault_fn *fn, void *ctx, struct err *err)
{
    struct verify verify = {.store = store, .fn = fn, .ctx = ctx};
    bool (*const walks[])(struct verify *, struct err *) = {
        verify_file,      verify_schema,   verify_documents, verify_receptions, verify_sources,
        verify_citations, verify_verdicts, verify_bases,     verify_visits,     verify_sightings,
        verify_keeping,   verify_series,   verify_listings,  verify_chain,
    };
    if (!driver_begin(store->driver, false, err))
        return false;
    for (size_t i = 0; i < sizeof(walks) / sizeof(walks[0]); i++)
        walk(&verify, walks[i]);
    driver_rollback(store->driver);
    arena_release(&verify.arena);
    return true;
}
