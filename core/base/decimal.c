/* Exact decimal arithmetic on a 128-bit coefficient. */
#include "core/base/decimal.h"

#define DIGITS_MAX (~(decimal_digits)0)

/* The powers of ten that 64 bits hold. */
enum { POWERS = 20 };
static const uint64_t powers_of_ten[POWERS] = {1u,
                                               10u,
                                               100u,
                                               1000u,
                                               10000u,
                                               100000u,
                                               1000000u,
                                               10000000u,
                                               100000000u,
                                               1000000000u,
                                               10000000000u,
                                               100000000000u,
                                               1000000000000u,
                                               10000000000000u,
                                               100000000000000u,
                                               1000000000000000u,
                                               10000000000000000u,
                                               100000000000000000u,
                                               1000000000000000000u,
                                               10000000000000000000u};

/* Ten times the coefficient plus a digit; false where that is too large. */
static bool push_digit(decimal_digits *coefficient, unsigned digit)
{
    if (*coefficient >= DIGITS_MAX / 10 && *coefficient > (DIGITS_MAX - digit) / 10)
        return false;
    *coefficient = *coefficient * 10 + digit;
    return true;
}

bool decimal_parse(struct str text, struct decimal *ret)
{
    struct decimal d = {0};
    size_t i = 0, digits = 0;
    bool fraction = false;
    if (i < text.len && (text.ptr[i] == '-' || text.ptr[i] == '+'))
        d.negative = text.ptr[i++] == '-';
    for (; i < text.len; i++) {
        if (text.ptr[i] == '.' && !fraction && digits > 0 && i + 1 < text.len) {
            fraction = true;
            continue;
        }
        if (!is_digit(text.ptr[i]) || !push_digit(&d.coefficient, (unsigned)(text.ptr[i] - '0')))
            return false;
        digits++;
        d.exponent -= fraction;
    }
    if (digits == 0)
        return false;
    *ret = d;
    return true;
}

/* Moves zeros at the end of the coefficient into the exponent. */
static struct decimal normalise(struct decimal d)
{
    if (d.coefficient == 0)
        return (struct decimal){0};
    while (d.coefficient > UINT64_MAX && d.coefficient % 10 == 0) {
        d.coefficient /= 10;
        d.exponent++;
    }
    if (d.coefficient > UINT64_MAX)
        return d;
    uint64_t small = (uint64_t)d.coefficient; /* as nearly all are: a division of 64 bits is many times as quick */
    for (; small % 10 == 0; d.exponent++)
        small /= 10;
    d.coefficient = small;
    return d;
}

struct str decimal_print(struct arena *arena, struct decimal d)
{
    char digits[48], *end = digits + sizeof(digits), *first = end;
    if (d.exponent < 0 || d.coefficient == 0)
        d = normalise(d); /* no zero at the end of a fraction; nought is nought, whatever its power or sign */
    decimal_digits large = d.coefficient;
    for (; large > UINT64_MAX; large /= 10)
        *--first = (char)('0' + (int)(large % 10));
    for (uint64_t c = (uint64_t)large; c > 0 || first == end; c /= 10)
        *--first = (char)('0' + (int)(c % 10));

    size_t len = (size_t)(end - first);
    size_t zeros_after = d.exponent > 0 ? (size_t)d.exponent : 0;
    size_t fraction = d.exponent < 0 ? (size_t)-d.exponent : 0;
    size_t zeros_before = fraction >= len ? fraction - len + 1 : 0; /* "0." and those after it */
    char *text = arena_take(arena, len + zeros_after + zeros_before + 3), *out = text;
    if (d.negative)
        *out++ = '-';
    for (size_t left = zeros_before + len; left > 0; left--) {
        if (left == fraction)
            *out++ = '.';
        *out++ = left > len ? '0' : *first++;
    }
    for (; zeros_after > 0; zeros_after--)
        *out++ = '0';
    *out = '\0';
    return (struct str){text, (size_t)(out - text)};
}

/* Gives both the smaller of their exponents; false where a coefficient would not hold it. */
static bool align(struct decimal *a, struct decimal *b)
{
    *a = normalise(*a);
    *b = normalise(*b);
    struct decimal *high = a->exponent > b->exponent ? a : b;
    int target = a->exponent < b->exponent ? a->exponent : b->exponent;
    if (a->coefficient == 0 || b->coefficient == 0)
        target = a->coefficient == 0 ? b->exponent : a->exponent;
    int more = high->exponent - target;
    if (more > 0 && more < POWERS && high->coefficient <= UINT64_MAX) { /* as nearly all are */
        high->coefficient *= powers_of_ten[more];
        high->exponent = target;
    }
    for (; high->exponent > target && high->coefficient > 0; high->exponent--)
        if (!push_digit(&high->coefficient, 0))
            return false;
    a->exponent = b->exponent = target;
    return true;
}

