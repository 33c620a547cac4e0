/* Bytes of any character encoding to UTF-8, character by character, so that each knows where it came from. */
#include "core/intake/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/utf8.h"

bool charset_open(const struct charset *charset, void **ret_converter)
{
    *ret_converter = NULL;
    if (!charset->convert)
        return true;
    iconv_t converter = iconv_open("UTF-8", charset->convert);
    if (converter == (iconv_t)-1) /* NOLINT: what iconv_open says where it can't */
        return false;
    *ret_converter = converter;
    return true;
}

void charset_close(void *converter)
{
    if (converter)
        iconv_close(converter);
}

void charset_text_release(struct charset_text *text)
{
    buf_release(&text->text);
    free(text->run);
    *text = (struct charset_text){0};
}

/* `count` characters, of `unit` bytes each in UTF-8 and `origin_unit` as received, follow. */
static void add_run(struct charset_text *text, size_t origin, size_t count, size_t unit, size_t origin_unit)
{
    struct charset_run *last = text->run_count > 0 ? &text->run[text->run_count - 1] : NULL;
    if (last && last->unit == unit && last->origin_unit == origin_unit &&
        last->origin + last->count * last->origin_unit == origin) {
        last->count += (uint32_t)count;
        return;
    }
    text->run = mem_grow(text->run, &text->run_cap, text->run_count + 1, sizeof(*text->run));
    text->run[text->run_count++] = (struct charset_run){
        .start = (uint32_t)text->text.len,
        .origin = (uint32_t)origin,
        .count = (uint32_t)count,
        .unit = (uint8_t)unit,
        .origin_unit = (uint8_t)origin_unit,
    };
}

static void add_bad(struct charset_text *text, size_t origin)
{
    add_run(text, origin, 1, 3, 1);
    buf_str(&text->text, STR("\xEF\xBF\xBD"));
    text->bad++;
}

/* How many bytes from `at` on are ASCII but NUL, which no text holds. */
static size_t ascii_length(struct str bytes, size_t at)
{
    size_t end = at;
    while (end < bytes.len && (unsigned char)bytes.ptr[end] < 0x80 && bytes.ptr[end] != '\0')
        end++;
    return end - at;
}

static size_t add_ascii(struct charset_text *text, struct str bytes, size_t at)
{
    size_t length = ascii_length(bytes, at);
    if (length > 0) {
        add_run(text, at, length, 1, 1);
        buf_add(&text->text, bytes.ptr + at, length);
    }
    return length;
}

/* UTF-8 as it stands, but for bytes that are none. A NUL is left out, as browsers do. */
static void repair(struct charset_text *text, struct str bytes, size_t at)
{
    while (at < bytes.len) {
        uint32_t c;
        at += add_ascii(text, bytes, at);
        if (at == bytes.len)
            break;
        size_t length = utf8_decode(bytes, at, &c);
        if (length > 1) {
            add_run(text, at, 1, length, length);
            buf_add(&text->text, bytes.ptr + at, length);
        } else if (bytes.ptr[at] != '\0') {
            add_bad(text, at);
        }
        at += length;
    }
}

/*
 * One character by iconv: room for one more byte until it fits, so that no second one does. Returns what it took of
 * `bytes`; 0 where that stands for none.
 */
static size_t convert_one(iconv_t converter, struct str bytes, size_t at, char *character, size_t *ret_length)
{
    for (size_t room = 1; room <= 8; room++) {
        char *in = (char *)bytes.ptr + at, *out = character;
        size_t in_left = bytes.len - at, out_left = room;
        size_t done = iconv(converter, &in, &in_left, &out, &out_left);
        size_t taken = bytes.len - at - in_left;
        bool failed = done == (size_t)-1;
        *ret_length = room - out_left;
        if (*ret_length > 0 || (taken > 0 && in_left == 0))
            return taken;
        if (failed && errno != E2BIG)
            return 0;
    }
    return 0;
}

