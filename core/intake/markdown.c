/* Markdown to text: front matter, then libcmark's tree, walked without recursion. */
#include "core/intake/markdown.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/buf.h"
#include "core/base/clock.h"
#include "core/base/limits.h"

/* ---- front matter ---- */

static bool is_fence(struct str line, bool closing)
{
    while (line.len > 0 && is_space(line.ptr[line.len - 1]))
        line.len--;
    return str_eq(line, STR("---")) || (closing && str_eq(line, STR("...")));
}

/* The key of "key: value"; *ret_value is the rest of the line. */
static struct str key_of(struct str line, struct str *ret_value)
{
    size_t i = 0;
    while (i < line.len && (is_alpha(line.ptr[i]) || is_digit(line.ptr[i]) || line.ptr[i] == '_' || line.ptr[i] == '-'))
        i++;
    if (i == 0 || i == line.len || line.ptr[i] != ':' || (i + 1 < line.len && !is_space(line.ptr[i + 1])))
        return STR_NULL;
    *ret_value = str_trim(str_slice(line, i + 1, line.len));
    return str_slice(line, 0, i);
}

/* Whether a line can stand in YAML's block style; prose between two thematic breaks must not be lost as front matter. */
static bool is_yaml(struct str line)
{
    struct str ignored;
    struct str bare = str_trim(line);
    bool nested = line.len > 0 && (line.ptr[0] == ' ' || line.ptr[0] == '\t');
    return bare.len == 0 || nested || bare.ptr[0] == '#' || str_starts(bare, STR("- ")) || str_eq(bare, STR("-")) ||
           key_of(line, &ignored).ptr;
}

/* A scalar that needs no YAML to be read: plain, or in quotes without an escape; STR_NULL for any other. */
static struct str plain_value(struct str value)
{
    if (value.len >= 2 && (value.ptr[0] == '"' || value.ptr[0] == '\'')) {
        struct str inside = str_slice(value, 1, value.len - 1);
        bool simple = value.ptr[value.len - 1] == value.ptr[0] && !memchr(inside.ptr, value.ptr[0], inside.len) &&
                      !memchr(inside.ptr, '\\', inside.len);
        inside = str_trim(inside);
        return simple && inside.len > 0 ? inside : STR_NULL;
    }
    size_t comment = str_find(value, STR(" #"), 0);
    value = str_trim(str_slice(value, 0, comment));
    if (value.len == 0 || memchr("[]{}|>&*!%@`\"'#,?", value.ptr[0], 17) || str_eq(value, STR("~")) ||
        str_eq_nocase(value, STR("null")) || str_find(value, STR(": "), 0) < value.len)
        return STR_NULL;
    return value;
}

/* "2025-04-28", or the day of "2025-04-28T10:00:00Z". */
static struct str date_of(struct str value)
{
    if (value.len > 10 && (value.ptr[10] == 'T' || value.ptr[10] == ' '))
        value.len = 10;
    return date_valid(value) ? value : STR_NULL;
}

static void take_field(struct str key, struct str value, struct document *document)
{
    bool web = str_starts(value, STR("https://")) || str_starts(value, STR("http://"));
    if (!value.ptr)
        return;
    if (str_eq_nocase(key, STR("title")))
        document->title = value;
    else if (str_eq_nocase(key, STR("author")))
        document->author = value;
    else if (str_eq_nocase(key, STR("date")))
        document->published = date_of(value);
    else if (str_eq_nocase(key, STR("url")) && web)
        document->url = value;
}

size_t markdown_front_matter(struct str source, struct document *document)
{
    struct str rest = source, value = STR_NULL;
    struct document found = *document;
    if (!is_fence(str_split(&rest, '\n'), false))
        return 0;
    while (rest.len > 0) {
        struct str line = str_split(&rest, '\n');
        if (is_fence(line, true)) {
            *document = found;
            return source.len - rest.len;
        }
        if (!is_yaml(line))
            return 0;
        struct str key = key_of(line, &value);
        if (key.ptr)
            take_field(key, plain_value(value), &found);
    }
    return 0;
}

/* ---- limits ---- */

/*
 * How many containers a line may be in: its list and quote markers, and one for every two columns of its indentation.
 * "> - 1. text" is in three.
 */
static size_t depth_of(struct str line)
{
    size_t depth = 0, columns = 0, i = 0;
    while (i < line.len) {
        char c = line.ptr[i];
        size_t digits = i;
        while (digits < line.len && digits - i < 10 && is_digit(line.ptr[digits]))
            digits++;
        if (is_space(c))
            columns += c == '\t' ? 4 : 1;
        else if (c == '>' || c == '-' || c == '*' || c == '+')
            depth++;
        else if (digits == i || digits == line.len || (line.ptr[digits] != '.' && line.ptr[digits] != ')'))
            break;
        else
            depth++;
        i = digits > i ? digits + 1 : i + 1;
    }
    return depth + columns / 2;
}

/*
 * libcmark looks at every open container for each line, and (0.30) at every open image bracket for each bracket that
 * closes a link: a few kilobytes can take it minutes. This estimates both; true where they are within bounds.
 */
