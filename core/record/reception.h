/*
 * How a document came in: from where, what the server said, in which encoding it was, and what its reader found out.
 *
 * A document that was found in several places, or taken again from the same one, has several receptions; the bytes of
 * each are kept. A new version of a page is a document of its own, whose first reception names the one before it.
 */
#ifndef CORE_RECORD_RECEPTION_H
#define CORE_RECORD_RECEPTION_H

#include "core/record/record.h"

struct reception {
    int64_t number;                   /* from 1 */
    struct str document;              /* id of the document */
    struct str name;                  /* the file, or the address as the user named it */
    struct str url;                   /* where it was after redirects; null for a file */
    int64_t status;                   /* of HTTP; 0 for a file */
    struct str headers;               /* of the answer, as received */
    struct str etag, last_modified;   /* out of them */
    struct str archive_url;           /* an archived copy that the user named */
    struct str charset, charset_from; /* and how it was found */
    struct str language, modified;    /* as the document says */
    struct str note;                  /* a limit that bit, bytes that are no characters */
    bool whole_page;                  /* taken in with --whole-page */
    struct str previous;              /* id of the version before this one */
    struct str sha256;                /* of the bytes as received */
    int64_t bytes;                    /* how many */
    struct str layout;                /* SHA-256 of its layout (core/intake/layout.h); null where it has none */
    struct str at;                    /* timestamp */
    struct str reviewer;              /* or null */
};

extern const struct fields reception_fields;

/* A digest of every field but the number, which belongs to one store. */
struct digest reception_digest(const struct reception *reception);

#endif
