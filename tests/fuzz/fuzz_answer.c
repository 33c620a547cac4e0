/*
 * Fuzzes what comes back from the sandbox and out of a store: a child's answer and a layout are input like any other, and
 * what is taken of them holds together.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/utf8.h"
#include "core/intake/layout.h"
#include "core/intake/sandbox.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void take_places(const struct reading *reading, struct arena *arena)
{
    size_t start, end;
    for (size_t at = 0; at < reading->text.len && at < 64; at += 7) {
        (void)layout_place(reading, at, arena);
        if (reading_origin(reading, at, at + 1, &start, &end))
            check(start <= end);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = {size > 0 ? (const char *)data : "", size}, rest = bytes, part;
    struct arena arena = {0};
    struct reading reading = {0};
    struct err err = {0};
    size_t bad;
    if (reading_decode(bytes, 1000, &arena, &reading, &err)) {
        check(reading_holds(&reading, 1000));
        take_places(&reading, &arena);
    }
    while (sandbox_hear(&rest, &part))
        check(!part.ptr || (part.ptr >= bytes.ptr && part.ptr + part.len <= bytes.ptr + size));
    struct str layout = bytes, text = str_split(&layout, '\n');
    if (utf8_valid(text, &bad) && layout_read(layout, text, 1000, &arena, &reading, &err))
        take_places(&reading, &arena);
    arena_release(&arena);
    return 0;
}
