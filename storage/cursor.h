/* Ascending keys out of the store, some at a time, from any place on: what listing.c merges and intersects. */
#ifndef STORAGE_CURSOR_H
#define STORAGE_CURSOR_H

#include "core/base/buf.h"
#include "storage/standing.h"

enum { CURSOR_KEYS_MOST = 256 };

/*
 * One source of keys. Between two batches it holds no statement open, so that whoever is called with a claim may use the
 * store as they like. A batch is small after a leap and grows while keys are read one after the other.
 */
struct cursor {
    struct store *store;
    /* A source of `standing`: those of one state, cited or not, whose kind is among the bits. */
    struct str state;
    bool cited;
    unsigned kinds;
    const struct buf *query; /* or the finder's entries for this query; NULL for the former */

    int64_t most; /* the greatest key wanted */
    int64_t key[CURSOR_KEYS_MOST];
    size_t count, next, batch;
    int64_t from; /* where the next batch begins */
    bool ended;
};

/*
 * The first key that is at least `at`, without going past it: asked again it is the same. *ret_key is untouched and *ret_found
 * false at the end. `at` never falls from one call to the next.
 */
bool cursor_seek(struct cursor *cursor, int64_t at, int64_t *ret_key, bool *ret_found, struct err *err);

#endif
