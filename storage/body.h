/* A document's long texts, for document.c and for doctor. */
#ifndef STORAGE_BODY_H
#define STORAGE_BODY_H

#include "storage/sql.h"

/*
 * Reads and unpacks a body ("text", "received") and checks it against its digest. ERR_STORE says of "it" what is wrong,
 * so that the caller can say what it is; a fault of the database itself is ERR_STORE too.
 */
bool body_read(struct store *store, struct str document, struct str form, struct str digest, struct arena *arena,
               struct str *ret, struct err *err);

/* The same for what a reception keeps: its bytes ("received", where they are not the document's own), its "layout". */
bool reception_body_read(struct store *store, int64_t reception, struct str form, struct str digest,
                         struct arena *arena, struct str *ret, struct err *err);

/* Under which form the bytes are kept: those that are the same as the text are kept once, as the text. */
static inline struct str body_form_of_bytes(struct str text_digest, struct str bytes_digest)
{
    return str_eq(text_digest, bytes_digest) ? STR("text") : STR("received");
}

/* The one body that an opened and bound query holds, unpacked and checked against its digest; closes the query. */
bool body_take(struct query *query, struct str digest, struct arena *arena, struct str *ret, struct err *err);

#endif
