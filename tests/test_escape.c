/* The escaping doors: what hostile text becomes, and that nothing gets through whatever it is made of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cmark.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/utf8.h"
#include "core/report/escape.h"

/* Bidirectional characters are what the doors are there for. NOLINTBEGIN(misc-misleading-bidirectional) */

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

typedef void door_fn(struct buf *out, struct str text);

static void assert_door(door_fn *door, struct str in, const char *expected)
{
    struct buf out = {0};
    door(&out, in);
    assert_string_equal(buf_view(&out).ptr, expected);
    assert_int_equal(out.len, strlen(expected));
    buf_release(&out);
}

struct escape_case {
    const char *in, *out;
};

static void assert_cases(door_fn *door, const struct escape_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_door(door, str_from(cases[i].in), cases[i].out);
}

/* SplitMix64 with a fixed seed: the same texts on every run. */
static uint64_t next_random(uint64_t *seed)
{
    uint64_t z = *seed += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

/* What means something somewhere. */
static const char *const pieces[] = {"*",
                                     "_",
                                     "`",
                                     "[",
                                     "]",
                                     "(",
                                     ")",
                                     "<",
                                     ">",
                                     "#",
                                     "+",
                                     "-",
                                     ".",
                                     "!",
                                     "|",
                                     "~",
                                     "&",
                                     "\\",
                                     "=",
                                     "\"",
                                     "'",
                                     ":",
                                     "/",
                                     "@",
                                     "{",
                                     "}",
                                     "$",
                                     "%",
                                     ",",
                                     ";",
                                     " ",
                                     "  ",
                                     "    ",
                                     "\t",
                                     "\n",
                                     "\r",
                                     "\r\n",
                                     "1.",
                                     "12)",
                                     "a",
                                     "b1",
                                     "é",
                                     "€",
                                     "—",
                                     "http://x.org/a",
                                     "www.x.org",
                                     "a@b.org",
                                     "&amp;",
                                     "&#58;",
                                     "&lt",
                                     "<b>",
                                     "</p>",
                                     "<!--",
                                     "-->",
                                     "<?",
                                     "<![CDATA[",
                                     "```",
                                     "~~~",
                                     "---",
                                     "===",
                                     "# ",
                                     "- ",
                                     "> ",
                                     "* ",
                                     "![",
                                     "](",
                                     "[a]: b",
                                     "\x1b[31m",
                                     "\x07",
                                     "\x7f",
                                     "\xC2\x9B",
                                     "\xE2\x80\xAE",
                                     "\xE2\x80\x8B",
                                     "\x80",
                                     "\xC3",
                                     "\xFF",
                                     "\xEF\xBB\xBF",
                                     "\xF3\xA0\x81\x81",
                                     "\\`",
                                     "`` ",
                                     "mailto:a",
                                     "|--|"};

/* Texts made of those. */
static struct str random_text(uint64_t *seed, char *room, size_t size)
{
    size_t len = 0, wanted = next_random(seed) % 12;
    for (size_t i = 0; i < wanted; i++) {
        const char *piece = pieces[next_random(seed) % COUNT(pieces)];
        size_t add = strlen(piece);
        if (len + add > size)
            break;
        memcpy(room + len, piece, add);
        len += add;
    }
    return (struct str){room, len};
}

static void test_escape_null_appends_nothing(void **state)
{
    (void)state;
    door_fn *const doors[] = {escape_terminal, escape_terminal_block, escape_csv,
                              escape_tsv,      escape_markdown,       escape_json};
    for (size_t i = 0; i < COUNT(doors); i++) {
        assert_door(doors[i], STR_NULL, "");
        assert_door(doors[i], STR(""), "");
    }
}

/* ---- terminal ---- */

static void test_escape_terminal_shows_what_would_act(void **state)
{
    (void)state;
    static const struct escape_case cases[] = {
        {"plain 5% of £3 — “so”", "plain 5% of £3 — “so”"},
        {"\x1b]0;title\x07", "^[]0;title^G"},
        {"\x1b[31mred\x1b[0m", "^[[31mred^[[0m"},
        {"a\x7f"
         "b\x08"
         "c",
         "a^?b^Hc"},
        {"\xC2\x9B"
         "2J",
         "<U+009B>2J"},
        {"\xC2\x85", "<U+0085>"},
        {"one\ntwo", "one two"},
        {"one\r\ntwo", "one two"},
        {"safe\rEVIL", "safe^MEVIL"},
        {"end\r", "end^M"},
        {"a\tb", "a b"},
        {"a\xE2\x80\xAE"
         "b",
         "a<U+202E>b"},
        {"\xE2\x81\xA6x\xE2\x81\xA9", "<U+2066>x<U+2069>"},
        {"\xEF\xBB\xBF", "<U+FEFF>"},
        {"1\xE2\x80\x8B"
         "0",
         "1<U+200B>0"},
        {"\xD8\x9C", "<U+061C>"},
        {"\xE2\x80\xA8", "<U+2028>"},
        {"\xF3\xA0\x81\x81", "<U+E0041>"},
        {"caf\xE9", "caf<E9>"},
        {"\xC3(", "<C3>("},
        {"\xED\xA0\x80", "<ED><A0><80>"},
        {"\xEF\xBF\xBD", "\xEF\xBF\xBD"},
        {"emoji 😀, nbsp\xC2\xA0ok", "emoji 😀, nbsp\xC2\xA0ok"},
    };
    assert_cases(escape_terminal, cases, COUNT(cases));
    assert_door(escape_terminal, (struct str){"a\0b", 3}, "a^@b");
}

static void test_escape_terminal_block_keeps_line_ends_only(void **state)
{
    (void)state;
    static const struct escape_case cases[] = {
        {"one\ntwo\r\nthree\r", "one\ntwo\nthree^M"},
        {"\x1b[2J\n\x0b", "^[[2J\n^K"},
        {"\t\n", " \n"},
    };
    assert_cases(escape_terminal_block, cases, COUNT(cases));
}

/* No control, no bidirectional or zero-width character, and nothing that is not UTF-8, whatever came in. */
static void assert_harmless(struct str out, bool line_feeds)
{
    size_t bad;
    if (!utf8_valid(out, &bad))
        fail_msg("a byte that is not UTF-8 got through");
    for (size_t at = 0; at < out.len;) {
        uint32_t p;
        at += utf8_decode(out, at, &p);
        bool control = (p < 0x20 && !(line_feeds && p == '\n')) || (p >= 0x7F && p < 0xA0);
        bool hidden = p == 0x61C || (p >= 0x200B && p <= 0x200F) || (p >= 0x202A && p <= 0x202E) ||
                      (p >= 0x2060 && p <= 0x2064) || (p >= 0x2066 && p <= 0x2069) || p == 0xFEFF;
        if (control || hidden)
            fail_msg("U+%04X got through", (unsigned)p);
    }
}

static void test_escape_terminal_lets_nothing_through(void **state)
{
    (void)state;
    uint64_t seed = 1;
    char room[512];
    struct buf out = {0};
    for (int i = 0; i < 20000; i++) {
        size_t len = next_random(&seed) % 40;
        for (size_t at = 0; at < len; at++)
            room[at] = (char)next_random(&seed);
        struct str text = i % 2 ? (struct str){room, len} : random_text(&seed, room, sizeof(room));
        buf_clear(&out);
        escape_terminal(&out, text);
        assert_harmless(buf_view(&out), false);
        buf_clear(&out);
        escape_terminal_block(&out, text);
        assert_harmless(buf_view(&out), true);
        buf_clear(&out);
        escape_markdown(&out, text);
        assert_harmless(buf_view(&out), false);
    }
    buf_release(&out);
}

static void test_escape_terminal_shows_every_control_and_format_character(void **state)
{
    (void)state;
    struct buf out = {0};
    for (uint32_t p = 0x80; p < 0xFFFF; p++) {
        if (p >= 0xD800 && p <= 0xDFFF)
            continue;
        const char three[] = {(char)(0xE0 | p >> 12), (char)(0x80 | (p >> 6 & 0x3F)), (char)(0x80 | (p & 0x3F))};
        const char two[] = {(char)(0xC0 | p >> 6), (char)(0x80 | (p & 0x3F))};
        buf_clear(&out);
        escape_terminal(&out, p < 0x800 ? (struct str){two, 2} : (struct str){three, 3});
        assert_harmless(buf_view(&out), false);
        bool letters = (p >= 0xA0 && p < 0x600) || (p >= 0x4E00 && p < 0xA000);
        assert_true(!letters || out.len <= 3); /* and no letter is touched */
    }
    buf_release(&out);
}

/* ---- JSON ---- */

static void test_escape_json_is_the_same_text_to_who_parses_it(void **state)
{
    (void)state;
    assert_door(escape_json, STR("{\"a\":\"x\xE2\x80\xAEy\xC2\x9B\x7F\"}"), "{\"a\":\"x\\u202Ey\\u009B\\u007F\"}");
    assert_door(escape_json, STR("\"\xF3\xA0\x81\x81\""), "\"\\uDB40\\uDC41\"");
    uint64_t seed = 4;
    char room[512];
    for (int i = 0; i < 5000; i++) {
        struct str text = random_text(&seed, room, sizeof(room));
        json_t *value = json_stringn(text.ptr, text.len);
        if (!value)
            continue; /* not UTF-8 */
        char *dumped = json_dumps(value, JSON_ENCODE_ANY);
        struct buf out = {0};
        escape_json(&out, str_from(dumped));
        assert_harmless(buf_view(&out), false);
        json_t *again = json_loadb(out.ptr, out.len, JSON_DECODE_ANY, NULL);
        assert_true(json_equal(value, again));
        json_decref(value);
        json_decref(again);
        buf_release(&out);
        free(dumped);
    }
}

/* ---- spreadsheets ---- */

static void test_escape_csv_quotes_where_needed(void **state)
{
    (void)state;
    static const struct escape_case cases[] = {
        {"plain", "plain"},
        {"a,b", "\"a,b\""},
        {"say \"so\"", "\"say \"\"so\"\"\""},
        {"one\ntwo", "\"one\ntwo\""},
        {"one\r\ntwo", "\"one\r\ntwo\""},
        {" padded", "\" padded\""},
        {"a;b", "\"a;b\""},
        {"a\tb", "\"a\tb\""},
        {"\x1b[31m", "^[[31m"},
        {"caf\xE9", "caf<E9>"},
        {"שלום\xE2\x80\x8F", "שלום\xE2\x80\x8F"},
    };
    assert_cases(escape_csv, cases, COUNT(cases));
}

static void test_escape_csv_disarms_formulas(void **state)
{
    (void)state;
    static const struct escape_case cases[] = {
        {"=1+1", "'=1+1"},
        {"=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"},
        {"-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"},
        {"- said he", "'- said he"},
        {"\t=1", "\"'\t=1\""},
        {"\r=1", "\"'\r=1\""},
        {"\n=1", "\"'\n=1\""},
        {"\xEF\xBC\x9D"
         "1",
         "'\xEF\xBC\x9D"
         "1"},
        {"-5A", "'-5A"},
        {"-5-5", "'-5-5"},
        {"--5", "'--5"},
        {"-", "-"}, /* a sign alone runs nothing, and "=" is a relation's name */
        {"=", "="},
        {">=", ">="},
        {"a=b", "a=b"},
    };
    assert_cases(escape_csv, cases, COUNT(cases));
}

static void test_escape_csv_leaves_numbers_numbers(void **state)
{
    (void)state;
    static const struct escape_case cases[] = {
        {"-5", "-5"},
        {"+4.2", "+4.2"},
        {"-0.25", "-0.25"},
        {"180000000000", "180000000000"},
        {"-1,200", "\"-1,200\""},
        {"-3%", "-3%"},
        {"+4.", "'+4."},
        {"-.5", "'-.5"},
    };
    assert_cases(escape_csv, cases, COUNT(cases));
}

/* One cell read back as RFC 4180 has it; it must end where the text ends. */
static void read_cell(struct str csv, struct buf *ret)
{
    bool quoted = csv.len > 0 && csv.ptr[0] == '"';
    size_t at = quoted, end = quoted ? csv.len - 1 : csv.len;
    if (quoted)
        assert_true(csv.len >= 2 && csv.ptr[csv.len - 1] == '"');
    for (; at < end; at++) {
        assert_true(quoted || !memchr(",\"\r\n", csv.ptr[at], 4));
        if (csv.ptr[at] == '"') {
            assert_true(at + 1 < end && csv.ptr[at + 1] == '"');
            at++;
        }
        buf_char(ret, csv.ptr[at]);
    }
}

static void test_escape_csv_reads_back_as_one_cell_that_runs_nothing(void **state)
{
    (void)state;
    uint64_t seed = 2;
    char room[512];
    struct buf csv = {0}, back = {0};
    for (int i = 0; i < 20000; i++) {
        struct str text = random_text(&seed, room, sizeof(room));
        size_t bad;
        buf_clear(&csv);
        buf_clear(&back);
        escape_csv(&csv, text);
        read_cell(buf_view(&csv), &back);
        if (back.len > 1 && memchr("=+@\t\r\n", back.ptr[0], 6) && !is_digit(back.ptr[1]))
            fail_msg("a formula got through: %s", back.ptr);
        bool controls = false;
        for (size_t at = 0; at < text.len; at++)
            controls = controls || (unsigned char)text.ptr[at] >= 0x7F ||
                       ((unsigned char)text.ptr[at] < 0x20 && !memchr("\t\n\r", text.ptr[at], 3));
        if (utf8_valid(text, &bad) && !controls) { /* nothing but the guard is added */
            size_t guard = back.len > text.len;
            assert_int_equal(back.len, text.len + guard);
            assert_memory_equal(buf_view(&back).ptr + guard, text.ptr, text.len);
        }
    }
    buf_release(&csv);
    buf_release(&back);
}

static void test_escape_tsv_stays_in_its_cell(void **state)
{
    (void)state;
    static const struct escape_case cases[] = {
        {"a\tb", "a\\tb"}, {"one\r\ntwo", "one\\r\\ntwo"},       {"a\\tb", "a\\\\tb"},
        {"=1+1", "'=1+1"}, {"\"quoted\", so", "\"quoted\", so"}, {"-5", "-5"},
        {"\x1b", "^["},
    };
    assert_cases(escape_tsv, cases, COUNT(cases));
    assert_door(escape_tsv, (struct str){"a\0b", 3}, "a^@b");
}

/* ---- Markdown ---- */

static void test_escape_markdown_keeps_prose_readable(void **state)
{
    (void)state;
    static const char *const same[] = {
        "5.2 percent of GDP, i.e. more than $180 billion (or 3 - 4 times that)!",
        "The U.S. rose by -5 to +3; AT&T said: \"so\" — it's 2 * 3 = 6, a < b, snake_case, R&D {x}",
        "-5 percent",
        "+4.2",
        "1.5 million",
        "12 May: wow! 50% off; 3) not here",
        "Q1 2025 / Q2 2025, @ noon",
    };
    for (size_t i = 0; i < COUNT(same); i++)
        assert_door(escape_markdown, str_from(same[i]), same[i]);
}

static void test_escape_markdown_escapes_what_could_be_markup(void **state)
{
    (void)state;
    static const struct escape_case cases[] = {
        {"*bold* and _it_", "\\*bold\\* and \\_it\\_"},
        {"[a](http://x)", "\\[a\\](`http://x`)"},
        {"![a](b)", "!\\[a\\](b)"},
        {"`code`", "\\`code\\`"},
        {"<script>", "\\<script>"},
        {"a | b", "a \\| b"},
        {"# heading", "\\# heading"},
        {"a heading #", "a heading \\#"},
        {"- item", "\\- item"},
        {"+ item", "\\+ item"},
        {"* item", "\\* item"},
        {"1. item", "1\\. item"},
        {"12) item", "12\\) item"},
        {"> quote", "\\> quote"},
        {"---", "\\---"},
        {"===", "\\==="},
        {"~~gone~~", "\\~\\~gone\\~\\~"},
        {"&amp; &#58; &c", "\\&amp; \\&#58; \\&c"},
        {"back\\slash", "back\\\\slash"},
        {"one\ntwo\r\nthree", "one two three"},
        {"    code", "code"},
        {"\x1b[31m", "^\\[\\[31m"},
        {"a\xE2\x80\xAE"
         "b",
         "a\\<U+202E>b"},
    };
    assert_cases(escape_markdown, cases, COUNT(cases));
}

static void test_escape_markdown_lets_no_address_become_a_link(void **state)
{
    (void)state;
    static const struct escape_case cases[] = {
        {"see https://x.org/a_b?c=1.", "see `https://x.org/a_b?c=1`."},
        {"(WWW.X.ORG)", "(`WWW.X.ORG`)"},
        {"Jane <jane@x.org>", "Jane \\<`jane@x.org`>"},
        {"mailto:a", "`mailto:a`"},
        {"http://a|b", "`http://a`\\|b"},
        {"http://a`b", "`http://a`\\`b"},
        {"javascript://x", "`javascript://x`"},
        {"@name and #12", "@name and #12"},
    };
    assert_cases(escape_markdown, cases, COUNT(cases));
}

/* What CommonMark makes of it: all must be plain text or code; the text is collected. */
static void collect(const char *markdown, size_t len, struct buf *ret, const char *about)
{
    cmark_node *root = cmark_parse_document(markdown, len, CMARK_OPT_DEFAULT);
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;
    int paragraphs = 0;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            buf_str(ret, str_from(cmark_node_get_literal(node)));
        else if (type == CMARK_NODE_PARAGRAPH && event == CMARK_EVENT_ENTER)
            paragraphs++;
        else if (type != CMARK_NODE_DOCUMENT && type != CMARK_NODE_PARAGRAPH)
            fail_msg("%s became a %s: %s", about, cmark_node_get_type_string(node), markdown);
    }
    assert_true(paragraphs <= 1);
    cmark_iter_free(iter);
    cmark_node_free(root);
}

