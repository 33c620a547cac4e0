/* Changes: by percent, by points, by an amount, or so many times as much; between two years of one series. */
#include "core/check/reckon_parts.h"

#include "core/extract/calendar.h"

/* The two ends of a change. */
struct ends {
    struct observation from, to;
};

static int year_of(struct str day)
{
    int year = 0;
    for (size_t i = 0; i < 4 && i < day.len; i++)
        year = year * 10 + (day.ptr[i] - '0');
    return year;
}

static struct when when_year(struct arena *arena, int year)
{
    struct str days = days_text(days_of_year(year), arena);
    return (struct when){str_slice(days, 0, 10), str_slice(days, 11, 21)};
}

static bool whole_year(const struct series_point *point)
{
    return str_ends(point->first, STR("-01-01")) && str_ends(point->last, STR("-12-31")) &&
           year_of(point->first) == year_of(point->last);
}

static bool find_ends(struct work *work, size_t which, struct ends *ret)
{
    const struct frame *frame = work->question->frame;
    if (!work_cell(work, which, frame->entity, (struct when){frame->first, frame->last}, &ret->to))
        return false;
    if (!whole_year(ret->to.point)) {
        WORK_MISSED(work, REACH_PERIOD, "it does not say since when it changed");
        return false;
    }
    int from = frame->from_year > 0 ? frame->from_year : year_of(ret->to.point->first) - 1;
    return from < year_of(ret->to.point->first) &&
           work_cell(work, which, frame->entity, when_year(work->arena, from), &ret->from);
}

/* What the claim's unit makes of the two ends. */
static bool change_value(struct work *work, const struct ends *ends, struct rational *ret)
{
    struct arena *arena = work->arena;
    struct str unit = work->question->claim->unit, own = ends->to.series->unit;
    struct rational difference = rational_subtract(arena, ends->to.value, ends->from.value), quotient;
    if (work->question->frame->form == FRAME_MULTIPLE)
        return rational_divide(arena, ends->to.value, ends->from.value, ret);
    if (str_eq(unit, STR("percentage point")) || str_eq(unit, STR("basis point")))
        return str_eq(own, STR("percent")) &&
               conversion_apply(arena, difference, STR("percentage point"), unit, ret) <= CONVERT_SAME;
    if (work->question->frame->of_figure || (!str_eq(unit, STR("percent")) && !str_eq(unit, STR("fraction"))))
        return unit_value(work, difference, own, ret); /* "rose by 0.4 percent of GDP" is an amount */
    if (!rational_divide(arena, difference, rational_magnitude(ends->from.value), &quotient))
        return false;
    return conversion_apply(arena, quotient, STR("fraction"), unit, ret) <= CONVERT_SAME;
}

static struct str change_text(struct work *work, const struct ends *ends, struct rational value)
{
    struct arena *arena = work->arena;
    struct str unit = work->question->claim->unit, to = figure_number(arena, ends->to.value);
    struct str from = figure_number(arena, ends->from.value), result = figure_number(arena, value);
    if (work->question->frame->form == FRAME_MULTIPLE)
        return arena_printf(arena, "%.*s ÷ %.*s = %.*s", STR_ARG(to), STR_ARG(from), STR_ARG(result));
    if (!work->question->frame->of_figure && (str_eq(unit, STR("percent")) || str_eq(unit, STR("fraction"))))
        return arena_printf(arena, "(%.*s − %.*s) ÷ %.*s%s = %.*s %.*s", STR_ARG(to), STR_ARG(from), STR_ARG(from),
                            str_eq(unit, STR("percent")) ? " × 100" : "", STR_ARG(result), STR_ARG(unit));
    return arena_printf(arena, "%.*s − %.*s = %.*s %.*s", STR_ARG(to), STR_ARG(from), STR_ARG(result), STR_ARG(unit));
}

static void add_change(struct work *work, const struct ends *ends)
{
    struct rational value;
    struct reference *reference;
    if (!change_value(work, ends, &value) || !(reference = work_add(work, &ends->to)))
        return;
    reference->value = (struct reference_value){.value = value};
    if (reference->trace.arena)
        trace_step(&reference->trace, change_text(work, ends, value));
    reference_input(reference, &ends->to);
    reference_input(reference, &ends->from);
}

