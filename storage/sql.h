/*
 * The open store and its statements: what the files of this folder share and nobody outside sees.
 *
 * Each statement of statements.def is prepared when it is first used and kept until the store is closed. A query is one
 * use of it. A statement that is in use already (a callback that asks the store the same thing again) is prepared a
 * second time for that query alone, so queries nest freely.
 */
#ifndef STORAGE_SQL_H
#define STORAGE_SQL_H

#include "storage/driver.h"
#include "storage/pack.h"
#include "storage/store.h"

enum statement_name {
#define STATEMENT(name, text) SQL_##name,
#include "storage/statements.def"
#undef STATEMENT
    SQL_END,
};

struct store {
    struct driver *driver;
    struct statement *statement[SQL_END]; /* NULL until first used */
    bool in_use[SQL_END];
    struct packer packer;
};

/* For messages and for the test that walks them all. */
const char *sql_name(enum statement_name name);
const char *sql_text(enum statement_name name);

/* Frees the prepared statements. */
void sql_release(struct store *store);

struct query {
    struct store *store;
    enum statement_name name;
    struct statement *statement; /* what to bind to and read from; NULL in a query that is not open */
};

bool query_open(struct store *store, enum statement_name name, struct query *ret, struct err *err);
bool query_next(struct query *query, bool *ret_row, struct err *err);
void query_again(struct query *query); /* to be bound and run once more */
void query_close(struct query *query); /* `{0}` does nothing, nor does closing twice */

/* Runs what gives no rows, and closes the query whether or not it succeeds. */
bool query_run(struct query *query, struct err *err);

/* The integer that a statement without binds gives. */
bool query_integer(struct store *store, enum statement_name name, int64_t *ret, struct err *err);

#endif
