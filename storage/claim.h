/* Reading one claim with what the store knows about it; for claim.c, which finds them, and listing.c. */
#ifndef STORAGE_CLAIM_H
#define STORAGE_CLAIM_H

#include "storage/sql.h"

/* The claim with that number. *ret_found is false where there is none. */
bool claim_read(struct store *store, int64_t number, struct arena *arena, struct tracked_claim *ret, bool *ret_found,
                struct err *err);

#endif
