/*
 * Spans of days in the Gregorian calendar, for periods: "last quarter" is 2024-01-01/2024-03-31 to a text of May 2024.
 *
 * A day is its number counted from 0000-03-01 on, so that days can be added and compared; a span with first 0 is not
 * known.
 */
#ifndef CORE_EXTRACT_CALENDAR_H
#define CORE_EXTRACT_CALENDAR_H

#include <stdbool.h>

#include "core/base/mem.h"
#include "core/base/str.h"

struct days {
    int first, last; /* both included */
};

static inline bool days_known(struct days days)
{
    return days.first > 0;
}

int day_number(int year, int month, int day);
void day_date(int number, int *ret_year, int *ret_month, int *ret_day);

/* `count` whole months from this one on; a month below 1 or above 12 is one of another year. */
struct days days_of_months(int year, int month, int count);
struct days days_of_year(int year);
/* Monday to Sunday. */
struct days days_of_week(int number);
/* 0 for Monday. */
int day_of_week(int number);

/* The same days so many months later, or earlier; whole months stay whole. */
struct days days_shift(struct days days, int months);

/* "2024-01-01/2024-03-31"; null where it is not known. */
struct str days_text(struct days days, struct arena *arena);

#endif
