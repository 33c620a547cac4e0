/*
 * Which forms of a verb a word may be, told from what the lexicon knows of it, and of the lemma that its ending hangs on:
 * "plan", "plan[s]", "plan[ned]", "carr[ying]".
 */
#ifndef CORE_TEXT_VERB_FORM_H
#define CORE_TEXT_VERB_FORM_H

#include "core/text/token.h"

enum { FORM_BASE = 1, FORM_S = 2, FORM_PAST = 4, FORM_ING = 8 };
struct form {
    int rank;  /* how likely it is a verb at all: of TAG_RANK, and 0 where it is no form of one */
    int forms; /* a word may be several: "cut", "found" */
};

/* word->form: the rank, above it the forms that it has as it stands, and whether it ends like others. */
enum { WORD_FORMS_SHIFT = 3, WORD_FORM_ENDS = 128 };
uint8_t verb_form_learn(const struct word *word);

/* The form of a token that may have a regular ending. */
struct form verb_form_of_ending(const struct tokens *tokens, const struct lexicon *lexicon, const struct token *token);

/* "-s", "-ed", "-ing". */
static inline bool ends_like_verb(char last)
{
    return last == 's' || last == 'd' || last == 'g';
}

static inline struct form verb_form_known(const struct word *word)
{
    const int known = word ? word->form & ~WORD_FORM_ENDS : 0;
    return (struct form){known & TAG_RANK, known >> WORD_FORMS_SHIFT};
}

static inline struct form verb_form(const struct tokens *tokens, const struct lexicon *lexicon,
                                    const struct token *token)
{
    if (token->word ? token->word->form & WORD_FORM_ENDS : ends_like_verb(tokens->text.ptr[token->end - 1]))
        return verb_form_of_ending(tokens, lexicon, token);
    return verb_form_known(token->word);
}

#endif
