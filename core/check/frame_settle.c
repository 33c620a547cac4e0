/* The second half of reading a frame: what the words that were understood come to. */
#include "core/check/frame_parts.h"

#include <stdlib.h>

static bool fail(struct account *account, struct str problem)
{
    account->frame->problem = problem;
    return false;
}

bool frame_modality(struct account *account)
{
    static const char *const told[MODALITY_END] = {
        [MODALITY_TARGET] = "it is a target, not a fact",   [MODALITY_MINIMUM] = "it is a minimum that is set",
        [MODALITY_MAXIMUM] = "it is a maximum that is set", [MODALITY_FORECAST] = "it is a forecast",
        [MODALITY_PROPOSAL] = "it is a proposal",           [MODALITY_HYPOTHETICAL] = "it is only supposed",
        [MODALITY_DENIED] = "the text denies it",
    };
    const char *why = told[account->claim->modality];
    return !why || fail(account, str_from(why));
}

/* ---- when ---- */

/* The years that a period names, in its order. */
static size_t years_in(struct str text, int ret[2])
{
    size_t count = 0;
    for (size_t i = 0; i < text.len;) {
        size_t start = i;
        int number = 0;
        for (; i < text.len && is_digit(text.ptr[i]); i++)
            number = number < 100000 ? number * 10 + (text.ptr[i] - '0') : number;
        if (i - start == 4 && count < 2)
            ret[count++] = number;
        if (i == start)
            i++;
    }
    return count;
}

static void set_year(struct account *account, int year)
{
    account->frame->first = arena_printf(account->arena, "%04d-01-01", year);
    account->frame->last = arena_printf(account->arena, "%04d-12-31", year);
}

static bool sentence_has(const struct clause *clause, const char *const *words)
{
    for (size_t i = 0; i < clause->tokens.count; i++)
        if ((i < clause->figure || i >= clause->figure_end) &&
            clause_phrase(clause, i, clause->tokens.count, words) > 0)
            return true;
    return false;
}

static bool sentence_has_date(const struct clause *clause)
{
    int year;
    for (size_t i = 0; i < clause->tokens.count; i++)
        if (clause_year(clause, i, &year) ||
            (token_has(&clause->tokens, i, WORD_MONTH) && token_flag(&clause->tokens, i, TOKEN_CAPITAL)))
            return true;
    return false;
}

/* "Poland spends", without a time: the latest that is known. "Poland spent" does not say when. */
static bool settle_latest(struct account *account)
{
    const struct clause *clause = account->clause;
    if (!account->present || sentence_has(clause, frame_times) ||
        (!account->frame->trend.since && sentence_has_date(clause)))
        return fail(account, STR("it does not say when"));
    return true;
}

static bool settle_period(struct account *account)
{
    const struct claim *claim = account->claim;
    struct frame *frame = account->frame;
    struct str until = claim->period_interval;
    int years[2];
    if (!claim->period.ptr)
        return settle_latest(account);
    size_t count = years_in(claim->period, years);
    bool since = str_starts(claim->period, STR("since ")) || str_starts(claim->period, STR("Since "));
    if (since && count == 1 && frame->form != FRAME_LEVEL) {
        frame->from_year = years[0];
        return account->present || fail(account, STR("it does not say until when"));
    }
    if (count == 2 && years[0] != years[1]) {
        if (frame->form == FRAME_LEVEL)
            return fail(account, STR("it is about several years"));
        frame->from_year = years[0];
        set_year(account, years[1]);
        return true;
    }
    if (!until.ptr)
        return fail(account,
                    arena_printf(account->arena, "which days '%.*s' are is not known", STR_ARG(claim->period)));
    frame->first = str_split(&until, '/');
    frame->last = until;
    if (account->stray_year > 0 && !str_starts(frame->first, arena_printf(account->arena, "%d", account->stray_year)))
        return fail(account, arena_printf(account->arena, "it names the year %d besides", account->stray_year));
    return true;
}

/* ---- what ---- */

static const struct measure *named(const struct account *account, struct str name)
{
    bool growth;
    return vocabulary_measure(account->framer->vocabulary, name, &growth);
}

static bool counts_people(struct str unit)
{
    static const char *const people[] = {"person", "inhabitant", "resident", NULL};
    for (const char *const *at = people; *at; at++)
        if (str_eq(str_from(*at), unit))
            return true;
    return false;
}

/* "has 68 million inhabitants", "490,000 hospital beds": what is counted is the measure. */
static void measure_of_unit(struct account *account)
{
    struct str unit = account->claim->unit;
    if (account->claim->kind != KIND_COUNT || !unit.ptr)
        return;
    if (!counts_people(unit))
        account->measure = named(account, unit);
    else if (account->lives)
        account->measure = named(account, STR("population"));
}

