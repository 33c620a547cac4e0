/*
 * A record from the very bytes in which one is printed: its fields in the order of their table, no white space between them.
 * That is nearly every line that comes in, and takes no tree of values; whatever else a line is, from_json.c reads it.
 */
#include "core/base/utf8.h"
#include "core/record/record.h"

/* Moves past `what` where it stands. */
static bool take(struct str json, size_t *at, struct str what)
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

/* A string's bytes between its quotes; false where it has control characters, bad UTF-8 or an escape that is left to others. */
static bool take_string(struct str json, size_t *at, struct arena *arena, struct str *ret)
{
    size_t bad, first = *at + 1, end = first, len = 0;
    bool escaped = false;
    if (!take(json, at, STR("\"")))
        return false;
    for (; end < json.len && json.ptr[end] != '"'; end++) {
        if ((unsigned char)json.ptr[end] < ' ')
            return false;
        if (json.ptr[end] == '\\') {
            escaped = true;
            end++;
        }
    }
    struct str raw = str_slice(json, first, end < json.len ? end : first);
    if (end >= json.len || !utf8_valid(raw, &bad))
        return false;
    *at = end + 1;
    struct str text = arena_str(arena, raw);
    char *out = (char *)text.ptr;
    for (size_t i = 0; escaped && i < raw.len; i++, len++) {
        out[len] = raw.ptr[i] == '\\' ? unescape(raw.ptr[++i]) : raw.ptr[i];
        if (out[len] == '\0')
            return false;
    }
    *ret = (struct str){text.ptr, escaped ? len : raw.len};
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
        if (!take(json, at, *at == 0 ? STR("{\"") : STR(",\"")) || !take(json, at, str_from(field->name)) ||
            !take(json, at, STR("\":")) || !take_value(field, json, at, arena, (char *)record + field->offset))
            return false;
    }
    return true;
}
