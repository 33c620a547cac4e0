/* `assay log`: one claim by hand. The statement, with who made it, when and where, is its own document. */
#include <stdio.h>

#include "cmd/claims.h"
#include "cmd/cmd.h"
#include "cmd/listing.h"
#include "cmd/place.h"
#include "cmd/reviewer.h"
#include "cmd/statement.h"
#include "core/base/utf8.h"

struct log_options {
    struct str speaker, date, url, title, publisher, figure;
    int format;
};

#define LOG(field) offsetof(struct log_options, field)

static const struct option options[] = {
    {"speaker", 0, OPTION_TEXT, LOG(speaker), NULL, "NAME", "who said it"},
    {"date", 0, OPTION_DATE, LOG(date), NULL, "DATE", "when; \"last year\" in the statement is counted from it"},
    {"url", 0, OPTION_URL, LOG(url), NULL, "URL", "where it can be found"},
    {"title", 0, OPTION_TEXT, LOG(title), NULL, "TEXT", "of what: a speech, an interview"},
    {"publisher", 0, OPTION_TEXT, LOG(publisher), NULL, "NAME", "who published it"},
    {"figure", 0, OPTION_TEXT, LOG(figure), NULL, "TEXT", "log only this figure, written as in the statement"},
    OPTION_FORMAT(LOG(format)),
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay log \"Germany spent 88.5 billion dollars on defence in 2024\" --speaker \"…\" \\\n"
            "      --date 2025-04-28 --url https://example.org/interview",
            "a statement with one figure"),
    EXAMPLE("assay log \"Of 40 pupils, 12 percent failed.\" --figure \"12 percent\"", "one of two figures"),
    NULL,
};

const struct manual manual_log = {
    .usage = "log STATEMENT [options]",
    .about =
        "Logs a statement that somebody made, with each figure in it as a claim (dates, ranks and scores are not). A "
        "statement without a figure is not stored, and the exit status is 1. The statement is kept together with its "
        "speaker, title, publisher, date and URL: the same words said by somebody else, or at another time, are "
        "another statement, and the very same again adds nothing. Put a statement that holds a $ between single "
        "quotation marks: inside double ones the shell takes part of the figure away.",
    .options = options,
    .options_size = sizeof(struct log_options),
    .examples = examples,
    .least = 1,
    .most = 1,
};

static struct str literals(struct arena *arena, const struct claim *claims, size_t count)
{
    struct str list = STR("");
    for (size_t i = 0; i < count; i++)
        list = arena_printf(arena, "%.*s%s'%.*s'", STR_ARG(list), i > 0 ? ", " : "", STR_ARG(claims[i].literal));
    return list;
}

static size_t keep_named(struct claim *claims, size_t count, struct str figure, bool whole)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        struct str literal = claims[i].literal;
        bool is = whole ? str_eq(literal, figure) : str_find(literal, figure, 0) < literal.len;
        if (is)
            claims[kept++] = claims[i];
    }
    return kept;
}

/* Chooses by the words as written: the figure that is them, else those that hold them. */
static bool choose(struct invocation *run, struct str figure, struct claim *claims, size_t *count, struct err *err)
{
    struct str all = literals(&run->arena, claims, *count);
    struct claim *copy = arena_alloc(&run->arena, *count * sizeof(*copy));
    for (size_t i = 0; i < *count; i++)
        copy[i] = claims[i];
    size_t found = keep_named(claims, *count, figure, true);
    if (found == 0) {
        for (size_t i = 0; i < *count; i++)
            claims[i] = copy[i];
        found = keep_named(claims, *count, figure, false);
    }
    if (found != 1)
        return err_set(err, ERR_USAGE, "'%.*s' names %s figure of the statement; there are: %.*s", STR_ARG(figure),
                       found == 0 ? "no" : "more than one", STR_ARG(all));
    *count = found;
    return true;
}

static bool find_figures(struct invocation *run, const struct log_options *o, const struct statement *statement,
                         struct str text, struct claim **ret_claims, size_t *ret_count, struct err *err)
{
    struct extractor *extractor = extractor_new();
    statement_figures(extractor, statement, text, &run->arena, ret_claims, ret_count);
    extractor_free(extractor);
    if (*ret_count == 0)
        return err_set(err, ERR_ABSENT, "there is no figure in '%.*s'; nothing is stored", STR_ARG(text));
    return !o->figure.ptr || choose(run, o->figure, *ret_claims, ret_count, err);
}

