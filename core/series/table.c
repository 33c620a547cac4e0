/* The two readings of a table: a walk over its rows that hands out cells, and what each reading does with a cell. */
#include "core/series/table.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/buf.h"
#include "core/series/cell.h"
#include "core/series/layout.h"
#include "core/series/period.h"

enum { TICK_ROWS = 4096, FREQUENCIES_OF_DATES = FREQUENCY_MONTH + 1 };

/* ---- rows ---- */

/* One cell of figures, with what its row and column say of it. */
struct figure {
    const struct table_column *column;
    size_t name; /* in names */
    struct str period;
    int frequency;
    struct days days;
    struct str cell;
    int64_t line;
};

typedef bool figure_fn(void *ctx, const struct figure *figure, struct err *err);

struct reading {
    struct table *table;
    figure_fn *fn;
    void *ctx;
    int64_t rows;
    int64_t done_before; /* bytes of the readings before */
};

static struct str cell_at(const struct csv_row *row, size_t column)
{
    return column < row->count ? row->cell[column] : STR_NULL;
}

static bool is_blank(const struct csv_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (str_trim(row->cell[i]).len > 0)
            return false;
    return true;
}

static bool check_width(const struct table *table, const struct csv_row *row, struct err *err)
{
    bool fits = row->count >= table->column_count;
    for (size_t i = table->column_count; fits && i < row->count; i++)
        fits = str_trim(row->cell[i]).len == 0;
    return fits ||
           err_set(err, ERR_INPUT,
                   "line %lld: %zu cell%s, and line %lld names %zu columns; mend the line, or take it out if it is "
                   "no row of the table",
                   (long long)row->line, row->count, row->count == 1 ? "" : "s", (long long)table->header_line,
                   table->column_count);
}

static bool is_meant(const struct table *table, const struct csv_row *row)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].wanted.ptr && !str_eq(str_trim(row->cell[i]), table->columns[i].wanted))
            return false;
    return true;
}

static bool bad_period(const struct reading *reading, const struct csv_row *row, struct str cell, struct err *err)
{
    const struct table *table = reading->table;
    struct str header = table->columns[table->place[ROLE_PERIOD]].header;
    if (reading->rows == 0)
        return err_set(
            err, ERR_INPUT,
            "line %lld: '%.*s' under '%.*s' is no year, month or date; if this is a second line of headers, say "
            "--header-line %lld",
            (long long)row->line, STR_ARG(cell), STR_ARG(header), (long long)row->line);
    return err_set(err, ERR_INPUT,
                   "line %lld: '%.*s' under '%.*s' is no year, quarter, month, week or date (2023, 2023-Q1, 2023-04, "
                   "2023-04-05)",
                   (long long)row->line, STR_ARG(cell), STR_ARG(header));
}

/* Whom a row's figures are of, where a column says it. */
static bool place_name(struct reading *reading, const struct csv_row *row, size_t *ret, struct err *err)
{
    struct table *table = reading->table;
    struct str code = STR_NULL;
    if (table->place[ROLE_ENTITY] == TABLE_NOWHERE)
        return table_names_place(&table->names, table->request.whose, STR_NULL, table->header_line, ret, err);
    struct str name = str_trim(cell_at(row, table->place[ROLE_ENTITY]));
    if (table->place[ROLE_CODE] != TABLE_NOWHERE)
        code = str_trim(cell_at(row, table->place[ROLE_CODE]));
    if (name.len == 0 && code.len == 0)
        return err_set(err, ERR_INPUT, "line %lld: nothing stands under '%.*s'", (long long)row->line,
                       STR_ARG(table->columns[table->place[ROLE_ENTITY]].header));
    return table_names_place(&table->names, name.len > 0 ? name : code, code.len > 0 ? code : STR_NULL, row->line, ret,
                             err);
}

static bool hand_out(struct reading *reading, const struct csv_row *row, struct err *err)
{
    const struct table *table = reading->table;
    struct figure figure = {.line = row->line};
    size_t period = table->place[ROLE_PERIOD];
    if (table->layout != LAYOUT_PERIODS_ACROSS) {
        figure.period = str_trim(row->cell[period]);
        if (!period_read(figure.period, &figure.frequency, &figure.days))
            return bad_period(reading, row, figure.period, err);
    }
    if (table->layout != LAYOUT_ENTITIES_ACROSS && !place_name(reading, row, &figure.name, err))
        return false;
    for (size_t i = 0; i < table->column_count; i++) {
        const struct table_column *column = &table->columns[i];
        if (column->role != ROLE_VALUE)
            continue;
        figure.column = column;
        figure.cell = row->cell[i];
        if (table->layout == LAYOUT_PERIODS_ACROSS) {
            figure.period = column->header;
            figure.frequency = column->frequency;
            figure.days = column->days;
        } else if (table->layout == LAYOUT_ENTITIES_ACROSS) {
            figure.name = column->name;
        }
        if (!reading->fn(reading->ctx, &figure, err))
            return false;
    }
    return true;
}

