/* Looking entities up: their names, codes and adjectives, folded to one form, in a hash table. Tables of statistics and
 * the texts of claims both come here. */
#include "core/check/entity.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "core/base/buf.h"
#include "core/base/mem.h"
#include "core/base/utf8.h"

enum {
    ENTRY_CODE = 1,      /* a code: no name in a text */
    ENTRY_TABLE = 2,     /* a name that only tables use */
    ENTRY_ADJECTIVE = 4, /* "German" */
    ENTRY_CAPITALS = 8,  /* counts only where no letter is small: "US" */
    ENTRY_SMALL = 16,    /* a text may begin it with a small letter: "euro area" */
};

struct entry {
    const char *key; /* folded; NULL in an empty slot */
    size_t len;
    const struct entity *entity; /* NULL for a stranger */
    unsigned flags;
};

enum {
    SLOTS = 8192, /* a power of two, several times what the table holds */
    WORDS_MOST = 9,
};

struct entities {
    struct entry slot[SLOTS];
    size_t count;
    struct arena arena; /* the keys */
};

/* ---- folding ---- */

static bool is_apostrophe(uint32_t point)
{
    return point == '\'' || point == '`' || point == 0x2019 || point == 0x2018 || point == 0x02BC || point == 0x02BB;
}

static bool is_word_point(uint32_t point)
{
    if (point < 0x80)
        return is_alpha((char)point) || is_digit((char)point);
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)point);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_NO);
}

static bool is_small(uint32_t point)
{
    return point < 0x80 ? is_lower((char)point) : utf8proc_category((utf8proc_int32_t)point) == UTF8PROC_CATEGORY_LL;
}

/* Appends a letter or digit in its plain form: "Å" gives "a". */
static void fold_point(struct buf *out, uint32_t point)
{
    utf8proc_int32_t plain[8];
    utf8proc_uint8_t bytes[4];
    int boundary = UTF8PROC_BOUNDCLASS_START;
    if (point < 0x80) {
        buf_char(out, to_lower((char)point));
        return;
    }
    utf8proc_ssize_t count = utf8proc_decompose_char(
        (utf8proc_int32_t)point, plain, 8,
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < 8; i++)
        buf_add(out, bytes, (size_t)utf8proc_encode_char(plain[i], bytes));
}

/* What stands at the end of `out` from byte `start` on is a whole word: leaves "the" out, and writes "st" in full. */
static void end_word(struct buf *out, size_t start)
{
    struct str word = str_slice(buf_view(out), start, out->len);
    if (str_eq(word, STR("the"))) {
        out->len = start;
    } else if (str_eq(word, STR("st"))) {
        out->len = start;
        buf_str(out, STR("saint "));
    } else if (word.len > 0) {
        buf_char(out, ' ');
    }
}

/*
 * Words in plain small letters with a space between: "Côte d'Ivoire" gives "cote divoire", "the U.S." "us". Returns whether
 * any of them has a small letter.
 */
static bool fold(struct str text, struct buf *out)
{
    size_t start = out->len;
    bool small = false, word_small = false;
    for (size_t at = 0; at < text.len;) {
        uint32_t point;
        at += utf8_decode(text, at, &point);
        if (is_word_point(point)) {
            word_small = word_small || is_small(point);
            fold_point(out, point);
        }
        if (at < text.len && (is_word_point(point) || point == '.' || is_apostrophe(point)))
            continue;
        end_word(out, start);
        small = small || (word_small && out->len > start);
        word_small = false;
        if (point == '&')
            buf_str(out, STR("and "));
        start = out->len;
    }
    if (out->len > 0 && out->ptr[out->len - 1] == ' ')
        out->len--;
    return small;
}

/* ---- the table ---- */

static size_t slot_of(struct str key)
{
    uint64_t hash = str_hash(key, 0);
    return (size_t)(hash ^ hash >> 32) & (SLOTS - 1);
}

static void add(struct entities *entities, struct str name, const struct entity *entity, unsigned flags)
{
    struct buf key = {0};
    uint32_t first;
    bool small = fold(name, &key);
    utf8_decode(name, 0, &first);
    if (!small)
        flags |= ENTRY_CAPITALS;
    if (is_small(first))
        flags |= ENTRY_SMALL;
    size_t at = slot_of(buf_view(&key));
    while (entities->slot[at].key)
        at = (at + 1) & (SLOTS - 1);
    struct str kept = arena_str(&entities->arena, buf_view(&key));
    entities->slot[at] = (struct entry){kept.ptr, kept.len, entity, flags};
    entities->count++;
    buf_release(&key);
}

