/*
 * What the tests of properties share: a generator that starts from a fixed seed, so that each run tries the same, and
 * extraction of one text. Include it after cmocka.h.
 */
#ifndef TESTS_PROPERTIES_H
#define TESTS_PROPERTIES_H

#include <assert.h>

#include "core/extract/extract.h"
#include "tests/expect.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* SplitMix64 (Steele, Lea and Flood 2014). */

struct random {
    uint64_t state;
};

static inline uint64_t random_next(struct random *random)
{
    random->state += 0x9e3779b97f4a7c15u;
    uint64_t z = random->state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* One of 0 … below - 1. */
static inline size_t random_below(struct random *random, size_t below)
{
    assert(below > 0);
    return (size_t)(random_next(random) % below);
}

static inline bool random_chance(struct random *random, size_t in)
{
    return random_below(random, in) == 0;
}

/* What extraction finds in one text, with the arena that holds it. */
struct extraction {
    struct arena arena;
    struct claim *claims;
    size_t count;
};

static inline void extraction_run(struct extractor *extractor, struct str text, struct extraction *ret)
{
    static const struct extract_context no_context = {0};
    *ret = (struct extraction){0};
    extract_claims(extractor, text, &no_context, &ret->arena, &ret->claims, &ret->count);
}

static inline void extraction_release(struct extraction *extraction)
{
    arena_release(&extraction->arena);
}

static inline void show_claims(const struct extraction *got)
{
    json_t *found = claims_json(got->claims, got->count);
    for (size_t i = 0; i < json_array_size(found); i++)
        record_show(stderr, "found:", json_array_get(found, i));
    json_decref(found);
}

#endif
