/* Looking at sources: what became of them since the last look, and where quotes stand in what came. */
#include "tests/store_fixture.h"

#include "cmd/look.h"
#include "tests/http_server.h"

static bool any_address(const unsigned char *address, size_t length)
{
    (void)address, (void)length;
    return true;
}

struct desk {
    struct fixture *fixture;
    struct http_server server;
    struct invocation run;
    struct receive_options options;
    struct extractor *extractor;
    struct looker looker;
};

static void desk_open(struct desk *desk, struct fixture *fixture)
{
    *desk = (struct desk){.fixture = fixture};
    assert_int_equal(http_server_start(&desk->server), 0);
    desk->extractor = extractor_new();
    desk->looker = (struct looker){.run = &desk->run,
                                   .store = fixture->store,
                                   .extractor = desk->extractor,
                                   .options = &desk->options,
                                   .is_public = any_address};
    add_article(fixture);
}

static void desk_close(struct desk *desk)
{
    http_server_stop(&desk->server);
    extractor_free(desk->extractor);
    arena_release(&desk->run.arena);
}

static struct str name_of(struct desk *desk, const char *path)
{
    char url[256];
    return arena_str(&desk->fixture->arena, str_from(http_server_url(&desk->server, path, url, sizeof(url))));
}

/* Cites the address for claim 1, unlooked at. */
static struct source cite(struct desk *desk, struct str url, const char *quote, const char *figure)
{
    struct tracked_claim claim = find_claim(desk->fixture, "1");
    struct source source = {.url = url};
    struct citation citation = {.quote = str_from(quote), .figure = str_from(figure), .reviewer = REVIEWER};
    struct err err = {0};
    struct claim read = {0};
    if (figure) {
        assert_true(extract_figure(desk->extractor, citation.figure, &desk->fixture->arena, &read));
        citation.figure_value = read.value;
        citation.figure_unit = read.unit;
    }
    if (!store_add_citation(desk->fixture->store, &claim, &source, &citation, &desk->fixture->arena, &err))
        fail_msg("%s", err.msg);
    return source;
}

/* One look, kept with what was found. */
static struct look look(struct desk *desk, const struct source *source, struct str name)
{
    struct arena *arena = &desk->fixture->arena;
    struct looked_before before = {0};
    struct look look = {0};
    struct kept_source kept = {0};
    struct document described = {0};
    struct err err = {0};
    assert_true(look_before(&desk->looker, source, arena, &before, &err));
    look_at(&desk->looker, name, &before, arena, &look, &kept, &described);
    look.visit.reviewer = REVIEWER;
    if (look.bytes.ptr)
        assert_true(look_find(&desk->looker, source, &kept, arena, &look, &err));
    if (!store_add_look(desk->fixture->store, source->id, ACTION_RECHECK, &look, arena, &err))
        fail_msg("%s", err.msg);
    return look;
}

static struct evidence evidence_of(struct desk *desk, const struct source *source)
{
    struct source_citation *cited = NULL;
    size_t count = 0;
    struct evidence evidence = {0};
    struct err err = {0};
    struct arena *arena = &desk->fixture->arena;
    assert_true(store_source_citations(desk->fixture->store, source->id, arena, &cited, &count, &err));
    assert_true(count > 0);
    assert_true(store_evidence(desk->fixture->store, &cited[0].citation, source, arena, &evidence, &err));
    return evidence;
}

static void test_look_keeps_a_page_and_finds_its_quote(void **state)
{
    struct desk desk;
    struct err err = {0};
    struct str text = STR_NULL;
    desk_open(&desk, *state);
    struct str url = name_of(&desk, "/page");
    struct source source = cite(&desk, url, "the pool costs $3 million", "3 million USD");
    struct look first = look(&desk, &source, url);
    assert_int_equal(first.visit.outcome, LOOK_KEPT);
    assert_int_equal(first.visit.status, 200);
    assert_text(first.visit.media, "page");
    struct evidence evidence = evidence_of(&desk, &source);
    assert_int_equal(evidence.sighting.quote, PRESENCE_STANDS);
    assert_int_equal(evidence.sighting.figure, PRESENCE_STANDS);
    assert_text(evidence.sighting.figure_literal, "$3 million");
    assert_true(store_kept(desk.fixture->store, &first.visit, KEPT_TEXT, &desk.fixture->arena, &text, &err));
    struct str quoted = str_slice(text, (size_t)evidence.sighting.start, (size_t)evidence.sighting.end);
    assert_true(str_eq(quoted, STR("the pool costs $3 million")));
    assert_true(store_kept(desk.fixture->store, &first.visit, KEPT_BYTES, &desk.fixture->arena, &text, &err));
    quoted = str_slice(text, (size_t)evidence.sighting.origin, (size_t)evidence.sighting.origin_end);
    assert_true(str_eq(quoted, STR("the pool costs $3 million")));
    assert_text(faults_of(desk.fixture), "");
    desk_close(&desk);
}

