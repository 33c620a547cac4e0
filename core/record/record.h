/*
 * What the records of a store have in common.
 *
 * A record is a plain struct (claim.h, document.h, review.h) described by a table of fields: one entry a field, in the
 * order in which it is printed. JSON, the columns of a listing, SQL's binds and the digests that `doctor` recomputes
 * all walk that table, so a field is added in one place.
 *
 * Text in a record is a slice that somebody else owns (the document's text, an arena). A NULL slice is null.
 */
#ifndef CORE_RECORD_RECORD_H
#define CORE_RECORD_RECORD_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"
#include "core/base/hash.h"
#include "core/base/mem.h"
#include "core/base/str.h"

/* The printed names of an enumeration, in its order. A NULL name prints as null. */
struct names {
    const char *what; /* for messages: "kind", "rating" */
    const char *const *name;
    size_t count;
};

bool names_find(const struct names *names, struct str name, int *ret_value);
/* "money, percent, count": for messages and help. Names that are NULL are left out. */
struct str names_list(const struct names *names, struct arena *arena);

enum field_type {
    FIELD_TEXT,    /* struct str */
    FIELD_INTEGER, /* int64_t */
    FIELD_NUMBER,  /* int64_t that is null while it is 0: what a store hands out, from 1 */
    FIELD_FLAG,    /* bool */
    FIELD_NAME,    /* int: an enumeration, printed by its name */
    FIELD_SCORE,   /* int64_t, hundredths: 0 to 100 prints as 0 to 1 */
};

struct field {
    const char *name;
    enum field_type type;
    size_t offset;
    const struct names *names; /* FIELD_NAME only */
    /* Stores were made before it was a field: while it is null, digests are as they were without it. */
    bool later;
};

struct fields {
    const struct field *field;
    size_t count;
};

const struct field *fields_find(const struct fields *fields, struct str name);

/* The record as an object with the table's fields in the table's order. The caller owns it. */
json_t *record_json(const struct fields *fields, const void *record);
/* The same fields added to an object that is there already (for a record shown as part of another). */
void record_json_into(const struct fields *fields, const void *record, json_t *object);

/*
 * The other way: fills every field that the object has a member for; the others, and those that are null there, are left
 * as they are. Text is copied to the arena. ERR_INPUT names a member that can't be read.
 */
bool record_from_json(const struct fields *fields, const json_t *object, struct arena *arena, void *record,
                      struct err *err);

/*
 * The same from a line as it is printed: the members of these fields, in their order, from *at on, which moves behind them;
 * at 0 the object begins. False where anything else stands there, or an escape that is seldom printed: not that it is
 * wrong, but that record_from_json() is to say what it is.
 */
bool record_from_line(const struct fields *fields, struct str json, size_t *at, struct arena *arena, void *record);

/* One field as text, as a spreadsheet's cell or a table's column shows it; STR_NULL for null. */
struct str record_text(const struct field *field, const void *record, struct arena *arena);

/* Takes the texts of a record that lives elsewhere into the arena. */
void record_keep(const struct fields *fields, void *record, struct arena *arena);

/* A digest over every field but later ones that are null: name and printed value, each with its length. */
struct digest record_digest(const struct fields *fields, const void *record);

#endif
