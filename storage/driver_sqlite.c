/* The driver for SQLite: the only file that knows its interface. Opens with every protection that SQLite has against a
 * store that somebody prepared, and with the settings under which a commit survives the loss of power. */
#include <assert.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "storage/driver.h"
#include "storage/sqlite_file.h"

enum { BUSY_MILLISECONDS = 5000 };

struct driver {
    sqlite3 *sqlite;
    char *path;
    bool grouped, inside; /* between driver_begin_group() and its end; in a part of it, a savepoint */
};

struct statement {
    sqlite3_stmt *stmt;
    struct driver *driver;
    int bind_error; /* the first bind that failed since the last reset */
};

/* Says what went wrong, and what to do, for SQLite's result code. Returns false. */
static bool failed(struct driver *driver, int code, struct err *err)
{
    const char *said = driver->sqlite ? sqlite3_errmsg(driver->sqlite) : sqlite3_errstr(code), *path = driver->path;
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return err_set(err, ERR_STORE, "the store '%s' is locked by another program; try again", path);
    case SQLITE_FULL:
        return err_set(err, ERR_STORE, "the disk of the store '%s' is full; make room and try again", path);
    case SQLITE_IOERR:
        if (driver->sqlite && sqlite3_system_errno(driver->sqlite) != 0)
            said = strerror(sqlite3_system_errno(driver->sqlite));
        return err_set(err, ERR_STORE, "the store '%s' can't be read or written (%s); see to the disk, and try again",
                       path, said);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return err_set(err, ERR_STORE, "the store '%s' may not be written; make the file and its folder writable",
                       path);
    case SQLITE_CANTOPEN:
        return err_set(err, ERR_STORE, "the store '%s' can't be opened; look whether its folder is there and yours",
                       path);
    case SQLITE_NOTADB:
        return err_set(err, ERR_STORE, "'%s' is not a store of assay; name another file with --store", path);
    case SQLITE_CORRUPT:
        return err_set(err, ERR_STORE, "the store '%s' is damaged (%s); go back to a copy from before it was", path,
                       said);
    case SQLITE_CONSTRAINT:
        return err_set(err, ERR_STORE, "the store '%s' refused the change (%s); run: assay doctor", path, said);
    case SQLITE_NOMEM:
        return err_set(err, ERR_SYSTEM, "out of memory in the store '%s'", path);
    default:
        return err_set(err, ERR_STORE, "the store '%s' failed (%s); run: assay doctor", path, said);
    }
}

static bool run(struct driver *driver, const char *sql, struct err *err)
{
    int code = sqlite3_exec(driver->sqlite, sql, NULL, NULL, NULL);
    return code == SQLITE_OK || failed(driver, sqlite3_extended_errcode(driver->sqlite), err);
}

/* The one integer that a statement gives. */
static bool read_integer(struct driver *driver, const char *sql, int64_t *ret, struct err *err)
{
    struct statement *statement = NULL;
    bool row = false;
    bool done = driver_prepare(driver, sql, &statement, err) && statement_step(statement, &row, err);
    if (done)
        *ret = row ? statement_integer(statement, 0) : 0;
    statement_free(statement);
    return done;
}

/* ---- opening ---- */

/*
 * Defensive: no writing to the schema table or around it. Untrusted schema: a view or trigger in a store that somebody
 * handed over can't call functions with side effects. Recursive triggers: without them REPLACE deletes a row without
 * asking the guard against deletion. No checkpoint on close until the file is known to be ours.
 */
static bool protect(struct driver *driver, struct err *err)
{
    sqlite3 *sqlite = driver->sqlite;
    sqlite3_extended_result_codes(sqlite, 1);
    sqlite3_busy_timeout(sqlite, BUSY_MILLISECONDS);
    const struct {
        int option, on;
    } settings[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},   {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},   {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
        {SQLITE_DBCONFIG_DQS_DML, 0},     {SQLITE_DBCONFIG_DQS_DDL, 0},          {SQLITE_DBCONFIG_ENABLE_TRIGGER, 1},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0}, {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1},
    };
    for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++) {
        int code = sqlite3_db_config(sqlite, settings[i].option, settings[i].on, NULL);
        if (code != SQLITE_OK)
            return failed(driver, code, err);
    }
    return run(driver,
               "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA cell_size_check = ON;"
               "PRAGMA synchronous = FULL; PRAGMA mmap_size = 0; PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint "
               "= 16384;",
               err);
}

