/*
 * Slips: where a figure is none of the references, what else it would be. Each is tried by asking the tables another question
 * and holding the figure against the answer; it is a hint to the reviewer and confirms nothing.
 */
#include "core/check/check_parts.h"

#include "core/extract/calendar.h"

/* Entities that are taken for each other, by code. */
static const char *const confused[][2] = {
    {"KOR", "PRK"}, {"AUT", "AUS"}, {"SVK", "SVN"}, {"NER", "NGA"}, {"COD", "COG"}, {"GIN", "GNB"}, {"GIN", "GNQ"},
    {"IRN", "IRQ"}, {"CHE", "SWE"}, {"LVA", "LTU"}, {"DMA", "DOM"}, {"MLI", "MWI"}, {"ZMB", "GMB"}, {"PRY", "URY"},
    {"IND", "IDN"}, {"MRT", "MUS"}, {"CHN", "HKG"}, {"CHN", "TWN"}, {"SDN", "SSD"}, {"LBR", "LBY"}, {"DZA", "AGO"},
    {"EUU", "EMU"}, {"BRB", "BRA"}, {"JAM", "JPN"}, {"EST", "LVA"}, {"GBR", "IRL"},
};

enum { YEARS_TRIED = 3, DIGITS_SHARP = 20 };

bool slip_add(struct check *check, int reason, struct str text)
{
    if (check->slip_count == SLIPS_MOST)
        return false;
    for (size_t i = 0; i < check->slip_count; i++)
        if (check->slips[i].reason == reason)
            return false;
    check->slips[check->slip_count++] = (struct slip){reason, text};
    return true;
}

/* The figure without its modifier, as written: a bound fits anything beyond it. */
static struct figure plain_figure(struct checking *checking, const struct claim *claim)
{
    struct claim plain = *claim;
    struct figure figure = checking->figure;
    if (plain.relation != RELATION_ABOUT)
        plain.relation = RELATION_EQUAL;
    figure_read(checking->arena, &plain, &checking->checker->settings.widths, &figure);
    return figure;
}

/* A figure so wide that many others would fit it ("$2 billion") says nothing by fitting one. */
static bool is_sharp(struct arena *arena, const struct figure *figure)
{
    struct rational width = rational_subtract(arena, figure->high.at, figure->low.at);
    struct rational times = rational_multiply(arena, width, rational_from(arena, DIGITS_SHARP, 1));
    return rational_compare(times, rational_magnitude(figure->value)) <= 0;
}

/* A question to try: the claim's own, with something changed. */
struct trial {
    struct frame frame;
    struct claim claim;
    int basis;
};

static struct trial trial_of(const struct checking *checking)
{
    return (struct trial){checking->ret->frame, *checking->input->claim, BASIS_NONE};
}

/* Whether the figure fits what the tables answer; the answer, as text. */
static bool fits(struct checking *checking, const struct trial *trial, struct str *ret_value, bool *ret_failed)
{
    struct references references;
    struct figure figure = checking->plain;
    struct question question = {&trial->frame, &trial->claim, checking->input->published, trial->basis, .quiet = true};
    if (!reckon(&checking->checker->reckoner, &question, checking->arena, &references, checking->err)) {
        *ret_failed = true;
        return false;
    }
    for (size_t i = 0; i < references.count; i++) {
        struct reference_value value = references.at[i].value;
        value.value = as_told(&trial->frame, value.value);
        enum outcome outcome = figure_compare(checking->arena, &figure, &value).outcome;
        if (!outcome_confirms(outcome) || outcome == OUTCOME_TRUNCATES || outcome == OUTCOME_ROUND)
            continue;
        *ret_value = arena_printf(
            checking->arena, "%.*s is %.*s in %.*s", STR_ARG(figure_number(checking->arena, value.value)),
            STR_ARG(observation_name(checking->arena, &references.at[i].main)), STR_ARG(references.at[i].label));
        return true;
    }
    return false;
}

