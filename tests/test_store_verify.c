/* Doctor: every kind of damage is found and named, in the row where it is, and no damage makes it stumble. */
#include <zstd.h>

#include "tests/store_fixture.h"

/* One of everything: a document whose bytes are not its text, five claims, a source that was filled in, and so on. */
static void fill(struct fixture *fixture)
{
    struct document document = {.name = STR("b.md"), .media = MEDIA_MARKDOWN};
    struct intake intake = {&document, STR("# Nothing"), STR("Nothing"), NULL, 0, ACTION_EXTRACT, REVIEWER};
    struct source source = {.url = STR("https://example.org/a"), .publisher = STR("A Press")};
    struct citation citation = {.quote = STR("again"), .reviewer = REVIEWER};
    struct err err = {0};
    int64_t number;
    bool added;
    add_article(fixture);                                                            /* event 1 */
    assert_true(store_add_document(fixture->store, &intake, &number, &added, &err)); /* event 2 */
    add_citation(fixture, "1", "https://example.org/a");                             /* event 3 */
    struct tracked_claim claim = find_claim(fixture, "2");
    assert_true(store_add_citation(fixture->store, &claim, &source, &citation, &fixture->arena, &err)); /* 4 and 5 */
    add_verdict(fixture, "1", RATING_PARTLY);                                                           /* event 6 */
    add_verdict(fixture, "1", RATING_ACCURATE);                                                         /* event 7 */
}

static int set_up_filled(void **state)
{
    set_up(state);
    fill(*state);
    return 0;
}

#define MISCOUNTED "the counts that 'status' shows are not what there is\n"

static void assert_faults(struct fixture *fixture, const char *tampering, const char *expected)
{
    tamper(fixture->path, tampering);
    assert_string_equal(faults_of(fixture).ptr, expected);
}

static void test_store_verify_finds_nothing_in_a_store_that_is_whole(void **state)
{
    assert_text(faults_of(*state), "");
}

/* ---- rows that were changed ---- */

static void test_store_verify_finds_a_changed_claim(void **state)
{
    assert_faults(*state, "UPDATE claim SET value = '190000000000' WHERE number = 1",
                  "claim 1: its digest does not match its row\n");
}

static void test_store_verify_finds_every_changed_field_of_a_claim(void **state)
{
    struct fixture *fixture = *state;
    for (size_t i = 0; i < claim_fields.count; i++) {
        const struct field *field = &claim_fields.field[i];
        const char *value = field->type == FIELD_TEXT      ? "COALESCE(\"%s\", '') || 'x'"
                            : field->type == FIELD_FLAG    ? "1 - \"%s\""
                            : field->type == FIELD_NAME    ? "CASE \"%s\" WHEN 'x' THEN 'y' ELSE 'x' END"
                            : field->type == FIELD_INTEGER ? "\"%s\" + 1"
                                                           : "\"%s\" + 100";
        char expression[128], sql[256];
        if (field->type == FIELD_NUMBER)
            continue; /* the store's own; see the claims' order below */
        char *filled = sqlite3_mprintf(value, field->name);
        snprintf(expression, sizeof(expression), "%s", filled);
        sqlite3_free(filled);
        snprintf(sql, sizeof(sql), "UPDATE claim SET \"%s\" = %s WHERE number = 4", field->name, expression);
        tamper(fixture->path, sql);
        assert_holds(faults_of(fixture).ptr, "claim 4: its ");
        /* Put back, so that the next one is alone. */
        fixture_close(fixture);
        unlink(fixture->path);
        fixture_open(fixture);
        fill(fixture);
    }
}

static void test_store_verify_finds_a_changed_document(void **state)
{
    assert_faults(*state, "UPDATE document SET title = 'Another article' WHERE number = 1",
                  "document 1: its digest does not match its row\n");
}

static void test_store_verify_finds_a_changed_citation(void **state)
{
    assert_faults(*state, "UPDATE citation SET quote = 'a total of $82.8 billion' WHERE event = 3",
                  "claim 1, citation of event 3: its digest does not match its row\n");
}

static void test_store_verify_finds_a_changed_verdict(void **state)
{
    assert_faults(*state, "UPDATE verdict SET rationale = 'It is not so.' WHERE event = 7",
                  "claim 1, verdict of event 7: its digest does not match its row\n");
}

static void test_store_verify_finds_a_changed_source(void **state)
{
    assert_faults(*state, "UPDATE source SET publisher = 'Another Press'",
                  "source 1: its digest does not match its row\n");
}

