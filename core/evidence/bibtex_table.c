/* The table between BibTeX and CSL-JSON, both ways. */
#include "core/evidence/bibtex_table.h"

#include <string.h>

#include "core/base/clock.h"
#include "core/evidence/bibtex.h"
#include "core/evidence/csl.h"
#include "core/evidence/latex.h"

/* Reading takes the first line that fits the entry's type, writing the first that fits the item's. */
static const struct {
    const char *bibtex, *subtype, *csl;
} types[] = {
    {"article", "newspaper", "article-newspaper"},
    {"article", "magazine", "article-magazine"},
    {"article", NULL, "article-journal"},
    {"article", NULL, "article"},
    {"online", "post", "post"},
    {"online", "weblog", "post-weblog"},
    {"online", NULL, "webpage"},
    {"electronic", NULL, "webpage"},
    {"www", NULL, "webpage"},
    {"techreport", NULL, "report"},
    {"report", NULL, "report"},
    {"manual", NULL, "report"},
    {"book", NULL, "book"},
    {"mvbook", NULL, "book"},
    {"collection", NULL, "book"},
    {"proceedings", NULL, "book"},
    {"booklet", NULL, "pamphlet"},
    {"incollection", NULL, "chapter"},
    {"inbook", NULL, "chapter"},
    {"inproceedings", NULL, "paper-conference"},
    {"conference", NULL, "paper-conference"},
    {"phdthesis", NULL, "thesis"},
    {"mastersthesis", NULL, "thesis"},
    {"thesis", NULL, "thesis"},
    {"unpublished", NULL, "manuscript"},
    {"dataset", NULL, "dataset"},
    {"software", NULL, "software"},
    {"patent", NULL, "patent"},
    {"legislation", NULL, "legislation"},
    {"jurisdiction", NULL, "legal_case"},
    {"periodical", NULL, "periodical"},
};

enum how { PLAIN, NAMES, VERBATIM };

/* The same for fields; a name stands twice where there are two for one variable. */
static const struct {
    const char *bibtex, *csl;
    enum how how;
} fields[] = {
    {"title", "title", PLAIN},
    {"author", "author", NAMES},
    {"editor", "editor", NAMES},
    {"translator", "translator", NAMES},
    {"journal", "container-title", PLAIN},
    {"journaltitle", "container-title", PLAIN},
    {"booktitle", "container-title", PLAIN},
    {"publisher", "publisher", PLAIN},
    {"institution", "publisher", PLAIN},
    {"organization", "publisher", PLAIN},
    {"school", "publisher", PLAIN},
    {"address", "publisher-place", PLAIN},
    {"location", "publisher-place", PLAIN},
    {"volume", "volume", PLAIN},
    {"number", "issue", PLAIN},
    {"issue", "issue", PLAIN},
    {"pages", "page", PLAIN},
    {"edition", "edition", PLAIN},
    {"series", "collection-title", PLAIN},
    {"abstract", "abstract", PLAIN},
    {"keywords", "keyword", PLAIN},
    {"language", "language", PLAIN},
    {"langid", "language", PLAIN},
    {"note", "note", PLAIN},
    {"annote", "annote", PLAIN},
    {"version", "version", PLAIN},
    {"chapter", "chapter-number", PLAIN},
    {"shorttitle", "title-short", PLAIN},
    {"howpublished", "medium", PLAIN},
    {"url", "URL", VERBATIM},
    {"archiveurl", "archive_location", VERBATIM},
    {"doi", "DOI", VERBATIM},
    {"isbn", "ISBN", VERBATIM},
    {"issn", "ISSN", VERBATIM},
};

static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                     "jul", "aug", "sep", "oct", "nov", "dec"};

struct str bibtex_month(struct str name)
{
    static const char *const numbers[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};
    for (size_t i = 0; i < sizeof(months) / sizeof(months[0]); i++)
        if (name.len >= 3 && str_eq_nocase(str_slice(name, 0, 3), str_from(months[i])))
            return str_from(numbers[i]);
    return STR("");
}

