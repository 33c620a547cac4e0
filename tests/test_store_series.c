/* Reference series in the store: all of a table or nothing, several editions side by side, points found in time, hidden and
 * shown again, and every tampering found by doctor. */
#include "core/base/decimal.h"
#include "storage/sql.h"
#include "tests/store_fixture.h"

static int64_t count_of(struct fixture *fixture, const char *table)
{
    char sql[80];
    snprintf(sql, sizeof(sql), "SELECT COUNT(*) FROM %s", table);
    return raw_integer(fixture->path, sql);
}

static struct series find(struct fixture *fixture, const char *name)
{
    struct series series = {0};
    struct err err = {0};
    if (!store_find_series(fixture->store, str_from(name), &fixture->arena, &series, &err))
        fail_msg("%s", err.msg);
    return series;
}

static void assert_not_found(struct fixture *fixture, const char *name, enum err_code code, const char *message)
{
    struct series series = {0};
    struct err err = {0};
    assert_false(store_find_series(fixture->store, str_from(name), &fixture->arena, &series, &err));
    assert_int_equal(err.code, code);
    assert_string_equal(err.msg, message);
}

static void test_series_comes_back_as_it_went_in(void **state)
{
    struct fixture *fixture = *state;
    add_series(fixture, "rain", "2023");
    struct series series = find(fixture, "rain");
    assert_int_equal(series.number, 1);
    assert_text(series.measure, "rain");
    assert_text(series.unit, "day");
    assert_text(series.vintage, "2023");
    assert_text(series.first, "2020-01-01");
    assert_text(series.last, "2022-12-31");
    assert_text(series.added_at, "2025-02-12T14:03:09Z");
    assert_int_equal(series.points, RAIN);
    assert_int_equal(series.entities, 2);
    assert_int_equal(series.id.len, DIGEST_HEX);
    assert_false(series.dropped);
    assert_text(faults_of(fixture), "");
}

static void test_series_is_found_by_number_name_vintage_and_id(void **state)
{
    struct fixture *fixture = *state;
    add_series(fixture, "rain", "2023");
    add_series(fixture, "rain", "2024");
    add_series(fixture, "rain", NULL);
    char id[9] = {0};
    memcpy(id, find(fixture, "2").id.ptr, 8);
    assert_int_equal(find(fixture, "rain@2024").number, 2);
    assert_int_equal(find(fixture, id).number, 2);
    assert_int_equal(find(fixture, "3").number, 3);
    assert_not_found(fixture, "rain", ERR_USAGE,
                     "3 series are called 'rain'; name one by its number, or as NAME@VINTAGE");
    assert_not_found(fixture, "rain@2022", ERR_ABSENT,
                     "there is no series 'rain@2022'; 'assay series list' lists them");
    assert_not_found(fixture, "4", ERR_ABSENT, "there is no series '4'; 'assay series list' lists them");
    assert_not_found(fixture, "99999999999999999999999", ERR_ABSENT,
                     "there is no series '99999999999999999999999'; 'assay series list' lists them");
    assert_not_found(fixture, "", ERR_ABSENT, "there is no series ''; 'assay series list' lists them");
}

static void test_series_that_is_there_is_not_added_again(void **state)
{
    struct fixture *fixture = *state;
    struct series again = rain_series("rain", "2023");
    struct err err = {0};
    bool added = true;
    add_series(fixture, "rain", "2023");
    struct str before = dump_store(fixture);
    again.table = STR("elsewhere/rain.csv"); /* the same figures from another folder are the same */
    assert_true(load_rain(fixture, &again, &added, &err));
    assert_false(added);
    assert_true(str_eq(dump_store(fixture), before));
}

static void test_series_name_and_vintage_are_taken_once(void **state)
{
    struct fixture *fixture = *state;
    struct series other = rain_series("rain", "2023");
    struct err err = {0};
    bool added = false;
    add_series(fixture, "rain", "2023");
    struct str before = dump_store(fixture);
    other.measure = STR("snow");
    assert_false(load_rain(fixture, &other, &added, &err));
    assert_int_equal(err.code, ERR_USAGE);
    assert_string_equal(err.msg,
                        "series 1 is called 'rain' already and of the same vintage; say which edition this is with "
                        "--vintage, or choose another --name");
    assert_true(str_eq(dump_store(fixture), before));
}

