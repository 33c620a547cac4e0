/*
 * What a parser made of a document: its text, block by block, what it says of itself, and the way back from each byte of
 * the text to the bytes as they were received.
 *
 * The text is valid UTF-8 without NUL. Blocks stand in the document's order. One that is `left_out` (menus, comments,
 * scripts, what surrounds an article) is in `rest`, not in `text`: kept, but not read for figures.
 */
#ifndef CORE_INTAKE_READING_H
#define CORE_INTAKE_READING_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/buf.h"
#include "core/base/err.h"
#include "core/base/mem.h"
#include "core/record/record.h"

enum block_kind {
    BLOCK_PARAGRAPH,
    BLOCK_HEADING,
    BLOCK_ITEM, /* of a list */
    BLOCK_QUOTE,
    BLOCK_CODE,
    BLOCK_CAPTION,
    BLOCK_ROW, /* of a table */
    BLOCK_CUE, /* of a subtitle */
    BLOCK_END,
};

extern const struct names block_kinds;

struct block {
    int32_t kind;                  /* enum block_kind */
    int32_t left_out;              /* it is in `rest` */
    uint32_t start, end;           /* in `text`, or `rest` */
    uint32_t origin, origin_end;   /* in the bytes as received */
    uint32_t page;                 /* from 1; 0 where there are none */
    uint32_t left, top;            /* where on the page, in points (1/72 inch) */
    uint32_t table, row;           /* from 1; 0 outside tables */
    uint32_t begins_ms, ends_ms;   /* of a cue */
    uint32_t speaker, speaker_end; /* where in `text` the name of its speaker stands; equal for none */
};

/* A table's cell: a part of a BLOCK_ROW. */
struct cell {
    uint32_t block;
    uint32_t start, end; /* in `text` or `rest` as its block */
    uint32_t column;     /* from 1 */
    uint32_t columns;    /* how many it spans */
    int32_t heads;       /* a header: it names a column or a row */
};

/* A run of text and where it was. Of equal length it is the same byte for byte; else the one was made of the other. */
struct segment {
    uint32_t start, length;
    uint32_t origin, origin_length;
};

struct reading {
    struct str text, rest;
    struct str title, author, publisher, url, published, modified, language;
    struct str charset, charset_from; /* as found, and where: "byte order mark", "meta", … */
    struct str note;                  /* a limit that bit, in words; else null */
    struct str failure;               /* what is wrong with the document, so that it can't be read; else null */
    struct block *block;
    size_t block_count;
    struct cell *cell;
    size_t cell_count;
    struct segment *segment; /* of `text`, in its order, without overlap */
    size_t segment_count;
};

/* The answer of a child, and back. Decoding checks all that is said above; `received` is how many bytes there were. */
void reading_encode(const struct reading *reading, struct buf *answer);
bool reading_decode(struct str answer, size_t received, struct arena *arena, struct reading *ret, struct err *err);

/* That check by itself: texts are UTF-8, blocks and cells and segments are in their order and within their texts. */
bool reading_holds(struct reading *reading, size_t received);

/* Where text[start, end) was in the bytes as received; false where no part of it was anywhere. */
bool reading_origin(const struct reading *reading, size_t start, size_t end, size_t *ret_start, size_t *ret_end);

/* The block of the text that holds the byte at `at`; NULL where none does. */
const struct block *reading_block(const struct reading *reading, size_t at);

#endif
