/* The store: taking documents in, all or nothing and once; giving their texts back; and the guards of its rows. */
#include "storage/schema.h"
#include "storage/sql.h"
#include "tests/store_fixture.h"

static void test_store_takes_in_a_document_with_its_claims(void **state)
{
    struct fixture *fixture = *state;
    struct document document = {0};
    struct store_counts counts;
    struct err err = {0};
    add_article(fixture);
    assert_true(store_find_document(fixture->store, 1, &fixture->arena, &document, &err));
    assert_text(document.name, "article.txt");
    assert_text(document.title, "An article");
    assert_text(document.added_at, "2025-02-12T14:03:09Z");
    assert_text(document.added_by, "Rae Viewer <rae@example.org>");
    assert_int_equal(document.claims, ARTICLE_CLAIMS);
    assert_int_equal(document.bytes, strlen(ARTICLE));
    assert_true(store_count(fixture->store, &counts, &err));
    assert_int_equal(counts.documents, 1);
    assert_int_equal(counts.claims, 4);
    assert_int_equal(counts.background, 1);
    assert_int_equal(counts.open, 4);
    assert_int_equal(counts.events, 1);
    assert_text(faults_of(fixture), "");
}

static void test_store_gives_a_claim_back_field_by_field(void **state)
{
    struct fixture *fixture = *state;
    struct str text = STR(ARTICLE);
    struct claim claim = claim_on(text, "12,000", KIND_COUNT, 42);
    struct err err = {0};
    bool added = false;
    /* Every field gets a value of its own, so that two that change places show. */
    for (size_t i = 0; i < claim_fields.count; i++) {
        const struct field *field = &claim_fields.field[i];
        char *at = (char *)&claim + field->offset;
        if (field->type == FIELD_TEXT && strcmp(field->name, "literal") != 0)
            *(struct str *)at = arena_printf(&fixture->arena, "text of %s", field->name);
        else if (field->type == FIELD_INTEGER && strcmp(field->name, "start") != 0 && strcmp(field->name, "end") != 0)
            *(int64_t *)at = 1000 + (int64_t)i;
    }
    claim.quoted = true;
    claim.relation = RELATION_BARELY;
    claim.direction = DIRECTION_DOWN;
    claim.modality = MODALITY_FORECAST;
    assert_true(add_text(fixture, text, &claim, 1, &added, &err));
    struct claim found = find_claim(fixture, "1").claim;
    for (size_t i = 0; i < claim_fields.count; i++) {
        const struct field *field = &claim_fields.field[i];
        struct str given = record_text(field, &claim, &fixture->arena);
        struct str kept = record_text(field, &found, &fixture->arena);
        if (strcmp(field->name, "id") != 0 && strcmp(field->name, "number") != 0 && !str_eq(given, kept))
            fail_msg("'%s' went in as '%s' and came out as '%s'", field->name, given.ptr, kept.ptr);
    }
    assert_int_equal(found.number, 1);
    assert_int_equal(found.id.len, DIGEST_HEX);
}

static void test_store_keeps_null_and_empty_apart(void **state)
{
    struct fixture *fixture = *state;
    struct str text = STR(ARTICLE);
    struct claim claim = claim_on(text, "12,000", KIND_COUNT, 42);
    struct err err = {0};
    bool added = false;
    claim.prefix = STR("");
    assert_true(add_text(fixture, text, &claim, 1, &added, &err));
    struct claim found = find_claim(fixture, "1").claim;
    assert_non_null(found.prefix.ptr);
    assert_int_equal(found.prefix.len, 0);
    assert_null(found.suffix.ptr);
    assert_text(faults_of(fixture), "");
}

static void test_store_extracting_twice_adds_nothing(void **state)
{
    struct fixture *fixture = *state;
    struct claim claims[ARTICLE_CLAIMS];
    struct err err = {0};
    bool added = true;
    add_article(fixture);
    add_citation(fixture, "1", "https://example.org/a");
    add_verdict(fixture, "1", RATING_ACCURATE);
    struct str before = dump_store(fixture);
    article_claims(STR(ARTICLE), claims);
    claims[0].score = 1; /* a later version that sees it otherwise must not change what is there */
    assert_true(add_text(fixture, STR(ARTICLE), claims, 2, &added, &err));
    assert_false(added);
    assert_true(str_eq(before, dump_store(fixture)));
}

