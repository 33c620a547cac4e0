/* `assay sources list`: every source, or those that may be the same. */
#include <stdlib.h>

#include "cmd/listing.h"
#include "cmd/place.h"
#include "cmd/sources.h"
#include "core/report/words.h"
#include "storage/sources.h"

struct list_options {
    unsigned kinds;
    bool unkept, duplicates;
    int format;
};

#define LIST(field) offsetof(struct list_options, field)

static const struct option options[] = {
    {"kind", 'k', OPTION_NAMES, LIST(kinds), &source_kinds, "KIND,…",
     "only these: primary, secondary, official-statistics, press, person"},
    {"unkept", 0, OPTION_FLAG, LIST(unkept), NULL, NULL, "only those of which nothing was kept"},
    {"duplicates", 0, OPTION_FLAG, LIST(duplicates), NULL, NULL,
     "only those that may be the same as another: by address, or by title"},
    OPTION_FORMAT(LIST(format)),
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay sources", "the sources in the order of their numbers"),
    EXAMPLE("assay sources list --duplicates", "which of them may be one; 'assay sources merge' makes them one"),
    EXAMPLE("assay sources list --format csv > sources.csv", "every field, for a spreadsheet"),
    NULL,
};

const struct manual manual_sources_list = {
    .usage = "sources list [options]",
    .about = "Lists the sources with the number of citations, the day of the last copy, and what the last look at it "
             "found. Those that were merged into another are not listed. With --duplicates those stand together that "
             "may be one: their addresses are the same but for http or https, www, a slash at the end, what stands "
             "after # and what only counts readers (utm_source and such), or their titles are.",
    .options = options,
    .options_size = sizeof(struct list_options),
    .examples = examples,
};

enum {
    COLUMN_NUMBER,
    COLUMN_KIND,
    COLUMN_TITLE,
    COLUMN_PUBLISHER,
    COLUMN_DATE,
    COLUMN_CITED,
    COLUMN_KEPT,
    COLUMN_LAST,
    COLUMN_END
};

static const struct table_column columns[COLUMN_END] = {
    [COLUMN_NUMBER] = {"no", .right = true},
    [COLUMN_KIND] = {"kind", .drop = 3},
    [COLUMN_TITLE] = {"title or address", .least = 16},
    [COLUMN_PUBLISHER] = {"publisher", .least = 10, .most = 24, .drop = 2},
    [COLUMN_DATE] = {"published", .drop = 4},
    [COLUMN_CITED] = {"cited", .right = true},
    [COLUMN_KEPT] = {"kept", .drop = 1},
    [COLUMN_LAST] = {"last look"},
};

static struct str day(struct str at)
{
    return at.len > 10 ? str_slice(at, 0, 10) : at;
}

static void cells(const void *record, struct arena *arena, struct table_cell *ret_cells)
{
    const struct listed_source *listed = record;
    const struct source *source = &listed->source;
    ret_cells[COLUMN_NUMBER].text = arena_printf(arena, "%lld", (long long)source->number);
    ret_cells[COLUMN_KIND].text = str_from(source->kind ? source_kinds.name[source->kind] : NULL);
    ret_cells[COLUMN_TITLE].text = source->title.ptr ? source->title : source->url.ptr ? source->url : source->author;
    ret_cells[COLUMN_PUBLISHER].text = source->publisher;
    ret_cells[COLUMN_DATE].text = source->published;
    ret_cells[COLUMN_CITED].text = arena_printf(arena, "%lld", (long long)listed->citations);
    ret_cells[COLUMN_KEPT].text = day(listed->kept);
    ret_cells[COLUMN_LAST].text = str_from(listed->last >= 0 ? look_outcomes.name[listed->last] : NULL);
}

static const struct listing_part parts[] = {{&source_fields, offsetof(struct listed_source, source)},
                                            {&listed_source_fields, 0}};
static const struct listing_shape shape = {parts, 2, columns, COLUMN_END, cells};

/* ---- which may be the same ---- */

struct candidate {
    struct listed_source source;
    struct str key; /* those with the same may be one; a source has one by its address and one by its title */
};

struct gathering {
    const struct list_options *options;
    struct listing listing;
    struct arena arena;
    struct candidate *candidate;
    size_t count, cap;
    int64_t highest; /* of their numbers */
};

static struct listed_source copy_source(const struct listed_source *source, struct arena *arena)
{
    struct listed_source copy = *source;
    record_keep(&source_fields, &copy.source, arena);
    copy.kept = arena_str(arena, source->kept);
    return copy;
}

static void add_lower(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        buf_char(out, to_lower(text.ptr[i]));
}

/* Parameters that only count readers. */
static bool counts_readers(struct str parameter)
{
    static const char *const names[] = {"utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid="};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (str_starts(parameter, str_from(names[i])))
            return true;
    return false;
}

