/* Money: in another currency, by series of exchange rates; at other prices, by a series of inflation. */
#include "core/check/reckon_parts.h"

#include "core/extract/calendar.h"

/* How many units of it a dollar costs, by one series; 1 for the dollar. */
struct rate {
    struct rational value;
    struct observation cell;
    bool is_one;
};

static bool is_rate_series(const struct work *work, size_t which, bool *ret_inverse)
{
    const struct series *series = &work->reckoner->tables->series[which];
    const struct measure *measure = work->reckoner->measure[which];
    if (!measure || !str_eq(str_from(measure->name), STR("exchange rate")) || work->reckoner->growth[which])
        return false;
    *ret_inverse = str_eq(series->unit, STR("USD")) && str_eq(series->per, STR(NATIONAL_CURRENCY));
    return *ret_inverse || (str_eq(series->unit, STR(NATIONAL_CURRENCY)) && str_eq(series->per, STR("USD")));
}

static bool rate_of(struct work *work, size_t which, bool inverse, struct str currency, struct when when,
                    struct rate *ret)
{
    if (str_eq(currency, STR("USD"))) {
        *ret = (struct rate){.value = rational_from(work->arena, 1, 1), .is_one = true};
        return true;
    }
    const struct entity *entity = entity_of_currency(work->reckoner->entities, currency);
    if (!entity) {
        WORK_MISSED(work, REACH_UNIT, "whose currency %.*s is is not known", STR_ARG(currency));
        return false;
    }
    ret->is_one = false;
    if (!work_cell(work, which, entity, when, &ret->cell))
        return false;
    ret->value = ret->cell.value;
    return !inverse || rational_divide(work->arena, rational_from(work->arena, 1, 1), ret->cell.value, &ret->value);
}

static void add_rate_input(struct reference *reference, const struct rate *rate)
{
    if (!rate->is_one)
        reference_input(reference, &rate->cell);
}

/* amount ÷ (units of its currency for a dollar) × (units of the claim's) */
static void convert_cell(struct work *work, const struct observation *amount, const struct rate *from,
                         const struct rate *to)
{
    struct rational dollars, value;
    struct arena *arena = work->arena;
    struct reference *reference;
    if (!rational_divide(arena, amount->value, from->value, &dollars) || !(reference = work_add(work, amount)))
        return;
    value = rational_multiply(arena, dollars, to->value);
    const struct observation *rate = to->is_one ? &from->cell : &to->cell;
    reference->value = (struct reference_value){.value = value};
    reference->label =
        arena_printf(arena, "%.*s by %.*s", STR_ARG(reference->label), STR_ARG(series_label(arena, rate->series)));
    struct str text = figure_number(arena, amount->value);
    if (!from->is_one)
        text = arena_printf(arena, "%.*s ÷ %.*s", STR_ARG(text), STR_ARG(figure_number(arena, from->value)));
    if (!to->is_one)
        text = arena_printf(arena, "%.*s × %.*s", STR_ARG(text), STR_ARG(figure_number(arena, to->value)));
    REFERENCE_STEP(reference, "%.*s = %.*s %.*s", STR_ARG(text), STR_ARG(figure_number(arena, value)),
                   STR_ARG(work->question->claim->unit));
    reference_input(reference, amount);
    add_rate_input(reference, from);
    add_rate_input(reference, to);
}

static void convert_by_each(struct work *work, const struct observation *amount)
{
    struct when when = {amount->point->first, amount->point->last};
    for (size_t i = 0; i < work->reckoner->tables->count; i++) {
        struct rate from = {0}, to = {0};
        bool inverse;
        if (is_rate_series(work, i, &inverse) && rate_of(work, i, inverse, amount->series->unit, when, &from) &&
            rate_of(work, i, inverse, work->question->claim->unit, when, &to))
            convert_cell(work, amount, &from, &to);
    }
}

void reckon_converted(struct work *work)
{
    const struct frame *frame = work->question->frame;
    const struct tables *tables = work->reckoner->tables;
    for (size_t i = 0; i < tables->count; i++) {
        struct observation amount;
        if (!series_is_of(work, i, frame->measure, frame->of, frame->per_person) || !is_money(tables->series[i].unit) ||
            str_eq(tables->series[i].unit, work->question->claim->unit) || !series_basis_fits(work, &tables->series[i]))
            continue;
        WORK_MISSED(work, REACH_UNIT, "%.*s is in %.*s, and no exchange rate to %.*s is loaded",
                    STR_ARG(series_label(work->arena, &tables->series[i])), STR_ARG(tables->series[i].unit),
                    STR_ARG(work->question->claim->unit));
        if (work_cell(work, i, frame->entity, (struct when){frame->first, frame->last}, &amount))
            convert_by_each(work, &amount);
    }
}

void reckon_exchange(struct work *work)
{
    const struct frame *frame = work->question->frame;
    struct when when = {frame->first, frame->last};
    struct arena *arena = work->arena;
    for (size_t i = 0; i < work->reckoner->tables->count; i++) {
        struct rate base = {0}, price = {0};
        struct rational value;
        bool inverse;
        if (!is_rate_series(work, i, &inverse) || !rate_of(work, i, inverse, frame->base_currency, when, &base) ||
            !rate_of(work, i, inverse, work->question->claim->unit, when, &price) || (base.is_one && price.is_one) ||
            !rational_divide(arena, price.value, base.value, &value))
            continue;
        struct reference *reference = work_add(work, price.is_one ? &base.cell : &price.cell);
        if (!reference)
            return;
        reference->value.value = value;
        if (base.is_one)
            reference->value.step = observation_step(arena, &price.cell);
        REFERENCE_STEP(reference, "%.*s ÷ %.*s = %.*s %.*s for one %.*s", STR_ARG(figure_number(arena, price.value)),
                       STR_ARG(figure_number(arena, base.value)), STR_ARG(figure_number(arena, value)),
                       STR_ARG(work->question->claim->unit), STR_ARG(frame->base_currency));
        add_rate_input(reference, &price);
        add_rate_input(reference, &base);
    }
}

/* ---- prices ---- */

static bool is_price_series(const struct work *work, size_t which)
{
    const struct measure *measure = work->reckoner->measure[which];
    const struct series *series = &work->reckoner->tables->series[which];
    return measure && str_eq(str_from(measure->name), STR("inflation")) && str_eq(series->unit, STR("percent")) &&
           series->form != FORM_INDEX;
}

/* (1 + rate ÷ 100) of every year after the first, multiplied. */
bool reckon_prices(struct work *work, struct reference *reference, const struct entity *entity, int from, int to,
                   struct rational *ret)
{
    struct arena *arena = work->arena;
    size_t which = 0;
    while (which < work->reckoner->tables->count && !is_price_series(work, which))
        which++;
    if (which == work->reckoner->tables->count || to < from)
        return false;
    struct rational factor = rational_from(arena, 1, 1), hundred = rational_from(arena, 100, 1);
    for (int year = from + 1; year <= to; year++) {
        struct str days = days_text(days_of_year(year), arena);
        struct observation cell;
        struct rational whole;
        if (!work_cell(work, which, entity, (struct when){str_slice(days, 0, 10), str_slice(days, 11, 21)}, &cell) ||
            !rational_divide(arena, rational_add(arena, hundred, cell.value), hundred, &whole))
            return false;
        factor = rational_multiply(arena, factor, whole);
        REFERENCE_STEP(reference, "prices of %d: %.*s times those of %d", year, STR_ARG(figure_number(arena, factor)),
                       from);
        reference_input(reference, &cell);
    }
    *ret = factor;
    return true;
}
