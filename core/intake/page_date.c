/* Dates as pages, mails and feeds write them. */
#include "core/intake/page_date.h"

#include <string.h>
#include <time.h>

#include "core/base/clock.h"

static size_t digits_at(struct str text, size_t at)
{
    size_t i = at;
    while (i < text.len && is_digit(text.ptr[i]))
        i++;
    return i - at;
}

static int number_at(struct str text, size_t at, size_t count)
{
    int value = 0;
    for (size_t i = at; i < at + count; i++)
        value = value * 10 + (text.ptr[i] - '0');
    return value;
}

static struct str iso_date(int year, int month, int day, struct arena *arena)
{
    struct str date = arena_printf(arena, "%04d-%02d-%02d", year, month, day);
    return date_valid(date) ? date : STR_NULL;
}

/* "2016-02-01…", "2016/2/1", "20160201…": year first. */
static struct str date_of_digits(struct str text, struct arena *arena)
{
    size_t first = digits_at(text, 0);
    if (first == 8 || first == 14 || first == 12)
        return iso_date(number_at(text, 0, 4), number_at(text, 4, 2), number_at(text, 6, 2), arena);
    if (first != 4 || text.len < 6 || !memchr("-/.", text.ptr[4], 3))
        return STR_NULL;
    size_t month = digits_at(text, 5);
    if (month < 1 || month > 2)
        return STR_NULL;
    size_t at = 5 + month + 1, day = at <= text.len ? digits_at(text, at) : 0;
    if (day < 1 || day > 2 || text.ptr[at - 1] != text.ptr[4])
        return STR_NULL;
    return iso_date(number_at(text, 0, 4), number_at(text, 5, month), number_at(text, at, day), arena);
}

int page_date_month(struct str word)
{
    static const char *const months[] = {"january", "february", "march",     "april",   "may",      "june",
                                         "july",    "august",   "september", "october", "november", "december"};
    for (int i = 0; i < 12; i++) {
        struct str full = str_from(months[i]);
        if (word.len >= 3 && word.len <= full.len && str_eq_nocase(word, str_slice(full, 0, word.len)))
            return i + 1;
    }
    return 0;
}

/* "Mon, 1 Feb 2016", "February 1, 2016": the first month by name, day and year around it. */
static struct str date_of_words(struct str text, struct arena *arena)
{
    int month = 0, day = 0, year = 0;
    for (size_t i = 0; i < text.len;) {
        size_t digits = digits_at(text, i), letters = 0;
        while (i + letters < text.len && is_alpha(text.ptr[i + letters]))
            letters++;
        if ((digits == 1 || digits == 2) && day == 0)
            day = number_at(text, i, digits);
        else if (digits == 4 && year == 0)
            year = number_at(text, i, 4);
        else if (letters > 0 && month == 0)
            month = page_date_month(str_slice(text, i, i + letters));
        if (month && day && year)
            return iso_date(year, month, day, arena);
        i += digits + letters > 0 ? digits + letters : 1;
    }
    return STR_NULL;
}

struct str page_date_read(struct str text, struct arena *arena)
{
    text = str_trim(text);
    struct str date = date_of_digits(text, arena);
    return date.ptr ? date : date_of_words(text, arena);
}

/* Milliseconds or seconds since 1970, of this century: scripts' own way. */
struct str page_date_of_epoch(struct str text, struct arena *arena)
{
    time_t seconds = 0;
    struct tm utc;
    if ((text.len != 10 && text.len != 13) || digits_at(text, 0) != text.len)
        return STR_NULL;
    for (size_t i = 0; i < 10; i++)
        seconds = seconds * 10 + (text.ptr[i] - '0');
    if (seconds < 946684800 || !gmtime_r(&seconds, &utc))
        return STR_NULL;
    return iso_date(utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday, arena);
}

/* English of the United States and its neighbours puts the month first; other languages put the day there. */
static bool month_is_first(struct str language, bool *ret_known)
{
    bool english = language.len >= 2 && str_eq_nocase(str_slice(language, 0, 2), STR("en"));
    bool american = language.len == 5 && str_eq_nocase(str_slice(language, 3, 5), STR("us"));
    *ret_known = language.len >= 2 && (!english || language.len == 5);
    return english && american;
}

static struct str date_of_three(const int number[3], size_t year_digits, char sign, struct str language,
                                struct arena *arena)
{
    bool known, month_first = month_is_first(language, &known);
    int year = year_digits == 2 ? 2000 + number[2] : number[2];
    if (number[0] > 12 || sign == '.') /* which only the languages use that put the day first */
        return iso_date(year, number[1], number[0], arena);
    if (number[1] > 12)
        return iso_date(year, number[0], number[1], arena);
    if (!known && number[0] != number[1])
        return STR_NULL;
    return month_first ? iso_date(year, number[0], number[1], arena) : iso_date(year, number[1], number[0], arena);
}

struct str page_date_of_numbers(struct str text, struct str language, struct arena *arena)
{
    for (size_t at = 0; at < text.len; at++) {
        size_t i = at, digits[3] = {0};
        int number[3] = {0};
        char sign = 0;
        if (!is_digit(text.ptr[at]) || (at > 0 && (is_digit(text.ptr[at - 1]) || memchr("/.-", text.ptr[at - 1], 3))))
            continue;
        for (size_t part = 0; part < 3; part++) {
            digits[part] = digits_at(text, i);
            number[part] = digits[part] <= 4 ? number_at(text, i, digits[part]) : 0;
            i += digits[part];
            if (part < 2 && i < text.len && memchr("/.-", text.ptr[i], 3) && (part == 0 || text.ptr[i] == sign))
                sign = text.ptr[i++];
            else if (part < 2)
                break;
        }
        bool whole = digits[0] >= 1 && digits[0] <= 2 && digits[1] >= 1 && digits[1] <= 2;
        if (whole && (digits[2] == 2 || digits[2] == 4))
            return date_of_three(number, digits[2], sign, language, arena);
    }
    return STR_NULL;
}