static void convert(const struct charset *charset, iconv_t converter, struct str bytes, size_t at,
                    struct charset_text *text)
{
    while (at < bytes.len) {
        char character[8];
        size_t length = 0, taken = charset->like_ascii ? add_ascii(text, bytes, at) : 0;
        if (taken == 0) {
            taken = convert_one(converter, bytes, at, character, &length);
            if (taken == 0) {
                iconv(converter, NULL, NULL, NULL, NULL);
                add_bad(text, at++);
                continue;
            }
            bool nul = length == 1 && character[0] == '\0';
            if (length > 0 && !nul && taken <= UINT8_MAX) {
                add_run(text, at, 1, length, taken);
                buf_add(&text->text, character, length);
            }
        }
        at += taken;
    }
}

void charset_convert(const struct charset *charset, void *converter, struct str bytes, struct charset_text *ret)
{
    buf_reserve(&ret->text, bytes.len);
    if (converter)
        convert(charset, converter, bytes, charset->mark, ret);
    else
        repair(ret, bytes, charset->mark);
}

/* ---- the way back ---- */

/* The run that holds a place of the text; the last one for the text's end. */
static size_t run_at(const struct charset_text *text, size_t place)
{
    size_t low = 0, high = text->run_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (text->run[middle].start <= place)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Where a place of the text was in the bytes; a place inside a character is its end where `end` is asked for. */
static size_t origin_of(const struct charset_text *text, size_t place, bool end)
{
    if (text->run_count == 0)
        return 0;
    const struct charset_run *run = &text->run[run_at(text, end && place > 0 ? place - 1 : place)];
    size_t inside = place > run->start ? place - run->start : 0;
    size_t characters = (inside + (end ? run->unit - 1U : 0)) / run->unit;
    return run->origin + (characters < run->count ? characters : run->count) * run->origin_unit;
}

struct segments {
    struct segment *segment;
    size_t count, cap;
};

static void add_segment(struct segments *all, size_t start, size_t length, size_t origin, size_t origin_length)
{
    all->segment = mem_grow(all->segment, &all->cap, all->count + 1, sizeof(*all->segment));
    all->segment[all->count++] =
        (struct segment){(uint32_t)start, (uint32_t)length, (uint32_t)origin, (uint32_t)origin_length};
}

/* A segment that is the same as in the text, cut where runs end; characters that grew or shrank each by itself. */
static void cut_segment(const struct charset_text *text, const struct segment *segment, struct segments *all)
{
    size_t at = 0;
    for (size_t i = run_at(text, segment->origin); at < segment->length && i < text->run_count; i++) {
        const struct charset_run *run = &text->run[i];
        size_t end = run->start + (size_t)run->count * run->unit, place = segment->origin + at;
        size_t length = end - place < segment->length - at ? end - place : segment->length - at;
        size_t step = run->unit == run->origin_unit ? length : run->unit;
        for (; length >= step && length > 0; length -= step, at += step, place += step)
            add_segment(all, segment->start + at, step, origin_of(text, place, false),
                        run->unit == run->origin_unit ? step : run->origin_unit);
    }
}

void charset_unmap(const struct charset_text *text, struct arena *arena, struct reading *reading)
{
    struct segments all = {0};
    for (size_t i = 0; i < reading->segment_count; i++) {
        const struct segment *segment = &reading->segment[i];
        size_t start = origin_of(text, segment->origin, false);
        if (segment->length == segment->origin_length)
            cut_segment(text, segment, &all);
        else
            add_segment(&all, segment->start, segment->length, start,
                        origin_of(text, segment->origin + segment->origin_length, true) - start);
    }
    for (size_t i = 0; i < reading->block_count; i++) {
        struct block *block = &reading->block[i];
        block->origin_end = (uint32_t)origin_of(text, block->origin_end, true);
        block->origin = (uint32_t)origin_of(text, block->origin, false);
    }
    reading->segment = arena_alloc(arena, all.count * sizeof(*all.segment) + 1);
    if (all.count > 0)
        memcpy(reading->segment, all.segment, all.count * sizeof(*all.segment));
    reading->segment_count = all.count;
    free(all.segment);
}
