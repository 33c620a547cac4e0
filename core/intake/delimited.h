/*
 * Tables in text: comma-separated values (RFC 4180) and their kin, with tabs or semicolons. Each record is a row, the first
 * of them the headings. Only sources are read as tables: an article is none.
 */
#ifndef CORE_INTAKE_DELIMITED_H
#define CORE_INTAKE_DELIMITED_H

#include "core/intake/reader.h"

/* Whether a name ends as a table's (.csv, .tsv, .tab), or a server calls it one; either may be null. */
bool delimited_is_one(struct str name, struct str type);

/* Bytes in UTF-8. Which character separates is what its first record has most of. */
void delimited_parse(struct str bytes, const struct limits *limits, struct arena *arena, struct reading *ret);

#endif
