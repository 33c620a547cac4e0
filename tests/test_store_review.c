/* Review: sources that are shared and filled in, citations, verdicts, and the events that record them. */
#include "tests/store_fixture.h"

static struct source url_source(const char *url)
{
    return (struct source){.url = str_from(url)};
}

/* Cites `source` for claim 1; what the store made of it is in *source and *citation. */
static bool cite(struct fixture *fixture, struct source *source, struct citation *citation, struct err *err)
{
    struct tracked_claim claim = find_claim(fixture, "1");
    *citation = (struct citation){.quote = STR("a quote"), .reviewer = REVIEWER};
    return store_add_citation(fixture->store, &claim, source, citation, &fixture->arena, err);
}

static void must_cite(struct fixture *fixture, struct source *source)
{
    struct citation citation;
    struct err err = {0};
    if (!cite(fixture, source, &citation, &err))
        fail_msg("%s", err.msg);
}

static void assert_not_cited(struct fixture *fixture, struct source source, const char *message)
{
    struct citation citation;
    struct err err = {0};
    struct source before = source;
    struct str rows = dump_store(fixture);
    assert_false(cite(fixture, &source, &citation, &err));
    assert_int_equal(err.code, ERR_USAGE);
    assert_string_equal(err.msg, message);
    assert_null(citation.id.ptr);
    assert_memory_equal(&source, &before, sizeof(source));
    assert_true(str_eq(rows, dump_store(fixture)));
}

/* ---- citations ---- */

static void test_store_keeps_a_citation_with_its_source(void **state)
{
    struct fixture *fixture = *state;
    struct cited *cited = NULL;
    size_t count = 0;
    struct err err = {0};
    add_article(fixture);
    struct tracked_claim claim = find_claim(fixture, "1");
    struct source source = {.type = STR("report"),
                            .title = STR("Appropriations"),
                            .author = STR("An Office"),
                            .publisher = STR("A Press"),
                            .url = STR("https://example.org/a.pdf"),
                            .archive_url = STR("https://archive.example.org/a"),
                            .published = STR("2025-01-31")};
    struct citation citation = {.stance = STANCE_REFUTES,
                                .quote = STR("a total of $182.8 billion"),
                                .locator = STR("p. 4"),
                                .figure = STR("182.8 billion USD"),
                                .figure_value = STR("182800000000"),
                                .figure_upper = STR("183000000000"),
                                .figure_unit = STR("USD"),
                                .accessed = STR("2025-02-01"),
                                .reviewer = REVIEWER};
    assert_true(store_add_citation(fixture->store, &claim, &source, &citation, &fixture->arena, &err));
    assert_int_equal(source.number, 1);
    assert_int_equal(source.id.len, 36);
    assert_true(str_eq(citation.source, source.id));
    assert_text(citation.at, "2025-02-12T14:03:09Z");
    assert_true(store_citations(fixture->store, &claim, &fixture->arena, &cited, &count, &err));
    assert_int_equal(count, 1);
    struct digest given = record_digest(&citation_fields, &citation);
    struct digest kept = record_digest(&citation_fields, &cited[0].citation);
    assert_true(digest_eq(&given, &kept));
    given = record_digest(&source_fields, &source);
    kept = record_digest(&source_fields, &cited[0].source);
    assert_true(digest_eq(&given, &kept));
    assert_int_equal(find_claim(fixture, "1").state.citations, 1);
    assert_text(faults_of(fixture), "");
}

static void test_store_gives_citations_oldest_first(void **state)
{
    enum { MANY = 20 };
    struct fixture *fixture = *state;
    struct cited *cited = NULL;
    size_t count = 0;
    struct err err = {0};
    add_article(fixture);
    for (int i = 0; i < MANY; i++)
        add_citation(fixture, "1", arena_printf(&fixture->arena, "https://example.org/%d", i).ptr);
    add_citation(fixture, "2", "https://example.org/7");
    struct tracked_claim claim = find_claim(fixture, "1");
    assert_true(store_citations(fixture->store, &claim, &fixture->arena, &cited, &count, &err));
    assert_int_equal(count, MANY);
    for (int i = 0; i < MANY; i++)
        assert_text(cited[i].source.url, arena_printf(&fixture->arena, "https://example.org/%d", i).ptr);
    claim = find_claim(fixture, "3");
    assert_true(store_citations(fixture->store, &claim, &fixture->arena, &cited, &count, &err));
    assert_int_equal(count, 0);
}

/* ---- sources ---- */

