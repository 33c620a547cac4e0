/*
 * Exact decimal numbers: sign, up to 38 digits, and a power of ten. A figure never passes through a double.
 *
 * The value is coefficient × 10^exponent. Operations that could lose a digit say so by returning false and leave
 * their output alone; nothing is rounded silently, except by decimal_divide(), which says to how many digits.
 */
#ifndef CORE_BASE_DECIMAL_H
#define CORE_BASE_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/mem.h"
#include "core/base/str.h"

__extension__ typedef unsigned __int128 decimal_digits; /* GCC and Clang; ISO C17 has no 128-bit type */

struct decimal {
    decimal_digits coefficient;
    int exponent;
    bool negative;
};

static inline struct decimal decimal_from(uint64_t value)
{
    return (struct decimal){.coefficient = value};
}

/* Reads plain notation: an optional sign, digits, an optional point with digits ("-12.50"). Nothing else may follow. */
bool decimal_parse(struct str text, struct decimal *ret);

/* Plain notation, no exponent, no digits beyond those that matter: "180000000000", "-0.25", "4.2". */
struct str decimal_print(struct arena *arena, struct decimal d);

/* d × 10^power */
static inline struct decimal decimal_scale(struct decimal d, int power)
{
    d.exponent += power;
    return d;
}
bool decimal_add(struct decimal a, struct decimal b, struct decimal *ret);
bool decimal_multiply(struct decimal a, struct decimal b, struct decimal *ret);
bool decimal_divide(struct decimal a, struct decimal b, int digits,
                    struct decimal *ret);                /* digits significant ones, half up */
int decimal_compare(struct decimal a, struct decimal b); /* -1, 0 or 1; exact */
static inline bool decimal_is_zero(struct decimal d)
{
    return d.coefficient == 0;
}

#endif
