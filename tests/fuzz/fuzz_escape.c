/*
 * Fuzzes the escaping doors: whatever goes in, what comes out is UTF-8 without a character that acts, a CSV field ends
 * where it should, and CommonMark finds nothing but text in what has passed the Markdown door, nor a parser of HTML or XML
 * in what has passed that of pages.
 */
#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/utf8.h"
#include "core/report/escape.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

/* `passing` are the control characters that may be there. */
static void check_harmless(struct str out, const char *passing, bool formats_pass)
{
    size_t bad;
    check(utf8_valid(out, &bad));
    for (size_t at = 0; at < out.len;) {
        uint32_t p;
        at += utf8_decode(out, at, &p);
        check(p >= 0x20 || (p != 0 && strchr(passing, (int)p)));
        check(p < 0x7F || p >= 0xA0);
        check(formats_pass || !((p >= 0x200B && p <= 0x200F) || (p >= 0x202A && p <= 0x202E) || p == 0xFEFF ||
                                (p >= 0x2060 && p <= 0x2069) || p == 0x61C));
    }
}

static void check_csv(struct str csv)
{
    bool quoted = csv.len > 0 && csv.ptr[0] == '"';
    size_t quotes = 0;
    for (size_t i = 0; i < csv.len; i++) {
        check(quoted || !memchr(",\"\r\n", csv.ptr[i], 4));
        quotes += csv.ptr[i] == '"';
    }
    check(quotes % 2 == 0 && (!quoted || csv.ptr[csv.len - 1] == '"'));
}

/* CommonMark's text of the escaped form, which must be one paragraph of text and code. */
static void check_markdown(struct str markdown, struct str terminal)
{
    struct buf shown = {0};
    cmark_node *root = cmark_parse_document(markdown.ptr, markdown.len, CMARK_OPT_DEFAULT);
    cmark_iter *iter = cmark_iter_new(root);
    while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        check(type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_TEXT ||
              type == CMARK_NODE_CODE);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            buf_str(&shown, str_from(cmark_node_get_literal(node)));
    }
    check(str_eq(str_trim(buf_view(&shown)), str_trim(terminal)));
    cmark_iter_free(iter);
    cmark_node_free(root);
    buf_release(&shown);
}

/* No bracket or quotation mark, and each "&" begins one of the five references that the door writes. */
static void check_html(struct str html)
{
    static const char *const references[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    for (size_t at = 0; at < html.len; at++) {
        bool reference = html.ptr[at] != '&';
        for (size_t i = 0; i < sizeof(references) / sizeof(references[0]); i++)
            reference = reference || str_starts(str_slice(html, at, html.len), str_from(references[i]));
        check(reference && !memchr("<>\"'", html.ptr[at], 4));
    }
}

static void fuzz_html(struct str text)
{
    struct buf html = {0}, block = {0};
    escape_html(&html, text);
    escape_html_block(&block, text);
    check_harmless(buf_view(&html), "", false);
    check_harmless(buf_view(&block), "\n", false);
    check_html(buf_view(&html));
    check_html(buf_view(&block));
    buf_release(&html);
    buf_release(&block);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {size > 0 ? (const char *)data : "", size};
    struct buf terminal = {0}, block = {0}, csv = {0}, tsv = {0}, markdown = {0};
    fuzz_html(text);
    escape_terminal(&terminal, text);
    escape_terminal_block(&block, text);
    escape_csv(&csv, text);
    escape_tsv(&tsv, text);
    escape_markdown(&markdown, text);
    check_harmless(buf_view(&terminal), "", false);
    check_harmless(buf_view(&block), "\n", false);
    check_harmless(buf_view(&csv), "\t\n\r", true);
    check_harmless(buf_view(&tsv), "", true);
    check_harmless(buf_view(&markdown), "", false);
    check_csv(buf_view(&csv));
    check_markdown(buf_view(&markdown), buf_view(&terminal));
    buf_release(&terminal);
    buf_release(&block);
    buf_release(&csv);
    buf_release(&tsv);
    buf_release(&markdown);
    return 0;
}
