/*
 * robots.txt: what a site lets programs fetch by themselves (RFC 9309). Of the rules for the program's own name, or else
 * of those for "*", the longest that fits an address decides; "*" and "$" in rules mean what they do there.
 */
#ifndef CORE_INTAKE_ROBOTS_H
#define CORE_INTAKE_ROBOTS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/str.h"

/* `path` with its query, as it stands in the address; "" is "/". */
bool robots_allow(struct str robots, struct str agent, struct str path);

/* What it asks for between two requests (Crawl-delay, which many sites have), in milliseconds; 0 where it does not. */
size_t robots_delay_ms(struct str robots, struct str agent);

#endif
