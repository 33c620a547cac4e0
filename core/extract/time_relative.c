/* Times told against the document's own date, "last year", "two years ago", or against another, "a year earlier". */
#include "core/extract/time_scan.h"
#include "core/text/tag.h"

/* "is meant to [last 60 days]" */
static bool is_verb_here(const struct tokens *tokens, size_t i)
{
    return token_part_is(tokens, i, PART_VERB) || token_is_one_of(tokens, i - 1, "to") ||
           token_part_is(tokens, i - 1, PART_AUXILIARY);
}

static struct days named_days(const struct scan *scan, size_t noun, int offset)
{
    const struct tokens *tokens = scan->tokens;
    int season = season_month(tokens, noun);
    if (season > 0)
        return season_days(scan, season, offset);
    if (scan->month == 0 || !token_has(tokens, noun, WORD_MONTH))
        return days_unknown;
    int month = tokens->at[noun].word->value, year = scan->year;
    if (offset < 0)
        year -= month >= scan->month;
    if (offset > 0)
        year += month <= scan->month;
    return days_of_months(year, month, 1);
}

/* "last year", "this month", "the past three months", "next winter", "last Friday", "last May", "the current one". */
bool read_relative(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    size_t lead = past_the(tokens, i);
    bool the = lead > i;
    if (!token_is_one_of(tokens, lead, "last this next previous current past coming following preceding") ||
        (i > 0 && token_is(tokens, lead, "last") && !the && is_verb_here(tokens, lead)))
        return false;
    int count = 0;
    size_t counted = lead + 1, noun = counted;
    if (!token_is(tokens, lead, "this"))
        noun = count_at(tokens, counted, &count);
    bool fiscal = token_is_one_of(tokens, noun, "fiscal financial school academic tax");
    noun += fiscal || token_is_one_of(tokens, noun, "calendar full");
    bool unit = is_time_unit(tokens, noun) && !token_is(tokens, noun + 1, "-");
    bool named = noun == counted && (season_month(tokens, noun) > 0 || token_has(tokens, noun, WORD_WEEKDAY) ||
                                     (token_has(tokens, noun, WORD_MONTH) && token_flag(tokens, noun, TOKEN_CAPITAL)));
    bool one = the && token_is(tokens, lead + 1, "one") && i > 0 && token_part_is(tokens, i - 1, PART_PREPOSITION);
    if (one) {
        *ret = (struct time){.first = i, .end = lead + 2};
        return true;
    }
    if (!unit && !named)
        return false;
    *ret = (struct time){.first = i, .end = noun + 1, .one_day = token_has(tokens, noun, WORD_WEEKDAY)};
    int offset = token_is_one_of(tokens, lead, "last past previous") ? -1 : token_is(tokens, lead, "next") ? 1 : 0;
    if (fiscal || token_is_one_of(tokens, lead, "coming following preceding"))
        return true;
    bool text_time = the && !token_is_one_of(tokens, lead, "past current"); /* against a time of the text */
    if (named)
        ret->days = text_time ? days_unknown : named_days(scan, noun, offset);
    else if (noun > counted + (size_t)token_is_one_of(tokens, noun - 1, "calendar full"))
        ret->days = token_is(tokens, lead, "previous") ? days_unknown : trailing_units(scan, noun, count, offset > 0);
    else if (token_is(tokens, lead, "past") && the)
        ret->days = trailing_units(scan, noun, 1, false);
    else if (!text_time)
        ret->days = calendar_unit(scan, noun, offset);
    return true;
}

/* What may follow "a year before" where that is a time of its own, and no clause hangs on it. */
bool time_may_end(const struct tokens *tokens, size_t i)
{
    return i >= tokens->count || (token_kind_is(tokens, i, TOKEN_MARK) && !token_mark(tokens, i, '-')) ||
           token_has(tokens, i, WORD_CONJUNCTION | WORD_AUXILIARY) || token_is_one_of(tokens, i, "to on in when");
}

/* "two years ago", "a year earlier", "the month before", "the year before last". */
bool read_distance(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    int count = 1;
    size_t noun = token_is(tokens, i, "the") ? i + 1 : count_at(tokens, i, &count), word = noun + 1;
    if (noun == i || !is_time_unit(tokens, noun) || token_is(tokens, word, "than") ||
        (i > 0 && token_is(tokens, i - 1, "of"))) /* "a quarter of a century before" */
        return false;
    *ret = (struct time){.first = i, .end = word + 1};
    if (token_is(tokens, word, "ago") && !token_is(tokens, i, "the")) {
        int years = unit_months(tokens, noun) / 12;
        if (count > 0)
            ret->days = years > 0 && scan->year > 0 ? days_of_year(scan->year - years * count)
                                                    : calendar_unit(scan, noun, -count);
        return true;
    }
    if (token_is(tokens, word, "before") && token_is(tokens, word + 1, "last")) {
        ret->end++;
        ret->days = calendar_unit(scan, noun, -2);
        return true;
    }
    bool later = token_is_one_of(tokens, word, "later after") && token_is(tokens, i, "the");
    if (!later && !token_is_one_of(tokens, word, "earlier before previously prior"))
        return false;
    return token_is(tokens, word, "earlier") ? !token_is(tokens, word + 1, "than") : time_may_end(tokens, word + 1);
}

bool read_day_word(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    bool christmas = token_is_one_of(tokens, i, "Christmas Easter Ramadan Thanksgiving") && i > 0 &&
                     token_is_one_of(tokens, i - 1, "by at before since until over last this next");
    if ((!christmas && !token_is_one_of(tokens, i, "today yesterday tomorrow tonight")) ||
        token_flag(tokens, i + 1, TOKEN_SUFFIX))
        return false;
    *ret = (struct time){.first = i, .end = i + 1};
    int day = token_is(tokens, i, "yesterday") ? -1 : token_is(tokens, i, "tomorrow") ? 1 : 0;
    if (scan->today > 0 && !christmas)
        ret->days = (struct days){scan->today + day, scan->today + day};
    return true;
}

/* "6% this year and 4% [next]" */
bool read_ellipsis(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    if (i == 0 || !token_is_one_of(tokens, i, "next last") || !(scan->reading->taken[i - 1]) ||
        !time_may_end(tokens, i + 1))
        return false;
    for (size_t k = i; k-- > 1;) {
        if (!token_is_one_of(tokens, k, "year month quarter week") || !token_is_one_of(tokens, k - 1, "this last"))
            continue;
        *ret = (struct time){.first = i, .end = i + 1};
        if (token_is(tokens, k - 1, "this"))
            ret->days = calendar_unit(scan, k, token_is(tokens, i, "next") ? 1 : -1);
        return true;
    }
    return false;
}
