/* The SGR sequence of each role. */
#include "cmd/tty/colour.h"

#include "core/record/review.h"

static const char *const sequences[COLOUR_END] = {
    [COLOUR_NONE] = "",
    [COLOUR_HEADING] = "\033[1m",
    [COLOUR_FAINT] = "\033[2m",
    [COLOUR_GOOD] = "\033[32m",
    [COLOUR_MIDDLING] = "\033[33m",
    [COLOUR_BAD] = "\033[31m",
    [COLOUR_FIGURE] = "\033[1;7m",
};

static const enum colour rating_colours[RATING_END] = {
    [RATING_ACCURATE] = COLOUR_GOOD,        [RATING_MOSTLY_ACCURATE] = COLOUR_GOOD, [RATING_PARTLY] = COLOUR_MIDDLING,
    [RATING_MISLEADING] = COLOUR_BAD,       [RATING_INACCURATE] = COLOUR_BAD,       [RATING_OUTDATED] = COLOUR_MIDDLING,
    [RATING_UNSUPPORTED] = COLOUR_MIDDLING, [RATING_NOT_CHECKABLE] = COLOUR_FAINT,
};

const char *colour_on(const struct terminal *terminal, enum colour colour)
{
    return terminal->colour ? sequences[colour] : "";
}

const char *colour_off(const struct terminal *terminal, enum colour colour)
{
    return terminal->colour && colour != COLOUR_NONE ? "\033[m" : "";
}

enum colour colour_of_rating(int rating)
{
    return rating >= 0 && rating < RATING_END ? rating_colours[rating] : COLOUR_FAINT;
}
