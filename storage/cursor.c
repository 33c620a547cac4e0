/* Reads keys for listings, batch by batch. */
#include "storage/cursor.h"

enum { BATCH_LEAST = 8, BATCH_MOST = 256 };

/* Takes the row in where it is wanted; false where it and all after it are not. */
static bool take_row(struct cursor *cursor, struct statement *statement)
{
    int64_t key = claim_key(statement_integer(statement, 0), statement_integer(statement, 1));
    int kind = -1;
    if (key > cursor->most)
        return false;
    cursor->from = key + 1;
    if (names_find(&claim_kinds, statement_text(statement, 2), &kind) && (cursor->kinds & 1U << kind) != 0)
        cursor->candidate[cursor->count++] = (struct candidate){key, kind};
    return true;
}

static bool read_batch(struct cursor *cursor, struct err *err)
{
    struct query query;
    bool row = false, done = true;
    size_t rows = 0;
    if (!query_open(cursor->store, SQL_STANDING_KEYS, &query, err))
        return false;
    statement_bind_text(query.statement, 1, cursor->state);
    statement_bind_integer(query.statement, 2, cursor->cited);
    statement_bind_integer(query.statement, 3, key_rank(cursor->from));
    statement_bind_integer(query.statement, 4, key_number(cursor->from));
    statement_bind_integer(query.statement, 5, (int64_t)cursor->batch);
    cursor->count = cursor->next = 0;
    if (cursor->cap < cursor->batch) {
        cursor->cap = cursor->batch;
        cursor->candidate = arena_take(cursor->arena, cursor->cap * sizeof(*cursor->candidate));
    }
    while (rows < cursor->batch && (done = query_next(&query, &row, err)) && row && take_row(cursor, query.statement))
        rows++;
    query_close(&query);
    cursor->ended = rows < cursor->batch;
    cursor->batch = cursor->batch * 2 < BATCH_MOST ? cursor->batch * 2 : BATCH_MOST;
    return done;
}

bool cursor_seek(struct cursor *cursor, int64_t at, struct candidate *ret, bool *ret_found, struct err *err)
{
    for (;;) {
        while (cursor->next < cursor->count && cursor->candidate[cursor->next].key < at)
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
        *ret = cursor->candidate[cursor->next];
    return true;
}
