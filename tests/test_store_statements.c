/* A walk over every named statement: each can be prepared, and each finds its rows by an index. */
#include "core/record/visit.h"
#include "storage/sql.h"
#include "tests/store_fixture.h"

/* What may read a whole table, or sort, and why. */
static const struct {
    enum statement_name name;
    const char *step, *reason;
} allowed[] = {
    {SQL_EVENT_FROM, "SCAN event", "stops after as many events as were asked for, from the last one back"},
    {SQL_DOCUMENT_ALL, "SCAN document USING INDEX", "every document was asked for; the index gives their order"},
    {SQL_RECEPTION_ALL, "SCAN reception", "doctor looks at every reception, in the order of their numbers"},
    {SQL_SOURCE_ALL, "SCAN source USING INDEX", "doctor looks at every source"},
    {SQL_SOURCE_LISTED, "SCAN source USING INDEX", "every source was asked for; the index gives their order"},
    {SQL_VISIT_ALL, "SCAN visit", "doctor looks at every look at a source"},
    {SQL_KEPT_ORPHANS, "SCAN kept USING COVERING INDEX", "doctor looks at all that was kept"},
    {SQL_SIGHTING_EVENTS, "SCAN sighting USING COVERING INDEX", "doctor looks at every sighting"},
    {SQL_COUNT_ROWS, "SCAN source USING COVERING INDEX source_merged", "those that were merged, which are few"},
    {SQL_COUNT_ROWS, "SCAN series USING COVERING INDEX", "as many as somebody has loaded tables"},
    {SQL_CITATION_OF_SOURCE, "USE TEMP B-TREE FOR ORDER BY", "the citations of one source, oldest first"},
    {SQL_CITATION_ALL, "SCAN citation USING INDEX", "doctor looks at every citation"},
    {SQL_VERDICT_ALL, "SCAN verdict USING INDEX", "doctor looks at every verdict"},
    {SQL_BASIS_ALL, "SCAN basis USING INDEX", "doctor looks at what every verdict was based on"},
    {SQL_BASIS_STANDING, "SCAN basis USING INDEX",
     "check --stale looks at every verdict that a check was the basis of"},
    {SQL_SERIES_ALL, "SCAN series", "as many as somebody has loaded tables, and the index gives their order"},
    {SQL_DROP_ALL, "SCAN series_drop", "doctor looks at every drop"},
    {SQL_STANDING_FAULTS, "SCAN claim USING INDEX", "doctor looks at every claim"},
    {SQL_CLAIM_OF_DOCUMENT, "USE TEMP B-TREE FOR ORDER BY", "doctor sorts the claims of one document at a time"},
    {SQL_TALLY_ALL, "SCAN tally", "some rows for each rating"},
    {SQL_TALLY_FAULTS, "SCAN", "doctor counts everything"},
    {SQL_CLAIM_ALL_FOUND, "SCAN claim USING INDEX", "doctor looks at every claim"},
    {SQL_FINDER_KEYS, "SCAN finder VIRTUAL TABLE INDEX", "how SQLite calls a text index; see below"},
    {SQL_FINDER_COUNT, "SCAN finder VIRTUAL TABLE INDEX", "doctor counts what is to be found"},
};

static bool is_allowed(enum statement_name name, const char *step)
{
    for (size_t i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++)
        if (allowed[i].name == name && strncmp(step, allowed[i].step, strlen(allowed[i].step)) == 0)
            return true;
    return false;
}

/* A step that reads a table from end to end, or has to sort before it can give the first row. */
static bool is_costly(const char *step)
{
    return (strncmp(step, "SCAN ", 5) == 0 && strcmp(step, "SCAN CONSTANT ROW") != 0) || strstr(step, "TEMP B-TREE") ||
           strstr(step, "AUTOMATIC");
}

static void check_plan(sqlite3 *raw, enum statement_name name)
{
    sqlite3_stmt *stmt = NULL;
    char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql_text(name));
    if (sqlite3_prepare_v2(raw, sql, -1, &stmt, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql_name(name), sqlite3_errmsg(raw));
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        const char *step = (const char *)sqlite3_column_text(stmt, 3);
        if (is_costly(step) && !is_allowed(name, step))
            fail_msg("%s: %s", sql_name(name), step);
    }
    sqlite3_finalize(stmt);
    sqlite3_free(sql);
}

static void test_store_statements_find_their_rows_by_an_index(void **state)
{
    struct fixture *fixture = *state;
    sqlite3 *raw = raw_open(fixture->path);
    assert_true(SQL_END > 30);
    for (int name = 0; name < SQL_END; name++)
        check_plan(raw, (enum statement_name)name);
    sqlite3_close(raw);
}

