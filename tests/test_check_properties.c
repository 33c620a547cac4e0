/*
 * Comparing, against an oracle: a million random figures and references (ASSAY_COMPARISONS says how many; a part of them
 * where it does not), each decided a second time from the definitions, by GMP's integers on one common scale. And that
 * rationals print what they are.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <gmp.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/check/compare.h"
#include "core/check/convert.h"
#include "tests/properties.h"

enum { FEWER = 50000, SCALE = 24 /* decimals that every number is brought to */ };

static long comparisons(void)
{
    const char *text = getenv("ASSAY_COMPARISONS");
    long count = text ? strtol(text, NULL, 10) : 0;
    return count > 0 ? count : FEWER;
}

/* ---- numbers, made as text and as integers on the scale ---- */

struct number {
    char text[64];
    mpz_t scaled; /* number × 10^SCALE */
};

static void number_set(struct number *number, int64_t digits, int exponent)
{
    mpz_t factor;
    int decimals = exponent < 0 ? -exponent : 0;
    uint64_t magnitude = digits < 0 ? 0 - (uint64_t)digits : (uint64_t)digits, unit = 1;
    for (int i = 0; i < decimals; i++)
        unit *= 10;
    int len = snprintf(number->text, sizeof(number->text), "%s%" PRIu64, digits < 0 ? "-" : "", magnitude / unit);
    for (int i = 0; i < exponent; i++)
        number->text[len++] = '0';
    if (decimals > 0)
        number->text[len++] = '.';
    for (uint64_t place = unit / 10; place > 0; place /= 10)
        number->text[len++] = (char)('0' + magnitude / place % 10);
    number->text[len] = '\0';
    mpz_init(factor);
    const int power = SCALE + exponent;
    mpz_ui_pow_ui(factor, 10, (unsigned long)power);
    mpz_set_si(number->scaled, digits);
    mpz_mul(number->scaled, number->scaled, factor);
    mpz_clear(factor);
}

struct sample {
    struct number value, upper, step, reference, reference_step;
    bool ranged, worded;
    int relation;
};

static void sample_init(struct sample *sample)
{
    struct number *numbers[] = {&sample->value, &sample->upper, &sample->step, &sample->reference,
                                &sample->reference_step};
    for (size_t i = 0; i < COUNT_OF(numbers); i++)
        mpz_init(numbers[i]->scaled);
}

static void sample_release(struct sample *sample)
{
    struct number *numbers[] = {&sample->value, &sample->upper, &sample->step, &sample->reference,
                                &sample->reference_step};
    for (size_t i = 0; i < COUNT_OF(numbers); i++)
        mpz_clear(numbers[i]->scaled);
}

/* References near the figure's edges, and on them: what random numbers would hardly ever hit. */
static int64_t reference_near(struct random *random, int64_t digits, int finer)
{
    static const int64_t offsets[] = {0, 5, -5, 4, 6, -4, -6, 10, -10, 9, 1, -1, 50, -50, 3, 100};
    int64_t unit = 1;
    for (int i = 1; i < finer; i++)
        unit *= 10;
    int64_t near = digits * unit * 10 + offsets[random_below(random, COUNT_OF(offsets))] * unit;
    return random_chance(random, 3) ? near + (random_chance(random, 2) ? 1 : -1) : near;
}

static void sample_make(struct random *random, struct sample *ret)
{
    static const int64_t limits[] = {10, 100, 10000, 1000000};
    int64_t limit = limits[random_below(random, COUNT_OF(limits))];
    int64_t digits = (int64_t)random_below(random, (size_t)limit);
    int exponent = (int)random_below(random, 14) - 4, finer = 1 + (int)random_below(random, 4);
    if (random_chance(random, 5))
        digits *= 100;
    if (random_chance(random, 4))
        digits = -digits;
    ret->ranged = random_chance(random, 8);
    ret->worded = !ret->ranged && random_chance(random, 8);
    ret->relation = RELATION_EQUAL + (int)random_below(random, RELATION_END - RELATION_EQUAL);
    if (ret->ranged)
        ret->relation = RELATION_EQUAL;
    number_set(&ret->value, digits, exponent);
    int64_t top = digits + (ret->ranged ? 1 + (int64_t)random_below(random, 20) : 0);
    number_set(&ret->upper, top, exponent);
    number_set(&ret->step, 1, exponent);
    bool far = random_chance(random, 6);
    int64_t reference = far ? (int64_t)random_below(random, 1000000)
                            : reference_near(random, random_chance(random, 2) ? digits : top, finer);
    int reference_exponent = far ? (int)random_below(random, 12) - 6 : exponent - finer;
    number_set(&ret->reference, reference, reference_exponent);
    number_set(&ret->reference_step, 1, random_chance(random, 4) ? exponent + 1 : reference_exponent);
}

