/* From a claim's words to the interval that they assert. */
#include "core/check/figure.h"

#include "core/base/buf.h"
#include "core/report/voice.h"

const struct widths widths_usual = {
    .about = {.coefficient = 5},
    .nearly = {.coefficient = 10},
    .worded = {.coefficient = 5},
    .round = {.coefficient = 25, .exponent = -1},
};

enum { DENOMINATOR_MOST = 1000, DIGITS_EXACT = 24, DIGITS_ROUNDED = 8 };

static struct rational percent_of(struct arena *arena, struct rational value, struct decimal percent)
{
    struct rational part = rational_multiply(arena, rational_magnitude(value), rational_of(arena, percent));
    return rational_scale(arena, part, -2);
}

static struct rational half(struct arena *arena, struct rational value)
{
    return rational_multiply(arena, value, rational_from(arena, 1, 2));
}

static struct rational larger(struct rational a, struct rational b)
{
    return rational_compare(a, b) < 0 ? b : a;
}

static struct rational smaller(struct rational a, struct rational b)
{
    return rational_compare(a, b) < 0 ? a : b;
}

/*
 * "A third" is kept as 0.3333333333333333. The fraction that is meant is the one of the smallest denominator that lies
 * within a unit of that decimal's last digit.
 */
static struct rational whole_fraction(struct arena *arena, struct str text, struct rational value)
{
    struct decimal read;
    if (!decimal_parse(text, &read) || read.exponent > -10)
        return value;
    struct rational unit = rational_of(arena, (struct decimal){.coefficient = 1, .exponent = read.exponent});
    for (unsigned long below = 2; below <= DENOMINATOR_MOST; below++) {
        struct rational times = rational_multiply(arena, value, rational_from(arena, (long)below, 1));
        struct str rounded = rational_print(arena, times, 6, NULL);
        struct rational top, near;
        if (str_find(rounded, STR("."), 0) < rounded.len || !rational_parse(arena, rounded, &top) ||
            !rational_divide(arena, top, rational_from(arena, (long)below, 1), &near))
            continue;
        struct rational apart = rational_magnitude(rational_subtract(arena, near, value));
        if (rational_compare(apart, unit) <= 0)
            return near;
    }
    return value;
}

static bool read_numbers(struct arena *arena, const struct claim *claim, struct figure *ret)
{
    if (claim->relation == RELATION_NONE || !claim->value.ptr || !rational_parse(arena, claim->value, &ret->value))
        return false;
    ret->worded = !claim->precision.ptr;
    if (ret->worded)
        ret->value = whole_fraction(arena, claim->value, ret->value);
    else if (!rational_parse(arena, claim->precision, &ret->step))
        return false;
    ret->upper = ret->value;
    ret->ranged = claim->upper.ptr && rational_parse(arena, claim->upper, &ret->upper);
    if (rational_compare(ret->upper, ret->value) < 0) { /* the text's order is kept in the claim: "from 7 to 5" */
        struct rational value = ret->value;
        ret->value = ret->upper;
        ret->upper = value;
    }
    return true;
}

/* "50.0 million": whoever writes decimals has not rounded to what is before them. */
static bool has_decimals(struct str literal)
{
    for (size_t i = 1; i + 1 < literal.len; i++)
        if (literal.ptr[i] == '.' && is_digit(literal.ptr[i - 1]) && is_digit(literal.ptr[i + 1]))
            return true;
    return false;
}

/* How many zeros the written digits end in: 12,600 has two. */
static int zeros_at_end(struct arena *arena, const struct figure *figure)
{
    struct rational digits;
    int zeros = 0;
    if (figure->worded || rational_sign(figure->value) == 0 ||
        !rational_divide(arena, figure->value, figure->step, &digits))
        return 0;
    struct str text = rational_print(arena, digits, 40, NULL);
    while (zeros < (int)text.len && text.ptr[text.len - 1 - (size_t)zeros] == '0')
        zeros++;
    return zeros;
}

static void set_round(struct arena *arena, const struct widths *widths, const struct claim *claim,
                      struct figure *figure)
{
    int zeros = zeros_at_end(arena, figure);
    if (zeros < 2 || figure->ranged || has_decimals(claim->literal))
        return;
    struct rational width = smaller(half(arena, rational_scale(arena, figure->step, zeros)),
                                    percent_of(arena, figure->value, widths->round));
    figure->round_low = (struct bound){rational_subtract(arena, figure->value, width), true, false};
    figure->round_high = (struct bound){rational_add(arena, figure->value, width), true, false};
}