/* ---- in ---- */

static struct str plain(struct str latex, struct arena *arena)
{
    struct buf text = {0};
    latex_text(&text, latex);
    struct str copy = arena_str(arena, str_trim(buf_view(&text)));
    buf_release(&text);
    return copy;
}

/* Addresses and the like stand as they are, but for the backslashes that LaTeX wants, and \url{} around them. */
static struct str verbatim(struct str latex, struct arena *arena)
{
    struct buf text = {0};
    struct str value = str_trim(latex);
    if (str_starts(value, STR("\\url{")) && str_ends(value, STR("}")))
        value = str_slice(value, 5, value.len - 1);
    for (size_t i = 0; i < value.len; i++) {
        bool escape = value.ptr[i] == '\\' && i + 1 < value.len && memchr("_%&#~{}$", value.ptr[i + 1], 8);
        if (!escape && value.ptr[i] != '{' && value.ptr[i] != '}')
            buf_char(&text, value.ptr[i]);
        if (escape)
            buf_char(&text, value.ptr[++i]);
    }
    struct str copy = arena_str(arena, buf_view(&text));
    buf_release(&text);
    return copy;
}

static void set(json_t *object, const char *key, struct str text)
{
    if (text.len > 0)
        json_object_set_new(object, key, json_stringn(text.ptr, text.len));
}

/* Where " and " stands outside braces, or the end. */
static size_t name_end(struct str names, size_t at)
{
    size_t depth = 0;
    for (; at < names.len; at++) {
        char c = names.ptr[at];
        if (c == '\\')
            at++;
        else if (c == '{')
            depth++;
        else if (c == '}' && depth > 0)
            depth--;
        else if (depth == 0 && is_space(c) && at + 4 < names.len && is_space(names.ptr[at + 4]) &&
                 str_eq_nocase(str_slice(names, at + 1, at + 4), STR("and")))
            return at;
    }
    return names.len;
}

/* "Doe, Jane", "Jane Doe", or an organisation in braces of its own. */
static json_t *name_of(struct str name, struct arena *arena)
{
    json_t *object = json_object();
    size_t comma = str_find(name, STR(","), 0), space = name.len;
    if (name.len > 1 && name.ptr[0] == '{' && name.ptr[name.len - 1] == '}' &&
        str_find(name, STR("}"), 0) == name.len - 1) {
        set(object, "literal", plain(name, arena));
    } else if (comma < name.len) {
        size_t second = str_find(name, STR(","), comma + 1); /* "Doe, Jr., Jane" */
        set(object, "family", plain(str_slice(name, 0, comma), arena));
        if (second < name.len)
            set(object, "suffix", plain(str_slice(name, comma + 1, second), arena));
        set(object, "given", plain(str_slice(name, second < name.len ? second + 1 : comma + 1, name.len), arena));
    } else {
        for (size_t i = 0; i < name.len; i++)
            space = is_space(name.ptr[i]) ? i : space;
        if (space == name.len) {
            set(object, "literal", plain(name, arena));
        } else {
            set(object, "given", plain(str_slice(name, 0, space), arena));
            set(object, "family", plain(str_slice(name, space + 1, name.len), arena));
        }
    }
    return object;
}

static void set_names(json_t *item, const char *key, struct str names, struct arena *arena)
{
    json_t *list = json_array();
    size_t at = 0;
    while (at < names.len) {
        size_t end = name_end(names, at);
        struct str name = str_trim(str_slice(names, at, end));
        if (name.len > 0 && !str_eq(name, STR("others")))
            json_array_append_new(list, name_of(name, arena));
        at = end < names.len ? end + 5 : names.len;
    }
    if (json_array_size(list) > 0)
        json_object_set(item, key, list);
    json_decref(list);
}

