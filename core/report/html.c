/*
 * The report as one HTML page: summary, documents with a card a claim, corrections, the method, the reviewers, and at the
 * end every number of each document by its state. Written as it is told; nothing is kept of a claim once its card is out.
 */
#include "core/report/html.h"

#include <inttypes.h>

#include "core/report/format.h"
#include "core/report/words.h"

static void html_begin(struct report *report)
{
    html_head(report, PHRASE_TITLE);
    html_put(report, "<a class=\"skip\" href=\"#claims\">");
    html_say(report, PHRASE_SKIP);
    html_put(report, "</a>\n<div class=\"page\">\n");
    html_masthead(report, PHRASE_TITLE);
    html_put(report, "<main>\n");
    html_summary(report);
    html_put(report, "<div id=\"claims\">\n");
}

static void end_document(struct report *report)
{
    if (report->document_claims == 0) {
        html_put(report, "<p>");
        html_say(report, PHRASE_NO_CLAIM_HERE);
        html_put(report, "</p>\n");
    }
    html_put(report, "</section>\n");
}

static void size(struct report *report, int64_t bytes)
{
    struct buf words = {0};
    voice_count(&words, &report->style.voice, PHRASE_BYTES, bytes);
    html_fact(report, PHRASE_SIZE, buf_view(&words));
    buf_release(&words);
}

/* Who wrote it, where and when: what a reader asks first. */
static void byline(struct report *report, const struct document *document)
{
    const struct str part[] = {document->author, document->publisher, document->published};
    enum { PARTS = sizeof(part) / sizeof(part[0]) };
    const char *between = "<p class=\"byline\" dir=\"auto\">";
    bool any = false;
    for (size_t i = 0; i < PARTS; i++) {
        if (part[i].len == 0)
            continue;
        html_put(report, any ? ", " : between);
        if (i + 1 == PARTS)
            html_time(report, part[i]);
        else
            html_text(report, part[i]);
        any = true;
    }
    html_put(report, any ? "</p>\n" : "");
}

static void html_document(struct report *report, const struct document *document)
{
    if (report->documents > 1)
        end_document(report);
    fprintf(report->out,
            "<section aria-labelledby=\"document-%" PRId64 "\">\n<h2 id=\"document-%" PRId64 "\" dir=\"auto\">",
            report->documents, report->documents);
    html_text(report, words_document(document));
    html_put(report, "</h2>\n");
    byline(report, document);
    html_put(report, "<dl class=\"origin\">\n");
    html_fact_link(report, PHRASE_ADDRESS, document->url);
    html_fact(report, document->media == MEDIA_STATEMENT ? PHRASE_STATEMENT : PHRASE_FILE, document->name);
    size(report, document->bytes);
    html_fact(report, PHRASE_SHA_256, document->sha256);
    html_put(report, "<dt>");
    html_say(report, PHRASE_TAKEN_IN);
    html_put(report, "</dt><dd>");
    html_who(report, document->added_by, document->added_at);
    html_put(report, "</dd>\n</dl>\n");
}

/* What follows the claims, once: before the first list of numbers, or at the end where there is none. */
static void end_claims(struct report *report)
{
    if (report->documents > 0)
        end_document(report);
    html_put(report, "</div>\n");
    html_close(report);
}

/* ---- all numbers ---- */

void html_coverage(struct report *report)
{
    const struct voice *voice = &report->style.voice;
    const struct report_coverage *seen = &report->coverage;
    struct buf words = {0}, all = {0}, checked = {0}, open = {0}, no_claim = {0};
    voice_integer(&all, voice, seen->checked + seen->open + seen->no_claim);
    voice_count(&checked, voice, PHRASE_CHECKED, seen->checked);
    voice_count(&open, voice, PHRASE_STILL_OPEN, seen->open);
    voice_count(&no_claim, voice, PHRASE_ARE_NO_CLAIM, seen->no_claim);
    VOICE_FILL(&words, voice, PHRASE_COVERAGE, buf_view(&all), buf_view(&checked), buf_view(&open),
               buf_view(&no_claim));
    html_put(report, "<p class=\"hint\">");
    html_text(report, buf_view(&words));
    html_put(report, "</p>\n");
    struct buf *const used[] = {&words, &all, &checked, &open, &no_claim};
    for (size_t i = 0; i < sizeof(used) / sizeof(used[0]); i++)
        buf_release(used[i]);
}

static void html_numbers_end(struct report *report)
{
    html_put(report, "</tbody>\n</table>\n");
    html_coverage(report);
    html_put(report, "</section>\n");
}

static void column(struct report *report, int phrase)
{
    html_put(report, "<th scope=\"col\">");
    html_say(report, phrase);
    html_put(report, "</th>");
}

static void html_numbers(struct report *report, const struct document *document)
{
    struct buf title = {0};
    if (report->numbered == 1)
        end_claims(report);
    VOICE_FILL(&title, &report->style.voice, PHRASE_ALL_NUMBERS, words_document(document));
    fprintf(report->out,
            "<section aria-labelledby=\"numbers-%" PRId64 "\">\n<h2 id=\"numbers-%" PRId64 "\" dir=\"auto\">",
            report->numbered, report->numbered);
    html_text(report, buf_view(&title));
    html_put(report, "</h2>\n<table class=\"numbers\">\n<caption>");
    html_say(report, PHRASE_EVERY_NUMBER);
    html_put(report, "</caption>\n<thead><tr>");
    column(report, PHRASE_NUMBER);
    column(report, PHRASE_KIND);
    column(report, PHRASE_STATE);
    html_put(report, "</tr></thead>\n<tbody>\n");
    buf_release(&title);
}

/* What stands before and after the figure, without the words that its length cuts in two. */
static void before(struct report *report, struct str prefix)
{
    size_t from = str_find(prefix, STR(" "), 0);
    if (prefix.len == 0)
        return;
    html_put(report, "… ");
    html_text(report, str_slice(prefix, from < prefix.len ? from + 1 : 0, prefix.len));
}

static void after(struct report *report, struct str suffix)
{
    size_t to = suffix.len;
    while (to > 0 && suffix.ptr[to - 1] != ' ')
        to--;
    if (suffix.len == 0)
        return;
    html_text(report, str_slice(suffix, 0, to > 0 ? to - 1 : suffix.len));
    html_put(report, " …");
}

static void html_number(struct report *report, const struct report_number *number)
{
    const struct claim *claim = number->claim;
    int state = html_state_of_number(number);
    fprintf(report->out, "<tr><td class=\"context\" dir=\"auto\"%s>", html_article_language(report));
    before(report, claim->prefix);
    html_put(report, "<b>");
    html_text(report, claim->literal);
    html_put(report, "</b>");
    after(report, claim->suffix);
    html_put(report, "</td><td class=\"kind\">");
    html_say(report, PHRASE_IS_MONEY + claim->kind);
    html_put(report, "</td><td>");
    if (!number->no_claim)
        fprintf(report->out, "<a href=\"#claim-%" PRId64 "\">", claim->number);
    html_badge(report, state);
    html_put(report, number->no_claim ? "</td></tr>\n" : "</a></td></tr>\n");
}

static void html_end(struct report *report)
{
    if (report->numbered == 0)
        end_claims(report);
    html_put(report, "</main>\n</div>\n</body>\n</html>\n");
}

const struct report_format report_html = {
    .name = "html",
    .begin = html_begin,
    .document = html_document,
    .claim = html_card,
    .end = html_end,
    .numbers = html_numbers,
    .number = html_number,
    .numbers_end = html_numbers_end,
};
