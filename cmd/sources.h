/* What the parts of `assay sources` share. */
#ifndef CMD_SOURCES_H
#define CMD_SOURCES_H

#include "cmd/cmd.h"
#include "core/base/buf.h"
#include "core/record/review.h"

DECLARE_COMMAND(sources_list);
DECLARE_COMMAND(sources_show);
DECLARE_COMMAND(sources_edit);
DECLARE_COMMAND(sources_merge);
DECLARE_COMMAND(sources_keep);
DECLARE_COMMAND(sources_recheck);
DECLARE_COMMAND(sources_import);
DECLARE_COMMAND(sources_export);

/* A source's number as typed; ERR_USAGE where it is none. */
bool source_number(const char *word, int64_t *ret, struct err *err);

/* "source 3, Appropriations to date, CRS": raw. */
void source_words(struct buf *out, const struct source *source);

#endif
