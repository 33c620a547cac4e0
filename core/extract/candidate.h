/*
 * Where figures may be: a look at the bytes of a text, many at a time, before anything is cut into sentences or tokens.
 *
 * Most sentences hold none, and nothing more needs to be known of them. The look is coarse: where it says that there is
 * none, there is none; where it says that there may be one, figure_may_be() asks again, of tokens.
 */
#ifndef CORE_EXTRACT_CANDIDATE_H
#define CORE_EXTRACT_CANDIDATE_H

#include "core/text/token.h"

/* The words that a figure could begin with: those of these classes, these two, and those of multiple_words.def. */
#define FIGURE_CLASSES                                                                                                 \
    (WORD_CARDINAL | WORD_SCALE | WORD_VAGUE | WORD_FRACTION | WORD_ORDINAL | WORD_MULTIPLE | WORD_MONTH)
#define FIGURE_WORDS "dozen tens "

struct candidates;

struct candidates *candidates_new(void);
void candidates_free(struct candidates *candidates);

/*
 * The first place at or after `from` where something stands that a figure could begin with: a digit, a sign, a number word;
 * the text's length where there is none. `from` stands at no inner letter of a word.
 */
size_t candidate_next(const struct candidates *candidates, struct str text, size_t from);

/* Whether a sentence has a token that a figure could begin with; no more needs to be known of most. */
bool figure_may_be(const struct tokens *tokens);

#endif