static void test_store_verify_finds_a_rating_that_no_program_knows(void **state)
{
    assert_faults(*state, "UPDATE verdict SET rating = 'perfect' WHERE event = 6",
                  "claim 1, verdict of event 6: its 'rating' is 'perfect', which this program does not know\n");
}

static void test_store_verify_finds_listings_that_show_something_else(void **state)
{
    assert_faults(
        *state,
        "UPDATE standing SET state = 'inaccurate' WHERE claim_number = 1;"
        "UPDATE standing SET cited = 0 WHERE claim_number = 2; UPDATE standing SET rank = 0 WHERE claim_number "
        "= 3; UPDATE standing SET claim_kind = 'money' WHERE claim_number = 4;"
        "UPDATE standing SET document_number = 2 WHERE claim_number = 5",
        "claim 1: listings do not show it as it stands\nclaim 2: listings do not show it as it stands\n"
        "claim 3: listings do not show it as it stands\nclaim 4: listings do not show it as it stands\n"
        "claim 5: listings do not show it as it stands\n" MISCOUNTED);
}

static void test_store_verify_finds_a_claim_that_no_listing_shows(void **state)
{
    assert_faults(*state, "DELETE FROM standing WHERE claim_number = 3",
                  "claim 3: listings do not show it as it stands\n" MISCOUNTED);
}

static void test_store_verify_finds_counts_that_are_not_so(void **state)
{
    assert_faults(*state, "UPDATE tally SET amount = amount + 1 WHERE claim_kind = 'money'", MISCOUNTED);
    assert_faults(*state, "UPDATE tally SET amount = amount - 1 WHERE claim_kind = 'money'", "");
    assert_faults(*state, "UPDATE total SET amount = 7 WHERE counted = 'verdict'", MISCOUNTED);
}

static void test_store_verify_finds_a_claim_that_no_search_finds(void **state)
{
    assert_faults(*state,
                  "INSERT INTO finder (finder, rowid, sentence, speaker, kind, name) SELECT 'delete', (100 - score) * "
                  "1099511627776 + number, sentence, speaker, kind, 'x' FROM claim WHERE number = 2",
                  "claim 2: a search does not find it by its words\n");
}

static void test_store_verify_finds_what_a_search_should_not_find(void **state)
{
    assert_faults(*state, "INSERT INTO finder (rowid, sentence, kind) VALUES (1, 'a word', 'money')",
                  "a search finds a claim that is not there, or more than one\n");
}

/* ---- rows that were changed together with their digest ---- */

/* The digest of claim 4 with another value, as somebody would work it out who has this program's source. */
static struct str digest_of_changed_claim(struct fixture *fixture)
{
    struct claim claim = find_claim(fixture, "4").claim;
    claim.value = STR("13000");
    struct digest digest = claim_digest(&claim);
    return digest_hex(&fixture->arena, &digest);
}

static void test_store_verify_finds_a_claim_changed_with_its_digest(void **state)
{
    struct fixture *fixture = *state;
    struct str digest = digest_of_changed_claim(fixture);
    const char *sql =
        arena_printf(&fixture->arena, "UPDATE claim SET value = '13000', digest = '%s' WHERE number = 4", digest.ptr)
            .ptr;
    assert_faults(fixture, sql, "document 1: its claims are not those that event 1 recorded\n");
}

static void test_store_verify_finds_a_verdict_changed_with_its_digest(void **state)
{
    struct fixture *fixture = *state;
    struct verdict *verdicts = NULL;
    size_t count = 0;
    struct err err = {0};
    struct tracked_claim claim = find_claim(fixture, "1");
    assert_true(store_verdicts(fixture->store, &claim, &fixture->arena, &verdicts, &count, &err));
    verdicts[1].rationale = STR("It is not so.");
    struct digest digest = record_digest(&verdict_fields, &verdicts[1]);
    const char *sql =
        arena_printf(&fixture->arena, "UPDATE verdict SET rationale = 'It is not so.', digest = '%s' WHERE event = 7",
                     digest_hex(&fixture->arena, &digest).ptr)
            .ptr;
    assert_faults(fixture, sql, "claim 1, verdict of event 7: its row is not what event 7 recorded\n");
}

