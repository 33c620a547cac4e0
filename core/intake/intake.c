/* From bytes to a document: the checks that make bytes a text, and its digests. */
#include "core/intake/intake.h"

#include <inttypes.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/intake/markdown.h"

int intake_media(struct str name)
{
    static const struct {
        const char *ending;
        int media;
    } known[] = {{".md", MEDIA_MARKDOWN}, {".markdown", MEDIA_MARKDOWN}, {".txt", MEDIA_TEXT}, {".text", MEDIA_TEXT}};
    size_t base = name.len, point;
    while (base > 0 && name.ptr[base - 1] != '/')
        base--;
    for (point = name.len; point > base && name.ptr[point - 1] != '.'; point--)
        ;
    if (point <= base + 1) /* no point, or only the one that hides a file */
        return MEDIA_TEXT;
    struct str ending = str_slice(name, point - 1, name.len);
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
        if (str_eq_nocase(ending, str_from(known[i].ending)))
            return known[i].media;
    return -1;
}

/* The file as the iconv command names it: in quotes where that is simple, else a word to put it for. */
static struct str shell_name(struct str name, struct arena *arena)
{
    bool plain = name.len > 0 && name.len <= 200 && name.ptr[0] != '-';
    for (size_t i = 0; plain && i < name.len; i++)
        plain = (unsigned char)name.ptr[i] >= 0x20 && name.ptr[i] != '\'';
    return plain ? arena_printf(arena, "'%.*s'", STR_ARG(name)) : STR("FILE");
}

static bool check_size(struct str name, struct str bytes, struct err *err)
{
    if (bytes.len == 0)
        return err_set(err, ERR_INPUT, "'%.*s' is empty", STR_ARG(name));
    if (bytes.len > LIMIT_DOCUMENT_BYTES)
        return err_set(err, ERR_INPUT, "'%.*s' is larger than %zu MiB; split it", STR_ARG(name),
                       LIMIT_DOCUMENT_BYTES / (1024 * 1024));
    return true;
}

static bool is_web_page(struct str bytes)
{
    static const struct str begins[] = {{"<!doctype html", 14}, {"<html", 5}};
    struct str text = str_starts(bytes, STR("\xEF\xBB\xBF")) ? str_slice(bytes, 3, bytes.len) : bytes;
    size_t at = 0;
    while (at < text.len && is_space(text.ptr[at]))
        at++;
    for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
        if (text.len - at >= begins[i].len && str_eq_nocase(str_slice(text, at, at + begins[i].len), begins[i]))
            return true;
    return false;
}

/* Files that hold text, but are none: known by their first bytes, and named with the way to their text. */
static bool check_container(struct str name, struct str bytes, struct arena *arena, struct err *err)
{
    if (str_starts(bytes, STR("%PDF-")))
        return err_set(err, ERR_INPUT, "'%.*s' is a PDF; make text of it first: pdftotext %.*s -", STR_ARG(name),
                       STR_ARG(shell_name(name, arena)));
    if (str_starts(bytes, STR("PK\x03\x04")))
        return err_set(err, ERR_INPUT,
                       "'%.*s' is a ZIP container (docx, odt, xlsx and such); save it as plain text first",
                       STR_ARG(name));
    if (str_starts(bytes, STR("{\\rtf")))
        return err_set(err, ERR_INPUT, "'%.*s' is RTF; save it as plain text first", STR_ARG(name));
    if (is_web_page(bytes))
        return err_set(err, ERR_INPUT, "'%.*s' is a web page; save its text first", STR_ARG(name));
    return true;
}

/* Byte order marks (Unicode, section 23.8). UTF-32's comes first: UTF-16's is the beginning of it. */
static bool check_encoding(struct str name, struct str bytes, struct arena *arena, struct err *err)
{
    static const struct {
        struct str mark;
        const char *encoding;
    } marks[] = {
        {{"\xFF\xFE\0\0", 4}, "UTF-32"},
        {{"\0\0\xFE\xFF", 4}, "UTF-32"},
        {{"\xFF\xFE", 2}, "UTF-16"},
        {{"\xFE\xFF", 2}, "UTF-16"},
    };
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
        if (str_starts(bytes, marks[i].mark))
            return err_set(err, ERR_INPUT, "'%.*s' is %s, not UTF-8; convert it: iconv -f %s -t UTF-8 %.*s > NEW",
                           STR_ARG(name), marks[i].encoding, marks[i].encoding, STR_ARG(shell_name(name, arena)));
    return true;
}

