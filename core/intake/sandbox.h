/*
 * A child that reads what others wrote: foreign formats are parsed in a process of their own, which has little memory,
 * little time, no files and no network. What it answers is input like any other, for the caller to check. A child that
 * dies costs one document.
 *
 * Limits hold everywhere (setrlimit); where the kernel has seccomp, every system call but those for memory and for writing
 * the answer is refused besides. A program that is run (pdftotext) keeps the calls that it needs to start, but for the
 * network's; where the kernel has Landlock, it can only read below /usr, /lib and /etc.
 */
#ifndef CORE_INTAKE_SANDBOX_H
#define CORE_INTAKE_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/buf.h"
#include "core/base/err.h"
#include "core/base/limits.h"

struct sandbox_limits {
    unsigned cpu_seconds;
    size_t memory; /* bytes of address space beyond what the program has already */
    size_t answer; /* bytes */
};

/* What the user's limits give a reader. */
struct sandbox_limits sandbox_limits_of(const struct limits *limits, size_t answer);

/* What the child does. */
struct sandbox_job {
    void (*open)(void *ctx);                     /* may be NULL; before the doors close: loads tables, opens no input */
    void (*work)(void *ctx, struct buf *answer); /* after: fills the answer */
    void *ctx;
};

/*
 * Runs a job in a child and appends its answer to *ret_answer. ERR_INPUT says which limit it met or how it died, as what
 * follows a document's name and a colon; ERR_SYSTEM that no child could be made.
 */
bool sandbox_run(const struct sandbox_job *job, const struct sandbox_limits *limits, struct buf *ret_answer,
                 struct err *err);

/*
 * The same for a program: argv[0] is looked for in the PATH, `input` is its standard input (a file in memory), its
 * standard output is the answer. ERR_SYSTEM where it is not installed.
 */
bool sandbox_run_program(const char *const *argv, struct str input, const struct sandbox_limits *limits,
                         struct buf *ret_answer, struct err *err);

/* Parts of an answer: each with its length before it. Hearing gives a slice of the answer, and false where it is too short. */
void sandbox_say(struct buf *answer, struct str part); /* STR_NULL stays that */
bool sandbox_hear(struct str *answer, struct str *ret);

/* Whether the kernel has them: for `doctor`. */
bool sandbox_has_seccomp(void);
bool sandbox_has_landlock(void);

/* Closes the doors of the calling process, for good; used by the child. */
void sandbox_forbid_all(void);
void sandbox_forbid_network(void);
void sandbox_forbid_files(void);

#endif
