/*
 * A claim that somebody reviewed elsewhere, as schema.org's ClaimReview tells of it, or a row of a table, or a line of JSON.
 */
#ifndef CORE_INTAKE_REVIEWED_H
#define CORE_INTAKE_REVIEWED_H

#include <jansson.h>
#include <stdbool.h>

#include "core/base/err.h"
#include "core/base/mem.h"
#include "core/record/review.h"

/* All texts are trimmed, and null where nothing is said. */
struct reviewed {
    struct str statement;                             /* what was said: the claim in a sentence */
    struct str figure;                                /* which of its figures is meant; null for all */
    struct str speaker, title, publisher, url, date;  /* by whom, in what, where, when */
    struct str claim;                                 /* the id of a claim in a store, which it may be from */
    struct str rating, rationale, reviewer, reviewed; /* the rating by its name; who gave it, and on what day */
    struct str value, best, worst;                    /* of a rating on a scale, in plain notation */
    struct source source;                             /* what it rests on; without title and address none */
    struct str stance, quote, locator, source_figure;
    struct str accessed;
};

/*
 * Hands out every ClaimReview in it: one, a list, an "@graph", a DataFeed. `fn` returns false to stop. Texts are the JSON's
 * or in the arena. The reviewer is "Name <address of the review>", the source the review itself.
 */
typedef bool reviewed_fn(void *ctx, const struct reviewed *reviewed);
bool reviewed_from_linked(const json_t *root, struct arena *arena, reviewed_fn *fn, void *ctx);

/* Whether it is, or holds, such a thing. */
bool reviewed_is_linked(const json_t *root);

/* Sets the field that a column or a member of that name is; false where there is no such name. */
bool reviewed_set(struct reviewed *reviewed, struct str name, struct str value);
/* The names, for messages. */
struct str reviewed_names(struct arena *arena);

/* Which of ours a rating is: by what others call theirs, else by its place on its scale. */
bool reviewed_rating(const struct reviewed *reviewed, int *ret_rating);

#endif
