/* `assay report`: prints the verification report, or writes it to a file as a whole. */
#include <stdio.h>

#include "cmd/cmd.h"
#include "cmd/desk.h"
#include "cmd/outfile.h"
#include "cmd/place.h"
#include "cmd/report_gate.h"
#include "cmd/report_walk.h"
#include "core/base/clock.h"
#include "core/report/report.h"
#include "core/report/topic.h"
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
    CHOICE_NDJSON,
    CHOICE_TSV,
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
    [CHOICE_NDJSON] = "ndjson",
    [CHOICE_TSV] = "tsv",
};
static const struct names choices = {"format", choice_names, CHOICE_END};

struct report_options {
    struct report_selection selection;
    bool gate, annotate;
    int64_t sources, minimum_score;
    int format;
    struct str output, url, publisher, desk;
    int language;
    bool linked;
};

#define REPORT(field) offsetof(struct report_options, field)

static const struct option options[] = {
    {"document", 'd', OPTION_INTEGER, REPORT(selection.document), NULL, "N", "only this document"},
    {"since", 0, OPTION_DATE, REPORT(selection.since), NULL, "DATE",
     "only claims taken in, rated or given a source on that day or later"},
    {"speaker", 0, OPTION_TEXT, REPORT(selection.speaker), NULL, "NAME",
     "only those whose speaker's name has these words"},
    {"topic", 0, OPTION_TEXT, REPORT(selection.topic), NULL, "TOPIC",
     "only those about it: housing, health, budget and so on, or a topic of the desk's own"},
    {"rating", 0, OPTION_NAMES, REPORT(selection.ratings), &ratings, "RATING,…", "only those rated so"},
    {"reviewer", 0, OPTION_TEXT, REPORT(selection.reviewer), NULL, "NAME",
     "only those that somebody of this name or address rated or gave a source"},
    {"format", 0, OPTION_NAME, REPORT(format), &choices, "FORMAT",
     "text, markdown, html, json, ndjson, csv, tsv, claimreview or annotations; where it is not said, by FILE's "
     "ending, else text"},
    {"url", 0, OPTION_URL, REPORT(url), NULL, "ADDRESS", "where the HTML report will be read: claimreview links there"},
    {"publisher", 0, OPTION_TEXT, REPORT(publisher), NULL, "NAME",
     "whose reviews they are in claimreview, instead of each reviewer's"},
    {"with-claimreview", 0, OPTION_FLAG, REPORT(linked), NULL, NULL,
     "each card of the HTML report carries its ClaimReview, for search engines"},
    {"lang", 0, OPTION_NAME, REPORT(language), &languages, "LANGUAGE", "en or de: words, numbers and dates"},
    OPTION_DESK(REPORT(desk)),
    {"annotate", 0, OPTION_FLAG, REPORT(annotate), NULL, NULL,
     "instead, each article as a check sheet: every number in its text by its state, with notes (html, or markdown)"},
    {"gate", 0, OPTION_FLAG, REPORT(gate), NULL, NULL,
     "say which claims are not ready to be handed over, and why; exit status 1 where there is one"},
    {"sources", 0, OPTION_INTEGER, REPORT(sources), NULL, "N",
     "with --gate: a verdict that rests on sources needs so many different ones"},
    {"min-score", 0, OPTION_SCORE, REPORT(minimum_score), NULL, "0…1",
     "with --gate: look only at claims at least so much worth checking; 0.15 where it is not said"},
    {"output", 'o', OPTION_PATH, REPORT(output), NULL, "FILE", "write it there, as a whole or not at all"},
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay report", "everything, to read here"),
    EXAMPLE("assay report --document 1 -o report.md", "one document's report as a Markdown file"),
    EXAMPLE("assay report -o report.html", "a page for any browser, to hand over or to print"),
    EXAMPLE("assay report --format claimreview --url https://desk.example/report.html", "for search engines (JSON-LD)"),
    EXAMPLE("assay report --rating inaccurate,misleading --since 2025-02 -o month.html",
            "what did not hold, of a month's work"),
    EXAMPLE("assay report --annotate --document 1 -o sheet.html", "the article itself, every number marked"),
    EXAMPLE("assay report --gate --sources 2", "is everything checked, by two sources each?"),
    EXAMPLE("assay report --format csv > claims.csv", "a line a claim, for a spreadsheet"),
    NULL,
};

