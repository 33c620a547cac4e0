/*
 * Fetching a page from the web, by libcurl, which is loaded when the first address is to be fetched, so that a command
 * that fetches nothing does not wait for it.
 *
 * Only http and https, also after a redirect; at most five of them, each a new connection. The address
 * is checked when the socket is opened: private, loopback and link-local ones are refused, however they are spelt and
 * whatever name led to them. Bytes are counted after decompression. No proxy, no cookies, no .netrc, no user names in
 * addresses; certificates are always checked. What is answered is kept whole or not at all.
 */
#ifndef CORE_INTAKE_FETCH_H
#define CORE_INTAKE_FETCH_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/err.h"
#include "core/base/mem.h"
#include "core/base/str.h"

struct fetch_request {
    struct str url;
    bool allow_private;             /* for the first address, never after a redirect */
    struct str etag, last_modified; /* of the version that is here already; STR_NULL for none */
    size_t most_bytes;              /* 0 for the normal limit (core/base/limits.def) */
    unsigned seconds;               /* for all of it; 0 for the normal limit */
    /* What may be connected to, where that is not fetch_is_public(): for tests, whose server is on this machine. */
    bool (*is_public)(const unsigned char *address, size_t length);
    size_t most_header_bytes;                /* 0 for the normal limit */
    unsigned most_redirects;                 /* 0 for the normal limit */
    unsigned connect_seconds, stall_seconds; /* the same */
    /*
     * Asked before each request, those after a redirect too; false, with the error set, ends it. Its time does not count.
     * NULL for none.
     */
    bool (*before)(void *ctx, struct str url, struct err *err);
    void *before_ctx;
    bool any_status; /* an answer with any status, and an empty one, is an answer: for robots.txt */
};

struct fetched {
    struct str bytes;   /* decompressed */
    struct str url;     /* after redirects */
    int64_t status;     /* 200, or 304 where it has not changed, and then there are no bytes */
    struct str headers; /* of the last answer, as received */
    struct str type, charset, etag, last_modified; /* out of them: "text/html", "utf-8", …; STR_NULL for none */
};

/* Whether an argument is an address on the web. */
bool fetch_is_address(struct str argument);

/* ERR_INPUT: not to be had, and why, in one line that names the address; ERR_SYSTEM: libcurl is missing. */
bool fetch(const struct fetch_request *request, struct arena *arena, struct fetched *ret, struct err *err);

/* Whether an IPv4 (4 bytes) or IPv6 (16) address is one of the public internet (IANA's special-purpose registries). */
bool fetch_is_public(const unsigned char *address, size_t length);

#endif