static void test_store_uses_a_source_with_the_same_url_again(void **state)
{
    struct fixture *fixture = *state;
    add_article(fixture);
    struct source first = url_source("https://example.org/a"), again = first,
                  other = url_source("https://example.org/b");
    first.title = STR("Appropriations");
    must_cite(fixture, &first);
    must_cite(fixture, &again);
    must_cite(fixture, &other);
    assert_int_equal(again.number, first.number);
    assert_true(str_eq(again.id, first.id));
    assert_text(again.title, "Appropriations");
    assert_text(again.type, "webpage");
    assert_int_equal(other.number, 2);
    assert_int_equal(raw_integer(fixture->path, "SELECT COUNT(*) FROM event WHERE action = 'describe'"), 0);
    assert_text(faults_of(fixture), "");
}

static void test_store_fills_in_what_a_source_lacks(void **state)
{
    struct fixture *fixture = *state;
    add_article(fixture);
    struct source first = url_source("https://example.org/a"), fuller = first, last = first;
    first.title = STR("Appropriations");
    must_cite(fixture, &first);
    fuller.title = STR(""); /* nothing typed: no contradiction */
    fuller.publisher = STR("A Press");
    fuller.published = STR("2025-01-31");
    must_cite(fixture, &fuller);
    assert_int_equal(fuller.number, 1);
    assert_text(fuller.title, "Appropriations");
    must_cite(fixture, &last);
    assert_text(last.publisher, "A Press");
    assert_text(last.published, "2025-01-31");
    assert_int_equal(raw_integer(fixture->path, "SELECT COUNT(*) FROM source"), 1);
    assert_int_equal(raw_integer(fixture->path, "SELECT number FROM event WHERE action = 'describe'"), 3);
    assert_text(faults_of(fixture), "");
}

static void test_store_refuses_a_source_that_contradicts(void **state)
{
    struct fixture *fixture = *state;
    add_article(fixture);
    struct source first = url_source("https://example.org/a"), other = first;
    first.title = STR("Appropriations");
    must_cite(fixture, &first);
    other.publisher = STR("A Press");
    other.title = STR("Expropriations");
    assert_not_cited(fixture, other,
                     "source 1 has the title 'Appropriations', not 'Expropriations'; leave it out, or cite another "
                     "source");
}

static void test_store_knows_a_source_without_url_by_its_description(void **state)
{
    struct fixture *fixture = *state;
    add_article(fixture);
    struct source first = {.type = STR("report"), .title = STR("A Survey"), .published = STR("2024")};
    struct source again = first, other = first, typed = first, linked = first;
    again.publisher = STR("An Office");
    other.author = STR("Somebody");
    typed.type = STR("dataset");
    linked.url = STR("https://example.org/survey");
    must_cite(fixture, &first);
    must_cite(fixture, &again);
    must_cite(fixture, &other);
    must_cite(fixture, &typed);
    must_cite(fixture, &linked);
    assert_int_equal(first.number, 1);
    assert_int_equal(again.number, 1);
    assert_text(again.publisher, "An Office");
    assert_int_equal(other.number, 2);
    assert_int_equal(typed.number, 3);
    assert_int_equal(linked.number, 4);
    again.publisher = STR("Another Office");
    assert_not_cited(fixture, again,
                     "source 1 has the publisher 'An Office', not 'Another Office'; leave it out, or cite another "
                     "source");
}

static void test_store_refuses_a_source_that_names_nothing(void **state)
{
    struct fixture *fixture = *state;
    add_article(fixture);
    struct source source = {.type = STR("report"), .url = STR(""), .published = STR("2024")};
    assert_not_cited(fixture, source, "a source needs a URL, or else a title or an author; give one");
    source.title = STR("caf\xE9");
    assert_not_cited(fixture, source, "the source's 'title' is not UTF-8 at byte 3; convert it first");
}

/* ---- verdicts ---- */

static bool judge(struct fixture *fixture, struct verdict *verdict, struct err *err)
{
    struct tracked_claim claim = find_claim(fixture, "1");
    return store_add_verdict(fixture->store, &claim, verdict, &fixture->arena, err);
}

static void assert_not_judged(struct fixture *fixture, struct verdict verdict, const char *message)
{
    struct err err = {0};
    struct str rows = dump_store(fixture);
    assert_false(judge(fixture, &verdict, &err));
    assert_int_equal(err.code, ERR_USAGE);
    assert_string_equal(err.msg, message);
    assert_null(verdict.id.ptr);
    assert_true(str_eq(rows, dump_store(fixture)));
}

static void test_store_verdict_needs_a_citation_where_its_rating_does(void **state)
{
    struct fixture *fixture = *state;
    add_article(fixture);
    for (int rating = 0; rating < RATING_END; rating++) {
        struct verdict verdict = {.rating = rating, .rationale = STR("So."), .reviewer = REVIEWER};
        struct err err = {0};
        if (rating_needs_citation(rating))
            assert_not_judged(fixture, verdict,
                              arena_printf(&fixture->arena,
                                           "the rating '%s' needs a citation, and claim 1 has none; add one with: "
                                           "assay cite 1 URL --supports (or --refutes, --context)",
                                           ratings.name[rating])
                                  .ptr);
        else
            assert_true(judge(fixture, &verdict, &err));
    }
    add_citation(fixture, "1", "https://example.org/a");
    for (int rating = 0; rating < RATING_END; rating++) {
        add_verdict(fixture, "1", (enum rating)rating);
        assert_int_equal(find_claim(fixture, "1").state.rating, rating);
    }
    assert_text(faults_of(fixture), "");
}

