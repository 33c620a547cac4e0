/* What became of claims in a later version of their document: said when it is taken in, and shown with each claim. */
#ifndef CMD_VERSIONS_H
#define CMD_VERSIONS_H

#include "cmd/cmd.h"
#include "core/report/report.h"

/* Says on standard error what became of the claims of one document in another. */
bool versions_say(struct invocation *run, struct store *store, struct str was, struct str now, struct err *err);

/* What became of a document's claims in the version of it that stands now. */
struct versions;
bool versions_new(struct store *store, struct str document, struct versions **ret, struct err *err);
void versions_free(struct versions *versions); /* NULL does nothing */

/* The same for a report; left as it is where there is no later version. */
void versions_find(const struct versions *versions, const struct claim *claim, struct report_since *ret);

/* "changed to $4 million in document 3 (claim 12); the verdict is stale"; STR_NULL where there is no later version. */
struct str versions_tell(const struct versions *versions, const struct tracked_claim *claim, struct arena *arena);

/* The same for one claim alone. */
bool versions_of_claim(struct store *store, const struct tracked_claim *claim, struct arena *arena, struct str *ret,
                       struct err *err);

#endif