static void test_store_verify_finds_a_verdict_moved_to_another_claim(void **state)
{
    assert_faults(*state,
                  "UPDATE verdict SET claim = (SELECT id FROM claim WHERE number = 2) WHERE event = 7;"
                  "UPDATE standing SET state = 'accurate' WHERE claim_number = 2;"
                  "UPDATE standing SET state = 'partly' WHERE claim_number = 1",
                  "claim 2, verdict of event 7: its row is not what event 7 recorded\n" MISCOUNTED
                  "event 7: the verdict that it recorded is gone\n");
}

/* ---- texts ---- */

static void put_body(struct fixture *fixture, const void *bytes, size_t len)
{
    sqlite3 *raw = raw_open(fixture->path);
    sqlite3_stmt *stmt = NULL;
    raw_run(raw, "DROP TRIGGER body_is_kept_as_it_is");
    assert_int_equal(sqlite3_prepare_v2(raw,
                                        "UPDATE body SET packed = $1 WHERE form = 'text' AND document = "
                                        "(SELECT id FROM document WHERE number = 1)",
                                        -1, &stmt, NULL),
                     SQLITE_OK);
    sqlite3_bind_blob(stmt, 1, bytes, (int)len, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(stmt), SQLITE_DONE);
    sqlite3_finalize(stmt);
    raw_run(raw, "CREATE TRIGGER body_is_kept_as_it_is BEFORE UPDATE ON body "
                 "BEGIN SELECT RAISE(ABORT, 'a body is never changed'); END");
    sqlite3_close(raw);
}

static void test_store_verify_finds_another_text(void **state)
{
    struct fixture *fixture = *state;
    char packed[1024];
    struct str changed = STR("The U.S. has committed more than $190 billion to the war.");
    put_body(fixture, packed, ZSTD_compress(packed, sizeof(packed), changed.ptr, changed.len, 3));
    assert_text(faults_of(fixture), "document 1: its text can't be used: it does not match its digest\n");
    struct str text = STR_NULL;
    struct err err = {0};
    struct tracked_claim claim = find_claim(fixture, "1");
    assert_false(store_document_text(fixture->store, claim.state.document, &fixture->arena, &text, &err));
    assert_int_equal(err.code, ERR_STORE);
    assert_string_equal(err.msg,
                        "the text of document 1 can't be used; run: assay doctor: it does not match its digest");
}

static void test_store_verify_finds_bytes_that_are_no_packed_text(void **state)
{
    struct fixture *fixture = *state;
    put_body(fixture, "", 0);
    assert_text(faults_of(fixture), "document 1: its text can't be used: it is not packed as this program packs\n");
    put_body(fixture, "\x28\xB5\x2F\xFD", 4);
    assert_text(faults_of(fixture), "document 1: its text can't be used: it is not packed as this program packs\n");
}

/* A frame of a few bytes that says that it becomes a terabyte: no memory is taken for it. */
static void test_store_verify_is_not_taken_in_by_a_bomb(void **state)
{
    static const unsigned char bomb[] = {0x28, 0xB5, 0x2F, 0xFD, 0xE0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0};
    struct fixture *fixture = *state;
    put_body(fixture, bomb, sizeof(bomb));
    assert_text(faults_of(fixture), "document 1: its text can't be used: it says that it has 1099511627776 bytes, more "
                                    "than the 268435456 that a document may have\n");
}

static void test_store_verify_finds_a_text_that_is_gone(void **state)
{
    assert_faults(*state, "DELETE FROM body WHERE form = 'received'",
                  "document 2: its bytes as received can't be used: it is gone\n");
}

static void test_store_verify_finds_a_literal_that_is_not_in_the_text(void **state)
{
    struct fixture *fixture = *state;
    struct claim claim = find_claim(fixture, "1").claim;
    struct digest text = digest_of(STR(ARTICLE));
    claim.literal = STR("more than $190 billion");
    struct digest id = claim_identity(&text, &claim);
    claim.id = digest_hex(&fixture->arena, &id);
    struct digest digest = claim_digest(&claim);
    tamper(fixture->path, arena_printf(&fixture->arena,
                                       "UPDATE claim SET literal = 'more than $190 billion', id = '%s', digest = '%s' "
                                       "WHERE number = 1",
                                       claim.id.ptr, digest_hex(&fixture->arena, &digest).ptr)
                              .ptr);
    assert_holds(faults_of(fixture).ptr, "claim 1: its literal is not the text at its span\n");
}

