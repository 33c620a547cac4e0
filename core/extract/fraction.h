/* Fractions, as numbers and as parts of a group. The readers behave as numeral.h says. */
#ifndef CORE_EXTRACT_FRACTION_H
#define CORE_EXTRACT_FRACTION_H

#include "core/extract/number.h"

bool fraction_read_bare(const struct tokens *tokens, size_t i, struct number *number);     /* ½, 3/4 */
void fraction_add_to(const struct tokens *tokens, struct number *number);                  /* 12½, 3 1/2 */
bool fraction_read_quarters(const struct tokens *tokens, size_t i, struct number *number); /* a quarter million */
void fraction_read_and_a_half(const struct tokens *tokens, struct number *number);         /* two and a half */
bool fraction_read_of_group(const struct tokens *tokens, size_t i, struct number *number); /* two-thirds of */
void fraction_read_one_in(const struct tokens *tokens, struct number *number);             /* one in five */

#endif
