/*
 * The score: how much a claim is worth checking, in hundredths from 0 to 100.
 *
 * Public money, shares, policy targets, changes and comparisons come first; ages, durations and small counts last. It
 * orders lists; it hides nothing.
 */
#ifndef CORE_EXTRACT_SCORE_H
#define CORE_EXTRACT_SCORE_H

#include "core/extract/reading.h"

/*
 * What the sentence as a whole speaks of, the same for each of its figures: zeroed by the caller, read once, and only where
 * a figure asks, since a table run together holds hundreds of figures in one sentence.
 */
struct theme {
    enum theme_answer { THEME_UNREAD, THEME_NO, THEME_YES } pastime, compared, lives;
    bool counted;
    int public; /* words of public affairs, two at most */
};

int64_t score_of(const struct reading *reading, const struct quantity *quantity, struct theme *theme, bool attributed);

#endif