static void test_store_verify_copes_with_impossible_spans(void **state)
{
    struct fixture *fixture = *state;
    static const char *const spans[] = {"-1", "9223372036854775807", "-9223372036854775808"};
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < 3; j++) {
            struct claim claim = find_claim(fixture, "3").claim;
            struct digest text = digest_of(STR(ARTICLE));
            claim.start = strtoll(spans[i], NULL, 10);
            claim.end = strtoll(spans[j], NULL, 10);
            struct digest id = claim_identity(&text, &claim);
            claim.id = digest_hex(&fixture->arena, &id);
            struct digest digest = claim_digest(&claim);
            tamper(
                fixture->path,
                arena_printf(&fixture->arena,
                             "UPDATE claim SET \"start\" = %s, \"end\" = %s, id = '%s', digest = '%s' WHERE number = 3",
                             spans[i], spans[j], claim.id.ptr, digest_hex(&fixture->arena, &digest).ptr)
                    .ptr);
            assert_holds(faults_of(fixture).ptr, "claim 3: its literal is not the text at its span\n");
        }
}

/* ---- claims that were added, taken away or moved ---- */

static void test_store_verify_finds_a_claim_that_was_taken_away(void **state)
{
    assert_faults(*state, "DELETE FROM claim WHERE number = 5; DELETE FROM standing WHERE claim_number = 5",
                  "document 1: it has 4 claims, but 5 were found in it when it was taken in\n" MISCOUNTED
                  "a search finds a claim that is not there, or more than one\n");
}

static void test_store_verify_finds_claims_in_another_order(void **state)
{
    assert_faults(*state,
                  "UPDATE claim SET number = 99 WHERE number = 2; UPDATE claim SET number = 2 WHERE number = 3;"
                  "UPDATE claim SET number = 3 WHERE number = 99; UPDATE standing SET cited = claim_number = 3 "
                  "WHERE claim_number IN (2, 3)",
                  "document 1: its claims are not those that event 1 recorded\n"
                  "claim 2: a search does not find it by its words\n"
                  "claim 3: a search does not find it by its words\n");
}

/* ---- the chain ---- */

static void test_store_verify_finds_a_changed_event(void **state)
{
    assert_faults(*state, "UPDATE event SET reviewer = 'Somebody Else' WHERE number = 4",
                  "event 4: its hash does not match its row\n");
}

/* Works out an event's hash anew, as somebody would who changed it; those after it still tell. */
static const char *rehash(struct fixture *fixture, int64_t number, const char *reviewer)
{
    sqlite3 *raw = raw_open(fixture->path);
    sqlite3_stmt *stmt = NULL;
    struct str column[10];
    assert_int_equal(sqlite3_prepare_v2(raw, "SELECT * FROM event WHERE number = $1", -1, &stmt, NULL), SQLITE_OK);
    sqlite3_bind_int64(stmt, 1, number);
    assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
    for (int i = 0; i < 10; i++)
        column[i] = arena_str(&fixture->arena, str_from((const char *)sqlite3_column_text(stmt, i)));
    sqlite3_finalize(stmt);
    sqlite3_close(raw);
    struct event event = {.number = number,
                          .id = column[1],
                          .at = column[2],
                          .reviewer = str_from(reviewer),
                          .document = column[5],
                          .claim = column[6],
                          .content = column[7],
                          .previous = column[8]};
    assert_true(names_find(&actions, column[4], &event.action));
    struct digest hash = event_hash(&event);
    return arena_printf(&fixture->arena, "UPDATE event SET reviewer = '%s', hash = '%s' WHERE number = %lld", reviewer,
                        digest_hex(&fixture->arena, &hash).ptr, (long long)number)
        .ptr;
}

static void test_store_verify_finds_an_event_changed_with_its_hash(void **state)
{
    assert_faults(*state, rehash(*state, 4, "Somebody Else"),
                  "event 5: its hash does not follow from the event before it\n");
}

static void test_store_verify_finds_an_event_taken_out(void **state)
{
    assert_faults(*state, "DELETE FROM event WHERE number = 6; DELETE FROM verdict WHERE event = 6",
                  MISCOUNTED "event 7: the event before it is missing\n");
}

static void test_store_verify_finds_that_the_last_event_is_gone(void **state)
{
    assert_faults(*state, "DELETE FROM event WHERE number = 7",
                  "table 'verdict', row 2: the event that it belongs to is gone\n"
                  "claim 1, verdict of event 7: the event 7 that it came with is missing\n");
}

