/* Numerals: digits with their separators, number words, and the scale after either. */
#include "core/extract/numeral.h"

#include "core/base/limits.h"

int word_value(const struct tokens *tokens, size_t i)
{
    return tokens->at[i].word ? tokens->at[i].word->value : 0;
}

void number_scale(struct number *number, int power)
{
    number->value = decimal_scale(number->value, power);
    number->upper = decimal_scale(number->upper, power);
    number->place += power;
    number->scale += power;
    number->scaled = true;
}

/* Where the decimal mark of a token of digits stands, which is its last mark if any; the length where it has none. Counts points. */
static size_t decimal_mark(struct str text, size_t *ret_points)
{
    size_t points = 0, commas = 0, last = text.len;
    for (size_t k = 0; k < text.len; k++) {
        points += text.ptr[k] == '.';
        commas += text.ptr[k] == ',';
        if (text.ptr[k] == '.' || text.ptr[k] == ',')
            last = k;
    }
    *ret_points = points;
    if (last == text.len)
        return last;
    bool decimal =
        text.ptr[last] == '.' ? points == 1 : commas == 1 && (points > 1 || (points == 0 && text.len - last < 4));
    return decimal ? last : text.len; /* "1.234.567,89", "4,5" */
}

/* Where several points stand in it, three digits must follow each: "1.234.567" is a number, "1.2.3" a version. */
static bool points_part_thousands(struct str text)
{
    bool thousands = true;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '.')
            continue;
        size_t next = i + 1;
        while (next < text.len && is_digit(text.ptr[next]))
            next++;
        thousands = thousands && next - i == 4;
    }
    return thousands;
}

_Static_assert(LIMIT_NUMBER_DIGITS <= 38, "a decimal's coefficient holds 38 digits, whichever they are");

/* A token of digits; false for versions and addresses ("1.2.3") and for what no decimal can hold. */
bool digits_read(struct str text, struct number *number)
{
    enum { SHORT = 18 }; /* digits that 64 bits hold */
    uint64_t first = 0;
    size_t digits = 0, mark = text.len, separators = 0;
    for (; digits < text.len && digits < SHORT && is_digit(text.ptr[digits]); digits++)
        first = first * 10 + (unsigned)(text.ptr[digits] - '0');
    if (digits < text.len) {
        size_t points;
        mark = decimal_mark(text, &points);
        if (points > 1 && !points_part_thousands(text))
            return false;
    }
    struct decimal value = decimal_from(first);
    for (size_t i = digits; i < text.len; i++) {
        if (is_digit(text.ptr[i])) {
            if (++digits > LIMIT_NUMBER_DIGITS)
                return false;
            value.coefficient = value.coefficient * 10 + (unsigned)(text.ptr[i] - '0');
            value.exponent -= i > mark;
        } else if (i != mark) {
            separators++;
        }
    }
    if (digits == 0 || (mark < text.len && value.exponent == 0))
        return false; /* "5." */
    number->in_digits = number->precise = true;
    number->grouped = separators > 0;
    number->place = value.exponent;
    number->value = value;
    return true;
}

bool is_small_integer(const struct tokens *tokens, size_t i, unsigned limit, unsigned *ret)
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

/* The exponent that begins at token i, "23", "+23", "-1", all glued to what is before: its end, or 0. */
static size_t exponent_at(const struct tokens *tokens, size_t i, unsigned most, int *ret)
{
    bool negative = false;
    unsigned power;
    while ((token_mark(tokens, i, '-') || token_mark(tokens, i, '+')) && token_glued(tokens, i)) {
        negative = negative != token_mark(tokens, i, '-');
        i++;
    }
    if (!token_glued(tokens, i) || !is_small_integer(tokens, i, most, &power))
        return 0;
    *ret = negative ? -(int)power : (int)power;
    return i + 1;
}

enum { POWER_MAX = 99, POWER_DIGITS = 16 };

