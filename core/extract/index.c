/* Figures of an index: "a magnitude 6.4 quake", "the index rose to 124.6", "the FTSE 250 … at 19,874". They have no unit. */
#include "core/extract/reading.h"
#include "core/text/tag.h"

static bool past_bound(const struct tokens *tokens, size_t *i)
{
    size_t first = *i;
    while (*i > 0 && token_is_one_of(tokens, *i - 1, "up to about around nearly almost over than least at more above"))
        --*i;
    return *i < first;
}

/* "magnitude 6.4", "an aftershock of 5.1", "aftershocks of up to 5.1" */
static bool is_magnitude(const struct tokens *tokens, const struct quantity *quantity)
{
    size_t i = quantity->core;
    const struct number *number = &quantity->number;
    if (decimal_compare(number->value, decimal_from(10)) > 0 || number->place < -1 || number->scaled)
        return false;
    past_bound(tokens, &i);
    if (i > 0 && token_mark(tokens, i - 1, '-'))
        i--;
    if (i > 0 && token_is(tokens, i - 1, "magnitude"))
        return true;
    if (i < 2 || !token_is(tokens, i - 1, "of"))
        return false;
    return token_is_one_of(tokens, i - 2,
                           "quake quakes earthquake earthquakes aftershock aftershocks tremor tremors "
                           "magnitude");
}

/* "The index", "the Nikkei 225": whether the sentence has told of an index before token `end`, and of its level since. */
static bool speaks_of_index(const struct tokens *tokens, size_t end)
{
    for (size_t i = 0; i < end; i++)
        if (token_is_one_of(tokens, i,
                            "index indices ftse dow nikkei nasdaq dax cac topix sensex nifty kospi stoxx ibex"))
            return true;
    return false;
}

/* "rose [to] 124.6", "finished [at] 19,874", "up [from] 124.1": a level, and as exact as an index is told. */
static bool is_level(const struct tokens *tokens, const struct quantity *quantity)
{
    const struct number *number = &quantity->number;
    bool exact = number->in_digits && number->precise && !number->scaled && (number->place < 0 || number->grouped);
    return exact && quantity->core > 0 && token_is_one_of(tokens, quantity->core - 1, "to at from was of") &&
           !token_part_is(tokens, quantity->end, PART_NOUN) && speaks_of_index(tokens, quantity->core - 1);
}

bool magnitude_read(const struct reading *reading, struct quantity *quantity)
{
    if (!is_magnitude(&reading->tokens, quantity))
        return false;
    quantity->kind = KIND_INDEX;
    return true;
}

bool level_read(const struct reading *reading, struct quantity *quantity)
{
    if (!is_level(&reading->tokens, quantity))
        return false;
    quantity->kind = KIND_INDEX;
    return true;
}
