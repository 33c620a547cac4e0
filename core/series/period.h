/*
 * Periods as tables write them: years, half-years, quarters, months, weeks and days, and nothing that has to be guessed: a
 * budget year ("2023/24") has no days of its own, and 03/04/2023 is two days.
 */
#ifndef CORE_SERIES_PERIOD_H
#define CORE_SERIES_PERIOD_H

#include <stdbool.h>

#include "core/base/str.h"
#include "core/extract/calendar.h"

/*
 * 2023, 2023.0, 1960 [YR1960], YR1960, 2023H1, 2023-S1, 2023Q1, Q1 2023, 2023-Q1, 2023-04, 2023M04, Apr 2023, 2023W07,
 * 2023-04-05, 2023-04-05T00:00:00. *ret_frequency is an enum series_frequency; a date is FREQUENCY_DAY, whatever it may
 * stand for.
 */
bool period_read(struct str text, int *ret_frequency, struct days *ret);

/* The days of the year, half-year, quarter or month that begins, or ends, with this day; false where none does. */
bool period_around(int day, int frequency, struct days *ret);

enum { PERIOD_DAY_SIZE = 11 };
/* "2023-04-05" and a NUL. */
void period_day_text(int day, char ret[PERIOD_DAY_SIZE]);

#endif