static bool is_affordable(struct str source, size_t most)
{
    size_t deepest = 0, lines = 0, images = 0, closers = 0, brackets = 0;
    struct str rest = source;
    while (rest.len > 0) {
        struct str line = str_split(&rest, '\n');
        size_t depth = depth_of(line);
        deepest = depth > deepest ? depth : deepest;
        lines++;
        if (str_trim(line).len == 0) { /* a blank line ends the paragraph, and with it its brackets */
            brackets += images * closers;
            images = closers = 0;
        }
        for (size_t i = 0; i < line.len; i++) {
            images += line.ptr[i] == '!' && i + 1 < line.len && line.ptr[i + 1] == '[';
            closers += line.ptr[i] == ']';
        }
    }
    return deepest * lines <= most && brackets + images * closers <= most;
}

/* ---- the tree ---- */

/* Stands for a soft line break until the paragraph is complete; NUL occurs in no text that intake lets pass. */
#define SOFT_BREAK '\0'

static bool is_row(struct str line)
{
    return line.len > 0 && memchr(line.ptr, '|', line.len);
}

/* The second line of a table: "| --- | :--: |". */
static bool is_delimiter_row(struct str line)
{
    bool dash = false;
    for (size_t i = 0; i < line.len; i++) {
        if (!memchr("|-: \t", line.ptr[i], 5))
            return false;
        dash = dash || line.ptr[i] == '-';
    }
    return dash && is_row(line);
}

/* Whether all lines of a paragraph are rows, the second of them a table's delimiter row. */
static bool is_table(struct str paragraph)
{
    size_t index = 0;
    for (struct str rest = paragraph; rest.len > 0; index++) {
        struct str line = str_split(&rest, SOFT_BREAK);
        if (!is_row(line) || (index == 1 && !is_delimiter_row(line)))
            return false;
    }
    return index > 1;
}

/* A row without its outer bars. */
static struct str bare_row(struct str row)
{
    row = str_trim(row);
    if (str_starts(row, STR("|")))
        row = str_slice(row, 1, row.len);
    if (str_ends(row, STR("|")))
        row = str_slice(row, 0, row.len - 1);
    return str_trim(row);
}

static void add_block(struct buf *text, struct str block)
{
    if (block.len == 0)
        return;
    if (text->len > 0)
        buf_char(text, '\n');
    buf_str(text, block);
    buf_char(text, '\n');
}

/* A finished paragraph: a table goes row by row, else its lines run on. */
static void add_paragraph(struct buf *text, struct buf *paragraph)
{
    struct str whole = buf_view(paragraph);
    if (is_table(whole)) {
        size_t index = 0;
        for (struct str rest = whole; rest.len > 0; index++) {
            struct str row = str_split(&rest, SOFT_BREAK);
            if (index != 1)
                add_block(text, bare_row(row));
        }
    } else {
        for (size_t i = 0; i < paragraph->len; i++)
            if (paragraph->ptr[i] == SOFT_BREAK)
                paragraph->ptr[i] = ' ';
        add_block(text, str_trim(whole));
    }
    buf_clear(paragraph);
}

/* "<br>" separates words; other tags stand inside them ("CO<sub>2</sub>"). */
static bool is_line_break_tag(const char *html)
{
    return str_eq_nocase(str_slice(str_from(html), 0, strlen(html) < 3 ? strlen(html) : 3), STR("<br"));
}

static void add_inline(struct buf *paragraph, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
        buf_str(paragraph, str_from(cmark_node_get_literal(node)));
        break;
    case CMARK_NODE_SOFTBREAK:
        buf_char(paragraph, SOFT_BREAK);
        break;
    case CMARK_NODE_LINEBREAK:
        buf_char(paragraph, '\n');
        break;
    case CMARK_NODE_HTML_INLINE:
        if (is_line_break_tag(cmark_node_get_literal(node)))
            buf_char(paragraph, ' ');
        break;
    default: /* emphasis, links and images give what is inside them; blocks of code and HTML give nothing */
        break;
    }
}

static void walk(cmark_node *root, struct buf *text)
{
    struct buf paragraph = {0};
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (event == CMARK_EVENT_ENTER)
            add_inline(&paragraph, node);
        else if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
            add_paragraph(text, &paragraph);
    }
    cmark_iter_free(iter);
    buf_release(&paragraph);
}

static void *parser_calloc(size_t count, size_t size)
{
    size_t bytes;
    return mem_alloc(__builtin_mul_overflow(count, size, &bytes) ? SIZE_MAX : bytes);
}

static void *parser_realloc(void *ptr, size_t size)
{
    return mem_resize(ptr, size);
}

bool markdown_text(struct str source, const struct limits *limits, struct arena *arena, struct str *ret_text,
                   struct err *err)
{
    if (source.len > limits->markdown_bytes)
        return err_set(
            err, ERR_INPUT,
            "it is larger than %zu bytes of Markdown; split it, name it .txt, or set --limit markdown-bytes=N",
            limits->markdown_bytes);
    if (!is_affordable(source, limits->markdown_work))
        return err_set(err, ERR_INPUT,
                       "its lists, quotes or image brackets are nested too deep; name it .txt to have it "
                       "read as plain text, or set --limit markdown-work=N");
    cmark_mem memory = {parser_calloc, parser_realloc, free};
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT | CMARK_OPT_SAFE, &memory);
    cmark_parser_feed(parser, source.ptr, source.len);
    cmark_node *root = cmark_parser_finish(parser);
    struct buf text = {0};
    walk(root, &text);
    *ret_text = arena_str(arena, buf_view(&text));
    buf_release(&text);
    cmark_node_free(root);
    cmark_parser_free(parser);
    return true;
}
