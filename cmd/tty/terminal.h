/*
 * What is known about the terminal: asked once, at the start, because a pager takes standard output away later.
 */
#ifndef CMD_TTY_TERMINAL_H
#define CMD_TTY_TERMINAL_H

#include <stdbool.h>

enum colour_when { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

struct terminal {
    bool out;    /* standard output is a terminal */
    bool err;    /* standard error is one */
    bool colour; /* SGR sequences may be sent to standard output */
    int width;   /* columns: $COLUMNS, else what the terminal says, else 80 */
};

/*
 * Colour: `always` and `never` decide. Otherwise only on a terminal, and neither with NO_COLOR set to anything
 * (https://no-color.org) nor with TERM=dumb.
 */
struct terminal terminal_look(enum colour_when when);

#endif