/* SQLite's own word on what the file is: with a log beside it, its header alone can be out of date. */
static bool accept_marks(struct driver *driver, const struct migrations *migrations, bool create, struct err *err)
{
    int64_t application, version, objects;
    if (!read_integer(driver, "PRAGMA application_id", &application, err) ||
        !read_integer(driver, "PRAGMA user_version", &version, err) ||
        !read_integer(driver, "SELECT COUNT(*) FROM sqlite_schema", &objects, err))
        return false;
    if (application == 0 && version == 0 && objects == 0)
        return create || sqlite_file_absent(driver->path, err);
    if ((uint32_t)application != migrations->application || version < 1)
        return failed(driver, SQLITE_NOTADB, err);
    if (version > migrations->count)
        return err_set(err, ERR_STORE,
                       "the store '%s' was made by a newer assay (its version is %lld, this program knows up to %d); "
                       "use that one, nothing was changed",
                       driver->path, (long long)version, migrations->count);
    return true;
}

/* At one moment: another program may be making the store just now. */
static bool accept(struct driver *driver, const struct migrations *migrations, bool create, struct err *err)
{
    bool accepted = driver_begin(driver, false, err) && accept_marks(driver, migrations, create, err);
    driver_rollback(driver);
    return accepted;
}

static bool migrate_step(struct driver *driver, const char *sql, int64_t from, struct err *err)
{
    int64_t version;
    if (!driver_begin(driver, true, err))
        return false;
    /* Another program may have done it while this one waited for its turn. */
    bool done = read_integer(driver, "PRAGMA user_version", &version, err);
    if (done && version == from) {
        done = run(driver, sql, err) && read_integer(driver, "PRAGMA user_version", &version, err);
        assert(!done || version == from + 1);
    }
    done = done && driver_commit(driver, err);
    driver_rollback(driver);
    return done;
}

static bool migrate(struct driver *driver, const struct migrations *migrations, struct err *err)
{
    int64_t version;
    if (!read_integer(driver, "PRAGMA user_version", &version, err))
        return false;
    for (int64_t i = version; i < migrations->count; i++)
        if (!migrate_step(driver, migrations->step[i], i, err))
            return false;
    return true;
}

/*
 * Every file name is a file name to SQLite too: "file:x" is no URI and ":memory:" no memory. SQLite keeps no count of its
 * memory, for which it would take a lock each time; where it is set up already, that setting does nothing.
 */
static struct driver *driver_new(const char *path)
{
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    struct driver *driver = mem_alloc(sizeof(*driver));
    driver->path = mem_alloc(strlen(path) + 1);
    memcpy(driver->path, path, strlen(path));
    return driver;
}

