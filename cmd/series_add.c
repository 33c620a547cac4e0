/* `assay series add`: reads a table, says what it has found in it, and loads it. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cmd/place.h"
#include "cmd/reviewer.h"
#include "cmd/series.h"
#include "cmd/series_preview.h"
#include "core/series/header.h"

enum decimal_mark { DECIMAL_AUTO, DECIMAL_POINT, DECIMAL_COMMA };
static const char *const mark_names[] = {[DECIMAL_AUTO] = NULL, [DECIMAL_POINT] = "point", [DECIMAL_COMMA] = "comma"};
static const struct names marks = {"decimal mark", mark_names, 3};

static const char *const stand_names[] = {NULL, "year", "half-year", "quarter", "month", "week", "day"};
static const struct names stands = {"period", stand_names, 7};

struct add_options {
    struct str name, measure, unit, source, url, vintage, retrieved, note;
    struct table_request table;
    int frequency, mark;
    bool dry_run;
};

#define ADD(field) offsetof(struct add_options, field)

static const struct option options[] = {
    {"name", 0, OPTION_TEXT, ADD(name), NULL, "NAME", "what you will call it; several columns add their own names"},
    {"unit", 'u', OPTION_TEXT, ADD(unit), NULL, "UNIT",
     "where the header does not say it: 'USD', 'millions of constant 2019 USD', '% of GDP', 'person', 'national "
     "currency per USD'; 'COLUMN=UNIT; …' for several columns"},
    {"measure", 0, OPTION_TEXT, ADD(measure), NULL, "WORDS", "what is measured, where the header does not say it"},
    {"entity", 0, OPTION_TEXT, ADD(table.entity), NULL, "COLUMN", "the column of countries"},
    {"code", 0, OPTION_TEXT, ADD(table.code), NULL, "COLUMN", "the column of their codes"},
    {"period", 0, OPTION_TEXT, ADD(table.period), NULL, "COLUMN", "the column of years, months or dates"},
    {"value", 0, OPTION_TEXT, ADD(table.values), NULL, "COLUMN;…", "the columns of figures; else all that have some"},
    {"where", 0, OPTION_TEXT, ADD(table.where), NULL, "COLUMN=TEXT;…", "only rows that have this there"},
    {"for", 0, OPTION_TEXT, ADD(table.whose), NULL, "COUNTRY",
     "whose figures all of them are, where no column says it"},
    {"is", 0, OPTION_TEXT, ADD(table.is), NULL, "NAME=CODE;…", "whom an ambiguous name means: 'Congo=COG'"},
    {"dates", 0, OPTION_NAME, ADD(frequency), &stands, "PERIOD",
     "what a date stands for: year, half-year, quarter, month, week or day"},
    {"decimal", 0, OPTION_NAME, ADD(mark), &marks, "MARK", "what marks decimals: point or comma"},
    {"separator", 0, OPTION_TEXT, ADD(table.separator), NULL, "CHARACTER", "what parts the cells; 'tab' for a tab"},
    {"header-line", 0, OPTION_INTEGER, ADD(table.header_line), NULL, "N", "the line with the names of the columns"},
    {"source", 0, OPTION_TEXT, ADD(source), NULL, "TEXT",
     "who publishes it: 'World Bank, World Development Indicators'"},
    {"url", 0, OPTION_URL, ADD(url), NULL, "URL", "where"},
    {"vintage", 0, OPTION_TEXT, ADD(vintage), NULL, "EDITION", "which edition: a date, or what its publisher calls it"},
    {"retrieved", 0, OPTION_DATE, ADD(retrieved), NULL, "DATE", "when you got it"},
    {"note", 0, OPTION_TEXT, ADD(note), NULL, "TEXT", "a definition or caveat to be read with it"},
    {"dry-run", 'n', OPTION_FLAG, ADD(dry_run), NULL, NULL, "only say what would be loaded"},
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay series add samples/minimum-wage.csv --name wage --dry-run", "what is in this table?"),
    EXAMPLE("assay series add gdp.csv --name gdp --measure GDP --unit 'current USD' --source 'World Bank' \\\n"
            "      --vintage 2025-07",
            "a table whose header says only \"Value\""),
    EXAMPLE("assay series add rates.csv --name rates --measure 'exchange rate' --unit 'national currency per USD'",
            "exchange rates, for comparing sums in different money"),
    EXAMPLE("assay series add military.csv --name military --unit 'spending=constant 2019 USD; share=% of GDP'",
            "a table with several measures side by side"),
    NULL,
};

const struct manual manual_series_add = {
    .usage = "series add FILE --name NAME [options]",
    .about =
        "Loads a table, CSV or the like, into the store: a figure a line, several measures side by side, periods "
        "across "
        "or countries across. What its headers say is used; what they don't say has to be said, and is never guessed. "
        "What was understood is printed first, and nothing is loaded unless all of it can be. Each figure keeps its "
        "text, its line and its column. Countries are known by their names and codes; a name that several have is "
        "asked "
        "back.",
    .options = options,
    .options_size = sizeof(struct add_options),
    .examples = examples,
    .least = 1,
    .most = 1,
};

/* ---- what each series is ---- */

