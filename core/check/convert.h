/*
 * Units of one kind turned into each other, exactly: by the definitions of the SI brochure (9th edition), NIST SP 811
 * (2008) and the international yard and pound agreement (1959). Money and percentages are no units in this sense: what
 * they are worth depends on a place and a time.
 *
 * A unit whose name stands for several sizes (a ton, a gallon, a pint) is turned into no other: a text that says "ton" does
 * not say which.
 */
#ifndef CORE_CHECK_CONVERT_H
#define CORE_CHECK_CONVERT_H

#include "core/check/rational.h"

/* One unit is times ÷ by base units, after `plus` was added (temperatures). */
struct conversion {
    const char *unit;  /* canonical name, as in core/extract/unit_table.c */
    const char *base;  /* what all units of the kind are told in */
    const char *times; /* NULL for a name of several sizes */
    const char *by;    /* NULL for 1 */
    const char *plus;  /* NULL for 0 */
};

extern const struct conversion conversion_table[]; /* a unit that is NULL ends it */

enum convert_result { CONVERT_DONE, CONVERT_SAME, CONVERT_AMBIGUOUS, CONVERT_IMPOSSIBLE };

/* `value` of unit `from` in unit `to`; *ret is filled in where it is done, or both are the same. */
enum convert_result conversion_apply(struct arena *arena, struct rational value, struct str from, struct str to,
                                     struct rational *ret);

#endif
