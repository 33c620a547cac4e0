/*
 * Fractions: ½ and 3/4, "two and a half", "a quarter million"; and parts of a group, which are figures of their own:
 * "two-thirds of", "half the", "one in five", "3 out of 10".
 */
#include "core/extract/fraction.h"

#include "core/base/utf8.h"
#include "core/extract/numeral.h"

enum { FRACTION_DIGITS = 16 }; /* "a third" has no exact decimal: this many significant digits of it */

/* ½ and its like: numerator and denominator of the code point. */
static bool vulgar_fraction(struct str text, unsigned *ret_top, unsigned *ret_bottom)
{
    static const struct {
        uint32_t point;
        unsigned top, bottom;
    } table[] = {
        {0xBC, 1, 4},   {0xBD, 1, 2},   {0xBE, 3, 4},   {0x2150, 1, 7}, {0x2151, 1, 9}, {0x2152, 1, 10},
        {0x2153, 1, 3}, {0x2154, 2, 3}, {0x2155, 1, 5}, {0x2156, 2, 5}, {0x2157, 3, 5}, {0x2158, 4, 5},
        {0x2159, 1, 6}, {0x215A, 5, 6}, {0x215B, 1, 8}, {0x215C, 3, 8}, {0x215D, 5, 8}, {0x215E, 7, 8},
    };
    uint32_t point = 0;
    if (text.len >= 2)
        utf8_decode(text, 0, &point);
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        if (table[i].point == point) {
            *ret_top = table[i].top;
            *ret_bottom = table[i].bottom;
            return true;
        }
    }
    return false;
}

static void add_fraction(struct number *number, struct decimal top, struct decimal bottom)
{
    struct decimal part, sum;
    if (decimal_divide(top, bottom, FRACTION_DIGITS, &part) && decimal_add(number->value, part, &sum)) {
        number->value = sum;
        number->precise = false;
    }
}

/* "3/4" at token i, which is a proper fraction with a denominator that people use; "9/11" and "24/7" are none. */
static bool slash_fraction(const struct tokens *tokens, size_t i, unsigned *ret_top, unsigned *ret_bottom)
{
    static const unsigned usual[] = {2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100};
    unsigned top, bottom;
    if (!is_small_integer(tokens, i, 99, &top) || !token_mark(tokens, i + 1, '/') || !token_glued(tokens, i + 1) ||
        !token_glued(tokens, i + 2) || !is_small_integer(tokens, i + 2, 100, &bottom) || top == 0 || top >= bottom ||
        (token_mark(tokens, i + 3, '/') && token_glued(tokens, i + 3)))
        return false;
    for (size_t k = 0; k < sizeof(usual) / sizeof(usual[0]); k++) {
        if (usual[k] == bottom) {
            *ret_top = top;
            *ret_bottom = bottom;
            return true;
        }
    }
    return false;
}

/* ½, or 3/4, at token i. */
bool fraction_read_bare(const struct tokens *tokens, size_t i, struct number *number)
{
    unsigned top, bottom;
    size_t end = i + 1;
    if (!token_kind_is(tokens, i, TOKEN_SYMBOL) || !vulgar_fraction(token_text(tokens, i), &top, &bottom)) {
        if (!slash_fraction(tokens, i, &top, &bottom))
            return false;
        end = i + 3;
    }
    number->end = end;
    number->in_digits = true;
    number->fraction = token_is(tokens, end, "of");
    add_fraction(number, decimal_from(top), decimal_from(bottom));
    return true;
}

/* The half in "12½", "3 1/2", "3-1/2". */
void fraction_add_to(const struct tokens *tokens, struct number *number)
{
    struct number part = {0};
    size_t i = number->end;
    bool hyphen = token_mark(tokens, i, '-') && token_glued(tokens, i) && token_glued(tokens, i + 1);
    if (number->place != 0 || number->grouped || !fraction_read_bare(tokens, i + hyphen, &part))
        return;
    struct decimal sum;
    if (decimal_add(number->value, part.value, &sum)) {
        number->value = sum;
        number->precise = false;
        number->end = part.end;
    }
}

/* "a quarter million", "three quarters (of a) billion" */
bool fraction_read_quarters(const struct tokens *tokens, size_t i, struct number *number)
{
    unsigned top = token_is(tokens, i, "three") ? 3 : 1;
    size_t at = top == 3 || token_is(tokens, i, "a") ? i + 1 : i;
    if (!token_is(tokens, at, top == 3 ? "quarters" : "quarter"))
        return false;
    at++;
    if (token_is(tokens, at, "of") && token_is(tokens, at + 1, "a"))
        at += 2;
    if (!is_scale_word(tokens, at) || word_value(tokens, at) < 5)
        return false;
    number->value = (struct decimal){.coefficient = top * 25, .exponent = -2};
    number->precise = true;
    number->place = -2;
    number->article = true;
    number->end = at;
    scale_read(tokens, number);
    return true;
}

/* The part in "and a half", "and three quarters", "and fifty-four hundredths", which begins at token i: its end, or 0. */
static size_t part_after_and(const struct tokens *tokens, size_t i, unsigned *ret_top, unsigned *ret_bottom)
{
    struct number top = {.first = i, .end = i, .value = decimal_from(1)};
    bool article = token_is(tokens, i, "a") || token_is(tokens, i, "one");
    bool half = token_is(tokens, i, "half");
    if (article)
        top.end = i + 1;
    else if (!half && !words_read(tokens, i, &top))
        return 0;
    size_t name = top.end + (size_t)(token_mark(tokens, top.end, '-') && token_glued(tokens, top.end));
    bool plural = str_ends(token_text(tokens, name), STR("s"));
    if (!token_has(tokens, name, WORD_FRACTION) || top.scaled || plural != !(article || half))
        return 0;
    *ret_top = (unsigned)top.value.coefficient;
    *ret_bottom = (unsigned)word_value(tokens, name);
    return name + 1;
}

