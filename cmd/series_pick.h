/* Which figures of a series somebody wants to see: for show and plot. */
#ifndef CMD_SERIES_PICK_H
#define CMD_SERIES_PICK_H

#include "cmd/series.h"

struct pick_options {
    struct str entity;   /* names or codes, parted by ";"; null for all */
    struct str from, to; /* ISO dates to the part that is known */
};

/* Lines for a command's list of options; `at` is the offset of its struct pick_options. */
#define OPTIONS_PICK(at)                                                                                               \
    {"entity",                                                                                                         \
     'e',                                                                                                              \
     OPTION_TEXT,                                                                                                      \
     (at) + offsetof(struct pick_options, entity),                                                                     \
     NULL,                                                                                                             \
     "NAME;…",                                                                                                         \
     "only of these: names or codes"},                                                                                 \
        {"from",                                                                                                       \
         0,                                                                                                            \
         OPTION_DATE,                                                                                                  \
         (at) + offsetof(struct pick_options, from),                                                                   \
         NULL,                                                                                                         \
         "DATE",                                                                                                       \
         "only from then on: 2010, 2010-06 or 2010-06-30"},                                                            \
    {                                                                                                                  \
        "to", 0, OPTION_DATE, (at) + offsetof(struct pick_options, to), NULL, "DATE", "only until then"                \
    }

/*
 * Hands the figures to fn. ERR_USAGE where a name is ambiguous; ERR_ABSENT where the series has no figure of it, or none at
 * all is left.
 */
bool series_pick(struct store *store, const struct series *series, const struct pick_options *options,
                 struct arena *arena, series_point_fn *fn, void *ctx, struct err *err);

#endif
