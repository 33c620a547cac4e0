/*
 * The frame: what a claim says of whom and when, in terms in which a series can be found. It is read from the words of the
 * claim's own clause, and every one of them must be understood; where one is not ("core inflation", "spent on tanks",
 * "in northern Germany"), the claim is about something else for all we know, and `problem` says which word it is. So a
 * claim is never held against a figure of another measure, entity or period.
 */
#ifndef CORE_CHECK_FRAME_H
#define CORE_CHECK_FRAME_H

#include "core/check/entity.h"
#include "core/check/measure.h"
#include "core/record/claim.h"
#include "core/record/series.h"

/* What the claim's figure is of the measure. */
enum frame_form {
    FRAME_LEVEL,    /* so much of it there is; of a measure that is a change itself, its rate */
    FRAME_CHANGE,   /* it rose or fell by so much (percent, points, or an amount) */
    FRAME_MULTIPLE, /* it became so many times what it was: doubled */
    FRAME_PAIR,     /* "from 29 percent in 2021 to 96 percent": two levels */
};

enum trend_kind { TREND_NONE, TREND_HIGHEST, TREND_LOWEST, TREND_RISING, TREND_FALLING };

/* "the highest since 2009", "rose for the third year in a row", "a record". */
struct trend {
    enum trend_kind kind;
    int since; /* the year that is named; 0 for a record */
    int count; /* of years in a row, or for which it was the highest ("in 30 years"); 0 where it is not said */
    struct str words;
};

struct frame {
    int64_t sentence; /* where in the text its sentence begins */
    const struct measure *measure;
    const struct entity *entity;
    enum frame_form form;
    bool down;                /* it fell by so much */
    bool growth;              /* told as growth of the measure: "GDP growth" */
    const struct measure *of; /* "of GDP" */
    bool of_figure;           /* the figure itself is: "rose by 0.4 percent of GDP", not "as a share of GDP" */
    bool per_person;
    struct str per;           /* "an hour", where it is told per anything but a person or a year; else null */
    int basis;                /* enum series_basis, as far as the text says it */
    struct str first, last;   /* the days that it is about; null where the text names none: then the latest */
    int from_year;            /* of a change or a pair: since when; 0 for the period before */
    struct str base_currency; /* of an exchange rate: whose price the figure is */
    struct trend trend;
    bool spending;      /* "spends … percent", without saying on what */
    struct str problem; /* why it can't be compared; null where it can */
    struct str carried; /* the sentence that the measure was taken from, where this one leaves it out */
};

struct framer;

/* What a reviewer says that claims are about, whatever their words; NULL for what the words say. */
struct frame_given {
    const struct measure *measure;
    const struct entity *entity;
};

/* Holds the tables that frames are read by; the vocabulary and the entities are the caller's, and outlive it. */
struct framer *framer_new(const struct vocabulary *vocabulary, const struct entities *entities,
                          struct frame_given given);
void framer_free(struct framer *framer); /* NULL does nothing */

/*
 * Reads a claim's frame. `before` is the frame of a claim of the sentence right before, from which an ellipsis takes what it
 * leaves out ("Germany spent 1.5 percent of its GDP on defence. Poland spends more than 4 percent."); NULL for none.
 */
void frame_read(const struct framer *framer, const struct claim *claim, const struct frame *before, struct arena *arena,
                struct frame *ret);

#endif