static bool set_own(struct bibtex_entry *entry, struct str name, struct str value)
{
    const struct {
        const char *name;
        struct str *to;
    } own[] = {{"year", &entry->year}, {"date", &entry->date},       {"month", &entry->month},
               {"day", &entry->day},   {"urldate", &entry->urldate}, {"entrysubtype", &entry->subtype}};
    for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
        if (str_eq_nocase(name, str_from(own[i].name))) {
            *own[i].to = plain(value, entry->arena);
            return true;
        }
    }
    return false;
}

bool bibtex_field(struct bibtex_entry *entry, struct str name, struct str value)
{
    if (set_own(entry, name, value))
        return true;
    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
        if (!str_eq_nocase(name, str_from(fields[i].bibtex)))
            continue;
        if (fields[i].how == NAMES)
            set_names(entry->item, fields[i].csl, value, entry->arena);
        else
            set(entry->item, fields[i].csl,
                fields[i].how == PLAIN ? plain(value, entry->arena) : verbatim(value, entry->arena));
        return true;
    }
    return false;
}

/* Two digits of a month or a day; STR_NULL where it is none. */
static struct str two_digits(struct str text, struct arena *arena)
{
    struct str number = text.len > 0 && is_alpha(text.ptr[0]) ? bibtex_month(text) : text;
    if (number.len == 0 || number.len > 2 || !is_digit(number.ptr[0]) || !is_digit(number.ptr[number.len - 1]))
        return STR_NULL;
    return arena_printf(arena, "%s%.*s", number.len == 1 ? "0" : "", STR_ARG(number));
}

/* As much of year, month and day as makes a date; of "2024/2025" the first. */
static struct str date_of(const struct bibtex_entry *entry)
{
    struct str whole = entry->date.len > 0 ? entry->date : entry->year;
    struct str date = str_slice(whole, 0, str_find(whole, STR("/"), 0));
    struct str month = two_digits(entry->month, entry->arena), day = two_digits(entry->day, entry->arena);
    if (date.len == 4 && month.ptr)
        date = arena_printf(entry->arena, "%.*s-%.*s", STR_ARG(date), STR_ARG(month));
    if (date.len == 7 && day.ptr && month.ptr)
        date = arena_printf(entry->arena, "%.*s-%.*s", STR_ARG(date), STR_ARG(day));
    return date.ptr && date_valid(date) ? date : STR_NULL;
}

static const char *type_of(const struct bibtex_entry *entry)
{
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
        if (str_eq_nocase(entry->type, str_from(types[i].bibtex)) &&
            (!types[i].subtype || str_eq_nocase(entry->subtype, str_from(types[i].subtype))))
            return types[i].csl;
    return json_object_get(entry->item, "URL") ? "webpage" : "document";
}

json_t *bibtex_item(struct bibtex_entry *entry)
{
    struct str date = date_of(entry);
    set(entry->item, "citation-key", entry->key);
    json_object_set_new(entry->item, "type", json_string(type_of(entry)));
    if (date.ptr)
        json_object_set_new(entry->item, "issued", csl_date_parts(date));
    else if (entry->year.len > 0) /* "n.d.", "forthcoming" */
        json_object_set_new(entry->item, "issued", json_pack("{s:s%}", "literal", entry->year.ptr, entry->year.len));
    if (entry->urldate.ptr && date_valid(entry->urldate))
        json_object_set_new(entry->item, "accessed", csl_date_parts(entry->urldate));
    return entry->item;
}

/* ---- out ---- */

static struct str text_at(const json_t *item, const char *key)
{
    const json_t *value = json_object_get(item, key);
    return (struct str){json_string_value(value), json_string_length(value)};
}

static void put_field(struct buf *out, const char *name, struct str latex)
{
    if (latex.len > 0)
        buf_printf(out, ",\n  %s = {%.*s}", name, STR_ARG(latex));
}

static void put_plain(struct buf *out, const char *name, struct str text)
{
    struct buf latex = {0};
    latex_escape(&latex, text);
    put_field(out, name, buf_view(&latex));
    buf_release(&latex);
}

