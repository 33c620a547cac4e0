/* How much a claim is worth checking: not the numbers themselves, but what comes before what. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/extract/extract.h"

/* The score of the first claim in the text. */
static int64_t score_in(const char *text)
{
    struct extractor *extractor = extractor_new();
    struct arena arena = {0};
    struct claim *claims;
    size_t count;
    extract_claims(extractor, str_from(text), NULL, &arena, &claims, &count);
    assert_true(count > 0);
    int64_t score = claims[0].score;
    arena_release(&arena);
    extractor_free(extractor);
    return score;
}

static void assert_before(const char *first, const char *second)
{
    int64_t high = score_in(first), low = score_in(second);
    if (high <= low)
        fail_msg("%lld for '%s' is no more than %lld for '%s'", (long long)high, first, (long long)low, second);
}

static void test_public_money_comes_before_the_price_of_goods(void **state)
{
    (void)state;
    assert_before("The government will spend $4.2 billion on hospitals.", "A ticket costs $25.");
    assert_before("The government will spend $4.2 billion on hospitals.", "The phone costs $799.");
    assert_before("The council spent $9,000 on schools.", "A pair of shoes costs $9,000.");
}

static void test_targets_of_policy_come_before_plain_shares(void **state)
{
    (void)state;
    assert_before("The ministry wants to cut emissions by 40 percent.", "Some 40 percent of the shops are open.");
}

static void test_changes_and_comparisons_come_before_levels(void **state)
{
    (void)state;
    assert_before("Sales rose 9 percent.", "The share was 9 percent.");
    assert_before("Crime has doubled.", "Half of the crimes were small.");
    assert_before("Output was 9 percent, the lowest since 2008.", "Output was 9 percent.");
}

static void test_recipes_sports_and_ages_come_last(void **state)
{
    (void)state;
    assert_before("Some 38,000 people waited.", "Whisk 300 grams of sugar.");
    assert_before("The firm cut 1,200 jobs.", "Marsh scored 12 goals.");
    assert_before("The town has 41,000 voters.", "A crowd of 41,000 watched the match.");
    assert_before("The firm cut 1,200 jobs.", "Osk, 51, rose early.");
}

static void test_one_percent_is_a_figure_and_one_day_hardly(void **state)
{
    (void)state;
    assert_before("Taxes rose by one percent.", "One day the tax office rang.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_public_money_comes_before_the_price_of_goods),
        cmocka_unit_test(test_targets_of_policy_come_before_plain_shares),
        cmocka_unit_test(test_changes_and_comparisons_come_before_levels),
        cmocka_unit_test(test_recipes_sports_and_ages_come_last),
        cmocka_unit_test(test_one_percent_is_a_figure_and_one_day_hardly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
