/* The parts of a table of statistics: rows and cells, figures, periods, and what headers say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/buf.h"
#include "core/base/limits.h"
#include "core/series/cell.h"
#include "core/series/csv.h"
#include "core/series/header.h"
#include "core/series/period.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- rows ---- */

struct memory {
    struct str text;
    size_t at, step; /* so many bytes at a time */
};

static bool read_memory(void *ctx, void *room, size_t cap, size_t *ret_len, struct err *err)
{
    (void)err;
    struct memory *memory = ctx;
    size_t len = memory->text.len - memory->at;
    len = len < memory->step ? len : memory->step;
    len = len < cap ? len : cap;
    memcpy(room, memory->text.ptr + memory->at, len);
    memory->at += len;
    *ret_len = len;
    return true;
}

/* Each row as "line:cell|cell|…;", and the error, if there is one. */
static void read_rows(struct str text, char separator, size_t step, struct buf *ret)
{
    struct memory memory = {text, 0, step};
    struct csv_source source = {&memory, read_memory};
    struct csv csv;
    struct csv_row row;
    struct err err = {0};
    bool found = true, done = true;
    csv_init(&csv, &source, separator);
    while ((done = csv_next(&csv, &row, &found, &err)) && found) {
        buf_printf(ret, "%lld:", (long long)row.line);
        for (size_t i = 0; i < row.count; i++)
            buf_printf(ret, "%s%.*s", i > 0 ? "|" : "", STR_ARG(row.cell[i]));
        buf_char(ret, ';');
    }
    if (!done)
        buf_printf(ret, "!%s", err.msg);
    csv_release(&csv);
}

struct rows_case {
    struct str text;
    const char *rows;
};

static const struct rows_case rows_cases[] = {
    {{"", 0}, ""},
    {{"a,b\n1,2\n", 8}, "1:a|b;2:1|2;"},
    {{"a,b\r\n1,2\r\n", 10}, "1:a|b;2:1|2;"},
    {{"a,b\n1,2", 7}, "1:a|b;2:1|2;"},
    {{"\xEF\xBB\xBF"
      "a,b\n",
      7},
     "1:a|b;"},
    {{"a,,\n\n,\n", 7}, "1:a||;2:;3:|;"},
    {{"\"a,b\",\"c\"\n", 10}, "1:a,b|c;"},
    {{"\"a \"\"b\"\"\",c\n", 12}, "1:a \"b\"|c;"},
    {{"\"two\nlines\",1\nx,2\n", 18}, "1:two\nlines|1;3:x|2;"},
    {{"\"two\r\nlines\",1\r\nx,2", 19}, "1:two\r\nlines|1;3:x|2;"},
    {{"\"\",\"\"\n", 6}, "1:|;"},
    {{"\"\"\"\"\n", 5}, "1:\";"},
    {{"5\" gun,2\n", 9}, "1:5\" gun|2;"},
    {{"\"last\"", 6}, "1:last;"},
    {{"a,\"b", 4}, "!line 1: a quotation mark is opened in this row and never closed"},
    {{"x\n\"a\nb\nc", 8}, "1:x;!line 2: a quotation mark is opened in this row and never closed"},
    {{"x\n\"a\"b,c\n", 9}, "1:x;!line 2: something stands after a closing quotation mark; double those inside a cell"},
    {{"a\n\0b\n", 5}, "1:a;!line 2: a NUL byte; this is no table of text"},
    {{"a\nb\xFFz\n", 6}, "1:a;!line 2: not UTF-8 at byte 2 of the line; save the table as CSV in UTF-8"},
    {{"a\rb\rc", 5}, "!line 1: it ends with a carriage return alone; save the table with other line ends"},
    {{"\xFF\xFE"
      "a\0",
      4},
     "!line 1: this is UTF-16; save the table as CSV in UTF-8"},
    {{"PK\x03\x04zip", 7}, "!line 1: this is a spreadsheet, no text; save the sheet as CSV"},
};