/* ---- the oracle: everything × 2000, so that half units and tenths of a percent are whole ---- */

enum { FINE = 2000 };

struct edges {
    mpz_t low, high;
    bool has_low, has_high, low_open, high_open;
};

static void fine(const struct number *number, mpz_t ret)
{
    mpz_mul_ui(ret, number->scaled, FINE);
}

/* A number of thousandths of the figure's magnitude. */
static void thousandths(const struct sample *sample, unsigned long count, mpz_t ret)
{
    mpz_abs(ret, sample->value.scaled);
    mpz_mul_ui(ret, ret, count * (FINE / 1000));
}

static void around(const struct sample *sample, const mpz_t width, struct edges *ret)
{
    fine(&sample->value, ret->low);
    fine(&sample->upper, ret->high);
    mpz_sub(ret->low, ret->low, width);
    mpz_add(ret->high, ret->high, width);
    ret->has_low = ret->has_high = true;
}

static void edges_of(const struct sample *sample, struct edges *ret)
{
    mpz_t half, width;
    mpz_inits(half, width, NULL);
    mpz_mul_ui(half, sample->step.scaled, sample->worded ? 0 : FINE / 2);
    ret->has_low = ret->has_high = ret->low_open = ret->high_open = false;
    fine(&sample->value, ret->low);
    fine(&sample->value, ret->high);
    switch (sample->relation) {
    case RELATION_ABOVE:
    case RELATION_LEAST:
        ret->has_low = true;
        ret->low_open = sample->relation == RELATION_ABOVE;
        break;
    case RELATION_BELOW:
    case RELATION_MOST:
        ret->has_high = true;
        ret->high_open = sample->relation == RELATION_BELOW;
        break;
    case RELATION_NEARLY:
        thousandths(sample, 100, width);
        mpz_sub(ret->low, ret->low, width);
        ret->has_low = ret->has_high = ret->high_open = true;
        break;
    case RELATION_BARELY:
        thousandths(sample, 100, width);
        mpz_add(ret->high, ret->high, width);
        ret->has_low = ret->has_high = ret->low_open = true;
        break;
    case RELATION_ABOUT:
        thousandths(sample, 50, width);
        around(sample, mpz_cmp(half, width) > 0 ? half : width, ret);
        break;
    default:
        thousandths(sample, 50, width);
        around(sample, sample->worded ? width : half, ret);
    }
    mpz_clears(half, width, NULL);
}

static bool inside(const struct edges *edges, const mpz_t reference)
{
    int low = mpz_cmp(reference, edges->low), high = mpz_cmp(reference, edges->high);
    return (!edges->has_low || (edges->low_open ? low > 0 : low >= 0)) &&
           (!edges->has_high || (edges->high_open ? high < 0 : high <= 0));
}

/* A round figure's edges: half of the last digit that is no zero, and a fortieth at the most. */
static bool round_inside(const struct sample *sample, const mpz_t reference)
{
    struct edges edges = {0};
    mpz_t digits, width, most;
    unsigned long zeros = 0;
    mpz_inits(edges.low, edges.high, digits, width, most, NULL);
    mpz_divexact(digits, sample->value.scaled, sample->step.scaled);
    while (mpz_sgn(digits) != 0 && mpz_divisible_ui_p(digits, 10)) {
        mpz_divexact_ui(digits, digits, 10);
        zeros++;
    }
    mpz_ui_pow_ui(width, 10, zeros);
    mpz_mul(width, width, sample->step.scaled);
    mpz_mul_ui(width, width, FINE / 2);
    thousandths(sample, 25, most);
    around(sample, mpz_cmp(width, most) < 0 ? width : most, &edges);
    bool is_inside = zeros >= 2 && inside(&edges, reference);
    mpz_clears(edges.low, edges.high, digits, width, most, NULL);
    return is_inside;
}

/* Cut to the figure's digits, towards zero; a zero that was cut tells no sign. */
static bool cut_is_figure(const struct sample *sample)
{
    mpz_t cut;
    mpz_init(cut);
    mpz_tdiv_q(cut, sample->reference.scaled, sample->step.scaled);
    mpz_mul(cut, cut, sample->step.scaled);
    bool is = mpz_cmp(cut, sample->value.scaled) == 0 &&
              (mpz_sgn(sample->value.scaled) != 0 || mpz_sgn(sample->reference.scaled) >= 0);
    mpz_clear(cut);
    return is;
}

