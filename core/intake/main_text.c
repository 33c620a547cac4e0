/* Finding the article in a page: scoring, choosing, trying again. The method is described in main_text.h. */
#include "core/intake/main_sift.h"

#include <stdlib.h>
#include <string.h>

enum {
    TOP_MOST = 5,      /* candidates that are compared */
    LONG_ENOUGH = 500, /* characters of an article: less is tried again */
    PARAGRAPH_LEAST = 25,
    SCORE_LEVELS = 5,
    SAME_ABOVE_LEAST = 3, /* candidates that make what they share the better choice */
};

/* ---- names ---- */

static const char *const positive[] = {"article", "blog", "body",       "content", "entry", "h-entry", "hentry",
                                       "main",    "page", "pagination", "post",    "story", "text",    NULL};
static const char *const negative[] = {
    "-ad-",     "banner",  "com-",       "combx",    "comment", "contact", "footer", "gdpr",  "hidden",
    "masthead", "media",   "meta",       "outbrain", "promo",   "related", "scroll", "share", "shopping",
    "shoutbox", "sidebar", "skyscraper", "sponsor",  "tags",    "widget",  NULL};
static bool holds_any(struct str text, const char *const *words)
{
    for (; text.len > 0 && *words; words++)
        if (strstr(text.ptr, *words))
            return true;
    return false;
}

bool main_names_any(const struct node *node, const char *const *words)
{
    return holds_any(node->class, words) || holds_any(node->id, words);
}

/* "hid" counts as a word of its own only. */
static bool has_word(struct str text, struct str word)
{
    while (text.len > 0)
        if (str_eq(str_split(&text, ' '), word))
            return true;
    return false;
}

static double weight_of(struct str name)
{
    bool bad = holds_any(name, negative) || has_word(name, STR("hid"));
    return (bad ? -25 : 0) + (holds_any(name, positive) ? 25 : 0);
}

double main_weight(const struct node *node, unsigned flags)
{
    return flags & MAIN_WEIGH ? weight_of(node->class) + weight_of(node->id) : 0;
}

/* Links within the page count for less. */
double main_link_density(const struct node *node)
{
    double links = 0, all = (double)node_measure(node).length;
    if (all == 0)
        return 0;
    for (struct node *a = node_next_of(node, node, GUMBO_TAG_A); a; a = node_next_of(a, node, GUMBO_TAG_A)) {
        struct str href = node_attribute(a, "href");
        links += (double)node_measure(a).length * (href.len > 1 && href.ptr[0] == '#' ? 0.3 : 1);
    }
    return links / all;
}

/* ---- scoring ---- */

static void begin_score(struct attempt *attempt, struct node *node)
{
    switch (node->tag) {
    case GUMBO_TAG_DIV:
        node->score = 5;
        break;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_BLOCKQUOTE:
        node->score = 3;
        break;
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_FORM:
        node->score = -3;
        break;
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_TH:
        node->score = -5;
        break;
    default:
        node->score = 0;
    }
    node->score += main_weight(node, attempt->flags);
    node->scored = true;
}

static void add_candidate(struct attempt *attempt, struct node *node)
{
    begin_score(attempt, node);
    attempt->candidate =
        mem_grow(attempt->candidate, &attempt->candidate_cap, attempt->candidate_count + 1, sizeof(struct node *));
    attempt->candidate[attempt->candidate_count++] = node;
}

static void score_paragraph(struct attempt *attempt, const struct node *paragraph)
{
    struct measure measure = node_measure(paragraph);
    if (measure.length < PARAGRAPH_LEAST)
        return;
    size_t hundreds = measure.length / 100;
    double points = 2 + (double)measure.any_commas + (double)(hundreds < 3 ? hundreds : 3);
    struct node *above = paragraph->parent;
    for (int level = 0; level < SCORE_LEVELS && above && above->parent && above->parent != attempt->dom->root;
         level++) {
        if (!above->scored)
            add_candidate(attempt, above);
        above->score += points / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
        above = above->parent;
    }
}

struct top {
    struct node *node[TOP_MOST];
    size_t count;
};

static void enter(struct top *top, struct node *node)
{
    size_t at = 0;
    while (at < top->count && node->score <= top->node[at]->score)
        at++;
    if (at == TOP_MOST)
        return;
    size_t last = top->count < TOP_MOST ? top->count++ : TOP_MOST - 1;
    for (size_t i = last; i > at; i--)
        top->node[i] = top->node[i - 1];
    top->node[at] = node;
}

static struct top score(struct attempt *attempt)
{
    struct top top = {0};
    for (size_t i = 0; i < attempt->paragraph_count; i++)
        if (attempt->paragraph[i]->parent)
            score_paragraph(attempt, attempt->paragraph[i]);
    for (size_t i = 0; i < attempt->candidate_count; i++) {
        attempt->candidate[i]->score *= 1 - main_link_density(attempt->candidate[i]);
        enter(&top, attempt->candidate[i]);
    }
    return top;
}

/* ---- choosing ---- */

static bool is_above(const struct node *above, const struct node *node)
{
    for (node = node->parent; node; node = node->parent)
        if (node == above)
            return true;
    return false;
}

static bool is_top_of_page(const struct node *node)
{
    return !node || node->tag == GUMBO_TAG_BODY || !node->parent;
}

