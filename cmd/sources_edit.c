/* `assay sources edit` and `assay sources merge`. */
#include <stdio.h>

#include "cmd/place.h"
#include "cmd/reviewer.h"
#include "cmd/sources.h"
#include "core/evidence/csl.h"
#include "core/report/escape.h"
#include "storage/sources.h"

/* What can be emptied again, by the offset of its field. */
enum {
    CLEAR_TITLE,
    CLEAR_AUTHOR,
    CLEAR_PUBLISHER,
    CLEAR_URL,
    CLEAR_ARCHIVE_URL,
    CLEAR_PUBLISHED,
    CLEAR_ACCESSED,
    CLEAR_KIND,
    CLEAR_RELIABILITY,
    CLEAR_END
};

static const char *const clear_names[CLEAR_END] = {
    [CLEAR_TITLE] = "title",
    [CLEAR_AUTHOR] = "author",
    [CLEAR_PUBLISHER] = "publisher",
    [CLEAR_URL] = "url",
    [CLEAR_ARCHIVE_URL] = "archive-url",
    [CLEAR_PUBLISHED] = "published",
    [CLEAR_ACCESSED] = "accessed",
    [CLEAR_KIND] = "kind",
    [CLEAR_RELIABILITY] = "reliability",
};
static const struct names clearable = {"field", clear_names, CLEAR_END};

struct edit_options {
    struct source changed; /* only what was given */
    int type;
    unsigned clear;
};

#define EDIT(field) offsetof(struct edit_options, changed.field)

static const struct option options[] = {
    {"title", 0, OPTION_TEXT, EDIT(title), NULL, "TEXT", "its title"},
    {"author", 0, OPTION_TEXT, EDIT(author), NULL, "NAME", "who wrote or said it"},
    {"publisher", 0, OPTION_TEXT, EDIT(publisher), NULL, "NAME", "who published it"},
    {"url", 0, OPTION_URL, EDIT(url), NULL, "URL", "its address"},
    {"archive-url", 0, OPTION_URL, EDIT(archive_url), NULL, "URL", "a copy in a web archive"},
    {"published", 0, OPTION_DATE, EDIT(published), NULL, "DATE", "when it was published: 2025, 2025-01 or 2025-01-31"},
    {"accessed", 0, OPTION_DATE, EDIT(accessed), NULL, "DATE", "when somebody read it"},
    {"kind", 0, OPTION_NAME, EDIT(kind), &source_kinds, "KIND",
     "primary, secondary, official-statistics, press or person"},
    {"reliability", 0, OPTION_TEXT, EDIT(reliability), NULL, "TEXT", "your note on how far it can be trusted, and why"},
    {"type", 0, OPTION_NAME, offsetof(struct edit_options, type), &csl_types, "TYPE",
     "webpage, report, dataset, article-newspaper, … (CSL)"},
    {"clear", 0, OPTION_NAMES, offsetof(struct edit_options, clear), &clearable, "FIELD,…",
     "what was said wrongly, and is not known"},
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay sources edit 3 --kind official-statistics --reliability \"Revised each March.\"",
            "what sort of source it is, and what you think of it"),
    EXAMPLE("assay sources edit 3 --archive-url https://web.archive.org/web/2025/https://example.org/report",
            "where an archived copy stands"),
    EXAMPLE("assay sources edit 3 --clear author", "the author was a mistake"),
    NULL,
};

const struct manual manual_sources_edit = {
    .usage = "sources edit N [options]",
    .about = "Says what a source is. What it was said to be before stays in the history.",
    .options = options,
    .options_size = sizeof(struct edit_options),
    .examples = examples,
    .least = 1,
    .most = 1,
};

