/* The line that shows how far long work has come. */
#include "cmd/tty/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>

#include "cmd/tty/width.h"
#include "core/report/escape.h"

enum { PATIENCE_MS = 500, REDRAW_MS = 100 };

static int64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000 + 1; /* never 0, which means "not yet" */
}

static void draw(const struct terminal *terminal, int64_t done, int64_t total, struct str what)
{
    struct buf shown = {0}, line = {0};
    buf_printf(&shown, "%" PRId64, done);
    if (total > 0)
        buf_printf(&shown, " of %" PRId64, total);
    buf_char(&shown, ' ');
    escape_terminal(&shown, what);
    width_fit(&line, buf_view(&shown), (size_t)terminal->width - 1);
    fprintf(stderr, "\r\033[K%s", line.ptr);
    fflush(stderr);
    buf_release(&shown);
    buf_release(&line);
}

void progress_step(struct progress *progress, const struct terminal *terminal, int64_t done, int64_t total,
                   struct str what)
{
    if (!terminal->err)
        return;
    int64_t now = milliseconds();
    if (progress->started == 0)
        progress->started = now;
    if (now - progress->started < PATIENCE_MS || now - progress->drawn < REDRAW_MS)
        return;
    draw(terminal, done, total, what);
    progress->drawn = now;
    progress->visible = true;
}

void progress_wipe(struct progress *progress)
{
    if (!progress->visible)
        return;
    fputs("\r\033[K", stderr);
    fflush(stderr);
    progress->visible = false;
}