/* What several good candidates stand in is better than each of them. */
static struct node *shared_above(const struct top *top)
{
    struct node *best = top->node[0];
    size_t rivals = 0;
    for (size_t i = 1; i < top->count; i++)
        rivals += top->node[i]->score / best->score >= 0.75;
    if (rivals < SAME_ABOVE_LEAST)
        return best;
    for (struct node *above = best->parent; !is_top_of_page(above); above = above->parent) {
        size_t count = 0;
        for (size_t i = 1; i < top->count; i++)
            count += top->node[i]->score / best->score >= 0.75 && is_above(above, top->node[i]);
        if (count >= SAME_ABOVE_LEAST)
            return above;
    }
    return best;
}

/* Upwards while that has more points, and past what holds nothing else. */
static struct node *climb(struct attempt *attempt, struct node *best)
{
    if (!best->scored)
        begin_score(attempt, best);
    double last = best->score, least = last / 3;
    for (struct node *above = best->parent; !is_top_of_page(above); above = above->parent) {
        if (!above->scored)
            continue;
        if (above->score < least)
            break;
        if (above->score > last) {
            best = above;
            break;
        }
        last = above->score;
    }
    while (!is_top_of_page(best->parent) && node_count_elements(best->parent) == 1)
        best = best->parent;
    if (!best->scored)
        begin_score(attempt, best);
    return best;
}

/* Nothing stands out: the whole page. */
static struct node *whole_page(struct attempt *attempt)
{
    struct node *all = node_make(attempt->dom, GUMBO_TAG_DIV), *body = attempt->dom->body;
    while (body && body->first)
        node_append(all, body->first);
    if (body)
        node_append(body, all);
    begin_score(attempt, all);
    return all;
}

static struct node *choose(struct attempt *attempt, const struct top *top)
{
    if (top->count == 0 || top->node[0]->tag == GUMBO_TAG_BODY)
        return whole_page(attempt);
    return climb(attempt, shared_above(top));
}

static bool ends_a_sentence(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] == '.' && (i + 1 == text.len || text.ptr[i + 1] == ' '))
            return true;
    return false;
}

static bool belongs(struct attempt *attempt, const struct node *sibling, const struct node *best)
{
    double bonus = best->class.len > 0 && str_eq(sibling->class, best->class) ? best->score * 0.2 : 0;
    double least = best->score * 0.2 > 10 ? best->score * 0.2 : 10;
    if (sibling == best || (sibling->scored && sibling->score + bonus >= least))
        return true;
    if (sibling->tag != GUMBO_TAG_P)
        return false;
    size_t length = node_measure(sibling).length;
    double density = main_link_density(sibling);
    return (length > 80 && density < 0.25) || (length > 0 && length < 80 && density == 0 &&
                                               ends_a_sentence(node_inner_text(sibling, attempt->dom->arena)));
}

static struct node *gather(struct attempt *attempt, struct node *best)
{
    struct node *article = node_make(attempt->dom, GUMBO_TAG_DIV), *next;
    struct node *sibling = best->parent ? node_first_element(best->parent) : best;
    for (; sibling; sibling = next) {
        next = node_next_element(sibling);
        if (!belongs(attempt, sibling, best))
            continue;
        if (sibling->tag != GUMBO_TAG_ARTICLE && sibling->tag != GUMBO_TAG_SECTION && sibling->tag != GUMBO_TAG_P &&
            sibling->tag != GUMBO_TAG_OL && sibling->tag != GUMBO_TAG_UL)
            sibling->tag = GUMBO_TAG_DIV;
        node_append(article, sibling);
    }
    return article;
}

/* ---- all attempts ---- */

static void mark(struct node *below)
{
    for (struct node *text = node_next_of(below, below, TAG_TEXT); text; text = node_next_of(text, below, TAG_TEXT))
        text->main = true;
}

/* Marks what it found, and returns how long that is. */
static size_t try(struct dom *dom, const struct main_known *known, unsigned flags, struct str *ret_byline)
{
    struct attempt attempt = {.dom = dom, .known = known, .flags = flags};
    main_prepare(&attempt);
    main_set_aside(&attempt);
    struct top top = score(&attempt);
    struct node *article = gather(&attempt, choose(&attempt, &top));
    main_clean(dom, article, flags);
    size_t length = node_measure(article).length;
    mark(article);
    if (attempt.headline && length > 0)
        mark(attempt.headline);
    *ret_byline = attempt.byline;
    free(attempt.paragraph);
    free(attempt.candidate);
    return length;
}

void main_text_find(struct dom *dom, const struct main_known *known, struct str *ret_byline)
{
    static const unsigned attempts[] = {MAIN_SET_ASIDE | MAIN_WEIGH | MAIN_CLEAN, MAIN_WEIGH | MAIN_CLEAN, MAIN_CLEAN,
                                        0};
    size_t best = 0, best_length = 0, count = sizeof(attempts) / sizeof(attempts[0]);
    for (size_t i = 0; i < count; i++) {
        size_t length = try(dom, known, attempts[i], ret_byline);
        if (length > best_length) {
            best = i;
            best_length = length;
        }
        if (length >= LONG_ENOUGH)
            break;
        if (i + 1 == count && best != i)
            try(dom, known, attempts[best], ret_byline);
    }
}
