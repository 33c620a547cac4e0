/* Layouts to JSON and back, and places in words. */
#include "core/intake/layout.h"

#include <jansson.h>
#include <stdlib.h>

enum { BLOCK_NUMBERS = 15, CELL_NUMBERS = 6, SEGMENT_NUMBERS = 4 };

/* Numbers by the thousand: without a tree of objects, and without printf. */
static void add_number(struct buf *out, uint32_t number)
{
    char digits[10];
    size_t at = sizeof(digits);
    do
        digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    buf_add(out, digits + at, sizeof(digits) - at);
}

static void add_numbers(struct buf *out, bool first, const uint32_t *number, size_t count)
{
    buf_str(out, first ? STR("[") : STR(",["));
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buf_char(out, ',');
        add_number(out, number[i]);
    }
    buf_char(out, ']');
}

static void add_rest(struct buf *out, struct str rest)
{
    json_t *text = rest.ptr ? json_stringn(rest.ptr, rest.len) : NULL;
    char *quoted = text ? json_dumps(text, JSON_ENCODE_ANY) : NULL;
    if (quoted) {
        buf_str(out, STR(",\"rest\":"));
        buf_str(out, str_from(quoted));
    }
    free(quoted);
    json_decref(text);
}

struct str layout_write(const struct reading *reading, struct arena *arena)
{
    struct buf out = {0};
    if (reading->block_count == 0 && reading->segment_count == 0)
        return STR_NULL;
    buf_str(&out, STR("{\"version\":1,\"blocks\":["));
    for (size_t i = 0; i < reading->block_count; i++) {
        const struct block *b = &reading->block[i];
        const uint32_t all[BLOCK_NUMBERS] = {(uint32_t)b->kind,
                                             (uint32_t)b->left_out,
                                             b->start,
                                             b->end,
                                             b->origin,
                                             b->origin_end,
                                             b->page,
                                             b->table,
                                             b->row,
                                             b->begins_ms,
                                             b->ends_ms,
                                             b->speaker,
                                             b->speaker_end,
                                             b->left,
                                             b->top};
        add_numbers(&out, i == 0, all, BLOCK_NUMBERS);
    }
    buf_str(&out, STR("],\"cells\":["));
    for (size_t i = 0; i < reading->cell_count; i++) {
        const struct cell *c = &reading->cell[i];
        const uint32_t all[CELL_NUMBERS] = {c->block, c->start, c->end, c->column, c->columns, (uint32_t)c->heads};
        add_numbers(&out, i == 0, all, CELL_NUMBERS);
    }
    buf_str(&out, STR("],\"segments\":["));
    for (size_t i = 0; i < reading->segment_count; i++) {
        const struct segment *s = &reading->segment[i];
        const uint32_t all[SEGMENT_NUMBERS] = {s->start, s->length, s->origin, s->origin_length};
        add_numbers(&out, i == 0, all, SEGMENT_NUMBERS);
    }
    buf_char(&out, ']');
    add_rest(&out, reading->rest);
    buf_char(&out, '}');
    struct str layout = arena_str(arena, buf_view(&out));
    buf_release(&out);
    return layout;
}

/* ---- back ---- */

static bool take_numbers(const json_t *array, size_t count, uint32_t *ret)
{
    if (json_array_size(array) != count)
        return false;
    for (size_t i = 0; i < count; i++) {
        json_int_t value = json_integer_value(json_array_get(array, i));
        if (!json_is_integer(json_array_get(array, i)) || value < 0 || value > UINT32_MAX)
            return false;
        ret[i] = (uint32_t)value;
    }
    return true;
}

static bool take_blocks(const json_t *array, struct arena *arena, struct reading *reading)
{
    uint32_t n[BLOCK_NUMBERS];
    reading->block = arena_alloc(arena, (json_array_size(array) + 1) * sizeof(*reading->block));
    for (size_t i = 0; i < json_array_size(array); i++) {
        if (!take_numbers(json_array_get(array, i), BLOCK_NUMBERS, n) || n[0] >= BLOCK_END || n[1] > 1)
            return false;
        reading->block[reading->block_count++] = (struct block){.kind = (int32_t)n[0],
                                                                .left_out = (int32_t)n[1],
                                                                .start = n[2],
                                                                .end = n[3],
                                                                .origin = n[4],
                                                                .origin_end = n[5],
                                                                .page = n[6],
                                                                .table = n[7],
                                                                .row = n[8],
                                                                .begins_ms = n[9],
                                                                .ends_ms = n[10],
                                                                .speaker = n[11],
                                                                .speaker_end = n[12],
                                                                .left = n[13],
                                                                .top = n[14]};
    }
    return true;
}