/* The part of --unit that is meant for this column: "COLUMN=UNIT; …", or all of it; null where none is. */
static struct str unit_said(const struct add_options *o, const struct table *table, size_t i, bool *ret_own)
{
    struct str rest = o->unit, header = table->series[i].header;
    *ret_own = false;
    while (rest.len > 0) {
        struct str unit = str_split(&rest, ';'), whole = unit;
        struct str column = str_trim(str_split(&unit, '='));
        bool paired = column.len < str_trim(whole).len;
        if (paired && header.ptr && str_eq_nocase(column, header)) {
            *ret_own = true;
            return str_trim(unit);
        }
        if (!paired)
            return str_trim(whole);
    }
    return STR_NULL;
}

/* What `more` says, where `reading` does not say it already; with `first`, before that. */
static void add_reading(struct header_reading *reading, const struct header_reading *more, bool first)
{
    struct str *const texts[] = {&reading->unit, &reading->per, &reading->of, &reading->base, &reading->measure};
    const struct str added[] = {more->unit, more->per, more->of, more->base, more->measure};
    for (size_t i = 0; i < sizeof(added) / sizeof(added[0]); i++)
        if (added[i].ptr && (first || !texts[i]->ptr))
            *texts[i] = added[i];
    if (more->scale > 0 && (first || reading->scale == 0))
        reading->scale = more->scale;
    if (more->basis != BASIS_NONE && (first || reading->basis == BASIS_NONE))
        reading->basis = more->basis;
    if (more->form != FORM_LEVEL && (first || reading->form == FORM_LEVEL))
        reading->form = more->form;
}

static bool read_unit(struct invocation *run, const struct add_options *o, const struct table *table, size_t i,
                      struct header_reading *reading, struct err *err)
{
    struct header_reading said;
    bool own;
    struct str unit = unit_said(o, table, i, &own);
    if (!unit.ptr)
        return true;
    header_read(unit, true, &run->arena, &said);
    if (said.measure.ptr)
        return err_set(err, ERR_USAGE,
                       "--unit '%.*s': '%.*s' can't be placed; write it as in 'millions of constant 2019 USD'",
                       STR_ARG(unit), STR_ARG(said.measure));
    /* A unit for all columns gives way to what one says itself; a series's own, and that of the only one, does not. */
    bool first = own || table->series_count == 1;
    if (!first && reading->unit.ptr)
        return true;
    add_reading(reading, &said, first);
    return true;
}

/* "4.2%" in its cells is a unit, too. */
static bool read_percent(const struct table *table, size_t i, struct header_reading *reading, struct err *err)
{
    const struct table_seen *percent = &table->series[i].percent;
    if (percent->line > 0 && !reading->unit.ptr)
        reading->unit = STR("percent");
    return percent->line == 0 || str_eq(reading->unit, STR("percent")) ||
           err_set(err, ERR_INPUT, "line %lld: '%.*s' is in percent, and its column in %.*s", (long long)percent->line,
                   STR_ARG(percent->text), STR_ARG(reading->unit));
}

