/* The option parser: every way to write an option, every type, every mistake. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <string.h>
#include <cmocka.h>

#include "cmd/options.h"
#include "cmd/suggest.h"

enum { WORDS_MOST = 16, TEXT_MOST = 256 };

static const char *const fruit_names[] = {"apple", "pear", "plum"};
static const struct names fruits = {"fruit", fruit_names, 3};

struct values {
    bool open, quick;
    struct str title, path, url, date;
    int64_t limit, score;
    int fruit;
    unsigned basket;
};

#define VALUE(field) offsetof(struct values, field)

static const struct option options[] = {
    {"open", 0, OPTION_FLAG, VALUE(open), NULL, NULL, ""},
    {"quick", 'q', OPTION_FLAG, VALUE(quick), NULL, NULL, ""},
    {"title", 't', OPTION_TEXT, VALUE(title), NULL, "TEXT", ""},
    {"path", 'o', OPTION_PATH, VALUE(path), NULL, "FILE", ""},
    {"url", 0, OPTION_URL, VALUE(url), NULL, "URL", ""},
    {"date", 0, OPTION_DATE, VALUE(date), NULL, "DATE", ""},
    {"limit", 'n', OPTION_INTEGER, VALUE(limit), NULL, "N", ""},
    {"score", 0, OPTION_SCORE, VALUE(score), NULL, "0…1", ""},
    {"fruit", 0, OPTION_NAME, VALUE(fruit), &fruits, "FRUIT", ""},
    {"basket", 0, OPTION_NAMES, VALUE(basket), &fruits, "FRUIT,…", ""},
    {0},
};

struct other {
    struct str store;
};

static const struct option others[] = {
    {"store", 0, OPTION_PATH, offsetof(struct other, store), NULL, "PATH", ""},
    {0},
};

/* One command line, and what came of it. */
struct line {
    char text[WORDS_MOST][TEXT_MOST];
    char *word[WORDS_MOST];
    struct values values;
    struct other other;
    struct words arguments;
    struct err err;
};

static bool parse(struct line *line, bool stop, const char *const *words)
{
    struct option_set sets[] = {{options, &line->values}, {others, &line->other}};
    size_t count = 0;
    *line = (struct line){.values = {.fruit = -1}};
    for (; words[count]; count++) {
        assert_true(count < WORDS_MOST && strlen(words[count]) < TEXT_MOST);
        memcpy(line->text[count], words[count], strlen(words[count]) + 1);
        line->word[count] = line->text[count];
    }
    return options_parse(sets, 2, stop, (struct words){line->word, count}, &line->arguments, &line->err);
}

#define PARSE(line, ...) parse(line, false, (const char *const[]){__VA_ARGS__, NULL})

static void assert_str(struct str actual, const char *expected)
{
    assert_non_null(actual.ptr);
    assert_int_equal(actual.len, strlen(expected));
    assert_memory_equal(actual.ptr, expected, actual.len);
}

static void assert_refused(const struct line *line, const char *message)
{
    assert_int_equal(line->err.code, ERR_USAGE);
    assert_string_equal(line->err.msg, message);
}

static void test_options_value_may_be_the_next_word_or_stand_after_equals(void **state)
{
    (void)state;
    struct line line;
    assert_true(PARSE(&line, "--title", "a b", "--limit=7"));
    assert_str(line.values.title, "a b");
    assert_int_equal(line.values.limit, 7);
}

static void test_options_short_value_may_be_joined_or_apart(void **state)
{
    (void)state;
    struct line line;
    assert_true(PARSE(&line, "-ofile", "-n", "3", "-q"));
    assert_str(line.values.path, "file");
    assert_int_equal(line.values.limit, 3);
    assert_true(line.values.quick);
}

static void test_options_stand_anywhere_among_arguments(void **state)
{
    (void)state;
    struct line line;
    assert_true(PARSE(&line, "one", "--open", "two", "-", "--title=x", "three"));
    assert_int_equal(line.arguments.count, 4);
    assert_string_equal(line.arguments.word[0], "one");
    assert_string_equal(line.arguments.word[1], "two");
    assert_string_equal(line.arguments.word[2], "-");
    assert_string_equal(line.arguments.word[3], "three");
    assert_true(line.values.open);
}

