/*
 * The document: something somebody published, kept as received and as text.
 *
 * `id` is the SHA-256 of its text, `sha256` that of the bytes as they were received. The same bytes taken in twice are
 * one document.
 */
#ifndef CORE_RECORD_DOCUMENT_H
#define CORE_RECORD_DOCUMENT_H

#include "core/record/record.h"

enum document_media {
    MEDIA_TEXT,
    MEDIA_MARKDOWN,
    MEDIA_STATEMENT, /* typed with `log` */
    MEDIA_PAGE,      /* HTML */
    MEDIA_PDF,
    MEDIA_DOCX,
    MEDIA_ODT,
    MEDIA_SUBTITLES, /* SubRip, WebVTT */
    MEDIA_FEED,      /* an entry of RSS or Atom */
    MEDIA_MAIL,      /* a mail, or a page that a browser saved as MHTML */
    MEDIA_TABLE,     /* of text, with commas or tabs: only a source is read as one */
    MEDIA_END,
};

struct document {
    int64_t number;  /* what people type, from 1; 0 outside a store */
    struct str id;   /* SHA-256 of the text, in hex */
    struct str name; /* the file or stream that it was read from, as the user named it; a statement by who said what */
    int media;       /* enum document_media */
    struct str title, author, publisher, url;
    struct str published; /* ISO date, to the part that is known */
    struct str sha256;    /* of the bytes as received, in hex */
    int64_t bytes;        /* how many */
    struct str added_at;  /* timestamp */
    struct str added_by;  /* reviewer, or null where none was set */
    int64_t claims;       /* how many claims were found in it, background kinds included; counted by the store */
};

extern const struct names document_medias;
extern const struct fields document_fields;

/* A digest of everything that is kept of it: all but the store's number and count. */
struct digest document_digest(const struct document *document);

#endif
