/* Intake: what is let in as a text and what is refused, Markdown to text, and the seam that it reads through. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/base/buf.h"
#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/intake/intake.h"
#include "core/intake/markdown.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static void assert_str(struct str got, const char *expected)
{
    if (!got.ptr || got.len != strlen(expected) || memcmp(got.ptr, expected, got.len) != 0)
        fail_msg("got '%.*s', expected '%s'", STR_ARG(got), expected);
}

static void assert_contains(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("'%s' does not say '%s'", text, part);
}

static void assert_refused(const char *name, int media, struct str bytes, const char *message)
{
    struct arena arena = {0};
    struct err err = {0};
    struct received received = {.document.number = 77};
    assert_false(intake_bytes(str_from(name), media, bytes, &arena, &received, &err));
    assert_int_equal(err.code, ERR_INPUT);
    assert_string_equal(err.msg, message);
    assert_int_equal(received.document.number, 77); /* untouched */
    arena_release(&arena);
}

/* ---- bytes ---- */

static void test_intake_keeps_bytes_and_text_of_plain_text(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct err err = {0};
    struct received got;
    struct str bytes = STR("abc");
    assert_true(intake_bytes(STR("a.txt"), MEDIA_TEXT, bytes, &arena, &got, &err));
    assert_str(got.text, "abc");
    assert_str(got.bytes, "abc");
    assert_str(got.document.name, "a.txt");
    assert_int_equal(got.document.media, MEDIA_TEXT);
    assert_int_equal(got.document.bytes, 3);
    assert_str(got.document.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_str(got.document.id, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_null(got.document.title.ptr);
    assert_int_equal(got.document.number, 0);
    arena_release(&arena);
}

static void test_intake_takes_a_byte_order_mark_off_the_text_only(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct err err = {0};
    struct received got;
    assert_true(intake_bytes(STR("a"), MEDIA_TEXT,
                             STR("\xEF\xBB\xBF"
                                 "abc"),
                             &arena, &got, &err));
    assert_str(got.text, "abc");
    assert_int_equal(got.bytes.len, 6);
    assert_int_equal(got.document.bytes, 6);
    assert_str(got.document.id, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_false(str_eq(got.document.id, got.document.sha256));
    arena_release(&arena);
}

static void test_intake_takes_plain_text_as_it_stands(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct err err = {0};
    struct received got;
    struct str text = STR("  # not Markdown\r\n\r\n<b>5%</b> \x1b[31m *so*  \n\n");
    assert_true(intake_bytes(STR("a"), MEDIA_TEXT, text, &arena, &got, &err));
    assert_str(got.text, text.ptr);
    arena_release(&arena);
}

static void test_intake_refuses_an_empty_file(void **state)
{
    (void)state;
    assert_refused("a.txt", MEDIA_TEXT, STR(""), "'a.txt' is empty");
    assert_refused("a.txt", MEDIA_TEXT, STR_NULL, "'a.txt' is empty");
    assert_refused("a.txt", MEDIA_TEXT, STR(" \n\t\r\n"), "'a.txt' is empty: there is nothing but white space in it");
    assert_refused("a.md", MEDIA_MARKDOWN, STR("```\n5%\n```\n"),
                   "'a.md' has no text outside code, HTML and front matter");
}

static void test_intake_names_files_that_are_no_texts(void **state)
{
    (void)state;
    assert_refused("x", MEDIA_TEXT, (struct str){"PK\x03\x04\0\0", 6},
                   "'x' is a ZIP container (xlsx, pptx, epub and such); save it as plain text first");
    assert_refused("x", MEDIA_TEXT, STR("{\\rtf1"), "'x' is RTF; save it as .docx, .odt or plain text first");
    assert_refused("x.pdf", MEDIA_PDF, STR("5%"),
                   "'x.pdf' is no PDF, though it is called one; if it is text, name it .txt");
    assert_refused("x.odt", MEDIA_ODT, STR("5%"),
                   "'x.odt' is no .odt document, though it is called one; if it is text, name it .txt");
}

static void test_intake_knows_web_pages_by_their_first_bytes(void **state)
{
    (void)state;
    static const char *const pages[] = {"<html>5%", "<!doctype html>5%", " \t\r\n<HTML lang=en>5%",
                                        "<!DOCTYPE Html PUBLIC>5%", "<?xml version=\"1.0\"?>\n<!-- saved --><html>5%"};
    for (size_t i = 0; i < COUNT(pages); i++) {
        struct arena arena = {0};
        struct err err = {0};
        struct received got;
        if (!intake_bytes(STR("x"), i % 2 ? MEDIA_TEXT : MEDIA_MARKDOWN, str_from(pages[i]), &arena, &got, &err))
            fail_msg("%s", err.msg);
        assert_int_equal(got.document.media, MEDIA_PAGE);
        assert_str(got.text, "5%\n");
        arena_release(&arena);
    }
}

static void test_intake_takes_texts_that_only_resemble_other_files(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        int media;
    } cases[] = {{"% PDF-1.7", MEDIA_TEXT},  {"PK 5", MEDIA_TEXT},         {"{rtf", MEDIA_TEXT},
                 {"<htm", MEDIA_TEXT},       {"5 <html>", MEDIA_TEXT},     {"<!doctype", MEDIA_TEXT},
                 {"%PDF-", MEDIA_STATEMENT}, {"<html> 5", MEDIA_STATEMENT}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = {0};
        struct err err = {0};
        struct received got;
        assert_true(intake_bytes(STR("a"), cases[i].media, str_from(cases[i].bytes), &arena, &got, &err));
        assert_str(got.text, cases[i].bytes);
        arena_release(&arena);
    }
}

static void test_intake_refuses_nul_with_its_offset(void **state)
{
    (void)state;
    assert_refused("x", MEDIA_TEXT, (struct str){"ab\0c", 4},
                   "'x' is no text: it has a NUL byte at offset 2; if it is UTF-16, say so with --charset");
}

static void assert_read(struct str bytes, const char *charset, const char *found, const char *text)
{
    struct arena arena = {0};
    struct err err = {0};
    struct received got;
    if (!intake_bytes(STR("x"), MEDIA_TEXT, bytes, &arena, &got, &err))
        fail_msg("%s", err.msg);
    assert_str(got.reading.charset, charset);
    assert_str(got.reading.charset_from, found);
    assert_str(got.text, text);
    assert_int_equal(got.bytes.len, bytes.len);
    arena_release(&arena);
}

static void test_intake_converts_other_encodings_and_says_which(void **state)
{
    (void)state;
    assert_read(STR("caf\xC3\xA9 5\xC2\xBD"), "UTF-8", "UTF-8 throughout", "caf\xC3\xA9 5\xC2\xBD");
    assert_read((struct str){"\xFF\xFE\xA3\0"
                             "5\0",
                             6},
                "UTF-16LE", "byte order mark",
                "\xC2\xA3"
                "5");
    assert_read((struct str){"\xFE\xFF\0\xA3\0"
                             "5",
                             6},
                "UTF-16BE", "byte order mark",
                "\xC2\xA3"
                "5");
    assert_read((struct str){"\xFF\xFE\0\0\xA3\0\0\0", 8}, "UTF-32LE", "byte order mark", "\xC2\xA3");
    assert_read((struct str){"\0\0\xFE\xFF\0\0\0\xA3", 8}, "UTF-32BE", "byte order mark", "\xC2\xA3");
    assert_read(STR("The minister\x92s office said \x93no\x94 \x96 it costs \x80"
                    "5 million or \xA3"
                    "4 million.\n"),
                "WINDOWS-1252", "guess",
                "The minister\xE2\x80\x99s office said \xE2\x80\x9Cno\xE2\x80\x9D \xE2\x80\x93 it costs "
                "\xE2\x82\xAC"
                "5 million or \xC2\xA3"
                "4 million.\n");
}

static void test_intake_refuses_more_than_the_limit(void **state)
{
    (void)state;
    /* the size is looked at first: no byte behind the pointer is read */
    assert_refused("x", MEDIA_TEXT, (struct str){"x", LIMIT_DOCUMENT_BYTES + 1},
                   "'x' is larger than 268435456 bytes (--limit document-bytes); split it");
    char *large = malloc(limits_normal.markdown_bytes + 1);
    memset(large, 'a', limits_normal.markdown_bytes + 1);
    assert_refused("x", MEDIA_MARKDOWN, (struct str){large, limits_normal.markdown_bytes + 1},
                   "'x': it is larger than 16777216 bytes of Markdown; split it, name it .txt, or set --limit "
                   "markdown-bytes=N");
    free(large);
}

static void test_intake_makes_a_name_that_is_text(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct err err = {0};
    struct received got;
    assert_true(intake_bytes(STR("caf\xE9.txt"), MEDIA_TEXT, STR("x"), &arena, &got, &err));
    assert_str(got.document.name, "caf?.txt");
    arena_release(&arena);
}

static void test_intake_tells_media_by_the_ending(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int media;
    } cases[] = {
        {"a.txt", MEDIA_TEXT},
        {"a.text", MEDIA_TEXT},
        {"A.TXT", MEDIA_TEXT},
        {"a.md", MEDIA_MARKDOWN},
        {"a.Markdown", MEDIA_MARKDOWN},
        {"-", MEDIA_TEXT},
        {"README", MEDIA_TEXT},
        {"dir.d/README", MEDIA_TEXT},
        {".hidden", MEDIA_TEXT},
        {"a.html", MEDIA_PAGE},
        {"a.pdf", MEDIA_PDF},
        {"a.Docx", MEDIA_DOCX},
        {"a.odt", MEDIA_ODT},
        {"a.srt", MEDIA_SUBTITLES},
        {"a.rss", MEDIA_FEED},
        {"a.xlsx", -1},
        {"a.txt.gz", -1},
        {"a.md/b.HTM", MEDIA_PAGE},
        {"", MEDIA_TEXT},
        {"a.mdx", -1},
        {"a.", -1},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        if (intake_media(str_from(cases[i].name)) != cases[i].media)
            fail_msg("'%s'", cases[i].name);
}

/* ---- Markdown ---- */

static struct str to_text(struct str source, struct arena *arena)
{
    struct str text = STR_NULL;
    struct err err = {0};
    if (!markdown_text(source, &limits_normal, arena, &text, &err))
        fail_msg("%s", err.msg);
    return text;
}

static void test_markdown_becomes_what_a_reader_sees(void **state)
{
    (void)state;
    static const struct {
        const char *why, *markdown, *text;
    } cases[] = {
        {"paragraphs stand apart, soft breaks are spaces", "one\ntwo\n\nthree\n", "one two\n\nthree\n"},
        {"a hard break is a line end", "one  \ntwo\\\nthree\n", "one\ntwo\nthree\n"},
        {"headings of both kinds", "# A *b*\nc\n\nD\n===\n", "A b\n\nc\n\nD\n"},
        {"list items, nested ones too", "- one\n- two\n  - three\n1. four\n", "one\n\ntwo\n\nthree\n\nfour\n"},
        {"quotes", "> said\n> so\n\nend", "said so\n\nend\n"},
        {"emphasis keeps the figure whole", "a **$180** *billion*, 5**0**%", "a $180 billion, 50%\n"},
        {"inline code is text", "about `5 percent`", "about 5 percent\n"},
        {"code blocks are not", "a\n\n```\n5%\n```\n\n    6%\n\nb", "a\n\nb\n"},
        {"links give their words", "[5 percent](https://x.org/99 \"77\") [a][r]\n\n[r]: /u88\n", "5 percent a\n"},
        {"images give their description", "![chart: 5%](https://x.org/99.png)", "chart: 5%\n"},
        {"an address in the text stays", "<https://x.org/>", "https://x.org/\n"},
        {"HTML and comments go", "<div>\n99%\n</div>\n\na <b>5</b><!-- 77 --> kg\n\n<!-- 66\n-->\n\nb",
         "a 5 kg\n\nb\n"},
        {"<br> separates", "5<br>6<BR/>7", "5 6 7\n"},
        {"entities are decoded", "AT&amp;T &euro;5 &#36;6 &nbsp;", "AT&T €5 $6 \xC2\xA0\n"},
        {"backslashes are taken off", "\\$5 \\* 6", "$5 * 6\n"},
        {"a table goes by rows", "| Year | Jobs |\n| ---- | ---: |\n| 2023 | 1,200 |\n| 2024 | 1,300 |\n",
         "Year | Jobs\n\n2023 | 1,200\n\n2024 | 1,300\n"},
        {"a table without outer bars", "Year | Jobs\n--- | ---\n2023 | 1\n", "Year | Jobs\n\n2023 | 1\n"},
        {"bars alone make no table", "a | b\nc | d\n", "a | b c | d\n"},
        {"thematic breaks go", "a\n\n---\n\nb\n", "a\n\nb\n"},
        {"Windows line ends", "one\r\ntwo\r\n\r\nthree\r\n", "one two\n\nthree\n"},
        {"nothing", "", ""},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str text = to_text(str_from(cases[i].markdown), &arena);
        if (!str_eq(text, str_from(cases[i].text)))
            fail_msg("%s: got '%.*s'", cases[i].why, STR_ARG(text));
    }
    arena_release(&arena);
}

static void test_markdown_front_matter_fills_the_document(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct err err = {0};
    struct received got;
    struct str source = STR("\xEF\xBB\xBF---\r\nTitle: \"Budget: 5% more\"\r\nauthor: Jane Doe # the editor\r\n"
                            "date: 2025-04-28T10:00:00Z\r\nurl: https://example.org/a\r\ntags:\r\n  - 77 percent\r\n"
                            "- x\r\n# comment\r\ndraft: false\r\n---\r\nText of 5 percent.\r\n");
    assert_true(intake_bytes(STR("a.md"), MEDIA_MARKDOWN, source, &arena, &got, &err));
    assert_str(got.text, "Text of 5 percent.\n");
    assert_str(got.document.title, "Budget: 5% more");
    assert_str(got.document.author, "Jane Doe");
    assert_str(got.document.published, "2025-04-28");
    assert_str(got.document.url, "https://example.org/a");
    assert_int_equal(got.document.media, MEDIA_MARKDOWN);
    assert_int_equal(got.bytes.len, source.len);
    arena_release(&arena);
}

static void test_markdown_front_matter_takes_nothing_that_is_not_plain(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "title:",           "title: [a, b]",
        "title: |",         "title: \"a \\\" b\"",
        "title: 'it''s'",   "title: *anchor",
        "title: ~",         "title: null",
        "title: {a: b}",    "title: \"",
        "title: \"\"",      "date: yesterday",
        "date: 2025-13-01", "url: javascript:alert(1)",
        "url: /relative",   "subtitle: x",
        "  title: nested",  "title: a: b",
    };
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct document document = {0};
        char source[128];
        int len = snprintf(source, sizeof(source), "---\n%s\n---\ntext\n", lines[i]);
        assert_int_equal(markdown_front_matter((struct str){source, (size_t)len}, &document), (size_t)len - 5);
        if (document.title.ptr || document.published.ptr || document.url.ptr || document.author.ptr)
            fail_msg("'%s' was taken", lines[i]);
    }
}