/* "1.1^23", "2500^-1": worked out exactly, or not read where that takes more digits than a decimal has. */
static bool raise_number(struct number *number, int power)
{
    struct decimal result = decimal_from(1);
    bool negative = power < 0;
    for (int k = negative ? -power : power; k > 0; k--)
        if (!decimal_multiply(result, number->value, &result))
            return false;
    if (negative && !decimal_divide(decimal_from(1), result, POWER_DIGITS, &result))
        return false;
    if (result.exponent > LIMIT_NUMBER_DIGITS || result.exponent < -2 * LIMIT_NUMBER_DIGITS)
        return false;
    number->value = result;
    number->precise = false;
    return true;
}

/* "2.998×10−8", "6 x 10^24", "12.3e+14": a power of ten written out; and "1.1^23". False for one that can't be worked out. */
bool power_read(const struct tokens *tokens, struct number *number)
{
    size_t i = number->end, end;
    int power;
    if (token_is(tokens, i, "e") && token_glued(tokens, i) && (end = exponent_at(tokens, i + 1, 30, &power)) > 0) {
        number_scale(number, power);
        number->end = end;
        return true;
    }
    if (token_mark(tokens, i, '^') && token_glued(tokens, i) &&
        (end = exponent_at(tokens, i + 1, POWER_MAX, &power)) > 0) {
        number->end = end;
        return raise_number(number, power);
    }
    bool cross = str_eq(token_text(tokens, i), STR("×")) || token_mark(tokens, i, '*') ||
                 (token_is(tokens, i, "x") && !token_has(tokens, i, WORD_SCALE));
    if (!cross || !token_is(tokens, i + 1, "10"))
        return true;
    i += 2;
    bool caret = token_mark(tokens, i, '^');
    end = exponent_at(tokens, i + caret, 30, &power);
    if (end == 0 || (!caret && !token_mark(tokens, i, '-')))
        return true;
    number_scale(number, power);
    number->end = end;
    return true;
}

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

bool is_scale_word(const struct tokens *tokens, size_t i)
{
    return token_has(tokens, i, WORD_SCALE) && !token_flag(tokens, i, TOKEN_UPPER);
}

void scale_read(const struct tokens *tokens, struct number *number)
{
    size_t i = number->end;
    if (token_glued(tokens, i) && token_is_one_of(tokens, i, SCALE_SUFFIXES)) {
        int power = suffix_power(token_text(tokens, i));
        if (power > 0) {
            number_scale(number, power);
            number->end = ++i;
        }
    } else if (str_eq(token_text(tokens, i), STR("k")) && number->in_digits &&
               !token_kind_is(tokens, i + 1, TOKEN_WORD) && !token_mark(tokens, i + 1, '-')) {
        number_scale(number, 3); /* "2.33 k" */
        number->end = ++i;
    }
    bool hyphen = token_mark(tokens, i, '-') && is_scale_word(tokens, i + 1) && token_glued(tokens, i) &&
                  token_glued(tokens, i + 1);
    for (i += hyphen; is_scale_word(tokens, i); i++) {
        number_scale(number, word_value(tokens, i));
        number->end = i + 1;
    }
    /* "5 millions" is unusual but plain */
    if (token_has(tokens, i, WORD_VAGUE) && !number->scaled && word_value(tokens, i) >= 6) {
        number_scale(number, word_value(tokens, i));
        number->end = i + 1;
    }
}

bool is_cardinal_word(const struct tokens *tokens, size_t i)
{
    return token_has(tokens, i, WORD_CARDINAL);
}

bool is_tens_word(const struct tokens *tokens, size_t i)
{
    return is_cardinal_word(tokens, i) && word_value(tokens, i) >= 20;
}

size_t past_hyphen(const struct tokens *tokens, size_t i)
{
    bool tied = token_mark(tokens, i, '-') && token_glued(tokens, i) == token_glued(tokens, i + 1);
    return tied && i > 0 ? i + 1 : i;
}

/*
 * Past a hyphen that ties two number words ("twenty-five"), if one stands at i. One with spaces round it ("fifty - two")
 * ties only tens and ones: elsewhere it is a dash.
 */
