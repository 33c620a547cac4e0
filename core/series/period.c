/* Reads periods out of cells and headers. */
#include "core/series/period.h"

#include "core/base/clock.h"
#include "core/record/series.h"

enum { YEAR_FIRST = 1000, YEAR_LAST = 2999, MONTHS = 12 };

/* What is left to be read; each taker moves on only where it succeeds. */
static bool take(struct str *s, struct str what)
{
    if (s->len < what.len || !str_eq_nocase(str_slice(*s, 0, what.len), what))
        return false;
    *s = str_slice(*s, what.len, s->len);
    return true;
}

static bool take_one_of(struct str *s, const char *characters)
{
    for (const char *c = characters; *c; c++)
        if (s->len > 0 && s->ptr[0] == *c) {
            *s = str_slice(*s, 1, s->len);
            return true;
        }
    return false;
}

/* Exactly so many digits, and no digit after them. */
static bool take_number(struct str *s, size_t least, size_t most, int *ret)
{
    size_t len = 0;
    int value = 0;
    while (len < s->len && len < most && is_digit(s->ptr[len]))
        value = value * 10 + (s->ptr[len++] - '0');
    if (len < least || (len < s->len && is_digit(s->ptr[len])))
        return false;
    *ret = value;
    *s = str_slice(*s, len, s->len);
    return true;
}

static bool take_year(struct str *s, int *ret)
{
    struct str rest = *s;
    int year;
    if (!take_number(&rest, 4, 4, &year) || year < YEAR_FIRST || year > YEAR_LAST)
        return false;
    *ret = year;
    *s = rest;
    return true;
}

static bool take_month_name(struct str *s, int *ret)
{
    static const char *const names[MONTHS] = {"january", "february", "march",     "april",   "may",      "june",
                                              "july",    "august",   "september", "october", "november", "december"};
    for (int i = 0; i < MONTHS; i++) {
        struct str name = str_from(names[i]);
        if (take(s, name) || take(s, str_slice(name, 0, 3))) {
            take_one_of(s, ".");
            *ret = i + 1;
            return s->len == 0 || !is_alpha(s->ptr[0]);
        }
    }
    return false;
}

/* ---- parts of a year ---- */

struct part {
    const char *letters; /* that begin it, in either case */
    int frequency, count, months;
};

static const struct part parts[] = {
    {"Qq", FREQUENCY_QUARTER, 4, 3},
    {"HhSs", FREQUENCY_HALF, 2, 6},
    {"Mm", FREQUENCY_MONTH, MONTHS, 1},
};

static bool take_part(struct str *s, int *ret_number, const struct part **ret)
{
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        struct str rest = *s;
        int number;
        if (take_one_of(&rest, parts[i].letters) && take_number(&rest, 1, 2, &number) && number >= 1 &&
            number <= parts[i].count) {
            *s = rest;
            *ret_number = number;
            *ret = &parts[i];
            return true;
        }
    }
    return false;
}

static struct days part_days(int year, int number, const struct part *part)
{
    return days_of_months(year, (number - 1) * part->months + 1, part->months);
}

/* Week 1 is the one that the year's first Thursday is in (ISO 8601). */
static bool week_days(int year, int week, struct days *ret)
{
    int monday = days_of_week(day_number(year, 1, 4)).first + (week - 1) * 7;
    int in_year, month, day;
    day_date(monday + 3, &in_year, &month, &day);
    *ret = (struct days){monday, monday + 6};
    return week >= 1 && in_year == year;
}

/* ---- what stands after a year, and what stands before one ---- */

/* "-04", "-04-05", "-04-05T00:00:00" */
static bool read_iso(struct str s, int year, int *ret_frequency, struct days *ret)
{
    int month, day;
    if (!take_one_of(&s, "-/") || !take_number(&s, 2, 2, &month) || month < 1 || month > MONTHS)
        return false;
    *ret_frequency = FREQUENCY_MONTH;
    *ret = days_of_months(year, month, 1);
    if (s.len == 0)
        return true;
    if (!take_one_of(&s, "-/") || !take_number(&s, 2, 2, &day) || day < 1 || day > days_in_month(year, month))
        return false;
    *ret_frequency = FREQUENCY_DAY;
    ret->first = ret->last = day_number(year, month, day);
    if (take_one_of(&s, "T "))
        return take(&s, STR("00:00")) && (s.len == 0 || take(&s, STR(":00")));
    return s.len == 0;
}

