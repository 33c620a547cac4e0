/*
 * Display columns: how wide a text is on a terminal, and where it can be cut.
 *
 * Widths are Unicode's (East Asian wide characters take two columns, combining marks none), by utf8proc. The text has
 * been through escape_terminal(), so that no control character is left in it. Cuts fall between grapheme clusters
 * (UAX #29): never inside a code point, nor between a letter and its accent.
 */
#ifndef CMD_TTY_WIDTH_H
#define CMD_TTY_WIDTH_H

#include "core/base/buf.h"
#include "core/base/str.h"

size_t width_of(struct str text);

/* The longest beginning of `text` that takes at most `columns`; *ret_width is what it takes. */
struct str width_cut(struct str text, size_t columns, size_t *ret_width);

/* Appends `text` in at most `columns`, with "…" for what had to go. Returns the columns that it took. */
size_t width_fit(struct buf *out, struct str text, size_t columns);

/*
 * Appends `text` broken at spaces into lines of at most `columns` (a longer word stands alone, uncut), each after the
 * first begun with `indent` spaces. No line feed at the end. The first line begins at column `indent`, too.
 */
void width_wrap(struct buf *out, struct str text, size_t columns, size_t indent);

#endif
