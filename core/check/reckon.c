/* Finding the series that measure what a frame is about, and shares and amounts per head where none has them. */
#include "core/check/reckon_parts.h"

bool reckon_points(const struct reckoner *reckoner, const struct series *series, const struct entity *entity,
                   struct points *ret, struct err *err)
{
    size_t which = (size_t)(series - reckoner->tables->series);
    return reckoner->tables->points(reckoner->tables->ctx, which, str_from(entity->code), ret, err);
}

static struct str when_text(struct work *work, struct when when)
{
    bool year = when.first.len == 10 && when.last.len == 10 && str_ends(when.first, STR("-01-01")) &&
                str_ends(when.last, STR("-12-31")) && str_eq(str_slice(when.first, 0, 4), str_slice(when.last, 0, 4));
    if (year)
        return str_slice(when.first, 0, 4);
    return arena_printf(work->arena, "%.*s to %.*s", STR_ARG(when.first), STR_ARG(when.last));
}

bool work_cell(struct work *work, size_t which, const struct entity *entity, struct when when, struct observation *ret)
{
    const struct series *series = &work->reckoner->tables->series[which];
    const struct series_point *point;
    struct points points = {0};
    if (work->failed || !reckon_points(work->reckoner, series, entity, &points, work->err)) {
        work->failed = true;
        return false;
    }
    if (points.count == 0) {
        WORK_MISSED(work, REACH_ENTITY, "%.*s has nothing of %s", STR_ARG(series_label(work->arena, series)),
                    entity->name);
        return false;
    }
    point =
        when.first.ptr ? points_of_period(points, when.first, when.last) : points_latest(points, work->question->as_of);
    if (!point && when.first.ptr)
        WORK_MISSED(work, REACH_PERIOD, "%.*s has nothing of %s for %.*s; it reaches from %.*s to %.*s",
                    STR_ARG(series_label(work->arena, series)), entity->name, STR_ARG(when_text(work, when)),
                    STR_ARG(points.at[0].first), STR_ARG(points.at[points.count - 1].last));
    return point && observation_read(work->arena, series, point, ret);
}

void reference_rests_on(struct reference *reference, const struct observation *cell)
{
    for (size_t i = 0; i < reference->series_count; i++)
        if (reference->series[i] == cell->series)
            return;
    if (reference->series_count < REFERENCE_SERIES_MOST)
        reference->series[reference->series_count++] = cell->series;
}

struct reference *work_add(struct work *work, const struct observation *cell)
{
    if (work->ret->count == REFERENCES_MOST)
        return NULL;
    struct reference *reference = &work->ret->at[work->ret->count++];
    *reference = (struct reference){
        .label = series_label(work->arena, cell->series),
        .period = cell->point->period,
        .latest = !work->question->frame->first.ptr,
        .main = *cell,
        .trace = {.arena = work->question->quiet ? NULL : work->arena},
    };
    reference->value.value = cell->value;
    reference_rests_on(reference, cell);
    return reference;
}

void reference_input(struct reference *reference, const struct observation *cell)
{
    struct arena *arena = reference->trace.arena;
    reference_rests_on(reference, cell);
    if (arena)
        trace_input(&reference->trace, observation_name(arena, cell), observation_value(arena, cell),
                    observation_origin(arena, cell));
}

/* ---- which series ---- */

bool series_is_of(const struct work *work, size_t which, const struct measure *measure, const struct measure *of,
                  bool per_person)
{
    const struct series *series = &work->reckoner->tables->series[which];
    if (work->reckoner->only) /* the reviewer says so */
        return series == work->reckoner->only;
    bool person = str_eq(series->per, STR("person"));
    struct str per = work->question->frame->per;
    bool per_fits = per.ptr ? str_eq(series->per, per)
                            : person == per_person && (person || !series->per.ptr || str_eq(series->per, STR("year")));
    bool form_fits = series->form == FORM_LEVEL || (series->form == FORM_CHANGE && (measure->flags & MEASURE_CHANGE));
    if (work->reckoner->measure[which] != measure || work->reckoner->growth[which] || !form_fits)
        return false;
    if (series->of.ptr && !work->reckoner->of[which])
        return false;
    return per_fits && work->reckoner->of[which] == of;
}

bool series_basis_fits(const struct work *work, const struct series *series)
{
    int wanted = work->question->basis != BASIS_NONE ? work->question->basis : work->question->frame->basis;
    if (wanted == BASIS_REAL)
        return series->basis == BASIS_REAL;
    return series->basis != BASIS_REAL;
}

bool is_money(struct str unit)
{
    return unit.len == 3 && is_upper(unit.ptr[0]) && is_upper(unit.ptr[1]) && is_upper(unit.ptr[2]);
}

static bool is_people(struct str unit)
{
    return !unit.ptr || str_eq(unit, STR("person")) || str_eq(unit, STR("inhabitant")) || str_eq(unit, STR("resident"));
}

bool unit_value(struct work *work, struct rational value, struct str from, struct rational *ret)
{
    const struct measure *measure = work->question->frame->measure;
    struct str to = work->question->claim->unit;
    if ((measure->flags & MEASURE_PEOPLE) && work->question->claim->kind == KIND_COUNT && is_people(from) &&
        is_people(to)) {
        *ret = value;
        return true;
    }
    if (!to.ptr && !from.ptr) {
        *ret = value;
        return true;
    }
    if (!to.ptr || !from.ptr || is_money(from) != is_money(to))
        return false;
    return conversion_apply(work->arena, value, from, to, ret) <= CONVERT_SAME;
}

static struct when when_of(const struct frame *frame)
{
    return (struct when){frame->first, frame->last};
}

