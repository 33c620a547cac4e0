/* Walking the store for a report: which claims it holds, and what belongs to each. */
#include "cmd/report_walk.h"

#include "cmd/versions.h"
#include "core/report/topic.h"
#include "storage/sources.h"

enum { EVERY_KIND = (1u << KIND_END) - 1 };

struct walk {
    struct store *store;
    const struct report_walker *walker;
    const struct document *document; /* the one that is being walked through */
    bool told;                       /* it has been handed out */
    struct versions *versions;       /* of it; NULL where nobody asks */
    struct arena arena;              /* a claim's citations and verdicts */
    struct err *err;
    bool ok, stopped;
};

bool selection_chooses_claims(const struct report_selection *selection)
{
    return selection->ratings || selection->speaker.ptr || selection->reviewer.ptr || selection->since.ptr ||
           selection->topic.ptr;
}

static void add_ratings(struct buf *out, const struct voice *voice, unsigned wanted)
{
    struct buf list = {0};
    for (int rating = 0; rating < RATING_END; rating++) {
        if (!(wanted & 1U << rating))
            continue;
        buf_str(&list, str_from(list.len > 0 ? voice_phrase(voice, PHRASE_OR) : ""));
        voice_state(&list, voice, rating, false);
    }
    if (list.len > 0)
        VOICE_FILL(out, voice, PHRASE_ONLY_RATED, buf_view(&list));
    buf_release(&list);
}

void selection_words(struct buf *out, const struct voice *voice, const struct report_selection *selection)
{
    const struct {
        int phrase;
        struct str value;
    } part[] = {{PHRASE_ONLY_SAID_BY, selection->speaker},
                {PHRASE_ONLY_ABOUT, selection->topic},
                {PHRASE_ONLY_REVIEWED_BY, selection->reviewer},
                {PHRASE_ONLY_SINCE, selection->since}};
    struct buf words = {0};
    add_ratings(&words, voice, selection->ratings);
    for (size_t i = 0; i < sizeof(part) / sizeof(part[0]); i++) {
        if (!part[i].value.ptr)
            continue;
        buf_str(&words, words.len > 0 ? STR(", ") : STR(""));
        VOICE_FILL(&words, voice, part[i].phrase, part[i].value);
    }
    if (words.len > 0)
        VOICE_FILL(out, voice, PHRASE_ONLY_CLAIMS, buf_view(&words));
    buf_release(&words);
}

/* ---- one claim ---- */

static bool read_basis(struct walk *walk, const struct verdict *verdict, const struct basis **ret)
{
    struct basis *basis = arena_alloc(&walk->arena, sizeof(*basis));
    bool found = false;
    if (!store_basis(walk->store, verdict->id, &walk->arena, basis, &found, walk->err))
        return false;
    *ret = found ? basis : NULL;
    return true;
}

static bool read_details(struct walk *walk, const struct tracked_claim *claim, struct report_claim *ret)
{
    struct cited *cited = NULL;
    struct verdict *verdicts = NULL;
    if (claim->state.citations > 0 &&
        !store_citations(walk->store, claim, &walk->arena, &cited, &ret->citation_count, walk->err))
        return false;
    if (claim->state.rating >= 0 &&
        !store_verdicts(walk->store, claim, &walk->arena, &verdicts, &ret->verdict_count, walk->err))
        return false;
    struct report_citation *citations = arena_alloc(&walk->arena, ret->citation_count * sizeof(*citations));
    struct evidence *evidence = arena_alloc(&walk->arena, ret->citation_count * sizeof(*evidence));
    for (size_t i = 0; i < ret->citation_count; i++) {
        if (!store_evidence(walk->store, &cited[i].citation, &cited[i].source, &walk->arena, &evidence[i], walk->err))
            return false;
        citations[i] = (struct report_citation){&cited[i].citation, &cited[i].source, &evidence[i]};
    }
    ret->citations = citations;
    ret->verdicts = verdicts;
    if (verdicts && ret->verdict_count > 0 && !read_basis(walk, &verdicts[ret->verdict_count - 1], &ret->basis))
        return false;
    versions_find(walk->versions, &claim->claim, &ret->since);
    return true;
}

/* ASCII letters in either case. */
static bool holds(struct str text, struct str part)
{
    for (size_t i = 0; i + part.len <= text.len; i++)
        if (str_eq_nocase(str_slice(text, i, i + part.len), part))
            return true;
    return false;
}

