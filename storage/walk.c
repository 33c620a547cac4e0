/* Walks along the index of `standing`: merged by key, and by number where that is the order. */
#include "storage/walk.h"

enum { STATES = RATING_END + 1 /* and open */, LANES_MOST = STATES * 2 };

/* The claims of some lanes between two keys. */
struct walk {
    struct cursor *lane;
    size_t lane_count;
    int64_t at;            /* keys before it are behind us */
    struct candidate next; /* looked up already, where `ready` */
    bool ready, ended;
};

int64_t filter_last_key(const struct claim_filter *filter)
{
    return claim_key(1 - filter->minimum_score, 0) - 1;
}

bool filter_wants_standing(const struct claim_filter *filter, struct str state, bool cited)
{
    int rating = RATING_END;
    bool open = str_eq(state, STR("open"));
    if ((!open && !names_find(&ratings, state, &rating)) || (filter->open && !open) || (filter->uncited && cited))
        return false;
    return filter->ratings == 0 || (!open && (filter->ratings & 1U << rating) != 0);
}

/* A state, cited or not, of which there is any claim at all. */
struct lane {
    struct str state;
    bool cited;
};

static bool read_lanes(struct walks *walks, struct store *store, const struct claim_filter *filter,
                       struct lane lane[LANES_MOST], size_t *ret_count, struct err *err)
{
    struct query query;
    size_t count = 0;
    bool row = false, done = true;
    if (!query_open(store, SQL_TALLY_ALL, &query, err))
        return false;
    while ((done = query_next(&query, &row, err)) && row) {
        struct str state = statement_text(query.statement, 0);
        bool cited = statement_integer(query.statement, 1) != 0;
        int64_t amount = statement_integer(query.statement, 3);
        walks->all += amount;
        if (amount <= 0 || !filter_wants_standing(filter, state, cited))
            continue;
        walks->claims += amount;
        if (count == 0 || lane[count - 1].cited != cited || !str_eq(lane[count - 1].state, state))
            lane[count++] = (struct lane){arena_str(&walks->arena, state), cited};
    }
    query_close(&query);
    *ret_count = count;
    return done;
}

bool walks_begin(struct walks *walks, struct store *store, const struct claim_filter *filter, unsigned kinds,
                 struct err *err)
{
    struct lane lane[LANES_MOST];
    size_t lane_count = 0;
    int64_t last = filter_last_key(filter);
    bool by_number = filter->order == ORDER_NUMBER;
    *walks = (struct walks){0};
    if (!read_lanes(walks, store, filter, lane, &lane_count, err))
        return false;
    walks->walk = arena_alloc(&walks->arena, (KEY_RANKS + 1) * sizeof(*walks->walk));
    for (int64_t from = 0, most; from <= last; from = most + 1) {
        struct walk *walk = &walks->walk[walks->count++];
        most = by_number ? claim_key(key_rank(from) + 1, 0) - 1 : last;
        *walk = (struct walk){.lane_count = lane_count, .at = from};
        walk->lane = arena_alloc(&walks->arena, lane_count * sizeof(*walk->lane));
        for (size_t i = 0; i < lane_count; i++) {
            struct cursor *cursor = &walk->lane[i];
            cursor->store = store;
            cursor->arena = &walks->arena;
            cursor->state = lane[i].state;
            cursor->cited = lane[i].cited;
            cursor->kinds = kinds;
            cursor->most = most;
        }
    }
    return true;
}

/* Looks up the walk's next claim, unless it has: the first of any lane. */
static bool prepare_walk(struct walk *walk, struct err *err)
{
    for (size_t i = 0; i < walk->lane_count && !walk->ended; i++) {
        struct candidate candidate;
        bool found;
        if (!cursor_seek(&walk->lane[i], walk->at, &candidate, &found, err))
            return false;
        if (found && (!walk->ready || candidate.key < walk->next.key))
            walk->next = candidate;
        walk->ready = walk->ready || found;
    }
    walk->ended = !walk->ready;
    return true;
}

bool walks_next(struct walks *walks, struct candidate *ret, bool *ret_found, struct err *err)
{
    struct walk *first = NULL;
    for (size_t i = 0; i < walks->count; i++) {
        struct walk *walk = &walks->walk[i];
        if (!walk->ready && !walk->ended && !prepare_walk(walk, err))
            return false;
        if (walk->ready && (!first || key_number(walk->next.key) < key_number(first->next.key)))
            first = walk;
    }
    *ret_found = first != NULL;
    if (first) {
        *ret = first->next;
        first->at = first->next.key + 1;
        first->ready = false;
    }
    return true;
}

void walks_release(struct walks *walks)
{
    arena_release(&walks->arena);
    *walks = (struct walks){0};
}
