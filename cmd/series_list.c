/* `assay series list`, `drop` and `restore`. */
#include <stdio.h>

#include "cmd/listing.h"
#include "cmd/place.h"
#include "cmd/reviewer.h"
#include "cmd/series.h"

/* ---- list ---- */

struct list_options {
    struct str search, unit;
    bool all;
    int format;
};

#define LIST(field) offsetof(struct list_options, field)

static const struct option list_options[] = {
    {"search", 's', OPTION_TEXT, LIST(search), NULL, "WORDS", "only those whose measure or name has these words"},
    {"unit", 'u', OPTION_TEXT, LIST(unit), NULL, "UNIT", "only those in this unit"},
    {"all", 'a', OPTION_FLAG, LIST(all), NULL, NULL, "those that were dropped, too"},
    OPTION_FORMAT(LIST(format)),
    {0},
};

static const char *const list_examples[] = {
    EXAMPLE("assay series list", "what is loaded"),
    EXAMPLE("assay series list --search GDP --format csv", "series about GDP with every field"),
    NULL,
};

const struct manual manual_series_list = {
    .usage = "series list [options]",
    .about =
        "Lists the series: what they measure, in which unit, for when, for how many countries, and whose they are.",
    .options = list_options,
    .options_size = sizeof(struct list_options),
    .examples = list_examples,
};

enum {
    COLUMN_NUMBER,
    COLUMN_NAME,
    COLUMN_MEASURE,
    COLUMN_UNIT,
    COLUMN_SPAN,
    COLUMN_ENTITIES,
    COLUMN_POINTS,
    COLUMN_VINTAGE,
    COLUMN_SOURCE,
    COLUMN_END
};

static const struct table_column columns[COLUMN_END] = {
    [COLUMN_NUMBER] = {"no", .right = true},
    [COLUMN_NAME] = {"name", .least = 8, .good = 16},
    [COLUMN_MEASURE] = {"measure", .least = 8, .good = 16, .drop = 3},
    [COLUMN_UNIT] = {"unit", .least = 8, .good = 16},
    [COLUMN_SPAN] = {"when", .least = 12},
    [COLUMN_ENTITIES] = {"of", .right = true, .drop = 4},
    [COLUMN_POINTS] = {"figures", .right = true, .drop = 5},
    [COLUMN_VINTAGE] = {"vintage", .least = 8, .drop = 1},
    [COLUMN_SOURCE] = {"source", .least = 8, .good = 16, .drop = 2},
};

static struct str taken(struct buf *words, struct arena *arena)
{
    struct str text = arena_str(arena, buf_view(words));
    buf_release(words);
    return text;
}

static void series_cells(const void *record, struct arena *arena, struct table_cell *ret_cells)
{
    const struct series *series = record;
    struct buf unit = {0}, span = {0};
    series_unit_words(&unit, series);
    series_span_words(&span, series);
    ret_cells[COLUMN_NUMBER].text = arena_printf(arena, "%lld", (long long)series->number);
    ret_cells[COLUMN_NAME].text =
        series->dropped ? arena_printf(arena, "%.*s (dropped)", STR_ARG(series->name)) : series->name;
    ret_cells[COLUMN_NAME].colour = series->dropped ? COLOUR_FAINT : COLOUR_NONE;
    ret_cells[COLUMN_MEASURE].text = series->measure;
    ret_cells[COLUMN_UNIT].text = taken(&unit, arena);
    ret_cells[COLUMN_SPAN].text = taken(&span, arena);
    ret_cells[COLUMN_ENTITIES].text = arena_printf(arena, "%lld", (long long)series->entities);
    ret_cells[COLUMN_POINTS].text = arena_printf(arena, "%lld", (long long)series->points);
    ret_cells[COLUMN_VINTAGE].text = series->vintage;
    ret_cells[COLUMN_SOURCE].text = series->source;
}

static const struct listing_part parts[] = {{&series_fields, 0}};
static const struct listing_shape shape = {parts, 1, columns, COLUMN_END, series_cells};

static bool list_series(void *ctx, const struct series *series)
{
    listing_add(ctx, series);
    return !output_closed();
}

bool cmd_series_list(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    (void)arguments;
    const struct list_options *o = given;
    const struct series_filter filter = {.words = o->search, .unit = o->unit, .dropped = o->all};
    struct store *store = NULL;
    struct listing listing;
    if (!place_open(run, &store, err))
        return false;
    page_output(run);
    listing_begin(&listing, run, &shape, o->format);
    bool ok = store_series(store, &filter, list_series, &listing, err);
    listing_end(&listing);
    if (ok && listing.count == 0)
        ok = err_set(err, ERR_ABSENT,
                     o->search.ptr || o->unit.ptr
                         ? "no series is like that"
                         : "no series is loaded yet; 'assay series add FILE --name NAME' loads one");
    store_close(store);
    return ok;
}

/* ---- drop, restore ---- */

struct drop_options {
    struct str because;
};

static const struct option drop_options[] = {
    {"because", 'b', OPTION_TEXT, offsetof(struct drop_options, because), NULL, "TEXT", "why"},
    {0},
};

static const char *const drop_examples[] = {
    EXAMPLE("assay series drop 3 --because 'superseded by the edition of 2025'", "no longer check against series 3"),
    NULL,
};

static const char *const restore_examples[] = {
    EXAMPLE("assay series restore 3", "use series 3 again"),
    NULL,
};

const struct manual manual_series_drop = {
    .usage = "series drop SERIES [--because TEXT]",
    .about = "Hides a series: it is listed only with --all, and claims are not checked against it any more. Nothing is "
             "deleted; 'assay series restore' shows it again.",
    .options = drop_options,
    .options_size = sizeof(struct drop_options),
    .examples = drop_examples,
    .least = 1,
    .most = 1,
};

const struct manual manual_series_restore = {
    .usage = "series restore SERIES [--because TEXT]",
    .about =
        "Shows a series again that was dropped. 'assay series list --all' lists those as well; name it by its number.",
    .options = drop_options,
    .options_size = sizeof(struct drop_options),
    .examples = restore_examples,
    .least = 1,
    .most = 1,
};

static bool set_dropped(struct invocation *run, const struct drop_options *o, const char *name, bool dropped,
                        struct err *err)
{
    struct store *store = NULL;
    struct series series;
    struct str reviewer = STR_NULL;
    bool ok = reviewer_find(run, &reviewer, err) && place_open(run, &store, err) &&
              store_find_series(store, str_from(name), &run->arena, &series, err) &&
              store_drop_series(store, &series, dropped, o->because, reviewer, err);
    if (ok) {
        struct buf words = {0};
        buf_printf(&words, "%s series %lld, %.*s", dropped ? "dropped" : "restored", (long long)series.number,
                   STR_ARG(series.name));
        series_say(&words);
    }
    store_close(store);
    return ok;
}

bool cmd_series_drop(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    return set_dropped(run, given, arguments.word[0], true, err);
}

bool cmd_series_restore(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    return set_dropped(run, given, arguments.word[0], false, err);
}
