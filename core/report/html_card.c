/* The HTML report's card of a claim: the figure in its sentence, the verdict and why, the sources. */
#include <inttypes.h>

#include "core/base/buf.h"
#include "core/report/html.h"
#include "core/report/words.h"

/* A fact whose text words.h makes of a claim. */
static void fact_of(struct report *report, const char *label, void (*make)(struct buf *, const struct claim *),
                    const struct claim *claim)
{
    struct buf raw = {0};
    make(&raw, claim);
    html_fact(report, label, buf_view(&raw));
    buf_release(&raw);
}

static void top(struct report *report, const struct report_claim *told, int64_t id)
{
    html_put(report, "<div class=\"top\">\n");
    fprintf(report->out, "<h3 id=\"figure-%" PRId64 "\"><span class=\"number\">Claim %" PRId64 "</span> ", id, id);
    html_put(report, "<span class=\"figure\" dir=\"auto\">");
    html_text(report, told->claim->literal);
    html_put(report, "</span></h3>\n<p>");
    html_badge(report, html_state_of(told));
    html_put(report, "</p>\n</div>\n");
}

/* The sentence, its figure marked where the claim's places fit it, and who says so. */
static void said(struct report *report, const struct claim *claim)
{
    size_t start = 0, end = 0;
    struct buf speaker = {0};
    html_put(report, "<figure class=\"said\">\n<blockquote dir=\"auto\">");
    if (words_place(claim, &start, &end)) {
        html_text(report, str_slice(claim->sentence, 0, start));
        html_put(report, "<mark>");
        html_text(report, claim->literal);
        html_put(report, "</mark>");
    }
    html_text(report, str_slice(claim->sentence, end, claim->sentence.len));
    html_put(report, "</blockquote>\n");
    words_speaker(&speaker, claim);
    if (speaker.len > 0) {
        html_put(report, "<figcaption>Said by <b>");
        html_text(report, buf_view(&speaker));
        html_put(report, "</b></figcaption>\n");
    }
    html_put(report, "</figure>\n");
    buf_release(&speaker);
}

static void facts(struct report *report, const struct claim *claim)
{
    struct buf figure = {0};
    words_figure(&figure, claim);
    html_put(report, "<dl>\n");
    html_fact(report, "Read as", buf_view(&figure));
    html_fact(report, "Put as", str_from(words_modality(claim)));
    fact_of(report, "About", words_about, claim);
    fact_of(report, "Time", words_period, claim);
    html_put(report, "</dl>\n");
    buf_release(&figure);
}

static void reason(struct report *report, const struct verdict *verdict)
{
    html_put(report, "<p class=\"because\" dir=\"auto\">");
    html_block(report, str_trim(verdict->rationale));
    html_put(report, "</p>\n<p class=\"by\">");
    html_who(report, verdict->reviewer, verdict->at);
    html_put(report, "</p>\n");
}

static void verdict(struct report *report, const struct report_claim *told)
{
    html_put(report, "<h4>Verdict</h4>\n");
    if (told->verdict_count > 0)
        reason(report, &told->verdicts[told->verdict_count - 1]);
    else
        fprintf(report->out, "<p>Open: %s.</p>\n",
                told->citation_count > 0 ? "it has a source, but no verdict yet" : "no source and no verdict yet");
}

static void earlier_verdicts(struct report *report, const struct report_claim *told)
{
    if (told->verdict_count < 2)
        return;
    html_put(report, "<h4>Earlier verdicts (a later one counts)</h4>\n<ul class=\"earlier\">\n");
    for (size_t i = told->verdict_count; i > 1; i--) {
        html_put(report, "<li>");
        html_badge(report, told->verdicts[i - 2].rating);
        reason(report, &told->verdicts[i - 2]);
        html_put(report, "</li>\n");
    }
    html_put(report, "</ul>\n");
}

static void address_fact(struct report *report, const char *label, struct str url)
{
    if (url.len == 0)
        return;
    fprintf(report->out, "<dt>%s</dt><dd>", label);
    html_link(report, url, url);
    html_put(report, "</dd>\n");
}

static void source_facts(struct report *report, const struct report_citation *cited)
{
    const struct citation *citation = cited->citation;
    struct buf figure = {0};
    words_source_figure(&figure, citation);
    html_put(report, "<dl>\n");
    html_fact(report, "Where", citation->locator);
    html_fact(report, "Its figure", buf_view(&figure));
    address_fact(report, "Address", cited->source->url);
    address_fact(report, "Archived", cited->source->archive_url);
    if (citation->accessed.len > 0) {
        html_put(report, "<dt>Accessed</dt><dd>");
        html_time(report, citation->accessed);
        html_put(report, "</dd>\n");
    }
    html_put(report, "<dt>Added by</dt><dd>");
    html_who(report, citation->reviewer, citation->at);
    html_put(report, "</dd>\n</dl>\n");
    buf_release(&figure);
}

static void source(struct report *report, const struct report_citation *cited)
{
    static const char *const stance_words[STANCE_END] = {"Supports it", "Refutes it", "Gives context"};
    struct str quote = str_trim(cited->citation->quote);
    struct buf words = {0};
    words_source(&words, cited->source);
    html_put(report, "<li>");
    html_put(report, "<span class=\"stance\">");
    html_icon(report, stances.name[cited->citation->stance]);
    fprintf(report->out, " %s:</span> ", stance_words[cited->citation->stance]);
    html_text(report, buf_view(&words));
    if (quote.len > 0) {
        html_put(report, "\n<blockquote dir=\"auto\">“");
        html_block(report, quote);
        html_put(report, "”</blockquote>\n");
    }
    source_facts(report, cited);
    html_put(report, "</li>\n");
    buf_release(&words);
}

static void sources(struct report *report, const struct report_claim *told)
{
    if (told->citation_count == 0)
        return;
    fprintf(report->out, "<h4>Source%s</h4>\n<ol class=\"sources\">\n", told->citation_count == 1 ? "" : "s");
    for (size_t i = 0; i < told->citation_count; i++)
        source(report, &told->citations[i]);
    html_put(report, "</ol>\n");
}

void html_card(struct report *report, const struct report_claim *told)
{
    int64_t id = report_claim_id(report, told->claim);
    fprintf(report->out,
            "<article class=\"card t-%s\" id=\"claim-%" PRId64 "\" aria-labelledby=\"figure-%" PRId64 "\">\n",
            html_state(html_state_of(told)), id, id);
    top(report, told, id);
    said(report, told->claim);
    facts(report, told->claim);
    verdict(report, told);
    sources(report, told);
    earlier_verdicts(report, told);
    html_put(report, "</article>\n");
}
