/*
 * A record from the very bytes in which one is printed: its fields in the order of their table, no white space between them.
 * That is nearly every line that comes in, and takes no tree of values; whatever else a line is, from_json.c reads it.
 */
#include <string.h>

#include "core/base/bytes.h"
#include "core/base/utf8.h"
#include "core/record/record.h"

/* Moves past `what` where it stands. */
static inline bool take(struct str json, size_t *at, struct str what)
{
    if (!str_starts(str_slice(json, *at, json.len), what))
        return false;
    *at += what.len;
    return true;
}

static bool take_integer(struct str json, size_t *at, int64_t *ret)
{
    enum { DIGITS = 18 }; /* that can't overflow */
    size_t start = *at;
    int64_t value = 0;
    for (; *at < json.len && is_digit(json.ptr[*at]); (*at)++) {
        if (*at - start == DIGITS)
            return false;
        value = value * 10 + (json.ptr[*at] - '0');
    }
    *ret = value;
    return *at > start && (json.ptr[start] != '0' || *at == start + 1);
}

/* 0.0, 0.07, 0.5, 1.0 */
static bool take_score(struct str json, size_t *at, int64_t *ret)
{
    int64_t whole, digits;
    if (!take_integer(json, at, &whole) || !take(json, at, STR(".")))
        return false;
    size_t start = *at;
    for (digits = 0; *at < json.len && is_digit(json.ptr[*at]) && *at < start + 2; (*at)++)
        digits = digits * 10 + (json.ptr[*at] - '0');
    if (*at == start || (*at < json.len && is_digit(json.ptr[*at])))
        return false;
    *ret = whole * 100 + (*at == start + 1 ? digits * 10 : digits);
    return whole <= 1 && *ret <= 100;
}

/* The character that an escape stands for, one byte of ASCII; 0 for \u…, which is left to others. */
static char unescape(char letter)
{
    static const char letters[] = "\"\"\\\\//b\bf\fn\nr\rt\t"; /* each with what it stands for */
    for (size_t i = 0; i + 1 < sizeof(letters); i += 2)
        if (letters[i] == letter)
            return letters[i + 1];
    return '\0';
}

/* The first byte from `at` on that is a quotation mark, a backslash or a control character; json.len where none is. */
static size_t skip_plain(struct str json, size_t at)
{
    while (at < json.len) {
        bytes16 bytes = bytes_load_some(json.ptr + at, json.len - at);
        uint32_t marks = bytes_mask(bytes_are(bytes, '"') | bytes_are(bytes, '\\') | bytes_between(bytes, 0, ' ' - 1));
        if (marks != 0) {
            at += (size_t)__builtin_ctz(marks);
            return at < json.len ? at : json.len;
        }
        at += BYTES_WIDTH;
    }
    return json.len;
}

/* Puts what escapes stand for in their place; false for one that is left to others. */
static bool unescape_all(struct str raw, char *out, size_t *ret_len)
{
    size_t at = 0, len = 0;
    while (at < raw.len) {
        const char *escape = memchr(raw.ptr + at, '\\', raw.len - at);
        size_t plain = escape ? (size_t)(escape - raw.ptr) - at : raw.len - at;
        memcpy(out + len, raw.ptr + at, plain);
        len += plain;
        at += plain;
        if (escape && (out[len++] = unescape(raw.ptr[at + 1])) == '\0')
            return false;
        at += escape ? 2 : 0;
    }
    *ret_len = len;
    return true;
}

/* A string's bytes between its quotes; false where it has control characters, bad UTF-8 or an escape that is left to others. */
static bool take_string(struct str json, size_t *at, struct arena *arena, struct str *ret)
{
    size_t bad, first = *at + 1, end, len;
    if (*at >= json.len || json.ptr[*at] != '"')
        return false;
    for (end = skip_plain(json, first); end + 1 < json.len && json.ptr[end] == '\\';)
        end = skip_plain(json, end + 2);
    if (end >= json.len || json.ptr[end] != '"')
        return false;
    struct str raw = str_slice(json, first, end);
    if (!utf8_valid(raw, &bad))
        return false;
    char *text = arena_take(arena, raw.len + 1);
    if (!unescape_all(raw, text, &len))
        return false;
    text[len] = '\0';
    *ret = (struct str){text, len};
    *at = end + 1;
    return true;
}

static bool take_value(const struct field *field, struct str json, size_t *at, struct arena *arena, void *value)
{
    struct str name;
    bool may_be_null = field->type != FIELD_FLAG && field->type != FIELD_SCORE && field->type != FIELD_INTEGER;
    if (may_be_null && take(json, at, STR("null")))
        return true;
    switch (field->type) {
    case FIELD_TEXT:
        return take_string(json, at, arena, value);
    case FIELD_INTEGER:
    case FIELD_NUMBER:
        return take_integer(json, at, value);
    case FIELD_FLAG:
        *(bool *)value = take(json, at, STR("true"));
        return *(bool *)value || take(json, at, STR("false"));
    case FIELD_NAME:
        return take_string(json, at, arena, &name) && names_find(field->names, name, value);
    case FIELD_SCORE:
        return take_score(json, at, value);
    }
    return false;
}

bool record_from_line(const struct fields *fields, struct str json, size_t *at, struct arena *arena, void *record)
{
    for (size_t i = 0; i < fields->count; i++) {
        const struct field *field = &fields->field[i];
        const struct str name = {field->name, strlen(field->name)};
        if (!take(json, at, *at == 0 ? STR("{\"") : STR(",\"")) || !take(json, at, name) ||
            !take(json, at, STR("\":")) || !take_value(field, json, at, arena, (char *)record + field->offset))
            return false;
    }
    return true;
}
