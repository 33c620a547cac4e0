/* What a page says of itself: names from <meta> and the like, and dates and bylines as pages write them. */
#include "core/intake/page_meta.h"

#include <string.h>

#include "core/base/buf.h"
#include "core/intake/page_byline.h"
#include "core/intake/page_date.h"
#include "core/intake/page_json.h"
#include "core/intake/reader.h"

/* Names of <meta> in the order in which they are believed; "." and ":" count as the same. */
static const char *const title_names[] = {
    "dc:title",      "dcterm:title",  "og:title", "weibo:article:title", "weibo:webpage:title", "title",
    "twitter:title", "parsely-title", NULL};
static const char *const author_names[] = {
    "dc:creator", "dcterm:creator",       "author", "parsely-author", "article:author", "sailthru:author",
    "byl",        "twitter:creator:name", NULL};
static const char *const publisher_names[] = {
    "og:site_name", "dc:publisher", "dcterms:publisher", "citation_publisher", "publisher", "application-name", NULL};
static const char *const published_names[] = {"article:published_time",
                                              "parsely-pub-date",
                                              "datepublished",
                                              "dc:date:issued",
                                              "dcterms:issued",
                                              "dc:date",
                                              "dcterms:date",
                                              "dcterms:created",
                                              "dc:date:created",
                                              "citation_publication_date",
                                              "publish-date",
                                              "publishdate",
                                              "pubdate",
                                              "sailthru:date",
                                              "pdate",
                                              "og:published_time",
                                              "date",
                                              NULL};
static const char *const modified_names[] = {
    "article:modified_time", "og:updated_time", "datemodified", "dcterms:modified", "last-modified", "lastmod", NULL};
static const char *const language_names[] = {"content-language", "og:locale", "dc:language", NULL};
static const char *const url_names[] = {"og:url", NULL};

static bool is_name(struct str given, struct str wanted)
{
    if (given.len != wanted.len)
        return false;
    for (size_t i = 0; i < given.len; i++) {
        char c = given.ptr[i] == '.' ? ':' : to_lower(given.ptr[i]);
        if (c != wanted.ptr[i])
            return false;
    }
    return true;
}

/* "property" may list several names. */
static bool has_name(struct str given, struct str wanted)
{
    while (given.len > 0)
        if (is_name(str_trim(str_split(&given, ' ')), wanted))
            return true;
    return false;
}

/* Of several with the same name the last counts. */
static struct str meta_named(const struct dom *dom, const char *name)
{
    struct str found = STR_NULL, wanted = str_from(name);
    for (size_t i = 0; i < dom->meta_count; i++) {
        const struct node *meta = dom->meta[i];
        struct str content = node_attribute(meta, "content");
        if (str_trim(content).len == 0)
            continue;
        if (has_name(node_attribute(meta, "property"), wanted) ||
            is_name(str_trim(node_attribute(meta, "name")), wanted) ||
            has_name(node_attribute(meta, "itemprop"), wanted) || is_name(node_attribute(meta, "http-equiv"), wanted))
            found = content;
    }
    return found;
}

static bool is_address(struct str text)
{
    return str_starts(text, STR("http://")) || str_starts(text, STR("https://"));
}

static struct str first_named(const struct dom *dom, const char *const *names)
{
    for (size_t i = 0; names[i]; i++) {
        struct str found = reader_collapse(meta_named(dom, names[i]), dom->arena);
        if (found.ptr)
            return found;
    }
    return STR_NULL;
}

/* ---- dates ---- */

static struct str first_date(const struct dom *dom, const char *const *names)
{
    for (size_t i = 0; names[i]; i++) {
        struct str date = page_date_read(meta_named(dom, names[i]), dom->arena);
        if (date.ptr)
            return date;
    }
    return STR_NULL;
}

/* <time datetime="…" pubdate>, or with itemprop="datePublished"; or the only <time> before any other. */
static struct str date_of_time(const struct dom *dom)
{
    struct str only = STR_NULL;
    for (size_t i = 0; i < dom->count; i++) {
        const struct node *node = dom->node[i];
        struct str itemprop = node_is_text(node) ? STR_NULL : node_attribute(node, "itemprop");
        bool named = itemprop.ptr && has_name(itemprop, STR("datepublished"));
        if (node->tag != GUMBO_TAG_TIME && !named)
            continue;
        struct str at = node_attribute(node, "datetime");
        struct str date = page_date_read(at.ptr ? at : node_inner_text(node, dom->arena), dom->arena);
        if (date.ptr && (named || node_attribute(node, "pubdate").ptr))
            return date;
        if (!only.ptr)
            only = date;
    }
    return only;
}

/* By the number of seconds that scripts read, by words, or by numbers as the page's language orders them. */
static struct str date_of_node(const struct dom *dom, const struct node *node, struct str language)
{
    static const char *const counters[] = {"data-publishtime", "data-timestamp", "data-published",
                                           "data-time",        "data-date",      NULL};
    struct str date = STR_NULL, text = node_inner_text(node, dom->arena);
    for (size_t i = 0; counters[i] && !date.ptr; i++)
        date = page_date_of_epoch(node_attribute(node, counters[i]), dom->arena);
    date = date.ptr ? date : page_date_read(text, dom->arena);
    return date.ptr ? date : page_date_of_numbers(text, language, dom->arena);
}

