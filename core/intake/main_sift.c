/* Sifting a page: what can't be the article is set aside, and what could be a paragraph is made one. */
#include "core/intake/main_sift.h"

#include <string.h>

enum { BYLINE_MOST = 100 };

/* ---- names ---- */

static const char *const unlikely[] = {
    "-ad-",      "ad-break",   "agegate",    "ai2html", "banner",  "breadcrumbs",  "combx",      "comment",
    "community", "cover-wrap", "disqus",     "extra",   "footer",  "gdpr",         "header",     "legends",
    "menu",      "pager",      "pagination", "popup",   "related", "remark",       "replies",    "rss",
    "shoutbox",  "sidebar",    "skyscraper", "social",  "sponsor", "supplemental", "yom-remote", NULL};
static const char *const maybe[] = {"and", "article", "body", "column", "content", "main", "mathjax", "shadow", NULL};
static const char *const byline[] = {"byline", "author", "dateline", "writtenby", "p-author", NULL};
static const char *const unlikely_roles[] = {"menu",  "menubar",     "complementary", "navigation",
                                             "alert", "alertdialog", "dialog",        NULL};

/* ---- setting aside ---- */

/* "display: none" in a style attribute. */
static bool style_says(struct str style, struct str property, struct str value)
{
    while (style.len > 0) {
        struct str rest = str_split(&style, ';');
        struct str name = str_trim(str_split(&rest, ':'));
        rest = str_trim(rest);
        if (str_eq_nocase(name, property) && rest.len >= value.len &&
            str_eq_nocase(str_slice(rest, 0, value.len), value))
            return true;
    }
    return false;
}

static bool is_visible(const struct node *node)
{
    struct str style = node_attribute(node, "style");
    if (style_says(style, STR("display"), STR("none")) || style_says(style, STR("visibility"), STR("hidden")))
        return false;
    bool for_aria = str_eq(node_attribute(node, "aria-hidden"), STR("true"));
    return !node_attribute(node, "hidden").ptr && (!for_aria || strstr(node->class.ptr, "fallback-image"));
}

static bool is_modal(const struct node *node)
{
    return str_eq(node_attribute(node, "aria-modal"), STR("true")) &&
           str_eq(node_attribute(node, "role"), STR("dialog"));
}

static bool is_unlikely(const struct node *node)
{
    struct str role = node_attribute(node, "role");
    if (main_names_any(node, unlikely) && !main_names_any(node, maybe) && !node_is_inside(node, GUMBO_TAG_TABLE) &&
        !node_is_inside(node, GUMBO_TAG_CODE) && node->tag != GUMBO_TAG_BODY && node->tag != GUMBO_TAG_A)
        return true;
    for (size_t i = 0; role.ptr && unlikely_roles[i]; i++)
        if (str_eq(role, str_from(unlikely_roles[i])))
            return true;
    return false;
}

static bool is_empty(const struct node *node)
{
    if (node_measure(node).length > 0)
        return false;
    for (const struct node *child = node_first_element(node); child; child = node_next_element(child))
        if (child->tag != GUMBO_TAG_BR && child->tag != GUMBO_TAG_HR)
            return false;
    return true;
}

