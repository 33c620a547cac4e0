/* Opening and closing a store, and counting what is in it. Each record type has a file of its own beside this one. */
#include <stdlib.h>

#include "storage/schema.h"
#include "storage/sql.h"

static struct store *store_of(struct driver *driver)
{
    struct store *store = mem_alloc(sizeof(*store));
    store->driver = driver;
    return store;
}

bool store_open(const char *path, bool create, struct store **ret_store, struct err *err)
{
    struct driver *driver = NULL;
    if (!driver_open(path, create, &schema_migrations, &driver, err))
        return false;
    *ret_store = store_of(driver);
    return true;
}

bool store_open_scratch(struct store **ret_store, struct err *err)
{
    struct driver *driver = NULL;
    if (!driver_open_scratch(&schema_migrations, &driver, err))
        return false;
    *ret_store = store_of(driver);
    return true;
}

void store_close(struct store *store)
{
    if (!store)
        return;
    sql_release(store);
    driver_close(store->driver);
    packer_release(&store->packer);
    free(store);
}

bool store_begin_group(struct store *store, struct err *err)
{
    return driver_begin_group(store->driver, err);
}

bool store_end_group(struct store *store, struct err *err)
{
    return driver_end_group(store->driver, err);
}

bool store_begin_reading(struct store *store, struct err *err)
{
    return driver_begin(store->driver, false, err);
}

void store_end_reading(struct store *store)
{
    driver_rollback(store->driver);
}

bool store_settle(struct store *store, struct err *err)
{
    return finder_settle(store->driver, err);
}

static bool count_rows(struct store *store, struct store_counts *counts, struct err *err)
{
    struct query query;
    bool row = false;
    if (!query_open(store, SQL_COUNT_ROWS, &query, err))
        return false;
    bool done = query_next(&query, &row, err);
    if (done && row) {
        counts->documents = statement_integer(query.statement, 0);
        counts->sources = statement_integer(query.statement, 1);
        counts->citations = statement_integer(query.statement, 2);
        counts->verdicts = statement_integer(query.statement, 3);
        counts->events = statement_integer(query.statement, 4);
        counts->series = statement_integer(query.statement, 5);
    }
    query_close(&query);
    return done;
}

/* Adds one group of claims that stand alike. */
static void count_group(struct store_counts *counts, struct str state, bool cited, struct str kind, int64_t count,
                        bool reviewed_background)
{
    int kind_value = -1, rating;
    bool reviewed = cited || !str_eq(state, STR("open"));
    if (names_find(&claim_kinds, kind, &kind_value) && kind_is_background(kind_value) &&
        !(reviewed_background && reviewed)) {
        counts->background += count;
        return;
    }
    counts->claims += count;
    if (cited)
        counts->cited += count;
    if (names_find(&ratings, state, &rating))
        counts->by_rating[rating] += count;
    else
        counts->open += count;
}

static bool count_claims(struct store *store, bool reviewed_background, struct store_counts *counts, struct err *err)
{
    struct query query;
    bool row = false, done = true;
    if (!query_open(store, SQL_TALLY_ALL, &query, err))
        return false;
    while ((done = query_next(&query, &row, err)) && row)
        count_group(counts, statement_text(query.statement, 0), statement_integer(query.statement, 1) != 0,
                    statement_text(query.statement, 2), statement_integer(query.statement, 3), reviewed_background);
    query_close(&query);
    return done;
}

bool store_count(struct store *store, struct store_counts *ret, struct err *err)
{
    struct store_counts counts = {0};
    if (!driver_begin(store->driver, false, err))
        return false;
    bool done = count_rows(store, &counts, err) && count_claims(store, false, &counts, err);
    driver_rollback(store->driver);
    if (done)
        *ret = counts;
    return done;
}

bool store_count_to_report(struct store *store, struct store_counts *ret, struct err *err)
{
    struct store_counts counts = {0};
    bool done = count_rows(store, &counts, err) && count_claims(store, true, &counts, err);
    if (done)
        *ret = counts;
    return done;
}
