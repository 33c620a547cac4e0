/*
 * What a page says of itself: from JSON-LD (schema.org), from <meta> (OpenGraph, Dublin Core, Parse.ly and plain names),
 * from <link>, <title>, <html lang> and <time>, in that order of trust.
 */
#ifndef CORE_INTAKE_PAGE_META_H
#define CORE_INTAKE_PAGE_META_H

#include "core/intake/dom.h"

struct page_meta {
    struct str title, author, publisher, url, published, modified, language;
};

/* Texts are in the tree's arena, with white space collapsed; STR_NULL where the page does not say. */
void page_meta_read(const struct dom *dom, struct page_meta *ret);

/* A visible byline as a name: "By Ada Example | 3 May 2024" is "Ada Example". */
struct str page_meta_name(struct str name);

/*
 * An ISO date out of what pages and mails write: "2016-02-01T15:00:00Z", "20160201", "Mon, 1 Feb 2016", "February 1,
 * 2016"; to the day, STR_NULL where there is none in it.
 */
struct str page_meta_date(struct str text, struct arena *arena);

#endif
