/* Getting one document, from a file or the web. */
#include "cmd/receive.h"

#include "core/base/limits.h"
#include "core/intake/archive.h"
#include "core/intake/charset.h"
#include "core/intake/fetch.h"
#include "core/intake/http.h"
#include "core/record/reception.h"

static bool charset_known(struct str name, struct err *err)
{
    struct charset charset;
    struct arena arena = {0};
    if (!name.ptr || charset_by_name(name, &charset))
        return true;
    err_set(err, ERR_USAGE, "there is no character encoding '%.*s'; there are %s", STR_ARG(name),
            charset_names(&arena).ptr);
    arena_release(&arena);
    return false;
}

bool receive_check(const struct receive_options *options, struct err *err)
{
    return charset_known(options->charset, err);
}

/* A character encoding that was guessed, bytes that are no characters, a limit that bit. */
static void say_of_reading(struct invocation *run, const struct received *received)
{
    const struct reading *reading = &received->reading;
    struct str name = received->document.name;
    if (str_eq(reading->charset_from, STR("guess")))
        say(run, "%.*s: read as %.*s, which is a guess from its bytes; --charset NAME says otherwise", STR_ARG(name),
            STR_ARG(reading->charset));
    if (reading->note.ptr)
        say(run, "%.*s: %.*s", STR_ARG(name), STR_ARG(reading->note));
}

/* Where it stands is where it was found; the page's own word for its address counts on the same host only. */
static void note_answer(struct delivery *delivery, const struct fetched *fetched)
{
    struct document *document = &delivery->received.document;
    struct reception *reception = &delivery->reception;
    if (!document->url.ptr ||
        !(document->media == MEDIA_FEED || str_eq_nocase(http_host(document->url), http_host(fetched->url))))
        document->url = fetched->url;
    reception->url = fetched->url;
    reception->status = fetched->status;
    reception->headers = fetched->headers;
    reception->etag = fetched->etag;
    reception->last_modified = fetched->last_modified;
}

static void add_note(struct delivery *delivery, struct str note, struct arena *arena)
{
    struct str before = delivery->reception.note;
    if (note.ptr)
        delivery->reception.note =
            arena_printf(arena, "%.*s%s%.*s", STR_ARG(before), before.ptr ? "; " : "", STR_ARG(note));
}

/* A copy in an archive is a copy of the page that it names, and was found there. */
static void note_archive(struct delivery *delivery, const struct fetched *fetched, struct arena *arena)
{
    struct str original, date, url = fetched->url;
    if (archive_is_copy(url, arena, &original, &date)) {
        delivery->received.document.url = original;
        if (!delivery->reception.archive_url.ptr)
            delivery->reception.archive_url = url;
    } else {
        add_note(delivery, archive_note(fetched->headers, arena), arena);
    }
}

/* Headers are bytes; what is kept of them is text. */
static struct str text_of(struct str bytes, struct arena *arena)
{
    struct charset latin;
    struct charset_text text = {0};
    if (!bytes.ptr)
        return STR_NULL;
    charset_by_name(STR("utf-8"), &latin);
    charset_convert(&latin, NULL, bytes, &text);
    struct str copy = arena_str(arena, buf_view(&text.text));
    charset_text_release(&text);
    return copy;
}

struct receiving {
    struct receive_how how;
    struct arena *arena;
    struct parcel parcel;
    struct limits limits;
    struct fetched fetched;
    struct received *received;
    size_t count;
    int64_t known;
};

static struct fetch_request request_of(const struct receiving *receiving)
{
    const struct receive_how *how = &receiving->how;
    struct fetch_request request = {
        .url = receiving->parcel.name,
        .allow_private = how->options->allow_private,
        .most_bytes = receiving->limits.fetch_bytes,
        .most_header_bytes = receiving->limits.fetch_header_bytes,
        .most_redirects = (unsigned)receiving->limits.fetch_redirects,
        .seconds = (unsigned)receiving->limits.fetch_seconds,
        .connect_seconds = (unsigned)receiving->limits.fetch_connect_seconds,
        .stall_seconds = (unsigned)receiving->limits.fetch_stall_seconds,
        .before = how->before,
        .before_ctx = how->before_ctx,
    };
    request.any_status = how->source;
    request.is_public = how->is_public;
    if (how->known) {
        request.etag = how->known->etag;
        request.last_modified = how->known->last_modified;
    }
    return request;
}

/* Limits that were set are noted with the document: without them it might not have come in. */
static void note_limits(struct delivery *delivery, const struct limits *set, struct arena *arena)
{
    struct str limits = limits_written(set, arena);
    if (!limits.ptr)
        return;
    delivery->tells = true;
    add_note(delivery, arena_printf(arena, "taken in with --limit %.*s", STR_ARG(limits)), arena);
}

