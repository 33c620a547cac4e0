/* Reads keys from the finder, some at a time or all, and hands them out in order. */
#include "storage/found.h"

#include <stdlib.h>

enum { PART_FIRST = 1024, PART_TIMES = 16 };

/* Keys come in ascending order, so that each score's are together. */
static void add_key(struct found *found, int64_t key)
{
    bool same = found->count > 0 && (!found->by_number || key_rank(key) == key_rank(found->key[found->count - 1]));
    if (!same)
        found->run[found->run_count++].next = found->count;
    found->key = mem_grow(found->key, &found->cap, found->count + 1, sizeof(*found->key));
    found->key[found->count++] = key;
    found->run[found->run_count - 1].end = found->count;
}

static bool read_part(struct found *found, struct err *err)
{
    struct query query;
    bool row = false, done = true;
    if (!query_open(found->store, SQL_FINDER_KEYS, &query, err))
        return false;
    found->part = found->part == 0 ? PART_FIRST : found->part * PART_TIMES;
    found->count = found->run_count = 0;
    statement_bind_text(query.statement, 1, buf_view(found->query));
    statement_bind_integer(query.statement, 2, found->from);
    statement_bind_integer(query.statement, 3, found->most);
    statement_bind_integer(query.statement, 4, found->by_number ? INT64_MAX : (int64_t)found->part);
    while ((done = query_next(&query, &row, err)) && row)
        add_key(found, statement_integer(query.statement, 0));
    query_close(&query);
    found->ended = found->by_number || found->count < found->part;
    if (found->count > 0)
        found->from = found->key[found->count - 1] + 1;
    return done;
}

/* The run whose next key comes first; NULL where all are told. */
static struct found_run *first_run(struct found *found)
{
    struct found_run *first = NULL;
    for (size_t i = 0; i < found->run_count; i++) {
        struct found_run *run = &found->run[i];
        if (run->next < run->end && (!first || key_number(found->key[run->next]) < key_number(found->key[first->next])))
            first = run;
    }
    return first;
}

bool found_next(struct found *found, int64_t *ret_key, bool *ret_found, struct err *err)
{
    struct found_run *run = first_run(found);
    while (!run && !found->ended) {
        if (!read_part(found, err))
            return false;
        run = first_run(found);
    }
    *ret_found = run != NULL;
    if (run)
        *ret_key = found->key[run->next++];
    return true;
}

void found_release(struct found *found)
{
    free(found->key);
    *found = (struct found){0};
}
