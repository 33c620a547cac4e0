/*
 * Setting text in a column: lines are broken at spaces so that they fit by display columns (utf8proc), with one stretch
 * of the text marked: by SGR sequences where there is colour, else by a line of "^" below it.
 *
 * The text has been through escape_terminal() or escape_terminal_block(): only line feeds are control characters in it.
 */
#ifndef CORE_REPORT_WRAP_H
#define CORE_REPORT_WRAP_H

#include <stdbool.h>
#include <stdio.h>

#include "core/base/str.h"

struct wrap {
    FILE *out;
    int width;              /* columns of the page */
    int indent;             /* columns before each line; the caller has written the first one's */
    int hang;               /* how much further right than `indent` the caller stands; may be negative */
    size_t mark, mark_end;  /* bytes of the text; the same where nothing is marked */
    const char *mark_style; /* SGR sequence for what is marked; NULL for a line of "^" */
};

/* Writes the text and a line feed. A word that is wider than the column is cut between two characters. */
void wrap_text(const struct wrap *wrap, struct str text);

/* Display columns of a text in one line. */
int wrap_columns(struct str text);

#endif