static void test_look_says_what_became_of_a_source(void **state)
{
    static const struct {
        const char *path;
        enum look_outcome first, second, third;
    } cases[] = {
        {"/page", LOOK_KEPT, LOOK_UNCHANGED, LOOK_UNCHANGED},   /* by its ETag */
        {"/latin1", LOOK_KEPT, LOOK_UNCHANGED, LOOK_UNCHANGED}, /* by its text */
        {"/binary", LOOK_KEPT, LOOK_UNCHANGED, LOOK_UNCHANGED}, /* by its bytes */
        {"/changing", LOOK_KEPT, LOOK_CHANGED, LOOK_CHANGED},   {"/fading", LOOK_KEPT, LOOK_GONE, LOOK_GONE},
        {"/moving", LOOK_KEPT, LOOK_MOVED, LOOK_UNCHANGED}, /* the address that it moved to is known by then */
        {"/status/404", LOOK_GONE, LOOK_GONE, LOOK_GONE},       {"/status/410", LOOK_GONE, LOOK_GONE, LOOK_GONE},
        {"/status/403", LOOK_FAILED, LOOK_FAILED, LOOK_FAILED}, {"/status/503", LOOK_FAILED, LOOK_FAILED, LOOK_FAILED},
        {"/loop", LOOK_FAILED, LOOK_FAILED, LOOK_FAILED},       {"/feed", LOOK_FAILED, LOOK_FAILED, LOOK_FAILED},
    };
    struct desk desk;
    desk_open(&desk, *state);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const enum look_outcome expected[] = {cases[i].first, cases[i].second, cases[i].third};
        struct str url = name_of(&desk, cases[i].path);
        struct source source = cite(&desk, url, "x", NULL);
        for (size_t j = 0; j < 3; j++) {
            struct look one = look(&desk, &source, url);
            if (one.visit.outcome != (int)expected[j])
                fail_msg("%s, look %zu: %s, not %s (%.*s)", cases[i].path, j + 1, look_outcomes.name[one.visit.outcome],
                         look_outcomes.name[expected[j]], STR_ARG(one.visit.note));
        }
    }
    assert_text(faults_of(desk.fixture), "");
    desk_close(&desk);
}

/* What stood in the text that was kept first is shown, and what has become of it. */
static void test_look_tells_a_quote_that_has_gone_with_a_change(void **state)
{
    struct desk desk;
    desk_open(&desk, *state);
    struct str url = name_of(&desk, "/changing");
    struct source source = cite(&desk, url, "The pool costs $1 million", NULL);
    look(&desk, &source, url);
    look(&desk, &source, url);
    struct evidence evidence = evidence_of(&desk, &source);
    assert_int_equal(evidence.visit.number, 1);
    assert_int_equal(evidence.sighting.quote, PRESENCE_STANDS);
    assert_true(evidence.found_last);
    assert_int_equal(evidence.sighting_last.quote, PRESENCE_ABSENT);
    assert_int_equal(evidence.last.outcome, LOOK_CHANGED);
    desk_close(&desk);
}

static void test_look_at_a_file_that_is_gone(void **state)
{
    struct desk desk;
    struct fixture *fixture = *state;
    desk_open(&desk, fixture);
    struct str path = arena_printf(&fixture->arena, "%s/note.txt", fixture->folder);
    struct source source = cite(&desk, STR("https://example.org/note"), "5 percent", "5 percent");
    write_file(path.ptr, "It was 5 percent.", 17);
    assert_int_equal(look(&desk, &source, path).visit.outcome, LOOK_KEPT);
    assert_int_equal(look(&desk, &source, path).visit.outcome, LOOK_UNCHANGED);
    write_file(path.ptr, "It was 15 percent.", 18);
    assert_int_equal(look(&desk, &source, path).visit.outcome, LOOK_CHANGED);
    assert_int_equal(evidence_of(&desk, &source).sighting_last.quote, PRESENCE_ABSENT);
    unlink(path.ptr);
    assert_int_equal(look(&desk, &source, path).visit.outcome, LOOK_GONE);
    assert_int_equal(look(&desk, &source, str_from(fixture->folder)).visit.outcome, LOOK_FAILED);
    desk_close(&desk);
}

