/*
 * Numerals, in digits and in words: what numbers (number.c) and fractions (fraction.c) are made of. Each reader begins
 * at token i, or goes on from number->end, moves `end` past what it read, and leaves the number alone where it is not there.
 */
#ifndef CORE_EXTRACT_NUMERAL_H
#define CORE_EXTRACT_NUMERAL_H

#include "core/extract/number.h"

int word_value(const struct tokens *tokens, size_t i); /* the lexicon's value of a word, 0 without one */
bool is_cardinal_word(const struct tokens *tokens, size_t i);
bool is_scale_word(const struct tokens *tokens, size_t i);
bool is_plural_scale_word(const struct tokens *tokens, size_t i); /* "millions" after a number */
bool is_small_integer(const struct tokens *tokens, size_t i, unsigned limit, unsigned *ret);

bool digits_read(struct str text, struct number *number);
bool words_read(const struct tokens *tokens, size_t i, struct number *number); /* "two hundred and fifty thousand" */
void scale_read(const struct tokens *tokens, struct number *number);           /* "million", "bn", "k" */
void power_read(const struct tokens *tokens, struct number *number);           /* "×10−8" */

#endif
