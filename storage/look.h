/* Writing a look at a source: for citation.c in the transaction of a citation, and for visit.c by itself. */
#ifndef STORAGE_LOOK_H
#define STORAGE_LOOK_H

#include <jansson.h>

#include "core/base/buf.h"
#include "storage/sources.h"
#include "storage/sql.h"

struct look_arrival {
    struct store *store;
    struct look *look;
    struct arena *arena;
    struct visit visit;
    struct sighting *sightings; /* in the order of their citations */
    struct buf packed[3];       /* bytes, text, layout */
};

/* Checks, digests and packing, before the transaction. */
bool look_prepare(struct look_arrival *arrival, struct store *store, struct look *look, struct arena *arena,
                  struct err *err);
/* Inside it: numbers and names what is written, and tells the event of it; `citation` is the one that is being added. */
bool look_describe(struct look_arrival *arrival, struct str source, struct str citation, struct str at,
                   struct str reviewer, json_t *content, struct err *err);
bool look_write(struct look_arrival *arrival, int64_t event, struct err *err);
void look_release(struct look_arrival *arrival);

/* Over the digests of sightings, in the order of their citations. */
struct digest sightings_digest(const struct sighting *sightings, size_t count);

/* Findings that a statement gives, from its first column on; closes the query. */
bool sightings_read(struct query *query, struct arena *arena, struct sighting **ret, size_t *ret_count,
                    struct err *err);

/* One kept text by its digest, checked against it. */
bool kept_read(struct store *store, struct str sha256, struct arena *arena, struct str *ret, struct err *err);

#endif