/* A PDF: the page. */
static void test_look_in_a_pdf_says_the_page(void **state)
{
    struct desk desk;
    desk_open(&desk, *state);
    struct source source =
        cite(&desk, STR("https://example.org/report"), "9 percent of the wall was rebuilt", "9 percent");
    assert_int_equal(look(&desk, &source, STR("samples/flood-report.pdf")).visit.outcome, LOOK_KEPT);
    struct evidence evidence = evidence_of(&desk, &source);
    assert_int_equal(evidence.sighting.quote, PRESENCE_STANDS);
    assert_text(evidence.sighting.place, "page 2, paragraph 3");
    assert_int_equal(evidence.sighting.origin_end, 0); /* it does not tell */
    desk_close(&desk);
}

/* The same bytes from two sources are kept once. */
static void test_look_keeps_the_same_bytes_once(void **state)
{
    struct desk desk;
    desk_open(&desk, *state);
    struct str one = name_of(&desk, "/page"), other = name_of(&desk, "/status/200");
    struct source first = cite(&desk, one, "x", NULL), second = cite(&desk, other, "x", NULL);
    look(&desk, &first, one);
    int64_t kept = raw_integer(desk.fixture->path, "SELECT COUNT(*) FROM kept");
    look(&desk, &second, other);
    assert_int_equal(raw_integer(desk.fixture->path, "SELECT COUNT(*) FROM kept"), kept);
    assert_int_equal(raw_integer(desk.fixture->path, "SELECT COUNT(*) FROM visit WHERE sha256 IS NOT NULL"), 2);
    desk_close(&desk);
}

/* Doctor finds what was done to looks, to what they kept and to what they found. */
static void test_look_that_was_tampered_with_is_found(void **state)
{
    static const struct {
        const char *sql, *fault;
    } cases[] = {
        {"UPDATE visit SET outcome = 'gone'", "look 1: its digest does not match its row"},
        {"UPDATE visit SET url = 'http://other.example/'", "look 1: its digest does not match its row"},
        {"UPDATE sighting SET quote = 'stands'", "its row is not what event"},
        {"UPDATE sighting SET place = 'page 9'", "its row is not what event"},
        {"DELETE FROM sighting", "what it found of quotes and figures is gone"},
        {"DELETE FROM kept WHERE sha256 = (SELECT text FROM visit)", "look 1: its text can't be used: it is gone"},
        {"UPDATE kept SET packed = x'00' WHERE sha256 = (SELECT sha256 FROM visit)", "look 1: its bytes as received"},
        {"INSERT INTO kept VALUES ('00', x'00')", "the kept text 00 belongs to no look"},
        {"DELETE FROM sighting; DELETE FROM visit", "the look at a source that it recorded is gone"},
        {"UPDATE source SET title = 'Another'", "its digest does not match its row"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct desk desk;
        void *own = NULL;
        set_up(&own);
        desk_open(&desk, own);
        struct str url = name_of(&desk, "/page");
        struct source source = cite(&desk, url, "the pool costs $4 million", NULL);
        look(&desk, &source, url);
        fixture_close(desk.fixture);
        tamper(desk.fixture->path, cases[i].sql);
        fixture_open(desk.fixture);
        assert_holds(faults_of(desk.fixture).ptr, cases[i].fault);
        desk_close(&desk);
        tear_down(&own);
    }
    (void)state;
}

int main(void)
{
#define LOOK_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        LOOK_TEST(test_look_keeps_a_page_and_finds_its_quote),
        LOOK_TEST(test_look_says_what_became_of_a_source),
        LOOK_TEST(test_look_tells_a_quote_that_has_gone_with_a_change),
        LOOK_TEST(test_look_at_a_file_that_is_gone),
        LOOK_TEST(test_look_in_a_pdf_says_the_page),
        LOOK_TEST(test_look_keeps_the_same_bytes_once),
        cmocka_unit_test(test_look_that_was_tampered_with_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
