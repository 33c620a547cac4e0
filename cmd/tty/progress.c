/* The line that shows how far long work has come. */
#include "cmd/tty/progress.h"

#include <inttypes.h>
#include <stdio.h>

#include "cmd/tty/width.h"
#include "core/base/clock.h"
#include "core/report/escape.h"

enum { PATIENCE_MS = 500, REDRAW_MS = 100, BAR_WIDTH = 20 };

/* "[#####.....] " */
static void add_bar(struct buf *line, int64_t done, int64_t total)
{
    int64_t filled = done < total ? done * BAR_WIDTH / total : BAR_WIDTH;
    buf_char(line, '[');
    for (int64_t i = 0; i < BAR_WIDTH; i++)
        buf_char(line, i < filled ? '#' : '.');
    buf_str(line, STR("] "));
}

/* ", 62/s, 1:05 left": how fast it was so far, and how long the rest takes at that. */
static void add_pace(struct buf *line, int64_t done, int64_t total, int64_t ms)
{
    if (done < 1 || ms < 1)
        return;
    if (done * 1000 >= ms)
        buf_printf(line, ", %" PRId64 "/s", done * 1000 / ms);
    else
        buf_printf(line, ", %" PRId64 " s each", ms / done / 1000);
    if (total <= done)
        return;
    int64_t left = (total - done) * ms / done / 1000;
    if (left >= 3600)
        buf_printf(line, ", %" PRId64 ":%02" PRId64 " h left", left / 3600, left / 60 % 60);
    else
        buf_printf(line, ", %" PRId64 ":%02" PRId64 " left", left / 60, left % 60);
}

void progress_words(struct buf *out, int64_t done, int64_t total, int64_t ms)
{
    if (total > 0)
        add_bar(out, done, total);
    buf_printf(out, "%" PRId64, done);
    if (total > 0)
        buf_printf(out, " of %" PRId64, total);
    add_pace(out, done, total, ms);
}

static void draw(const struct terminal *terminal, int64_t done, int64_t total, int64_t ms, struct str what)
{
    struct buf shown = {0}, line = {0};
    progress_words(&shown, done, total, ms);
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
    int64_t now = clock_ticks();
    if (progress->started == 0)
        progress->started = now;
    if (now - progress->started < PATIENCE_MS || now - progress->drawn < REDRAW_MS)
        return;
    draw(terminal, done, total, now - progress->started, what);
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
