/*
 * What a page says of itself: from JSON-LD (schema.org), from <meta> (OpenGraph, Dublin Core, Parse.ly and plain names),
 * from <link>, <title>, <html lang> and <time>, in that order of trust.
 */
#ifndef CORE_INTAKE_PAGE_META_H
#define CORE_INTAKE_PAGE_META_H

#include "core/intake/dom.h"

struct page_meta {
    struct str title, author, publisher, url, published, modified, language;
    struct str byline; /* the author that can be seen, where the page does not say it otherwise */
};

/* Texts are in the tree's arena, with white space collapsed; STR_NULL where the page does not say. */
void page_meta_read(const struct dom *dom, struct page_meta *ret);

#endif
