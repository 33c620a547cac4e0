/* Sources: finding the one that is meant, filling it in, or adding it; inside the transaction of what changes it. */
#ifndef STORAGE_SOURCE_H
#define STORAGE_SOURCE_H

#include "storage/sql.h"

/* What became of the source that was given. */
enum source_fate {
    SOURCE_KNOWN,  /* it was there and says all that was given */
    SOURCE_FILLED, /* it was there; what it lacked was taken from the given one */
    SOURCE_NEW,
};

/*
 * Works out which source is meant by `given`: *ret is the whole of it, in the arena, with its id and number (new ones
 * where it is new). Writes nothing. ERR_USAGE: the given one contradicts the one that is there, or can't be told apart.
 */
bool source_resolve(struct store *store, const struct source *given, struct arena *arena, struct source *ret,
                    enum source_fate *ret_fate, struct err *err);

/* Which one is there already, without an error where it contradicts; what counts for it where it was merged. */
bool source_find(struct store *store, const struct source *given, struct arena *arena, struct source *ret,
                 bool *ret_found, struct err *err);

bool source_by_id(struct store *store, struct str id, struct arena *arena, struct source *ret, bool *ret_found,
                  struct err *err);

/* Takes into `known` what it lacks and `given` has, in the arena. False, and `known` as it was, for a contradiction. */
bool source_fill(struct source *known, const struct source *given, struct arena *arena, enum source_fate *ret_fate,
                 struct err *err);

/* A new one out of what is given: with id, number and type. */
bool source_make(struct store *store, const struct source *given, struct arena *arena, struct source *ret,
                 struct err *err);

/* The event of a change to a source by itself, and the change. */
bool source_describe(struct store *store, const struct source *source, enum source_fate fate, struct str reviewer,
                     struct str at, struct arena *arena, struct err *err);

/* Writes what source_resolve() found, under the event that says so. */
bool source_write(struct store *store, const struct source *source, enum source_fate fate, int64_t event,
                  struct arena *arena, struct err *err);

struct str source_digest(const struct source *source, struct arena *arena);

#endif
