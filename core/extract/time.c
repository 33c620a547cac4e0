/* Finding times: a reader for each form, tried at each token; the first that fits wins. */
#include "core/extract/time.h"

#include "core/base/clock.h"
#include "core/text/tag.h"

enum { NESTING = 3 }; /* "the first half of the year to July" */

struct scan {
    const struct reading *reading;
    const struct tokens *tokens;
    int year, month; /* of the document; 0 where they are not known */
    int today;       /* its day; 0 where it is not known */
    int depth;
};

static const struct days unknown = {0, 0};

static const char units_of_time[] = "year years quarter quarters month months week weeks day days decade decades "
                                    "century centuries";

static bool time_at(struct scan *scan, size_t i, struct time *ret);

/* A time inside another: "the end of [June]". */
static bool inner_time(struct scan *scan, size_t i, struct time *ret)
{
    if (scan->depth >= NESTING)
        return false;
    scan->depth++;
    bool found = time_at(scan, i, ret);
    scan->depth--;
    return found;
}

static size_t past_the(const struct tokens *tokens, size_t i)
{
    return token_is(tokens, i, "the") ? i + 1 : i;
}

/* ---- what a unit of time comes to ---- */

static bool unit_is(const struct tokens *tokens, size_t i, const char *unit)
{
    struct str text = token_text(tokens, i), name = str_from(unit);
    return token_is(tokens, i, unit) ||
           (text.len == name.len + 1 && to_lower(text.ptr[text.len - 1]) == 's' &&
            str_eq_nocase(str_slice(text, 0, name.len), name));
}

/* Its months; 0 for weeks and days. */
static int unit_months(const struct tokens *tokens, size_t i)
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
static struct days calendar_unit(const struct scan *scan, size_t unit, int offset)
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
    return unknown;
}

/* So many units up to the document's day, or from it on. */
static struct days trailing_units(const struct scan *scan, size_t unit, int count, bool ahead)
{
    int months = unit_months(scan->tokens, unit) * count, days = 0;
    if (months == 0)
        days = (unit_is(scan->tokens, unit, "week") ? 7 : unit_is(scan->tokens, unit, "day") ? 1 : 0) * count;
    if (scan->today == 0 || count <= 0 || months + days == 0)
        return unknown;
    struct days today = {scan->today, scan->today};
    int other = months > 0 ? days_shift(today, ahead ? months : -months).first : scan->today + (ahead ? days : -days);
    return ahead ? (struct days){scan->today + 1, other} : (struct days){other + 1, scan->today};
}

/* A count of units: "three", "12", "a"; *ret_count is 0 for "few". Returns the token after it, or i. */
static size_t count_at(const struct tokens *tokens, size_t i, int *ret_count)
{
    *ret_count = 0;
    if (token_is_one_of(tokens, i, "a an"))
        *ret_count = 1;
    if (token_is_one_of(tokens, i, "a") && token_is_one_of(tokens, i + 1, "few couple")) {
        *ret_count = 0;
        return i + 2 + token_is(tokens, i + 2, "of");
    }
    if (*ret_count > 0 || token_is_one_of(tokens, i, "few several many"))
        return i + 1;
    if (token_has(tokens, i, WORD_CARDINAL)) {
        *ret_count = tokens->at[i].word->value;
        bool compound = *ret_count >= 20 && token_mark(tokens, i + 1, '-') && token_has(tokens, i + 2, WORD_CARDINAL);
        *ret_count += compound ? tokens->at[i + 2].word->value : 0;
        return i + (compound ? 3 : 1);
    }
    struct str text = token_text(tokens, i);
    if (!token_kind_is(tokens, i, TOKEN_NUMBER) || text.len > 3)
        return i;
    for (size_t k = 0; k < text.len; k++) {
        if (!is_digit(text.ptr[k]))
            return i;
        *ret_count = *ret_count * 10 + (text.ptr[k] - '0');
    }
    return i + 1;
}

