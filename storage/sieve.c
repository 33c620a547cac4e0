/* Puts claims through a finder of their own. Listings do it with the first that they come upon. */
#include "storage/sieve.h"

static bool set_up(struct sieve *sieve, struct err *err)
{
    return sieve->driver || (driver_open_scratch(&finder_alone, &sieve->driver, err) &&
                             driver_prepare(sieve->driver, finder_sql(FINDER_ADD), &sieve->add, err) &&
                             driver_prepare(sieve->driver, finder_sql(FINDER_KEYS), &sieve->keys, err));
}

void sieve_release(struct sieve *sieve)
{
    statement_free(sieve->add);
    statement_free(sieve->keys);
    driver_close(sieve->driver);
    *sieve = (struct sieve){0};
}

/* The claim's words, bound while the statement that reads them is at its row. */
static bool add_claim(struct sieve *sieve, struct store *store, const struct candidate *candidate, int64_t entry,
                      struct err *err)
{
    struct query words;
    bool row = false;
    if (!query_open(store, SQL_CLAIM_WORDS, &words, err))
        return false;
    statement_bind_integer(words.statement, 1, key_number(candidate->key));
    bool done = query_next(&words, &row, err);
    statement_bind_integer(sieve->add, 1, entry);
    if (done && row) {
        statement_bind_text(sieve->add, 2, statement_text(words.statement, 0));
        statement_bind_text(sieve->add, 3, statement_text(words.statement, 1));
        statement_bind_text(sieve->add, 4, finder_kind(candidate->kind));
        done = statement_step(sieve->add, &row, err);
    }
    statement_reset(sieve->add);
    query_close(&words);
    return done;
}

/* Entries are numbered from 1, in the order of the candidates. */
static bool keep_found(struct sieve *sieve, const struct buf *query, struct candidate *candidates, size_t *count,
                       struct err *err)
{
    size_t kept = 0;
    bool row = false, done = true;
    statement_bind_text(sieve->keys, 1, buf_view(query));
    statement_bind_integer(sieve->keys, 2, 1);
    statement_bind_integer(sieve->keys, 3, (int64_t)*count);
    statement_bind_integer(sieve->keys, 4, (int64_t)*count);
    while ((done = statement_step(sieve->keys, &row, err)) && row)
        candidates[kept++] = candidates[statement_integer(sieve->keys, 0) - 1];
    statement_reset(sieve->keys);
    *count = kept;
    return done;
}

bool sieve_keep(struct sieve *sieve, struct store *store, const struct buf *query, struct candidate *candidates,
                size_t *count, struct err *err)
{
    if (!set_up(sieve, err) || !driver_begin(sieve->driver, true, err))
        return false;
    bool done = true;
    for (size_t i = 0; done && i < *count; i++)
        done = add_claim(sieve, store, &candidates[i], (int64_t)i + 1, err);
    done = done && keep_found(sieve, query, candidates, count, err);
    driver_rollback(sieve->driver); /* which empties it */
    return done;
}
