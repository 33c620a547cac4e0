/* CSL-JSON to sources and back. */
#include "core/evidence/csl.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/clock.h"
#include "core/intake/fetch.h"
#include "core/report/escape.h"

enum { ENTRIES_MOST = 100000 };

static const char *const type_names[] = {
    NULL, /* none said */
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "classic",
    "collection",
    "dataset",
    "document",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "event",
    "figure",
    "graphic",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "manuscript",
    "map",
    "motion_picture",
    "musical_score",
    "pamphlet",
    "paper-conference",
    "patent",
    "performance",
    "periodical",
    "personal_communication",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "review-book",
    "software",
    "song",
    "speech",
    "standard",
    "statute",
    "thesis",
    "treaty",
    "webpage",
};
const struct names csl_types = {"type of source", type_names, sizeof(type_names) / sizeof(type_names[0])};

/* ---- parts of an item ---- */

/* A member that is a text with something in it; a number is one as well ("year": 2025). */
static struct str text_of(const json_t *object, const char *key, struct arena *arena)
{
    const json_t *value = json_object_get(object, key);
    if (json_is_integer(value))
        return arena_printf(arena, "%lld", (long long)json_integer_value(value));
    struct str text = (struct str){json_string_value(value), json_string_length(value)};
    text = text.ptr ? str_trim(text) : text;
    return text.len > 0 ? arena_str(arena, text) : STR_NULL;
}

static void add_word(struct buf *name, struct str word)
{
    if (word.len > 0 && name->len > 0)
        buf_char(name, ' ');
    buf_str(name, word);
}

struct str csl_names(const json_t *names, struct arena *arena)
{
    static const char *const parts[] = {"given",  "dropping-particle", "non-dropping-particle", "family", "suffix",
                                        "literal"};
    struct buf all = {0}, name = {0};
    for (size_t i = 0; i < json_array_size(names); i++) {
        for (size_t j = 0; j < sizeof(parts) / sizeof(parts[0]); j++)
            add_word(&name, text_of(json_array_get(names, i), parts[j], arena));
        if (name.len > 0 && all.len > 0)
            buf_str(&all, STR("; "));
        buf_str(&all, buf_view(&name));
        buf_clear(&name);
    }
    struct str text = all.len > 0 ? arena_str(arena, buf_view(&all)) : STR_NULL;
    buf_release(&all);
    buf_release(&name);
    return text;
}

/* A part of a date: a number, or a text of digits, as older programs write it; -1 for anything else. */
static long part_of(const json_t *part)
{
    struct str text = (struct str){json_string_value(part), json_string_length(part)};
    long value = 0;
    if (json_is_integer(part))
        return json_integer_value(part) >= 0 && json_integer_value(part) <= 9999 ? (long)json_integer_value(part) : -1;
    if (text.len == 0 || text.len > 4)
        return -1;
    for (size_t i = 0; i < text.len; i++) {
        if (!is_digit(text.ptr[i]))
            return -1;
        value = value * 10 + (text.ptr[i] - '0');
    }
    return value;
}

struct str csl_date(const json_t *date, struct arena *arena)
{
    static const char *const others[] = {"raw", "literal"};
    const json_t *parts = json_array_get(json_object_get(date, "date-parts"), 0);
    struct str iso = STR_NULL;
    for (size_t i = 0; i < json_array_size(parts) && i < 3; i++) {
        long part = part_of(json_array_get(parts, i));
        struct str longer =
            i == 0 ? arena_printf(arena, "%04ld", part) : arena_printf(arena, "%.*s-%02ld", STR_ARG(iso), part);
        if (part < 0 || !date_valid(longer))
            break;
        iso = longer;
    }
    for (size_t i = 0; !iso.ptr && i < sizeof(others) / sizeof(others[0]); i++) {
        struct str text = text_of(date, others[i], arena);
        if (text.ptr && date_valid(text))
            iso = text;
    }
    return iso;
}

json_t *csl_date_parts(struct str iso)
{
    json_t *parts = json_array(), *dates = json_array(), *date = json_object();
    while (iso.len > 0) {
        struct str part = str_split(&iso, '-');
        json_int_t value = 0;
        for (size_t i = 0; i < part.len && is_digit(part.ptr[i]); i++)
            value = value * 10 + (part.ptr[i] - '0');
        json_array_append_new(parts, json_integer(value));
    }
    json_array_append_new(dates, parts);
    json_object_set_new(date, "date-parts", dates);
    return date;
}

