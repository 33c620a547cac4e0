/* Exact decimals: notation, arithmetic against 64-bit integers, and what is refused instead of rounded. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "core/base/decimal.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))
#define LARGEST "340282366920938463463374607431768211455" /* 2^128 - 1, 39 digits */

/* SplitMix64 with a fixed seed: the same numbers on every run. */
static uint64_t next_random(uint64_t *seed)
{
    uint64_t z = *seed += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

/* A number of any length up to 31 bits, so that products stay within 64. */
static int64_t random_integer(uint64_t *seed)
{
    int64_t value = (int64_t)(next_random(seed) >> (33 + next_random(seed) % 31));
    return next_random(seed) & 1 ? -value : value;
}

static struct decimal parse(const char *text)
{
    struct decimal d;
    if (!decimal_parse(str_from(text), &d))
        fail_msg("'%s' is a decimal", text);
    return d;
}

static struct decimal from_signed(int64_t value)
{
    struct decimal d = decimal_from((uint64_t)(value < 0 ? -value : value));
    d.negative = value < 0;
    return d;
}

static void assert_prints(struct decimal d, const char *expected)
{
    struct arena arena = {0};
    struct str text = decimal_print(&arena, d);
    assert_string_equal(text.ptr, expected);
    assert_int_equal(text.len, strlen(expected));
    arena_release(&arena);
}

static void assert_integer(struct decimal d, int64_t expected)
{
    char text[32];
    snprintf(text, sizeof(text), "%" PRId64, expected);
    assert_prints(d, text);
}

static void test_decimal_prints_plain_notation(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out;
    } cases[] = {
        {"0", "0"},
        {"-0", "0"},
        {"-0.00", "0"},
        {"007", "7"},
        {"180000000000", "180000000000"},
        {"-0.25", "-0.25"},
        {"+4.20", "4.2"},
        {"0.001", "0.001"},
        {"100.00", "100"},
        {"-12.50", "-12.5"},
        {"0.10", "0.1"},
        {"10.01", "10.01"},
        {LARGEST, LARGEST},
        {"0.000000000000000000000000000000000001", "0.000000000000000000000000000000000001"},
        {"00000000000000000000000000000000000000000000000001", "1"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_prints(parse(cases[i].in), cases[i].out);
}

static void test_decimal_refuses_what_is_not_plain_notation(void **state)
{
    (void)state;
    static const char *const bad[] = {"",   "-",   "+",   ".",   ".5",  "5.",  "1.2.3", "1,000", "1e3", " 1",
                                      "1 ", "--1", "+-1", "0x1", "1_0", "nan", "inf",   "١",     "-.5", "1-"};
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct decimal d = {.coefficient = 77};
        if (decimal_parse(str_from(bad[i]), &d))
            fail_msg("'%s' is no decimal", bad[i]);
        assert_true(d.coefficient == 77); /* untouched */
    }
    struct decimal d;
    assert_false(decimal_parse(STR_NULL, &d));
    assert_false(decimal_parse((struct str){"1\0002", 3}, &d));
}

static void test_decimal_refuses_numbers_beyond_128_bits(void **state)
{
    (void)state;
    struct decimal d;
    assert_true(decimal_parse(STR(LARGEST), &d));
    assert_false(decimal_parse(STR("340282366920938463463374607431768211456"), &d));
    assert_false(decimal_parse(STR("999999999999999999999999999999999999999"), &d));
    assert_false(decimal_parse(STR("3402823669209384634633746074317682114551"), &d));
    assert_true(decimal_parse(STR("99999999999999999999999999999999999999"), &d)); /* 38 digits, as promised */
}

static void test_decimal_print_of_parse_is_the_same_number(void **state)
{
    (void)state;
    struct arena arena = {0};
    uint64_t seed = 1;
    for (int i = 0; i < 20000; i++) {
        struct decimal d = {.coefficient =
                                (decimal_digits)next_random(&seed) * (next_random(&seed) >> (next_random(&seed) % 64)),
                            .exponent = (int)(next_random(&seed) % 60) - 38,
                            .negative = next_random(&seed) & 1};
        struct str text = decimal_print(&arena, d);
        if (d.exponent > 0)
            continue; /* more digits than a coefficient may have */
        struct decimal again;
        assert_true(decimal_parse(text, &again));
        assert_int_equal(decimal_compare(d, again), 0);
        assert_true(str_eq(decimal_print(&arena, again), text));
        arena_reset(&arena);
    }
    arena_release(&arena);
}

static void test_decimal_agrees_with_integer_arithmetic(void **state)
{
    (void)state;
    uint64_t seed = 2;
    for (int i = 0; i < 20000; i++) {
        int64_t a = random_integer(&seed), b = random_integer(&seed);
        struct decimal result;
        assert_true(decimal_add(from_signed(a), from_signed(b), &result));
        assert_integer(result, a + b);
        assert_true(decimal_multiply(from_signed(a), from_signed(b), &result));
        assert_integer(result, a * b);
        assert_int_equal(decimal_compare(from_signed(a), from_signed(b)), (a > b) - (a < b));
        if (b != 0) { /* the product divided by one factor is the other, exactly */
            assert_true(decimal_divide(from_signed(a * b), from_signed(b), 37, &result));
            assert_integer(result, a);
        }
    }
}

/* Both operands scaled by powers of ten: the same law at another size. */
static void test_decimal_scaling_commutes_with_arithmetic(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (int i = 0; i < 20000; i++) {
        int64_t a = random_integer(&seed), b = random_integer(&seed);
        int power = (int)(next_random(&seed) % 41) - 20;
        struct decimal x = decimal_scale(from_signed(a), power), y = decimal_scale(from_signed(b), power), result;
        assert_true(decimal_add(x, y, &result));
        assert_integer(decimal_scale(result, -power), a + b);
        assert_true(decimal_multiply(x, y, &result));
        assert_integer(decimal_scale(result, -2 * power), a * b);
        assert_int_equal(decimal_compare(x, y), (a > b) - (a < b));
    }
}

static void test_decimal_zero_is_zero_whatever_its_sign_or_exponent(void **state)
{
    (void)state;
    struct decimal zero = {.exponent = 30, .negative = true}, result;
    assert_true(decimal_is_zero(zero));
    assert_int_equal(decimal_compare(zero, decimal_from(0)), 0);
    assert_int_equal(decimal_compare(zero, parse("0.001")), -1);
    assert_int_equal(decimal_compare(zero, parse("-0.001")), 1);
    assert_true(decimal_add(zero, parse("-0.001"), &result));
    assert_prints(result, "-0.001");
    assert_true(decimal_add(parse("0.5"), parse("-0.5"), &result));
    assert_prints(result, "0");
    assert_false(result.negative);
    assert_true(decimal_multiply(zero, parse(LARGEST), &result));
    assert_prints(result, "0");
}

static void test_decimal_overflow_returns_false_and_touches_nothing(void **state)
{
    (void)state;
    struct decimal largest = parse(LARGEST), result = {.coefficient = 77};
    assert_false(decimal_add(largest, decimal_from(1), &result));
    assert_false(decimal_add(decimal_scale(decimal_from(1), 60), decimal_from(1), &result));
    assert_false(decimal_multiply(largest, decimal_from(3), &result));
    assert_false(decimal_divide(decimal_from(1), decimal_from(0), 10, &result));
    assert_false(decimal_divide(decimal_from(1), largest, 10, &result));
    assert_false(decimal_divide(decimal_from(1), decimal_from(3), 0, &result));
    assert_false(decimal_divide(decimal_from(1), decimal_from(3), 38, &result));
    assert_true(result.coefficient == 77);
    assert_true(decimal_multiply(largest, decimal_from(1), &result));
    assert_prints(result, LARGEST);
    struct decimal minus = largest;
    minus.negative = true;
    assert_true(decimal_add(largest, minus, &result));
    assert_prints(result, "0");
}

static void test_decimal_divide_rounds_half_up_to_the_digits_asked_for(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        int digits;
        const char *quotient;
    } cases[] = {
        {"1", "3", 5, "0.33333"},    {"2", "3", 5, "0.66667"},
        {"1", "8", 2, "0.13"},       {"-1", "8", 2, "-0.13"},
        {"1", "4", 10, "0.25"},      {"10", "4", 1, "3"},
        {"100", "3", 1, "30"},       {"1234567", "1", 3, "1230000"},
        {"1235", "1", 3, "1240"},    {"995", "10", 2, "100"},
        {"0", "7", 5, "0"},          {"182.8", "180", 4, "1.016"},
        {"1", "0.001", 5, "1000"},   {"1", "7", 37, "0.1428571428571428571428571428571428571"},
        {"22", "-7", 6, "-3.14286"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct decimal result;
        assert_true(decimal_divide(parse(cases[i].a), parse(cases[i].b), cases[i].digits, &result));
        assert_prints(result, cases[i].quotient);
    }
}

static void test_decimal_compares_exactly_across_scales(void **state)
{
    (void)state;
    /* in ascending order; the neighbours differ in the last of 39 digits, or in scale alone */
    static const struct {
        const char *digits;
        int power;
    } ascending[] = {
        {"-9", 60},
        {"-" LARGEST, 0},
        {"-9", 0},
        {"-0.1", 0},
        {"0", 5},
        {"1", -60},
        {"0.1", 0},
        {"0.10000000000000000000000000000000000001", 0},
        {"1", 0},
        {"9", 37},
        {"340282366920938463463374607431768211454", 0},
        {LARGEST, 0},
        {"4", 38},
        {"9", 38},
        {"1", 39},
    };
    for (size_t i = 0; i < COUNT(ascending); i++)
        for (size_t j = 0; j < COUNT(ascending); j++) {
            struct decimal a = decimal_scale(parse(ascending[i].digits), ascending[i].power);
            struct decimal b = decimal_scale(parse(ascending[j].digits), ascending[j].power);
            if (decimal_compare(a, b) != (i > j) - (i < j))
                fail_msg("%se%d and %se%d", ascending[i].digits, ascending[i].power, ascending[j].digits,
                         ascending[j].power);
        }
}

/* Neighbours, told with a power of ten and without: their order is exact on either side of 64 bits. */
static void test_decimal_order_of_neighbours(void **state)
{
    (void)state;
    uint64_t seed = 11;
    for (int i = 0; i < 20000; i++) {
        struct decimal d = decimal_from(next_random(&seed) >> next_random(&seed) % 64), scaled, plain, above, below;
        int power = (int)(next_random(&seed) % 19);
        scaled = decimal_scale(d, power);
        assert_true(decimal_add(scaled, decimal_from(1), &above));
        assert_true(decimal_add(scaled, from_signed(-1), &below));
        assert_true(decimal_add(above, from_signed(-1), &plain));
        assert_int_equal(decimal_compare(scaled, plain), 0);
        assert_int_equal(decimal_compare(scaled, above), -1);
        assert_int_equal(decimal_compare(below, scaled), -1);
        assert_int_equal(decimal_compare(above, below), 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decimal_order_of_neighbours),
        cmocka_unit_test(test_decimal_prints_plain_notation),
        cmocka_unit_test(test_decimal_refuses_what_is_not_plain_notation),
        cmocka_unit_test(test_decimal_refuses_numbers_beyond_128_bits),
        cmocka_unit_test(test_decimal_print_of_parse_is_the_same_number),
        cmocka_unit_test(test_decimal_agrees_with_integer_arithmetic),
        cmocka_unit_test(test_decimal_scaling_commutes_with_arithmetic),
        cmocka_unit_test(test_decimal_zero_is_zero_whatever_its_sign_or_exponent),
        cmocka_unit_test(test_decimal_overflow_returns_false_and_touches_nothing),
        cmocka_unit_test(test_decimal_divide_rounds_half_up_to_the_digits_asked_for),
        cmocka_unit_test(test_decimal_compares_exactly_across_scales),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