static int64_t line_of(struct str bytes, size_t offset)
{
    int64_t line = 1;
    for (size_t i = 0; i < offset; i++)
        line += bytes.ptr[i] == '\n';
    return line;
}

static bool check_text(struct str name, struct str bytes, struct arena *arena, struct err *err)
{
    size_t bad;
    const char *nul = memchr(bytes.ptr, '\0', bytes.len);
    if (nul)
        return err_set(err, ERR_INPUT, "'%.*s' is no text: it has a NUL byte at offset %td; convert it to UTF-8 text",
                       STR_ARG(name), nul - bytes.ptr);
    if (!utf8_valid(bytes, &bad))
        return err_set(err, ERR_INPUT,
                       "'%.*s' is not UTF-8: byte 0x%02X at offset %zu, line %" PRId64
                       "; if it is Windows-1252 or Latin-1, convert it: iconv -f WINDOWS-1252 -t UTF-8 %.*s > NEW",
                       STR_ARG(name), (unsigned)(unsigned char)bytes.ptr[bad], bad, line_of(bytes, bad),
                       STR_ARG(shell_name(name, arena)));
    return true;
}

static bool is_blank(struct str text)
{
    return str_trim(text).len == 0;
}

static bool make_text(struct str name, int media, struct str bytes, struct arena *arena, struct received *received,
                      struct err *err)
{
    struct str text = bytes;
    if (str_starts(text, STR("\xEF\xBB\xBF")))
        text = str_slice(text, 3, text.len);
    if (is_blank(text))
        return err_set(err, ERR_INPUT, "'%.*s' is empty: there is nothing but white space in it", STR_ARG(name));
    if (media == MEDIA_MARKDOWN) {
        size_t skip = markdown_front_matter(text, &received->document);
        if (!markdown_text(str_slice(text, skip, text.len), arena, &text, err))
            return err_wrap(err, "'%.*s'", STR_ARG(name));
        if (is_blank(text))
            return err_set(err, ERR_INPUT, "'%.*s' has no text outside code, HTML and front matter", STR_ARG(name));
    }
    received->text = text;
    return true;
}

/* Names of files are bytes; a document's name is text. */
static struct str readable_name(struct str name, struct arena *arena)
{
    size_t bad;
    struct str copy = arena_str(arena, name);
    char *bytes = (char *)copy.ptr;
    while (!utf8_valid(copy, &bad))
        bytes[bad] = '?';
    return copy;
}

bool intake_bytes(struct str name, int media, struct str bytes, struct arena *arena, struct received *ret,
                  struct err *err)
{
    struct received received = {.bytes = bytes};
    bool typed = media == MEDIA_STATEMENT; /* whatever it begins with, it is no file */
    if (!check_size(name, bytes, err) || !(typed || check_container(name, bytes, arena, err)) ||
        !check_encoding(name, bytes, arena, err) || !check_text(name, bytes, arena, err) ||
        !make_text(name, media, bytes, arena, &received, err))
        return false;
    struct digest sha256 = digest_of(bytes), id = digest_of(received.text);
    received.document.name = readable_name(name, arena);
    received.document.media = media;
    received.document.sha256 = digest_hex(arena, &sha256);
    received.document.id = digest_hex(arena, &id);
    received.document.bytes = (int64_t)bytes.len;
    *ret = received;
    return true;
}

/* A file whose name ends as no text's does: what it is, where its first bytes say so. */
static bool refuse_ending(const struct intake_source *source, const char *path, struct arena *arena, struct err *err)
{
    struct str bytes;
    struct err ignored = {0};
    if (source->read(source->ctx, path, LIMIT_DOCUMENT_BYTES, arena, &bytes, &ignored) &&
        !check_container(str_from(path), bytes, arena, err))
        return false;
    return err_set(err, ERR_INPUT,
                   "'%s' is no .txt, .text, .md or .markdown file; if it is plain text all the same, read it from "
                   "standard input: assay … - < FILE",
                   path);
}

bool intake_read(const struct intake_source *source, const char *path, struct arena *arena, struct received *ret,
                 struct err *err)
{
    struct str name = str_from(path), bytes;
    int media = intake_media(name);
    if (media < 0)
        return refuse_ending(source, path, arena, err);
    return source->read(source->ctx, path, LIMIT_DOCUMENT_BYTES, arena, &bytes, err) &&
           intake_bytes(name, media, bytes, arena, ret, err);
}