/* Braces and what ends a line can't stand in an address; they are written as RFC 3986 has it. */
static void put_verbatim(struct buf *out, const char *name, struct str text)
{
    struct buf safe = {0};
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c <= ' ' || c == 0x7F || c == '{' || c == '}' || c == '\\')
            buf_printf(&safe, "%%%02X", c);
        else
            buf_char(&safe, (char)c);
    }
    put_field(out, name, buf_view(&safe));
    buf_release(&safe);
}

static void put_names(struct buf *out, const char *field, const json_t *names)
{
    struct buf list = {0};
    for (size_t i = 0; i < json_array_size(names); i++) {
        const json_t *name = json_array_get(names, i);
        struct str family = text_at(name, "family"), given = text_at(name, "given");
        if (i > 0)
            buf_str(&list, STR(" and "));
        if (family.len > 0) {
            latex_escape(&list, family);
            if (text_at(name, "suffix").len > 0) {
                buf_str(&list, STR(", "));
                latex_escape(&list, text_at(name, "suffix"));
            }
            buf_str(&list, given.len > 0 ? STR(", ") : STR(""));
            latex_escape(&list, given);
        } else {
            buf_char(&list, '{');
            latex_escape(&list, text_at(name, "literal"));
            buf_char(&list, '}');
        }
    }
    put_field(out, field, buf_view(&list));
    buf_release(&list);
}

/* "date" is biblatex's; "year" is for BibTeX, which knows no other. */
static void put_dates(struct buf *out, const json_t *item)
{
    struct arena scratch = {0};
    const json_t *issued = json_object_get(item, "issued");
    struct str date = csl_date(issued, &scratch);
    put_field(out, "date", date);
    if (date.len > 0)
        put_field(out, "year", str_slice(date, 0, 4));
    else
        put_plain(out, "year", text_at(issued, "literal"));
    put_field(out, "urldate", csl_date(json_object_get(item, "accessed"), &scratch));
    arena_release(&scratch);
}

/* A key that BibTeX takes: what the item calls it, or else its id, with "-" for what may not stand in one. */
static void put_key(struct buf *out, const json_t *item)
{
    struct str key = text_at(item, "citation-key");
    if (key.len == 0) { /* of an address, as Zotero has them, the last part */
        struct str rest = text_at(item, "id");
        while (rest.len > 0)
            key = str_split(&rest, '/');
    }
    for (size_t i = 0; i < key.len; i++) {
        char c = key.ptr[i];
        buf_char(out, is_alpha(c) || is_digit(c) || strchr("-_:.+", c) ? c : '-');
    }
    if (key.len == 0)
        buf_str(out, STR("source"));
}

static void put_entry(struct buf *out, const json_t *item)
{
    struct str csl = text_at(item, "type");
    const char *type = "misc", *subtype = NULL;
    for (size_t i = sizeof(types) / sizeof(types[0]); i > 0; i--) {
        if (str_eq(csl, str_from(types[i - 1].csl))) {
            type = types[i - 1].bibtex;
            subtype = types[i - 1].subtype;
        }
    }
    buf_printf(out, "@%s{", type);
    put_key(out, item);
    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
        const json_t *value = json_object_get(item, fields[i].csl);
        bool again = i > 0 && strcmp(fields[i].csl, fields[i - 1].csl) == 0;
        if (again)
            continue;
        if (fields[i].how == NAMES)
            put_names(out, fields[i].bibtex, value);
        else if (fields[i].how == VERBATIM)
            put_verbatim(out, fields[i].bibtex, text_at(item, fields[i].csl));
        else
            put_plain(out, fields[i].bibtex, text_at(item, fields[i].csl));
    }
    put_dates(out, item);
    put_field(out, "entrysubtype", str_from(subtype));
    buf_str(out, STR("\n}\n"));
}

void bibtex_write(struct buf *out, json_t *items)
{
    struct buf entries = {0};
    for (size_t i = 0; i < json_array_size(items); i++) {
        if (i > 0)
            buf_char(&entries, '\n');
        put_entry(&entries, json_array_get(items, i));
    }
    buf_str(out, buf_view(&entries));
    buf_release(&entries);
    json_decref(items);
}
