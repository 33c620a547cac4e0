/* The report as Markdown (CommonMark, with GitHub's tables for the summary). */
#include <inttypes.h>

#include "core/report/escape.h"
#include "core/report/format.h"
#include "core/report/markdown.h"
#include "core/report/words.h"

static void put(struct report *report, const char *words)
{
    fputs(words, report->out);
}

/* Raw text through its door. */
static void put_raw(struct report *report, struct str raw)
{
    struct buf safe = {0};
    escape_markdown(&safe, str_trim(raw));
    fwrite(safe.len > 0 ? safe.ptr : "", 1, safe.len, report->out);
    buf_release(&safe);
}

/* "- **Label:** text": nothing where there is no text. */
static void point(struct report *report, const char *label, struct str raw)
{
    if (raw.len == 0)
        return;
    fprintf(report->out, "- **%s:** ", label);
    put_raw(report, raw);
    put(report, "\n");
}

static void put_address(struct report *report, struct str url)
{
    if (escape_links_to(url))
        fprintf(report->out, "<%.*s>", STR_ARG(url));
    else
        put_raw(report, url);
}

static void address(struct report *report, const char *before, struct str url)
{
    if (url.len == 0)
        return;
    put(report, before);
    put_address(report, url);
    put(report, "\n");
}

static void summary(struct report *report)
{
    const struct report_counts *counts = &report->head.counts;
    put(report, "## Summary\n\n| | |\n| --- | ---: |\n");
    fprintf(report->out, "| Documents | %" PRId64 " |\n", counts->documents);
    fprintf(report->out, "| Claims | %" PRId64 " |\n", counts->claims);
    fprintf(report->out, "| With a source | %" PRId64 " |\n", counts->cited);
    for (int i = 0; i < RATING_END; i++)
        if (counts->by_rating[i] > 0)
            fprintf(report->out, "| %s | %" PRId64 " |\n", ratings.name[i], counts->by_rating[i]);
    fprintf(report->out, "| **open** | **%" PRId64 "** |\n", counts->open);
}

void markdown_begin(struct report *report, const char *title)
{
    struct buf line = {0};
    words_time(&line, report->head.generated_at);
    buf_printf(&line, ", made by %.*s", STR_ARG(report->head.version));
    fprintf(report->out, "# %s\n\n", title);
    put_raw(report, buf_view(&line));
    if (report->head.selection.ptr) {
        put(report, "\n\nThis report holds ");
        put_raw(report, report->head.selection);
        put(report, ".");
    }
    put(report, "\n\n");
    summary(report);
    buf_release(&line);
}

static void report_page(struct report *report)
{
    markdown_begin(report, "Verification report");
}

static void empty_document(struct report *report)
{
    if (report->documents > 0 && report->document_claims == 0)
        put(report, "\nNo claim of this document is in this report.\n");
}

static void markdown_document(struct report *report, const struct document *document)
{
    struct buf who = {0};
    if (report->documents > 1)
        empty_document(report);
    fprintf(report->out, "\n## Document %" PRId64 ": ", report->documents);
    put_raw(report, words_document(document));
    put(report, "\n\n");
    point(report, "Author", document->author);
    point(report, "Publisher", document->publisher);
    point(report, "Published", document->published);
    address(report, "- **Address:** ", document->url);
    point(report, document->media == MEDIA_STATEMENT ? "Statement" : "File", document->name);
    fprintf(report->out, "- **Size:** %" PRId64 " bytes\n", document->bytes);
    point(report, "SHA-256", document->sha256);
    words_who(&who, document->added_by, document->added_at);
    point(report, "Taken in", buf_view(&who));
    buf_release(&who);
}

/*
 * "**" opens and closes only where CommonMark's flanking rules let it: not between a letter and punctuation, as in
 * "rose5%of". `outer` is the character outside the stars, `inner` the one inside.
 */
static bool stars_work(char outer, char inner)
{
    bool outer_word = is_alpha(outer) || is_digit(outer) || (unsigned char)outer >= 0x80;
    bool inner_word = is_alpha(inner) || is_digit(inner);
    return inner_word || !outer_word;
}

void markdown_strong(struct buf *out, struct str text, size_t start, size_t end)
{
    char before = start > 0 ? text.ptr[start - 1] : ' ', after = end < text.len ? text.ptr[end] : ' ';
    bool stars = end > start && stars_work(before, text.ptr[start]) && stars_work(after, text.ptr[end - 1]);
    buf_str(out, stars ? STR("**") : STR("<strong>"));
    escape_markdown(out, str_slice(text, start, end));
    buf_str(out, stars ? STR("**") : STR("</strong>"));
}

