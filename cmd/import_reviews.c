/* Takes in what others reviewed. */
#include "cmd/import_reviews.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/reviewer.h"
#include "cmd/statement.h"
#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/extract/extract.h"
#include "core/intake/page.h"
#include "core/intake/reviewed.h"
#include "core/report/words.h"
#include "core/series/csv.h"

struct review_import {
    struct invocation *run;
    struct store *store;
    struct str reviewer;
    const struct desk *desk;
    struct extractor *extractor;
    struct arena arena; /* one review's */
    const char *input;  /* as messages call it */
    const char *what;   /* "line", "review" */
    int64_t at;         /* which one is being read, from 1 */
    struct err *err;    /* what ended it all */
    bool ended;
    bool grouped;  /* a transaction is open, */
    int in_group;  /* with so many reviews */
    bool reported; /* a line of our own report is being read */
    int64_t reviews, documents, citations, verdicts, known, without, failed;
};

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

static void end_group(struct review_import *import)
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
        end_group(import);
    if (!import->ended && !import->grouped) {
        import->grouped = store_begin_group(import->store, &why);
        settle(import, import->grouped, &why);
    }
    import->in_group++;
    return !import->ended;
}

static bool take(void *ctx, const struct reviewed *reviewed)
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

/* ---- inputs ---- */

static bool ends_nocase(struct str name, struct str ending)
{
    return name.len >= ending.len && str_eq_nocase(str_slice(name, name.len - ending.len, name.len), ending);
}

enum review_input review_input_of(struct str name, struct str begins)
{
    struct str text = str_trim(str_starts(begins, STR("\xEF\xBB\xBF")) ? str_slice(begins, 3, begins.len) : begins);
    struct str line = text, first = str_trim(str_split(&line, '\n'));
    if (ends_nocase(name, STR(".csv")) || ends_nocase(name, STR(".tsv")))
        return REVIEW_INPUT_TABLE;
    if (str_starts(text, STR("<")))
        return REVIEW_INPUT_PAGE;
    if (str_starts(text, STR("[")))
        return REVIEW_INPUT_LINKED;
    if (!str_starts(text, STR("{")))
        return REVIEW_INPUT_NONE;
    /* An object over several lines is one of JSON-LD; those that are a line each are told apart line by line. */
    json_t *json = json_loadb(first.ptr, first.len, 0, NULL);
    bool linked = json ? json_object_get(json, "@graph") || json_object_get(json, "dataFeedElement")
                       : line.ptr && str_trim(line).len > 0 && str_find(text, STR("\"@"), 0) < text.len;
    json_decref(json);
    return linked ? REVIEW_INPUT_LINKED : REVIEW_INPUT_NONE;
}

static bool import_linked(struct review_import *import, struct str bytes, struct err *err)
{
    json_error_t wrong;
    struct arena texts = {0};
    int64_t before = import->reviews;
    if (str_starts(bytes, STR("\xEF\xBB\xBF")))
        bytes = str_slice(bytes, 3, bytes.len);
    json_t *root = json_loadb(bytes.ptr, bytes.len, 0, &wrong);
    if (!root)
        return err_set(err, ERR_INPUT, "'%s' is no JSON in line %d: %s", import->input, wrong.line, wrong.text);
    import->what = "review";
    reviewed_from_linked(root, &texts, take, import);
    if (import->reviews == before && !reviewed_is_linked(root) && json_array_size(root) > 0)
        err_set(err, ERR_INPUT, "'%s' holds no ClaimReview", import->input);
    json_decref(root);
    arena_release(&texts);
    arena_reset(&import->arena);
    return !import->ended && err->code == ERR_NONE;
}

