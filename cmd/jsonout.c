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

/* A number at its longest. */
enum { NUMBER_MOST = 64 };

static char *put_integer(char *out, int64_t value)
{
    static const char pairs[] =
        "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
        "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    size_t digits = 1;
    for (uint64_t limit = 10; rest >= limit; limit *= 10) /* 2^63 has 19 digits, and 10^19 fits */
        digits++;
    if (value < 0)
        *out++ = '-';
    char *at = out + digits;
    for (; rest >= 10; rest /= 100)
        memcpy(at -= 2, pairs + 2 * (rest % 100), 2);
    if (at > out)
        *out = (char)('0' + rest);
    return out + digits;
}

/* As a real of two digits prints: 0.0, 0.07, 0.5, 0.83, 1.0. */
static char *put_score(char *out, int64_t hundredths)
{
    if (hundredths < 0 || hundredths > 100) { /* none that assay gives */
        json_t *real = json_real((double)hundredths / 100);
        size_t len = json_dumpb(real, out, NUMBER_MOST, JSON_REAL_PRECISION(2) | JSON_ENCODE_ANY);
        json_decref(real);
        return out + len;
    }
    char text[] = {(char)('0' + hundredths / 100), '.', (char)('0' + hundredths / 10 % 10),
                   (char)('0' + hundredths % 10)};
    memcpy(out, text, sizeof(text));
    return out + (hundredths % 10 > 0 ? 4 : 3);
}

static void add_number(struct buf *out, char *put(char *out, int64_t value), int64_t value)
{
    char room[NUMBER_MOST] = {0};
    buf_add(out, room, (size_t)(put(room, value) - room));
}

static void add_value(struct buf *out, const struct field *field, const void *record)
{
    const void *at = (const char *)record + field->offset;
    switch (field->type) {
    case FIELD_TEXT:
        escape_json_text(out, *(const struct str *)at);
        break;
    case FIELD_FLAG:
        buf_str(out, *(const bool *)at ? STR("true") : STR("false"));
        break;
    case FIELD_NAME:
        escape_json_text(out, record_text(field, record, NULL)); /* a name is made of nothing */
        break;
    case FIELD_NUMBER:
        if (*(const int64_t *)at <= 0)
            buf_str(out, STR("null"));
        else
            add_number(out, put_integer, *(const int64_t *)at);
        break;
    case FIELD_INTEGER:
        add_number(out, put_integer, *(const int64_t *)at);
        break;
    case FIELD_SCORE:
        add_number(out, put_score, *(const int64_t *)at);
        break;
    }
}

void json_add_field(struct buf *out, const struct field *field, const void *record)
{
    if (out->len > 0 && out->ptr[out->len - 1] != '{')
        buf_char(out, ',');
    buf_char(out, '"');
    buf_str(out, str_from(field->name));
    buf_str(out, STR("\":"));
    add_value(out, field, record);
}

void json_add_fields(struct buf *out, const struct fields *fields, const void *record)
{
    for (size_t i = 0; i < fields->count; i++)
        json_add_field(out, &fields->field[i], record);
}

/* ---- the same with all written beforehand that is the same in each record ---- */

/* One field. What it has are whole pieces: the comma or bracket before the name, the name, the colon, and a value. */
struct member {
    enum field_type type;
    size_t offset;
    struct str lead;         /* without a value */
    struct str null;         /* with null */
    const struct str *named; /* with each value that a flag or an enumeration may have, in their order */
    size_t named_count;
};

enum { PIECE_WIDTH = 32 }; /* so many bytes of a piece are copied at once: nearly all are shorter, and have as many */

/* Texts up to so long are written into room that is there; longer ones make room for themselves. */
enum { TEXT_WITHIN = 512 };

struct json_form {
    struct arena arena;
    struct member *members;
    size_t count, cap;
    size_t room; /* for any record of it, but for long texts */
};

static struct str piece(struct json_form *form, struct str lead, struct str value)
{
    char *bytes = arena_alloc(&form->arena, lead.len + value.len + PIECE_WIDTH);
    memcpy(bytes, lead.ptr, lead.len);
    memcpy(bytes + lead.len, value.ptr, value.len);
    return (struct str){bytes, lead.len + value.len};
}

