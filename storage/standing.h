/*
 * Where each claim stands (the table `standing`), with what is counted of it (`tally`) and found by it (the finder): all
 * that listings read, written in the transaction of what it follows from.
 */
#ifndef STORAGE_STANDING_H
#define STORAGE_STANDING_H

#include "storage/sql.h"

/*
 * A claim's place in the order of listings: most worth checking first, then by number. Rank is the score with its sign
 * turned, from -100 to 0.
 */
enum { KEY_NUMBER_BITS = 40, KEY_RANKS = 100 };

static inline int64_t claim_key(int64_t rank, int64_t number)
{
    /* Without sign: a store that was edited from outside may hold any rank. */
    return (int64_t)(((uint64_t)rank + KEY_RANKS) << KEY_NUMBER_BITS | (uint64_t)number);
}
static inline int64_t key_number(int64_t key)
{
    return key & (((int64_t)1 << KEY_NUMBER_BITS) - 1);
}
static inline int64_t key_rank(int64_t key)
{
    return (key >> KEY_NUMBER_BITS) - KEY_RANKS;
}

/*
 * What the finder calls a claim: the first digits of its id, with a letter for each of a to f that ends no English word, so
 * that the finder leaves none off.
 */
enum { FINDER_NAME_DIGITS = 12 };
struct finder_name {
    char digits[FINDER_NAME_DIGITS + 1];
};
struct finder_name finder_name(struct str id);

/* Its kind, and for all but the background kinds the word "listed": that is what is listed when no kind is asked for. */
#define FINDER_LISTED STR("listed")
struct str finder_kind(int kind);

/* A claim that comes in stands open and uncited. */
bool standing_add(struct store *store, const struct claim *claim, int64_t document_number, struct err *err);
/* Counts those that came in, so many of each kind. */
bool standing_count_added(struct store *store, const int64_t amount[KIND_END], struct err *err);

bool standing_cite(struct store *store, int64_t claim, struct err *err);
bool standing_rate(struct store *store, int64_t claim, int rating, struct err *err);

#endif
