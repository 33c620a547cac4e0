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

/* Appends the value without a line feed and gives it up. `pretty` spreads it over lines. */
void json_add(struct buf *out, json_t *value, bool pretty);
/* The same, to a file. */
void json_write(FILE *out, json_t *value, bool pretty);

#endif
