/* Comparing a figure's interval with a reference. */
#include "core/check/compare.h"

static const char *const outcome_names[OUTCOME_END] = {
    [OUTCOME_EXACT] = "exact",        [OUTCOME_ROUNDS] = "rounds to it", [OUTCOME_TRUNCATES] = "truncates to it",
    [OUTCOME_ROUND] = "round figure", [OUTCOME_HOLDS] = "holds",         [OUTCOME_COARSE] = "too coarse to tell",
    [OUTCOME_OUTSIDE] = "outside",
};
const struct names outcomes = {"outcome", outcome_names, OUTCOME_END};

static bool above(const struct bound *low, struct rational value)
{
    int order = rational_compare(value, low->at);
    return !low->there || order > 0 || (order == 0 && !low->open);
}

static bool below(const struct bound *high, struct rational value)
{
    int order = rational_compare(value, high->at);
    return !high->there || order < 0 || (order == 0 && !high->open);
}

static bool within(const struct bound *low, const struct bound *high, struct rational value)
{
    return above(low, value) && below(high, value);
}

/* 4.29 cut to one digit is 4.2; -4.29 is -4.2. */
static bool truncates(struct arena *arena, const struct figure *figure, struct rational reference)
{
    int sign = rational_sign(figure->value) < 0 ? -1 : 1;
    struct rational step = sign < 0 ? rational_negate(figure->step) : figure->step;
    struct rational end = rational_add(arena, figure->value, step);
    return rational_compare(reference, figure->value) * sign >= 0 && rational_compare(reference, end) * sign < 0;
}

/* Whether a figure is a plain one, which has digits that rounding makes. */
static bool is_plain(const struct figure *figure)
{
    return figure->relation == RELATION_EQUAL && !figure->ranged && !figure->worded;
}

/* A reference of fewer digits stands for an interval itself, part of which is in the figure's. */
static bool may_be(struct arena *arena, const struct figure *figure, const struct reference_value *reference)
{
    struct rational width = rational_multiply(arena, reference->step, rational_from(arena, 1, 2));
    struct rational own = figure->step;
    if (figure->low.there && figure->high.there)
        own = rational_subtract(arena, figure->high.at, figure->low.at);
    return rational_compare(reference->step, own) > 0 &&
           above(&figure->low, rational_add(arena, reference->value, width)) &&
           below(&figure->high, rational_subtract(arena, reference->value, width));
}

static enum outcome outcome_of(struct arena *arena, const struct figure *figure,
                               const struct reference_value *reference)
{
    struct rational value = reference->value;
    if (is_plain(figure) && rational_compare(figure->value, value) == 0)
        return OUTCOME_EXACT;
    if (within(&figure->low, &figure->high, value))
        return is_plain(figure) ? OUTCOME_ROUNDS : OUTCOME_HOLDS;
    if (is_plain(figure) && truncates(arena, figure, value))
        return OUTCOME_TRUNCATES;
    if (figure->round_low.there && within(&figure->round_low, &figure->round_high, value))
        return OUTCOME_ROUND;
    return may_be(arena, figure, reference) ? OUTCOME_COARSE : OUTCOME_OUTSIDE;
}

/* The end that the reference has passed, which is how far the figure is off at the least. */
static struct rational passed(const struct figure *figure, struct rational reference)
{
    return rational_compare(reference, figure->value) < 0 ? figure->value : figure->upper;
}

struct comparison figure_compare(struct arena *arena, const struct figure *figure,
                                 const struct reference_value *reference)
{
    struct comparison result = {.outcome = outcome_of(arena, figure, reference)};
    if (outcome_confirms(result.outcome))
        return result;
    result.off = rational_subtract(arena, passed(figure, reference->value), reference->value);
    if (rational_divide(arena, result.off, rational_magnitude(reference->value), &result.percent))
        result.percent = rational_scale(arena, result.percent, 2);
    if (!rational_divide(arena, result.off, figure->step, &result.units))
        result.units = (struct rational){0};
    return result;
}