/* A column that says of each row what is measured must say the same of all that are taken. */
static bool check_said(struct table *table, const struct csv_row *row, enum column_role role, struct table_seen *seen,
                       struct err *err)
{
    size_t place = table->place[role];
    if (place == TABLE_NOWHERE)
        return true;
    struct str said = str_trim(row->cell[place]), header = table->columns[place].header;
    if (seen->line == 0)
        *seen = (struct table_seen){row->line, arena_str(&table->arena, said)};
    return str_eq(said, seen->text) ||
           err_set(err, ERR_INPUT,
                   "line %lld: '%.*s' under '%.*s', and '%.*s' on line %lld; take one of them: --where '%.*s=%.*s'",
                   (long long)row->line, STR_ARG(said), STR_ARG(header), STR_ARG(seen->text), (long long)seen->line,
                   STR_ARG(header), STR_ARG(seen->text));
}

static bool read_row(struct reading *reading, const struct csv_row *row, struct err *err)
{
    struct table *table = reading->table;
    if (is_blank(row))
        return true;
    if (!check_width(table, row, err))
        return false;
    if (!is_meant(table, row))
        return true;
    if (!check_said(table, row, ROLE_MEASURE, &table->measure, err) ||
        !check_said(table, row, ROLE_UNIT, &table->unit, err) ||
        !check_said(table, row, ROLE_SCALE, &table->scale, err) || !hand_out(reading, row, err))
        return false;
    reading->rows++;
    return true;
}

static bool read_all(struct reading *reading, struct err *err)
{
    struct table *table = reading->table;
    struct csv csv;
    struct csv_row row;
    bool found = true, done = stream_rewind(&table->stream, err);
    int64_t count = 0;
    csv_init(&csv, &table->source, table->separator);
    while (done && (done = csv_next(&csv, &row, &found, err)) && found) {
        if (row.line > table->header_line)
            done = read_row(reading, &row, err);
        if (++count % TICK_ROWS == 0 && table->request.tick)
            table->request.tick(table->request.tick_ctx, reading->done_before + table->stream.at,
                                2 * table->stream.size);
    }
    csv_release(&csv);
    return done;
}

/* ---- the first reading ---- */

static void see(struct table *table, struct table_seen *seen, const struct figure *figure)
{
    if (seen->line == 0)
        *seen = (struct table_seen){figure->line, arena_str(&table->arena, str_trim(figure->cell))};
}

static void see_period(struct table *table, const struct figure *figure)
{
    struct days days;
    table->frequencies |= 1U << figure->frequency;
    if (table->first == 0 || figure->days.first < table->first)
        table->first = figure->days.first;
    if (figure->days.last > table->last)
        table->last = figure->days.last;
    if (figure->frequency != FREQUENCY_DAY)
        return;
    for (int frequency = 0; frequency < FREQUENCIES_OF_DATES; frequency++) {
        bool around =
            (table->starts | table->ends) & 1U << frequency && period_around(figure->days.first, frequency, &days);
        if (!around || days.first != figure->days.first)
            table->starts &= ~(1U << frequency);
        if (!around || days.last != figure->days.last)
            table->ends &= ~(1U << frequency);
    }
}

static bool survey(void *ctx, const struct figure *figure, struct err *err)
{
    (void)err;
    struct table *table = ctx;
    struct table_series *series = &table->series[figure->column->series];
    enum cell_kind kind = cell_look(figure->cell);
    if (kind == CELL_EMPTY) {
        series->empty++;
        return true;
    }
    if (kind == CELL_NO_NUMBER) {
        see(table, &series->bad, figure);
        return true;
    }
    see(table, &series->kinds[kind], figure);
    if (series->percent.line == 0 && cell_is_percent(figure->cell))
        see(table, &series->percent, figure);
    if (series->figures++ == 0) {
        see(table, &series->first, figure);
        series->first_entity = arena_str(&table->arena, table->names.name[figure->name].name);
        series->first_period = arena_str(&table->arena, figure->period);
    }
    see_period(table, figure);
    return true;
}