static void test_store_verdict_needs_a_rationale_and_a_reviewer(void **state)
{
    struct fixture *fixture = *state;
    add_article(fixture);
    struct verdict verdict = {.rating = RATING_UNSUPPORTED, .reviewer = REVIEWER};
    assert_not_judged(fixture, verdict, "a verdict needs a rationale; give it with --because TEXT");
    verdict.rationale = STR(" \n\t");
    assert_not_judged(fixture, verdict, "a verdict needs a rationale; give it with --because TEXT");
    verdict.rationale = STR("So.");
    verdict.reviewer = STR_NULL;
    assert_not_judged(fixture, verdict, "a verdict needs a reviewer; set ASSAY_REVIEWER to your name");
    verdict.reviewer = REVIEWER;
    verdict.rating = RATING_END;
    assert_not_judged(fixture, verdict, "the verdict has no 'rating'; give one");
    verdict.rating = RATING_UNSUPPORTED;
    verdict.rationale = (struct str){"a\0b", 3};
    assert_not_judged(fixture, verdict, "the verdict's 'rationale' holds a NUL byte; take it out");
}

static void test_store_verdict_follows_the_one_before(void **state)
{
    struct fixture *fixture = *state;
    struct verdict *verdicts = NULL;
    size_t count = 0;
    struct err err = {0};
    add_article(fixture);
    add_citation(fixture, "1", "https://example.org/a");
    add_verdict(fixture, "1", RATING_ACCURATE);
    add_verdict(fixture, "2", RATING_NOT_CHECKABLE);
    add_verdict(fixture, "1", RATING_OUTDATED);
    struct tracked_claim claim = find_claim(fixture, "1");
    assert_int_equal(claim.state.rating, RATING_OUTDATED);
    assert_true(store_verdicts(fixture->store, &claim, &fixture->arena, &verdicts, &count, &err));
    assert_int_equal(count, 2);
    assert_int_equal(verdicts[0].rating, RATING_ACCURATE);
    assert_int_equal(verdicts[1].rating, RATING_OUTDATED);
    assert_text(verdicts[1].rationale, "It is so.");
    assert_text(verdicts[1].reviewer, REVIEWER.ptr);
    struct store_counts counts;
    assert_true(store_count(fixture->store, &counts, &err));
    assert_int_equal(counts.verdicts, 3);
    assert_int_equal(counts.open, 2);
    assert_int_equal(counts.cited, 1);
    assert_int_equal(counts.by_rating[RATING_OUTDATED], 1);
    assert_int_equal(counts.by_rating[RATING_ACCURATE], 0);
    assert_int_equal(counts.by_rating[RATING_NOT_CHECKABLE], 1);
}

/* ---- history ---- */

static bool note_event(void *ctx, const struct event *event)
{
    buf_printf(ctx, "%lld %s;", (long long)event->number, actions.name[event->action]);
    return true;
}

static void assert_history(struct fixture *fixture, const struct tracked_claim *claim, int64_t limit,
                           const char *expected)
{
    struct buf seen = {0};
    struct err err = {0};
    assert_true(store_events(fixture->store, claim, limit, note_event, &seen, &err));
    assert_text(buf_view(&seen), expected);
    buf_release(&seen);
}

static void test_store_history_of_a_claim_and_of_all(void **state)
{
    struct fixture *fixture = *state;
    add_article(fixture);
    add_citation(fixture, "1", "https://example.org/a");
    add_citation(fixture, "2", "https://example.org/a");
    add_verdict(fixture, "1", RATING_ACCURATE);
    struct tracked_claim one = find_claim(fixture, "1"), two = find_claim(fixture, "2"),
                         three = find_claim(fixture, "3");
    assert_history(fixture, NULL, 0, "1 extract;2 cite;3 cite;4 verdict;");
    assert_history(fixture, &one, 0, "1 extract;2 cite;4 verdict;");
    assert_history(fixture, &two, 0, "1 extract;3 cite;");
    assert_history(fixture, &three, 0, "1 extract;");
    assert_history(fixture, NULL, 2, "3 cite;4 verdict;");
    assert_history(fixture, NULL, 4, "1 extract;2 cite;3 cite;4 verdict;");
    assert_history(fixture, NULL, 9, "1 extract;2 cite;3 cite;4 verdict;");
    assert_history(fixture, &one, 2, "2 cite;4 verdict;");
}