static void test_store_statement_walk_sees_a_full_scan(void **state)
{
    (void)state;
    assert_true(is_costly("SCAN claim"));
    assert_true(is_costly("USE TEMP B-TREE FOR ORDER BY"));
    assert_false(is_costly("SEARCH claim USING INDEX sqlite_autoindex_claim_2 (document=?)"));
    assert_false(is_allowed(SQL_FINDER_KEYS, "SCAN claim"));
    assert_false(is_allowed(SQL_CLAIM_BY_NUMBER, "SCAN claim"));
}

/* Where there are several indexes to choose from, the one meant is the one taken, and taken as far as it goes. */
static void test_store_statements_use_the_index_that_was_made_for_them(void **state)
{
    static const struct {
        enum statement_name name;
        const char *part;
    } meant[] = {
        {SQL_STANDING_KEYS, "COVERING INDEX standing_in_order (state=? AND cited=? AND (rank,claim_number)>(?,?))"},
        {SQL_STANDING_OF_DOCUMENT, "INDEX standing_of_document (document_number=?)"},
        {SQL_STANDING_OF_CLAIM, "SEARCH standing USING PRIMARY KEY (claim_number=?)"},
        {SQL_STANDING_UPDATE, "SEARCH standing USING PRIMARY KEY (claim_number=?)"},
        {SQL_CLAIM_WORDS, "SEARCH claim USING INDEX sqlite_autoindex_claim_1 (number=?)"},
        {SQL_CLAIM_BY_NUMBER, "SEARCH claim USING INDEX sqlite_autoindex_claim_1 (number=?)"},
        /* In FTS5's own signs: 64, it gives the order of keys by itself; M, by a query. */
        {SQL_FINDER_KEYS, "SCAN finder VIRTUAL TABLE INDEX 64:M"},
        {SQL_SOURCE_BY_URL, "INDEX source_url (url=?)"},
        {SQL_SOURCE_BY_DESCRIPTION, "INDEX source_description (<expr>=? AND <expr>=? AND <expr>=? AND type=?)"},
        {SQL_POINT_FORWARDS, "PRIMARY KEY (series=? AND key=? AND first>?)"},
        {SQL_POINT_BACKWARDS, "PRIMARY KEY (series=? AND key=? AND first>?)"},
        {SQL_POINT_NEXT_KEY, "PRIMARY KEY (series=? AND key>?)"},
        {SQL_POINT_AT, "PRIMARY KEY (series=? AND key=? AND first=? AND last=?)"},
        {SQL_EVENT_OF_CLAIM, "INDEX event_of_claim (document=? AND claim=? AND number>?)"},
    };
    struct fixture *fixture = *state;
    sqlite3 *raw = raw_open(fixture->path);
    for (size_t i = 0; i < sizeof(meant) / sizeof(meant[0]); i++) {
        struct buf plan = {0};
        sqlite3_stmt *stmt = NULL;
        char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql_text(meant[i].name));
        assert_int_equal(sqlite3_prepare_v2(raw, sql, -1, &stmt, NULL), SQLITE_OK);
        while (sqlite3_step(stmt) == SQLITE_ROW)
            buf_printf(&plan, "%s; ", sqlite3_column_text(stmt, 3));
        sqlite3_finalize(stmt);
        sqlite3_free(sql);
        assert_holds(plan.ptr, meant[i].part);
        buf_release(&plan);
    }
    sqlite3_close(raw);
}

/* Placeholders are named, so SQLite counts them as they first appear: $1 must be the first, $2 the second. */
static void test_store_statements_number_their_placeholders_in_order(void **state)
{
    struct fixture *fixture = *state;
    sqlite3 *raw = raw_open(fixture->path);
    for (int name = 0; name < SQL_END; name++) {
        sqlite3_stmt *stmt = NULL;
        assert_int_equal(sqlite3_prepare_v2(raw, sql_text((enum statement_name)name), -1, &stmt, NULL), SQLITE_OK);
        for (int i = 1; i <= sqlite3_bind_parameter_count(stmt); i++) {
            char expected[16];
            snprintf(expected, sizeof(expected), "$%d", i);
            assert_string_equal(sqlite3_bind_parameter_name(stmt, i), expected);
        }
        sqlite3_finalize(stmt);
    }
    sqlite3_close(raw);
}

/* What PostgreSQL would not read. Its words are looked for as they are written here: the statements use capitals. */
static void test_store_statements_keep_to_what_both_databases_read(void **state)
{
    static const char *const foreign[] = {"?",      "INSERT OR", "REPLACE INTO", "rowid", "GLOB",  "instr(", "ifnull(",
                                          "IFNULL", "datetime(", "PRAGMA",       "`",     " IS $", " == ",   "json_"};
    (void)state;
    for (int name = 0; name < SQL_FINDER_ADD; name++) /* the others are this driver's own */
        for (size_t i = 0; i < sizeof(foreign) / sizeof(foreign[0]); i++)
            if (strstr(sql_text((enum statement_name)name), foreign[i]))
                fail_msg("%s has '%s'", sql_name((enum statement_name)name), foreign[i]);
}

