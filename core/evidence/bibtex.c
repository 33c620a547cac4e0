/* BibTeX to CSL-JSON's items: a reader of entries without recursion, and a table of what their fields are there. */
#include "core/evidence/bibtex.h"

#include <string.h>

#include "core/base/mem.h"
#include "core/base/utf8.h"
#include "core/evidence/bibtex_table.h"
#include "core/evidence/csl.h"
#include "core/evidence/latex.h"

enum { ENTRIES_MOST = 100000, MACROS_MOST = 10000, VALUE_MOST = 1024 * 1024 };

struct macro {
    struct str name, value;
};

struct reader {
    struct str text;
    size_t at;
    struct arena *arena;
    struct macro *macro;
    size_t macro_count, macro_cap;
    json_t *items;
    size_t left_out;
    struct err *err;
};

/* ---- letters ---- */

static char peek(const struct reader *reader)
{
    return reader->at < reader->text.len ? reader->text.ptr[reader->at] : '\0';
}

static bool fail(struct reader *reader, const char *what)
{
    size_t line = 1;
    for (size_t i = 0; i < reader->at && i < reader->text.len; i++)
        line += reader->text.ptr[i] == '\n';
    return err_set(reader->err, ERR_INPUT, "it is no BibTeX: line %zu: %s", line, what);
}

static void skip_spaces(struct reader *reader)
{
    while (is_space(peek(reader)))
        reader->at++;
}

static bool is_name(char c)
{
    return (unsigned char)c > ' ' && c != 0x7F && !strchr("\"#%'(),={}", c);
}

static struct str take_name(struct reader *reader)
{
    size_t start = reader->at;
    while (reader->at < reader->text.len && is_name(peek(reader)))
        reader->at++;
    return str_slice(reader->text, start, reader->at);
}

/* ---- values ---- */

/* {…} or "…" with the braces inside in pairs, whose content is put out as it stands. */
static bool take_group(struct reader *reader, struct buf *out)
{
    char close = peek(reader) == '{' ? '}' : '"';
    size_t depth = 0, start = ++reader->at;
    for (; reader->at < reader->text.len; reader->at++) {
        char c = peek(reader);
        if (c == '\\' && reader->at + 1 < reader->text.len) {
            reader->at++; /* \{ and \" open and close nothing */
            continue;
        }
        if (c == close && depth == 0)
            break;
        if (c == '{')
            depth++;
        else if (c == '}' && depth-- == 0)
            return fail(reader, "a '}' closes what nothing has opened");
    }
    if (reader->at >= reader->text.len) {
        reader->at = start;
        return fail(reader, close == '}' ? "a '{' is not closed" : "a '\"' is not closed");
    }
    buf_str(out, str_slice(reader->text, start, reader->at));
    reader->at++;
    return true;
}

static struct str macro_value(const struct reader *reader, struct str name)
{
    for (size_t i = reader->macro_count; i > 0; i--) /* the last that was said counts */
        if (str_eq_nocase(reader->macro[i - 1].name, name))
            return reader->macro[i - 1].value;
    return bibtex_month(name);
}

static bool take_part(struct reader *reader, struct buf *out)
{
    if (peek(reader) == '{' || peek(reader) == '"')
        return take_group(reader, out);
    struct str name = take_name(reader);
    if (name.len == 0)
        return fail(reader, "a value is missing; it is written as {…}, \"…\" or a number");
    if (is_digit(name.ptr[0]))
        buf_str(out, name);
    else
        buf_str(out, macro_value(reader, name)); /* one that is not known is empty, as BibTeX has it */
    return true;
}

static bool take_value(struct reader *reader, struct str *ret)
{
    struct buf value = {0};
    bool ok;
    do {
        skip_spaces(reader);
        ok = take_part(reader, &value);
        skip_spaces(reader);
    } while (ok && value.len <= VALUE_MOST && peek(reader) == '#' && reader->at++ > 0);
    if (ok && value.len > VALUE_MOST)
        ok = fail(reader, "a value has more than 1 MiB");
    if (ok)
        *ret = arena_str(reader->arena, buf_view(&value));
    buf_release(&value);
    return ok;
}

/* name = value */
static bool take_field(struct reader *reader, struct str *ret_name, struct str *ret_value)
{
    *ret_name = take_name(reader);
    skip_spaces(reader);
    if (ret_name->len == 0 || peek(reader) != '=')
        return fail(reader, "a field is written as name = {value}");
    reader->at++;
    return take_value(reader, ret_value);
}

