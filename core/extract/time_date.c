/* Times by the calendar: dates, quarters, months, weekdays and seasons. Without a year the latest one is meant. */
#include "core/base/clock.h"
#include "core/extract/time_scan.h"
#include "core/text/tag.h"

/* "will open in May", "by June": it may be to come, and the text does not say of which year. */
bool may_be_ahead(const struct tokens *tokens, size_t i)
{
    enum { REACH = 25 };
    if (i > 0 && token_is_one_of(tokens, i - 1, "from by until till before starting beginning"))
        return true;
    for (size_t k = i; k-- > 0 && i - k < REACH;)
        if (token_is_one_of(tokens, k, "will 'll shall would won't due expected expect expects scheduled") ||
            (token_is_one_of(tokens, k, "is are") && token_is(tokens, k + 1, "to")))
            return true;
    return false;
}

/* A month without its year: the latest that has begun by the document's date. */
static struct days latest_months(const struct scan *scan, int month, int count, size_t at)
{
    if (scan->month == 0 || may_be_ahead(scan->tokens, at))
        return days_unknown;
    return days_of_months(scan->year - (month > scan->month), month, count);
}

static const struct quantity *date_from(const struct reading *reading, size_t i)
{
    for (size_t k = 0; k < reading->count; k++)
        if (reading->at[k].kind == KIND_DATE && reading->at[k].first == i)
            return &reading->at[k];
    return NULL;
}

static struct days day_without_year(const struct scan *scan, const struct date *date, size_t at)
{
    if (scan->today == 0 || may_be_ahead(scan->tokens, at))
        return days_unknown;
    int year = scan->year;
    int first = day_number(year, date->month, date->day);
    if (first > scan->today)
        first = day_number(--year, date->month, date->day);
    if (date->day > days_in_month(year, date->month))
        return days_unknown; /* 29 February of no leap year */
    return (struct days){first, first + (date->last_day > 0 ? date->last_day - date->day : 0)};
}

/* "Vision 2040", "the Paris 2024 games", "(2015 = 100)": a year that says nothing of when. */
static bool is_name_or_base(const struct tokens *tokens, const struct quantity *date)
{
    bool bare = date->date.month == 0 && date->end == date->first + 1;
    if (token_mark(tokens, date->end, '='))
        return true;
    return bare && date->first > 0 && token_flag(tokens, date->first - 1, TOKEN_CAPITAL) && date->first > 1 &&
           !token_has(tokens, date->first - 1, WORD_MONTH | WORD_PREPOSITION | WORD_DETERMINER | WORD_CONJUNCTION) &&
           !token_is_one_of(tokens, date->first - 1, "Spring Summer Autumn Fall Winter FY") &&
           !token_is_one_of(tokens, date->first - 2, "in since during until by");
}

static bool quarter_number(const struct tokens *tokens, size_t i, int *ret_month, int *ret_months)
{
    int number;
    bool half = token_is(tokens, i, "H");
    if ((!half && !token_is(tokens, i, "Q")) || !token_glued(tokens, i + 1) ||
        count_at(tokens, i + 1, &number) != i + 2 || number < 1 || number > (half ? 2 : 4))
        return false;
    *ret_months = half ? 6 : 3;
    *ret_month = (number - 1) * *ret_months + 1;
    return true;
}

/* "in 2018", "March 7", "2024 Q1", "the 2019/20 financial year". */
bool read_date(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    const struct quantity *quantity = date_from(scan->reading, i);
    if (!quantity || is_name_or_base(tokens, quantity))
        return false;
    const struct date *date = &quantity->date;
    *ret = (struct time){.first = i, .end = quantity->end, .days = date_days(date), .one_day = date->day > 0};
    if (date->year == 0 && date->day > 0)
        ret->days = day_without_year(scan, date, i);
    int month, months;
    if (date->month == 0 && date->year == date->last_year && quarter_number(tokens, ret->end, &month, &months)) {
        ret->days = days_of_months(date->year, month, months);
        ret->end += 2;
    }
    if (token_is_one_of(tokens, ret->end, "fiscal financial tax") && token_is(tokens, ret->end + 1, "year")) {
        ret->end += 2;
        ret->days = days_unknown;
    }
    return true;
}

/* "Q1 2024", "Q1 of 2024", "Q3". */
bool read_quarter(struct scan *scan, size_t i, struct time *ret)
{
    int month, months;
    if (!quarter_number(scan->tokens, i, &month, &months))
        return false;
    *ret = (struct time){.first = i, .end = i + 2};
    const struct quantity *year = date_from(scan->reading, i + 2 + token_is(scan->tokens, i + 2, "of"));
    if (year && year->date.month == 0 && year->date.year == year->date.last_year) {
        ret->end = year->end;
        ret->days = days_of_months(year->date.year, month, months);
    }
    return true;
}