/* A verb of spending takes it over from the sentence before; without a verb it is the same sentence's ("and Poland 3.3"). */
static bool carry(struct account *account, const struct frame *before)
{
    bool bare = !account->spends && !account->changes && !account->lives && account->claim->direction == DIRECTION_NONE;
    if (!account->spends && !(bare && before && before->sentence == account->claim->sentence_start))
        return false;
    if (!before || before->problem.ptr || !before->measure || !before->measure->spent || before->form != FRAME_LEVEL ||
        !before->of || account->claim->kind != KIND_PERCENT)
        return false;
    account->measure = before->measure;
    if (!account->of)
        account->of = before->of;
    return account->of == before->of;
}

static bool settle_measure(struct account *account, const struct frame *before)
{
    if (!account->measure)
        measure_of_unit(account);
    if (!account->measure && (account->spends || account->claim->kind == KIND_PERCENT)) {
        account->frame->spending = account->spends;
        if (!carry(account, before))
            return fail(account, account->spends ? STR("it does not say on what")
                                                 : STR("it names nothing that is known to be measured"));
        account->frame->carried = STR("the sentence before");
        return true;
    }
    if (!account->measure)
        return fail(account, STR("it names nothing that is known to be measured"));
    if (account->spent_on && !account->spends)
        return fail(account,
                    arena_printf(account->arena, "it speaks of %s, and of no spending on it", account->measure->name));
    if (account->spends && !account->spent_on)
        return fail(account, STR("it does not say on what"));
    return true;
}

static bool settle_of(struct account *account)
{
    struct str text = account->claim->of;
    if (text.ptr && !account->of)
        account->of = named(account, text);
    if (text.ptr && !account->of)
        return fail(account,
                    arena_printf(account->arena, "it is a part of '%.*s', and no such thing is known to be measured",
                                 STR_ARG(text)));
    account->frame->of = account->of;
    return true;
}

static bool settle_per(struct account *account)
{
    struct str per = account->claim->per;
    if (!per.ptr)
        return true;
    if (counts_people(per) || str_eq(per, STR("capita")) || str_eq(per, STR("head"))) {
        account->frame->per_person = true;
        return true;
    }
    if (str_eq(per, STR("year")) && (account->measure->flags & (MEASURE_FLOW | MEASURE_CHANGE)))
        return true;
    account->frame->per = per;
    return true;
}

/* ---- in which form ---- */

/* "rose to 72 percent", "from 29 percent": not by so much. */
static bool is_level(const struct account *account)
{
    const struct clause *clause = account->clause;
    return clause->figure > 0 && token_is_one_of(&clause->tokens, clause->figure - 1, "to at from");
}

static bool literal_has(const struct account *account, uint32_t classes)
{
    for (size_t i = account->clause->figure; i < account->clause->figure_end; i++)
        if (token_has(&account->clause->tokens, i, classes))
            return true;
    return false;
}

/* "from 29 percent in 2021 to 96 percent" in 2022: the literal says when it was the first of the two. */
static bool settle_pair(struct account *account)
{
    struct str literal = account->claim->literal;
    size_t at = str_find(literal, STR(" in "), 0);
    int years[2];
    if (at == literal.len && !account->changes)
        return fail(account, STR("it is a range, not a change"));
    if (at == literal.len || years_in(str_slice(literal, at, literal.len), years) != 1)
        return fail(account, STR("it does not say when it was the first of the two"));
    account->frame->form = FRAME_PAIR;
    account->frame->from_year = years[0];
    return true;
}

/* "prices rose by 6.1 percent" tells the rate itself; "growth was 2.4 percent" a change of what grows. */
static bool settle_change_told(struct account *account, bool changed, bool down)
{
    struct frame *frame = account->frame;
    if (account->risen) {
        frame->down = down;
        return changed || fail(account, arena_printf(account->arena, "what '%s' has to do with it is not known",
                                                     account->measure->name));
    }
    if (changed)
        return fail(account, STR("it is a change of a change"));
    frame->form = FRAME_CHANGE;
    frame->growth = true;
    return true;
}

