/* Claims reviewed elsewhere, read out of JSON-LD and rows: shapes that the web has, and hostile ones; ratings by their names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "core/base/buf.h"
#include "core/intake/page.h"
#include "core/intake/reviewed.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

struct seen {
    size_t count;
    struct buf texts; /* "statement|speaker|date|url|rating|reviewer|source date;" */
};

static bool see(void *ctx, const struct reviewed *reviewed)
{
    struct seen *seen = ctx;
    seen->count++;
    buf_printf(&seen->texts, "%.*s|%.*s|%.*s|%.*s|%.*s|%.*s|%.*s;", STR_ARG(reviewed->statement),
               STR_ARG(reviewed->speaker), STR_ARG(reviewed->date), STR_ARG(reviewed->url), STR_ARG(reviewed->rating),
               STR_ARG(reviewed->reviewer), STR_ARG(reviewed->source.published));
    return true;
}

static void assert_read(const char *text, const char *expected)
{
    struct seen seen = {0};
    struct arena arena = {0};
    json_t *root = json_loads(text, JSON_DECODE_ANY, NULL);
    assert_non_null(root);
    assert_true(reviewed_from_linked(root, &arena, see, &seen));
    assert_string_equal(seen.texts.ptr ? seen.texts.ptr : "", expected);
    buf_release(&seen.texts);
    arena_release(&arena);
    json_decref(root);
}

#define REVIEW                                                                                                         \
    "{\"@type\":\"ClaimReview\",\"claimReviewed\":\" It cost $5. \",\"url\":\"https://c.example/1\",\"author\":"       \
    "{\"name\":\"C\"},\"datePublished\":\"2020-02-03T10:00:00Z\",\"reviewRating\":{\"alternateName\":\"False\"},"      \
    "\"itemReviewed\":{\"author\":[{\"name\":\"A\"},{\"name\":\"B\"}],\"datePublished\":\"2020-02\","                  \
    "\"firstAppearance\":{\"url\":\"https://s.example\"}}}"
#define READ "It cost $5.|A|2020-02|https://s.example|False|C <https://c.example/1>|2020-02-03;"

static void test_reviewed_is_found_wherever_pages_put_it(void **state)
{
    (void)state;
    assert_read(REVIEW, READ);
    assert_read("[" REVIEW "," REVIEW "]", READ READ);
    assert_read("{\"@graph\":[{\"@type\":\"WebPage\"}," REVIEW "]}", READ);
    assert_read("{\"@type\":\"DataFeed\",\"dataFeedElement\":[{\"item\":[" REVIEW "]},{\"item\":" REVIEW "}]}",
                READ READ);
    assert_read("{\"@type\":[\"Thing\",\"https://schema.org/ClaimReview\"],\"claimReviewed\":\"x\"}", "x||||||;");
    assert_read("{\"@type\":\"Review\"}", "");
    assert_read("5", "");
    assert_read("\"x\"", "");
}

static void test_reviewed_takes_no_nonsense(void **state)
{
    (void)state;
    assert_read(
        "{\"@type\":\"ClaimReview\",\"claimReviewed\":5,\"url\":\"javascript:x\",\"author\":[],\"datePublished\":"
        "\"2020-99-99\",\"reviewRating\":\"x\",\"itemReviewed\":[{\"author\":\"A\",\"url\":{\"@id\":7}}]}",
        "5|A|||||;");
    assert_read("{\"@type\":\"ClaimReview\",\"claimReviewed\":{\"@value\":\"It rose.\"},\"itemReviewed\":null}",
                "It rose.||||||;");
    struct buf deep = {0};
    for (int i = 0; i < 1000; i++)
        buf_str(&deep, STR("{\"@graph\":"));
    buf_str(&deep, STR(REVIEW));
    for (int i = 0; i < 1000; i++)
        buf_char(&deep, '}');
    assert_read(deep.ptr, "");
    buf_release(&deep);
}

static void test_reviewed_rating_by_name_then_by_place(void **state)
{
    (void)state;
    static const struct {
        const char *name, *value, *best, *worst;
        int rating; /* -1: nobody knows */
    } cases[] = {
        {"Pants on Fire!", NULL, NULL, NULL, RATING_INACCURATE},
        {"half true", "9", "9", "1", RATING_PARTLY},
        {"Falsch", NULL, NULL, NULL, RATING_INACCURATE},
        {"Odd", "5", "5", "1", RATING_ACCURATE},
        {"Odd", "4", "5", "1", RATING_MOSTLY_ACCURATE},
        {"Odd", "3", "5", "1", RATING_PARTLY},
        {"Odd", "2", "5", "1", RATING_MISLEADING},
        {NULL, "1", "5", "1", RATING_INACCURATE},
        {"Odd", "1", "1", "5", RATING_ACCURATE},
        {"Odd", "0.5", "1", "0", RATING_PARTLY},
        {"Odd", "6", "5", "1", -1},
        {"Odd", "3", "3", "3", -1},
        {"Odd", "x", "5", "1", -1},
        {"Odd", "3", NULL, NULL, -1},
        {NULL, NULL, NULL, NULL, -1},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct reviewed reviewed = {.rating = str_from(cases[i].name),
                                          .value = str_from(cases[i].value),
                                          .best = str_from(cases[i].best),
                                          .worst = str_from(cases[i].worst)};
        int rating = -1;
        bool found = reviewed_rating(&reviewed, &rating);
        if (found != (cases[i].rating >= 0) || rating != cases[i].rating)
            fail_msg("case %zu: %d", i, rating);
    }
}

static void test_reviewed_rows_have_names(void **state)
{
    (void)state;
    struct reviewed reviewed = {0};
    struct arena arena = {0};
    assert_true(reviewed_set(&reviewed, STR(" Statement "), STR(" It cost $5. ")));
    assert_true(str_eq(reviewed.statement, STR("It cost $5.")));
    assert_true(reviewed_set(&reviewed, STR("statement"), STR(" ")));
    assert_true(str_eq(reviewed.statement, STR("It cost $5.")));
    assert_false(reviewed_set(&reviewed, STR("colour"), STR("red")));
    assert_true(str_find(reviewed_names(&arena), STR("source_url"), 0) < reviewed_names(&arena).len);
    arena_release(&arena);
}

static void test_page_gives_its_linked_data_a_line_each(void **state)
{
    (void)state;
    static const char page[] = "<html><script type='application/ld+json'>[1,\n2]</script><p>x<script>[3]</script>"
                               "<script type='application/ld+json'>{broken</script>"
                               "<script type='Application/LD+JSON'><!-- {\"a\":\"</b>\"} --></script>";
    const struct page_options options = {.linked = true};
    struct reading reading = {0};
    struct arena arena = {0};
    page_parse(str_from(page), &options, &arena, &reading);
    assert_true(str_eq(reading.text, STR("[1,2]\n{\"a\":\"</b>\"}\n")));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reviewed_is_found_wherever_pages_put_it),
        cmocka_unit_test(test_reviewed_takes_no_nonsense),
        cmocka_unit_test(test_reviewed_rating_by_name_then_by_place),
        cmocka_unit_test(test_reviewed_rows_have_names),
        cmocka_unit_test(test_page_gives_its_linked_data_a_line_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