/* "Billions", or a power of ten. One that can't be read would make every figure wrong. */
static bool read_scale(struct invocation *run, const struct table *table, struct header_reading *reading,
                       struct err *err)
{
    enum { POWER_MOST = 15 };
    struct str said = table->scale.text;
    struct header_reading words;
    int64_t power = 0;
    if (said.len == 0 || str_eq_nocase(said, STR("units")) || str_eq_nocase(said, STR("ones")))
        return true;
    header_read(arena_printf(&run->arena, "(%.*s)", STR_ARG(said)), false, &run->arena, &words);
    for (size_t i = 0; i < said.len && power <= POWER_MOST; i++)
        power = is_digit(said.ptr[i]) ? power * 10 + (said.ptr[i] - '0') : POWER_MOST + 1;
    if (words.scale == 0 && power > POWER_MOST)
        return err_set(err, ERR_INPUT,
                       "line %lld: '%.*s' under '%.*s' is no scale (thousands, millions, billions, or a power "
                       "of ten)",
                       (long long)table->scale.line, STR_ARG(said),
                       STR_ARG(table->columns[table->place[ROLE_SCALE]].header));
    reading->scale = words.scale > 0 ? words.scale : power;
    return true;
}

static bool read_series(struct invocation *run, const struct add_options *o, const struct table *table, size_t i,
                        struct header_reading *ret, struct err *err)
{
    struct header_reading reading = {0}, said;
    struct str header = table->series[i].header;
    if (header.ptr)
        header_read(header, false, &run->arena, &reading);
    if (table->measure.text.ptr) {
        header_read(table->measure.text, false, &run->arena, &said);
        add_reading(&reading, &said, false);
    }
    if (table->unit.text.ptr && !reading.unit.ptr) {
        /* In brackets: what is no unit that is known is nothing ("PC_GDP"). */
        header_read(arena_printf(&run->arena, "(%.*s)", STR_ARG(table->unit.text)), false, &run->arena, &said);
        add_reading(&reading, &said, false);
    }
    if (!read_scale(run, table, &reading, err) || !read_unit(run, o, table, i, &reading, err) ||
        !read_percent(table, i, &reading, err))
        return false;
    if (o->measure.ptr || !reading.measure.ptr)
        reading.measure = o->measure.ptr ? o->measure : o->name;
    if (!reading.unit.ptr)
        return err_set(
            err, ERR_USAGE,
            "nothing says in which unit %s%.*s%s is; say it with --unit, as in --unit 'current USD' (or percent, "
            "%% of GDP, person)",
            header.ptr ? "'" : "", STR_ARG(header.ptr ? header : STR("the table")), header.ptr ? "'" : "");
    *ret = reading;
    return true;
}

static bool describe(struct invocation *run, const struct add_options *o, const struct table *table, const char *path,
                     struct series *ret, struct err *err)
{
    struct str sha256 = digest_hex(&run->arena, &table->digest), reviewer = STR_NULL;
    if (!reviewer_find(run, &reviewer, err))
        return false;
    for (size_t i = 0; i < table->series_count; i++) {
        struct header_reading reading = {0};
        struct str header = table->series[i].header, name = o->name;
        if (!read_series(run, o, table, i, &reading, err))
            return false;
        if (table->series_count > 1)
            name = arena_printf(&run->arena, "%.*s:%.*s", STR_ARG(o->name), STR_ARG(header));
        for (size_t before = 0; before < i; before++)
            if (str_eq(ret[before].name, name))
                return err_set(err, ERR_INPUT, "line %lld: two columns are called '%.*s'; give one another name",
                               (long long)table->header_line, STR_ARG(header));
        ret[i] = (struct series){
            .name = name,
            .measure = reading.measure,
            .form = reading.form,
            .unit = reading.unit,
            .scale = reading.scale,
            .per = reading.per,
            .of = reading.of,
            .basis = reading.basis,
            .base = reading.base,
            .frequency = table->frequency,
            .source = o->source,
            .url = o->url,
            .vintage = o->vintage,
            .retrieved = o->retrieved,
            .note = o->note,
            .table = str_from(path),
            .sha256 = sha256,
            .bytes = table->stream.size,
            .column = header,
            .added_by = reviewer,
        };
    }
    return true;
}

/* ---- loading ---- */

struct feeding {
    struct table *table;
    struct series_sink *sink;
};

static bool feed_point(void *ctx, size_t series, const struct series_point *point, struct err *err)
{
    return series_sink_add(((struct feeding *)ctx)->sink, series, point, err);
}

