/*
 * "Did you mean …?": the known name that is nearest to a mistyped one.
 */
#ifndef CMD_SUGGEST_H
#define CMD_SUGGEST_H

#include "core/base/err.h"
#include "core/record/record.h"

/* Insertions, deletions, replacements and swaps of neighbours that lead from `a` to `b`; long words count as far apart, and
 * capitals as their small letters. */
size_t edit_distance(struct str a, struct str b);

/* The nearest of `names` (NULL ones are skipped), or NULL where none is near enough to be worth naming. */
const char *suggest(struct str typed, const char *const *names, size_t count);

/* names_find(), and where it fails ERR_USAGE with a suggestion and the names that there are. */
bool names_read(const struct names *names, struct str typed, int *ret_value, struct err *err);

#endif
