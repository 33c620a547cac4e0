/* Brings the store's series, documents and citations to the checker. */
#include "cmd/examiner.h"

#include <stdlib.h>

/* So many points are kept at the most between claims: some 50 MB. What is asked for again and again stays in memory. */
enum { POINTS_KEPT = 200000, BUCKETS = 4096 };

/* The points of one entity in one series. */
struct shelf {
    struct shelf *next; /* of the same bucket */
    size_t which;
    struct str key;
    struct points points;
};

struct examiner {
    struct store *store;
    struct arena arena; /* as long as the examiner: the series */
    struct series *series;
    size_t count, cap;
    struct tables tables;
    struct checker *checker;
    struct extractor *extractor;
    struct widths widths;
    struct arena shelves; /* what is kept of points */
    struct shelf *bucket[BUCKETS];
    size_t kept;
};

/* ---- points ---- */

static size_t bucket_of(size_t which, struct str key)
{
    size_t hash = which + 1;
    for (size_t i = 0; i < key.len; i++)
        hash = hash * 31 + (unsigned char)key.ptr[i];
    return hash % BUCKETS;
}

struct gathering {
    struct examiner *examiner;
    struct series_point *points;
    size_t count, cap;
};

static bool gather(void *ctx, const struct series_point *point)
{
    struct gathering *gathering = ctx;
    gathering->points = mem_grow(gathering->points, &gathering->cap, gathering->count + 1, sizeof(*gathering->points));
    struct series_point *kept = &gathering->points[gathering->count++];
    *kept = *point;
    record_keep(&series_point_fields, kept, &gathering->examiner->shelves);
    return true;
}

static bool find_points(void *ctx, size_t which, struct str key, struct points *ret, struct err *err)
{
    struct examiner *examiner = ctx;
    struct shelf **bucket = &examiner->bucket[bucket_of(which, key)];
    for (const struct shelf *shelf = *bucket; shelf; shelf = shelf->next) {
        if (shelf->which == which && str_eq(shelf->key, key)) {
            *ret = shelf->points;
            return true;
        }
    }
    struct gathering gathering = {.examiner = examiner};
    const struct point_filter filter = {.entity = key};
    bool done = store_series_points(examiner->store, &examiner->series[which], &filter, gather, &gathering, err);
    if (done) {
        struct shelf *shelf = arena_alloc(&examiner->shelves, sizeof(*shelf));
        struct series_point *points = arena_alloc(&examiner->shelves, (gathering.count + 1) * sizeof(*points));
        for (size_t i = 0; i < gathering.count; i++)
            points[i] = gathering.points[i];
        *shelf = (struct shelf){*bucket, which, arena_str(&examiner->shelves, key), {points, gathering.count}};
        *bucket = shelf;
        examiner->kept += gathering.count + 1;
        *ret = shelf->points;
    }
    free(gathering.points);
    return done;
}

/* Between claims, when nothing points into the shelves. */
static void tidy(struct examiner *examiner)
{
    if (examiner->kept < POINTS_KEPT)
        return;
    arena_reset(&examiner->shelves);
    for (size_t i = 0; i < BUCKETS; i++)
        examiner->bucket[i] = NULL;
    examiner->kept = 0;
}

/* ---- opening ---- */

static bool keep_series(void *ctx, const struct series *series)
{
    struct examiner *examiner = ctx;
    examiner->series = mem_grow(examiner->series, &examiner->cap, examiner->count + 1, sizeof(*examiner->series));
    examiner->series[examiner->count] = *series;
    record_keep(&series_fields, &examiner->series[examiner->count++], &examiner->arena);
    return true;
}

static bool find_only(struct examiner *examiner, struct str name, const struct series **ret, struct err *err)
{
    struct series found;
    if (!name.ptr)
        return true;
    if (!store_find_series(examiner->store, name, &examiner->arena, &found, err))
        return false;
    for (size_t i = 0; i < examiner->count; i++)
        if (examiner->series[i].number == found.number)
            *ret = &examiner->series[i];
    return *ret || err_set(err, ERR_USAGE, "the series '%.*s' is dropped; 'assay series' lists those that are not",
                           STR_ARG(name));
}

bool examiner_open(struct store *store, const struct examiner_settings *settings, struct examiner **ret,
                   struct err *err)
{
    struct examiner *examiner = mem_alloc(sizeof(*examiner));
    const struct series_filter all = {0};
    struct check_settings check = {.widths = settings->widths, .entity = settings->entity};
    examiner->store = store;
    examiner->widths = settings->widths;
    bool done = store_series(store, &all, keep_series, examiner, err) &&
                find_only(examiner, settings->series, &check.only, err);
    examiner->tables = (struct tables){examiner->series, examiner->count, find_points, examiner};
    if (done)
        examiner->checker = checker_new(&examiner->tables, &check, err);
    if (!examiner->checker) {
        examiner_close(examiner);
        return false;
    }
    examiner->extractor = extractor_new();
    *ret = examiner;
    return true;
}

void examiner_close(struct examiner *examiner)
{
    if (!examiner)
        return;
    checker_free(examiner->checker);
    extractor_free(examiner->extractor);
    free(examiner->series);
    arena_release(&examiner->shelves);
    arena_release(&examiner->arena);
    free(examiner);
}

/* ---- a document ---- */

struct heap {
    struct arena *arena;
    struct tracked_claim *claims;
    size_t count, cap;
};

static bool keep_claim(void *ctx, const struct tracked_claim *claim)
{
    struct heap *heap = ctx;
    heap->claims = mem_grow(heap->claims, &heap->cap, heap->count + 1, sizeof(*heap->claims));
    struct tracked_claim *kept = &heap->claims[heap->count++];
    *kept = *claim;
    record_keep(&claim_fields, &kept->claim, heap->arena);
    record_keep(&claim_state_fields, &kept->state, heap->arena);
    return true;
}

