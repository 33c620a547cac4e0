/* Reads keys for listings, batch by batch. */
#include "storage/cursor.h"

enum { BATCH_LEAST = 8 };

static bool wants(const struct cursor *cursor, struct str kind)
{
    int value = -1;
    return names_find(&claim_kinds, kind, &value) && (cursor->kinds & 1U << value) != 0;
}

static void bind_standing(const struct cursor *cursor, struct statement *statement, size_t batch)
{
    statement_bind_text(statement, 1, cursor->state);
    statement_bind_integer(statement, 2, cursor->cited);
    statement_bind_integer(statement, 3, key_rank(cursor->from));
    statement_bind_integer(statement, 4, key_number(cursor->from));
    statement_bind_integer(statement, 5, (int64_t)batch);
}

static void bind_finder(const struct cursor *cursor, struct statement *statement, size_t batch)
{
    statement_bind_text(statement, 1, buf_view(cursor->query));
    statement_bind_integer(statement, 2, cursor->from);
    statement_bind_integer(statement, 3, cursor->most);
    statement_bind_integer(statement, 4, (int64_t)batch);
}

/* Takes the row's key in where it is wanted; false where it and all after it are not. */
static bool take_row(struct cursor *cursor, struct statement *statement)
{
    int64_t key = statement_integer(statement, 0);
    if (!cursor->query)
        key = claim_key(key, statement_integer(statement, 1));
    if (key > cursor->most)
        return false;
    cursor->from = key + 1;
    if (cursor->query || wants(cursor, statement_text(statement, 2)))
        cursor->key[cursor->count++] = key;
    return true;
}

static bool read_batch(struct cursor *cursor, struct err *err)
{
    struct query query;
    bool row = false, done = true;
    size_t rows = 0;
    if (!query_open(cursor->store, cursor->query ? SQL_FINDER_KEYS : SQL_STANDING_KEYS, &query, err))
        return false;
    if (cursor->query)
        bind_finder(cursor, query.statement, cursor->batch);
    else
        bind_standing(cursor, query.statement, cursor->batch);
    cursor->count = cursor->next = 0;
    while (rows < cursor->batch && (done = query_next(&query, &row, err)) && row && take_row(cursor, query.statement))
        rows++;
    query_close(&query);
    cursor->ended = rows < cursor->batch;
    cursor->batch = cursor->batch * 2 < CURSOR_KEYS_MOST ? cursor->batch * 2 : CURSOR_KEYS_MOST;
    return done;
}

bool cursor_seek(struct cursor *cursor, int64_t at, int64_t *ret_key, bool *ret_found, struct err *err)
{
    for (;;) {
        while (cursor->next < cursor->count && cursor->key[cursor->next] < at)
            cursor->next++;
        if (cursor->next < cursor->count || cursor->ended)
            break;
        if (cursor->batch == 0 || at > cursor->from) {
            cursor->from = at > cursor->from ? at : cursor->from;
            cursor->batch = BATCH_LEAST;
        }
        if (!read_batch(cursor, err))
            return false;
    }
    *ret_found = cursor->next < cursor->count;
    if (*ret_found)
        *ret_key = cursor->key[cursor->next];
    return true;
}
