/*
 * A web page: parsed by libgumbo after HTML5's rules, its article found (main_text.h), in a sandboxed child.
 */
#ifndef CORE_INTAKE_PAGE_H
#define CORE_INTAKE_PAGE_H

#include "core/intake/charset.h"

struct page_options {
    bool whole;                  /* all that can be seen is text, not the article alone */
    bool linked;                 /* the text is the page's JSON-LD instead: what a script of it holds, a line each */
    const struct limits *limits; /* NULL for the normal ones */
};

/* ERR_INPUT: larger than a page may be, nested or furnished with attributes as no page is, or the child's end. */
bool page_read(struct str bytes, const struct charset *charset, const struct page_options *options, struct arena *arena,
               struct reading *ret, struct err *err);

/* The child's work by itself, on UTF-8, without the sandbox: for tests and the fuzzer. */
void page_parse(struct str page, const struct page_options *options, struct arena *arena, struct reading *ret);

/* Whether bytes begin as a web page does. */
bool page_is_one(struct str bytes);

#endif
