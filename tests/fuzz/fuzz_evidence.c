/*
 * Fuzzes what reads sources: quotations in texts, CSL-JSON, BibTeX and tables. The first byte says which; a place that is
 * found is inside the text, and what was read and is written is read again as the same.
 */
#include <stdlib.h>
#include <string.h>

#include "core/base/utf8.h"
#include "core/evidence/bibtex.h"
#include "core/evidence/csl.h"
#include "core/evidence/fold.h"
#include "core/evidence/quote.h"
#include "core/intake/delimited.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

/* Up to the first "\x01" the quotation, after it the text. */
static void take_quote(struct str input)
{
    struct str text = input, quote = str_split(&text, '\x01');
    struct buf folded = {0};
    size_t start, end;
    if (quote.len == input.len)
        text = input;
    struct quote_found found = quote_find(text, quote);
    check(found.start <= found.end && found.end <= text.len);
    check((found.presence == PRESENCE_STANDS || found.presence == PRESENCE_PARTS) == (found.places > 0));
    fold_text(&folded, text);
    for (size_t i = 0; i < folded.len && i < 64; i++) {
        fold_origin(text, i, &start, &end);
        check(start < end && end <= text.len);
    }
    buf_release(&folded);
}

/* Sources to items and back: the second time nothing changes. */
static void take_sources(const struct source *sources, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct arena arena = {0};
        struct err err = {0};
        struct source again = {0};
        json_t *item = csl_item(&sources[i]);
        check(csl_source(item, &arena, &again, &err));
        json_t *second = csl_item(&again);
        json_object_set_new(second, "id", json_deep_copy(json_object_get(item, "id")));
        check(json_equal(item, second));
        json_decref(item);
        json_decref(second);
        arena_release(&arena);
    }
}

static void take_csl(struct str input)
{
    struct arena arena = {0};
    struct err err = {0};
    struct source *sources = NULL;
    size_t count = 0;
    if (csl_read(input, &arena, &sources, &count, &err))
        take_sources(sources, count);
    arena_release(&arena);
}

static void take_bibtex(struct str input)
{
    struct arena arena = {0};
    struct err err = {0};
    struct source *sources = NULL, *again = NULL;
    struct buf text = {0};
    size_t count = 0, again_count = 0, left_out = 0;
    if (bibtex_read(input, &arena, &sources, &count, &left_out, &err)) {
        json_t *items = json_array();
        for (size_t i = 0; i < count; i++)
            json_array_append_new(items, csl_item(&sources[i]));
        take_sources(sources, count);
        bibtex_write(&text, items);
        check(bibtex_read(buf_view(&text), &arena, &again, &again_count, &left_out, &err));
        check(again_count == count);
    }
    buf_release(&text);
    arena_release(&arena);
}

static void take_table(struct str input)
{
    struct arena arena = {0};
    struct reading reading = {0};
    delimited_parse(input, &limits_normal, &arena, &reading);
    check(reading_holds(&reading, input.len));
    free(reading.block);
    free(reading.cell);
    free(reading.segment);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str input = {(const char *)data, size};
    size_t bad = 0;
    if (size < 1 || !utf8_valid(input, &bad))
        return 0;
    struct str rest = str_slice(input, 1, input.len);
    if (!utf8_valid(rest, &bad))
        return 0;
    switch (data[0] % 4) {
    case 0:
        take_quote(rest);
        break;
    case 1:
        take_csl(rest);
        break;
    case 2:
        take_bibtex(rest);
        break;
    default:
        take_table(rest);
        break;
    }
    return 0;
}
