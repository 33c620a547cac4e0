/* What is taken out of an article once it is found: forms, shares, lists of links, empty and embedded things. */
#include <stdlib.h>
#include <string.h>

#include "core/intake/main_text.h"

enum {
    COMMAS_ENOUGH = 10, /* text with that many is text, whatever else it looks like */
    SHARE_MOST = 500,   /* characters of what only offers to share */
};

/* ---- tables: data, or layout ---- */

static size_t span_of(const struct node *cell, const char *name)
{
    struct str text = node_attribute(cell, name);
    size_t span = 0;
    for (size_t i = 0; i < text.len && i < 4 && is_digit(text.ptr[i]); i++)
        span = span * 10 + (size_t)(text.ptr[i] - '0');
    return span > 0 ? span : 1;
}

static void measure_table(const struct node *table, size_t *ret_rows, size_t *ret_columns)
{
    *ret_rows = *ret_columns = 0;
    for (struct node *row = node_next_of(table, table, GUMBO_TAG_TR); row;
         row = node_next_of(row, table, GUMBO_TAG_TR)) {
        size_t columns = 0;
        *ret_rows += span_of(row, "rowspan");
        for (struct node *cell = node_first_element(row); cell; cell = node_next_element(cell))
            columns += cell->tag == GUMBO_TAG_TD ? span_of(cell, "colspan") : 0;
        *ret_columns = columns > *ret_columns ? columns : *ret_columns;
    }
}

static bool has_data_parts(const struct node *table)
{
    for (struct node *node = node_next(table, table); node; node = node_next(node, table)) {
        if (node->tag == GUMBO_TAG_COL || node->tag == GUMBO_TAG_COLGROUP || node->tag == GUMBO_TAG_TFOOT ||
            node->tag == GUMBO_TAG_THEAD || node->tag == GUMBO_TAG_TH)
            return true;
        if (node->tag == GUMBO_TAG_CAPTION && node->first)
            return true;
    }
    return false;
}

static bool is_data_table(const struct node *table)
{
    size_t rows, columns;
    if (str_eq(node_attribute(table, "role"), STR("presentation")) ||
        str_eq(node_attribute(table, "datatable"), STR("0")))
        return false;
    if (node_attribute(table, "summary").len > 0 || has_data_parts(table))
        return true;
    if (node_count_of(table, GUMBO_TAG_TABLE) > 0)
        return false;
    measure_table(table, &rows, &columns);
    if (rows == 1 || columns == 1)
        return false;
    return rows >= 10 || columns > 4 || rows * columns > 10;
}

bool main_is_inside_data_table(const struct node *node)
{
    for (const struct node *above = node->parent; above; above = above->parent)
        if (above->tag == GUMBO_TAG_TABLE && above->data_table)
            return true;
    return false;
}

/* ---- what is only text in part ---- */

static size_t length_of_all(const struct node *node, bool (*is_wanted)(int tag))
{
    size_t length = 0;
    for (struct node *below = node_next(node, node); below; below = node_next(below, node))
        if (is_wanted(below->tag))
            length += node_measure(below).length;
    return length;
}

static bool is_list_tag(int tag)
{
    return tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL;
}

static bool is_heading_tag(int tag)
{
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

static bool is_embedded(int tag)
{
    return tag == GUMBO_TAG_OBJECT || tag == GUMBO_TAG_EMBED || tag == GUMBO_TAG_IFRAME;
}

static bool is_textish(int tag)
{
    static const bool is_one[TAG_TEXT + 1] = {
        [GUMBO_TAG_SPAN] = true, [GUMBO_TAG_LI] = true,  [GUMBO_TAG_TD] = true,    [GUMBO_TAG_BLOCKQUOTE] = true,
        [GUMBO_TAG_DL] = true,   [GUMBO_TAG_DIV] = true, [GUMBO_TAG_IMG] = true,   [GUMBO_TAG_OL] = true,
        [GUMBO_TAG_P] = true,    [GUMBO_TAG_PRE] = true, [GUMBO_TAG_TABLE] = true, [GUMBO_TAG_UL] = true,
    };
    return is_one[tag];
}

static bool is_list(const struct node *node)
{
    if (is_list_tag(node->tag))
        return true;
    size_t length = node_measure(node).length;
    return length > 0 && (double)length_of_all(node, is_list_tag) / (double)length > 0.9;
}

/* Players of the well-known houses stay, and what is around them. */
static bool is_player(const struct node *node)
{
    static const char *const houses[] = {
        "youtube.com", "youtube-nocookie.com", "player.vimeo.com", "dailymotion.com",
        "v.qq.com",    "player.twitch.tv",     "archive.org/",     "upload.wikimedia.org",
        NULL};
    static const char *const places[] = {"src", "data", "data-src"};
    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
        struct str place = node_attribute(node, places[i]);
        for (size_t j = 0; place.ptr && houses[j]; j++)
            if (strstr(place.ptr, houses[j]))
                return true;
    }
    return false;
}

