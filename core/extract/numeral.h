/*
 * Numerals, in digits and in words: what numbers (number.c) and fractions (fraction.c) are made of. Each reader begins
 * at token i, or goes on from number->end, moves `end` past what it read, and leaves the number alone where it is not there.
 */
#ifndef CORE_EXTRACT_NUMERAL_H
#define CORE_EXTRACT_NUMERAL_H

#include "core/extract/number.h"

int word_value(const struct tokens *tokens, size_t i); /* the lexicon's value of a word, 0 without one */
bool is_cardinal_word(const struct tokens *tokens, size_t i);
bool is_tens_word(const struct tokens *tokens, size_t i); /* "twenty" to "ninety" */
bool is_scale_word(const struct tokens *tokens, size_t i);
bool is_plural_scale_word(const struct tokens *tokens, size_t i); /* "millions" after a number */
bool is_small_integer(const struct tokens *tokens, size_t i, unsigned limit, unsigned *ret);

/* Past a hyphen at i that stands between two words, glued to both or to neither; i where there is none. */
size_t past_hyphen(const struct tokens *tokens, size_t i);

/* What may stand glued to digits for a scale, in some case or other: scale_read(). */
#define SCALE_SUFFIXES "k m bn mn mln mil tn trn bln"

bool digits_read(struct str text, struct number *number);
bool words_read(const struct tokens *tokens, size_t i, struct number *number); /* "two hundred and fifty thousand" */
/* The same, of the words before token `stop` only. */
bool words_read_until(const struct tokens *tokens, size_t i, size_t stop, struct number *number);
void scale_read(const struct tokens *tokens, struct number *number); /* "million", "bn", "k" */
bool power_read(const struct tokens *tokens, struct number *number); /* "×10−8", "^23" */

#endif
