/* What the files of a check share: check.c, finding.c, slip.c, trend_check.c, rating.c. */
#ifndef CORE_CHECK_CHECK_PARTS_H
#define CORE_CHECK_CHECK_PARTS_H

#include "core/check/check.h"

struct checker {
    struct reckoner reckoner;
    struct check_settings settings;
    struct vocabulary *vocabulary;
    struct entities *entities;
    struct framer *framer;
};

/* One check at work. */
struct checking {
    const struct checker *checker;
    const struct check_input *input;
    struct arena *arena;
    struct check *ret;
    struct figure figure;
    struct figure plain; /* without its modifier, for slips */
    struct err *err;
};

/* finding.c */
struct finding *finding_add(struct checking *checking);
/* Holds the figure against a reference and adds the finding. */
void finding_of_reference(struct checking *checking, const struct figure *figure, const struct claim *claim,
                          const struct reference *reference);
void findings_of_citations(struct checking *checking);
/* A fall by so much is a change by minus so much. */
struct rational as_told(const struct frame *frame, struct rational value);

/* slip.c: what else the figure would be; the tables may fail. */
bool slips_find(struct checking *checking);
bool slip_add(struct check *check, int reason, struct str text);

/* trend_check.c: "the highest since 2009" against the series of the findings so far. */
bool trend_check(struct checking *checking);

/* rating.c: the status from the findings, and what to suggest. */
void check_conclude(struct checking *checking);

#endif