static void sentence(struct report *report, const struct claim *claim)
{
    size_t start = 0, end = 0;
    struct str text = claim->sentence;
    struct buf safe = {0};
    buf_str(&safe, STR("> "));
    if (words_place(claim, &start, &end)) {
        escape_markdown(&safe, str_slice(text, 0, start));
        markdown_strong(&safe, text, start, end);
        escape_markdown(&safe, str_slice(text, end, text.len));
    } else {
        escape_markdown(&safe, text);
    }
    fprintf(report->out, "%s\n\n", safe.ptr);
    buf_release(&safe);
}

static void figure(struct report *report, const struct claim *claim)
{
    struct buf line = {0};
    words_figure(&line, claim);
    if (claim->kind >= 0 && claim->kind < KIND_END)
        buf_printf(&line, " (%s)", claim_kinds.name[claim->kind]);
    point(report, "Figure", buf_view(&line));
    buf_release(&line);
}

/* A point whose text words.h makes of a claim. */
static void point_of(struct report *report, const char *label, void (*make)(struct buf *, const struct claim *),
                     const struct claim *claim)
{
    struct buf raw = {0};
    make(&raw, claim);
    point(report, label, buf_view(&raw));
    buf_release(&raw);
}

/* A point below a point. */
static void sub_point(struct report *report, const char *label, struct str raw)
{
    if (raw.len == 0)
        return;
    put(report, "  ");
    point(report, label, raw);
}

static void verdict(struct report *report, const char *label, const struct verdict *verdict)
{
    struct buf who = {0};
    fprintf(report->out, "- **%s:** %s\n", label, ratings.name[verdict->rating]);
    sub_point(report, "Because", verdict->rationale);
    words_who(&who, verdict->reviewer, verdict->at);
    sub_point(report, "By", buf_view(&who));
    buf_release(&who);
}

static void citation(struct report *report, size_t index, const struct report_citation *cited)
{
    const struct citation *citation = cited->citation;
    struct buf line = {0};
    fprintf(report->out, "- **Source %zu, %s:** ", index + 1, stances.name[citation->stance]);
    words_source(&line, cited->source);
    bool only_address = str_eq(buf_view(&line), cited->source->url);
    if (only_address)
        put_address(report, cited->source->url);
    else
        put_raw(report, buf_view(&line));
    put(report, "\n");
    if (!only_address)
        address(report, "  - **Address:** ", cited->source->url);
    address(report, "  - **Archived:** ", cited->source->archive_url);
    sub_point(report, "Where", citation->locator);
    buf_clear(&line);
    if (citation->quote.ptr)
        buf_printf(&line, "\"%.*s\"", STR_ARG(str_trim(citation->quote)));
    sub_point(report, "Quote", buf_view(&line));
    buf_clear(&line);
    words_source_figure(&line, citation);
    sub_point(report, "Its figure", buf_view(&line));
    sub_point(report, "Accessed", citation->accessed);
    buf_clear(&line);
    words_who(&line, citation->reviewer, citation->at);
    sub_point(report, "Added by", buf_view(&line));
    buf_release(&line);
}

static void markdown_claim(struct report *report, const struct document *document, const struct report_claim *told)
{
    (void)document;
    const struct claim *claim = told->claim;
    const struct verdict *last = told->verdict_count > 0 ? &told->verdicts[told->verdict_count - 1] : NULL;
    put(report, "\n### ");
    if (claim->number > 0)
        fprintf(report->out, "Claim %" PRId64 ": ", claim->number);
    put_raw(report, claim->literal);
    fprintf(report->out, " — %s\n\n", last ? ratings.name[last->rating] : "OPEN");
    sentence(report, claim);
    figure(report, claim);
    point(report, "Put as", str_from(words_modality(claim)));
    point_of(report, "Said by", words_speaker, claim);
    point_of(report, "About", words_about, claim);
    point_of(report, "Time", words_period, claim);
    if (last)
        verdict(report, "Verdict", last);
    else
        fprintf(report->out, "- **Verdict:** OPEN: %s\n",
                told->citation_count > 0 ? "it has a source, but no verdict yet" : "no source and no verdict yet");
    for (size_t i = 0; i < told->citation_count; i++)
        citation(report, i, &told->citations[i]);
    for (size_t i = told->verdict_count; i > 1; i--)
        verdict(report, "Earlier verdict (a later one counts)", &told->verdicts[i - 2]);
}

static void markdown_end(struct report *report)
{
    struct buf paragraph = {0};
    empty_document(report);
    put(report, "\n## How this report was made\n");
    for (size_t i = 0; words_method(&paragraph, report, i); i++) {
        put(report, "\n");
        put_raw(report, buf_view(&paragraph));
        put(report, "\n");
        buf_clear(&paragraph);
    }
    buf_release(&paragraph);
}

const struct report_format report_markdown = {"markdown", report_page, markdown_document, markdown_claim, markdown_end};
