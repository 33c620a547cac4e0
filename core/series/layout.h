/* Which column of a table is what: from the names of columns, and what the user said of them. */
#ifndef CORE_SERIES_LAYOUT_H
#define CORE_SERIES_LAYOUT_H

#include "core/series/table.h"

/*
 * Finds the line of headers among the first rows and fills columns, layout, place and series. ERR_INPUT, or ERR_USAGE where
 * the user named a column that is not there, says what to do.
 */
bool layout_find(struct table *table, struct err *err);

#endif
