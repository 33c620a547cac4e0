/*
 * JSON on its way out: jansson's text, and besides each character that a terminal might obey (DEL, C1, bidirectional and
 * zero-width format characters) as \u…, which any reader of JSON takes for the same.
 */
#ifndef CMD_JSONOUT_H
#define CMD_JSONOUT_H

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

#include "core/base/buf.h"
#include "core/record/record.h"

/* Appends the value without a line feed and gives it up. `pretty` spreads it over lines. */
void json_add(struct buf *out, json_t *value, bool pretty);
/* The same, to a file. */
void json_write(FILE *out, json_t *value, bool pretty);

/*
 * Appends fields of a record as members of an object, by hand, for it is most of what the filter prints: the same bytes as
 * record_json() and json_add() give, without a value on the heap for each of them. A comma stands before each member but
 * one that comes right after a "{".
 */
void json_add_field(struct buf *out, const struct field *field, const void *record);
void json_add_fields(struct buf *out, const struct fields *fields, const void *record);

#endif
