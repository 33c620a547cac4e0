/* Taking in what `extract` names: each file and address is read, and of a feed, with --follow, what its entries link to. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/claims.h"
#include "cmd/intake_run.h"
#include "cmd/place.h"
#include "cmd/reviewer.h"
#include "core/intake/fetch.h"
#include "core/intake/http.h"

/* ---- what the store knows ---- */

/* How the store knows a name already: by itself, or as a feed; nothing of the kind where there is no store yet. */
static bool find_known(struct intake_run *intake, struct str name, struct arena *arena, struct reception *ret,
                       bool *ret_found)
{
    struct err *err = intake->err;
    *ret_found = false;
    if (!intake->store && !place_open_if_there(intake->run, &intake->store, err))
        return false;
    if (!intake->store)
        return true;
    if (!store_find_reception(intake->store, name, arena, ret, ret_found, err))
        return false;
    return *ret_found || store_find_feed(intake->store, name, STR_NULL, arena, ret, ret_found, err);
}

/* What is there already is not fetched again unless that is asked for; feeds are, for what is new in them. */
static bool may_receive(struct intake_run *intake, struct str name, const struct reception *known, bool found,
                        struct err *err)
{
    bool again = intake->options->receive.again;
    if (again && !found && !intake->options->follow)
        return err_set(err, ERR_INPUT, "'%.*s' has not been taken in from there yet; leave --again away",
                       STR_ARG(name));
    if (again || !found || !fetch_is_address(name) || !str_eq(known->name, name))
        return true;
    intake->tally.known++;
    say(intake->run, "%.*s: already in the store, as it was on %.10s; --again looks whether it has changed",
        STR_ARG(name), known->at.ptr);
    return false;
}

/* The same bytes, read in the same way, make the same document: an interrupted run goes on without reading them again. */
static bool is_known(void *ctx, struct str sha256, int64_t *ret_number, struct err *err)
{
    struct intake_run *intake = ctx;
    const struct receive_options *how = &intake->options->receive;
    bool known = false;
    *ret_number = 0;
    if (how->again || how->whole_page || how->charset.ptr || how->archive_url.ptr || intake->options->texts)
        return true;
    if (!intake->store && !place_open_if_there(intake->run, &intake->store, err))
        return false;
    return !intake->store || store_find_bytes(intake->store, sha256, ret_number, &known, err);
}

/* An entry that was in the feed before, with another text, is a new version of it. */
static bool find_entry_before(struct intake_run *intake, struct str feed, struct delivery *delivery)
{
    struct str url = delivery->received.reading.url; /* its own; where it has none, the document has the feed's */
    struct reception before;
    bool found = false;
    delivery->reception.previous = STR_NULL;
    if (!url.ptr || !intake->store)
        return true;
    if (!store_find_feed(intake->store, feed, url, &intake->arena, &before, &found, intake->err))
        return false;
    if (found && !str_eq(before.document, delivery->received.document.id))
        delivery->reception.previous = before.document;
    return true;
}

/* ---- one file or address ---- */

/* What is fetched because a feed names it, and what the feed says of it. */
struct link {
    struct str url, feed;
    struct document entry;
};

static bool is_feed_entry(const struct delivery *delivery)
{
    return delivery->received.document.media == MEDIA_FEED;
}

static bool has_link(const struct intake_run *intake, const struct delivery *delivery)
{
    return intake->options->follow && is_feed_entry(delivery) && delivery->received.reading.url.ptr;
}

static bool take_deliveries(struct intake_run *intake, struct str name, const struct deliveries *all)
{
    for (size_t i = 0; i < all->count; i++) {
        struct delivery *delivery = &all->delivery[i];
        struct received *received = &delivery->received;
        struct err err = {0};
        if (has_link(intake, delivery))
            continue;
        if (received->reading.failure.ptr) {
            err_set(&err, ERR_INPUT, "'%.*s': %.*s", STR_ARG(received->document.name),
                    STR_ARG(received->reading.failure));
            tally_refuse(intake, &err);
        } else if ((is_feed_entry(delivery) && !find_entry_before(intake, name, delivery)) ||
                   !keeping_take(intake, delivery)) {
            return false;
        }
    }
    return true;
}

