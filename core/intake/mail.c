/* Mails and saved pages, taken apart by GMime, which is loaded when there is one to read. */
#include "core/intake/mail.h"

#include <dlfcn.h>
#include <iconv.h>
#include <string.h>
#include <sys/types.h>

#include "core/intake/sandbox.h"

#define LIBRARY "libgmime-3.0.so.0"

enum { DEPTH_MOST = 30 /* parts inside parts */ };

/* How a GByteArray begins. */
struct byte_array {
    const char *data;
    unsigned len;
};

/*
 * What is used of GMime 3, in its own words; its objects are opaque here, so that its headers are not needed to build.
 */
struct gmime {
    void (*init)(void);
    void *(*stream_of)(const char *bytes, size_t length);
    void *(*parser_of)(void *stream);
    void *(*message_of)(void *parser, void *options);
    void *(*body_of)(void *message);
    const char *(*header)(void *object, const char *name);
    size_t (*multipart_type)(void);
    size_t (*part_type)(void);
    int (*is_a)(void *object, size_t type);
    int (*count)(void *multipart);
    void *(*part)(void *multipart, int index);
    void *(*content_type)(void *object);
    int (*is_type)(void *content_type, const char *type, const char *subtype);
    const char *(*parameter)(void *content_type, const char *name);
    int (*is_attachment)(void *part);
    void *(*content)(void *part);
    void *(*stream)(void);
    ssize_t (*write)(void *content, void *stream);
    const struct byte_array *(*bytes)(void *stream);
    void (*unref)(void *object);
};

static bool load(struct gmime *api)
{
    const struct {
        void *to;
        const char *name;
    } names[] = {
        {&api->init, "g_mime_init"},
        {&api->stream_of, "g_mime_stream_mem_new_with_buffer"},
        {&api->parser_of, "g_mime_parser_new_with_stream"},
        {&api->message_of, "g_mime_parser_construct_message"},
        {&api->body_of, "g_mime_message_get_mime_part"},
        {&api->header, "g_mime_object_get_header"},
        {&api->multipart_type, "g_mime_multipart_get_type"},
        {&api->part_type, "g_mime_part_get_type"},
        {&api->is_a, "g_type_check_instance_is_a"},
        {&api->count, "g_mime_multipart_get_count"},
        {&api->part, "g_mime_multipart_get_part"},
        {&api->content_type, "g_mime_object_get_content_type"},
        {&api->is_type, "g_mime_content_type_is_type"},
        {&api->parameter, "g_mime_content_type_get_parameter"},
        {&api->is_attachment, "g_mime_part_is_attachment"},
        {&api->content, "g_mime_part_get_content"},
        {&api->stream, "g_mime_stream_mem_new"},
        {&api->write, "g_mime_data_wrapper_write_to_stream"},
        {&api->bytes, "g_mime_stream_mem_get_byte_array"},
        {&api->unref, "g_object_unref"},
    };
    void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_NOLOAD);
    for (size_t i = 0; library && i < sizeof(names) / sizeof(names[0]); i++) {
        void *found = dlsym(library, names[i].name); /* those of GLib, too, which it brings along */
        memcpy(names[i].to, &found, sizeof(found));
        if (!found)
            return false;
    }
    return library != NULL;
}

/* Headers are converted by iconv, whose tables are files: those that headers are mostly in are opened while that is so. */
void mail_open(struct mail_tables *ret)
{
    static const char *const usual[MAIL_TABLES] = {"ISO-8859-1",   "WINDOWS-1252", "ISO-8859-15", "ISO-8859-2",
                                                   "WINDOWS-1251", "KOI8-R",       "GB18030",     "BIG5",
                                                   "SHIFT_JIS",    "ISO-2022-JP",  "EUC-JP",      "EUC-KR"};
    struct gmime api;
    if (dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL) && load(&api)) /* and stays, as the tables do */
        api.init();
    for (size_t i = 0; i < MAIL_TABLES; i++)
        ret->table[i] = iconv_open("UTF-8", usual[i]); /* NOLINT: mail_close() closes it */
}

