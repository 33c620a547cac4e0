/*
 * The readers of times (time.h): each tells whether a time of its form begins at token i. Only time*.c include this.
 */
#ifndef CORE_EXTRACT_TIME_SCAN_H
#define CORE_EXTRACT_TIME_SCAN_H

#include "core/extract/time.h"

struct scan {
    const struct reading *reading;
    const struct tokens *tokens;
    int year, month;   /* of the document; 0 where they are not known */
    int today;         /* its day; 0 where it is not known */
    bool dated, units; /* the sentence has dates among its figures, and units of time */
    int depth;         /* how deep in "the end of the first half of …" */
};

typedef bool time_reader(struct scan *scan, size_t i, struct time *ret);

static const struct days days_unknown = {0, 0};

/* time_unit.c: units of time, and counts of them. */
#define TIME_UNITS                                                                                                     \
    "year years quarter quarters month months week weeks day days decade decades century centuries " /* of a list */
static inline bool is_time_unit(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(tokens, i, TIME_UNITS);
}
#define unit_is(tokens, i, unit) token_is_one_of(tokens, i, unit " " unit "s") /* "year" and "years" */
int unit_months(const struct tokens *tokens, size_t i);                        /* 0 for weeks and days */
/* The unit of the calendar that lies `offset` from the document's own: last month is -1. */
struct days calendar_unit(const struct scan *scan, size_t unit, int offset);
/* So many units up to the document's day, or from it on. */
struct days trailing_units(const struct scan *scan, size_t unit, int count, bool ahead);
/* A count of units: "three", "12", "a"; *ret_count is 0 for "few". Returns the token after it, or i. */
size_t count_at(const struct tokens *tokens, size_t i, int *ret_count);
static inline size_t past_the(const struct tokens *tokens, size_t i)
{
    return token_is(tokens, i, "the") ? i + 1 : i;
}

/* time_date.c: dates, quarters, months, weekdays and seasons. */
time_reader read_date, read_quarter, read_fiscal, read_month, read_weekday, read_season;
/* "will open in May", "by June": it may be to come, and the text does not say of which year. */
bool may_be_ahead(const struct tokens *tokens, size_t i);
int season_month(const struct tokens *tokens, size_t i); /* its first; 0 for what is none */
/* The season whose first month is `month`: the latest that is over, the next to begin, or this year's. */
struct days season_days(const struct scan *scan, int month, int which);

/* time_relative.c: told against the document's own date, or against another time. */
time_reader read_relative, read_distance, read_day_word, read_ellipsis;
/* What may follow "a year before" where that is a time of its own, and no clause hangs on it. */
bool time_may_end(const struct tokens *tokens, size_t i);

#endif
