/*
 * What the tests of the store share: a scratch store in a folder of its own, a document with claims made by hand, and a
 * raw connection to the same file, for looking behind the program's back and for tampering.
 */
#ifndef TESTS_STORE_FIXTURE_H
#define TESTS_STORE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/buf.h"
#include "core/base/clock.h"
#include "storage/store.h"

#define UNUSED __attribute__((unused))

struct fixture {
    char folder[64], path[128];
    struct store *store;
    struct arena arena;
};

/* ---- files ---- */

UNUSED static char *file_content(const char *path, size_t *ret_len)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    struct buf content = {0};
    char block[4096];
    for (size_t got; (got = fread(block, 1, sizeof(block), file)) > 0;)
        buf_add(&content, block, got);
    fclose(file);
    buf_reserve(&content, 1);
    *ret_len = content.len;
    return content.ptr;
}

UNUSED static void write_file(const char *path, const void *bytes, size_t len)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    fclose(file);
}

UNUSED static void remove_folder(const char *folder)
{
    DIR *dir = opendir(folder);
    char path[512];
    if (!dir)
        return;
    for (struct dirent *file; (file = readdir(dir));) {
        snprintf(path, sizeof(path), "%s/%s", folder, file->d_name);
        if (strcmp(file->d_name, ".") != 0 && strcmp(file->d_name, "..") != 0)
            unlink(path);
    }
    closedir(dir);
    rmdir(folder);
}

/* ---- the scratch store ---- */

UNUSED static void fixture_open(struct fixture *fixture)
{
    struct err err = {0};
    if (!store_open(fixture->path, true, &fixture->store, &err))
        fail_msg("%s", err.msg);
}

UNUSED static void fixture_close(struct fixture *fixture)
{
    store_close(fixture->store);
    fixture->store = NULL;
}

UNUSED static int set_up_folder(void **state)
{
    struct fixture *fixture = mem_alloc(sizeof(*fixture));
    setenv("ASSAY_NOW", "2025-02-12T14:03:09Z", 1);
    snprintf(fixture->folder, sizeof(fixture->folder), "/tmp/assay-store-XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    snprintf(fixture->path, sizeof(fixture->path), "%s/assay.db", fixture->folder);
    *state = fixture;
    return 0;
}

UNUSED static int set_up(void **state)
{
    set_up_folder(state);
    fixture_open(*state);
    return 0;
}

UNUSED static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    fixture_close(fixture);
    remove_folder(fixture->folder);
    arena_release(&fixture->arena);
    free(fixture);
    return 0;
}

/* ---- behind the program's back ---- */