static bool import_page(struct review_import *import, struct str bytes, struct err *err)
{
    const struct charset_hints hints = {.page = true};
    const struct page_options options = {.linked = true};
    struct charset charset;
    struct reading reading = {0};
    struct arena texts = {0};
    int64_t before = import->reviews;
    bool done =
        charset_find(bytes, &hints, &charset, err) && page_read(bytes, &charset, &options, &texts, &reading, err);
    if (!done)
        err_wrap(err, "'%s'", import->input);
    import->what = "review";
    for (struct str rest = done ? reading.text : STR_NULL; rest.len > 0 && !import->ended;) {
        struct str line = str_split(&rest, '\n');
        json_t *root = json_loadb(line.ptr, line.len, 0, NULL);
        if (root)
            reviewed_from_linked(root, &texts, take, import);
        json_decref(root);
    }
    if (done && import->reviews == before)
        done = err_set(err, ERR_INPUT, "'%s' holds no ClaimReview", import->input);
    arena_release(&texts);
    arena_reset(&import->arena);
    return done && !import->ended;
}

/* ---- tables ---- */

struct bytes_left {
    struct str rest;
};

static bool read_bytes(void *ctx, void *room, size_t cap, size_t *ret_len, struct err *err)
{
    struct bytes_left *left = ctx;
    size_t len = left->rest.len < cap ? left->rest.len : cap;
    (void)err;
    memcpy(room, left->rest.ptr, len);
    left->rest = str_slice(left->rest, len, left->rest.len);
    *ret_len = len;
    return true;
}

/* The names of the columns, kept; at least the one that says what was claimed. */
static bool read_names(const struct csv_row *row, struct arena *arena, struct str **ret, struct err *err)
{
    struct str *names = arena_alloc(arena, (row->count + 1) * sizeof(*names));
    bool says = false;
    for (size_t i = 0; i < row->count; i++) {
        struct reviewed probe = {0};
        names[i] = arena_str(arena, row->cell[i]);
        says = says || (reviewed_set(&probe, names[i], STR("x")) && probe.statement.ptr);
    }
    if (!says)
        return err_set(err, ERR_INPUT, "no column is called 'statement' or 'sentence'; known are: %.*s",
                       STR_ARG(reviewed_names(arena)));
    *ret = names;
    return true;
}

/* A cell that was kept from being a formula comes back as it was. */
static struct str cell_text(struct str cell)
{
    bool kept = cell.len > 1 && cell.ptr[0] == '\'' && memchr("=+-@", cell.ptr[1], 4);
    return kept ? str_slice(cell, 1, cell.len) : cell;
}

static bool import_rows(struct review_import *import, struct csv *csv, struct arena *texts, struct err *err)
{
    struct str *names = NULL;
    struct csv_row row;
    size_t columns = 0;
    bool found = false;
    import->what = "line";
    while (csv_next(csv, &row, &found, err) && found && !import->ended) {
        struct reviewed reviewed = {0};
        if (!names) {
            columns = row.count;
            if (!read_names(&row, texts, &names, err))
                return false;
            continue;
        }
        for (size_t i = 0; i < row.count && i < columns; i++)
            reviewed_set(&reviewed, names[i], cell_text(row.cell[i]));
        import->at = row.line - 1;
        if (row.count > 1 || row.cell[0].len > 0)
            take(import, &reviewed);
        arena_reset(&import->arena);
    }
    return !import->ended && err->code == ERR_NONE;
}

static bool import_table(struct review_import *import, struct str bytes, struct err *err)
{
    struct bytes_left sniffed = {bytes}, left = {bytes};
    struct csv_source source = {&sniffed, read_bytes};
    struct csv csv;
    struct arena texts = {0};
    char separator;
    if (!csv_sniff(&source, &separator, err))
        return err_wrap(err, "'%s'", import->input);
    source.ctx = &left;
    csv_init(&csv, &source, separator);
    bool done = import_rows(import, &csv, &texts, err);
    if (!done && !import->ended)
        err_wrap(err, "'%s'", import->input);
    csv_release(&csv);
    arena_release(&texts);
    return done;
}

