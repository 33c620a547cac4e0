/* What the parts of `assay series` share. */
#ifndef CMD_SERIES_H
#define CMD_SERIES_H

#include "cmd/cmd.h"
#include "core/base/buf.h"
#include "core/record/series.h"

DECLARE_COMMAND(series_list);
DECLARE_COMMAND(series_add);
DECLARE_COMMAND(series_show);
DECLARE_COMMAND(series_plot);
DECLARE_COMMAND(series_drop);
DECLARE_COMMAND(series_restore);

/* "millions of constant 2019 USD per person", "percent of GDP", "index, 2015 = 100": raw. */
void series_unit_words(struct buf *out, const struct series *series);

/* "2020 to 2024" for a series by year, else its first and last day. */
void series_span_words(struct buf *out, const struct series *series);

/* "1,234 figures": `one` is the singular. */
void series_count_words(struct buf *out, int64_t count, const char *one);

/* Prints a line of raw words to standard output, escaped, and releases them. */
void series_say(struct buf *words);

#endif
