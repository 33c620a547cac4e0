/*
 * Context: of what a figure is ("of GDP"), what it measures, and whose it is.
 *
 * What is measured is the noun phrase that the figure leads into ("a 25% tax on imports", "$180 billion on the war"), or
 * else the subject of its clause.
 */
#include "core/extract/phrase.h"

/* "last year", "this month", "on Monday": when, not what. */
static bool is_time_phrase(const struct tokens *tokens, struct phrase phrase)
{
    for (size_t i = phrase.first; i < phrase.end; i++)
        if (token_has(tokens, i, WORD_WEEKDAY) ||
            token_is_one_of(tokens, i, "year years month months week day quarter decade century time"))
            return true;
    return token_has(tokens, phrase.first, WORD_MONTH);
}

static bool is_bound_word(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(tokens, i, "minimum maximum target goal threshold floor cap ceiling limit benchmark");
}

/* "a 25% [tax on imports]", "$149.99 [price point]", "$180 billion on [the war]", "8 miles of [new tunnels]". */
static struct phrase concept_after(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->of_end;
    const struct phrase none = {0, 0};
    if (quantity->kind == KIND_COUNT || quantity->kind == KIND_AGE || quantity->kind == KIND_DURATION)
        return none;
    i += token_mark(tokens, i, '-') && token_glued(tokens, i);
    if (token_is_one_of(tokens, i, "on for") || (token_is(tokens, i, "of") && quantity->kind != KIND_PERCENT)) {
        struct phrase phrase = noun_phrase(tokens, i + 1, true);
        bool time = token_has(tokens, i + 1, WORD_WEEKDAY | WORD_MONTH) || token_kind_is(tokens, i + 1, TOKEN_NUMBER) ||
                    token_is_one_of(tokens, i + 1, "every each top average") || is_time_phrase(tokens, phrase);
        return time ? none : phrase;
    }
    if (quantity->of_end > quantity->end || !token_kind_is(tokens, i, TOKEN_WORD) ||
        token_has(tokens, i, WORD_DETERMINER))
        return none;
    if (is_bound_word(tokens, i))
        return none;
    struct phrase phrase = noun_phrase(tokens, i, false);
    return is_time_phrase(tokens, phrase) ? none : with_complements(tokens, phrase);
}

/* "the 2 percent minimum set for [alliance members]": for whom a bound holds. */
static struct phrase bound_holder(const struct tokens *tokens, const struct quantity *quantity)
{
    size_t i = quantity->of_end;
    const struct phrase none = {0, 0};
    if (!is_bound_word(tokens, i))
        return none;
    i++;
    i += token_is_one_of(tokens, i, "set agreed fixed required laid");
    return token_is(tokens, i, "for") ? noun_phrase(tokens, i + 1, false) : none;
}

/* "5 percent of their GDP …, beyond the 2 percent minimum": a bound is of what the share before it is of. */
static void carry_of(const struct reading *reading, struct quantity *quantity)
{
    if (!is_bound_word(&reading->tokens, quantity->end))
        return;
    for (size_t k = (size_t)(quantity - reading->at); k-- > 0;) {
        if (reading->at[k].kind == KIND_PERCENT && reading->at[k].of.ptr) {
            quantity->of = reading->at[k].of;
            return;
        }
    }
}

static void read_of(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->end;
    quantity->of_end = quantity->end;
    if (quantity->of.ptr)
        return; /* "one woman in four" has it inside */
    bool shares = quantity->kind == KIND_PERCENT || (quantity->kind == KIND_RATIO && quantity->number.fraction);
    if (!shares)
        return;
    size_t noun = 0;
    bool inner = quantity->ranged && quantity->inner_end > 0 && token_is(tokens, quantity->inner_end, "of");
    if (token_is(tokens, i, "of"))
        noun = i + 1;
    else if (inner) /* "from 5.1 percent of GDP to 2.9 percent" */
        noun = quantity->inner_end + 1;
    else if (quantity->kind == KIND_RATIO)
        noun = i; /* "half the budget", "one in five adults" */
    if (noun == 0) {
        carry_of(reading, quantity);
        return;
    }
    struct phrase phrase = noun_phrase(tokens, noun, false);
    if (token_is(tokens, phrase.end, "of") &&
        token_is_one_of(tokens, phrase.end - 1, "share number total value amount"))
        phrase = noun_phrase(tokens, phrase.end + 1, false);
    if (phrase.first == phrase.end)
        return;
    /* without a parser, the first plural ends the group: "a third of [voters] own a car" */
    for (size_t k = phrase.first; k < phrase.end; k++)
        if (noun_is_plural(tokens, k) && !token_flag(tokens, k + 1, TOKEN_SUFFIX) && !token_mark(tokens, k + 1, '-'))
            phrase.end = k + 1;
    quantity->of = phrase_text(tokens, phrase);
    quantity->of_end = phrase.end > quantity->end ? phrase.end : quantity->end;
}

