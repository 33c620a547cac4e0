/*
 * What a verdict rests on, where a check was its basis: how the arithmetic came out, which slip it found, and the figures of
 * which vintages it used; so that newer figures can be held against it later. A reviewer may give a reason by hand as well.
 */
#ifndef CORE_RECORD_BASIS_H
#define CORE_RECORD_BASIS_H

#include "core/record/record.h"

/* What went wrong with a figure. */
enum reason {
    REASON_NONE,     /* null */
    REASON_ROUNDING, /* a rounding stretched too far */
    REASON_PERCENT_FOR_POINTS,
    REASON_POINTS_FOR_PERCENT,
    REASON_SCALE, /* a million for a billion */
    REASON_WRONG_YEAR,
    REASON_WRONG_ENTITY,
    REASON_WRONG_CURRENCY,
    REASON_NOMINAL_FOR_REAL,
    REASON_REAL_FOR_NOMINAL,
    REASON_LEVEL_FOR_CHANGE,
    REASON_CHANGE_FOR_LEVEL,
    REASON_PART_FOR_WHOLE,
    REASON_WHOLE_FOR_PART,
    REASON_SIGN,       /* rose for fell */
    REASON_TREND,      /* not the highest since then, not so many years in a row */
    REASON_SUM,        /* the parts do not make the total, or a share not its parts */
    REASON_DEFINITION, /* it holds under one definition or vintage and fails under another */
    REASON_OFF,        /* none of these: it is simply another figure */
    REASON_END,
};

/* How a check came out. */
enum check_status {
    CHECK_NONE, /* null: it was not checked */
    CHECK_HOLDS,
    CHECK_FAILS,
    CHECK_CONFLICT,  /* holds under one reference, fails under another */
    CHECK_UNDECIDED, /* the references are coarser than the claim, or have gaps */
    CHECK_CANNOT,    /* nothing that measures the same thing is there */
    CHECK_STATUS_END,
};

extern const struct names reasons, check_statuses;

struct basis {
    struct str verdict_id; /* the verdict's UUID */
    int reason;            /* enum reason */
    int status;            /* enum check_status; CHECK_NONE where there is only a reason by hand */
    struct str suggested;  /* the rating that the check suggested; null for none */
    struct str arithmetic; /* compact JSON: the whole check, with the series and their vintages; null without one */
};

extern const struct fields basis_fields;

#endif