/* "fiscal 2023", "fiscal year 2023", "FY2024": the text does not say when it begins. */
bool read_fiscal(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    if (!token_is_one_of(tokens, i, "fiscal financial FY"))
        return false;
    const struct quantity *year = date_from(scan->reading, i + 1 + token_is(tokens, i + 1, "year"));
    if (!year)
        return false;
    *ret = (struct time){.first = i, .end = year->end};
    if (year->date.last_year == year->date.year + 1) /* "2023/24": no day of it lies outside the two */
        ret->days = date_days(&year->date);
    return true;
}

/* "in May", "January-June 2024", "January to June 2024"; the year after a month is part of its date. */
bool read_month(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    bool span = (token_mark(tokens, i + 1, '-') || token_is_one_of(tokens, i + 1, "to through")) &&
                token_has(tokens, i + 2, WORD_MONTH) && token_flag(tokens, i + 2, TOKEN_CAPITAL);
    if (!token_has(tokens, i, WORD_MONTH) || !token_flag(tokens, i, TOKEN_CAPITAL))
        return false;
    int month = tokens->at[i].word->value;
    if (span) {
        const struct quantity *last = date_from(scan->reading, i + 2);
        int count = (tokens->at[i + 2].word->value - month + 12) % 12 + 1;
        *ret = (struct time){.first = i, .end = i + 3, .days = latest_months(scan, month, count, i)};
        if (last && last->date.year > 0 && last->date.day == 0) {
            ret->end = last->end;
            ret->days = days_of_months(last->date.year - (month > last->date.month), month, count);
        }
        return true;
    }
    if (i == 0 ||
        !token_is_one_of(tokens, i - 1, "in during of until since from between by last early late mid to and -"))
        return false;
    *ret = (struct time){.first = i, .end = i + 1, .days = latest_months(scan, month, 1, i)};
    return true;
}

bool read_weekday(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    bool name = token_flag(tokens, i - 1, TOKEN_CAPITAL) && i > 1 && !token_has(tokens, i - 1, WORD_PREPOSITION);
    if (!token_has(tokens, i, WORD_WEEKDAY) || !token_flag(tokens, i, TOKEN_CAPITAL) ||
        (i > 0 && (name || token_is_one_of(tokens, i - 1, "a single every each"))) ||
        token_flag(tokens, i + 1, TOKEN_CAPITAL))
        return false;
    static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                           "Friday", "Saturday", "Sunday"};
    int day = 0;
    while (!token_spells(tokens, i, weekdays[day]))
        day++;
    *ret = (struct time){.first = i, .end = i + 1, .one_day = true};
    if (scan->today > 0 && !may_be_ahead(tokens, i)) {
        int back = (day_of_week(scan->today) - day + 7) % 7;
        ret->days = (struct days){scan->today - back, scan->today - back};
    }
    return true;
}

int season_month(const struct tokens *tokens, size_t i)
{
    return token_is(tokens, i, "spring")               ? 3
           : token_is(tokens, i, "summer")             ? 6
           : token_is_one_of(tokens, i, "autumn fall") ? 9
           : token_is(tokens, i, "winter")             ? 12
                                                       : 0;
}

/* The season whose first month is `month`: the latest that is over, the next to begin, or this year's. */
struct days season_days(const struct scan *scan, int month, int which)
{
    if (scan->month == 0)
        return days_unknown;
    int year = scan->year, now = scan->year * 12 + scan->month;
    if (which < 0)
        while (year * 12 + month + 3 > now)
            year--;
    else if (which > 0)
        year += month <= scan->month;
    else if (month == 12 && scan->month > 2 && scan->month < 12)
        return days_unknown; /* "this winter" in May: the last one or the next */
    else
        year -= month == 12 && scan->month < 3;
    return days_of_months(year, month, 3);
}

/* "in the spring", "the summer of 2022", "winter 2023". */
bool read_season(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    size_t noun = past_the(tokens, i);
    int month = season_month(tokens, noun);
    const struct quantity *year = date_from(scan->reading, noun + 1 + token_is(tokens, noun + 1, "of"));
    bool dated = year && year->date.month == 0 && year->date.year == year->date.last_year;
    bool led = i > 0 && token_is_one_of(tokens, i - 1, "in during over since by until through early late mid");
    bool word = token_part_is(tokens, noun + 1, PART_NOUN) || token_is(tokens, noun + 1, "in"); /* "in fall in" */
    if (month == 0 || (!dated && (!led || word)))
        return false;
    *ret = (struct time){.first = i, .end = noun + 1};
    if (dated) {
        ret->end = year->end;
        ret->days = days_of_months(year->date.year, month, 3);
    } else if (!may_be_ahead(tokens, i)) {
        ret->days = season_days(scan, month, -1);
    }
    return true;
}