static size_t tie(const struct tokens *tokens, size_t i)
{
    size_t next = past_hyphen(tokens, i);
    if (next == i || !token_has(tokens, next, WORD_CARDINAL | WORD_SCALE))
        return i;
    bool ones = is_tens_word(tokens, i - 1) && is_cardinal_word(tokens, next) && word_value(tokens, next) < 10;
    return token_glued(tokens, i) || (ones && word_value(tokens, next) > 0) ? next : i;
}

/* "fifty-five millions" */
bool is_plural_scale_word(const struct tokens *tokens, size_t i)
{
    return token_has(tokens, i, WORD_VAGUE) && word_value(tokens, i) >= 3;
}

/* "twenty-five", "seven hundred and two thousand": a cardinal, then scales and smaller cardinals. */
#define MOST ((uint64_t)1000000000000000000u) /* a trillion millions: what is more is no number in words */

/* The largest number that may still be multiplied by 10^power. */
static uint64_t most_before(int power)
{
    uint64_t most = MOST;
    while (power-- > 0)
        most /= 10;
    return most;
}

/* A number in words, as far as it is read: "two million three hundred …" has a total of two million and a group of three hundred. */
struct wording {
    uint64_t total, group;
    uint64_t chunk; /* what the last scale word added to the total */
    uint64_t last;  /* a cardinal after this must be smaller: "twenty five", not "five twenty" */
    int place, lowest_scale;
};

static bool add_cardinal(struct wording *wording, uint64_t value, bool first)
{
    if (!first && (wording->last < 20 || value >= wording->last || (wording->last < 100 && value >= 10)))
        return false;
    wording->group += value;
    wording->last = value >= 20 ? 20 : 1;
    wording->place = 0;
    return true;
}

static uint64_t times_power(uint64_t value, int power)
{
    while (power-- > 0)
        value *= 10;
    return value;
}

/* False where the scale begins another number: "two million [million]", or takes it past MOST. */
static bool add_scale(struct wording *wording, int power)
{
    bool of_total = power > 2 && wording->group == 0 && wording->total > 0; /* "five thousand million" */
    if ((of_total ? wording->total : wording->group) > most_before(power > 2 ? power : 3))
        return false;
    if (power == 2) {
        wording->group *= 100;
        wording->last = 100;
    } else if (of_total && power > wording->lowest_scale && wording->total == wording->chunk) {
        wording->total = wording->chunk = times_power(wording->total, power);
        wording->lowest_scale += power;
    } else if (wording->group > 0 && power < wording->lowest_scale) {
        wording->chunk = times_power(wording->group, power);
        wording->total += wording->chunk;
        wording->group = 0;
        wording->lowest_scale = power;
        wording->last = 1000;
    } else {
        return false;
    }
    wording->place = power;
    return wording->total <= MOST;
}

bool words_read(const struct tokens *tokens, size_t i, struct number *number)
{
    return words_read_until(tokens, i, tokens->count, number);
}

bool words_read_until(const struct tokens *tokens, size_t i, size_t stop, struct number *number)
{
    struct wording wording = {.last = 1000, .lowest_scale = 99};
    size_t end = i;
    if (token_is_one_of(tokens, i, "a an") && is_scale_word(tokens, i + 1)) {
        wording.group = 1; /* "a hundred and fifty" */
        number->article = true;
        end = ++i;
    }
    while (i < stop) {
        int value = word_value(tokens, i);
        bool first = end == number->first;
        if (is_cardinal_word(tokens, i)) {
            if (!add_cardinal(&wording, (uint64_t)value, first))
                break;
            number->article = false;
        } else if ((token_has(tokens, i, WORD_SCALE) || is_plural_scale_word(tokens, i)) && !first) {
            struct wording before = wording;
            if (!add_scale(&wording, value)) {
                wording = before;
                break;
            }
            number->scale = value;
            number->scaled = true;
        } else {
            break;
        }
        end = i + 1;
        i = tie(tokens, end);
        if (token_is(tokens, i, "and") && wording.last >= 100 && is_cardinal_word(tokens, i + 1) && i + 1 < stop)
            i++;
    }
    if (end == number->first)
        return false;
    number->value = decimal_from(wording.total + wording.group);
    number->place = wording.place;
    number->precise = true;
    number->end = end;
    return true;
}
