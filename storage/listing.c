/*
 * Listing claims by a filter, in order, off indexes alone.
 *
 * A filter names some kinds, some states (open, or the rating that counts), and cited or not. The index of `standing`
 * begins with these three, so each combination is one stream of keys that the index gives in the wanted order; a
 * listing merges the streams. A stream reads some keys at a time, from where it left off, and holds no statement open
 * meanwhile, so that whoever is called with a claim may use the store as they like. The claims of one document are a
 * single stream, filtered here. Words and speakers are looked for in the claims themselves.
 */
#include <stdlib.h>
#include <string.h>

#include "storage/claim.h"

enum { BATCH = 32, STATES = RATING_END + 1 /* and open */, STREAMS = STATES * 2 * KIND_END };

struct key {
    int64_t rank, number; /* minus the score; the claim's number */
};

struct stream {
    struct str state, kind;
    bool cited;
    struct key key[BATCH];
    size_t count, next; /* how many keys there are, and which comes next */
    struct key last;    /* the last one read, wanted or not: where to go on */
    bool ended;
};

struct listing {
    struct store *store;
    const struct claim_filter *filter;
    struct stream *stream;
    size_t stream_count;
    struct key told; /* the last one that was handed out */
};

static const struct key before_all = {INT64_MIN, 0};

static bool is_before(const struct listing *listing, struct key a, struct key b)
{
    if (listing->filter->order == ORDER_SCORE && a.rank != b.rank)
        return a.rank < b.rank;
    return a.number < b.number;
}

static bool wants_kind(const struct claim_filter *filter, int kind)
{
    return filter->kinds == 0 ? !kind_is_background(kind) : (filter->kinds & 1U << kind) != 0;
}

/* `state` is a rating, or RATING_END for open. */
static bool wants_state(const struct claim_filter *filter, int state)
{
    if (filter->open && state != RATING_END)
        return false;
    return filter->ratings == 0 || (state != RATING_END && (filter->ratings & 1U << state) != 0);
}

static struct str state_name(int state)
{
    return state == RATING_END ? STR("open") : str_from(ratings.name[state]);
}

static void add_stream(struct listing *listing, int state, bool cited, int kind)
{
    struct stream *stream = &listing->stream[listing->stream_count++];
    stream->state = state_name(state);
    stream->cited = cited;
    stream->kind = str_from(claim_kinds.name[kind]);
    stream->last = before_all;
}

static void add_streams(struct listing *listing)
{
    const struct claim_filter *filter = listing->filter;
    if (filter->document > 0) {
        listing->stream[listing->stream_count++].last = before_all;
        return;
    }
    for (int state = 0; state < STATES; state++)
        for (int cited = 0; wants_state(filter, state) && cited <= (filter->uncited ? 0 : 1); cited++)
            for (int kind = 0; kind < KIND_END; kind++)
                if (wants_kind(filter, kind))
                    add_stream(listing, state, cited, kind);
}

/* Binds where to go on, and how many: what the four statements end with. */
static void bind_range(struct listing *listing, const struct stream *stream, struct statement *statement, int at)
{
    if (listing->filter->order == ORDER_SCORE) {
        statement_bind_integer(statement, at++, stream->last.rank);
        statement_bind_integer(statement, at++, stream->last.number);
    } else {
        statement_bind_integer(statement, at++, stream->last.number);
        statement_bind_integer(statement, at++, -listing->filter->minimum_score);
    }
    statement_bind_integer(statement, at, BATCH);
}

static enum statement_name statement_of(struct listing *listing)
{
    bool by_rank = listing->filter->order == ORDER_SCORE;
    if (listing->filter->document > 0)
        return by_rank ? SQL_STANDING_OF_DOCUMENT_BY_RANK : SQL_STANDING_OF_DOCUMENT_BY_NUMBER;
    return by_rank ? SQL_STANDING_KEYS_BY_RANK : SQL_STANDING_KEYS_BY_NUMBER;
}