static void test_series_on_trial_leaves_nothing(void **state)
{
    struct fixture *fixture = *state;
    struct series series = rain_series("rain", NULL);
    struct series_load load = {.series = &series, .count = 1, .feed = feed_rain, .trial = true};
    struct err err = {0};
    bool added = false;
    struct str before = dump_store(fixture);
    assert_true(store_add_series(fixture->store, &load, &fixture->arena, &added, &err));
    assert_true(added);
    assert_int_equal(series.points, RAIN);
    assert_true(str_eq(dump_store(fixture), before));
}

/* ---- what can't be loaded ---- */

struct twice {
    const char *value;
};

static bool feed_twice(void *ctx, struct series_sink *sink, struct err *err)
{
    const struct twice *twice = ctx;
    struct series_point point = {.entity_name = STR("Nowhere"),
                                 .key = STR("=Nowhere"),
                                 .period = STR("2020"),
                                 .first = STR("2020-01-01"),
                                 .last = STR("2020-12-31"),
                                 .value = STR("1.5"),
                                 .written = STR("1.5"),
                                 .row = 2,
                                 .column = STR("Days")};
    if (!series_sink_add(sink, 0, &point, err))
        return false;
    point.value = point.written = str_from(twice->value);
    point.row = 7;
    return series_sink_add(sink, 0, &point, err);
}

static void test_series_figures_that_disagree_are_refused_and_nothing_is_loaded(void **state)
{
    struct fixture *fixture = *state;
    struct series series = rain_series("rain", NULL);
    struct twice twice = {"1.51"};
    struct series_load load = {.series = &series, .count = 1, .feed = feed_twice, .ctx = &twice};
    struct err err = {0};
    bool added = false;
    assert_false(store_add_series(fixture->store, &load, &fixture->arena, &added, &err));
    assert_int_equal(err.code, ERR_INPUT);
    assert_string_equal(err.msg,
                        "line 7: 'Nowhere' in 2020 is 1.51 here, and 1.5 on line 2 ('Nowhere'); one has to go");
    assert_int_equal(count_of(fixture, "series_point"), 0);
    assert_int_equal(count_of(fixture, "series"), 0);
    assert_int_equal(count_of(fixture, "event"), 0);
}

static void test_series_figure_given_twice_is_one(void **state)
{
    struct fixture *fixture = *state;
    struct series series = rain_series("rain", NULL);
    struct twice twice = {"1.50"};
    struct series_load load = {.series = &series, .count = 1, .feed = feed_twice, .ctx = &twice};
    struct err err = {0};
    bool added = false;
    assert_true(store_add_series(fixture->store, &load, &fixture->arena, &added, &err));
    assert_int_equal(series.points, 1);
    assert_text(faults_of(fixture), "");
}

static bool feed_nothing(void *ctx, struct series_sink *sink, struct err *err)
{
    (void)ctx, (void)sink, (void)err;
    return true;
}

static void test_series_without_a_figure_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct series series = rain_series("rain", NULL);
    struct series_load load = {.series = &series, .count = 1, .feed = feed_nothing};
    struct err err = {0};
    bool added = false;
    assert_false(store_add_series(fixture->store, &load, &fixture->arena, &added, &err));
    assert_string_equal(err.msg, "the series 'rain' has no figure; nothing was loaded");
}

/* ---- points ---- */

static bool note_point(void *ctx, const struct series_point *point)
{
    buf_printf(ctx, "%.*s %.*s=%.*s;", STR_ARG(point->key), STR_ARG(point->period), STR_ARG(point->written));
    return true;
}

static void assert_points(struct fixture *fixture, const struct point_filter *filter, const char *expected)
{
    struct buf found = {0};
    struct err err = {0};
    struct series series = find(fixture, "rain");
    assert_true(store_series_points(fixture->store, &series, filter, note_point, &found, &err));
    assert_text(buf_view(&found), expected);
    buf_release(&found);
}

