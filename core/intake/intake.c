/* From bytes to a document: the checks that make bytes a text, and its digests. */
#include "core/intake/intake.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/intake/delimited.h"
#include "core/intake/feed.h"
#include "core/intake/fetch.h"
#include "core/intake/mail.h"
#include "core/intake/markdown.h"
#include "core/intake/office.h"
#include "core/intake/page.h"
#include "core/intake/page_date.h"
#include "core/intake/page_meta.h"
#include "core/intake/pdf.h"
#include "core/intake/plain.h"
#include "core/intake/subtitles.h"

int intake_media(struct str name)
{
    static const struct {
        const char *ending;
        int media;
    } known[] = {{".md", MEDIA_MARKDOWN}, {".markdown", MEDIA_MARKDOWN}, {".txt", MEDIA_TEXT},
                 {".text", MEDIA_TEXT},   {".html", MEDIA_PAGE},         {".htm", MEDIA_PAGE},
                 {".xhtml", MEDIA_PAGE},  {".pdf", MEDIA_PDF},           {".docx", MEDIA_DOCX},
                 {".odt", MEDIA_ODT},     {".srt", MEDIA_SUBTITLES},     {".vtt", MEDIA_SUBTITLES},
                 {".rss", MEDIA_FEED},    {".atom", MEDIA_FEED},         {".eml", MEDIA_MAIL},
                 {".mhtml", MEDIA_MAIL},  {".mht", MEDIA_MAIL}};
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

int intake_media_of_type(struct str type, struct str url)
{
    static const struct {
        struct str type;
        int media;
    } known[] = {{{"text/html", 9}, MEDIA_PAGE},
                 {{"application/xhtml+xml", 21}, MEDIA_PAGE},
                 {{"text/markdown", 13}, MEDIA_MARKDOWN},
                 {{"application/pdf", 15}, MEDIA_PDF},
                 {{"application/rss+xml", 19}, MEDIA_FEED},
                 {{"application/atom+xml", 20}, MEDIA_FEED},
                 {{"text/vtt", 8}, MEDIA_SUBTITLES},
                 {{"application/x-subrip", 20}, MEDIA_SUBTITLES},
                 {{"message/rfc822", 14}, MEDIA_MAIL},
                 {{"multipart/related", 17}, MEDIA_MAIL},
                 {{"text/plain", 10}, MEDIA_TEXT}};
    for (size_t i = 0; type.ptr && i < sizeof(known) / sizeof(known[0]); i++)
        if (str_eq_nocase(type, known[i].type))
            return known[i].media;
    struct str path = str_slice(url, 0, str_find(url, STR("?"), 0));
    return intake_media(path);
}

static const struct limits *limits_for(const struct parcel *parcel)
{
    return parcel->limits ? parcel->limits : &limits_normal;
}

static bool check_size(struct str name, struct str bytes, const struct limits *limits, struct err *err)
{
    if (bytes.len == 0)
        return err_set(err, ERR_INPUT, "'%.*s' is empty", STR_ARG(name));
    if (bytes.len > limits->document_bytes)
        return err_set(err, ERR_INPUT, "'%.*s' is larger than %zu bytes (--limit document-bytes); split it",
                       STR_ARG(name), limits->document_bytes);
    return true;
}

/* What the first bytes say comes before what the name says; -1 where neither says anything. */
static int media_of(const struct parcel *parcel)
{
    struct str bytes = parcel->bytes;
    int media = parcel->media;
    bool text = media < 0 || media == MEDIA_TEXT || media == MEDIA_MARKDOWN;
    if (media == MEDIA_STATEMENT) /* whatever it begins with, it is no file */
        return media;
    if (parcel->tables && text && delimited_is_one(parcel->name, parcel->http_type))
        return MEDIA_TABLE;
    if (str_starts(bytes, STR("%PDF-")))
        return MEDIA_PDF;
    if (str_starts(bytes, STR("PK\x03\x04")) && office_kind(bytes) != OFFICE_NONE)
        return office_kind(bytes) == OFFICE_DOCX ? MEDIA_DOCX : MEDIA_ODT;
    if ((text || media == MEDIA_PAGE) && feed_is_one(bytes))
        return MEDIA_FEED;
    if (text && page_is_one(bytes))
        return MEDIA_PAGE;
    return text && subtitles_are(bytes) ? MEDIA_SUBTITLES : media;
}

/* Files that hold text, but that nothing here reads: named with the way to their text. */
static bool check_container(struct str name, struct str bytes, int media, struct err *err)
{
    static const struct {
        int media;
        const char *what;
    } promised[] = {{MEDIA_PDF, "PDF"}, {MEDIA_DOCX, ".docx document"}, {MEDIA_ODT, ".odt document"}};
    bool zip = str_starts(bytes, STR("PK\x03\x04")), pdf = str_starts(bytes, STR("%PDF-"));
    if (zip && media != MEDIA_DOCX && media != MEDIA_ODT)
        return err_set(err, ERR_INPUT,
                       "'%.*s' is a ZIP container (xlsx, pptx, epub and such); save it as plain text first",
                       STR_ARG(name));
    if (str_starts(bytes, STR("{\\rtf")))
        return err_set(err, ERR_INPUT, "'%.*s' is RTF; save it as .docx, .odt or plain text first", STR_ARG(name));
    for (size_t i = 0; i < sizeof(promised) / sizeof(promised[0]); i++)
        if (media == promised[i].media && !(media == MEDIA_PDF ? pdf : zip))
            return err_set(err, ERR_INPUT, "'%.*s' is no %s, though it is called one; if it is text, name it .txt",
                           STR_ARG(name), promised[i].what);
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
    if (!markdown_text(str_slice(text, skip, text.len), limits_for(parcel), arena, &received->text, err))
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

/* Formats whose reader makes all of it. */
static bool make_read(const struct parcel *parcel, const struct charset *charset, struct arena *arena,
                      struct received *received, struct err *err)
{
    int media = received->document.media;
    struct reader reader = {.read = office_parse, .open = office_open, .limits = limits_for(parcel)};
    if (media == MEDIA_SUBTITLES || media == MEDIA_TABLE)
        reader = (struct reader){.read = media == MEDIA_TABLE ? delimited_parse : subtitles_parse,
                                 .charset = charset,
                                 .limits = reader.limits};
    bool ok = media == MEDIA_PDF ? pdf_read(parcel->bytes, reader.limits, arena, &received->reading, err)
                                 : reader_run(&reader, parcel->bytes, arena, &received->reading, err);
    if (ok && is_blank(received->reading.text))
        ok = err_set(err, ERR_INPUT, "it has no text");
    if (!ok)
        return err_wrap(err, "'%.*s'", STR_ARG(parcel->name));
    received->text = received->reading.text;
    describe(&received->document, &received->reading);
    return true;
}

static bool make_page(const struct parcel *parcel, const struct charset *charset, struct arena *arena,
                      struct received *received, struct err *err)
{
    struct page_options options = {.whole = parcel->whole, .limits = limits_for(parcel)};
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
        if (!plain_read(parcel->bytes, charset, limits_for(parcel), arena, &received->reading, err))
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

/* Those that are packed say themselves in which encoding they are; all others are asked. */
static bool is_packed(int media)
{
    return media == MEDIA_PDF || media == MEDIA_DOCX || media == MEDIA_ODT || media == MEDIA_MAIL;
}

static bool find_charset(const struct parcel *parcel, int media, struct charset *ret, struct err *err)
{
    struct charset_hints hints = {parcel->charset, parcel->http_charset, media == MEDIA_PAGE || media == MEDIA_FEED,
                                  parcel->limits};
    if (media == MEDIA_STATEMENT && !check_typed(parcel, err))
        return false;
    return is_packed(media) || charset_find(parcel->bytes, &hints, ret, err) ||
           err_wrap(err, "'%.*s'", STR_ARG(parcel->name));
}

static bool make_text(const struct parcel *parcel, struct arena *arena, struct received *received, struct err *err);

/* "Ada Example <ada@example.org>": the name, or else the address. */
static struct str sender(struct str from)
{
    size_t open = str_find(from, STR("<"), 0);
    struct str name = str_trim(str_slice(from, 0, open));
    if (name.len > 1 && name.ptr[0] == '"' && name.ptr[name.len - 1] == '"')
        name = str_trim(str_slice(name, 1, name.len - 1));
    return name.len > 0 ? name : from;
}

/* What was taken apart leads back to no place in the bytes as received. */
static void forget_places(struct reading *reading)
{
    reading->segment_count = 0;
    for (size_t i = 0; i < reading->block_count; i++)
        reading->block[i].origin = reading->block[i].origin_end = 0;
}

static void note_attached(struct reading *reading, size_t attached, struct arena *arena)
{
    if (attached > 0)
        reading->note = arena_printf(arena, "%.*s%s%zu attachment%s not read", STR_ARG(reading->note),
                                     reading->note.ptr ? "; " : "", attached, attached == 1 ? " is" : "s are");
}

static void describe_mail(const struct mail *mail, struct arena *arena, struct document *document)
{
    struct str date = mail->date.ptr ? page_date_read(mail->date, arena) : STR_NULL;
    if (!mail->page || !document->title.ptr)
        document->title = mail->subject;
    if (!mail->page && mail->from.ptr)
        document->author = sender(mail->from);
    if (!mail->page)
        document->published = date;
    if (mail->page && fetch_is_address(mail->url))
        document->url = mail->url;
}

/* The body is read as what it is; a mail in HTML is all text, a saved page is read for its article. */
static bool make_mail(const struct parcel *parcel, struct arena *arena, struct received *received, struct err *err)
{
    struct mail mail;
    if (!mail_read(parcel->bytes, limits_for(parcel), arena, &mail, err))
        return err_wrap(err, "'%.*s'", STR_ARG(parcel->name));
    struct parcel body = *parcel;
    struct received inner = {.document.media = mail.html ? MEDIA_PAGE : MEDIA_TEXT};
    body.media = inner.document.media;
    body.bytes = inner.bytes = mail.body;
    body.http_charset = mail.charset;
    body.whole = parcel->whole || !mail.page;
    if (!make_text(&body, arena, &inner, err))
        return false;
    forget_places(&inner.reading);
    if (str_eq(inner.reading.charset_from, STR("HTTP header")))
        inner.reading.charset_from = STR("mail header");
    note_attached(&inner.reading, mail.attached, arena);
    describe_mail(&mail, arena, &inner.document);
    inner.document.media = MEDIA_MAIL;
    inner.bytes = parcel->bytes;
    *received = inner;
    return true;
}

static bool make_text(const struct parcel *parcel, struct arena *arena, struct received *received, struct err *err)
{
    struct charset charset = {0};
    int media = received->document.media;
    if (!find_charset(parcel, media, &charset, err))
        return false;
    if (media == MEDIA_MAIL)
        return make_mail(parcel, arena, received, err);
    if (media == MEDIA_PAGE ? !make_page(parcel, &charset, arena, received, err)
        : is_packed(media) || media == MEDIA_SUBTITLES || media == MEDIA_TABLE
            ? !make_read(parcel, &charset, arena, received, err)
            : !make_plain(parcel, &charset, arena, received, err))
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

/* What is known of a document once it is read. */
static void identify(struct received *received, struct str name, struct arena *arena)
{
    struct digest sha256 = digest_of(received->bytes), id = digest_of(received->text);
    received->document.name = readable_name(name, arena);
    received->document.sha256 = digest_hex(arena, &sha256);
    received->document.id = digest_hex(arena, &id);
    received->document.bytes = (int64_t)received->bytes.len;
}

static bool refuse_ending(struct str name, struct err *err)
{
    return err_set(err, ERR_INPUT,
                   "'%.*s' is no document that assay knows (" INTAKE_ENDINGS
                   "); if it is plain text all the same, read "
                   "it from standard input: assay … - < FILE",
                   STR_ARG(name));
}

/* Each entry is a document: the bytes are its part of the feed. One without text is named, and left out. */
static bool make_feed(const struct parcel *parcel, struct arena *arena, struct received **ret, size_t *ret_count,
                      struct err *err)
{
    struct charset charset = {0};
    struct feed_reading *entry = NULL;
    size_t count = 0;
    if (!find_charset(parcel, MEDIA_FEED, &charset, err))
        return false;
    if (!feed_read(parcel->bytes, &charset, limits_for(parcel), arena, &entry, &count, err))
        return err_wrap(err, "'%.*s'", STR_ARG(parcel->name));
    struct received *all = arena_alloc(arena, count * sizeof(*all));
    for (size_t i = 0; i < count; i++) {
        struct received *one = &all[i];
        struct str name = arena_printf(arena, "%.*s, entry %zu", STR_ARG(parcel->name), i + 1);
        one->document.media = MEDIA_FEED;
        one->reading = entry[i].reading;
        one->reading.charset = str_from(charset.name);
        one->reading.charset_from = str_from(charset.found);
        one->bytes = str_slice(parcel->bytes, entry[i].start, entry[i].end);
        one->text = one->reading.text;
        describe(&one->document, &one->reading);
        if (one->reading.failure.ptr)
            one->document.name = readable_name(name, arena);
        else
            identify(one, name, arena);
    }
    *ret = all;
    *ret_count = count;
    return true;
}

bool intake_parcels(const struct parcel *parcel, struct arena *arena, struct received **ret, size_t *ret_count,
                    struct err *err)
{
    struct str name = parcel->name, bytes = parcel->bytes;
    struct received received = {.bytes = bytes};
    if (!check_size(name, bytes, limits_for(parcel), err))
        return false;
    int media = received.document.media = media_of(parcel);
    if (media != MEDIA_STATEMENT && !check_container(name, bytes, media, err))
        return false;
    if (media < 0)
        return refuse_ending(name, err);
    if (media == MEDIA_FEED)
        return make_feed(parcel, arena, ret, ret_count, err);
    if (!make_text(parcel, arena, &received, err))
        return false;
    identify(&received, name, arena);
    *ret = arena_alloc(arena, sizeof(**ret));
    **ret = received;
    *ret_count = 1;
    return true;
}

/* The one document that it is. */
static bool only_one(struct str name, struct received *all, size_t count, struct received *ret, struct err *err)
{
    if (count != 1 || all[0].reading.failure.ptr)
        return err_set(err, ERR_INPUT, "'%.*s' is a feed; take its entries in with: assay extract", STR_ARG(name));
    *ret = all[0];
    return true;
}

bool intake_bytes(struct str name, int media, struct str bytes, struct arena *arena, struct received *ret,
                  struct err *err)
{
    struct parcel parcel = {.name = name, .media = media, .bytes = bytes};
    struct received *all = NULL;
    size_t count = 0;
    return intake_parcels(&parcel, arena, &all, &count, err) && only_one(name, all, count, ret, err);
}

bool intake_read_all(const struct intake_source *source, const char *path, const struct parcel *how,
                     struct arena *arena, struct received **ret, size_t *ret_count, struct err *err)
{
    struct parcel parcel = how ? *how : (struct parcel){0};
    parcel.name = str_from(path);
    parcel.media = intake_media(parcel.name);
    return source->read(source->ctx, path, limits_for(&parcel)->document_bytes, arena, &parcel.bytes, err) &&
           intake_parcels(&parcel, arena, ret, ret_count, err);
}

bool intake_read(const struct intake_source *source, const char *path, struct arena *arena, struct received *ret,
                 struct err *err)
{
    struct received *all = NULL;
    size_t count = 0;
    return intake_read_all(source, path, NULL, arena, &all, &count, err) &&
           only_one(str_from(path), all, count, ret, err);
}
