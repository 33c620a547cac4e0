/*
 * Numbers: what a run of tokens is worth, before anybody asks of what.
 *
 *   digits     1,200   3.5   1.234.567,89   12½   3 1/2   .5
 *   with scale 2.4bn   35 million   5 lakh   25k (a glued "m" is left to the unit: it may be a metre)
 *   words      twenty-five   two hundred and fifty thousand   a dozen   half a million   two and a half
 *   fractions  two-thirds   a quarter   half   one in five   3 out of 10
 *   vague      dozens of   hundreds of thousands of   (a range: the next power of ten is the other end)
 */
#ifndef CORE_EXTRACT_NUMBER_H
#define CORE_EXTRACT_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/decimal.h"
#include "core/text/token.h"

struct number {
    size_t first, end; /* tokens, half open */
    struct decimal value, upper;
    bool ranged;    /* vague: value to upper */
    bool precise;   /* `place` means something */
    int place;      /* the last digit written stands for 10^place */
    bool in_digits; /* begins with digits, not with a word */
    bool scaled;    /* has a scale word or suffix */
    int scale;      /* its power of ten; 0 without one */
    bool fraction;  /* of something: two-thirds, one in five */
    bool grouped;   /* thousands are parted: a year never is */
    bool article;   /* "a dozen", "a hundred", "half a million": the article is the number */
};

/*
 * The number that begins at token i. Digits that are an identifier rather than a number ("1.2.3", more digits than
 * LIMIT_NUMBER_DIGITS) are none.
 */
bool number_read(const struct tokens *tokens, size_t i, struct number *ret);

/* Whether a number could begin at token i: a cheap look that number_read() confirms. */
bool number_may_begin(const struct tokens *tokens, size_t i);

/* Multiplies by a power of ten that was found out later ("$5m", "$3 to $4 billion"). */
void number_scale(struct number *number, int power);

#endif