static void test_markdown_text_between_breaks_is_not_front_matter(void **state)
{
    (void)state;
    static const char *const sources[] = {
        "---\nHello world, 5 percent.\n\n---\n",
        "---\ntitle: x\n",
        "----\ntitle: x\n----\n",
        " ---\ntitle: x\n---\n",
        "text\n---\ntitle: x\n---\n",
        "",
        "---",
    };
    for (size_t i = 0; i < COUNT(sources); i++) {
        struct document document = {0};
        if (markdown_front_matter(str_from(sources[i]), &document) != 0 || document.title.ptr)
            fail_msg("'%s'", sources[i]);
    }
    struct document document = {0};
    assert_int_equal(markdown_front_matter(STR("---\ntitle: x\n..."), &document), 16);
    assert_str(document.title, "x");
}

static struct str repeated(struct arena *arena, const char *before, const char *unit, size_t times, const char *after)
{
    struct buf buf = {0};
    buf_str(&buf, str_from(before));
    for (size_t i = 0; i < times; i++)
        buf_str(&buf, str_from(unit));
    buf_str(&buf, str_from(after));
    struct str text = arena_str(arena, buf_view(&buf));
    buf_release(&buf);
    return text;
}

/* Each must be over in seconds, even under a sanitizer: read, or refused as too deep. */
static void test_markdown_pathological_input_is_over_quickly(void **state)
{
    (void)state;
    static const struct {
        const char *before, *unit;
        size_t times;
        const char *after;
    } cases[] = {
        {"", "[", 1000000, "5%"},
        {"", "> ", 10000, "5%"},
        {"", ">", 10000, "5%"},
        {"", "- ", 10000, "5%"},
        {"", "1. ", 10000, "5%"},
        {"", "*a _b ", 50000, "5%"},
        {"", "`a``", 100000, "5%"},
        {"5%</", "<!--", 100000, ""},
        {"", "[a](<b", 50000, "5%"},
        {"", "![[]()", 100000, "5%"},
        {"", "](", 200000, "5%"},
        {"5%\n\n", "[a]: u\n", 50000, ""},
        {"", "**x [a*b**c*](d)", 20000, "5%"},
        {"", "\\", 500000, "5%"},
        {"", "&a", 200000, "5%"},
        {"", "| a ", 200000, "|\n|-|\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = {0};
        struct str source = repeated(&arena, cases[i].before, cases[i].unit, cases[i].times, cases[i].after);
        struct str text = STR_NULL;
        struct err err = {0};
        clock_t start = clock();
        bool read = markdown_text(source, &limits_normal, &arena, &text, &err);
        double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        if (seconds > 5)
            fail_msg("'%s' %zu times took %.1f s", cases[i].unit, cases[i].times, seconds);
        if (!read)
            assert_contains(err.msg, "nested too deep");
        arena_release(&arena);
    }
}

/* 20,000 open lists, each looked at again for 20,000 lines, takes libcmark many seconds. */
static void test_markdown_refuses_what_takes_the_parser_minutes(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct buf source = {0};
    buf_str(&source, repeated(&arena, "", "- ", 20000, "a\n"));
    buf_str(&source, repeated(&arena, "", "\n", 20000, "b"));
    assert_refused("a.md", MEDIA_MARKDOWN, buf_view(&source),
                   "'a.md': its lists, quotes or image brackets are nested too deep; name it .txt to have it read as "
                   "plain text, or set --limit markdown-work=N");
    buf_clear(&source);
    buf_str(&source, repeated(&arena, "", "![[]()", 100000, ""));
    assert_refused("a.md", MEDIA_MARKDOWN, buf_view(&source),
                   "'a.md': its lists, quotes or image brackets are nested too deep; name it .txt to have it read as "
                   "plain text, or set --limit markdown-work=N");
    buf_release(&source);
    arena_release(&arena);
}

static void test_markdown_long_ordinary_documents_are_read(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct str source = repeated(&arena, "", "- ![a](b) and [c](d), **5 percent**\n  > quoted\n\n", 50000, "");
    struct str text = to_text(source, &arena);
    assert_true(str_starts(text, STR("a and c, 5 percent\n\nquoted\n\na and c")));
    assert_int_equal(text.len, 50000 * strlen("a and c, 5 percent\n\nquoted\n\n") - 1);
    arena_release(&arena);
}

static void test_markdown_text_of_any_utf8_is_utf8(void **state)
{
    (void)state;
    struct arena arena = {0};
    uint64_t seed = 7;
    static const char *const pieces[] = {"&#0;", "&#xD800;", "&#1114112;", "é", "😀",  "`",  "*", "\n", "\n\n",  "|",
                                         "-",    "<",        ">",          "[", "](", "\\", " ", "\t", "&nbsp;"};
    for (int i = 0; i < 3000; i++) {
        struct buf source = {0};
        size_t bad;
        for (int n = 0; n < 20; n++) {
            seed = seed * 6364136223846793005U + 1442695040888963407U;
            buf_str(&source, str_from(pieces[(seed >> 33) % COUNT(pieces)]));
        }
        struct str text = to_text(buf_view(&source), &arena);
        assert_true(utf8_valid(text, &bad));
        assert_true(text.len == 0 || !memchr(text.ptr, '\0', text.len));
        buf_release(&source);
        arena_reset(&arena);
    }
    arena_release(&arena);
}

/* A seam of the test's own: intake reads through it and nowhere else. */
static bool read_canned(void *ctx, const char *path, size_t limit, struct arena *arena, struct str *ret,
                        struct err *err)
{
    (void)arena;
    assert_int_equal(limit, LIMIT_DOCUMENT_BYTES);
    if (strcmp(path, "good.md") != 0)
        return err_set(err, ERR_INPUT, "can't read '%s'", path);
    *ret = str_from(ctx);
    return true;
}

static void test_intake_reads_through_the_seam(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct err err = {0};
    struct received got;
    char markdown[] = "*5* percent";
    struct intake_source source = {.ctx = markdown, .read = read_canned};
    assert_true(intake_read(&source, "good.md", &arena, &got, &err));
    assert_str(got.text, "5 percent\n");
    assert_false(intake_read(&source, "bad.md", &arena, &got, &err));
    assert_string_equal(err.msg, "can't read 'bad.md'");
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_intake_keeps_bytes_and_text_of_plain_text),
        cmocka_unit_test(test_intake_takes_a_byte_order_mark_off_the_text_only),
        cmocka_unit_test(test_intake_takes_plain_text_as_it_stands),
        cmocka_unit_test(test_intake_refuses_an_empty_file),
        cmocka_unit_test(test_intake_names_files_that_are_no_texts),
        cmocka_unit_test(test_intake_knows_web_pages_by_their_first_bytes),
        cmocka_unit_test(test_intake_takes_texts_that_only_resemble_other_files),
        cmocka_unit_test(test_intake_refuses_nul_with_its_offset),
        cmocka_unit_test(test_intake_converts_other_encodings_and_says_which),
        cmocka_unit_test(test_intake_refuses_more_than_the_limit),
        cmocka_unit_test(test_intake_makes_a_name_that_is_text),
        cmocka_unit_test(test_intake_tells_media_by_the_ending),
        cmocka_unit_test(test_markdown_becomes_what_a_reader_sees),
        cmocka_unit_test(test_markdown_front_matter_fills_the_document),
        cmocka_unit_test(test_markdown_front_matter_takes_nothing_that_is_not_plain),
        cmocka_unit_test(test_markdown_text_between_breaks_is_not_front_matter),
        cmocka_unit_test(test_markdown_pathological_input_is_over_quickly),
        cmocka_unit_test(test_markdown_refuses_what_takes_the_parser_minutes),
        cmocka_unit_test(test_markdown_long_ordinary_documents_are_read),
        cmocka_unit_test(test_markdown_text_of_any_utf8_is_utf8),
        cmocka_unit_test(test_intake_reads_through_the_seam),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
