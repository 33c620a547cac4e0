/*
 * Documents as lines of JSON: what `extract --lines` takes in beside plain text, what `extract --texts` prints before a
 * document's claims, and what `import` reads back.
 *
 * In:  {"id":"a1","text":"…","date":"2025-02-12","url":"https://…","title":"…"}   all but the text may be left out
 * Out: {"line":1,"document":"a1","name":…,"media":…,"title":…,"author":…,"publisher":…,"url":…,"published":…,"claims":2,
 *       "text":"…"}   "claims" is how many follow. Where the bytes as received are not the text, "received" comes after
 *       it, or "received_base64" where they are not UTF-8; where there is something to tell of how it came in, "reception"
 *       and "layout" (core/intake/layout.h). A claim that follows has the same "line", and the same "document".
 */
#ifndef CMD_TEXTS_H
#define CMD_TEXTS_H

#include <jansson.h>

#include "core/base/buf.h"
#include "core/base/err.h"
#include "core/record/document.h"
#include "core/record/reception.h"

/* Whether a line is a document as JSON rather than plain text: it begins with {" (spaces aside). */
bool text_is_json(struct str line);

struct text_document {
    struct document document; /* name, media, title, url, published */
    struct str id, text;      /* the id may be null */
};

/*
 * Reads such a line. What it gives lives as long as *ret_json, which the caller releases. ERR_INPUT ends a sentence that
 * begins with the line: "is not JSON …".
 */
bool text_read(struct str line, struct text_document *ret, json_t **ret_json, struct err *err);

/* A document's line as it is printed. */
struct text_record {
    struct document document; /* name, media, title, author, publisher, url, published */
    struct str id, text;
    struct str received;               /* null where it is the text */
    int64_t line, claims;              /* 0 where it has no line; how many claims follow */
    const struct reception *reception; /* NULL where there is nothing to tell */
    struct str layout;
};

/* Appends it, with its line feed. */
void text_add(struct buf *out, const struct text_record *record);
/*
 * Reads it back from the very bytes in which it is printed, copied to the arena. False where it is anything else, or one
 * with a reception: not that it is wrong, but that text_record_read() is to say what it is.
 */
bool text_record_from_line(struct str line, struct arena *arena, struct text_record *ret);
/* Takes the texts of such a one, which are in another arena, into this. */
void text_record_keep(struct text_record *record, struct arena *arena);
/* Reads it back, copied to the arena. */
bool text_record_read(const json_t *json, struct arena *arena, struct text_record *ret, struct err *err);

#endif