/* ---- dates, months, weekdays and seasons, of which the latest before the document's day is meant ---- */

/* "will open in May", "by June": it may be to come, and the text does not say of which year. */
static bool may_be_ahead(const struct tokens *tokens, size_t i)
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
        return unknown;
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
        return unknown;
    int year = scan->year;
    int first = day_number(year, date->month, date->day);
    if (first > scan->today)
        first = day_number(--year, date->month, date->day);
    if (date->day > days_in_month(year, date->month))
        return unknown; /* 29 February of no leap year */
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
static bool read_date(struct scan *scan, size_t i, struct time *ret)
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
        ret->days = unknown;
    }
    return true;
}

/* "Q1 2024", "Q1 of 2024", "Q3". */
static bool read_quarter(struct scan *scan, size_t i, struct time *ret)
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
static bool read_fiscal(struct scan *scan, size_t i, struct time *ret)
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
static bool read_month(struct scan *scan, size_t i, struct time *ret)
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
    if (i == 0 || !token_is_one_of(tokens, i - 1, "in during of until since from between by last early late mid to and -"))
        return false;
    *ret = (struct time){.first = i, .end = i + 1, .days = latest_months(scan, month, 1, i)};
    return true;
}

static bool read_weekday(struct scan *scan, size_t i, struct time *ret)
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
    while (!token_is(tokens, i, weekdays[day]))
        day++;
    *ret = (struct time){.first = i, .end = i + 1, .one_day = true};
    if (scan->today > 0 && !may_be_ahead(tokens, i)) {
        int back = (day_of_week(scan->today) - day + 7) % 7;
        ret->days = (struct days){scan->today - back, scan->today - back};
    }
    return true;
}

static int season_month(const struct tokens *tokens, size_t i)
{
    return token_is(tokens, i, "spring")              ? 3
           : token_is(tokens, i, "summer")            ? 6
           : token_is_one_of(tokens, i, "autumn fall") ? 9
           : token_is(tokens, i, "winter")            ? 12
                                                      : 0;
}

/* The season whose first month is `month`: the latest that is over, the next to begin, or this year's. */
static struct days season_days(const struct scan *scan, int month, int which)
{
    if (scan->month == 0)
        return unknown;
    int year = scan->year, now = scan->year * 12 + scan->month;
    if (which < 0)
        while (year * 12 + month + 3 > now)
            year--;
    else if (which > 0)
        year += month <= scan->month;
    else if (month == 12 && scan->month > 2 && scan->month < 12)
        return unknown; /* "this winter" in May: the last one or the next */
    else
        year -= month == 12 && scan->month < 3;
    return days_of_months(year, month, 3);
}

/* "in the spring", "the summer of 2022", "winter 2023". */
static bool read_season(struct scan *scan, size_t i, struct time *ret)
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

/* ---- told against the document's own date ---- */

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
        return unknown;
    int month = tokens->at[noun].word->value, year = scan->year;
    if (offset < 0)
        year -= month >= scan->month;
    if (offset > 0)
        year += month <= scan->month;
    return days_of_months(year, month, 1);
}

/* "last year", "this month", "the past three months", "next winter", "last Friday", "last May", "the current one". */
static bool read_relative(struct scan *scan, size_t i, struct time *ret)
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
    bool unit = token_is_one_of(tokens, noun, units_of_time) && !token_is(tokens, noun + 1, "-");
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
        ret->days = text_time ? unknown : named_days(scan, noun, offset);
    else if (noun > counted + (size_t)token_is_one_of(tokens, noun - 1, "calendar full"))
        ret->days = token_is(tokens, lead, "previous") ? unknown : trailing_units(scan, noun, count, offset > 0);
    else if (token_is(tokens, lead, "past") && the)
        ret->days = trailing_units(scan, noun, 1, false);
    else if (!text_time)
        ret->days = calendar_unit(scan, noun, offset);
    return true;
}

