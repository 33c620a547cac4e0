/* Writes JSON so that it may be shown on a terminal. */
#include "cmd/jsonout.h"

#include <stdlib.h>

#include "core/base/buf.h"
#include "core/base/utf8.h"

static bool is_obeyed(uint32_t point)
{
    return (point >= 0x7F && point <= 0x9F) || point == 0xAD || point == 0x61C ||
           (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) ||
           (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF;
}

void json_write(FILE *out, json_t *value, bool pretty)
{
    /* A score has two digits; more would print 0.83 as 0.82999999999999996. */
    size_t flags = JSON_REAL_PRECISION(2) | (pretty ? JSON_INDENT(2) : JSON_COMPACT);
    char *dumped = json_dumps(value, flags);
    struct str text = str_from(dumped);
    size_t from = 0, at = 0;
    while (at < text.len) {
        uint32_t point;
        size_t len = utf8_decode(text, at, &point);
        if (is_obeyed(point)) {
            fwrite(text.ptr + from, 1, at - from, out);
            fprintf(out, "\\u%04X", (unsigned)point);
            from = at + len;
        }
        at += len;
    }
    fwrite(text.ptr + from, 1, text.len - from, out);
    free(dumped);
    json_decref(value);
}
