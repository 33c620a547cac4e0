/* Fetching by libcurl: one request after the other along the redirects, each with every limit set. */
#include "core/intake/fetch.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/buf.h"
#include "core/base/clock.h"
#include "core/base/limits.h"
#include "core/intake/http.h"

#undef curl_easy_setopt
#undef curl_easy_getinfo

/* ---- the library ---- */

struct curl_api {
    CURLcode (*global_init)(long flags);
    CURL *(*make)(void);
    CURLcode (*set)(CURL *curl, CURLoption option, ...);
    CURLcode (*perform)(CURL *curl);
    CURLcode (*get)(CURL *curl, CURLINFO info, ...);
    void (*end)(CURL *curl);
    struct curl_slist *(*append)(struct curl_slist *list, const char *text);
    void (*free_all)(struct curl_slist *list);
    const char *(*explain)(CURLcode code);
};

/* dlopen() gives the same library each time, so that nothing need be remembered here. */
static bool load(struct curl_api *api, struct err *err)
{
    static const char *const files[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};
    void *library = NULL;
    for (size_t i = 0; !library && i < sizeof(files) / sizeof(files[0]); i++)
        library = dlopen(files[i], RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return err_set(err, ERR_SYSTEM, "libcurl, which fetches pages, is missing; install it (Debian: libcurl4)");
    *(void **)&api->global_init = dlsym(library, "curl_global_init");
    *(void **)&api->make = dlsym(library, "curl_easy_init");
    *(void **)&api->set = dlsym(library, "curl_easy_setopt");
    *(void **)&api->perform = dlsym(library, "curl_easy_perform");
    *(void **)&api->get = dlsym(library, "curl_easy_getinfo");
    *(void **)&api->end = dlsym(library, "curl_easy_cleanup");
    *(void **)&api->append = dlsym(library, "curl_slist_append");
    *(void **)&api->free_all = dlsym(library, "curl_slist_free_all");
    *(void **)&api->explain = dlsym(library, "curl_easy_strerror");
    if (!api->global_init || !api->make || !api->set || !api->perform || !api->get || !api->end || !api->append ||
        !api->free_all || !api->explain || api->global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        return err_set(err, ERR_SYSTEM, "libcurl, which fetches pages, can't be used here; install it anew");
    return true;
}

/* ---- one request ---- */

enum { STALL_BYTES = 100 /* a second: an answer that comes slower than that has stalled */ };

/* Why a transfer was ended from here; libcurl would only say that it was. */
enum stop { STOP_NONE, STOP_BYTES, STOP_HEADERS, STOP_PRIVATE };

struct transfer {
    struct curl_api api;
    CURL *curl;
    const struct fetch_request *request;
    struct arena *arena;
    const char *url; /* of this hop */
    int hop;         /* how many redirects led here */
    size_t most_bytes, most_header_bytes;
    unsigned seconds, connect_seconds, stall_seconds;
    int64_t end_ms;
    struct buf body, headers;
    enum stop stop;
    char address[INET6_ADDRSTRLEN]; /* that was refused */
};

static size_t on_body(char *bytes, size_t size, size_t count, void *ctx)
{
    struct transfer *transfer = ctx;
    size_t length = size * count;
    if (length > transfer->most_bytes - transfer->body.len) {
        transfer->stop = STOP_BYTES;
        return 0; /* less than was given: the end of it */
    }
    buf_add(&transfer->body, bytes, length);
    return length;
}

/* Of interim answers ("100 Continue") only the last one's headers stay. */
static size_t on_header(char *bytes, size_t size, size_t count, void *ctx)
{
    struct transfer *transfer = ctx;
    size_t length = size * count;
    if (length > transfer->most_header_bytes - transfer->headers.len) {
        transfer->stop = STOP_HEADERS;
        return 0; /* less than was given: the end of it */
    }
    if (str_starts((struct str){bytes, length}, STR("HTTP/")))
        buf_clear(&transfer->headers);
    buf_add(&transfer->headers, bytes, length);
    return length;
}

static bool may_connect(struct transfer *transfer, const struct sockaddr *address)
{
    const void *bytes = NULL;
    size_t length = 0;
    if (address->sa_family == AF_INET) {
        bytes = &((const struct sockaddr_in *)(const void *)address)->sin_addr;
        length = 4;
    } else if (address->sa_family == AF_INET6) {
        bytes = &((const struct sockaddr_in6 *)(const void *)address)->sin6_addr;
        length = 16;
    }
    bool (*is_public)(const unsigned char *, size_t) = transfer->request->is_public;
    if (bytes && (is_public ? is_public : fetch_is_public)(bytes, length))
        return true;
    if (bytes && transfer->request->allow_private && transfer->hop == 0)
        return true;
    transfer->stop = STOP_PRIVATE;
    if (!bytes || !inet_ntop(address->sa_family, bytes, transfer->address, sizeof(transfer->address)))
        snprintf(transfer->address, sizeof(transfer->address), "unknown");
    return false;
}

/* The address as it is connected to, after every name and spelling has been resolved. */
static curl_socket_t on_socket(void *ctx, curlsocktype purpose, struct curl_sockaddr *address)
{
    struct transfer *transfer = ctx;
    if (purpose != CURLSOCKTYPE_IPCXN || !may_connect(transfer, &address->addr))
        return CURL_SOCKET_BAD;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static void set_protocols(struct transfer *transfer)
{
#if LIBCURL_VERSION_NUM >= 0x075500
    transfer->api.set(transfer->curl, CURLOPT_PROTOCOLS_STR, "http,https");
    transfer->api.set(transfer->curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
#else
    transfer->api.set(transfer->curl, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
    transfer->api.set(transfer->curl, CURLOPT_REDIR_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

static void set_limits(struct transfer *transfer)
{
    CURLcode (*set)(CURL * curl, CURLoption option, ...) = transfer->api.set;
    CURL *curl = transfer->curl;
    int64_t left = transfer->end_ms - clock_ticks();
    set(curl, CURLOPT_TIMEOUT_MS, (long)(left > 1 ? left : 1));
    set(curl, CURLOPT_CONNECTTIMEOUT_MS, (long)transfer->connect_seconds * 1000);
    set(curl, CURLOPT_LOW_SPEED_LIMIT, (long)STALL_BYTES);
    set(curl, CURLOPT_LOW_SPEED_TIME, (long)transfer->stall_seconds);
    set(curl, CURLOPT_FOLLOWLOCATION, 0L); /* fetch() follows, so that each address is looked at */
    set(curl, CURLOPT_FRESH_CONNECT, 1L);  /* and each socket */
    set(curl, CURLOPT_FORBID_REUSE, 1L);
    set(curl, CURLOPT_NOSIGNAL, 1L);
    set(curl, CURLOPT_PROXY, "");
    set(curl, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    set(curl, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    set(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    set(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    set(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    set(curl, CURLOPT_HTTP09_ALLOWED, 0L);
    set_protocols(transfer);
}

static void set_callbacks(struct transfer *transfer)
{
    CURLcode (*set)(CURL * curl, CURLoption option, ...) = transfer->api.set;
    CURL *curl = transfer->curl;
    set(curl, CURLOPT_WRITEFUNCTION, on_body);
    set(curl, CURLOPT_WRITEDATA, transfer);
    set(curl, CURLOPT_HEADERFUNCTION, on_header);
    set(curl, CURLOPT_HEADERDATA, transfer);
    set(curl, CURLOPT_OPENSOCKETFUNCTION, on_socket);
    set(curl, CURLOPT_OPENSOCKETDATA, transfer);
}

/* A header whose value came from outside once; one with a line's end in it is left away. */
static struct curl_slist *add_header(struct transfer *transfer, struct curl_slist *list, const char *name,
                                     struct str value)
{
    for (size_t i = 0; i < value.len; i++)
        if ((unsigned char)value.ptr[i] < 0x20 || value.ptr[i] == 0x7F)
            return list;
    if (value.len == 0 || value.len > 1024)
        return list;
    struct str line = arena_printf(transfer->arena, "%s: %.*s", name, STR_ARG(value));
    struct curl_slist *more = transfer->api.append(list, line.ptr);
    return more ? more : list;
}

static CURLcode perform(struct transfer *transfer)
{
    CURL *curl = transfer->curl;
    struct curl_slist *list = NULL;
    buf_clear(&transfer->body);
    buf_clear(&transfer->headers);
    transfer->stop = STOP_NONE;
    set_limits(transfer);
    set_callbacks(transfer);
    transfer->api.set(curl, CURLOPT_URL, transfer->url);
    transfer->api.set(curl, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    transfer->api.set(curl, CURLOPT_USERAGENT,
                      "assay/" ASSAY_VERSION " (fact-checking; reads single pages on request)");
    list = add_header(transfer, list, "Accept", STR("text/html, application/xhtml+xml, text/*, */*;q=0.5"));
    list = add_header(transfer, list, "If-None-Match", transfer->request->etag);
    list = add_header(transfer, list, "If-Modified-Since", transfer->request->last_modified);
    transfer->api.set(curl, CURLOPT_HTTPHEADER, list);
    CURLcode code = transfer->api.perform(curl);
    transfer->api.set(curl, CURLOPT_HTTPHEADER, NULL);
    transfer->api.free_all(list);
    return code;
}

/* ---- what it came to ---- */

/* Given up before its time was over. */
static bool fail_early(struct transfer *transfer, struct err *err)
{
    double connected = 0;
    transfer->api.get(transfer->curl, CURLINFO_CONNECT_TIME, &connected);
    if (connected > 0)
        return err_set(err, ERR_INPUT,
                       "'%s' sends fewer than %d bytes a second for %u s; try again later, or set --limit "
                       "fetch-stall-seconds=N",
                       transfer->url, STALL_BYTES, transfer->stall_seconds);
    return err_set(err, ERR_INPUT,
                   "'%s' can't be connected to within %u s; try again later, or set --limit fetch-connect-seconds=N",
                   transfer->url, transfer->connect_seconds);
}

static bool fail(struct transfer *transfer, CURLcode code, struct err *err)
{
    const char *url = transfer->url;
    switch (transfer->stop) {
    case STOP_BYTES:
        return err_set(err, ERR_INPUT,
                       "'%s' sends more than %zu bytes; nothing of it was kept; --limit fetch-bytes=N takes more", url,
                       transfer->most_bytes);
    case STOP_HEADERS:
        return err_set(
            err, ERR_INPUT,
            "'%s' sends more than %zu bytes of headers; nothing of it was kept; --limit fetch-header-bytes=N takes "
            "more",
            url, transfer->most_header_bytes);
    case STOP_PRIVATE:
        return err_set(err, ERR_INPUT, "'%s' is at %s, which is no public address%s", url, transfer->address,
                       transfer->hop > 0 ? "; a redirect may not lead there"
                                         : "; --allow-private fetches it all the same");
    default:
        break;
    }
    if (code == CURLE_OPERATION_TIMEDOUT && clock_ticks() < transfer->end_ms - 100)
        return fail_early(transfer, err);
    if (code == CURLE_OPERATION_TIMEDOUT)
        return err_set(err, ERR_INPUT,
                       "'%s' did not answer in full within %u s; try again later, or set --limit fetch-seconds=N", url,
                       transfer->seconds);
    if (code == CURLE_PARTIAL_FILE)
        return err_set(err, ERR_INPUT, "'%s' ended before all of it had come; try again", url);
    if (code == CURLE_COULDNT_RESOLVE_HOST)
        return err_set(err, ERR_INPUT, "'%s': there is no such host, or no network; check the address", url);
    if (code == CURLE_PEER_FAILED_VERIFICATION)
        return err_set(err, ERR_INPUT, "'%s' can't prove who it is (its certificate is not valid); nothing was read",
                       url);
    if (code == CURLE_LOGIN_DENIED)
        return err_set(err, ERR_USAGE, "'%s': an address may not hold a user name", url);
    return err_set(err, ERR_INPUT, "'%s' can't be fetched: %s", url, transfer->api.explain(code));
}

static bool finish(struct transfer *transfer, long status, struct fetched *ret, struct err *err)
{
    bool unchanged = status == 304 && (transfer->request->etag.ptr || transfer->request->last_modified.ptr);
    bool refusable = !unchanged && !transfer->request->any_status;
    if (refusable && (status == 429 || status == 503))
        return err_set(err, ERR_INPUT, "'%s' is busy (status %ld); try again later", transfer->url, status);
    if (refusable && (status < 200 || status > 299))
        return err_set(err, ERR_INPUT,
                       "'%s' answers with status %ld; open it in a browser, and save the page from there",
                       transfer->url, status);
    if (refusable && transfer->body.len == 0)
        return err_set(err, ERR_INPUT, "'%s' is empty", transfer->url);
    struct fetched fetched = {.status = status};
    fetched.bytes = arena_str(transfer->arena, buf_view(&transfer->body));
    fetched.headers = arena_str(transfer->arena, buf_view(&transfer->headers));
    fetched.url = str_from(transfer->url);
    fetched.etag = http_header(fetched.headers, "etag");
    fetched.last_modified = http_header(fetched.headers, "last-modified");
    http_type(http_header(fetched.headers, "content-type"), &fetched.type, &fetched.charset);
    *ret = fetched;
    return true;
}

static bool is_redirect(long status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* The next address, whole, as libcurl makes it out of the header; another kind of address than the web's is refused. */
static bool follow(struct transfer *transfer, struct err *err)
{
    char *next = NULL;
    transfer->api.get(transfer->curl, CURLINFO_REDIRECT_URL, &next);
    if (!next)
        return err_set(err, ERR_INPUT, "'%s' redirects to nowhere", transfer->url);
    if (!fetch_is_address(str_from(next)))
        return err_set(err, ERR_INPUT, "'%s' redirects to '%s', which is not on the web", transfer->url, next);
    unsigned most = transfer->request->most_redirects;
    most = most > 0 ? most : (unsigned)limits_normal.fetch_redirects;
    if (transfer->hop == (int)most)
        return err_set(err, ERR_INPUT, "'%.*s' redirects more than %u times (--limit fetch-redirects)",
                       STR_ARG(transfer->request->url), most);
    transfer->url = arena_cstr(transfer->arena, str_from(next));
    transfer->hop++;
    return true;
}

static bool ask_before(struct transfer *transfer, struct err *err)
{
    const struct fetch_request *request = transfer->request;
    int64_t start = clock_ticks();
    bool may = !request->before || request->before(request->before_ctx, str_from(transfer->url), err);
    transfer->end_ms += clock_ticks() - start;
    return may;
}

static bool run(struct transfer *transfer, struct fetched *ret, struct err *err)
{
    for (;;) {
        long status = 0;
        if (!ask_before(transfer, err))
            return false;
        CURLcode code = perform(transfer);
        if (code != CURLE_OK)
            return fail(transfer, code, err);
        transfer->api.get(transfer->curl, CURLINFO_RESPONSE_CODE, &status);
        if (!is_redirect(status))
            return finish(transfer, status, ret, err);
        if (!follow(transfer, err))
            return false;
    }
}

bool fetch_is_address(struct str argument)
{
    static const struct str schemes[] = {{"http://", 7}, {"https://", 8}};
    for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
        if (argument.len > schemes[i].len && str_eq_nocase(str_slice(argument, 0, schemes[i].len), schemes[i]))
            return true;
    return false;
}

bool fetch(const struct fetch_request *request, struct arena *arena, struct fetched *ret, struct err *err)
{
    struct transfer transfer = {.request = request, .arena = arena};
    transfer.seconds = request->seconds > 0 ? request->seconds : (unsigned)limits_normal.fetch_seconds;
    transfer.most_bytes = request->most_bytes > 0 ? request->most_bytes : limits_normal.fetch_bytes;
    transfer.most_header_bytes =
        request->most_header_bytes > 0 ? request->most_header_bytes : limits_normal.fetch_header_bytes;
    transfer.url = arena_cstr(arena, request->url);
    transfer.connect_seconds =
        request->connect_seconds > 0 ? request->connect_seconds : (unsigned)limits_normal.fetch_connect_seconds;
    transfer.stall_seconds =
        request->stall_seconds > 0 ? request->stall_seconds : (unsigned)limits_normal.fetch_stall_seconds;
    transfer.end_ms = clock_ticks() + (int64_t)transfer.seconds * 1000;
    if (memchr(request->url.ptr, '\0', request->url.len) || !fetch_is_address(request->url))
        return err_set(err, ERR_USAGE, "'%.*s' is no address on the web", STR_ARG(request->url));
    if (!load(&transfer.api, err))
        return false;
    transfer.curl = transfer.api.make(); /* NOLINT: load() has looked */
    bool ok = transfer.curl
                  ? run(&transfer, ret, err)
                  : err_set(err, ERR_SYSTEM, "libcurl, which fetches pages, can't be used here; install it anew");
    if (transfer.curl && transfer.api.end)
        transfer.api.end(transfer.curl);
    buf_release(&transfer.body);
    buf_release(&transfer.headers);
    return ok;
}