bool decimal_add(struct decimal a, struct decimal b, struct decimal *ret)
{
    struct decimal sum;
    if (!align(&a, &b))
        return false;
    if (a.negative == b.negative) {
        if (a.coefficient > DIGITS_MAX - b.coefficient)
            return false;
        sum = (struct decimal){a.coefficient + b.coefficient, a.exponent, a.negative};
    } else if (a.coefficient >= b.coefficient) {
        sum = (struct decimal){a.coefficient - b.coefficient, a.exponent, a.negative};
    } else {
        sum = (struct decimal){b.coefficient - a.coefficient, a.exponent, b.negative};
    }
    *ret = normalise(sum);
    return true;
}

bool decimal_multiply(struct decimal a, struct decimal b, struct decimal *ret)
{
    a = normalise(a);
    b = normalise(b);
    if (b.coefficient != 0 && a.coefficient > DIGITS_MAX / b.coefficient)
        return false;
    *ret =
        normalise((struct decimal){a.coefficient * b.coefficient, a.exponent + b.exponent, a.negative != b.negative});
    return true;
}

bool decimal_divide(struct decimal a, struct decimal b, int digits, struct decimal *ret)
{
    a = normalise(a);
    b = normalise(b);
    if (b.coefficient == 0 || b.coefficient > DIGITS_MAX / 10 || digits < 1 || digits > 37)
        return false;
    decimal_digits whole = a.coefficient / b.coefficient, rest = a.coefficient % b.coefficient;
    decimal_digits limit = 1;
    for (int i = 0; i < digits; i++)
        limit *= 10;
    int exponent = a.exponent - b.exponent;
    while (rest > 0 && whole < limit / 10) { /* long division, a digit at a time */
        rest *= 10;
        whole = whole * 10 + rest / b.coefficient;
        rest %= b.coefficient;
        exponent--;
    }
    bool up = rest > 0 && rest >= b.coefficient - rest;
    decimal_digits step = 1;
    for (; whole / step >= limit; exponent++) /* an integer part with more digits than were asked for */
        step *= 10;
    if (step > 1)
        up = whole % step >= step / 2;
    whole = whole / step + up;
    *ret = normalise((struct decimal){whole, exponent, a.negative != b.negative});
    return true;
}

/* How many digits the coefficient has, zero having none. */
static int length(decimal_digits coefficient)
{
    int len = 0;
    for (; coefficient > UINT64_MAX; coefficient /= 10) /* most are short, and 128 bits are dear to divide */
        len++;
    for (uint64_t rest = (uint64_t)coefficient; rest > 0; rest /= 10)
        len++;
    return len;
}

static int compare_magnitude(struct decimal a, struct decimal b)
{
    if (a.exponent == b.exponent)
        return (a.coefficient > b.coefficient) - (a.coefficient < b.coefficient);
    int more = a.exponent - b.exponent;
    if (a.coefficient <= UINT64_MAX && b.coefficient <= UINT64_MAX && more > -POWERS && more < POWERS) {
        /* as nearly all are: the product of two numbers of 64 bits has 128 at most */
        decimal_digits left = (decimal_digits)(uint64_t)a.coefficient * powers_of_ten[more > 0 ? more : 0];
        decimal_digits right = (decimal_digits)(uint64_t)b.coefficient * powers_of_ten[more < 0 ? -more : 0];
        return (left > right) - (left < right);
    }
    int top_a = length(a.coefficient) + a.exponent, top_b = length(b.coefficient) + b.exponent;
    if (a.coefficient == 0 || b.coefficient == 0)
        return (a.coefficient > 0) - (b.coefficient > 0);
    if (top_a != top_b)
        return top_a < top_b ? -1 : 1;
    a = normalise(a);
    b = normalise(b);
    bool a_is_scaled = a.exponent > b.exponent;
    if (!align(&a, &b)) /* the one that outgrew 128 bits is the larger */
        return a_is_scaled ? 1 : -1;
    return (a.coefficient > b.coefficient) - (a.coefficient < b.coefficient);
}

int decimal_compare(struct decimal a, struct decimal b)
{
    bool minus_a = a.negative && a.coefficient > 0, minus_b = b.negative && b.coefficient > 0;
    if (minus_a != minus_b)
        return minus_a ? -1 : 1;
    int order = compare_magnitude(a, b);
    return minus_a ? -order : order;
}
