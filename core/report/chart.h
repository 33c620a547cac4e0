/*
 * A claim's figure and those that its sources give, as intervals on one axis: what the picture in a card is drawn from.
 *
 * Only what can be laid side by side is in it: a source whose figure was read and is in the claim's own unit. Doubles are
 * for the places of marks alone; what is printed comes from the decimals.
 */
#ifndef CORE_REPORT_CHART_H
#define CORE_REPORT_CHART_H

#include "core/report/report.h"

enum { CHART_TICKS = 8 };

struct chart_row {
    const struct citation *citation; /* NULL: the claim itself, which comes first */
    size_t source;                   /* its place among the claim's sources, from 1 */
    struct str figure;               /* as written */
    double low, high;                /* the same where it is one value */
    bool open_low, open_high;        /* "at most", "more than": the other end is not known, and is the axis's */
};

struct chart {
    struct chart_row *row;
    size_t count;
    double low, high; /* of the axis, which ends at ticks */
    int power;        /* of ten: 9 where the axis counts billions */
    struct str unit;
    struct str tick[CHART_TICKS]; /* decimals in plain notation, divided by that power */
    size_t tick_count;
};

/* False where there is nothing to lay side by side. Rows and texts are in the arena. */
bool chart_make(const struct report_claim *told, struct arena *arena, struct chart *ret);

/* Where a value is on the axis, in hundredths of a percent from its left end. */
int64_t chart_place(const struct chart *chart, double value);

/* "billion EUR", "percent": what the axis counts. */
void chart_unit(struct buf *out, const struct voice *voice, const struct chart *chart);

/* "Claimed: €41.5 billion", "Source 1: €41.2 billion". */
void chart_label(struct buf *out, const struct voice *voice, const struct chart_row *row);

#endif
