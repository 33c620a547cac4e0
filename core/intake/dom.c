/* The tree of a page: built from libgumbo's, walked, changed, and measured. */
#include "core/intake/dom.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/buf.h"
#include "core/base/utf8.h"

bool tag_is_block(int tag)
{
    static const bool is_one[TAG_TEXT + 1] = {
        [GUMBO_TAG_ADDRESS] = true,    [GUMBO_TAG_ARTICLE] = true,  [GUMBO_TAG_ASIDE] = true,
        [GUMBO_TAG_BLOCKQUOTE] = true, [GUMBO_TAG_BODY] = true,     [GUMBO_TAG_CAPTION] = true,
        [GUMBO_TAG_CENTER] = true,     [GUMBO_TAG_DD] = true,       [GUMBO_TAG_DETAILS] = true,
        [GUMBO_TAG_DIR] = true,        [GUMBO_TAG_DIV] = true,      [GUMBO_TAG_DL] = true,
        [GUMBO_TAG_DT] = true,         [GUMBO_TAG_FIELDSET] = true, [GUMBO_TAG_FIGCAPTION] = true,
        [GUMBO_TAG_FIGURE] = true,     [GUMBO_TAG_FOOTER] = true,   [GUMBO_TAG_FORM] = true,
        [GUMBO_TAG_H1] = true,         [GUMBO_TAG_H2] = true,       [GUMBO_TAG_H3] = true,
        [GUMBO_TAG_H4] = true,         [GUMBO_TAG_H5] = true,       [GUMBO_TAG_H6] = true,
        [GUMBO_TAG_HEAD] = true,       [GUMBO_TAG_HEADER] = true,   [GUMBO_TAG_HGROUP] = true,
        [GUMBO_TAG_HR] = true,         [GUMBO_TAG_HTML] = true,     [GUMBO_TAG_LEGEND] = true,
        [GUMBO_TAG_LI] = true,         [GUMBO_TAG_MAIN] = true,     [GUMBO_TAG_MENU] = true,
        [GUMBO_TAG_NAV] = true,        [GUMBO_TAG_OL] = true,       [GUMBO_TAG_OPTGROUP] = true,
        [GUMBO_TAG_OPTION] = true,     [GUMBO_TAG_P] = true,        [GUMBO_TAG_PRE] = true,
        [GUMBO_TAG_SECTION] = true,    [GUMBO_TAG_SUMMARY] = true,  [GUMBO_TAG_TABLE] = true,
        [GUMBO_TAG_TBODY] = true,      [GUMBO_TAG_TD] = true,       [GUMBO_TAG_TFOOT] = true,
        [GUMBO_TAG_TH] = true,         [GUMBO_TAG_THEAD] = true,    [GUMBO_TAG_TITLE] = true,
        [GUMBO_TAG_TR] = true,         [GUMBO_TAG_UL] = true,       [GUMBO_TAG_SCRIPT] = true,
        [GUMBO_TAG_STYLE] = true,      [GUMBO_TAG_NOSCRIPT] = true, [GUMBO_TAG_TEMPLATE] = true,
        [GUMBO_TAG_IFRAME] = true,     [GUMBO_TAG_SELECT] = true,   [GUMBO_TAG_TEXTAREA] = true,
    };
    return is_one[tag];
}

/* ---- building ---- */

static struct str small_letters(struct dom *dom, struct str text)
{
    struct str copy = arena_str(dom->arena, text.ptr ? text : STR(""));
    for (size_t i = 0; i < copy.len; i++)
        ((char *)copy.ptr)[i] = to_lower(copy.ptr[i]);
    return copy;
}

static bool is_no_break_space(struct str text, size_t at)
{
    return text.len - at >= 2 && text.ptr[at] == '\xC2' && text.ptr[at + 1] == '\xA0';
}

/* Commas of other scripts: Arabic, small, fullwidth and the presentation forms. */
static bool is_comma(uint32_t c)
{
    return c == ',' || c == 0x60C || c == 0xFE50 || c == 0xFE10 || c == 0xFE11 || c == 0x2E41 || c == 0x2E34 ||
           c == 0x2E32 || c == 0xFF0C;
}

static void measure_text(struct node *node)
{
    bool space = false;
    node->blank = true;
    for (size_t at = 0; at < node->text.len;) {
        uint32_t c;
        bool white = is_space(node->text.ptr[at]) || is_no_break_space(node->text, at);
        at += utf8_decode(node->text, at, &c);
        if (white) {
            space = true;
            node->space_before = node->space_before || node->blank;
            continue;
        }
        node->inner += space && !node->blank ? 2 : 1;
        node->blank = space = false;
        node->commas += c == ',';
        node->any_commas += is_comma(c);
    }
    node->space_after = space;
}

