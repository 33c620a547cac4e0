/* Units of time: years, quarters, weeks, and what a count of them comes to from the document's date. */
#include "core/extract/time_scan.h"

/* Its months; 0 for weeks and days. */
int unit_months(const struct tokens *tokens, size_t i)
{
    if (unit_is(tokens, i, "month"))
        return 1;
    if (unit_is(tokens, i, "quarter"))
        return 3;
    if (unit_is(tokens, i, "year"))
        return 12;
    return unit_is(tokens, i, "decade") ? 120 : 0;
}

/* The unit of the calendar that lies `offset` from the document's own: last month is -1. */
struct days calendar_unit(const struct scan *scan, size_t unit, int offset)
{
    const struct tokens *tokens = scan->tokens;
    if (unit_is(tokens, unit, "year") && scan->year > 0)
        return days_of_year(scan->year + offset);
    if (token_is(tokens, unit, "century") && scan->year > 0)
        return (struct days){day_number((scan->year - 1) / 100 * 100 + 1 + 100 * offset, 1, 1),
                             day_number((scan->year - 1) / 100 * 100 + 100 + 100 * offset, 12, 31)};
    if (token_is(tokens, unit, "decade") && scan->year > 0 && offset == 0)
        return (struct days){day_number(scan->year / 10 * 10, 1, 1), day_number(scan->year / 10 * 10 + 9, 12, 31)};
    if (unit_is(tokens, unit, "month") && scan->month > 0)
        return days_of_months(scan->year, scan->month + offset, 1);
    if (unit_is(tokens, unit, "quarter") && scan->month > 0)
        return days_of_months(scan->year, (scan->month - 1) / 3 * 3 + 1 + 3 * offset, 3);
    if (unit_is(tokens, unit, "week") && scan->today > 0)
        return days_of_week(scan->today + 7 * offset);
    if (unit_is(tokens, unit, "day") && scan->today > 0)
        return (struct days){scan->today + offset, scan->today + offset};
    return days_unknown;
}

/* So many units up to the document's day, or from it on. */
struct days trailing_units(const struct scan *scan, size_t unit, int count, bool ahead)
{
    int months = unit_months(scan->tokens, unit) * count, days = 0;
    if (months == 0)
        days = (unit_is(scan->tokens, unit, "week") ? 7 : unit_is(scan->tokens, unit, "day") ? 1 : 0) * count;
    if (scan->today == 0 || count <= 0 || months + days == 0)
        return days_unknown;
    struct days today = {scan->today, scan->today};
    int other = months > 0 ? days_shift(today, ahead ? months : -months).first : scan->today + (ahead ? days : -days);
    return ahead ? (struct days){scan->today + 1, other} : (struct days){other + 1, scan->today};
}

/* A count of units: "three", "12", "a"; *ret_count is 0 for "few". Returns the token after it, or i. */
size_t count_at(const struct tokens *tokens, size_t i, int *ret_count)
{
    *ret_count = 0;
    if (token_is_one_of(tokens, i, "a an few several many")) {
        if (token_is(tokens, i, "a") && token_is_one_of(tokens, i + 1, "few couple"))
            return i + 2 + token_is(tokens, i + 2, "of");
        *ret_count = token_is_one_of(tokens, i, "a an");
        return i + 1;
    }
    if (token_has(tokens, i, WORD_CARDINAL)) {
        *ret_count = tokens->at[i].word->value;
        bool compound = *ret_count >= 20 && token_mark(tokens, i + 1, '-') && token_has(tokens, i + 2, WORD_CARDINAL);
        *ret_count += compound ? tokens->at[i + 2].word->value : 0;
        return i + (compound ? 3 : 1);
    }
    if (!token_kind_is(tokens, i, TOKEN_NUMBER))
        return i;
    struct str text = token_text(tokens, i);
    if (text.len > 3)
        return i;
    for (size_t k = 0; k < text.len; k++) {
        if (!is_digit(text.ptr[k]))
            return i;
        *ret_count = *ret_count * 10 + (text.ptr[k] - '0');
    }
    return i + 1;
}
