/*
 * What the header of a column of figures says: "Military expenditure (% of GDP)", "Current USD (millions)",
 * "military_expenditure_per_capita", "GDP (constant 2015 US$)". The same words, given by a user, describe a unit:
 * "millions of constant 2019 USD per person".
 *
 * What it does not say stays null: a "$" is not known to be anybody's, and "Value" is no measure.
 */
#ifndef CORE_SERIES_HEADER_H
#define CORE_SERIES_HEADER_H

#include "core/base/mem.h"
#include "core/record/series.h"

struct header_reading {
    struct str measure; /* what is left when all that follows is taken out */
    struct str unit, per, of, base;
    int64_t scale;
    int basis; /* enum series_basis */
    int form;  /* enum series_form */
};

/*
 * Texts are in the arena. With `is_unit` the text is a unit: words that nothing else takes are its name ("job"), or, where it
 * has one, words that can't be placed, in `measure`.
 */
void header_read(struct str text, bool is_unit, struct arena *arena, struct header_reading *ret);

#endif
