/*
 * Every size that input drives has its limit here, or in limits.def where a user can set it. A limit that bites is an
 * error that names it; nothing is cut silently.
 */
#ifndef CORE_BASE_LIMITS_H
#define CORE_BASE_LIMITS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/err.h"
#include "core/base/mem.h"
#include "core/base/str.h"

/* One document, in bytes: some 40,000 pages. The filter can be told otherwise. */
#define LIMIT_DOCUMENT_BYTES ((size_t)256 * 1024 * 1024)

/*
 * Claims of one document: each keeps its sentence, so that a text of figures only takes a hundred times its own room.
 * Prose has some two thousand in a million bytes.
 */
#define LIMIT_DOCUMENT_CLAIMS ((size_t)100000)

/* One sentence, in tokens: longer runs of text are cut into several at a token's end, so no figure is lost. */
#define LIMIT_SENTENCE_TOKENS 512

/* Digits of one number: 38 fill the coefficient of a decimal; longer runs of digits are identifiers. */
#define LIMIT_NUMBER_DIGITS 38

/* Text a reviewer types into one field (a quote, a rationale), in bytes. */
#define LIMIT_FIELD_BYTES ((size_t)1024 * 1024)

/*
 * One row of a table that is loaded: bytes, and columns; how many names of entities a table may have, and how long they
 * and the cells of figures may be. A table itself may be of any length.
 */
#define LIMIT_TABLE_ROW_BYTES ((size_t)4 * 1024 * 1024)
#define LIMIT_TABLE_COLUMNS ((size_t)20000)
#define LIMIT_TABLE_ENTITIES ((size_t)100000)
#define LIMIT_TABLE_NAME_BYTES 500
#define LIMIT_TABLE_FIGURE_BYTES 100

/* ---- limits that a user can set ---- */

/* All of limits.def. What is read from a command line has 0 for one that was not set; readers get none that is 0. */
struct limits {
#define LIMIT(member, name, normal, most, what) size_t member;
#include "core/base/limits.def"
#undef LIMIT
};

extern const struct limits limits_normal;

/* The limits in force: `set` with the normal ones where it has none. */
struct limits limits_of(const struct limits *set);

struct limit_about {
    const char *name; /* "page-bytes" */
    size_t offset;    /* of its size_t in struct limits */
    size_t normal, most;
    const char *what;
};
extern const struct limit_about limit_list[];
extern const size_t limit_count;

/* Reads "page-bytes=1000,reader-seconds=10" on top of what is set. ERR_USAGE. */
bool limits_read(struct str text, struct limits *limits, struct err *err);

/* What was set otherwise than it normally is, as limits_read() reads it; STR_NULL where nothing was. */
struct str limits_written(const struct limits *set, struct arena *arena);

#endif