static struct str address_key(struct str url, struct arena *arena)
{
    struct buf key = {0};
    struct str rest = str_slice(url, 0, str_find(url, STR("#"), 0)), query;
    rest = str_slice(rest, str_find(rest, STR("://"), 0) + 3, rest.len);
    query = rest;
    rest = str_split(&query, '?');
    struct str path = rest, host = str_split(&path, '/');
    if (str_starts(host, STR("www.")))
        host = str_slice(host, 4, host.len);
    while (str_ends(path, STR("/")))
        path.len--;
    add_lower(&key, host);
    buf_printf(&key, "/%.*s", STR_ARG(path));
    while (query.len > 0) {
        struct str parameter = str_split(&query, '&');
        if (!counts_readers(parameter))
            buf_printf(&key, "&%.*s", STR_ARG(parameter));
    }
    struct str copy = arena_str(arena, buf_view(&key));
    buf_release(&key);
    return copy;
}

/* Letters and digits of it, in small letters; a short one ("Home", "Budget 2024") tells too little. */
static struct str title_key(struct str title, struct arena *arena)
{
    enum { TELLS = 12 };
    struct buf key = {0};
    for (size_t i = 0; i < title.len; i++)
        if (is_alpha(title.ptr[i]) || is_digit(title.ptr[i]) || (unsigned char)title.ptr[i] >= 0x80)
            buf_char(&key, to_lower(title.ptr[i]));
    struct str copy = key.len >= TELLS ? arena_printf(arena, "title %.*s", STR_ARG(buf_view(&key))) : STR_NULL;
    buf_release(&key);
    return copy;
}

static void add_candidate(struct gathering *gathering, const struct listed_source *source, struct str key)
{
    if (!key.ptr)
        return;
    gathering->candidate =
        mem_grow(gathering->candidate, &gathering->cap, gathering->count + 1, sizeof(*gathering->candidate));
    gathering->candidate[gathering->count++] = (struct candidate){*source, key};
}

static int by_key(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    int order = str_cmp(x->key, y->key);
    return order != 0 ? order : x->source.source.number < y->source.source.number ? -1 : 1;
}

static void list_duplicates(struct gathering *gathering)
{
    struct candidate *all = gathering->candidate;
    bool *told = mem_alloc((size_t)gathering->highest + 1); /* by number */
    if (gathering->count > 1)
        qsort(all, gathering->count, sizeof(*all), by_key);
    for (size_t start = 0, end; start < gathering->count; start = end) {
        for (end = start + 1; end < gathering->count && str_eq(all[end].key, all[start].key); end++)
            ;
        for (size_t i = start; end - start > 1 && i < end; i++) {
            if (!told[all[i].source.source.number])
                listing_add(&gathering->listing, &all[i].source);
            told[all[i].source.source.number] = true;
        }
    }
    free(told);
}

/* ---- the list ---- */

static bool wanted(const struct list_options *o, const struct listed_source *source)
{
    return (!o->kinds || (source->source.kind > 0 && (o->kinds & 1U << source->source.kind))) &&
           (!o->unkept || !source->kept.ptr);
}

static bool take(void *ctx, const struct listed_source *source)
{
    struct gathering *gathering = ctx;
    if (!wanted(gathering->options, source))
        return true;
    if (!gathering->options->duplicates) {
        listing_add(&gathering->listing, source);
        return !output_closed();
    }
    struct listed_source copy = copy_source(source, &gathering->arena);
    gathering->highest = copy.source.number;
    if (copy.source.url.ptr)
        add_candidate(gathering, &copy, address_key(copy.source.url, &gathering->arena));
    if (copy.source.title.ptr)
        add_candidate(gathering, &copy, title_key(copy.source.title, &gathering->arena));
    return true;
}

bool cmd_sources_list(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    (void)arguments;
    struct gathering gathering = {.options = given};
    struct store *store = NULL;
    if (!place_open(run, &store, err))
        return false;
    page_output(run);
    listing_begin(&gathering.listing, run, &shape, gathering.options->format);
    bool ok = store_sources(store, take, &gathering, err);
    if (ok && gathering.options->duplicates)
        list_duplicates(&gathering);
    listing_end(&gathering.listing);
    if (ok && gathering.listing.count == 0)
        ok = err_set(err, ERR_ABSENT, "%s",
                     gathering.options->duplicates ? "no two sources look the same"
                     : gathering.options->kinds || gathering.options->unkept
                         ? "no source is like that"
                         : "the store has no sources yet; 'assay cite' adds one");
    free(gathering.candidate);
    arena_release(&gathering.arena);
    store_close(store);
    return ok;
}
