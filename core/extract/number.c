/* Reading a number: which of its forms begins at a token, and what may follow it. */
#include "core/extract/fraction.h"
#include "core/extract/numeral.h"

/* "a hundred", "a million", "a dozen", "half a dozen", "half a million". */
static bool read_article(const struct tokens *tokens, size_t i, struct number *number)
{
    bool a_half = token_is(tokens, i, "a") && token_is(tokens, i + 1, "half") && !token_mark(tokens, i + 2, '-');
    bool half = a_half || token_is(tokens, i, "half");
    size_t at = i + half + a_half;
    if (half && token_mark(tokens, at, '-'))
        at++;
    bool article = a_half || token_is(tokens, at, "a") || token_is(tokens, at, "an");
    if (article && !a_half)
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
    bool bare = i == 0 && (scale || dozen); /* "Hundred thousand dollars" */
    if ((!article && !half && !bare) || (!dozen && !scale))
        return false;
    if (article && scale && !half)
        return words_read(tokens, i, number); /* "a hundred and fifty" */
    number->value = half ? (struct decimal){.coefficient = 5, .exponent = -1} : decimal_from(1);
    number->precise = number->article = true;
    if (dozen) {
        number->value = decimal_from(half ? 6 : 12);
        number->end = at + 1;
        return true;
    }
    number_scale(number, word_value(tokens, at));
    number->end = at + 1;
    scale_read(tokens, number);
    return true;
}

/* "two dozen", "three hundred and two dozens": after "and" it is those that are meant. */
static void read_dozen(const struct tokens *tokens, struct number *number)
{
    if (!token_is_one_of(tokens, number->end, "dozen dozens"))
        return;
    struct number last = {.first = number->end - 1, .end = number->end - 1};
    struct decimal more = number->value, sum;
    while (number->precise && last.first > number->first && !token_is(tokens, last.first, "and"))
        last.first--;
    bool after_and = token_is(tokens, last.first, "and");
    if (after_and) {
        last.end = ++last.first;
        if (!words_read(tokens, last.first, &last) || last.end != number->end)
            return;
        more = last.value;
    }
    if (after_and ? !decimal_multiply(more, decimal_from(11), &more) || !decimal_add(number->value, more, &sum)
                  : !decimal_multiply(more, decimal_from(12), &sum))
        return;
    number->value = sum;
    number->end++;
}

/* "hundreds of thousands of": only before "of", since "in the hundreds" counts nothing. */
static bool read_vague(const struct tokens *tokens, size_t i, struct number *number)
{
    bool tens = token_is(tokens, i, "tens");
    if (!tens && !token_has(tokens, i, WORD_VAGUE))
        return false;
    size_t end = i + 1;
    bool chain = token_is(tokens, end, "of") && token_has(tokens, end + 1, WORD_VAGUE);
    bool people =
        i == 0 && token_has(tokens, chain ? end + 2 : end, WORD_AUXILIARY | WORD_VERB); /* "Hundreds were evacuated" */
    bool there = i >= 2 && token_is_one_of(tokens, i - 1, "were are") && token_is(tokens, i - 2, "there") &&
                 (end >= tokens->count || token_kind_is(tokens, end, TOKEN_MARK)); /* "by noon there were hundreds" */
    if (!token_is(tokens, end, "of") && !people && !there)
        return false;
    int power = tens ? 1 : word_value(tokens, i);
    bool dozens = power == -12;
    if (power == -20 || (tens && !token_has(tokens, i + 2, WORD_VAGUE)))
        return false;
    if (token_has(tokens, i + 2, WORD_VAGUE) && word_value(tokens, i + 2) > 0 && !dozens) {
        power += word_value(tokens, i + 2);
        end = i + 3;
    }
    number->value = dozens ? decimal_from(12) : decimal_scale(decimal_from(1), power);
    number->upper = decimal_scale(number->value, 1);
    number->ranged = true;
    number->end = end;
    return true;
}

/* ".5" is a stop and a number; the stop belongs to it when nothing stands before it. */
static bool is_leading_point(const struct tokens *tokens, size_t i)
{
    return token_mark(tokens, i, '.') && token_kind_is(tokens, i + 1, TOKEN_NUMBER) && token_glued(tokens, i + 1) &&
           !token_glued(tokens, i);
}

bool number_may_begin(const struct tokens *tokens, size_t i)
{
    const uint32_t numeral = WORD_CARDINAL | WORD_SCALE | WORD_ORDINAL | WORD_FRACTION;
    if (!token_kind_is(tokens, i, TOKEN_WORD)) /* digits, ".5", "½" */
        return token_kind_is(tokens, i, TOKEN_NUMBER) || is_leading_point(tokens, i) ||
               (token_kind_is(tokens, i, TOKEN_SYMBOL) && !tokens->at[i].mark);
    if (token_has(tokens, i, WORD_DETERMINER)) /* most articles lead to no number */
        return token_is_one_of(tokens, i, "a an") &&
               (token_has(tokens, i + 1, numeral) || token_is(tokens, i + 1, "dozen"));
    return token_has(tokens, i, WORD_CARDINAL | WORD_VAGUE | WORD_FRACTION) || token_is(tokens, i, "tens") ||
           (i == 0 && (token_has(tokens, i, WORD_SCALE) || token_is(tokens, i, "dozen")));
}

