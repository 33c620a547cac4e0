/* Doctor's walk over what listings read instead of the claims: where each stands, what is counted, and the finder. All of
 * it follows from rows that the other walks look at. */
#include "storage/standing.h"
#include "storage/verify.h"

static bool verify_standing(struct verify *verify, struct err *err)
{
    struct query query;
    bool row = false, done = true;
    if (!query_open(verify->store, SQL_STANDING_FAULTS, &query, err))
        return false;
    while ((done = query_next(&query, &row, err)) && row)
        verify_fault(verify, "claim %lld: listings do not show it as it stands",
                     (long long)statement_integer(query.statement, 0));
    query_close(&query);
    return done;
}

static bool verify_tally(struct verify *verify, struct err *err)
{
    int64_t faults = 0;
    if (!query_integer(verify->store, SQL_TALLY_FAULTS, &faults, err))
        return false;
    if (faults != 0)
        verify_fault(verify, "the counts that 'status' shows are not what there is");
    return true;
}

/* A text as one phrase: what stands in quotation marks is looked for in its order and together. */
static struct str as_phrase(struct str text, struct arena *arena)
{
    if (!text.ptr)
        return STR_NULL;
    char *words = arena_cstr(arena, text);
    for (size_t i = 0; i < text.len; i++)
        if (words[i] == '"')
            words[i] = ' ';
    return arena_printf(arena, "\"%.*s\"", (int)text.len, words);
}

/* The first entry that the query finds from one key to another; 0 for none. */
static bool find_key(struct verify *verify, struct str text, int64_t least, int64_t most, int64_t *ret, struct err *err)
{
    struct query query;
    bool row = false;
    if (!query_open(verify->store, SQL_FINDER_KEYS, &query, err))
        return false;
    statement_bind_text(query.statement, 1, text);
    statement_bind_integer(query.statement, 2, least);
    statement_bind_integer(query.statement, 3, most);
    statement_bind_integer(query.statement, 4, 1);
    bool done = query_next(&query, &row, err);
    if (done)
        *ret = row ? statement_integer(query.statement, 0) : 0;
    query_close(&query);
    return done;
}

static bool verify_entry(struct verify *verify, struct statement *claim, struct buf *query, struct err *err)
{
    struct arena *arena = &verify->arena;
    int64_t number = statement_integer(claim, 0), found = 0;
    int64_t key = claim_key(-statement_integer(claim, 1), number);
    struct finder_name name = finder_name(statement_text(claim, 5));
    struct str kind = statement_text(claim, 4);
    struct finder_wanted wanted = {
        .sentence = as_phrase(statement_text(claim, 2), arena),
        .speaker = as_phrase(statement_text(claim, 3), arena),
        .kinds = &kind,
        .kind_count = 1,
        .name = str_from(name.digits),
        .wordless_pass = true,
    };
    finder_query(&wanted, query);
    if (!find_key(verify, buf_view(query), key, key, &found, err))
        return false;
    if (found != key)
        verify_fault(verify, "claim %lld: a search does not find it by its words", (long long)number);
    return true;
}

/* Every entry has a kind; one more of them than claims is one that no claim made. */
static bool count_entries(struct verify *verify, struct buf *query, int64_t *ret, struct err *err)
{
    struct query counting;
    struct str kind[KIND_END];
    bool row = false;
    for (int i = 0; i < KIND_END; i++)
        kind[i] = str_from(claim_kinds.name[i]);
    finder_query(&(struct finder_wanted){.kinds = kind, .kind_count = KIND_END}, query);
    if (!query_open(verify->store, SQL_FINDER_COUNT, &counting, err))
        return false;
    statement_bind_text(counting.statement, 1, buf_view(query));
    bool done = query_next(&counting, &row, err);
    if (done)
        *ret = row ? statement_integer(counting.statement, 0) : 0;
    query_close(&counting);
    return done;
}

static bool verify_finder(struct verify *verify, struct err *err)
{
    struct query query;
    struct buf text = {0};
    int64_t claims = 0, entries = 0;
    bool row = false, done = true;
    if (!query_open(verify->store, SQL_CLAIM_ALL_FOUND, &query, err))
        return false;
    while (done && (done = query_next(&query, &row, err)) && row) {
        done = verify_entry(verify, query.statement, &text, err);
        arena_reset(&verify->arena);
        claims++;
    }
    query_close(&query);
    done = done && count_entries(verify, &text, &entries, err);
    if (done && entries > claims)
        verify_fault(verify, "a search finds a claim that is not there, or more than one");
    buf_release(&text);
    return done;
}

/* A walk of these that breaks off leaves the others theirs. */
bool verify_listings(struct verify *verify, struct err *err)
{
    bool standing = verify_standing(verify, err);
    if (!verify_tally(verify, err) || !verify_finder(verify, err))
        return false;
    return standing;
}
