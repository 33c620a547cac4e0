/* Exact rational numbers, by GMP: its numbers are made for one operation, and what comes out is copied to the arena. */
#include "core/check/rational.h"

#include <assert.h>
#include <gmp.h>
#include <string.h>

static const mp_limb_t one[] = {1};

/* The parts as GMP reads them: nothing is copied, and nothing must write to them. */
static void numerator(struct rational a, mpz_t ret)
{
    mpz_roinit_n(ret, a.limbs ? a.limbs : one, a.top);
}

static void denominator(struct rational a, mpz_t ret)
{
    const mp_limb_t *limbs = a.limbs;
    if (limbs)
        mpz_roinit_n(ret, limbs + (a.top < 0 ? -a.top : a.top), a.bottom);
    else
        mpz_roinit_n(ret, one, 1);
}

static void view(struct rational a, mpq_t ret)
{
    numerator(a, mpq_numref(ret));
    denominator(a, mpq_denref(ret));
}

/* Copies a number in lowest terms to the arena, and clears it. */
static struct rational keep(struct arena *arena, mpq_t number)
{
    mpz_ptr top = mpq_numref(number), bottom = mpq_denref(number);
    size_t above = mpz_size(top), below = mpz_size(bottom);
    mp_limb_t *limbs = arena_alloc(arena, (above + below) * sizeof(*limbs));
    memcpy(limbs, mpz_limbs_read(top), above * sizeof(*limbs));
    memcpy(limbs + above, mpz_limbs_read(bottom), below * sizeof(*limbs));
    struct rational kept = {limbs, mpz_sgn(top) < 0 ? -(int)above : (int)above, (int)below};
    mpq_clear(number);
    return kept;
}

struct rational rational_from(struct arena *arena, long top, unsigned long bottom)
{
    mpq_t number;
    assert(bottom != 0);
    mpq_init(number);
    mpq_set_si(number, top, bottom);
    mpq_canonicalize(number);
    return keep(arena, number);
}

/* A power of ten that a decimal's exponent may ask for: the digits of the numbers that are read bound it. */
static void ten_to_the(unsigned power, mpz_t ret)
{
    mpz_ui_pow_ui(ret, 10, power);
}

static void scale_by_ten(mpq_t number, int power)
{
    mpz_t factor;
    mpz_init(factor);
    ten_to_the((unsigned)(power < 0 ? -power : power), factor);
    if (power < 0)
        mpz_mul(mpq_denref(number), mpq_denref(number), factor);
    else
        mpz_mul(mpq_numref(number), mpq_numref(number), factor);
    mpz_clear(factor);
    mpq_canonicalize(number);
}

struct rational rational_of(struct arena *arena, struct decimal d)
{
    mpq_t number;
    mpq_init(number);
    mpz_import(mpq_numref(number), 1, -1, sizeof(d.coefficient), 0, 0, &d.coefficient);
    if (d.negative)
        mpz_neg(mpq_numref(number), mpq_numref(number));
    scale_by_ten(number, d.exponent);
    return keep(arena, number);
}

bool rational_parse(struct arena *arena, struct str text, struct rational *ret)
{
    struct decimal read;
    if (!decimal_parse(text, &read))
        return false;
    *ret = rational_of(arena, read);
    return true;
}

typedef void operation(mpq_t result, const mpq_t a, const mpq_t b);

static struct rational combine(struct arena *arena, struct rational a, struct rational b, operation *fn)
{
    mpq_t left = {0}, right = {0}, result; /* the first two are views: they hold no memory */
    view(a, left);
    view(b, right);
    mpq_init(result);
    fn(result, left, right);
    return keep(arena, result);
}

struct rational rational_add(struct arena *arena, struct rational a, struct rational b)
{
    return combine(arena, a, b, mpq_add);
}

struct rational rational_subtract(struct arena *arena, struct rational a, struct rational b)
{
    return combine(arena, a, b, mpq_sub);
}

struct rational rational_multiply(struct arena *arena, struct rational a, struct rational b)
{
    return combine(arena, a, b, mpq_mul);
}

bool rational_divide(struct arena *arena, struct rational a, struct rational b, struct rational *ret)
{
    if (b.top == 0)
        return false;
    *ret = combine(arena, a, b, mpq_div);
    return true;
}

struct rational rational_negate(struct rational a)
{
    a.top = -a.top;
    return a;
}

struct rational rational_magnitude(struct rational a)
{
    a.top = a.top < 0 ? -a.top : a.top;
    return a;
}

