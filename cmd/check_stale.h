/* `assay check --stale`: verdicts that were taken from a check which would come out otherwise today. */
#ifndef CMD_CHECK_STALE_H
#define CMD_CHECK_STALE_H

#include "cmd/examiner.h"

/* Lists them; an ERR_ABSENT without a message where there are some. Nothing is changed. */
bool check_stale(struct invocation *run, struct store *store, const struct examiner_settings *settings, int format,
                 struct err *err);

/*
 * What a verdict that is taken from a check keeps of it: the basis, with all of the arithmetic and the settings by which it
 * was made. In the arena.
 */
struct basis basis_of_check(const struct check *check, const struct examiner_settings *settings, struct arena *arena);

#endif