/* "two and a half (million)", "one and a quarter". */
void fraction_read_and_a_half(const struct tokens *tokens, struct number *number)
{
    size_t i = number->end;
    if (!token_is(tokens, i, "and"))
        return;
    /* "one million and a half": half of the scale */
    bool of_scale = number->scaled && number->scale >= 6;
    if (number->scaled && !of_scale)
        return;
    unsigned top, bottom;
    size_t end = part_after_and(tokens, i + 1, &top, &bottom);
    if (end == 0)
        return;
    if (of_scale) {
        struct number part = {.end = end};
        add_fraction(&part, decimal_from(top), decimal_from(bottom));
        scale_read(tokens, &part);
        if (!part.scaled)
            number_scale(&part, number->scale);
        number->precise = !decimal_add(number->value, part.value, &number->value) && number->precise;
        number->end = part.end;
        return;
    }
    add_fraction(number, decimal_from(top), decimal_from(bottom));
    number->end = end;
    if (is_scale_word(tokens, number->end) || is_plural_scale_word(tokens, number->end))
        scale_read(tokens, number);
}

static bool set_fraction(struct number *number, struct decimal top, struct decimal bottom, size_t end)
{
    if (decimal_is_zero(bottom) || decimal_compare(top, bottom) > 0)
        return false;
    number->value = (struct decimal){0};
    add_fraction(number, top, bottom);
    number->fraction = true;
    number->precise = false;
    number->end = end;
    return true;
}

/* "half (of) the", "a third of", "two-thirds", "one quarter of", "three quarters of" */
bool fraction_read_of_group(const struct tokens *tokens, size_t i, struct number *number)
{
    size_t at = i;
    int top = 1;
    if (token_is(tokens, at, "half") || token_is(tokens, at, "halves")) {
        bool of_group = (i > 0 && token_is(tokens, i - 1, "by") && !token_is_one_of(tokens, at + 1, "a an")) ||
                        token_is_one_of(tokens, at + 1, "of the its their his her all our that this those these");
        return of_group && set_fraction(number, decimal_from(1), decimal_from(2), at + 1);
    }
    if (is_cardinal_word(tokens, at))
        top = word_value(tokens, at);
    else if (!token_is(tokens, at, "a"))
        return false;
    at++;
    bool hyphen = token_mark(tokens, at, '-') && token_glued(tokens, at) && token_glued(tokens, at + 1);
    at += hyphen;
    if (!token_has(tokens, at, WORD_FRACTION) || top < 1)
        return false;
    /* "a third meeting", "one second": only with "of", a hyphen, or a plural */
    bool plural = str_ends(token_text(tokens, at), STR("s"));
    bool of = token_is(tokens, at + 1, "of") || token_is_one_of(tokens, at + 1, "the");
    bool alone = i == 0 && at + 1 == tokens->count; /* "one eighth", typed as a figure */
    bool one = token_is(tokens, i, "one") && token_is_one_of(tokens, at + 1, "from in to goes went comes came") &&
               !token_is(tokens, at, "quarter");
    bool by = i > 0 && token_is(tokens, i - 1, "by"); /* "cut emissions by a quarter" */
    if ((top > 1) != plural || (!of && !hyphen && !plural && !alone && !by && !one))
        return false;
    if (token_is(tokens, at, "quarters") && !of && !hyphen)
        return false; /* "four quarters" of a year */
    return set_fraction(number, decimal_from((uint64_t)top), decimal_from((uint64_t)word_value(tokens, at)), at + 1);
}

/* What stands between the two numbers of "one in five", "3 out of 10", "one-in-five": its end, or 0. */
static size_t in_of(const struct tokens *tokens, size_t i)
{
    if (token_mark(tokens, i, '-') && token_is(tokens, i + 1, "in") && token_mark(tokens, i + 2, '-'))
        return i + 3;
    if (token_is(tokens, i, "in") && !token_is(tokens, i + 1, "the"))
        return token_is(tokens, i + 1, "every") ? i + 2 : i + 1;
    if (token_is(tokens, i, "out") && token_is(tokens, i + 1, "of"))
        return token_is(tokens, i + 2, "every") ? i + 3 : i + 2;
    if (token_is(tokens, i, "of"))
        return token_is(tokens, i + 1, "every") ? i + 2 : i + 1;
    return 0;
}

void fraction_read_one_in(const struct tokens *tokens, struct number *number)
{
    struct number group = {.first = in_of(tokens, number->end)};
    if (group.first == 0 || number->place != 0 || number->scaled || number->grouped)
        return;
    group.end = group.first;
    bool read = token_kind_is(tokens, group.first, TOKEN_NUMBER)
                    ? digits_read(token_text(tokens, group.first), &group) && ++group.end
                    : words_read(tokens, group.first, &group);
    bool of = token_is(tokens, number->end, "of"); /* "one of four"; but "41 of 58 kilometres" are two lengths */
    bool small = read && decimal_compare(number->value, decimal_from(100)) < 0 && group.place >= 0 &&
                 !(of && decimal_compare(group.value, decimal_from(20)) > 0);
    bool year = token_is(tokens, number->end, "in") && group.in_digits && !group.grouped &&
                decimal_compare(group.value, decimal_from(1000)) > 0;
    if (!small || year || decimal_compare(group.value, decimal_from(1)) <= 0)
        return;
    set_fraction(number, number->value, group.value, group.end);
}