/* Columns of words that nobody asked for go; a word among figures is a fault. */
static bool check_figures(struct table *table, struct err *err)
{
    size_t kept = 0;
    for (size_t i = 0; i < table->series_count; i++) {
        const struct table_series *series = &table->series[i];
        struct str header = series->header;
        bool wanted = series->figures > 0 || (series->named && series->bad.line > 0);
        if (wanted && series->bad.line > 0)
            return err_set(err, ERR_INPUT, "line %lld: '%.*s'%s%.*s%s is no number; mend it, or empty the cell",
                           (long long)series->bad.line, STR_ARG(series->bad.text), header.ptr ? " under '" : "",
                           STR_ARG(header), header.ptr ? "'" : "");
        for (size_t j = 0; j < table->column_count; j++) {
            struct table_column *column = &table->columns[j];
            if (column->role == ROLE_VALUE && column->series == i && !wanted)
                column->role = ROLE_NONE;
            else if (column->role == ROLE_VALUE && column->series == i)
                column->series = kept;
        }
        if (wanted)
            table->series[kept++] = table->series[i];
    }
    table->series_count = kept;
    return kept > 0 || err_set(err, ERR_INPUT, "it has no figure below line %lld; which column has them? say --value",
                               (long long)table->header_line);
}

/* Keeps the first of what was seen in any column. */
static void earliest(struct table_seen *earliest, const struct table_seen *seen)
{
    if (seen->line > 0 && (earliest->line == 0 || seen->line < earliest->line))
        *earliest = *seen;
}

/*
 * One mark for the whole table. A table whose cells are parted by commas is written in English, so that "1,234" has a group
 * there; elsewhere its user is asked.
 */
static bool settle_mark(struct table *table, struct err *err)
{
    struct table_seen seen[sizeof(table->series->kinds) / sizeof(table->series->kinds[0])] = {0};
    for (size_t i = 0; i < table->series_count; i++)
        for (size_t kind = 0; kind < sizeof(seen) / sizeof(seen[0]); kind++)
            earliest(&seen[kind], &table->series[i].kinds[kind]);
    const struct table_seen *point = &seen[CELL_POINT], *comma = &seen[CELL_COMMA];
    const struct table_seen *dot = &seen[CELL_EITHER_DOT], *group = &seen[CELL_EITHER_COMMA];
    table->mark = table->request.mark;
    if (point->line > 0 && comma->line > 0)
        return err_set(
            err, ERR_INPUT,
            "line %lld: '%.*s' has a decimal point, and '%.*s' on line %lld a decimal comma; write all in one way",
            (long long)point->line, STR_ARG(point->text), STR_ARG(comma->text), (long long)comma->line);
    if (table->mark == 0 && (point->line > 0 || comma->line > 0))
        table->mark = point->line > 0 ? '.' : ',';
    const struct table_seen *against = table->mark == '.' ? comma : table->mark == ',' ? point : NULL;
    if (against && against->line > 0)
        return err_set(err, ERR_INPUT, "line %lld: '%.*s' is no number where a %s marks decimals",
                       (long long)against->line, STR_ARG(against->text), table->mark == '.' ? "point" : "comma");
    if (table->mark == 0 && group->line > 0 && (table->separator != ',' || dot->line > 0))
        return err_set(err, ERR_INPUT,
                       "line %lld: '%.*s' may be a decimal or have a group of digits; say --decimal point or "
                       "--decimal comma",
                       (long long)group->line, STR_ARG(group->text));
    if (table->mark == 0 && dot->line > 0 && table->separator == ';')
        return err_set(err, ERR_INPUT,
                       "line %lld: '%.*s' may be a decimal or have a group of digits; say --decimal point or "
                       "--decimal comma",
                       (long long)dot->line, STR_ARG(dot->text));
    if (table->mark == 0)
        table->mark = '.';
    return true;
}

/* What dates stand for: the longest period that every one of them begins, or every one ends. */
static void settle_frequency(struct table *table)
{
    unsigned seen = table->frequencies & ~(1U << FREQUENCY_DAY);
    table->date_frequency = table->request.frequency;
    if (table->date_frequency == FREQUENCY_END) {
        table->date_frequency = FREQUENCY_DAY;
        for (int frequency = FREQUENCIES_OF_DATES - 1; frequency >= 0; frequency--)
            if ((table->starts | table->ends) & 1U << frequency)
                table->date_frequency = frequency;
    }
    if (table->frequencies & 1U << FREQUENCY_DAY)
        seen |= 1U << table->date_frequency;
    table->frequency = FREQUENCY_MIXED;
    for (int frequency = 0; frequency < FREQUENCY_MIXED; frequency++)
        if (seen == 1U << frequency)
            table->frequency = frequency;
}

static bool stand_for(const struct table *table, const struct figure *figure, struct days *ret, struct err *err)
{
    *ret = figure->days;
    if (figure->frequency != FREQUENCY_DAY || table->date_frequency == FREQUENCY_DAY)
        return true;
    return period_around(figure->days.first, table->date_frequency, ret) ||
           err_set(err, ERR_INPUT, "line %lld: '%.*s' is neither the first nor the last day of a %s",
                   (long long)figure->line, STR_ARG(figure->period), series_frequencies.name[table->date_frequency]);
}