static bool take_cells(const json_t *array, struct arena *arena, struct reading *reading)
{
    uint32_t n[CELL_NUMBERS];
    reading->cell = arena_alloc(arena, (json_array_size(array) + 1) * sizeof(*reading->cell));
    for (size_t i = 0; i < json_array_size(array); i++) {
        if (!take_numbers(json_array_get(array, i), CELL_NUMBERS, n) || n[5] > 1)
            return false;
        reading->cell[reading->cell_count++] = (struct cell){n[0], n[1], n[2], n[3], n[4], (int32_t)n[5]};
    }
    return true;
}

static bool take_segments(const json_t *array, struct arena *arena, struct reading *reading)
{
    uint32_t n[SEGMENT_NUMBERS];
    reading->segment = arena_alloc(arena, (json_array_size(array) + 1) * sizeof(*reading->segment));
    for (size_t i = 0; i < json_array_size(array); i++) {
        if (!take_numbers(json_array_get(array, i), SEGMENT_NUMBERS, n))
            return false;
        reading->segment[reading->segment_count++] = (struct segment){n[0], n[1], n[2], n[3]};
    }
    return true;
}

bool layout_read(struct str layout, struct str text, size_t received, struct arena *arena, struct reading *ret,
                 struct err *err)
{
    struct reading reading = {.text = text};
    json_t *root = json_loadb(layout.ptr ? layout.ptr : "", layout.len, 0, NULL);
    const json_t *rest = json_object_get(root, "rest");
    bool ok = json_integer_value(json_object_get(root, "version")) == 1 &&
              take_blocks(json_object_get(root, "blocks"), arena, &reading) &&
              take_cells(json_object_get(root, "cells"), arena, &reading) &&
              take_segments(json_object_get(root, "segments"), arena, &reading);
    if (rest)
        reading.rest = arena_str(arena, (struct str){json_string_value(rest), json_string_length(rest)});
    ok = ok && reading_holds(&reading, received);
    json_decref(root);
    if (!ok)
        return err_set(err, ERR_STORE, "its layout can't be used; run: assay doctor");
    *ret = reading;
    return true;
}

/* ---- places ---- */

/* "00:01:02" */
static struct str time_code(uint32_t ms, struct arena *arena)
{
    uint32_t s = ms / 1000;
    return arena_printf(arena, "%02u:%02u:%02u", s / 3600, s / 60 % 60, s % 60);
}

static bool is_header_of_column(const struct reading *reading, const struct cell *header, const struct cell *cell)
{
    const struct block *above = &reading->block[header->block], *row = &reading->block[cell->block];
    return header->heads && above->table == row->table && above->row < row->row && header->column <= cell->column &&
           cell->column < header->column + header->columns;
}

static struct str text_of(const struct reading *reading, const struct cell *cell)
{
    return str_slice(reading->text, cell->start, cell->end);
}

/* Headers of the cell that holds `at`: of its row (the first cell, unless it is that), and of its column. */
static struct str cell_place(const struct reading *reading, const struct block *block, size_t at, struct arena *arena)
{
    const struct cell *cell = NULL, *row = NULL, *column = NULL;
    for (size_t i = 0; i < reading->cell_count; i++) {
        const struct cell *one = &reading->cell[i];
        if (&reading->block[one->block] != block)
            continue;
        row = row ? row : one;
        if (at >= one->start && at < one->end)
            cell = one;
    }
    for (size_t i = 0; cell && i < reading->cell_count; i++)
        if (is_header_of_column(reading, &reading->cell[i], cell))
            column = &reading->cell[i];
    struct str place = arena_printf(arena, "table %u, row %u", block->table, block->row);
    if (cell && row && row != cell)
        place = arena_printf(arena, "%.*s: %.*s", STR_ARG(place), STR_ARG(text_of(reading, row)));
    if (column)
        place = arena_printf(arena, "%.*s%s%.*s", STR_ARG(place), cell != row ? ", " : ": ",
                             STR_ARG(text_of(reading, column)));
    else if (cell)
        place = arena_printf(arena, "%.*s, column %u", STR_ARG(place), cell->column);
    return place;
}

/* Among the blocks of the text, from 1. */
static size_t number_of(const struct reading *reading, const struct block *block)
{
    size_t number = 1;
    for (const struct block *before = reading->block; before < block; before++)
        number += !before->left_out;
    return number;
}

struct str layout_place(const struct reading *reading, size_t start, struct arena *arena)
{
    const struct block *block = reading_block(reading, start);
    struct str place = STR("");
    if (!block)
        return place;
    if (block->kind == BLOCK_ROW)
        place = cell_place(reading, block, start, arena);
    else if (block->kind == BLOCK_CUE)
        place = arena_printf(arena, "%s to %s", time_code(block->begins_ms, arena).ptr,
                             time_code(block->ends_ms, arena).ptr);
    else if (block->kind == BLOCK_HEADING)
        place = STR("heading");
    else
        place = arena_printf(arena, "paragraph %zu", number_of(reading, block));
    if (block->page > 0)
        place = arena_printf(arena, "page %u%s%.*s", block->page, place.len > 0 ? ", " : "", STR_ARG(place));
    return place;
}
