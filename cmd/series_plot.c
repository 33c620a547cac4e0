/* `assay series plot`: figures as bars of block characters, over time or side by side. */
#include <stdio.h>
#include <stdlib.h>

#include "cmd/place.h"
#include "cmd/series_pick.h"
#include "cmd/tty/colour.h"
#include "cmd/tty/width.h"
#include "core/base/decimal.h"
#include "core/report/escape.h"
#include "core/report/voice.h"

enum { BARS_MOST = 2000, BARS_SIDE_BY_SIDE = 20, LABEL_MOST = 28, BAR_LEAST = 10, EIGHTHS = 8 };

struct plot_options {
    struct pick_options pick;
    struct str at;
    int64_t limit;
};

#define PLOT(field) offsetof(struct plot_options, field)

static const struct option options[] = {
    OPTIONS_PICK(PLOT(pick)),
    {"at", 0, OPTION_DATE, PLOT(at), NULL, "DATE", "everybody in that year, month or day, the greatest first"},
    {"limit", 'n', OPTION_INTEGER, PLOT(limit), NULL, "N", "at most so many bars (with --at 20)"},
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay series plot gdp --entity 'Germany; France' --from 2000",
            "two countries over the years, on one scale"),
    EXAMPLE("assay series plot gdp --at 2023", "the twenty greatest of one year"),
    NULL,
};

const struct manual manual_series_plot = {
    .usage = "series plot SERIES --entity NAME;…|--at DATE [options]",
    .about =
        "Draws figures as bars, all on one scale that begins at zero: those of one country or several over time, or "
        "those of everybody at one time. Each bar has its figure beside it.",
    .options = options,
    .options_size = sizeof(struct plot_options),
    .examples = examples,
    .least = 1,
    .most = 1,
};

struct bar {
    struct str label, group, written;
    struct decimal value;
};

struct plot {
    struct invocation *run;
    struct bar *bar;
    size_t count, cap;
    bool by_entity; /* labels are names, not periods */
    bool full;
};

static bool add_bar(void *ctx, const struct series_point *point)
{
    struct plot *plot = ctx;
    struct arena *arena = &plot->run->arena;
    struct decimal value;
    if (plot->count == BARS_MOST) {
        plot->full = true;
        return false;
    }
    if (!decimal_parse(point->value, &value))
        return true;
    struct buf written = {0};
    voice_number(&written, &voice_plain, point->value);
    plot->bar = mem_grow(plot->bar, &plot->cap, plot->count + 1, sizeof(*plot->bar));
    plot->bar[plot->count++] = (struct bar){
        .label = arena_str(arena, plot->by_entity ? point->entity_name : point->period),
        .group = plot->by_entity ? STR_NULL : arena_str(arena, point->entity_name),
        .written = arena_str(arena, buf_view(&written)),
        .value = value,
    };
    buf_release(&written);
    return true;
}

static int by_value(const void *a, const void *b)
{
    const struct bar *left = a, *right = b;
    int order = decimal_compare(right->value, left->value);
    return order != 0 ? order : str_cmp(left->label, right->label);
}

/* ---- drawing ---- */

struct scale {
    struct decimal below, span;        /* how far it goes below zero, and from end to end */
    size_t label, figure, width, zero; /* columns */
};

/* |value| as so many of `steps` steps of the span, rounded down: for the eye alone. */
static size_t steps_of(struct decimal value, struct decimal span, size_t steps)
{
    struct decimal product, quotient;
    size_t result = 0;
    value.negative = false;
    if (decimal_is_zero(span) || !decimal_multiply(value, decimal_from(steps), &product) ||
        !decimal_divide(product, span, 9, &quotient))
        return 0;
    struct arena arena = {0};
    struct str text = decimal_print(&arena, quotient);
    for (size_t i = 0; i < text.len && is_digit(text.ptr[i]) && result < steps; i++)
        result = result * 10 + (size_t)(text.ptr[i] - '0');
    arena_release(&arena);
    return result < steps ? result : steps;
}

static size_t shown_width(struct str text)
{
    struct buf shown = {0};
    escape_terminal(&shown, text);
    size_t width = width_of(buf_view(&shown));
    buf_release(&shown);
    return width;
}

