/* JSON-LD in a page: the first object that is an article. */
#include "core/intake/page_json.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/buf.h"

static bool is_article_type(const char *type)
{
    static const char *const others[] = {
        "Report", "SocialMediaPosting", "BlogPosting", "LiveBlogPosting", "DiscussionForumPosting", "APIReference",
        NULL};
    struct str name = str_from(type);
    if (str_ends(name, STR("Article")))
        return true;
    for (size_t i = 0; others[i]; i++)
        if (str_eq(name, str_from(others[i])))
            return true;
    return false;
}

static bool is_article(const json_t *object)
{
    const json_t *type = json_object_get(object, "@type");
    if (json_is_string(type))
        return is_article_type(json_string_value(type));
    for (size_t i = 0; i < json_array_size(type); i++)
        if (json_is_string(json_array_get(type, i)) && is_article_type(json_string_value(json_array_get(type, i))))
            return true;
    return false;
}

/* One article among what a script holds: itself, in an array, or in "@graph". */
static const json_t *find_article(const json_t *root)
{
    const json_t *list = json_is_array(root) ? root : json_object_get(root, "@graph");
    if (is_article(root))
        return root;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i), *inner = json_object_get(one, "@graph");
        if (is_article(one))
            return one;
        for (size_t j = 0; j < json_array_size(inner); j++)
            if (is_article(json_array_get(inner, j)))
                return json_array_get(inner, j);
    }
    return NULL;
}

static struct str text_of(const json_t *value, struct arena *arena)
{
    struct str text = {json_string_value(value), json_string_length(value)};
    text = text.ptr ? str_trim(text) : STR_NULL;
    return text.len > 0 && !memchr(text.ptr, '\0', text.len) ? arena_str(arena, text) : STR_NULL;
}

/* A name, an object with a name, or a list of them: "Ada Example, Ben Sample". */
static struct str names_of(const json_t *value, struct arena *arena)
{
    struct buf names = {0};
    struct str one = json_is_object(value) ? text_of(json_object_get(value, "name"), arena) : text_of(value, arena);
    if (!json_is_array(value))
        return one;
    for (size_t i = 0; i < json_array_size(value); i++) {
        const json_t *each = json_array_get(value, i);
        one = json_is_object(each) ? text_of(json_object_get(each, "name"), arena) : text_of(each, arena);
        if (one.ptr && names.len > 0)
            buf_str(&names, STR(", "));
        if (one.ptr)
            buf_str(&names, one);
    }
    one = names.len > 0 ? arena_str(arena, buf_view(&names)) : STR_NULL;
    buf_release(&names);
    return one;
}

/* Some pages have the headline in "name": the one that <title> says too. */
static struct str title_of(const json_t *article, struct str title, struct arena *arena)
{
    struct str name = text_of(json_object_get(article, "name"), arena);
    struct str headline = text_of(json_object_get(article, "headline"), arena);
    if (!name.ptr || !headline.ptr)
        return headline.ptr ? headline : name;
    bool name_is_in = str_find(title, name, 0) < title.len || str_eq(title, name);
    bool headline_is_in = str_find(title, headline, 0) < title.len || str_eq(title, headline);
    return name_is_in && !headline_is_in ? name : headline;
}

static void take(const json_t *article, struct str title, struct arena *arena, struct page_meta *meta)
{
    meta->title = title_of(article, title, arena);
    meta->author = names_of(json_object_get(article, "author"), arena);
    meta->publisher = names_of(json_object_get(article, "publisher"), arena);
    meta->published = text_of(json_object_get(article, "datePublished"), arena);
    meta->modified = text_of(json_object_get(article, "dateModified"), arena);
    meta->language = text_of(json_object_get(article, "inLanguage"), arena);
}

/* Old pages wrap it in a comment or a CDATA section. */
static struct str bare_script(struct str text)
{
    static const struct str before[] = {{"<![CDATA[", 9}, {"//<![CDATA[", 11}, {"<!--", 4}};
    static const struct str after[] = {{"//]]>", 5}, {"]]>", 3}, {"-->", 3}};
    text = str_trim(text);
    for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++)
        if (str_starts(text, before[i]))
            text = str_trim(str_slice(text, before[i].len, text.len));
    for (size_t i = 0; i < sizeof(after) / sizeof(after[0]); i++)
        if (str_ends(text, after[i]))
            text = str_trim(str_slice(text, 0, text.len - after[i].len));
    return text;
}

/* What a script of JSON-LD holds, parsed; NULL where the node is none, or it is no JSON. */
static json_t *linked_data(const struct node *script)
{
    struct str type = script->tag == GUMBO_TAG_SCRIPT ? node_attribute(script, "type") : STR_NULL;
    if (!type.ptr || !str_eq_nocase(str_trim(type), STR("application/ld+json")) || !script->first)
        return NULL;
    struct str text = bare_script(script->first->text);
    return json_loadb(text.ptr, text.len, 0, NULL);
}

void page_json_read(const struct dom *dom, struct str title, struct page_meta *meta)
{
    for (size_t i = 0; i < dom->count; i++) {
        json_t *root = linked_data(dom->node[i]);
        const json_t *article = root ? find_article(root) : NULL;
        if (article)
            take(article, title, dom->arena, meta);
        json_decref(root);
        if (article)
            return;
    }
}

void page_json_lines(const struct dom *dom, struct reading *ret)
{
    struct buf lines = {0};
    for (size_t i = 0; i < dom->count; i++) {
        json_t *root = linked_data(dom->node[i]);
        char *line = root ? json_dumps(root, JSON_COMPACT) : NULL;
        if (line)
            buf_printf(&lines, "%s\n", line);
        free(line);
        json_decref(root);
    }
    ret->text = arena_str(dom->arena, buf_view(&lines));
    buf_release(&lines);
}
