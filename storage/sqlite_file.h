/*
 * The file of a store, looked at before SQLite is let near it: opening a database with SQLite can write to it (roll a
 * journal back, move a log into it), and what is not ours must stay as it is.
 */
#ifndef STORAGE_SQLITE_FILE_H
#define STORAGE_SQLITE_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/err.h"

/*
 * Whether there is a file at `path` that may be a store with this mark, of at most this version. *ret_fresh: it is
 * there but nothing is in it yet. ERR_ABSENT: there is none. ERR_STORE: what is there is something else.
 */
bool sqlite_file_check(const char *path, uint32_t application, int newest, bool *ret_fresh, struct err *err);

/* Makes an empty file of mode 0600; one that appeared meanwhile is left as it is, and no error. */
bool sqlite_file_create(const char *path, struct err *err);

/* The error of a `path` at which there is no store. Returns false. */
bool sqlite_file_absent(const char *path, struct err *err);

#endif
