/*
 * The parts of the HTML report, one file each: html.c tells the page, html_card.c a claim, html_chart.c its figure beside
 * its sources', html_picture.c the summary, html_close.c what follows the claims, html_write.c what all of them write
 * with, html_style.c holds what does not depend on the report.
 *
 * The page is written so that it is well-formed XML as well as HTML: every element is closed, every attribute quoted, and
 * only the references that both know are used. It needs no script and no network, and its Content-Security-Policy allows
 * neither. All its words come from phrases.def.
 */
#ifndef CORE_REPORT_HTML_H
#define CORE_REPORT_HTML_H

#include "core/report/report.h"

enum { HTML_OPEN = STATE_OPEN, HTML_NO_CLAIM = STATE_NO_CLAIM, HTML_STATES };

/* What the page calls a state (a rating, or one of the two above) in its ids and classes: "not-checkable", "open". */
const char *html_state(int state);

/* The state of a claim that was told. */
int html_state_of(const struct report_claim *told);
int html_state_of_number(const struct report_number *number);

/* Our own markup, as it is. */
void html_put(struct report *report, const char *markup);
/* A phrase in the report's language. */
void html_say(struct report *report, int phrase);
/* Raw text through its door; a block keeps its lines. */
void html_text(struct report *report, struct str raw);
void html_block(struct report *report, struct str raw);
/* A timestamp or a date as <time>, in the report's language; anything else as text. */
void html_time(struct report *report, struct str raw);
/* A link that shows `label`; only the label where the page may not link there. */
void html_link(struct report *report, struct str url, struct str label);
/* "<dt>Label</dt><dd>text</dd>": nothing where there is no text. */
void html_fact(struct report *report, int phrase, struct str raw);
void html_fact_time(struct report *report, int phrase, struct str raw);
void html_fact_link(struct report *report, int phrase, struct str url);
/* "Jane Doe, 12 February 2025, 14:03 UTC", without an address. */
void html_who(struct report *report, struct str reviewer, struct str at);
/* The state's name, and its shape before it. */
void html_state_name(struct report *report, int state, bool capital);
void html_badge(struct report *report, int state);
/* The attribute for text of an article, which the extractor's rules take to be English; nothing in an English report. */
const char *html_article_language(const struct report *report);
/* The shape with that name; it says nothing to those who do not see it. */
void html_icon(struct report *report, const char *name);

/* <head> and the shapes that the page uses. */
void html_head(struct report *report, int title);
/* The desk's name and logo, the title, when and by what it was made, and what it leaves out. */
void html_masthead(struct report *report, int title);
/* How many of the numbers that were told are checked. */
void html_coverage(struct report *report);
void html_summary(struct report *report);
void html_card(struct report *report, const struct document *document, const struct report_claim *told);
/* The figure and those of its sources that are in the same unit; nothing where there is none. */
void html_chart(struct report *report, const struct report_claim *told);
/* What is inside that picture, as high as the other says, for one that stands alone. */
struct chart;
void html_chart_draw(struct report *report, const struct chart *chart);
int64_t html_chart_height(const struct chart *chart);
/* Corrections, method, reviewers. */
void html_close(struct report *report);

/* The sheet and the shapes, as the page holds them; the policy carries the sheet's digest. A picture that
 * stands alone holds the shapes of its marks. */
extern const char html_sheet[], html_shapes[], html_chart_shapes[];

#endif