/*
 * "[winds] of 155 mph", "a [turnover] of 2 billion", "sold the [house] for $1", "[panel strength] lower than 9": the noun
 * phrase that the figure hangs on.
 */
static struct phrase concept_before(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    const struct phrase none = {0, 0};
    size_t i = quantity->first;
    if (i == 0)
        return none;
    bool money = quantity->kind == KIND_MONEY;
    bool hangs = token_is(tokens, i - 1, "of") || (money && token_is_one_of(tokens, i - 1, "for worth"));
    if (quantity->kind == KIND_DURATION || quantity->kind == KIND_AGE || (!hangs && has_verb_before(reading, i)))
        return none;
    struct phrase phrase = noun_phrase_before(reading, hangs ? i - 1 : i);
    if (phrase.first == phrase.end)
        return none;
    bool sum = token_is_one_of(tokens, phrase.end - 1,
                               "total sum amount equivalent average number rate maximum minimum value estimate pair "
                               "range majority share record cost year years last past next previous first age");
    bool participle = phrase.end == phrase.first + 1 && str_ends(token_text(tokens, phrase.first), STR("ing"));
    bool plain_word = !participle && token_kind_is(tokens, phrase.end - 1, TOKEN_WORD) &&
                      !token_has(tokens, phrase.end - 1, WORD_UP | WORD_DOWN | WORD_ADVERB | WORD_SAYING);
    return sum || !plain_word || is_time_phrase(tokens, phrase) ? none : phrase;
}

/* In brackets the figure before is told again: "(6.1 inches)". */
static bool restates(const struct reading *reading, const struct quantity *quantity)
{
    if (quantity == reading->at)
        return false;
    const struct quantity *told = quantity - 1;
    return told->kind == quantity->kind && token_mark(&reading->tokens, told->end, '(') &&
           told->end + 1 == quantity->first;
}

static void read_concept(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    struct phrase subject = bound_holder(tokens, quantity);
    if (subject.first == subject.end)
        subject = clause_subject(reading, quantity);
    struct phrase concept = concept_after(reading, quantity);
    if (restates(reading, quantity)) {
        quantity->subject = quantity[-1].subject;
        quantity->concept = quantity[-1].concept;
        return;
    }
    if (concept.first == concept.end && !quantity->of.ptr)
        concept = concept_before(reading, quantity);
    quantity->subject = phrase_text(tokens, subject);
    quantity->concept = phrase_text(tokens, concept);
    if (!quantity->concept.ptr && quantity->of.ptr && quantity->kind == KIND_PERCENT)
        quantity->concept = quantity->of;
    if (!quantity->concept.ptr)
        quantity->concept = quantity->subject;
}

/* "the 26th meeting of the UDCG": what is ranked; "which began in February 2022": nothing. */
static void read_rank_concept(const struct reading *reading, struct quantity *quantity)
{
    struct phrase phrase = noun_phrase(&reading->tokens, quantity->end, false);
    quantity->concept = phrase_text(&reading->tokens, with_complements(&reading->tokens, phrase));
    quantity->of_end = quantity->end;
}

void context_read(struct reading *reading)
{
    for (size_t k = 0; k < reading->count; k++) {
        struct quantity *quantity = &reading->at[k];
        if (quantity->kind == KIND_RANK) {
            read_rank_concept(reading, quantity);
        } else if (quantity->kind == KIND_DATE) {
            quantity->of_end = quantity->end;
            quantity->subject = phrase_text(&reading->tokens, clause_subject(reading, quantity));
        } else {
            read_of(reading, quantity);
            read_concept(reading, quantity);
        }
    }
}