static bool keep_event(void *ctx, const struct event *event)
{
    struct fixture *fixture = ctx;
    assert_int_equal(event->action == ACTION_VERDICT, event->number == 2);
    if (event->number == 1)
        assert_text(event->previous, "");
    struct digest hash = event_hash(event);
    assert_text(event->hash, digest_hex(&fixture->arena, &hash).ptr);
    assert_text(event->reviewer, REVIEWER.ptr);
    json_t *content = json_loadb(event->content.ptr, event->content.len, 0, NULL);
    const char *row = event->number == 1 ? "document" : "verdict";
    assert_non_null(json_object_get(content, row));
    assert_int_equal(strlen(json_string_value(json_object_get(json_object_get(content, "digests"), row))), DIGEST_HEX);
    char *compact = json_dumps(content, JSON_COMPACT | JSON_SORT_KEYS);
    assert_text(event->content, compact);
    free(compact);
    json_decref(content);
    return true;
}

static void test_store_events_tell_what_was_added(void **state)
{
    struct fixture *fixture = *state;
    struct err err = {0};
    add_article(fixture);
    add_verdict(fixture, "1", RATING_UNSUPPORTED);
    assert_true(store_events(fixture->store, NULL, 0, keep_event, fixture, &err));
    assert_int_equal(
        raw_integer(fixture->path,
                    "SELECT b.previous = a.hash FROM event AS a, event AS b WHERE a.number = 1 AND b.number = 2"),
        1);
}

/* A group is one transaction: what fails in it is undone by itself, and without its end nothing was written. */
static void test_store_group_keeps_what_worked(void **state)
{
    struct fixture *fixture = *state;
    struct err err = {0};
    add_article(fixture);
    struct str before = dump_store(fixture);
    struct source one = url_source("https://example.org/1"), bad = {0}, two = url_source("https://example.org/2");
    struct citation citation;
    assert_true(store_begin_group(fixture->store, &err));
    must_cite(fixture, &one);
    assert_false(cite(fixture, &bad, &citation, &err));
    must_cite(fixture, &two);
    assert_true(str_eq(before, dump_store(fixture))); /* as others see it */
    assert_true(store_end_group(fixture->store, &err));
    assert_false(str_eq(before, dump_store(fixture)));
    struct tracked_claim claim = find_claim(fixture, "1");
    assert_int_equal(claim.state.citations, 2);
    assert_true(store_begin_group(fixture->store, &err));
    assert_true(store_end_group(fixture->store, &err));
}

/* A verdict that somebody else gave: it is theirs, and the history says who brought it in. */
static bool see_reviewer(void *ctx, const struct event *event)
{
    *(bool *)ctx = event->action == ACTION_VERDICT && str_eq(event->reviewer, REVIEWER);
    return true;
}

static void test_store_verdict_of_somebody_else(void **state)
{
    struct fixture *fixture = *state;
    struct err err = {0};
    struct verdict verdict = {
        .rating = RATING_UNSUPPORTED, .rationale = STR("r"), .reviewer = STR("C <https://c.x/1>")};
    struct verdict *kept = NULL;
    size_t count = 0;
    bool brought = false;
    add_article(fixture);
    struct tracked_claim claim = find_claim(fixture, "1");
    assert_true(store_add_verdict_by(fixture->store, &claim, &verdict, REVIEWER, &fixture->arena, &err));
    assert_true(store_verdicts(fixture->store, &claim, &fixture->arena, &kept, &count, &err));
    assert_int_equal(count, 1);
    assert_true(str_eq(kept[0].reviewer, STR("C <https://c.x/1>")));
    assert_true(store_events(fixture->store, &claim, 1, see_reviewer, &brought, &err));
    assert_true(brought);
}

int main(void)
{
#define REVIEW_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        REVIEW_TEST(test_store_keeps_a_citation_with_its_source),
        REVIEW_TEST(test_store_gives_citations_oldest_first),
        REVIEW_TEST(test_store_uses_a_source_with_the_same_url_again),
        REVIEW_TEST(test_store_fills_in_what_a_source_lacks),
        REVIEW_TEST(test_store_refuses_a_source_that_contradicts),
        REVIEW_TEST(test_store_knows_a_source_without_url_by_its_description),
        REVIEW_TEST(test_store_refuses_a_source_that_names_nothing),
        REVIEW_TEST(test_store_verdict_needs_a_citation_where_its_rating_does),
        REVIEW_TEST(test_store_verdict_needs_a_rationale_and_a_reviewer),
        REVIEW_TEST(test_store_verdict_follows_the_one_before),
        REVIEW_TEST(test_store_group_keeps_what_worked),
        REVIEW_TEST(test_store_verdict_of_somebody_else),
        REVIEW_TEST(test_store_history_of_a_claim_and_of_all),
        REVIEW_TEST(test_store_events_tell_what_was_added),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
