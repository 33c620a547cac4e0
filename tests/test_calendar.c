/* Spans of days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/clock.h"
#include "core/extract/calendar.h"

static void assert_days(struct days days, const char *expected)
{
    struct arena arena = {0};
    struct str text = days_text(days, &arena);
    if (!str_eq(text, str_from(expected)))
        fail_msg("%.*s, not %s", STR_ARG(text), expected);
    arena_release(&arena);
}

static void test_calendar_every_day_of_900_years_goes_there_and_back(void **state)
{
    (void)state;
    int number = day_number(1300, 1, 1), year, month, day;
    for (int y = 1300; y < 2200; y++)
        for (int m = 1; m <= 12; m++)
            for (int d = 1; d <= days_in_month(y, m); d++, number++) {
                assert_int_equal(day_number(y, m, d), number);
                day_date(number, &year, &month, &day);
                assert_true(year == y && month == m && day == d);
            }
}

static void test_calendar_knows_the_day_of_the_week(void **state)
{
    (void)state;
    assert_int_equal(day_of_week(day_number(1970, 1, 1)), 3);
    assert_int_equal(day_of_week(day_number(2024, 2, 29)), 3);
    assert_int_equal(day_of_week(day_number(1900, 1, 1)), 0);
    assert_days(days_of_week(day_number(2024, 5, 15)), "2024-05-13/2024-05-19");
}

static void test_calendar_months_run_over_the_year(void **state)
{
    (void)state;
    assert_days(days_of_year(2023), "2023-01-01/2023-12-31");
    assert_days(days_of_months(2023, 12, 3), "2023-12-01/2024-02-29");
    assert_days(days_of_months(2024, 0, 1), "2023-12-01/2023-12-31");
    assert_days(days_of_months(2024, -2, 3), "2023-10-01/2023-12-31");
}

static void test_calendar_whole_months_stay_whole_when_shifted(void **state)
{
    (void)state;
    assert_days(days_shift(days_of_months(2024, 2, 1), -12), "2023-02-01/2023-02-28");
    assert_days(days_shift(days_of_months(2023, 2, 1), 12), "2024-02-01/2024-02-29");
    assert_days(days_shift((struct days){day_number(2024, 3, 31), day_number(2024, 3, 31)}, -1),
                "2024-02-29/2024-02-29");
}

static void test_calendar_what_is_not_known_has_no_text(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_null(days_text((struct days){0, 0}, &arena).ptr);
    assert_false(days_known(days_shift((struct days){0, 0}, 12)));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_calendar_every_day_of_900_years_goes_there_and_back),
        cmocka_unit_test(test_calendar_knows_the_day_of_the_week),
        cmocka_unit_test(test_calendar_months_run_over_the_year),
        cmocka_unit_test(test_calendar_whole_months_stay_whole_when_shifted),
        cmocka_unit_test(test_calendar_what_is_not_known_has_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
