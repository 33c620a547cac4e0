/* Opening a store: making one, and refusing what is none, what is newer, what is locked and what can't be written. */
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "storage/schema.h"
#include "tests/store_fixture.h"

static void assert_not_opened(const char *path, bool create, enum err_code code, const char *message)
{
    struct store *store = NULL;
    struct err err = {0};
    assert_false(store_open(path, create, &store, &err));
    assert_null(store);
    assert_int_equal(err.code, code);
    assert_string_equal(err.msg, message);
}

static unsigned mode_of(const char *path)
{
    struct stat status;
    assert_int_equal(stat(path, &status), 0);
    return status.st_mode & 07777;
}

static void test_store_open_makes_a_file_for_its_owner_alone(void **state)
{
    struct fixture *fixture = *state;
    char beside[160];
    mode_t before = umask(0); /* as open as it gets: the mode must not come from the umask */
    fixture_open(fixture);
    add_article(fixture);
    umask(before);
    assert_int_equal(mode_of(fixture->path), 0600);
    snprintf(beside, sizeof(beside), "%s-wal", fixture->path);
    assert_int_equal(mode_of(beside), 0600);
    snprintf(beside, sizeof(beside), "%s-shm", fixture->path);
    assert_int_equal(mode_of(beside), 0600);
}

static void test_store_open_finds_what_was_written_before(void **state)
{
    struct fixture *fixture = *state;
    fixture_open(fixture);
    add_article(fixture);
    struct str before = dump_store(fixture);
    fixture_close(fixture);
    struct err err = {0};
    assert_true(store_open(fixture->path, false, &fixture->store, &err));
    assert_text(find_claim(fixture, "1").claim.literal, "more than $180 billion");
    assert_true(str_eq(before, dump_store(fixture)));
}

static void test_store_open_says_how_to_make_one_that_is_missing(void **state)
{
    struct fixture *fixture = *state;
    char message[256];
    snprintf(message, sizeof(message), "there is no store at '%s'; make one with: assay extract FILE", fixture->path);
    assert_not_opened(fixture->path, false, ERR_ABSENT, message);
    assert_int_not_equal(access(fixture->path, F_OK), 0);
    /* What a program leaves that was stopped before it wrote anything. */
    write_file(fixture->path, "", 0);
    assert_not_opened(fixture->path, false, ERR_ABSENT, message);
    fixture_open(fixture);
    assert_text(faults_of(fixture), "");
}

static void test_store_open_refuses_a_folder_and_a_missing_folder(void **state)
{
    struct fixture *fixture = *state;
    char message[256], path[160];
    snprintf(message, sizeof(message), "'%s' is a folder, not a store; name a file in it", fixture->folder);
    assert_not_opened(fixture->folder, true, ERR_STORE, message);
    snprintf(path, sizeof(path), "%s/none/assay.db", fixture->folder);
    snprintf(message, sizeof(message), "the folder of the store '%s' does not exist; make it first", path);
    assert_not_opened(path, true, ERR_STORE, message);
    snprintf(message, sizeof(message), "'/dev/null' is not a store of assay; name another file with --store");
    assert_not_opened("/dev/null", true, ERR_STORE, message);
}

/* Refused, with and without leave to make a store, and not one byte of it changed; nothing left beside it. */
static void assert_refused_untouched(struct fixture *fixture, const char *message)
{
    size_t before_len, after_len;
    char beside[160];
    char *before = file_content(fixture->path, &before_len);
    assert_not_opened(fixture->path, false, ERR_STORE, message);
    assert_not_opened(fixture->path, true, ERR_STORE, message);
    char *after = file_content(fixture->path, &after_len);
    assert_int_equal(before_len, after_len);
    assert_memory_equal(before, after, before_len);
    static const char *const endings[] = {"-wal", "-shm", "-journal"};
    for (size_t i = 0; i < 3; i++) {
        snprintf(beside, sizeof(beside), "%s%s", fixture->path, endings[i]);
        assert_int_not_equal(access(beside, F_OK), 0);
    }
    free(before);
    free(after);
}

