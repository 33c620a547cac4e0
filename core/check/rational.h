/*
 * Exact rational numbers: what figures are compared and reckoned with, because a share, a rate or a price index has no
 * end in decimal. Nothing overflows and nothing is rounded; rational_print() alone rounds, and says so.
 *
 * A rational is a value: it is never changed, and lives as long as the arena it was made in. `{0}` is zero.
 */
#ifndef CORE_CHECK_RATIONAL_H
#define CORE_CHECK_RATIONAL_H

#include "core/base/decimal.h"
#include "core/base/mem.h"

struct rational {
    const void *limbs; /* GMP's: the numerator's, then the denominator's */
    int top, bottom;   /* how many of each; `top` is negative in a negative number, 0 in zero */
};

struct rational rational_from(struct arena *arena, long top, unsigned long bottom); /* which is not 0 */
struct rational rational_of(struct arena *arena, struct decimal d);
/* Plain decimal notation, as decimal_parse() reads it. */
bool rational_parse(struct arena *arena, struct str text, struct rational *ret);

struct rational rational_add(struct arena *arena, struct rational a, struct rational b);
struct rational rational_subtract(struct arena *arena, struct rational a, struct rational b);
struct rational rational_multiply(struct arena *arena, struct rational a, struct rational b);
bool rational_divide(struct arena *arena, struct rational a, struct rational b, struct rational *ret); /* not by 0 */
struct rational rational_negate(struct rational a);
struct rational rational_magnitude(struct rational a);
struct rational rational_scale(struct arena *arena, struct rational a, int power); /* a × 10^power */

int rational_compare(struct rational a, struct rational b); /* -1, 0 or 1 */
int rational_sign(struct rational a);

/*
 * In plain decimal notation: whole where it ends within the digits that are asked for, else rounded to so many
 * significant ones, half away from zero. *ret_exact, which may be NULL, says which it is.
 */
struct str rational_print(struct arena *arena, struct rational a, int digits, bool *ret_exact);

#endif