static void test_store_verify_finds_an_event_whose_row_is_gone(void **state)
{
    struct fixture *fixture = *state;
    assert_faults(fixture, "DELETE FROM verdict WHERE event = 6",
                  MISCOUNTED "event 6: the verdict that it recorded is gone\n");
    assert_faults(fixture, "DELETE FROM citation WHERE event = 5; UPDATE standing SET cited = 0 WHERE claim_number = 2",
                  MISCOUNTED
                  "event 5: the citation that it recorded is gone\nevent 6: the verdict that it recorded is gone\n");
}

static void test_store_verify_finds_a_document_that_is_gone(void **state)
{
    assert_faults(*state,
                  "DELETE FROM body WHERE document = (SELECT id FROM document WHERE number = 2);"
                  "DELETE FROM document WHERE number = 2",
                  "event 2: the document that it recorded is gone\n");
}

/* Reviewers know claims and documents by their numbers; no digest holds those of claims, and no event vouches for them. */
static void test_store_verify_finds_numbers_that_were_changed(void **state)
{
    struct fixture *fixture = *state;
    assert_faults(fixture,
                  "UPDATE claim SET number = number + 10; UPDATE standing SET claim_number = claim_number + 10",
                  "document 1: its claims do not have the numbers that they were given\n"
                  "claim 11: a search does not find it by its words\n"
                  "claim 12: a search does not find it by its words\n"
                  "claim 13: a search does not find it by its words\n"
                  "claim 14: a search does not find it by its words\n"
                  "claim 15: a search does not find it by its words\n");
    assert_faults(fixture,
                  "UPDATE claim SET number = number - 10; UPDATE standing SET claim_number = claim_number - 10;"
                  "UPDATE claim SET number = 9223372036854775807 WHERE number = 5;"
                  "UPDATE standing SET claim_number = 9223372036854775807 WHERE claim_number = 5",
                  "document 1: its claims do not have the numbers that they were given\n"
                  "claim 9223372036854775807: a search does not find it by its words\n");
}

static void test_store_verify_finds_documents_that_changed_places(void **state)
{
    assert_faults(*state,
                  "UPDATE document SET number = -1 WHERE number = 1; UPDATE document SET number = 1 WHERE number = 2;"
                  "UPDATE document SET number = 2 WHERE number = -1; UPDATE standing SET document_number = 2",
                  "document 2: it does not have the number that it was given\n");
}

static void test_store_verify_finds_a_gap_before_a_document(void **state)
{
    assert_faults(*state, "UPDATE document SET number = 9223372036854775807 WHERE number = 2",
                  "document 9223372036854775807: the document before it is missing\n");
}

static void test_store_verify_finds_a_text_that_nobody_took_in(void **state)
{
    assert_faults(*state, "INSERT INTO body SELECT id, 'received', x'00' FROM document WHERE number = 1",
                  "document 1: it has another text beside the one that was taken in\n");
}

static void test_store_verify_finds_a_source_set_back(void **state)
{
    struct fixture *fixture = *state;
    struct source source = {0};
    struct cited *cited = NULL;
    size_t count = 0;
    struct err err = {0};
    struct tracked_claim claim = find_claim(fixture, "1");
    assert_true(store_citations(fixture->store, &claim, &fixture->arena, &cited, &count, &err));
    source = cited[0].source;
    source.publisher = STR_NULL; /* as it was before event 4 filled it in */
    struct digest digest = record_digest(&source_fields, &source);
    assert_faults(fixture,
                  arena_printf(&fixture->arena, "UPDATE source SET publisher = NULL, event = 3, digest = '%s'",
                               digest_hex(&fixture->arena, &digest).ptr)
                      .ptr,
                  "event 4: what it recorded of a source is not in the source\n");
}

static void test_store_verify_finds_an_inserted_event(void **state)
{
    assert_faults(*state,
                  "INSERT INTO event SELECT 8, 'x', at, reviewer, action, document, claim, content, previous, hash "
                  "FROM event WHERE number = 7",
                  "event 8: its hash does not follow from the event before it\n"
                  "event 8: its hash does not match its row\nevent 8: the verdict that it recorded is gone\n");
}

static void test_store_verify_finds_a_verdict_without_event(void **state)
{
    assert_faults(*state,
                  "INSERT INTO verdict SELECT 'x', rating, rationale, reviewer, at, document, claim, 8, digest "
                  "FROM verdict WHERE event = 7",
                  "table 'verdict', row 3: the event that it belongs to is gone\n"
                  "claim 1, verdict of event 8: its digest does not match its row\n" MISCOUNTED);
}

