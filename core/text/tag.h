/*
 * Parts of speech: what each token of a sentence is, told from the word, its ending and its neighbours, from left to
 * right and once. A tagger of rules, after Brill's (1992) in its means: a word's most likely part comes from a lexicon
 * (how often it is a verb, in tag_words.c), and what stands beside it may change that. What a word tells wherever it stands
 * is worked out when the lexicon is made (tagging.h), what its ending tells when a rule asks for it (verb_form.h).
 */
#ifndef CORE_TEXT_TAG_H
#define CORE_TEXT_TAG_H

#include "core/text/token.h"

enum part {
    PART_NONE, /* punctuation, symbols, addresses */
    PART_NOUN, /* nouns, names, and whatever is not known to be something else */
    PART_NUMBER,
    PART_ADJECTIVE,
    PART_DETERMINER, /* with the possessives: the, some, their */
    PART_POSSESSIVE, /* 's */
    PART_PRONOUN,
    PART_PREPOSITION,
    PART_CONJUNCTION,
    PART_SUBORDINATOR, /* that, which, while, if */
    PART_ADVERB,
    PART_AUXILIARY,
    PART_VERB,       /* it carries a clause: finite, infinitive, or a participle after an auxiliary */
    PART_PARTICIPLE, /* it hangs on the noun or the clause before it: "fees [ranging] from", "the report [dated] May" */
    PART_GERUND,     /* "by [exercising]": names a doing, and may have an object */
};

/* Fills tokens->at[].part. */
void tags_read(struct tokens *tokens, const struct lexicon *lexicon);

/* Whether token i is of this part; out of range it is of none but PART_NONE. */
static inline bool token_part_is(const struct tokens *tokens, size_t i, enum part part)
{
    return (i < tokens->count ? tokens->at[i].part : PART_NONE) == part;
}

/* Whether it is of one of several: PART_BIT(PART_VERB) | PART_BIT(PART_AUXILIARY). */
#define PART_BIT(part) (1u << (part))
static inline bool token_part_in(const struct tokens *tokens, size_t i, unsigned parts)
{
    return parts >> (i < tokens->count ? tokens->at[i].part : PART_NONE) & 1;
}

#endif
