/* What `assay series add` says that it has found in a table, before it loads any of it. */
#ifndef CMD_SERIES_PREVIEW_H
#define CMD_SERIES_PREVIEW_H

#include "cmd/cmd.h"
#include "core/series/table.h"

/* `series` are described as they will be loaded, one for each of the table's. */
void series_preview(const struct invocation *run, const struct table *table, const struct series *series);

#endif
