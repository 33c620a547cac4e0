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
                        const struct claim_fate *outcome)
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
    struct claim_fate *outcome = mem_alloc(was->count * sizeof(*outcome));
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

/* ---- what became of a document's claims ---- */

struct versions {
    struct arena arena;
    struct document document[2]; /* the one asked about, and the one that stands now */
    struct claims claims[2];
    struct claim_fate *outcome; /* of each of the first's claims; NULL where the document stands as it was */
};

/*
 * The version that stands now. Each is known by the reception that names the one before it; later ones have higher
 * numbers, so that a page that was changed back ends where it began.
 */
static bool find_current(struct store *store, struct str document, struct arena *arena, struct str *ret,
                         struct err *err)
{
    struct str current = document;
    int64_t number = 0;
    for (;;) {
        struct reception later;
        bool found = false;
        if (!store_find_successor(store, current, arena, &later, &found, err))
            return false;
        if (!found || later.number <= number)
            break;
        number = later.number;
        current = later.document;
    }
    *ret = current;
    return true;
}

void versions_free(struct versions *versions)
{
    if (!versions)
        return;
    claims_release(&versions->claims[0]);
    claims_release(&versions->claims[1]);
    arena_release(&versions->arena);
    free(versions);
}

bool versions_new(struct store *store, struct str document, struct versions **ret, struct err *err)
{
    struct versions *versions = mem_alloc(sizeof(*versions));
    struct claims *was = &versions->claims[0], *now = &versions->claims[1];
    struct str current;
    bool done = find_current(store, document, &versions->arena, &current, err);
    if (done && !str_eq(current, document)) {
        done = load_both(store, document, current, &versions->arena, versions->document, was, now, err);
        versions->outcome = arena_alloc(&versions->arena, (was->count + 1) * sizeof(*versions->outcome));
        if (done)
            version_compare(was->claim, was->count, now->claim, now->count, versions->outcome);
    }
    if (!done) {
        versions_free(versions);
        return false;
    }
    *ret = versions;
    return true;
}

static struct str tell(const struct versions *versions, const struct tracked_claim *claim,
                       const struct claim_fate *outcome, struct arena *arena)
{
    const char *stale = claim->state.rating >= 0 ? "; the verdict is stale" : "";
    long long number = (long long)versions->document[1].number;
    if (!outcome->now)
        return arena_printf(arena, "gone from document %lld%s", number, stale);
    long long other = (long long)outcome->now->number;
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

/* NULL where its document stands as it was. */
static const struct claim_fate *outcome_of(const struct versions *versions, const struct claim *claim)
{
    for (size_t i = 0; versions->outcome && i < versions->claims[0].count; i++)
        if (versions->claims[0].claim[i].number == claim->number)
            return &versions->outcome[i];
    return NULL;
}

struct str versions_tell(const struct versions *versions, const struct tracked_claim *claim, struct arena *arena)
{
    const struct claim_fate *outcome = outcome_of(versions, &claim->claim);
    return outcome ? tell(versions, claim, outcome, arena) : STR_NULL;
}

void versions_find(const struct versions *versions, const struct claim *claim, struct report_since *ret)
{
    const struct claim_fate *outcome = outcome_of(versions, claim);
    if (!outcome)
        return;
    *ret = (struct report_since){.fate = outcome->fate, .document = versions->document[1].number};
    if (outcome->now) {
        ret->literal = outcome->now->literal;
        ret->claim = outcome->now->number;
    }
}

bool versions_of_claim(struct store *store, const struct tracked_claim *claim, struct arena *arena, struct str *ret,
                       struct err *err)
{
    struct versions *versions = NULL;
    if (!versions_new(store, claim->state.document, &versions, err))
        return false;
    *ret = versions_tell(versions, claim, arena);
    versions_free(versions);
    return true;
}