static void test_store_open_refuses_what_is_no_store(void **state)
{
    struct fixture *fixture = *state;
    char message[256];
    snprintf(message, sizeof(message), "'%s' is not a store of assay; name another file with --store", fixture->path);
    write_file(fixture->path, "x", 1);
    assert_refused_untouched(fixture, message);
    write_file(fixture->path, ARTICLE ARTICLE ARTICLE, strlen(ARTICLE) * 3);
    assert_refused_untouched(fixture, message);
    char *zeros = mem_alloc(8192);
    write_file(fixture->path, zeros, 8192);
    assert_refused_untouched(fixture, message);
    free(zeros);
}

static void make_database(struct fixture *fixture, const char *sql)
{
    sqlite3 *raw = NULL;
    unlink(fixture->path);
    assert_int_equal(sqlite3_open(fixture->path, &raw), SQLITE_OK);
    raw_run(raw, sql);
    sqlite3_close(raw);
}

static void test_store_open_refuses_another_programs_database(void **state)
{
    struct fixture *fixture = *state;
    char message[256];
    snprintf(message, sizeof(message), "'%s' is not a store of assay; name another file with --store", fixture->path);
    make_database(fixture, "CREATE TABLE bookmarks (url TEXT)");
    assert_refused_untouched(fixture, message);
    make_database(fixture, "CREATE TABLE bookmarks (url TEXT); PRAGMA journal_mode = WAL");
    assert_refused_untouched(fixture, message);
    make_database(fixture, "PRAGMA application_id = 77; CREATE TABLE claim (number INTEGER)");
    assert_refused_untouched(fixture, message);
    make_database(fixture, "PRAGMA application_id = 77");
    assert_refused_untouched(fixture, message);
    make_database(fixture, "PRAGMA user_version = 3");
    assert_refused_untouched(fixture, message);
}

static void test_store_open_refuses_a_newer_store(void **state)
{
    struct fixture *fixture = *state;
    char message[400];
    fixture_open(fixture);
    add_article(fixture);
    fixture_close(fixture);
    sqlite3 *raw = raw_open(fixture->path);
    raw_run(raw, "PRAGMA user_version = 99");
    sqlite3_close(raw);
    snprintf(message, sizeof(message),
             "the store '%s' was made by a newer assay (its version is 99, this program knows up to %d); use that "
             "one, nothing was changed",
             fixture->path, schema_migrations.count);
    assert_refused_untouched(fixture, message);
}

static void test_store_open_takes_a_name_as_a_file_name_only(void **state)
{
    struct fixture *fixture = *state;
    char here[512];
    struct err err = {0};
    assert_non_null(getcwd(here, sizeof(here)));
    assert_int_equal(chdir(fixture->folder), 0);
    static const char *const names[] = {":memory:", "file:x.db?mode=memory", "-"};
    for (size_t i = 0; i < 3; i++) {
        struct store *store = NULL;
        if (!store_open(names[i], true, &store, &err))
            fail_msg("%s", err.msg);
        store_close(store);
        assert_int_equal(mode_of(names[i]), 0600);
    }
    assert_int_equal(chdir(here), 0);
}