static void test_table_rows_and_what_is_none(void **state)
{
    (void)state;
    static const size_t steps[] = {1, 2, 3, 7, 4096};
    for (size_t i = 0; i < COUNT(rows_cases); i++) {
        for (size_t j = 0; j < COUNT(steps); j++) {
            struct buf rows = {0};
            read_rows(rows_cases[i].text, ',', steps[j], &rows);
            if (!str_eq(buf_view(&rows), str_from(rows_cases[i].rows)))
                fail_msg("case %zu by %zu: '%.*s', not '%s'", i, steps[j], STR_ARG(buf_view(&rows)),
                         rows_cases[i].rows);
            buf_release(&rows);
        }
    }
}

static void test_table_row_that_has_no_end_is_refused(void **state)
{
    (void)state;
    size_t len = LIMIT_TABLE_ROW_BYTES + (size_t)1024 * 1024;
    char *text = malloc(len), message[200];
    struct buf rows = {0};
    memset(text, 'x', len);
    memcpy(text, "a\n\"", 3);
    read_rows((struct str){text, len}, ',', len, &rows);
    snprintf(message, sizeof(message),
             "1:a;!line 2: the row that begins here has more than %zu bytes; is a quotation mark missing?",
             LIMIT_TABLE_ROW_BYTES);
    assert_string_equal(rows.ptr, message);
    buf_release(&rows);
    free(text);
}

static void test_table_separator_is_found(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        char separator;
    } cases[] = {
        {"a,b,c\n1,2,3\n", ','},
        {"a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n", ';'},
        {"Land;Jahr;Wert\nA;2020;1,5\n", ';'},
        {"a\tb\nx, y\t1,234,567\nz\t2,345,678\n", '\t'},
        {"a|b\n1|2\n", '|'},
        {"\"x;y;z\",b\n\"p;q;r\",2\n", ','},
        {"alone\n1\n", ','},
        {"Data from somewhere\n\nCountry,Year,Value\nA,2020,1\n", ','},
        {"", ','},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct memory memory = {str_from(cases[i].text), 0, 4096};
        struct csv_source source = {&memory, read_memory};
        struct err err = {0};
        char separator = 0;
        assert_true(csv_sniff(&source, &separator, &err));
        if (separator != cases[i].separator)
            fail_msg("case %zu: '%c'", i, separator);
    }
}

/* ---- figures ---- */

struct cell_case {
    const char *cell;
    enum cell_kind kind;
    const char *point, *comma; /* what it is where that marks decimals; NULL for no figure */
};