static bool read_leading_point(const struct tokens *tokens, size_t i, struct number *number)
{
    struct str text = token_text(tokens, i + 1);
    if (!is_leading_point(tokens, i) || !digits_read(text, number) || number->place != 0 || number->grouped)
        return false;
    number->value = decimal_scale(number->value, -(int)text.len);
    number->place = -(int)text.len;
    number->end = i + 2;
    return true;
}

/* "two hundred point seventy-one", "nought point five": digits in words after the point. */
static void read_point(const struct tokens *tokens, struct number *number)
{
    enum { DIGITS = 16 };
    size_t i = number->end;
    if (!token_is(tokens, i, "point"))
        return;
    struct decimal sum;
    uint64_t fraction = 0;
    int digits = 0;
    if (number->scale > 2 || !is_cardinal_word(tokens, i + 1))
        return;
    for (i++; is_cardinal_word(tokens, i) && digits < DIGITS; i++) {
        int value = word_value(tokens, i);
        if (value >= 20 && token_mark(tokens, i + 1, '-') && is_cardinal_word(tokens, i + 2) &&
            word_value(tokens, i + 2) < 10) {
            value += word_value(tokens, i + 2);
            i += 2;
        }
        fraction = fraction * (value >= 10 ? 100 : 10) + (uint64_t)value;
        digits += value >= 10 ? 2 : 1;
    }
    if (!decimal_add(number->value, decimal_scale(decimal_from(fraction), -digits), &sum))
        return;
    number->value = sum;
    number->place = -digits;
    number->end = i;
}

/* "3 hundred and 21", "4 thousand 3 hundred": digits go on after "hundred" and "thousand". */
static void read_more_digits(const struct tokens *tokens, struct number *number)
{
    struct number more = {0};
    struct decimal sum;
    size_t i = number->end;
    bool joined = token_is(tokens, i, "and");
    i += joined;
    bool large = number->place >= 6 && number->scale == number->place && !joined; /* "8 billion 300 million" */
    bool small = number->place >= 2 && number->place <= 3 && number->scale >= number->place && number->scale <= 3;
    if ((!small && !large) || !token_kind_is(tokens, i, TOKEN_NUMBER) || !digits_read(token_text(tokens, i), &more) ||
        more.place != 0)
        return;
    more.end = i + 1;
    scale_read(tokens, &more);
    bool smaller = decimal_compare(more.value, decimal_scale(decimal_from(1), number->place)) < 0;
    if (!smaller || decimal_is_zero(more.value) || (!joined && !more.scaled) ||
        !decimal_add(number->value, more.value, &sum))
        return;
    number->value = sum;
    number->place = more.place;
    number->end = more.end;
}

/*
 * Whether one of the readers below has anything to read after digits that end before token i: each of them looks at that
 * token first. Most figures are digits and no more.
 */
static bool digits_may_go_on(const struct tokens *tokens, size_t i)
{
    const struct token *token = token_at(tokens, i);
    if (!token)
        return false;
    if (token->kind == TOKEN_WORD) /* "3 million", "35k", "1.1e9", "6 x 10^24", "12 dozen", "1 in 5" */
        return token_has(tokens, i, WORD_SCALE | WORD_VAGUE) ||
               token_is_one_of(tokens, i, SCALE_SUFFIXES " e x and dozen dozens in out of over");
    if (token->kind == TOKEN_MARK) /* "3-1/2", "2 - million", "2^8" */
        return token->mark == '-' || token->mark == '^';
    return token->kind != TOKEN_SYMBOL || token->mark == '*' || token->mark == '\0'; /* "3 1/2", "12½", "6×10" */
}

static bool read_after_digits(const struct tokens *tokens, struct number *number)
{
    fraction_add_to(tokens, number);
    if (!power_read(tokens, number))
        return false;
    scale_read(tokens, number);
    read_more_digits(tokens, number);
    read_more_digits(tokens, number);
    read_dozen(tokens, number);
    fraction_read_one_in(tokens, number);
    fraction_read_over(tokens, number);
    return true;
}

bool number_read(const struct tokens *tokens, size_t i, struct number *ret)
{
    struct number number = {.first = i, .end = i};
    if (token_glued(tokens, i) && i > 0 && token_mark(tokens, i - 1, '^'))
        return false; /* the exponent of a number that could not be worked out */
    if (token_kind_is(tokens, i, TOKEN_NUMBER)) {
        if (!fraction_read_bare(tokens, i, &number)) {
            if (!digits_read(token_text(tokens, i), &number))
                return false;
            number.end = i + 1;
            if (digits_may_go_on(tokens, i + 1) && !read_after_digits(tokens, &number))
                return false;
        }
    } else if (!token_kind_is(tokens, i, TOKEN_WORD)) {
        if (!fraction_read_bare(tokens, i, &number) && !read_leading_point(tokens, i, &number))
            return false;
        scale_read(tokens, &number);
    } else if (!fraction_read_words(tokens, i, &number) && !read_article(tokens, i, &number) &&
               !read_vague(tokens, i, &number)) {
        if (!is_cardinal_word(tokens, i) || !words_read(tokens, i, &number))
            return false;
        read_point(tokens, &number);
        read_dozen(tokens, &number);
        fraction_read_and_a_half(tokens, &number);
        if (!number.precise)
            read_dozen(tokens, &number); /* "two and a half dozen" */
        fraction_read_one_in(tokens, &number);
        fraction_read_over(tokens, &number);
    }
    bool scaled_article = number.article && number.scaled && number.place >= 6; /* "a billion and a half" */
    if (number.precise && (number.in_digits || scaled_article) && !number.fraction)
        fraction_read_and_a_half(tokens, &number);
    *ret = number;
    return true;
}
