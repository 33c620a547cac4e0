/*
 * The escaping doors. Text of an article, a reviewer or a source is hostile input: it reaches a terminal, a table cell,
 * Markdown, a web page or a spreadsheet only through the door for that context, here. (JSON's door is escape_json_text(); or
 * jansson, and escape_json() behind it.)
 *
 * Each appends to `out`. STR_NULL appends nothing. Whatever comes in, what goes out is valid UTF-8: a byte that is not
 * part of it is shown as "<80>".
 */
#ifndef CORE_REPORT_ESCAPE_H
#define CORE_REPORT_ESCAPE_H

#include <stdbool.h>

#include "core/base/buf.h"
#include "core/base/str.h"

/*
 * For a terminal or a plain text file: control characters (C0, DEL, C1), bidirectional overrides and isolates, and
 * zero-width format characters are shown, never sent: "^[" for ESC, "<U+202E>" for the others. Tabs and line ends (LF,
 * CR LF) become a space; a carriage return that ends no line, and could overwrite one, is shown as "^M".
 */
void escape_terminal(struct buf *out, struct str text);
/* The same, but line ends pass as line feeds, for text shown as a block. */
void escape_terminal_block(struct buf *out, struct str text);

/*
 * One CSV field (RFC 4180), quoted where needed; a cell that a spreadsheet would run as a formula gets a leading "'".
 * A plain number ("-5", "+4.2%") stays a number. Control characters other than tab and line ends are shown as above.
 */
void escape_csv(struct buf *out, struct str text);

/* One TSV field: tab, line feed, carriage return and backslash as \t \n \r \\; formulas and controls as in CSV. */
void escape_tsv(struct buf *out, struct str text);

/*
 * What jansson has written, made safe to look at: the characters that escape_terminal() shows become JSON's own "\u202E",
 * so that whoever parses it gets the text as it was.
 */
void escape_json(struct buf *out, struct str json);
/* The same, for JSON that may be put into a <script> element: "<", ">" and "&" too, so that nothing in it ends that. */
void escape_json_page(struct buf *out, struct str json);

/*
 * A whole JSON string, in its quotes: what jansson and escape_json() after it make of the text, in one go. Text that is
 * null is null, and so is what is not UTF-8, which no JSON can hold.
 */
void escape_json_text(struct buf *out, struct str text);
/* The same to memory that has room for ESCAPE_JSON_ROOM(text.len) bytes; returns where the string ends. */
char *escape_json_put(char *out, struct str text);
/* Each byte as \u001F, the quotes, and what is written behind the end to be written over: sixteen bytes go at a time. */
#define ESCAPE_JSON_ROOM(len) (6 * (len) + 2 + 16)

/*
 * Inline Markdown (CommonMark with GitHub's tables): nothing in it is markup, a link or HTML; line ends become a space,
 * and what a terminal would not get is shown here too. Safe at a line's start, in a heading, a list item, a table cell.
 *
 * Words that GitHub turns into links by themselves ("www.…", "https://…", "a@b.org") become code spans: that is the one
 * form that no renderer looks for links in, and a reader can still copy the address from it. (A backslash or a character
 * reference is not enough: several renderers look for addresses after they have resolved those.)
 */
void escape_markdown(struct buf *out, struct str text);

/*
 * HTML, between tags and in quoted attributes alike, and XML as well: nothing in it is markup or a reference. What a
 * terminal would not get is shown here too, and so are noncharacters (U+FFFE), which make a page malformed. Line ends and
 * tabs become a space.
 */
void escape_html(struct buf *out, struct str text);
/* The same, but line ends pass as line feeds, for text shown as a block. */
void escape_html_block(struct buf *out, struct str text);

/*
 * Whether a page may link to it: http or https, and nothing in it but the characters of an address (RFC 3986). Anything
 * else, "javascript:" among it, stays text. It still goes through the door of its context.
 */
bool escape_links_to(struct str url);

#endif
