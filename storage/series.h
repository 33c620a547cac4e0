/* What the files about series share, for adding, reading and doctor. */
#ifndef STORAGE_SERIES_H
#define STORAGE_SERIES_H

#include "storage/sql.h"

/* Binds a point to a statement that takes POINT_COLUMNS from $2 on. */
void point_bind(struct statement *statement, const struct series *series, const struct series_point *point);

/* Reads one from the columns that begin with the first; its texts live until the statement's next step. */
void point_read(struct statement *statement, const struct series *series, struct series_point *ret);

#endif
