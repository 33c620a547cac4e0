/*
 * Colour, by what a text is and not by how it looks. Each role is one SGR sequence (ECMA-48); COLOUR_NONE is none.
 */
#ifndef CMD_TTY_COLOUR_H
#define CMD_TTY_COLOUR_H

#include "cmd/tty/terminal.h"

enum colour {
    COLOUR_NONE,
    COLOUR_HEADING,
    COLOUR_FAINT, /* what matters less: what is open, who and when */
    COLOUR_GOOD,
    COLOUR_MIDDLING,
    COLOUR_BAD,
    COLOUR_FIGURE, /* the figure in its sentence */
    COLOUR_END,
};

/* The sequence that begins a role, and the one that ends any: "" where the terminal takes no colour or the role none. */
const char *colour_on(const struct terminal *terminal, enum colour colour);
const char *colour_off(const struct terminal *terminal, enum colour colour);

/* The colour of a rating; of a claim that has none (-1), too. */
enum colour colour_of_rating(int rating);

#endif