static void test_store_verify_finds_an_action_that_no_program_knows(void **state)
{
    assert_faults(*state, "UPDATE event SET action = 'forget' WHERE number = 1",
                  "document 1: the event 1 that it came with is missing\n"
                  "event 1: its 'action' is 'forget', which this program does not know\n");
}

static void test_store_verify_copes_with_content_that_is_no_json(void **state)
{
    static const char *const contents[] = {"", "[[[[[[", "{\"digests\":[]}", "{\"digests\":{\"verdict\":7}}", "null"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof(contents) / sizeof(contents[0]); i++)
        assert_faults(
            fixture, arena_printf(&fixture->arena, "UPDATE event SET content = '%s' WHERE number = 7", contents[i]).ptr,
            "claim 1, verdict of event 7: its row is not what event 7 recorded\n"
            "event 7: its hash does not match its row\n");
}

/* ---- the file ---- */

static void test_store_verify_finds_a_guard_that_is_gone(void **state)
{
    struct fixture *fixture = *state;
    sqlite3 *raw = raw_open(fixture->path);
    raw_run(raw, "DROP TRIGGER verdict_is_kept; DROP TRIGGER claim_is_kept;"
                 "CREATE TRIGGER claim_is_kept BEFORE DELETE ON claim BEGIN SELECT 1; END;"
                 "CREATE TABLE notes (words TEXT)");
    sqlite3_close(raw);
    assert_text(faults_of(fixture), "the table 'notes' is no part of a store\n"
                                    "the trigger 'claim_is_kept' is not as this program makes it\n"
                                    "the trigger 'verdict_is_kept' is missing from the store\n");
}

static void test_store_verify_finds_values_of_the_wrong_kind(void **state)
{
    struct fixture *fixture = *state;
    tamper(fixture->path, "PRAGMA ignore_check_constraints = ON; UPDATE claim SET quoted = 2 WHERE number = 2");
    struct str faults = faults_of(fixture);
    assert_holds(faults.ptr, "the file is damaged: CHECK constraint failed in claim\n");
    assert_holds(faults.ptr, "claim 2: its 'quoted' is '2', which this program does not know\n");
}

static bool ignore_claim(void *ctx, const struct tracked_claim *claim)
{
    (void)ctx;
    return claim->claim.number != 0;
}

static void ignore_fault(void *ctx, const char *fault)
{
    ++*(size_t *)ctx;
    assert_true(strlen(fault) > 0);
}

/* Looks at everything in a file that may be anything; returns how many faults were told, or 1 where it was refused. */
static size_t look_at(const char *path, struct arena *arena)
{
    struct store *store = NULL;
    struct err err = {0};
    size_t faults = 0;
    if (!store_open(path, false, &store, &err))
        return 1;
    if (!store_verify(store, ignore_fault, &faults, &err))
        faults++;
    struct tracked_claim claim = {0};
    struct cited *cited;
    struct verdict *verdicts;
    size_t count;
    store_claims(store, &(struct claim_filter){.kinds = ~0U}, ignore_claim, NULL, &err);
    if (store_find_claim(store, STR("1"), arena, &claim, &err)) {
        store_citations(store, &claim, arena, &cited, &count, &err);
        store_verdicts(store, &claim, arena, &verdicts, &count, &err);
    }
    store_close(store);
    return faults;
}

/* Bytes changed anywhere in the file: no crash and no hang; and most of them are noticed. */
static void test_store_verify_copes_with_bytes_changed_anywhere(void **state)
{
    enum { ROUNDS = 300 };
    struct fixture *fixture = *state;
    size_t len, noticed = 0;
    uint64_t random = 42;
    add_series(fixture, "rain", NULL);
    fixture_close(fixture);
    char *whole = file_content(fixture->path, &len);
    char *damaged = mem_alloc(len);
    for (int round = 0; round < ROUNDS; round++) {
        memcpy(damaged, whole, len);
        for (int i = 0; i < 1 + round % 4; i++) {
            random = random * 6364136223846793005U + 1442695040888963407U;
            damaged[(random >> 33) % len] ^= (char)(1 << (random >> 61));
        }
        write_file(fixture->path, damaged, len);
        noticed += look_at(fixture->path, &fixture->arena) > 0;
        arena_reset(&fixture->arena);
    }
    assert_true(noticed > ROUNDS / 6); /* much of so small a file is unused space */
    free(whole);
    free(damaged);
}

