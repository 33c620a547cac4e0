/*
 * Dates as pages, mails and feeds write them, to the day, as ISO 8601 has them; STR_NULL where there is none in a text, or
 * where it is not plain which day is meant.
 */
#ifndef CORE_INTAKE_PAGE_DATE_H
#define CORE_INTAKE_PAGE_DATE_H

#include "core/base/mem.h"

/* "2016-02-01T15:00:00Z", "20160201", "Mon, 1 Feb 2016", "February 1, 2016". */
struct str page_date_read(struct str text, struct arena *arena);

/* "3/09/15 8:00am", "31.1.2016", by the order of the language ("en-US"); one that nobody can tell is none. */
struct str page_date_of_numbers(struct str text, struct str language, struct arena *arena);

/* "1425913200851": milliseconds since 1970, or seconds; the day in UTC. */
struct str page_date_of_epoch(struct str text, struct arena *arena);

/* The month that a word of three letters or more names, from 1; 0 for none. */
int page_date_month(struct str word);

#endif
