/*
 * Progress of long work: one line on standard error, with a bar and the time left where it is known how much there is.
 * It is drawn only on a terminal, only after half a second, at most ten times a second, and wiped when something else is
 * said or the work ends.
 */
#ifndef CMD_TTY_PROGRESS_H
#define CMD_TTY_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "cmd/tty/terminal.h"
#include "core/base/buf.h"
#include "core/base/str.h"

struct progress {
    int64_t started, drawn; /* milliseconds; 0 before the first step */
    bool visible;
};

/* `done` of `total` (0 where that is unknown) things are done; `what` names the present one. */
void progress_step(struct progress *progress, const struct terminal *terminal, int64_t done, int64_t total,
                   struct str what);
/* What stands before that name, after so many milliseconds: "[#####...............] 25 of 100, 10/s, 0:07 left". */
void progress_words(struct buf *out, int64_t done, int64_t total, int64_t ms);

void progress_wipe(struct progress *progress);

#endif