/* Nothing but "Advertisement", "Loading…" and such. */
static bool is_only_notice(struct str text)
{
    static const char *const notices[] = {"ad",       "advertising", "advertisement", "pub",        "publicité",
                                          "werb",     "werbung",     "广告",          "Реклама",    "Anuncio",
                                          "loading",  "loading…",    "loading...",    "chargement", "chargement…",
                                          "cargando", "cargando…",   "正在加载",      "Загрузка",   NULL};
    for (size_t i = 0; text.len > 0 && text.len < 32 && notices[i]; i++)
        if (str_eq_nocase(text, str_from(notices[i])))
            return true;
    return false;
}

struct counts {
    size_t p, img, li, input, embeds;
    bool player;
};

static struct counts count_parts(const struct node *node)
{
    struct counts counts = {0};
    for (struct node *below = node_next(node, node); below; below = node_next(below, node)) {
        counts.p += below->tag == GUMBO_TAG_P;
        counts.img += below->tag == GUMBO_TAG_IMG;
        counts.li += below->tag == GUMBO_TAG_LI;
        counts.input += below->tag == GUMBO_TAG_INPUT;
        if (is_embedded(below->tag)) {
            counts.embeds++;
            counts.player = counts.player || is_player(below);
        }
    }
    return counts;
}

/* A list of pictures is an album, not a menu. */
static bool is_album(const struct node *node, const struct counts *counts)
{
    for (const struct node *child = node_first_element(node); child; child = node_next_element(child))
        if (node_count_elements(child) > 1)
            return false;
    return counts->img == counts->li;
}

static bool looks_like_none(const struct node *node, const struct counts *counts, bool list, double weight)
{
    size_t length = node_measure(node).length;
    double all = length > 0 ? (double)length : 1, links = main_link_density(node);
    double headings = length > 0 ? (double)length_of_all(node, is_heading_tag) / all : 0;
    bool figure = node_is_inside(node, GUMBO_TAG_FIGURE);
    if (!figure && counts->img > 1 && (double)counts->p / (double)counts->img < 0.5)
        return true;
    if (!list && counts->li > counts->p + 100)
        return true;
    if (counts->input > counts->p / 3)
        return true;
    if (!list && !figure && headings < 0.9 && length < 25 && (counts->img == 0 || counts->img > 2) && links > 0)
        return true;
    if ((!list && weight < 25 && links > 0.2) || (weight >= 25 && links > 0.5))
        return true;
    if ((counts->embeds == 1 && length < 75) || counts->embeds > 1)
        return true;
    return counts->img == 0 && (length == 0 || length_of_all(node, is_textish) == 0);
}

static bool holds_data_table(const struct node *node)
{
    for (struct node *t = node_next_of(node, node, GUMBO_TAG_TABLE); t; t = node_next_of(t, node, GUMBO_TAG_TABLE))
        if (t->data_table)
            return true;
    return false;
}

static bool is_none_of_it(struct dom *dom, const struct node *node, unsigned flags)
{
    if ((node->tag == GUMBO_TAG_TABLE && node->data_table) || main_is_inside_data_table(node) ||
        node_is_inside(node, GUMBO_TAG_CODE) || holds_data_table(node))
        return false;
    double weight = main_weight(node, flags);
    struct measure measure = node_measure(node);
    if (weight < 0)
        return true;
    if (measure.commas >= COMMAS_ENOUGH)
        return false;
    struct counts counts = count_parts(node);
    if (counts.player)
        return false;
    if (measure.length < 32 && is_only_notice(node_inner_text(node, dom->arena)))
        return true;
    bool list = is_list(node), none = looks_like_none(node, &counts, list, weight);
    return none && !(list && is_album(node, &counts));
}

