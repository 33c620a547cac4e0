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

/* The form of a token whose last letter is that of a regular ending. */
struct form verb_form_of_ending(const struct lexicon *lexicon, const struct token *token, struct str text);

/* "-s", "-ed", "-ing". */
static inline bool ends_like_verb(char last)
{
    return last == 's' || last == 'd' || last == 'g';
}

/* Without its ending; `word` may be NULL. */
static inline struct form verb_form_of_word(const struct word *word)
{
    int tag = word ? word->tag : 0, rank = tag & TAG_RANK;
    struct form form = {rank, rank > 0 ? FORM_BASE : 0};
    if (tag & TAG_PAST)
        form = (struct form){TAG_VERB_ONLY, form.forms | FORM_PAST};
    if ((tag & TAG_INVARIANT) && form.rank > 0)
        form.forms |= FORM_PAST;
    return form;
}

static inline struct form verb_form(const struct tokens *tokens, const struct lexicon *lexicon,
                                    const struct token *token)
{
    if (ends_like_verb(tokens->text.ptr[token->end - 1]))
        return verb_form_of_ending(lexicon, token, str_slice(tokens->text, token->start, token->end));
    return verb_form_of_word(token->word);
}

#endif