const struct manual manual_report = {
    .usage = "report [options]",
    .about =
        "Lists each document's claims with figure, sentence, verdict, rationale and sources, what is still open, and "
        "how it was made. Dates, ranks and scores are in it only where a reviewer dealt with them. --gate prints no "
        "report unless -o names a file for it; a claim is not ready while it is open, has too few sources or one newer "
        "than its verdict, a dead source or a quote that is not in what was kept of it, or its reviewers disagree.",
    .options = options,
    .options_size = sizeof(struct report_options),
    .examples = examples,
};

enum { REPORT_WIDTH = 100 };

/* ---- counting and printing ---- */

static bool count_document(void *ctx, const struct document *document)
{
    struct report_counts *counts = ctx;
    (void)document;
    counts->documents++;
    return true;
}

static bool count_claim(void *ctx, const struct document *document, const struct tracked_claim *claim,
                        const struct report_claim *told)
{
    struct report_counts *counts = ctx;
    (void)document, (void)told;
    counts->claims++;
    counts->cited += claim->state.citations > 0;
    if (claim->state.rating >= 0)
        counts->by_rating[claim->state.rating]++;
    else
        counts->open++;
    return true;
}

/* What the summary names: the first claims that did not hold, in the order of the report. */
enum { FINDINGS = 8 };

struct findings {
    struct arena *arena;
    struct report_finding finding[FINDINGS];
    size_t count;
};

static bool keep_finding(void *ctx, const struct document *document, const struct tracked_claim *claim,
                         const struct report_claim *told)
{
    struct findings *findings = ctx;
    struct buf about = {0};
    (void)document, (void)told;
    words_about(&about, &claim->claim);
    findings->finding[findings->count++] =
        (struct report_finding){.claim = claim->claim.number,
                                .figure = arena_str(findings->arena, claim->claim.literal),
                                .about = arena_str(findings->arena, buf_view(&about)),
                                .speaker = arena_str(findings->arena, claim->claim.speaker),
                                .rating = claim->state.rating};
    buf_release(&about);
    return findings->count < FINDINGS;
}

static bool find_findings(struct store *store, const struct report_selection *selection, struct findings *ret,
                          struct err *err)
{
    const unsigned failed = 1U << RATING_PARTLY | 1U << RATING_MISLEADING | 1U << RATING_INACCURATE |
                            1U << RATING_OUTDATED | 1U << RATING_UNSUPPORTED;
    struct report_selection narrow = *selection;
    narrow.ratings = selection->ratings ? selection->ratings & failed : failed;
    const struct report_walker walker = {.selection = &narrow, .ctx = ret, .claim = keep_finding};
    return narrow.ratings == 0 || report_walk(store, &walker, err);
}

struct printing {
    struct invocation *run;
    struct store *store;
    struct report *report;
    struct arena text; /* a document's, for a check sheet */
    struct err *err;
    bool failed; /* `err` says why */
};

static bool goes_on(const struct printing *printing)
{
    return !ferror(printing->report->out);
}

static bool print_document(void *ctx, const struct document *document)
{
    struct printing *printing = ctx;
    struct report *report = printing->report;
    if (report->out != stdout)
        progress_step(&printing->run->progress, &printing->run->terminal, report->documents + 1,
                      report->head.counts.documents, words_document(document));
    report_document(report, document);
    return goes_on(printing);
}

static bool print_claim(void *ctx, const struct document *document, const struct tracked_claim *claim,
                        const struct report_claim *told)
{
    struct printing *printing = ctx;
    (void)claim;
    report_claim(printing->report, document, told);
    return goes_on(printing);
}

static bool print_numbers(void *ctx, const struct document *document)
{
    struct printing *printing = ctx;
    struct str text = STR_NULL;
    if (printing->report->format->takes_text)
        printing->failed = !store_document_text(printing->store, document->id, &printing->text, &text, printing->err);
    if (printing->failed)
        return false;
    report_numbers(printing->report, document, text);
    return goes_on(printing);
}

static bool print_numbers_end(void *ctx)
{
    struct printing *printing = ctx;
    report_numbers_end(printing->report);
    arena_reset(&printing->text);
    return goes_on(printing);
}