/* No lock around each call: a store is one thread's. */
static bool connect_file(struct driver *driver, struct err *err)
{
    struct arena arena = {0};
    const char *path = driver->path;
    if (path[0] != '/')
        path = arena_printf(&arena, "./%s", path).ptr;
    int code = sqlite3_open_v2(path, &driver->sqlite, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    arena_release(&arena);
    return code == SQLITE_OK || failed(driver, code, err);
}

/* Where two programs turn it on at once, SQLite tells one that the store is busy without waiting for it. */
static bool turn_log_on(struct driver *driver, struct err *err)
{
    enum { PAUSE_MILLISECONDS = 10 };
    int code = SQLITE_BUSY;
    for (int waited = 0; code == SQLITE_BUSY && waited < BUSY_MILLISECONDS; waited += PAUSE_MILLISECONDS) {
        code = sqlite3_exec(driver->sqlite, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
        if (code == SQLITE_BUSY)
            sqlite3_sleep(PAUSE_MILLISECONDS);
    }
    return code == SQLITE_OK || failed(driver, code, err);
}

/*
 * The first step is run before the log is turned on: so the mark that sqlite_file_check() looks for is in the file
 * itself from the start, and a program that is stopped half-way leaves a file that SQLite empties again.
 */
static bool set_up(struct driver *driver, bool create, const struct migrations *migrations, struct err *err)
{
    if (!protect(driver, err) || !accept(driver, migrations, create, err) || !migrate(driver, migrations, err) ||
        !turn_log_on(driver, err))
        return false;
    if (sqlite3_db_readonly(driver->sqlite, "main") == 1)
        return failed(driver, SQLITE_READONLY, err);
    sqlite3_db_config(driver->sqlite, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
    return true;
}

bool driver_open(const char *path, bool create, const struct migrations *migrations, struct driver **ret_driver,
                 struct err *err)
{
    struct err absent = {0};
    bool fresh = false;
    if (!sqlite_file_check(path, migrations->application, migrations->count, &fresh, &absent)) {
        if (absent.code != ERR_ABSENT || !create) {
            *err = absent;
            return false;
        }
        if (!sqlite_file_create(path, err))
            return false;
    } else if (fresh && !create) {
        return sqlite_file_absent(path, err);
    }
    struct driver *driver = driver_new(path);
    if (!connect_file(driver, err) || !set_up(driver, create, migrations, err)) {
        driver_close(driver);
        return false;
    }
    *ret_driver = driver;
    return true;
}

bool driver_open_scratch(const struct migrations *migrations, struct driver **ret_driver, struct err *err)
{
    struct driver *driver = driver_new("that is not kept");
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    int code = sqlite3_open_v2("", &driver->sqlite, flags, NULL);
    bool opened = code == SQLITE_OK || failed(driver, code, err);
    if (!opened || !protect(driver, err) || !migrate(driver, migrations, err)) {
        driver_close(driver);
        return false;
    }
    *ret_driver = driver;
    return true;
}

void driver_close(struct driver *driver)
{
    if (!driver)
        return;
    int code = sqlite3_close(driver->sqlite);
    assert(code == SQLITE_OK); /* a statement was not freed */
    (void)code;
    free(driver->path);
    free(driver);
}

/* ---- transactions ---- */

bool driver_begin(struct driver *driver, bool write, struct err *err)
{
    if (!driver->grouped)
        return run(driver, write ? "BEGIN IMMEDIATE" : "BEGIN", err);
    if (sqlite3_get_autocommit(driver->sqlite))
        return err_set(err, ERR_STORE, "the store gave up what was being written; do it again");
    driver->inside = run(driver, "SAVEPOINT one", err);
    return driver->inside;
}

bool driver_commit(struct driver *driver, struct err *err)
{
    if (!driver->grouped)
        return run(driver, "COMMIT", err);
    bool done = run(driver, "RELEASE one", err);
    driver->inside = driver->inside && !done;
    return done;
}

void driver_rollback(struct driver *driver)
{
    struct err ignored;
    bool open = !sqlite3_get_autocommit(driver->sqlite); /* closed where SQLite rolled back by itself */
    if (open && !driver->grouped)
        run(driver, "ROLLBACK", &ignored);
    else if (open && driver->inside)
        run(driver, "ROLLBACK TO one; RELEASE one", &ignored);
    driver->inside = false;
}

bool driver_begin_group(struct driver *driver, struct err *err)
{
    driver->grouped = run(driver, "BEGIN IMMEDIATE", err);
    return driver->grouped;
}

bool driver_end_group(struct driver *driver, struct err *err)
{
    driver->grouped = driver->inside = false;
    bool done = driver_commit(driver, err);
    driver_rollback(driver);
    return done;
}

/* ---- statements ---- */

bool driver_prepare(struct driver *driver, const char *sql, struct statement **ret_statement, struct err *err)
{
    sqlite3_stmt *stmt = NULL;
    int code = sqlite3_prepare_v3(driver->sqlite, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
    if (code != SQLITE_OK) {
        failed(driver, code, err);
        return false;
    }
    struct statement *statement = mem_alloc(sizeof(*statement));
    *statement = (struct statement){.stmt = stmt, .driver = driver};
    *ret_statement = statement;
    return true;
}

void statement_free(struct statement *statement)
{
    if (!statement)
        return;
    sqlite3_finalize(statement->stmt);
    free(statement);
}

void statement_reset(struct statement *statement)
{
    sqlite3_reset(statement->stmt);
    sqlite3_clear_bindings(statement->stmt);
    statement->bind_error = SQLITE_OK;
}

static void note_bind(struct statement *statement, int code)
{
    if (code != SQLITE_OK && statement->bind_error == SQLITE_OK)
        statement->bind_error = code;
}

void statement_bind_integer(struct statement *statement, int at, int64_t value)
{
    note_bind(statement, sqlite3_bind_int64(statement->stmt, at, value));
}

void statement_bind_text(struct statement *statement, int at, struct str text)
{
    note_bind(statement, sqlite3_bind_text64(statement->stmt, at, text.ptr, text.len, SQLITE_STATIC, SQLITE_UTF8));
}

void statement_bind_bytes(struct statement *statement, int at, struct str bytes)
{
    note_bind(statement, sqlite3_bind_blob64(statement->stmt, at, bytes.ptr, bytes.len, SQLITE_STATIC));
}

bool statement_step(struct statement *statement, bool *ret_row, struct err *err)
{
    if (statement->bind_error != SQLITE_OK)
        return failed(statement->driver, statement->bind_error, err);
    int code = sqlite3_step(statement->stmt);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return failed(statement->driver, code, err);
    *ret_row = code == SQLITE_ROW;
    return true;
}

bool statement_is_null(struct statement *statement, int column)
{
    return sqlite3_column_type(statement->stmt, column) == SQLITE_NULL;
}

int64_t statement_integer(struct statement *statement, int column)
{
    return sqlite3_column_int64(statement->stmt, column);
}

static struct str column_slice(struct statement *statement, int column, const void *at)
{
    if (at)
        return (struct str){at, (size_t)sqlite3_column_bytes(statement->stmt, column)};
    return statement_is_null(statement, column) ? STR_NULL : STR("");
}

struct str statement_text(struct statement *statement, int column)
{
    return column_slice(statement, column, sqlite3_column_text(statement->stmt, column));
}

struct str statement_bytes(struct statement *statement, int column)
{
    return column_slice(statement, column, sqlite3_column_blob(statement->stmt, column));
}

/* Merging ends where a step changes less than two rows: so FTS5 says that there was nothing to do. */
bool finder_settle(struct driver *driver, struct err *err)
{
    int64_t before, after;
    do {
        before = sqlite3_total_changes64(driver->sqlite);
        if (!run(driver, "INSERT INTO finder (finder, rank) VALUES ('merge', 1000)", err))
            return false;
        after = sqlite3_total_changes64(driver->sqlite);
    } while (after - before >= 2);
    return true;
}

/* ---- what a store is made of, and whether it is whole ---- */

bool driver_objects(struct driver *driver, struct arena *arena, struct driver_object **ret, size_t *ret_count,
                    struct err *err)
{
    struct statement *statement = NULL;
    struct driver_object *object = NULL, *kept;
    size_t count = 0, cap = 0;
    bool row = false, done = true;
    /* Without SQLite's own: sqlite_autoindex_…, and statistics where somebody ran ANALYZE. */
    if (!driver_prepare(driver,
                        "SELECT type, name, COALESCE(sql, '') FROM sqlite_schema "
                        "WHERE substr(name, 1, 7) <> 'sqlite_' ORDER BY type, name",
                        &statement, err))
        return false;
    while ((done = statement_step(statement, &row, err)) && row) {
        object = mem_grow(object, &cap, count + 1, sizeof(*object));
        object[count++] = (struct driver_object){arena_str(arena, statement_text(statement, 0)),
                                                 arena_str(arena, statement_text(statement, 1)),
                                                 arena_str(arena, statement_text(statement, 2))};
    }
    if (done) {
        kept = arena_alloc(arena, count * sizeof(*kept));
        if (count > 0)
            memcpy(kept, object, count * sizeof(*kept));
        *ret = kept;
        *ret_count = count;
    }
    statement_free(statement);
    free(object);
    return done;
}

static bool check_integrity(struct driver *driver, driver_fault_fn *fn, void *ctx, struct err *err)
{
    struct statement *statement = NULL;
    struct arena arena = {0};
    bool row = false;
    bool done = driver_prepare(driver, "PRAGMA integrity_check", &statement, err);
    while (done && (done = statement_step(statement, &row, err)) && row) {
        struct str said = statement_text(statement, 0);
        if (!str_eq(said, STR("ok")))
            fn(ctx, arena_printf(&arena, "the file is damaged: %.*s", STR_ARG(said)).ptr);
    }
    statement_free(statement);
    arena_release(&arena);
    return done;
}

static bool check_references(struct driver *driver, driver_fault_fn *fn, void *ctx, struct err *err)
{
    struct statement *statement = NULL;
    struct arena arena = {0};
    bool row = false;
    bool done = driver_prepare(driver, "PRAGMA foreign_key_check", &statement, err);
    while (done && (done = statement_step(statement, &row, err)) && row) {
        struct str table = statement_text(statement, 0), parent = statement_text(statement, 2);
        /* A table that is kept by its key has no number for its row. */
        struct str at = statement_is_null(statement, 1)
                            ? STR("a row")
                            : arena_printf(&arena, "row %lld", (long long)statement_integer(statement, 1));
        fn(ctx, arena_printf(&arena, "table '%.*s', %.*s: the %.*s that it belongs to is gone", STR_ARG(table),
                             STR_ARG(at), STR_ARG(parent))
                    .ptr);
        arena_reset(&arena);
    }
    statement_free(statement);
    arena_release(&arena);
    return done;
}

bool driver_check(struct driver *driver, driver_fault_fn *fn, void *ctx, struct err *err)
{
    return check_integrity(driver, fn, ctx, err) && check_references(driver, fn, ctx, err);
}
