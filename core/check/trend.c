/* Superlatives and runs: "the highest since 2009", "the most in 30 years", "rose for the third year in a row", "a record". */
#include "core/check/frame_parts.h"

/* A number of years, in digits or in one word: "30", "three", "third". */
static bool read_count(const struct clause *clause, size_t i, int *ret)
{
    const struct token *token = token_at(&clause->tokens, i);
    int number = 0;
    if (!token)
        return false;
    if (token->word && (token->word->classes & (WORD_CARDINAL | WORD_ORDINAL)) && token->word->value > 0) {
        *ret = token->word->value;
        return true;
    }
    struct str text = clause->words[i];
    for (size_t j = 0; j < text.len; j++) {
        if (!is_digit(text.ptr[j]) || number > 1000)
            return false;
        number = number * 10 + (text.ptr[j] - '0');
    }
    *ret = number;
    return number > 0;
}

/* "since 2009", "in 30 years", "in a decade", "on record" after a superlative: how many tokens. */
static size_t read_reach(struct clause *clause, size_t i, struct trend *trend)
{
    static const char *const years[] = {"years", "year", NULL}, *const decades[] = {"decades", "decade", NULL};
    if (token_is(&clause->tokens, i, "since") && clause_year(clause, i + 1, &trend->since))
        return 2;
    if (token_is(&clause->tokens, i, "on") && token_is(&clause->tokens, i + 1, "record"))
        return 2;
    if (token_is(&clause->tokens, i, "ever"))
        return 1;
    if (!token_is(&clause->tokens, i, "in"))
        return 0;
    size_t count = clause->tokens.count;
    if (token_is(&clause->tokens, i + 1, "a") && clause_phrase(clause, i + 2, count, decades) > 0) {
        trend->count = 10;
        return 3;
    }
    if (!read_count(clause, i + 1, &trend->count))
        return 0;
    if (clause_phrase(clause, i + 2, count, decades) > 0)
        trend->count *= 10;
    return clause_phrase(clause, i + 2, count, years) > 0 || clause_phrase(clause, i + 2, count, decades) > 0 ? 3 : 0;
}

static size_t read_superlative(struct clause *clause, size_t i, struct trend *ret)
{
    static const char *const nouns[] = {"level", "rate", "share", "figure", "value", "amount", NULL};
    struct trend trend = {.kind = TREND_HIGHEST};
    size_t at = i, count = clause->tokens.count;
    bool low = clause_phrase(clause, at, count, frame_lowest) > 0;
    if (!low && clause_phrase(clause, at, count, frame_highest) == 0)
        return 0;
    if (low)
        trend.kind = TREND_LOWEST;
    at++;
    at += clause_phrase(clause, at, count, nouns);
    size_t reach = read_reach(clause, at, &trend);
    if (reach == 0)
        return 0;
    *ret = trend;
    return at + reach - i;
}

/* "for the third year in a row", "for a third consecutive year", "for three years running". */
static size_t read_run(const struct clause *clause, size_t i, int *ret_count)
{
    static const char *const rows[] = {"in a row", "running", "in succession", "straight", "on end", NULL};
    static const char *const each[] = {"consecutive", "straight", "successive", "successive", NULL};
    size_t at = i, count = clause->tokens.count;
    if (!token_is(&clause->tokens, at, "for"))
        return 0;
    at++;
    bool ordinal = token_is_one_of(&clause->tokens, at, "the a an");
    at += ordinal;
    if (!read_count(clause, at, ret_count))
        return 0;
    at++;
    size_t before = clause_phrase(clause, at, count, each);
    at += before;
    if (!token_is_one_of(&clause->tokens, at, "year years"))
        return 0;
    at++;
    size_t after = clause_phrase(clause, at, count, rows);
    if (!ordinal && before == 0 && after == 0)
        return 0;
    return at + after - i;
}

static size_t read_record(const struct clause *clause, size_t i, struct trend *ret)
{
    static const char *const highs[] = {"record high", "all - time high", "record level", NULL};
    static const char *const lows[] = {"record low", "all - time low", NULL};
    size_t count = clause->tokens.count, high = clause_phrase(clause, i, count, highs);
    size_t low = clause_phrase(clause, i, count, lows);
    if (low > 0) {
        *ret = (struct trend){.kind = TREND_LOWEST};
        return low;
    }
    if (high == 0 && token_is(&clause->tokens, i, "record") && token_part_is(&clause->tokens, i, PART_VERB))
        return 0;
    if (high == 0 && !token_is(&clause->tokens, i, "record"))
        return 0;
    *ret = (struct trend){.kind = TREND_HIGHEST};
    return high > 0 ? high : 1;
}

static size_t read_trend(struct account *account, size_t i, bool down, struct trend *ret)
{
    struct clause *clause = account->clause;
    int count = 0;
    size_t taken = read_superlative(clause, i, ret);
    if (taken == 0)
        taken = read_record(clause, i, ret);
    if (taken > 0)
        return taken;
    taken = read_run(clause, i, &count);
    if (taken > 0)
        *ret = (struct trend){.kind = down ? TREND_FALLING : TREND_RISING, .count = count};
    return taken;
}

static void keep_trend(struct account *account, size_t i, size_t taken, struct trend trend)
{
    trend.words = arena_str(account->arena, tokens_text(&account->clause->tokens, i, i + taken));
    account->frame->trend = trend;
}

size_t take_trend(struct account *account, size_t i)
{
    struct trend trend = {0};
    size_t taken = read_trend(account, i, account->changes && account->change_down, &trend);
    bool run = trend.kind == TREND_RISING || trend.kind == TREND_FALLING;
    if (taken == 0 || (run && !account->changes))
        return 0;
    keep_trend(account, i, taken, trend);
    return taken;
}

/* Whether the sentence tells one figure only, so that all of it is about that. */
static bool is_alone(const struct clause *clause)
{
    int year;
    for (size_t i = 0; i < clause->tokens.count; i++) {
        bool own = i >= clause->figure && i < clause->figure_end;
        bool span = token_is_one_of(&clause->tokens, i + 1, "year years decade decades");
        if (!own && !span && token_kind_is(&clause->tokens, i, TOKEN_NUMBER) && !clause_year(clause, i, &year))
            return false;
    }
    return true;
}

/* "US inflation was the highest since 1981 in 2022, at 8 percent": in another part of the sentence than the figure. */
void trend_elsewhere(struct account *account)
{
    const struct clause *clause = account->clause;
    bool changes = false, down = false;
    if (account->frame->trend.kind != TREND_NONE || account->frame->problem.ptr || !is_alone(clause))
        return;
    for (size_t i = 0; i < clause->tokens.count; i++) {
        struct trend trend = {0};
        if (i >= clause->figure && i < clause->figure_end)
            continue;
        if (token_has(&clause->tokens, i, WORD_UP | WORD_DOWN)) {
            changes = true;
            down = !token_has(&clause->tokens, i, WORD_UP);
        }
        size_t taken = read_trend(account, i, down, &trend);
        bool run = trend.kind == TREND_RISING || trend.kind == TREND_FALLING;
        if (taken == 0 || (run && !changes))
            continue;
        keep_trend(account, i, taken, trend);
        return;
    }
}