void mail_close(struct mail_tables *tables)
{
    for (size_t i = 0; i < MAIL_TABLES; i++)
        if (tables->table[i] != (iconv_t)-1)
            iconv_close(tables->table[i]);
}

/* ---- inside ---- */

struct search {
    struct gmime api;
    void *best; /* a part */
    bool html;
    size_t attached;
};

static bool is_type(const struct search *search, void *object, const char *type, const char *subtype)
{
    void *content_type = search->api.content_type(object);
    return content_type && search->api.is_type(content_type, type, subtype);
}

/* The first body there is; of alternatives the HTML. Parts that are attached are none. */
static void find_body(struct search *search, void *object, bool alternative, int depth)
{
    const struct gmime *api = &search->api;
    if (!object || depth > DEPTH_MOST)
        return;
    if (api->is_a(object, api->multipart_type())) {
        bool choice = is_type(search, object, "multipart", "alternative");
        int count = api->count(object);
        for (int i = 0; i < count; i++)
            find_body(search, api->part(object, i), choice || (alternative && i == 0), depth + 1);
        return;
    }
    if (!api->is_a(object, api->part_type()) || api->is_attachment(object)) {
        search->attached++;
        return;
    }
    bool html = is_type(search, object, "text", "html") || is_type(search, object, "application", "xhtml+xml");
    bool better = html && !search->html && alternative;
    if ((html || is_type(search, object, "text", "plain")) && (!search->best || better)) {
        search->best = object;
        search->html = html;
    }
}

static struct str header(const struct search *search, void *object, const char *name, struct arena *arena)
{
    struct str value = str_from(search->api.header(object, name));
    return value.ptr && str_trim(value).len > 0 ? arena_str(arena, str_trim(value)) : STR_NULL;
}

static bool take_body(const struct search *search, const struct limits *limits, struct arena *arena, struct mail *mail,
                      struct str *ret_failure)
{
    const struct gmime *api = &search->api;
    void *content = api->content(search->best), *stream = content ? api->stream() : NULL;
    bool ok = content && api->write(content, stream) >= 0;
    struct str body = ok ? (struct str){api->bytes(stream)->data, api->bytes(stream)->len} : STR_NULL;
    struct str charset = str_from(api->parameter(api->content_type(search->best), "charset"));
    if (!ok)
        *ret_failure = STR("its body can't be decoded; save its text and take in that");
    else if (body.len > limits->unpacked_bytes)
        *ret_failure = arena_printf(arena, "its body has more than %zu bytes; --limit unpacked-bytes=N takes more",
                                    limits->unpacked_bytes);
    ok = ok && body.len <= limits->unpacked_bytes;
    if (ok) {
        mail->body = arena_str(arena, body.ptr ? body : STR(""));
        mail->charset = charset.ptr ? arena_str(arena, charset) : STR_NULL;
    }
    if (stream)
        api->unref(stream);
    return ok;
}

static bool take_message(const struct search *search, void *message, const struct limits *limits, struct arena *arena,
                         struct mail *ret, struct str *ret_failure)
{
    struct mail mail = {.html = search->html, .attached = search->attached};
    mail.subject = header(search, message, "Subject", arena);
    mail.from = header(search, message, "From", arena);
    mail.date = header(search, message, "Date", arena);
    mail.url = header(search, message, "Snapshot-Content-Location", arena); /* Chromium's */
    if (!mail.url.ptr && mail.html)
        mail.url = header(search, search->best, "Content-Location", arena);
    mail.page = mail.html && mail.url.ptr;
    if (!take_body(search, limits, arena, &mail, ret_failure))
        return false;
    *ret = mail;
    return true;
}

