/*
 * Reference series for tests of checking, from a file of lines:
 *
 *   = name=gdp; measure=GDP; unit=USD; vintage=2024      begins a series; further fields as in struct series
 *   DEU|Germany|2023|4456081016705.961                   a point; CODE may be "?": looked up by the name
 *
 * A line that is empty or begins with "#" is passed over. A period is a year.
 */
#ifndef TESTS_CHECK_WORLD_H
#define TESTS_CHECK_WORLD_H

#include "core/check/tables.h"

struct world;

/* NULL, with a line on standard error, where the file is not as above. */
struct world *world_read(const char *path);
void world_free(struct world *world);
const struct tables *world_tables(const struct world *world);

#endif
