/*
 * The report as one HTML page: summary, documents with a card a claim, the method, the reviewers, and at the end every
 * number of each document by its state. Written as it is told; nothing is kept of a claim once its card is out.
 */
#include "core/report/html.h"

#include <inttypes.h>

#include "core/base/clock.h"
#include "core/report/escape.h"
#include "core/report/format.h"
#include "core/report/words.h"

/* ---- what all parts write with ---- */

const char *html_state(int state)
{
    return state == HTML_OPEN ? "open" : state == HTML_NO_CLAIM ? "no-claim" : ratings.name[state];
}

int html_state_of(const struct report_claim *told)
{
    return told->verdict_count > 0 ? told->verdicts[told->verdict_count - 1].rating : HTML_OPEN;
}

int html_state_of_number(const struct report_number *number)
{
    return number->no_claim ? HTML_NO_CLAIM : number->rating < 0 ? HTML_OPEN : number->rating;
}

void html_put(struct report *report, const char *markup)
{
    fputs(markup, report->out);
}

static void put_escaped(struct report *report, struct str raw, void (*door)(struct buf *, struct str))
{
    struct buf safe = {0};
    door(&safe, raw);
    fwrite(safe.len > 0 ? safe.ptr : "", 1, safe.len, report->out);
    buf_release(&safe);
}

void html_text(struct report *report, struct str raw)
{
    put_escaped(report, raw, escape_html);
}

void html_block(struct report *report, struct str raw)
{
    put_escaped(report, raw, escape_html_block);
}

void html_time(struct report *report, struct str raw)
{
    if (timestamp_valid(raw))
        fprintf(report->out, "<time datetime=\"%.*s\">%.10s %.5s UTC</time>", STR_ARG(raw), raw.ptr, raw.ptr + 11);
    else if (date_valid(raw))
        fprintf(report->out, "<time datetime=\"%.*s\">%.*s</time>", STR_ARG(raw), STR_ARG(raw));
    else
        html_text(report, raw);
}

void html_link(struct report *report, struct str url, struct str label)
{
    bool linked = escape_links_to(url);
    if (linked) {
        html_put(report, "<a rel=\"noreferrer\" href=\"");
        html_text(report, url);
        html_put(report, "\">");
    }
    html_text(report, label);
    html_put(report, linked ? "</a>" : "");
}

void html_fact(struct report *report, const char *label, struct str raw)
{
    if (raw.len == 0)
        return;
    fprintf(report->out, "<dt>%s</dt><dd dir=\"auto\">", label);
    html_text(report, str_trim(raw));
    html_put(report, "</dd>\n");
}

void html_who(struct report *report, struct str reviewer, struct str at)
{
    html_text(report, words_name(reviewer));
    if (reviewer.ptr && at.ptr)
        html_put(report, ", ");
    html_time(report, at);
}

void html_icon(struct report *report, const char *name)
{
    fprintf(report->out,
            "<svg class=\"icon\" xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\"><use href=\"#i-%s\"/></svg>",
            name);
}

void html_badge(struct report *report, int state)
{
    struct buf name = {0};
    if (state == HTML_NO_CLAIM)
        buf_str(&name, STR("No claim"));
    else
        words_state(&name, state == HTML_OPEN ? -1 : state, true);
    fprintf(report->out, "<span class=\"badge c-%s\">", html_state(state));
    html_icon(report, html_state(state));
    html_put(report, " ");
    html_text(report, buf_view(&name));
    html_put(report, "</span>");
    buf_release(&name);
}

/* ---- the page ---- */

void html_made(struct report *report)
{
    html_put(report, "<p class=\"made\">");
    html_time(report, report->head.generated_at);
    html_put(report, ", made by ");
    html_text(report, report->head.version);
    html_put(report, "</p>\n");
    if (report->head.selection.ptr) {
        html_put(report, "<p class=\"part\">This report holds ");
        html_text(report, report->head.selection);
        html_put(report, ".</p>\n");
    }
}

static void html_begin(struct report *report)
{
    html_head(report, "Verification report");
    html_put(report, "<a class=\"skip\" href=\"#claims\">Skip to the claims</a>\n<div class=\"page\">\n<header>\n"
                     "<h1>Verification report</h1>\n");
    html_made(report);
    html_put(report, "</header>\n<main>\n");
    html_summary(report);
    html_put(report, "<div id=\"claims\">\n");
}

static void end_document(struct report *report)
{
    if (report->document_claims == 0)
        html_put(report, "<p>No claim of this document is in this report.</p>\n");
    html_put(report, "</section>\n");
}

static void size(struct report *report, int64_t bytes)
{
    struct buf digits = {0}, words = {0};
    buf_printf(&digits, "%" PRId64, bytes);
    words_number(&words, buf_view(&digits));
    buf_str(&words, STR(" bytes"));
    html_fact(report, "Size", buf_view(&words));
    buf_release(&digits);
    buf_release(&words);
}

