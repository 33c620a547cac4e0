/*
 * What there is to read: arguments and the lines of --files-from, each a file, an address, a folder, or a pattern that
 * the shell has left as it was (in quotes).
 */
#ifndef CMD_INPUTS_H
#define CMD_INPUTS_H

#include "cmd/cmd.h"
#include "core/base/limits.h"

struct inputs {
    struct words arguments;
    struct str list; /* of --files-from, read whole; lines, or where it holds NULs what stands between them */
    struct limits limits;
};

/* Reads the list, where `files_from` names one ("-" is standard input). */
bool inputs_open(struct words arguments, struct str files_from, const struct limits *limits, struct arena *arena,
                 struct inputs *ret, struct err *err);

struct inputs_visitor {
    bool (*take)(void *ctx, const char *path); /* a file or an address; false to stop */
    void (*refuse)(void *ctx,
                   const struct err *err); /* a folder or pattern with nothing in it, or that can't be read */
    void *ctx;
};
void inputs_visit(const struct inputs *inputs, const struct inputs_visitor *visitor);

/* How many inputs_visit() would take. */
int64_t inputs_count(const struct inputs *inputs);

/* Whether it is one file or address, so that --title and the like can describe it. */
bool inputs_is_one(const struct inputs *inputs);

#endif