static void set_around(struct arena *arena, struct figure *figure, struct rational width, const char *reason)
{
    figure->low = (struct bound){rational_subtract(arena, figure->value, width), true, false};
    figure->high = (struct bound){rational_add(arena, figure->upper, width), true, false};
    figure->reason = reason;
}

/* "nearly 4": 3.6 up to but not 4; "just over 4" the same above it. */
static void set_beside(struct arena *arena, const struct widths *widths, struct figure *figure, bool below)
{
    struct rational width = percent_of(arena, figure->value, widths->nearly);
    struct bound edge = {figure->value, true, true};
    if (below) {
        figure->low = (struct bound){rational_subtract(arena, figure->value, width), true, false};
        figure->high = edge;
    } else {
        figure->low = edge;
        figure->high = (struct bound){rational_add(arena, figure->value, width), true, false};
    }
    figure->reason = below ? "nearly: below it by no more than the width for that"
                           : "just over: above it by no more than the width for that";
}

static void set_bounds(struct arena *arena, const struct widths *widths, const struct claim *claim,
                       struct figure *figure)
{
    struct rational written = half(arena, figure->step);
    switch ((enum claim_relation)figure->relation) {
    case RELATION_ABOVE:
        figure->low = (struct bound){figure->value, true, true};
        figure->reason = "above it";
        break;
    case RELATION_LEAST:
        figure->low = (struct bound){figure->value, true, false};
        figure->reason = "it or above it";
        break;
    case RELATION_BELOW:
        figure->high = (struct bound){figure->upper, true, true};
        figure->reason = "below it";
        break;
    case RELATION_MOST:
        figure->high = (struct bound){figure->upper, true, false};
        figure->reason = "it or below it";
        break;
    case RELATION_NEARLY:
        set_beside(arena, widths, figure, true);
        break;
    case RELATION_BARELY:
        set_beside(arena, widths, figure, false);
        break;
    case RELATION_ABOUT:
        set_around(arena, figure, larger(written, percent_of(arena, figure->value, widths->about)),
                   "about: half a unit of its last digit, or the width for that, whichever is more");
        break;
    case RELATION_NONE:
    case RELATION_EQUAL:
    case RELATION_END:
        if (figure->worded)
            set_around(arena, figure, percent_of(arena, figure->value, widths->worded), "in words: the width for that");
        else
            set_around(arena, figure, written, "half a unit of its last digit");
        set_round(arena, widths, claim, figure);
    }
}

bool figure_read(struct arena *arena, const struct claim *claim, const struct widths *widths, struct figure *ret)
{
    struct figure figure = {.relation = claim->relation};
    if (!read_numbers(arena, claim, &figure))
        return false;
    set_bounds(arena, widths, claim, &figure);
    *ret = figure;
    return true;
}

struct str figure_number(struct arena *arena, struct rational number)
{
    struct buf shown = {0};
    bool exact = true;
    struct str plain = rational_print(arena, number, DIGITS_EXACT, &exact);
    if (!exact)
        plain = rational_print(arena, number, DIGITS_ROUNDED, NULL);
    buf_str(&shown, exact ? STR("") : STR("≈"));
    voice_number(&shown, &voice_plain, plain);
    struct str text = arena_str(arena, buf_view(&shown));
    buf_release(&shown);
    return text;
}

struct str figure_print(struct arena *arena, const struct figure *figure)
{
    struct str low = figure_number(arena, figure->low.at), high = figure_number(arena, figure->high.at);
    if (figure->low.there && figure->high.there)
        return arena_printf(arena, "%s%.*s to %s%.*s", figure->low.open ? "above " : "", STR_ARG(low),
                            figure->high.open ? "below " : "", STR_ARG(high));
    if (figure->low.there)
        return arena_printf(arena, figure->low.open ? "more than %.*s" : "%.*s or more", STR_ARG(low));
    return arena_printf(arena, figure->high.open ? "less than %.*s" : "%.*s or less", STR_ARG(high));
}
