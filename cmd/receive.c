/* Getting one document, from a file or the web. */
#include "cmd/receive.h"

#include "core/base/limits.h"
#include "core/intake/charset.h"
#include "core/intake/fetch.h"
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
    if (options->max_bytes > (int64_t)LIMIT_DOCUMENT_BYTES)
        return err_set(err, ERR_USAGE, "--max-bytes takes at most %zu", LIMIT_DOCUMENT_BYTES);
    if (options->max_seconds > 3600)
        return err_set(err, ERR_USAGE, "--max-seconds takes at most 3600");
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

/* The host of an address, port and all, to compare by. */
static struct str host_of(struct str url)
{
    size_t start = str_find(url, STR("://"), 0) + 3;
    if (start > url.len)
        return STR("");
    struct str rest = str_slice(url, start, url.len);
    return str_split(&rest, '/');
}

/* Where it stands is where it was found; the page's own word for its address counts on the same host only. */
static void note_answer(struct delivery *delivery, const struct fetched *fetched)
{
    struct document *document = &delivery->received.document;
    struct reception *reception = &delivery->reception;
    if (!document->url.ptr ||
        !(document->media == MEDIA_FEED || str_eq_nocase(host_of(document->url), host_of(fetched->url))))
        document->url = fetched->url;
    reception->url = fetched->url;
    reception->status = fetched->status;
    reception->headers = fetched->headers;
    reception->etag = fetched->etag;
    reception->last_modified = fetched->last_modified;
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

struct fetching {
    const struct receive_options *options;
    const struct reception *known;
    struct fetched fetched;
    struct received *received;
    size_t count;
};

static bool receive_page(const char *argument, struct fetching *fetching, struct arena *arena, struct err *err)
{
    const struct receive_options *options = fetching->options;
    struct fetched *fetched = &fetching->fetched;
    struct fetch_request request = {.url = str_from(argument), .allow_private = options->allow_private};
    struct parcel parcel = {.name = request.url, .charset = options->charset, .whole = options->whole_page};
    request.most_bytes = (size_t)options->max_bytes;
    request.seconds = (unsigned)options->max_seconds;
    if (fetching->known) {
        request.etag = fetching->known->etag;
        request.last_modified = fetching->known->last_modified;
    }
    if (!fetch(&request, arena, fetched, err))
        return false;
    if (fetched->status == 304)
        return true;
    parcel.bytes = fetched->bytes;
    parcel.http_charset = fetched->charset;
    parcel.media = intake_media_of_type(fetched->type, fetched->url);
    fetched->headers = text_of(fetched->headers, arena);
    fetched->etag = text_of(fetched->etag, arena);
    fetched->last_modified = text_of(fetched->last_modified, arena);
    return intake_parcels(&parcel, arena, &fetching->received, &fetching->count, err);
}

static void deliver(const struct received *received, const struct fetching *fetching, struct delivery *delivery)
{
    const struct receive_options *options = fetching->options;
    const struct reading *reading = &received->reading;
    struct reception *reception = &delivery->reception;
    bool web = fetching->fetched.status > 0;
    delivery->received = *received;
    reception->name = received->document.name;
    reception->archive_url = options->archived;
    reception->charset = reading->charset;
    reception->charset_from = reading->charset_from;
    reception->language = reading->language;
    reception->modified = reading->modified;
    reception->note = reading->note;
    reception->whole_page = options->whole_page;
    if (fetching->known)
        reception->previous = fetching->known->document;
    delivery->tells =
        web || options->again || options->archived.ptr || reading->block_count > 0 || reading->segment_count > 0;
    if (web)
        note_answer(delivery, &fetching->fetched);
}

bool receive(struct invocation *run, const char *argument, const struct receive_options *options,
             const struct reception *known, struct arena *arena, struct deliveries *ret, struct err *err)
{
    struct fetching fetching = {.options = options, .known = known};
    struct parcel how = {.charset = options->charset, .whole = options->whole_page};
    if (!(fetch_is_address(str_from(argument))
              ? receive_page(argument, &fetching, arena, err)
              : intake_read_all(&intake_files, argument, &how, arena, &fetching.received, &fetching.count, err)))
        return false;
    struct deliveries all = {.count = fetching.count, .unchanged = fetching.fetched.status == 304};
    all.delivery = arena_alloc(arena, all.count * sizeof(*all.delivery));
    for (size_t i = 0; i < all.count; i++) {
        deliver(&fetching.received[i], &fetching, &all.delivery[i]);
        say_of_reading(run, &fetching.received[i]);
    }
    *ret = all;
    return true;
}