/* What the page does not say of itself, the feed may have said. */
static void fill(struct document *document, const struct document *entry)
{
    struct str *const to[] = {&document->title, &document->author, &document->publisher, &document->published};
    const struct str from[] = {entry->title, entry->author, entry->publisher, entry->published};
    for (size_t i = 0; i < sizeof(to) / sizeof(to[0]); i++)
        if (!to[i]->ptr)
            *to[i] = from[i];
}

/* The links of a feed's entries, copied out of the batch's arena. */
static void collect_links(const struct intake_run *intake, struct str feed, const struct deliveries *all,
                          struct arena *arena, struct link *ret, size_t *ret_count)
{
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct document *entry = &all->delivery[i].received.document;
        if (!has_link(intake, &all->delivery[i]))
            continue;
        struct link *link = &ret[count++];
        link->url = arena_str(arena, all->delivery[i].received.reading.url);
        link->feed = feed;
        link->entry = (struct document){.title = arena_str(arena, entry->title),
                                        .author = arena_str(arena, entry->author),
                                        .publisher = arena_str(arena, entry->publisher),
                                        .published = arena_str(arena, entry->published)};
    }
    *ret_count = count;
}

/* What is read waits for its batch, but does not fill the memory meanwhile. */
static bool end_one(struct intake_run *intake)
{
    enum { HELD_MOST = 64 * 1024 * 1024 };
    struct batch *batch = &intake->batch;
    size_t held = arena_size(&intake->arena);
    for (size_t i = 0; i < batch->arena_count; i++)
        held += arena_size(&batch->arenas[i]);
    if (batch->count > 0 && held > HELD_MOST && !keeping_end_batch(intake, intake->err))
        return false;
    if (batch->count > 0)
        return true;
    arena_reset(&intake->arena);
    while (batch->arena_count > 0)
        arena_release(&batch->arenas[--batch->arena_count]);
    return true;
}

/* A link may lead to a private address only where the user has named one, and only to the same place. */
static bool link_may_be_private(const struct intake_run *intake, const struct link *link)
{
    return intake->options->receive.allow_private && fetch_is_address(link->feed) &&
           str_eq_nocase(http_host(link->url), http_host(link->feed));
}

static bool take_link(struct intake_run *intake, const struct link *link)
{
    struct receive_options options = intake->options->receive;
    struct receive_how how = {.options = &options, .before = manners_ask, .before_ctx = intake->manners};
    struct reception known = {0};
    struct deliveries all = {0};
    struct err err = {0};
    bool found = false;
    options.allow_private = link_may_be_private(intake, link);
    manners_allow_private(intake->manners, options.allow_private ? http_host(link->url) : STR_NULL);
    progress_step(&intake->run->progress, &intake->run->terminal, intake->done++, intake->total, link->url);
    if (!find_known(intake, link->url, &intake->arena, &known, &found))
        return false;
    how.known = options.again && found ? &known : NULL;
    if (!may_receive(intake, link->url, &known, found, &err))
        return true;
    if (!receive(intake->run, link->url, &how, &intake->arena, &all, &err)) {
        tally_refuse(intake, &err);
        return true;
    }
    for (size_t i = 0; i < all.count; i++) {
        fill(&all.delivery[i].received.document, &link->entry);
        if (is_feed_entry(&all.delivery[i]))
            continue; /* a feed that leads to a feed is not followed any further */
        if (!keeping_take(intake, &all.delivery[i]))
            return false;
    }
    if (all.unchanged) {
        intake->tally.known++;
        say(intake->run, "%.*s: unchanged since %.10s", STR_ARG(link->url), known.at.ptr);
    }
    return true;
}

