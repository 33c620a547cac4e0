/* Binding and reading records by their tables of fields. Stands between the record types and the driver. */
#include "storage/record_sql.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/base/utf8.h"

static const void *at_field(const struct field *field, const void *record)
{
    return (const char *)record + field->offset;
}

/* The printed name, or NULL: for a value that prints as null, and for one that names nothing. */
static const char *printed_name(const struct field *field, const void *record)
{
    int value = *(const int *)at_field(field, record);
    return value >= 0 && (size_t)value < field->names->count ? field->names->name[value] : NULL;
}

int record_bind(struct statement *statement, int at, const struct fields *fields, const void *record)
{
    for (size_t i = 0; i < fields->count; i++, at++) {
        const struct field *field = &fields->field[i];
        const void *value = at_field(field, record);
        switch (field->type) {
        case FIELD_TEXT:
            statement_bind_text(statement, at, *(const struct str *)value);
            break;
        case FIELD_INTEGER:
        case FIELD_SCORE:
            statement_bind_integer(statement, at, *(const int64_t *)value);
            break;
        case FIELD_NUMBER:
            if (*(const int64_t *)value > 0)
                statement_bind_integer(statement, at, *(const int64_t *)value);
            else
                statement_bind_text(statement, at, STR_NULL);
            break;
        case FIELD_FLAG:
            statement_bind_integer(statement, at, *(const bool *)value);
            break;
        case FIELD_NAME:
            statement_bind_text(statement, at, str_from(printed_name(field, record)));
            break;
        }
    }
    return at;
}

/* The value that stands for null: the one without a printed name. */
static bool nameless(const struct names *names, int *ret_value)
{
    for (size_t i = 0; i < names->count; i++) {
        if (!names->name[i]) {
            *ret_value = (int)i;
            return true;
        }
    }
    return false;
}

static bool read_field(struct statement *statement, int column, const struct field *field, struct arena *arena,
                       void *value)
{
    int64_t integer = statement_integer(statement, column);
    struct str text;
    switch (field->type) {
    case FIELD_TEXT:
        *(struct str *)value = arena_str(arena, statement_text(statement, column));
        return true;
    case FIELD_INTEGER:
    case FIELD_NUMBER:
    case FIELD_SCORE:
        *(int64_t *)value = integer;
        return true;
    case FIELD_FLAG:
        *(bool *)value = integer != 0;
        return integer == 0 || integer == 1;
    case FIELD_NAME:
        text = statement_text(statement, column);
        return text.ptr ? names_find(field->names, text, value) : nameless(field->names, value);
    }
    return false;
}

bool record_read(struct statement *statement, int column, const struct fields *fields, struct arena *arena, void *ret,
                 struct err *err)
{
    for (size_t i = 0; i < fields->count; i++) {
        const struct field *field = &fields->field[i];
        if (!read_field(statement, column + (int)i, field, arena, (char *)ret + field->offset)) {
            const char *held = arena_cstr(arena, statement_text(statement, column + (int)i));
            return err_set(err, ERR_STORE, "its '%s' is '%.100s', which this program does not know", field->name,
                           held ? held : "null");
        }
    }
    return true;
}

static bool check_text(const char *name, struct str text, const char *what, struct err *err)
{
    size_t bad;
    if (text.len > LIMIT_FIELD_BYTES)
        return err_set(err, ERR_USAGE, "the %s's '%s' has %zu bytes; at most %zu can be kept, shorten it", what, name,
                       text.len, LIMIT_FIELD_BYTES);
    if (text.len > 0 && memchr(text.ptr, '\0', text.len))
        return err_set(err, ERR_USAGE, "the %s's '%s' holds a NUL byte; take it out", what, name);
    if (!utf8_valid(text, &bad))
        return err_set(err, ERR_USAGE, "the %s's '%s' is not UTF-8 at byte %zu; convert it first", what, name, bad);
    return true;
}

bool record_check(const struct fields *fields, const void *record, const char *what, struct err *err)
{
    for (size_t i = 0; i < fields->count; i++) {
        const struct field *field = &fields->field[i];
        const void *value = at_field(field, record);
        int null_value = -1;
        if (field->type == FIELD_TEXT && !check_text(field->name, *(const struct str *)value, what, err))
            return false;
        if (field->type != FIELD_NAME || printed_name(field, record))
            continue;
        if (!nameless(field->names, &null_value) || null_value != *(const int *)value)
            return err_set(err, ERR_USAGE, "the %s has no '%s'; give one", what, field->name);
    }
    return true;
}

void *records_grow(struct arena *arena, void *records, size_t *cap, size_t need, size_t size)
{
    if (need <= *cap)
        return records;
    size_t more = *cap > 0 ? *cap * 2 : 4;
    void *bigger = arena_alloc(arena, more * size);
    if (*cap > 0)
        memcpy(bigger, records, *cap * size);
    *cap = more;
    return bigger;
}
