/*
 * The claims of a listing in its order, out of `standing` alone: which of them have the words that are looked for is
 * left to others.
 *
 * The index of `standing` has the keys (standing.h) of each state, cited or not, in the order of listings by score: those
 * are merged. By number, each score is a walk of its own, and the walks are merged.
 */
#ifndef STORAGE_WALK_H
#define STORAGE_WALK_H

#include "storage/cursor.h"

struct walk;
struct walks {
    struct arena arena;
    struct walk *walk;
    size_t count;
    int64_t claims, all; /* how many it comes upon, of whatever kind and score; how many claims there are */
};

/* Claims of the given kinds (bits), in the filter's state, score and order. */
bool walks_begin(struct walks *walks, struct store *store, const struct claim_filter *filter, unsigned kinds,
                 struct err *err);
/* *ret_found is false at the end. */
bool walks_next(struct walks *walks, struct candidate *ret, bool *ret_found, struct err *err);
void walks_release(struct walks *walks);

/* The greatest key that is worth as much as the filter says. */
int64_t filter_last_key(const struct claim_filter *filter);
/* Whether a claim that stands so is wanted: `state` as `standing` has it. */
bool filter_wants_standing(const struct claim_filter *filter, struct str state, bool cited);

#endif