static const struct cell_case cell_cases[] = {
    {"12", CELL_PLAIN, "12", "12"},
    {"-7", CELL_PLAIN, "-7", "-7"},
    {"+7", CELL_PLAIN, "7", "7"},
    {"\xE2\x88\x92"
     "7.5",
     CELL_POINT, "-7.5", NULL},
    {" 4.20 ", CELL_POINT, "4.20", NULL},
    {"3521418059.923445", CELL_POINT, "3521418059.923445", NULL},
    {"5373185.0", CELL_POINT, "5373185.0", NULL},
    {"0.123", CELL_POINT, "0.123", NULL},
    {".5", CELL_POINT, "0.5", NULL},
    {"5.", CELL_POINT, "5", NULL},
    {"0,5", CELL_COMMA, NULL, "0.5"},
    {"1,50", CELL_COMMA, NULL, "1.50"},
    {"1234,5", CELL_COMMA, NULL, "1234.5"},
    {"1.234", CELL_EITHER_DOT, "1.234", "1234"},
    {"1,234", CELL_EITHER_COMMA, "1234", "1.234"},
    {"1234,567", CELL_COMMA, NULL, "1234.567"},
    {"1,234.5", CELL_POINT, "1234.5", NULL},
    {"1.234,5", CELL_COMMA, NULL, "1234.5"},
    {"1,234,567", CELL_POINT, "1234567", NULL},
    {"1.234.567", CELL_COMMA, NULL, "1234567"},
    {"1,234,567.89", CELL_POINT, "1234567.89", NULL},
    {"1 234 567", CELL_PLAIN, "1234567", "1234567"},
    {"1\xC2\xA0"
     "234,5",
     CELL_COMMA, NULL, "1234.5"},
    {"1\xE2\x80\xAF"
     "234.5",
     CELL_POINT, "1234.5", NULL},
    {"1'234.5", CELL_POINT, "1234.5", NULL},
    {"4.2%", CELL_POINT, "4.2", NULL},
    {"1e6", CELL_PLAIN, "1000000", "1000000"},
    {"1.5E+05", CELL_POINT, "150000", NULL},
    {"2.5e-3", CELL_POINT, "0.0025", NULL},
    {"1.234e5", CELL_POINT, "123400", NULL},
    {"", CELL_EMPTY, NULL, NULL},
    {"  ", CELL_EMPTY, NULL, NULL},
    {"..", CELL_EMPTY, NULL, NULL},
    {"n/a", CELL_EMPTY, NULL, NULL},
    {"-", CELL_EMPTY, NULL, NULL},
    {"\xE2\x80\xA6", CELL_EMPTY, NULL, NULL},
    {"abc", CELL_NO_NUMBER, NULL, NULL},
    {"12a", CELL_NO_NUMBER, NULL, NULL},
    {"$5", CELL_NO_NUMBER, NULL, NULL},
    {"1,23,456", CELL_NO_NUMBER, NULL, NULL},
    {"1.2.3", CELL_NO_NUMBER, NULL, NULL},
    {"12,34.5", CELL_NO_NUMBER, NULL, NULL},
    {"1,234.5.6", CELL_NO_NUMBER, NULL, NULL},
    {"12 34", CELL_NO_NUMBER, NULL, NULL},
    {"1 2345", CELL_NO_NUMBER, NULL, NULL},
    {"--5", CELL_NO_NUMBER, NULL, NULL},
    {"1e", CELL_NO_NUMBER, NULL, NULL},
    {"1e999", CELL_NO_NUMBER, NULL, NULL},
    {"e5", CELL_NO_NUMBER, NULL, NULL},
    {"1e60", CELL_PLAIN, NULL, NULL},
    {"123456789012345678901234567890123456789012", CELL_PLAIN, NULL, NULL},
    {"0x10", CELL_NO_NUMBER, NULL, NULL},
    {"12.3 p", CELL_NO_NUMBER, NULL, NULL},
    {"00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001",
     CELL_NO_NUMBER, NULL, NULL},
};

static void assert_reads(const struct cell_case *one, char mark, const char *expected)
{
    struct arena arena = {0};
    struct str value = STR_NULL;
    bool read = cell_read(str_from(one->cell), mark, &arena, &value);
    if (read != (expected != NULL) || (read && !str_eq(value, str_from(expected))))
        fail_msg("'%s' with '%c' is '%.*s', not '%s'", one->cell, mark, STR_ARG(value), expected ? expected : "none");
    arena_release(&arena);
}

static void test_table_figures_are_read_exactly_or_not_at_all(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cell_cases); i++) {
        enum cell_kind kind = cell_look(str_from(cell_cases[i].cell));
        if (kind != cell_cases[i].kind)
            fail_msg("'%s' looks like %d, not %d", cell_cases[i].cell, (int)kind, (int)cell_cases[i].kind);
        assert_reads(&cell_cases[i], '.', cell_cases[i].point);
        assert_reads(&cell_cases[i], ',', cell_cases[i].comma);
    }
    assert_true(cell_is_percent(STR("4.2 %")) && !cell_is_percent(STR("4.2")));
}

/* ---- periods ---- */

