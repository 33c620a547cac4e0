/*
 * A sieve keeps of a few claims those that the finder would find. It has a finder of its own in memory, and puts them
 * into it: so words are the same words, and what somebody looks for is found among these without the whole index.
 */
#ifndef STORAGE_SIEVE_H
#define STORAGE_SIEVE_H

#include "storage/cursor.h"

/* `{0}` is a sieve; it is set up when it is first used. */
struct sieve {
    struct driver *driver;
    struct statement *add, *keys;
};

/* Removes those that the query does not find, which leaves the others in their order. */
bool sieve_keep(struct sieve *sieve, struct store *store, const struct buf *query, struct candidate *candidates,
                size_t *count, struct err *err);
void sieve_release(struct sieve *sieve);

#endif