/*
 * The property behind the door: CommonMark shows of the escaped text exactly what a terminal would be shown of the
 * original, and finds nothing in it but text. Also after a letter, where other rules for "*" and "_" hold.
 */
static void test_escape_markdown_is_plain_text_to_commonmark(void **state)
{
    (void)state;
    uint64_t seed = 3;
    char room[512];
    for (int i = 0; i < 60000; i++) {
        struct str text = random_text(&seed, room, sizeof(room));
        struct buf markdown = {0}, shown = {0}, expected = {0};
        const char *before = i % 3 == 0 ? "" : i % 3 == 1 ? "x" : "x ";
        buf_str(&markdown, str_from(before));
        buf_str(&expected, str_from(before));
        escape_markdown(&markdown, text);
        escape_terminal(&expected, text);
        if (i % 2 == 0) {
            buf_char(&markdown, 'y');
            buf_char(&expected, 'y');
        }
        collect(buf_view(&markdown).ptr, markdown.len, &shown, buf_view(&expected).ptr);
        struct str want = str_trim(buf_view(&expected)), got = str_trim(buf_view(&shown));
        bool dropped_indent = i % 3 == 2; /* white space after white space is dropped */
        if (!str_eq(want, got) && !dropped_indent)
            fail_msg("shown '%.*s', expected '%.*s', markdown '%s'", STR_ARG(got), STR_ARG(want), markdown.ptr);
        buf_release(&markdown);
        buf_release(&shown);
        buf_release(&expected);
    }
}