static struct node *add_node(struct dom *dom, const GumboNode *source, struct node *up)
{
    struct node *node = arena_alloc(dom->arena, sizeof(*node));
    bool text = source->type != GUMBO_NODE_ELEMENT && source->type != GUMBO_NODE_TEMPLATE &&
                source->type != GUMBO_NODE_DOCUMENT;
    node->source = source;
    node->up = up;
    node->class = node->id = STR("");
    if (text) {
        node->parsed_tag = TAG_TEXT;
        node->text = str_from(source->v.text.text);
        node->origin = (struct str){source->v.text.original_text.data, source->v.text.original_text.length};
        measure_text(node);
    } else if (source->type == GUMBO_NODE_DOCUMENT) {
        node->parsed_tag = GUMBO_TAG_LAST;
    } else {
        node->parsed_tag = (int)source->v.element.tag;
        if (source->v.element.tag_namespace != GUMBO_NAMESPACE_HTML)
            node->parsed_tag = source->v.element.tag == GUMBO_TAG_SVG ? GUMBO_TAG_SVG : GUMBO_TAG_UNKNOWN;
        node->class = small_letters(dom, node_attribute(node, "class"));
        node->id = small_letters(dom, node_attribute(node, "id"));
    }
    dom->node = mem_grow(dom->node, &dom->cap, dom->count + 1, sizeof(struct node *));
    dom->node[dom->count++] = node;
    return node;
}

static const GumboVector *children_of(const GumboNode *source)
{
    if (source->type == GUMBO_NODE_DOCUMENT)
        return &source->v.document.children;
    if (source->type == GUMBO_NODE_ELEMENT || source->type == GUMBO_NODE_TEMPLATE)
        return &source->v.element.children;
    return NULL;
}

/* Where text stands in the page's layout: how many breaks stood before it. */
struct breaks {
    uint32_t line, paragraph;
};

static void note_break(struct breaks *breaks, const struct node *node)
{
    if (node->parsed_tag == GUMBO_TAG_BR)
        breaks->line++;
    else if (tag_is_block(node->parsed_tag))
        breaks->paragraph++;
}

static void note_place(struct dom *dom, struct node *node, struct breaks *breaks)
{
    if (node->parsed_tag == TAG_TEXT) {
        node->line = breaks->line;
        node->paragraph = breaks->paragraph;
    } else {
        note_break(breaks, node);
    }
    if (node->parsed_tag == GUMBO_TAG_META) {
        dom->meta = mem_grow(dom->meta, &dom->meta_cap, dom->meta_count + 1, sizeof(struct node *));
        dom->meta[dom->meta_count++] = node;
    }
    if (node->parsed_tag == GUMBO_TAG_HTML && !dom->html)
        dom->html = node;
    else if (node->parsed_tag == GUMBO_TAG_HEAD && !dom->head)
        dom->head = node;
    else if (node->parsed_tag == GUMBO_TAG_BODY && !dom->body)
        dom->body = node;
}

void dom_build(struct dom *dom, const GumboOutput *output, struct arena *arena)
{
    struct breaks breaks = {0};
    const GumboNode *source = output->document;
    *dom = (struct dom){.arena = arena};
    dom->root = add_node(dom, source, NULL);
    struct node *node = dom->root;
    for (;;) {
        const GumboVector *children = children_of(source);
        size_t at = 0;
        while (!children || at >= children->length) { /* done with it: on to what follows it, or its parent */
            if (node->parsed_tag != GUMBO_TAG_BR)
                note_break(&breaks, node);
            node = node->up;
            if (!node)
                break;
            at = source->index_within_parent + 1;
            source = node->source;
            children = children_of(source);
        }
        if (!node)
            break;
        source = children->data[at];
        if (source->type == GUMBO_NODE_COMMENT) { /* counts as a child, but is none here */
            struct node *comment = add_node(dom, source, node);
            dom->count--;
            comment->parsed_tag = GUMBO_TAG_UNKNOWN;
            node = comment;
            continue;
        }
        node = add_node(dom, source, node);
        note_place(dom, node, &breaks);
    }
    dom_reset(dom);
}

void dom_release(struct dom *dom)
{
    free(dom->node);
    free(dom->meta);
    *dom = (struct dom){0};
}

void dom_reset(struct dom *dom)
{
    for (size_t i = 0; i < dom->count; i++) {
        struct node *node = dom->node[i];
        node->tag = node->parsed_tag;
        node->parent = node->first = node->last = node->previous = node->next = NULL;
        node->score = 0;
        node->scored = node->data_table = node->hidden = node->main = false;
        if (node->up)
            node_append(node->up, node);
    }
}

/* ---- walking ---- */

struct node *node_skip(const struct node *at, const struct node *within)
{
    while (at && at != within) {
        if (at->next)
            return at->next;
        at = at->parent;
    }
    return NULL;
}