static bool is_heading(int tag)
{
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

static bool may_be_empty_box(int tag)
{
    return tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_HEADER || is_heading(tag);
}

static bool is_byline(const struct node *node)
{
    struct str itemprop = node_attribute(node, "itemprop");
    bool named = str_eq(node_attribute(node, "rel"), STR("author")) ||
                 (itemprop.ptr && str_find(itemprop, STR("author"), 0) < itemprop.len) || main_names_any(node, byline);
    if (!named)
        return false;
    size_t length = node_measure(node).length;
    return length > 0 && length < BYLINE_MOST;
}

/* The name itself where the byline says which part of it that is, or its first line. */
static struct str byline_text(struct dom *dom, const struct node *node)
{
    for (const struct node *part = node_next(node, node); part; part = node_next(part, node)) {
        struct str itemprop = node_is_text(part) ? STR_NULL : node_attribute(part, "itemprop");
        if (itemprop.ptr && str_find(itemprop, STR("name"), 0) < itemprop.len)
            return node_inner_text(part, dom->arena);
    }
    bool item = node->tag == GUMBO_TAG_LI; /* of a menu: "bylines" */
    return item ? STR("") : node_first_line(node, dom->arena);
}

/* ---- paragraphs ---- */

static bool is_phrase_tag(int tag)
{
    static const bool is_one[TAG_TEXT + 1] = {
        [GUMBO_TAG_ABBR] = true,     [GUMBO_TAG_AUDIO] = true,  [GUMBO_TAG_B] = true,
        [GUMBO_TAG_BDO] = true,      [GUMBO_TAG_BR] = true,     [GUMBO_TAG_BUTTON] = true,
        [GUMBO_TAG_CITE] = true,     [GUMBO_TAG_CODE] = true,   [GUMBO_TAG_DATA] = true,
        [GUMBO_TAG_DATALIST] = true, [GUMBO_TAG_DFN] = true,    [GUMBO_TAG_EM] = true,
        [GUMBO_TAG_EMBED] = true,    [GUMBO_TAG_I] = true,      [GUMBO_TAG_IMG] = true,
        [GUMBO_TAG_INPUT] = true,    [GUMBO_TAG_KBD] = true,    [GUMBO_TAG_LABEL] = true,
        [GUMBO_TAG_MARK] = true,     [GUMBO_TAG_MATH] = true,   [GUMBO_TAG_METER] = true,
        [GUMBO_TAG_NOSCRIPT] = true, [GUMBO_TAG_OBJECT] = true, [GUMBO_TAG_OUTPUT] = true,
        [GUMBO_TAG_PROGRESS] = true, [GUMBO_TAG_Q] = true,      [GUMBO_TAG_RUBY] = true,
        [GUMBO_TAG_SAMP] = true,     [GUMBO_TAG_SCRIPT] = true, [GUMBO_TAG_SELECT] = true,
        [GUMBO_TAG_SMALL] = true,    [GUMBO_TAG_SPAN] = true,   [GUMBO_TAG_STRONG] = true,
        [GUMBO_TAG_SUB] = true,      [GUMBO_TAG_SUP] = true,    [GUMBO_TAG_TEXTAREA] = true,
        [GUMBO_TAG_TIME] = true,     [GUMBO_TAG_VAR] = true,    [GUMBO_TAG_WBR] = true,
    };
    return is_one[tag];
}

/* Links are phrases where all that is in them is; looked at without recursion. */
static bool is_phrase(const struct node *node)
{
    const struct node *at = node;
    while (at) {
        bool link = at->tag == GUMBO_TAG_A || at->tag == GUMBO_TAG_DEL || at->tag == GUMBO_TAG_INS;
        if (!link && !node_is_text(at) && !is_phrase_tag(at->tag))
            return false;
        at = link ? node_next(at, node) : node_skip(at, node);
    }
    return true;
}

static bool is_white(const struct node *node)
{
    return node_is_text(node) ? node->blank : node->tag == GUMBO_TAG_BR;
}

static void trim_end(struct node *node)
{
    while (node->last && is_white(node->last))
        node_remove(node->last);
}

/* Text that stands loose in a div, beside blocks, becomes a paragraph. */
static void wrap_phrases(struct attempt *attempt, struct node *div)
{
    struct node *paragraph = NULL, *next;
    for (struct node *child = div->first; child; child = next) {
        next = child->next;
        if (!is_phrase(child)) {
            if (paragraph)
                trim_end(paragraph);
            paragraph = NULL;
        } else if (paragraph) {
            node_append(paragraph, child);
        } else if (!is_white(child)) {
            paragraph = node_make(attempt->dom, GUMBO_TAG_P);
            node_replace(child, paragraph);
            node_append(paragraph, child);
        }
    }
}

static bool has_only(const struct node *node, int tag)
{
    const struct node *child = node_first_element(node);
    if (!child || child->tag != tag || node_next_element(child))
        return false;
    for (child = node->first; child; child = child->next)
        if (node_is_text(child) && !child->blank)
            return false;
    return true;
}

static bool is_block_of_text(int tag)
{
    return tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_DL || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_IMG ||
           tag == GUMBO_TAG_OL || tag == GUMBO_TAG_P || tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_TABLE ||
           tag == GUMBO_TAG_UL;
}

static bool has_block(const struct node *node)
{
    for (const struct node *below = node_next(node, node); below; below = node_next(below, node))
        if (is_block_of_text(below->tag))
            return true;
    return false;
}

static void add_paragraph(struct attempt *attempt, struct node *node)
{
    attempt->paragraph =
        mem_grow(attempt->paragraph, &attempt->paragraph_cap, attempt->paragraph_count + 1, sizeof(struct node *));
    attempt->paragraph[attempt->paragraph_count++] = node;
}

/* A div that holds one paragraph is that paragraph, and one that holds no blocks is one itself. */
static struct node *take_div(struct attempt *attempt, struct node *div)
{
    wrap_phrases(attempt, div);
    if (has_only(div, GUMBO_TAG_P) && main_link_density(div) < 0.25) {
        struct node *only = node_first_element(div);
        node_replace(div, only);
        add_paragraph(attempt, only);
        return only;
    }
    if (!has_block(div)) {
        div->tag = GUMBO_TAG_P;
        add_paragraph(attempt, div);
    }
    return div;
}

static bool gives_points(int tag)
{
    return tag == GUMBO_TAG_SECTION || (tag >= GUMBO_TAG_H2 && tag <= GUMBO_TAG_H6) || tag == GUMBO_TAG_P ||
           tag == GUMBO_TAG_TD || tag == GUMBO_TAG_PRE;
}

/* How much of the words of `b` is in `a`: 0 to 1. Words of letters and digits of ASCII, as the method has it. */
static double similarity(struct str a, struct str b)
{
    size_t all = 0, strange = 0;
    for (size_t i = 0; i < b.len;) {
        size_t start = i;
        while (i < b.len && (is_alpha(b.ptr[i]) || is_digit(b.ptr[i]) || b.ptr[i] == '_'))
            i++;
        struct str word = str_slice(b, start, i);
        bool found = false;
        for (size_t j = 0; j < a.len && word.len > 0 && !found;) {
            size_t from = j;
            while (j < a.len && (is_alpha(a.ptr[j]) || is_digit(a.ptr[j]) || a.ptr[j] == '_'))
                j++;
            found = str_eq_nocase(str_slice(a, from, j), word);
            j += j == from;
        }
        all += word.len > 0 ? word.len + 1 : 0;
        strange += word.len > 0 && !found ? word.len + 1 : 0;
        i += i == start;
    }
    return all > 0 ? 1 - (double)strange / (double)all : 0;
}

static bool repeats_title(struct attempt *attempt, const struct node *node)
{
    if (node->tag != GUMBO_TAG_H1 && node->tag != GUMBO_TAG_H2)
        return false;
    struct str heading = node_inner_text(node, attempt->dom->arena);
    return attempt->known->title.len > 0 && similarity(attempt->known->title, heading) > 0.75;
}

static bool is_set_aside(struct attempt *attempt, struct node *node)
{
    if (!is_visible(node) || is_modal(node))
        return true;
    if (!attempt->byline.ptr && !attempt->known->author && is_byline(node)) {
        attempt->byline = byline_text(attempt->dom, node);
        return true;
    }
    if (!attempt->headline && repeats_title(attempt, node)) {
        attempt->headline = node;
        return true;
    }
    if ((attempt->flags & MAIN_SET_ASIDE) && is_unlikely(node))
        return true;
    return may_be_empty_box(node->tag) && is_empty(node);
}

static struct node *next_element(struct node *node, const struct node *within, bool skip)
{
    node = skip ? node_skip(node, within) : node_next(node, within);
    while (node && node_is_text(node))
        node = node_next(node, within);
    return node;
}

void main_set_aside(struct attempt *attempt)
{
    struct node *root = attempt->dom->root, *node = attempt->dom->html;
    while (node) {
        if (is_set_aside(attempt, node)) {
            struct node *gone = node;
            node = next_element(node, root, true);
            node_remove(gone);
            continue;
        }
        if (gives_points(node->tag))
            add_paragraph(attempt, node);
        if (node->tag == GUMBO_TAG_DIV)
            node = take_div(attempt, node);
        node = next_element(node, root, false);
    }
}

/* ---- before the first look ---- */

static struct node *next_but_white(struct node *node)
{
    while (node && node_is_text(node) && node->blank)
        node = node->next;
    return node;
}

/* Two line breaks and more are where a paragraph ends. */
static void take_breaks(struct attempt *attempt, struct node *br)
{
    struct node *next = next_but_white(br->next);
    bool several = false;
    while (next && next->tag == GUMBO_TAG_BR) {
        struct node *after = next->next;
        node_remove(next);
        next = next_but_white(after);
        several = true;
    }
    if (!several)
        return;
    struct node *paragraph = node_make(attempt->dom, GUMBO_TAG_P);
    node_replace(br, paragraph);
    for (next = paragraph->next; next;) {
        struct node *other = next->tag == GUMBO_TAG_BR ? next_but_white(next->next) : NULL;
        if ((other && other->tag == GUMBO_TAG_BR) || !is_phrase(next))
            break;
        struct node *after = next->next;
        node_append(paragraph, next);
        next = after;
    }
    trim_end(paragraph);
    if (paragraph->parent->tag == GUMBO_TAG_P)
        paragraph->parent->tag = GUMBO_TAG_DIV;
}

void main_prepare(struct attempt *attempt)
{
    struct dom *dom = attempt->dom;
    dom_reset(dom);
    for (size_t i = 0; i < dom->count; i++) {
        struct node *node = dom->node[i];
        if (node->tag == GUMBO_TAG_SCRIPT || node->tag == GUMBO_TAG_NOSCRIPT || node->tag == GUMBO_TAG_STYLE ||
            node->tag == GUMBO_TAG_TEMPLATE)
            node_remove(node);
        else if (node->tag == GUMBO_TAG_FONT)
            node->tag = GUMBO_TAG_SPAN;
    }
    for (size_t i = 0; i < dom->count; i++)
        if (dom->node[i]->tag == GUMBO_TAG_BR && dom->node[i]->parent)
            take_breaks(attempt, dom->node[i]);
}