bool review_import_all(struct review_import *import, enum review_input kind, const char *input, struct str bytes,
                       struct err *err)
{
    static bool (*const readers[])(struct review_import *, struct str, struct err *) = {
        [REVIEW_INPUT_LINKED] = import_linked, [REVIEW_INPUT_PAGE] = import_page, [REVIEW_INPUT_TABLE] = import_table};
    import->input = input;
    import->at = 0;
    import->err = err;
    bool done = readers[kind](import, bytes, err);
    end_group(import);
    return done && !import->ended;
}

/* ---- lines of JSON ---- */

/* A ClaimReview, a statement, or a claim with its document as report --format ndjson has it. */
bool review_line_is_one(const json_t *json)
{
    return json_object_get(json, "@type") || json_object_get(json, "statement") ||
           json_is_object(json_object_get(json, "document"));
}

static void set_members(struct reviewed *reviewed, const json_t *object)
{
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)object, name, value)
        if (json_is_string(value))
            reviewed_set(reviewed, str_from(name), (struct str){json_string_value(value), json_string_length(value)});
}

static void set(struct reviewed *reviewed, const char *name, const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (json_is_string(value))
        reviewed_set(reviewed, str_from(name), (struct str){json_string_value(value), json_string_length(value)});
}

/* A claim of a report: its sources, each on its own, then its verdicts in their order. */
static void take_reported(struct review_import *import, const json_t *json)
{
    const json_t *document = json_object_get(json, "document"), *citations = json_object_get(json, "citations");
    const json_t *verdicts = json_object_get(json, "verdicts");
    struct reviewed base = {0};
    set(&base, "statement", json, "sentence");
    set(&base, "figure", json, "literal");
    set(&base, "speaker", json, "speaker");
    set(&base, "title", document, "title");
    set(&base, "publisher", document, "publisher");
    set(&base, "url", document, "url");
    set(&base, "date", document, "published");
    struct str id = {json_string_value(json_object_get(json, "id")), json_string_length(json_object_get(json, "id"))};
    base.claim = id;
    for (size_t i = 0; i < json_array_size(citations) && !import->ended; i++) {
        struct reviewed one = base;
        const json_t *citation = json_array_get(citations, i), *source = json_object_get(citation, "source");
        static const char *const same[] = {"stance", "quote", "locator", "accessed"};
        for (size_t k = 0; k < sizeof(same) / sizeof(same[0]); k++)
            set(&one, same[k], citation, same[k]);
        set(&one, "source_figure", citation, "figure");
        set(&one, "source_url", source, "url");
        set(&one, "source_title", source, "title");
        set(&one, "source_author", source, "author");
        set(&one, "source_publisher", source, "publisher");
        set(&one, "source_published", source, "published");
        set(&one, "archive_url", source, "archive_url");
        take(import, &one);
        import->at--;
    }
    for (size_t i = 0; i < json_array_size(verdicts) && !import->ended; i++) {
        struct reviewed one = base;
        set_members(&one, json_array_get(verdicts, i));
        take(import, &one);
        import->at--;
    }
    if (json_array_size(citations) + json_array_size(verdicts) == 0)
        take(import, &base);
}

bool review_import_line(struct review_import *import, const char *input, int64_t line, const json_t *json,
                        struct err *err)
{
    struct reviewed reviewed = {0};
    import->input = input;
    import->what = "line";
    import->at = line - 1;
    import->err = err;
    if (reviewed_is_linked(json)) {
        reviewed_from_linked(json, &import->arena, take, import);
    } else if (json_is_object(json_object_get(json, "document"))) {
        import->reported = true;
        take_reported(import, json);
        import->reported = false;
    } else {
        set_members(&reviewed, json);
        take(import, &reviewed);
    }
    arena_reset(&import->arena);
    return !import->ended;
}

int64_t review_import_read(const struct review_import *import)
{
    return import->reviews;
}

bool review_import_flush(struct review_import *import, struct err *err)
{
    import->err = err;
    end_group(import);
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
