/*
 * What the finder finds, in the order of a listing. The finder gives keys in their own order, so quickly that for the
 * order by number all of them are read, and the runs of each score merged; by score they are read in ever larger parts.
 */
#ifndef STORAGE_FOUND_H
#define STORAGE_FOUND_H

#include "storage/standing.h"

struct found {
    struct store *store;
    const struct buf *query;
    int64_t from, most; /* keys that are still to be read */
    bool by_number;
    struct found_run {
        size_t next, end;
    } run[KEY_RANKS + 1]; /* what is not told of `key`; by score there is one */
    size_t run_count;
    int64_t *key;
    size_t count, cap, part;
    bool ended; /* all are read */
};

/* The next key; *ret_found is false at the end. Between two of them no statement is open. */
bool found_next(struct found *found, int64_t *ret_key, bool *ret_found, struct err *err);
void found_release(struct found *found);

#endif
