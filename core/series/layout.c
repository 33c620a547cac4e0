/* Finds out which column is what. */
#include "core/series/layout.h"

#include <string.h>

#include "core/base/buf.h"
#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/series/period.h"

enum { HEADER_ROWS = 30, SHOWN_COLUMNS = 10, SHOWN_BYTES = 40 };

/* Names of columns as publishers write them, in small letters with spaces; what stands first is better. */
static const char *const entity_names[] = {"country name",
                                           "country",
                                           "country or area",
                                           "country or territory",
                                           "country territory",
                                           "entity",
                                           "reference area",
                                           "economy",
                                           "member state",
                                           "nation",
                                           "area",
                                           "geography",
                                           "geopolitical entity",
                                           "location name",
                                           "territory",
                                           "state",
                                           "region",
                                           "name",
                                           "geo",
                                           "location",
                                           "country region",
                                           "country area",
                                           "area name",
                                           "geographic area",
                                           "ref area",
                                           "territory name",
                                           NULL};
static const char *const code_names[] = {
    "country code", "iso3",          "iso 3",         "iso code",    "iso3 code", "iso alpha 3",
    "alpha 3 code", "iso3c",         "code",          "entity code", "area code", "geo code",
    "country iso3", "iso",           "iso2",          "countrycode", "location",  "ref area",
    "geo",          "iso 3166 code", "location code", NULL};
static const char *const period_names[] = {"time period", "period", "year", "date", "time", "observation date",
                                           "quarter",     "month",  "week", "day",  NULL};
static const char *const measure_names[] = {"indicator name", "series name", "indicator", "variable",
                                            "measure",        "subject",     NULL};
static const char *const unit_names[] = {"unit of measure", "unit", "units", "unit measure", "unit name", NULL};
static const char *const scale_names[] = {"scale",          "unit multiplier", "multiplier", "unit mult",
                                          "powercode code", "powercode",       NULL};
/* Never figures, though they may look like them. */
static const char *const other_names[] = {"indicator code", "series code", "time code", "year code", "flag",  "flags",
                                          "obs status",     "footnote",    "footnotes", "note",      "notes", "source",
                                          "decimals",       "id",          "no",        "status",    NULL};

static const struct {
    enum column_role role;
    const char *const *names;
    const char *option;
} role_names[] = {
    {ROLE_ENTITY, entity_names, "--entity"}, {ROLE_CODE, code_names, "--code"}, {ROLE_PERIOD, period_names, "--period"},
    {ROLE_MEASURE, measure_names, NULL},     {ROLE_UNIT, unit_names, NULL},     {ROLE_SCALE, scale_names, NULL},
};

enum { ROLE_COUNT = sizeof(role_names) / sizeof(role_names[0]) };

/* "Country_Name " and "country name" are one. */
static bool is_called(struct str header, const char *name)
{
    size_t at = 0;
    for (size_t i = 0; i < header.len; i++) {
        char c = to_lower(header.ptr[i]);
        bool space = !is_alpha(c) && !is_digit(c) && (unsigned char)c < 0x80;
        if (space && (at == 0 || name[at - 1] == ' ' || !name[at]))
            continue;
        if (name[at] != (space ? ' ' : c))
            return false;
        at++;
    }
    return !name[at];
}

static size_t rank_of(struct str header, const char *const *names)
{
    size_t rank = 0;
    while (names[rank] && !is_called(header, names[rank]))
        rank++;
    return names[rank] ? rank : TABLE_NOWHERE;
}

static size_t find_column(const struct csv_row *row, struct str name)
{
    for (size_t i = 0; i < row->count; i++)
        if (str_eq_nocase(str_trim(row->cell[i]), str_trim(name)))
            return i;
    return TABLE_NOWHERE;
}

static struct str said_for(const struct table_request *request, enum column_role role)
{
    return role == ROLE_ENTITY   ? request->entity
           : role == ROLE_CODE   ? request->code
           : role == ROLE_PERIOD ? request->period
                                 : STR_NULL;
}

/* ---- trying a row as the line of headers ---- */

struct attempt {
    struct table *table;
    const struct csv_row *row;
    struct table_column *columns;
    size_t place[ROLE_END];
    size_t periods, entities; /* headers that are such */
};

static size_t best_column(const struct attempt *attempt, const char *const *names)
{
    size_t best = TABLE_NOWHERE, best_rank = TABLE_NOWHERE;
    for (size_t i = 0; i < attempt->row->count; i++) {
        size_t rank = rank_of(attempt->row->cell[i], names);
        if (attempt->columns[i].role == ROLE_NONE && rank < best_rank) {
            best = i;
            best_rank = rank;
        }
    }
    return best;
}

static void set_role(struct attempt *attempt, size_t column, enum column_role role)
{
    attempt->place[role] = column;
    if (column != TABLE_NOWHERE)
        attempt->columns[column].role = role;
}