struct rational rational_scale(struct arena *arena, struct rational a, int power)
{
    mpq_t from = {0}, result;
    view(a, from);
    mpq_init(result);
    mpq_set(result, from);
    scale_by_ten(result, power);
    return keep(arena, result);
}

int rational_compare(struct rational a, struct rational b)
{
    mpq_t left = {0}, right = {0};
    view(a, left);
    view(b, right);
    int order = mpq_cmp(left, right);
    return (order > 0) - (order < 0);
}

int rational_sign(struct rational a)
{
    return (a.top > 0) - (a.top < 0);
}

/* ---- printing ---- */

/*
 * The digits of number × 10^places, half away from zero; whether nothing was lost. The scaled number is what stands in
 * the decimal without its point.
 */
static bool round_at(const mpq_t number, int places, mpz_t ret)
{
    mpq_t scaled;
    mpz_t rest;
    mpq_init(scaled);
    mpz_init(rest);
    mpq_abs(scaled, number);
    scale_by_ten(scaled, places);
    mpz_fdiv_qr(ret, rest, mpq_numref(scaled), mpq_denref(scaled));
    bool exact = mpz_sgn(rest) == 0;
    mpz_mul_2exp(rest, rest, 1);
    if (!exact && mpz_cmp(rest, mpq_denref(scaled)) >= 0)
        mpz_add_ui(ret, ret, 1);
    mpz_clear(rest);
    mpq_clear(scaled);
    return exact;
}

/* Where the first digit that is not 0 stands: 0 for units, -1 for tenths. */
static int leading_place(const mpq_t number)
{
    mpz_t whole;
    mpz_init(whole);
    int place = (int)mpz_sizeinbase(mpq_numref(number), 10) - (int)mpz_sizeinbase(mpq_denref(number), 10);
    /* sizeinbase may be one too large: the digit is at `place` or within two of it */
    for (place += 2; place > -1000; place--) {
        mpq_t scaled;
        mpq_init(scaled);
        mpq_abs(scaled, number);
        scale_by_ten(scaled, -place);
        mpz_tdiv_q(whole, mpq_numref(scaled), mpq_denref(scaled));
        mpq_clear(scaled);
        if (mpz_sgn(whole) != 0)
            break;
    }
    mpz_clear(whole);
    return place;
}

/* Plain notation of digits × 10^-places: without zeros at the end of a fraction, with a 0 before the point. */
static struct str lay_out(struct arena *arena, const mpz_t digits, int places, bool negative)
{
    size_t room = mpz_sizeinbase(digits, 10) + 2, zeros = places < 0 ? (size_t)-places : 0;
    char *text = arena_alloc(arena, room);
    mpz_get_str(text, 10, digits);
    size_t len = strlen(text), fraction = places > 0 ? (size_t)places : 0, whole = len > fraction ? len - fraction : 0;
    char *laid = arena_alloc(arena, len + fraction + zeros + 4), *out = laid;
    if (negative && mpz_sgn(digits) != 0)
        *out++ = '-';
    if (whole == 0)
        *out++ = '0';
    memcpy(out, text, whole);
    out += whole;
    memset(out, '0', zeros);
    out += zeros;
    if (fraction > 0) {
        *out++ = '.';
        for (size_t missing = len < fraction ? fraction - len : 0; missing > 0; missing--)
            *out++ = '0';
        memcpy(out, text + whole, len - whole);
        out += len - whole;
        while (out[-1] == '0')
            out--;
        if (out[-1] == '.')
            out--;
    }
    return (struct str){laid, (size_t)(out - laid)};
}

struct str rational_print(struct arena *arena, struct rational a, int digits, bool *ret_exact)
{
    mpq_t number = {0};
    mpz_t rounded;
    bool exact = true;
    if (ret_exact)
        *ret_exact = true;
    if (a.top == 0)
        return STR("0");
    view(a, number);
    mpz_init(rounded);
    if (mpz_cmp_ui(mpq_denref(number), 1) == 0) { /* a whole number ends by itself */
        mpz_abs(rounded, mpq_numref(number));
        struct str whole = lay_out(arena, rounded, 0, a.top < 0);
        mpz_clear(rounded);
        return whole;
    }
    int places = digits - 1 - leading_place(number);
    exact = round_at(number, places, rounded);
    if (!exact && places < 0) /* no digit before the point is given up but where it is asked for by rounding */
        exact = round_at(number, places = 0, rounded);
    struct str text = lay_out(arena, rounded, places, a.top < 0);
    mpz_clear(rounded);
    if (ret_exact)
        *ret_exact = exact;
    return text;
}
