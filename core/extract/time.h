/*
 * Times: every phrase of a sentence that says when, and the days that it means by the document's own date.
 *
 *   in 2018   March 7   Q1 2024   January-June 2024   fiscal 2023   the 1980s
 *   in May   on Tuesday   in the spring   today   the third quarter   the first half of last year   the end of June
 *   last year   the past three months   this century   two years ago   a year earlier   since Friday
 *   the year to July   the week ending 19 March   the same quarter of 2022   in the quarter
 *
 * They are written without their preposition, except "since", which makes a span of a point. What the text leaves open has
 * no days: a fiscal year, "the quarter" of a company, a month to come; seasons are those of the northern hemisphere, in
 * whole months (winter from December).
 */
#ifndef CORE_EXTRACT_TIME_H
#define CORE_EXTRACT_TIME_H

#include "core/extract/calendar.h"
#include "core/extract/reading.h"

struct time {
    size_t first, end; /* tokens */
    struct days days;
    bool one_day; /* "Tuesday", "March 7": as often when somebody said so as when it was so */
};

struct times {
    struct time *at;
    size_t count;
};

/* In the order of the sentence, none inside another. */
struct times times_read(const struct reading *reading);

#endif