/* ---- taking out ---- */

struct found {
    struct node **node;
    size_t count, cap;
};

static struct found find_all(const struct node *article, int tag)
{
    struct found found = {0};
    for (struct node *n = node_next_of(article, article, tag); n; n = node_next_of(n, article, tag)) {
        found.node = mem_grow(found.node, &found.cap, found.count + 1, sizeof(struct node *));
        found.node[found.count++] = n;
    }
    return found;
}

/* From the last to the first, so that what is inside is judged before what it is in. */
static void clean_suspects(struct dom *dom, struct node *article, int tag, unsigned flags)
{
    if (!(flags & MAIN_CLEAN))
        return;
    struct found found = find_all(article, tag);
    while (found.count-- > 0)
        if (is_none_of_it(dom, found.node[found.count], flags))
            node_remove(found.node[found.count]);
    free(found.node);
}

static void clean_all(struct node *article, int tag)
{
    struct found found = find_all(article, tag);
    while (found.count-- > 0)
        if (!is_embedded(tag) || !is_player(found.node[found.count]))
            node_remove(found.node[found.count]);
    free(found.node);
}

/* "share" as a word: between what is no letter or digit. */
static bool offers_to_share(struct str name)
{
    for (size_t at = 0; (at = str_find(name, STR("share"), at)) < name.len; at++) {
        size_t end = at + 5;
        if (str_starts(str_slice(name, end, name.len), STR("daddy")))
            end += 5;
        bool begins = at == 0 || !(is_alpha(name.ptr[at - 1]) || is_digit(name.ptr[at - 1]));
        if (begins && (end == name.len || !(is_alpha(name.ptr[end]) || is_digit(name.ptr[end]))))
            return true;
    }
    return false;
}

static void clean_shares(struct node *article)
{
    struct node *next;
    for (struct node *part = node_first_element(article); part; part = node_next_element(part))
        for (struct node *node = node_next(part, part); node; node = next) {
            next = node_next(node, part);
            bool shares = !node_is_text(node) && (offers_to_share(node->class) || offers_to_share(node->id));
            if (!shares || node_measure(node).length >= SHARE_MOST)
                continue;
            next = node_skip(node, part);
            node_remove(node);
        }
}

static void clean_headings(struct node *article, unsigned flags)
{
    for (int tag = GUMBO_TAG_H1; tag <= GUMBO_TAG_H2; tag++) {
        struct found found = find_all(article, tag);
        while (found.count-- > 0)
            if (main_weight(found.node[found.count], flags) < 0)
                node_remove(found.node[found.count]);
        free(found.node);
    }
}

void main_clean(struct dom *dom, struct node *article, unsigned flags)
{
    static const int first[] = {GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_FOOTER, GUMBO_TAG_LINK, GUMBO_TAG_ASIDE};
    static const int then[] = {GUMBO_TAG_IFRAME, GUMBO_TAG_INPUT, GUMBO_TAG_TEXTAREA, GUMBO_TAG_SELECT,
                               GUMBO_TAG_BUTTON};
    for (struct node *t = node_next_of(article, article, GUMBO_TAG_TABLE); t;
         t = node_next_of(t, article, GUMBO_TAG_TABLE))
        t->data_table = is_data_table(t);
    clean_suspects(dom, article, GUMBO_TAG_FORM, flags);
    clean_suspects(dom, article, GUMBO_TAG_FIELDSET, flags);
    for (size_t i = 0; i < sizeof(first) / sizeof(first[0]); i++)
        clean_all(article, first[i]);
    clean_shares(article);
    for (size_t i = 0; i < sizeof(then) / sizeof(then[0]); i++)
        clean_all(article, then[i]);
    clean_headings(article, flags);
    clean_suspects(dom, article, GUMBO_TAG_TABLE, flags);
    clean_suspects(dom, article, GUMBO_TAG_UL, flags);
    clean_suspects(dom, article, GUMBO_TAG_DIV, flags);
}