bool mail_parse(struct str bytes, const struct limits *limits, struct arena *arena, struct mail *ret,
                struct str *ret_failure)
{
    struct search search = {.best = NULL};
    if (!load(&search.api)) {
        *ret_failure = STR("GMime, which takes mails apart, is missing; install it (Debian: libgmime-3.0-0)");
        return false;
    }
    void *stream = search.api.stream_of(bytes.ptr, bytes.len), *parser = search.api.parser_of(stream);
    void *message = search.api.message_of(parser, NULL);
    if (message)
        find_body(&search, search.api.body_of(message), false, 0);
    bool ok = search.best && take_message(&search, message, limits, arena, ret, ret_failure);
    if (!search.best)
        *ret_failure = STR("it is no mail with a text, nor a web page that a browser saved");
    if (message)
        search.api.unref(message);
    search.api.unref(parser);
    search.api.unref(stream);
    return ok;
}

/* ---- the sandbox ---- */

static const size_t texts[] = {offsetof(struct mail, body),    offsetof(struct mail, charset),
                               offsetof(struct mail, subject), offsetof(struct mail, from),
                               offsetof(struct mail, date),    offsetof(struct mail, url)};
enum { TEXT_COUNT = sizeof(texts) / sizeof(texts[0]) };

static struct str *text_at(struct mail *mail, size_t i)
{
    return (struct str *)(void *)((char *)mail + texts[i]);
}

struct mail_job {
    struct str bytes;
    const struct limits *limits;
    struct mail_tables tables;
};

/* The failure first; it is empty where there is none. */
static void work(void *ctx, struct buf *answer)
{
    struct mail_job *job = ctx;
    struct arena arena = {0};
    struct mail mail = {0};
    struct str failure = STR_NULL, flags;
    char flag[3];
    if (!mail_parse(job->bytes, job->limits, &arena, &mail, &failure)) {
        sandbox_say(answer, failure);
        return;
    }
    sandbox_say(answer, STR_NULL);
    flag[0] = mail.html ? 'h' : 't';
    flag[1] = mail.page ? 'p' : 'm';
    flag[2] = mail.attached < 200 ? (char)(mail.attached + 32) : '\xFF';
    flags = (struct str){flag, sizeof(flag)};
    sandbox_say(answer, flags);
    for (size_t i = 0; i < TEXT_COUNT; i++)
        sandbox_say(answer, *text_at(&mail, i));
}

static bool hear(struct str answer, struct arena *arena, struct mail *ret, struct err *err)
{
    struct mail mail = {0};
    struct str failure, flags;
    bool ok = sandbox_hear(&answer, &failure);
    if (ok && failure.ptr)
        return err_set(err, ERR_INPUT, "%.*s", STR_ARG(failure));
    ok = ok && sandbox_hear(&answer, &flags) && flags.len == 3;
    for (size_t i = 0; ok && i < TEXT_COUNT; i++) {
        ok = sandbox_hear(&answer, text_at(&mail, i));
        *text_at(&mail, i) = arena_str(arena, *text_at(&mail, i));
    }
    if (!ok || !mail.body.ptr)
        return err_set(err, ERR_INPUT, "its reader gave an answer that makes no sense; save its text and take in that");
    mail.html = flags.ptr[0] == 'h';
    mail.page = flags.ptr[1] == 'p';
    mail.attached = (size_t)(unsigned char)flags.ptr[2] - 32;
    *ret = mail;
    return true;
}

static void open_all(void *ctx)
{
    mail_open(&((struct mail_job *)ctx)->tables);
}

bool mail_read(struct str bytes, const struct limits *limits, struct arena *arena, struct mail *ret, struct err *err)
{
    struct mail_job job = {.bytes = bytes, .limits = limits};
    struct sandbox_job child = {open_all, work, &job};
    struct sandbox_limits room = sandbox_limits_of(limits, LIMIT_DOCUMENT_BYTES);
    struct buf answer = {0};
    bool ok = sandbox_run(&child, &room, &answer, err) && hear(buf_view(&answer), arena, ret, err);
    buf_release(&answer);
    return ok;
}
