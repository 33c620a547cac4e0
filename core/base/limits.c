/* The limits that a user can set: their table, and the reading and writing of what was set. */
#include "core/base/limits.h"

enum { DIGITS_MOST = 15 };

#define LIMIT(member, name, normal, most, what) {name, offsetof(struct limits, member), normal, most, what},
const struct limit_about limit_list[] = {
#include "core/base/limits.def"
};
#undef LIMIT
const size_t limit_count = sizeof(limit_list) / sizeof(limit_list[0]);

#define LIMIT(member, name, normal, most, what) .member = (normal),
const struct limits limits_normal = {
#include "core/base/limits.def"
};
#undef LIMIT

static size_t *value_of(struct limits *limits, const struct limit_about *about)
{
    return (size_t *)(void *)((char *)limits + about->offset);
}

struct limits limits_of(const struct limits *set)
{
    struct limits limits = *set;
    for (size_t i = 0; i < limit_count; i++) {
        size_t *value = value_of(&limits, &limit_list[i]);
        *value = *value > 0 ? *value : limit_list[i].normal;
    }
    return limits;
}

static const struct limit_about *find(struct str name)
{
    for (size_t i = 0; i < limit_count; i++)
        if (str_eq(name, str_from(limit_list[i].name)))
            return &limit_list[i];
    return NULL;
}

static bool read_number(struct str text, size_t *ret)
{
    size_t number = 0;
    if (text.len == 0 || text.len > DIGITS_MOST)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (!is_digit(text.ptr[i]))
            return false;
        number = number * 10 + (size_t)(text.ptr[i] - '0');
    }
    *ret = number;
    return number > 0;
}

static bool read_one(struct str text, struct limits *limits, struct err *err)
{
    struct str rest = text, name = str_trim(str_split(&rest, '='));
    const struct limit_about *about = find(name);
    size_t number;
    if (!about)
        return err_set(err, ERR_USAGE, "there is no limit '%.*s'; 'assay help limits' lists them", STR_ARG(name));
    if (!read_number(str_trim(rest), &number))
        return err_set(err, ERR_USAGE, "'%.*s' sets no limit; write %s=N, N a whole number from 1", STR_ARG(text),
                       about->name);
    if (number > about->most)
        return err_set(err, ERR_USAGE, "the limit '%s' can be %zu at the most", about->name, about->most);
    *value_of(limits, about) = number;
    return true;
}

bool limits_read(struct str text, struct limits *limits, struct err *err)
{
    do {
        if (!read_one(str_trim(str_split(&text, ',')), limits, err))
            return false;
    } while (text.len > 0);
    return true;
}

struct str limits_written(const struct limits *set, struct arena *arena)
{
    struct limits limits = *set;
    struct str written = STR_NULL;
    for (size_t i = 0; i < limit_count; i++) {
        size_t value = *value_of(&limits, &limit_list[i]);
        if (value > 0 && value != limit_list[i].normal)
            written = arena_printf(arena, "%.*s%s%s=%zu", STR_ARG(written), written.ptr ? "," : "", limit_list[i].name,
                                   value);
    }
    return written;
}
