/* The wording of reports, and text set in columns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/report/words.h"
#include "core/report/wrap.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* ---- words ---- */

static void test_words_figure_reads_as_plain_english(void **state)
{
    (void)state;
    static const struct {
        struct claim claim;
        const char *words;
    } cases[] = {
        {{.value = {"180000000000", 12}, .relation = RELATION_ABOVE, .unit = {"USD", 3}},
         "more than 180,000,000,000 USD"},
        {{.kind = KIND_COUNT, .value = {"1200", 4}, .relation = RELATION_ABOUT, .unit = {"job", 3}},
         "about 1,200 jobs"},
        {{.kind = KIND_COUNT, .value = {"1", 1}, .unit = {"job", 3}}, "1 job"},
        {{.kind = KIND_COUNT, .value = {"85", 2}, .unit = {"school bus", 10}}, "85 school buses"},
        {{.kind = KIND_RATIO, .value = {"0.3333333333333333", 18}, .unit = {"fraction", 8}, .of = {"debt", 4}},
         "0.333… of debt"},
        {{.kind = KIND_RATIO, .value = {"0.12345678901", 13}}, "0.12345678901"},
        {{.kind = KIND_COUNT, .value = {"999", 3}, .unit = {"person", 6}}, "999 people"},
        {{.kind = KIND_COUNT, .value = {"3", 1}, .unit = {"company", 7}}, "3 companies"},
        {{.kind = KIND_COUNT, .value = {"3", 1}, .unit = {"tax", 3}}, "3 taxes"},
        {{.kind = KIND_COUNT, .value = {"3", 1}, .unit = {"fighter aircraft", 16}}, "3 fighter aircraft"},
        {{.kind = KIND_MEASURE, .value = {"-0.5", 4}, .unit = {"degree Celsius", 14}}, "-0.5 degrees Celsius"},
        {{.kind = KIND_MEASURE, .value = {"130", 3}, .relation = RELATION_MOST, .unit = {"kilometre per hour", 18}},
         "at most 130 kilometres per hour"},
        {{.kind = KIND_PERCENT, .value = {"5", 1}, .upper = {"10", 2}, .unit = {"percent", 7}, .of = {"GDP", 3}},
         "5 to 10 percent of GDP"},
        {{.kind = KIND_PERCENT,
          .value = {"2.5", 3},
          .direction = DIRECTION_DOWN,
          .relation = RELATION_NEARLY,
          .unit = {"percentage point", 16}},
         "a fall: nearly 2.5 percentage points"},
        {{.value = {"80", 2}, .unit = {"USD", 3}, .per = {"barrel", 6}}, "80 USD per barrel"},
        {{.value = {"80000", 5}, .unit = {"EUR", 3}, .per = {"a year", 6}, .relation = RELATION_BARELY},
         "just over 80,000 EUR a year"},
        {{.kind = KIND_INDEX, .value = {"1234567.891", 11}}, "1,234,567.891"},
        {{.kind = KIND_DATE, .value = {"2025", 4}, .relation = RELATION_NONE}, "2025"},
        {{.kind = KIND_RATIO, .value = {"0.2", 3}, .relation = RELATION_LEAST}, "at least 0.2"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf out = {0};
        words_figure(&out, &voice_plain, &cases[i].claim);
        assert_string_equal(out.ptr, cases[i].words);
        buf_release(&out);
    }
}

static void test_words_number_groups_thousands_of_plain_numbers_only(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out;
    } cases[] = {
        {"0", "0"},
        {"999", "999"},
        {"1000", "1,000"},
        {"-1000", "-1,000"},
        {"-999", "-999"},
        {"123456", "123,456"},
        {"0.12345", "0.12345"},
        {"1234.5", "1,234.5"},
        {"2025-02-12", "2025-02-12"},
        {"abc1000", "abc1000"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf out = {0};
        voice_number(&out, &voice_plain, str_from(cases[i].in));
        assert_string_equal(out.ptr, cases[i].out);
        buf_release(&out);
    }
}

static void test_words_place_needs_the_literal_where_it_says(void **state)
{
    (void)state;
    struct claim claim = {.literal = STR("$180 billion"),
                          .start = 119,
                          .sentence = STR("The U.S. has spent $180 billion on it."),
                          .sentence_start = 100};
    size_t start = 0, end = 0;
    assert_true(words_place(&claim, &start, &end));
    assert_int_equal(start, 19);
    assert_int_equal(end, 31);
    const int64_t wrong[] = {-1, 0, 99, 118, 120, 5000, INT64_MAX};
    for (size_t i = 0; i < COUNT(wrong); i++) {
        claim.start = wrong[i];
        assert_false(words_place(&claim, &start, &end));
    }
    assert_int_equal(start, 19); /* untouched */
}

/* ---- wrapping ---- */

static char *wrapped(struct wrap wrap, const char *text)
{
    char *out = NULL;
    size_t size;
    wrap.out = open_memstream(&out, &size);
    wrap_text(&wrap, str_from(text));
    fclose(wrap.out);
    return out;
}

static void assert_wrapped(struct wrap wrap, const char *text, const char *expected)
{
    char *out = wrapped(wrap, text);
    assert_string_equal(out, expected);
    free(out);
}

static void test_wrap_breaks_at_spaces_and_cuts_long_words(void **state)
{
    (void)state;
    struct wrap wrap = {.width = 20, .indent = 2};
    assert_wrapped(wrap, "", "\n");
    assert_wrapped(wrap, "short", "short\n");
    assert_wrapped(wrap, "exactly eighteen .", "exactly eighteen .\n");
    assert_wrapped(wrap, "exactly nineteen ab", "exactly nineteen\n  ab\n");
    assert_wrapped(wrap, "one two   three four five", "one two   three\n  four five\n");
    assert_wrapped(wrap, "0123456789012345678901234567890", "012345678901234567\n  8901234567890\n");
    assert_wrapped(wrap, "a\n\nb\n", "a\n  \n  b\n");
    wrap.hang = 8;
    assert_wrapped(wrap, "0123456789012345 678", "0123456789012345\n  678\n"); /* never less than 16 columns */
}

static void test_wrap_counts_display_columns(void **state)
{
    (void)state;
    assert_int_equal(wrap_columns(STR("abc")), 3);
    assert_int_equal(wrap_columns(STR("é")), 1);
    assert_int_equal(wrap_columns(STR("e\xCC\x81")), 1);
    assert_int_equal(wrap_columns(STR("日本")), 4);
    struct wrap wrap = {.width = 16};
    assert_wrapped(wrap, "日本日本日本日本日", "日本日本日本日本\n日\n");
}

static void test_wrap_marks_across_lines(void **state)
{
    (void)state;
    struct wrap wrap = {.width = 20, .indent = 2, .mark = 4, .mark_end = 25};
    assert_wrapped(wrap, "one two three four five six",
                   "one two three four\n      ^^^^^^^^^^^^^^\n  five six\n  ^^^^^^\n");
    wrap.mark_style = "\033[1m";
    assert_wrapped(wrap, "one two three four five six", "one \033[1mtwo three four\033[0m\n  \033[1mfive s\033[0mix\n");
    struct wrap wide = {.width = 40, .mark = 6, .mark_end = 9};
    assert_wrapped(wide, "日本語", "日本語\n    ^^\n");
}

static void assert_source(struct source source, const char *expected)
{
    struct buf words = {0};
    words_source(&words, &source);
    assert_string_equal(words.ptr, expected);
    buf_release(&words);
}

static void test_words_source_is_named_by_its_title_or_else_its_address(void **state)
{
    (void)state;
    struct source source = {.id = STR("s1"), .url = STR("https://example.org/a"), .published = STR("2025-01")};
    assert_source(source, "https://example.org/a, 2025-01");
    source.author = STR("CRS");
    assert_source(source, "CRS: https://example.org/a, 2025-01");
    source.title = STR("Aid");
    assert_source(source, "CRS: Aid, 2025-01");
    assert_source((struct source){.id = STR("s1")}, "s1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_figure_reads_as_plain_english),
        cmocka_unit_test(test_words_number_groups_thousands_of_plain_numbers_only),
        cmocka_unit_test(test_words_place_needs_the_literal_where_it_says),
        cmocka_unit_test(test_words_source_is_named_by_its_title_or_else_its_address),
        cmocka_unit_test(test_wrap_breaks_at_spaces_and_cuts_long_words),
        cmocka_unit_test(test_wrap_counts_display_columns),
        cmocka_unit_test(test_wrap_marks_across_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
