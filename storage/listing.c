/*
 * Listing claims by a filter, in order, off indexes alone.
 *
 * The claims that a listing comes upon are those of the wanted states and scores, in its order: off the index of
 * `standing` (walk.h), or those of one document, read at once and sorted. Where something is to be found, words, a speaker
 * or kinds, the first of them are put through a sieve (sieve.h): what many claims have is on the first page already. For
 * the rest the finder is asked. It gives all that it finds sooner than it can be asked for each claim, so what it gives
 * (found.h) is looked up in `standing` one by one, or, where the listing would come upon few claims, merged with those.
 */
#include <stdlib.h>

#include "storage/claim.h"
#include "storage/found.h"
#include "storage/sieve.h"
#include "storage/walk.h"

/*
 * How many of the first claims are put through a sieve, and after how many of them it ends where none is that is looked
 * for. It pays to look at more where the finder takes longer: by number it has to give all that it has, and a word that
 * ends in "*" takes it long where it stands for many. Few of which only the kind is asked need no finder at all.
 */
struct effort {
    size_t least, most;
};
static const struct effort effort_cheap = {64, 512}, effort_dear = {512, 1536};

enum {
    BLOCK_LEAST = 64,
    BLOCK_MOST = 1024,
    FEW = 16, /* of so many claims the listing comes upon one at most */
};

struct listing {
    struct store *store;
    const struct claim_filter *filter;
    unsigned kinds;
    struct buf query; /* of the finder; empty where nothing is to be found */
    struct buf whole; /* the same without words that end in "*"; it may be nothing */
    bool begun_words; /* there is one that ends so */
    struct walks walks;
    struct candidate *of_document; /* instead of walks */
    size_t count, next, cap;
    bool few;              /* it comes upon few claims: these are merged with what is found */
    struct candidate held; /* comes next, where `holds` */
    bool holds, ended;
    int64_t behind; /* the place up to which all are looked at */
    int64_t told;
    claim_fn *fn;
    void *ctx;
    struct arena arena; /* the claim that is told of */
    bool stopped;
};

/* ---- what is wanted ---- */

static unsigned wanted_kinds(const struct claim_filter *filter)
{
    unsigned kinds = filter->kinds & ((1U << KIND_END) - 1);
    for (int kind = 0; filter->kinds == 0 && kind < KIND_END; kind++)
        if (!kind_is_background(kind))
            kinds |= 1U << kind;
    return kinds;
}

/*
 * Most claims are of some kind or other that is listed when none is asked for: kinds are looked for where some were named,
 * and with words, so that the many dates that have them are not found.
 */
static void prepare_query(struct listing *listing)
{
    const struct claim_filter *filter = listing->filter;
    struct str kind[KIND_END];
    struct finder_wanted wanted = {.sentence = filter->words, .speaker = filter->speaker, .kinds = kind};
    for (int i = 0; filter->kinds != 0 && i < KIND_END; i++)
        if (listing->kinds & 1U << i)
            kind[wanted.kind_count++] = str_from(claim_kinds.name[i]);
    if (wanted.kind_count == KIND_END)
        wanted.kind_count = 0;
    if (filter->kinds == 0 && (filter->words.ptr || filter->speaker.ptr))
        kind[wanted.kind_count++] = FINDER_LISTED;
    finder_query(&wanted, &listing->query);
    wanted.whole_words = true;
    wanted.kind_count = filter->kinds == 0 ? 0 : wanted.kind_count;
    listing->begun_words = finder_query(&wanted, &listing->whole);
}

static int64_t place(const struct listing *listing, int64_t key)
{
    return listing->filter->order == ORDER_NUMBER ? key_number(key) : key;
}

/* ---- the claims that it comes upon ---- */

static int by_key(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    return x->key < y->key ? -1 : x->key > y->key;
}

static int by_number(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    return key_number(x->key) < key_number(y->key) ? -1 : key_number(x->key) > key_number(y->key);
}

static void add_row(struct listing *listing, struct statement *statement)
{
    int64_t key = claim_key(statement_integer(statement, 0), statement_integer(statement, 1));
    int kind = -1;
    if (key > filter_last_key(listing->filter) || !names_find(&claim_kinds, statement_text(statement, 2), &kind) ||
        (listing->kinds & 1U << kind) == 0 ||
        !filter_wants_standing(listing->filter, statement_text(statement, 3), statement_integer(statement, 4) != 0))
        return;
    listing->of_document =
        mem_grow(listing->of_document, &listing->cap, listing->count + 1, sizeof(*listing->of_document));
    listing->of_document[listing->count++] = (struct candidate){key, kind};
}

