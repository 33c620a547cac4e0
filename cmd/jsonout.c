/* Writes JSON so that it may be shown on a terminal. */
#include "cmd/jsonout.h"

#include <stdlib.h>
#include <string.h>

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

enum { DIGITS_MOST = 20, NAME_MARKS = 4 };

static void add_integer(struct buf *out, int64_t value)
{
    char digits[DIGITS_MOST], *end = digits + sizeof(digits), *at = end;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0)
        *--at = '-';
    buf_add(out, at, (size_t)(end - at));
}

/* As a real of two digits prints: 0.0, 0.07, 0.5, 0.83, 1.0. */
static void add_score(struct buf *out, int64_t hundredths)
{
    if (hundredths < 0 || hundredths > 100) { /* none that assay gives */
        json_t *real = json_real((double)hundredths / 100);
        char *dumped = json_dumps(real, JSON_REAL_PRECISION(2) | JSON_ENCODE_ANY);
        buf_str(out, str_from(dumped));
        free(dumped);
        json_decref(real);
        return;
    }
    char text[] = {(char)('0' + hundredths / 100), '.', (char)('0' + hundredths / 10 % 10),
                   (char)('0' + hundredths % 10)};
    buf_add(out, text, hundredths % 10 > 0 ? 4 : 3);
}

static void add_value(struct buf *out, const struct field *field, const void *record)
{
    const void *at = (const char *)record + field->offset;
    switch (field->type) {
    case FIELD_TEXT:
        escape_json_text(out, *(const struct str *)at);
        break;
    case FIELD_NUMBER:
        if (*(const int64_t *)at <= 0)
            escape_json_text(out, STR_NULL);
        else
            add_integer(out, *(const int64_t *)at);
        break;
    case FIELD_INTEGER:
        add_integer(out, *(const int64_t *)at);
        break;
    case FIELD_FLAG:
        buf_str(out, *(const bool *)at ? STR("true") : STR("false"));
        break;
    case FIELD_NAME:
        escape_json_text(out, record_text(field, record, NULL)); /* a name is made of nothing */
        break;
    case FIELD_SCORE:
        add_score(out, *(const int64_t *)at);
        break;
    }
}

void json_add_field(struct buf *out, const struct field *field, const void *record)
{
    size_t len = strlen(field->name);
    bool first = out->len == 0 || out->ptr[out->len - 1] == '{';
    if (out->cap - out->len <= len + NAME_MARKS)
        buf_reserve(out, len + NAME_MARKS);
    char *at = out->ptr + out->len;
    *at = ',';
    at += !first;
    *at++ = '"';
    memcpy(at, field->name, len);
    at += len;
    *at++ = '"';
    *at++ = ':';
    out->len = (size_t)(at - out->ptr);
    add_value(out, field, record);
}

void json_add_fields(struct buf *out, const struct fields *fields, const void *record)
{
    for (size_t i = 0; i < fields->count; i++)
        json_add_field(out, &fields->field[i], record);
}
