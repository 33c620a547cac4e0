/* `assay sources show`: one source with its citations, and each look at it. */
#include <stdio.h>

#include "cmd/claims.h"
#include "cmd/jsonout.h"
#include "cmd/place.h"
#include "cmd/sources.h"
#include "core/report/escape.h"
#include "core/report/words.h"
#include "core/report/words_evidence.h"
#include "core/report/wrap.h"
#include "storage/sources.h"

struct show_options {
    int format;
};

static const struct option options[] = {OPTION_RECORD_FORMAT(offsetof(struct show_options, format)), {0}};

static const char *const examples[] = {
    EXAMPLE("assay sources show 3", "source 3: what it is, what was kept of it, and where its quotes stand"),
    EXAMPLE("assay sources show 3 --format json", "the same, as an object"),
    NULL,
};

const struct manual manual_sources_show = {
    .usage = "sources show [options] N",
    .about = "Shows a source: what is known of it, the claims that it is cited for, whether their quotes and figures "
             "stand in what was kept, and each look at it, oldest first.",
    .options = options,
    .options_size = sizeof(struct show_options),
    .examples = examples,
    .least = 1,
    .most = 1,
};

/* Everything there is about one source. */
struct page {
    struct source source;
    struct source *merged;
    size_t merged_count;
    struct source_citation *citation;
    struct evidence *evidence; /* of each */
    size_t citation_count;
    struct visit *visit;
    size_t visit_count;
};

static bool page_load(struct store *store, int64_t number, struct arena *arena, struct page *page, struct err *err)
{
    if (!store_find_source(store, number, arena, &page->source, err) ||
        !store_merged_sources(store, page->source.id, arena, &page->merged, &page->merged_count, err) ||
        !store_source_citations(store, page->source.id, arena, &page->citation, &page->citation_count, err) ||
        !store_visits(store, page->source.id, arena, &page->visit, &page->visit_count, err))
        return false;
    page->evidence = arena_alloc(arena, page->citation_count * sizeof(*page->evidence));
    for (size_t i = 0; i < page->citation_count; i++)
        if (!store_evidence(store, &page->citation[i].citation, &page->source, arena, &page->evidence[i], err))
            return false;
    return true;
}

/* ---- for people ---- */

enum { LABEL_COLUMN = 16, PAGE_WIDTH = 100 };

static void line(const struct invocation *run, const char *label, struct str text)
{
    struct buf shown = {0};
    bool narrow = run->terminal.out && run->terminal.width < PAGE_WIDTH;
    if (text.len == 0)
        return;
    escape_terminal(&shown, text);
    printf("  %-*s", LABEL_COLUMN - 2, label);
    struct wrap wrap = {.out = stdout, .width = narrow ? run->terminal.width : PAGE_WIDTH, .indent = LABEL_COLUMN};
    wrap_text(&wrap, buf_view(&shown));
    buf_release(&shown);
}

static void line_words(const struct invocation *run, const char *label, struct buf *words)
{
    line(run, label, buf_view(words));
    buf_clear(words);
}

static void print_source(const struct invocation *run, const struct page *page)
{
    const struct source *source = &page->source;
    printf("source %lld\n\n", (long long)source->number);
    line(run, "title", source->title);
    line(run, "type", source->type);
    line(run, "kind", str_from(source->kind ? source_kinds.name[source->kind] : NULL));
    line(run, "author", source->author);
    line(run, "publisher", source->publisher);
    line(run, "published", source->published);
    line(run, "accessed", source->accessed);
    line(run, "address", source->url);
    line(run, "archived", source->archive_url);
    line(run, "reliability", source->reliability);
    for (size_t i = 0; i < page->merged_count; i++) {
        struct buf words = {0};
        source_words(&words, &page->merged[i]);
        if (page->merged[i].url.ptr && page->merged[i].title.ptr)
            buf_printf(&words, ", %.*s", STR_ARG(page->merged[i].url));
        line_words(run, "stands for", &words);
        buf_release(&words);
    }
}