struct node *node_next(const struct node *at, const struct node *within)
{
    return at->first ? at->first : node_skip(at, within);
}

struct node *node_next_of(const struct node *at, const struct node *within, int tag)
{
    struct node *next = node_next(at, within);
    while (next && next->tag != tag)
        next = node_next(next, within);
    return next;
}

static struct node *element_from(struct node *node)
{
    while (node && node_is_text(node))
        node = node->next;
    return node;
}

struct node *node_first_element(const struct node *node)
{
    return element_from(node->first);
}

struct node *node_next_element(const struct node *node)
{
    return element_from(node->next);
}

size_t node_count_elements(const struct node *node)
{
    size_t count = 0;
    for (struct node *child = node_first_element(node); child; child = node_next_element(child))
        count++;
    return count;
}

size_t node_count_of(const struct node *node, int tag)
{
    size_t count = 0;
    for (struct node *found = node_next_of(node, node, tag); found; found = node_next_of(found, node, tag))
        count++;
    return count;
}

bool node_is_inside(const struct node *node, int tag)
{
    for (const struct node *above = node->parent; above; above = above->parent)
        if (above->tag == tag)
            return true;
    return false;
}

/* ---- changing ---- */

struct node *node_make(struct dom *dom, int tag)
{
    struct node *node = arena_alloc(dom->arena, sizeof(*node));
    node->tag = node->parsed_tag = tag;
    node->class = node->id = STR("");
    return node;
}

void node_remove(struct node *node)
{
    struct node *parent = node->parent;
    if (!parent)
        return;
    if (node->previous)
        node->previous->next = node->next;
    else
        parent->first = node->next;
    if (node->next)
        node->next->previous = node->previous;
    else
        parent->last = node->previous;
    node->parent = node->previous = node->next = NULL;
}

void node_append(struct node *parent, struct node *node)
{
    node_remove(node);
    node->parent = parent;
    node->previous = parent->last;
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
}

void node_put_before(struct node *node, struct node *place)
{
    node_remove(node);
    node->parent = place->parent;
    node->next = place;
    node->previous = place->previous;
    if (place->previous)
        place->previous->next = node;
    else
        place->parent->first = node;
    place->previous = node;
}

void node_replace(struct node *old, struct node *node)
{
    node_put_before(node, old);
    node_remove(old);
}

/* ---- looking ---- */

struct str node_attribute(const struct node *node, const char *name)
{
    const GumboNode *source = node->source;
    if (!source || (source->type != GUMBO_NODE_ELEMENT && source->type != GUMBO_NODE_TEMPLATE))
        return STR_NULL;
    const GumboAttribute *attribute = gumbo_get_attribute(&source->v.element.attributes, name);
    return attribute ? str_from(attribute->value) : STR_NULL;
}

static void measure_add(struct measure *measure, const struct node *text)
{
    if (text->blank) {
        measure->pending = measure->pending || text->text.len > 0;
        return;
    }
    if (measure->length > 0 && (measure->pending || text->space_before))
        measure->length++;
    measure->length += text->inner;
    measure->commas += text->commas;
    measure->any_commas += text->any_commas;
    measure->pending = text->space_after;
}

struct measure node_measure(const struct node *node)
{
    struct measure measure = {0};
    if (node_is_text(node))
        measure_add(&measure, node);
    for (struct node *text = node_next_of(node, node, TAG_TEXT); text; text = node_next_of(text, node, TAG_TEXT))
        measure_add(&measure, text);
    return measure;
}

static void add_collapsed(struct buf *text, const struct node *node, bool *space)
{
    for (size_t i = 0; i < node->text.len; i++) {
        bool wide = is_no_break_space(node->text, i);
        if (wide || is_space(node->text.ptr[i])) {
            *space = true;
            i += wide;
            continue;
        }
        if (*space && text->len > 0)
            buf_char(text, ' ');
        *space = false;
        buf_char(text, node->text.ptr[i]);
    }
}

struct str node_inner_text(const struct node *node, struct arena *arena)
{
    struct buf text = {0};
    bool space = false;
    for (struct node *leaf = node_next_of(node, node, TAG_TEXT); leaf; leaf = node_next_of(leaf, node, TAG_TEXT))
        add_collapsed(&text, leaf, &space);
    struct str inner = arena_str(arena, buf_view(&text));
    buf_release(&text);
    return inner;
}

struct str node_first_line(const struct node *node, struct arena *arena)
{
    struct buf text = {0};
    bool space = false;
    for (struct node *part = node_next(node, node); part; part = node_next(part, node)) {
        if (node_is_text(part))
            add_collapsed(&text, part, &space);
        else if (part->tag == GUMBO_TAG_BR && buf_view(&text).len > 0)
            break;
    }
    struct str line = arena_str(arena, buf_view(&text));
    buf_release(&text);
    return line;
}
