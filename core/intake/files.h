/* Opening files by their names: what the seam of intake.h and streams share. */
#ifndef CORE_INTAKE_FILES_H
#define CORE_INTAKE_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/err.h"

/* A regular file of at most `limit` bytes, or a pipe; devices are refused before they are opened. */
bool files_open(const char *path, size_t limit, int *ret_fd, struct err *err);

/* Why the system refused to `verb` it, with what to do where that is plain. Returns false. */
bool files_refused(const char *verb, const char *path, int error, struct err *err);

#endif