/* What a reader sees as the date: a short text in an element that is called so. */
static struct str date_of_sight(const struct dom *dom, struct str language)
{
    static const char *const names[] = {"date", "publish", "posted", "timestamp", "byline", "author", NULL};
    for (size_t i = 0; i < dom->count; i++) {
        const struct node *node = dom->node[i];
        bool named = false;
        for (size_t j = 0; names[j] && !named; j++)
            named = strstr(node->class.ptr, names[j]) || strstr(node->id.ptr, names[j]);
        if (!named || node_measure(node).length > 80)
            continue;
        struct str date = date_of_node(dom, node, language);
        if (date.ptr)
            return date;
    }
    return STR_NULL;
}

/* ---- the title ---- */

static size_t count_words(struct str text)
{
    size_t count = 0;
    while (text.len > 0)
        count += str_trim(str_split(&text, ' ')).len > 0;
    return count;
}

static const struct node *only_heading(const struct dom *dom, struct str text)
{
    const struct node *found = NULL;
    for (size_t i = 0; i < dom->count; i++) {
        const struct node *node = dom->node[i];
        bool heading = node->tag == GUMBO_TAG_H1 || (text.ptr && node->tag == GUMBO_TAG_H2);
        if (!heading || (text.ptr && !str_eq(node_inner_text(node, dom->arena), text)))
            continue;
        if (text.ptr)
            return node;
        if (found)
            return NULL; /* several */
        found = node;
    }
    return found;
}

/* The first or last " | " (or another sign that sites put between the headline and their name). */
static bool find_separator(struct str title, bool last, size_t *ret_at, bool *ret_steps)
{
    static const struct str signs[] = {{" | ", 3}, {" - ", 3}, {" \\ ", 3}, {" / ", 3},
                                       {" > ", 3}, {" » ", 4}, {" – ", 5},  {" — ", 5}};
    bool found = false;
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        for (size_t at = 0; (at = str_find(title, signs[i], at)) < title.len; at++) {
            *ret_steps = *ret_steps || (i >= 2 && i <= 5);
            if (!found || (last ? at > *ret_at : at < *ret_at))
                *ret_at = at;
            found = true;
        }
    return found;
}

static struct str after_separator(struct str title, size_t at)
{
    struct str rest = str_slice(title, at + 1, title.len);
    str_split(&rest, ' ');
    return str_trim(rest);
}

/* <title> without the site's name, after Readability's rules. */
static struct str bare_title(const struct dom *dom, struct str title)
{
    size_t at = 0, colon = str_find(title, STR(": "), 0);
    bool steps = false;
    struct str bare = title;
    if (find_separator(title, true, &at, &steps)) {
        bare = str_trim(str_slice(title, 0, at));
        if (count_words(bare) < 3 && find_separator(title, false, &at, &steps))
            bare = after_separator(title, at);
    } else if (colon < title.len) {
        if (!only_heading(dom, title)) {
            size_t last = title.len;
            for (size_t i = colon; i < title.len; i = str_find(title, STR(":"), i + 1))
                last = i;
            bare = str_trim(str_slice(title, last + 1, title.len));
            if (count_words(bare) < 3)
                bare = str_trim(str_slice(title, colon + 1, title.len));
            else if (count_words(str_slice(title, 0, colon)) > 5)
                bare = title;
        }
    } else if (title.len > 150 || title.len < 15) {
        const struct node *heading = only_heading(dom, STR_NULL);
        bare = heading ? node_inner_text(heading, dom->arena) : title;
    }
    size_t words = count_words(bare);
    return words <= 4 && (!steps || words + 1 != count_words(title)) ? title : bare;
}

static struct str title_element(const struct dom *dom)
{
    for (size_t i = 0; i < dom->count; i++)
        if (dom->node[i]->tag == GUMBO_TAG_TITLE)
            return reader_collapse(node_inner_text(dom->node[i], dom->arena), dom->arena);
    return STR_NULL;
}

/* ---- all of it ---- */

static struct str canonical(const struct dom *dom)
{
    for (size_t i = 0; i < dom->count; i++) {
        const struct node *link = dom->node[i];
        struct str href = link->tag == GUMBO_TAG_LINK ? str_trim(node_attribute(link, "href")) : STR_NULL;
        if (href.ptr && is_address(href) && has_name(node_attribute(link, "rel"), STR("canonical")))
            return href;
    }
    struct str address = str_trim(first_named(dom, url_names));
    return is_address(address) ? address : STR_NULL;
}

static struct str either(struct str one, struct str other)
{
    return one.ptr ? one : other;
}

void page_meta_read(const struct dom *dom, struct page_meta *ret)
{
    struct page_meta meta = {0};
    struct arena *arena = dom->arena;
    struct str title = title_element(dom);
    page_json_read(dom, title.ptr ? title : STR(""), &meta);
    meta.title = either(reader_collapse(meta.title, arena), first_named(dom, title_names));
    if (!meta.title.ptr && title.ptr)
        meta.title = bare_title(dom, title);
    meta.author = either(meta.author, first_named(dom, author_names));
    if (meta.author.ptr && is_address(meta.author))
        meta.author = STR_NULL;
    if (meta.author.ptr)
        meta.author = page_byline_name(meta.author);
    meta.publisher = either(reader_collapse(meta.publisher, arena), first_named(dom, publisher_names));
    struct str language = dom->html ? reader_collapse(node_attribute(dom->html, "lang"), arena) : STR_NULL;
    meta.language = either(language, either(reader_collapse(meta.language, arena), first_named(dom, language_names)));
    meta.published = either(page_date_read(meta.published, arena), first_date(dom, published_names));
    meta.published = either(meta.published, date_of_time(dom));
    meta.published = either(meta.published, date_of_sight(dom, meta.language));
    meta.modified = either(page_date_read(meta.modified, arena), first_date(dom, modified_names));
    meta.byline = meta.author.ptr ? STR_NULL : page_byline_find(dom);
    meta.url = canonical(dom);
    *ret = meta;
}