static const struct {
    const char *text, *name, *days;
} period_cases[] = {
    {"2023", "year", "2023-01-01/2023-12-31"},
    {" 2023 ", "year", "2023-01-01/2023-12-31"},
    {"2023.0", "year", "2023-01-01/2023-12-31"},
    {"1960 [YR1960]", "year", "1960-01-01/1960-12-31"},
    {"YR1960", "year", "1960-01-01/1960-12-31"},
    {"2023H2", "half-year", "2023-07-01/2023-12-31"},
    {"2023-S1", "half-year", "2023-01-01/2023-06-30"},
    {"2023Q1", "quarter", "2023-01-01/2023-03-31"},
    {"2023-Q4", "quarter", "2023-10-01/2023-12-31"},
    {"2023 Q2", "quarter", "2023-04-01/2023-06-30"},
    {"Q3 2023", "quarter", "2023-07-01/2023-09-30"},
    {"2024-02", "month", "2024-02-01/2024-02-29"},
    {"2024M02", "month", "2024-02-01/2024-02-29"},
    {"2024-M12", "month", "2024-12-01/2024-12-31"},
    {"Feb 2023", "month", "2023-02-01/2023-02-28"},
    {"September-2023", "month", "2023-09-01/2023-09-30"},
    {"2023 May", "month", "2023-05-01/2023-05-31"},
    {"2023-W01", "week", "2023-01-02/2023-01-08"},
    {"2020W53", "week", "2020-12-28/2021-01-03"},
    {"2023-04-05", "day", "2023-04-05/2023-04-05"},
    {"2023/04/05", "day", "2023-04-05/2023-04-05"},
    {"2024-02-29", "day", "2024-02-29/2024-02-29"},
    {"2023-04-05T00:00:00", "day", "2023-04-05/2023-04-05"},
    {"", NULL, NULL},
    {"abc", NULL, NULL},
    {"23", NULL, NULL},
    {"0999", NULL, NULL},
    {"3000", NULL, NULL},
    {"20231", NULL, NULL},
    {"2023/24", NULL, NULL},
    {"2023/04", NULL, NULL},
    {"2012-13", NULL, NULL},
    {"2023-13", NULL, NULL},
    {"2023-02-29", NULL, NULL},
    {"2023-02-29x", NULL, NULL},
    {"03/04/2023", NULL, NULL},
    {"2023Q5", NULL, NULL},
    {"2023-W54", NULL, NULL},
    {"Q1", NULL, NULL},
    {"FY2023", NULL, NULL},
    {"1960 [YR1960 and more]", NULL, NULL},
    {"2023.5", NULL, NULL},
    {"Marching 2023", NULL, NULL},
};

static void test_table_periods_are_days_or_nothing(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(period_cases); i++) {
        struct days days = {0};
        int frequency = -1;
        bool read = period_read(str_from(period_cases[i].text), &frequency, &days);
        if (read != (period_cases[i].days != NULL))
            fail_msg("'%s' is %s period", period_cases[i].text, read ? "a" : "no");
        if (!read)
            continue;
        assert_string_equal(series_frequencies.name[frequency], period_cases[i].name);
        if (!str_eq(days_text(days, &arena), str_from(period_cases[i].days)))
            fail_msg("'%s' is %.*s", period_cases[i].text, STR_ARG(days_text(days, &arena)));
    }
    arena_release(&arena);
}

static void test_table_dates_stand_for_the_period_they_begin_or_end(void **state)
{
    (void)state;
    struct days days;
    char text[PERIOD_DAY_SIZE];
    assert_true(period_around(day_number(2023, 1, 1), FREQUENCY_YEAR, &days));
    assert_int_equal(days.last, day_number(2023, 12, 31));
    assert_true(period_around(day_number(2023, 12, 31), FREQUENCY_YEAR, &days));
    assert_int_equal(days.first, day_number(2023, 1, 1));
    assert_false(period_around(day_number(2023, 4, 1), FREQUENCY_YEAR, &days));
    assert_true(period_around(day_number(2023, 4, 1), FREQUENCY_QUARTER, &days));
    assert_true(period_around(day_number(2024, 2, 29), FREQUENCY_MONTH, &days));
    assert_false(period_around(day_number(2024, 2, 28), FREQUENCY_MONTH, &days));
    assert_false(period_around(day_number(2024, 2, 28), FREQUENCY_DAY, &days));
    period_day_text(days.first, text);
    assert_string_equal(text, "2024-02-01");
}

/* ---- headers ---- */

