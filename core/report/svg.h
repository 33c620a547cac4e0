/*
 * Pictures that stand alone, for a page or a paper: what they share. Text goes through escape_html(), which is XML's door
 * as well; a picture runs no script and asks for nothing.
 */
#ifndef CORE_REPORT_SVG_H
#define CORE_REPORT_SVG_H

#include <stdio.h>

#include "core/report/chart.h"

enum { SVG_WIDTH = 720, SVG_MARGIN = 16 };

/* <svg> with its colours and its title, which stands above the picture too. `height` is that of what follows. */
void svg_begin(FILE *out, int height, struct str title, struct str description);
void svg_text(FILE *out, const char *attributes, int x, int y, struct str raw, size_t most_characters);
void svg_end(FILE *out);

/* A claim's figure beside its sources', as in its card. */
void svg_chart(FILE *out, const struct voice *voice, const struct chart *chart, struct str title);

#endif