static void clear(struct source *source, unsigned what)
{
    struct str *const texts[CLEAR_END] = {
        [CLEAR_TITLE] = &source->title,
        [CLEAR_AUTHOR] = &source->author,
        [CLEAR_PUBLISHER] = &source->publisher,
        [CLEAR_URL] = &source->url,
        [CLEAR_ARCHIVE_URL] = &source->archive_url,
        [CLEAR_PUBLISHED] = &source->published,
        [CLEAR_ACCESSED] = &source->accessed,
        [CLEAR_RELIABILITY] = &source->reliability,
    };
    for (int i = 0; i < CLEAR_END; i++)
        if (what & 1U << i && texts[i])
            *texts[i] = STR_NULL;
    if (what & 1U << CLEAR_KIND)
        source->kind = SOURCE_KIND_NONE;
}

/* Puts what was given over what is known; whether anything was. */
static bool change(struct source *source, const struct edit_options *o)
{
    struct source before = *source;
    clear(source, o->clear);
    for (size_t i = 0; i < source_fields.count; i++) {
        const struct field *field = &source_fields.field[i];
        const struct str *given = (const struct str *)((const char *)&o->changed + field->offset);
        if (field->type == FIELD_TEXT && given->ptr)
            *(struct str *)((char *)source + field->offset) = *given;
    }
    if (o->changed.kind != SOURCE_KIND_NONE)
        source->kind = o->changed.kind;
    if (o->type > 0)
        source->type = str_from(csl_types.name[o->type]);
    struct digest then = record_digest(&source_fields, &before), now = record_digest(&source_fields, source);
    return !digest_eq(&then, &now);
}

static void print_line(struct buf *words)
{
    struct buf shown = {0};
    escape_terminal(&shown, buf_view(words));
    printf("%s\n", shown.ptr);
    buf_release(&shown);
    buf_release(words);
}

bool cmd_sources_edit(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct edit_options *o = given;
    struct store *store = NULL;
    struct source source = {0};
    struct str reviewer = STR_NULL;
    struct buf words = {0};
    int64_t number = 0;
    bool ok = source_number(arguments.word[0], &number, err) && reviewer_require(run, &reviewer, err) &&
              place_open(run, &store, err) && store_find_source(store, number, &run->arena, &source, err);
    if (ok && !change(&source, o))
        ok = err_set(err, ERR_USAGE, "what shall be changed? source %lld is like that already",
                     (long long)source.number);
    ok = ok && store_edit_source(store, &source, reviewer, &run->arena, err);
    if (ok) {
        source_words(&words, &source);
        print_line(&words);
    }
    store_close(store);
    return ok;
}

/* ---- merge ---- */

static const char *const merge_examples[] = {
    EXAMPLE("assay sources merge 3 8 11", "sources 8 and 11 are source 3"),
    NULL,
};

const struct manual manual_sources_merge = {
    .usage = "sources merge N OTHER...",
    .about =
        "Makes one source of several: the citations of the others count for the first one, which takes over what it "
        "lacks. Their addresses lead to it from then on. Nothing is lost: what each said stays in the history, and "
        "what was kept of each stays.",
    .examples = merge_examples,
    .least = 2,
    .most = ARGUMENTS_ANY,
};

bool cmd_sources_merge(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    (void)given;
    size_t count = arguments.count;
    int64_t *numbers = arena_alloc(&run->arena, count * sizeof(*numbers));
    struct store *store = NULL;
    struct source source = {0};
    struct str reviewer = STR_NULL;
    struct buf words = {0};
    bool ok = reviewer_require(run, &reviewer, err);
    for (size_t i = 0; ok && i < count; i++)
        ok = source_number(arguments.word[i], &numbers[i], err);
    ok = ok && place_open(run, &store, err) &&
         store_merge_sources(store, numbers[0], numbers + 1, count - 1, reviewer, &run->arena, err) &&
         store_find_source(store, numbers[0], &run->arena, &source, err);
    if (ok) {
        source_words(&words, &source);
        buf_printf(&words, ": stands for %zu more", count - 1);
        print_line(&words);
    }
    store_close(store);
    return ok;
}
