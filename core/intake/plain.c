/* Plain text of any character encoding, converted where its tables can do no harm. */
#include "core/intake/plain.h"

#include "core/base/limits.h"
#include "core/intake/sandbox.h"

struct str plain_note(size_t bad, const struct charset *charset, struct arena *arena)
{
    if (bad == 0)
        return STR_NULL;
    return arena_printf(arena, "%zu byte%s not %s, and read as U+FFFD", bad, bad == 1 ? " is" : "s are", charset->name);
}

struct plain_job {
    struct str bytes;
    const struct charset *charset;
    void *converter;
    bool open;
};

static void open_tables(void *ctx)
{
    struct plain_job *job = ctx;
    job->open = charset_open(job->charset, &job->converter);
}

static void convert(void *ctx, struct buf *answer)
{
    struct plain_job *job = ctx;
    struct arena arena = {0};
    struct charset_text text = {0};
    struct segment all = {0};
    if (!job->open)
        return;
    charset_convert(job->charset, job->converter, job->bytes, &text);
    all.length = all.origin_length = (uint32_t)text.text.len;
    struct reading reading = {.text = buf_view(&text.text), .segment = &all, .segment_count = text.text.len > 0};
    charset_unmap(&text, &arena, &reading);
    reading.note = plain_note(text.bad, job->charset, &arena);
    reading_encode(&reading, answer);
}

bool plain_read(struct str bytes, const struct charset *charset, const struct limits *limits, struct arena *arena,
                struct reading *ret, struct err *err)
{
    struct plain_job job = {.bytes = bytes, .charset = charset};
    struct sandbox_job child = {open_tables, convert, &job};
    struct sandbox_limits room = sandbox_limits_of(limits, SIZE_MAX);
    struct buf answer = {0};
    room.memory += 8 * bytes.len;
    bool ok = sandbox_run(&child, &room, &answer, err);
    if (ok && answer.len == 0)
        ok = err_set(err, ERR_SYSTEM, "this machine has no table for %s; convert it to UTF-8", charset->name);
    ok = ok && reading_decode(buf_view(&answer), bytes.len, arena, ret, err);
    buf_release(&answer);
    return ok;
}
