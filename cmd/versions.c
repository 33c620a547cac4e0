/* Versions of a document side by side. */
#include "cmd/versions.h"

#include <stdlib.h>

#include "core/record/version.h"

/* All claims of a document, dates and ranks too, in the order of the text. */
struct claims {
    struct arena *arena;
    struct claim *claim;
    struct claim_state *state;
    size_t count, cap, state_cap;
};

static bool keep_claim(void *ctx, const struct tracked_claim *claim)
{
    struct claims *claims = ctx;
    struct claim copy = claim->claim;
    struct str *const texts[] = {&copy.id, &copy.literal, &copy.sentence, &copy.value, &copy.upper, &copy.unit};
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        *texts[i] = arena_str(claims->arena, *texts[i]);
    claims->claim = mem_grow(claims->claim, &claims->cap, claims->count + 1, sizeof(*claims->claim));
    claims->state = mem_grow(claims->state, &claims->state_cap, claims->count + 1, sizeof(*claims->state));
    claims->state[claims->count] = claim->state;
    claims->claim[claims->count++] = copy;
    return true;
}

static bool claims_of(struct store *store, int64_t document, struct arena *arena, struct claims *ret, struct err *err)
{
    struct claim_filter filter = {.kinds = (1u << KIND_END) - 1, .document = document, .order = ORDER_NUMBER};
    *ret = (struct claims){.arena = arena};
    return store_claims(store, &filter, keep_claim, ret, err);
}

static void claims_release(struct claims *claims)
{
    free(claims->claim);
    free(claims->state);
}

static void say_outcome(struct invocation *run, const struct claim *was, const struct claim_state *state,
                        const struct outcome *outcome)
{
    const char *stale = state->rating >= 0 ? "; its verdict is stale" : "";
    if (outcome->fate == FATE_CHANGED)
        say(run, "  claim %lld: '%.*s' has changed to '%.*s' (claim %lld)%s", (long long)was->number,
            STR_ARG(was->literal), STR_ARG(outcome->now->literal), (long long)outcome->now->number, stale);
    else if (outcome->fate == FATE_MOVED)
        say(run, "  claim %lld: '%.*s' now stands in another sentence (claim %lld)", (long long)was->number,
            STR_ARG(was->literal), (long long)outcome->now->number);
    else if (outcome->fate == FATE_GONE)
        say(run, "  claim %lld: '%.*s' is gone%s", (long long)was->number, STR_ARG(was->literal), stale);
}

static void say_all(struct invocation *run, const struct claims *was, const struct claims *now)
{
    struct outcome *outcome = mem_alloc(was->count * sizeof(*outcome));
    size_t count[FATE_END] = {0};
    version_compare(was->claim, was->count, now->claim, now->count, outcome);
    for (size_t i = 0; i < was->count; i++)
        count[outcome[i].fate]++;
    say(run, "  of %zu figures %zu unchanged, %zu moved, %zu changed, %zu gone; %zu new", was->count,
        count[FATE_UNCHANGED], count[FATE_MOVED], count[FATE_CHANGED], count[FATE_GONE],
        now->count - (was->count - count[FATE_GONE]));
    for (size_t i = 0; i < was->count; i++)
        say_outcome(run, &was->claim[i], &was->state[i], &outcome[i]);
    free(outcome);
}

static bool load_both(struct store *store, struct str was, struct str now, struct arena *arena, struct document *ret,
                      struct claims *ret_was, struct claims *ret_now, struct err *err)
{
    return store_find_document_by_id(store, was, arena, &ret[0], err) &&
           store_find_document_by_id(store, now, arena, &ret[1], err) &&
           claims_of(store, ret[0].number, arena, ret_was, err) && claims_of(store, ret[1].number, arena, ret_now, err);
}

bool versions_say(struct invocation *run, struct store *store, struct str was, struct str now, struct err *err)
{
    struct arena arena = {0};
    struct document document[2];
    struct claims claims[2] = {0};
    bool done = load_both(store, was, now, &arena, document, &claims[0], &claims[1], err);
    if (done) {
        say(run, "%.*s: it has changed: document %lld is a new version of document %lld", STR_ARG(document[1].name),
            (long long)document[1].number, (long long)document[0].number);
        say_all(run, &claims[0], &claims[1]);
    }
    claims_release(&claims[0]);
    claims_release(&claims[1]);
    arena_release(&arena);
    return done;
}

static struct str tell(const struct tracked_claim *claim, const struct outcome *outcome, const struct document *now,
                       struct arena *arena)
{
    const char *stale = claim->state.rating >= 0 ? "; the verdict is stale" : "";
    if (!outcome->now)
        return arena_printf(arena, "gone from document %lld%s", (long long)now->number, stale);
    long long number = (long long)now->number, other = (long long)outcome->now->number;
    switch (outcome->fate) {
    case FATE_UNCHANGED:
        return arena_printf(arena, "unchanged in document %lld (claim %lld)", number, other);
    case FATE_MOVED:
        return arena_printf(arena, "moved to another sentence in document %lld (claim %lld)", number, other);
    default:
        return arena_printf(arena, "changed to %.*s in document %lld (claim %lld)%s", STR_ARG(outcome->now->literal),
                            number, other, stale);
    }
}

static struct str find(const struct tracked_claim *claim, const struct document *now, const struct claims *both,
                       struct arena *arena)
{
    struct outcome *outcome = arena_alloc(arena, both[0].count * sizeof(*outcome));
    version_compare(both[0].claim, both[0].count, both[1].claim, both[1].count, outcome);
    for (size_t i = 0; i < both[0].count; i++)
        if (both[0].claim[i].number == claim->claim.number)
            return tell(claim, &outcome[i], now, arena);
    return STR_NULL;
}

bool versions_of_claim(struct store *store, const struct tracked_claim *claim, struct arena *arena, struct str *ret,
                       struct err *err)
{
    struct reception later;
    struct document document[2];
    struct claims claims[2] = {0};
    bool found = false;
    *ret = STR_NULL;
    if (!store_find_successor(store, claim->state.document, arena, &later, &found, err))
        return false;
    if (!found)
        return true;
    bool done = load_both(store, claim->state.document, later.document, arena, document, &claims[0], &claims[1], err);
    if (done)
        *ret = find(claim, &document[1], claims, arena);
    claims_release(&claims[0]);
    claims_release(&claims[1]);
    return done;
}
