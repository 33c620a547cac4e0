/* Adding to the history: used by what changes the store, inside the transaction of the change. */
#ifndef STORAGE_EVENT_H
#define STORAGE_EVENT_H

#include <jansson.h>

#include "storage/sql.h"

/*
 * The content of an event: the rows that it adds, by name, each with its digest:
 *     {"digests":{"verdict":"5e2f…"},"verdict":{"at":"2025-…",…}}
 * event_content() begins it, event_content_row() adds one row, event_add() takes it over.
 */
json_t *event_content(void);
void event_content_row(json_t *content, const char *name, const struct fields *fields, const void *record,
                       struct str digest);
void event_content_digest(json_t *content, const char *name, struct str digest);

/* The content as JSON, for the caller to release; NULL where it is none. */
json_t *event_parse(const struct event *event);

/* The digest that an event gives for a row, or STR_NULL; lives as long as the content. */
struct str event_digest_of(const json_t *content, const char *name);

/*
 * Appends an event to the chain. The caller gives at, reviewer, action, document and claim; number, id, content,
 * previous and hash are filled in, in the arena. `content` is released whether or not it succeeds.
 */
bool event_add(struct store *store, struct event *event, json_t *content, struct arena *arena, struct err *err);

/* The event with that number, if there is one. */
bool event_find(struct store *store, int64_t number, struct arena *arena, struct event *ret, bool *ret_found,
                struct err *err);

#endif