static bool is_wanted(const struct examiner_job *job, const struct claim *claim)
{
    if (!job->numbers)
        return !kind_is_background(claim->kind);
    for (size_t i = 0; i < job->count; i++)
        if (job->numbers[i] == claim->number)
            return true;
    return false;
}

/* The sentence of one claim follows that of the other, or is the same: there an ellipsis finds what it leaves out. */
static bool follows(const struct claim *before, const struct claim *claim)
{
    int64_t end = before->sentence_start + (int64_t)before->sentence.len;
    return before->sentence_start == claim->sentence_start ||
           (claim->sentence_start >= end && claim->sentence_start - end <= 2);
}

/* What the claim's citations give, as extraction reads it. */
static bool read_citations(struct examiner *examiner, const struct tracked_claim *claim, struct arena *arena,
                           struct check_input *input, struct err *err)
{
    struct cited *cited = NULL;
    size_t count = 0;
    if (claim->state.citations == 0)
        return true;
    if (!store_citations(examiner->store, claim, arena, &cited, &count, err))
        return false;
    struct cited_figure *figures = arena_alloc(arena, (count + 1) * sizeof(*figures));
    struct claim *read = arena_alloc(arena, (count + 1) * sizeof(*read));
    for (size_t i = 0; i < count; i++) {
        if (!cited[i].citation.figure.ptr ||
            !extract_figure(examiner->extractor, cited[i].citation.figure, arena, &read[i]))
            continue;
        figures[input->cited_count++] = (struct cited_figure){&cited[i].citation, &cited[i].source, &read[i]};
    }
    input->cited = figures;
    return true;
}

static bool check_one(struct examiner *examiner, const struct examiner_job *job, const struct document *document,
                      const struct tracked_claim *claim, const struct frame *before, struct frame *ret_frame,
                      bool *ret_more, struct err *err)
{
    struct arena arena = {0};
    struct check check;
    struct check_input input = {.claim = &claim->claim, .published = document->published, .before = before};
    bool done = read_citations(examiner, claim, &arena, &input, err) &&
                check_claim(examiner->checker, &input, &arena, &check, err);
    if (done) {
        *ret_more = !job->checked || job->checked(job->ctx, claim, &check);
        /* what an ellipsis takes over; the rest goes with the arena */
        *ret_frame = (struct frame){.measure = check.frame.measure,
                                    .of = check.frame.of,
                                    .form = check.frame.form,
                                    .entity = check.frame.entity,
                                    .sentence = check.frame.sentence};
        if (check.frame.problem.ptr)
            ret_frame->problem = STR("it can't be compared");
    }
    arena_release(&arena);
    tidy(examiner);
    return done;
}

/* Of figures that are claims: dates and the like stand between them. */
static bool next_is_wanted(const struct examiner_job *job, const struct heap *heap, size_t i)
{
    for (i++; i < heap->count && kind_is_background(heap->claims[i].claim.kind);)
        i++;
    return i < heap->count && is_wanted(job, &heap->claims[i].claim);
}

static bool check_claims(struct examiner *examiner, const struct examiner_job *job, const struct document *document,
                         const struct heap *heap, struct err *err)
{
    struct frame frame = {0};
    const struct claim *before = NULL;
    bool more = true, done = true;
    for (size_t i = 0; done && more && i < heap->count; i++) {
        const struct claim *claim = &heap->claims[i].claim;
        const struct frame *carried = before && follows(before, claim) ? &frame : NULL;
        struct frame own = {0};
        if (is_wanted(job, claim))
            done = check_one(examiner, job, document, &heap->claims[i], carried, &own, &more, err);
        else if (!kind_is_background(claim->kind) && next_is_wanted(job, heap, i))
            check_frame(examiner->checker, claim, carried, heap->arena, &own);
        if (kind_is_background(claim->kind))
            continue;
        frame = own;
        before = claim;
    }
    return done;
}

static bool sum_up(struct examiner *examiner, const struct examiner_job *job, const struct document *document,
                   const struct heap *heap)
{
    struct arena *arena = heap->arena;
    struct claim *claims = arena_alloc(arena, (heap->count + 1) * sizeof(*claims)), *titled = NULL;
    struct sum_fault *faults = NULL;
    size_t count = 0, title_count = 0;
    const struct extract_context context = {.published = document->published};
    for (size_t i = 0; i < heap->count; i++)
        claims[i] = heap->claims[i].claim;
    if (document->title.ptr && document->media != MEDIA_STATEMENT)
        extract_claims(examiner->extractor, document->title, &context, arena, &titled, &title_count);
    const struct sum_document sums = {claims, heap->count, document->title, titled, title_count};
    sums_find(&sums, &examiner->widths, arena, &faults, &count);
    return count == 0 || job->summed(job->ctx, document, faults, count);
}

bool examiner_document(struct examiner *examiner, const struct document *document, const struct examiner_job *job,
                       struct err *err)
{
    struct arena arena = {0};
    struct heap heap = {.arena = &arena};
    const struct claim_filter filter = {
        .kinds = (1U << KIND_END) - 1, .document = document->number, .order = ORDER_NUMBER};
    bool done = store_claims(examiner->store, &filter, keep_claim, &heap, err) &&
                check_claims(examiner, job, document, &heap, err);
    if (done && job->summed)
        sum_up(examiner, job, document, &heap);
    free(heap.claims);
    arena_release(&arena);
    return done;
}
