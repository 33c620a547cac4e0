/* Looking at sources. */
#include "cmd/look.h"

#include "core/intake/fetch.h"
#include "core/intake/http.h"
#include "core/intake/layout.h"

bool look_before(struct looker *looker, const struct source *source, struct arena *arena, struct looked_before *ret,
                 struct err *err)
{
    struct looked_before before = {0};
    struct visit *visits = NULL;
    size_t count = 0;
    if (!store_visits(looker->store, source->id, arena, &visits, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct visit *visit = &visits[i];
        struct visit kept = visit->sha256.ptr ? *visit : before.visit;
        if (visit->outcome == LOOK_GONE || visit->outcome == LOOK_FAILED)
            continue;
        kept.name = visit->name;
        kept.etag = visit->etag;
        kept.last_modified = visit->last_modified;
        before.visit = kept;
        before.kept = before.kept || visit->sha256.ptr;
        before.url = visit->url;
    }
    *ret = before;
    return true;
}

struct str look_reason(struct str message, struct str name, struct arena *arena)
{
    struct str start = arena_printf(arena, "'%.*s'", STR_ARG(name));
    struct str rest = message;
    if (str_starts(rest, start))
        rest = str_slice(rest, start.len, rest.len);
    while (rest.len > 0 && (rest.ptr[0] == ' ' || rest.ptr[0] == ':'))
        rest = str_slice(rest, 1, rest.len);
    return arena_str(arena, rest);
}

/* It could not be had. A file that is not there is gone; of an address only its server can say so. */
static void note_failure(struct look *look, const struct err *failure, struct arena *arena)
{
    struct visit *visit = &look->visit;
    bool file = !fetch_is_address(visit->name);
    bool there = !file || intake_files.is_there(intake_files.ctx, arena_cstr(arena, visit->name));
    visit->outcome = there ? LOOK_FAILED : LOOK_GONE;
    visit->note = look_reason(str_from(failure->msg), visit->name, arena);
}

static void note_status(struct look *look, int64_t status, struct arena *arena)
{
    bool gone = status == 404 || status == 410, busy = status == 429 || status == 503;
    look->visit.outcome = gone ? LOOK_GONE : LOOK_FAILED;
    look->visit.note = arena_printf(arena, "status %lld%s", (long long)status,
                                    gone   ? ", there is nothing at its address"
                                    : busy ? ", it is busy"
                                           : "");
}

/* The digests tell whether it is what was kept before: of its text, or where nothing reads it of its bytes. */
static bool is_same(const struct looked_before *before, const struct look *look)
{
    const struct visit *kept = &before->visit;
    struct arena scratch = {0};
    bool same = false;
    if (before->kept && (kept->text.ptr != NULL) == (look->text.ptr != NULL)) {
        struct digest digest = digest_of(look->text.ptr ? look->text : look->bytes);
        same = str_eq(digest_hex(&scratch, &digest), look->text.ptr ? kept->text : kept->sha256);
    }
    arena_release(&scratch);
    return same;
}

static void compare(const struct looked_before *before, bool same, struct look *look)
{
    bool moved = before->url.ptr && look->visit.url.ptr && str_eq(before->visit.name, look->visit.name) &&
                 !str_eq(before->url, look->visit.url);
    look->visit.outcome = !before->kept ? LOOK_KEPT : !same ? LOOK_CHANGED : moved ? LOOK_MOVED : LOOK_UNCHANGED;
    if (!same)
        return;
    look->bytes = look->text = look->layout = STR_NULL; /* it is kept already */
}

static void take_delivery(const struct delivery *delivery, struct look *look, struct kept_source *kept,
                          struct arena *arena)
{
    const struct received *received = &delivery->received;
    struct visit *visit = &look->visit;
    visit->etag = delivery->reception.etag;
    visit->last_modified = delivery->reception.last_modified;
    look->bytes = received->bytes;
    kept->bytes = received->bytes;
    if (received->reading.failure.ptr) {
        visit->note = look_reason(received->reading.failure, visit->name, arena);
        return;
    }
    visit->media = str_from(document_medias.name[received->document.media]);
    visit->charset = received->reading.charset;
    visit->charset_from = received->reading.charset_from;
    visit->note = delivery->reception.note;
    look->text = received->text;
    look->layout = layout_write(&received->reading, arena);
    kept->readable = true;
    kept->reading = received->reading;
    kept->reading.text = received->text;
}

static void judge(struct look *look, const struct deliveries *all, const struct looked_before *before,
                  struct kept_source *kept, struct arena *arena)
{
    struct visit *visit = &look->visit;
    visit->status = all->status;
    visit->url = all->url;
    if (all->unchanged && before->kept) {
        visit->etag = before->visit.etag;
        visit->last_modified = before->visit.last_modified;
        compare(before, true, look);
    } else if (all->status > 0 && (all->status < 200 || all->status > 299)) {
        note_status(look, all->status, arena);
    } else if (all->count != 1) {
        visit->outcome = LOOK_FAILED;
        visit->note = arena_printf(arena, "a feed of %zu entries; cite the address of one of them", all->count);
    } else if (all->delivery[0].received.bytes.len == 0) {
        visit->outcome = LOOK_FAILED;
        visit->note = STR("it is empty");
    } else {
        take_delivery(&all->delivery[0], look, kept, arena);
        compare(before, is_same(before, look), look);
    }
}

void look_at(struct looker *looker, struct str name, const struct looked_before *before, struct arena *arena,
             struct look *ret, struct kept_source *ret_kept, struct document *ret_described)
{
    struct reception known = {.etag = before->visit.etag, .last_modified = before->visit.last_modified};
    struct receive_how how = {.options = looker->options, .source = true, .is_public = looker->is_public};
    struct look look = {.visit = {.name = name}};
    struct kept_source kept = {0};
    struct deliveries all = {0};
    struct err failure = {0};
    if (before->kept && str_eq(before->visit.name, name)) /* another address has validators of its own */
        how.known = &known;
    if (looker->manners) {
        how.before = manners_ask;
        how.before_ctx = looker->manners;
        manners_allow_private(looker->manners, looker->options->allow_private ? http_host(name) : STR_NULL);
    }
    if (receive(looker->run, name, &how, arena, &all, &failure))
        judge(&look, &all, before, &kept, arena);
    else
        note_failure(&look, &failure, arena);
    *ret = look;
    *ret_kept = kept;
    *ret_described = kept.readable ? all.delivery[0].received.document : (struct document){0};
}

bool look_again(struct looker *looker, const struct visit *visit, struct arena *arena, struct kept_source *ret,
                struct err *err)
{
    struct kept_source kept = {.readable = visit->text.ptr != NULL};
    struct str text = STR_NULL, layout = STR_NULL;
    if (!store_kept(looker->store, visit, KEPT_BYTES, arena, &kept.bytes, err) ||
        !store_kept(looker->store, visit, KEPT_TEXT, arena, &text, err) ||
        !store_kept(looker->store, visit, KEPT_LAYOUT, arena, &layout, err))
        return false;
    if (layout.ptr && !layout_read(layout, text, kept.bytes.len, arena, &kept.reading, err))
        return err_wrap(err, "the layout that look %lld kept can't be used; run: assay doctor",
                        (long long)visit->number);
    kept.reading.text = text;
    *ret = kept;
    return true;
}

bool look_find(struct looker *looker, const struct source *source, const struct kept_source *kept, struct arena *arena,
               struct look *look, struct err *err)
{
    struct source_citation *cited = NULL;
    size_t count = 0;
    if (!store_source_citations(looker->store, source->id, arena, &cited, &count, err))
        return false;
    look->sightings =
        arena_alloc(arena, (count + 1) * sizeof(*look->sightings)); /* and room for one that is being added */
    look->sighting_count = count;
    for (size_t i = 0; i < count; i++) {
        evidence_find(looker->extractor, &cited[i].citation, kept, arena, &look->sightings[i]);
        look->sightings[i].citation = cited[i].citation.id;
    }
    return true;
}
