/*
 * Fractions in words: "two and a half", "a quarter million", "three twenty-firsts"; and parts of a group, which are figures
 * of their own: "two-thirds of", "half the".
 *
 *   part        := numerator ["-"] denominator       singular after "a" and "one", plural after all else
 *   numerator   := "a" | a cardinal                  "a hundred trillionths" has a hundred of them
 *   denominator := [tens ["-"]] ordinal              "three twenty-firsts", but "twenty fifths" is twenty of them
 *   mixed       := cardinal "and" part               the part less than one, of the scale where one ends the cardinal
 */
#include "core/extract/fraction.h"
#include "core/extract/numeral.h"

struct share {
    struct number top; /* `end` is where the numerator ends */
    struct decimal bottom;
    size_t end;
    bool hyphen; /* "two-thirds" */
    bool plural;
};

/* "fifth", "hundredths", "quarter": a denominator of one word. "First" and "second" are none by themselves. */
static bool denominator_word(const struct tokens *tokens, size_t i, struct decimal *ret)
{
    bool alone = token_has(tokens, i, WORD_FRACTION) ||
                 (token_has(tokens, i, WORD_ORDINAL) && !token_is_one_of(tokens, i, "first second"));
    if (!alone)
        return false;
    int value = word_value(tokens, i);
    *ret = value < 0 ? decimal_scale(decimal_from(1), -value) : decimal_from((uint64_t)value);
    return true;
}

/* The ones of a denominator: "first", "seconds" (which is a time unless it is tied by a hyphen), "ninths"; 0 for none. */
static int denominator_ones(const struct tokens *tokens, size_t i)
{
    if (token_is_one_of(tokens, i, "first firsts"))
        return 1;
    if (token_is_one_of(tokens, i, "second seconds"))
        return token_mark(tokens, i - 1, '-') && token_glued(tokens, i) ? 2 : 0;
    bool ones = token_has(tokens, i, WORD_FRACTION) && !token_is_one_of(tokens, i, "half halves quarter quarters");
    return ones && word_value(tokens, i) < 10 ? word_value(tokens, i) : 0;
}

/* "[three] twenty-firsts", "[one hundred] thirty fifths": tens and ones, with a numerator of its own before them. */
static bool read_compound_denominator(const struct tokens *tokens, size_t i, struct share *part)
{
    size_t tens = part->top.end;
    if (!is_tens_word(tokens, tens) && !is_tens_word(tokens, tens - 1))
        return false;
    if (!is_tens_word(tokens, tens) && tens > i + 1) {
        struct number top = {.first = i, .end = i};
        tens--;
        if (token_mark(tokens, tens - 1, '-') || token_is(tokens, tens - 1, "and") ||
            !words_read_until(tokens, i, tens, &top) || top.end != tens)
            return false;
        part->top = top;
    }
    if (!is_tens_word(tokens, tens))
        return false;
    size_t ones = past_hyphen(tokens, tens + 1);
    if (denominator_ones(tokens, ones) == 0)
        return false;
    part->bottom = decimal_from((uint64_t)word_value(tokens, tens) + (uint64_t)denominator_ones(tokens, ones));
    part->end = ones + 1;
    return true;
}

/* "[one] ten-thousandth", "[three] hundred-thousandths": tied by a hyphen, a power of ten as one word. */
static bool read_tied_denominator(const struct tokens *tokens, size_t i, struct share *part)
{
    size_t power = part->top.end;
    if (!token_is_one_of(tokens, power, "ten hundred") && !token_is_one_of(tokens, power - 1, "ten hundred"))
        return false;
    if (power > i + 1 && token_is_one_of(tokens, power - 1, "ten hundred"))
        power--;
    bool tied = token_is_one_of(tokens, power, "ten hundred") && token_mark(tokens, power + 1, '-') &&
                token_glued(tokens, power + 1) && token_glued(tokens, power + 2) &&
                token_has(tokens, power + 2, WORD_ORDINAL | WORD_FRACTION) && word_value(tokens, power + 2) < 0;
    if (!tied || token_mark(tokens, power - 1, '-'))
        return false;
    struct number top = {.first = i, .end = i};
    if (power < part->top.end) {
        if (!words_read_until(tokens, i, power, &top) || top.end != power)
            return false;
        part->top = top;
    }
    part->bottom =
        decimal_scale(decimal_from(1), (token_is(tokens, power, "ten") ? 1 : 2) - word_value(tokens, power + 2));
    part->end = power + 3;
    return true;
}

/* A numerator and a denominator; whether their numbers agree is another question. */
static bool part_scan(const struct tokens *tokens, size_t i, struct share *ret)
{
    struct share part = {.top = {.first = i, .end = i + 1, .value = decimal_from(1)}};
    if (!token_is_one_of(tokens, i, "a an") || is_scale_word(tokens, i + 1)) {
        part.top.end = i;
        if (!words_read(tokens, i, &part.top))
            return false;
    }
    struct number numerator = part.top;
    if (!read_tied_denominator(tokens, i, &part) && !read_compound_denominator(tokens, i, &part)) {
        part.top = numerator;
        size_t name = past_hyphen(tokens, numerator.end);
        part.hyphen = name > numerator.end;
        if (!denominator_word(tokens, name, &part.bottom))
            return false;
        part.end = name + 1;
    }
    part.plural = str_ends(token_text(tokens, part.end - 1), STR("s"));
    *ret = part;
    return true;
}

