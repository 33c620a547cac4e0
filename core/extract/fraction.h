/* Fractions, as numbers and as parts of a group. The readers behave as numeral.h says. */
#ifndef CORE_EXTRACT_FRACTION_H
#define CORE_EXTRACT_FRACTION_H

#include "core/extract/number.h"

bool fraction_read_bare(const struct tokens *tokens, size_t i, struct number *number); /* ½, 3/4 */
void fraction_add_to(const struct tokens *tokens, struct number *number);              /* 12½, 3 1/2 */
void fraction_read_one_in(const struct tokens *tokens, struct number *number);         /* one in five */
void fraction_read_over(const struct tokens *tokens, struct number *number);           /* one over three */

/* In words, fraction_words.c. */
/* a quarter million, two hundred and three tenths, two-thirds of */
bool fraction_read_words(const struct tokens *tokens, size_t i, struct number *number);
void fraction_read_and_a_half(const struct tokens *tokens, struct number *number); /* two and a half */

/* Adds top/bottom to the number; makes it top/bottom. They leave it alone where no decimal can hold that. */
void number_add_fraction(struct number *number, struct decimal top, struct decimal bottom);
bool number_set_fraction(struct number *number, struct decimal top, struct decimal bottom, size_t end);

#endif