static bool is_month_without_day(struct str s)
{
    return s.len == 3 && (s.ptr[0] == '-' || s.ptr[0] == '/') && is_digit(s.ptr[1]) && is_digit(s.ptr[2]);
}

/* 2023/24 and 2010-11 are budget years as often as months: a slash is never a month, nor is a number after 12. */
static bool read_after_year(struct str s, int year, int *ret_frequency, struct days *ret)
{
    const struct part *part = NULL;
    int number;
    if (s.len == 0 || str_eq(s, STR(".0")) || (s.len == 9 && str_starts(s, STR(" [YR")) && str_ends(s, STR("]")))) {
        *ret_frequency = FREQUENCY_YEAR;
        *ret = days_of_year(year);
        return true;
    }
    if (is_month_without_day(s) && s.ptr[0] == '/')
        return false;
    if (read_iso(s, year, ret_frequency, ret))
        return true;
    take_one_of(&s, "-: ");
    if (take_one_of(&s, "Ww") && take_number(&s, 1, 2, &number) && s.len == 0) {
        *ret_frequency = FREQUENCY_WEEK;
        return week_days(year, number, ret);
    }
    if (take_part(&s, &number, &part)) {
        *ret_frequency = part->frequency;
        *ret = part_days(year, number, part);
        return s.len == 0;
    }
    if (take_month_name(&s, &number)) {
        *ret_frequency = FREQUENCY_MONTH;
        *ret = days_of_months(year, number, 1);
        return s.len == 0;
    }
    return false;
}

/* "Q1 2023", "Apr 2023", "April-2023" */
static bool read_before_year(struct str s, int *ret_frequency, struct days *ret)
{
    const struct part *part = NULL;
    struct str month_first = s;
    int number, year;
    if (take_part(&s, &number, &part)) {
        take_one_of(&s, "-/ ");
        *ret_frequency = part->frequency;
        if (!take_year(&s, &year))
            return false;
        *ret = part_days(year, number, part);
        return s.len == 0;
    }
    s = month_first;
    if (!take_month_name(&s, &number))
        return false;
    take_one_of(&s, "-/ ");
    *ret_frequency = FREQUENCY_MONTH;
    if (!take_year(&s, &year))
        return false;
    *ret = days_of_months(year, number, 1);
    return s.len == 0;
}

bool period_read(struct str text, int *ret_frequency, struct days *ret)
{
    struct str s = str_trim(text);
    struct days days = {0};
    int year, frequency = FREQUENCY_YEAR;
    take(&s, STR("YR"));
    bool read =
        take_year(&s, &year) ? read_after_year(s, year, &frequency, &days) : read_before_year(s, &frequency, &days);
    if (read) {
        *ret_frequency = frequency;
        *ret = days;
    }
    return read;
}

bool period_around(int day, int frequency, struct days *ret)
{
    static const int months[FREQUENCY_END] = {
        [FREQUENCY_YEAR] = MONTHS, [FREQUENCY_HALF] = 6, [FREQUENCY_QUARTER] = 3, [FREQUENCY_MONTH] = 1};
    int year, month, of_month, length = months[frequency];
    if (length == 0)
        return false;
    day_date(day, &year, &month, &of_month);
    struct days days = days_of_months(year, (month - 1) / length * length + 1, length);
    if (days.first != day && days.last != day)
        return false;
    *ret = days;
    return true;
}

static char *digits(char *at, int value, int count)
{
    for (int i = count - 1; i >= 0; i--, value /= 10)
        at[i] = (char)('0' + value % 10);
    return at + count;
}

void period_day_text(int day, char ret[PERIOD_DAY_SIZE])
{
    int year, month, of_month;
    day_date(day, &year, &month, &of_month);
    ret = digits(ret, year, 4);
    *ret++ = '-';
    ret = digits(ret, month, 2);
    *ret++ = '-';
    ret = digits(ret, of_month, 2);
    *ret = '\0';
}
