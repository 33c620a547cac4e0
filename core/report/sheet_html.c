/*
 * The check sheet as an HTML page: each document's text, every number in it marked by its state in colour and shape, and
 * beside its paragraph, or below that where a page is narrow, notes on those that a reviewer dealt with: the verdict, the
 * reason and the sources.
 */
#include <inttypes.h>
#include <stdlib.h>

#include "core/report/format.h"
#include "core/report/html.h"
#include "core/report/words.h"

static void sheet_begin(struct report *report)
{
    html_head(report, PHRASE_SHEET_TITLE);
    html_put(report, "<div class=\"page wide\">\n");
    html_masthead(report, PHRASE_SHEET_TITLE);
    html_put(report, "<main>\n");
    html_summary(report);
}

static void flush_notes(struct report *report)
{
    struct str notes = buf_view(&report->notes);
    fwrite(notes.ptr, 1, notes.len, report->out);
    buf_clear(&report->notes);
}

/* The text up to there; what was noted comes where the first paragraph ends in it. */
static void text_to(struct report *report, size_t to)
{
    size_t end = str_find(str_slice(report->text, 0, to), STR("\n\n"), report->text_at);
    if (report->notes.len > 0 && end < to) {
        html_block(report, str_slice(report->text, report->text_at, end));
        flush_notes(report);
        report->text_at = end;
    }
    html_block(report, str_slice(report->text, report->text_at, to));
    report->text_at = to;
}

static void end_document(struct report *report)
{
    text_to(report, report->text.len);
    flush_notes(report);
    html_put(report, "</div>\n");
    html_coverage(report);
    html_put(report, "</section>\n");
}

static void sheet_numbers(struct report *report, const struct document *document)
{
    fprintf(report->out,
            "<section aria-labelledby=\"document-%" PRId64 "\">\n<h2 id=\"document-%" PRId64 "\" dir=\"auto\">",
            report->numbered, report->numbered);
    html_text(report, words_document(document));
    fprintf(report->out, "</h2>\n<div class=\"sheet\" dir=\"auto\"%s>", html_article_language(report));
}

static void note_sources(struct report *report, const struct report_claim *told)
{
    for (size_t i = 0; i < told->citation_count; i++) {
        const struct report_citation *cited = &told->citations[i];
        struct buf words = {0};
        words_source(&words, cited->source);
        html_put(report, "<span class=\"line\">");
        html_icon(report, stances.name[cited->citation->stance]);
        html_put(report, " ");
        html_say(report, PHRASE_STANDS_SUPPORTS + cited->citation->stance);
        html_put(report, ": ");
        html_link(report, cited->source->url, buf_view(&words));
        if (cited->citation->locator.len > 0)
            html_put(report, ", ");
        html_text(report, cited->citation->locator);
        html_put(report, "</span>");
        buf_release(&words);
    }
}

static void write_note(struct report *report, int state, const struct report_claim *told)
{
    const struct verdict *last = told->verdict_count > 0 ? &told->verdicts[told->verdict_count - 1] : NULL;
    struct buf number = {0}, words = {0};
    buf_printf(&number, "%" PRId64, told->claim->number);
    VOICE_FILL(&words, &report->style.voice, PHRASE_CLAIM_NUMBER, buf_view(&number));
    buf_printf(&words, ": %.*s", STR_ARG(told->claim->literal));
    fprintf(report->out, "<span class=\"note l-%s\" role=\"note\">", html_state(state));
    html_badge(report, state);
    html_put(report, " <span class=\"kind\">");
    html_text(report, buf_view(&words));
    html_put(report, "</span>");
    buf_release(&number);
    buf_release(&words);
    if (last) {
        html_put(report, "<span class=\"line because\">");
        html_block(report, str_trim(last->rationale));
        html_put(report, "</span>");
    }
    note_sources(report, told);
    html_put(report, "</span>");
}

/* Kept until the paragraph ends. */
static void note(struct report *report, int state, const struct report_claim *told)
{
    FILE *page = report->out;
    char *text = NULL;
    size_t size = 0;
    FILE *kept = open_memstream(&text, &size);
    report->out = kept ? kept : page; /* where there is no room for it, it stands beside its figure */
    write_note(report, state, told);
    report->out = page;
    if (kept && fclose(kept) == 0)
        buf_add(&report->notes, text, size);
    free(text);
}

/* A figure inside another one, or one that its text does not fit, is told of by its note alone. */
static void sheet_number(struct report *report, const struct report_number *number)
{
    const struct claim *claim = number->claim;
    int state = html_state_of_number(number);
    if (report_place(report, claim)) {
        text_to(report, (size_t)claim->start);
        fprintf(report->out, "<mark class=\"m-%s c-%s\">", html_state(state), html_state(state));
        html_text(report, claim->literal);
        if (state != HTML_NO_CLAIM)
            html_icon(report, html_state(state));
        html_put(report, "<span class=\"unseen\"> (");
        html_state_name(report, state, false);
        html_put(report, ")</span></mark>");
        report->text_at = (size_t)claim->end;
    }
    if (number->told && (number->told->verdict_count > 0 || number->told->citation_count > 0))
        note(report, state, number->told);
}

static void sheet_end(struct report *report)
{
    html_put(report, "</main>\n</div>\n</body>\n</html>\n");
}

const struct report_format report_sheet_html = {
    .name = "html",
    .begin = sheet_begin,
    .end = sheet_end,
    .numbers = sheet_numbers,
    .number = sheet_number,
    .numbers_end = end_document,
    .takes_text = true,
};