static bool take_links(struct intake_run *intake, const struct link *link, size_t count)
{
    if (intake->total > 0)
        intake->total += (int64_t)count;
    for (size_t i = 0; i < count; i++) {
        if (!take_link(intake, &link[i]) || !end_one(intake))
            return false;
    }
    return true;
}

static bool take_all(struct intake_run *intake, struct str name, const struct deliveries *all)
{
    struct arena arena = {0};
    struct link *links = arena_alloc(&arena, (all->count + 1) * sizeof(*links));
    size_t count = 0;
    intake->tally.read += all->count > 0 ? (int64_t)all->count - 1 : 0;
    collect_links(intake, arena_str(&arena, name), all, &arena, links, &count);
    bool done = take_deliveries(intake, name, all) && end_one(intake) && take_links(intake, links, count);
    arena_release(&arena);
    return done;
}

/* ---- several at a time ---- */

/* One file or address on its way: begun here, read by a thread of its own or here, ended here in the order of all. */
struct slot {
    struct str name;
    struct arena arena;
    struct reception known;
    struct receiving *receiving; /* NULL where there is nothing to read; then err may say why */
    struct err err;
    bool read; /* to its end, without an error */
    bool running;
    pthread_t thread;
};

static void *read_slot(void *ctx)
{
    struct slot *slot = ctx;
    slot->read = receive_read(slot->receiving, &slot->err);
    return NULL;
}

/* False where the store fails. */
static bool begin_slot(struct intake_run *intake, struct slot *slot, struct str name)
{
    struct receive_how how = {.options = &intake->options->receive, .is_known = is_known, .is_known_ctx = intake};
    bool found = false, again = how.options->again;
    *slot = (struct slot){.name = STR_NULL};
    slot->name = arena_str(&slot->arena, name);
    if ((again || fetch_is_address(name)) && !find_known(intake, name, &slot->arena, &slot->known, &found))
        return false;
    if (!may_receive(intake, name, &slot->known, found, &slot->err))
        return true;
    how.known = again && found && !intake->options->follow ? &slot->known : NULL;
    if (receive_begin(name, &how, &slot->arena, &slot->receiving, &slot->err))
        return true;
    if (slot->err.code == ERR_STORE)
        *intake->err = slot->err;
    return slot->err.code != ERR_STORE;
}

static bool take_slot(struct intake_run *intake, struct slot *slot)
{
    struct deliveries all = {0};
    intake->tally.read++;
    if (slot->err.code != ERR_NONE)
        tally_refuse(intake, &slot->err);
    if (!slot->read)
        return true;
    receive_end(intake->run, slot->receiving, &all);
    if (all.known > 0)
        return keeping_say_known(intake, &(struct document){.name = slot->name}, all.known, intake->err);
    if (all.unchanged) {
        intake->tally.known++;
        say(intake->run, "%.*s: unchanged since %.10s", STR_ARG(slot->name), slot->known.at.ptr);
    }
    return take_all(intake, slot->name, &all);
}

/* What was read stays until its batch is stored. */
static void hold(struct batch *batch, struct arena *arena)
{
    batch->arenas = mem_grow(batch->arenas, &batch->arena_cap, batch->arena_count + 1, sizeof(*batch->arenas));
    batch->arenas[batch->arena_count++] = *arena;
}

static bool end_slot(struct intake_run *intake, struct slot *slot)
{
    if (slot->running)
        pthread_join(slot->thread, NULL);
    slot->running = false;
    progress_step(&intake->run->progress, &intake->run->terminal, intake->done++, intake->total, slot->name);
    bool done = intake->stopped || take_slot(intake, slot);
    hold(&intake->batch, &slot->arena);
    return !intake->stopped && done && end_one(intake);
}

/* Ends the oldest until no more than that are under way. */
static bool drain(struct intake_run *intake, size_t most)
{
    while (intake->under_way > most) {
        struct slot *slot = &intake->slots[intake->oldest];
        if (!end_slot(intake, slot))
            intake->stopped = true;
        intake->oldest = (intake->oldest + 1) % intake->slot_count;
        intake->under_way--;
    }
    return !intake->stopped;
}

