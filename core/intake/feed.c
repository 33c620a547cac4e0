/* Feeds to entries, and entries to text. */
#include "core/intake/feed.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/intake/page.h"
#include "core/intake/page_date.h"
#include "core/intake/page_meta.h"
#include "core/intake/plain.h"
#include "core/intake/sandbox.h"
#include "core/intake/xml.h"

bool feed_is_one(struct str bytes)
{
    static const struct str roots[] = {{"<rss", 4}, {"<feed", 5}, {"<rdf:RDF", 8}};
    struct str text = str_starts(bytes, STR("\xEF\xBB\xBF")) ? str_slice(bytes, 3, bytes.len) : bytes;
    text = str_trim(str_slice(text, 0, text.len < 4096 ? text.len : 4096));
    while (str_starts(text, STR("<?")) || str_starts(text, STR("<!--"))) {
        struct str end = str_starts(text, STR("<?")) ? STR("?>") : STR("-->");
        size_t at = str_find(text, end, 2);
        text = str_trim(str_slice(text, at < text.len ? at + end.len : text.len, text.len));
    }
    for (size_t i = 0; i < sizeof(roots) / sizeof(roots[0]); i++)
        if (str_starts(text, roots[i]))
            return true;
    return false;
}

/* ---- entries ---- */

enum how { HOW_HTML, HOW_TEXT, HOW_XHTML };

struct feed {
    struct xml xml;
    struct str bytes;
    struct arena *arena;
    struct feed_entry *entry;
    size_t count, cap;
    struct str title, language; /* of the feed */
    int entry_depth;            /* where the entry is that is open; 0 for none */
    size_t entry_start;
    struct buf field; /* the text of the element that is open */
    enum how how;
    size_t inner_start; /* of an element whose markup is its text */
    int text_rank;      /* how good the text is that the entry has: summary, description, content, encoded */
};

static struct feed_entry *entry_of(struct feed *feed)
{
    return feed->entry_depth > 0 ? &feed->entry[feed->count - 1] : NULL;
}

static void begin_entry(struct feed *feed)
{
    if (feed->count == feed->xml.limits->feed_entries) {
        feed->xml.refused = "it has more entries than a feed may have; --limit feed-entries=N lets it have more";
        return;
    }
    feed->entry = mem_grow(feed->entry, &feed->cap, feed->count + 1, sizeof(*feed->entry));
    feed->entry[feed->count++] = (struct feed_entry){.publisher = feed->title, .language = feed->language};
    feed->entry_depth = feed->xml.depth;
    feed->entry_start = xml_place(&feed->xml);
    feed->text_rank = 0;
}

static bool is_link_to_it(const char *const *attributes)
{
    struct str rel = xml_attribute(attributes, "rel");
    return !rel.ptr || str_eq(rel, STR("alternate"));
}

static enum how how_of(struct str space, const char *const *attributes)
{
    struct str type = xml_attribute(attributes, "type");
    if (!str_eq(space, STR("http://www.w3.org/2005/Atom")))
        return HOW_HTML;
    return !type.ptr || str_eq(type, STR("text")) ? HOW_TEXT : str_eq(type, STR("xhtml")) ? HOW_XHTML : HOW_HTML;
}

static void on_start(void *ctx, struct str space, struct str name, const char *const *attributes)
{
    struct feed *feed = ctx;
    struct feed_entry *entry = entry_of(feed);
    struct str language = xml_attribute(attributes, "lang");
    if (!entry && (str_eq(name, STR("item")) || str_eq(name, STR("entry")))) {
        begin_entry(feed);
        return;
    }
    if (!entry && language.ptr && !feed->language.ptr)
        feed->language = arena_str(feed->arena, language);
    if (entry && feed->xml.depth > feed->entry_depth + 1 && !str_eq(name, STR("name")))
        return; /* inside a field, markup is a part of it */
    buf_clear(&feed->field);
    feed->how = how_of(space, attributes);
    feed->inner_start = xml_place_end(&feed->xml);
    struct str href = xml_attribute(attributes, "href");
    if (entry && str_eq(name, STR("link")) && href.ptr && is_link_to_it(attributes) && !entry->url.ptr)
        entry->url = arena_str(feed->arena, str_trim(href));
}

static void on_text(void *ctx, struct str text)
{
    buf_str(&((struct feed *)ctx)->field, text);
}

static void escape(struct buf *html, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        buf_str(html, c == '<' ? STR("&lt;") : c == '&' ? STR("&amp;") : str_slice(text, i, i + 1));
    }
}

