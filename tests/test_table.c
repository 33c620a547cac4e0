/* A table read twice: what the two readings find is the same, and a file that changes between them is noticed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/buf.h"
#include "core/series/table.h"

static const struct table_request nothing_said = {.frequency = FREQUENCY_END};

static void write_table(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int set_up(void **state)
{
    char *path = strdup("/tmp/assay-table-XXXXXX");
    assert_non_null(path);
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    close(fd);
    *state = path;
    return 0;
}

static int tear_down(void **state)
{
    unlink(*state);
    free(*state);
    return 0;
}

static bool note_point(void *ctx, size_t series, const struct series_point *point, struct err *err)
{
    (void)err;
    buf_printf(ctx, "%zu %.*s %.*s %.*s %lld %.*s;", series, STR_ARG(point->key), STR_ARG(point->first),
               STR_ARG(point->value), (long long)point->row, STR_ARG(point->column));
    return true;
}

static void test_table_hands_out_what_it_counted(void **state)
{
    struct entities *entities = entities_new();
    struct table *table = NULL;
    struct buf points = {0};
    struct err err = {0};
    write_table(*state, "Country,Year,a (USD),b (%)\nGermany,2020,1.50,\nThe Shire,2021,2,3\n");
    assert_true(table_open(*state, &nothing_said, entities, &table, &err));
    assert_int_equal(table->series_count, 2);
    assert_int_equal(table->series[0].figures, 2);
    assert_int_equal(table->series[1].figures, 1);
    assert_int_equal(table->series[1].empty, 1);
    assert_int_equal(table->rows, 2);
    assert_int_equal(table->frequency, FREQUENCY_YEAR);
    for (int again = 0; again < 2; again++) {
        buf_clear(&points);
        assert_true(table_points(table, note_point, &points, &err));
        assert_string_equal(points.ptr, "0 DEU 2020-01-01 1.50 2 a (USD);0 =The Shire 2021-01-01 2 3 a (USD);"
                                        "1 =The Shire 2021-01-01 3 3 b (%);");
    }
    buf_release(&points);
    table_close(table);
    entities_free(entities);
}

static void assert_notices(const char *path, const char *changed)
{
    struct entities *entities = entities_new();
    struct table *table = NULL;
    struct buf points = {0};
    struct err err = {0};
    write_table(path, "Country,Year,a (USD)\nGermany,2020,1.50\n");
    assert_true(table_open(path, &nothing_said, entities, &table, &err));
    write_table(path, changed);
    assert_false(table_points(table, note_point, &points, &err));
    assert_string_equal(err.msg, "it was changed while it was read; try again");
    buf_release(&points);
    table_close(table);
    entities_free(entities);
}

static void test_table_that_changes_while_it_is_read_is_noticed(void **state)
{
    assert_notices(*state, "Country,Year,a (USD)\nGermany,2020,1.51\n");
    assert_notices(*state, "Country,Year,a (USD)\nFrance,2020,1.50\n");
    assert_notices(*state, "Country,Year,a (USD)\n");
}

struct ticks {
    int64_t count, last;
};

static void note_tick(void *ctx, int64_t done, int64_t total)
{
    struct ticks *ticks = ctx;
    assert_true(done >= ticks->last && done <= total && total > 0);
    ticks->last = done;
    ticks->count++;
}

static void test_table_says_how_far_it_has_come(void **state)
{
    enum { ROWS = 20000 };
    struct entities *entities = entities_new();
    struct table *table = NULL;
    struct ticks ticks = {0};
    struct table_request request = {.frequency = FREQUENCY_END, .tick = note_tick, .tick_ctx = &ticks};
    struct buf text = {0}, points = {0};
    struct err err = {0};
    buf_printf(&text, "Date,Malta\n");
    for (int i = 0; i < ROWS; i++)
        buf_printf(&text, "%d-%02d-%02d,1\n", 1500 + i / 336, 1 + i / 28 % 12, 1 + i % 28);
    write_table(*state, text.ptr);
    assert_true(table_open(*state, &request, entities, &table, &err));
    int64_t first = ticks.count;
    assert_true(first > 0);
    assert_int_equal(table->series[0].figures, ROWS);
    assert_true(table_points(table, note_point, &points, &err));
    assert_true(ticks.count > first);
    buf_release(&text);
    buf_release(&points);
    table_close(table);
    entities_free(entities);
}

int main(void)
{
#define TABLE_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TABLE_TEST(test_table_hands_out_what_it_counted),
        TABLE_TEST(test_table_that_changes_while_it_is_read_is_noticed),
        TABLE_TEST(test_table_says_how_far_it_has_come),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
