/* Fractions in signs and digits, ½, 3/4, 3 1/2; and of two numbers: "one in five", "3 out of 10", "one over three". */
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

void number_add_fraction(struct number *number, struct decimal top, struct decimal bottom)
{
    struct decimal part, sum;
    if (decimal_divide(top, bottom, FRACTION_DIGITS, &part) && decimal_add(number->value, part, &sum)) {
        number->value = sum;
        number->precise = false;
    }
}

/*
 * "3/4" at token i, which is a proper fraction with a denominator that people use, or with any where a whole number stands
 * before it ("2 3/7"); "9/11" and "24/7" are none.
 */
static bool slash_fraction(const struct tokens *tokens, size_t i, bool any, unsigned *ret_top, unsigned *ret_bottom)
{
    static const unsigned usual[] = {2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100};
    unsigned top, bottom;
    if (!is_small_integer(tokens, i, 99, &top) || !token_mark(tokens, i + 1, '/') || !token_glued(tokens, i + 1) ||
        !token_glued(tokens, i + 2) || !is_small_integer(tokens, i + 2, 100, &bottom) || top == 0 || top >= bottom ||
        (token_mark(tokens, i + 3, '/') && token_glued(tokens, i + 3)))
        return false;
    bool known = any;
    for (size_t k = 0; k < sizeof(usual) / sizeof(usual[0]) && !known; k++)
        known = usual[k] == bottom;
    if (known) {
        *ret_top = top;
        *ret_bottom = bottom;
    }
    return known;
}

static bool is_after_whole(const struct tokens *tokens, size_t i)
{
    return i > 0 && token_kind_is(tokens, i - 1, TOKEN_NUMBER) && !token_glued(tokens, i);
}

/* ½, or 3/4, at token i. */
bool fraction_read_bare(const struct tokens *tokens, size_t i, struct number *number)
{
    unsigned top, bottom;
    size_t end = i + 1;
    if (!token_kind_is(tokens, i, TOKEN_SYMBOL) && !token_mark(tokens, i + 1, '/'))
        return false;
    if (!token_kind_is(tokens, i, TOKEN_SYMBOL) || !vulgar_fraction(token_text(tokens, i), &top, &bottom)) {
        if (!slash_fraction(tokens, i, is_after_whole(tokens, i), &top, &bottom))
            return false;
        end = i + 3;
    }
    number->end = end;
    number->in_digits = true;
    number->fraction = token_is(tokens, end, "of");
    number_add_fraction(number, decimal_from(top), decimal_from(bottom));
    return true;
}

/* The half in "12½", "3 1/2", "3-1/2". */
void fraction_add_to(const struct tokens *tokens, struct number *number)
{
    size_t i = number->end;
    bool hyphen = token_mark(tokens, i, '-') && token_glued(tokens, i) && token_glued(tokens, i + 1);
    struct number part = {0};
    if (number->place != 0 || number->grouped || !fraction_read_bare(tokens, i + hyphen, &part))
        return;
    struct decimal sum;
    if (decimal_add(number->value, part.value, &sum)) {
        number->value = sum;
        number->precise = false;
        number->end = part.end;
    }
}

bool number_set_fraction(struct number *number, struct decimal top, struct decimal bottom, size_t end)
{
    struct decimal value;
    if (!decimal_divide(top, bottom, FRACTION_DIGITS, &value))
        return false;
    number->value = value;
    number->fraction = true;
    number->precise = false;
    number->end = end;
    return true;
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
    size_t first = in_of(tokens, number->end);
    if (first == 0 || number->place != 0 || number->scaled || number->grouped)
        return;
    struct number group = {.first = first, .end = first};
    bool read = token_kind_is(tokens, group.first, TOKEN_NUMBER)
                    ? digits_read(token_text(tokens, group.first), &group) && ++group.end
                    : words_read(tokens, group.first, &group);
    bool of = token_is(tokens, number->end, "of"); /* "one of four"; but "41 of 58 kilometres" are two lengths */
    bool small = read && decimal_compare(number->value, decimal_from(100)) < 0 && group.place >= 0 &&
                 !(of && decimal_compare(group.value, decimal_from(20)) > 0);
    bool year = token_is(tokens, number->end, "in") && group.in_digits && !group.grouped &&
                decimal_compare(group.value, decimal_from(1000)) > 0;
    if (!small || year || decimal_compare(group.value, decimal_from(1)) <= 0 ||
        decimal_compare(number->value, group.value) > 0)
        return;
    number_set_fraction(number, number->value, group.value, group.end);
}

/* "is one over three", "1 over twenty-one" at the start; not "a win over 3 rivals", "rose 5 over 20 years". */
static bool states_number(const struct tokens *tokens, size_t i)
{
    return i == 0 || token_kind_is(tokens, i - 1, TOKEN_MARK) || token_has(tokens, i - 1, WORD_AUXILIARY) ||
           token_is_one_of(tokens, i - 1, "equals equal by times plus minus fraction ratio of to quotient") ||
           token_mark(tokens, i - 1, '=');
}

/* Nothing that could be counted or measured stands at token i. */
static bool counts_nothing(const struct tokens *tokens, size_t i)
{
    const uint32_t closed = WORD_AUXILIARY | WORD_CONJUNCTION | WORD_SUBORDINATOR;
    if (token_kind_is(tokens, i, TOKEN_WORD))
        return token_has(tokens, i, closed) || token_is_one_of(tokens, i, "equals gives plus minus times");
    return i >= tokens->count || (token_kind_is(tokens, i, TOKEN_MARK) && !token_mark(tokens, i, '-')) ||
           token_mark(tokens, i, '=');
}

/* "120 over 80": a blood pressure, in millimetres of mercury. */
static bool is_blood_pressure(struct decimal systolic, struct decimal diastolic)
{
    return decimal_compare(systolic, decimal_from(70)) >= 0 && decimal_compare(systolic, decimal_from(260)) <= 0 &&
           decimal_compare(diastolic, decimal_from(30)) >= 0 && decimal_compare(diastolic, systolic) < 0;
}

void fraction_read_over(const struct tokens *tokens, struct number *number)
{
    size_t i = number->end + 1;
    if (!token_is(tokens, number->end, "over") || !states_number(tokens, number->first) || !number->precise)
        return;
    struct number bottom = {.first = i, .end = i};
    bool read = token_kind_is(tokens, i, TOKEN_NUMBER) ? digits_read(token_text(tokens, i), &bottom) && ++bottom.end
                                                       : words_read(tokens, i, &bottom);
    bool year = bottom.in_digits && bottom.place == 0 && !bottom.grouped &&
                decimal_compare(bottom.value, decimal_from(1000)) > 0; /* "the trade of 1892 over 1891" */
    if (!read || year || !counts_nothing(tokens, bottom.end) || decimal_is_zero(bottom.value) ||
        is_blood_pressure(number->value, bottom.value))
        return;
    number_set_fraction(number, number->value, bottom.value, bottom.end);
}
