/*
 * Claims that were reviewed elsewhere, into the store: schema.org's ClaimReview (in a page, a list or a feed), tables, and
 * lines of JSON. A claim comes in as `log` has it, as a statement; the review as a source of it and as a verdict by whoever
 * gave it. What is there already is left alone, so that importing again changes nothing.
 */
#ifndef CMD_IMPORT_REVIEWS_H
#define CMD_IMPORT_REVIEWS_H

#include <jansson.h>

#include "cmd/cmd.h"
#include "core/report/desk.h"

struct review_import;

/* `reviewer` brings them in. */
struct review_import *review_import_new(struct invocation *run, struct store *store, struct str reviewer,
                                        const struct desk *desk);
void review_import_free(struct review_import *import);

/* What an input is, by its name and how it begins. */
enum review_input { REVIEW_INPUT_NONE, REVIEW_INPUT_LINKED, REVIEW_INPUT_PAGE, REVIEW_INPUT_TABLE };
enum review_input review_input_of(struct str name, struct str begins);

/* A whole input of that kind, as messages call it. Rows that can't be taken are named and counted; false ends the import. */
bool review_import_all(struct review_import *import, enum review_input kind, const char *input, struct str bytes,
                       struct err *err);

/* One line of JSON; whether it is such a line is told by its members. */
bool review_line_is_one(const json_t *json);
bool review_import_line(struct review_import *import, const char *input, int64_t line, const json_t *json,
                        struct err *err);

/* What came in by lines survives from here on. */
bool review_import_flush(struct review_import *import, struct err *err);

/* How many were read so far. */
int64_t review_import_read(const struct review_import *import);

/* Says what came in, where any was read; how many could not be taken. */
int64_t review_import_end(struct review_import *import);

#endif
