/* A record from JSON, by the table of its fields: what record_json() wrote, and what others wrote in its form. */
#include "core/record/record.h"

static bool is_null(const json_t *value)
{
    return !value || json_is_null(value);
}

static bool read_score(const json_t *value, int64_t *ret)
{
    double score = json_number_value(value) * 100;
    if (!json_is_number(value) || !(score >= 0 && score <= 100))
        return false;
    *ret = (int64_t)(score + 0.5);
    return true;
}

static bool read_value(const struct field *field, const json_t *value, struct arena *arena, void *at)
{
    switch (field->type) {
    case FIELD_TEXT:
        *(struct str *)at = arena_str(arena, (struct str){json_string_value(value), json_string_length(value)});
        return json_is_string(value);
    case FIELD_INTEGER:
    case FIELD_NUMBER:
        *(int64_t *)at = json_integer_value(value);
        return json_is_integer(value);
    case FIELD_FLAG:
        *(bool *)at = json_is_true(value);
        return json_is_boolean(value);
    case FIELD_NAME:
        return json_is_string(value) &&
               names_find(field->names, (struct str){json_string_value(value), json_string_length(value)}, at);
    case FIELD_SCORE:
        return read_score(value, at);
    }
    return false;
}

bool record_from_json(const struct fields *fields, const json_t *object, struct arena *arena, void *record,
                      struct err *err)
{
    for (size_t i = 0; i < fields->count; i++) {
        const struct field *field = &fields->field[i];
        const json_t *value = json_object_get(object, field->name);
        if (!is_null(value) && !read_value(field, value, arena, (char *)record + field->offset))
            return err_set(err, ERR_INPUT, "its '%s' is not what that can be", field->name);
    }
    return true;
}
