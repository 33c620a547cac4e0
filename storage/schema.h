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

extern const struct migrations schema_migrations;

/* Compares tables, indexes and guards with those of a new store; calls `fn` for each that is not as it should be. */
bool schema_verify(struct driver *driver, driver_fault_fn *fn, void *ctx, struct err *err);

#endif
