/*
 * A page as a tree: what libgumbo parsed, in nodes that can be moved about without losing how they stood.
 *
 * Finding an article's main text rearranges the tree (main_text.c), and what is read at the end has to come in the page's
 * order. So each node has its links as they are worked on, and its parent as parsed; `node` lists all that were parsed
 * in the page's order. All of it lives in the arena that built it; nothing here recurses, however deep a page nests.
 */
#ifndef CORE_INTAKE_DOM_H
#define CORE_INTAKE_DOM_H

#include <gumbo.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/base/mem.h"
#include "core/base/str.h"

enum { TAG_TEXT = GUMBO_TAG_LAST + 1 }; /* beside GumboTag */

struct node {
    int tag; /* GumboTag, or TAG_TEXT; may be changed while the main text is looked for */
    int parsed_tag;
    struct node *parent, *first, *last, *previous, *next; /* as worked on */
    struct node *up;                                      /* as parsed; NULL for the root and for made ones */
    const GumboNode *source;                              /* NULL for made ones */
    struct str class, id;     /* in small letters, ending with NUL; "" where there are none */
    struct str text;          /* TAG_TEXT: as decoded */
    struct str origin;        /* the bytes of the page that it came from */
    uint32_t line, paragraph; /* TAG_TEXT: how many line and block breaks stood before it */

    /* TAG_TEXT: what its text measures with white space collapsed, so that it need not be looked at again. */
    uint32_t inner, commas, any_commas;
    bool blank, space_before, space_after;

    double score;
    bool scored, data_table, hidden;
    bool main; /* a part of the main text */
};

struct dom {
    struct arena *arena;
    struct node **node; /* in the page's order */
    size_t count, cap;
    struct node **meta; /* <meta> among them */
    size_t meta_count, meta_cap;
    struct node *root, *html, *head, *body; /* the last three may be NULL */
};

void dom_build(struct dom *dom, const GumboOutput *output, struct arena *arena);
void dom_release(struct dom *dom); /* the list; nodes are the arena's */

/* Everything back as it was parsed. */
void dom_reset(struct dom *dom);

/* ---- walking: the next node in the order of the tree below `within`, NULL at the end ---- */

struct node *node_next(const struct node *at, const struct node *within);
struct node *node_skip(const struct node *at, const struct node *within); /* passes over what is in it */
struct node *node_next_of(const struct node *at, const struct node *within, int tag);

static inline bool node_is_text(const struct node *node)
{
    return node->tag == TAG_TEXT;
}

struct node *node_first_element(const struct node *node);
struct node *node_next_element(const struct node *node); /* the sibling after it */
size_t node_count_elements(const struct node *node);     /* children */
size_t node_count_of(const struct node *node, int tag);  /* below it */
bool node_is_inside(const struct node *node, int tag);

/* ---- changing ---- */

struct node *node_make(struct dom *dom, int tag);
void node_remove(struct node *node);
void node_append(struct node *parent, struct node *node);    /* takes it from where it was */
void node_put_before(struct node *node, struct node *place); /* likewise */
void node_replace(struct node *old, struct node *node);

/* ---- looking ---- */

/* An attribute's value, STR_NULL where it has none. */
struct str node_attribute(const struct node *node, const char *name);

/* The text below a node with white space collapsed and trimmed: how many characters, and how many commas. */
struct measure {
    size_t length, commas /* "," */, any_commas /* of any script */;
    bool pending;
};
struct measure node_measure(const struct node *node);

/* The same text itself. */
struct str node_inner_text(const struct node *node, struct arena *arena);
/* The same, up to the first <br> after any of it. */
struct str node_first_line(const struct node *node, struct arena *arena);

/* Elements that stand apart from what is around them. */
bool tag_is_block(int tag);

#endif
