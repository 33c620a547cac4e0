/* `assay report`: prints the verification report, or writes it to a file as a whole. */
#include <stdio.h>

#include "cmd/cmd.h"
#include "cmd/outfile.h"
#include "cmd/place.h"
#include "core/base/clock.h"
#include "core/report/report.h"
#include "core/report/words.h"

enum {
    CHOICE_AUTO,
    CHOICE_TEXT,
    CHOICE_MARKDOWN,
    CHOICE_JSON,
    CHOICE_CSV,
    CHOICE_HTML,
    CHOICE_CLAIMREVIEW,
    CHOICE_ANNOTATIONS,
    CHOICE_END
};

static const char *const choice_names[CHOICE_END] = {
    [CHOICE_AUTO] = NULL,
    [CHOICE_TEXT] = "text",
    [CHOICE_MARKDOWN] = "markdown",
    [CHOICE_JSON] = "json",
    [CHOICE_CSV] = "csv",
    [CHOICE_HTML] = "html",
    [CHOICE_CLAIMREVIEW] = "claimreview",
    [CHOICE_ANNOTATIONS] = "annotations",
};
static const struct names choices = {"format", choice_names, CHOICE_END};

struct report_options {
    int64_t document;
    int format;
    struct str output, url, publisher;
};

#define REPORT(field) offsetof(struct report_options, field)

static const struct option options[] = {
    {"document", 'd', OPTION_INTEGER, REPORT(document), NULL, "N", "only this document"},
    {"format", 0, OPTION_NAME, REPORT(format), &choices, "FORMAT",
     "text, markdown, html, json, csv, claimreview or annotations; where it is not said, by FILE's ending, else text"},
    {"url", 0, OPTION_URL, REPORT(url), NULL, "ADDRESS", "where the HTML report will be read: claimreview links there"},
    {"publisher", 0, OPTION_TEXT, REPORT(publisher), NULL, "NAME",
     "whose reviews they are in claimreview, instead of each reviewer's"},
    {"output", 'o', OPTION_PATH, REPORT(output), NULL, "FILE", "write it there, as a whole or not at all"},
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay report", "everything, to read here"),
    EXAMPLE("assay report --document 1 -o report.md", "one document's report as a Markdown file"),
    EXAMPLE("assay report -o report.html", "a page for any browser, to hand over or to print"),
    EXAMPLE("assay report --format claimreview --url https://desk.example/report.html", "for search engines (JSON-LD)"),
    EXAMPLE("assay report --format csv > claims.csv", "a line a claim, for a spreadsheet"),
    NULL,
};

const struct manual manual_report = {
    .usage = "report [options]",
    .about =
        "Lists each document's claims with figure, sentence, verdict, rationale and sources, what is still open, and "
        "how it was made. Dates, ranks and scores are in it only where a reviewer dealt with them.",
    .options = options,
    .options_size = sizeof(struct report_options),
    .examples = examples,
};

enum { REPORT_WIDTH = 100, EVERY_KIND = (1u << KIND_END) - 1 };

/* The walk through the store to print it; through one document also to count what the summary opens with. */
struct walk {
    struct invocation *run;
    struct store *store;
    struct report *report;           /* NULL while counting */
    const struct document *document; /* the one that is being told */
    struct report_counts counts;
    int64_t only;       /* the one document wanted; 0 for all */
    struct arena arena; /* a claim's citations and verdicts */
    struct err *err;
    bool ok;
};

static void count_claim(struct report_counts *counts, const struct claim_state *state)
{
    counts->claims++;
    counts->cited += state->citations > 0;
    if (state->rating >= 0)
        counts->by_rating[state->rating]++;
    else
        counts->open++;
}

