/* Takes in what others reviewed. */
#include "cmd/import_reviews_parts.h"

#include <stdlib.h>

#include "cmd/reviewer.h"
#include "cmd/statement.h"
#include "core/base/clock.h"

struct review_import *review_import_new(struct invocation *run, struct store *store, struct str reviewer,
                                        const struct desk *desk)
{
    struct review_import *import = mem_alloc(sizeof(*import));
    *import = (struct review_import){.run = run, .store = store, .reviewer = reviewer, .desk = desk};
    import->extractor = extractor_new();
    return import;
}

void review_import_free(struct review_import *import)
{
    if (!import)
        return;
    extractor_free(import->extractor);
    arena_release(&import->arena);
    free(import);
}

static void fault(struct review_import *import, const char *why)
{
    say(import->run, "assay: %s: %s %lld: %s; it is left out", import->input, import->what, (long long)import->at, why);
    import->failed++;
}

/* A store that can't be written ends it all; what is wrong with one review is told of, and the others come in. */
static bool settle(struct review_import *import, bool done, const struct err *why)
{
    if (done)
        return true;
    if (why->code == ERR_STORE || why->code == ERR_SYSTEM) {
        *import->err = *why;
        import->ended = true;
    } else {
        fault(import, why->msg);
    }
    return false;
}

/* ---- what is said of one claim ---- */

static bool same(struct str a, struct str b)
{
    return a.len == b.len && (a.len == 0 || str_eq(a, b));
}

static bool read_stance(const struct reviewed *reviewed, int rating, int *ret_stance, struct err *err)
{
    if (reviewed->stance.ptr && !names_find(&stances, reviewed->stance, ret_stance))
        return err_set(err, ERR_INPUT, "its stance '%.*s' is none of supports, refutes, context",
                       STR_ARG(reviewed->stance));
    if (!reviewed->stance.ptr)
        *ret_stance = rating == RATING_ACCURATE || rating == RATING_MOSTLY_ACCURATE ? STANCE_SUPPORTS
                      : rating == RATING_INACCURATE || rating == RATING_MISLEADING  ? STANCE_REFUTES
                                                                                    : STANCE_CONTEXT;
    return true;
}

static bool read_figure(struct review_import *import, struct str typed, struct citation *ret, struct err *err)
{
    struct claim figure = {0};
    if (!typed.ptr)
        return true;
    if (!extract_figure(import->extractor, typed, &import->arena, &figure))
        return err_set(err, ERR_INPUT, "its source's figure '%.*s' is no single figure", STR_ARG(typed));
    ret->figure = typed;
    ret->figure_value = figure.value;
    ret->figure_upper = figure.upper;
    ret->figure_unit = figure.unit;
    return true;
}

static bool check_source(const struct source *source, struct err *err)
{
    if (source->url.ptr && url_fault(source->url))
        return err_set(err, ERR_INPUT, "its source's address '%.*s' is none; %s", STR_ARG(source->url),
                       url_fault(source->url));
    if (source->published.ptr && !date_valid(source->published))
        return err_set(err, ERR_INPUT, "its source's date '%.*s' is none", STR_ARG(source->published));
    return true;
}

static bool is_cited(const struct cited *cited, size_t count, const struct source *source,
                     const struct citation *citation)
{
    for (size_t i = 0; i < count; i++) {
        bool one =
            source->url.ptr ? same(cited[i].source.url, source->url) : same(cited[i].source.title, source->title);
        if (one && cited[i].citation.stance == citation->stance && same(cited[i].citation.quote, citation->quote) &&
            same(cited[i].citation.locator, citation->locator) && same(cited[i].citation.figure, citation->figure))
            return true;
    }
    return false;
}

static bool add_source(struct review_import *import, const struct tracked_claim *claim, const struct reviewed *reviewed,
                       int rating, struct err *err)
{
    struct source source = reviewed->source;
    struct citation citation = {.quote = reviewed->quote,
                                .locator = reviewed->locator,
                                .accessed = reviewed->accessed,
                                .reviewer = import->reviewer};
    struct cited *cited = NULL;
    size_t count = 0;
    if (!source.url.ptr && !source.title.ptr)
        return true;
    if (!check_source(&source, err) || !read_stance(reviewed, rating, &citation.stance, err) ||
        !read_figure(import, reviewed->source_figure, &citation, err) ||
        !store_citations(import->store, claim, &import->arena, &cited, &count, err))
        return false;
    if (is_cited(cited, count, &source, &citation)) {
        import->known++;
        return true;
    }
    if (!store_add_citation(import->store, claim, &source, &citation, &import->arena, err))
        return false;
    import->citations++;
    return true;
}

