/*
 * Records to and from rows, by walking their tables of fields: no file of this folder names a record's columns one by
 * one. A statement's columns stand in the order of the table.
 *
 * An enumeration is kept by its printed name, a score as hundredths, a flag as 0 or 1, what is null as NULL.
 */
#ifndef STORAGE_RECORD_SQL_H
#define STORAGE_RECORD_SQL_H

#include "core/base/err.h"
#include "core/record/record.h"
#include "storage/driver.h"

/* Binds every field, the first to $<at>, and returns the number of the placeholder after the last. */
int record_bind(struct statement *statement, int at, const struct fields *fields, const void *record);

/*
 * Fills every field from the columns that begin with `column`; text is copied to the arena. ERR_STORE where a column
 * holds what its field can't: only a store that was edited from outside has that.
 */
bool record_read(struct statement *statement, int column, const struct fields *fields, struct arena *arena, void *ret,
                 struct err *err);

/*
 * Whether a record may be stored: text that is UTF-8, holds no NUL and is within LIMIT_FIELD_BYTES, numbers that name
 * something. ERR_USAGE says which field of `what` ("citation") may not.
 */
bool record_check(const struct fields *fields, const void *record, const char *what, struct err *err);

/* Room for `need` records of an array in the arena; the array's new place. Start with NULL and 0. */
void *records_grow(struct arena *arena, void *records, size_t *cap, size_t need, size_t size);

#endif