static void add_all(struct entities *entities, const char *names, const struct entity *entity, unsigned flags)
{
    struct str rest = str_from(names);
    while (rest.len > 0)
        add(entities, str_split(&rest, '|'), entity, flags);
}

struct entities *entities_new(void)
{
    struct entities *entities = mem_alloc(sizeof(*entities));
    for (const struct entity *entity = entity_table; entity->code; entity++) {
        add_all(entities, entity->code, entity, ENTRY_CODE | ENTRY_CAPITALS);
        add_all(entities, entity->alpha2, entity, ENTRY_CODE | ENTRY_CAPITALS);
        add_all(entities, entity->numeric, entity, ENTRY_CODE | ENTRY_CAPITALS);
        add_all(entities, entity->name, entity, 0);
        add_all(entities, entity->names, entity, 0);
        add_all(entities, entity->in_tables, entity, ENTRY_TABLE);
        add_all(entities, entity->adjectives, entity, ENTRY_ADJECTIVE);
    }
    for (const char *const *stranger = entity_strangers; *stranger; stranger++)
        add(entities, str_from(*stranger), NULL, 0);
    return entities;
}

void entities_free(struct entities *entities)
{
    if (!entities)
        return;
    arena_release(&entities->arena);
    free(entities);
}

/* ---- looking up ---- */

/* How a name was written, and which entries are meant. */
struct asked {
    struct str key;
    bool small;        /* it has small letters: then no entry in capitals is meant */
    bool begins_small; /* it begins with one, in a text: then only entries that may */
    unsigned without;  /* entries with one of these flags are not meant */
};

static bool is_meant(const struct entry *entry, const struct asked *asked)
{
    return entry->len == asked->key.len && memcmp(entry->key, asked->key.ptr, entry->len) == 0 &&
           (entry->flags & asked->without) == 0 && !((entry->flags & ENTRY_CAPITALS) && asked->small) &&
           !(asked->begins_small && !(entry->flags & ENTRY_SMALL));
}

static void add_candidate(struct entity_match *match, const struct entity *entity)
{
    for (size_t i = 0; i < match->count; i++)
        if (match->entity[i] == entity)
            return;
    if (match->count < ENTITY_CANDIDATES_MOST)
        match->entity[match->count++] = entity;
}

/* False where nothing is called that; true without candidates for a stranger. A name comes before an adjective. */
static bool look_up(const struct entities *entities, const struct asked *asked, struct entity_match *ret)
{
    struct entity_match names = {0}, adjectives = {.adjective = true};
    bool found = false;
    if (asked->key.len == 0)
        return false;
    for (size_t at = slot_of(asked->key); entities->slot[at].key; at = (at + 1) & (SLOTS - 1)) {
        const struct entry *entry = &entities->slot[at];
        if (!is_meant(entry, asked))
            continue;
        found = true;
        if (entry->entity)
            add_candidate(entry->flags & ENTRY_ADJECTIVE ? &adjectives : &names, entry->entity);
    }
    *ret = names.count > 0 || adjectives.count == 0 ? names : adjectives;
    return found;
}

struct entity_match entity_find(const struct entities *entities, struct str name)
{
    struct buf key = {0};
    struct entity_match match = {0};
    bool small = fold(name, &key);
    const struct asked asked = {
        .key = buf_view(&key),
        .small = small,
        .without = key.len > 0 && is_digit(key.ptr[0]) ? ENTRY_CODE : 0, /* 100 is a number before it is Bulgaria's */
    };
    look_up(entities, &asked, &match);
    buf_release(&key);
    return match;
}

const struct entity *entity_of_code(const struct entities *entities, struct str code)
{
    struct buf key = {0};
    const struct entity *entity = NULL;
    bool small = fold(code, &key);
    for (size_t at = slot_of(buf_view(&key)); !small && !entity && entities->slot[at].key;
         at = (at + 1) & (SLOTS - 1)) {
        const struct entry *entry = &entities->slot[at];
        if ((entry->flags & ENTRY_CAPITALS) && str_eq((struct str){entry->key, entry->len}, buf_view(&key)))
            entity = entry->entity;
    }
    buf_release(&key);
    return entity;
}

