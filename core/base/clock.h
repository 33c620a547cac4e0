/*
 * Time and identity: the one clock, calendar dates, and globally unique ids.
 *
 * Timestamps are UTC as ISO 8601 text, "2025-02-12T14:03:09Z". The environment variable ASSAY_NOW, in that form, stops
 * the clock, for tests and for output that is the same each time.
 */
#ifndef CORE_BASE_CLOCK_H
#define CORE_BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/mem.h"
#include "core/base/str.h"

struct str clock_now(struct arena *arena);

/* Milliseconds of a clock that only goes forward, for durations; ASSAY_NOW does not stop it. */
int64_t clock_ticks(void);

/* A date as ISO 8601 writes it, to the year, month or day that is known: "2025", "2025-01", "2025-01-31". */
bool date_valid(struct str iso);

/* A timestamp as clock_now() writes it. */
bool timestamp_valid(struct str iso);

int days_in_month(int year, int month); /* Gregorian; month from 1 */

/* A version 7 UUID (RFC 9562): 36 characters, later ones sort after earlier ones. */
struct str unique_id(struct arena *arena);

#endif
