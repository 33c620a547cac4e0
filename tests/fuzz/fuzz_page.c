/*
 * Fuzzes the reading of web pages, without the sandbox: whatever the bytes, the text is valid, every block and segment is
 * in its place, and a layout that was written is read back as it was.
 */
#include <stdlib.h>
#include <string.h>

#include "core/intake/layout.h"
#include "core/intake/page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void take(struct str page, bool whole)
{
    struct arena arena = {0};
    struct reading reading = {0}, back = {0};
    struct page_options options = {.whole = whole};
    struct buf answer = {0};
    struct err err = {0};
    page_parse(page, &options, &arena, &reading);
    reading_encode(&reading, &answer);
    free(reading.block);
    free(reading.cell);
    free(reading.segment);
    check(reading_decode(buf_view(&answer), page.len, &arena, &back, &err));
    struct str layout = layout_write(&back, &arena);
    if (layout.ptr)
        check(layout_read(layout, back.text, page.len, &arena, &reading, &err));
    for (size_t i = 0; i < back.segment_count; i++) { /* what is the same byte for byte is so in the page */
        const struct segment *s = &back.segment[i];
        if (s->length == s->origin_length && s->length > 0 && s->length < 8)
            check(s->origin + s->length <= page.len);
    }
    buf_release(&answer);
    arena_release(&arena);
}

/* The child converts what is no UTF-8 before it parses; so does this. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct charset utf8;
    struct charset_text text = {0};
    charset_by_name(STR("utf-8"), &utf8);
    charset_convert(&utf8, NULL, (struct str){size > 0 ? (const char *)data : "", size}, &text);
    take(buf_view(&text.text), false);
    take(buf_view(&text.text), true);
    charset_text_release(&text);
    return 0;
}
