/* Shows what was understood of a table. */
#include "cmd/series_preview.h"

#include <stdio.h>

#include "cmd/series.h"
#include "core/series/period.h"

enum { LABEL_WIDTH = 8, NAMES_SHOWN = 5 };

static struct buf line(const char *label)
{
    struct buf words = {0};
    buf_printf(&words, "%-*s", LABEL_WIDTH, label);
    return words;
}

static const char *separator_name(char separator)
{
    return separator == ',' ? "commas" : separator == ';' ? "semicolons" : separator == '\t' ? "tabs" : "bars";
}

static void say_table(const struct table *table)
{
    static const char *const layouts[] = {[LAYOUT_LONG] = "a figure a line",
                                          [LAYOUT_PERIODS_ACROSS] = "periods across",
                                          [LAYOUT_ENTITIES_ACROSS] = "countries across"};
    struct buf words = line("table");
    buf_printf(&words, "%s: ", table->stream.path);
    series_count_words(&words, table->rows, "row");
    buf_printf(&words, ", parted by %s, headers on line %lld, %s%s", separator_name(table->separator),
               (long long)table->header_line, layouts[table->layout],
               table->layout == LAYOUT_LONG && table->series_count > 1 ? " for each of several measures" : "");
    if (table->mark == ',')
        buf_printf(&words, ", decimal commas");
    series_say(&words);
}

static void say_entities(const struct table *table)
{
    static const char *const kinds[ENTITY_KIND_END] = {"country", "former country", "subdivision", "group"};
    int64_t count[ENTITY_KIND_END] = {0}, unknown = 0;
    struct buf words = line("whose");
    for (size_t i = 0; i < table->names.count; i++) {
        if (table->names.name[i].entity)
            count[table->names.name[i].entity->kind]++;
        else
            unknown++;
    }
    if (table->place[ROLE_ENTITY] != TABLE_NOWHERE)
        buf_printf(&words, "'%.*s'", STR_ARG(table->columns[table->place[ROLE_ENTITY]].header));
    if (table->place[ROLE_CODE] != TABLE_NOWHERE)
        buf_printf(&words, " with '%.*s'", STR_ARG(table->columns[table->place[ROLE_CODE]].header));
    bool first = true;
    for (int kind = 0; kind < ENTITY_KIND_END; kind++) {
        if (count[kind] == 0)
            continue;
        buf_printf(&words, "%s", first ? words.len > LABEL_WIDTH ? ": " : "" : ", ");
        series_count_words(&words, count[kind], kinds[kind]);
        first = false;
    }
    if (unknown > 0) {
        buf_printf(&words, "%s", first ? words.len > LABEL_WIDTH ? ": " : "" : ", ");
        series_count_words(&words, unknown, "other name");
    }
    series_say(&words);
}

static void say_period(const struct table *table)
{
    struct buf words = line("when");
    char first[PERIOD_DAY_SIZE], last[PERIOD_DAY_SIZE];
    period_day_text(table->first, first);
    period_day_text(table->last, last);
    if (table->place[ROLE_PERIOD] != TABLE_NOWHERE)
        buf_printf(&words, "'%.*s': ", STR_ARG(table->columns[table->place[ROLE_PERIOD]].header));
    bool years = table->frequency == FREQUENCY_YEAR;
    buf_printf(&words, "%.*s to %.*s, ", years ? 4 : PERIOD_DAY_SIZE, first, years ? 4 : PERIOD_DAY_SIZE, last);
    buf_printf(&words, table->frequency == FREQUENCY_MIXED ? "periods of several lengths" : "by %s",
               series_frequencies.name[table->frequency]);
    if ((table->frequencies & 1U << FREQUENCY_DAY) && table->date_frequency != FREQUENCY_DAY)
        buf_printf(&words, "; a date stands for its %s", series_frequencies.name[table->date_frequency]);
    series_say(&words);
}

static void say_series(const struct table_series *found, const struct series *series)
{
    struct buf words = line("series");
    buf_printf(&words, "%.*s: %.*s, in ", STR_ARG(series->name), STR_ARG(series->measure));
    series_unit_words(&words, series);
    if (found->header.ptr)
        buf_printf(&words, "; under '%.*s'", STR_ARG(found->header));
    series_say(&words);
    words = line("");
    series_count_words(&words, found->figures, "figure");
    if (found->empty > 0) {
        buf_printf(&words, " and ");
        series_count_words(&words, found->empty, "empty cell");
    }
    buf_printf(&words, ", the first %.*s (%.*s, %.*s, line %lld)", STR_ARG(found->first.text),
               STR_ARG(found->first_entity), STR_ARG(found->first_period), (long long)found->first.line);
    series_say(&words);
}

static void say_deduced(const struct table *table)
{
    for (size_t i = 0; i < table->names.count; i++) {
        const struct table_name *name = &table->names.name[i];
        if (name->standing != NAME_DEDUCED)
            continue;
        struct buf words = line("note");
        buf_printf(&words, "'%.*s' is taken for %s (%s): nobody else is left in this table", STR_ARG(name->name),
                   name->entity->name, name->entity->code);
        series_say(&words);
    }
}

/* Those that no entity is known for: a few of them by name. */
static void say_others(const struct table *table, enum name_standing standing, const char *what)
{
    size_t count = 0;
    struct buf words = line("note"), names = {0};
    for (size_t i = 0; i < table->names.count; i++) {
        if (table->names.name[i].standing != standing)
            continue;
        if (count++ < NAMES_SHOWN)
            buf_printf(&names, "%s'%.*s'", count > 1 ? ", " : "", STR_ARG(table->names.name[i].name));
    }
    if (count > 0) {
        series_count_words(&words, (int64_t)count, "name");
        buf_printf(&words, " %s: %s%s", what, names.ptr, count > NAMES_SHOWN ? ", …" : "");
        series_say(&words);
    }
    buf_release(&names);
    buf_release(&words);
}

void series_preview(const struct invocation *run, const struct table *table, const struct series *series)
{
    (void)run;
    say_table(table);
    say_entities(table);
    say_period(table);
    for (size_t i = 0; i < table->series_count; i++)
        say_series(&table->series[i], &series[i]);
    say_deduced(table);
    say_others(table, NAME_UNKNOWN, "not known to assay, whose figures are kept under the name as it stands");
    say_others(table, NAME_DISPUTED, "whose code says something else, kept under the name as it stands");
    fflush(stdout);
}
