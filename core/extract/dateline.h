/*
 * The dateline: where a report comes from ("TORONTO, March 4 (Agency) —"), and so whose dollars it counts in.
 */
#ifndef CORE_EXTRACT_DATELINE_H
#define CORE_EXTRACT_DATELINE_H

#include "core/extract/reading.h"

/* The country (ISO 3166 alpha-2) of the place that the document's first sentence is dated from; NULL where it has none. */
const char *dateline_country(const struct tokens *tokens);

/*
 * Whose money a bare "$" or "dollars", "pesos", "francs" is: that of the document's country where it has such a currency;
 * otherwise what the word most often means, marked as assumed.
 */
void currencies_place(struct reading *reading);

#endif