/* Opens as somebody whom modes stop, which root is not; 0 where it was refused with this message. */
static int open_as_nobody(const char *path, const char *message)
{
    enum { NOBODY = 65534 };
    pid_t child = fork();
    int status = -1;
    if (child == 0) {
        struct store *store = NULL;
        struct err err = {0};
        if (geteuid() == 0 && (setgid(NOBODY) != 0 || setuid(NOBODY) != 0))
            _exit(2);
        bool refused = !store_open(path, true, &store, &err) && err.code == ERR_STORE && strcmp(err.msg, message) == 0;
        if (!refused)
            fprintf(stderr, "said '%s', not '%s'\n", err.msg, message);
        _exit(refused ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void test_store_open_says_that_the_store_may_not_be_written(void **state)
{
    struct fixture *fixture = *state;
    char message[300], made[160];
    fixture_open(fixture);
    fixture_close(fixture);
    chmod(fixture->folder, 0777);
    chmod(fixture->path, 0444);
    snprintf(message, sizeof(message), "the store '%s' may not be written: Permission denied; make the file writable",
             fixture->path);
    assert_int_equal(open_as_nobody(fixture->path, message), 0);
    chmod(fixture->path, 0666);
    chmod(fixture->folder, 0555);
    snprintf(message, sizeof(message),
             "the folder of the store '%s' may not be written: Permission denied; make it writable", fixture->path);
    assert_int_equal(open_as_nobody(fixture->path, message), 0);
    snprintf(made, sizeof(made), "%s/new.db", fixture->folder);
    snprintf(message, sizeof(message), "the store '%s' can't be made: Permission denied", made);
    assert_int_equal(open_as_nobody(made, message), 0);
    chmod(fixture->path, 0000);
    snprintf(message, sizeof(message), "the store '%s' can't be read: Permission denied", fixture->path);
    assert_int_equal(open_as_nobody(fixture->path, message), 0);
    chmod(fixture->folder, 0700);
}

static void test_store_says_that_another_program_has_it_locked(void **state)
{
    struct fixture *fixture = *state;
    char message[256];
    struct err err = {0};
    bool added = false;
    fixture_open(fixture);
    add_article(fixture);
    struct str before = dump_store(fixture);
    sqlite3 *raw = raw_open(fixture->path);
    raw_run(raw, "BEGIN IMMEDIATE");
    assert_false(add_text(fixture, STR("More."), NULL, 0, &added, &err));
    assert_int_equal(err.code, ERR_STORE);
    snprintf(message, sizeof(message), "the store '%s' is locked by another program; try again", fixture->path);
    assert_string_equal(err.msg, message);
    /* Reading goes on meanwhile, and so does taking in what is there already. */
    assert_int_equal(find_claim(fixture, "1").claim.number, 1);
    assert_true(add_text(fixture, STR(ARTICLE), NULL, 0, &added, &err));
    assert_false(added);
    raw_run(raw, "ROLLBACK");
    sqlite3_close(raw);
    assert_true(str_eq(before, dump_store(fixture)));
    assert_true(add_text(fixture, STR("More."), NULL, 0, &added, &err));
}

static void test_store_is_made_once_by_programs_that_start_together(void **state)
{
    enum { PROGRAMS = 6 };
    struct fixture *fixture = *state;
    pid_t child[PROGRAMS];
    for (int i = 0; i < PROGRAMS; i++) {
        child[i] = fork();
        assert_true(child[i] >= 0);
        if (child[i] > 0)
            continue;
        struct store *store = NULL;
        struct err err = {0};
        bool added = false;
        if (!store_open(fixture->path, true, &store, &err)) {
            fprintf(stderr, "%s\n", err.msg);
            _exit(1);
        }
        fixture->store = store;
        struct str text = arena_printf(&fixture->arena, "Text of program %d.", i);
        if (!add_text(fixture, text, NULL, 0, &added, &err)) {
            fprintf(stderr, "%s\n", err.msg);
            _exit(1);
        }
        _exit(0); /* without closing: as if killed */
    }
    for (int i = 0; i < PROGRAMS; i++) {
        int status = -1;
        assert_int_equal(waitpid(child[i], &status, 0), child[i]);
        assert_int_equal(status, 0);
    }
    fixture_open(fixture);
    assert_int_equal(raw_integer(fixture->path, "SELECT MAX(number) FROM document"), PROGRAMS);
    assert_text(faults_of(fixture), "");
}

/* What is left where a program was stopped while it made the store: a part of it, and the journal that undoes it. */
static void test_store_is_made_again_after_a_stop_half_way(void **state)
{
    struct fixture *fixture = *state;
    int pipe_ends[2];
    assert_int_equal(pipe(pipe_ends), 0);
    pid_t child = fork();
    if (child == 0) {
        sqlite3 *raw = NULL;
        sqlite3_open(fixture->path, &raw);
        sqlite3_exec(raw,
                     "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; PRAGMA application_id = 0x61737379;"
                     "CREATE TABLE claim (words TEXT); WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                     "FROM n WHERE i < 2000) INSERT INTO claim SELECT hex(zeroblob(500)) FROM n",
                     NULL, NULL, NULL);
        (void)!write(pipe_ends[1], "x", 1);
        _exit(0); /* no commit, no rollback */
    }
    char ready;
    assert_int_equal(read(pipe_ends[0], &ready, 1), 1);
    waitpid(child, NULL, 0);
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    struct stat status;
    assert_int_equal(stat(fixture->path, &status), 0);
    assert_true(status.st_size > 4096);
    fixture_open(fixture);
    add_article(fixture);
    assert_text(faults_of(fixture), "");
}

/* ---- stores of an earlier version ---- */

/* The columns that a table of the database has, with commas between. */
static struct str columns_of(struct fixture *fixture, sqlite3 *raw, const char *table)
{
    sqlite3_stmt *stmt = NULL;
    struct str columns = STR("");
    assert_int_equal(sqlite3_prepare_v2(raw, "SELECT name FROM pragma_table_info($1)", -1, &stmt, NULL), SQLITE_OK);
    sqlite3_bind_text(stmt, 1, table, -1, SQLITE_STATIC);
    while (sqlite3_step(stmt) == SQLITE_ROW)
        columns = arena_printf(&fixture->arena, "%.*s%s\"%s\"", STR_ARG(columns), columns.len > 0 ? ", " : "",
                               sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
    return columns;
}

/* A store as version `version` made it, with what is in the fixture's. */
static void make_old(struct fixture *fixture, const char *path, int version)
{
    static const char *const tables[] = {"event",  "document", "body",    "claim",
                                         "source", "citation", "verdict", "standing"};
    struct migrations old = schema_migrations;
    struct driver *driver = NULL;
    struct err err = {0};
    old.count = version;
    if (!driver_open(path, true, &old, &driver, &err))
        fail_msg("%s", err.msg);
    driver_close(driver);
    sqlite3 *raw = raw_open(path);
    raw_run(raw, arena_printf(&fixture->arena, "ATTACH '%s' AS filled", fixture->path).ptr);
    for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
        struct str columns = columns_of(fixture, raw, tables[i]);
        raw_run(raw, arena_printf(&fixture->arena, "INSERT INTO main.%s (%.*s) SELECT %.*s FROM filled.%s", tables[i],
                                  STR_ARG(columns), STR_ARG(columns), tables[i])
                         .ptr);
    }
    sqlite3_close(raw);
}

static void test_store_open_converts_a_store_of_the_first_version(void **state)
{
    struct fixture *fixture = *state, old = *fixture;
    struct store_counts before = {0}, after = {0};
    struct err err = {0};
    fixture_open(fixture);
    add_article(fixture);
    add_citation(fixture, "1", "https://example.org/a");
    add_verdict(fixture, "1", RATING_PARTLY);
    assert_true(store_count(fixture->store, &before, &err));
    snprintf(old.path, sizeof(old.path), "%s/old.db", fixture->folder);
    make_old(fixture, old.path, 1);
    fixture_open(&old);
    assert_text(faults_of(&old), "");
    assert_true(store_count(old.store, &after, &err));
    assert_memory_equal(&before, &after, sizeof(before));
    assert_text(find_claim(&old, find_claim(fixture, "3").claim.id.ptr).claim.literal, "2 percent");
    add_verdict(&old, "2", RATING_UNSUPPORTED);
    assert_text(faults_of(&old), "");
    fixture_close(&old);
    arena_release(&old.arena);
    fixture_close(fixture);
}

int main(void)
{
#define OPEN_TEST(name) cmocka_unit_test_setup_teardown(name, set_up_folder, tear_down)
    const struct CMUnitTest tests[] = {
        OPEN_TEST(test_store_open_makes_a_file_for_its_owner_alone),
        OPEN_TEST(test_store_open_finds_what_was_written_before),
        OPEN_TEST(test_store_open_says_how_to_make_one_that_is_missing),
        OPEN_TEST(test_store_open_refuses_a_folder_and_a_missing_folder),
        OPEN_TEST(test_store_open_refuses_what_is_no_store),
        OPEN_TEST(test_store_open_refuses_another_programs_database),
        OPEN_TEST(test_store_open_refuses_a_newer_store),
        OPEN_TEST(test_store_open_takes_a_name_as_a_file_name_only),
        OPEN_TEST(test_store_open_says_that_the_store_may_not_be_written),
        OPEN_TEST(test_store_says_that_another_program_has_it_locked),
        OPEN_TEST(test_store_is_made_once_by_programs_that_start_together),
        OPEN_TEST(test_store_is_made_again_after_a_stop_half_way),
        OPEN_TEST(test_store_open_converts_a_store_of_the_first_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
