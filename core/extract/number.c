/* Reading numbers in digits and in words: tokens → value. */
#include "core/extract/number.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/base/utf8.h"

enum { FRACTION_DIGITS = 16 }; /* "a third" has no exact decimal: this many significant digits of it */

static int value_of(const struct tokens *tokens, size_t i)
{
    return tokens->at[i].word ? tokens->at[i].word->value : 0;
}

static bool glued(const struct tokens *tokens, size_t i)
{
    return token_flag(tokens, i, TOKEN_GLUED);
}

void number_scale(struct number *number, int power)
{
    number->value = decimal_scale(number->value, power);
    number->upper = decimal_scale(number->upper, power);
    number->place += power;
    number->scale += power;
    number->scaled = true;
}

/* ---- digits ---- */

static bool is_decimal_mark(struct str text, size_t i)
{
    size_t points = 0, commas = 0, last = 0;
    for (size_t k = 0; k < text.len; k++) {
        points += text.ptr[k] == '.';
        commas += text.ptr[k] == ',';
        if (text.ptr[k] == '.' || text.ptr[k] == ',')
            last = k;
    }
    if (i != last)
        return false;
    return text.ptr[i] == '.' ? points == 1 : points > 1 && commas == 1;
}

/* Where several points stand in it, three digits must follow each: "1.234.567" is a number, "1.2.3" a version. */
static bool points_part_thousands(struct str text)
{
    size_t points = 0;
    bool thousands = true;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '.')
            continue;
        points++;
        size_t next = i + 1;
        while (next < text.len && is_digit(text.ptr[next]))
            next++;
        thousands = thousands && next - i == 4;
    }
    return points < 2 || thousands;
}

/* A token of digits; false for versions and addresses ("1.2.3") and for what no decimal can hold. */
static bool read_digits(struct str text, struct number *number)
{
    char plain[LIMIT_NUMBER_DIGITS + 2];
    size_t len = 0, digits = 0, separators = 0;
    int fraction = -1;
    if (!points_part_thousands(text))
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (is_digit(c)) {
            if (++digits > LIMIT_NUMBER_DIGITS)
                return false;
            plain[len++] = c;
            fraction += fraction >= 0;
        } else if (is_decimal_mark(text, i)) {
            plain[len++] = '.';
            fraction = 0;
        } else {
            separators++;
        }
    }
    number->in_digits = number->precise = true;
    number->grouped = separators > 0;
    number->place = fraction > 0 ? -fraction : 0;
    return decimal_parse((struct str){plain, len}, &number->value);
}

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

static bool is_small_integer(const struct tokens *tokens, size_t i, unsigned limit, unsigned *ret)
{
    struct str text = token_text(tokens, i);
    unsigned value = 0;
    if (!token_kind_is(tokens, i, TOKEN_NUMBER) || text.len > 4)
        return false;
    for (size_t k = 0; k < text.len; k++) {
        if (!is_digit(text.ptr[k]))
            return false;
        value = value * 10 + (unsigned)(text.ptr[k] - '0');
    }
    *ret = value;
    return value <= limit;
}

