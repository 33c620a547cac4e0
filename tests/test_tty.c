/* Display columns, cutting, wrapping, and the table for the terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "cmd/cmd.h"
#include "cmd/tty/colour.h"
#include "cmd/tty/progress.h"
#include "cmd/tty/table.h"
#include "cmd/tty/terminal.h"
#include "cmd/tty/width.h"

/* A letter and a combining acute accent; a wide ideograph; the two halves of a flag. */
#define E_ACUTE "e\xCC\x81"
#define WIDE "\xE6\xBC\xA2"
#define FLAG "\xF0\x9F\x87\xBA\xF0\x9F\x87\xB8"

static void test_width_counts_columns_not_bytes(void **state)
{
    (void)state;
    assert_int_equal(width_of(STR("")), 0);
    assert_int_equal(width_of(STR("abc")), 3);
    assert_int_equal(width_of(STR("naïve")), 5);
    assert_int_equal(width_of(STR(E_ACUTE)), 1);
    assert_int_equal(width_of(STR(WIDE WIDE)), 4);
}

static void assert_fit(const char *text, size_t columns, const char *expected)
{
    struct buf out = {0};
    size_t width = width_fit(&out, str_from(text), columns);
    assert_string_equal(out.ptr ? out.ptr : "", expected);
    assert_int_equal(width, width_of(buf_view(&out)));
    assert_true(width <= columns);
    buf_release(&out);
}

static void test_width_fit_leaves_what_fits(void **state)
{
    (void)state;
    assert_fit("abc", 3, "abc");
    assert_fit("", 0, "");
    assert_fit(WIDE WIDE, 4, WIDE WIDE);
}

static void test_width_fit_cuts_with_an_ellipsis(void **state)
{
    (void)state;
    assert_fit("abcdef", 4, "abc…");
    assert_fit("abc def", 5, "abc…"); /* no space before it */
    assert_fit("abc", 1, "…");
    assert_fit("abc", 0, "");
}

static void test_width_fit_never_takes_half_of_a_wide_character(void **state)
{
    (void)state;
    assert_fit(WIDE WIDE WIDE, 4, WIDE "…");
    assert_fit(WIDE WIDE, 2, "…");
}

static void test_width_fit_keeps_an_accent_with_its_letter(void **state)
{
    (void)state;
    assert_fit("ab" E_ACUTE "cd", 4, "ab" E_ACUTE "…");
    assert_fit("ab" E_ACUTE "cd", 3, "ab…");
}

static void test_width_cut_keeps_a_flag_together(void **state)
{
    (void)state;
    size_t width;
    struct str head = width_cut(STR("a" FLAG "b"), 2, &width);
    assert_true(head.len == 1 || head.len == sizeof("a" FLAG) - 1);
}

static void test_width_wrap_breaks_at_spaces_and_indents(void **state)
{
    (void)state;
    struct buf out = {0};
    width_wrap(&out, STR("one two three four"), 12, 2);
    assert_string_equal(out.ptr, "one two\n  three four");
    buf_release(&out);
}

static void test_width_wrap_leaves_a_long_word_whole(void **state)
{
    (void)state;
    struct buf out = {0};
    width_wrap(&out, STR("a https://example.org/long b"), 10, 0);
    assert_string_equal(out.ptr, "a\nhttps://example.org/long\nb");
    buf_release(&out);
}

/* ---- tables ---- */

enum { NUMBER, FIGURE, SENTENCE, WHO, COLUMNS };

static const struct table_column columns[COLUMNS] = {
    [NUMBER] = {"no", .right = true},
    [FIGURE] = {"figure", .least = 6},
    [SENTENCE] = {"sentence", .least = 8},
    [WHO] = {"who", .drop = 1},
};

static char *table_text(int width, bool colour, size_t rows)
{
    char *text = NULL;
    size_t len;
    struct terminal terminal = {.out = true, .colour = colour, .width = width};
    FILE *out = open_memstream(&text, &len);
    struct table table = {.out = out, .terminal = &terminal, .columns = columns, .column_count = COLUMNS};
    for (size_t i = 0; i < rows; i++) {
        struct table_cell cells[COLUMNS] = {
            [NUMBER] = {i == 0 ? STR("7") : STR("12"), COLOUR_NONE},
            [FIGURE] = {STR("5 percent"), COLOUR_NONE},
            [SENTENCE] = {STR("It rose by 5 percent in a year."), COLOUR_FAINT},
            [WHO] = {STR("the minister"), COLOUR_NONE},
        };
        table_row(&table, cells);
    }
    table_flush(&table);
    table_release(&table);
    fclose(out);
    return text;
}

