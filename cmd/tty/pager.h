/*
 * The pager: $ASSAY_PAGER, else $PAGER, else less, fed from standard output. An empty one, or
 * "cat", is none; and less is not started on a terminal that is dumb.
 *
 * While it runs, SIGINT and SIGQUIT are the pager's affair: they reach every process of the terminal, and it must not
 * lose its reader. Leaving it early closes the pipe; the writer sees EPIPE and stops, which is no error.
 */
#ifndef CMD_TTY_PAGER_H
#define CMD_TTY_PAGER_H

#include <sys/types.h>

#include "core/base/err.h"

struct pager {
    pid_t pid; /* 0: none runs */
};

/* Starts it. Where none can be started, output goes on to the terminal as it is. */
void pager_start(struct pager *pager);

/* Closes standard output and waits for the pager. False where the shell could not run it, so that nothing was shown. */
bool pager_stop(struct pager *pager, struct err *err);

#endif
