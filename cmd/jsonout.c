/* Writes JSON so that it may be shown on a terminal. */
#include "cmd/jsonout.h"

#include <stdlib.h>

#include "core/report/escape.h"

void json_add(struct buf *out, json_t *value, bool pretty)
{
    /* A score has two digits; more would print 0.83 as 0.82999999999999996. */
    size_t flags = JSON_REAL_PRECISION(2) | (pretty ? JSON_INDENT(2) : JSON_COMPACT);
    char *dumped = json_dumps(value, flags);
    escape_json(out, str_from(dumped));
    free(dumped);
    json_decref(value);
}

void json_write(FILE *out, json_t *value, bool pretty)
{
    struct buf safe = {0};
    json_add(&safe, value, pretty);
    fwrite(safe.ptr ? safe.ptr : "", 1, safe.len, out);
    buf_release(&safe);
}