/* The reference is coarser than the figure is wide, and what it stands for meets the figure. */
static bool meets_coarse(const struct sample *sample, const struct edges *edges, const mpz_t reference)
{
    mpz_t step, own, low, high;
    mpz_inits(step, own, low, high, NULL);
    fine(&sample->reference_step, step);
    if (edges->has_low && edges->has_high)
        mpz_sub(own, edges->high, edges->low);
    else if (!sample->worded)
        fine(&sample->step, own);
    bool coarse = mpz_cmp(step, own) > 0;
    mpz_divexact_ui(step, step, 2);
    mpz_add(high, reference, step);
    mpz_sub(low, reference, step);
    struct edges only_low = *edges, only_high = *edges;
    only_low.has_high = only_high.has_low = false;
    bool meets = inside(&only_low, high) && inside(&only_high, low);
    mpz_clears(step, own, low, high, NULL);
    return coarse && meets;
}

static enum outcome oracle(const struct sample *sample)
{
    struct edges edges;
    mpz_t reference;
    mpz_inits(edges.low, edges.high, reference, NULL);
    bool plain = sample->relation == RELATION_EQUAL && !sample->ranged && !sample->worded;
    enum outcome outcome = OUTCOME_OUTSIDE;
    fine(&sample->reference, reference);
    edges_of(sample, &edges);
    if (plain && mpz_cmp(sample->reference.scaled, sample->value.scaled) == 0)
        outcome = OUTCOME_EXACT;
    else if (inside(&edges, reference))
        outcome = plain ? OUTCOME_ROUNDS : OUTCOME_HOLDS;
    else if (plain && cut_is_figure(sample))
        outcome = OUTCOME_TRUNCATES;
    else if (plain && round_inside(sample, reference))
        outcome = OUTCOME_ROUND;
    else if (meets_coarse(sample, &edges, reference))
        outcome = OUTCOME_COARSE;
    mpz_clears(edges.low, edges.high, reference, NULL);
    return outcome;
}

/* ---- the two against each other ---- */

static void hold_sample(const struct sample *sample, int seen[OUTCOME_END])
{
    struct arena arena = {0};
    struct figure figure;
    struct reference_value reference;
    const struct claim claim = {
        .kind = KIND_MEASURE,
        .literal = STR("so many"),
        .value = str_from(sample->value.text),
        .upper = sample->ranged ? str_from(sample->upper.text) : STR_NULL,
        .precision = sample->worded ? STR_NULL : str_from(sample->step.text),
        .relation = sample->relation,
    };
    assert_true(figure_read(&arena, &claim, &widths_usual, &figure));
    assert_true(rational_parse(&arena, str_from(sample->reference.text), &reference.value));
    assert_true(rational_parse(&arena, str_from(sample->reference_step.text), &reference.step));
    struct comparison found = figure_compare(&arena, &figure, &reference);
    enum outcome expected = oracle(sample);
    if (found.outcome != expected)
        fail_msg("%s %s%s%s by %s (relation %s) against %s ± half of %s: %s, and by the oracle %s", claim.value.ptr,
                 sample->worded ? "in words" : "", sample->ranged ? "to " : "",
                 sample->ranged ? sample->upper.text : "", sample->step.text, claim_relations.name[sample->relation],
                 sample->reference.text, sample->reference_step.text, outcomes.name[found.outcome],
                 outcomes.name[expected]);
    seen[found.outcome]++;
    arena_release(&arena);
}

static void test_compare_agrees_with_an_oracle(void **state)
{
    struct random random = {.state = 6};
    struct sample sample;
    int seen[OUTCOME_END] = {0};
    (void)state;
    sample_init(&sample);
    for (long i = comparisons(); i > 0; i--) {
        sample_make(&random, &sample);
        hold_sample(&sample, seen);
    }
    sample_release(&sample);
    for (int outcome = 0; outcome < OUTCOME_END; outcome++)
        if (seen[outcome] < 100)
            fail_msg("'%s' was hardly ever tried", outcomes.name[outcome]);
}

/* ---- rationals ---- */

static struct rational parsed(struct arena *arena, const char *text)
{
    struct rational number = {0};
    assert_true(rational_parse(arena, str_from(text), &number));
    return number;
}