static bool list_claim(void *ctx, const struct tracked_claim *claim)
{
    listing_add(ctx, claim);
    return true;
}

static bool list_logged(struct invocation *run, struct store *store, int64_t document, int format, struct err *err)
{
    const struct claim_filter filter = {.document = document, .order = ORDER_NUMBER};
    struct listing listing;
    listing_begin(&listing, run, &claims_shape, format);
    bool ok = store_claims(store, &filter, list_claim, &listing, err);
    listing_end(&listing);
    return ok;
}

static bool same(struct str a, struct str b)
{
    return !a.ptr || str_eq(a, b); /* what is not said now contradicts nothing */
}

static bool same_description(const struct document *now, const struct document *then)
{
    return same(now->author, then->author) && same(now->title, then->title) && same(now->publisher, then->publisher) &&
           same(now->published, then->published) && same(now->url, then->url);
}

/* Whether each of the figures was logged then. */
static bool figures_are_there(struct invocation *run, struct store *store, const struct intake *intake, bool *ret_there,
                              struct err *err)
{
    struct digest text = digest_of(intake->text);
    bool there = true;
    for (size_t i = 0; there && i < intake->claim_count; i++) {
        struct tracked_claim claim;
        struct digest id = claim_identity(&text, &intake->claims[i]);
        there = store_find_claim(store, digest_hex(&run->arena, &id), &run->arena, &claim, err);
        if (!there && err->code != ERR_ABSENT)
            return false;
    }
    *ret_there = there;
    return true;
}

/* The same entry was logged before: as it is now, or as another that reads the same, beside which it has no room. */
static bool logged_before(struct invocation *run, struct store *store, const struct intake *intake, int64_t number,
                          struct err *err)
{
    struct document then;
    bool there;
    if (!store_find_document(store, number, &run->arena, &then, err) ||
        !figures_are_there(run, store, intake, &there, err))
        return false;
    if (!there || !same_description(intake->document, &then))
        return err_set(err, ERR_INPUT,
                       "this very entry is in the store as document %lld with another %s; nothing is added",
                       (long long)number, there ? "description" : "figure");
    say(run, "already in the store as document %lld, nothing added", (long long)number);
    return true;
}

static bool store_statement(struct invocation *run, const struct intake *intake, struct str statement, int format,
                            struct err *err)
{
    struct store *store = NULL;
    int64_t number;
    bool added;
    bool ok = place_open_or_make(run, &store, err) && store_add_document(store, intake, &number, &added, err);
    if (ok && !added)
        ok = logged_before(run, store, intake, number, err);
    else if (ok)
        ok = list_logged(run, store, number, format, err);
    if (ok && added)
        say(run, "stored as document %lld: %.*s", (long long)number, STR_ARG(statement));
    store_close(store);
    return ok;
}

/* What was typed is no file, so that intake's advice for files would mislead. */
static bool check_statement(struct str text, struct err *err)
{
    size_t bad;
    if (str_trim(text).len == 0)
        return err_set(err, ERR_USAGE, "the statement is empty; usage: assay %s", manual_log.usage);
    if (!utf8_valid(text, &bad))
        return err_set(err, ERR_USAGE, "the statement is not UTF-8 at byte %zu", bad);
    return true;
}

bool cmd_log(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct log_options *o = given;
    const struct statement statement = {.text = str_from(arguments.word[0]),
                                        .speaker = o->speaker,
                                        .title = o->title,
                                        .publisher = o->publisher,
                                        .date = o->date,
                                        .url = o->url};
    struct received received;
    struct intake intake = {.document = &received.document, .action = ACTION_LOG};
    struct claim *claims = NULL;
    struct str text;
    if (!check_statement(statement.text, err) || !statement_receive(&run->arena, &statement, &received, &text, err) ||
        !find_figures(run, o, &statement, text, &claims, &intake.claim_count, err) ||
        !reviewer_require(run, &intake.reviewer, err))
        return false;
    intake.bytes = received.bytes;
    intake.text = received.text;
    intake.claims = claims;
    return store_statement(run, &intake, text, o->format, err);
}
