/* A reading on its way out of the child, and checked on its way in; and the way back to the bytes. */
#include "core/intake/reading.h"

#include <string.h>

#include "core/base/utf8.h"
#include "core/intake/sandbox.h"

static const char *const kind_names[BLOCK_END] = {
    [BLOCK_PARAGRAPH] = "paragraph", [BLOCK_HEADING] = "heading", [BLOCK_ITEM] = "item", [BLOCK_QUOTE] = "quote",
    [BLOCK_CODE] = "code",           [BLOCK_CAPTION] = "caption", [BLOCK_ROW] = "row",   [BLOCK_CUE] = "cue",
};
const struct names block_kinds = {"kind of block", kind_names, BLOCK_END};

/* The texts of a reading, in the order in which they travel. */
static const size_t texts[] = {
    offsetof(struct reading, text),      offsetof(struct reading, rest),         offsetof(struct reading, title),
    offsetof(struct reading, author),    offsetof(struct reading, publisher),    offsetof(struct reading, url),
    offsetof(struct reading, published), offsetof(struct reading, modified),     offsetof(struct reading, language),
    offsetof(struct reading, charset),   offsetof(struct reading, charset_from), offsetof(struct reading, note),
    offsetof(struct reading, failure),
};
enum { TEXT_COUNT = sizeof(texts) / sizeof(texts[0]) };

static struct str *text_at(struct reading *reading, size_t i)
{
    return (struct str *)(void *)((char *)reading + texts[i]);
}

/* ---- out ---- */

static void add_array(struct buf *answer, const void *array, size_t count, size_t size)
{
    sandbox_say(answer, (struct str){array, count * size});
}

void reading_encode(const struct reading *reading, struct buf *answer)
{
    struct reading copy = *reading;
    for (size_t i = 0; i < TEXT_COUNT; i++)
        add_array(answer, text_at(&copy, i)->ptr, text_at(&copy, i)->len, 1);
    add_array(answer, reading->block, reading->block_count, sizeof(*reading->block));
    add_array(answer, reading->cell, reading->cell_count, sizeof(*reading->cell));
    add_array(answer, reading->segment, reading->segment_count, sizeof(*reading->segment));
}

/* ---- in ---- */

static bool take_array(struct str *answer, struct arena *arena, size_t size, void **ret_array, size_t *ret_count)
{
    struct str part;
    if (!sandbox_hear(answer, &part) || part.len % size != 0)
        return false;
    *ret_array = part.ptr ? arena_alloc(arena, part.len + 1) : NULL; /* texts end with NUL */
    *ret_count = part.len / size;
    if (*ret_array && part.len > 0)
        memcpy(*ret_array, part.ptr, part.len);
    return true;
}

static bool take_all(struct str answer, struct arena *arena, struct reading *reading)
{
    void *array;
    size_t count;
    for (size_t i = 0; i < TEXT_COUNT; i++) {
        if (!take_array(&answer, arena, 1, &array, &count))
            return false;
        *text_at(reading, i) = (struct str){array, count};
    }
    if (!take_array(&answer, arena, sizeof(struct block), &array, &reading->block_count))
        return false;
    reading->block = array;
    if (!take_array(&answer, arena, sizeof(struct cell), &array, &reading->cell_count))
        return false;
    reading->cell = array;
    if (!take_array(&answer, arena, sizeof(struct segment), &array, &reading->segment_count))
        return false;
    reading->segment = array;
    return answer.len == 0;
}

static bool texts_hold(struct reading *reading)
{
    size_t bad;
    for (size_t i = 0; i < TEXT_COUNT; i++) {
        struct str text = *text_at(reading, i);
        if (text.ptr && (!utf8_valid(text, &bad) || memchr(text.ptr, '\0', text.len)))
            return false;
    }
    return reading->text.ptr != NULL;
}

static bool is_range(uint32_t start, uint32_t end, uint32_t from, size_t size)
{
    return start >= from && start <= end && end <= size;
}

static bool blocks_hold(const struct reading *reading, size_t received)
{
    uint32_t at[2] = {0};
    for (size_t i = 0; i < reading->block_count; i++) {
        const struct block *block = &reading->block[i];
        bool out = block->left_out != 0;
        if (block->kind < 0 || block->kind >= BLOCK_END ||
            !is_range(block->start, block->end, at[out], out ? reading->rest.len : reading->text.len) ||
            !is_range(block->origin, block->origin_end, 0, received) ||
            !is_range(block->speaker, block->speaker_end, 0, reading->text.len))
            return false;
        at[out] = block->end;
    }
    for (size_t i = 0; i < reading->cell_count; i++) {
        const struct cell *cell = &reading->cell[i];
        if (cell->block >= reading->block_count ||
            !is_range(cell->start, cell->end, reading->block[cell->block].start, reading->block[cell->block].end))
            return false;
    }
    return true;
}

static bool segments_hold(const struct reading *reading, size_t received)
{
    uint32_t at = 0;
    for (size_t i = 0; i < reading->segment_count; i++) {
        const struct segment *segment = &reading->segment[i];
        if (segment->start < at || segment->length > reading->text.len ||
            segment->start > reading->text.len - segment->length || segment->origin_length > received ||
            segment->origin > received - segment->origin_length)
            return false;
        at = segment->start + segment->length;
    }
    return true;
}

bool reading_holds(struct reading *reading, size_t received)
{
    return texts_hold(reading) && blocks_hold(reading, received) && segments_hold(reading, received);
}

bool reading_decode(struct str answer, size_t received, struct arena *arena, struct reading *ret, struct err *err)
{
    struct reading reading = {0};
    if (!take_all(answer, arena, &reading) || !reading_holds(&reading, received))
        return err_set(err, ERR_INPUT, "its reader gave an answer that makes no sense; save its text and take in that");
    if (reading.failure.ptr)
        return err_set(err, ERR_INPUT, "%.*s", STR_ARG(reading.failure));
    *ret = reading;
    return true;
}

/* ---- looking up ---- */

/* The first segment that ends after `at`. */
static size_t segment_after(const struct reading *reading, size_t at)
{
    size_t low = 0, high = reading->segment_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct segment *segment = &reading->segment[middle];
        if ((size_t)segment->start + segment->length > at)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

bool reading_origin(const struct reading *reading, size_t start, size_t end, size_t *ret_start, size_t *ret_end)
{
    size_t first = segment_after(reading, start);
    bool found = false;
    for (size_t i = first; i < reading->segment_count && reading->segment[i].start < end; i++) {
        const struct segment *segment = &reading->segment[i];
        size_t from = start > segment->start ? start - segment->start : 0;
        size_t to = end - segment->start < segment->length ? end - segment->start : segment->length;
        bool same = segment->length == segment->origin_length;
        size_t origin = segment->origin + (same ? from : 0);
        size_t origin_end = segment->origin + (same ? to : segment->origin_length);
        *ret_start = !found || origin < *ret_start ? origin : *ret_start;
        *ret_end = !found || origin_end > *ret_end ? origin_end : *ret_end;
        found = true;
    }
    return found;
}

const struct block *reading_block(const struct reading *reading, size_t at)
{
    for (size_t i = 0; i < reading->block_count; i++) {
        const struct block *block = &reading->block[i];
        if (!block->left_out && at >= block->start && at < block->end)
            return block;
    }
    return NULL;
}
