/* Character encodings: how they are found, what they are converted to, and the way back to each byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "core/base/utf8.h"
#include "core/intake/charset.h"
#include "core/intake/page.h"
#include "core/intake/plain.h"

static void assert_found(struct str bytes, struct charset_hints hints, const char *name, const char *found)
{
    struct charset charset;
    struct err err = {0};
    if (!charset_find(bytes, &hints, &charset, &err))
        fail_msg("%s", err.msg);
    assert_string_equal(charset.name, name);
    assert_string_equal(charset.found, found);
}

static void test_charset_believes_what_says_it_in_order(void **state)
{
    (void)state;
    struct str page = STR("<html><meta charset=Shift_JIS>caf\xE9"), marked = STR("\xEF\xBB\xBF<meta charset=koi8-r>");
    struct str http = STR("iso-8859-1"), option = STR("KOI8-R");
    assert_found(marked, (struct charset_hints){option, http, true}, "UTF-8", "byte order mark");
    assert_found(page, (struct charset_hints){option, http, true}, "KOI8-R", "option");
    assert_found(page, (struct charset_hints){STR_NULL, http, true}, "WINDOWS-1252", "HTTP header");
    assert_found(page, (struct charset_hints){STR_NULL, STR("no-such"), true}, "SHIFT_JIS", "meta");
    assert_found(STR("<meta charset=koi8-r>"), (struct charset_hints){.page = false}, "UTF-8", "UTF-8 throughout");
    assert_found(STR("caf\xE9, na\xEFve, \x93so\x94"), (struct charset_hints){.page = true}, "WINDOWS-1252", "guess");
}

static void test_charset_reads_meta_as_pages_write_it(void **state)
{
    (void)state;
    static const char *const pages[] = {
        "<meta charset='euc-kr'>",
        "<META HTTP-EQUIV=Content-Type CONTENT=\"text/html; charset=EUC-KR\">",
        "<!-- <meta charset=koi8-r> --><meta name=a content=b><meta charset = \"ks_c_5601-1987\" >",
        "<?xml version=\"1.0\" encoding=\"EUC-KR\"?><html>",
    };
    for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
        assert_found(str_from(pages[i]), (struct charset_hints){.page = true}, "EUC-KR", "meta");
    /* a page that says it is UTF-16, in bytes that are not */
    assert_found(STR("<meta charset=utf-16>"), (struct charset_hints){.page = true}, "UTF-8", "meta");
}

static void test_charset_converts_and_leads_back(void **state)
{
    (void)state;
    static const struct {
        const char *charset, *bytes, *text, *part, *origin;
    } cases[] = {
        {"windows-1252",
         "caf\xE9 \x80"
         "5 tea",
         "caf\xC3\xA9 \xE2\x82\xAC"
         "5 tea",
         "\xE2\x82\xAC"
         "5",
         "\x80"
         "5"},
        {"shift_jis",
         "\x93\x8C\x8B\x9E"
         "5\x89\x7E",
         "\xE6\x9D\xB1\xE4\xBA\xAC"
         "5\xE5\x86\x86",
         "5\xE5\x86\x86", "5\x89\x7E"},
        {"iso-2022-jp", "a\x1B$B1_\x1B(B 5", "a\xE5\x86\x86 5", " 5", "\x1B(B 5"},
        {"big5",
         "\xA4\xA4"
         "5",
         "\xE4\xB8\xAD"
         "5",
         "\xE4\xB8\xAD", "\xA4\xA4"},
        {"utf-8",
         "a\xFF"
         "b",
         "a\xEF\xBF\xBD"
         "b",
         "b", "b"},
        {"euc-jp", "5\xB1", "5\xEF\xBF\xBD", "\xEF\xBF\xBD", "\xB1"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct arena arena = {0};
        struct reading reading = {0};
        struct charset charset;
        struct err err = {0};
        size_t start = 0, end = 0;
        struct str bytes = str_from(cases[i].bytes), part = str_from(cases[i].part);
        assert_true(charset_by_name(str_from(cases[i].charset), &charset));
        if (!plain_read(bytes, &charset, &limits_normal, &arena, &reading, &err))
            fail_msg("%s", err.msg);
        assert_string_equal(reading.text.ptr, cases[i].text);
        size_t at = str_find(reading.text, part, 0);
        assert_true(reading_origin(&reading, at, at + part.len, &start, &end));
        assert_true(str_eq(str_slice(bytes, start, end), str_from(cases[i].origin)));
        assert_int_equal(reading.note.ptr != NULL, strstr(cases[i].text, "\xEF\xBF\xBD") != NULL);
        arena_release(&arena);
    }
}

static void test_charset_never_normalises_figures(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct reading reading;
    struct charset charset;
    struct err err = {0};
    charset_by_name(STR("latin1"), &charset);
    assert_true(plain_read(STR("12\xBD m\xB2"), &charset, &limits_normal, &arena, &reading, &err));
    assert_string_equal(reading.text.ptr, "12\xC2\xBD m\xC2\xB2");
    arena_release(&arena);
}

static void test_charset_of_a_page_leads_back_to_its_bytes(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct reading reading;
    struct charset charset;
    struct err err = {0};
    size_t start = 0, end = 0;
    struct str page = STR("<html><meta charset=windows-1251><p>\xCC\xEE\xF1\xEA\xE2\xE0: 5&nbsp;\xF0\xF3\xE1.</p>");
    assert_true(charset_find(page, &(struct charset_hints){.page = true}, &charset, &err));
    assert_true(page_read(page, &charset, &(struct page_options){0}, &arena, &reading, &err));
    size_t at = str_find(reading.text, STR("5\xC2\xA0"), 0);
    assert_true(at < reading.text.len && reading_origin(&reading, at, at + 7, &start, &end));
    assert_true(str_eq(str_slice(page, start, end), STR("5&nbsp;\xF0\xF3")));
    arena_release(&arena);
}

static void test_charset_of_any_bytes_gives_text_that_leads_back_in_order(void **state)
{
    (void)state;
    static const char *const names[] = {"utf-8",       "windows-1252", "shift_jis", "gb18030", "euc-kr",
                                        "iso-2022-jp", "utf-16le",     "big5",      "koi8-u",  "utf-32be"};
    unsigned random = 1;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        char bytes[4000];
        struct arena arena = {0};
        struct reading reading;
        struct charset charset;
        struct err err = {0};
        size_t bad;
        for (size_t j = 0; j < sizeof(bytes); j++) {
            random = random * 1103515245 + 12345;
            bytes[j] = (char)(random >> 16);
        }
        assert_true(charset_by_name(str_from(names[i]), &charset));
        if (!plain_read((struct str){bytes, sizeof(bytes)}, &charset, &limits_normal, &arena, &reading, &err))
            fail_msg("%s: %s", names[i], err.msg);
        assert_true(utf8_valid(reading.text, &bad));
        for (size_t j = 1; j < reading.segment_count; j++)
            assert_true(reading.segment[j].origin >= reading.segment[j - 1].origin);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_charset_believes_what_says_it_in_order),
        cmocka_unit_test(test_charset_reads_meta_as_pages_write_it),
        cmocka_unit_test(test_charset_converts_and_leads_back),
        cmocka_unit_test(test_charset_never_normalises_figures),
        cmocka_unit_test(test_charset_of_a_page_leads_back_to_its_bytes),
        cmocka_unit_test(test_charset_of_any_bytes_gives_text_that_leads_back_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
