/*
 * What number.c and fraction.c share. Each reader continues the number from number->end (or begins it at token i), moves
 * `end` past what it read, and leaves the number alone where that is not there.
 */
#ifndef CORE_EXTRACT_NUMBER_PARTS_H
#define CORE_EXTRACT_NUMBER_PARTS_H

#include "core/extract/number.h"

/* number.c */
int word_value(const struct tokens *tokens, size_t i); /* the lexicon's value of a word, 0 without one */
bool is_cardinal_word(const struct tokens *tokens, size_t i);
bool is_scale_word(const struct tokens *tokens, size_t i);
bool is_plural_scale_word(const struct tokens *tokens, size_t i); /* "millions" after a number */
bool is_small_integer(const struct tokens *tokens, size_t i, unsigned limit, unsigned *ret);
bool digits_read(struct str text, struct number *number);
bool words_read(const struct tokens *tokens, size_t i, struct number *number);
void scale_read(const struct tokens *tokens, struct number *number);

/* fraction.c */
bool fraction_read_bare(const struct tokens *tokens, size_t i, struct number *number);     /* ½, 3/4 */
void fraction_add_to(const struct tokens *tokens, struct number *number);                  /* 12½, 3 1/2 */
bool fraction_read_quarters(const struct tokens *tokens, size_t i, struct number *number); /* a quarter million */
void fraction_read_and_a_half(const struct tokens *tokens, struct number *number);         /* two and a half */
bool fraction_read_of_group(const struct tokens *tokens, size_t i, struct number *number); /* two-thirds of */
void fraction_read_one_in(const struct tokens *tokens, struct number *number);             /* one in five */

#endif
