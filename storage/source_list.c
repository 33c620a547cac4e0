/* Sources by themselves: listing, editing, merging and importing them. */
#include "core/base/clock.h"
#include "storage/record_sql.h"
#include "storage/source.h"
#include "storage/sources.h"

static const struct field listed_field[] = {
    {"citations", FIELD_INTEGER, offsetof(struct listed_source, citations), NULL},
    {"last_look", FIELD_NAME, offsetof(struct listed_source, last), &look_outcomes},
    {"kept_at", FIELD_TEXT, offsetof(struct listed_source, kept), NULL},
};
const struct fields listed_source_fields = {listed_field, sizeof(listed_field) / sizeof(listed_field[0])};

bool store_sources(struct store *store, source_fn *fn, void *ctx, struct err *err)
{
    struct query query;
    struct arena arena = {0};
    bool row = false, more = true, done = true;
    if (!query_open(store, SQL_SOURCE_LISTED, &query, err))
        return false;
    while (more && done && (done = query_next(&query, &row, err)) && row) {
        struct listed_source one = {.last = -1};
        int after = (int)source_fields.count;
        done = record_read(query.statement, 0, &source_fields, &arena, &one.source, err) ||
               err_wrap(err, "source %lld can't be used; run: assay doctor", (long long)one.source.number);
        one.citations = statement_integer(query.statement, after);
        names_find(&look_outcomes, statement_text(query.statement, after + 1), &one.last);
        one.kept = arena_str(&arena, statement_text(query.statement, after + 2));
        more = done && fn(ctx, &one);
        arena_reset(&arena);
    }
    query_close(&query);
    arena_release(&arena);
    return done;
}

