/*
 * What HTTP's headers say (RFC 9110, RFC 8288 for Link, RFC 7089 for Memento), and the parts of addresses. What is given
 * back is a part of what is given in; STR_NULL for what is not there.
 */
#ifndef CORE_INTAKE_HTTP_H
#define CORE_INTAKE_HTTP_H

#include <stdbool.h>

#include "core/base/str.h"

/* A header's value, without white space around it, of the header lines of one answer; of several the last. */
struct str http_header(struct str headers, const char *name);

/* "text/html; charset=utf-8": the one and the other. */
void http_type(struct str value, struct str *ret_type, struct str *ret_charset);

/* Of all Link headers the first address with that relation: <https://…>; rel="original". */
struct str http_link(struct str headers, struct str relation);

/* The host of an address with its port, as it is written; the rest from the path's "/" on, "" where there is none. */
struct str http_host(struct str url);
struct str http_path(struct str url);

#endif