static bool print_claim(struct walk *walk, const struct tracked_claim *claim)
{
    struct cited *cited = NULL;
    struct report_claim told = {.claim = &claim->claim};
    struct verdict *verdicts = NULL;
    if (claim->state.citations > 0 &&
        !store_citations(walk->store, claim, &walk->arena, &cited, &told.citation_count, walk->err))
        return false;
    if (claim->state.rating >= 0 &&
        !store_verdicts(walk->store, claim, &walk->arena, &verdicts, &told.verdict_count, walk->err))
        return false;
    struct report_citation *citations = arena_alloc(&walk->arena, told.citation_count * sizeof(*citations));
    for (size_t i = 0; i < told.citation_count; i++)
        citations[i] = (struct report_citation){&cited[i].citation, &cited[i].source};
    told.citations = citations;
    told.verdicts = verdicts;
    report_claim(walk->report, walk->document, &told);
    arena_reset(&walk->arena);
    return true;
}

static bool walk_claim(void *ctx, const struct tracked_claim *claim)
{
    struct walk *walk = ctx;
    const struct claim_state *state = &claim->state;
    if (kind_is_background(claim->claim.kind) && state->rating < 0 && state->citations == 0)
        return true;
    count_claim(&walk->counts, state);
    if (walk->report)
        walk->ok = print_claim(walk, claim);
    return walk->ok && !(walk->report && ferror(walk->report->out));
}

/* The same claims once more, and those that are none, for the list of all numbers. */
static bool walk_number(void *ctx, const struct tracked_claim *claim)
{
    struct walk *walk = ctx;
    const struct claim_state *state = &claim->state;
    bool dealt_with = state->rating >= 0 || state->citations > 0;
    const struct report_number number = {&claim->claim, state->rating,
                                         kind_is_background(claim->claim.kind) && !dealt_with};
    report_number(walk->report, &number);
    return !ferror(walk->report->out);
}

static bool walk_numbers(void *ctx, const struct document *document)
{
    struct walk *walk = ctx;
    const struct claim_filter filter = {.kinds = EVERY_KIND, .document = document->number, .order = ORDER_NUMBER};
    if (walk->only > 0 && document->number != walk->only)
        return true;
    report_numbers(walk->report, document);
    walk->ok = store_claims(walk->store, &filter, walk_number, walk, walk->err) && walk->ok;
    return walk->ok && !ferror(walk->report->out);
}

static bool walk_document(void *ctx, const struct document *document)
{
    struct walk *walk = ctx;
    const struct claim_filter filter = {.kinds = EVERY_KIND, .document = document->number, .order = ORDER_NUMBER};
    if (walk->only > 0 && document->number != walk->only)
        return true;
    walk->counts.documents++;
    walk->document = document;
    if (walk->report && walk->report->out != stdout)
        progress_step(&walk->run->progress, &walk->run->terminal, walk->counts.documents,
                      walk->report->head.counts.documents, words_document(document));
    if (walk->report)
        report_document(walk->report, document);
    walk->ok = store_claims(walk->store, &filter, walk_claim, walk, walk->err) && walk->ok;
    return walk->ok && !(walk->report && ferror(walk->report->out));
}

static bool walk_store(struct invocation *run, struct store *store, struct report *report, int64_t only,
                       struct report_counts *ret_counts, struct err *err)
{
    struct walk walk = {.run = run, .store = store, .report = report, .only = only, .err = err, .ok = true};
    bool ok = store_documents(store, walk_document, &walk, err) && walk.ok;
    if (ok && report && report_has_numbers(report))
        ok = store_documents(store, walk_numbers, &walk, err) && walk.ok;
    progress_wipe(&run->progress);
    arena_release(&walk.arena);
    *ret_counts = walk.counts;
    return ok;
}

/* What the summary opens with: of one document by a walk through it, of all of them as the store has counted. */
static bool count_reported(struct invocation *run, struct store *store, int64_t only, struct report_counts *ret,
                           struct err *err)
{
    struct store_counts counts;
    if (only > 0)
        return walk_store(run, store, NULL, only, ret, err);
    if (!store_count_to_report(store, &counts, err))
        return false;
    *ret = (struct report_counts){counts.documents, counts.claims, counts.open, counts.cited, {0}};
    for (int rating = 0; rating < RATING_END; rating++)
        ret->by_rating[rating] = counts.by_rating[rating];
    return true;
}

