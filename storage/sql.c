/* The statements by name: prepared on first use, kept in the store, handed out one query at a time. */
#include "storage/sql.h"

struct named {
    const char *name, *text;
};

static const struct named statements[SQL_END] = {
#define STATEMENT(name, text) [SQL_##name] = {#name, text},
#include "storage/statements.def"
#undef STATEMENT
};

const char *sql_name(enum statement_name name)
{
    return statements[name].name;
}

const char *sql_text(enum statement_name name)
{
    switch (name) {
    case SQL_FINDER_ADD:
        return finder_sql(FINDER_ADD);
    case SQL_FINDER_KEYS:
        return finder_sql(FINDER_KEYS);
    case SQL_FINDER_COUNT:
        return finder_sql(FINDER_COUNT);
    default:
        return statements[name].text;
    }
}

void sql_release(struct store *store)
{
    for (size_t i = 0; i < SQL_END; i++) {
        statement_free(store->statement[i]);
        store->statement[i] = NULL;
    }
}

bool query_open(struct store *store, enum statement_name name, struct query *ret, struct err *err)
{
    struct statement *statement = store->in_use[name] ? NULL : store->statement[name];
    if (!statement && !driver_prepare(store->driver, sql_text(name), &statement, err))
        return false;
    if (!store->in_use[name]) {
        store->statement[name] = statement;
        store->in_use[name] = true;
    }
    *ret = (struct query){store, name, statement};
    return true;
}

bool query_next(struct query *query, bool *ret_row, struct err *err)
{
    return statement_step(query->statement, ret_row, err);
}

void query_again(struct query *query)
{
    statement_reset(query->statement);
}

void query_close(struct query *query)
{
    struct store *store = query->store;
    if (!query->statement)
        return;
    if (query->statement == store->statement[query->name]) {
        statement_reset(query->statement);
        store->in_use[query->name] = false;
    } else {
        statement_free(query->statement);
    }
    query->statement = NULL;
}

bool query_run(struct query *query, struct err *err)
{
    bool row;
    bool done = query_next(query, &row, err);
    query_close(query);
    return done;
}

bool query_integer(struct store *store, enum statement_name name, int64_t *ret, struct err *err)
{
    struct query query;
    bool row = false;
    if (!query_open(store, name, &query, err))
        return false;
    bool done = query_next(&query, &row, err);
    if (done)
        *ret = row ? statement_integer(query.statement, 0) : 0;
    query_close(&query);
    return done;
}