/* Whether a row of a document's stream is one that the filter wants; the other streams hold nothing else. */
static bool row_passes(const struct claim_filter *filter, struct statement *statement)
{
    int state = RATING_END, kind = -1;
    if (filter->document == 0)
        return true;
    struct str state_text = statement_text(statement, 2);
    if (!str_eq(state_text, STR("open")) && !names_find(&ratings, state_text, &state))
        return false;
    if (!names_find(&claim_kinds, statement_text(statement, 4), &kind))
        return false;
    return wants_state(filter, state) && wants_kind(filter, kind) &&
           !(filter->uncited && statement_integer(statement, 3) != 0);
}

/* By score, what comes after the lowest one that is wanted is not wanted either. */
static bool is_too_low(const struct claim_filter *filter, struct key key)
{
    return key.rank > -filter->minimum_score;
}

static bool read_batch(struct listing *listing, struct stream *stream, struct err *err)
{
    struct query query;
    bool row = false, done = true;
    size_t rows = 0;
    if (!query_open(listing->store, statement_of(listing), &query, err))
        return false;
    int at = 1;
    if (listing->filter->document > 0) {
        statement_bind_integer(query.statement, at++, listing->filter->document);
    } else {
        statement_bind_text(query.statement, at++, stream->state);
        statement_bind_integer(query.statement, at++, stream->cited);
        statement_bind_text(query.statement, at++, stream->kind);
    }
    bind_range(listing, stream, query.statement, at);
    stream->count = stream->next = 0;
    while (rows < BATCH && (done = query_next(&query, &row, err)) && row) {
        rows++;
        stream->last = (struct key){statement_integer(query.statement, 0), statement_integer(query.statement, 1)};
        if (is_too_low(listing->filter, stream->last))
            break;
        if (row_passes(listing->filter, query.statement))
            stream->key[stream->count++] = stream->last;
    }
    query_close(&query);
    stream->ended = rows < BATCH || is_too_low(listing->filter, stream->last);
    return done;
}

/*
 * Sees to it that the stream has a key, unless it is at its end. What was told already is behind us: a claim whose
 * state was changed by whoever was called with it must not come again out of another stream.
 */
static bool fill(struct listing *listing, struct stream *stream, struct err *err)
{
    while (stream->next == stream->count && !stream->ended) {
        if (is_before(listing, stream->last, listing->told))
            stream->last = listing->told;
        if (!read_batch(listing, stream, err))
            return false;
    }
    return true;
}

/* The next key in the listing's order; *ret_stream is NULL at the end. */
static bool pick(struct listing *listing, struct stream **ret_stream, struct err *err)
{
    struct stream *first = NULL;
    for (size_t i = 0; i < listing->stream_count; i++) {
        struct stream *stream = &listing->stream[i];
        if (!fill(listing, stream, err))
            return false;
        if (stream->next < stream->count &&
            (!first || is_before(listing, stream->key[stream->next], first->key[first->next])))
            first = stream;
    }
    *ret_stream = first;
    return true;
}

static bool tell(struct listing *listing, claim_fn *fn, void *ctx, struct err *err)
{
    struct arena arena = {0};
    struct stream *stream = NULL;
    int64_t told = 0, limit = listing->filter->limit;
    bool more = true, done = true;
    while (more && (limit == 0 || told < limit) && (done = pick(listing, &stream, err)) && stream) {
        struct tracked_claim claim = {0};
        bool found = false;
        struct key key = stream->key[stream->next++];
        if (is_before(listing, listing->told, key)) {
            listing->told = key;
            done = claim_read(listing->store, key.number, listing->filter, &arena, &claim, &found, err);
        }
        if (done && found) {
            told++;
            more = fn(ctx, &claim);
        }
        more = more && done;
        arena_reset(&arena);
    }
    arena_release(&arena);
    return done;
}

bool store_claims(struct store *store, const struct claim_filter *filter, claim_fn *fn, void *ctx, struct err *err)
{
    struct listing listing = {.store = store, .filter = filter, .told = before_all};
    listing.stream = mem_alloc(STREAMS * sizeof(*listing.stream));
    add_streams(&listing);
    bool done = tell(&listing, fn, ctx, err);
    free(listing.stream);
    return done;
}
