/* How documents came in: what is kept of it, how it is found again, and that doctor misses none of it. */
#include "tests/store_fixture.h"

#include "core/record/version.h"

#define PAGE "<p>The pool costs $3 million.</p>"
#define TEXT "The pool costs $3 million.\n"
#define LAYOUT "{\"version\":1}"

static int64_t add(struct fixture *fixture, const char *text, const char *bytes, const char *name, struct str previous,
                   struct str *ret_id)
{
    struct err err = {0};
    struct document document = {.name = str_from(name), .media = MEDIA_PAGE};
    struct reception reception = {.name = str_from(name),
                                  .url = STR("https://example.org/final"),
                                  .status = 200,
                                  .headers = STR("HTTP/1.1 200 OK\r\n"),
                                  .etag = STR("\"v1\""),
                                  .previous = previous};
    struct arrival_note note = {&reception, str_from(bytes), STR(LAYOUT)};
    struct intake intake = {.document = &document,
                            .bytes = str_from(bytes),
                            .text = str_from(text),
                            .action = ACTION_EXTRACT,
                            .note = &note};
    int64_t number;
    bool added;
    if (!store_add_document(fixture->store, &intake, &number, &added, &err))
        fail_msg("%s", err.msg);
    struct digest id = digest_of(str_from(text));
    *ret_id = digest_hex(&fixture->arena, &id);
    return number;
}

static void assert_str(struct str got, const char *expected)
{
    if (!got.ptr || !str_eq(got, str_from(expected)))
        fail_msg("got '%.*s', expected '%s'", STR_ARG(got), expected);
}

static void collect(void *ctx, const char *fault)
{
    buf_printf(ctx, "%s\n", fault);
}

static void assert_faults(struct fixture *fixture, const char *says)
{
    struct buf faults = {0};
    struct err err = {0};
    assert_true(store_verify(fixture->store, collect, &faults, &err));
    if (says ? !strstr(buf_view(&faults).ptr, says) : faults.len > 0)
        fail_msg("doctor says '%s', expected '%s'", buf_view(&faults).ptr, says ? says : "nothing");
    buf_release(&faults);
}

static void test_store_reception_comes_with_the_document(void **state)
{
    struct fixture *fixture = *state;
    struct reception *all = NULL;
    struct err err = {0};
    struct str id, layout;
    size_t count = 0;
    add(fixture, TEXT, PAGE, "https://example.org/a", STR_NULL, &id);
    assert_true(store_receptions(fixture->store, id, &fixture->arena, &all, &count, &err));
    assert_int_equal(count, 1);
    assert_int_equal(all[0].status, 200);
    assert_int_equal(all[0].bytes, strlen(PAGE));
    assert_str(all[0].url, "https://example.org/final");
    assert_str(all[0].headers, "HTTP/1.1 200 OK\r\n");
    assert_true(store_reception_layout(fixture->store, &all[0], &fixture->arena, &layout, &err));
    assert_str(layout, LAYOUT);
    assert_faults(fixture, NULL);
}

static void test_store_reception_of_another_place_keeps_its_bytes(void **state)
{
    struct fixture *fixture = *state;
    struct reception other = {.name = STR("https://example.net/b"), .status = 200}, found;
    struct arrival_note note = {&other, STR("<div>" PAGE "</div>"), STR_NULL};
    struct err err = {0};
    struct str id;
    int64_t number = 0;
    bool there = false;
    add(fixture, TEXT, PAGE, "https://example.org/a", STR_NULL, &id);
    assert_true(store_add_reception(fixture->store, id, &note, &number, &err));
    assert_int_equal(number, 2);
    assert_true(store_find_reception(fixture->store, other.name, &fixture->arena, &found, &there, &err));
    assert_true(there && str_eq(found.document, id));
    assert_false(store_add_reception(fixture->store, STR("no such document"), &note, &number, &err));
    assert_int_equal(err.code, ERR_ABSENT);
    assert_faults(fixture, NULL);
}

