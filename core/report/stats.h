/* How claims came out, by who made them, where, when, or about what. */
#ifndef CORE_REPORT_STATS_H
#define CORE_REPORT_STATS_H

#include <stdio.h>

#include "core/base/mem.h"
#include "core/record/record.h"
#include "core/report/voice.h"

struct stats_group {
    struct str name;
    int64_t claims, open, by_rating[RATING_END]; /* the last two add up to the first */
};

extern const struct fields stats_fields;

/* Zero is an empty one. */
struct stats {
    struct stats_group *group;
    size_t count, cap;
    size_t *slot; /* index + 1 of a group, by its name's digest; 0 where there is none */
    size_t slots;
    struct arena names;
};

/* Counts a claim of that rating (-1: open) for the group of that name. */
void stats_add(struct stats *stats, struct str name, int rating);

/* By name, or those with most claims first, then by name. */
void stats_sort(struct stats *stats, bool name_first);

/* Keeps the first `most` groups; the others become one, of that name, at the end. */
void stats_fold(struct stats *stats, size_t most, struct str others);

/* What a rating, or an open claim (-1), comes to where a chart has no room for eight shades. */
enum stats_outcome { OUTCOME_HELD, OUTCOME_PARTLY, OUTCOME_FAILED, OUTCOME_NEITHER, OUTCOME_OPEN, OUTCOME_END };
enum stats_outcome stats_outcome(int rating);
int64_t stats_of_outcome(const struct stats_group *group, enum stats_outcome outcome);

/* The groups as a picture: a bar each, its parts the ratings. */
void stats_svg(FILE *out, const struct stats *stats, const struct voice *voice, struct str title);

void stats_release(struct stats *stats);

#endif