/* What it is made out to be; of a source that nothing reads the bytes alone. */
static bool make_out(struct receiving *receiving, struct err *err)
{
    const struct parcel *parcel = &receiving->parcel;
    struct err unread = {0};
    bool source = receiving->how.source;
    if (intake_parcels(parcel, receiving->arena, &receiving->received, &receiving->count, source ? &unread : err))
        return true;
    if (!source)
        return false;
    receiving->received = arena_alloc(receiving->arena, sizeof(*receiving->received));
    receiving->received->document.name = parcel->name;
    receiving->received->bytes = parcel->bytes;
    receiving->received->reading.failure = arena_str(receiving->arena, str_from(unread.msg));
    receiving->count = 1;
    return true;
}

static bool receive_page(struct receiving *receiving, struct arena *arena, struct err *err)
{
    struct parcel *parcel = &receiving->parcel;
    struct fetched *fetched = &receiving->fetched;
    struct fetch_request request = request_of(receiving);
    if (!fetch(&request, arena, fetched, err))
        return false;
    if (fetched->status < 200 || fetched->status > 299) /* a source's, or 304 */
        return true;
    parcel->bytes = fetched->bytes;
    parcel->http_charset = fetched->charset;
    parcel->http_type = fetched->type;
    parcel->media = intake_media_of_type(fetched->type, fetched->url);
    fetched->headers = text_of(fetched->headers, arena);
    fetched->etag = text_of(fetched->etag, arena);
    fetched->last_modified = text_of(fetched->last_modified, arena);
    return make_out(receiving, err);
}

/* The bytes of a file, and whether they are known. */
static bool open_file(struct receiving *receiving, struct err *err)
{
    struct parcel *parcel = &receiving->parcel;
    const struct receive_how *how = &receiving->how;
    struct arena *arena = receiving->arena;
    parcel->media = intake_media(parcel->name);
    if (!intake_files.read(intake_files.ctx, arena_cstr(arena, parcel->name), receiving->limits.document_bytes, arena,
                           &parcel->bytes, err))
        return false;
    if (!how->is_known)
        return true;
    struct digest sha256 = digest_of(parcel->bytes);
    return how->is_known(how->is_known_ctx, digest_hex(arena, &sha256), &receiving->known, err);
}

static void deliver(const struct received *received, const struct receiving *receiving, struct delivery *delivery)
{
    const struct receive_options *options = receiving->how.options;
    const struct reading *reading = &received->reading;
    struct reception *reception = &delivery->reception;
    bool web = receiving->fetched.status > 0;
    delivery->received = *received;
    reception->name = received->document.name;
    reception->archive_url = options->archive_url;
    reception->charset = reading->charset;
    reception->charset_from = reading->charset_from;
    reception->language = reading->language;
    reception->modified = reading->modified;
    reception->note = reading->note;
    reception->whole_page = options->whole_page;
    if (receiving->how.known)
        reception->previous = receiving->how.known->document;
    delivery->tells =
        web || options->again || options->archive_url.ptr || reading->block_count > 0 || reading->segment_count > 0;
    if (web)
        note_answer(delivery, &receiving->fetched);
}

bool receive_begin(struct str name, const struct receive_how *how, struct arena *arena, struct receiving **ret,
                   struct err *err)
{
    struct receiving *receiving = arena_alloc(arena, sizeof(*receiving));
    receiving->how = *how;
    receiving->arena = arena;
    receiving->limits = limits_of(&how->options->limits);
    receiving->parcel = (struct parcel){.name = arena_str(arena, name),
                                        .limits = &receiving->limits,
                                        .charset = how->options->charset,
                                        .whole = how->options->whole_page,
                                        .tables = how->source};
    if (!fetch_is_address(name) && !open_file(receiving, err))
        return false;
    *ret = receiving;
    return true;
}

bool receive_read(struct receiving *receiving, struct err *err)
{
    if (fetch_is_address(receiving->parcel.name))
        return receive_page(receiving, receiving->arena, err);
    return receiving->known > 0 || make_out(receiving, err);
}

void receive_end(struct invocation *run, struct receiving *receiving, struct deliveries *ret)
{
    struct arena *arena = receiving->arena;
    struct deliveries all = {.count = receiving->count,
                             .unchanged = receiving->fetched.status == 304,
                             .known = receiving->known,
                             .status = receiving->fetched.status,
                             .url = receiving->fetched.url};
    all.delivery = arena_alloc(arena, all.count * sizeof(*all.delivery));
    for (size_t i = 0; i < all.count; i++) {
        deliver(&receiving->received[i], receiving, &all.delivery[i]);
        if (receiving->fetched.status > 0)
            note_archive(&all.delivery[i], &receiving->fetched, arena);
        note_limits(&all.delivery[i], &receiving->how.options->limits, arena);
        say_of_reading(run, &receiving->received[i]);
    }
    *ret = all;
}

bool receive(struct invocation *run, struct str name, const struct receive_how *how, struct arena *arena,
             struct deliveries *ret, struct err *err)
{
    struct receiving *receiving = NULL;
    if (!receive_begin(name, how, arena, &receiving, err) || !receive_read(receiving, err))
        return false;
    receive_end(run, receiving, ret);
    return true;
}
