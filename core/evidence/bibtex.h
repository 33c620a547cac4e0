/*
 * BibTeX and biblatex entries, by way of CSL-JSON's items (csl.h). What is read: entries in {} or (), values in {} or "",
 * numbers, macros (@string, and the months) and "#" between them; @comment and @preamble are passed over, and so is text
 * between entries. Nothing is run: of LaTeX, accents, special characters and quotation marks become characters, braces
 * go, and the name of any other command goes (latex.h).
 *
 * No library does this: btparse, which Debian has, writes its messages to standard error itself, keeps what it knows in
 * globals, and ends the process where something is wrong with it.
 */
#ifndef CORE_EVIDENCE_BIBTEX_H
#define CORE_EVIDENCE_BIBTEX_H

#include <jansson.h>

#include "core/base/buf.h"
#include "core/record/review.h"

/*
 * *ret_left_out is how many fields there were that CSL has no variable for. ERR_INPUT, with the line, where an entry can't
 * be read; then none is.
 */
bool bibtex_read(struct str text, struct arena *arena, struct source **ret, size_t *ret_count, size_t *ret_left_out,
                 struct err *err);

/* Entries for CSL-JSON's items; takes them over. */
void bibtex_write(struct buf *out, json_t *items);

#endif