/* An address is fetched when its turn has come. */
static bool visit_take(void *ctx, const char *path)
{
    struct intake_run *intake = ctx;
    bool alone = intake->slot_count == 1 || fetch_is_address(str_from(path)) || strcmp(path, "-") == 0;
    if (!drain(intake, alone ? 0 : intake->slot_count - 1))
        return false;
    struct slot *slot = &intake->slots[(intake->oldest + intake->under_way++) % intake->slot_count];
    intake->stopped = !begin_slot(intake, slot, str_from(path));
    if (slot->receiving && !intake->stopped) {
        slot->running = !alone && pthread_create(&slot->thread, NULL, read_slot, slot) == 0;
        if (!slot->running)
            read_slot(slot);
    }
    return alone ? drain(intake, 0) : !intake->stopped;
}

static void visit_refuse(void *ctx, const struct err *err)
{
    struct intake_run *intake = ctx;
    drain(intake, 0);
    intake->tally.read++;
    tally_refuse(intake, err);
}

/* Each slot forks readers. A forked child may not find AddressSanitizer's allocator whole beside other threads, as it does
 * glibc's, and would wait for it in vain. */
#ifdef __SANITIZE_ADDRESS__
enum { SLOTS_MOST = 1 };
#else
enum { SLOTS_MOST = 256 };
#endif

static void begin(struct intake_run *intake, struct invocation *run, const struct extract_options *o)
{
    intake->extractor = extractor_new();
    intake->batch.size = o->batch > 0 ? (size_t)o->batch : 1;
    intake->batch.arrival = arena_alloc(&run->arena, intake->batch.size * sizeof(*intake->batch.arrival));
    intake->batch.delivery = arena_alloc(&run->arena, intake->batch.size * sizeof(struct delivery *));
    intake->batch.taken = arena_alloc(&run->arena, intake->batch.size * sizeof(*intake->batch.taken));
    intake->slot_count = o->jobs < 1 ? 1 : o->jobs > SLOTS_MOST ? SLOTS_MOST : (size_t)o->jobs;
    intake->slots = arena_alloc(&run->arena, intake->slot_count * sizeof(*intake->slots));
    intake->manners = manners_new(&o->receive.limits);
    listing_begin(&intake->listing, run, &claims_shape, o->format);
}

static void end(struct intake_run *intake)
{
    progress_wipe(&intake->run->progress);
    listing_end(&intake->listing);
    tally_say(intake);
    tally_release(&intake->tally);
    store_close(intake->store);
    manners_free(intake->manners);
    extractor_free(intake->extractor);
    arena_release(&intake->arena);
    while (intake->batch.arena_count > 0)
        arena_release(&intake->batch.arenas[--intake->batch.arena_count]);
    free(intake->batch.arenas);
}

bool intake_run_all(struct invocation *run, const struct extract_options *o, const struct inputs *inputs,
                    struct err *err)
{
    struct intake_run intake = {.run = run, .options = o, .err = err};
    if (!o->dry_run && !reviewer_find(run, &intake.reviewer, err))
        return false;
    begin(&intake, run, o);
    if (run->terminal.err) /* for the bar */
        intake.total = inputs_count(inputs);
    inputs_visit(inputs, &(struct inputs_visitor){visit_take, visit_refuse, &intake});
    if (drain(&intake, 0))
        intake.stopped = !keeping_end_batch(&intake, err);
    if (!intake.stopped && intake.store && intake.tally.added >= SETTLE_AFTER)
        intake.stopped = !store_settle(intake.store, err);
    bool done = !intake.stopped && intake.tally.refused == 0;
    if (!intake.stopped && !done)
        err->code = ERR_INPUT; /* each has been named */
    end(&intake);
    return done;
}