static void test_options_end_at_two_dashes(void **state)
{
    (void)state;
    struct line line;
    assert_true(PARSE(&line, "--open", "--", "--title", "-q"));
    assert_int_equal(line.arguments.count, 2);
    assert_string_equal(line.arguments.word[0], "--title");
    assert_false(line.values.quick);
}

static void test_options_stop_at_first_argument_leaves_the_rest_untouched(void **state)
{
    (void)state;
    struct line line;
    assert_true(parse(&line, true, (const char *const[]){"--store", "s.db", "list", "--open", "--none", NULL}));
    assert_str(line.other.store, "s.db");
    assert_int_equal(line.arguments.count, 3);
    assert_string_equal(line.arguments.word[0], "list");
    assert_string_equal(line.arguments.word[2], "--none");
    assert_false(line.values.open);
}

static void test_options_of_both_sets_may_be_mixed(void **state)
{
    (void)state;
    struct line line;
    assert_true(PARSE(&line, "--open", "--store=s.db", "--title", "x"));
    assert_str(line.other.store, "s.db");
    assert_str(line.values.title, "x");
}

static void test_options_value_may_begin_with_one_dash(void **state)
{
    (void)state;
    struct line line;
    assert_true(PARSE(&line, "--title", "-5 percent"));
    assert_str(line.values.title, "-5 percent");
}

static void test_options_value_with_two_dashes_goes_after_equals(void **state)
{
    (void)state;
    struct line line;
    assert_true(PARSE(&line, "--title=--and so on"));
    assert_str(line.values.title, "--and so on");
}

static void test_options_names_add_up(void **state)
{
    (void)state;
    struct line line;
    assert_true(PARSE(&line, "--basket", "apple, plum", "--basket=apple"));
    assert_int_equal(line.values.basket, 1u << 0 | 1u << 2);
}

static void test_options_name_is_its_index(void **state)
{
    (void)state;
    struct line line;
    assert_true(PARSE(&line, "--fruit", "pear"));
    assert_int_equal(line.values.fruit, 1);
}

static void test_options_score_is_hundredths_rounded_up(void **state)
{
    (void)state;
    static const struct {
        const char *typed;
        int64_t hundredths;
    } scores[] = {{"0", 0}, {"0.5", 50}, {"0.501", 51}, {"1", 100}, {"1.00", 100}, {"0.01", 1}};
    for (size_t i = 0; i < sizeof(scores) / sizeof(scores[0]); i++) {
        struct line line;
        assert_true(PARSE(&line, "--score", scores[i].typed));
        assert_int_equal(line.values.score, scores[i].hundredths);
    }
}

static void test_options_what_is_not_given_is_left_alone(void **state)
{
    (void)state;
    struct line line;
    assert_true(PARSE(&line, "argument"));
    assert_null(line.values.title.ptr);
    assert_int_equal(line.values.fruit, -1);
    assert_int_equal(line.values.limit, 0);
}

static void test_options_flag_may_be_said_again(void **state)
{
    (void)state;
    struct line line;
    assert_true(PARSE(&line, "--open", "--open"));
    assert_true(line.values.open);
}