static bool read_document(struct listing *listing, struct err *err)
{
    struct query query;
    bool row = false, done = true;
    if (!query_open(listing->store, SQL_STANDING_OF_DOCUMENT, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, listing->filter->document);
    while ((done = query_next(&query, &row, err)) && row)
        add_row(listing, query.statement);
    query_close(&query);
    if (listing->count > 0)
        qsort(listing->of_document, listing->count, sizeof(*listing->of_document),
              listing->filter->order == ORDER_NUMBER ? by_number : by_key);
    return done;
}

/* Where something is to be found, the kinds are: reading on to the next claim of a rare one would take long. */
static bool begin(struct listing *listing, struct err *err)
{
    const struct claim_filter *filter = listing->filter;
    listing->few = true;
    if (filter->document > 0)
        return read_document(listing, err);
    if (!walks_begin(&listing->walks, listing->store, filter, listing->query.len > 0 ? ~0U : listing->kinds, err))
        return false;
    listing->few = listing->walks.claims < listing->walks.all / FEW;
    return true;
}

static bool next_candidate(struct listing *listing, struct candidate *ret, bool *ret_found, struct err *err)
{
    if (listing->holds) {
        *ret_found = true;
        *ret = listing->held;
        listing->holds = false;
    } else if (listing->filter->document > 0) {
        *ret_found = listing->next < listing->count;
        if (*ret_found)
            *ret = listing->of_document[listing->next++];
    } else if (!walks_next(&listing->walks, ret, ret_found, err)) {
        return false;
    }
    if (*ret_found)
        listing->behind = place(listing, ret->key);
    return true;
}

/* It is to come next once more. */
static void hold(struct listing *listing, const struct candidate *candidate)
{
    listing->held = *candidate;
    listing->holds = true;
    listing->behind = place(listing, candidate->key) - 1;
}

/* ---- telling ---- */

static bool tell(struct listing *listing, int64_t key, struct err *err)
{
    struct tracked_claim claim = {0};
    bool found = false;
    bool done = claim_read(listing->store, key_number(key), &listing->arena, &claim, &found, err);
    if (done && found && (listing->kinds & 1U << claim.claim.kind) != 0) {
        listing->told++;
        listing->stopped = !listing->fn(listing->ctx, &claim) || listing->told == listing->filter->limit;
    }
    arena_reset(&listing->arena);
    return done;
}

static bool tell_all(struct listing *listing, struct err *err)
{
    struct candidate candidate;
    bool found = false, done = true;
    while (!listing->stopped && (done = next_candidate(listing, &candidate, &found, err)) && found)
        done = tell(listing, candidate.key, err);
    return done;
}

/* ---- what the finder has of those that it comes upon ---- */

struct meeting {
    struct listing *listing;
    struct found found;
    struct candidate candidate; /* of those the one that is at hand */
    bool at_hand;
};

static void meeting_begin(struct meeting *meeting, struct listing *listing, const struct buf *query)
{
    const struct claim_filter *filter = listing->filter;
    *meeting = (struct meeting){
        .listing = listing,
        .found = {.store = listing->store,
                  .query = query,
                  .from = filter->order == ORDER_SCORE ? listing->behind + 1 : 0,
                  .most = filter_last_key(filter),
                  .by_number = filter->order == ORDER_NUMBER},
    };
}

static void meeting_end(struct meeting *meeting)
{
    if (meeting->at_hand)
        hold(meeting->listing, &meeting->candidate);
    found_release(&meeting->found);
}

/* Whether the claim stands as it is wanted, and its kind. */
static bool stands_so(struct listing *listing, int64_t key, int *ret_kind, bool *ret, struct err *err)
{
    struct query query;
    bool row = false;
    if (!query_open(listing->store, SQL_STANDING_OF_CLAIM, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, key_number(key));
    bool done = query_next(&query, &row, err);
    *ret = done && row &&
           filter_wants_standing(listing->filter, statement_text(query.statement, 0),
                                 statement_integer(query.statement, 1) != 0) &&
           names_find(&claim_kinds, statement_text(query.statement, 2), ret_kind);
    query_close(&query);
    return done;
}

/* The next that is found and stands as it is wanted. */
static bool meet_standing(struct meeting *meeting, struct candidate *ret, bool *ret_found, struct err *err)
{
    struct listing *listing = meeting->listing;
    bool wanted = false, done = true;
    *ret_found = true;
    while (!wanted && (done = found_next(&meeting->found, &ret->key, ret_found, err)) && *ret_found) {
        if (place(listing, ret->key) <= listing->behind)
            continue;
        if (!(done = stands_so(listing, ret->key, &ret->kind, &wanted, err)))
            break;
        listing->behind = place(listing, ret->key);
    }
    return done;
}

/* The next that it comes upon and that is found. */
static bool meet_candidate(struct meeting *meeting, struct candidate *ret, bool *ret_found, struct err *err)
{
    struct listing *listing = meeting->listing;
    int64_t key = 0, ahead = -1;
    bool there = true;
    while (there && ahead != 0) {
        if (!found_next(&meeting->found, &key, &there, err))
            return false;
        for (ahead = -1; there && ahead < 0;) {
            if (!meeting->at_hand && !next_candidate(listing, &meeting->candidate, &meeting->at_hand, err))
                return false;
            there = meeting->at_hand;
            ahead = there ? place(listing, meeting->candidate.key) - place(listing, key) : 0;
            meeting->at_hand = ahead > 0;
        }
    }
    *ret_found = there;
    if (there)
        *ret = meeting->candidate;
    return true;
}

/* Without a meeting, whatever the listing comes upon. */
static bool next_of(struct listing *listing, struct meeting *meeting, struct candidate *ret, bool *ret_found,
                    struct err *err)
{
    if (!meeting)
        return next_candidate(listing, ret, ret_found, err);
    return (listing->few ? meet_candidate : meet_standing)(meeting, ret, ret_found, err);
}

/* ---- the sieve ---- */

static bool read_block(struct listing *listing, struct meeting *meeting, size_t size, struct candidate *ret,
                       size_t *ret_count, struct err *err)
{
    bool found = true, done = true;
    size_t count = 0;
    for (size_t i = 0; i < size && done && found; i++) {
        done = next_of(listing, meeting, &ret[count], &found, err);
        count += done && found && (listing->kinds & 1U << ret[count].kind) != 0;
    }
    listing->ended = !found;
    *ret_count = count;
    return done;
}

static struct effort effort_of(const struct listing *listing, bool words)
{
    if (listing->few && !words)
        return (struct effort){SIZE_MAX, SIZE_MAX};
    bool dear = listing->filter->order == ORDER_NUMBER && !listing->few;
    return dear || listing->begun_words ? effort_dear : effort_cheap;
}

/* Tells of those among the next that are looked for. Where it is about kinds alone, they need not be read. */
static bool probe(struct listing *listing, struct meeting *meeting, struct err *err)
{
    struct sieve sieve = {0};
    struct candidate block[BLOCK_MOST];
    bool words = listing->filter->words.ptr || listing->filter->speaker.ptr, done = true;
    struct effort effort = effort_of(listing, words);
    size_t seen = 0, size = BLOCK_LEAST, count = 0;
    while (done && !listing->stopped && !listing->ended && seen < (listing->told > 0 ? effort.most : effort.least)) {
        done = read_block(listing, meeting, size, block, &count, err) &&
               (!words || sieve_keep(&sieve, listing->store, &listing->query, block, &count, err));
        for (size_t i = 0; i < count && done && !listing->stopped; i++)
            done = tell(listing, block[i].key, err);
        seen += size;
        size = seen < BLOCK_MOST ? seen : BLOCK_MOST;
    }
    sieve_release(&sieve);
    return done;
}

/* ---- the finder ---- */

/* A word that ends in "*" takes the finder long where it stands for many: some of what has the other words is sieved. */
static bool probe_whole(struct listing *listing, struct err *err)
{
    struct meeting meeting;
    if (listing->stopped || listing->ended || !listing->begun_words || listing->whole.len == 0)
        return true;
    meeting_begin(&meeting, listing, &listing->whole);
    bool done = probe(listing, &meeting, err);
    meeting_end(&meeting);
    return done;
}

static bool find_rest(struct listing *listing, struct err *err)
{
    struct meeting meeting;
    struct candidate candidate;
    bool found = false, done = true;
    if (listing->stopped || listing->ended)
        return true;
    meeting_begin(&meeting, listing, &listing->query);
    while (!listing->stopped && (done = next_of(listing, &meeting, &candidate, &found, err)) && found)
        if (!(done = tell(listing, candidate.key, err)))
            break;
    meeting_end(&meeting);
    return done;
}

bool store_claims(struct store *store, const struct claim_filter *filter, claim_fn *fn, void *ctx, struct err *err)
{
    struct listing listing = {
        .store = store, .filter = filter, .kinds = wanted_kinds(filter), .behind = -1, .fn = fn, .ctx = ctx};
    prepare_query(&listing);
    bool done = begin(&listing, err);
    if (done && listing.query.len == 0)
        done = tell_all(&listing, err);
    else
        done = done && probe(&listing, NULL, err) && probe_whole(&listing, err) && find_rest(&listing, err);
    walks_release(&listing.walks);
    free(listing.of_document);
    buf_release(&listing.query);
    buf_release(&listing.whole);
    arena_release(&listing.arena);
    return done;
}
