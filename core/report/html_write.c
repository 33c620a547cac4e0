/* What all parts of the HTML report write with: text through its door, phrases, dates, links, badges. */
#include <inttypes.h>

#include "core/base/clock.h"
#include "core/report/escape.h"
#include "core/report/html.h"
#include "core/report/words.h"

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

void html_say(struct report *report, int phrase)
{
    html_text(report, str_from(voice_phrase(&report->style.voice, phrase)));
}

void html_time(struct report *report, struct str raw)
{
    bool dated = timestamp_valid(raw) || date_valid(raw);
    struct buf words = {0};
    voice_date(&words, &report->style.voice, raw);
    if (dated)
        fprintf(report->out, "<time datetime=\"%.*s\">", STR_ARG(raw));
    html_text(report, buf_view(&words));
    html_put(report, dated ? "</time>" : "");
    buf_release(&words);
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

static void label(struct report *report, int phrase)
{
    html_put(report, "<dt>");
    html_say(report, phrase);
    html_put(report, "</dt>");
}

void html_fact(struct report *report, int phrase, struct str raw)
{
    if (raw.len == 0)
        return;
    label(report, phrase);
    html_put(report, "<dd dir=\"auto\">");
    html_text(report, str_trim(raw));
    html_put(report, "</dd>\n");
}

void html_fact_time(struct report *report, int phrase, struct str raw)
{
    if (raw.len == 0)
        return;
    label(report, phrase);
    html_put(report, "<dd>");
    html_time(report, raw);
    html_put(report, "</dd>\n");
}

void html_fact_link(struct report *report, int phrase, struct str url)
{
    if (url.len == 0)
        return;
    label(report, phrase);
    html_put(report, "<dd>");
    html_link(report, url, url);
    html_put(report, "</dd>\n");
}

void html_who(struct report *report, struct str reviewer, struct str at)
{
    html_text(report, words_name(reviewer));
    if (reviewer.ptr && at.ptr)
        html_put(report, ", ");
    html_time(report, at);
}

const char *html_article_language(const struct report *report)
{
    return report->style.voice.language == LANGUAGE_ENGLISH ? "" : " lang=\"en\" xml:lang=\"en\"";
}

void html_icon(struct report *report, const char *name)
{
    fprintf(report->out,
            "<svg class=\"icon\" xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\"><use href=\"#i-%s\"/></svg>",
            name);
}

void html_state_name(struct report *report, int state, bool capital)
{
    struct buf name = {0};
    voice_state(&name, &report->style.voice, state, capital);
    html_text(report, buf_view(&name));
    buf_release(&name);
}

void html_badge(struct report *report, int state)
{
    fprintf(report->out, "<span class=\"badge c-%s\">", html_state(state));
    html_icon(report, html_state(state));
    html_put(report, " ");
    html_state_name(report, state, true);
    html_put(report, "</span>");
}
