/* Reading one claim with what the store knows about it; for claim.c, which finds them, and listing.c. */
#ifndef STORAGE_CLAIM_H
#define STORAGE_CLAIM_H

#include "storage/sql.h"

/*
 * The claim with that number. *ret_found is false where there is none, or where the filter's words or speaker are not
 * in it (the filter may be NULL; the rest of it is listing.c's).
 */
bool claim_read(struct store *store, int64_t number, const struct claim_filter *filter, struct arena *arena,
                struct tracked_claim *ret, bool *ret_found, struct err *err);

#endif
