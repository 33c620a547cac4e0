/*
 * Numbers that describe without a hyphen: "a three course meal", "a 1.0l 3 cylinder engine". With a hyphen they count nothing
 * ("a six-speed gearbox"), and with a plural they count that (counted.c).
 */
#include "core/extract/reading.h"

enum { MOST = 200 }; /* larger ones are rather a code: "a 404 error page" */

static bool is_noun(const struct tokens *tokens, size_t i, bool last)
{
    const uint32_t closed = WORD_PREPOSITION | WORD_DETERMINER | WORD_CONJUNCTION | WORD_SUBORDINATOR | WORD_PRONOUN |
                            WORD_AUXILIARY | WORD_ADVERB | WORD_NEGATION | WORD_CARDINAL | WORD_SCALE | WORD_ORDINAL |
                            WORD_FRACTION | WORD_MONTH | WORD_WEEKDAY | WORD_HONORIFIC;
    uint32_t others = last ? closed | WORD_VERB | WORD_UP | WORD_DOWN : closed;
    return token_kind_is(tokens, i, TOKEN_WORD) && !token_flag(tokens, i, TOKEN_CAPITAL | TOKEN_SUFFIX) &&
           !token_glued(tokens, i) && !token_has(tokens, i, others) && token_text(tokens, i).len > 2 &&
           !str_ends(token_text(tokens, i), STR("ed")) && !str_ends(token_text(tokens, i), STR("ing"));
}

/* An article, or the measure of the same thing, right before the number says that what follows is one noun phrase. */
static bool is_led(const struct reading *reading, const struct quantity *quantity)
{
    size_t first = quantity->core;
    if (reading->count > 0 && reading->at[reading->count - 1].end == first)
        return reading->at[reading->count - 1].kind == KIND_MEASURE;
    return first > 0 && token_is_one_of(&reading->tokens, first - 1, "a an");
}

void attribute_read(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    const struct number *number = &quantity->number;
    size_t i = quantity->end;
    if (!quantity_is_bare(quantity) || !is_led(reading, quantity))
        return;
    bool small = number->precise && number->place == 0 && !number->scaled && !number->ranged && !number->grouped &&
                 decimal_compare(number->value, decimal_from(1)) > 0 &&
                 decimal_compare(number->value, decimal_from(MOST)) <= 0;
    if (!small || !is_noun(tokens, i, false) || !is_noun(tokens, i + 1, true) || token_is_one_of(tokens, i, "nil all"))
        return;
    quantity->unit = noun_singular(reading->perm, tokens_text(tokens, i, i + 2));
    quantity->end = i + 2;
    quantity->weak = true;
}