/* "one fifth", "two fifths" */
static bool agrees(const struct share *part)
{
    bool one = decimal_compare(part->top.value, decimal_from(1)) == 0;
    return part->plural != one && !decimal_is_zero(part->top.value);
}

static bool part_read(const struct tokens *tokens, size_t i, struct share *ret)
{
    return part_scan(tokens, i, ret) && agrees(ret);
}

static bool is_proper(const struct share *part)
{
    return decimal_compare(part->top.value, part->bottom) < 0;
}

/* "three quarters (of a) billion", "two thirds of a million", "a quarter million", "quarter million". */
static bool read_of_scale(const struct tokens *tokens, size_t i, const struct share *told, struct number *number)
{
    struct share part = {.top = {.value = decimal_from(1)}, .bottom = decimal_from(4), .end = i + 1};
    if (!token_is(tokens, i, "quarter")) {
        if (!told || !agrees(told) || !is_proper(told))
            return false;
        part = *told;
    }
    size_t at = part.end;
    if (token_is(tokens, at, "of") && token_is(tokens, at + 1, "a"))
        at += 2;
    if (!is_scale_word(tokens, at) || word_value(tokens, at) < 5 ||
        !decimal_divide(part.top.value, part.bottom, 16, &number->value))
        return false;
    number->precise = decimal_compare(part.bottom, decimal_from(4)) == 0;
    number->place = number->precise ? -2 : 0;
    number->article = true;
    number->end = at;
    scale_read(tokens, number);
    return true;
}

/* Adds a part to a number: "one million and a half" has half of the million, "a billion and a half million" half a million. */
static void add_part(const struct tokens *tokens, struct number *number, const struct share *part)
{
    struct number sum = {.end = part->end};
    bool of_scale = number->scaled && number->place >= 6;
    number_add_fraction(&sum, part->top.value, part->bottom);
    if (of_scale) {
        scale_read(tokens, &sum);
        if (!sum.scaled)
            number_scale(&sum, number->place);
    }
    if (!decimal_add(number->value, sum.value, &number->value))
        return;
    number->precise = number->article = false;
    number->end = sum.end;
    if (!of_scale && (is_scale_word(tokens, number->end) || is_plural_scale_word(tokens, number->end)))
        scale_read(tokens, number);
}

/* The last "and" in between, where what stands on either side is a number of its own; 0 without one. */
static size_t last_and(const struct tokens *tokens, size_t first, size_t end)
{
    while (--end > first)
        if (token_is(tokens, end, "and"))
            return end;
    return 0;
}

/*
 * "two hundred and fifty-four hundredths": what stands after the last "and" is less than one. "Six million and two thirds of
 * the votes" are two figures, of which this reads the first; but "two hundred and fifty thousandths of an inch" is one.
 */
static bool read_mixed(const struct tokens *tokens, size_t i, const struct share *told, struct number *number)
{
    size_t split = told ? last_and(tokens, i, told->top.end) : 0;
    if (split == 0)
        return false;
    struct share part = *told;
    struct number whole = {.first = i, .end = i};
    struct number top = {.first = split + 1, .end = split + 1};
    if (!words_read_until(tokens, i, split, &whole) || whole.end != split ||
        !words_read_until(tokens, split + 1, part.top.end, &top) || top.end != part.top.end)
        return false;
    bool of = token_is(tokens, part.end, "of");
    part.top = top;
    if (!agrees(&part) || !is_proper(&part) || (of && decimal_compare(part.bottom, decimal_from(100)) >= 0))
        return false;
    if (!of)
        add_part(tokens, &whole, &part);
    *number = whole;
    return true;
}

/* The part after "and": "a half", "half", "three quarters", "fifty-four hundredths". */
static bool read_part_after_and(const struct tokens *tokens, size_t i, struct share *ret)
{
    if (token_is(tokens, i, "half")) {
        *ret = (struct share){.top = {.value = decimal_from(1)}, .bottom = decimal_from(2), .end = i + 1};
        return true;
    }
    return part_read(tokens, i, ret) && is_proper(ret);
}

