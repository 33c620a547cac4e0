/*
 * Reckoning: from a frame to the references that measure the same thing for the same entity and period. Where a series has
 * the very figure, that is the reference; where none has, it is worked out from several (another currency, per head, a
 * share, a change), and the trace says how. What measures something else is no reference.
 */
#ifndef CORE_CHECK_RECKON_H
#define CORE_CHECK_RECKON_H

#include "core/check/compare.h"
#include "core/check/frame.h"
#include "core/check/tables.h"
#include "core/check/trace.h"

enum { REFERENCE_SERIES_MOST = 6, REFERENCES_MOST = 16 };

struct reference {
    struct reference_value value;                       /* in the claim's unit */
    struct str label;                                   /* what a result says that it holds under: the series */
    struct str period;                                  /* of which it is, as its table writes it */
    bool latest;                                        /* it is the latest that there is: the text names no time */
    struct observation main;                            /* the cell that it rests on most */
    const struct series *series[REFERENCE_SERIES_MOST]; /* all that it rests on */
    size_t series_count;
    struct trace trace;
};

struct references {
    struct reference at[REFERENCES_MOST];
    size_t count;
    struct str why; /* where there are none: why not */
};

struct reckoner {
    const struct tables *tables;
    const struct entities *entities;
    const struct vocabulary *vocabulary;
    const struct measure **measure; /* of each series */
    const struct measure **of;      /* of which it is a part; NULL where it is of none, or of what has no words */
    bool *growth;                   /* it tells that measure's growth */
    const struct series *only;      /* no other is asked, where it is not NULL */
};

/* What is asked for: a claim's frame, which may have been changed to try a slip. */
struct question {
    const struct frame *frame;
    const struct claim *claim; /* its kind and unit count */
    struct str as_of;          /* the day at which "now" is: the document's date; null where it has none */
    int basis;                 /* BASIS_NONE for what the frame says; else series of that basis alone */
    bool quiet;                /* only the values are wanted: no traces, no reasons */
};

/* False only where the tables can't be read. */
bool reckon(const struct reckoner *reckoner, const struct question *question, struct arena *arena,
            struct references *ret, struct err *err);

/* The points that the trend of a frame is about: of the series that the reference rests on. */
bool reckon_points(const struct reckoner *reckoner, const struct series *series, const struct entity *entity,
                   struct points *ret, struct err *err);

#endif
