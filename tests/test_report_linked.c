/* The reports that other machines read as linked data: schema.org's ClaimReview, and the W3C's
 * Web Annotations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/report_fixture.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static void assert_json(json_t *value, const char *expected)
{
    char *text = json_dumps(value, JSON_COMPACT);
    assert_string_equal(text, expected);
    free(text);
}

static void test_claimreview_says_what_search_engines_ask_for(void **state)
{
    (void)state;
    struct report report = new_report(CLAIMREVIEW, 0);
    report.head.url = STR("https://desk.example/report.html");
    char *text = print(&report, tell);
    json_t *root = parse(text);
    assert_int_equal(json_array_size(root), 1); /* the other claim is open */
    assert_json(
        json_array_get(root, 0),
        "{\"@context\":\"https://schema.org\",\"@type\":\"ClaimReview\","
        "\"url\":\"https://desk.example/report.html#claim-2\","
        "\"claimReviewed\":\"The U.S. has spent more than $180 billion on the war since February 2022, he said.\","
        "\"reviewRating\":{\"@type\":\"Rating\",\"alternateName\":\"Accurate\",\"ratingValue\":5,"
        "\"bestRating\":5,\"worstRating\":1},"
        "\"reviewBody\":\"182.8 is more than 180.\","
        "\"author\":{\"@type\":\"Person\",\"name\":\"John Roe\"},"
        "\"datePublished\":\"2025-02-12\","
        "\"itemReviewed\":{\"@type\":\"Claim\",\"author\":{\"@type\":\"Person\",\"name\":\"Pete Hegseth\"},"
        "\"datePublished\":\"2025-02-12\","
        "\"appearance\":{\"@type\":\"CreativeWork\",\"url\":\"https://example.org/aid\","
        "\"headline\":\"Aid in figures\",\"datePublished\":\"2025-02-12\","
        "\"publisher\":{\"@type\":\"Organization\",\"name\":\"The Gazette\"}}},"
        "\"citation\":[\"https://example.org/law.pdf\"]}");
    json_decref(root);
    free(text);
}

/* One claim with one verdict, printed; NULL where no review came of it. */
static json_t *review_of(const struct verdict *verdict, struct report report)
{
    char *text = NULL;
    size_t size;
    const struct claim claim = spent_claim();
    const struct report_claim told = {.claim = &claim, .verdicts = verdict, .verdict_count = 1};
    report.out = open_memstream(&text, &size);
    report_begin(&report);
    report_document(&report, &quiet);
    report_claim(&report, &quiet, &told);
    report_end(&report);
    fclose(report.out);
    json_t *root = parse(text);
    json_t *review = json_incref(json_array_get(root, 0));
    json_decref(root);
    free(text);
    return review;
}

static void test_claimreview_grades_only_what_lies_on_the_scale(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int grade;
    } expected[RATING_END] = {
        [RATING_ACCURATE] = {"Accurate", 5},      [RATING_MOSTLY_ACCURATE] = {"Mostly accurate", 4},
        [RATING_PARTLY] = {"Partly", 3},          [RATING_MISLEADING] = {"Misleading", 2},
        [RATING_INACCURATE] = {"Inaccurate", 1},  [RATING_OUTDATED] = {"Outdated", 0},
        [RATING_UNSUPPORTED] = {"Unsupported", 0}};
    for (int i = 0; i < RATING_END; i++) {
        const struct verdict verdict = {.rating = i, .rationale = STR("So it is.")};
        json_t *review = review_of(&verdict, new_report(CLAIMREVIEW, 0));
        json_t *rating = json_object_get(review, "reviewRating");
        assert_int_equal(review != NULL, i != RATING_NOT_CHECKABLE);
        if (review) {
            assert_string_equal(text_at(rating, "alternateName"), expected[i].name);
            assert_int_equal(json_integer_value(json_object_get(rating, "ratingValue")), expected[i].grade);
        }
        json_decref(review);
    }
}

/* No address of a reviewer, no name of a file, and nothing that the record does not know. */
static void test_claimreview_tells_nothing_that_is_not_for_the_public(void **state)
{
    (void)state;
    const struct verdict verdict = {.rationale = STR("So it is."),
                                    .reviewer = STR("Jane Doe <jane@example.org>"),
                                    .at = STR("2025-02-12T14:02:30Z")};
    json_t *review = review_of(&verdict, new_report(CLAIMREVIEW, 0));
    assert_json(json_object_get(review, "author"), "{\"@type\":\"Person\",\"name\":\"Jane Doe\"}");
    assert_json(json_object_get(json_object_get(review, "itemReviewed"), "appearance"), "{\"@type\":\"CreativeWork\"}");
    assert_null(json_object_get(review, "url"));
    assert_null(json_object_get(review, "citation"));
    json_decref(review);
}

static void test_claimreview_is_its_publishers_where_that_is_said(void **state)
{
    (void)state;
    const struct verdict verdict = {.rationale = STR("So it is."), .reviewer = STR("Jane Doe <jane@example.org>")};
    struct report report = new_report(CLAIMREVIEW, 0);
    report.head.publisher = STR("The Desk");
    report.head.url = STR("https://desk.example/r#one");
    json_t *review = review_of(&verdict, report);
    assert_json(json_object_get(review, "author"), "{\"@type\":\"Organization\",\"name\":\"The Desk\"}");
    assert_string_equal(text_at(review, "url"), "https://desk.example/r#one");
    json_decref(review);
}

static void test_annotations_stand_at_the_figures_place(void **state)
{
    (void)state;
    struct report report = new_report(ANNOTATIONS, 0);
    char *text = print(&report, tell);
    json_t *root = parse(text);
    assert_int_equal(json_array_size(root), 1);
    assert_json(
        json_array_get(root, 0),
        "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"urn:uuid:v2\",\"type\":\"Annotation\","
        "\"motivation\":\"assessing\",\"creator\":{\"type\":\"Person\",\"name\":\"John Roe\"},"
        "\"created\":\"2025-02-12T14:03:00Z\","
        "\"generator\":{\"type\":\"Software\",\"name\":\"assay 0.1.0\"},"
        "\"body\":[{\"type\":\"TextualBody\",\"purpose\":\"commenting\",\"format\":\"text/plain\","
        "\"value\":\"Accurate: 182.8 is more than 180.\\nSource (supports): CRS: Appropriations, Congress, "
        "2025-01-31 <https://example.org/law.pdf>\"},"
        "{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"format\":\"text/plain\",\"value\":\"accurate\"}],"
        "\"target\":{\"source\":\"https://example.org/aid\",\"selector\":[{\"type\":\"TextQuoteSelector\","
        "\"exact\":\"more than $180 billion\"},{\"type\":\"TextPositionSelector\",\"start\":117,\"end\":139}]}}");
    json_decref(root);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_claimreview_says_what_search_engines_ask_for),
        cmocka_unit_test(test_claimreview_grades_only_what_lies_on_the_scale),
        cmocka_unit_test(test_claimreview_tells_nothing_that_is_not_for_the_public),
        cmocka_unit_test(test_annotations_stand_at_the_figures_place),
        cmocka_unit_test(test_claimreview_is_its_publishers_where_that_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
