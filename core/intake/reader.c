/* What readers of foreign formats share: the sandboxed run, and writing text block by block. */
#include "core/intake/reader.h"

#include "core/base/limits.h"
#include "core/intake/plain.h"
#include "core/intake/sandbox.h"

struct reader_job {
    const struct reader *reader;
    struct str bytes;
    void *converter;
    bool open;
};

static void open_all(void *ctx)
{
    struct reader_job *job = ctx;
    job->open = !job->reader->charset || charset_open(job->reader->charset, &job->converter);
    if (job->reader->open)
        job->reader->open();
}

static void work(void *ctx, struct buf *answer)
{
    struct reader_job *job = ctx;
    struct arena arena = {0};
    struct reading reading = {0};
    struct charset_text text = {0};
    if (!job->open)
        return;
    if (job->reader->charset) {
        charset_convert(job->reader->charset, job->converter, job->bytes, &text);
        job->reader->read(buf_view(&text.text), job->reader->limits, &arena, &reading);
        charset_unmap(&text, &arena, &reading);
        reading.note = plain_note(text.bad, job->reader->charset, &arena);
    } else {
        job->reader->read(job->bytes, job->reader->limits, &arena, &reading);
    }
    if (!reading.text.ptr)
        reading.text = STR("");
    reading_encode(&reading, answer);
}

bool reader_run(const struct reader *reader, struct str bytes, struct arena *arena, struct reading *ret,
                struct err *err)
{
    struct reader_job job = {.reader = reader, .bytes = bytes};
    struct sandbox_job child = {open_all, work, &job};
    struct sandbox_limits limits = sandbox_limits_of(reader->limits, LIMIT_DOCUMENT_BYTES);
    struct buf answer = {0};
    bool ok = sandbox_run(&child, &limits, &answer, err);
    if (ok && answer.len == 0)
        ok = err_set(err, ERR_SYSTEM, "this machine has no table for %s; convert it to UTF-8", reader->charset->name);
    ok = ok && reading_decode(buf_view(&answer), bytes.len, arena, ret, err);
    buf_release(&answer);
    return ok;
}

/* ---- writing ---- */

void writing_begin(struct writing *writing, struct arena *arena, struct reading *reading)
{
    *writing = (struct writing){.arena = arena, .reading = reading};
}

struct block *writing_last(struct writing *writing)
{
    struct reading *reading = writing->reading;
    return reading->block_count > 0 ? &reading->block[reading->block_count - 1] : NULL;
}

struct block *writing_begin_block(struct writing *writing, enum block_kind kind)
{
    struct reading *reading = writing->reading;
    reading->block = mem_grow(reading->block, &writing->block_cap, reading->block_count + 1, sizeof(*reading->block));
    struct block *block = &reading->block[reading->block_count++];
    *block = (struct block){.kind = (int32_t)kind, .start = (uint32_t)writing->out.len};
    block->end = block->start;
    return block;
}

struct block *writing_block(struct writing *writing, enum block_kind kind)
{
    if (writing->out.len > 0)
        buf_str(&writing->out, STR("\n"));
    return writing_begin_block(writing, kind);
}

void writing_add(struct writing *writing, struct str text)
{
    buf_str(&writing->out, text);
}

void writing_add_from(struct writing *writing, struct str text, size_t origin, size_t origin_length)
{
    struct reading *reading = writing->reading;
    struct block *block = writing_last(writing);
    reading->segment =
        mem_grow(reading->segment, &writing->segment_cap, reading->segment_count + 1, sizeof(*reading->segment));
    reading->segment[reading->segment_count++] =
        (struct segment){(uint32_t)writing->out.len, (uint32_t)text.len, (uint32_t)origin, (uint32_t)origin_length};
    if (block && (block->origin_end == 0 || origin < block->origin))
        block->origin = (uint32_t)origin;
    if (block && origin + origin_length > block->origin_end)
        block->origin_end = (uint32_t)(origin + origin_length);
    buf_str(&writing->out, text);
}

static struct cell *last_cell(struct writing *writing)
{
    struct reading *reading = writing->reading;
    struct cell *cell = reading->cell_count > 0 ? &reading->cell[reading->cell_count - 1] : NULL;
    return cell && cell->block + 1 == reading->block_count ? cell : NULL;
}

void writing_cell(struct writing *writing, uint32_t column, uint32_t columns, bool heads)
{
    struct reading *reading = writing->reading;
    struct cell *before = last_cell(writing);
    if (before) {
        before->end = (uint32_t)writing->out.len;
        buf_str(&writing->out, STR(" | "));
    }
    reading->cell = mem_grow(reading->cell, &writing->cell_cap, reading->cell_count + 1, sizeof(*reading->cell));
    reading->cell[reading->cell_count++] = (struct cell){.block = (uint32_t)reading->block_count - 1,
                                                         .start = (uint32_t)writing->out.len,
                                                         .end = (uint32_t)writing->out.len,
                                                         .column = column,
                                                         .columns = columns,
                                                         .heads = heads};
}

/* What is cut off the text is cut off where it came from, too. */
static void cut(struct reading *reading, size_t length)
{
    while (reading->segment_count > 0) {
        struct segment *last = &reading->segment[reading->segment_count - 1];
        if (last->start + last->length <= length)
            return;
        if (last->start < length && last->length == last->origin_length) {
            last->length = last->origin_length = (uint32_t)length - last->start;
            return;
        }
        reading->segment_count--;
    }
}

void writing_trim(struct writing *writing)
{
    while (writing->out.len > 0 && is_space(writing->out.ptr[writing->out.len - 1]))
        writing->out.len--;
    cut(writing->reading, writing->out.len);
}

/* A block without text is taken back. */
void writing_end_block(struct writing *writing)
{
    struct reading *reading = writing->reading;
    struct block *block = writing_last(writing);
    struct cell *cell = last_cell(writing);
    struct str text = str_slice(buf_view(&writing->out), block->start, writing->out.len);
    bool empty = true;
    for (size_t i = 0; i < text.len && empty; i++)
        empty = is_space(text.ptr[i]) || (text.ptr[i] == '|' && cell);
    if (empty) {
        writing->out.len = block->start > 0 ? block->start - 1 : 0;
        while (last_cell(writing))
            reading->cell_count--;
        while (reading->segment_count > 0 && reading->segment[reading->segment_count - 1].start >= block->start)
            reading->segment_count--;
        reading->block_count--;
        return;
    }
    block->end = (uint32_t)writing->out.len;
    if (cell)
        cell->end = block->end;
    buf_char(&writing->out, '\n');
}

void writing_end(struct writing *writing)
{
    writing->reading->text = arena_str(writing->arena, buf_view(&writing->out));
    buf_release(&writing->out);
}

struct str reader_collapse(struct str text, struct arena *arena)
{
    struct buf out = {0};
    for (size_t i = 0; i < text.len; i++) {
        if (!is_space(text.ptr[i]))
            buf_char(&out, text.ptr[i]);
        else if (out.len > 0 && out.ptr[out.len - 1] != ' ')
            buf_char(&out, ' ');
    }
    struct str trimmed = str_trim(buf_view(&out));
    struct str copy = trimmed.len > 0 ? arena_str(arena, trimmed) : STR_NULL;
    buf_release(&out);
    return copy;
}
