/* What a page says of itself in JSON-LD (schema.org's Article and its kinds). */
#ifndef CORE_INTAKE_PAGE_JSON_H
#define CORE_INTAKE_PAGE_JSON_H

#include "core/intake/page_meta.h"
#include "core/intake/reading.h"

/* Fills what the first article in the page's scripts says; dates as written there. `headings` is <title>'s text. */
void page_json_read(const struct dom *dom, struct str title, struct page_meta *meta);

/* All that the page's scripts of JSON-LD hold, a line each, as the reading's text; what is no JSON is passed over. */
void page_json_lines(const struct dom *dom, struct reading *ret);

#endif