static void test_store_verify_copes_with_a_file_cut_short(void **state)
{
    struct fixture *fixture = *state;
    size_t len;
    fixture_close(fixture);
    char *whole = file_content(fixture->path, &len);
    for (size_t cut = 0; cut < len; cut += 2731) {
        write_file(fixture->path, whole, cut);
        assert_true(look_at(fixture->path, &fixture->arena) > 0);
    }
    free(whole);
}

int main(void)
{
#define VERIFY_TEST(name) cmocka_unit_test_setup_teardown(name, set_up_filled, tear_down)
    const struct CMUnitTest tests[] = {
        VERIFY_TEST(test_store_verify_finds_nothing_in_a_store_that_is_whole),
        VERIFY_TEST(test_store_verify_finds_a_changed_claim),
        VERIFY_TEST(test_store_verify_finds_every_changed_field_of_a_claim),
        VERIFY_TEST(test_store_verify_finds_a_changed_document),
        VERIFY_TEST(test_store_verify_finds_a_changed_citation),
        VERIFY_TEST(test_store_verify_finds_a_changed_verdict),
        VERIFY_TEST(test_store_verify_finds_a_changed_source),
        VERIFY_TEST(test_store_verify_finds_a_rating_that_no_program_knows),
        VERIFY_TEST(test_store_verify_finds_listings_that_show_something_else),
        VERIFY_TEST(test_store_verify_finds_a_claim_that_no_listing_shows),
        VERIFY_TEST(test_store_verify_finds_counts_that_are_not_so),
        VERIFY_TEST(test_store_verify_finds_a_claim_that_no_search_finds),
        VERIFY_TEST(test_store_verify_finds_what_a_search_should_not_find),
        VERIFY_TEST(test_store_verify_finds_a_claim_changed_with_its_digest),
        VERIFY_TEST(test_store_verify_finds_a_verdict_changed_with_its_digest),
        VERIFY_TEST(test_store_verify_finds_a_verdict_moved_to_another_claim),
        VERIFY_TEST(test_store_verify_finds_another_text),
        VERIFY_TEST(test_store_verify_finds_bytes_that_are_no_packed_text),
        VERIFY_TEST(test_store_verify_is_not_taken_in_by_a_bomb),
        VERIFY_TEST(test_store_verify_finds_a_text_that_is_gone),
        VERIFY_TEST(test_store_verify_finds_a_literal_that_is_not_in_the_text),
        VERIFY_TEST(test_store_verify_copes_with_impossible_spans),
        VERIFY_TEST(test_store_verify_finds_a_claim_that_was_taken_away),
        VERIFY_TEST(test_store_verify_finds_claims_in_another_order),
        VERIFY_TEST(test_store_verify_finds_a_changed_event),
        VERIFY_TEST(test_store_verify_finds_an_event_changed_with_its_hash),
        VERIFY_TEST(test_store_verify_finds_an_event_taken_out),
        VERIFY_TEST(test_store_verify_finds_that_the_last_event_is_gone),
        VERIFY_TEST(test_store_verify_finds_an_event_whose_row_is_gone),
        VERIFY_TEST(test_store_verify_finds_a_document_that_is_gone),
        VERIFY_TEST(test_store_verify_finds_numbers_that_were_changed),
        VERIFY_TEST(test_store_verify_finds_documents_that_changed_places),
        VERIFY_TEST(test_store_verify_finds_a_gap_before_a_document),
        VERIFY_TEST(test_store_verify_finds_a_text_that_nobody_took_in),
        VERIFY_TEST(test_store_verify_finds_a_source_set_back),
        VERIFY_TEST(test_store_verify_finds_an_inserted_event),
        VERIFY_TEST(test_store_verify_finds_a_verdict_without_event),
        VERIFY_TEST(test_store_verify_finds_an_action_that_no_program_knows),
        VERIFY_TEST(test_store_verify_copes_with_content_that_is_no_json),
        VERIFY_TEST(test_store_verify_finds_a_guard_that_is_gone),
        VERIFY_TEST(test_store_verify_finds_values_of_the_wrong_kind),
        VERIFY_TEST(test_store_verify_copes_with_bytes_changed_anywhere),
        VERIFY_TEST(test_store_verify_copes_with_a_file_cut_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