/* The columns of a record's statements stand in the order of its fields: nothing else keeps them together. */
static void test_store_columns_stand_in_the_order_of_the_fields(void **state)
{
    static const struct {
        enum statement_name name;
        const struct fields *fields;
        int first;
    } reads[] = {
        {SQL_EVENT_ALL, &event_fields, 0},
        {SQL_EVENT_BY_NUMBER, &event_fields, 0},
        {SQL_EVENT_OF_CLAIM, &event_fields, 0},
        {SQL_DOCUMENT_ALL, &document_fields, 0},
        {SQL_DOCUMENT_BY_NUMBER, &document_fields, 0},
        {SQL_RECEPTION_ALL, &reception_fields, 0},
        {SQL_RECEPTION_OF_DOCUMENT, &reception_fields, 0},
        {SQL_RECEPTION_BY_NAME, &reception_fields, 0},
        {SQL_RECEPTION_BY_PREVIOUS, &reception_fields, 0},
        {SQL_CLAIM_BY_NUMBER, &claim_fields, 0},
        {SQL_CLAIM_OF_DOCUMENT, &claim_fields, 0},
        {SQL_SOURCE_BY_URL, &source_fields, 0},
        {SQL_SOURCE_BY_DESCRIPTION, &source_fields, 0},
        {SQL_SOURCE_ALL, &source_fields, 0},
        {SQL_CITATION_OF_CLAIM, &citation_fields, 0},
        {SQL_CITATION_OF_CLAIM, &source_fields, 12},
        {SQL_CITATION_ALL, &citation_fields, 0},
        {SQL_CITATION_OF_SOURCE, &citation_fields, 0},
        {SQL_SOURCE_BY_ID, &source_fields, 0},
        {SQL_SOURCE_BY_NUMBER, &source_fields, 0},
        {SQL_SOURCE_OF_MERGED, &source_fields, 0},
        {SQL_SOURCE_LISTED, &source_fields, 0},
        {SQL_VISIT_OF_SOURCE, &visit_fields, 0},
        {SQL_VISIT_BY_ID, &visit_fields, 0},
        {SQL_VISIT_LAST, &visit_fields, 0},
        {SQL_VISIT_ALL, &visit_fields, 0},
        {SQL_SIGHTING_OF_CITATION, &sighting_fields, 0},
        {SQL_SIGHTING_OF_EVENT, &sighting_fields, 0},
        {SQL_VERDICT_OF_CLAIM, &verdict_fields, 0},
        {SQL_VERDICT_ALL, &verdict_fields, 0},
        {SQL_DROP_ALL, &series_drop_fields, 0},
        {SQL_BASIS_ALL, &basis_fields, 0},
        {SQL_BASIS_STANDING, &basis_fields, 0},
        {SQL_BASIS_OF_VERDICT, &basis_fields, 0},
    };
    struct fixture *fixture = *state;
    sqlite3 *raw = raw_open(fixture->path);
    for (size_t i = 0; i < sizeof(reads) / sizeof(reads[0]); i++) {
        sqlite3_stmt *stmt = NULL;
        assert_int_equal(sqlite3_prepare_v2(raw, sql_text(reads[i].name), -1, &stmt, NULL), SQLITE_OK);
        for (size_t field = 0; field < reads[i].fields->count; field++)
            assert_string_equal(sqlite3_column_name(stmt, reads[i].first + (int)field),
                                reads[i].fields->field[field].name);
        sqlite3_finalize(stmt);
    }
    /* The last field of a series is worked out, and stands where the row's own end. */
    const struct fields series = series_row_fields();
    sqlite3_stmt *stmt = NULL;
    assert_int_equal(sqlite3_prepare_v2(raw, sql_text(SQL_SERIES_ALL), -1, &stmt, NULL), SQLITE_OK);
    for (size_t field = 0; field < series.count; field++)
        assert_string_equal(sqlite3_column_name(stmt, (int)field), series.field[field].name);
    assert_int_equal(sqlite3_column_count(stmt), series_fields.count + 2);
    sqlite3_finalize(stmt);
    sqlite3_close(raw);
}

int main(void)
{
#define STATEMENT_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        STATEMENT_TEST(test_store_statements_find_their_rows_by_an_index),
        STATEMENT_TEST(test_store_statement_walk_sees_a_full_scan),
        STATEMENT_TEST(test_store_statements_use_the_index_that_was_made_for_them),
        STATEMENT_TEST(test_store_statements_number_their_placeholders_in_order),
        STATEMENT_TEST(test_store_statements_keep_to_what_both_databases_read),
        STATEMENT_TEST(test_store_columns_stand_in_the_order_of_the_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
