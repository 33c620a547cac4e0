/*
 * The driver: the seam behind which the database stands. driver_sqlite.c is the one that is there; nothing else names
 * the database's own interface, so that a second one can be put in its place.
 *
 * What crosses the seam is the part of SQL that SQLite and PostgreSQL both read: placeholders $1, $2, … that first
 * appear in that order, ON CONFLICT … DO …, CAST(x AS TEXT), single quotes around text, full
 * GROUP BY. Only the migrations (types, guards) are written for one database; another driver brings its own.
 *
 * Errors are ERR_STORE with the store's path in them, but where a function says otherwise.
 */
#ifndef STORAGE_DRIVER_H
#define STORAGE_DRIVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/buf.h"
#include "core/base/err.h"
#include "core/base/mem.h"
#include "core/base/str.h"

struct driver;    /* one connection to one store, of one thread */
struct statement; /* a prepared statement of it */

/*
 * How a store is made, step by step. Step i (from 0) takes a store from version i to version i + 1 and records that
 * itself, as its last command. Each is run in one transaction.
 */
struct migrations {
    uint32_t application; /* the mark by which a store is known */
    const char *const *step;
    int count;
};

/*
 * Opens the store at `path`, with `create` makes it where there is none (mode 0600), and runs the steps that it lacks.
 * ERR_ABSENT: there is none (a file that holds nothing yet is none either). A file that is something else, or a store
 * that is newer than `migrations`, is refused and left as it is.
 */
bool driver_open(const char *path, bool create, const struct migrations *migrations, struct driver **ret_driver,
                 struct err *err);
/* A store that is gone when it is closed: what a new store looks like, or what is only tried. What is large goes to disk. */
bool driver_open_scratch(const struct migrations *migrations, struct driver **ret_driver, struct err *err);
void driver_close(struct driver *driver); /* NULL does nothing; all its statements must have been freed */

/* With `write`, nobody else can write until the end; without, what is read is of one moment. They do not nest. */
bool driver_begin(struct driver *driver, bool write, struct err *err);
bool driver_commit(struct driver *driver, struct err *err); /* true: it survives the loss of power */
void driver_rollback(struct driver *driver);                /* does nothing outside a transaction */

/*
 * Transactions between these two are parts of one, which ends with the second: each can still be rolled back by itself, and
 * none survives the loss of power before the end.
 */
bool driver_begin_group(struct driver *driver, struct err *err);
bool driver_end_group(struct driver *driver, struct err *err);

/* Tables, indexes and guards, in the order of their types and names; all in `arena`. */
struct driver_object {
    struct str type, name, sql;
};
bool driver_objects(struct driver *driver, struct arena *arena, struct driver_object **ret, size_t *ret_count,
                    struct err *err);

/* The database's own checks of itself: one call a fault. */
typedef void driver_fault_fn(void *ctx, const char *fault);
bool driver_check(struct driver *driver, driver_fault_fn *fn, void *ctx, struct err *err);

bool driver_prepare(struct driver *driver, const char *sql, struct statement **ret_statement, struct err *err);
void statement_free(struct statement *statement);  /* NULL does nothing */
void statement_reset(struct statement *statement); /* ready to be bound and run again */

/*
 * Binds: `at` counts from 1. Text and bytes are read, not copied, and must stay until the statement is reset. A bind
 * that fails makes the next step fail, so that only that needs looking at.
 */
void statement_bind_integer(struct statement *statement, int at, int64_t value);
void statement_bind_text(struct statement *statement, int at, struct str text);   /* STR_NULL is NULL */
void statement_bind_bytes(struct statement *statement, int at, struct str bytes); /* STR_NULL is NULL */

/* Runs to the next row: *ret_row is false at the end. */
bool statement_step(struct statement *statement, bool *ret_row, struct err *err);

/* Columns of the row, from 0. Text and bytes live until the next step or reset. */
bool statement_is_null(struct statement *statement, int column);
int64_t statement_integer(struct statement *statement, int column); /* 0 for NULL */
struct str statement_text(struct statement *statement, int column); /* STR_NULL for NULL */
struct str statement_bytes(struct statement *statement, int column);

/*
 * The finder: a text index over claims, which is where databases have no SQL in common; so its statements are the
 * driver's own, and this is what each must do. An entry is added once and never changed. It has
 *
 *   key                 a positive integer; listings want entries in its order
 *   sentence, speaker   texts, found by the words in them: letters of either case, with or without accents, and the
 *                       endings of English words left off ("tanks" finds "tank")
 *   kind                words of ASCII letters, one of which is asked for
 *   name                one word of ASCII letters and digits, found by how it begins
 */
enum finder_statement {
    FINDER_ADD,   /* $1 key, $2 sentence, $3 speaker, $4 kind, $5 name */
    FINDER_KEYS,  /* $1 query, $2 the least key, $3 the greatest, $4 at most so many: the keys, in ascending order */
    FINDER_COUNT, /* $1 query: how many */
    FINDER_END,
};
const char *finder_sql(enum finder_statement statement);

/*
 * Puts the index in order after many entries were added, so that searches have fewer places to look at. It takes a while
 * where it has not been done for long, in steps between which others can write.
 */
bool finder_settle(struct driver *driver, struct err *err);

/* What is looked for: all that is not null. */
struct finder_wanted {
    /*
     * Every word of it, in any order; what stands in "double quotes" in that order and together; a word that ends in "*"
     * stands for all that begin with it.
     */
    struct str sentence, speaker;
    const struct str *kinds; /* any of them */
    size_t kind_count;
    struct str name; /* how it begins */
    /* A text in which there is no word ("$") is passed over; otherwise it finds nothing. With it, only one kind. */
    bool wordless_pass;
    /* Words that end in "*" are left out, and what may be no word: the rest finds all that the whole does, and more. */
    bool whole_words;
};

/* A store that has nothing but a finder: for driver_open_scratch(). */
extern const struct migrations finder_alone;

/* The query of FINDER_KEYS for it; empty where nothing is wanted. Whether anything was left out. */
bool finder_query(const struct finder_wanted *wanted, struct buf *ret);

#endif