/* measure | unit | scale | per | of | basis | base | form; null is left out */
static void print_reading(const struct header_reading *r, struct buf *out)
{
    const char *basis = series_bases.name[r->basis];
    buf_printf(out, "%.*s | %.*s", STR_ARG(r->measure), STR_ARG(r->unit));
    if (r->scale > 0)
        buf_printf(out, " e%lld", (long long)r->scale);
    if (r->per.ptr)
        buf_printf(out, " per %.*s", STR_ARG(r->per));
    if (r->of.ptr)
        buf_printf(out, " of %.*s", STR_ARG(r->of));
    if (basis)
        buf_printf(out, " %s", basis);
    if (r->base.ptr)
        buf_printf(out, " %.*s", STR_ARG(r->base));
    if (r->form != FORM_LEVEL)
        buf_printf(out, " %s", series_forms.name[r->form]);
}

static const struct {
    const char *text;
    bool is_unit;
    const char *reading;
} header_cases[] = {
    {"Value", false, " | "},
    {"OBS_VALUE", false, " | "},
    {"Inflation", false, "Inflation |  change"},
    {"Exchange rate", false, "Exchange rate | "},
    {"Population", false, "Population | person"},
    {"Population, total", false, "Population total | person"},
    {"military_expenditure", false, "military expenditure | "},
    {"military_expenditure_share_gdp", false, "military expenditure | percent of GDP"},
    {"military_expenditure_per_capita", false, "military expenditure |  per person"},
    {"Share of GDP (%)", false, " | percent of GDP"},
    {"Current USD (millions)", false, " | USD e6 nominal"},
    {"GDP (current US$)", false, "GDP | USD nominal"},
    {"GDP (constant 2015 US$)", false, "GDP | USD real 2015"},
    {"Real GDP, 2015 prices (bn GBP)", false, "GDP | GBP e9 real 2015"},
    {"GDP per capita (constant 2015 US$)", false, "GDP | USD per person real 2015"},
    {"GDP growth (annual %)", false, "GDP | percent change"},
    {"Inflation, consumer prices (annual %)", false, "Inflation consumer prices | percent change"},
    {"Military expenditure (% of GDP)", false, "Military expenditure | percent of GDP"},
    {"Unemployment, total (% of total labor force)", false, "Unemployment total | percent of total labor force"},
    {"Consumer price index (2010 = 100)", false, "Consumer price index | point 2010 index"},
    {"CO2 emissions (kilotonnes)", false, "CO2 emissions | kilotonne"},
    {"Nettoausgaben in Mio", false, "Nettoausgaben in Mio | "},
    {"Price ($)", false, "Price | "},
    {"", false, " | "},
    {"()[]%,", false, " | percent"},
    {"USD", true, " | USD"},
    {"US$", true, " | USD"},
    {"percent", true, " | percent"},
    {"% of GDP", true, " | percent of GDP"},
    {"millions of constant 2019 USD", true, " | USD e6 real 2019"},
    {"current US dollars per person", true, " | USD per person nominal"},
    {"national currency per USD", true, " | national currency per USD"},
    {"USD per national currency", true, " | USD per national currency"},
    {"thousands of people", true, " | person e3"},
    {"job", true, " | job"},
    {"square kilometres", true, " | square kilometre"},
    {"index", true, " | point index"},
    {"index (2015 = 100)", true, " | point 2015 index"},
    {"USD and more", true, "more | USD"},
};

static void test_table_headers_say_what_they_say(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(header_cases); i++) {
        struct header_reading reading;
        struct buf found = {0};
        header_read(str_from(header_cases[i].text), header_cases[i].is_unit, &arena, &reading);
        print_reading(&reading, &found);
        if (!str_eq(buf_view(&found), str_from(header_cases[i].reading)))
            fail_msg("'%s' says '%.*s', not '%s'", header_cases[i].text, STR_ARG(buf_view(&found)),
                     header_cases[i].reading);
        buf_release(&found);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table_rows_and_what_is_none),
        cmocka_unit_test(test_table_row_that_has_no_end_is_refused),
        cmocka_unit_test(test_table_separator_is_found),
        cmocka_unit_test(test_table_figures_are_read_exactly_or_not_at_all),
        cmocka_unit_test(test_table_periods_are_days_or_nothing),
        cmocka_unit_test(test_table_dates_stand_for_the_period_they_begin_or_end),
        cmocka_unit_test(test_table_headers_say_what_they_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
