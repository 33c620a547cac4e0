/*
 * A strict reader of the HTML that reports are made of, for tests: it takes only well-formed XML with the elements and
 * attributes named here, so that markup that came in with somebody's text fails the test that reads it.
 */
#ifndef TESTS_PAGE_H
#define TESTS_PAGE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "core/base/buf.h"
#include "core/base/str.h"

enum { PAGE_DEPTH = 32, PAGE_NAME = 32 };

struct page {
    const char *text, *at;
    char open[PAGE_DEPTH][PAGE_NAME];
    int depth;
    struct buf ids;     /* " claim-1 figure-1 " */
    struct buf targets; /* what href="#…" and aria-labelledby name, the same way */
};

static inline void page_fail(const struct page *page, const char *why)
{
    fail_msg("byte %zu: %s: %.120s", (size_t)(page->at - page->text), why, page->at);
}

static inline bool page_listed(const char *list, struct str word)
{
    for (struct str rest = str_from(list); rest.len > 0;)
        if (str_eq(str_split(&rest, ' '), word))
            return true;
    return false;
}

static inline struct str page_name(struct page *page)
{
    struct str name = {page->at, strspn(page->at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:")};
    if (name.len == 0 || name.len >= PAGE_NAME)
        page_fail(page, "no name");
    page->at += name.len;
    return name;
}

/* One character of text, or the reference that stands for one. */
static inline void page_character(struct page *page)
{
    static const char *const references[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    unsigned char c = (unsigned char)*page->at;
    if (c < 0x20 && c != '\n')
        page_fail(page, "a control character");
    if (c != '&') {
        page->at++;
        return;
    }
    for (size_t i = 0; i < sizeof(references) / sizeof(references[0]); i++) {
        if (strncmp(page->at, references[i], strlen(references[i])) == 0) {
            page->at += strlen(references[i]);
            return;
        }
    }
    page_fail(page, "a reference that is none");
}

static inline void page_attribute(struct page *page)
{
    static const char allowed[] =
        "lang xml:lang xmlns charset http-equiv content name class id href rel role dir scope "
        "aria-labelledby aria-hidden datetime viewBox x y width height fill d cx cy r "
        "stroke-dasharray overflow title colspan x1 x2 y1 y2 text-anchor src alt type";
    struct str name = page_name(page);
    if (!page_listed(allowed, name))
        page_fail(page, "an attribute that no report has");
    if (strncmp(page->at, "=\"", 2) != 0)
        page_fail(page, "an attribute without quotation marks");
    page->at += 2;
    const char *from = page->at;
    while (*page->at && *page->at != '"' && *page->at != '<')
        page_character(page);
    if (*page->at != '"')
        page_fail(page, "an attribute that does not end");
    struct str value = {from, (size_t)(page->at++ - from)};
    bool local = str_starts(value, STR("#"));
    if (str_eq(name, STR("href")) && !local && !str_starts(value, STR("https://")) &&
        !str_starts(value, STR("http://")))
        page_fail(page, "a link that is neither local nor to the web");
    if (str_eq(name, STR("id")))
        buf_printf(&page->ids, "%.*s ", STR_ARG(value));
    if (str_eq(name, STR("aria-labelledby")) || (str_eq(name, STR("href")) && local))
        buf_printf(&page->targets, "%.*s ", (int)value.len - local, value.ptr + local);
}

static inline void page_start(struct page *page)
{
    static const char allowed[] = "html head meta title style body svg symbol circle path rect use a div header main "
                                  "section article h1 h2 h3 h4 p ul "
                                  "ol li dl dt dd span b mark figure figcaption blockquote time table thead tbody tr "
                                  "th td caption nav line text g cite img";
    struct str name = page_name(page);
    if (!page_listed(allowed, name))
        page_fail(page, "an element that no report has");
    while (*page->at == ' ') {
        page->at++;
        page_attribute(page);
    }
    if (strncmp(page->at, "/>", 2) == 0) {
        page->at += 2;
        return;
    }
    if (*page->at != '>' || page->depth == PAGE_DEPTH)
        page_fail(page, "a tag that does not end");
    page->at++;
    snprintf(page->open[page->depth++], PAGE_NAME, "%.*s", STR_ARG(name));
}

static inline void page_end(struct page *page)
{
    struct str name = page_name(page);
    if (page->depth == 0 || !str_eq(name, str_from(page->open[page->depth - 1])) || *page->at != '>')
        page_fail(page, "an end tag of what is not open");
    page->depth--;
    page->at++;
}

static inline void page_targets(const struct page *page)
{
    for (struct str rest = buf_view(&page->targets); rest.len > 0;) {
        struct str target = str_split(&rest, ' ');
        if (target.len > 0 && !page_listed(page->ids.ptr, target))
            fail_msg("nothing has the id '%.*s'", STR_ARG(target));
    }
    for (struct str rest = buf_view(&page->ids); rest.len > 0;) {
        struct str id = str_split(&rest, ' ');
        if (id.len > 0 && page_listed(rest.len > 0 ? rest.ptr : "", id))
            fail_msg("two have the id '%.*s'", STR_ARG(id));
    }
}

/* Fails the test where the page is not well-formed, or holds what no report holds. */
static inline void page_check(const char *text)
{
    struct page page = {.text = text, .at = text};
    if (strncmp(text, "<!DOCTYPE html>\n", 16) != 0)
        page_fail(&page, "no document type");
    page.at += 16;
    while (*page.at) {
        if (strncmp(page.at, "</", 2) == 0) {
            page.at += 2;
            page_end(&page);
        } else if (*page.at == '<') {
            page.at++;
            page_start(&page);
        } else {
            page_character(&page);
        }
    }
    if (page.depth > 0)
        page_fail(&page, "it ends inside an element");
    page_targets(&page);
    buf_release(&page.ids);
    buf_release(&page.targets);
}

#endif