/* "3/4" at token i, which is a proper fraction with a denominator that people use; "9/11" and "24/7" are none. */
static bool slash_fraction(const struct tokens *tokens, size_t i, unsigned *ret_top, unsigned *ret_bottom)
{
    static const unsigned usual[] = {2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100};
    unsigned top, bottom;
    if (!is_small_integer(tokens, i, 99, &top) || !token_mark(tokens, i + 1, '/') || !glued(tokens, i + 1) ||
        !glued(tokens, i + 2) || !is_small_integer(tokens, i + 2, 100, &bottom) || top == 0 || top >= bottom ||
        (token_mark(tokens, i + 3, '/') && glued(tokens, i + 3)))
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
static bool read_bare_fraction(const struct tokens *tokens, size_t i, struct number *number)
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

/* "2.998×10−8", "6 x 10^24": a power of ten written out. */
static void read_power(const struct tokens *tokens, struct number *number)
{
    size_t i = number->end;
    unsigned power;
    bool cross =
        str_eq(token_text(tokens, i), STR("×")) || (token_is(tokens, i, "x") && !token_has(tokens, i, WORD_SCALE));
    if (!cross || !token_is(tokens, i + 1, "10"))
        return;
    i += 2;
    bool caret = token_mark(tokens, i, '^');
    i += caret;
    bool minus = token_mark(tokens, i, '-') && glued(tokens, i);
    i += minus;
    if ((!caret && !minus) || !is_small_integer(tokens, i, 30, &power))
        return;
    number_scale(number, minus ? -(int)power : (int)power);
    number->end = i + 1;
}

/* The half in "12½", "3 1/2", "3-1/2". */
static void read_added_fraction(const struct tokens *tokens, struct number *number)
{
    struct number part = {0};
    size_t i = number->end;
    bool hyphen = token_mark(tokens, i, '-') && glued(tokens, i) && glued(tokens, i + 1);
    if (number->place != 0 || number->grouped || !read_bare_fraction(tokens, i + hyphen, &part))
        return;
    struct decimal sum;
    if (decimal_add(number->value, part.value, &sum)) {
        number->value = sum;
        number->precise = false;
        number->end = part.end;
    }
}

/* ---- scale ---- */

/* The power of ten of a suffix written onto the digits ("25k", "2.4bn", "$5m" where money says so). */
static int suffix_power(struct str text)
{
    static const struct {
        const char *suffix;
        int power;
    } table[] = {{"k", 3},  {"K", 3},   {"M", 6},   {"bn", 9},  {"Bn", 9},   {"BN", 9},
                 {"mn", 6}, {"mln", 6}, {"mil", 6}, {"tn", 12}, {"trn", 12}, {"bln", 9}};
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
        if (str_eq(text, str_from(table[i].suffix)))
            return table[i].power;
    return 0;
}

static bool is_scale(const struct tokens *tokens, size_t i)
{
    return token_has(tokens, i, WORD_SCALE) && !token_flag(tokens, i, TOKEN_UPPER);
}

static void read_scale(const struct tokens *tokens, struct number *number)
{
    size_t i = number->end;
    if (token_kind_is(tokens, i, TOKEN_WORD) && glued(tokens, i)) {
        int power = suffix_power(token_text(tokens, i));
        if (power > 0) {
            number_scale(number, power);
            number->end = ++i;
        }
    }
    bool hyphen = token_mark(tokens, i, '-') && is_scale(tokens, i + 1) && glued(tokens, i) && glued(tokens, i + 1);
    for (i += hyphen; is_scale(tokens, i); i++) {
        number_scale(number, value_of(tokens, i));
        number->end = i + 1;
    }
    /* "5 millions" is unusual but plain */
    if (token_has(tokens, i, WORD_VAGUE) && !number->scaled && value_of(tokens, i) >= 6) {
        number_scale(number, value_of(tokens, i));
        number->end = i + 1;
    }
}

/* ---- words ---- */

static bool is_cardinal(const struct tokens *tokens, size_t i)
{
    return token_has(tokens, i, WORD_CARDINAL);
}

/* Past a hyphen that ties two number words ("twenty-five"), if one stands at i. */
static size_t tie(const struct tokens *tokens, size_t i)
{
    bool tied = token_mark(tokens, i, '-') && glued(tokens, i) && glued(tokens, i + 1);
    return tied && token_has(tokens, i + 1, WORD_CARDINAL | WORD_SCALE) ? i + 1 : i;
}

/* "twenty-five", "seven hundred and two thousand": a cardinal, then scales and smaller cardinals. */
static bool read_words(const struct tokens *tokens, size_t i, struct number *number)
{
    uint64_t total = 0, group = 0, last = 1000;
    int place = 0, lowest_scale = 99;
    size_t end = i;
    while (i < tokens->count) {
        int value = value_of(tokens, i);
        if (is_cardinal(tokens, i)) {
            /* a cardinal may follow only a larger round one: "twenty five", not "five twenty" */
            bool fits = end == number->first || (last >= 20 && (uint64_t)value < last && (last >= 100 || value < 10));
            if (!fits)
                break;
            group += (uint64_t)value;
            last = value >= 20 ? 20 : 1;
            place = 0;
        } else if (token_has(tokens, i, WORD_SCALE) && end > number->first) {
            if (value == 2) {
                group *= 100;
                last = 100;
            } else if (value < lowest_scale && group > 0) {
                for (int k = 0; k < value; k++)
                    group *= 10;
                total += group;
                group = 0;
                lowest_scale = value;
                last = 1000;
            } else {
                break;
            }
            place = value;
            number->scale = value;
            number->scaled = true;
            if (group > 1000000000000000000u || total > 1000000000000000000u)
                return false;
        } else {
            break;
        }
        end = i + 1;
        i = tie(tokens, end);
        if (token_is(tokens, i, "and") && last >= 100 && is_cardinal(tokens, i + 1))
            i++;
    }
    if (end == number->first)
        return false;
    number->value = decimal_from(total + group);
    number->place = place;
    number->precise = true;
    number->end = end;
    return true;
}

/* "a hundred", "a million", "a dozen", "half a dozen", "half a million". */
static bool read_article(const struct tokens *tokens, size_t i, struct number *number)
{
    bool half = token_is(tokens, i, "half");
    size_t at = half ? i + 1 : i;
    if (half && token_mark(tokens, at, '-'))
        at++;
    bool article = token_is(tokens, at, "a") || token_is(tokens, at, "an");
    if (article)
        at++;
    bool dozen = token_is(tokens, at, "dozen");
    bool scale = token_has(tokens, at, WORD_SCALE) && tokens->at[at].end - tokens->at[at].start > 3;
    if (half && article && !dozen && !scale && token_kind_is(tokens, at, TOKEN_WORD)) {
        /* "half an hour": the caller keeps it only where a unit follows */
        number->value = (struct decimal){.coefficient = 5, .exponent = -1};
        number->article = true;
        number->end = at;
        return true;
    }
    if ((!article && !half) || (!dozen && !scale))
        return false;
    number->value = half ? (struct decimal){.coefficient = 5, .exponent = -1} : decimal_from(1);
    number->precise = number->article = true;
    if (dozen) {
        number->value = decimal_from(half ? 6 : 12);
        number->end = at + 1;
        return true;
    }
    number_scale(number, value_of(tokens, at));
    number->end = at + 1;
    read_scale(tokens, number);
    return true;
}

/* "a quarter million", "three quarters (of a) billion" */
static bool read_quarters(const struct tokens *tokens, size_t i, struct number *number)
{
    unsigned top = token_is(tokens, i, "three") ? 3 : 1;
    size_t at = top == 3 || token_is(tokens, i, "a") ? i + 1 : i;
    if (!token_is(tokens, at, top == 3 ? "quarters" : "quarter"))
        return false;
    at++;
    if (token_is(tokens, at, "of") && token_is(tokens, at + 1, "a"))
        at += 2;
    if (!is_scale(tokens, at) || value_of(tokens, at) < 5)
        return false;
    number->value = (struct decimal){.coefficient = top * 25, .exponent = -2};
    number->precise = true;
    number->place = -2;
    number->article = true;
    number->end = at;
    read_scale(tokens, number);
    return true;
}

/* "two dozen" */
static void read_dozen(const struct tokens *tokens, struct number *number)
{
    struct decimal product;
    if (token_is(tokens, number->end, "dozen") && decimal_multiply(number->value, decimal_from(12), &product)) {
        number->value = product;
        number->end++;
    }
}

/* "two and a half (million)", "one and a quarter". */
static void read_and_a_half(const struct tokens *tokens, struct number *number)
{
    size_t i = number->end;
    if (number->scaled || !token_is(tokens, i, "and"))
        return;
    size_t word = token_is(tokens, i + 1, "a") || token_is(tokens, i + 1, "one") ? i + 2 : i + 1;
    unsigned top = 1, bottom;
    if (token_is_one_of(tokens, word, "half quarter third"))
        bottom = (unsigned)value_of(tokens, word);
    else if (token_is(tokens, i + 1, "three") &&
             (token_is(tokens, i + 2, "quarters") || token_is(tokens, i + 3, "quarters"))) {
        top = 3;
        bottom = 4;
        word = token_is(tokens, i + 2, "quarters") ? i + 2 : i + 3;
    } else {
        return;
    }
    add_fraction(number, decimal_from(top), decimal_from(bottom));
    number->end = word + 1;
    if (is_scale(tokens, number->end))
        read_scale(tokens, number);
}

/* "hundreds of thousands of": only before "of", since "in the hundreds" counts nothing. */
static bool read_vague(const struct tokens *tokens, size_t i, struct number *number)
{
    bool tens = token_is(tokens, i, "tens");
    size_t end = i + 1;
    bool chain = token_is(tokens, end, "of") && token_has(tokens, end + 1, WORD_VAGUE);
    bool people =
        i == 0 && token_has(tokens, chain ? end + 2 : end, WORD_AUXILIARY | WORD_VERB); /* "Hundreds were evacuated" */
    if ((!tens && !token_has(tokens, i, WORD_VAGUE)) || (!token_is(tokens, end, "of") && !people))
        return false;
    int power = tens ? 1 : value_of(tokens, i);
    bool dozens = power == -12;
    if (power == -20 || (tens && !token_has(tokens, i + 2, WORD_VAGUE)))
        return false;
    if (token_has(tokens, i + 2, WORD_VAGUE) && value_of(tokens, i + 2) > 0 && !dozens) {
        power += value_of(tokens, i + 2);
        end = i + 3;
    }
    number->value = dozens ? decimal_from(12) : decimal_scale(decimal_from(1), power);
    number->upper = decimal_scale(number->value, 1);
    number->ranged = true;
    number->end = end;
    return true;
}

/* ---- fractions of a group ---- */

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
static bool read_fraction(const struct tokens *tokens, size_t i, struct number *number)
{
    size_t at = i;
    int top = 1;
    if (token_is(tokens, at, "half") || token_is(tokens, at, "halves")) {
        bool of_group = token_is_one_of(tokens, at + 1, "of the its their his her all our that this those these");
        return of_group && set_fraction(number, decimal_from(1), decimal_from(2), at + 1);
    }
    if (is_cardinal(tokens, at))
        top = value_of(tokens, at);
    else if (!token_is(tokens, at, "a"))
        return false;
    at++;
    bool hyphen = token_mark(tokens, at, '-') && glued(tokens, at) && glued(tokens, at + 1);
    at += hyphen;
    if (!token_has(tokens, at, WORD_FRACTION) || top < 1)
        return false;
    /* "a third meeting", "one second": only with "of", a hyphen, or a plural */
    bool plural = str_ends(token_text(tokens, at), STR("s"));
    bool of = token_is(tokens, at + 1, "of") || token_is_one_of(tokens, at + 1, "the");
    if ((top > 1) != plural || (!of && !hyphen && !plural))
        return false;
    if (token_is(tokens, at, "quarters") && !of && !hyphen)
        return false; /* "four quarters" of a year */
    return set_fraction(number, decimal_from((uint64_t)top), decimal_from((uint64_t)value_of(tokens, at)), at + 1);
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

static void read_one_in_five(const struct tokens *tokens, struct number *number)
{
    struct number group = {.first = in_of(tokens, number->end)};
    if (group.first == 0 || number->place != 0 || number->scaled || number->grouped)
        return;
    group.end = group.first;
    bool read = token_kind_is(tokens, group.first, TOKEN_NUMBER)
                    ? read_digits(token_text(tokens, group.first), &group) && ++group.end
                    : read_words(tokens, group.first, &group);
    bool small = read && decimal_compare(number->value, decimal_from(100)) < 0 && group.place >= 0;
    bool year = token_is(tokens, number->end, "in") && group.in_digits && !group.grouped &&
                decimal_compare(group.value, decimal_from(1000)) > 0;
    if (!small || year || decimal_compare(group.value, decimal_from(1)) <= 0)
        return;
    set_fraction(number, number->value, group.value, group.end);
}

/* ---- all of them ---- */

bool number_may_begin(const struct tokens *tokens, size_t i)
{
    if (token_kind_is(tokens, i, TOKEN_NUMBER) || token_mark(tokens, i, '.'))
        return true;
    if (token_kind_is(tokens, i, TOKEN_SYMBOL) && !tokens->at[i].mark)
        return true;
    return token_has(tokens, i, WORD_CARDINAL | WORD_VAGUE | WORD_FRACTION) ||
           token_is_one_of(tokens, i, "a an tens dozen");
}

/* ".5" is a stop and a number; the stop belongs to it when nothing stands before it. */
static bool read_leading_point(const struct tokens *tokens, size_t i, struct number *number)
{
    bool point = token_mark(tokens, i, '.') && !glued(tokens, i) && token_kind_is(tokens, i + 1, TOKEN_NUMBER) &&
                 glued(tokens, i + 1);
    struct str text = token_text(tokens, i + 1);
    if (!point || !read_digits(text, number) || number->place != 0 || number->grouped)
        return false;
    number->value = decimal_scale(number->value, -(int)text.len);
    number->place = -(int)text.len;
    number->end = i + 2;
    return true;
}

bool number_read(const struct tokens *tokens, size_t i, struct number *ret)
{
    struct number number = {.first = i, .end = i};
    if (token_kind_is(tokens, i, TOKEN_NUMBER)) {
        if (!read_bare_fraction(tokens, i, &number)) {
            if (!read_digits(token_text(tokens, i), &number))
                return false;
            number.end = i + 1;
            read_added_fraction(tokens, &number);
            read_power(tokens, &number);
            read_scale(tokens, &number);
            read_dozen(tokens, &number);
            read_one_in_five(tokens, &number);
        }
    } else if (read_bare_fraction(tokens, i, &number) || read_leading_point(tokens, i, &number)) {
        read_scale(tokens, &number);
    } else if (!read_quarters(tokens, i, &number) && !read_fraction(tokens, i, &number) &&
               !read_article(tokens, i, &number) && !read_vague(tokens, i, &number)) {
        if (!is_cardinal(tokens, i) || !read_words(tokens, i, &number))
            return false;
        read_dozen(tokens, &number);
        read_and_a_half(tokens, &number);
        read_one_in_five(tokens, &number);
    }
    if (number.precise && number.in_digits && !number.fraction)
        read_and_a_half(tokens, &number);
    *ret = number;
    return true;
}