/* What the user named first, then what is called so. False where a column that was named is not there. */
static bool give_roles(struct attempt *attempt)
{
    const struct table_request *request = &attempt->table->request;
    for (size_t i = 0; i < ROLE_COUNT; i++) {
        struct str said = said_for(request, role_names[i].role);
        set_role(attempt, said.ptr ? find_column(attempt->row, said) : TABLE_NOWHERE, role_names[i].role);
        if (said.ptr && attempt->place[role_names[i].role] == TABLE_NOWHERE)
            return false;
    }
    for (size_t i = 0; i < ROLE_COUNT; i++) {
        bool whose = request->whose.ptr && (role_names[i].role == ROLE_ENTITY || role_names[i].role == ROLE_CODE);
        if (attempt->place[role_names[i].role] == TABLE_NOWHERE && !whose)
            set_role(attempt, best_column(attempt, role_names[i].names), role_names[i].role);
    }
    if (attempt->place[ROLE_ENTITY] == TABLE_NOWHERE && attempt->place[ROLE_CODE] != TABLE_NOWHERE) {
        set_role(attempt, attempt->place[ROLE_CODE], ROLE_ENTITY);
        attempt->place[ROLE_CODE] = TABLE_NOWHERE;
    }
    return true;
}

/* "COLUMN=TEXT; …" */
static bool give_conditions(struct attempt *attempt)
{
    struct str where = attempt->table->request.where;
    while (where.len > 0) {
        struct str wanted = str_split(&where, ';');
        size_t column = find_column(attempt->row, str_split(&wanted, '='));
        if (column == TABLE_NOWHERE)
            return false;
        attempt->columns[column].wanted = str_trim(wanted);
    }
    return true;
}

static void look_across(struct attempt *attempt)
{
    for (size_t i = 0; i < attempt->row->count; i++) {
        struct table_column *column = &attempt->columns[i];
        struct str header = str_trim(attempt->row->cell[i]);
        if (column->role != ROLE_NONE || column->wanted.ptr)
            continue;
        struct entity_match match = entity_find(attempt->table->entities, header);
        attempt->periods += period_read(header, &column->frequency, &column->days);
        attempt->entities += match.count > 0 && !match.adjective;
    }
}

static bool find_layout(struct attempt *attempt, enum table_layout *ret)
{
    bool has_entity = attempt->place[ROLE_ENTITY] != TABLE_NOWHERE || attempt->table->request.whose.ptr;
    bool has_period = attempt->place[ROLE_PERIOD] != TABLE_NOWHERE;
    look_across(attempt);
    if (has_entity && has_period)
        *ret = LAYOUT_LONG;
    else if (has_entity && attempt->periods > 0)
        *ret = LAYOUT_PERIODS_ACROSS;
    else if (has_period && attempt->entities > 0)
        *ret = LAYOUT_ENTITIES_ACROSS;
    else
        return false;
    return attempt->row->count > 1;
}

/* ---- which columns have figures ---- */

static bool may_be_figures(const struct table_column *column, enum table_layout layout, const struct entities *entities)
{
    if (column->role != ROLE_NONE || column->wanted.ptr || column->header.len == 0)
        return false;
    if (layout == LAYOUT_PERIODS_ACROSS)
        return days_known(column->days);
    if (layout == LAYOUT_ENTITIES_ACROSS)
        return entity_find(entities, column->header).count > 0 || rank_of(column->header, other_names) == TABLE_NOWHERE;
    return rank_of(column->header, other_names) == TABLE_NOWHERE;
}

static bool choose_named(struct table *table, struct err *err)
{
    struct str names = table->request.values;
    while (names.len > 0) {
        struct str name = str_trim(str_split(&names, ';'));
        bool found = false;
        for (size_t i = 0; i < table->column_count && !found; i++) {
            found = str_eq_nocase(table->columns[i].header, name) && table->columns[i].role == ROLE_NONE;
            if (found)
                table->columns[i].role = ROLE_VALUE;
        }
        if (!found)
            return err_set(err, ERR_USAGE, "line %lld: no column of figures is called '%.*s'",
                           (long long)table->header_line, STR_ARG(name));
    }
    return true;
}

static bool choose_values(struct table *table, struct err *err)
{
    bool named = table->request.values.ptr != NULL;
    size_t count = 0;
    if (named && !choose_named(table, err))
        return false;
    for (size_t i = 0; i < table->column_count; i++) {
        struct table_column *column = &table->columns[i];
        if (!named && may_be_figures(column, table->layout, table->entities))
            column->role = ROLE_VALUE;
        if (column->role == ROLE_VALUE)
            column->series = table->layout == LAYOUT_LONG ? count++ : 0;
        else if (column->wanted.ptr && column->role == ROLE_NONE)
            column->role = ROLE_WHERE;
    }
    table->series_count = table->layout == LAYOUT_LONG ? count : 1;
    table->series = arena_alloc(&table->arena, (table->series_count + 1) * sizeof(*table->series));
    for (size_t i = 0; i < table->column_count; i++) {
        struct table_column *column = &table->columns[i];
        if (column->role != ROLE_VALUE)
            continue;
        if (table->layout == LAYOUT_LONG)
            table->series[column->series].header = column->header;
        table->series[column->series].named = named;
    }
    return table->series_count > 0 ||
           err_set(err, ERR_INPUT, "line %lld: no column is left for figures; name one with --value",
                   (long long)table->header_line);
}

