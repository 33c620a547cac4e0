/* Scoring claims by what they are about. */
#include "core/extract/score.h"

static const int base[KIND_END] = {
    [KIND_MONEY] = 45, [KIND_PERCENT] = 45,  [KIND_COUNT] = 30, [KIND_MEASURE] = 20, [KIND_RATIO] = 35, [KIND_RANK] = 5,
    [KIND_DATE] = 5,   [KIND_DURATION] = 12, [KIND_AGE] = 5,    [KIND_INDEX] = 25,   [KIND_SCORE] = 2,
};

/* What words of a sentence say of all its figures. */
static const struct word_list themes[] WORD_LIST_SECTION = {
    [THEME_PASTIME] = {"goals scored wicket wickets innings crowd halftime touchdown touchdowns striker midfielder "
                       "whisk bake stir flour sugar butter teaspoon teaspoons tablespoon tablespoons oven "
                       "screen megapixel pixels"},
    [THEME_COMPARED] = {"than twice compared highest lowest record since"},
    [THEME_LIVES] = {"killed dead died deaths injured wounded arrested charged convicted missing dismissed jobs"},
};

static bool speaks_of(const struct tokens *tokens, const struct word_list *theme)
{
    if (!tokens_listed(tokens, theme))
        return false;
    for (size_t i = 0; i < tokens->count; i++)
        if (token_listed(tokens, i, theme))
            return true;
    return false;
}

static void read_theme(const struct tokens *tokens, struct theme *theme)
{
    if (theme->read)
        return;
    theme->read = true;
    for (size_t k = 0; k < THEMES; k++)
        theme->speaks_of[k] = speaks_of(tokens, &themes[k]);
    if (tokens->classes & WORD_PUBLIC)
        for (size_t i = 0; i < tokens->count && theme->public < 2; i++)
            theme->public += token_has(tokens, i, WORD_PUBLIC);
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

/* "A ticket costs $25": the price of a thing, where nothing of the public's is spoken of. */
static bool is_price(const struct quantity *quantity, int public)
{
    return quantity->kind == KIND_MONEY && !quantity->number.scaled && public == 0 &&
           quantity->direction == DIRECTION_NONE && decimal_compare(quantity->number.value, decimal_from(10000)) < 0;
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
static bool is_passing_count(const struct quantity *quantity, const struct theme *theme)
{
    return quantity->kind == KIND_COUNT && !quantity->number.in_digits && !quantity->number.ranged &&
           !quantity->of.ptr && quantity->direction == DIRECTION_NONE && !theme->speaks_of[THEME_LIVES] &&
           decimal_compare(quantity->number.value, decimal_from(12)) <= 0;
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
    if (is_adjunct(reading, quantity))
        return 10;
    read_theme(&reading->tokens, theme);
    if (is_passing_count(quantity, theme))
        return 12;
    score += 10 * theme->public + size_bonus(quantity) + (theme->speaks_of[THEME_COMPARED] ? 4 : 0);
    score += token_has(&reading->tokens, quantity->core, WORD_MULTIPLE) ? 10 : 0;
    score -= is_price(quantity, theme->public) ? 20 : 0;
    score -= theme->public == 0 && theme->speaks_of[THEME_PASTIME] ? 15 : 0;
    score += quantity->direction != DIRECTION_NONE ? 8 : 0;
    score += quantity->of.ptr ? 6 : 0;
    score += quantity->modality == MODALITY_TARGET || quantity->modality == MODALITY_MINIMUM ? 6 : 0;
    score += attributed ? 4 : 0;
    score -= quantity->modality == MODALITY_HYPOTHETICAL ? 8 : 0;
    score -= quantity->hyphenated ? 15 : 0;
    score -= quantity->kind == KIND_COUNT && !quantity->unit.ptr ? 10 : 0;
    return score < 1 ? 1 : score > 100 ? 100 : score;
}