static bool feed(void *ctx, struct series_sink *sink, struct err *err)
{
    struct feeding *feeding = ctx;
    feeding->sink = sink;
    return table_points(feeding->table, feed_point, feeding, err) || err_wrap(err, "'%s'", feeding->table->stream.path);
}

static bool confirm(const struct series_load *load, bool added, struct store *store, struct invocation *run,
                    struct err *err)
{
    for (size_t i = 0; i < load->count; i++) {
        const struct series *series = &load->series[i];
        struct buf words = {0};
        struct series there = *series;
        if (!added && !store_find_series(store, series->id, &run->arena, &there, err))
            return false;
        if (load->trial && added)
            buf_printf(&words, "nothing was loaded; without --dry-run this becomes series %" PRId64, there.number);
        else
            buf_printf(&words, "%s series %" PRId64, added ? "loaded" : "in the store already as", there.number);
        buf_printf(&words, ", %.*s: ", STR_ARG(there.name));
        series_count_words(&words, there.points, "figure");
        buf_printf(&words, " of ");
        series_count_words(&words, there.entities, "entity");
        series_say(&words);
    }
    return true;
}

static void tick(void *ctx, int64_t done, int64_t total)
{
    enum { MEBIBYTE = 1024 * 1024 };
    struct invocation *run = ctx;
    progress_step(&run->progress, &run->terminal, done / MEBIBYTE, total / MEBIBYTE, STR("MiB read, in two readings"));
}

/* A trial without a store is made in one that is thrown away. */
static bool open_store(struct invocation *run, bool dry_run, struct store **ret, struct err *err)
{
    if (!dry_run)
        return place_open_or_make(run, ret, err);
    return place_open_if_there(run, ret, err) && (*ret || store_open_scratch(ret, err));
}

static bool load(struct invocation *run, const struct add_options *o, struct table *table, const char *path,
                 struct err *err)
{
    struct feeding feeding = {.table = table};
    struct series_load load = {.count = table->series_count, .feed = feed, .ctx = &feeding, .trial = o->dry_run};
    struct store *store = NULL;
    bool added = false;
    load.series = arena_alloc(&run->arena, table->series_count * sizeof(*load.series));
    if (!describe(run, o, table, path, load.series, err))
        return err_wrap(err, "'%s'", path);
    series_preview(run, table, load.series);
    bool done = open_store(run, o->dry_run, &store, err) && store_add_series(store, &load, &run->arena, &added, err);
    progress_wipe(&run->progress);
    done = done && confirm(&load, added, store, run, err);
    store_close(store);
    return done;
}

static bool check_options(const struct add_options *o, struct err *err)
{
    if (!o->name.ptr)
        return err_set(err, ERR_USAGE, "what will you call it? say --name, as in --name gdp");
    if (o->table.separator.ptr && o->table.separator.len != 1 && !str_eq(o->table.separator, STR("tab")))
        return err_set(err, ERR_USAGE, "--separator '%.*s' is not one character; for a tab say --separator tab",
                       STR_ARG(o->table.separator));
    if (o->table.whose.ptr && o->table.entity.ptr)
        return err_set(err, ERR_USAGE, "--for and --entity can't be both");
    return true;
}

bool cmd_series_add(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    static const int frequencies[] = {FREQUENCY_END,   FREQUENCY_YEAR, FREQUENCY_HALF, FREQUENCY_QUARTER,
                                      FREQUENCY_MONTH, FREQUENCY_WEEK, FREQUENCY_DAY};
    const struct add_options *o = given;
    struct table_request request = o->table;
    struct table *table = NULL;
    request.mark = o->mark == DECIMAL_POINT ? '.' : o->mark == DECIMAL_COMMA ? ',' : 0;
    request.frequency = frequencies[o->frequency];
    request.tick = tick;
    request.tick_ctx = run;
    if (!check_options(o, err))
        return false;
    struct entities *entities = entities_new();
    bool ok = table_open(arguments.word[0], &request, entities, &table, err);
    progress_wipe(&run->progress);
    ok = ok && load(run, o, table, arguments.word[0], err);
    table_close(table);
    entities_free(entities);
    return ok;
}
