/*
 * What can be told of a word wherever it stands: word->tagging. Most tokens get their part from it, and most questions that
 * the tagger has about a neighbour are a bit of it.
 */
#ifndef CORE_TEXT_TAGGING_H
#define CORE_TEXT_TAGGING_H

#include "core/text/lexicon.h"

enum {
    TAGGING_PART = 15,          /* the part that it has unless a rule says otherwise; PART_NONE: its form tells */
    TAGGING_ASKS = 1 << 4,      /* it has a rule of its own: "that", "left" */
    TAGGING_DESCRIBES = 1 << 5, /* an adverb that is an adjective before a noun: "combined output"; asks too */
    TAGGING_OPENS = 1 << 6,     /* a clause may follow that has its own verb: "than", "said" */
    TAGGING_TO = 1 << 7,        /* a verb after it is no finite one */
    TAGGING_OBJECT = 1 << 8,    /* it follows a verb and hardly a noun: "them", "about" */
    TAGGING_BOUND = 1 << 9,     /* so it does before a figure: "over 5" */
    TAGGING_LEAST = 1 << 10,    /* so it does one word away from a figure: "at least 5" */
    TAGGING_HANGS = 1 << 11,    /* a preposition, and not "of" */
    TAGGING_RELATIVE = 1 << 12, /* "which", "who": it may be the subject of what follows */
};

static const uint32_t function_words = WORD_DETERMINER | WORD_PREPOSITION | WORD_CONJUNCTION | WORD_SUBORDINATOR |
                                       WORD_PRONOUN | WORD_AUXILIARY | WORD_ADVERB | WORD_NEGATION;

/* Fills the `tagging` and the `form` of every word of a new lexicon. */
void tagging_learn(struct lexicon *lexicon);

#endif
