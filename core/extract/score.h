/*
 * The score: how much a claim is worth checking, in hundredths from 0 to 100.
 *
 * Public money, shares, policy targets, changes and comparisons come first; ages, durations and small counts last. It
 * orders lists; it hides nothing.
 */
#ifndef CORE_EXTRACT_SCORE_H
#define CORE_EXTRACT_SCORE_H

#include "core/extract/reading.h"

int64_t score_of(const struct reading *reading, const struct quantity *quantity, bool attributed);

#endif
