/* Who wrote a page, as it shows to its readers. */
#ifndef CORE_INTAKE_PAGE_BYLINE_H
#define CORE_INTAKE_PAGE_BYLINE_H

#include "core/intake/dom.h"

/* A visible byline as a name: "By Ada Example | 3 May 2024" is "Ada Example". */
struct str page_byline_name(struct str name);

/*
 * A short line that is called a byline, or begins as one ("Posted by …"), wherever in the page it is; STR_NULL where there
 * is none that holds a name. For a page whose article has none beside it.
 */
struct str page_byline_find(const struct dom *dom);

#endif
