/* `assay series show`: one series, what is known of it, and its figures. */
#include <stdio.h>

#include "cmd/listing.h"
#include "cmd/place.h"
#include "cmd/series_pick.h"
#include "core/report/words.h"

struct show_options {
    struct pick_options pick;
    int64_t limit;
    int format;
};

#define SHOW(field) offsetof(struct show_options, field)

static const struct option options[] = {
    OPTIONS_PICK(SHOW(pick)),
    {"limit", 'n', OPTION_INTEGER, SHOW(limit), NULL, "N", "at most so many figures"},
    OPTION_FORMAT(SHOW(format)),
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay series show gdp --entity Germany --from 2020",
            "one country's figures with their lines in the table"),
    EXAMPLE("assay series show gdp@2024-12 --format csv", "all figures of one edition"),
    NULL,
};

const struct manual manual_series_show = {
    .usage = "series show SERIES [options]",
    .about =
        "Shows a series, named by its number, its name or NAME@VINTAGE: what it measures, where it is from, and its "
        "figures, each with its line and column in the table. Formats for programs have the figures only; 'series "
        "list' has the rest.",
    .options = options,
    .options_size = sizeof(struct show_options),
    .examples = examples,
    .least = 1,
    .most = 1,
};

enum { COLUMN_ENTITY, COLUMN_CODE, COLUMN_PERIOD, COLUMN_VALUE, COLUMN_LINE, COLUMN_HEADER, COLUMN_END };

static const struct table_column columns[COLUMN_END] = {
    [COLUMN_ENTITY] = {"of", .least = 12},
    [COLUMN_CODE] = {"code", .drop = 2},
    [COLUMN_PERIOD] = {"period"},
    [COLUMN_VALUE] = {"figure", .right = true},
    [COLUMN_LINE] = {"line", .right = true, .drop = 1},
    [COLUMN_HEADER] = {"column", .least = 8, .drop = 3},
};

static void point_cells(const void *record, struct arena *arena, struct table_cell *ret_cells)
{
    const struct series_point *point = record;
    ret_cells[COLUMN_ENTITY].text = point->entity_name;
    ret_cells[COLUMN_CODE].text = point->entity;
    ret_cells[COLUMN_PERIOD].text = point->period;
    ret_cells[COLUMN_VALUE].text = point->written;
    ret_cells[COLUMN_LINE].text = arena_printf(arena, "%lld", (long long)point->row);
    ret_cells[COLUMN_HEADER].text = point->column;
}

static const struct listing_part parts[] = {{&series_point_fields, 0}};
static const struct listing_shape shape = {parts, 1, columns, COLUMN_END, point_cells};

struct showing {
    struct listing listing;
    const struct series *series;
    bool with_head;
    int64_t limit; /* 0 for none */
};

static void say_field(const char *label, struct str text)
{
    struct buf words = {0};
    if (!text.ptr)
        return;
    buf_printf(&words, "%-10s%.*s", label, STR_ARG(text));
    series_say(&words);
}

static void say_words(const char *label, struct buf *words)
{
    say_field(label, buf_view(words));
    buf_release(words);
}

static void say_head(const struct series *series)
{
    struct buf words = {0};
    buf_printf(&words, "series %lld, %.*s%s", (long long)series->number, STR_ARG(series->name),
               series->dropped ? " (dropped)" : "");
    series_say(&words);
    say_field("measure", series->measure);
    series_unit_words(&words, series);
    say_words("unit", &words);
    series_span_words(&words, series);
    buf_printf(&words, ", %s", series->frequency == FREQUENCY_MIXED ? "periods of several lengths" : "by ");
    if (series->frequency != FREQUENCY_MIXED)
        buf_printf(&words, "%s", series_frequencies.name[series->frequency]);
    say_words("when", &words);
    series_count_words(&words, series->points, "figure");
    buf_printf(&words, " of ");
    series_count_words(&words, series->entities, "entity");
    say_words("figures", &words);
    say_field("source", series->source);
    say_field("url", series->url);
    say_field("vintage", series->vintage);
    say_field("retrieved", series->retrieved);
    say_field("note", series->note);
    buf_printf(&words, "%.*s%s%.*s%s, SHA-256 %.*s", STR_ARG(series->table), series->column.ptr ? ", under '" : "",
               STR_ARG(series->column), series->column.ptr ? "'" : "", STR_ARG(series->sha256));
    say_words("table", &words);
    words_who(&words, series->added_by, series->added_at);
    say_words("loaded", &words);
    putchar('\n');
}

static bool show_point(void *ctx, const struct series_point *point)
{
    struct showing *showing = ctx;
    if (showing->with_head && showing->listing.count == 0)
        say_head(showing->series);
    listing_add(&showing->listing, point);
    return !output_closed() && showing->listing.count != showing->limit;
}

bool cmd_series_show(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct show_options *o = given;
    struct store *store = NULL;
    struct series series;
    struct showing showing = {.limit = o->limit};
    bool ok = place_open(run, &store, err) &&
              store_find_series(store, str_from(arguments.word[0]), &run->arena, &series, err);
    if (ok) {
        page_output(run);
        showing.series = &series;
        showing.with_head = o->format == FORMAT_AUTO || o->format == FORMAT_TABLE;
        listing_begin(&showing.listing, run, &shape, o->format);
        ok = series_pick(store, &series, &o->pick, &run->arena, show_point, &showing, err);
        listing_end(&showing.listing);
    }
    store_close(store);
    return ok;
}