static bool settle_form(struct account *account)
{
    const struct claim *claim = account->claim;
    struct frame *frame = account->frame;
    bool level = is_level(account);
    bool changed = !level && (claim->direction != DIRECTION_NONE || account->change_noun);
    frame->down =
        changed && (claim->direction != DIRECTION_NONE ? claim->direction == DIRECTION_DOWN : account->change_down);
    if (claim->upper.ptr && str_eq_nocase(str_slice(claim->literal, 0, 5), STR("from ")))
        return settle_pair(account);
    if (claim->kind == KIND_RATIO && literal_has(account, WORD_MULTIPLE)) {
        frame->form = FRAME_MULTIPLE;
        frame->down = false;
        return true;
    }
    if (claim->kind == KIND_RATIO && str_eq(claim->unit, STR("times")))
        return fail(account, STR("it is so many times something else"));
    if (account->risen || account->growth)
        return settle_change_told(account, changed, frame->down);
    if (changed)
        frame->form = FRAME_CHANGE;
    else if (account->changes && !level)
        return fail(account, arena_printf(account->arena, "what '%.*s' does to it is not known",
                                          STR_ARG(account->clause->words[account->change_word])));
    return true;
}

/* "from 1.5 percent of GDP in 2023 to 2 percent in 2024": of what, is said once. */
static void carry_whole(struct account *account, const struct frame *before)
{
    struct frame *frame = account->frame;
    if (frame->of || !before || before->problem.ptr || before->measure != account->measure ||
        before->entity != account->entity || before->form != FRAME_LEVEL)
        return;
    frame->of = account->of = before->of;
    frame->carried = STR("the figure before");
}

static bool settle_share(struct account *account, const struct frame *before)
{
    const struct frame *frame = account->frame;
    const struct measure *measure = account->measure;
    bool part = account->claim->kind == KIND_PERCENT || str_eq(account->claim->unit, STR("fraction"));
    if (part && frame->form == FRAME_LEVEL && !(measure->flags & MEASURE_RATE))
        carry_whole(account, before);
    if (part && frame->form == FRAME_LEVEL && !frame->of && !(measure->flags & MEASURE_RATE))
        return fail(account, STR("it does not say of what it is a part"));
    if (!part && frame->of)
        return fail(account, STR("it is a part of something, and not told in percent"));
    return true;
}

void frame_settle(struct account *account, const struct frame *before)
{
    bool given = account->framer->given.measure;
    if (!given && (!settle_measure(account, before) || !settle_of(account)))
        return;
    if (!account->entity) {
        fail(account, STR("it names no country or group of countries"));
        return;
    }
    if (settle_per(account) && settle_form(account) && (given || settle_share(account, before)))
        settle_period(account);
}

/* ---- the price of a currency ---- */

/* The currency that a word of the subject names; "the pound" is money there. */
static struct str currency_at(const struct account *account, size_t i, size_t *ret_end)
{
    const struct tokens *tokens = &account->clause->tokens;
    struct unit_match unit;
    if (token_is(tokens, i, "pound") && !token_is(tokens, i + 1, "sterling")) {
        *ret_end = i + 1;
        return STR("GBP");
    }
    if (!unit_find(account->framer->units, tokens, i, false, &unit) || unit.unit->kind != KIND_MONEY)
        return STR_NULL;
    *ret_end = unit.end;
    return str_from(unit.unit->name);
}

static bool is_currency(struct str unit)
{
    return unit.len == 3 && is_upper(unit.ptr[0]) && is_upper(unit.ptr[1]) && is_upper(unit.ptr[2]);
}

/* "The dollar bought 140 yen in 2023": no more words than those of it. */
bool frame_exchange(struct account *account)
{
    struct clause *clause = account->clause;
    struct str currency = STR_NULL;
    bool buys = false;
    if (account->claim->kind != KIND_MONEY || !is_currency(account->claim->unit))
        return false;
    for (size_t i = clause->from, taken; i < clause->to; i += taken) {
        size_t end;
        struct str named_here = i < clause->figure && !currency.ptr ? currency_at(account, i, &end) : STR_NULL;
        taken = 1;
        if (i >= clause->figure && i < clause->figure_end) {
            taken = clause->figure_end - i;
        } else if (named_here.ptr) {
            currency = named_here;
            taken = end - i;
        } else if (clause_phrase(clause, i, clause->to, frame_buys) > 0) {
            taken = clause_phrase(clause, i, clause->to, frame_buys);
            buys = true;
        } else if (!token_is_one_of(&clause->tokens, i, "the a one in . an average of") &&
                   (clause->tokens.at[i].start < account->period_start ||
                    clause->tokens.at[i].end > account->period_end)) {
            return false;
        }
    }
    if (!currency.ptr || !buys || !is_currency(currency))
        return false;
    account->frame->base_currency = currency;
    account->frame->measure = named(account, STR("exchange rate"));
    account->frame->entity = NULL;
    if (settle_period(account) && !account->frame->first.ptr)
        fail(account, STR("it does not say when"));
    return true;
}