/* The field as HTML, whatever it is in the feed. */
static struct str field_html(struct feed *feed)
{
    struct buf html = {0};
    struct str text = buf_view(&feed->field);
    if (feed->how == HOW_XHTML)
        return str_slice(feed->bytes, feed->inner_start, xml_place(&feed->xml));
    if (feed->how == HOW_HTML)
        return arena_str(feed->arena, text);
    escape(&html, text);
    text = arena_str(feed->arena, buf_view(&html));
    buf_release(&html);
    return text;
}

static struct str field_text(struct feed *feed)
{
    struct str text = str_trim(buf_view(&feed->field));
    return text.len > 0 ? arena_str(feed->arena, text) : STR_NULL;
}

/* "ada@example.org (Ada Example)", as RSS has it: the name. */
static struct str author_of(struct str text)
{
    size_t open = str_find(text, STR("("), 0);
    if (text.len > 0 && text.ptr[text.len - 1] == ')' && open < text.len)
        return str_trim(str_slice(text, open + 1, text.len - 1));
    return text;
}

static bool is_web(struct str text)
{
    return str_starts(text, STR("http://")) || str_starts(text, STR("https://"));
}

static void take_text(struct feed *feed, struct feed_entry *entry, struct str name)
{
    static const struct str names[] = {{"summary", 7}, {"description", 11}, {"content", 7}, {"encoded", 7}};
    for (int i = 0; i < 4; i++)
        if (str_eq(name, names[i]) && i + 1 > feed->text_rank && (feed->field.len > 0 || feed->how == HOW_XHTML)) {
            entry->html = field_html(feed);
            feed->text_rank = i + 1;
        }
}

static void take_field(struct feed *feed, struct feed_entry *entry, struct str name)
{
    struct str text = field_text(feed);
    take_text(feed, entry, name);
    if (!text.ptr)
        return;
    if (str_eq(name, STR("title")))
        entry->title = field_html(feed);
    else if ((str_eq(name, STR("link")) || str_eq(name, STR("guid"))) && is_web(text) && !entry->url.ptr)
        entry->url = text;
    else if (str_eq(name, STR("creator")) || str_eq(name, STR("author")) || str_eq(name, STR("name")))
        entry->author = entry->author.ptr ? entry->author : author_of(text);
    else if (str_eq(name, STR("pubDate")) || str_eq(name, STR("published")) || str_eq(name, STR("issued")))
        entry->published = text;
    else if ((str_eq(name, STR("date")) || str_eq(name, STR("updated"))) && !entry->published.ptr)
        entry->published = text;
}

static void on_end(void *ctx, struct str space, struct str name)
{
    struct feed *feed = ctx;
    struct feed_entry *entry = entry_of(feed);
    int depth = feed->xml.depth + 1;
    (void)space;
    if (entry && depth == feed->entry_depth) {
        entry->bytes = str_slice(feed->bytes, feed->entry_start, xml_place_end(&feed->xml));
        feed->entry_depth = 0;
    } else if (entry && (depth == feed->entry_depth + 1 || str_eq(name, STR("name")))) {
        take_field(feed, entry, name);
        buf_clear(&feed->field);
    } else if (!entry && str_eq(name, STR("title")) && !feed->title.ptr) {
        feed->title = field_text(feed);
    } else if (!entry && str_eq(name, STR("language"))) {
        feed->language = field_text(feed);
    }
}

bool feed_entries(struct str bytes, const struct limits *limits, struct arena *arena, struct feed_entry **ret,
                  size_t *ret_count, struct str *ret_failure)
{
    struct feed feed = {.bytes = bytes, .arena = arena, .xml = {.start = on_start, .end = on_end, .text = on_text}};
    feed.xml.ctx = &feed;
    feed.xml.limits = limits;
    bool ok = xml_parse(&feed.xml, bytes, arena, ret_failure);
    buf_release(&feed.field);
    *ret = feed.entry;
    *ret_count = ok ? feed.count : 0;
    return ok;
}

void feed_entry_parse(const struct feed_entry *entry, struct arena *arena, struct reading *ret)
{
    struct buf html = {0};
    struct page_options options = {.whole = true};
    buf_str(&html, STR("<html><body><h1>"));
    buf_str(&html, entry->title);
    buf_str(&html, STR("</h1><div>"));
    buf_str(&html, entry->html);
    page_parse(buf_view(&html), &options, arena, ret);
    ret->segment_count = 0; /* which led back to what was put together here */
    for (size_t i = 0; i < ret->block_count; i++) {
        ret->block[i].origin = 0;
        ret->block[i].origin_end = (uint32_t)entry->bytes.len;
    }
    ret->title = STR_NULL;
    if (ret->block_count > 0 && ret->block[0].kind == BLOCK_HEADING && entry->title.ptr)
        ret->title = str_slice(ret->text, ret->block[0].start, ret->block[0].end);
    ret->author = entry->author;
    ret->publisher = entry->publisher;
    ret->language = entry->language;
    ret->url = entry->url;
    ret->published = page_date_read(entry->published, arena);
    ret->modified = STR_NULL;
    buf_release(&html);
}