/* ---- entries ---- */

static bool end_of_entry(struct reader *reader, char close, bool *ret_end)
{
    skip_spaces(reader);
    bool comma = peek(reader) == ',';
    reader->at += comma;
    skip_spaces(reader);
    *ret_end = peek(reader) == close;
    if (!*ret_end && !comma)
        return fail(reader,
                    reader->at >= reader->text.len ? "an entry is not closed" : "a ',' is missing after a field");
    if (*ret_end)
        reader->at++;
    return true;
}

static bool take_macro(struct reader *reader, char close)
{
    struct macro macro;
    bool end = false;
    if (!take_field(reader, &macro.name, &macro.value) || !end_of_entry(reader, close, &end))
        return false;
    if (!end || reader->macro_count == MACROS_MOST)
        return fail(reader, end ? "there are more than 10000 macros" : "a @string holds one name = {value}");
    struct macro *more = reader->macro;
    if (reader->macro_count == reader->macro_cap) {
        reader->macro_cap = reader->macro_cap > 0 ? 2 * reader->macro_cap : 16;
        more = arena_alloc(reader->arena, reader->macro_cap * sizeof(*more));
        if (reader->macro_count > 0)
            memcpy(more, reader->macro, reader->macro_count * sizeof(*more));
    }
    reader->macro = more;
    reader->macro[reader->macro_count++] = macro;
    return true;
}

static bool take_entry(struct reader *reader, struct str type, char close)
{
    struct bibtex_entry entry = {.type = type, .item = json_object(), .arena = reader->arena};
    bool end = false, ok;
    entry.key = take_name(reader);
    ok = end_of_entry(reader, close, &end);
    while (ok && !end) {
        struct str name = STR_NULL, value = STR_NULL;
        ok = take_field(reader, &name, &value) && end_of_entry(reader, close, &end);
        if (ok)
            reader->left_out += !bibtex_field(&entry, name, value);
    }
    if (ok && json_array_size(reader->items) == ENTRIES_MOST)
        ok = fail(reader, "there are more than 100000 entries; split it");
    if (ok)
        json_array_append_new(reader->items, bibtex_item(&entry));
    else
        json_decref(entry.item);
    return ok;
}

/* What follows an "@". One that begins no entry is text between entries, as in an address of mail. */
static bool take_at(struct reader *reader)
{
    struct str type = take_name(reader);
    struct buf ignored = {0};
    skip_spaces(reader);
    if (type.len == 0 || (peek(reader) != '{' && peek(reader) != '('))
        return true;
    char close = peek(reader) == '{' ? '}' : ')';
    bool passed = str_eq_nocase(type, STR("comment")) || str_eq_nocase(type, STR("preamble"));
    if (passed && close == '}') {
        bool ok = take_group(reader, &ignored);
        buf_release(&ignored);
        return ok;
    }
    if (passed)
        return true;
    reader->at++;
    skip_spaces(reader);
    return str_eq_nocase(type, STR("string")) ? take_macro(reader, close) : take_entry(reader, type, close);
}

static bool read_all(struct reader *reader)
{
    while (reader->at < reader->text.len) {
        size_t at = str_find(reader->text, STR("@"), reader->at);
        reader->at = at + 1;
        if (at < reader->text.len && !take_at(reader))
            return false;
    }
    return json_array_size(reader->items) > 0 ||
           fail(reader, "there is no entry in it; one is @type{key, name = {value}}");
}

bool bibtex_read(struct str text, struct arena *arena, struct source **ret, size_t *ret_count, size_t *ret_left_out,
                 struct err *err)
{
    struct reader reader = {.text = text, .arena = arena, .err = err};
    size_t bad = 0;
    if (!utf8_valid(text, &bad) || memchr(text.len > 0 ? text.ptr : "", '\0', text.len))
        return err_set(err, ERR_INPUT, "it is no text in UTF-8; export it as UTF-8");
    reader.items = json_array();
    bool ok = read_all(&reader);
    size_t count = json_array_size(reader.items);
    struct source *sources = arena_alloc(arena, (ok ? count : 0) * sizeof(*sources));
    for (size_t i = 0; ok && i < count; i++)
        ok = csl_source(json_array_get(reader.items, i), arena, &sources[i], err) || err_wrap(err, "entry %zu", i + 1);
    json_decref(reader.items);
    if (ok) {
        *ret = sources;
        *ret_count = count;
        *ret_left_out = reader.left_out;
    }
    return ok;
}