static void test_store_finds_a_text_by_its_digest(void **state)
{
    struct fixture *fixture = *state;
    struct err err = {0};
    struct digest known = digest_of(STR(ARTICLE)), other = digest_of(STR("It cost 7 dollars."));
    int64_t number = 77;
    bool found = true;
    add_article(fixture);
    assert_true(store_find_text(fixture->store, digest_hex(&fixture->arena, &other), &number, &found, &err));
    assert_false(found);
    assert_int_equal(number, 77);
    assert_true(store_find_text(fixture->store, digest_hex(&fixture->arena, &known), &number, &found, &err));
    assert_true(found);
    assert_int_equal(number, 1);
}

static void test_store_adds_nothing_of_an_intake_that_fails(void **state)
{
    struct fixture *fixture = *state;
    struct str text = STR("It cost 7 dollars, then 8 dollars.");
    struct claim claims[3];
    struct err err = {0};
    bool added = true;
    add_article(fixture);
    struct str before = dump_store(fixture);
    claims[0] = claim_on(text, "7 dollars", KIND_MONEY, 50);
    claims[1] = claim_on(text, "8 dollars", KIND_MONEY, 50);
    claims[2] = claims[1]; /* the same claim twice: refused when the first two are written already */
    assert_false(add_text(fixture, text, claims, 3, &added, &err));
    assert_int_equal(err.code, ERR_STORE);
    assert_true(str_eq(before, dump_store(fixture)));
    /* And the store goes on: the numbers have no gap. */
    assert_true(add_text(fixture, text, claims, 2, &added, &err));
    assert_int_equal(find_claim(fixture, "6").claim.number, 6);
    assert_text(faults_of(fixture), "");
}

static void test_store_refuses_a_figure_that_the_text_does_not_have(void **state)
{
    struct fixture *fixture = *state;
    struct str text = STR("It cost 7 dollars.");
    struct claim claim = claim_on(text, "7 dollars", KIND_MONEY, 50);
    struct err err = {0};
    bool added = true;
    claim.literal = STR("9 dollars");
    assert_false(add_text(fixture, text, &claim, 1, &added, &err));
    assert_int_equal(err.code, ERR_INPUT);
    assert_string_equal(err.msg, "'9 dollars' is not what the document's text has at byte 8");
    claim = claim_on(text, "7 dollars", KIND_MONEY, 50);
    claim.end = INT64_MAX;
    assert_false(add_text(fixture, text, &claim, 1, &added, &err));
    assert_int_equal(raw_integer(fixture->path, "SELECT COUNT(*) FROM event"), 0);
}

static void test_store_gives_bytes_and_text_back_as_they_were(void **state)
{
    struct fixture *fixture = *state;
    struct document document = {.name = STR("a.md"), .media = MEDIA_MARKDOWN}, found = {0};
    struct str bytes = STR("\xEF\xBB\xBF# Head\n"), text = STR("Head\n"), got = STR_NULL;
    struct intake intake = {.document = &document, .bytes = bytes, .text = text, .action = ACTION_EXTRACT};
    struct err err = {0};
    int64_t number = 0;
    bool added = false;
    assert_true(store_add_document(fixture->store, &intake, &number, &added, &err));
    assert_true(store_find_document(fixture->store, number, &fixture->arena, &found, &err));
    assert_true(store_document_text(fixture->store, found.id, &fixture->arena, &got, &err));
    assert_true(str_eq(got, text));
    assert_true(store_document_bytes(fixture->store, found.id, &fixture->arena, &got, &err));
    assert_true(str_eq(got, bytes));
    struct digest digest = digest_of(bytes);
    assert_text(found.sha256, digest_hex(&fixture->arena, &digest).ptr);
    assert_null(found.added_by.ptr);
    assert_text(faults_of(fixture), "");
}

static void test_store_keeps_bytes_once_where_they_are_the_text(void **state)
{
    struct fixture *fixture = *state;
    struct tracked_claim claim;
    struct str got = STR_NULL;
    struct err err = {0};
    add_article(fixture);
    claim = find_claim(fixture, "1");
    assert_int_equal(raw_integer(fixture->path, "SELECT COUNT(*) FROM body"), 1);
    assert_true(store_document_bytes(fixture->store, claim.state.document, &fixture->arena, &got, &err));
    assert_text(got, ARTICLE);
}

static void test_store_keeps_an_empty_text_and_a_large_one(void **state)
{
    struct fixture *fixture = *state;
    struct buf large = {0};
    struct document found = {0};
    struct str got = STR_NULL;
    struct err err = {0};
    bool added = false;
    for (int i = 0; i < 200000; i++)
        buf_printf(&large, "Line %d of many, and 7 dollars.\n", i);
    assert_true(add_text(fixture, STR(""), NULL, 0, &added, &err));
    assert_true(add_text(fixture, buf_view(&large), NULL, 0, &added, &err));
    assert_true(store_find_document(fixture->store, 1, &fixture->arena, &found, &err));
    assert_true(store_document_text(fixture->store, found.id, &fixture->arena, &got, &err));
    assert_int_equal(got.len, 0);
    assert_true(store_find_document(fixture->store, 2, &fixture->arena, &found, &err));
    assert_true(store_document_text(fixture->store, found.id, &fixture->arena, &got, &err));
    assert_true(str_eq(got, buf_view(&large)));
    buf_release(&large);
}

