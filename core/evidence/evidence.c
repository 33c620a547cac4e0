/* Looks for a quote and a figure in a source's text, and says in words where they stand. */
#include "core/evidence/evidence.h"

#include "core/evidence/figure.h"
#include "core/evidence/quote.h"
#include "core/intake/layout.h"

/* The paragraph of a text without a layout, from 1: blank lines are between them. */
static size_t paragraph_at(struct str text, size_t at)
{
    size_t number = 1;
    bool blank = false, line_blank = true, any = false;
    for (size_t i = 0; i < at && i < text.len; i++) {
        if (text.ptr[i] == '\n') {
            blank = blank || (line_blank && any);
            line_blank = true;
        } else if (!is_space(text.ptr[i])) {
            number += blank;
            blank = line_blank = false;
            any = true;
        }
    }
    return number + (blank && any);
}

/* "page 3, paragraph 2", "page 3, paragraph 2, to page 4". */
static struct str place_of(const struct reading *reading, size_t start, size_t end, struct arena *arena)
{
    const struct block *first = reading_block(reading, start), *last = reading_block(reading, end - 1);
    if (!first && reading->block_count == 0)
        return arena_printf(arena, "paragraph %zu", paragraph_at(reading->text, start));
    struct str place = layout_place(reading, start, arena);
    if (first && first == last && first->kind == BLOCK_ROW) /* of several cells the last: the first names the row */
        place = layout_place(reading, end - 1, arena);
    if (first && last && last->page > first->page)
        place = arena_printf(arena, "%.*s, to page %u", STR_ARG(place), last->page);
    return place;
}

/* Plain text stands in the bytes as it is, after its mark. */
static bool origin_of(const struct kept_source *kept, size_t start, size_t end, size_t *ret_start, size_t *ret_end)
{
    const struct reading *reading = &kept->reading;
    if (reading_origin(reading, start, end, ret_start, ret_end))
        return true;
    if (reading->block_count > 0 || reading->segment_count > 0 || !str_ends(kept->bytes, reading->text))
        return false;
    size_t mark = kept->bytes.len - reading->text.len;
    *ret_start = mark + start;
    *ret_end = mark + end;
    return true;
}

static void set_place(const struct kept_source *kept, const struct quote_found *found, struct arena *arena,
                      struct sighting *ret)
{
    size_t start = 0, end = 0;
    ret->start = (int64_t)found->start;
    ret->end = (int64_t)found->end;
    ret->places = found->places;
    ret->place = place_of(&kept->reading, found->start, found->end, arena);
    if (!origin_of(kept, found->start, found->end, &start, &end))
        return;
    ret->origin = (int64_t)start;
    ret->origin_end = (int64_t)end;
}

/* The block of what was left out that holds the byte at `at` of it. */
static const struct block *left_out_block(const struct reading *reading, size_t at)
{
    for (size_t i = 0; i < reading->block_count; i++) {
        const struct block *block = &reading->block[i];
        if (block->left_out && at >= block->start && at < block->end)
            return block;
    }
    return NULL;
}

static void find_outside(const struct kept_source *kept, const struct citation *citation, struct arena *arena,
                         struct sighting *ret)
{
    struct str rest = kept->reading.rest;
    struct quote_found found = quote_find(rest, citation->quote);
    if (!rest.ptr || (found.presence != PRESENCE_STANDS && found.presence != PRESENCE_PARTS))
        return;
    const struct block *block = left_out_block(&kept->reading, found.start);
    ret->quote = (int)found.presence;
    ret->places = found.places;
    ret->place = STR("outside the main text");
    if (block && block->page > 0)
        ret->place = arena_printf(arena, "page %u, outside the main text", block->page);
    if (block) {
        ret->origin = block->origin;
        ret->origin_end = block->origin_end;
    }
}

static void find_quote(const struct citation *citation, const struct kept_source *kept, struct arena *arena,
                       struct sighting *ret)
{
    struct quote_found found = quote_find(kept->reading.text, citation->quote);
    ret->quote = (int)found.presence;
    if (found.presence == PRESENCE_STANDS || found.presence == PRESENCE_PARTS)
        set_place(kept, &found, arena, ret);
    else if (found.presence == PRESENCE_ABSENT)
        find_outside(kept, citation, arena, ret);
}

static void find_figure(const struct extractor *extractor, const struct citation *citation,
                        const struct kept_source *kept, struct arena *arena, struct sighting *ret)
{
    bool quoted = citation->quote.ptr != NULL;
    if (!quoted && !kept->readable) {
        ret->figure = PRESENCE_UNKNOWN;
        return;
    }
    struct figure_found found = figure_find(extractor, quoted ? citation->quote : kept->reading.text, citation, arena);
    ret->figure = found.found ? PRESENCE_STANDS : PRESENCE_ABSENT;
    ret->figure_literal = found.literal;
    if (found.found && !quoted)
        ret->figure_place = place_of(&kept->reading, found.start, found.end, arena);
}

void evidence_find(const struct extractor *extractor, const struct citation *citation, const struct kept_source *kept,
                   struct arena *arena, struct sighting *ret)
{
    struct sighting sighting = {0};
    if (citation->quote.ptr && kept->readable)
        find_quote(citation, kept, arena, &sighting);
    else if (citation->quote.ptr)
        sighting.quote = PRESENCE_UNKNOWN;
    if (citation->figure.ptr)
        find_figure(extractor, citation, kept, arena, &sighting);
    *ret = sighting;
}
