/*
 * Comparing: does a reference lie in what a figure asserts, and if not, by how much is the figure off?
 */
#ifndef CORE_CHECK_COMPARE_H
#define CORE_CHECK_COMPARE_H

#include "core/check/figure.h"

enum outcome {
    OUTCOME_EXACT,     /* the reference is the figure */
    OUTCOME_ROUNDS,    /* the reference, rounded as the figure is, is the figure */
    OUTCOME_TRUNCATES, /* it is, where its further digits are cut off */
    OUTCOME_ROUND,     /* it is within the width of a round figure */
    OUTCOME_HOLDS,     /* it satisfies the modifier: more than, about, nearly, a range, a figure in words */
    OUTCOME_COARSE,    /* the reference is written with fewer digits: what it stands for may be the figure, or not */
    OUTCOME_OUTSIDE,
    OUTCOME_END,
};

extern const struct names outcomes;

static inline bool outcome_confirms(enum outcome outcome)
{
    return outcome <= OUTCOME_HOLDS;
}

/* What a figure is compared with, in the figure's unit. */
struct reference_value {
    struct rational value;
    struct rational step; /* of its last written digit; 0 where it is taken as exact */
};

struct comparison {
    enum outcome outcome;
    /* The figure less the reference, of a range or an inequality from the end that the reference passes; 0 where it holds. */
    struct rational off;
    struct rational percent; /* of the reference; 0 where that is 0 */
    struct rational units;   /* of the figure's last digit; 0 where it has none */
};

struct comparison figure_compare(struct arena *arena, const struct figure *figure,
                                 const struct reference_value *reference);

#endif
