/* Reads and writes documents as lines of JSON; for the filter, extract and import. */
#include "cmd/texts.h"

#include <nettle/base64.h>

#include "cmd/jsonout.h"
#include "cmd/options.h"
#include "core/base/clock.h"
#include "core/base/utf8.h"

#define TEXT(name, type, member, names)                                                                                \
    {                                                                                                                  \
        name, type, offsetof(struct text_record, member), names                                                        \
    }

/* What a document's line holds. */
static const struct field printed[] = {
    TEXT("line", FIELD_INTEGER, line, NULL),
    TEXT("document", FIELD_TEXT, id, NULL),
    TEXT("name", FIELD_TEXT, document.name, NULL),
    TEXT("media", FIELD_NAME, document.media, &document_medias),
    TEXT("title", FIELD_TEXT, document.title, NULL),
    TEXT("author", FIELD_TEXT, document.author, NULL),
    TEXT("publisher", FIELD_TEXT, document.publisher, NULL),
    TEXT("url", FIELD_TEXT, document.url, NULL),
    TEXT("published", FIELD_TEXT, document.published, NULL),
    TEXT("claims", FIELD_INTEGER, claims, NULL),
    TEXT("text", FIELD_TEXT, text, NULL),
    TEXT("received", FIELD_TEXT, received, NULL),
};
enum { PRINTED = sizeof(printed) / sizeof(printed[0]) };
static const struct field layout_field = TEXT("layout", FIELD_TEXT, layout, NULL);

/* Bytes that are no text go as base64 (RFC 4648). */
static void add_base64(struct buf *out, struct str bytes)
{
    size_t length = BASE64_ENCODE_RAW_LENGTH(bytes.len);
    buf_str(out, STR(",\"received_base64\":\""));
    buf_reserve(out, length);
    base64_encode_raw(out->ptr + out->len, bytes.len, (const uint8_t *)bytes.ptr);
    out->len += length;
    buf_char(out, '"');
}

static bool read_base64(struct str text, struct arena *arena, struct str *ret)
{
    struct base64_decode_ctx decoder;
    size_t length = BASE64_DECODE_LENGTH(text.len);
    uint8_t *bytes = arena_take(arena, length + 1);
    base64_decode_init(&decoder);
    if (!base64_decode_update(&decoder, &length, bytes, text.len, text.ptr) || !base64_decode_final(&decoder))
        return false;
    *ret = (struct str){(const char *)bytes, length};
    return true;
}

bool text_is_json(struct str line)
{
    line = str_trim(line);
    return line.len > 1 && line.ptr[0] == '{' && str_trim(str_slice(line, 1, line.len)).ptr[0] == '"';
}

static struct str member(const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    return (struct str){json_string_value(value), json_string_length(value)};
}

/* A member that is there must be a string. */
static bool check_strings(const json_t *object, struct err *err)
{
    static const char *const names[] = {"id", "text", "date", "url", "title"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        const json_t *value = json_object_get(object, names[i]);
        if (value && !json_is_string(value) && !json_is_null(value))
            return err_set(err, ERR_INPUT, "has a '%s' that is no string", names[i]);
    }
    return true;
}

static bool check_document(const struct text_document *read, struct err *err)
{
    const struct document *document = &read->document;
    if (!read->text.ptr)
        return err_set(err, ERR_INPUT, "is JSON without a 'text'");
    if (document->published.ptr && !date_valid(document->published))
        return err_set(err, ERR_INPUT, "has a 'date' that is none (2025, 2025-02 or 2025-02-12)");
    if (document->url.ptr && url_fault(document->url))
        return err_set(err, ERR_INPUT, "has a bad 'url': %s", url_fault(document->url));
    return true;
}