static void test_series_points_are_found_by_entity_and_in_time(void **state)
{
    struct fixture *fixture = *state;
    const struct str nowhere = STR("=Nowhere");
    add_series(fixture, "rain", NULL);
    assert_points(fixture, &(struct point_filter){0},
                  "=Nowhere 2020=99;=Nowhere 2021=101.50;=Nowhere 2022=1,103;ATL 2021=-3;ATL 2022=4.0;");
    assert_points(fixture, &(struct point_filter){.entity = STR("ATL")}, "ATL 2021=-3;ATL 2022=4.0;");
    assert_points(fixture, &(struct point_filter){.entity = STR("DEU")}, "");
    assert_points(fixture,
                  &(struct point_filter){.entity = nowhere, .from = STR("2021-01-01"), .until = STR("2021-12-31")},
                  "=Nowhere 2021=101.50;");
    /* neighbours */
    assert_points(fixture,
                  &(struct point_filter){.entity = nowhere, .until = STR("2020-12-31"), .backwards = true, .limit = 1},
                  "=Nowhere 2020=99;");
    assert_points(fixture,
                  &(struct point_filter){.entity = nowhere, .until = STR("2022-06-30"), .backwards = true, .limit = 2},
                  "=Nowhere 2021=101.50;=Nowhere 2020=99;");
    assert_points(fixture, &(struct point_filter){.entity = nowhere, .from = STR("2021-06-30"), .limit = 1},
                  "=Nowhere 2022=1,103;");
    /* everybody in a period */
    assert_points(fixture, &(struct point_filter){.from = STR("2022-01-01"), .until = STR("2022-12-31")},
                  "=Nowhere 2022=1,103;ATL 2022=4.0;");
    assert_points(fixture, &(struct point_filter){.from = STR("2022-01-01"), .limit = 1}, "=Nowhere 2022=1,103;");
}

static bool keep_point(void *ctx, const struct series_point *point)
{
    struct series_point *kept = ctx;
    struct decimal value;
    const struct series thousands = {.scale = 3};
    assert_true(series_value(&thousands, point, &value));
    assert_int_equal(decimal_compare(value, decimal_from(1103000)), 0);
    assert_text(point->value, "1103");
    assert_text(point->column, "Days");
    assert_null(point->entity.ptr);
    assert_text(point->entity_name, "Nowhere");
    kept->row = point->row;
    return false;
}

static void test_series_point_keeps_its_cell_and_its_place(void **state)
{
    struct fixture *fixture = *state;
    struct series_point kept = {0};
    struct err err = {0};
    add_series(fixture, "rain", NULL);
    struct series series = find(fixture, "rain");
    const struct point_filter last = {.entity = STR("=Nowhere"), .backwards = true};
    assert_true(store_series_points(fixture->store, &series, &last, keep_point, &kept, &err));
    assert_int_equal(kept.row, 4);
}

/* ---- listing and hiding ---- */

static bool note_series(void *ctx, const struct series *series)
{
    buf_printf(ctx, "%lld;", (long long)series->number);
    return true;
}

static void assert_series(struct fixture *fixture, const struct series_filter *filter, const char *expected)
{
    struct buf found = {0};
    struct err err = {0};
    assert_true(store_series(fixture->store, filter, note_series, &found, &err));
    assert_text(buf_view(&found), expected);
    buf_release(&found);
}

static void drop(struct fixture *fixture, const char *name, bool dropped)
{
    struct err err = {0};
    struct series series = find(fixture, name);
    if (!store_drop_series(fixture->store, &series, dropped, STR("superseded"), REVIEWER, &err))
        fail_msg("%s", err.msg);
}

static void test_series_dropped_is_hidden_and_comes_back(void **state)
{
    struct fixture *fixture = *state;
    struct err err = {0};
    add_series(fixture, "rain", "2023");
    add_series(fixture, "rain", "2024");
    int64_t points = count_of(fixture, "series_point");
    drop(fixture, "1", true);
    assert_series(fixture, &(struct series_filter){0}, "2;");
    assert_series(fixture, &(struct series_filter){.dropped = true}, "1;2;");
    assert_int_equal(find(fixture, "rain").number, 2);
    struct series series = find(fixture, "1");
    assert_true(series.dropped);
    assert_false(store_drop_series(fixture->store, &series, true, STR_NULL, REVIEWER, &err));
    assert_string_equal(err.msg, "series 1 is dropped already");
    assert_int_equal(count_of(fixture, "series_point"), points);
    drop(fixture, "1", false);
    assert_series(fixture, &(struct series_filter){0}, "1;2;");
    assert_text(faults_of(fixture), "");
}

static void test_series_dropped_leaves_its_name_free(void **state)
{
    struct fixture *fixture = *state;
    struct series other = rain_series("rain", NULL), same = rain_series("rain", NULL);
    struct err err = {0};
    bool added = false;
    add_series(fixture, "rain", NULL);
    drop(fixture, "rain", true);
    assert_false(load_rain(fixture, &same, &added, &err));
    assert_string_equal(err.msg, "this is series 1, which was dropped; to have it back: assay series restore 1");
    other.note = STR("by hand");
    assert_true(load_rain(fixture, &other, &added, &err));
    assert_true(added);
}

