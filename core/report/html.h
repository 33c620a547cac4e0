/*
 * The parts of the HTML report, one file each: html.c tells the page, html_card.c a claim, html_picture.c the summary,
 * html_style.c holds what does not depend on the report.
 *
 * The page is written so that it is well-formed XML as well as HTML: every element is closed, every attribute quoted, and
 * only the references that both know are used. It needs no script and no network, and its Content-Security-Policy allows
 * neither.
 */
#ifndef CORE_REPORT_HTML_H
#define CORE_REPORT_HTML_H

#include "core/report/report.h"

enum { HTML_OPEN = RATING_END, HTML_NO_CLAIM, HTML_STATES };

/* What the page calls a state (a rating, or one of the two above) in its ids and classes: "not-checkable", "open". */
const char *html_state(int state);

/* The state of a claim that was told. */
int html_state_of(const struct report_claim *told);
int html_state_of_number(const struct report_number *number);

/* Our own markup, as it is. */
void html_put(struct report *report, const char *markup);
/* Raw text through its door; a block keeps its lines. */
void html_text(struct report *report, struct str raw);
void html_block(struct report *report, struct str raw);
/* A timestamp or a date as <time>; anything else as text. */
void html_time(struct report *report, struct str raw);
/* A link that shows `label`; only the label where the page may not link there. */
void html_link(struct report *report, struct str url, struct str label);
/* "<dt>Label</dt><dd>text</dd>": nothing where there is no text. */
void html_fact(struct report *report, const char *label, struct str raw);
/* "Jane Doe, 2025-02-12 14:03 UTC", without an address. */
void html_who(struct report *report, struct str reviewer, struct str at);
/* The shape and the name of a state. */
void html_badge(struct report *report, int state);

/* <head> and the shapes that the page uses. */
void html_head(struct report *report, const char *title);
/* When and by what it was made, and what it leaves out. */
void html_made(struct report *report);
/* How many of the numbers that were told are checked. */
void html_coverage(struct report *report);
/* The shape with that name; it says nothing to those who do not see it. */
void html_icon(struct report *report, const char *name);
void html_summary(struct report *report);
void html_card(struct report *report, const struct report_claim *told);

/* The sheet and the shapes, as the page holds them; the policy carries the sheet's digest. */
extern const char html_sheet[], html_shapes[];

#endif