static void test_options_mistakes_have_one_clear_line_each(void **state)
{
    (void)state;
    static const struct {
        const char *words[4];
        const char *message;
    } mistakes[] = {
        {{"--opne"}, "unknown option '--opne'; did you mean '--open'?"},
        {{"--titel=x"}, "unknown option '--titel'; did you mean '--title'?"},
        {{"--stroe", "x"}, "unknown option '--stroe'; did you mean '--store'?"},
        {{"--zebra"}, "unknown option '--zebra'; --help lists those that there are"},
        {{"-z"}, "unknown option '-z'; --help lists those that there are"},
        {{"--title"}, "option '--title' needs a value: --title TEXT"},
        {{"-t"}, "option '-t' needs a value: -t TEXT"},
        {{"--title", "--open"}, "option '--title' needs a value: --title TEXT"},
        {{"--title="}, "the value of '--title' is empty"},
        {{"--title", "  "}, "the value of '--title' is empty"},
        {{"--path="}, "the value of '--path' is empty"},
        {{"--open=yes"}, "option '--open' takes no value"},
        {{"--title", "a", "--title=b"}, "option '--title' is given twice"},
        {{"-n1", "-n2"}, "option '-n' is given twice"},
        {{"--title", "a\xFF"}, "the value of '--title' is not UTF-8 at byte 1"},
        {{"--limit", "0"}, "'0' is no number for '--limit'; write a whole number from 1"},
        {{"--limit", "-3"}, "'-3' is no number for '--limit'; write a whole number from 1"},
        {{"--limit", "3.5"}, "'3.5' is no number for '--limit'; write a whole number from 1"},
        {{"--limit", "99999999999999999999"},
         "'99999999999999999999' is no number for '--limit'; write a whole number from 1"},
        {{"--score", "1.01"}, "'1.01' is no score for '--score'; write a number from 0 to 1"},
        {{"--score", "-0.1"}, "'-0.1' is no score for '--score'; write a number from 0 to 1"},
        {{"--score", "high"}, "'high' is no score for '--score'; write a number from 0 to 1"},
        {{"--date", "2025-02-30"}, "'2025-02-30' is no date for '--date'; write it as 2025, 2025-01 or 2025-01-31"},
        {{"--date", "31.1.2025"}, "'31.1.2025' is no date for '--date'; write it as 2025, 2025-01 or 2025-01-31"},
        {{"--url", "https://?x"}, "'https://?x' is no address for '--url'; a name must follow its '//'"},
        {{"--url", "example.org"}, "'example.org' is no address for '--url'; it must begin with http:// or https://"},
        {{"--fruit", "pea"}, "--fruit: unknown fruit 'pea'; did you mean 'pear'? there are: apple, pear, plum"},
        {{"--basket", "apple,kiwi"}, "--basket: unknown fruit 'kiwi'; there are: apple, pear, plum"},
        {{"--basket", "apple,,plum"}, "--basket: unknown fruit ''; there are: apple, pear, plum"},
    };
    for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
        struct line line;
        const char *words[] = {mistakes[i].words[0], mistakes[i].words[1], mistakes[i].words[2], NULL};
        assert_false(parse(&line, false, words));
        assert_refused(&line, mistakes[i].message);
    }
}

static void test_suggest_edit_distance(void **state)
{
    (void)state;
    assert_int_equal(edit_distance(STR("list"), STR("list")), 0);
    assert_int_equal(edit_distance(STR("lsit"), STR("list")), 1);
    assert_int_equal(edit_distance(STR("lis"), STR("list")), 1);
    assert_int_equal(edit_distance(STR("LSit"), STR("list")), 1); /* capitals are not counted */
    assert_int_equal(edit_distance(STR("kitten"), STR("sitting")), 3);
    assert_int_equal(edit_distance(STR(""), STR("abc")), 3);
}

static void test_suggest_edit_distance_of_a_very_long_word_is_far(void **state)
{
    (void)state;
    char word[4096];
    memset(word, 'a', sizeof(word));
    assert_true(edit_distance((struct str){word, sizeof(word)}, STR("list")) > 100);
    assert_null(suggest((struct str){word, sizeof(word)}, (const char *const[]){"list"}, 1));
}

static void test_suggest_names_nothing_where_nothing_is_near(void **state)
{
    (void)state;
    assert_null(suggest(STR("zebra"), fruit_names, 3));
    assert_string_equal(suggest(STR("aple"), fruit_names, 3), "apple");
    assert_string_equal(suggest(STR("pl"), fruit_names, 3), "plum");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_options_value_may_be_the_next_word_or_stand_after_equals),
        cmocka_unit_test(test_options_short_value_may_be_joined_or_apart),
        cmocka_unit_test(test_options_stand_anywhere_among_arguments),
        cmocka_unit_test(test_options_end_at_two_dashes),
        cmocka_unit_test(test_options_stop_at_first_argument_leaves_the_rest_untouched),
        cmocka_unit_test(test_options_of_both_sets_may_be_mixed),
        cmocka_unit_test(test_options_value_may_begin_with_one_dash),
        cmocka_unit_test(test_options_value_with_two_dashes_goes_after_equals),
        cmocka_unit_test(test_options_names_add_up),
        cmocka_unit_test(test_options_name_is_its_index),
        cmocka_unit_test(test_options_score_is_hundredths_rounded_up),
        cmocka_unit_test(test_options_what_is_not_given_is_left_alone),
        cmocka_unit_test(test_options_flag_may_be_said_again),
        cmocka_unit_test(test_options_mistakes_have_one_clear_line_each),
        cmocka_unit_test(test_suggest_edit_distance),
        cmocka_unit_test(test_suggest_edit_distance_of_a_very_long_word_is_far),
        cmocka_unit_test(test_suggest_names_nothing_where_nothing_is_near),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