static bool try(struct checking *checking, const struct trial *trial, int reason)
{
    struct str text;
    bool failed = false;
    if (fits(checking, trial, &text, &failed))
        slip_add(checking->ret, reason, text);
    return !failed;
}

static int year_of_text(struct str day)
{
    int year = 0;
    for (size_t i = 0; i < 4 && i < day.len; i++)
        year = year * 10 + (day.ptr[i] - '0');
    return year;
}

static bool try_years(struct checking *checking)
{
    const struct finding *first = &checking->ret->findings[0];
    if (!first->main.point || checking->ret->frame.base_currency.ptr)
        return true;
    int year = year_of_text(first->main.point->first);
    for (int apart = 1; apart <= YEARS_TRIED; apart++) {
        for (int side = -1; side <= 1; side += 2) {
            struct trial trial = trial_of(checking);
            struct str days = days_text(days_of_year(year + side * apart), checking->arena);
            trial.frame.first = str_slice(days, 0, 10);
            trial.frame.last = str_slice(days, 11, 21);
            if (trial.frame.from_year > 0)
                return true;
            if (!try(checking, &trial, REASON_WRONG_YEAR))
                return false;
        }
    }
    return true;
}

static bool try_entity(struct checking *checking, const struct entity *entity)
{
    struct trial trial = trial_of(checking);
    if (!entity || entity == checking->ret->frame.entity)
        return true;
    trial.frame.entity = entity;
    return try(checking, &trial, REASON_WRONG_ENTITY);
}

/* Those that are taken for it, and those that the sentence names besides. */
static bool try_entities(struct checking *checking)
{
    const struct entity *own = checking->ret->frame.entity;
    const struct entities *entities = checking->checker->entities;
    struct entity_mention mention = {0};
    if (!own)
        return true;
    for (size_t i = 0; i < sizeof(confused) / sizeof(confused[0]); i++)
        for (int side = 0; side < 2; side++)
            if (str_eq(str_from(confused[i][side]), str_from(own->code)) &&
                !try_entity(checking, entity_of_code(entities, str_from(confused[i][1 - side]))))
                return false;
    while (entity_next(entities, checking->input->claim->sentence, mention.end, &mention))
        if (mention.match.count == 1 && !try_entity(checking, mention.match.entity[0]))
            return false;
    return true;
}

/* A thousand or a million times too much or too little. */
static void try_scales(struct checking *checking)
{
    static const int powers[] = {3, -3, 6, -6};
    struct figure figure = checking->plain;
    struct arena *arena = checking->arena;
    for (size_t i = 0; i < checking->ret->count; i++) {
        const struct finding *finding = &checking->ret->findings[i];
        struct rational value = rational_subtract(arena, figure.value, finding->comparison.off);
        if (finding->trend || finding->outcome != OUTCOME_OUTSIDE || figure.ranged)
            continue;
        for (size_t p = 0; p < sizeof(powers) / sizeof(powers[0]); p++) {
            struct reference_value scaled = {.value = rational_scale(arena, value, powers[p])};
            if (outcome_confirms(figure_compare(arena, &figure, &scaled).outcome))
                slip_add(checking->ret, REASON_SCALE,
                         arena_printf(arena, "it is %.*s, %s", STR_ARG(figure_number(arena, value)),
                                      powers[p] > 3    ? "a million times less"
                                      : powers[p] > 0  ? "a thousand times less"
                                      : powers[p] < -3 ? "a million times more"
                                                       : "a thousand times more"));
        }
    }
}

static bool try_sign(struct checking *checking)
{
    struct trial trial = trial_of(checking);
    if (trial.frame.form != FRAME_CHANGE && !(trial.frame.measure->flags & MEASURE_CHANGE))
        return true;
    trial.frame.down = !trial.frame.down;
    return try(checking, &trial, REASON_SIGN);
}

