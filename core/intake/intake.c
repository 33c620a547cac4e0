/* From bytes to a document: the checks that make bytes a text, and its digests. */
#include "core/intake/intake.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/intake/markdown.h"
#include "core/intake/page.h"
#include "core/intake/plain.h"

int intake_media(struct str name)
{
    static const struct {
        const char *ending;
        int media;
    } known[] = {{".md", MEDIA_MARKDOWN}, {".markdown", MEDIA_MARKDOWN}, {".txt", MEDIA_TEXT},  {".text", MEDIA_TEXT},
                 {".html", MEDIA_PAGE},   {".htm", MEDIA_PAGE},          {".xhtml", MEDIA_PAGE}};
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
    return true;
}

static bool check_nul(const struct parcel *parcel, const struct charset *charset, struct err *err)
{
    const char *nul = memchr(parcel->bytes.ptr, '\0', parcel->bytes.len);
    if (!nul || !charset->like_ascii)
        return true;
    return err_set(err, ERR_INPUT,
                   "'%.*s' is no text: it has a NUL byte at offset %td; if it is UTF-16, say so with --charset",
                   STR_ARG(parcel->name), nul - parcel->bytes.ptr);
}

static bool is_blank(struct str text)
{
    return str_trim(text).len == 0;
}

static bool make_markdown(const struct parcel *parcel, struct arena *arena, struct received *received, struct err *err)
{
    struct str text = received->text;
    size_t skip = markdown_front_matter(text, &received->document);
    if (!markdown_text(str_slice(text, skip, text.len), arena, &received->text, err))
        return err_wrap(err, "'%.*s'", STR_ARG(parcel->name));
    if (is_blank(received->text))
        return err_set(err, ERR_INPUT, "'%.*s' has no text outside code, HTML and front matter", STR_ARG(parcel->name));
    received->reading.segment_count = 0; /* which led back to the Markdown */
    return true;
}

static void describe(struct document *document, const struct reading *reading)
{
    document->title = reading->title;
    document->author = reading->author;
    document->publisher = reading->publisher;
    document->published = reading->published;
    document->url = reading->url;
}

static bool make_page(const struct parcel *parcel, const struct charset *charset, struct arena *arena,
                      struct received *received, struct err *err)
{
    struct page_options options = {.whole = parcel->whole};
    if (!page_read(parcel->bytes, charset, &options, arena, &received->reading, err))
        return err_wrap(err, "'%.*s'", STR_ARG(parcel->name));
    received->text = received->reading.text;
    if (is_blank(received->text))
        return err_set(err, ERR_INPUT, "'%.*s' has no text; if a browser shows some, save the page from there",
                       STR_ARG(parcel->name));
    describe(&received->document, &received->reading);
    return true;
}

/* UTF-8 is taken as it stands, without its mark. */
static bool make_plain(const struct parcel *parcel, const struct charset *charset, struct arena *arena,
                       struct received *received, struct err *err)
{
    size_t bad;
    if (!check_nul(parcel, charset, err))
        return false;
    if (!charset->convert && utf8_valid(parcel->bytes, &bad)) {
        received->text = str_slice(parcel->bytes, charset->mark, parcel->bytes.len);
    } else {
        if (!plain_read(parcel->bytes, charset, arena, &received->reading, err))
            return err_wrap(err, "'%.*s'", STR_ARG(parcel->name));
        received->text = received->reading.text;
    }
    if (is_blank(received->text))
        return err_set(err, ERR_INPUT, "'%.*s' is empty: there is nothing but white space in it",
                       STR_ARG(parcel->name));
    return received->document.media != MEDIA_MARKDOWN || make_markdown(parcel, arena, received, err);
}

/* What was typed is the terminal's own: it is not guessed at. */
static bool check_typed(const struct parcel *parcel, struct err *err)
{
    size_t bad;
    return utf8_valid(parcel->bytes, &bad) ||
           err_set(err, ERR_INPUT, "'%.*s' is not UTF-8 at byte %zu", STR_ARG(parcel->name), bad + 1);
}

static bool make_text(const struct parcel *parcel, struct arena *arena, struct received *received, struct err *err)
{
    struct charset charset;
    bool page = received->document.media == MEDIA_PAGE;
    struct charset_hints hints = {parcel->charset, parcel->http_charset, page};
    if (received->document.media == MEDIA_STATEMENT && !check_typed(parcel, err))
        return false;
    if (!charset_find(parcel->bytes, &hints, &charset, err))
        return err_wrap(err, "'%.*s'", STR_ARG(parcel->name));
    if (!(page ? make_page(parcel, &charset, arena, received, err)
               : make_plain(parcel, &charset, arena, received, err)))
        return false;
    received->reading.charset = str_from(charset.name);
    received->reading.charset_from = str_from(charset.found);
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

bool intake_parcel(const struct parcel *parcel, struct arena *arena, struct received *ret, struct err *err)
{
    struct str name = parcel->name, bytes = parcel->bytes;
    struct received received = {.bytes = bytes, .document.media = parcel->media};
    bool typed = parcel->media == MEDIA_STATEMENT; /* whatever it begins with, it is no file */
    if ((parcel->media == MEDIA_TEXT || parcel->media == MEDIA_MARKDOWN) && page_is_one(bytes))
        received.document.media = MEDIA_PAGE;
    if (!check_size(name, bytes, err) || !(typed || check_container(name, bytes, arena, err)) ||
        !make_text(parcel, arena, &received, err))
        return false;
    struct digest sha256 = digest_of(bytes), id = digest_of(received.text);
    received.document.name = readable_name(name, arena);
    received.document.sha256 = digest_hex(arena, &sha256);
    received.document.id = digest_hex(arena, &id);
    received.document.bytes = (int64_t)bytes.len;
    *ret = received;
    return true;
}

bool intake_bytes(struct str name, int media, struct str bytes, struct arena *arena, struct received *ret,
                  struct err *err)
{
    return intake_parcel(&(struct parcel){.name = name, .media = media, .bytes = bytes}, arena, ret, err);
}

/* A file whose name ends as no text's does: what it is, where its first bytes say so. */
static bool refuse_ending(struct str name, struct str bytes, struct arena *arena, struct err *err)
{
    if (!check_container(name, bytes, arena, err))
        return false;
    return err_set(err, ERR_INPUT,
                   "'%.*s' is no .txt, .text, .md, .markdown or .html file; if it is plain text all the same, read it "
                   "from standard input: assay … - < FILE",
                   STR_ARG(name));
}

bool intake_read(const struct intake_source *source, const char *path, const struct parcel *how, struct arena *arena,
                 struct received *ret, struct err *err)
{
    struct parcel parcel = how ? *how : (struct parcel){0};
    parcel.name = str_from(path);
    parcel.media = intake_media(parcel.name);
    if (!source->read(source->ctx, path, LIMIT_DOCUMENT_BYTES, arena, &parcel.bytes, err))
        return false;
    if (parcel.media < 0 && page_is_one(parcel.bytes))
        parcel.media = MEDIA_PAGE;
    return parcel.media < 0 ? refuse_ending(parcel.name, parcel.bytes, arena, err)
                            : intake_parcel(&parcel, arena, ret, err);
}
