/* `assay sources recheck`: looks at each source again, and says what has become of it. */
#include <stdlib.h>

#include "cmd/listing.h"
#include "cmd/look.h"
#include "cmd/place.h"
#include "cmd/reviewer.h"
#include "cmd/sources.h"
#include "core/intake/fetch.h"
#include "core/report/words.h"
#include "core/report/words_evidence.h"

struct recheck_options {
    int format;
    struct receive_options receive;
};

static const struct option options[] = {
    OPTION_FORMAT(offsetof(struct recheck_options, format)),
    OPTIONS_RECEIVE(offsetof(struct recheck_options, receive)),
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay sources recheck",
            "every source that has an address or a file; exit status 1 where one needs a look"),
    EXAMPLE("assay sources recheck 3 8 --format csv", "two of them, for a spreadsheet"),
    NULL,
};

const struct manual manual_sources_recheck = {
    .usage = "sources recheck [options] [N...]",
    .about =
        "Fetches sources again and compares them with what was kept: unchanged, changed (are the quotes and figures "
        "still there?), moved, gone, or not reached. What has changed is kept beside what was kept before. It asks "
        "robots.txt, asks whether a page has changed at all, and pauses between two requests to a host (--limit "
        "host-pause-ms=N). A source needs a look where it is gone, moved or not reached, and where it has changed and "
        "a quote or figure is not there any more, or there is none to tell by; then the exit status is 1.",
    .options = options,
    .options_size = sizeof(struct recheck_options),
    .examples = examples,
    .most = ARGUMENTS_ANY,
};

/* What became of one source. */
struct rechecked {
    int64_t number;
    struct str title, url;
    int outcome;
    int64_t still, absent; /* citations whose quote, or figure, is there; is not */
    bool needs_look;
    struct str name, moved_to, note;
};

#define RECHECKED(name, type)                                                                                          \
    {                                                                                                                  \
#name, type, offsetof(struct rechecked, name), NULL                                                            \
    }
static const struct field rechecked_field[] = {
    RECHECKED(number, FIELD_NUMBER),   RECHECKED(title, FIELD_TEXT),
    RECHECKED(url, FIELD_TEXT),        {"outcome", FIELD_NAME, offsetof(struct rechecked, outcome), &look_outcomes},
    RECHECKED(still, FIELD_INTEGER),   RECHECKED(absent, FIELD_INTEGER),
    RECHECKED(needs_look, FIELD_FLAG), RECHECKED(name, FIELD_TEXT),
    RECHECKED(moved_to, FIELD_TEXT),   RECHECKED(note, FIELD_TEXT),
};
static const struct fields rechecked_fields = {rechecked_field, sizeof(rechecked_field) / sizeof(rechecked_field[0])};

enum { COLUMN_NUMBER, COLUMN_OUTCOME, COLUMN_SAYS, COLUMN_TITLE, COLUMN_END };

static const struct table_column columns[COLUMN_END] = {
    [COLUMN_NUMBER] = {"no", .right = true},
    [COLUMN_OUTCOME] = {"now"},
    [COLUMN_SAYS] = {"which means", .least = 16},
    [COLUMN_TITLE] = {"title or address", .least = 16, .drop = 1},
};

static struct str says(const struct rechecked *it, struct arena *arena)
{
    struct str words = it->note.ptr       ? it->note
                       : it->moved_to.ptr ? arena_printf(arena, "now at %.*s", STR_ARG(it->moved_to))
                                          : STR("");
    if (it->outcome != LOOK_CHANGED)
        return words;
    if (it->absent > 0)
        return arena_printf(arena, "%lld of %lld quotes and figures %s NOT there any more", (long long)it->absent,
                            (long long)it->still + it->absent, it->absent == 1 ? "is" : "are");
    if (it->still > 0)
        return STR("what is cited is still there");
    return STR("there is no quote and no figure to tell by");
}

static void cells(const void *record, struct arena *arena, struct table_cell *ret_cells)
{
    const struct rechecked *it = record;
    ret_cells[COLUMN_NUMBER].text = arena_printf(arena, "%lld", (long long)it->number);
    ret_cells[COLUMN_OUTCOME].text = str_from(look_outcomes.name[it->outcome]);
    ret_cells[COLUMN_SAYS].text = says(it, arena);
    ret_cells[COLUMN_TITLE].text = it->title.ptr ? it->title : it->url.ptr ? it->url : it->name;
}

static const struct listing_part parts[] = {{&rechecked_fields, 0}};
static const struct listing_shape shape = {parts, 1, columns, COLUMN_END, cells};

struct rechecking {
    const struct recheck_options *options;
    struct looker looker;
    struct str reviewer;
    struct listing listing;
    int64_t *numbers; /* of the sources to be looked at */
    size_t count, cap;
    int64_t looked, needing;
    struct err *err;
};

/* ---- one source ---- */

static void count_sightings(const struct look *look, struct rechecked *it)
{
    for (size_t i = 0; i < look->sighting_count; i++) {
        const struct sighting *sighting = &look->sightings[i];
        int presence = sighting->quote != PRESENCE_NONE ? sighting->quote : sighting->figure;
        it->still += presence == PRESENCE_STANDS || presence == PRESENCE_PARTS;
        it->absent += presence == PRESENCE_ABSENT || presence == PRESENCE_UNKNOWN;
    }
}

