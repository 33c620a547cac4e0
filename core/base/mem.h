/*
 * Memory: allocation that does not fail, and arenas.
 *
 * Running out of memory ends the process, here and nowhere else, with exit status 3; the store stays whole, because
 * SQLite rolls an open transaction back. Sizes that input drives are bounded in core/base/limits.h.
 */
#ifndef CORE_BASE_MEM_H
#define CORE_BASE_MEM_H

#include <stddef.h>

#include "core/base/str.h"

void *mem_alloc(size_t size);                       /* zeroed */
void *mem_alloc_aligned(size_t align, size_t size); /* the same; the size is a multiple of the alignment */
void *mem_resize(void *ptr, size_t size);

/* Grows an array of *cap elements so that it holds at least `need`; returns its new place. */
void *mem_grow(void *array, size_t *cap, size_t need, size_t element_size);

/*
 * An arena hands out memory that is given back all at once. `{0}` is an empty arena. A function that takes two of them
 * calls the one that outlives it `perm` and the other `scratch`.
 */
struct arena {
    struct arena_block *block; /* the one that is being filled */
    char *at;                  /* what of it is free, in whole steps of ARENA_ALIGN */
    size_t left;
};

#define ARENA_ALIGN _Alignof(max_align_t)
static inline size_t arena_round(size_t size)
{
    return (size + ARENA_ALIGN - 1) / ARENA_ALIGN * ARENA_ALIGN;
}

void *arena_take_block(struct arena *arena, size_t size); /* arena_take() where the block has no room */

/* Memory aligned for any type, with whatever bytes there are. */
static inline void *arena_take(struct arena *arena, size_t size)
{
    if (size >= arena->left) /* what has no size has an address all the same */
        return arena_take_block(arena, size);
    void *ptr = arena->at;
    arena->at += arena_round(size);
    arena->left -= arena_round(size);
    return ptr;
}

/* The same, zeroed. */
static inline void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(arena_take(arena, size), 0, size);
}

/* Gives back what was taken last, from `end` on. */
void arena_give_back(struct arena *arena, const void *end);
struct str arena_str(struct arena *arena, struct str s); /* a copy; STR_NULL stays STR_NULL */
struct str arena_join(struct arena *arena, struct str a, struct str b);
char *arena_cstr(struct arena *arena, struct str s); /* a copy that ends with NUL; NULL for STR_NULL */
struct str arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
size_t arena_size(const struct arena *arena); /* how many bytes it has from the system */
void arena_reset(struct arena *arena);        /* forget what is in it, keep the largest block for what comes next */
void arena_release(struct arena *arena);      /* give everything back */

#endif
