/* Scoring claims by what they are about. */
#include "core/extract/score.h"

static const int base[KIND_END] = {
    [KIND_MONEY] = 45, [KIND_PERCENT] = 45,  [KIND_COUNT] = 30, [KIND_MEASURE] = 20, [KIND_RATIO] = 35, [KIND_RANK] = 5,
    [KIND_DATE] = 5,   [KIND_DURATION] = 12, [KIND_AGE] = 5,    [KIND_INDEX] = 25,   [KIND_SCORE] = 2,
};

/* How many words of the sentence speak of public affairs, two at most. */
static int public_words(const struct tokens *tokens, struct theme *theme)
{
    for (size_t i = 0; !theme->counted && i < tokens->count && theme->public < 2; i++)
        theme->public += token_has(tokens, i, WORD_PUBLIC);
    theme->counted = true;
    return theme->public;
}

/* A price tag is small; what a state spends is not. */
static int size_bonus(const struct quantity *quantity)
{
    if (quantity->kind != KIND_MONEY && quantity->kind != KIND_COUNT)
        return 0;
    if (decimal_compare(quantity->number.value, decimal_from(1000000)) >= 0)
        return 15;
    if (decimal_compare(quantity->number.value, decimal_from(1000)) >= 0)
        return 5;
    return decimal_compare(quantity->number.value, decimal_from(20)) < 0 ? -10 : 0;
}

static bool has_word(const struct reading *reading, enum theme_answer *answer, const struct word_list *words)
{
    for (size_t i = 0; i < reading->tokens.count && *answer == THEME_UNREAD; i++)
        if (token_listed(&reading->tokens, i, words))
            *answer = THEME_YES;
    *answer = *answer == THEME_UNREAD ? THEME_NO : *answer;
    return *answer == THEME_YES;
}

/* "scored 12 goals", "bake for 40 minutes": true or not, nobody asks a fact-checker. */
static bool is_pastime(const struct reading *reading, struct theme *theme)
{
    return has_word(reading, &theme->pastime,
                    WORDS("goals scored wicket wickets innings crowd halftime touchdown touchdowns striker midfielder "
                          "whisk bake stir flour sugar butter teaspoon teaspoons tablespoon tablespoons oven "
                          "screen megapixel pixels"));
}

/* "A ticket costs $25": the price of a thing, where nothing of the public's is spoken of. */
static bool is_price(const struct quantity *quantity, int public)
{
    return quantity->kind == KIND_MONEY && !quantity->number.scaled && public == 0 &&
           quantity->direction == DIRECTION_NONE && decimal_compare(quantity->number.value, decimal_from(10000)) < 0;
}

/* "twice as many", "more than in 2022", "the lowest since 2008": a comparison can be looked up. */
static int comparison_bonus(const struct reading *reading, const struct quantity *quantity, struct theme *theme)
{
    bool multiple = token_has(&reading->tokens, quantity->core, WORD_MULTIPLE);
    bool compared = has_word(reading, &theme->compared, WORDS("than twice compared highest lowest record since"));
    return (multiple ? 10 : 0) + (compared ? 4 : 0);
}

/* "two weeks ago", "for five years", "over the past decade": when or how long something else was. */
static bool is_adjunct(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    return quantity->kind == KIND_DURATION &&
           (token_is_one_of(tokens, quantity->end, "ago later earlier before after since from") ||
            token_is_one_of(tokens, quantity->first - 1,
                            "for in over during within after of by since past last next the those these first every"));
}

/* "two countries", "four great goals": told in words and in passing, unless it is of lives or deeds. */
static bool is_passing_count(const struct reading *reading, const struct quantity *quantity, struct theme *theme)
{
    return quantity->kind == KIND_COUNT && !quantity->number.in_digits && !quantity->number.ranged &&
           !quantity->of.ptr && quantity->direction == DIRECTION_NONE &&
           decimal_compare(quantity->number.value, decimal_from(12)) <= 0 &&
           !has_word(
               reading, &theme->lives,
               WORDS("killed dead died deaths injured wounded arrested charged convicted missing dismissed jobs"));
}

int64_t score_of(const struct reading *reading, const struct quantity *quantity, struct theme *theme, bool attributed)
{
    const struct number *number = &quantity->number;
    bool one = !number->in_digits && !number->scaled && decimal_compare(number->value, decimal_from(1)) == 0;
    bool counts = quantity->kind != KIND_PERCENT && quantity->kind != KIND_RATIO;
    if (quantity->weak || (one && counts && !kind_is_background(quantity->kind)))
        return 2; /* "one day", "one of the best films" */
    int score = base[quantity->kind];
    if (kind_is_background(quantity->kind))
        return score;
    int public = public_words(&reading->tokens, theme);
    bool passing = is_adjunct(reading, quantity) || is_passing_count(reading, quantity, theme);
    if (passing)
        return quantity->kind == KIND_COUNT ? 12 : 10;
    score += 10 * public + size_bonus(quantity) + comparison_bonus(reading, quantity, theme);
    score -= is_price(quantity, public) ? 20 : 0;
    score -= public == 0 && is_pastime(reading, theme) ? 15 : 0;
    score += quantity->direction != DIRECTION_NONE ? 8 : 0;
    score += quantity->of.ptr ? 6 : 0;
    score += quantity->modality == MODALITY_TARGET || quantity->modality == MODALITY_MINIMUM ? 6 : 0;
    score += attributed ? 4 : 0;
    score -= quantity->modality == MODALITY_HYPOTHETICAL ? 8 : 0;
    score -= quantity->hyphenated ? 15 : 0;
    score -= quantity->kind == KIND_COUNT && !quantity->unit.ptr ? 10 : 0;
    return score < 1 ? 1 : score > 100 ? 100 : score;
}