static void test_store_reception_leads_to_the_later_version(void **state)
{
    struct fixture *fixture = *state;
    struct reception found;
    struct err err = {0};
    struct str first, second;
    bool there = true;
    add(fixture, TEXT, PAGE, "https://example.org/a", STR_NULL, &first);
    assert_true(store_find_successor(fixture->store, first, &fixture->arena, &found, &there, &err));
    assert_false(there);
    add(fixture, "The pool costs $4 million.\n", "<p>4", "https://example.org/a", first, &second);
    assert_true(store_find_successor(fixture->store, first, &fixture->arena, &found, &there, &err));
    assert_true(there && str_eq(found.document, second));
    assert_true(
        store_find_reception(fixture->store, STR("https://example.org/a"), &fixture->arena, &found, &there, &err));
    assert_true(there && str_eq(found.document, second)); /* the latest */
}

static void test_store_reception_is_missed_when_it_is_changed_or_gone(void **state)
{
    static const struct {
        const char *sql, *says;
    } cases[] = {
        {"UPDATE reception SET url = 'https://example.com/'", "reception 1: its digest does not match its row"},
        {"UPDATE reception_body SET packed = x'00' WHERE form = 'layout'", "reception 1: its layout can't be used"},
        {"DELETE FROM reception_body", "reception 1: its layout can't be used: it is gone"},
        {"DELETE FROM reception_body; DELETE FROM reception", "the reception that it recorded is gone"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct str id;
        add(fixture, TEXT, PAGE, "https://example.org/a", STR_NULL, &id);
        tamper(fixture->path, cases[i].sql);
        assert_faults(fixture, cases[i].says);
        fixture_close(fixture);
        unlink(fixture->path);
        fixture_open(fixture);
    }
}

/* ---- versions ---- */

static struct claim claim_in(const char *sentence, const char *literal, const char *value)
{
    struct claim claim = {.kind = KIND_MONEY, .relation = RELATION_EQUAL, .unit = STR("USD")};
    claim.sentence = str_from(sentence);
    claim.literal = str_from(literal);
    claim.value = str_from(value);
    claim.start = (int64_t)str_find(claim.sentence, claim.literal, 0);
    claim.end = claim.start + (int64_t)claim.literal.len;
    return claim;
}

static void test_version_says_what_became_of_each_figure(void **state)
{
    (void)state;
    const struct claim was[] = {claim_in("The pool costs $3 million.", "$3 million", "3000000"),
                                claim_in("Its roof alone costs $1,200.50 a year.", "$1,200.50", "1200.50"),
                                claim_in("The council spent $9 on stamps last winter.", "$9", "9"),
                                claim_in("Nobody knows where $77 went.", "$77", "77")};
    const struct claim now[] = {claim_in("Last winter, the council spent $9 on stamps and paper.", "$9", "9"),
                                claim_in("The pool costs $3 million.", "$3 million", "3000000"),
                                claim_in("Its roof alone costs $2,000 a year.", "$2,000", "2000"),
                                claim_in("A statue was sold for $5.", "$5", "5")};
    struct claim_fate outcome[4];
    version_compare(was, 4, now, 4, outcome);
    assert_int_equal(outcome[0].fate, FATE_UNCHANGED);
    assert_ptr_equal(outcome[0].now, &now[1]);
    assert_int_equal(outcome[1].fate, FATE_CHANGED);
    assert_ptr_equal(outcome[1].now, &now[2]);
    assert_int_equal(outcome[2].fate, FATE_MOVED);
    assert_ptr_equal(outcome[2].now, &now[0]);
    assert_int_equal(outcome[3].fate, FATE_GONE);
    assert_null(outcome[3].now);
    version_compare(was, 4, now, 0, outcome);
    assert_int_equal(outcome[0].fate, FATE_GONE);
}

int main(void)
{
#define STORE_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        STORE_TEST(test_store_reception_comes_with_the_document),
        STORE_TEST(test_store_reception_of_another_place_keeps_its_bytes),
        STORE_TEST(test_store_reception_leads_to_the_later_version),
        STORE_TEST(test_store_reception_is_missed_when_it_is_changed_or_gone),
        cmocka_unit_test(test_version_says_what_became_of_each_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