static bool print_number(void *ctx, const struct report_number *number)
{
    struct printing *printing = ctx;
    report_number(printing->report, number);
    return goes_on(printing);
}

/* What the summary opens with: of a part by a walk through it, of everything as the store has counted. */
static bool count_reported(struct store *store, const struct report_selection *selection, struct report_counts *ret,
                           struct err *err)
{
    struct store_counts counts;
    struct report_counts walked = {0};
    const struct report_walker walker = {
        .selection = selection, .ctx = &walked, .document = count_document, .claim = count_claim};
    if (selection->document > 0 || selection_chooses_claims(selection)) {
        bool done = report_walk(store, &walker, err);
        *ret = walked;
        return done;
    }
    if (!store_count_to_report(store, &counts, err))
        return false;
    *ret = (struct report_counts){counts.documents, counts.claims, counts.open, counts.cited, {0}};
    for (int rating = 0; rating < RATING_END; rating++)
        ret->by_rating[rating] = counts.by_rating[rating];
    return true;
}

static bool check_document(struct invocation *run, struct store *store, int64_t number, struct err *err)
{
    struct document found;
    if (number == 0 || store_find_document(store, number, &run->arena, &found, err))
        return true;
    if (err->code == ERR_ABSENT)
        err_set(err, ERR_ABSENT, "no document has the number %lld; 'assay documents' lists them", (long long)number);
    return false;
}

/* The list of all numbers belongs to a report that holds all claims of its documents. */
static bool print_moment(struct invocation *run, struct store *store, struct report *report,
                         const struct report_selection *selection, struct err *err)
{
    struct printing printing = {.run = run, .store = store, .report = report, .err = err};
    struct findings findings = {.arena = &run->arena};
    const struct report_walker claims = {
        .selection = selection, .ctx = &printing, .document = print_document, .claim = print_claim, .details = true};
    const struct report_walker numbers = {.selection = selection,
                                          .ctx = &printing,
                                          .numbers = print_numbers,
                                          .number = print_number,
                                          .numbers_end = print_numbers_end,
                                          .details = report->format->takes_text};
    if (!check_document(run, store, selection->document, err) ||
        !count_reported(store, selection, &report->head.counts, err) ||
        (report->format == report_format(CHOICE_HTML - 1) && !find_findings(store, selection, &findings, err)))
        return false;
    report->head.finding = findings.finding;
    report->head.finding_count = findings.count;
    report_begin(report);
    bool done = report->format->takes_text || report_walk(store, &claims, err);
    if (done && report_has_numbers(report) && !selection_chooses_claims(selection))
        done = report_walk(store, &numbers, err) && !printing.failed;
    arena_release(&printing.text);
    progress_wipe(&run->progress);
    if (done)
        report_end(report);
    return done;
}

/* What the summary counts and what follows it are of one moment, whatever others write meanwhile. */
static bool print_report(struct invocation *run, struct store *store, struct report *report,
                         const struct report_selection *selection, struct err *err)
{
    if (!store_begin_reading(store, err))
        return false;
    bool ok = print_moment(run, store, report, selection, err);
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
        {{".tsv", 4}, CHOICE_TSV},     {{".ndjson", 7}, CHOICE_NDJSON},
    };
    struct str ending = str_slice(path, ending_of(path), path.len);
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        if (str_eq_nocase(ending, endings[i].ending)) {
            *ret_choice = endings[i].choice;
            return true;
        }
    }
    return err_set(err, ERR_USAGE,
                   "no format of a report ends in '%.*s'; name the file .txt, .md, .html, .json, .ndjson, .csv or "
                   ".tsv, or say which with --format",
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
        bool ok = print_report(run, store, report, &o->selection, err);
        if (report->out != stdout)
            fclose(report->out);
        return ok;
    }
    if (!place_find(run, &store_path, err) || !outfile_open(&file, o->output.ptr, store_path.ptr, err))
        return false;
    report->out = file.stream;
    if (print_report(run, store, report, &o->selection, err))
        return outfile_keep(&file, err);
    outfile_discard(&file);
    return false;
}

