/*
 * Clauses: verbs, where a clause begins, and whose a figure is. There is no parser here; parts of speech (core/text/tag.h)
 * and the closed words of English tell enough.
 */
#ifndef CORE_EXTRACT_CLAUSE_H
#define CORE_EXTRACT_CLAUSE_H

#include "core/extract/phrase.h"
#include "core/text/tag.h"

/* "which", "that", "who". */
bool is_relative_pronoun(const struct tokens *tokens, size_t i);

/* A verb, an auxiliary or a participle: it carries a clause, or hangs on what stands before it. */
static const unsigned verb_parts = PART_BIT(PART_VERB) | PART_BIT(PART_AUXILIARY) | PART_BIT(PART_PARTICIPLE);
static inline bool is_verb(const struct tokens *tokens, size_t i)
{
    return token_part_in(tokens, i, verb_parts);
}

/* A mark over which no clause goes on: ";", ":", quotation marks. */
static inline bool is_barrier_mark(const struct token *token)
{
    return token->mark == ';' || token->mark == ':' || (token->flags & (TOKEN_OPEN | TOKEN_CLOSE));
}
static inline bool is_barrier(const struct tokens *tokens, size_t i)
{
    return token_kind_is(tokens, i, TOKEN_MARK) && is_barrier_mark(&tokens->at[i]);
}

/* The nearest verb to the left of token i; false where the clause has none. */
bool verb_before(const struct tokens *tokens, size_t i, size_t *ret);

/* Where the verb group that v belongs to begins: "[has also been] cut", "[is] expected to". */
size_t verb_group_start(const struct tokens *tokens, size_t v);

/* The token after the time that begins at token i ("2018", "the last three months", "this year", "Tuesday"), or i. */
size_t skip_time(const struct reading *reading, size_t i);

/* Whether the phrase is a figure or a time throughout: "the pound going to $1" has no subject in "$1". */
bool is_figure_only(const struct reading *reading, struct phrase phrase);

/* The preposition that governs the phrase ("the debt [of] the States"): where it stands, or `none`. */
size_t governor(const struct reading *reading, struct phrase phrase, size_t none);

/*
 * The first noun phrase, governed by nothing, of the clause that goes on at token `end`: "[the debt], including notes, on
 * the first of May was". Empty where there is none.
 */
struct phrase first_free(const struct reading *reading, size_t end);

/*
 * Of the noun phrases in the chain of prepositional phrases that ends before token `end`, the first that names an amount
 * ("[an increase] in the money in circulation of"), or, with `any`, the first; else the last one.
 */
struct phrase chain_before(const struct reading *reading, size_t end, bool any);

/*
 * subject.c: whose the figure is, the subject of the nearest verb to its left. Empty where there is none, or a pronoun. The
 * figures of a sentence often share their verb: `last` keeps its subject for the next one, and is zeroed for each sentence.
 */
struct verb_subject {
    size_t verb_end; /* the token after the verb; 0 where none was asked for */
    struct phrase phrase;
    bool empty; /* it says nothing */
};
struct phrase clause_subject(const struct reading *reading, const struct quantity *quantity, struct verb_subject *last);

#endif
