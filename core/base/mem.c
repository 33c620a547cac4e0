/* Allocation that ends the process where memory runs out, and arenas made of blocks. */
#include "core/base/mem.h"

#include <assert.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The sizes of blocks that are larger than what was asked for; no larger one is kept either. */
#define BLOCK_LEAST ((size_t)64 * 1024)
#define BLOCK_MOST ((size_t)1024 * 1024)

struct arena_block {
    struct arena_block *previous;
    size_t size;
    max_align_t bytes[];
};

static _Noreturn void out_of_memory(void)
{
    static const char message[] = "assay: out of memory\n";
    (void)!write(STDERR_FILENO, message, sizeof(message) - 1);
    _exit(3);
}

void *mem_alloc(size_t size)
{
    void *ptr = calloc(1, size > 0 ? size : 1);
    if (!ptr)
        out_of_memory();
    return ptr;
}

void *mem_alloc_aligned(size_t align, size_t size)
{
    void *ptr = aligned_alloc(align, size);
    if (!ptr)
        out_of_memory();
    return memset(ptr, 0, size);
}

void *mem_resize(void *ptr, size_t size)
{
    ptr = realloc(ptr, size > 0 ? size : 1);
    if (!ptr)
        out_of_memory();
    return ptr;
}

void *mem_grow(void *array, size_t *cap, size_t need, size_t element_size)
{
    if (need <= *cap)
        return array;
    size_t bigger = *cap > 0 ? *cap : 8;
    while (bigger < need)
        bigger = bigger > SIZE_MAX / 2 ? need : bigger * 2;
    if (bigger > SIZE_MAX / element_size)
        out_of_memory();
    *cap = bigger;
    return mem_resize(array, bigger * element_size);
}

static struct arena_block *block_new(size_t size, struct arena_block *previous)
{
    if (size > SIZE_MAX - sizeof(struct arena_block))
        out_of_memory();
    struct arena_block *block = malloc(sizeof(*block) + size);
    if (!block)
        out_of_memory();
    *block = (struct arena_block){.previous = previous, .size = size};
    return block;
}

/* The block has no byte that is taken. */
static void fill_block(struct arena *arena, struct arena_block *block)
{
    arena->block = block;
    arena->at = block ? (char *)block->bytes : NULL;
    arena->left = block ? block->size : 0;
}

void *arena_take_block(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX - ARENA_ALIGN)
        out_of_memory();
    size = arena_round(size);
    size_t usual = arena->block && arena->block->size >= BLOCK_LEAST ? 2 * arena->block->size : BLOCK_LEAST;
    if (usual > BLOCK_MOST)
        usual = BLOCK_MOST;
    fill_block(arena, block_new(size > usual ? size : usual, arena->block));
    arena->at += size;
    arena->left -= size;
    return arena->block->bytes;
}

void arena_give_back(struct arena *arena, const void *end)
{
    char *at = (char *)arena->block->bytes + arena_round((size_t)((const char *)end - (char *)arena->block->bytes));
    assert(at <= arena->at);
    arena->left += (size_t)(arena->at - at);
    arena->at = at;
}

char *arena_cstr(struct arena *arena, struct str s)
{
    if (!s.ptr)
        return NULL;
    char *copy = arena_alloc(arena, s.len + 1);
    if (s.len > 0)
        memcpy(copy, s.ptr, s.len);
    return copy;
}

struct str arena_str(struct arena *arena, struct str s)
{
    return (struct str){arena_cstr(arena, s), s.len};
}

struct str arena_join(struct arena *arena, struct str a, struct str b)
{
    char *text = arena_take(arena, a.len + b.len + 1);
    if (a.len > 0)
        memcpy(text, a.ptr, a.len);
    if (b.len > 0)
        memcpy(text + a.len, b.ptr, b.len);
    text[a.len + b.len] = '\0';
    return (struct str){text, a.len + b.len};
}

struct str arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = arena_alloc(arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return (struct str){text, (size_t)len};
}

size_t arena_size(const struct arena *arena)
{
    size_t size = 0;
    for (const struct arena_block *block = arena->block; block; block = block->previous)
        size += block->size;
    return size;
}

void arena_reset(struct arena *arena)
{
    struct arena_block *keep = NULL;
    while (arena->block) {
        struct arena_block *block = arena->block;
        arena->block = block->previous;
        if (block->size <= BLOCK_MOST && (!keep || block->size > keep->size)) {
            free(keep);
            keep = block;
        } else {
            free(block);
        }
    }
    if (keep)
        keep->previous = NULL;
    fill_block(arena, keep);
}

void arena_release(struct arena *arena)
{
    while (arena->block) {
        struct arena_block *block = arena->block;
        arena->block = block->previous;
        free(block);
    }
    fill_block(arena, NULL);
}