/* What may follow "a year before" where that is a time of its own, and no clause hangs on it. */
static bool ends_time(const struct tokens *tokens, size_t i)
{
    return i >= tokens->count || (token_kind_is(tokens, i, TOKEN_MARK) && !token_mark(tokens, i, '-')) ||
           token_has(tokens, i, WORD_CONJUNCTION | WORD_AUXILIARY) || token_is_one_of(tokens, i, "to on in when");
}

/* "two years ago", "a year earlier", "the month before", "the year before last". */
static bool read_distance(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    int count = 1;
    size_t noun = token_is(tokens, i, "the") ? i + 1 : count_at(tokens, i, &count), word = noun + 1;
    if (noun == i || !token_is_one_of(tokens, noun, units_of_time) || token_is(tokens, word, "than") ||
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
    return token_is(tokens, word, "earlier") ? !token_is(tokens, word + 1, "than") : ends_time(tokens, word + 1);
}

static bool read_day_word(struct scan *scan, size_t i, struct time *ret)
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
static bool read_ellipsis(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    if (i == 0 || !token_is_one_of(tokens, i, "next last") || !(scan->reading->taken[i - 1]) ||
        !ends_time(tokens, i + 1))
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

/* ---- parts of a time, and spans that end with one ---- */

/* "the first half of [last year]", "the end of [June]": the part of the whole where it can be told. */
static struct days part_of(struct days whole, int first_month, int months)
{
    if (!days_known(whole) || months == 0)
        return unknown;
    struct days first = days_shift((struct days){whole.first, whole.first}, first_month);
    int last = days_shift(first, months).first - 1;
    return last <= whole.last ? (struct days){first.first, last} : unknown;
}

/* Whether an "of" or "in" with a time follows at i; *ret is that time. Or a time right behind: "last year", "2023". */
static bool whole_at(struct scan *scan, size_t i, struct time *ret)
{
    bool of = token_is_one_of(scan->tokens, i, "of in");
    bool plain = of && token_is(scan->tokens, i + 1, "the") && token_is_one_of(scan->tokens, i + 2, "year month quarter");
    if (plain) {
        *ret = (struct time){.first = i + 1, .end = i + 3};
        return true;
    }
    return inner_time(scan, of ? i + 1 : i, ret);
}

/* "the third quarter", "the first half of the year", "the first six months of 2024", "second-quarter". */
static bool read_ordinal(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    size_t ordinal = past_the(tokens, i), noun = ordinal + 1;
    bool numbered = token_is_one_of(tokens, ordinal, "first second third fourth");
    int count = 0, rank = numbered ? tokens->at[ordinal].word->value : 0;
    if (!numbered && !token_is_one_of(tokens, ordinal, "last final latter"))
        return false;
    bool hyphen = token_mark(tokens, noun, '-') && token_glued(tokens, noun) && token_is(tokens, noun + 1, "quarter");
    noun += hyphen;
    size_t counted = noun;
    noun = count_at(tokens, counted, &count);
    bool half = token_is(tokens, noun, "half"), bare = noun == counted;
    if (!half && !token_is_one_of(tokens, noun, bare ? "quarter month week" : "quarters months weeks years days"))
        return false;
    struct time whole;
    *ret = (struct time){.first = i, .end = noun + 1};
    bool of = whole_at(scan, noun + 1, &whole);
    bool quarter = bare && numbered && token_is(tokens, noun, "quarter");
    bool led = i > 0 && token_is_one_of(tokens, i - 1, "in during over for since by of until") && ordinal > i;
    if (!of && ((!hyphen && !led && !quarter) || token_is(tokens, ordinal, "last")))
        return false;
    int months = half ? 6 : unit_months(tokens, noun) * (bare ? 1 : count);
    if (of) {
        ret->end = whole.end;
        if (numbered && (bare || rank == 1))
            ret->days = part_of(whole.days, (rank - 1) * months, months);
    } else if (quarter && scan->month > 0 && !may_be_ahead(tokens, i)) {
        int first = (rank - 1) * 3 + 1; /* the latest such quarter that is over */
        ret->days = days_of_months(scan->year - (first + 3 > scan->month), first, 3);
    }
    return true;
}

/* "the end of June", "early 2019", "mid-May". */
static bool read_edge(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    size_t edge = past_the(tokens, i);
    struct time whole;
    bool vague = token_is_one_of(tokens, edge, "early late mid");
    if (vague) {
        size_t at = edge + 1 + token_mark(tokens, edge + 1, '-');
        if (!inner_time(scan, at, &whole) || whole.one_day)
            return false;
    } else if (!token_is_one_of(tokens, edge, "end start beginning middle close turn") ||
               !token_is(tokens, edge + 1, "of") || !whole_at(scan, edge + 1, &whole)) {
        return false;
    }
    *ret = (struct time){.first = i, .end = whole.end, .days = whole.days};
    bool known = days_known(whole.days);
    if (known && token_is_one_of(tokens, edge, "end close"))
        ret->days.first = whole.days.last;
    else if (known && token_is_one_of(tokens, edge, "start beginning"))
        ret->days.last = whole.days.first;
    return true;
}

/* "the year to July", "the three months to September", "the week ending 19 March", "the 12 months ended June 30". */
static bool read_run(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    int count = 1;
    struct time last;
    size_t the = past_the(tokens, i), noun = count_at(tokens, the, &count);
    bool fiscal = token_is_one_of(tokens, noun, "fiscal financial");
    noun += fiscal;
    bool bare = noun == the + (size_t)fiscal;
    if (bare)
        count = 1;
    bool unit = token_is_one_of(tokens, noun, units_of_time);
    if (!unit || (bare && the == i) || !token_is_one_of(tokens, noun + 1, "to ended ending through until") ||
        !inner_time(scan, noun + 2, &last))
        return false;
    *ret = (struct time){.first = i, .end = last.end};
    int months = unit_months(tokens, noun) * count;
    if (!days_known(last.days) || count <= 0)
        return true;
    int end = last.days.last;
    if (months > 0)
        ret->days = (struct days){days_shift((struct days){end, end}, -months).last + 1, end};
    else if (unit_is(tokens, noun, "week"))
        ret->days = (struct days){end - 7 * count + 1, end};
    return true;
}

/* "the same quarter of 2022", "the same period last year", "the same month a year earlier". */
static bool read_same(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    size_t noun = past_the(tokens, i) + 1;
    struct time whole;
    if (!token_is(tokens, noun - 1, "same") ||
        !token_is_one_of(tokens, noun, "quarter period month week time half season day point"))
        return false;
    *ret = (struct time){.first = i, .end = noun + 1};
    if (whole_at(scan, noun + 1, &whole))
        ret->end = whole.end;
    return ret->end > noun + 1;
}

/* "in the quarter", "over the year". */
static bool read_plain(struct scan *scan, size_t i, struct time *ret)
{
    const struct tokens *tokens = scan->tokens;
    bool led = i > 0 && token_is_one_of(tokens, i - 1, "in over during for");
    if (!led || !token_is(tokens, i, "the") || !token_is_one_of(tokens, i + 1, "year quarter month week period") ||
        !(ends_time(tokens, i + 2) || token_part_is(tokens, i + 2, PART_ADVERB)))
        return false;
    *ret = (struct time){.first = i, .end = i + 2};
    return true;
}

/* Whether a time may begin with token i at all: most words begin none. */
static bool may_begin(const struct tokens *tokens, size_t i)
{
    const uint32_t classes = WORD_CARDINAL | WORD_ORDINAL | WORD_MONTH | WORD_WEEKDAY | WORD_DETERMINER;
    if (!token_kind_is(tokens, i, TOKEN_WORD))
        return token_kind_is(tokens, i, TOKEN_NUMBER);
    return token_has(tokens, i, classes) ||
           token_is_one_of(tokens, i,
                           "last next previous current past coming following preceding early late mid end start beginning "
                           "middle close turn final latter fiscal financial FY Q H spring summer autumn fall winter today "
                           "yesterday tomorrow tonight Christmas Easter Ramadan Thanksgiving");
}

static bool time_at(struct scan *scan, size_t i, struct time *ret)
{
    if (!may_begin(scan->tokens, i))
        return false;
    static bool (*const readers[])(struct scan *, size_t, struct time *) = {
        read_date,     read_quarter,  read_fiscal,   read_run,      read_same,  read_ordinal, read_edge,
        read_distance, read_relative, read_ellipsis, read_day_word, read_season, read_month,  read_weekday,
        read_plain,
    };
    for (size_t k = 0; k < sizeof(readers) / sizeof(readers[0]); k++)
        if (readers[k](scan, i, ret))
            return true;
    return false;
}

/* ---- what stands between them ---- */

/* "between 2016 and 2019", "from March to May": two times with one word between are one. */
static bool joins_last(const struct scan *scan, struct time *last, const struct time *next)
{
    const struct tokens *tokens = scan->tokens;
    bool led = last->first > 0 && token_is_one_of(tokens, last->first - 1, "between from");
    if (!led || next->first != last->end + 1 || !token_is_one_of(tokens, last->end, "and to until through"))
        return false;
    bool known = days_known(last->days) && days_known(next->days) && last->days.first <= next->days.last;
    last->days = known ? (struct days){last->days.first, next->days.last} : unknown;
    last->end = next->end;
    return true;
}

/* "a year earlier" is told against the time before it in the sentence. */
static void shift_distance(const struct scan *scan, const struct times *times, struct time *time)
{
    const struct tokens *tokens = scan->tokens;
    int count = 1;
    size_t noun = token_is(tokens, time->first, "the") ? time->first + 1 : count_at(tokens, time->first, &count);
    if (days_known(time->days) || times->count == 0 || noun + 2 != time->end ||
        !token_is_one_of(tokens, noun + 1, "earlier before previously"))
        return;
    const struct time *told = &times->at[times->count - 1];
    if (unit_months(tokens, noun) > 0 && unit_months(tokens, noun) * count < 120 * 12)
        time->days = days_shift(told->days, -unit_months(tokens, noun) * count);
}

/* "since 2015": from then up to the document's day. */
static void lead_with_since(const struct scan *scan, struct time *time)
{
    if (time->first == 0 || !token_is(scan->tokens, time->first - 1, "since"))
        return;
    time->first--;
    bool known = days_known(time->days) && scan->today >= time->days.first;
    time->days = known ? (struct days){time->days.first, scan->today} : unknown;
}

static int number_of(struct str text, size_t from, size_t to)
{
    int value = 0;
    if (text.len < to)
        return 0;
    for (size_t i = from; i < to; i++)
        value = value * 10 + (text.ptr[i] - '0');
    return value;
}

struct times times_read(const struct reading *reading)
{
    struct str published = reading->published;
    struct scan scan = {.reading = reading,
                        .tokens = &reading->tokens,
                        .year = number_of(published, 0, 4),
                        .month = number_of(published, 5, 7)};
    int day = number_of(published, 8, 10);
    scan.today = day > 0 ? day_number(scan.year, scan.month, day) : 0;
    struct times times = {0};
    times.at = arena_alloc(reading->scratch, (reading->tokens.count + 1) * sizeof(*times.at));
    for (size_t i = 0; i < reading->tokens.count;) {
        struct time time;
        if (!time_at(&scan, i, &time)) {
            i++;
            continue;
        }
        i = time.end;
        shift_distance(&scan, &times, &time);
        if (times.count > 0 && joins_last(&scan, &times.at[times.count - 1], &time))
            continue;
        lead_with_since(&scan, &time);
        times.at[times.count++] = time;
    }
    return times;
}
