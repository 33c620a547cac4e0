/* The HTML report's card of a claim: the figure in its sentence, the verdict and why, the comparison, the sources. */
#include <inttypes.h>

#include "core/base/buf.h"
#include "core/report/claimreview.h"
#include "core/report/html.h"
#include "core/report/words.h"
#include "core/report/words_evidence.h"

static void heading(struct report *report, int phrase)
{
    html_put(report, "<h4>");
    html_say(report, phrase);
    html_put(report, "</h4>\n");
}

static void top(struct report *report, const struct report_claim *told, int64_t id)
{
    struct buf number = {0}, words = {0};
    buf_printf(&number, "%" PRId64, id);
    VOICE_FILL(&words, &report->style.voice, PHRASE_CLAIM_NUMBER, buf_view(&number));
    html_put(report, "<div class=\"top\">\n");
    fprintf(report->out, "<h3 id=\"figure-%" PRId64 "\"><span class=\"number\">", id);
    html_text(report, buf_view(&words));
    fprintf(report->out, "</span> <span class=\"figure\" dir=\"auto\"%s>", html_article_language(report));
    html_text(report, told->claim->literal);
    html_put(report, "</span></h3>\n<p>");
    html_badge(report, html_state_of(told));
    html_put(report, "</p>\n</div>\n");
    buf_release(&number);
    buf_release(&words);
}

/* The sentence, its figure marked where the claim's places fit it, and who says so. */
static void said(struct report *report, const struct claim *claim)
{
    size_t start = 0, end = 0;
    struct buf speaker = {0};
    fprintf(report->out, "<figure class=\"said\">\n<blockquote dir=\"auto\"%s>", html_article_language(report));
    if (words_place(claim, &start, &end)) {
        html_text(report, str_slice(claim->sentence, 0, start));
        html_put(report, "<mark>");
        html_text(report, claim->literal);
        html_put(report, "</mark>");
    }
    html_text(report, str_slice(claim->sentence, end, claim->sentence.len));
    html_put(report, "</blockquote>\n");
    words_speaker(&speaker, &report->style.voice, claim);
    if (speaker.len > 0) {
        html_put(report, "<figcaption>");
        html_say(report, PHRASE_SAID_BY);
        html_put(report, " <b>");
        html_text(report, buf_view(&speaker));
        html_put(report, "</b></figcaption>\n");
    }
    html_put(report, "</figure>\n");
    buf_release(&speaker);
}

static void facts(struct report *report, const struct report_claim *told)
{
    const struct voice *voice = &report->style.voice;
    const struct claim *claim = told->claim;
    struct buf words = {0};
    html_put(report, "<dl class=\"facts\">\n");
    words_figure(&words, voice, claim);
    html_fact(report, PHRASE_READ_AS, buf_view(&words));
    html_fact(report, PHRASE_PUT_AS, str_from(words_modality(voice, claim)));
    buf_clear(&words);
    words_about(&words, claim);
    html_fact(report, PHRASE_ABOUT, buf_view(&words));
    buf_clear(&words);
    words_period(&words, voice, claim);
    html_fact(report, PHRASE_TIME, buf_view(&words));
    buf_clear(&words);
    words_since(&words, voice, told);
    html_fact(report, PHRASE_SINCE, buf_view(&words));
    html_put(report, "</dl>\n");
    buf_release(&words);
}

static void reason(struct report *report, const struct verdict *verdict, const struct basis *basis)
{
    const struct voice *voice = &report->style.voice;
    const char *code = voice_reason(voice, basis ? basis->reason : REASON_NONE);
    struct buf words = {0};
    html_put(report, "<p class=\"because\" dir=\"auto\">");
    html_block(report, str_trim(verdict->rationale));
    html_put(report, "</p>\n");
    if (code) {
        VOICE_FILL(&words, voice, PHRASE_REASON_IS, str_from(code));
        html_put(report, "<p class=\"by\">");
        html_block(report, buf_view(&words));
        html_put(report, "</p>\n");
    }
    buf_release(&words);
    html_put(report, "<p class=\"by\">");
    html_who(report, verdict->reviewer, verdict->at);
    html_put(report, "</p>\n");
}

static void verdict(struct report *report, const struct report_claim *told)
{
    const struct voice *voice = &report->style.voice;
    struct buf words = {0};
    if (told->verdict_count > 0) {
        html_put(report, "<div class=\"verdict\">\n");
        heading(report, PHRASE_VERDICT);
        reason(report, &told->verdicts[told->verdict_count - 1], told->basis);
        html_put(report, "</div>\n");
        return;
    }
    VOICE_FILL(&words, voice, PHRASE_OPEN_BECAUSE,
               str_from(voice_phrase(voice, told->citation_count > 0 ? PHRASE_OPEN_CITED : PHRASE_OPEN_UNCITED)));
    html_put(report, "<p class=\"by\">");
    html_text(report, buf_view(&words));
    html_put(report, "</p>\n");
    buf_release(&words);
}