static void test_table_columns_are_as_wide_as_they_need_to_be(void **state)
{
    (void)state;
    char *text = table_text(80, false, 2);
    assert_string_equal(text, "no  figure     sentence                         who\n"
                              " 7  5 percent  It rose by 5 percent in a year.  the minister\n"
                              "12  5 percent  It rose by 5 percent in a year.  the minister\n");
    free(text);
}

static void test_table_widest_column_gives_way_first(void **state)
{
    (void)state;
    char *text = table_text(47, false, 1);
    assert_string_equal(text, "no  figure     sentence            who\n"
                              " 7  5 percent  It rose by 5 perc…  the minister\n");
    free(text);
}

static void test_table_drops_a_column_where_it_must(void **state)
{
    (void)state;
    char *text = table_text(30, false, 1);
    assert_string_equal(text, "no  figure     sentence\n"
                              " 7  5 percent  It rose by 5 p…\n");
    free(text);
}

static void test_table_no_line_is_wider_than_the_terminal(void **state)
{
    (void)state;
    for (int width = 20; width < 90; width++) {
        char *text = table_text(width, false, 3);
        struct str rest = str_from(text);
        while (rest.len > 0)
            assert_true(width_of(str_split(&rest, '\n')) <= (size_t)width);
        free(text);
    }
}

static void test_table_colour_takes_no_room(void **state)
{
    (void)state;
    char *text = table_text(80, true, 1);
    assert_non_null(strstr(text, "5 percent  \033[2mIt rose by 5 percent in a year.\033[m  the minister\n"));
    free(text);
}

static void test_table_without_rows_prints_nothing(void **state)
{
    (void)state;
    char *text = table_text(80, false, 0);
    assert_string_equal(text, "");
    free(text);
}

static void test_table_long_one_keeps_the_widths_of_its_first_rows(void **state)
{
    (void)state;
    char *text = table_text(60, false, 3 * TABLE_MEASURED);
    size_t lines = 0;
    struct str rest = str_from(text);
    for (; rest.len > 0; lines++)
        str_split(&rest, '\n');
    assert_int_equal(lines, 3 * TABLE_MEASURED + 1);
    free(text);
}

static void test_table_shows_control_characters_and_never_sends_them(void **state)
{
    (void)state;
    char *text = NULL;
    size_t len;
    struct terminal terminal = {.out = true, .width = 60};
    FILE *out = open_memstream(&text, &len);
    struct table table = {.out = out, .terminal = &terminal, .columns = columns, .column_count = COLUMNS};
    struct table_cell cells[COLUMNS] = {[SENTENCE] = {STR("a\033[31mb\nc\x07"), COLOUR_NONE}};
    table_row(&table, cells);
    table_flush(&table);
    table_release(&table);
    fclose(out);
    assert_null(memchr(text, '\033', len));
    assert_null(memchr(text, '\x07', len));
    assert_non_null(strstr(text, "a^[[31mb c^G"));
    free(text);
}

static void test_table_number_longer_than_the_first_ones_is_not_cut(void **state)
{
    (void)state;
    char *text = NULL;
    size_t len;
    struct terminal terminal = {.out = true, .width = 60};
    FILE *out = open_memstream(&text, &len);
    struct table table = {.out = out, .terminal = &terminal, .columns = columns, .column_count = COLUMNS};
    table_row(&table, (struct table_cell[COLUMNS]){[NUMBER] = {STR("9"), COLOUR_NONE}});
    table_flush(&table);
    table_row(&table, (struct table_cell[COLUMNS]){[NUMBER] = {STR("1234567"), COLOUR_NONE}});
    table_flush(&table);
    table_release(&table);
    fclose(out);
    assert_non_null(strstr(text, "\n1234567\n"));
    free(text);
}

static void test_table_column_that_may_go_and_is_empty_takes_no_room(void **state)
{
    (void)state;
    char *text = NULL;
    size_t len;
    struct terminal terminal = {.out = true, .width = 60};
    FILE *out = open_memstream(&text, &len);
    struct table table = {.out = out, .terminal = &terminal, .columns = columns, .column_count = COLUMNS};
    table_row(&table, (struct table_cell[COLUMNS]){[NUMBER] = {STR("9"), COLOUR_NONE}});
    table_flush(&table);
    table_release(&table);
    fclose(out);
    assert_string_equal(text, "no  figure  sentence\n 9\n");
    free(text);
}

/* ---- the terminal itself ---- */

static void test_terminal_colour_follows_option_then_environment(void **state)
{
    (void)state;
    assert_true(terminal_look(COLOUR_ALWAYS).colour);
    assert_false(terminal_look(COLOUR_NEVER).colour);
    setenv("NO_COLOR", "1", 1);
    assert_true(terminal_look(COLOUR_ALWAYS).colour);
    assert_false(terminal_look(COLOUR_AUTO).colour);
    unsetenv("NO_COLOR");
}