/* Its own name for the rating is kept where it is none of ours: "Rated 'Pants on Fire'. …" */
static struct str rationale_of(struct review_import *import, const struct reviewed *reviewed)
{
    int ours;
    struct str name = reviewed->rating, body = reviewed->rationale;
    if (!name.ptr || (body.ptr && desk_rating(import->desk, name, &ours)))
        return body;
    return arena_printf(&import->arena, "Rated '%.*s'.%s%.*s", STR_ARG(name), body.ptr ? " " : "", STR_ARG(body));
}

static bool is_given(const struct verdict *given, size_t count, const struct verdict *verdict)
{
    for (size_t i = 0; i < count; i++)
        if (same(given[i].reviewer, verdict->reviewer) && given[i].rating == verdict->rating &&
            same(given[i].rationale, verdict->rationale))
            return true;
    return false;
}

static bool add_verdict(struct review_import *import, const struct tracked_claim *claim,
                        const struct reviewed *reviewed, int rating, struct err *err)
{
    struct verdict verdict = {.rating = rating,
                              .rationale = rationale_of(import, reviewed),
                              .reviewer = reviewed->reviewer.ptr ? reviewed->reviewer : import->reviewer};
    struct verdict *given = NULL;
    size_t count = 0;
    if (rating < 0)
        return true;
    if (!store_verdicts(import->store, claim, &import->arena, &given, &count, err))
        return false;
    if (is_given(given, count, &verdict)) {
        import->known++;
        return true;
    }
    if (!store_add_verdict_by(import->store, claim, &verdict, import->reviewer, &import->arena, err))
        return false;
    import->verdicts++;
    return true;
}

/* -1 for "open" and for none; a name that nobody knows is an error that says what to do. */
static bool read_rating(const struct review_import *import, const struct reviewed *reviewed, int *ret, struct err *err)
{
    *ret = -1;
    if ((!reviewed->rating.ptr && !reviewed->value.ptr) || str_eq_nocase(reviewed->rating, STR("open")))
        return true;
    if ((reviewed->rating.ptr && desk_rating(import->desk, reviewed->rating, ret)) || reviewed_rating(reviewed, ret))
        return true;
    return err_set(err, ERR_INPUT,
                   "its rating '%.*s' is unknown; name it in the desk's file: rating inaccurate = … | %.*s",
                   STR_ARG(reviewed->rating), STR_ARG(reviewed->rating));
}

static bool attach(struct review_import *import, const struct tracked_claim *claim, const struct reviewed *reviewed,
                   int rating, struct err *err)
{
    return add_source(import, claim, reviewed, rating, err) && add_verdict(import, claim, reviewed, rating, err);
}

/* ---- the claim itself ---- */

static bool is_meant(const struct claim *claim, struct str figure)
{
    return !figure.ptr || str_eq(claim->literal, figure);
}

static bool attach_to_figures(struct review_import *import, const struct reviewed *reviewed, struct str text,
                              const struct claim *claims, size_t count, int rating, struct err *err)
{
    struct digest whole = digest_of(text);
    bool meant = false;
    for (size_t i = 0; i < count; i++) {
        struct tracked_claim claim;
        struct digest id = claim_identity(&whole, &claims[i]);
        if (!is_meant(&claims[i], reviewed->figure))
            continue;
        meant = true;
        if (!store_find_claim(import->store, digest_hex(&import->arena, &id), &import->arena, &claim, err) ||
            !attach(import, &claim, reviewed, rating, err))
            return false;
    }
    return meant || err_set(err, ERR_INPUT, "'%.*s' is no figure of its statement", STR_ARG(reviewed->figure));
}

static bool check_statement(const struct statement *statement, struct err *err)
{
    if (!statement->text.ptr)
        return err_set(err, ERR_INPUT, "it does not say what was claimed");
    if (statement->date.ptr && !date_valid(statement->date))
        return err_set(err, ERR_INPUT, "its date '%.*s' is none; write it as 2025-01-31", STR_ARG(statement->date));
    if (statement->url.ptr && url_fault(statement->url))
        return err_set(err, ERR_INPUT, "its address '%.*s' is none; %s", STR_ARG(statement->url),
                       url_fault(statement->url));
    return true;
}