static void print_citation(const struct invocation *run, const struct source_citation *cited,
                           const struct evidence *evidence)
{
    struct buf words = {0};
    putchar('\n');
    buf_printf(&words, "claim %lld, %.*s", (long long)cited->claim, STR_ARG(cited->claim_literal));
    line_words(run, stances.name[cited->citation.stance], &words);
    if (cited->citation.quote.ptr)
        buf_printf(&words, "“%.*s”", STR_ARG(cited->citation.quote));
    line_words(run, "quote", &words);
    line(run, "place", cited->citation.locator);
    words_source_figure(&words, &voice_plain, &cited->citation);
    line_words(run, "its figure", &words);
    words_evidence(&words, &voice_plain, evidence);
    line_words(run, "checked", &words);
    words_source_since(&words, &voice_plain, evidence);
    line_words(run, "since then", &words);
    buf_release(&words);
}

static void print_visit(const struct invocation *run, const struct visit *visit)
{
    struct buf words = {0};
    buf_printf(&words, "%s", look_outcomes.name[visit->outcome]);
    if (visit->media.ptr)
        buf_printf(&words, ", read as %.*s", STR_ARG(visit->media));
    if (visit->status > 0)
        buf_printf(&words, ", status %lld", (long long)visit->status);
    if (visit->sha256.ptr)
        buf_str(&words, STR(", "));
    words_kept(&words, &voice_plain, visit);
    printf("\n");
    line_words(run, arena_cstr((struct arena *)&run->arena, str_slice(visit->at, 0, 10)), &words);
    line(run, "", visit->url.ptr && !str_eq(visit->url, visit->name) ? visit->url : STR_NULL);
    line(run, "", visit->url.ptr ? STR_NULL : visit->name);
    line(run, "", visit->note);
    words_who(&words, visit->reviewer, visit->at);
    line_words(run, "", &words);
    buf_release(&words);
}

static void print_page(const struct invocation *run, const struct page *page)
{
    print_source(run, page);
    for (size_t i = 0; i < page->citation_count; i++)
        print_citation(run, &page->citation[i], &page->evidence[i]);
    for (size_t i = 0; i < page->visit_count; i++)
        print_visit(run, &page->visit[i]);
}

/* ---- for programs ---- */

static void print_json(const struct page *page, bool pretty)
{
    json_t *object = record_json(&source_fields, &page->source);
    json_t *merged = json_array(), *citations = json_array(), *visits = json_array();
    for (size_t i = 0; i < page->merged_count; i++)
        json_array_append_new(merged, record_json(&source_fields, &page->merged[i]));
    for (size_t i = 0; i < page->citation_count; i++) {
        json_t *citation = record_json(&citation_fields, &page->citation[i].citation);
        json_object_set_new(citation, "claim", json_integer(page->citation[i].claim));
        json_object_set_new(citation, "evidence", evidence_json(&page->evidence[i]));
        json_array_append_new(citations, citation);
    }
    for (size_t i = 0; i < page->visit_count; i++)
        json_array_append_new(visits, record_json(&visit_fields, &page->visit[i]));
    json_object_set_new(object, "stands_for", merged);
    json_object_set_new(object, "citations", citations);
    json_object_set_new(object, "looks", visits);
    json_write(stdout, object, pretty);
    putchar('\n');
}

bool cmd_sources_show(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct show_options *o = given;
    struct store *store = NULL;
    struct page page = {0};
    int64_t number = 0;
    bool ok = source_number(arguments.word[0], &number, err) && place_open(run, &store, err) &&
              page_load(store, number, &run->arena, &page, err);
    if (ok && (o->format == RECORD_AUTO || o->format == RECORD_TEXT)) {
        page_output(run);
        print_page(run, &page);
    } else if (ok) {
        print_json(&page, false);
    }
    store_close(store);
    return ok;
}