/* ---- in ---- */

static bool is_web_address(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] <= ' ' || text.ptr[i] == 0x7F)
            return false;
    return text.ptr && fetch_is_address(text);
}

/* Takes a member out of what is kept besides, where the source's field says all of it. */
static void take(json_t *rest, const char *key, bool all)
{
    if (all)
        json_object_del(rest, key);
}

static bool same_date(const json_t *date, struct str iso)
{
    json_t *whole = iso.ptr ? csl_date_parts(iso) : NULL;
    bool same = whole && json_equal(whole, date);
    json_decref(whole);
    return same;
}

static void take_dates(const json_t *item, json_t *rest, struct arena *arena, struct source *source)
{
    source->published = csl_date(json_object_get(item, "issued"), arena);
    source->accessed = csl_date(json_object_get(item, "accessed"), arena);
    take(rest, "issued", same_date(json_object_get(item, "issued"), source->published));
    take(rest, "accessed", same_date(json_object_get(item, "accessed"), source->accessed));
}

static void take_author(const json_t *item, json_t *rest, struct arena *arena, struct source *source)
{
    const json_t *names = json_object_get(item, "author");
    const json_t *only = json_array_get(names, 0);
    source->author = csl_names(names, arena);
    take(rest, "author",
         source->author.ptr && json_array_size(names) == 1 && json_object_size(only) == 1 &&
             json_is_string(json_object_get(only, "literal")));
}

static void take_addresses(const json_t *item, json_t *rest, struct arena *arena, struct source *source)
{
    struct str url = text_of(item, "URL", arena), archive = text_of(item, "archive_location", arena);
    if (is_web_address(url))
        source->url = url;
    if (is_web_address(archive))
        source->archive_url = archive;
    take(rest, "URL", source->url.ptr != NULL);
    take(rest, "archive_location", source->archive_url.ptr != NULL);
}

static void take_publisher(const json_t *item, json_t *rest, struct arena *arena, struct source *source)
{
    source->publisher = text_of(item, "publisher", arena);
    take(rest, "publisher", source->publisher.ptr != NULL);
    if (!source->publisher.ptr)
        source->publisher = text_of(item, "container-title", arena);
}

static void take_own(const json_t *item, json_t *rest, struct arena *arena, struct source *source)
{
    const json_t *own = json_object_get(json_object_get(item, "custom"), "assay");
    struct str kind = text_of(own, "kind", arena);
    source->reliability = text_of(own, "reliability", arena);
    if (kind.ptr)
        (void)names_find(&source_kinds, kind, &source->kind);
    json_t *custom = json_object_get(rest, "custom");
    if (own && json_object_del(custom, "assay") == 0 && json_object_size(custom) == 0)
        json_object_del(rest, "custom");
}

static struct str compact(const json_t *value, struct arena *arena)
{
    char *text = json_object_size(value) > 0 ? json_dumps(value, JSON_COMPACT) : NULL;
    struct str copy = text ? arena_str(arena, str_from(text)) : STR_NULL;
    free(text);
    return copy;
}

bool csl_source(const json_t *item, struct arena *arena, struct source *ret, struct err *err)
{
    struct source source = {0};
    int type = 0;
    if (!json_is_object(item))
        return err_set(err, ERR_INPUT, "it is no item; an item is an object such as {\"type\":\"webpage\",…}");
    struct str name = text_of(item, "type", arena);
    if (!name.ptr)
        return err_set(err, ERR_INPUT, "it has no 'type'; CSL-JSON's items have one, such as \"webpage\"");
    if (!names_find(&csl_types, name, &type))
        return err_set(err, ERR_INPUT, "its type '%.*s' is none of CSL's; write \"document\" for what has no type",
                       STR_ARG(name));
    json_t *rest = json_deep_copy(item);
    source.type = str_from(csl_types.name[type]);
    source.title = text_of(item, "title", arena);
    json_object_del(rest, "type");
    take(rest, "title", source.title.ptr != NULL);
    take_author(item, rest, arena, &source);
    take_publisher(item, rest, arena, &source);
    take_addresses(item, rest, arena, &source);
    take_dates(item, rest, arena, &source);
    take_own(item, rest, arena, &source);
    source.csl = compact(rest, arena);
    json_decref(rest);
    *ret = source;
    return true;
}