/* ISO 4217 begins the code of a country's currency with the country's own two letters. */
const struct entity *entity_of_currency(const struct entities *entities, struct str currency)
{
    if (str_eq(currency, STR("EUR")))
        return entity_of_code(entities, STR("EMU"));
    if (currency.len != 3)
        return NULL;
    const struct entity *entity = entity_of_code(entities, str_slice(currency, 0, 2));
    return entity && entity->kind == ENTITY_COUNTRY ? entity : NULL;
}

/* ---- in a text ---- */

static bool letter_at(struct str text, size_t at, uint32_t *ret_point, size_t *ret_len)
{
    if (at >= text.len)
        return false;
    *ret_len = utf8_decode(text, at, ret_point);
    return is_word_point(*ret_point);
}

/* Whether an apostrophe of `len` bytes at `at` is inside a name ("d'Ivoire"), and not before a possessive s. */
static bool joins(struct str text, size_t at, size_t len)
{
    uint32_t next, after;
    size_t next_len, after_len;
    if (!letter_at(text, at + len, &next, &next_len))
        return false;
    return (next != 's' && next != 'S') || letter_at(text, at + len + next_len, &after, &after_len);
}

/* The end of the word that begins at `at`; with the full stops of an abbreviation ("U.S."), without a possessive s. */
static size_t word_end(struct str text, size_t at)
{
    uint32_t point;
    size_t len, run = 0; /* letters since the last full stop */
    bool abbreviated = false;
    while (at < text.len) {
        len = utf8_decode(text, at, &point);
        uint32_t next;
        size_t next_len;
        if (is_word_point(point)) {
            run++;
        } else if (point == '.' && run == 1 && letter_at(text, at + 1, &next, &next_len)) {
            run = 0;
            abbreviated = true;
        } else if (point == '.' && run == 1 && abbreviated) {
            return at + 1;
        } else if (!is_apostrophe(point) || !joins(text, at, len)) {
            break;
        }
        at += len;
    }
    return at;
}

static size_t skip_spaces(struct str text, size_t at)
{
    for (;;) {
        if (at < text.len && is_space(text.ptr[at]))
            at++;
        else if (at + 1 < text.len && text.ptr[at] == '\xC2' && text.ptr[at + 1] == '\xA0')
            at += 2;
        else
            return at;
    }
}

/* Where the next word of the same name may begin: after spaces, a hyphen, "&", or the full stop of "St."; 0 for nowhere. */
static size_t next_word(struct str text, size_t start, size_t end)
{
    uint32_t point;
    size_t len, at = end;
    if (at < text.len && text.ptr[at] == '.' && str_eq(str_slice(text, start, end), STR("St")))
        at++;
    at = skip_spaces(text, at);
    if (at < text.len && text.ptr[at] == '&')
        at = skip_spaces(text, at + 1);
    else if (at == end && at < text.len && text.ptr[at] == '-')
        at++;
    return at > end && letter_at(text, at, &point, &len) ? at : 0;
}

/* Tries the longest name that begins at `start` first. Where nothing is, *ret_end is the end of the first word. */
static bool name_at(const struct entities *entities, struct str text, size_t start, struct entity_match *ret,
                    size_t *ret_end)
{
    size_t end[WORDS_MOST] = {0}, count = 0;
    uint32_t first;
    struct buf key = {0};
    bool found = false;
    utf8_decode(text, start, &first);
    for (size_t at = start; at > 0 || count == 0; at = next_word(text, at, end[count - 1])) {
        if (count == WORDS_MOST)
            break;
        end[count++] = word_end(text, at);
    }
    *ret_end = end[0];
    if (str_eq_nocase(str_slice(text, start, end[0]), STR("the")))
        return false;
    for (size_t n = count; !found && n > 0; n--) {
        struct str name = str_slice(text, start, end[n - 1]);
        buf_clear(&key);
        bool small = fold(name, &key);
        const struct asked asked = {
            .key = buf_view(&key),
            .small = small,
            .begins_small = is_small(first),
            .without = ENTRY_CODE | ENTRY_TABLE,
        };
        found = look_up(entities, &asked, ret);
        if (found)
            *ret_end = end[n - 1];
    }
    buf_release(&key);
    return found;
}

bool entity_next(const struct entities *entities, struct str text, size_t from, struct entity_mention *ret)
{
    uint32_t point;
    size_t len;
    for (size_t at = from; at < text.len;) {
        struct entity_match match = {0};
        size_t end;
        if (!letter_at(text, at, &point, &len)) {
            at += len;
            continue;
        }
        if (name_at(entities, text, at, &match, &end) && match.count > 0) {
            *ret = (struct entity_mention){at, end, match};
            return true;
        }
        at = end;
    }
    return false;
}