/* ---- finding the line ---- */

static bool accept(struct attempt *attempt, enum table_layout layout, struct err *err)
{
    struct table *table = attempt->table;
    table->layout = layout;
    table->header_line = attempt->row->line;
    table->column_count = attempt->row->count;
    memcpy(table->place, attempt->place, sizeof(table->place));
    table->columns = attempt->columns;
    for (size_t i = 0; i < table->column_count; i++)
        table->columns[i].header = arena_str(&table->arena, str_trim(attempt->row->cell[i]));
    while (table->column_count > 0 && table->columns[table->column_count - 1].header.len == 0)
        table->column_count--; /* a separator too many at the end of each line */
    return choose_values(table, err);
}

/* Whether this row is the line of headers; then the table is filled. */
static bool try_row(struct table *table, const struct csv_row *row, bool *ret_taken, struct err *err)
{
    enum table_layout layout = LAYOUT_LONG;
    struct attempt attempt = {.table = table, .row = row};
    if (row->count > LIMIT_TABLE_COLUMNS)
        return err_set(err, ERR_INPUT, "line %lld: more than %zu columns", (long long)row->line, LIMIT_TABLE_COLUMNS);
    attempt.columns = arena_alloc(&table->arena, row->count * sizeof(*attempt.columns));
    memset(attempt.place, 0xFF, sizeof(attempt.place)); /* TABLE_NOWHERE */
    *ret_taken = give_roles(&attempt) && give_conditions(&attempt) && find_layout(&attempt, &layout);
    return !*ret_taken || accept(&attempt, layout, err);
}

/* What a row has for columns, for messages; and the first column that the user named and it has not. */
struct shown {
    int64_t line;
    size_t width;
    struct buf columns;
    struct str missing;
};

static struct str first_missing(const struct table *table, const struct csv_row *row)
{
    const struct table_request *request = &table->request;
    const struct str named[] = {request->entity, request->code, request->period};
    for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++)
        if (named[i].ptr && find_column(row, named[i]) == TABLE_NOWHERE)
            return named[i];
    struct str where = request->where;
    while (where.len > 0) {
        struct str condition = str_split(&where, ';'), name = str_split(&condition, '=');
        if (find_column(row, name) == TABLE_NOWHERE)
            return str_trim(name);
    }
    return STR_NULL;
}

static void show_widest(struct shown *shown, const struct table *table, const struct csv_row *row)
{
    if (row->count <= shown->width || (row->count == 1 && str_trim(row->cell[0]).len == 0))
        return;
    shown->width = row->count;
    shown->line = row->line;
    shown->missing = first_missing(table, row);
    buf_clear(&shown->columns);
    for (size_t i = 0; i < row->count && i < SHOWN_COLUMNS; i++) {
        struct str cell = str_trim(row->cell[i]);
        size_t len = utf8_back(cell, cell.len < SHOWN_BYTES ? cell.len : SHOWN_BYTES, cell.len > SHOWN_BYTES);
        buf_printf(&shown->columns, "%s'%.*s'", i > 0 ? ", " : "", (int)len, cell.ptr);
    }
    if (row->count > SHOWN_COLUMNS)
        buf_str(&shown->columns, STR(", …"));
}

static bool none_found(const struct shown *shown, int64_t asked, struct err *err)
{
    if (shown->width == 0 && asked > 1)
        return err_set(err, ERR_USAGE, "nothing stands on line %lld, where --header-line says that the headers are",
                       (long long)asked);
    if (shown->width == 0)
        return err_set(err, ERR_INPUT, "it is empty");
    if (shown->missing.ptr)
        return err_set(err, ERR_USAGE, "line %lld: no column is called '%.*s'; there are %s", (long long)shown->line,
                       STR_ARG(shown->missing), shown->columns.ptr);
    return err_set(
        err, ERR_INPUT,
        "line %lld: which column has the countries, and which the periods? there are %s; name them with --entity "
        "(or --for, where all is of one) and --period",
        (long long)shown->line, shown->columns.ptr);
}

bool layout_find(struct table *table, struct err *err)
{
    const int64_t asked = table->request.header_line;
    struct csv csv;
    struct csv_row row;
    struct shown shown = {0};
    bool found = true, taken = false, done = true;
    csv_init(&csv, &table->source, table->separator);
    for (int rows = 0; done && found && !taken && (rows < HEADER_ROWS || asked > 0); rows++) {
        done = csv_next(&csv, &row, &found, err);
        if (!done || !found || row.line < asked)
            continue;
        show_widest(&shown, table, &row);
        done = try_row(table, &row, &taken, err);
        if (asked > 0)
            break;
    }
    if (done && !taken)
        done = none_found(&shown, asked, err);
    csv_release(&csv);
    buf_release(&shown.columns);
    return done;
}
