/* Writing JSON piece by piece, for the formats that are JSON. */
#include "core/report/dump.h"

#include <stdlib.h>

#include "core/report/escape.h"

/* Scores have two decimals: fewer digits than a double's, which would print as 0.070000000000000007. */
#define DUMP_FLAGS (JSON_COMPACT | JSON_REAL_PRECISION(2))

json_t *dump_text(struct str s)
{
    json_t *text = s.ptr ? json_stringn(s.ptr, s.len) : NULL;
    return text ? text : json_null();
}

void dump_set(json_t *object, const char *key, struct str text)
{
    if (text.len > 0)
        json_object_set_new(object, key, dump_text(text));
}

static void dump(struct report *report, json_t *value, size_t flags, void (*door)(struct buf *, struct str))
{
    struct buf safe = {0};
    char *dumped = json_dumps(value, DUMP_FLAGS | flags);
    door(&safe, str_from(dumped));
    fwrite(safe.ptr, 1, safe.len, report->out);
    buf_release(&safe);
    free(dumped);
    json_decref(value);
}

void dump_value(struct report *report, json_t *value, bool open)
{
    dump(report, value, open ? (size_t)JSON_EMBED : 0, escape_json);
}

void dump_page_value(struct report *report, json_t *value)
{
    dump(report, value, 0, escape_json_page);
}

void dump_list_begin(struct report *report)
{
    report->written = 0;
    fputs("[", report->out);
}

void dump_list_member(struct report *report, json_t *value)
{
    fputs(report->written++ > 0 ? ",\n" : "\n", report->out);
    dump_page_value(report, value);
}

void dump_list_end(struct report *report)
{
    fputs(report->written > 0 ? "\n]\n" : "]\n", report->out);
}
