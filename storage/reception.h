/* Writing a reception: for reception.c by itself, and for intake.c in the transaction of the document. */
#ifndef STORAGE_RECEPTION_H
#define STORAGE_RECEPTION_H

#include "core/base/buf.h"
#include "storage/sql.h"

struct reception_arrival {
    struct store *store;
    const struct arrival_note *note;
    struct arena *arena;
    struct reception reception;
    struct buf received, layout; /* packed; `received` stays empty where the bytes are the document's own */
    int64_t event;
};

/* Digests and packing, before the transaction. `own` is the digest of the document's own bytes. */
bool reception_prepare(struct reception_arrival *arrival, struct str document, struct str own, struct err *err);

/* The row, its bodies and its event, inside the transaction. */
bool reception_write(struct reception_arrival *arrival, struct err *err);

void reception_release(struct reception_arrival *arrival);

#endif
