/* A claim's figure beside its sources': which are laid side by side, where, and on what axis; and the counts of claims. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/report/chart.h"
#include "core/report/stats.h"
#include "core/report/topic.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static bool make(const struct claim *claim, const struct citation *citation, struct arena *arena, struct chart *ret)
{
    struct source source = {0};
    struct report_citation *cited = arena_alloc(arena, sizeof(*cited));
    struct report_claim *told = arena_alloc(arena, sizeof(*told));
    *cited = (struct report_citation){citation, &source};
    *told = (struct report_claim){.claim = claim, .citations = cited, .citation_count = 1};
    return chart_make(told, arena, ret);
}

static bool near(double a, double b)
{
    double apart = a - b;
    return apart < 1e-9 && apart > -1e-9;
}

static void test_chart_claims_what_the_words_say(void **state)
{
    (void)state;
    static const struct {
        int relation;
        const char *value, *upper, *precision;
        double low, high;
        bool open_low, open_high;
    } cases[] = {
        {RELATION_EQUAL, "6.3", NULL, "0.1", 6.25, 6.35, false, false},
        {RELATION_EQUAL, "6.3", NULL, NULL, 6.3, 6.3, false, false},
        {RELATION_ABOUT, "60", NULL, "10", 55, 65, false, false},
        {RELATION_NEARLY, "60", NULL, "10", 50, 60, false, false},
        {RELATION_BARELY, "60", NULL, "10", 60, 70, false, false},
        {RELATION_ABOVE, "60", NULL, "10", 60, 60, false, true},
        {RELATION_MOST, "60", NULL, "10", 60, 60, true, false},
        {RELATION_EQUAL, "40", "55", "1", 40, 55, false, false},
        {RELATION_EQUAL, "55", "40", "1", 40, 55, false, false},
        {RELATION_EQUAL, "-3", NULL, "1", -3.5, -2.5, false, false},
    };
    static const struct citation citation = {.figure = {"50", 2}, .figure_value = {"50", 2}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = {0};
        struct chart chart;
        struct claim claim = {.kind = KIND_COUNT,
                              .relation = cases[i].relation,
                              .value = str_from(cases[i].value),
                              .upper = str_from(cases[i].upper),
                              .precision = str_from(cases[i].precision)};
        assert_true(make(&claim, &citation, &arena, &chart));
        assert_int_equal(chart.count, 2);
        if (!near(chart.row[0].low, cases[i].low) || !near(chart.row[0].high, cases[i].high))
            fail_msg("case %zu: %f to %f", i, chart.row[0].low, chart.row[0].high);
        assert_int_equal(chart.row[0].open_low, cases[i].open_low);
        assert_int_equal(chart.row[0].open_high, cases[i].open_high);
        arena_release(&arena);
    }
}

static void test_chart_axis_holds_all_values_and_counts_in_round_numbers(void **state)
{
    (void)state;
    static const struct {
        const char *value, *found, *unit, *low, *high, *words; /* the axis from and to */
    } cases[] = {
        {"6.3", "5.8", "percent", "5", "7", "percent"},
        {"41500000000", "41200000000", "EUR", "35", "50", "billion EUR"},
        {"180000", "2000000", "job", "0", "2.5", "million jobs"},
        {"-4", "3", "percent", "-6", "4", "percent"},
        {"0", "0", "percent", "-1", "1", "percent"},
        {"1999", "2001", "person", "1600", "2400", "people"},
        {"0.0001", "0.0003", "metre", "0", "0.0004", "metres"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = {0};
        struct chart chart;
        struct buf unit = {0};
        struct claim claim = {.kind = KIND_COUNT,
                              .relation = RELATION_EQUAL,
                              .value = str_from(cases[i].value),
                              .unit = str_from(cases[i].unit)};
        struct citation citation = {.figure_value = str_from(cases[i].found), .figure_unit = claim.unit};
        assert_true(make(&claim, &citation, &arena, &chart));
        assert_true(chart.tick_count >= 3 && chart.tick_count <= CHART_TICKS);
        chart_unit(&unit, &voice_plain, &chart);
        assert_string_equal(unit.ptr, cases[i].words);
        struct str low = chart.tick[0], high = chart.tick[chart.tick_count - 1];
        if (!str_eq(low, str_from(cases[i].low)) || !str_eq(high, str_from(cases[i].high)))
            fail_msg("case %zu: from %.*s to %.*s", i, STR_ARG(low), STR_ARG(high));
        for (size_t row = 0; row < chart.count; row++)
            assert_true(chart.row[row].low >= chart.low && chart.row[row].high <= chart.high);
        assert_int_equal(chart_place(&chart, chart.low), 0);
        assert_int_equal(chart_place(&chart, chart.high), 10000);
        buf_release(&unit);
        arena_release(&arena);
    }
}