static void test_series_are_found_by_the_words_of_their_measure_and_by_unit(void **state)
{
    struct fixture *fixture = *state;
    add_series(fixture, "rain-days", NULL);
    assert_series(fixture, &(struct series_filter){.words = STR("RAIN")}, "1;");
    assert_series(fixture, &(struct series_filter){.words = STR("rain days")}, "1;");
    assert_series(fixture, &(struct series_filter){.words = STR("rain snow")}, "");
    assert_series(fixture, &(struct series_filter){.unit = STR("day")}, "1;");
    assert_series(fixture, &(struct series_filter){.unit = STR("USD")}, "");
}

/* ---- doctor ---- */

static void test_series_tampering_is_found(void **state)
{
    static const struct {
        const char *sql, *fault;
    } tamperings[] = {
        {"UPDATE series SET unit = 'USD' WHERE number = 1", "series 1: its digest does not match its row\n"},
        {"UPDATE series_point SET value = '98' WHERE value = '99'",
         "series 1: its points are not those that were loaded (5, and 5 were)\n"},
        {"UPDATE series_point SET \"row\" = 90 WHERE value = '99'",
         "series 1: its points are not those that were loaded (5, and 5 were)\n"},
        {"DELETE FROM series_point WHERE value = '99'",
         "series 1: its points are not those that were loaded (4, and 5 were)\n"},
        {"UPDATE series_point SET value = 'many' WHERE value = '99'", "series 1, line 3: 'many' is no number\n"},
        {"DELETE FROM series_drop", "event 2: the drop that it recorded is gone\n"},
        {"UPDATE series_drop SET dropped = 0", "the drop of a series by event 2: its digest does not match its row\n"},
        {"DELETE FROM series_drop; DELETE FROM series_point; DELETE FROM series",
         "event 1: the series that it recorded is gone\n"},
    };
    for (size_t i = 0; i < sizeof(tamperings) / sizeof(tamperings[0]); i++) {
        void *own = NULL;
        (void)state;
        set_up(&own);
        struct fixture *fixture = own;
        add_series(fixture, "rain", NULL);
        drop(fixture, "rain", true);
        tamper(fixture->path, tamperings[i].sql);
        assert_holds(faults_of(fixture).ptr, tamperings[i].fault);
        tear_down(&own);
    }
}

static void test_series_rows_are_guarded(void **state)
{
    static const char *const changes[] = {"UPDATE series SET name = 'x'",        "DELETE FROM series",
                                          "UPDATE series_point SET value = '1'", "DELETE FROM series_point",
                                          "UPDATE series_drop SET dropped = 0",  "DELETE FROM series_drop"};
    struct fixture *fixture = *state;
    add_series(fixture, "rain", NULL);
    drop(fixture, "rain", true);
    sqlite3 *raw = raw_open(fixture->path);
    for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++)
        assert_int_equal(sqlite3_exec(raw, changes[i], NULL, NULL, NULL), SQLITE_CONSTRAINT);
    sqlite3_close(raw);
}

int main(void)
{
#define SERIES_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        SERIES_TEST(test_series_comes_back_as_it_went_in),
        SERIES_TEST(test_series_is_found_by_number_name_vintage_and_id),
        SERIES_TEST(test_series_that_is_there_is_not_added_again),
        SERIES_TEST(test_series_name_and_vintage_are_taken_once),
        SERIES_TEST(test_series_on_trial_leaves_nothing),
        SERIES_TEST(test_series_figures_that_disagree_are_refused_and_nothing_is_loaded),
        SERIES_TEST(test_series_figure_given_twice_is_one),
        SERIES_TEST(test_series_without_a_figure_is_refused),
        SERIES_TEST(test_series_points_are_found_by_entity_and_in_time),
        SERIES_TEST(test_series_point_keeps_its_cell_and_its_place),
        SERIES_TEST(test_series_dropped_is_hidden_and_comes_back),
        SERIES_TEST(test_series_dropped_leaves_its_name_free),
        SERIES_TEST(test_series_are_found_by_the_words_of_their_measure_and_by_unit),
        cmocka_unit_test(test_series_tampering_is_found),
        SERIES_TEST(test_series_rows_are_guarded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
