/* Ascending keys out of the index of `standing`, some at a time, from any place on: what walk.c merges. */
#ifndef STORAGE_CURSOR_H
#define STORAGE_CURSOR_H

#include "storage/standing.h"

/* A claim as a listing comes upon it. */
struct candidate {
    int64_t key;
    int kind;
};

/*
 * The claims of one state, cited or not, whose kind is among the bits. Between two batches it holds no statement open, so
 * that whoever is called with a claim may use the store as they like. A batch is small after a leap and grows while keys
 * are read one after the other.
 */
struct cursor {
    struct store *store;
    struct arena *arena; /* for what it reads */
    struct str state;
    bool cited;
    unsigned kinds;

    int64_t most;                /* the greatest key wanted */
    struct candidate *candidate; /* the batch */
    size_t count, next, batch, cap;
    int64_t from; /* where the next batch begins */
    bool ended;
};

/*
 * The first claim whose key is at least `at`, without going past it: asked again it is the same. *ret is untouched and
 * *ret_found false at the end. `at` never falls from one call to the next.
 */
bool cursor_seek(struct cursor *cursor, int64_t at, struct candidate *ret, bool *ret_found, struct err *err);

#endif