static void test_store_says_which_document_is_not_there(void **state)
{
    struct fixture *fixture = *state;
    struct document document = {.number = 77};
    struct str got = STR_NULL;
    struct err err = {0};
    assert_false(store_find_document(fixture->store, 9, &fixture->arena, &document, &err));
    assert_int_equal(err.code, ERR_ABSENT);
    assert_int_equal(document.number, 77);
    assert_false(store_document_text(fixture->store, STR("ab"), &fixture->arena, &got, &err));
    assert_int_equal(err.code, ERR_ABSENT);
}

static bool note_document(void *ctx, const struct document *document)
{
    buf_printf(ctx, "%lld %.*s %lld;", (long long)document->number, STR_ARG(document->name),
               (long long)document->claims);
    return document->number < 2;
}

static void test_store_lists_documents_by_number_until_told_to_stop(void **state)
{
    struct fixture *fixture = *state;
    struct buf seen = {0};
    struct err err = {0};
    bool added = false;
    add_article(fixture);
    assert_true(add_text(fixture, STR("Nothing here."), NULL, 0, &added, &err));
    assert_true(add_text(fixture, STR("Nor here."), NULL, 0, &added, &err));
    assert_true(store_documents(fixture->store, note_document, &seen, &err));
    assert_string_equal(seen.ptr, "1 article.txt 5;2 article.txt 0;");
    buf_release(&seen);
}

static void test_store_refuses_names_that_are_not_utf8(void **state)
{
    struct fixture *fixture = *state;
    struct document document = {.name = STR("caf\xE9.txt"), .media = MEDIA_TEXT};
    struct intake intake = {.document = &document, .bytes = STR("x"), .text = STR("x"), .action = ACTION_EXTRACT};
    struct err err = {0};
    int64_t number = 0;
    bool added = false;
    assert_false(store_add_document(fixture->store, &intake, &number, &added, &err));
    assert_holds(err.msg, "the document's 'name' is not UTF-8 at byte 3");
}

/* ---- guards ---- */

static void assert_refused(sqlite3 *raw, const char *sql, const char *reason)
{
    char *said = NULL;
    if (sqlite3_exec(raw, sql, NULL, NULL, &said) == SQLITE_OK)
        fail_msg("not refused: %s", sql);
    assert_string_equal(said, reason);
    sqlite3_free(said);
}

static void test_store_guards_refuse_update_delete_and_replace(void **state)
{
    static const struct {
        const char *table, *column;
    } guarded[] = {{"document", "title"}, {"body", "form"},      {"claim", "value"},
                   {"event", "reviewer"}, {"citation", "quote"}, {"verdict", "rationale"}};
    struct fixture *fixture = *state;
    char sql[256], changed[128], deleted[128];
    add_article(fixture);
    add_citation(fixture, "1", "https://example.org/a");
    add_verdict(fixture, "1", RATING_ACCURATE);
    struct str before = dump_store(fixture);
    sqlite3 *raw = raw_open(fixture->path);
    for (size_t i = 0; i < sizeof(guarded) / sizeof(guarded[0]); i++) {
        const char *table = guarded[i].table;
        snprintf(changed, sizeof(changed), "a %s is never changed", table);
        snprintf(deleted, sizeof(deleted), "a %s is never deleted", table);
        snprintf(sql, sizeof(sql), "UPDATE %s SET %s = 'x'", table, guarded[i].column);
        assert_refused(raw, sql, changed);
        snprintf(sql, sizeof(sql), "DELETE FROM %s", table);
        assert_refused(raw, sql, deleted);
        snprintf(sql, sizeof(sql), "INSERT OR REPLACE INTO %s SELECT * FROM %s", table, table);
        assert_refused(raw, sql, deleted);
        snprintf(sql, sizeof(sql), "REPLACE INTO %s SELECT * FROM %s", table, table);
        assert_refused(raw, sql, deleted);
    }
    sqlite3_close(raw);
    assert_true(str_eq(before, dump_store(fixture)));
}