static void test_chart_lays_only_like_beside_like(void **state)
{
    (void)state;
    static const struct {
        int kind;
        const char *value, *unit, *found, *found_unit;
    } cases[] = {
        {KIND_MONEY, "5", "USD", "5", "EUR"},       {KIND_MONEY, "5", "USD", "5", NULL},
        {KIND_MONEY, "5", "USD", NULL, "USD"},      {KIND_DATE, "2025", NULL, "2024", NULL},
        {KIND_SCORE, NULL, NULL, "3", NULL},        {KIND_COUNT, "x", "job", "3", "job"},
        {KIND_COUNT, "3", "job", "about 3", "job"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = {0};
        struct chart chart;
        struct claim claim = {
            .kind = cases[i].kind, .value = str_from(cases[i].value), .unit = str_from(cases[i].unit)};
        struct citation citation = {.figure_value = str_from(cases[i].found),
                                    .figure_unit = str_from(cases[i].found_unit)};
        if (make(&claim, &citation, &arena, &chart))
            fail_msg("case %zu has a chart", i);
        arena_release(&arena);
    }
}

/* 38 digits, and two values that differ in the last of them: no axis tells those apart. */
static void test_chart_of_huge_numbers_is_drawn_or_left_out(void **state)
{
    (void)state;
    static const char *const values[] = {"99999999999999999999999999999999999999",
                                         "0.00000000000000000000000000000000000001",
                                         "-99999999999999999999999999999999999999", "0", "1"};
    for (size_t i = 0; i < COUNT(values) * COUNT(values); i++) {
        struct arena arena = {0};
        struct chart chart;
        struct claim claim = {
            .kind = KIND_COUNT, .relation = RELATION_EQUAL, .value = str_from(values[i % COUNT(values)])};
        struct citation citation = {.figure_value = str_from(values[i / COUNT(values)])};
        if (make(&claim, &citation, &arena, &chart))
            assert_true(chart.high > chart.low && chart.tick_count >= 2);
        arena_release(&arena);
    }
}

/* ---- counts ---- */

static void test_stats_count_sort_and_fold(void **state)
{
    (void)state;
    struct stats stats = {0};
    char name[16];
    for (int i = 0; i < 1000; i++) {
        snprintf(name, sizeof(name), "n%d", i % 300);
        stats_add(&stats, str_from(name), i % 2 ? RATING_PARTLY : -1);
    }
    assert_int_equal(stats.count, 300);
    stats_sort(&stats, false);
    assert_int_equal(stats.group[0].claims, 4);
    assert_true(str_eq(stats.group[0].name, STR("n0")));
    stats_fold(&stats, 10, STR("others"));
    assert_int_equal(stats.count, 11);
    int64_t all = 0;
    for (size_t i = 0; i < stats.count; i++)
        all += stats.group[i].claims;
    assert_int_equal(all, 1000);
    stats_add(&stats, STR("others"), -1);
    assert_int_equal(stats.count, 11);
    stats_sort(&stats, true);
    assert_true(str_cmp(stats.group[0].name, stats.group[1].name) < 0);
    stats_release(&stats);
}

/* ---- topics ---- */

static void test_topic_is_told_by_whole_words(void **state)
{
    (void)state;
    static const struct {
        const char *words, *sentence;
        bool holds;
    } cases[] = {
        {"war", "The war cost $5.", true},
        {"war", "He warned of 5.", false},
        {"war*", "He warned of 5.", true},
        {"gas, oil", "OIL rose 5%.", true},
        {"oil", "Turmoil.", false},
        {"wind farm*", "5 wind farms", true},
        {"rent", "5% Rent", true},
        {"rent", "", false},
        {"", "5%", false},
        {" , ", "5%", false},
        {"*", "5%", false},
        {"caf", "Caf\xC3\xA9s", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct claim claim = {.sentence = str_from(cases[i].sentence)};
        if (topic_holds(str_from(cases[i].words), &claim) != cases[i].holds)
            fail_msg("'%s' in '%s'", cases[i].words, cases[i].sentence);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chart_claims_what_the_words_say),
        cmocka_unit_test(test_chart_axis_holds_all_values_and_counts_in_round_numbers),
        cmocka_unit_test(test_chart_lays_only_like_beside_like),
        cmocka_unit_test(test_chart_of_huge_numbers_is_drawn_or_left_out),
        cmocka_unit_test(test_stats_count_sort_and_fold),
        cmocka_unit_test(test_topic_is_told_by_whole_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
