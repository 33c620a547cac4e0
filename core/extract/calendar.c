/* Spans of days: the arithmetic of the Gregorian calendar. */
#include "core/extract/calendar.h"

#include "core/base/clock.h"

enum { DAYS_IN_ERA = 146097 /* 400 years */ };

/* Years are counted from March on, so that the leap day is a year's last one (Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms"). */
int day_number(int year, int month, int day)
{
    int y = month <= 2 ? year - 1 : year, shifted = month > 2 ? month - 3 : month + 9;
    int era = y / 400, of_era = y % 400;
    return era * DAYS_IN_ERA + of_era * 365 + of_era / 4 - of_era / 100 + (153 * shifted + 2) / 5 + day - 1;
}

void day_date(int number, int *ret_year, int *ret_month, int *ret_day)
{
    int era = number / DAYS_IN_ERA, day = number % DAYS_IN_ERA;
    int year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    int of_year = day - (365 * year + year / 4 - year / 100), shifted = (5 * of_year + 2) / 153;
    *ret_day = of_year - (153 * shifted + 2) / 5 + 1;
    *ret_month = shifted < 10 ? shifted + 3 : shifted - 9;
    *ret_year = year + era * 400 + (*ret_month <= 2);
}

/* Month 0 is December of the year before, month 13 January of the year after. */
static void normalise(int *year, int *month)
{
    int months = *year * 12 + *month - 1;
    *year = months / 12;
    *month = months % 12 + 1;
}

struct days days_of_months(int year, int month, int count)
{
    int last_year = year, last_month = month + count - 1;
    normalise(&year, &month);
    normalise(&last_year, &last_month);
    return (struct days){day_number(year, month, 1),
                         day_number(last_year, last_month, days_in_month(last_year, last_month))};
}

struct days days_of_year(int year)
{
    return days_of_months(year, 1, 12);
}

int day_of_week(int number)
{
    return (number + 2) % 7; /* 0000-03-01 was a Wednesday */
}

struct days days_of_week(int number)
{
    int monday = number - day_of_week(number);
    return (struct days){monday, monday + 6};
}

static int shift_day(int number, int months, bool last)
{
    int year, month, day;
    day_date(number, &year, &month, &day);
    bool whole = last && day == days_in_month(year, month);
    month += months;
    normalise(&year, &month);
    int longest = days_in_month(year, month);
    return day_number(year, month, whole || day > longest ? longest : day);
}

struct days days_shift(struct days days, int months)
{
    if (!days_known(days))
        return days;
    return (struct days){shift_day(days.first, months, false), shift_day(days.last, months, true)};
}

/* "2024-03-01", years before 10000 in four digits. */
static void print_day(char at[10], int year, int month, int day)
{
    static const int places[] = {1000, 100, 10, 1};
    for (int i = 0; i < 4; i++)
        at[i] = (char)('0' + year / places[i] % 10);
    at[4] = at[7] = '-';
    at[5] = (char)('0' + month / 10);
    at[6] = (char)('0' + month % 10);
    at[8] = (char)('0' + day / 10);
    at[9] = (char)('0' + day % 10);
}

struct str days_text(struct days days, struct arena *arena)
{
    if (!days_known(days))
        return STR_NULL;
    int year, month, day, last_year, last_month, last_day;
    day_date(days.first, &year, &month, &day);
    day_date(days.last, &last_year, &last_month, &last_day);
    if (year >= 0 && last_year <= 9999) {
        char text[21];
        print_day(text, year, month, day);
        text[10] = '/';
        print_day(text + 11, last_year, last_month, last_day);
        return arena_str(arena, (struct str){text, sizeof(text)});
    }
    return arena_printf(arena, "%04d-%02d-%02d/%04d-%02d-%02d", year, month, day, last_year, last_month, last_day);
}