static void assert_prints(struct arena *arena, struct rational number, int digits, const char *expected, bool exact)
{
    bool is_exact;
    struct str text = rational_print(arena, number, digits, &is_exact);
    assert_string_equal(arena_cstr(arena, text), expected);
    assert_int_equal(is_exact, exact);
}

static void test_rational_prints_whole_or_rounded(void **state)
{
    struct arena arena = {0};
    (void)state;
    assert_prints(&arena, parsed(&arena, "0"), 3, "0", true);
    assert_prints(&arena, parsed(&arena, "-12.50"), 6, "-12.5", true);
    assert_prints(&arena, parsed(&arena, "1000000000000"), 3, "1000000000000", true);
    assert_prints(&arena, parsed(&arena, "1234567"), 3, "1234567", true); /* digits before the point stay */
    assert_prints(&arena, parsed(&arena, "0.000123"), 3, "0.000123", true);
    assert_prints(&arena, rational_from(&arena, 1, 3), 4, "0.3333", false);
    assert_prints(&arena, rational_from(&arena, -2, 3), 4, "-0.6667", false);
    assert_prints(&arena, rational_from(&arena, 2, 3), 1, "0.7", false);
    assert_prints(&arena, rational_from(&arena, 19999, 20000), 3, "1", false);
    assert_prints(&arena, rational_from(&arena, 1, 3000), 3, "0.000333", false);
    assert_prints(&arena, rational_from(&arena, 10, 4), 1, "3", false); /* half away from zero */
    arena_release(&arena);
}

/* (a + b) − b = a, a ÷ b × b = a, and text goes there and back. */
static void test_rational_operations_undo_each_other(void **state)
{
    struct random random = {.state = 7};
    (void)state;
    for (int i = 0; i < 5000; i++) {
        struct arena arena = {0};
        long top = (long)random_below(&random, 1000000) - 500000;
        struct rational a = rational_from(&arena, top, 1 + random_below(&random, 1000));
        struct rational b =
            rational_from(&arena, 1 + (long)random_below(&random, 1000000), 1 + random_below(&random, 99));
        struct rational quotient;
        assert_int_equal(rational_compare(rational_subtract(&arena, rational_add(&arena, a, b), b), a), 0);
        assert_true(rational_divide(&arena, a, b, &quotient));
        assert_int_equal(rational_compare(rational_multiply(&arena, quotient, b), a), 0);
        assert_int_equal(rational_sign(a), (top > 0) - (top < 0));
        assert_int_equal(rational_compare(rational_negate(rational_negate(a)), a), 0);
        struct rational scaled = rational_scale(&arena, a, 7);
        assert_int_equal(rational_compare(rational_scale(&arena, scaled, -7), a), 0);
        struct rational decimal = rational_of(&arena, (struct decimal){random_next(&random), -3, top < 0});
        struct str text = rational_print(&arena, decimal, 40, NULL);
        assert_int_equal(rational_compare(parsed(&arena, arena_cstr(&arena, text)), decimal), 0);
        arena_release(&arena);
    }
}

static void test_rational_is_not_divided_by_nothing(void **state)
{
    struct arena arena = {0};
    struct rational kept = rational_from(&arena, 1, 1);
    (void)state;
    assert_false(rational_divide(&arena, kept, (struct rational){0}, &kept));
    assert_int_equal(rational_compare(kept, rational_from(&arena, 1, 1)), 0);
    arena_release(&arena);
}

/* ---- units ---- */

static void test_every_unit_converts_there_and_back(void **state)
{
    struct arena arena = {0};
    (void)state;
    for (const struct conversion *a = conversion_table; a->unit; a++) {
        for (const struct conversion *b = conversion_table; b->unit; b++) {
            struct str from = str_from(a->unit), to = str_from(b->unit);
            struct rational value = rational_from(&arena, 1234, 7), there, back;
            enum convert_result result = conversion_apply(&arena, value, from, to, &there);
            if (result != CONVERT_DONE)
                continue;
            assert_string_equal(a->base, b->base);
            assert_int_equal(conversion_apply(&arena, there, to, from, &back), CONVERT_DONE);
            assert_int_equal(rational_compare(back, value), 0);
        }
        arena_reset(&arena);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_compare_agrees_with_an_oracle),
        cmocka_unit_test(test_rational_prints_whole_or_rounded),
        cmocka_unit_test(test_rational_operations_undo_each_other),
        cmocka_unit_test(test_rational_is_not_divided_by_nothing),
        cmocka_unit_test(test_every_unit_converts_there_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
