/* What follows the claims of the HTML report: which verdicts were replaced, how it was made, who reviewed. */
#include <inttypes.h>

#include "core/report/html.h"
#include "core/report/words.h"

static void begin(struct report *report, const char *id, int title)
{
    fprintf(report->out, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">", id, id);
    html_say(report, title);
    html_put(report, "</h2>\n");
}

static void change(struct report *report, const struct report_correction *correction)
{
    struct buf words = {0};
    words_change(&words, &report->style.voice, correction);
    html_text(report, buf_view(&words));
    buf_release(&words);
}

static void corrections(struct report *report)
{
    const struct report_corrections *all = &report->corrections;
    begin(report, "corrections", PHRASE_CORRECTIONS);
    html_put(report, "<p class=\"hint\">");
    html_say(report, all->count > 0 ? PHRASE_CORRECTIONS_HINT : PHRASE_NO_CORRECTIONS);
    html_put(report, all->count > 0 ? "</p>\n<ul class=\"corrections\">\n" : "</p>\n");
    for (size_t i = 0; i < all->count; i++) {
        const struct report_correction *correction = &all->correction[i];
        fprintf(report->out, "<li><a href=\"#claim-%" PRId64 "\"%s>", correction->claim, html_article_language(report));
        html_text(report, correction->figure);
        html_put(report, "</a>: ");
        change(report, correction);
        html_put(report, ". <span class=\"by\">");
        html_who(report, correction->reviewer, correction->at);
        html_put(report, "</span></li>\n");
    }
    html_put(report, all->count > 0 ? "</ul>\n</section>\n" : "</section>\n");
}

static void method(struct report *report)
{
    struct buf paragraph = {0};
    begin(report, "method", PHRASE_HOW_MADE);
    for (size_t i = 0; words_method(&paragraph, report, i); i++) {
        html_put(report, "<p>");
        html_text(report, buf_view(&paragraph));
        html_put(report, "</p>\n");
        buf_clear(&paragraph);
    }
    html_put(report, "</section>\n");
    buf_release(&paragraph);
}

static void count_cell(struct report *report, int64_t count)
{
    struct buf digits = {0};
    voice_integer(&digits, &report->style.voice, count);
    html_put(report, "<td>");
    html_text(report, buf_view(&digits));
    html_put(report, "</td>");
    buf_release(&digits);
}

static void reviewers(struct report *report)
{
    static const int columns[] = {PHRASE_NAME, PHRASE_VERDICTS, PHRASE_SOURCES};
    const struct report_reviewers *all = &report->reviewers;
    if (all->count == 0)
        return;
    begin(report, "reviewers", PHRASE_REVIEWERS);
    html_put(report, "<table class=\"counts\">\n<thead><tr>");
    for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
        html_put(report, "<th scope=\"col\">");
        html_say(report, columns[i]);
        html_put(report, "</th>");
    }
    html_put(report, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < all->count; i++) {
        html_put(report, "<tr><th scope=\"row\" dir=\"auto\">");
        html_text(report, words_name(all->reviewer[i].name));
        html_put(report, "</th>");
        count_cell(report, all->reviewer[i].verdicts);
        count_cell(report, all->reviewer[i].citations);
        html_put(report, "</tr>\n");
    }
    html_put(report, "</tbody>\n</table>\n</section>\n");
}

void html_close(struct report *report)
{
    corrections(report);
    method(report);
    reviewers(report);
}
