/*
 * CSL-JSON, the form in which reference managers give their items to one another (Citation Style Language 1.0.2, schema
 * csl-data.json; Zotero's and Mendeley's "CSL JSON"): a list of objects with a type and variables.
 *
 *   type, title, publisher, URL             the source's own fields; without a publisher, container-title is it
 *   archive_location                        archive_url, where it is an address on the web
 *   issued, accessed                        the first date, to the part that is known
 *   author                                  the names as people read them, "; " between
 *   custom.assay.kind, .reliability         what CSL has no variable for
 *
 * All that a source has no field for, and what a field gives shorter (names in their parts, a range of dates), is kept in
 * `csl` as it came, and goes out again with the item. Nothing that came in is lost.
 */
#ifndef CORE_EVIDENCE_CSL_H
#define CORE_EVIDENCE_CSL_H

#include <jansson.h>

#include "core/base/buf.h"
#include "core/record/review.h"

/* The types of CSL 1.0.2; the first has no name: none said. */
extern const struct names csl_types;

/* The items of a text in CSL-JSON. ERR_INPUT says what is wrong, and in which entry or line. */
bool csl_read(struct str json, struct arena *arena, struct source **ret, size_t *ret_count, struct err *err);

/* One item, and back. The caller owns the item. */
bool csl_source(const json_t *item, struct arena *arena, struct source *ret, struct err *err);
json_t *csl_item(const struct source *source);

/* A list of items, one a line, with its line feed; takes the items over. */
void csl_write(struct buf *out, json_t *items);

/* Names in their parts as people read them: "Jane van Doe; The World Bank"; STR_NULL for none. */
struct str csl_names(const json_t *names, struct arena *arena);

/* {"date-parts":[[2025,1,31]]} as "2025-01-31", and back; STR_NULL (NULL) where there is no such date. */
struct str csl_date(const json_t *date, struct arena *arena);
json_t *csl_date_parts(struct str iso);

#endif