static void earlier_verdicts(struct report *report, const struct report_claim *told)
{
    if (told->verdict_count < 2)
        return;
    heading(report, PHRASE_EARLIER_VERDICTS);
    html_put(report, "<ul class=\"earlier\">\n");
    for (size_t i = told->verdict_count; i > 1; i--) {
        html_put(report, "<li>");
        html_badge(report, told->verdicts[i - 2].rating);
        reason(report, &told->verdicts[i - 2], NULL);
        html_put(report, "</li>\n");
    }
    html_put(report, "</ul>\n");
}

static void evidence_fact(struct report *report, int label,
                          void (*make)(struct buf *, const struct voice *, const struct evidence *),
                          const struct evidence *evidence)
{
    struct buf raw = {0};
    make(&raw, &report->style.voice, evidence);
    html_fact(report, label, buf_view(&raw));
    buf_release(&raw);
}

static void source_facts(struct report *report, const struct report_citation *cited)
{
    const struct citation *citation = cited->citation;
    struct buf figure = {0};
    words_source_figure(&figure, &report->style.voice, citation);
    html_put(report, "<dl>\n");
    html_fact(report, PHRASE_WHERE, citation->locator);
    html_fact(report, PHRASE_ITS_FIGURE, buf_view(&figure));
    if (cited->source->title.len > 0) /* else it is what the source is called by */
        html_fact_link(report, PHRASE_ADDRESS, cited->source->url);
    html_fact_link(report, PHRASE_ARCHIVED, cited->source->archive_url);
    html_fact_time(report, PHRASE_ACCESSED, citation->accessed);
    evidence_fact(report, PHRASE_LOOKED_FOR, words_evidence, cited->evidence);
    evidence_fact(report, PHRASE_SINCE_THEN, words_source_since, cited->evidence);
    html_put(report, "<dt>");
    html_say(report, PHRASE_ADDED_BY);
    html_put(report, "</dt><dd>");
    html_who(report, citation->reviewer, citation->at);
    html_put(report, "</dd>\n</dl>\n");
    buf_release(&figure);
}

/* Who, what, where, when; the title leads to the source. */
static void reference(struct report *report, const struct source *source)
{
    const struct str after[] = {source->publisher, source->published};
    if (source->author.len > 0) {
        html_text(report, source->author);
        html_put(report, ": ");
    }
    html_put(report, "<cite dir=\"auto\">");
    if (source->title.len > 0)
        html_text(report, source->title);
    else
        html_link(report, source->url, source->url.len > 0 ? source->url : source->id);
    html_put(report, "</cite>");
    for (size_t i = 0; i < sizeof(after) / sizeof(after[0]); i++) {
        if (after[i].len == 0)
            continue;
        html_put(report, ", ");
        html_time(report, after[i]);
    }
}

static void source(struct report *report, const struct report_citation *cited)
{
    struct str quote = str_trim(cited->citation->quote);
    html_put(report, "<li>");
    html_put(report, "<span class=\"stance\">");
    html_icon(report, stances.name[cited->citation->stance]);
    html_put(report, " ");
    html_say(report, PHRASE_IT_SUPPORTS + cited->citation->stance);
    html_put(report, ":</span> ");
    reference(report, cited->source);
    if (quote.len > 0) {
        struct buf words = {0};
        VOICE_FILL(&words, &report->style.voice, PHRASE_QUOTE, quote);
        html_put(report, "\n<blockquote dir=\"auto\">");
        html_block(report, buf_view(&words));
        html_put(report, "</blockquote>\n");
        buf_release(&words);
    }
    source_facts(report, cited);
    html_put(report, "</li>\n");
}

static void sources(struct report *report, const struct report_claim *told)
{
    if (told->citation_count == 0)
        return;
    heading(report, told->citation_count == 1 ? PHRASE_SOURCE : PHRASE_SOURCES);
    html_put(report, "<ol class=\"sources\">\n");
    for (size_t i = 0; i < told->citation_count; i++)
        source(report, &told->citations[i]);
    html_put(report, "</ol>\n");
}

void html_card(struct report *report, const struct document *document, const struct report_claim *told)
{
    int64_t id = report_claim_id(report, told->claim);
    fprintf(report->out,
            "<article class=\"card t-%s\" id=\"claim-%" PRId64 "\" aria-labelledby=\"figure-%" PRId64 "\">\n",
            html_state(html_state_of(told)), id, id);
    top(report, told, id);
    said(report, told->claim);
    facts(report, told);
    verdict(report, told);
    html_chart(report, told);
    sources(report, told);
    earlier_verdicts(report, told);
    if (report->style.linked)
        claimreview_embed(report, document, told);
    html_put(report, "</article>\n");
}