static bool take_statement(struct review_import *import, const struct reviewed *reviewed, int rating, struct err *err)
{
    const struct statement statement = {.text = reviewed->statement,
                                        .speaker = reviewed->speaker,
                                        .title = reviewed->title,
                                        .publisher = reviewed->publisher,
                                        .date = reviewed->date,
                                        .url = reviewed->url};
    struct received received;
    struct intake intake = {.document = &received.document, .action = ACTION_IMPORT, .reviewer = import->reviewer};
    struct claim *claims = NULL;
    struct str text;
    int64_t number;
    bool added;
    if (!check_statement(&statement, err) || !statement_receive(&import->arena, &statement, &received, &text, err))
        return false;
    statement_figures(import->extractor, &statement, text, &import->arena, &claims, &intake.claim_count);
    if (intake.claim_count == 0) {
        import->without++;
        return true;
    }
    intake.bytes = received.bytes;
    intake.text = received.text;
    intake.claims = claims;
    if (!store_add_document(import->store, &intake, &number, &added, err))
        return false;
    import->documents += added;
    return attach_to_figures(import, reviewed, received.text, claims, intake.claim_count, rating, err);
}

/* A review that this very store published names its claim. */
static bool find_own(struct review_import *import, const struct reviewed *reviewed, struct tracked_claim *ret)
{
    struct digest id;
    struct err unknown = {0};
    return reviewed->claim.ptr && digest_parse(reviewed->claim, &id) &&
           store_find_claim(import->store, reviewed->claim, &import->arena, ret, &unknown);
}

/*
 * What this store printed itself: a published review says nothing new while the claim is rated so; a line of a report is
 * laid beside what the claim has. Anything else that names a claim of this store is somebody else's statement.
 */
static bool take_own(struct review_import *import, const struct reviewed *reviewed, int rating, bool *ret_own,
                     struct err *err)
{
    struct tracked_claim claim;
    *ret_own = find_own(import, reviewed, &claim) && (import->reported || claim.state.rating == rating);
    if (!*ret_own)
        return true;
    import->known += !import->reported;
    return !import->reported || attach(import, &claim, reviewed, rating, err);
}

/* Reviews are small, and the disk is slow: so many come in by one transaction. */
enum { GROUP = 100 };

void review_import_end_group(struct review_import *import)
{
    struct err why = {0};
    if (!import->grouped)
        return;
    import->grouped = false;
    import->in_group = 0;
    if (!store_end_group(import->store, &why))
        settle(import, false, &why);
}

static bool join_group(struct review_import *import)
{
    struct err why = {0};
    if (!import->reviewer.ptr && !reviewer_require(import->run, &import->reviewer, import->err)) {
        import->ended = true; /* a source has to be somebody's */
        return false;
    }
    if (import->in_group == GROUP)
        review_import_end_group(import);
    if (!import->ended && !import->grouped) {
        import->grouped = store_begin_group(import->store, &why);
        settle(import, import->grouped, &why);
    }
    import->in_group++;
    return !import->ended;
}

bool review_import_take(void *ctx, const struct reviewed *reviewed)
{
    struct review_import *import = ctx;
    if (!join_group(import))
        return false;
    struct err why = {0};
    int rating = -1;
    bool own = false;
    import->at++;
    import->reviews++;
    bool done = read_rating(import, reviewed, &rating, &why) && take_own(import, reviewed, rating, &own, &why) &&
                (own || take_statement(import, reviewed, rating, &why));
    settle(import, done, &why);
    return !import->ended;
}

int64_t review_import_read(const struct review_import *import)
{
    return import->reviews;
}

bool review_import_flush(struct review_import *import, struct err *err)
{
    import->err = err;
    review_import_end_group(import);
    return !import->ended;
}

int64_t review_import_end(struct review_import *import)
{
    if (import->reviews > 0)
        say(import->run,
            "%lld review%s read: %lld statement%s, %lld source%s and %lld verdict%s added, %lld there already, "
            "%lld without a figure",
            (long long)import->reviews, import->reviews == 1 ? "" : "s", (long long)import->documents,
            import->documents == 1 ? "" : "s", (long long)import->citations, import->citations == 1 ? "" : "s",
            (long long)import->verdicts, import->verdicts == 1 ? "" : "s", (long long)import->known,
            (long long)import->without);
    return import->failed;
}