/* ---- the sandbox ---- */

struct feed_job {
    struct str bytes;
    const struct charset *charset;
    const struct limits *limits;
    void *converter;
    bool open;
};

static void open_tables(void *ctx)
{
    struct feed_job *job = ctx;
    job->open = charset_open(job->charset, &job->converter);
}

/* Where an entry stands, and what is read of it. */
static void add_reading(struct buf *answer, const struct reading *reading, uint64_t start, uint64_t end)
{
    const uint64_t place[2] = {start, end};
    struct buf one = {0};
    reading_encode(reading, &one);
    sandbox_say(answer, (struct str){(const char *)place, sizeof(place)});
    sandbox_say(answer, buf_view(&one));
    buf_release(&one);
}

/* Entries are slices of the text; a slice that was converted is told by its place in the bytes. */
static void add_entry(struct buf *answer, const struct feed_entry *entry, struct str text,
                      const struct charset_text *converted)
{
    struct arena arena = {0};
    struct reading reading = {0};
    struct block whole = {.origin = (uint32_t)(entry->bytes.ptr - text.ptr)};
    struct reading places = {.block = &whole, .block_count = 1};
    whole.origin_end = whole.origin + (uint32_t)entry->bytes.len;
    charset_unmap(converted, &arena, &places);
    feed_entry_parse(entry, &arena, &reading);
    for (size_t i = 0; i < reading.block_count; i++)
        reading.block[i].origin_end = whole.origin_end - whole.origin;
    if (!reading.text.ptr || str_trim(reading.text).len == 0)
        reading.failure = STR("it has no text");
    add_reading(answer, &reading, whole.origin, whole.origin_end);
    arena_release(&arena);
}

static void work(void *ctx, struct buf *answer)
{
    struct feed_job *job = ctx;
    struct arena arena = {0};
    struct charset_text text = {0};
    struct feed_entry *entry = NULL;
    struct reading failed = {.text = STR("")};
    size_t count = 0;
    if (!job->open)
        return;
    charset_convert(job->charset, job->converter, job->bytes, &text);
    if (!feed_entries(buf_view(&text.text), job->limits, &arena, &entry, &count, &failed.failure)) {
        add_reading(answer, &failed, 0, 0);
        return;
    }
    for (size_t i = 0; i < count; i++)
        add_entry(answer, &entry[i], buf_view(&text.text), &text);
}

static bool take_one(struct str *answer, size_t received, struct arena *arena, struct feed_reading *ret,
                     struct err *err)
{
    uint64_t at[2] = {0};
    struct str place, one;
    struct err failure = {0};
    bool ok = sandbox_hear(answer, &place) && sandbox_hear(answer, &one) && place.len == sizeof(at);
    if (ok)
        memcpy(at, place.ptr, sizeof(at));
    if (!ok || at[0] > at[1] || at[1] > received)
        return err_set(err, ERR_INPUT, "its reader gave an answer that makes no sense; save its text and take in that");
    *ret = (struct feed_reading){.start = (size_t)at[0], .end = (size_t)at[1]};
    if (!reading_decode(one, (size_t)(at[1] - at[0]), arena, &ret->reading, &failure)) {
        if (at[0] == at[1]) /* of the feed itself */
            return err_set(err, failure.code, "%s", failure.msg);
        ret->reading = (struct reading){.failure = arena_str(arena, str_from(failure.msg))};
    }
    return true;
}

bool feed_read(struct str bytes, const struct charset *charset, const struct limits *limits, struct arena *arena,
               struct feed_reading **ret, size_t *ret_count, struct err *err)
{
    struct feed_job job = {.bytes = bytes, .charset = charset, .limits = limits};
    struct sandbox_job child = {open_tables, work, &job};
    struct sandbox_limits room = sandbox_limits_of(limits, LIMIT_DOCUMENT_BYTES);
    struct feed_reading *all = arena_alloc(arena, limits->feed_entries * sizeof(*all));
    struct buf answer = {0};
    size_t count = 0;
    bool ok = sandbox_run(&child, &room, &answer, err);
    for (struct str rest = buf_view(&answer); ok && rest.len > 0 && count < limits->feed_entries;)
        ok = take_one(&rest, bytes.len, arena, &all[count++], err);
    if (ok && count == 0)
        ok = err_set(err, ERR_INPUT, "the feed has no entries");
    if (ok) {
        *ret = all;
        *ret_count = count;
    }
    buf_release(&answer);
    return ok;
}
