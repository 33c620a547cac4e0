/* Reads a desk's file, line by line: "setting = value". */
#include "core/report/desk.h"

#include <nettle/base64.h>
#include <stdlib.h>

#include "core/base/utf8.h"

static bool read_colour(struct str value, struct str *ret, struct err *err)
{
    bool good = value.len == 7 && value.ptr[0] == '#';
    for (size_t i = 1; good && i < value.len; i++) {
        char c = to_lower(value.ptr[i]);
        good = is_digit(c) || (c >= 'a' && c <= 'f');
    }
    if (!good)
        return err_set(err, ERR_INPUT, "'%.*s' is no colour; write it as #7a1f2b", STR_ARG(value));
    *ret = value;
    return true;
}

static bool one_of_ours(struct str name, int *ret_rating, struct err *err)
{
    struct arena scratch = {0};
    bool found = names_find(&ratings, name, ret_rating);
    if (!found)
        err_set(err, ERR_INPUT, "'%.*s' is no rating of ours; there are: %.*s", STR_ARG(name),
                STR_ARG(names_list(&ratings, &scratch)));
    arena_release(&scratch);
    return found;
}

/* "True | Correct": the first is what reports say. Two ratings may not be called the same. */
static bool read_rating(struct desk *desk, struct str which, struct str value, struct err *err)
{
    int rating = 0, other = 0;
    if (!one_of_ours(which, &rating, err))
        return false;
    if (desk->ratings[rating].ptr)
        return err_set(err, ERR_INPUT, "the rating '%.*s' has names already; write them in one line", STR_ARG(which));
    bool more = true; /* a separator at the end has an empty name behind it */
    for (size_t count = 0; more; count++) {
        more = str_find(value, STR("|"), 0) < value.len;
        struct str name = str_trim(str_split(&value, '|'));
        if (name.len == 0)
            return err_set(err, ERR_INPUT, "a name of the rating '%.*s' is empty", STR_ARG(which));
        if (count == DESK_NAMES)
            return err_set(err, ERR_INPUT, "the rating '%.*s' has more than %d names", STR_ARG(which), DESK_NAMES);
        if (desk_rating(desk, name, &other) && other != rating)
            return err_set(err, ERR_INPUT, "'%.*s' is called '%.*s', and so is '%s'; names must tell ratings apart",
                           STR_ARG(which), STR_ARG(name), ratings.name[other]);
        if (count == 0)
            desk->ratings[rating] = name;
        desk->alias[desk->alias_count++] = (struct desk_alias){name, rating};
    }
    return true;
}

static bool read_topic(struct desk *desk, struct str name, struct str words, struct err *err)
{
    for (size_t i = 0; i < desk->topic_count; i++)
        if (str_eq_nocase(desk->topic[i], name))
            return err_set(err, ERR_INPUT, "the topic '%.*s' is there already", STR_ARG(name));
    if (desk->topic_count == DESK_TOPICS)
        return err_set(err, ERR_INPUT, "there are more than %d topics", DESK_TOPICS);
    desk->topic[desk->topic_count] = name;
    desk->topic_words[desk->topic_count++] = words;
    return true;
}

static bool once(struct str *field, struct str key, struct str value, struct err *err)
{
    if (field->ptr)
        return err_set(err, ERR_INPUT, "'%.*s' is set already", STR_ARG(key));
    *field = value;
    return true;
}

static bool read_setting(struct desk *desk, struct str key, struct str value, struct err *err)
{
    struct str colour = STR_NULL;
    if (value.len == 0)
        return err_set(err, ERR_INPUT, "'%.*s' has no value", STR_ARG(key));
    if (str_eq(key, STR("name")))
        return once(&desk->name, key, value, err);
    if (str_eq(key, STR("logo")))
        return once(&desk->logo_path, key, value, err);
    if (str_eq(key, STR("colour")))
        return read_colour(value, &colour, err) && once(&desk->colour, key, colour, err);
    if (str_eq(key, STR("colour-dark")))
        return read_colour(value, &colour, err) && once(&desk->colour_dark, key, colour, err);
    if (str_starts(key, STR("rating ")))
        return read_rating(desk, str_trim(str_slice(key, 7, key.len)), value, err);
    if (str_starts(key, STR("topic ")))
        return read_topic(desk, str_trim(str_slice(key, 6, key.len)), value, err);
    return err_set(err, ERR_INPUT,
                   "unknown setting '%.*s'; there are: name, logo, colour, colour-dark, rating …, topic …",
                   STR_ARG(key));
}