/* Percent and points, levels and changes. */
static bool try_forms(struct checking *checking)
{
    struct trial trial = trial_of(checking);
    struct str unit = trial.claim.unit;
    bool change = trial.frame.form == FRAME_CHANGE, percent = str_eq(unit, STR("percent"));
    if (change && (percent || str_eq(unit, STR("percentage point")))) {
        trial.claim.unit = percent ? STR("percentage point") : STR("percent");
        trial.claim.kind = KIND_PERCENT;
        if (!try(checking, &trial, percent ? REASON_PERCENT_FOR_POINTS : REASON_POINTS_FOR_PERCENT))
            return false;
    }
    trial = trial_of(checking);
    if (change && !trial.frame.growth) {
        trial.frame.form = FRAME_LEVEL;
        trial.frame.down = false;
        return try(checking, &trial, REASON_LEVEL_FOR_CHANGE);
    }
    if (trial.frame.form == FRAME_LEVEL && !trial.frame.base_currency.ptr) {
        trial.frame.form = FRAME_CHANGE;
        return try(checking, &trial, REASON_CHANGE_FOR_LEVEL);
    }
    return true;
}

static bool try_basis(struct checking *checking)
{
    struct trial trial = trial_of(checking);
    bool real = trial.frame.basis == BASIS_REAL;
    if (trial.frame.base_currency.ptr || (trial.frame.form == FRAME_CHANGE && trial.frame.basis == BASIS_NONE))
        return true;
    trial.frame.basis = trial.basis = real ? BASIS_NOMINAL : BASIS_REAL;
    return try(checking, &trial, real ? REASON_NOMINAL_FOR_REAL : REASON_REAL_FOR_NOMINAL);
}

static const struct measure *measure_of_name(const struct checker *checker, const char *name)
{
    bool growth;
    return name ? vocabulary_measure(checker->vocabulary, str_from(name), &growth) : NULL;
}

static bool try_parts(struct checking *checking)
{
    struct trial trial = trial_of(checking);
    const struct measure *own = trial.frame.measure, *whole = measure_of_name(checking->checker, own->part_of);
    if (trial.frame.base_currency.ptr)
        return true;
    if (whole) {
        trial.frame.measure = whole;
        if (!try(checking, &trial, REASON_WHOLE_FOR_PART))
            return false;
    }
    for (const struct measure *part = measure_table; part->name; part++) {
        if (!part->part_of || !str_eq(str_from(part->part_of), str_from(own->name)))
            continue;
        trial.frame.measure = part;
        if (!try(checking, &trial, REASON_PART_FOR_WHOLE))
            return false;
    }
    return true;
}

static bool try_currency(struct checking *checking)
{
    static const char *const tried[] = {"USD", "EUR", "GBP"};
    for (size_t i = 0; i < sizeof(tried) / sizeof(tried[0]); i++) {
        struct trial trial = trial_of(checking);
        if (trial.claim.kind != KIND_MONEY || trial.frame.base_currency.ptr ||
            str_eq(trial.claim.unit, str_from(tried[i])))
            continue;
        trial.claim.unit = str_from(tried[i]);
        if (!try(checking, &trial, REASON_WRONG_CURRENCY))
            return false;
    }
    return true;
}

static bool any_outside(const struct check *check)
{
    for (size_t i = 0; i < check->count; i++)
        if (!check->findings[i].trend && check->findings[i].outcome == OUTCOME_OUTSIDE)
            return true;
    return false;
}

bool slips_find(struct checking *checking)
{
    const struct frame *frame = &checking->ret->frame;
    if (!any_outside(checking->ret))
        return true;
    checking->plain = plain_figure(checking, checking->input->claim);
    try_scales(checking);
    if (frame->problem.ptr || !frame->measure || frame->form == FRAME_PAIR || frame->form == FRAME_MULTIPLE)
        return true;
    if (!try_forms(checking) || !try_sign(checking) || !try_basis(checking))
        return false;
    int relation = checking->figure.relation; /* what a bound is the figure of, nobody can tell */
    if (!is_sharp(checking->arena, &checking->plain) || (relation != RELATION_EQUAL && relation != RELATION_ABOUT))
        return true;
    return try_years(checking) && try_parts(checking) && try_currency(checking) && try_entities(checking);
}