/* The row of that number, merged or not. */
static bool by_number(struct store *store, int64_t number, struct arena *arena, struct source *ret, struct err *err)
{
    struct query query;
    bool row = false;
    if (!query_open(store, SQL_SOURCE_BY_NUMBER, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, number);
    bool done = query_next(&query, &row, err);
    if (done && !row)
        done = err_set(err, ERR_ABSENT, "there is no source '%lld'; 'assay sources' lists them", (long long)number);
    if (done)
        done = record_read(query.statement, 0, &source_fields, arena, ret, err) ||
               err_wrap(err, "source %lld can't be used; run: assay doctor", (long long)number);
    query_close(&query);
    return done;
}

bool store_find_source(struct store *store, int64_t number, struct arena *arena, struct source *ret, struct err *err)
{
    struct source found = {0};
    bool there = true;
    if (!by_number(store, number, arena, &found, err) ||
        (found.merged.ptr && !source_by_id(store, found.merged, arena, &found, &there, err)))
        return false;
    if (!there)
        return err_set(err, ERR_STORE, "source %lld was merged into one that is gone; run: assay doctor",
                       (long long)number);
    *ret = found;
    return true;
}

bool store_known_source(struct store *store, const struct source *given, struct arena *arena, struct source *ret,
                        bool *ret_found, struct err *err)
{
    return source_find(store, given, arena, ret, ret_found, err);
}

bool store_merged_sources(struct store *store, struct str source, struct arena *arena, struct source **ret,
                          size_t *ret_count, struct err *err)
{
    struct query query;
    struct source *all = NULL;
    size_t count = 0, cap = 0;
    bool row = false, done = true;
    if (!query_open(store, SQL_SOURCE_OF_MERGED, &query, err))
        return false;
    statement_bind_text(query.statement, 1, source);
    while (done && (done = query_next(&query, &row, err)) && row) {
        struct source one = {0};
        done = record_read(query.statement, 0, &source_fields, arena, &one, err);
        all = records_grow(arena, all, &cap, count + 1, sizeof(*all));
        all[count++] = one;
    }
    query_close(&query);
    if (done) {
        *ret = all;
        *ret_count = count;
    }
    return done;
}

static bool citations_of(struct store *store, struct str source, struct arena *arena, struct source_citation **all,
                         size_t *count, size_t *cap, struct err *err)
{
    struct query query;
    bool row = false, done = true;
    if (!query_open(store, SQL_CITATION_OF_SOURCE, &query, err))
        return false;
    statement_bind_text(query.statement, 1, source);
    while (done && (done = query_next(&query, &row, err)) && row) {
        struct source_citation one = {0};
        int after = (int)citation_fields.count;
        done = record_read(query.statement, 0, &citation_fields, arena, &one.citation, err) ||
               err_wrap(err, "a citation can't be used; run: assay doctor");
        one.claim = statement_integer(query.statement, after);
        one.claim_literal = arena_str(arena, statement_text(query.statement, after + 1));
        *all = records_grow(arena, *all, cap, *count + 1, sizeof(**all));
        (*all)[(*count)++] = one;
    }
    query_close(&query);
    return done;
}

bool store_source_citations(struct store *store, struct str source, struct arena *arena, struct source_citation **ret,
                            size_t *ret_count, struct err *err)
{
    struct source *merged = NULL;
    struct source_citation *all = NULL;
    size_t merged_count = 0, count = 0, cap = 0;
    if (!store_merged_sources(store, source, arena, &merged, &merged_count, err) ||
        !citations_of(store, source, arena, &all, &count, &cap, err))
        return false;
    for (size_t i = 0; i < merged_count; i++)
        if (!citations_of(store, merged[i].id, arena, &all, &count, &cap, err))
            return false;
    *ret = all;
    *ret_count = count;
    return true;
}

/* ---- changing ---- */

static bool check_reviewer(struct str reviewer, struct err *err)
{
    return reviewer.len > 0 ||
           err_set(err, ERR_USAGE, "a change to a source needs a reviewer; set ASSAY_REVIEWER to your name");
}

/* Whether it can be told from others, and can be stored. */
static bool check_source(struct store *store, const struct source *source, struct arena *arena, struct err *err)
{
    struct source other = {0};
    bool found = false;
    if (!source->url.ptr && !source->title.ptr && !source->author.ptr)
        return err_set(err, ERR_USAGE, "a source needs a URL, or else a title or an author; give one");
    if (!record_check(&source_fields, source, "source", err) ||
        (source->url.ptr && !source_find(store, source, arena, &other, &found, err)))
        return false;
    if (found && !str_eq(other.id, source->id))
        return err_set(err, ERR_USAGE,
                       "source %lld has that address; to make one of them: assay sources merge %lld %lld",
                       (long long)other.number, (long long)other.number, (long long)source->number);
    return true;
}

static bool edit(struct store *store, const struct source *changed, struct str reviewer, struct arena *arena,
                 struct err *err)
{
    return check_source(store, changed, arena, err) &&
           source_describe(store, changed, SOURCE_FILLED, reviewer, clock_now(arena), arena, err);
}

bool store_edit_source(struct store *store, const struct source *changed, struct str reviewer, struct arena *arena,
                       struct err *err)
{
    if (!check_reviewer(reviewer, err) || !driver_begin(store->driver, true, err))
        return false;
    bool done = edit(store, changed, reviewer, arena, err) && driver_commit(store->driver, err);
    driver_rollback(store->driver);
    return done;
}

/* A source that is merged gives what the other lacks; what contradicts stays with it, and in the history. */
static void take_over(struct source *into, const struct source *from, struct arena *arena)
{
    for (size_t i = 0; i < source_fields.count; i++) {
        const struct field *field = &source_fields.field[i];
        struct source part = {0};
        enum source_fate fate;
        struct err ignored = {0};
        if (field->type != FIELD_TEXT || field->offset == offsetof(struct source, csl))
            continue;
        *(struct str *)((char *)&part + field->offset) = *(const struct str *)((const char *)from + field->offset);
        (void)source_fill(into, &part, arena, &fate, &ignored);
    }
    if (into->kind == SOURCE_KIND_NONE)
        into->kind = from->kind;
    if (!into->csl.ptr)
        into->csl = from->csl;
}

struct merging {
    struct store *store;
    struct source into;
    struct str reviewer, at;
    struct arena *arena;
};

static bool put_into(struct merging *merging, struct source *source, struct err *err)
{
    source->merged = merging->into.id;
    return source_describe(merging->store, source, SOURCE_FILLED, merging->reviewer, merging->at, merging->arena, err);
}

static bool merge_one(struct merging *merging, int64_t number, struct err *err)
{
    struct source source = {0}, *others = NULL;
    size_t count = 0;
    if (!by_number(merging->store, number, merging->arena, &source, err))
        return false;
    if (source.merged.ptr || str_eq(source.id, merging->into.id))
        return err_set(err, ERR_USAGE, "source %lld is %s; name each source once", (long long)number,
                       source.merged.ptr ? "merged already" : "the one that the others are merged into");
    if (source.url.ptr && !merging->into.url.ptr)
        return err_set(err, ERR_USAGE,
                       "source %lld has an address and source %lld has none; merge the other way round: assay sources "
                       "merge %lld %lld",
                       (long long)number, (long long)merging->into.number, (long long)number,
                       (long long)merging->into.number);
    take_over(&merging->into, &source, merging->arena);
    if (!store_merged_sources(merging->store, source.id, merging->arena, &others, &count, err) ||
        !put_into(merging, &source, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!put_into(merging, &others[i], err))
            return false;
    return true;
}

static bool merge_all(struct merging *merging, int64_t into, const int64_t *numbers, size_t count, struct err *err)
{
    if (!by_number(merging->store, into, merging->arena, &merging->into, err))
        return false;
    if (merging->into.merged.ptr)
        return err_set(err, ERR_USAGE,
                       "source %lld is merged into another itself; 'assay sources show %lld' says which",
                       (long long)into, (long long)into);
    struct str before = source_digest(&merging->into, merging->arena);
    for (size_t i = 0; i < count; i++)
        if (!merge_one(merging, numbers[i], err))
            return false;
    return str_eq(before, source_digest(&merging->into, merging->arena)) ||
           source_describe(merging->store, &merging->into, SOURCE_FILLED, merging->reviewer, merging->at,
                           merging->arena, err);
}

bool store_merge_sources(struct store *store, int64_t into, const int64_t *numbers, size_t count, struct str reviewer,
                         struct arena *arena, struct err *err)
{
    struct merging merging = {.store = store, .reviewer = reviewer, .at = clock_now(arena), .arena = arena};
    if (!check_reviewer(reviewer, err) || !driver_begin(store->driver, true, err))
        return false;
    bool done = merge_all(&merging, into, numbers, count, err) && driver_commit(store->driver, err);
    driver_rollback(store->driver);
    return done;
}

/* ---- importing ---- */

static bool import_one(struct merging *import, const struct source *given, struct source *ret,
                       enum import_fate *ret_fate, struct err *err)
{
    struct source known = {0};
    struct err differs = {0};
    enum source_fate fate = SOURCE_NEW;
    bool found = false;
    if (!given->url.ptr && !given->title.ptr && !given->author.ptr)
        return err_set(err, ERR_USAGE, "it has no URL, no title and no author; a source needs one of them");
    if (!record_check(&source_fields, given, "source", err) ||
        !source_find(import->store, given, import->arena, &known, &found, err))
        return false;
    if (!found && !source_make(import->store, given, import->arena, &known, err))
        return false;
    *ret_fate = IMPORT_NEW;
    if (found) {
        bool filled = source_fill(&known, given, import->arena, &fate, &differs);
        *ret_fate = !filled ? IMPORT_DIFFERS : fate == SOURCE_FILLED ? IMPORT_FILLED : IMPORT_KNOWN;
    }
    *ret = known;
    return *ret_fate == IMPORT_KNOWN || *ret_fate == IMPORT_DIFFERS ||
           source_describe(import->store, &known, fate, import->reviewer, import->at, import->arena, err);
}

bool store_import_sources(struct store *store, const struct source *sources, size_t count, struct str reviewer,
                          struct arena *arena, struct source *ret_sources, enum import_fate *ret_fates, struct err *err)
{
    struct merging import = {.store = store, .reviewer = reviewer, .at = clock_now(arena), .arena = arena};
    if (!check_reviewer(reviewer, err) || !driver_begin(store->driver, true, err))
        return false;
    bool done = true;
    for (size_t i = 0; done && i < count; i++)
        done =
            import_one(&import, &sources[i], &ret_sources[i], &ret_fates[i], err) || err_wrap(err, "entry %zu", i + 1);
    done = done && driver_commit(store->driver, err);
    driver_rollback(store->driver);
    return done;
}
