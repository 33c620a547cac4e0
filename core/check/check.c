/* A check from the claim to its result: frame, references, comparison, slips, rating. */
#include "core/check/check.h"

#include <stdlib.h>

#include "core/check/check_parts.h"

/* Which measure each series is of, worked out once. */
static void map_series(struct checker *checker, const struct tables *tables)
{
    struct reckoner *reckoner = &checker->reckoner;
    reckoner->measure = mem_alloc((tables->count + 1) * sizeof(struct measure *));
    reckoner->of = mem_alloc((tables->count + 1) * sizeof(struct measure *));
    reckoner->growth = mem_alloc(tables->count + 1);
    for (size_t i = 0; i < tables->count; i++) {
        const struct series *series = &tables->series[i];
        bool growth;
        reckoner->measure[i] = vocabulary_measure(checker->vocabulary, series->measure, &reckoner->growth[i]);
        if (series->of.ptr)
            reckoner->of[i] = vocabulary_measure(checker->vocabulary, series->of, &growth);
    }
}

static bool find_given(struct checker *checker, const struct check_settings *settings, struct frame_given *ret,
                       struct err *err)
{
    struct str name = settings->entity;
    if (settings->only)
        ret->measure = checker->reckoner.measure[settings->only - checker->reckoner.tables->series];
    if (!name.ptr)
        return true;
    struct entity_match match = entity_find(checker->entities, name);
    if (match.count == 0)
        return err_set(err, ERR_USAGE,
                       "'%.*s' is no country or group that is known; give its name or its ISO 3166 code",
                       STR_ARG(name));
    if (match.count > 1)
        return err_set(err, ERR_USAGE, "'%.*s' may be %s or %s; give the code: %s or %s", STR_ARG(name),
                       match.entity[0]->name, match.entity[1]->name, match.entity[0]->code, match.entity[1]->code);
    ret->entity = match.entity[0];
    return true;
}

struct checker *checker_new(const struct tables *tables, const struct check_settings *settings, struct err *err)
{
    struct checker *checker = mem_alloc(sizeof(*checker));
    struct str *names = mem_alloc((tables->count + 1) * sizeof(*names));
    struct frame_given given = {0};
    for (size_t i = 0; i < tables->count; i++)
        names[i] = tables->series[i].measure;
    checker->settings = *settings;
    checker->vocabulary = vocabulary_new(names, tables->count);
    checker->entities = entities_new();
    checker->reckoner = (struct reckoner){
        .tables = tables, .entities = checker->entities, .vocabulary = checker->vocabulary, .only = settings->only};
    map_series(checker, tables);
    free(names);
    if (!find_given(checker, settings, &given, err)) {
        checker_free(checker);
        return NULL;
    }
    checker->framer = framer_new(checker->vocabulary, checker->entities, given);
    return checker;
}

void checker_free(struct checker *checker)
{
    if (!checker)
        return;
    framer_free(checker->framer);
    entities_free(checker->entities);
    vocabulary_free(checker->vocabulary);
    free(checker->reckoner.measure);
    free(checker->reckoner.of);
    free(checker->reckoner.growth);
    free(checker);
}

static bool hold_against(struct checking *checking, const struct frame *frame, const struct figure *figure)
{
    struct references references;
    struct question question = {frame, checking->input->claim, checking->input->published, BASIS_NONE};
    if (!reckon(&checking->checker->reckoner, &question, checking->arena, &references, checking->err))
        return false;
    if (references.count == 0 && !checking->ret->why.ptr)
        checking->ret->why = references.why;
    for (size_t i = 0; i < references.count; i++)
        finding_of_reference(checking, figure, checking->input->claim, &references.at[i]);
    return true;
}

