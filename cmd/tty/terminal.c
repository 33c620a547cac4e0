/* Looks at the terminal: is there one, how wide is it, may it have colour. */
#include "cmd/tty/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "core/base/str.h"

enum { WIDTH_DEFAULT = 80, WIDTH_LEAST = 20, WIDTH_MOST = 1000 };

/* A width from $COLUMNS; 0 where it says nothing that makes sense. */
static int width_told(void)
{
    struct str text = str_from(getenv("COLUMNS"));
    int width = 0;
    if (text.len > 4)
        return 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!is_digit(text.ptr[i]))
            return 0;
        width = width * 10 + (text.ptr[i] - '0');
    }
    return width;
}

static int width_asked(void)
{
    struct winsize size;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

static int width_look(void)
{
    int width = width_told();
    if (width == 0)
        width = width_asked();
    if (width == 0)
        return WIDTH_DEFAULT;
    return width < WIDTH_LEAST ? WIDTH_LEAST : width > WIDTH_MOST ? WIDTH_MOST : width;
}

static bool colour_look(enum colour_when when, bool terminal)
{
    const char *no_colour = getenv("NO_COLOR"), *term = getenv("TERM");
    if (when != COLOUR_AUTO)
        return when == COLOUR_ALWAYS;
    return terminal && !(no_colour && no_colour[0]) && !(term && strcmp(term, "dumb") == 0);
}

struct terminal terminal_look(enum colour_when when)
{
    struct terminal terminal = {.out = isatty(STDOUT_FILENO) == 1, .err = isatty(STDERR_FILENO) == 1};
    terminal.colour = colour_look(when, terminal.out);
    terminal.width = width_look();
    return terminal;
}
