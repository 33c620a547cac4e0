/*
 * Dates, years and clock times: told apart from quantities, and resolved as far as the text allows.
 *
 *   February 2022   7 March 2021   March 7, 2021   March 7   2019-09-01   12/31/2019   9 May
 *   in 2018   the 2019 budget   fiscal 2024   FY2023/24   2014-2017   between 1600 and 1900   the 1980s   '90s   20th century
 *   11 a.m.   5:25 p.m.   17:22   0401 GMT   10 o'clock
 */
#ifndef CORE_EXTRACT_DATE_H
#define CORE_EXTRACT_DATE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/extract/calendar.h"
#include "core/text/token.h"

struct date {
    size_t first, end;    /* tokens, half open */
    bool clock;           /* a time of day: no claim, and no period */
    int year, month, day; /* 0 where not given */
    int last_day;         /* of a span of days in one month ("Oct. 18-22"); 0 without one */
    int last_year;        /* of a span of years or a decade; else `year` */
};

/* The date, year or time that begins at token i. */
bool date_read(const struct tokens *tokens, size_t i, struct date *ret);

/* Whether token i is four digits that could be a year (1000 to 2199); *ret is the year. */
bool year_at(const struct tokens *tokens, size_t i, int *ret);

/* "2022-02", "--03-07", "2014/2017": ISO 8601, to the part that is known. */
struct str date_iso(const struct date *date, struct arena *arena);

/* The days that it covers; not known where its year is not. */
struct days date_days(const struct date *date);

#endif
