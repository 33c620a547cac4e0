/* The HTML report's summary: what came out, in a sentence, in a picture, and in a list that is the picture's legend. */
#include <inttypes.h>

#include "core/base/buf.h"
#include "core/report/html.h"
#include "core/report/words.h"

/* A part narrower than this share of the band, in hundredths of a percent, has no room for its shape. */
enum { WHOLE = 10000, ROOM_FOR_SHAPE = 500 };

static int64_t count_of(const struct report_counts *counts, int state)
{
    return state == HTML_OPEN ? counts->open : counts->by_rating[state];
}

/* In hundredths of a percent; no claim at all has no parts. */
static int64_t share(const struct report_counts *counts, int64_t count)
{
    return counts->claims > 0 ? count * WHOLE / counts->claims : 0;
}

static void add_outcome(struct buf *out, const struct report *report)
{
    const struct voice *voice = &report->style.voice;
    const char *between = "";
    for (int state = 0; state <= HTML_OPEN; state++) {
        int64_t count = count_of(&report->head.counts, state);
        if (count == 0)
            continue;
        buf_str(out, str_from(between));
        voice_integer(out, voice, count);
        buf_char(out, ' ');
        voice_state(out, voice, state, false);
        between = ", ";
    }
}

/* "2 claims in 1 document: 1 accurate, 1 open. 1 of them has a source." */
static void lede(struct report *report)
{
    const struct voice *voice = &report->style.voice;
    const struct report_counts *counts = &report->head.counts;
    struct buf words = {0}, claims = {0}, documents = {0};
    voice_count(&claims, voice, PHRASE_CLAIMS, counts->claims);
    voice_count(&documents, voice, PHRASE_DOCUMENTS, counts->documents);
    VOICE_FILL(&words, voice, PHRASE_CLAIMS_IN_DOCUMENTS, buf_view(&claims), buf_view(&documents));
    buf_str(&words, counts->claims > 0 ? STR(": ") : STR(""));
    add_outcome(&words, report);
    buf_str(&words, STR(". "));
    voice_count(&words, voice, PHRASE_WITH_A_SOURCE, counts->cited);
    html_put(report, "<p class=\"lede\">");
    html_text(report, buf_view(&words));
    html_put(report, "</p>\n");
    buf_release(&words);
    buf_release(&claims);
    buf_release(&documents);
}

static void part(struct report *report, int state, int64_t from, int64_t width)
{
    const char *name = html_state(state);
    fprintf(report->out,
            "<rect class=\"c-%s\" fill=\"currentColor\" x=\"%" PRId64 ".%02" PRId64 "%%\" y=\"0\" width=\"%" PRId64
            ".%02" PRId64 "%%\" height=\"100%%\"/>\n",
            name, from / 100, from % 100, width / 100, width % 100);
    int64_t middle = from + width / 2;
    if (width >= ROOM_FOR_SHAPE)
        fprintf(report->out,
                "<svg class=\"icon on-%s\" x=\"%" PRId64 ".%02" PRId64 "%%\" y=\"50%%\" overflow=\"visible\">"
                "<use href=\"#i-%s\" x=\"-11\" y=\"-11\" width=\"22\" height=\"22\"/></svg>\n",
                name, middle / 100, middle % 100, name);
}

/* Parts end where the next begins, by the counts so far, so that they fill the band whatever is rounded. */
static void band(struct report *report)
{
    const struct report_counts *counts = &report->head.counts;
    struct buf words = {0}, outcome = {0};
    int64_t before = 0;
    add_outcome(&outcome, report);
    VOICE_FILL(&words, &report->style.voice, PHRASE_HOW_THEY_CAME_OUT, buf_view(&outcome));
    html_put(report, "<svg class=\"band\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"band\">\n"
                     "<title id=\"band\">");
    html_text(report, buf_view(&words));
    html_put(report, "</title>\n");
    for (int state = 0; state <= HTML_OPEN; state++) {
        int64_t from = share(counts, before);
        before += count_of(counts, state);
        if (count_of(counts, state) > 0)
            part(report, state, from, share(counts, before) - from);
    }
    html_put(report, "</svg>\n");
    buf_release(&words);
    buf_release(&outcome);
}

static void legend_line(struct report *report, int state, int64_t count)
{
    const struct voice *voice = &report->style.voice;
    struct buf number = {0}, percent = {0}, words = {0};
    voice_integer(&number, voice, count);
    voice_integer(&percent, voice, (share(&report->head.counts, count) + 50) / 100);
    VOICE_FILL(&words, voice, PHRASE_SHARE, buf_view(&percent));
    html_put(report, "<li>");
    html_badge(report, state);
    html_put(report, " <span class=\"count\">");
    html_text(report, buf_view(&number));
    html_put(report, "</span> <span class=\"share\">");
    html_text(report, buf_view(&words));
    html_put(report, "</span></li>\n");
    buf_release(&number);
    buf_release(&percent);
    buf_release(&words);
}

static void legend(struct report *report)
{
    html_put(report, "<ul class=\"legend\">\n");
    for (int state = 0; state <= HTML_OPEN; state++) {
        int64_t count = count_of(&report->head.counts, state);
        if (count > 0)
            legend_line(report, state, count);
    }
    html_put(report, "</ul>\n");
}

static void finding_words(struct report *report, const char *class, struct str raw)
{
    if (raw.len == 0)
        return;
    fprintf(report->out, " <span class=\"%s\" dir=\"auto\"%s>", class, html_article_language(report));
    html_text(report, raw);
    html_put(report, "</span>");
}

/* Each leads to its card. */
static void findings(struct report *report)
{
    if (report->head.finding_count == 0)
        return;
    html_put(report, "<h3 class=\"findings\">");
    html_say(report, PHRASE_FINDINGS);
    html_put(report, "</h3>\n<ul class=\"findings\">\n");
    for (size_t i = 0; i < report->head.finding_count; i++) {
        const struct report_finding *finding = &report->head.finding[i];
        html_put(report, "<li>");
        html_badge(report, finding->rating);
        fprintf(report->out, " <span><a href=\"#claim-%" PRId64 "\" dir=\"auto\"%s>", finding->claim,
                html_article_language(report));
        html_text(report, finding->figure);
        html_put(report, "</a>");
        finding_words(report, "about", finding->about);
        finding_words(report, "by", finding->speaker);
        html_put(report, "</span></li>\n");
    }
    html_put(report, "</ul>\n");
}

void html_summary(struct report *report)
{
    html_put(report, "<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">");
    html_say(report, PHRASE_SUMMARY);
    html_put(report, "</h2>\n");
    lede(report);
    if (report->head.counts.claims > 0) {
        band(report);
        legend(report);
    }
    if (!report->format->takes_text)
        findings(report);
    html_put(report, "</section>\n");
}
