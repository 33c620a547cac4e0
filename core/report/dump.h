/*
 * What the formats that are JSON write with: a record a line, each through its door, nothing kept of it afterwards.
 */
#ifndef CORE_REPORT_DUMP_H
#define CORE_REPORT_DUMP_H

#include <jansson.h>

#include "core/report/report.h"

/* Null for a null text. */
json_t *dump_text(struct str s);
/* Sets a member, unless the text is null or empty. */
void dump_set(json_t *object, const char *key, struct str text);

/* Writes the value and frees it; `open` leaves an object without its braces, for what the caller adds. */
void dump_value(struct report *report, json_t *value, bool open);

/* The same for a value that stands in a page's <script>: nothing in it can end that element. */
void dump_page_value(struct report *report, json_t *value);

/*
 * A list that is the whole report: its beginning, a member on a line of its own, its end. Members are written so that the
 * list may be put into a page's <script> as it is: nothing in them can end that element.
 */
void dump_list_begin(struct report *report);
void dump_list_member(struct report *report, json_t *value);
void dump_list_end(struct report *report);

#endif