/* ---- levels ---- */

/* The series that has the very figure. */
static void reckon_direct(struct work *work)
{
    const struct frame *frame = work->question->frame;
    const struct tables *tables = work->reckoner->tables;
    for (size_t i = 0; i < tables->count; i++) {
        struct observation cell;
        struct rational value;
        if (work->reckoner->measure[i] == frame->measure)
            WORK_MISSED(work, REACH_MEASURE,
                        "no series of %s is in the unit, of the whole and at the prices that "
                        "the claim speaks of",
                        frame->measure->name);
        if (!series_is_of(work, i, frame->measure, frame->of, frame->per_person) ||
            !series_basis_fits(work, &tables->series[i]) ||
            !unit_value(work, rational_from(work->arena, 1, 1), tables->series[i].unit, &value) ||
            !work_cell(work, i, frame->entity, when_of(frame), &cell) ||
            !unit_value(work, cell.value, cell.series->unit, &value))
            continue;
        struct reference *reference = work_add(work, &cell);
        if (!reference)
            return;
        REFERENCE_STEP(reference, "the series gives it");
        reference_input(reference, &cell);
        if (rational_compare(value, cell.value) != 0)
            REFERENCE_STEP(reference, "%.*s = %.*s %.*s", STR_ARG(observation_value(work->arena, &cell)),
                           STR_ARG(figure_number(work->arena, value)), STR_ARG(work->question->claim->unit));
        else if (!work->question->quiet)
            reference->value.step = observation_step(work->arena, &cell);
        reference->value.value = value;
    }
}

/* One cell by another: per head, or a share in percent. */
static void divide_cells(struct work *work, const struct observation *top, const struct observation *bottom,
                         bool percent)
{
    struct rational quotient;
    struct str unit = percent ? STR("percent") : top->series->unit;
    if (!rational_divide(work->arena, top->value, bottom->value, &quotient))
        return;
    if (percent)
        quotient = rational_scale(work->arena, quotient, 2);
    struct rational value;
    struct reference *reference;
    if (!unit_value(work, quotient, unit, &value) || !(reference = work_add(work, top)))
        return;
    reference->value = (struct reference_value){.value = value};
    reference->label = arena_printf(work->arena, "%.*s ÷ %.*s", STR_ARG(reference->label),
                                    STR_ARG(series_label(work->arena, bottom->series)));
    REFERENCE_STEP(reference, "%.*s ÷ %.*s%s = %.*s %.*s", STR_ARG(figure_number(work->arena, top->value)),
                   STR_ARG(figure_number(work->arena, bottom->value)), percent ? " × 100" : "",
                   STR_ARG(figure_number(work->arena, value)), STR_ARG(unit));
    reference_input(reference, top);
    reference_input(reference, bottom);
}

/* Every series of `top` by every series of `bottom` that has the same entity and the same days. */
static void reckon_quotient(struct work *work, const struct measure *bottom, bool percent)
{
    const struct frame *frame = work->question->frame;
    const struct tables *tables = work->reckoner->tables;
    for (size_t i = 0; i < tables->count; i++) {
        struct observation top, below;
        if (!series_is_of(work, i, frame->measure, NULL, false) || !series_basis_fits(work, &tables->series[i]) ||
            (tables->series[i].unit.ptr && str_eq(tables->series[i].unit, STR("percent"))) ||
            !work_cell(work, i, frame->entity, when_of(frame), &top))
            continue;
        for (size_t j = 0; j < tables->count; j++) {
            const struct series *series = &tables->series[j];
            if (!series_is_of(work, j, bottom, NULL, false) || !series_basis_fits(work, series) ||
                (percent && !str_eq(series->unit, top.series->unit)) ||
                !work_cell(work, j, frame->entity, (struct when){top.point->first, top.point->last}, &below))
                continue;
            divide_cells(work, &top, &below, percent);
        }
    }
}

static void reckon_levels(struct work *work)
{
    const struct frame *frame = work->question->frame;
    bool growth;
    reckon_direct(work);
    if (work->ret->count == 0 && !work->failed && is_money(work->question->claim->unit))
        reckon_converted(work);
    if (work->ret->count == 0 && !work->failed && frame->per_person && !frame->of)
        reckon_quotient(work, vocabulary_measure(work->reckoner->vocabulary, STR("population"), &growth), false);
    if (work->ret->count == 0 && !work->failed && frame->of && !frame->per_person)
        reckon_quotient(work, frame->of, true);
}

/* Without a time the newest figure counts; a series that ends sooner says nothing of now. */
static void keep_newest(struct references *references)
{
    struct str newest = STR("");
    size_t kept = 0;
    for (size_t i = 0; i < references->count; i++)
        if (str_cmp(references->at[i].main.point->first, newest) > 0)
            newest = references->at[i].main.point->first;
    for (size_t i = 0; i < references->count; i++)
        if (!references->at[i].latest || str_eq(references->at[i].main.point->first, newest))
            references->at[kept++] = references->at[i];
    references->count = kept;
}

bool reckon(const struct reckoner *reckoner, const struct question *question, struct arena *arena,
            struct references *ret, struct err *err)
{
    struct work work = {.reckoner = reckoner, .question = question, .arena = arena, .ret = ret, .err = err};
    ret->count = 0;
    if (!question->quiet)
        ret->why = arena_printf(arena, "no series of %s is loaded", question->frame->measure->name);
    if (question->frame->base_currency.ptr)
        reckon_exchange(&work);
    else if (question->frame->form == FRAME_LEVEL)
        reckon_levels(&work);
    else
        reckon_changes(&work);
    keep_newest(ret);
    return !work.failed;
}