/* "From 29 percent in 2021 to 96 percent": each end is a figure of its own, and both must hold. */
static bool hold_pair(struct checking *checking)
{
    const struct claim *claim = checking->input->claim;
    struct frame frame = checking->ret->frame;
    struct claim ends[2] = {*claim, *claim};
    struct str first = frame.first, last = frame.last;
    frame.form = FRAME_LEVEL;
    checking->ret->pair = true;
    if (!first.ptr) {
        checking->ret->why = STR("it does not say when");
        return true;
    }
    ends[0].upper = ends[1].upper = STR_NULL;
    ends[1].value = claim->upper;
    for (int i = 0; i < 2; i++) {
        struct figure figure;
        int from = frame.from_year;
        if (!figure_read(checking->arena, &ends[i], &checking->checker->settings.widths, &figure))
            return true;
        if (i == 0 && from == 0)
            continue;
        frame.first = i == 0 ? arena_printf(checking->arena, "%04d-01-01", from) : first;
        frame.last = i == 0 ? arena_printf(checking->arena, "%04d-12-31", from) : last;
        size_t before = checking->ret->count;
        if (!hold_against(checking, &frame, &figure))
            return false;
        if (checking->ret->count == before) { /* half of it is not enough to say that it holds */
            checking->ret->count = 0;
            return true;
        }
    }
    return true;
}

/* The one measure of spending that is loaded in percent of something; NULL where there are none, or several. */
static const struct measure *only_spending(const struct reckoner *reckoner, const struct measure **ret_of)
{
    const struct measure *only = NULL;
    for (size_t i = 0; i < reckoner->tables->count; i++) {
        const struct measure *measure = reckoner->measure[i];
        if (!measure || !measure->spent || !reckoner->of[i] || measure == only)
            continue;
        if (only)
            return NULL;
        only = measure;
        *ret_of = reckoner->of[i];
    }
    return only;
}

/*
 * "Poland spends more than 4 percent": on what, nobody says, so nothing is compared; but what it would be held against is
 * named, for the reviewer to say so.
 */
static bool hint_at_spending(struct checking *checking)
{
    const struct checker *checker = checking->checker;
    struct frame assumed = {.sentence = checking->input->claim->sentence_start, .form = FRAME_LEVEL}, frame;
    struct references references;
    assumed.measure = only_spending(&checker->reckoner, &assumed.of);
    if (!checking->ret->frame.spending || !assumed.measure)
        return true;
    frame_read(checker->framer, checking->input->claim, &assumed, checking->arena, &frame);
    if (frame.problem.ptr)
        return true;
    struct question question = {&frame, checking->input->claim, checking->input->published, BASIS_NONE, false};
    if (!reckon(&checker->reckoner, &question, checking->arena, &references, checking->err))
        return false;
    if (references.count > 0 && references.at[0].main.point)
        checking->ret->why = arena_printf(
            checking->arena,
            "%.*s; on %s, the only spending loaded, it is %.*s (%.*s): if that is meant, say --series %lld",
            STR_ARG(checking->ret->why), assumed.measure->name,
            STR_ARG(observation_value(checking->arena, &references.at[0].main)),
            STR_ARG(observation_origin(checking->arena, &references.at[0].main)),
            (long long)references.at[0].main.series->number);
    return true;
}

static bool hold_against_series(struct checking *checking)
{
    const struct frame *frame = &checking->ret->frame;
    if (frame->problem.ptr) {
        checking->ret->why = frame->problem;
        return hint_at_spending(checking);
    }
    if (frame->form == FRAME_PAIR)
        return hold_pair(checking);
    return hold_against(checking, frame, &checking->figure) && trend_check(checking);
}

static void describe_figure(struct checking *checking)
{
    checking->ret->interval =
        arena_printf(checking->arena, "%.*s (%s)", STR_ARG(figure_print(checking->arena, &checking->figure)),
                     checking->figure.reason);
}

void check_frame(const struct checker *checker, const struct claim *claim, const struct frame *before,
                 struct arena *arena, struct frame *ret)
{
    frame_read(checker->framer, claim, before, arena, ret);
}

bool check_claim(const struct checker *checker, const struct check_input *input, struct arena *arena, struct check *ret,
                 struct err *err)
{
    struct checking checking = {.checker = checker, .input = input, .arena = arena, .ret = ret, .err = err};
    *ret = (struct check){.status = CHECK_CANNOT, .rating = -1};
    if (!figure_read(arena, input->claim, &checker->settings.widths, &checking.figure)) {
        ret->why = STR("it has no figure to compare");
        ret->frame.problem = ret->why;
        return true;
    }
    describe_figure(&checking);
    frame_read(checker->framer, input->claim, input->before, arena, &ret->frame);
    if (!hold_against_series(&checking))
        return false;
    findings_of_citations(&checking);
    if (!slips_find(&checking))
        return false;
    check_conclude(&checking);
    return true;
}