/* The pieces of a flag or an enumeration. */
static void name_values(struct json_form *form, struct member *member, const struct field *field)
{
    size_t count = field->type == FIELD_FLAG ? 2 : field->names->count;
    struct str *named = arena_alloc(&form->arena, count * sizeof(*named));
    for (size_t i = 0; i < count; i++) {
        struct buf value = {0};
        if (field->type == FIELD_FLAG)
            buf_str(&value, i > 0 ? STR("true") : STR("false"));
        else
            escape_json_text(&value, str_from(field->names->name[i]));
        named[i] = piece(form, member->lead, buf_view(&value));
        buf_release(&value);
    }
    member->named = named;
    member->named_count = count;
}

static size_t room_of(const struct member *member)
{
    size_t value = member->type == FIELD_TEXT ? ESCAPE_JSON_ROOM(TEXT_WITHIN) : NUMBER_MOST;
    size_t room = member->lead.len + value;
    for (size_t i = 0; i < member->named_count; i++)
        room = member->named[i].len > room ? member->named[i].len : room;
    return room + PIECE_WIDTH;
}

static void add_member(struct json_form *form, const struct field *field, size_t offset)
{
    struct member member = {.type = field->type, .offset = offset + field->offset};
    struct str lead = arena_printf(&form->arena, "%c\"%s\":", form->count > 0 ? ',' : '{', field->name);
    member.lead = piece(form, lead, STR(""));
    member.null = piece(form, lead, STR("null"));
    if (field->type == FIELD_FLAG || field->type == FIELD_NAME)
        name_values(form, &member, field);
    form->members = mem_grow(form->members, &form->cap, form->count + 1, sizeof(*form->members));
    form->members[form->count++] = member;
    form->room += room_of(&member);
}

struct json_form *json_form_new(void)
{
    struct json_form *form = mem_alloc(sizeof(*form));
    form->room = 1; /* the bracket that closes it */
    return form;
}

void json_form_has(struct json_form *form, const struct fields *fields, size_t offset)
{
    for (size_t i = 0; i < fields->count; i++)
        add_member(form, &fields->field[i], offset);
}

void json_form_free(struct json_form *form)
{
    if (!form)
        return;
    free(form->members);
    arena_release(&form->arena);
    free(form);
}

static inline char *put_piece(char *out, struct str piece)
{
    memcpy(out, piece.ptr, PIECE_WIDTH);
    if (piece.len > PIECE_WIDTH)
        memcpy(out + PIECE_WIDTH, piece.ptr + PIECE_WIDTH, piece.len - PIECE_WIDTH);
    return out + piece.len;
}

/* A long text is written where the buffer ends by now, which may move for it. */
static char *put_long_text(const struct json_form *form, struct buf *out, const char *at, struct str text)
{
    out->len = (size_t)(at - out->ptr);
    escape_json_text(out, text);
    buf_reserve(out, form->room);
    return out->ptr + out->len;
}

static inline char *put_member(const struct json_form *form, struct buf *out, char *at, const struct member *member,
                               const void *value)
{
    int name;
    switch (member->type) {
    case FIELD_TEXT: {
        struct str text = *(const struct str *)value;
        if (!text.ptr)
            break;
        at = put_piece(at, member->lead);
        return text.len <= TEXT_WITHIN ? escape_json_put(at, text) : put_long_text(form, out, at, text);
    }
    case FIELD_FLAG:
        return put_piece(at, member->named[*(const bool *)value]);
    case FIELD_NAME:
        name = *(const int *)value;
        if (name < 0 || (size_t)name >= member->named_count)
            break;
        return put_piece(at, member->named[name]);
    case FIELD_NUMBER:
        if (*(const int64_t *)value <= 0)
            break;
        return put_integer(put_piece(at, member->lead), *(const int64_t *)value);
    case FIELD_INTEGER:
        return put_integer(put_piece(at, member->lead), *(const int64_t *)value);
    case FIELD_SCORE:
        return put_score(put_piece(at, member->lead), *(const int64_t *)value);
    }
    return put_piece(at, member->null);
}

void json_form_add(const struct json_form *form, struct buf *out, const void *record)
{
    buf_reserve(out, form->room);
    char *at = out->ptr + out->len;
    const struct member *end = form->members + form->count;
    for (const struct member *member = form->members; member < end; member++)
        at = put_member(form, out, at, member, (const char *)record + member->offset);
    *at++ = '}';
    out->len = (size_t)(at - out->ptr);
    *at = '\0';
}
