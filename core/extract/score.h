/*
 * The score: how much a claim is worth checking, in hundredths from 0 to 100.
 *
 * Public money, shares, policy targets, changes and comparisons come first; ages, durations and small counts last. It
 * orders lists; it hides nothing.
 */
#ifndef CORE_EXTRACT_SCORE_H
#define CORE_EXTRACT_SCORE_H

#include "core/extract/reading.h"

enum {
    THEME_PASTIME,  /* "scored 12 goals", "bake for 40 minutes": true or not, nobody asks a fact-checker */
    THEME_COMPARED, /* "twice as many", "more than in 2022", "the lowest since 2008": it can be looked up */
    THEME_LIVES,    /* "two men were killed" */
    THEMES
};

/*
 * What the sentence as a whole speaks of, the same for each of its figures: zeroed by the caller, read once, and only where
 * a figure asks, since a table run together holds hundreds of figures in one sentence.
 */
struct theme {
    bool read, speaks_of[THEMES];
    int public; /* words of public affairs, two at most */
};

int64_t score_of(const struct reading *reading, const struct quantity *quantity, struct theme *theme, bool attributed);

#endif