static bool check_options(const struct report_options *o, struct err *err)
{
    if (!o->gate && (o->sources > 0 || o->minimum_score > 0))
        return err_set(err, ERR_USAGE, "'%s' belongs to the gate; say --gate, too",
                       o->sources > 0 ? "--sources" : "--min-score");
    if (o->gate && o->format != CHOICE_AUTO && !to_file(o))
        return err_set(err, ERR_USAGE, "'--gate' prints no report; name a file for it with -o, or leave --format out");
    if (o->annotate && selection_chooses_claims(&o->selection))
        return err_set(err, ERR_USAGE, "a check sheet accounts for every number; choose with --document alone");
    return true;
}

/* The report, unless only the gate was asked for; then the gate. */
static bool report_and_gate(struct invocation *run, struct store *store, struct report *report,
                            const struct report_options *o, struct err *err)
{
    const struct report_gate gate = {{o->sources}, o->minimum_score > 0 ? o->minimum_score : CLAIM_SCORE_LISTED};
    if ((!o->gate || to_file(o)) && !write_report(run, store, report, o, err))
        return false;
    return !o->gate ||
           (check_document(run, store, o->selection.document, err) && report_gate(store, &o->selection, &gate, err));
}

static bool choose_format(const struct report_options *o, int *ret_choice, struct err *err)
{
    int choice = o->format != CHOICE_AUTO ? o->format : o->annotate ? CHOICE_HTML : CHOICE_TEXT;
    if (o->format == CHOICE_AUTO && to_file(o) && !format_by_ending(o->output, &choice, err))
        return false;
    if (o->annotate && !report_sheet(str_from(choice_names[choice])))
        return err_set(err, ERR_USAGE,
                       "a check sheet comes as html or markdown; name a file that ends in .html or .md");
    if (o->linked && (choice != CHOICE_HTML || o->annotate))
        return err_set(err, ERR_USAGE, "'--with-claimreview' belongs to the HTML report; or say --format claimreview");
    *ret_choice = choice;
    return true;
}

/* The desk's own names count in the language that the desk speaks, whatever that is. */
static struct voice voice_of(const struct report_options *o, const struct desk *desk)
{
    struct voice voice = {.language = o->language};
    for (int rating = 0; desk && rating < RATING_END; rating++)
        voice.ratings[rating] = desk->ratings[rating];
    return voice;
}

static bool find_topic(const struct desk *desk, struct report_selection *selection, struct err *err)
{
    struct topic topic;
    if (!selection->topic.ptr)
        return true;
    if (!topic_named(desk, selection->topic, &topic, err))
        return false;
    selection->topic = topic.name;
    selection->topic_words = topic.words;
    return true;
}

static bool make_report(struct invocation *run, const struct report_options *o, const struct desk *desk, int choice,
                        struct err *err)
{
    struct store *store = NULL;
    struct buf selection = {0};
    struct voice voice = voice_of(o, desk);
    selection_words(&selection, &voice, &o->selection);
    struct report report = {
        .format = o->annotate ? report_sheet(str_from(choice_names[choice])) : report_format(choice - 1),
        .style = {.width = REPORT_WIDTH,
                  .colour = run->terminal.colour && !to_file(o),
                  .voice = voice,
                  .linked = o->linked},
        .head = {.generated_at = clock_now(&run->arena),
                 .version = STR("assay " ASSAY_VERSION),
                 .url = o->url,
                 .publisher = o->publisher.ptr || !desk ? o->publisher : desk->name,
                 .desk = desk,
                 .selection = selection.len > 0 ? buf_view(&selection) : STR_NULL},
    };
    if (run->terminal.out && !to_file(o) && run->terminal.width < REPORT_WIDTH)
        report.style.width = run->terminal.width;
    if ((choice == CHOICE_CLAIMREVIEW || o->linked) && !o->url.ptr)
        say(run, "without --url the reviews have no address, which search engines ask for");
    bool ok = place_open(run, &store, err) && report_and_gate(run, store, &report, o, err);
    report_release(&report);
    buf_release(&selection);
    store_close(store);
    return ok;
}

bool cmd_report(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    struct report_options o = *(const struct report_options *)given;
    const struct desk *desk = NULL;
    int choice = 0;
    (void)arguments;
    return check_options(&o, err) && choose_format(&o, &choice, err) && desk_find(run, o.desk, &desk, err) &&
           find_topic(desk, &o.selection, err) && make_report(run, &o, desk, choice, err);
}