UNUSED static sqlite3 *raw_open(const char *path)
{
    sqlite3 *raw = NULL;
    assert_int_equal(sqlite3_open_v2(path, &raw, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(raw, "PRAGMA recursive_triggers = ON", NULL, NULL, NULL), SQLITE_OK);
    return raw;
}

UNUSED static void raw_run(sqlite3 *raw, const char *sql)
{
    char *said = NULL;
    if (sqlite3_exec(raw, sql, NULL, NULL, &said) != SQLITE_OK)
        fail_msg("%s: %s", sql, said);
}

/* Changes the file with the guards taken down and put up again, as somebody would who knows them. */
UNUSED static void tamper(const char *path, const char *sql)
{
    sqlite3 *raw = raw_open(path);
    sqlite3_stmt *stmt = NULL;
    struct buf guards = {0}, drops = {0};
    raw_run(raw, "PRAGMA foreign_keys = OFF");
    assert_int_equal(
        sqlite3_prepare_v2(raw, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", -1, &stmt, NULL),
        SQLITE_OK);
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        buf_printf(&drops, "DROP TRIGGER %s;", sqlite3_column_text(stmt, 0));
        buf_printf(&guards, "%s;", sqlite3_column_text(stmt, 1));
    }
    sqlite3_finalize(stmt);
    raw_run(raw, drops.ptr);
    raw_run(raw, sql);
    assert_true(sqlite3_total_changes(raw) > 0); /* a change that changes nothing shows nothing */
    raw_run(raw, guards.ptr);
    sqlite3_close(raw);
    buf_release(&guards);
    buf_release(&drops);
}

UNUSED static int64_t raw_integer(const char *path, const char *sql)
{
    sqlite3 *raw = raw_open(path);
    sqlite3_stmt *stmt = NULL;
    assert_int_equal(sqlite3_prepare_v2(raw, sql, -1, &stmt, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
    int64_t value = sqlite3_column_int64(stmt, 0);
    sqlite3_finalize(stmt);
    sqlite3_close(raw);
    return value;
}

static void dump_table(sqlite3 *raw, const char *table, struct buf *dump)
{
    sqlite3_stmt *stmt = NULL;
    char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"", table);
    assert_int_equal(sqlite3_prepare_v2(raw, sql, -1, &stmt, NULL), SQLITE_OK);
    while (sqlite3_step(stmt) == SQLITE_ROW) {
        buf_printf(dump, "%s", table);
        for (int i = 0; i < sqlite3_column_count(stmt); i++) {
            buf_char(dump, '|');
            buf_add(dump, sqlite3_column_blob(stmt, i), (size_t)sqlite3_column_bytes(stmt, i));
        }
        buf_char(dump, '\n');
    }
    sqlite3_finalize(stmt);
    sqlite3_free(sql);
}

/* Every row of every table. */
UNUSED static struct str dump_store(struct fixture *fixture)
{
    sqlite3 *raw = raw_open(fixture->path);
    sqlite3_stmt *stmt = NULL;
    struct buf dump = {0};
    assert_int_equal(
        sqlite3_prepare_v2(raw, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", -1, &stmt, NULL),
        SQLITE_OK);
    while (sqlite3_step(stmt) == SQLITE_ROW)
        dump_table(raw, (const char *)sqlite3_column_text(stmt, 0), &dump);
    sqlite3_finalize(stmt);
    sqlite3_close(raw);
    struct str kept = arena_str(&fixture->arena, buf_view(&dump));
    buf_release(&dump);
    return kept;
}

/* ---- documents and claims ---- */

#define ARTICLE                                                                                                        \
    "The U.S. has committed more than $180 billion to the war, said Ann Example. "                                     \
    "Members should spend 5 percent of GDP, up from 2 percent. It created 12,000 jobs in 2024."

/* A claim on the first place of `literal` in `text`. */
UNUSED static struct claim claim_on(struct str text, const char *literal, enum claim_kind kind, int64_t score)
{
    size_t start = str_find(text, str_from(literal), 0);
    assert_true(start < text.len);
    int64_t end = (int64_t)(start + strlen(literal));
    return (struct claim){
        .literal = str_slice(text, start, (size_t)end),
        .start = (int64_t)start,
        .end = end,
        .start_char = (int64_t)start,
        .end_char = end,
        .sentence = text,
        .kind = kind,
        .relation = RELATION_EQUAL,
        .score = score,
    };
}

enum { ARTICLE_CLAIMS = 5 };

UNUSED static void article_claims(struct str text, struct claim claims[ARTICLE_CLAIMS])
{
    claims[0] = claim_on(text, "more than $180 billion", KIND_MONEY, 90);
    claims[0].value = STR("180000000000");
    claims[0].relation = RELATION_ABOVE;
    claims[0].unit = STR("USD");
    claims[0].unit_assumed = true;
    claims[0].speaker = STR("Ann Example");
    claims[1] = claim_on(text, "5 percent", KIND_PERCENT, 60);
    claims[1].of = STR("GDP");
    claims[1].modality = MODALITY_TARGET;
    claims[2] = claim_on(text, "2 percent", KIND_PERCENT, 60);
    claims[2].direction = DIRECTION_UP;
    claims[3] = claim_on(text, "12,000", KIND_COUNT, 75);
    claims[3].unit = STR("job");
    claims[4] = claim_on(text, "2024", KIND_DATE, 5);
    claims[4].relation = RELATION_NONE;
}

UNUSED static bool add_text(struct fixture *fixture, struct str text, const struct claim *claims, size_t count,
                            bool *ret_added, struct err *err)
{
    struct document document = {.name = STR("article.txt"), .media = MEDIA_TEXT, .title = STR("An article")};
    struct intake intake = {&document, text, text, claims, count, ACTION_EXTRACT, STR("Rae Viewer <rae@example.org>")};
    int64_t number = 0;
    return store_add_document(fixture->store, &intake, &number, ret_added, err);
}

/* Takes in the article with its five claims. */
UNUSED static void add_article(struct fixture *fixture)
{
    struct str text = STR(ARTICLE);
    struct claim claims[ARTICLE_CLAIMS];
    struct err err = {0};
    bool added = false;
    article_claims(text, claims);
    if (!add_text(fixture, text, claims, ARTICLE_CLAIMS, &added, &err))
        fail_msg("%s", err.msg);
    assert_true(added);
}

UNUSED static struct tracked_claim find_claim(struct fixture *fixture, const char *name)
{
    struct tracked_claim claim = {0};
    struct err err = {0};
    if (!store_find_claim(fixture->store, str_from(name), &fixture->arena, &claim, &err))
        fail_msg("%s", err.msg);
    return claim;
}

/* ---- review ---- */

#define REVIEWER STR("Rae Viewer <rae@example.org>")

UNUSED static void add_citation(struct fixture *fixture, const char *claim_name, const char *url)
{
    struct tracked_claim claim = find_claim(fixture, claim_name);
    struct source source = {.url = str_from(url), .title = STR("Appropriations")};
    struct citation citation = {.quote = STR("a total of $182.8 billion"), .reviewer = REVIEWER};
    struct err err = {0};
    if (!store_add_citation(fixture->store, &claim, &source, &citation, &fixture->arena, &err))
        fail_msg("%s", err.msg);
}

UNUSED static void add_verdict(struct fixture *fixture, const char *claim_name, enum rating rating)
{
    struct tracked_claim claim = find_claim(fixture, claim_name);
    struct verdict verdict = {.rating = (int)rating, .rationale = STR("It is so."), .reviewer = REVIEWER};
    struct err err = {0};
    if (!store_add_verdict(fixture->store, &claim, &verdict, &fixture->arena, &err))
        fail_msg("%s", err.msg);
}

/* ---- reference series ---- */

/* Invented figures: rainy days of two places that do not exist, by year and quarter. */
struct rain {
    const char *entity, *key, *period, *first, *last, *value, *written;
};

static const struct rain rain[] = {
    {"Nowhere", "=Nowhere", "2021", "2021-01-01", "2021-12-31", "101.50", "101.50"},
    {"Nowhere", "=Nowhere", "2020", "2020-01-01", "2020-12-31", "99", "99"},
    {"Nowhere", "=Nowhere", "2022", "2022-01-01", "2022-12-31", "1103", "1,103"},
    {"Atlantis", "ATL", "2021", "2021-01-01", "2021-12-31", "-3", "-3"},
    {"Atlantis", "ATL", "2022", "2022-01-01", "2022-12-31", "4.0", "4.0"},
};

enum { RAIN = sizeof(rain) / sizeof(rain[0]) };

UNUSED static bool feed_rain(void *ctx, struct series_sink *sink, struct err *err)
{
    (void)ctx;
    for (size_t i = 0; i < RAIN; i++) {
        struct series_point point = {
            .entity_name = str_from(rain[i].entity),
            .key = str_from(rain[i].key),
            .period = str_from(rain[i].period),
            .first = str_from(rain[i].first),
            .last = str_from(rain[i].last),
            .value = str_from(rain[i].value),
            .written = str_from(rain[i].written),
            .row = (int64_t)i + 2,
            .column = STR("Days"),
        };
        if (!series_sink_add(sink, 0, &point, err))
            return false;
    }
    return true;
}

UNUSED static struct series rain_series(const char *name, const char *vintage)
{
    return (struct series){
        .name = str_from(name),
        .vintage = str_from(vintage),
        .measure = STR("rain"),
        .unit = STR("day"),
        .table = STR("rain.csv"),
        .sha256 = STR("00"),
        .column = STR("Days"),
        .added_by = REVIEWER,
    };
}

UNUSED static bool load_rain(struct fixture *fixture, struct series *series, bool *ret_added, struct err *err)
{
    struct series_load load = {.series = series, .count = 1, .feed = feed_rain};
    return store_add_series(fixture->store, &load, &fixture->arena, ret_added, err);
}

UNUSED static void add_series(struct fixture *fixture, const char *name, const char *vintage)
{
    struct series series = rain_series(name, vintage);
    struct err err = {0};
    bool added = false;
    if (!load_rain(fixture, &series, &added, &err))
        fail_msg("%s", err.msg);
    assert_true(added);
}

/* ---- doctor ---- */

UNUSED static void note_fault(void *ctx, const char *fault)
{
    buf_printf(ctx, "%s\n", fault);
}

/* Every fault, a line each; "" for a store that is whole. */
UNUSED static struct str faults_of(struct fixture *fixture)
{
    struct buf faults = {0};
    struct err err = {0};
    if (!store_verify(fixture->store, note_fault, &faults, &err))
        fail_msg("%s", err.msg);
    struct str kept = arena_str(&fixture->arena, buf_view(&faults));
    buf_release(&faults);
    return kept;
}

UNUSED static void assert_text(struct str found, const char *expected)
{
    assert_string_equal(found.ptr ? found.ptr : "(null)", expected);
    assert_int_equal(found.len, strlen(expected));
}

UNUSED static void assert_holds(const char *text, const char *part)
{
    if (!text || !strstr(text, part))
        fail_msg("'%s' does not hold '%s'", text ? text : "", part);
}

#endif
