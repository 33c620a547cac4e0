/* The gate: each reason that keeps a claim from being handed over, and what is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/report/gate.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

#define AT(minute)                                                                                                     \
    {                                                                                                                  \
        "2025-02-12T14:" minute ":00Z", 20                                                                             \
    }

static const struct citation law = {.source = {"s1", 2}, .at = AT("01")};
static const struct citation law_again = {.source = {"s1", 2}, .at = AT("02")};
static const struct citation report_late = {.source = {"s2", 2}, .at = AT("09")};

static const struct verdict jane_partly = {.rating = RATING_PARTLY, .reviewer = {"Jane <j@x.org>", 14}, .at = AT("03")};
static const struct verdict jane_accurate = {
    .rating = RATING_ACCURATE, .reviewer = {"Jane <j@x.org>", 14}, .at = AT("05")};
static const struct verdict john_accurate = {.rating = RATING_ACCURATE, .reviewer = {"John", 4}, .at = AT("05")};
static const struct verdict john_unsupported = {.rating = RATING_UNSUPPORTED, .reviewer = {"John", 4}, .at = AT("05")};

/* The reasons for a claim with these; NULL ends each list. */
static void assert_reasons(int64_t sources, const struct citation *const *cited, const struct verdict *const *given,
                           const char *expected)
{
    struct report_citation citations[4] = {0};
    struct verdict verdicts[4];
    struct report_claim told = {.citations = citations, .verdicts = verdicts};
    struct buf out = {0};
    while (cited[told.citation_count]) {
        citations[told.citation_count].citation = cited[told.citation_count];
        told.citation_count++;
    }
    while (given[told.verdict_count]) {
        verdicts[told.verdict_count] = *given[told.verdict_count];
        told.verdict_count++;
    }
    buf_str(&out, STR("it: "));
    bool held = gate_reasons(&out, &(struct gate){sources}, &told);
    assert_string_equal(out.ptr + 4, expected);
    assert_int_equal(held, expected[0] != '\0');
    buf_release(&out);
}

#define CITED(...) ((const struct citation *const[]){__VA_ARGS__, NULL})
#define GIVEN(...) ((const struct verdict *const[]){__VA_ARGS__, NULL})

static void test_gate_holds_what_is_open(void **state)
{
    (void)state;
    assert_reasons(0, CITED(NULL), GIVEN(NULL), "open, no source");
    assert_reasons(0, CITED(&law), GIVEN(NULL), "open");
}

static void test_gate_lets_pass_what_is_checked(void **state)
{
    (void)state;
    assert_reasons(0, CITED(&law), GIVEN(&jane_accurate), "");
    assert_reasons(1, CITED(&law), GIVEN(&jane_accurate), "");
    assert_reasons(0, CITED(NULL), GIVEN(&john_unsupported), "");
}

static void test_gate_counts_different_sources(void **state)
{
    (void)state;
    assert_reasons(2, CITED(&law), GIVEN(&jane_accurate), "1 source where 2 are asked for");
    assert_reasons(2, CITED(&law, &law_again), GIVEN(&jane_accurate), "1 source where 2 are asked for");
    assert_reasons(2, CITED(NULL), GIVEN(&john_unsupported), ""); /* needs none */
}

static void test_gate_holds_a_verdict_that_a_source_came_after(void **state)
{
    (void)state;
    assert_reasons(2, CITED(&law, &report_late), GIVEN(&jane_accurate), "a source is newer than the verdict");
    assert_reasons(3, CITED(&law, &report_late), GIVEN(&jane_accurate),
                   "2 sources where 3 are asked for, a source is newer than the verdict");
}

static void test_gate_holds_what_reviewers_disagree_on(void **state)
{
    (void)state;
    assert_reasons(0, CITED(&law), GIVEN(&jane_partly, &john_accurate),
                   "reviewers disagree (Jane: partly, John: accurate)");
    assert_reasons(0, CITED(&law), GIVEN(&jane_partly, &john_accurate, &jane_accurate), ""); /* she has come round */
    assert_reasons(0, CITED(&law), GIVEN(&jane_partly, &jane_accurate), "");
}

/* The reasons for a claim that was checked, and whose one source stands like this. */
static void assert_evidence(const struct evidence *evidence, const char *expected)
{
    struct report_citation citations[] = {{&law, NULL, evidence}};
    struct report_claim told = {
        .citations = citations, .citation_count = 1, .verdicts = &jane_accurate, .verdict_count = 1};
    struct buf out = {0};
    bool held = gate_reasons(&out, &(struct gate){0}, &told);
    assert_string_equal(out.ptr ? out.ptr : "", expected);
    assert_int_equal(held, expected[0] != '\0');
    buf_release(&out);
}

static void test_gate_holds_a_dead_source_and_an_absent_quote(void **state)
{
    struct evidence evidence = {.looked = true, .found = true};
    (void)state;
    evidence.sighting.quote = PRESENCE_STANDS;
    evidence.sighting.figure = PRESENCE_ABSENT; /* that is said with the citation; the quote is what counts */
    assert_evidence(NULL, "");
    assert_evidence(&evidence, "");
    evidence.last.outcome = LOOK_FAILED;
    assert_evidence(&evidence, "");
    evidence.last.outcome = LOOK_GONE;
    assert_evidence(&evidence, "dead source");
    evidence.sighting.quote = PRESENCE_ABSENT;
    assert_evidence(&evidence, "dead source, a quote is not in its source");
    evidence.last.outcome = LOOK_KEPT;
    evidence.sighting.quote = PRESENCE_NONE;
    assert_evidence(&evidence, "a quote is not in its source");
    assert_evidence(&(struct evidence){0}, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gate_holds_what_is_open),
        cmocka_unit_test(test_gate_lets_pass_what_is_checked),
        cmocka_unit_test(test_gate_counts_different_sources),
        cmocka_unit_test(test_gate_holds_a_verdict_that_a_source_came_after),
        cmocka_unit_test(test_gate_holds_what_reviewers_disagree_on),
        cmocka_unit_test(test_gate_holds_a_dead_source_and_an_absent_quote),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
