/*
 * Reading a foreign format in the sandbox: what the formats share. A format is one function that fills a reading, or says
 * in its `failure` what is wrong with the document.
 */
#ifndef CORE_INTAKE_READER_H
#define CORE_INTAKE_READER_H

#include "core/intake/charset.h"

struct reader {
    void (*open)(void);            /* loads libraries before the sandbox closes; may be NULL */
    const struct charset *charset; /* the bytes are converted to UTF-8 first; NULL to have them as they are */
    void (*read)(struct str bytes, const struct limits *limits, struct arena *arena, struct reading *ret);
    const struct limits *limits;
};

/* ERR_INPUT as what follows the document's name and a colon. */
bool reader_run(const struct reader *reader, struct str bytes, struct arena *arena, struct reading *ret,
                struct err *err);

/* ---- for formats: text written block by block ---- */

struct writing {
    struct arena *arena;
    struct reading *reading;
    const struct limits *limits; /* NULL for the normal ones */
    struct buf out;
    size_t block_cap, cell_cap, segment_cap;
};

void writing_begin(struct writing *writing, struct arena *arena, struct reading *reading);
/* Begins a block, after a blank line; the caller fills what it knows of it. */
struct block *writing_block(struct writing *writing, enum block_kind kind);
struct block *writing_begin_block(struct writing *writing, enum block_kind kind); /* the same where the text stands */
struct block *writing_last(struct writing *writing); /* the block that is open; NULL before the first */
void writing_add(struct writing *writing, struct str text);
/* The same, with where it was in the bytes: byte for byte where the lengths are equal. */
void writing_add_from(struct writing *writing, struct str text, size_t origin, size_t origin_length);
/* A cell of the row that is open, with " | " before all but the first. */
void writing_cell(struct writing *writing, uint32_t column, uint32_t columns, bool heads);
void writing_trim(struct writing *writing); /* takes white space off the end */
void writing_end_block(struct writing *writing);
void writing_end(struct writing *writing); /* gives the text to the reading */

/* White space around and doubled inside taken off, in the arena; STR_NULL where nothing is left. */
struct str reader_collapse(struct str text, struct arena *arena);

#endif