static void test_terminal_width_from_columns_only_where_it_makes_sense(void **state)
{
    (void)state;
    setenv("COLUMNS", "63", 1);
    assert_int_equal(terminal_look(COLOUR_AUTO).width, 63);
    setenv("COLUMNS", "1", 1);
    assert_int_equal(terminal_look(COLOUR_AUTO).width, 20);
    setenv("COLUMNS", "-5", 1);
    assert_true(terminal_look(COLOUR_AUTO).width >= 20);
    setenv("COLUMNS", "99999999999", 1);
    assert_true(terminal_look(COLOUR_AUTO).width <= 1000);
    unsetenv("COLUMNS");
}

/* What say() writes to standard error, for a terminal of that width; 0 is no terminal. */
static void assert_said(int width, const char *message, const char *expected)
{
    char got[200] = {0};
    struct invocation run = {.terminal = {.err = width > 0, .width = width}};
    int kept = dup(STDERR_FILENO), ends[2];
    assert_int_equal(pipe(ends), 0);
    fflush(stderr);
    dup2(ends[1], STDERR_FILENO);
    say(&run, "%s", message);
    fflush(stderr);
    dup2(kept, STDERR_FILENO);
    close(kept);
    close(ends[1]);
    assert_true(read(ends[0], got, sizeof(got) - 1) > 0);
    close(ends[0]);
    assert_string_equal(got, expected);
}

static void test_say_breaks_a_message_at_spaces_on_a_terminal_only(void **state)
{
    (void)state;
    assert_said(20, "no claim is like that one", "no claim is like\nthat one\n");
    assert_said(20, "two  spaces stay", "two  spaces stay\n");
    assert_said(0, "no claim is like that one", "no claim is like that one\n");
}

static void test_progress_says_how_much_how_fast_and_how_long(void **state)
{
    (void)state;
    static const struct {
        int64_t done, total, ms;
        const char *words;
    } cases[] = {
        {25, 100, 2500, "[#####...............] 25 of 100, 10/s, 0:07 left"},
        {0, 100, 600, "[....................] 0 of 100"},
        {100, 100, 5000, "[####################] 100 of 100, 20/s"},
        {120, 100, 6000, "[####################] 120 of 100, 20/s"},
        {3, 0, 1000, "3, 3/s"},
        {2, 1000, 60000, "[....................] 2 of 1000, 30 s each, 8:19 h left"},
        {1000000, 1000000000, 1000000, "[....................] 1000000 of 1000000000, 1000/s, 277:30 h left"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct buf words = {0};
        progress_words(&words, cases[i].done, cases[i].total, cases[i].ms);
        assert_string_equal(words.ptr, cases[i].words);
        buf_release(&words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_width_counts_columns_not_bytes),
        cmocka_unit_test(test_width_fit_leaves_what_fits),
        cmocka_unit_test(test_width_fit_cuts_with_an_ellipsis),
        cmocka_unit_test(test_width_fit_never_takes_half_of_a_wide_character),
        cmocka_unit_test(test_width_fit_keeps_an_accent_with_its_letter),
        cmocka_unit_test(test_width_cut_keeps_a_flag_together),
        cmocka_unit_test(test_width_wrap_breaks_at_spaces_and_indents),
        cmocka_unit_test(test_width_wrap_leaves_a_long_word_whole),
        cmocka_unit_test(test_table_columns_are_as_wide_as_they_need_to_be),
        cmocka_unit_test(test_table_widest_column_gives_way_first),
        cmocka_unit_test(test_table_drops_a_column_where_it_must),
        cmocka_unit_test(test_table_no_line_is_wider_than_the_terminal),
        cmocka_unit_test(test_table_colour_takes_no_room),
        cmocka_unit_test(test_table_without_rows_prints_nothing),
        cmocka_unit_test(test_table_long_one_keeps_the_widths_of_its_first_rows),
        cmocka_unit_test(test_table_shows_control_characters_and_never_sends_them),
        cmocka_unit_test(test_table_number_longer_than_the_first_ones_is_not_cut),
        cmocka_unit_test(test_table_column_that_may_go_and_is_empty_takes_no_room),
        cmocka_unit_test(test_terminal_colour_follows_option_then_environment),
        cmocka_unit_test(test_terminal_width_from_columns_only_where_it_makes_sense),
        cmocka_unit_test(test_say_breaks_a_message_at_spaces_on_a_terminal_only),
        cmocka_unit_test(test_progress_says_how_much_how_fast_and_how_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
