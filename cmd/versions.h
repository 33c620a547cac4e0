/* What became of claims in a later version of their document: said when it is taken in, and shown with each claim. */
#ifndef CMD_VERSIONS_H
#define CMD_VERSIONS_H

#include "cmd/cmd.h"

/* Says on standard error what became of the claims of one document in another. */
bool versions_say(struct invocation *run, struct store *store, struct str was, struct str now, struct err *err);

/* "changed to $4 million (claim 12, document 3); its verdict is stale"; STR_NULL where there is no later version. */
bool versions_of_claim(struct store *store, const struct tracked_claim *claim, struct arena *arena, struct str *ret,
                       struct err *err);

#endif
