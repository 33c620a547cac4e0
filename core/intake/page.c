/* A web page on its way through the sandbox: what is refused before it, what is done inside it. */
#include "core/intake/page.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/intake/main_text.h"
#include "core/intake/page_byline.h"
#include "core/intake/page_json.h"
#include "core/intake/page_meta.h"
#include "core/intake/page_text.h"
#include "core/intake/plain.h"
#include "core/intake/sandbox.h"

bool page_is_one(struct str bytes)
{
    static const struct str begins[] = {{"<!doctype html", 14}, {"<html", 5}};
    struct str text = str_starts(bytes, STR("\xEF\xBB\xBF")) ? str_slice(bytes, 3, bytes.len) : bytes;
    text = str_trim(str_slice(text, 0, text.len < 4096 ? text.len : 4096));
    while (str_starts(text, STR("<!--")) || str_starts(text, STR("<?xml"))) {
        size_t end = str_find(text, str_starts(text, STR("<?")) ? STR("?>") : STR("-->"), 2);
        text = str_trim(str_slice(text, end < text.len ? end + 2 + (text.ptr[end] == '-') : text.len, text.len));
    }
    for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
        if (text.len >= begins[i].len && str_eq_nocase(str_slice(text, 0, begins[i].len), begins[i]))
            return true;
    return false;
}

/* ---- what no page is ---- */

/* Elements whose end may be left away, so that their number says nothing of the depth; and those that have none. */
static bool has_end(struct str name)
{
    static const char *const without[] = {
        "p",    "li",   "br",  "img",   "td",     "tr",     "th",    "dd",  "dt",    "hr",    "meta",  "link",  "input",
        "area", "base", "col", "embed", "option", "source", "track", "wbr", "param", "tbody", "thead", "tfoot", NULL};
    for (size_t i = 0; without[i]; i++)
        if (str_eq_nocase(name, str_from(without[i])))
            return false;
    return true;
}

/* An estimate that needs no parser: tags that open less tags that close, and signs of equality within one tag. */
struct estimate {
    size_t depth, deepest, attributes, most_attributes;
};

/* Takes the tag that begins at `at` (after "<"); returns where it ends. */
static size_t weigh_tag(struct str page, size_t at, size_t most, struct estimate *estimate)
{
    bool closes = at < page.len && page.ptr[at] == '/';
    size_t start = at + closes, end = start;
    while (end < page.len && (is_alpha(page.ptr[end]) || is_digit(page.ptr[end])))
        end++;
    struct str name = str_slice(page, start, end);
    if (name.len == 0)
        return end;
    estimate->attributes = 0;
    while (end < page.len && page.ptr[end] != '>') {
        char c = page.ptr[end++];
        if (c == '"' || c == '\'') {
            size_t close = str_find(page, (struct str){c == '"' ? "\"" : "'", 1}, end);
            end = close < page.len ? close + 1 : end;
        }
        estimate->attributes += is_space(c) && end < page.len && !is_space(page.ptr[end]);
        if (estimate->attributes > estimate->most_attributes)
            estimate->most_attributes = estimate->attributes;
        if (estimate->most_attributes > most)
            return page.len;
    }
    if (has_end(name) && !closes && (end == 0 || page.ptr[end - 1] != '/'))
        estimate->depth++;
    else if (has_end(name) && closes && estimate->depth > 0)
        estimate->depth--;
    if (estimate->depth > estimate->deepest)
        estimate->deepest = estimate->depth;
    return end;
}

static bool check_shape(struct str page, const struct limits *limits, struct err *err)
{
    struct estimate estimate = {0};
    for (size_t at = str_find(page, STR("<"), 0); at < page.len; at = str_find(page, STR("<"), at)) {
        at = weigh_tag(page, at + 1, limits->page_attributes, &estimate);
        if (estimate.deepest > limits->page_depth)
            return err_set(err, ERR_INPUT,
                           "its elements are nested more than %zu deep; save its text and take in that, or set --limit "
                           "page-depth=N",
                           limits->page_depth);
        if (estimate.most_attributes > limits->page_attributes)
            return err_set(err, ERR_INPUT,
                           "a tag has more than %zu attributes; save its text and take in that, or set --limit "
                           "page-attributes=N",
                           limits->page_attributes);
    }
    return true;
}

/* ---- inside ---- */

/* libgumbo does not look whether it was given memory: this ends the process where there is none. */
static void *give_memory(void *unused, size_t size)
{
    (void)unused;
    return mem_resize(NULL, size);
}