static bool place_headers(struct table *table, struct err *err)
{
    for (size_t i = 0; i < table->column_count; i++) {
        struct table_column *column = &table->columns[i];
        if (table->layout == LAYOUT_ENTITIES_ACROSS && column->role == ROLE_VALUE &&
            !table_names_place(&table->names, column->header, STR_NULL, table->header_line, &column->name, err))
            return false;
    }
    return true;
}

static bool read_first(struct table *table, struct err *err)
{
    struct reading reading = {.table = table, .fn = survey, .ctx = table};
    table->starts = table->ends = (1U << FREQUENCIES_OF_DATES) - 1;
    if (!csv_sniff(&table->source, &table->separator, err))
        return false;
    if (table->request.separator.ptr)
        table->separator = str_eq(table->request.separator, STR("tab")) ? '\t' : table->request.separator.ptr[0];
    if (!stream_rewind(&table->stream, err) || !layout_find(table, err) || !place_headers(table, err) ||
        !read_all(&reading, err))
        return false;
    table->rows = reading.rows;
    if (table->rows == 0 && table->request.where.ptr)
        return err_set(err, ERR_USAGE, "no row has what --where asks for");
    table->digest = stream_digest(&table->stream);
    settle_frequency(table);
    return check_figures(table, err) && settle_mark(table, err) &&
           table_names_settle(&table->names, table->entities, table->request.is, err);
}

/* ---- the second reading ---- */

struct handing {
    struct table *table;
    table_point_fn *fn;
    void *ctx;
    struct arena arena;
};

static bool changed(struct err *err)
{
    return err_set(err, ERR_INPUT, "it was changed while it was read; try again");
}

static bool hand_point(void *ctx, const struct figure *figure, struct err *err)
{
    struct handing *handing = ctx;
    struct table *table = handing->table;
    const struct table_name *name = &table->names.name[figure->name];
    char first[PERIOD_DAY_SIZE], last[PERIOD_DAY_SIZE];
    struct days days;
    struct series_point point = {
        .entity = name->entity ? name->key : STR_NULL,
        .entity_name = name->name,
        .key = name->key,
        .period = figure->period,
        .written = str_trim(figure->cell),
        .row = figure->line,
        .column = figure->column->header,
    };
    if (!point.key.ptr)
        return changed(err);
    if (!cell_read(point.written, table->mark, &handing->arena, &point.value))
        return cell_look(point.written) == CELL_EMPTY ||
               err_set(err, ERR_INPUT, "line %lld: '%.*s' is no number of at most 38 digits", (long long)figure->line,
                       STR_ARG(point.written));
    if (!stand_for(table, figure, &days, err))
        return false;
    period_day_text(days.first, first);
    period_day_text(days.last, last);
    point.first = (struct str){first, PERIOD_DAY_SIZE - 1};
    point.last = (struct str){last, PERIOD_DAY_SIZE - 1};
    bool done = handing->fn(handing->ctx, figure->column->series, &point, err);
    arena_reset(&handing->arena);
    return done;
}

bool table_points(struct table *table, table_point_fn *fn, void *ctx, struct err *err)
{
    struct handing handing = {.table = table, .fn = fn, .ctx = ctx};
    struct reading reading = {.table = table, .fn = hand_point, .ctx = &handing, .done_before = table->stream.size};
    bool done = read_all(&reading, err);
    struct digest digest = stream_digest(&table->stream);
    arena_release(&handing.arena);
    if (done && !digest_eq(&digest, &table->digest))
        return changed(err);
    return done;
}

/* ---- opening ---- */

static bool read_stream(void *ctx, void *room, size_t cap, size_t *ret_len, struct err *err)
{
    return stream_read(ctx, room, cap, ret_len, err);
}

bool table_open(const char *path, const struct table_request *request, const struct entities *entities,
                struct table **ret, struct err *err)
{
    struct table *table = mem_alloc(sizeof(*table));
    table->request = *request;
    table->entities = entities;
    memset(table->place, 0xFF, sizeof(table->place));
    if (!stream_open(path, &table->stream, err)) {
        free(table);
        return false;
    }
    table->source = (struct csv_source){&table->stream, read_stream};
    if (!read_first(table, err)) {
        table_close(table);
        return err_wrap(err, "'%s'", path);
    }
    *ret = table;
    return true;
}

void table_close(struct table *table)
{
    if (!table)
        return;
    stream_close(&table->stream);
    table_names_release(&table->names);
    arena_release(&table->arena);
    free(table);
}
