/*
 * One side's number against the other's: "won 3-1", "6-2, 6-4", "a 52-48 vote", "voted 27 to 14", "odds of 7/2". Nobody can
 * compute with them, so they are a kind of their own (`score`) without a value.
 *
 *   versus := integer ("-" | "/") integer      where the sentence tells of a game, a vote or a bet
 *           | integer ("to" | "against") integer     right after the verb, or "by" or "of" and the noun, that tells of it
 */
#include "core/extract/reading.h"

WORD_LIST(tellers, "beat beats beaten beating defeat defeats defeated defeating won win wins winning lost "
                   "lose loses losing loss draw draws "
                   "drew drawn tie tied victory score scored scores scoreline led lead leads leading "
                   "trailed trail trailing match matches "
                   "game games set sets final semifinal finals vote votes voted voting ballot ruled ruling "
                   "verdict passed approved rejected "
                   "upheld split decision tally odds favourite favorite outsider shot bookmakers thrashed "
                   "edged equalised replay playoff");

static bool is_side(const struct tokens *tokens, size_t i)
{
    enum { DIGITS = 3 };
    struct str text = token_text(tokens, i);
    for (size_t k = 0; k < text.len; k++)
        if (!is_digit(text.ptr[k]))
            return false;
    return token_kind_is(tokens, i, TOKEN_NUMBER) && text.len <= DIGITS && (text.len == 1 || text.ptr[0] != '0');
}

/* Whether nothing is tied to the pair: "3-1", and not "3-1-2", "F-3-1", "3-1%". */
static bool is_pair(const struct tokens *tokens, size_t i)
{
    bool before = i > 0 && token_glued(tokens, i) && !token_mark(tokens, i - 1, '(') && !token_mark(tokens, i - 1, '"');
    bool after = token_glued(tokens, i + 3) && !token_mark(tokens, i + 3, ',') && !token_mark(tokens, i + 3, '.') &&
                 !token_mark(tokens, i + 3, ')') && !token_mark(tokens, i + 3, ';') &&
                 !token_mark(tokens, i + 3, ':') && !token_mark(tokens, i + 3, '"') &&
                 !token_mark(tokens, i + 3, '?') && !token_mark(tokens, i + 3, '!');
    return !before && (!after || i + 3 >= tokens->count) && is_side(tokens, i) && is_side(tokens, i + 2);
}

static bool tells_of_sides(const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (token_listed(tokens, i, &tellers))
            return true;
    return false;
}

/* "7/2 odds", "a 5/1 shot": a slash alone would be a fraction or a date. */
static bool tells_of_bet(const struct tokens *tokens, size_t i)
{
    enum { WORDS = 4 };
    for (size_t back = 1; back <= WORDS && back <= i; back++)
        if (token_is_one_of(tokens, i - back, "odds price favourite favorite outsider"))
            return true;
    return token_is_one_of(tokens, i + 3, "odds favourite favorite outsider shot chance on against");
}

/* "voted 27 to 14", "by 27 to 14", "by a vote of 220 to 210": what leads to the first number. */
static bool is_led(const struct tokens *tokens, size_t i)
{
    if (i == 0)
        return false;
    if (token_is_one_of(tokens, i - 1, "voted ruled split won lost beaten tied"))
        return true;
    if (token_is_one_of(tokens, i - 1, "him her them us") && i >= 2)
        return token_is_one_of(tokens, i - 2, "beat defeated thrashed");
    return i >= 2 && token_is(tokens, i - 1, "of") &&
           token_is_one_of(tokens, i - 2, "vote score margin ballot tally odds majority verdict");
}

/* What stands after a range and not after a score: "won 5-7 seats", "beat it by 3-4 percent". */
static bool is_measured(const struct reading *reading, size_t end)
{
    const struct tokens *tokens = &reading->tokens;
    struct unit_match unit;
    struct counted counted;
    bool odds = token_is_one_of(tokens, end, "odds");
    size_t month = end - 4 - token_mark(tokens, end - 4, '.');
    if (token_has(tokens, end, WORD_MONTH) || (end >= 4 && token_has(tokens, month, WORD_MONTH)))
        return true; /* "20-24 September", "Sept. 20-24" */
    return token_mark(tokens, end, '%') || token_mark(tokens, end, '-') ||
           (unit_find(reading->units, tokens, end, true, &unit) && !unit.symbol) ||
           token_has(tokens, end, WORD_SCALE) || (!odds && counted_noun(reading, end, false, &counted));
}

static bool is_range_word(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(tokens, i, "aged ages age between from pages about around some chapters verses years weeks");
}

size_t versus_read(struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    if (!token_kind_is(tokens, i + 2, TOKEN_NUMBER) || !is_pair(tokens, i) || is_measured(reading, i + 3) ||
        (i > 0 && is_range_word(tokens, i - 1)))
        return 0;
    bool tied = token_glued(tokens, i + 1) && token_glued(tokens, i + 2);
    bool score = token_mark(tokens, i + 1, '-') && tied && tells_of_sides(tokens);
    bool bet = token_mark(tokens, i + 1, '/') && tied && tells_of_bet(tokens, i);
    bool again = reading->count > 0 && reading->at[reading->count - 1].kind == KIND_SCORE && i > 0 &&
                 token_is_one_of(tokens, i - 1, "and then"); /* "42 to 35 in the Senate and 311 to 6 in the House" */
    bool vote = token_is_one_of(tokens, i + 1, "to against") && (again || is_led(tokens, i));
    if (!score && !bet && !vote)
        return 0;
    struct quantity *quantity = reading_add(reading);
    quantity->first = quantity->core = i;
    quantity->end = i + 3;
    quantity->kind = KIND_SCORE;
    return i + 3;
}