static void take_memory(void *unused, void *memory)
{
    (void)unused;
    free(memory);
}

static struct str kept(struct str text, struct arena *arena)
{
    return text.ptr ? arena_str(arena, text) : STR_NULL;
}

void page_parse(struct str page, const struct page_options *options, struct arena *arena, struct reading *ret)
{
    GumboOptions how = kGumboDefaultOptions;
    struct dom dom;
    struct page_meta meta;
    struct str byline = STR_NULL;
    how.allocator = give_memory;
    how.deallocator = take_memory;
    how.max_errors = 0;
    GumboOutput *output = gumbo_parse_with_options(&how, page.ptr, page.len);
    dom_build(&dom, output, arena);
    if (options->linked) {
        page_json_lines(&dom, ret);
        dom_release(&dom);
        gumbo_destroy_output(&how, output);
        return;
    }
    page_meta_read(&dom, &meta);
    main_text_find(&dom, &(struct main_known){meta.title.ptr ? meta.title : STR(""), meta.author.ptr != NULL}, &byline);
    page_text_make(&dom, page, options->whole, ret);
    ret->title = kept(meta.title, arena);
    struct str author =
        byline.ptr ? page_byline_name(byline) : STR_NULL; /* beside the article comes before elsewhere */
    ret->author = kept(meta.author.ptr ? meta.author : author.ptr ? author : meta.byline, arena);
    ret->publisher = kept(meta.publisher, arena);
    ret->url = kept(meta.url, arena);
    ret->published = kept(meta.published, arena);
    ret->modified = kept(meta.modified, arena);
    ret->language = kept(meta.language, arena);
    dom_release(&dom);
    gumbo_destroy_output(&how, output);
}

struct page_job {
    struct str page;
    const struct charset *charset;
    const struct page_options *options;
    void *converter;
    bool open;
};

static void open_tables(void *ctx)
{
    struct page_job *job = ctx;
    job->open = charset_open(job->charset, &job->converter);
}

/* Most pages are UTF-8 from their first byte on: those are parsed as they stand. */
static bool needs_converting(const struct page_job *job)
{
    size_t bad;
    return job->charset->convert || job->charset->mark > 0 || !utf8_valid(job->page, &bad) ||
           memchr(job->page.ptr, '\0', job->page.len);
}

static void work(void *ctx, struct buf *answer)
{
    struct page_job *job = ctx;
    struct arena arena = {0};
    struct reading reading = {0};
    struct charset_text text = {0};
    if (!job->open)
        return;
    if (needs_converting(job)) {
        charset_convert(job->charset, job->converter, job->page, &text);
        page_parse(buf_view(&text.text), job->options, &arena, &reading);
        charset_unmap(&text, &arena, &reading);
        reading.note = plain_note(text.bad, job->charset, &arena);
    } else {
        page_parse(job->page, job->options, &arena, &reading);
    }
    reading_encode(&reading, answer);
}

/* A page of a few kilobytes that takes seconds is no page, so that small ones have little time unless it was set. */
static struct sandbox_limits limits_for(size_t bytes, const struct limits *limits)
{
    struct sandbox_limits room = sandbox_limits_of(limits, LIMIT_DOCUMENT_BYTES);
    size_t seconds = 1 + bytes / (1024 * 1024);
    if (limits->reader_seconds == limits_normal.reader_seconds && seconds < limits->reader_seconds)
        room.cpu_seconds = (unsigned)seconds;
    return room;
}

bool page_read(struct str bytes, const struct charset *charset, const struct page_options *options, struct arena *arena,
               struct reading *ret, struct err *err)
{
    struct page_job job = {.page = bytes, .charset = charset, .options = options};
    struct sandbox_job child = {open_tables, work, &job};
    const struct limits *limits = options->limits ? options->limits : &limits_normal;
    struct sandbox_limits room = limits_for(bytes.len, limits);
    struct buf answer = {0};
    if (bytes.len > limits->page_bytes)
        return err_set(
            err, ERR_INPUT,
            "it is larger than %zu bytes, the most that a web page may have; save its text and take in that, "
            "or set --limit page-bytes=N",
            limits->page_bytes);
    bool ok = check_shape(bytes, limits, err) && sandbox_run(&child, &room, &answer, err);
    if (ok && answer.len == 0)
        ok = err_set(err, ERR_SYSTEM, "this machine has no table for %s; convert it to UTF-8", charset->name);
    ok = ok && reading_decode(buf_view(&answer), bytes.len, arena, ret, err);
    buf_release(&answer);
    return ok;
}
