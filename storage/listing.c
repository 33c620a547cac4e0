/*
 * Listing claims by a filter, in order, off indexes alone.
 *
 * Claims have keys (standing.h) whose order is that of listings by score. The index of `standing` gives the keys of each
 * state, cited or not, in that order, and so does the finder for words, speakers and kinds. A walk merges the former,
 * and, where something is to be found, keeps those that the finder has as well: whichever is behind leaps to where the
 * other is, so that it takes no longer than the rarer of the two. By number, each score is a walk of its own, and the
 * walks are merged. The claims of one document are read at once and sorted.
 */
#include <stdlib.h>

#include "storage/claim.h"
#include "storage/cursor.h"

enum { STATES = RATING_END + 1 /* and open */, LANES_MOST = STATES * 2 };

struct walk {
    struct cursor *lane;
    size_t lane_count;
    struct cursor *found; /* NULL where nothing is to be found */
    int64_t at;           /* keys before it are behind us */
    int64_t key;          /* the next one, looked up already, where `ready` */
    bool ready, ended;
};

struct listing {
    struct store *store;
    const struct claim_filter *filter;
    unsigned kinds;
    struct buf query; /* of the finder; empty where nothing is to be found */
    struct arena arena;
    struct walk *walk;
    size_t walk_count;
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

/*
 * Most claims are of some kind or other that is listed when none is asked for: kinds are looked for where some were named,
 * and with words, so that a walk leaps over the many dates that have them.
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
}

/* ---- walking ---- */

static struct cursor *new_cursors(struct listing *listing, size_t count, int64_t most)
{
    struct cursor *cursor = arena_alloc(&listing->arena, count * sizeof(*cursor));
    for (size_t i = 0; i < count; i++) {
        cursor[i].store = listing->store;
        /* What the finder is asked for has the kinds in it; reading on to the next of them here would take long. */
        cursor[i].kinds = listing->query.len > 0 ? ~0U : listing->kinds;
        cursor[i].most = most;
    }
    return cursor;
}

/* A state, cited or not, of which there is any claim at all. */
struct lane {
    struct str state;
    bool cited;
};

static bool read_lanes(struct listing *listing, struct lane lane[LANES_MOST], size_t *ret_count, struct err *err)
{
    struct query query;
    size_t count = 0;
    bool row = false, done = true;
    if (!query_open(listing->store, SQL_TALLY_ALL, &query, err))
        return false;
    while ((done = query_next(&query, &row, err)) && row) {
        struct str state = statement_text(query.statement, 0);
        bool cited = statement_integer(query.statement, 1) != 0;
        int rating = RATING_END;
        if (statement_integer(query.statement, 3) <= 0 || (cited && listing->filter->uncited) ||
            (!str_eq(state, STR("open")) && !names_find(&ratings, state, &rating)) ||
            !wants_state(listing->filter, rating))
            continue;
        struct lane next = {state_name(rating), cited};
        if (count == 0 || lane[count - 1].cited != next.cited || !str_eq(lane[count - 1].state, next.state))
            lane[count++] = next;
    }
    query_close(&query);
    *ret_count = count;
    return done;
}

/* A walk over the keys from `at` to `most`. */
static void begin_walk(struct listing *listing, const struct lane *lane, size_t lane_count, int64_t at, int64_t most)
{
    struct walk *walk = &listing->walk[listing->walk_count++];
    *walk = (struct walk){.lane = new_cursors(listing, lane_count, most), .lane_count = lane_count, .at = at};
    for (size_t i = 0; i < lane_count; i++) {
        walk->lane[i].state = lane[i].state;
        walk->lane[i].cited = lane[i].cited;
    }
    if (listing->query.len > 0) {
        walk->found = new_cursors(listing, 1, most);
        walk->found->query = &listing->query;
    }
}

static bool begin_walks(struct listing *listing, struct err *err)
{
    struct lane lane[LANES_MOST];
    size_t lane_count = 0;
    int64_t best = -KEY_RANKS, worst = -listing->filter->minimum_score;
    if (!read_lanes(listing, lane, &lane_count, err))
        return false;
    listing->walk = arena_alloc(&listing->arena, (KEY_RANKS + 1) * sizeof(*listing->walk));
    if (listing->filter->order == ORDER_SCORE)
        begin_walk(listing, lane, lane_count, claim_key(best, 0), claim_key(worst + 1, 0) - 1);
    for (int64_t rank = best; listing->filter->order == ORDER_NUMBER && rank <= worst; rank++)
        begin_walk(listing, lane, lane_count, claim_key(rank, 0), claim_key(rank + 1, 0) - 1);
    return true;
}

/* The first key of any lane that is at least walk->at. */
static bool seek_lanes(struct walk *walk, int64_t *ret_key, bool *ret_found, struct err *err)
{
    bool any = false;
    for (size_t i = 0; i < walk->lane_count; i++) {
        int64_t key;
        bool found;
        if (!cursor_seek(&walk->lane[i], walk->at, &key, &found, err))
            return false;
        if (found && (!any || key < *ret_key))
            *ret_key = key;
        any = any || found;
    }
    *ret_found = any;
    return true;
}

/* Looks up the walk's next key, unless it has. */
static bool prepare_walk(struct walk *walk, struct err *err)
{
    while (!walk->ready && !walk->ended) {
        int64_t key = 0, found = 0;
        bool there = false;
        if (!seek_lanes(walk, &key, &there, err))
            return false;
        found = key;
        if (there && walk->found && !cursor_seek(walk->found, key, &found, &there, err))
            return false;
        walk->ended = !there;
        walk->ready = there && found == key;
        walk->key = key;
        walk->at = found;
    }
    return true;
}

/* The next key of all walks: by number, where there are several. *ret_walk is NULL at the end. */
static bool pick(struct listing *listing, struct walk **ret_walk, struct err *err)
{
    struct walk *first = NULL;
    for (size_t i = 0; i < listing->walk_count; i++) {
        struct walk *walk = &listing->walk[i];
        if (!prepare_walk(walk, err))
            return false;
        if (walk->ready && (!first || key_number(walk->key) < key_number(first->key)))
            first = walk;
    }
    *ret_walk = first;
    return true;
}

/* ---- telling ---- */

struct telling {
    struct store *store;
    unsigned kinds; /* nothing else, whatever the finder says */
    int64_t told, limit;
    claim_fn *fn;
    void *ctx;
    struct arena arena;
    bool stopped;
};

static bool tell(struct telling *telling, int64_t number, struct err *err)
{
    struct tracked_claim claim = {0};
    bool found = false;
    bool done = claim_read(telling->store, number, &telling->arena, &claim, &found, err);
    if (done && found && (telling->kinds & 1U << claim.claim.kind) != 0) {
        telling->told++;
        telling->stopped = !telling->fn(telling->ctx, &claim) || telling->told == telling->limit;
    }
    arena_reset(&telling->arena);
    return done;
}

static bool tell_all(struct listing *listing, struct telling *telling, struct err *err)
{
    struct walk *walk = NULL;
    bool done = begin_walks(listing, err);
    while (done && !telling->stopped && (done = pick(listing, &walk, err)) && walk) {
        walk->ready = false;
        walk->at = walk->key + 1;
        done = tell(telling, key_number(walk->key), err);
    }
    return done;
}

/* ---- the claims of one document ---- */

struct keys {
    int64_t *key;
    size_t count, cap;
};

static int by_key(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

static int by_number(const void *a, const void *b)
{
    int64_t x = key_number(*(const int64_t *)a), y = key_number(*(const int64_t *)b);
    return x < y ? -1 : x > y;
}

static bool row_passes(const struct listing *listing, struct statement *statement)
{
    int state = RATING_END, kind = -1;
    struct str state_text = statement_text(statement, 3);
    if (statement_integer(statement, 0) > -listing->filter->minimum_score ||
        !names_find(&claim_kinds, statement_text(statement, 2), &kind) ||
        (!str_eq(state_text, STR("open")) && !names_find(&ratings, state_text, &state)))
        return false;
    return (listing->kinds & 1U << kind) != 0 && wants_state(listing->filter, state) &&
           !(listing->filter->uncited && statement_integer(statement, 4) != 0);
}

static bool read_document(struct listing *listing, struct keys *keys, struct err *err)
{
    struct query query;
    bool row = false, done = true;
    if (!query_open(listing->store, SQL_STANDING_OF_DOCUMENT, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, listing->filter->document);
    while ((done = query_next(&query, &row, err)) && row) {
        if (!row_passes(listing, query.statement))
            continue;
        keys->key = mem_grow(keys->key, &keys->cap, keys->count + 1, sizeof(*keys->key));
        keys->key[keys->count++] =
            claim_key(statement_integer(query.statement, 0), statement_integer(query.statement, 1));
    }
    query_close(&query);
    return done;
}

/* Keeps the keys, which are in order, that the finder has too. */
static bool keep_found(struct listing *listing, struct keys *keys, struct err *err)
{
    struct cursor *cursor = new_cursors(listing, 1, INT64_MAX);
    size_t kept = 0;
    cursor->query = &listing->query;
    for (size_t i = 0; i < keys->count; i++) {
        int64_t key = 0;
        bool found;
        if (!cursor_seek(cursor, keys->key[i], &key, &found, err))
            return false;
        if (found && key == keys->key[i])
            keys->key[kept++] = key;
    }
    keys->count = kept;
    return true;
}

static bool tell_document(struct listing *listing, struct telling *telling, struct err *err)
{
    struct keys keys = {0};
    bool done = read_document(listing, &keys, err);
    if (done && keys.count > 0)
        qsort(keys.key, keys.count, sizeof(*keys.key), by_key);
    if (done && listing->query.len > 0)
        done = keep_found(listing, &keys, err);
    if (done && keys.count > 0 && listing->filter->order == ORDER_NUMBER)
        qsort(keys.key, keys.count, sizeof(*keys.key), by_number);
    for (size_t i = 0; done && !telling->stopped && i < keys.count; i++)
        done = tell(telling, key_number(keys.key[i]), err);
    free(keys.key);
    return done;
}

bool store_claims(struct store *store, const struct claim_filter *filter, claim_fn *fn, void *ctx, struct err *err)
{
    struct listing listing = {.store = store, .filter = filter, .kinds = wanted_kinds(filter)};
    struct telling telling = {
        .store = store, .kinds = wanted_kinds(filter), .limit = filter->limit, .fn = fn, .ctx = ctx};
    prepare_query(&listing);
    bool done = filter->document > 0 ? tell_document(&listing, &telling, err) : tell_all(&listing, &telling, err);
    buf_release(&listing.query);
    arena_release(&listing.arena);
    arena_release(&telling.arena);
    return done;
}