static void test_escape_markdown_is_linear(void **state)
{
    (void)state;
    static const char *const units[] = {"#", "&", "<", "[", "@", "a", "w", "`", "1", "&a", "http:", "* "};
    for (size_t i = 0; i < COUNT(units); i++) {
        struct buf in = {0}, out = {0};
        while (in.len < 1000000)
            buf_str(&in, str_from(units[i]));
        escape_markdown(&out, buf_view(&in));
        assert_true(out.len >= in.len && out.len <= 3 * in.len);
        buf_release(&in);
        buf_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_escape_null_appends_nothing),
        cmocka_unit_test(test_escape_terminal_shows_what_would_act),
        cmocka_unit_test(test_escape_terminal_block_keeps_line_ends_only),
        cmocka_unit_test(test_escape_terminal_lets_nothing_through),
        cmocka_unit_test(test_escape_terminal_shows_every_control_and_format_character),
        cmocka_unit_test(test_escape_json_is_the_same_text_to_who_parses_it),
        cmocka_unit_test(test_escape_csv_quotes_where_needed),
        cmocka_unit_test(test_escape_csv_disarms_formulas),
        cmocka_unit_test(test_escape_csv_leaves_numbers_numbers),
        cmocka_unit_test(test_escape_csv_reads_back_as_one_cell_that_runs_nothing),
        cmocka_unit_test(test_escape_tsv_stays_in_its_cell),
        cmocka_unit_test(test_escape_markdown_keeps_prose_readable),
        cmocka_unit_test(test_escape_markdown_escapes_what_could_be_markup),
        cmocka_unit_test(test_escape_markdown_lets_no_address_become_a_link),
        cmocka_unit_test(test_escape_markdown_is_plain_text_to_commonmark),
        cmocka_unit_test(test_escape_markdown_is_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* NOLINTEND(misc-misleading-bidirectional) */
