/*
 * Fuzzes intake: any bytes, as plain text and as Markdown, end as valid text or as a named error. What the bytes say that
 * they are comes before that, so the sandbox is in it as well.
 */
#include <stdlib.h>
#include <string.h>

#include "core/base/utf8.h"
#include "core/intake/intake.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void take(int media, struct str bytes)
{
    struct arena arena = {0};
    struct err err = {0};
    struct received got = {0};
    size_t bad;
    if (intake_bytes(STR("fuzz"), media, bytes, &arena, &got, &err)) {
        check(utf8_valid(got.text, &bad) && got.text.len > 0 && !memchr(got.text.ptr, '\0', got.text.len));
        check(got.document.id.len == DIGEST_HEX && got.document.sha256.len == DIGEST_HEX);
        check(got.document.bytes <= (int64_t)bytes.len && got.document.media < MEDIA_END);
        check(!got.document.title.ptr || utf8_valid(got.document.title, &bad));
    } else {
        check(err.code == ERR_INPUT && err.msg[0] != '\0' && !got.bytes.ptr);
    }
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = {(const char *)data, size};
    take(MEDIA_TEXT, bytes);
    take(MEDIA_MARKDOWN, bytes);
    return 0;
}