/* "two and a half (million)", "one and a quarter", "twenty and three and three fifths". */
void fraction_read_and_a_half(const struct tokens *tokens, struct number *number)
{
    struct share part;
    size_t i = number->end;
    if (!token_is(tokens, i, "and") || (number->scaled && number->place < 6 && number->in_digits))
        return;
    struct number bare = {.first = i + 1, .end = i + 1};
    if (!number->scaled && fraction_read_bare(tokens, i + 1, &bare) && !bare.fraction) { /* "3 and 1/2" */
        if (decimal_add(number->value, bare.value, &number->value)) {
            number->precise = false;
            number->end = bare.end;
        }
        return;
    }
    bool tens = is_tens_word(tokens, i - 1) && is_cardinal_word(tokens, i + 1) && word_value(tokens, i + 1) < 10;
    if (tens && token_is(tokens, i + 2, "and") && read_part_after_and(tokens, i + 3, &part)) {
        struct decimal sum;
        if (decimal_add(number->value, decimal_from((uint64_t)word_value(tokens, i + 1)), &sum)) {
            number->value = sum;
            add_part(tokens, number, &part);
        }
        return;
    }
    if (!read_part_after_and(tokens, i + 1, &part))
        return;
    bool another = number->scaled && number->place >= 6 && token_is(tokens, part.end, "of");
    if (!another) /* "five million and a third of the rest" are two figures */
        add_part(tokens, number, &part);
}

/* Nothing stands at token i that the fraction could describe: "over a third in", not "over a third term". */
static bool describes_nothing(const struct tokens *tokens, size_t i)
{
    const uint32_t closed = WORD_PREPOSITION | WORD_CONJUNCTION | WORD_SUBORDINATOR | WORD_PRONOUN | WORD_AUXILIARY |
                            WORD_ADVERB | WORD_VERB;
    if (token_kind_is(tokens, i, TOKEN_WORD))
        return token_has(tokens, i, closed);
    return i >= tokens->count || (token_kind_is(tokens, i, TOKEN_MARK) && !token_mark(tokens, i, '-'));
}

static bool ends_text(const struct tokens *tokens, size_t i)
{
    while (token_kind_is(tokens, i, TOKEN_MARK))
        i++;
    return i >= tokens->count;
}

/* "a third meeting", "one second": a singular is a part only where something says so. */
static bool is_told_part(const struct tokens *tokens, size_t i, const struct share *part)
{
    size_t at = part->end;
    if (part->hyphen || token_is_one_of(tokens, at, "of the") || (i == 0 && ends_text(tokens, at)))
        return true;
    if (i > 0 && token_is(tokens, i - 1, "by") && describes_nothing(tokens, at))
        return true; /* "cut emissions by a quarter", but "by a third party" */
    bool compared = i > 0 && token_is_one_of(tokens, i - 1,
                                             "than nearly almost about roughly over under above below only just "
                                             "approximately least between from to");
    bool second = i > 1 && token_is(tokens, i - 1, "and") && token_has(tokens, i - 2, WORD_FRACTION);
    compared = compared || second; /* "between a third and a half" */
    if (compared && describes_nothing(tokens, at))
        return true;
    return token_is(tokens, i, "one") && describes_nothing(tokens, at) && !token_is(tokens, at - 1, "quarter");
}

/* "half (of) the", "a third of", "two-thirds", "one quarter of", "three quarters of", "three twenty-firsts" */
static bool read_of_group(const struct tokens *tokens, size_t i, const struct share *told, struct number *number)
{
    struct decimal bottom;
    bool ranked = i > 0 && token_is_one_of(tokens, i - 1, "richest poorest wealthiest top bottom upper lower") &&
                  token_is(tokens, i + 1, "of") && !str_ends(token_text(tokens, i), STR("s"));
    if (ranked && denominator_word(tokens, i, &bottom)) /* "the richest tenth of taxpayers" */
        return number_set_fraction(number, decimal_from(1), bottom, i + 1);
    if (token_is_one_of(tokens, i, "half halves")) {
        if (i > 0 && token_is_one_of(tokens, i - 1, "first second latter last final opening closing"))
            return false; /* "in the first half of the year" */
        bool of_group = (i > 0 && token_is(tokens, i - 1, "by") && !token_is_one_of(tokens, i + 1, "a an")) ||
                        token_is_one_of(tokens, i + 1, "of the its their his her all our that this those these");
        return of_group && number_set_fraction(number, decimal_from(1), decimal_from(2), i + 1);
    }
    if (!told || !agrees(told) || (!told->plural && !is_told_part(tokens, i, told)))
        return false;
    /* "four quarters" and "five quarters" of a year */
    bool quarters = token_is(tokens, told->end - 1, "quarters");
    if (quarters && (!is_proper(told) || (!token_is_one_of(tokens, told->end, "of the") && !told->hyphen)))
        return false;
    return number_set_fraction(number, told->top.value, told->bottom, told->end);
}

/* All of these have a denominator, and most sentences no word for one. */
bool fraction_read_words(const struct tokens *tokens, size_t i, struct number *number)
{
    if (!(tokens->classes & (WORD_FRACTION | WORD_ORDINAL)) && !tokens_have_one_of(tokens, "firsts seconds"))
        return false;
    struct share part;
    const struct share *told = part_scan(tokens, i, &part) ? &part : NULL;
    return read_of_scale(tokens, i, told, number) || read_mixed(tokens, i, told, number) ||
           read_of_group(tokens, i, told, number);
}
