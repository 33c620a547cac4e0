/*
 * Manners towards sites whose pages are fetched because a feed names them, not a person: robots.txt is asked for once a
 * host and obeyed (robots.h), and between two requests to a host there is a pause, robots.txt among them. A host whose
 * robots.txt is answered with an error of its own (5xx), or not at all, is left alone; one that has none (4xx) allows all.
 */
#ifndef CORE_INTAKE_MANNERS_H
#define CORE_INTAKE_MANNERS_H

#include "core/base/err.h"
#include "core/base/limits.h"

struct manners;

struct manners *manners_new(const struct limits *set); /* copied */
void manners_free(struct manners *manners);            /* NULL does nothing */

/* The host (with its port) that may be private; STR_NULL for none. */
void manners_allow_private(struct manners *manners, struct str host);

/* For struct fetch_request's `before`: waits until the host may be asked; false, with ERR_INPUT, where it forbids it. */
bool manners_ask(void *manners, struct str url, struct err *err);

#endif
