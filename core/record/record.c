/* Walking a record by the table of its fields. */
#include "core/record/record.h"

#include <inttypes.h>

static const void *at(const struct field *field, const void *record)
{
    return (const char *)record + field->offset;
}

static int64_t integer_of(const struct field *field, const void *record)
{
    return *(const int64_t *)at(field, record);
}

static const char *name_of(const struct field *field, const void *record)
{
    int value = *(const int *)at(field, record);
    return value >= 0 && (size_t)value < field->names->count ? field->names->name[value] : NULL;
}

bool names_find(const struct names *names, struct str name, int *ret_value)
{
    for (size_t i = 0; i < names->count; i++) {
        if (names->name[i] && str_eq(str_from(names->name[i]), name)) {
            *ret_value = (int)i;
            return true;
        }
    }
    return false;
}

struct str names_list(const struct names *names, struct arena *arena)
{
    struct str list = STR("");
    for (size_t i = 0; i < names->count; i++)
        if (names->name[i])
            list = arena_printf(arena, "%.*s%s%s", STR_ARG(list), list.len > 0 ? ", " : "", names->name[i]);
    return list;
}

const struct field *fields_find(const struct fields *fields, struct str name)
{
    for (size_t i = 0; i < fields->count; i++)
        if (str_eq(str_from(fields->field[i].name), name))
            return &fields->field[i];
    return NULL;
}

static json_t *json_text(struct str s)
{
    return s.ptr ? json_stringn(s.ptr, s.len) : json_null();
}

static json_t *field_json(const struct field *field, const void *record)
{
    const char *name;
    switch (field->type) {
    case FIELD_TEXT:
        return json_text(*(const struct str *)at(field, record));
    case FIELD_INTEGER:
        return json_integer(integer_of(field, record));
    case FIELD_NUMBER:
        return integer_of(field, record) > 0 ? json_integer(integer_of(field, record)) : json_null();
    case FIELD_FLAG:
        return json_boolean(*(const bool *)at(field, record));
    case FIELD_NAME:
        name = name_of(field, record);
        return name ? json_string(name) : json_null();
    case FIELD_SCORE:
        return json_real((double)integer_of(field, record) / 100);
    }
    return json_null();
}

void record_json_into(const struct fields *fields, const void *record, json_t *object)
{
    for (size_t i = 0; i < fields->count; i++) {
        json_t *value = field_json(&fields->field[i], record);
        /* jansson refuses text that is not UTF-8; records hold none, as intake checks it. */
        json_object_set_new(object, fields->field[i].name, value ? value : json_null());
    }
}

json_t *record_json(const struct fields *fields, const void *record)
{
    json_t *object = json_object();
    record_json_into(fields, record, object);
    return object;
}

struct str record_text(const struct field *field, const void *record, struct arena *arena)
{
    int64_t integer;
    switch (field->type) {
    case FIELD_TEXT:
        return *(const struct str *)at(field, record);
    case FIELD_INTEGER:
        return arena_printf(arena, "%" PRId64, integer_of(field, record));
    case FIELD_NUMBER:
        integer = integer_of(field, record);
        return integer > 0 ? arena_printf(arena, "%" PRId64, integer) : STR_NULL;
    case FIELD_FLAG:
        return *(const bool *)at(field, record) ? STR("true") : STR("false");
    case FIELD_NAME:
        return str_from(name_of(field, record));
    case FIELD_SCORE:
        integer = integer_of(field, record);
        return arena_printf(arena, "%" PRId64 ".%02" PRId64, integer / 100, integer % 100);
    }
    return STR_NULL;
}

void record_keep(const struct fields *fields, void *record, struct arena *arena)
{
    for (size_t i = 0; i < fields->count; i++) {
        struct str *text = (struct str *)((char *)record + fields->field[i].offset);
        if (fields->field[i].type == FIELD_TEXT)
            *text = arena_str(arena, *text);
    }
}

enum { PRINTED_MOST = 24 };

/* The number before `end`, of so many digits at least; printf takes longer than the digest does. */
static char *print_before(char *end, uint64_t value, int digits)
{
    for (; value > 0 || digits > 0; value /= 10, digits--)
        *--end = (char)('0' + value % 10);
    return end;
}

/* What record_text() gives, in `room` where it is a number. */
static struct str digested_text(const struct field *field, const void *record, char room[PRINTED_MOST + 1],
                                struct arena *scratch)
{
    char *end = room + PRINTED_MOST, *at = end;
    bool is_number = field->type == FIELD_INTEGER || field->type == FIELD_NUMBER || field->type == FIELD_SCORE;
    int64_t value = is_number ? integer_of(field, record) : -1;
    if (value < 0 || (field->type == FIELD_NUMBER && value == 0))
        return record_text(field, record, scratch);
    if (field->type == FIELD_SCORE) {
        at = print_before(at, (uint64_t)value % 100, 2);
        *--at = '.';
        value /= 100;
    }
    at = print_before(at, (uint64_t)value, 1);
    return (struct str){at, (size_t)(end - at)};
}

struct digest record_digest(const struct fields *fields, const void *record)
{
    struct hasher hasher;
    struct arena scratch = {0};
    char room[PRINTED_MOST + 1];
    hash_init(&hasher);
    for (size_t i = 0; i < fields->count; i++) {
        struct str text = digested_text(&fields->field[i], record, room, &scratch);
        if (fields->field[i].later && !text.ptr)
            continue;
        hash_field(&hasher, str_from(fields->field[i].name));
        hash_field(&hasher, text);
    }
    arena_release(&scratch);
    return hash_end(&hasher);
}