static void html_document(struct report *report, const struct document *document)
{
    if (report->documents > 1)
        end_document(report);
    fprintf(report->out,
            "<section aria-labelledby=\"document-%" PRId64 "\">\n<h2 id=\"document-%" PRId64 "\" dir=\"auto\">",
            report->documents, report->documents);
    html_text(report, words_document(document));
    html_put(report, "</h2>\n<dl>\n");
    html_fact(report, "Author", document->author);
    html_fact(report, "Publisher", document->publisher);
    if (document->published.len > 0) {
        html_put(report, "<dt>Published</dt><dd>");
        html_time(report, document->published);
        html_put(report, "</dd>\n");
    }
    if (document->url.len > 0) {
        html_put(report, "<dt>Address</dt><dd>");
        html_link(report, document->url, document->url);
        html_put(report, "</dd>\n");
    }
    html_fact(report, document->media == MEDIA_STATEMENT ? "Statement" : "File", document->name);
    size(report, document->bytes);
    html_fact(report, "SHA-256", document->sha256);
    html_put(report, "<dt>Taken in</dt><dd>");
    html_who(report, document->added_by, document->added_at);
    html_put(report, "</dd>\n</dl>\n");
}

static void html_claim(struct report *report, const struct document *document, const struct report_claim *told)
{
    (void)document;
    html_card(report, told);
}

static void method(struct report *report)
{
    struct buf paragraph = {0};
    html_put(report, "<section aria-labelledby=\"method\">\n<h2 id=\"method\">How this report was made</h2>\n");
    for (size_t i = 0; words_method(&paragraph, report, i); i++) {
        html_put(report, "<p>");
        html_text(report, buf_view(&paragraph));
        html_put(report, "</p>\n");
        buf_clear(&paragraph);
    }
    html_put(report, "</section>\n");
    buf_release(&paragraph);
}

static void reviewers(struct report *report)
{
    const struct report_reviewers *all = &report->reviewers;
    if (all->count == 0)
        return;
    html_put(report,
             "<section aria-labelledby=\"reviewers\">\n<h2 id=\"reviewers\">Reviewers</h2>\n<table>\n"
             "<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Verdicts</th><th scope=\"col\">Sources</th>"
             "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < all->count; i++) {
        html_put(report, "<tr><th scope=\"row\" dir=\"auto\">");
        html_text(report, all->reviewer[i].name);
        fprintf(report->out, "</th><td>%" PRId64 "</td><td>%" PRId64 "</td></tr>\n", all->reviewer[i].verdicts,
                all->reviewer[i].citations);
    }
    html_put(report, "</tbody>\n</table>\n</section>\n");
}

/* What follows the claims, once: before the first list of numbers, or at the end where there is none. */
static void end_claims(struct report *report)
{
    if (report->documents > 0)
        end_document(report);
    html_put(report, "</div>\n");
    method(report);
    reviewers(report);
}

/* ---- all numbers ---- */

void html_coverage(struct report *report)
{
    const struct report_coverage *seen = &report->coverage;
    fprintf(report->out,
            "<p class=\"hint\">Of %" PRId64 " numbers %" PRId64 " %s checked, %" PRId64 " %s open, and %" PRId64
            " %s no claim: a date, a rank or a score that no reviewer dealt with.</p>\n",
            seen->checked + seen->open + seen->no_claim, seen->checked, seen->checked == 1 ? "is" : "are", seen->open,
            seen->open == 1 ? "is" : "are", seen->no_claim, seen->no_claim == 1 ? "is" : "are");
}

static void html_numbers_end(struct report *report)
{
    html_put(report, "</tbody>\n</table>\n");
    html_coverage(report);
    html_put(report, "</section>\n");
}

static void html_numbers(struct report *report, const struct document *document)
{
    if (report->numbered == 1)
        end_claims(report);
    fprintf(report->out,
            "<section aria-labelledby=\"numbers-%" PRId64 "\">\n<h2 id=\"numbers-%" PRId64
            "\" dir=\"auto\">All numbers of “",
            report->numbered, report->numbered);
    html_text(report, words_document(document));
    html_put(report,
             "”</h2>\n<table>\n<caption>Every number that was found, in the order of the text.</caption>\n"
             "<thead><tr><th scope=\"col\">Number</th><th scope=\"col\">Kind</th><th scope=\"col\">State</th></tr>"
             "</thead>\n<tbody>\n");
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
    html_put(report, "<tr><td class=\"context\" dir=\"auto\">");
    before(report, claim->prefix);
    html_put(report, "<b>");
    html_text(report, claim->literal);
    html_put(report, "</b>");
    after(report, claim->suffix);
    fprintf(report->out, "</td><td class=\"kind\">%s</td><td>", claim_kinds.name[claim->kind]);
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
    .claim = html_claim,
    .end = html_end,
    .numbers = html_numbers,
    .number = html_number,
    .numbers_end = html_numbers_end,
};