static bool print_moment(struct invocation *run, struct store *store, struct report *report, int64_t only,
                         struct err *err)
{
    struct report_counts told;
    if (!count_reported(run, store, only, &report->head.counts, err))
        return false;
    if (only > 0 && report->head.counts.documents == 0)
        return err_set(err, ERR_ABSENT, "no document has the number %lld; 'assay documents' lists them",
                       (long long)only);
    report_begin(report);
    if (!walk_store(run, store, report, only, &told, err))
        return false;
    report_end(report);
    return true;
}

/* What the summary counts and what follows it are of one moment, whatever others write meanwhile. */
static bool print_report(struct invocation *run, struct store *store, struct report *report, int64_t only,
                         struct err *err)
{
    if (!store_begin_reading(store, err))
        return false;
    bool ok = print_moment(run, store, report, only, err);
    store_end_reading(store);
    return ok;
}

/* Where the path's ending begins, its point with it; the path's end where it has none. */
static size_t ending_of(struct str path)
{
    for (size_t at = path.len; at > 1 && path.ptr[at - 1] != '/'; at--)
        if (path.ptr[at - 1] == '.' && path.ptr[at - 2] != '/')
            return at - 1;
    return path.len;
}

static bool format_by_ending(struct str path, int *ret_choice, struct err *err)
{
    static const struct {
        struct str ending;
        int choice;
    } endings[] = {
        {{".md", 3}, CHOICE_MARKDOWN}, {{".markdown", 9}, CHOICE_MARKDOWN}, {{".json", 5}, CHOICE_JSON},
        {{".csv", 4}, CHOICE_CSV},     {{".html", 5}, CHOICE_HTML},         {{".htm", 4}, CHOICE_HTML},
        {{".txt", 4}, CHOICE_TEXT},    {{".text", 5}, CHOICE_TEXT},         {{"", 0}, CHOICE_TEXT},
    };
    struct str ending = str_slice(path, ending_of(path), path.len);
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        if (str_eq_nocase(ending, endings[i].ending)) {
            *ret_choice = endings[i].choice;
            return true;
        }
    }
    return err_set(err, ERR_USAGE,
                   "no format of a report ends in '%.*s'; name the file .txt, .md, .html, .json or .csv, or say which "
                   "with --format: text, markdown, html, json or csv",
                   STR_ARG(ending));
}

static bool to_file(const struct report_options *o)
{
    return o->output.ptr && !str_eq(o->output, STR("-"));
}

static bool write_report(struct invocation *run, struct store *store, struct report *report,
                         const struct report_options *o, struct err *err)
{
    struct outfile file;
    struct str store_path;
    if (!to_file(o)) {
        page_output(run);
        report->out = outfile_terminal(run, report->format == report_format(CHOICE_TEXT - 1));
        bool ok = print_report(run, store, report, o->document, err);
        if (report->out != stdout)
            fclose(report->out);
        return ok;
    }
    if (!place_find(run, &store_path, err) || !outfile_open(&file, o->output.ptr, store_path.ptr, err))
        return false;
    report->out = file.stream;
    if (print_report(run, store, report, o->document, err))
        return outfile_keep(&file, err);
    outfile_discard(&file);
    return false;
}

bool cmd_report(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    (void)arguments;
    const struct report_options *o = given;
    struct store *store = NULL;
    int choice = o->format != CHOICE_AUTO ? o->format : CHOICE_TEXT;
    if (o->format == CHOICE_AUTO && to_file(o) && !format_by_ending(o->output, &choice, err))
        return false;
    bool to_terminal = run->terminal.out && !to_file(o);
    struct report report = {
        .format = report_format(choice - 1),
        .style = {.width = REPORT_WIDTH, .colour = run->terminal.colour && !to_file(o)},
        .head = {.generated_at = clock_now(&run->arena),
                 .version = STR("assay " ASSAY_VERSION),
                 .url = o->url,
                 .publisher = o->publisher},
    };
    if (to_terminal && run->terminal.width < REPORT_WIDTH)
        report.style.width = run->terminal.width;
    if (choice == CHOICE_CLAIMREVIEW && !o->url.ptr)
        say(run, "without --url the reviews have no address, which search engines ask for");
    bool ok = place_open(run, &store, err) && write_report(run, store, &report, o, err);
    report_release(&report);
    store_close(store);
    return ok;
}
