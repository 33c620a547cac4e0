/*
 * Fuzzes the other readers, without the sandbox: subtitles, feeds, what pdftotext prints, the XML of word processors'
 * documents, and charsets. What they make holds together, or they say what is wrong.
 */
#include <stdlib.h>
#include <string.h>

#include "core/intake/feed.h"
#include "core/intake/office.h"
#include "core/intake/pdf.h"
#include "core/intake/subtitles.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void release(struct reading *reading)
{
    free(reading->block);
    free(reading->cell);
    free(reading->segment);
}

static void take(void (*parse)(struct str, const struct limits *, struct arena *, struct reading *), struct str bytes)
{
    struct arena arena = {0};
    struct reading reading = {0};
    parse(bytes, &limits_normal, &arena, &reading);
    if (!reading.failure.ptr)
        check(reading_holds(&reading, bytes.len));
    release(&reading);
    arena_release(&arena);
}

static void docx(struct str bytes, const struct limits *limits, struct arena *arena, struct reading *ret)
{
    struct writing writing;
    writing_begin(&writing, arena, ret);
    writing.limits = limits;
    office_read_docx(bytes, &writing, &ret->failure);
    writing_end(&writing);
    office_read_about(bytes, arena, ret);
}

static void odt(struct str bytes, const struct limits *limits, struct arena *arena, struct reading *ret)
{
    struct writing writing;
    writing_begin(&writing, arena, ret);
    writing.limits = limits;
    office_read_odt(bytes, &writing, &ret->failure);
    writing_end(&writing);
}

static void take_feed(struct str bytes)
{
    struct arena arena = {0};
    struct feed_entry *entry = NULL;
    struct str failure = STR_NULL;
    size_t count = 0;
    if (feed_entries(bytes, &limits_normal, &arena, &entry, &count, &failure)) {
        for (size_t i = 0; i < count && i < 8; i++) {
            struct reading reading = {0};
            feed_entry_parse(&entry[i], &arena, &reading);
            check(reading_holds(&reading, bytes.len + reading.text.len));
            release(&reading);
        }
    } else {
        check(failure.len > 0);
    }
    free(entry);
    arena_release(&arena);
}

static void take_charset(uint8_t which, struct str bytes)
{
    static const char *const names[] = {"windows-1252", "shift_jis", "gb18030", "euc-kr",
                                        "iso-2022-jp",  "utf-16le",  "big5"};
    struct charset charset;
    struct charset_text text = {0};
    void *converter;
    charset_by_name(str_from(names[which % (sizeof(names) / sizeof(names[0]))]), &charset);
    if (!charset_open(&charset, &converter))
        return;
    charset_convert(&charset, converter, bytes, &text);
    struct arena arena = {0};
    struct segment all = {.length = (uint32_t)text.text.len, .origin_length = (uint32_t)text.text.len};
    struct reading reading = {.text = buf_view(&text.text), .segment = &all, .segment_count = text.text.len > 0};
    charset_unmap(&text, &arena, &reading);
    check(reading_holds(&reading, bytes.len));
    arena_release(&arena);
    charset_close(converter);
    charset_text_release(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct charset utf8;
    struct charset_text text = {0};
    struct str bytes = {size > 0 ? (const char *)data : "", size};
    take_charset(size > 0 ? data[0] : 0, bytes);
    charset_by_name(STR("utf-8"), &utf8);
    charset_convert(&utf8, NULL, bytes, &text);
    bytes = buf_view(&text.text);
    take(subtitles_parse, bytes);
    take(pdf_parse, bytes);
    take(docx, bytes);
    take(odt, bytes);
    take_feed(bytes);
    charset_text_release(&text);
    return 0;
}