bool text_read(struct str line, struct text_document *ret, json_t **ret_json, struct err *err)
{
    json_error_t fault;
    json_t *json = json_loadb(line.ptr, line.len, 0, &fault);
    if (!json)
        return err_set(err, ERR_INPUT, "is not JSON at byte %d (%s)", fault.position, fault.text);
    struct text_document read = {.id = member(json, "id"), .text = member(json, "text")};
    read.document = (struct document){.name = read.id,
                                      .media = MEDIA_TEXT,
                                      .title = member(json, "title"),
                                      .url = member(json, "url"),
                                      .published = member(json, "date")};
    if (!check_strings(json, err) || !check_document(&read, err)) {
        json_decref(json);
        return false;
    }
    *ret = read;
    *ret_json = json;
    return true;
}

void text_add(struct buf *out, const struct text_record *record)
{
    size_t bad;
    bool is_text = utf8_valid(record->received, &bad);
    size_t first = record->line > 0 ? 0 : 1, end = record->received.ptr && is_text ? PRINTED : PRINTED - 1;
    buf_char(out, '{');
    for (size_t i = first; i < end; i++)
        json_add_field(out, &printed[i], record);
    if (!is_text)
        add_base64(out, record->received);
    if (record->reception) {
        buf_str(out, STR(",\"reception\":{"));
        json_add_fields(out, &reception_fields, record->reception);
        buf_char(out, '}');
    }
    if (record->layout.ptr)
        json_add_field(out, &layout_field, record);
    buf_str(out, STR("}\n"));
}

/* What the bytes as received were, and how they came in. */
static bool read_received(const json_t *json, struct arena *arena, struct text_record *ret, struct err *err)
{
    struct str base64 = member(json, "received_base64");
    const json_t *told = json_object_get(json, "reception");
    ret->received = arena_str(arena, member(json, "received"));
    ret->layout = arena_str(arena, member(json, "layout"));
    if (base64.ptr && !read_base64(base64, arena, &ret->received))
        return err_set(err, ERR_INPUT, "its 'received_base64' is no base64");
    if (!json_is_object(told))
        return true;
    struct reception *reception = arena_alloc(arena, sizeof(*reception));
    if (!record_from_json(&reception_fields, told, arena, reception, err))
        return false;
    if (!reception->name.ptr || (reception->at.ptr && !timestamp_valid(reception->at)))
        return err_set(err, ERR_INPUT, "its 'reception' has no name, or a time that is none");
    ret->reception = reception;
    return true;
}

bool text_record_from_line(struct str line, struct arena *arena, struct text_record *ret)
{
    size_t at = 0, first = str_starts(line, STR("{\"line\":")) ? 0 : 1;
    const struct fields always = {printed + first, PRINTED - 1 - first}, received = {printed + PRINTED - 1, 1};
    struct text_record read = {0};
    if (!record_from_line(&always, line, &at, arena, &read) ||
        (at + 1 < line.len && !record_from_line(&received, line, &at, arena, &read)))
        return false;
    if (at + 1 != line.len || line.ptr[at] != '}' || !read.text.ptr ||
        (read.document.published.ptr && !date_valid(read.document.published)))
        return false;
    *ret = read;
    return true;
}

void text_record_keep(struct text_record *record, struct arena *arena)
{
    const struct fields fields = {printed, PRINTED};
    record_keep(&fields, record, arena);
}

bool text_record_read(const json_t *json, struct arena *arena, struct text_record *ret, struct err *err)
{
    struct text_record read = {
        .id = arena_str(arena, member(json, "document")),
        .text = arena_str(arena, member(json, "text")),
        .line = json_integer_value(json_object_get(json, "line")),
        .claims = json_integer_value(json_object_get(json, "claims")),
    };
    struct document document = {0};
    if (!read.text.ptr || !json_is_integer(json_object_get(json, "claims")))
        return err_set(err, ERR_INPUT, "it has no 'text', or does not say how many 'claims' follow");
    if (!record_from_json(&document_fields, json, arena, &document, err) || !read_received(json, arena, &read, err))
        return false;
    if (document.published.ptr && !date_valid(document.published))
        return err_set(err, ERR_INPUT, "its 'published' is no date");
    read.document = (struct document){.name = document.name,
                                      .media = document.media,
                                      .title = document.title,
                                      .author = document.author,
                                      .publisher = document.publisher,
                                      .url = document.url,
                                      .published = document.published};
    *ret = read;
    return true;
}