/* A series of growth has the figure itself, of one year against the one before. */
static void reckon_growth_series(struct work *work)
{
    const struct frame *frame = work->question->frame;
    const struct reckoner *reckoner = work->reckoner;
    if (frame->form != FRAME_CHANGE || frame->from_year > 0 || frame->of || frame->per_person)
        return;
    for (size_t i = 0; i < reckoner->tables->count; i++) {
        const struct series *series = &reckoner->tables->series[i];
        struct rational value;
        struct observation cell;
        bool grows = reckoner->growth[i] || (series->form == FORM_CHANGE && !(frame->measure->flags & MEASURE_CHANGE));
        if (reckoner->measure[i] != frame->measure || !grows || series->of.ptr ||
            (frame->basis != BASIS_NONE && series->basis != BASIS_NONE && series->basis != frame->basis) ||
            !unit_value(work, rational_from(work->arena, 1, 1), series->unit, &value) ||
            !work_cell(work, i, frame->entity, (struct when){frame->first, frame->last}, &cell) ||
            !unit_value(work, cell.value, series->unit, &value))
            continue;
        struct reference *reference = work_add(work, &cell);
        if (!reference)
            return;
        reference->value.value = value;
        REFERENCE_STEP(reference, "the series gives it");
        reference_input(reference, &cell);
    }
}

/* Whether a percentage of it depends on prices: sums of money do, and people and shares do not. */
static bool depends_on_prices(const struct work *work, const struct series *series)
{
    struct str unit = work->question->claim->unit;
    bool relative =
        work->question->frame->form == FRAME_MULTIPLE || str_eq(unit, STR("percent")) || str_eq(unit, STR("fraction"));
    return relative && is_money(series->unit);
}

/* A nominal amount in the entity's own money at the prices of the first year. */
static void reckon_deflated(struct work *work, size_t which)
{
    const struct frame *frame = work->question->frame;
    const struct series *series = &work->reckoner->tables->series[which];
    struct ends ends;
    struct rational factor, value;
    struct reference *reference;
    if (series->basis == BASIS_REAL || entity_of_currency(work->reckoner->entities, series->unit) != frame->entity ||
        !find_ends(work, which, &ends) || !(reference = work_add(work, &ends.to)))
        return;
    int from = year_of(ends.from.point->first), to = year_of(ends.to.point->first);
    bool done = reckon_prices(work, reference, frame->entity, from, to, &factor) &&
                rational_divide(work->arena, ends.to.value, factor, &ends.to.value) &&
                change_value(work, &ends, &value);
    if (!done) {
        work->ret->count--;
        return;
    }
    reference->value = (struct reference_value){.value = value};
    reference->label = arena_printf(work->arena, "%.*s at constant prices", STR_ARG(reference->label));
    if (reference->trace.arena)
        trace_step(&reference->trace, change_text(work, &ends, value));
    reference_input(reference, &reference->main);
    reference_input(reference, &ends.from);
}

static bool has_basis(const struct references *references, int basis)
{
    for (size_t i = 0; i < references->count; i++)
        if (references->at[i].main.series->basis == basis)
            return true;
    return false;
}

/*
 * A text that says "rose 5%" of money says neither at current nor at constant prices. Both are references then, and
 * where they disagree, that is the result. With only one of them nothing can be said.
 */
static void require_both_bases(struct work *work)
{
    struct references *references = work->ret;
    bool asked = work->question->basis != BASIS_NONE || work->question->frame->basis != BASIS_NONE;
    if (asked || references->count == 0 || !is_money(references->at[0].main.series->unit) ||
        !depends_on_prices(work, references->at[0].main.series))
        return;
    if (has_basis(references, BASIS_REAL) &&
        (has_basis(references, BASIS_NOMINAL) || has_basis(references, BASIS_NONE)))
        return;
    bool real = has_basis(references, BASIS_REAL);
    references->count = 0;
    work->reach = REACH_NOTHING;
    WORK_MISSED(work, REACH_PERIOD, "it does not say whether prices are taken into account, and %s is loaded",
                real ? "only a series at constant prices" : "no series at constant prices");
}

void reckon_changes(struct work *work)
{
    const struct frame *frame = work->question->frame;
    const struct tables *tables = work->reckoner->tables;
    bool any_basis = work->question->basis == BASIS_NONE && frame->basis == BASIS_NONE;
    reckon_growth_series(work);
    if (work->ret->count > 0)
        return;
    for (size_t i = 0; i < tables->count && !work->failed; i++) {
        struct ends ends;
        if (work->reckoner->measure[i] == frame->measure)
            WORK_MISSED(work, REACH_MEASURE, "no series of %s tells how it changed in that unit", frame->measure->name);
        if (!series_is_of(work, i, frame->measure, frame->of, frame->per_person) ||
            !((any_basis && depends_on_prices(work, &tables->series[i])) ||
              series_basis_fits(work, &tables->series[i])))
            continue;
        if (find_ends(work, i, &ends))
            add_change(work, &ends);
    }
    bool real = frame->basis == BASIS_REAL || work->question->basis == BASIS_REAL;
    for (size_t i = 0; real && work->ret->count == 0 && i < tables->count && !work->failed; i++)
        if (series_is_of(work, i, frame->measure, frame->of, frame->per_person) &&
            depends_on_prices(work, &tables->series[i]))
            reckon_deflated(work, i);
    require_both_bases(work);
}