bool csl_read(struct str json, struct arena *arena, struct source **ret, size_t *ret_count, struct err *err)
{
    json_error_t error;
    json_t *list = json_loadb(json.ptr ? json.ptr : "", json.len, JSON_REJECT_DUPLICATES, &error);
    size_t count = json_array_size(list);
    if (!list)
        return err_set(err, ERR_INPUT, "it is no JSON: line %d: %s", error.line, error.text);
    bool ok =
        json_is_array(list) || err_set(err, ERR_INPUT, "it is no CSL-JSON: that is a list of items, [{\"type\":…},…]");
    if (ok && count > ENTRIES_MOST)
        ok = err_set(err, ERR_INPUT, "it has more than %d entries; split it", ENTRIES_MOST);
    struct source *sources = arena_alloc(arena, (ok ? count : 0) * sizeof(*sources));
    for (size_t i = 0; ok && i < count; i++)
        ok = csl_source(json_array_get(list, i), arena, &sources[i], err) || err_wrap(err, "entry %zu", i + 1);
    json_decref(list);
    if (ok) {
        *ret = sources;
        *ret_count = count;
    }
    return ok;
}

/* ---- out ---- */

static void set_text(json_t *item, const char *key, struct str text)
{
    if (text.ptr)
        json_object_set_new(item, key, json_stringn(text.ptr, text.len));
}

static void set_author(json_t *item, const json_t *rest, struct str author)
{
    struct arena scratch = {0};
    struct str before = csl_names(json_object_get(rest, "author"), &scratch);
    if (!author.ptr && before.ptr)
        json_object_del(item, "author");
    if (author.ptr && !str_eq(before, author)) {
        json_t *name = json_object(), *list = json_array();
        set_text(name, "literal", author);
        json_array_append_new(list, name);
        json_object_set_new(item, "author", list);
    }
    arena_release(&scratch);
}

/* What came in about a date, or about an author above, stays where it says the same as the source's field. */
static void set_date(json_t *item, const json_t *rest, const char *key, struct str iso)
{
    struct arena scratch = {0};
    struct str before = csl_date(json_object_get(rest, key), &scratch);
    if (!iso.ptr && before.ptr)
        json_object_del(item, key);
    if (iso.ptr && !str_eq(before, iso))
        json_object_set_new(item, key, csl_date_parts(iso));
    arena_release(&scratch);
}

static void set_own(json_t *item, const json_t *rest, const struct source *source)
{
    json_t *own = json_object(), *custom = json_deep_copy(json_object_get(rest, "custom"));
    if (source->kind > SOURCE_KIND_NONE && source->kind < SOURCE_KIND_END)
        json_object_set_new(own, "kind", json_string(source_kinds.name[source->kind]));
    set_text(own, "reliability", source->reliability);
    if (json_object_size(own) > 0) {
        custom = json_is_object(custom) ? custom : json_object();
        json_object_set(custom, "assay", own);
        json_object_set(item, "custom", custom);
    }
    json_decref(own);
    json_decref(custom);
}

json_t *csl_item(const struct source *source)
{
    struct arena scratch = {0};
    json_t *item = json_object();
    json_t *rest = source->csl.ptr ? json_loadb(source->csl.ptr, source->csl.len, 0, NULL) : NULL;
    json_object_set_new(item, "id", json_sprintf("assay-%lld", (long long)source->number));
    set_text(item, "type", source->type);
    json_object_update(item, rest);
    set_text(item, "title", source->title);
    set_author(item, rest, source->author);
    if (!str_eq(text_of(rest, "container-title", &scratch), source->publisher))
        set_text(item, "publisher", source->publisher);
    set_date(item, rest, "issued", source->published);
    set_date(item, rest, "accessed", source->accessed);
    set_text(item, "URL", source->url);
    set_text(item, "archive_location", source->archive_url);
    set_own(item, rest, source);
    json_decref(rest);
    arena_release(&scratch);
    return item;
}

void csl_write(struct buf *out, json_t *items)
{
    size_t count = json_array_size(items);
    buf_str(out, STR("["));
    for (size_t i = 0; i < count; i++) {
        char *text = json_dumps(json_array_get(items, i), JSON_COMPACT);
        buf_str(out, i > 0 ? STR(",\n") : STR("\n"));
        escape_json(out, text ? str_from(text) : STR("{}"));
        free(text);
    }
    buf_str(out, STR("\n]\n"));
    json_decref(items);
}