static struct scale scale_of(const struct plot *plot)
{
    struct scale scale = {0};
    struct decimal above = {0};
    for (size_t i = 0; i < plot->count; i++) {
        const struct bar *bar = &plot->bar[i];
        size_t label = shown_width(bar->label);
        scale.label = label > scale.label ? label : scale.label;
        scale.figure = bar->written.len > scale.figure ? bar->written.len : scale.figure;
        if (decimal_compare(bar->value, above) > 0)
            above = bar->value;
        if (decimal_compare(bar->value, scale.below) < 0)
            scale.below = bar->value;
    }
    struct decimal depth = scale.below;
    depth.negative = false;
    if (!decimal_add(above, depth, &scale.span))
        scale.span = decimal_compare(above, depth) > 0 ? above : depth;
    if (scale.label > LABEL_MOST)
        scale.label = LABEL_MOST;
    size_t columns = (size_t)plot->run->terminal.width, beside = scale.label + scale.figure + 3;
    scale.width = columns > beside + BAR_LEAST ? columns - beside : BAR_LEAST;
    scale.zero = (steps_of(scale.below, scale.span, scale.width * EIGHTHS) + EIGHTHS - 1) / EIGHTHS;
    return scale;
}

static void repeat(struct buf *out, const char *what, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_printf(out, "%s", what);
}

static void draw_bar(const struct plot *plot, const struct scale *scale, const struct bar *bar)
{
    static const char *const parts[EIGHTHS] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    struct buf shown = {0}, line = {0};
    const struct terminal *terminal = &plot->run->terminal;
    size_t length = steps_of(bar->value, scale->span, scale->width * EIGHTHS), blocks = length / EIGHTHS;
    escape_terminal(&shown, bar->label);
    size_t used = width_fit(&line, buf_view(&shown), scale->label);
    repeat(&line, " ", scale->label - used);
    buf_printf(&line, " %*s%.*s  ", (int)(scale->figure - bar->written.len), "", STR_ARG(bar->written));
    if (bar->value.negative) {
        blocks = blocks < scale->zero ? blocks : scale->zero;
        repeat(&line, " ", scale->zero - blocks);
        buf_printf(&line, "%s", colour_on(terminal, COLOUR_BAD));
        repeat(&line, "█", blocks);
    } else {
        repeat(&line, " ", scale->zero);
        buf_printf(&line, "%s", colour_on(terminal, COLOUR_FIGURE));
        repeat(&line, "█", blocks);
        buf_printf(&line, "%s", parts[length % EIGHTHS]);
        if (length == 0 && !decimal_is_zero(bar->value))
            buf_printf(&line, "%s", parts[1]);
    }
    printf("%s%s\n", line.ptr, colour_off(terminal, bar->value.negative ? COLOUR_BAD : COLOUR_FIGURE));
    buf_release(&shown);
    buf_release(&line);
}

static void draw(const struct plot *plot, const struct series *series, size_t limit)
{
    struct buf words = {0};
    const struct scale scale = scale_of(plot);
    buf_printf(&words, "%.*s, in ", STR_ARG(series->measure));
    series_unit_words(&words, series);
    if (series->vintage.ptr)
        buf_printf(&words, " (%.*s)", STR_ARG(series->vintage));
    series_say(&words);
    struct str group = STR_NULL;
    for (size_t i = 0; i < plot->count && i < limit; i++) {
        if (plot->bar[i].group.ptr && !str_eq(plot->bar[i].group, group)) {
            group = plot->bar[i].group;
            buf_printf(&words, "%.*s", STR_ARG(group));
            series_say(&words);
        }
        draw_bar(plot, &scale, &plot->bar[i]);
    }
}

static bool check_options(const struct plot_options *o, struct err *err)
{
    if (!o->at.ptr && !o->pick.entity.ptr)
        return err_set(err, ERR_USAGE,
                       "whose figures? say --entity, as in --entity 'Germany; France', or --at 2023 for all "
                       "of one time");
    if (o->at.ptr && (o->pick.from.ptr || o->pick.to.ptr))
        return err_set(err, ERR_USAGE, "--at is one time; --from and --to don't go with it");
    return true;
}

bool cmd_series_plot(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct plot_options *o = given;
    struct pick_options pick = o->pick;
    struct store *store = NULL;
    struct series series;
    struct plot plot = {.run = run, .by_entity = o->at.ptr != NULL};
    size_t limit = o->limit > 0 ? (size_t)o->limit : plot.by_entity ? BARS_SIDE_BY_SIDE : BARS_MOST;
    if (!check_options(o, err))
        return false;
    if (o->at.ptr)
        pick.from = pick.to = o->at;
    bool ok = place_open(run, &store, err) &&
              store_find_series(store, str_from(arguments.word[0]), &run->arena, &series, err) &&
              series_pick(store, &series, &pick, &run->arena, add_bar, &plot, err);
    if (ok && plot.full)
        ok = err_set(err, ERR_USAGE, "these are more than %d bars; choose fewer with --from and --to", BARS_MOST);
    if (ok) {
        if (plot.by_entity)
            qsort(plot.bar, plot.count, sizeof(*plot.bar), by_value);
        page_output(run);
        draw(&plot, &series, limit);
    }
    free(plot.bar);
    store_close(store);
    return ok;
}