static bool needs_look(const struct rechecked *it)
{
    if (it->outcome == LOOK_CHANGED)
        return it->absent > 0 || it->still == 0;
    return it->outcome == LOOK_GONE || it->outcome == LOOK_MOVED || it->outcome == LOOK_FAILED ||
           (it->outcome == LOOK_KEPT && it->absent > 0);
}

static bool store_look(struct rechecking *all, const struct source *source, struct look *look,
                       const struct kept_source *kept, const struct looked_before *before, struct arena *arena,
                       struct err *err)
{
    struct rechecked it = {
        .number = source->number, .title = source->title, .url = source->url, .name = look->visit.name};
    look->visit.reviewer = all->reviewer;
    if (look->bytes.ptr && !look_find(&all->looker, source, kept, arena, look, err))
        return false;
    if (!store_add_look(all->looker.store, source->id, ACTION_RECHECK, look, arena, err))
        return false;
    count_sightings(look, &it);
    it.outcome = look->visit.outcome;
    it.note = it.outcome == LOOK_GONE || it.outcome == LOOK_FAILED ? look->visit.note : STR_NULL;
    if (look->visit.url.ptr && before->url.ptr && !str_eq(look->visit.url, before->url))
        it.moved_to = look->visit.url;
    it.needs_look = needs_look(&it);
    all->looked++;
    all->needing += it.needs_look;
    progress_wipe(&all->looker.run->progress);
    listing_add(&all->listing, &it);
    listing_flush(&all->listing);
    return true;
}

/* Its address; without one the file that was kept. */
static bool recheck_one(struct rechecking *all, size_t index, struct arena *arena, struct err *err)
{
    struct source source = {0};
    struct looked_before before = {0};
    struct document described = {0};
    struct look look = {0};
    struct kept_source kept = {0};
    if (!store_find_source(all->looker.store, all->numbers[index], arena, &source, err) ||
        !look_before(&all->looker, &source, arena, &before, err))
        return false;
    struct str name = source.url.ptr ? source.url : before.kept ? before.visit.name : STR_NULL;
    if (!name.ptr)
        return true; /* an interview, a book: nothing to look at */
    progress_step(&all->looker.run->progress, &all->looker.run->terminal, (int64_t)index, (int64_t)all->count, name);
    look_at(&all->looker, name, &before, arena, &look, &kept, &described);
    return store_look(all, &source, &look, &kept, &before, arena, err);
}

/* ---- all of them ---- */

static void add_number(struct rechecking *all, int64_t number)
{
    all->numbers = mem_grow(all->numbers, &all->cap, all->count + 1, sizeof(*all->numbers));
    all->numbers[all->count++] = number;
}

static bool take_source(void *ctx, const struct listed_source *listed)
{
    add_number(ctx, listed->source.number);
    return true;
}

static bool choose(struct rechecking *all, struct words numbers, struct err *err)
{
    if (numbers.count == 0)
        return store_sources(all->looker.store, take_source, all, err);
    for (size_t i = 0; i < numbers.count; i++) {
        struct source source = {0};
        int64_t number = 0;
        if (!source_number(numbers.word[i], &number, err) ||
            !store_find_source(all->looker.store, number, &all->looker.run->arena, &source, err))
            return false;
        add_number(all, number);
    }
    return true;
}

static bool recheck_all(struct rechecking *all, struct err *err)
{
    bool ok = true;
    for (size_t i = 0; ok && i < all->count && !output_closed(); i++) {
        struct arena arena = {0};
        ok = recheck_one(all, i, &arena, err);
        arena_release(&arena);
    }
    progress_wipe(&all->looker.run->progress);
    return ok;
}

static bool sum_up(const struct rechecking *all, struct err *err)
{
    if (all->looked == 0)
        return err_set(err, ERR_ABSENT, "no source has an address or a file to look at");
    if (all->needing > 0)
        return err_set(err, ERR_ABSENT, "%lld of %lld source%s need%s a look", (long long)all->needing,
                       (long long)all->looked, all->looked == 1 ? "" : "s", all->needing == 1 ? "s" : "");
    return true;
}

bool cmd_sources_recheck(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct recheck_options *o = given;
    struct extractor *extractor = extractor_new();
    struct rechecking all = {.options = o, .looker = {.run = run, .extractor = extractor, .options = &o->receive}};
    bool ok = receive_check(&o->receive, err) && reviewer_require(run, &all.reviewer, err) &&
              place_open(run, &all.looker.store, err) && choose(&all, arguments, err);
    all.looker.manners = manners_new(&o->receive.limits);
    if (ok) {
        listing_begin(&all.listing, run, &shape, o->format);
        ok = recheck_all(&all, err);
        listing_end(&all.listing);
        ok = ok && sum_up(&all, err);
    }
    free(all.numbers);
    store_close(all.looker.store);
    manners_free(all.looker.manners);
    extractor_free(extractor);
    return ok;
}
