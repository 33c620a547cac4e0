/*
 * Doctor's walks over a store: documents with their claims, what reviewers added, what listings read, and the chain of
 * events.
 * verify.c begins them; each looks at its own rows and at the event that vouches for each.
 *
 * A store that comes here may have been made to do harm: every length, place and name in it is checked before use, and
 * what can't be read is a fault to be told, not an end.
 *
 * What can be found: any row, event or text that was changed, added or taken away without rewriting every event after
 * it. Whoever rewrites the whole chain and every row makes another store; against that, keep its last hash elsewhere.
 */
#ifndef STORAGE_VERIFY_H
#define STORAGE_VERIFY_H

#include <jansson.h>

#include "storage/sql.h"

struct verify {
    struct store *store;
    fault_fn *fn;
    void *ctx;
    struct arena arena; /* what one row needs; reset for the next */
};

void verify_fault(struct verify *verify, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Each returns false where the rows could not be read on; `err` says why. */
bool verify_documents(struct verify *verify, struct err *err);
bool verify_receptions(struct verify *verify, struct err *err);
bool verify_sources(struct verify *verify, struct err *err);
bool verify_citations(struct verify *verify, struct err *err);
bool verify_verdicts(struct verify *verify, struct err *err);
bool verify_bases(struct verify *verify, struct err *err);
bool verify_series(struct verify *verify, struct err *err);
bool verify_visits(struct verify *verify, struct err *err);
bool verify_sightings(struct verify *verify, struct err *err);
bool verify_keeping(struct verify *verify, struct err *err);
bool verify_listings(struct verify *verify, struct err *err);
bool verify_chain(struct verify *verify, struct err *err);

/* Of an event that may have looked at a source: whether the look and what it found are there. */
bool verify_looked(struct verify *verify, const struct event *event, struct err *err);

/* A row that an event vouches for. */
struct vouched {
    const char *name;         /* in the event's content: "verdict" */
    struct str label;         /* what a fault calls it: "claim 12, verdict of event 9" */
    struct str digest;        /* as the row has it */
    struct digest recomputed; /* over the row */
    int64_t event;
    unsigned actions;           /* bits of the actions that add such a row */
    struct str document, claim; /* that the event must concern too; NULL for a source */
};

/*
 * Checks a row against its digest and its event, and tells of the first thing that is wrong. Returns the event's content
 * where all is well, for the caller to look further and to release; otherwise NULL.
 */
json_t *verify_vouched(struct verify *verify, const struct vouched *row);

#endif