static bool has_reviewer(const struct report_claim *told, struct str name)
{
    for (size_t i = 0; i < told->verdict_count; i++)
        if (holds(told->verdicts[i].reviewer, name))
            return true;
    for (size_t i = 0; i < told->citation_count; i++)
        if (holds(told->citations[i].citation->reviewer, name))
            return true;
    return false;
}

/* ISO timestamps and dates to whatever part compare as text. */
static bool is_since(const struct document *document, const struct report_claim *told, struct str date)
{
    bool since = str_cmp(document->added_at, date) >= 0;
    for (size_t i = 0; i < told->verdict_count && !since; i++)
        since = str_cmp(told->verdicts[i].at, date) >= 0;
    for (size_t i = 0; i < told->citation_count && !since; i++)
        since = str_cmp(told->citations[i].citation->at, date) >= 0;
    return since;
}

static bool tell_document(struct walk *walk)
{
    bool first = !walk->told;
    walk->told = true;
    return !first || !walk->walker->document || walk->walker->document(walk->walker->ctx, walk->document);
}

static bool is_no_claim(const struct tracked_claim *claim)
{
    return kind_is_background(claim->claim.kind) && claim->state.rating < 0 && claim->state.citations == 0;
}

static bool walk_claim(void *ctx, const struct tracked_claim *claim)
{
    struct walk *walk = ctx;
    const struct report_walker *walker = walk->walker;
    const struct report_selection *selection = walker->selection;
    struct report_claim told = {.claim = &claim->claim};
    if (is_no_claim(claim) || (selection->topic.ptr && !topic_holds(selection->topic_words, &claim->claim)))
        return true;
    if (walker->details || selection->reviewer.ptr || selection->since.ptr)
        walk->ok = read_details(walk, claim, &told);
    bool wanted = walk->ok && (!selection->reviewer.ptr || has_reviewer(&told, selection->reviewer)) &&
                  (!selection->since.ptr || is_since(walk->document, &told, selection->since));
    if (wanted)
        walk->stopped =
            !tell_document(walk) || (walker->claim && !walker->claim(walker->ctx, walk->document, claim, &told));
    arena_reset(&walk->arena);
    return walk->ok && !walk->stopped;
}

static bool walk_number(void *ctx, const struct tracked_claim *claim)
{
    struct walk *walk = ctx;
    struct report_claim told = {.claim = &claim->claim};
    struct report_number number = {
        .claim = &claim->claim, .rating = claim->state.rating, .no_claim = is_no_claim(claim)};
    if (walk->walker->details) {
        walk->ok = read_details(walk, claim, &told);
        number.told = &told;
    }
    walk->stopped = walk->ok && !walk->walker->number(walk->walker->ctx, &number);
    arena_reset(&walk->arena);
    return walk->ok && !walk->stopped;
}

/* ---- documents ---- */

static bool walk_document(void *ctx, const struct document *document)
{
    struct walk *walk = ctx;
    const struct report_walker *walker = walk->walker;
    const struct report_selection *selection = walker->selection;
    const struct claim_filter filter = {.kinds = EVERY_KIND,
                                        .ratings = selection->ratings,
                                        .document = document->number,
                                        .speaker = selection->speaker,
                                        .order = ORDER_NUMBER};
    if (selection->document > 0 && document->number != selection->document)
        return true;
    walk->document = document;
    walk->told = false;
    if (!versions_new(walk->store, document->id, &walk->versions, walk->err))
        return walk->ok = false;
    if (walker->numbers)
        walk->stopped = !walker->numbers(walker->ctx, document);
    else if (!selection_chooses_claims(selection))
        walk->stopped = !tell_document(walk);
    if (!walk->stopped)
        walk->ok =
            store_claims(walk->store, &filter, walker->numbers ? walk_number : walk_claim, walk, walk->err) && walk->ok;
    if (walk->ok && !walk->stopped && walker->numbers)
        walk->stopped = !walker->numbers_end(walker->ctx);
    versions_free(walk->versions);
    walk->versions = NULL;
    return walk->ok && !walk->stopped;
}

bool report_walk(struct store *store, const struct report_walker *walker, struct err *err)
{
    struct walk walk = {.store = store, .walker = walker, .err = err, .ok = true};
    bool done = store_documents(store, walk_document, &walk, err) && walk.ok;
    arena_release(&walk.arena);
    return done;
}
