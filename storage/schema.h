/*
 * How a store is made: the numbered list of migrations, and the check that a store is made that way and no other.
 *
 * A step that has been released is never edited; what changes later is a further step.
 */
#ifndef STORAGE_SCHEMA_H
#define STORAGE_SCHEMA_H

#include <stdbool.h>

#include "storage/driver.h"

/* The letters "assy", in the file's header, where file(1) finds them. */
#define SCHEMA_APPLICATION 0x61737379

/* The table of the finder (driver.h), as a step made it and as finder_sqlite.c makes it anew for a sieve. */
#define SCHEMA_FINDER                                                                                                  \
    "CREATE VIRTUAL TABLE finder USING fts5 (sentence, speaker, kind, name, content = '', columnsize = 0,"             \
    " tokenize = 'porter unicode61 remove_diacritics 2');"

extern const struct migrations schema_migrations;

/* Compares tables, indexes and guards with those of a new store; calls `fn` for each that is not as it should be. */
bool schema_verify(struct driver *driver, driver_fault_fn *fn, void *ctx, struct err *err);

#endif
