/*
 * Two bounds of one figure: "above 1000 and below 1500", "larger than twenty but less than or equal to thirty-five".
 *
 *   bounds := bound figure ("," | [","] ("and" | "but")) bound figure
 *   bound  := ["no" | "not"] comparative ["than"] ["or equal"] ["to" | "than"] | "above" | "over" | "at least" | "up to" | …
 */
#include "core/extract/reading.h"

enum bound { BOUND_NONE, BOUND_LOWER, BOUND_UPPER };

static enum bound comparative_at(const struct tokens *tokens, size_t i)
{
    if (token_is_one_of(tokens, i, "more greater larger bigger higher longer older heavier"))
        return BOUND_LOWER;
    return token_is_one_of(tokens, i, "less fewer smaller lower shorter younger lighter") ? BOUND_UPPER : BOUND_NONE;
}

static enum bound opposite(enum bound bound)
{
    return bound == BOUND_LOWER ? BOUND_UPPER : BOUND_LOWER;
}

/* "less or equal than", "greater than or equal to", "no more than", "larger than": ends before token `end`. */
static enum bound comparison_before(const struct tokens *tokens, size_t end, size_t *ret_first)
{
    size_t i = end;
    bool than = i > 0 && token_is_one_of(tokens, i - 1, "than to");
    if (!than)
        return BOUND_NONE;
    i--;
    bool equal = i >= 2 && token_is(tokens, i - 1, "equal") && token_is(tokens, i - 2, "or");
    if (!equal && !token_is(tokens, i, "than"))
        return BOUND_NONE;
    if (equal) {
        i -= 2;
        i -= i > 0 && token_is(tokens, i - 1, "than");
    }
    enum bound bound = i > 0 ? comparative_at(tokens, i - 1) : BOUND_NONE;
    if (bound == BOUND_NONE)
        return BOUND_NONE;
    i--;
    bool denied = i > 0 && token_is_one_of(tokens, i - 1, "no not");
    *ret_first = i - denied;
    return denied ? opposite(bound) : bound;
}

static enum bound bound_before(const struct tokens *tokens, size_t end, size_t *ret_first)
{
    if (end == 0)
        return BOUND_NONE;
    *ret_first = end - 1;
    if (token_is_one_of(tokens, end - 1, "above over"))
        return BOUND_LOWER;
    if (token_is_one_of(tokens, end - 1, "below under"))
        return BOUND_UPPER;
    if (end < 2)
        return BOUND_NONE;
    *ret_first = end - 2;
    if (token_is(tokens, end - 2, "at") && token_is_one_of(tokens, end - 1, "least most"))
        return token_is(tokens, end - 1, "least") ? BOUND_LOWER : BOUND_UPPER;
    if (token_is(tokens, end - 2, "up") && token_is(tokens, end - 1, "to"))
        return BOUND_UPPER;
    return comparison_before(tokens, end, ret_first);
}

bool bounds_join(const struct tokens *tokens, const struct quantity *a, const struct quantity *b, size_t *ret_first)
{
    size_t first = 0, second = 0;
    enum bound lower = bound_before(tokens, a->core, &first);
    if (lower == BOUND_NONE || bound_before(tokens, b->core, &second) != opposite(lower) || second < a->end + 1)
        return false;
    size_t i = a->end + token_mark(tokens, a->end, ',');
    bool joined = token_is_one_of(tokens, i, "and but");
    if (i + joined != second || i + joined == a->end)
        return false;
    int order = decimal_compare(a->number.value, b->number.value);
    if (lower == BOUND_LOWER ? order >= 0 : order <= 0)
        return false;
    *ret_first = first;
    return true;
}
