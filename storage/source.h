/* Sources: finding the one that is meant, filling it in, or adding it; inside the transaction of a citation. */
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

/* Writes what source_resolve() found, under the event that says so. */
bool source_write(struct store *store, const struct source *source, enum source_fate fate, int64_t event,
                  struct arena *arena, struct err *err);

struct str source_digest(const struct source *source, struct arena *arena);

#endif
