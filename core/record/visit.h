/*
 * Looking at a source: what was fetched, or why nothing was, and what was found in it.
 *
 * A visit is one look at one source. What it brought is kept: the bytes as received, and the text that a reader makes of
 * them with its layout (core/intake/layout.h). Later visits keep only what differs; none changes what was kept before.
 *
 * A sighting says of one citation where its quote and its figure stand in what one visit brought; a visit that brought
 * bytes has one for each citation of its source, also where there was nothing to look for.
 */
#ifndef CORE_RECORD_VISIT_H
#define CORE_RECORD_VISIT_H

#include "core/record/record.h"

enum look_outcome {
    LOOK_KEPT,      /* fetched and kept for the first time */
    LOOK_UNCHANGED, /* the same text as was kept before; nothing more is kept */
    LOOK_CHANGED,   /* another text, kept as well */
    LOOK_MOVED,     /* the same text at another address */
    LOOK_GONE,      /* the server says that it is not there (404, 410), or the file is not */
    LOOK_FAILED,    /* it could not be looked at; whether it is there is not known */
    LOOK_END,
};

struct visit {
    int64_t number;    /* from 1, in the order in which they were made */
    struct str id;     /* UUID */
    struct str source; /* the source's UUID */
    int outcome;       /* enum look_outcome */
    struct str name;   /* the address, or the file, as it was asked for */
    struct str url;    /* where it was after redirects; null for a file */
    int64_t status;    /* of HTTP; 0 for a file, and where there was no answer */
    struct str etag, last_modified;
    struct str media;                 /* what it was read as; null where nothing reads it */
    struct str charset, charset_from; /* of its text, and how that was found */
    struct str sha256;                /* of the bytes that are kept; null where none are */
    int64_t bytes;                    /* how many */
    struct str text;                  /* SHA-256 of its text; null where it has none */
    struct str layout;                /* of its layout; null where it has none */
    struct str note;                  /* why nothing was kept, or no text was read */
    struct str at;                    /* timestamp */
    struct str reviewer;
};

enum presence {
    PRESENCE_NONE,    /* there was nothing to look for */
    PRESENCE_STANDS,  /* it is there */
    PRESENCE_PARTS,   /* of a quote with "…": its parts are there, in their order */
    PRESENCE_ABSENT,  /* it is not there */
    PRESENCE_UNKNOWN, /* there was no text to look in */
    PRESENCE_END,
};

struct sighting {
    struct str visit;           /* the UUID of the visit whose text was looked at */
    struct str citation;        /* the citation's UUID */
    int quote;                  /* enum presence: the quote, in the text */
    int64_t start, end;         /* of it in the text, in bytes, half open; both 0 where it is not there */
    int64_t origin, origin_end; /* of it in the bytes as received; both 0 where the format does not tell */
    int64_t places;             /* how many times it is there */
    struct str place;           /* of the first, in words: "page 3, paragraph 2" */
    int figure;                 /* enum presence: the figure, in the quote, or where there is none in the text */
    struct str figure_literal;  /* as it is written there */
    struct str figure_place;    /* where in the text, in words, where there is no quote */
};

/* Where one citation stands, after all looks at its source. */
struct evidence {
    bool looked;              /* its source was looked at; without, nothing else is set */
    bool found;               /* something was kept: `visit` and `sighting` are set */
    struct visit visit;       /* the first in whose text the quote or the figure stands; without, the latest */
    struct sighting sighting; /* in it */
    struct visit last;        /* the last look at its source */
    bool found_last;          /* a later text was looked in: `visit_last` and `sighting_last` are set */
    struct visit visit_last;
    struct sighting sighting_last;
};

extern const struct names look_outcomes, presences;
extern const struct fields visit_fields, sighting_fields;

/* {"kept":{…},"sighting":{…},"last":{…},"kept_last":{…},"sighting_last":{…}}, with null for what is not there; null for NULL, and where nobody looked. */
json_t *evidence_json(const struct evidence *evidence);

/* A digest of every field but the number, which belongs to one store. */
struct digest visit_digest(const struct visit *visit);

#endif
