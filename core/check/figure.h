/*
 * A figure as an interval: what the words of a text assert, and so what a reference is compared with.
 *
 * A figure stands for every number that would be written so: "4.2" for 4.15 to 4.25, half a unit of its last written digit
 * either side ("$2 billion": 1.5 to 2.5). A modifier makes it an inequality ("more than 4": above 4). Where the text leaves
 * the width open ("about 3", "nearly 4", "doubled"), or a figure has zeros at its end that may be rounding ("1,500"), it
 * has the width of `struct widths`, which its user sets and every result states.
 */
#ifndef CORE_CHECK_FIGURE_H
#define CORE_CHECK_FIGURE_H

#include <stdbool.h>

#include "core/check/rational.h"
#include "core/record/claim.h"

/* In percent of the figure. */
struct widths {
    struct decimal about;  /* "about 3", either side; never less than half a unit of the last digit */
    struct decimal nearly; /* "nearly 4" below it, "just over 4" above it */
    struct decimal worded; /* "doubled", "a third", either side: words have no last digit */
    struct decimal round;  /* "1,500", either side, and at most half a unit of the last digit that is no zero */
};

/* 5, 10, 5 and 2.5 percent. */
extern const struct widths widths_usual;

struct bound {
    struct rational at;
    bool there, open; /* open: the bound itself is outside */
};

struct figure {
    struct rational value, upper; /* of a range, its ends in ascending order; else the same */
    bool ranged, worded;
    int relation;         /* enum claim_relation */
    struct rational step; /* of the last written digit; 0 where the figure is in words */
    struct bound low, high;
    /* What a round figure may stand for; `there` is false where it has fewer than two zeros at its end. */
    struct bound round_low, round_high;
    const char *reason; /* why it is so wide, for people: "half a unit of its last digit" */
};

/*
 * The interval of a claim's figure in its own unit, without regard to direction. False where it has no number that can be
 * compared (dates, ranks, scores).
 */
bool figure_read(struct arena *arena, const struct claim *claim, const struct widths *widths, struct figure *ret);

/* "4.15 to 4.25", "more than 4", "3.6 up to but not 4": an interval for people, in plain decimals. */
struct str figure_print(struct arena *arena, const struct figure *figure);

/* A decimal for people, thousands set apart: exact where it ends within 24 digits, else "≈" and 8 significant ones. */
struct str figure_number(struct arena *arena, struct rational number);

#endif
