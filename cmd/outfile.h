/*
 * A file that is there as a whole or not at all: written beside its place under another name, brought to the disk, then
 * renamed. What was there before stays until then.
 */
#ifndef CMD_OUTFILE_H
#define CMD_OUTFILE_H

#include <stdbool.h>
#include <stdio.h>

#include "cmd/cmd.h"

struct outfile {
    FILE *stream;
    char *path; /* where it will be */
    char *
        temporary; /* where it is; NULL where the path is no regular file (a device, a pipe) and is written to directly */
};

/* ERR_USAGE where `path` is the store itself (or one of its side files); ERR_SYSTEM where it can't be written. */
bool outfile_open(struct outfile *file, const char *path, const char *store_path, struct err *err);
bool outfile_keep(struct outfile *file, struct err *err); /* ends it, kept or with an error discarded */
void outfile_discard(struct outfile *file);

/*
 * Standard output for text that holds others' words: as it is where that is no terminal, or where the text is `safe`
 * already; else a stream, to be closed, that sends each line through escape_terminal().
 */
FILE *outfile_terminal(struct invocation *run, bool safe);

#endif
