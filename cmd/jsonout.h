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
 * Appends fields of a record as members of an object, by hand: the same bytes as record_json() and json_add() give, without
 * a value on the heap for each of them. A comma stands before each member but one that comes right after a "{".
 */
void json_add_field(struct buf *out, const struct field *field, const void *record);
void json_add_fields(struct buf *out, const struct fields *fields, const void *record);

/*
 * How records of one kind look, with all written beforehand that is the same in each of them: names, commas, the names of
 * enumerations. For records in great number, as the filter prints them. Once all its fields are told, nothing changes it,
 * and threads may share it.
 */
struct json_form;
struct json_form *json_form_new(void);
/* Told in the order in which they are printed; `offset` is where in the record the struct is that has these fields. */
void json_form_has(struct json_form *form, const struct fields *fields, size_t offset);
/* Appends the record, an object without a line feed. */
void json_form_add(const struct json_form *form, struct buf *out, const void *record);
void json_form_free(struct json_form *form); /* NULL is fine */

#endif