static void test_store_guards_change_a_source_by_a_later_event_only(void **state)
{
    struct fixture *fixture = *state;
    const char *refusal = "a source is only changed by a later event";
    add_article(fixture);
    add_citation(fixture, "1", "https://example.org/a");
    sqlite3 *raw = raw_open(fixture->path);
    assert_refused(raw, "UPDATE source SET title = 'x'", refusal); /* without an event that says so */
    assert_refused(raw, "UPDATE source SET publisher = 'x', event = event - 1", refusal);
    assert_refused(raw, "UPDATE source SET id = 'x', event = event + 1", refusal);
    assert_refused(raw, "UPDATE source SET number = 7, event = event + 1", refusal);
    assert_refused(raw, "DELETE FROM source", "a source is never deleted");
    assert_refused(raw, "REPLACE INTO source SELECT * FROM source", "a source is never deleted");
    raw_run(raw, "UPDATE source SET publisher = 'x', event = event + 1");
    sqlite3_close(raw);
}

static int64_t own_integer(struct fixture *fixture, const char *sql)
{
    struct statement *statement = NULL;
    struct err err = {0};
    bool row = false;
    assert_true(driver_prepare(fixture->store->driver, sql, &statement, &err));
    assert_true(statement_step(statement, &row, &err));
    assert_true(row);
    int64_t value = statement_integer(statement, 0);
    statement_free(statement);
    return value;
}

static void test_store_connection_has_its_protections_on(void **state)
{
    struct fixture *fixture = *state;
    struct statement *statement = NULL;
    struct err err = {0};
    assert_int_equal(own_integer(fixture, "PRAGMA application_id"), 0x61737379);
    assert_int_equal(own_integer(fixture, "PRAGMA user_version"), schema_migrations.count);
    assert_int_equal(own_integer(fixture, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
    assert_int_equal(own_integer(fixture, "PRAGMA synchronous"), 2);
    assert_int_equal(own_integer(fixture, "PRAGMA foreign_keys"), 1);
    assert_int_equal(own_integer(fixture, "PRAGMA recursive_triggers"), 1);
    assert_int_equal(own_integer(fixture, "PRAGMA trusted_schema"), 0);
    assert_int_equal(own_integer(fixture, "PRAGMA cell_size_check"), 1);
    assert_int_equal(own_integer(fixture, "PRAGMA busy_timeout"), 5000);
    /* Defensive: the schema can't be written even where that is asked for. */
    assert_true(driver_prepare(fixture->store->driver, "PRAGMA writable_schema = ON", &statement, &err));
    bool row = false;
    assert_true(statement_step(statement, &row, &err));
    statement_free(statement);
    assert_false(driver_prepare(fixture->store->driver, "DELETE FROM sqlite_schema", &statement, &err));
    /* Text in double quotes is a name, never a value. */
    assert_false(driver_prepare(fixture->store->driver, "SELECT \"nothing by that name\"", &statement, &err));
}

static void test_store_tables_are_strict(void **state)
{
    struct fixture *fixture = *state;
    /* A text index has no types, and what it keeps itself is its own affair. */
    assert_int_equal(own_integer(fixture, "SELECT COUNT(*) FROM pragma_table_list WHERE schema = 'main' "
                                          "AND name NOT LIKE 'sqlite%' AND type = 'table' AND NOT strict"),
                     0);
    assert_int_equal(own_integer(fixture, "SELECT COUNT(*) FROM pragma_table_list WHERE schema = 'main' AND strict"),
                     19);
}

int main(void)
{
#define STORE_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        STORE_TEST(test_store_takes_in_a_document_with_its_claims),
        STORE_TEST(test_store_gives_a_claim_back_field_by_field),
        STORE_TEST(test_store_keeps_null_and_empty_apart),
        STORE_TEST(test_store_extracting_twice_adds_nothing),
        STORE_TEST(test_store_finds_a_text_by_its_digest),
        STORE_TEST(test_store_adds_nothing_of_an_intake_that_fails),
        STORE_TEST(test_store_refuses_a_figure_that_the_text_does_not_have),
        STORE_TEST(test_store_gives_bytes_and_text_back_as_they_were),
        STORE_TEST(test_store_keeps_bytes_once_where_they_are_the_text),
        STORE_TEST(test_store_keeps_an_empty_text_and_a_large_one),
        STORE_TEST(test_store_says_which_document_is_not_there),
        STORE_TEST(test_store_lists_documents_by_number_until_told_to_stop),
        STORE_TEST(test_store_refuses_names_that_are_not_utf8),
        STORE_TEST(test_store_guards_refuse_update_delete_and_replace),
        STORE_TEST(test_store_guards_change_a_source_by_a_later_event_only),
        STORE_TEST(test_store_connection_has_its_protections_on),
        STORE_TEST(test_store_tables_are_strict),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
