/*
 * Archived copies of pages. The addresses of known web archives hold the address of what they are a copy of; such a copy
 * is where the page was found, and the page's own address is where it was published. Another server may say of a page that
 * it is a copy (Memento, RFC 7089): that is only noted, since anybody can say it.
 */
#ifndef CORE_INTAKE_ARCHIVE_H
#define CORE_INTAKE_ARCHIVE_H

#include <stdbool.h>

#include "core/base/mem.h"

/* "https://web.archive.org/web/20250212090000/https://example.org/": what it is a copy of, and of which day. */
bool archive_is_copy(struct str url, struct arena *arena, struct str *ret_original, struct str *ret_date);

/* What the headers of an answer say of it, in words; STR_NULL where they say nothing. */
struct str archive_note(struct str headers, struct arena *arena);

#endif