static bool read_line(struct desk *desk, struct str line, struct err *err)
{
    line = str_trim(str_slice(line, 0, str_find(line, STR(" # "), 0)));
    size_t equals = str_find(line, STR("="), 0);
    if (line.len == 0 || line.ptr[0] == '#')
        return true;
    if (equals == line.len)
        return err_set(err, ERR_INPUT, "'%.*s' is no setting; write 'name = The Desk'", STR_ARG(line));
    return read_setting(desk, str_trim(str_slice(line, 0, equals)), str_trim(str_slice(line, equals + 1, line.len)),
                        err);
}

bool desk_read(struct str text, struct arena *arena, struct desk *ret, struct err *err)
{
    struct desk *desk = arena_alloc(arena, sizeof(*desk));
    struct str rest = arena_str(arena, text);
    size_t bad;
    if (!utf8_valid(text, &bad))
        return err_set(err, ERR_INPUT, "it is not UTF-8 at byte %zu", bad + 1);
    if (str_starts(rest, STR("\xEF\xBB\xBF")))
        rest = str_slice(rest, 3, rest.len);
    for (int number = 1; rest.len > 0; number++)
        if (!read_line(desk, str_trim(str_split(&rest, '\n')), err))
            return err_wrap(err, "line %d", number);
    *ret = *desk;
    return true;
}

/* What a picture is its first bytes say. */
static const char *kind_of(struct str bytes)
{
    static const struct {
        struct str start;
        size_t at;
        const char *kind;
    } kinds[] = {
        {{"\x89PNG\r\n\x1a\n", 8}, 0, "image/png"},
        {{"\xFF\xD8\xFF", 3}, 0, "image/jpeg"},
        {{"GIF8", 4}, 0, "image/gif"},
        {{"WEBP", 4}, 8, "image/webp"},
        {{"<svg", 4}, 0, "image/svg+xml"},
        {{"<?xml", 5}, 0, "image/svg+xml"},
    };
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (bytes.len > kinds[i].at && str_starts(str_slice(bytes, kinds[i].at, bytes.len), kinds[i].start))
            return kinds[i].kind;
    return NULL;
}

bool desk_logo(struct desk *desk, struct str bytes, struct arena *arena, struct err *err)
{
    const char *kind = kind_of(bytes);
    if (bytes.len > DESK_LOGO_BYTES)
        return err_set(err, ERR_INPUT, "it has more than %d bytes, and would be in every report", DESK_LOGO_BYTES);
    if (!kind)
        return err_set(err, ERR_INPUT, "it is no picture that a page may hold: PNG, JPEG, GIF, WebP or SVG");
    size_t room = BASE64_ENCODE_RAW_LENGTH(bytes.len);
    char *encoded = arena_alloc(arena, room + 1);
    base64_encode_raw(encoded, bytes.len, (const uint8_t *)bytes.ptr);
    desk->logo = arena_printf(arena, "data:%s;base64,%s", kind, encoded);
    return true;
}

bool desk_rating(const struct desk *desk, struct str name, int *ret_rating)
{
    for (size_t i = 0; desk && i < desk->alias_count; i++) {
        if (str_eq_nocase(desk->alias[i].name, name)) {
            *ret_rating = desk->alias[i].rating;
            return true;
        }
    }
    for (int rating = 0; rating < RATING_END; rating++) {
        bool own = str_eq_nocase(str_from(ratings.name[rating]), name);
        for (int language = 0; language < LANGUAGE_END && !own; language++) {
            const struct voice voice = {.language = language};
            own = str_eq_nocase(str_from(voice_phrase(&voice, PHRASE_RATED_ACCURATE + rating)), name);
        }
        if (own) {
            *ret_rating = rating;
            return true;
        }
    }
    return false;
}
