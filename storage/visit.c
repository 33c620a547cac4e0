/* Looks at sources: writing what they brought and found, and reading it again. */
#include <stdlib.h>

#include "core/base/clock.h"
#include "core/base/limits.h"
#include "storage/body.h"
#include "storage/event.h"
#include "storage/look.h"
#include "storage/record_sql.h"

enum { FORMS = 3 };

/* ---- in ---- */

static struct str hex_of(struct str bytes, struct arena *arena)
{
    struct digest digest = digest_of(bytes);
    return bytes.ptr ? digest_hex(arena, &digest) : STR_NULL;
}

static bool pack_kept(struct look_arrival *arrival, struct err *err)
{
    const struct str kept[FORMS] = {arrival->look->bytes, arrival->look->text, arrival->look->layout};
    for (size_t i = 0; i < FORMS; i++) {
        if (kept[i].len > LIMIT_DOCUMENT_BYTES)
            return err_set(err, ERR_INPUT, "it has more than %zu bytes, and can't be kept", LIMIT_DOCUMENT_BYTES);
        if (kept[i].ptr && !pack(&arrival->store->packer, kept[i], &arrival->packed[i], err))
            return false;
    }
    return true;
}

bool look_prepare(struct look_arrival *arrival, struct store *store, struct look *look, struct arena *arena,
                  struct err *err)
{
    *arrival = (struct look_arrival){.store = store, .look = look, .arena = arena, .visit = look->visit};
    struct visit *visit = &arrival->visit;
    visit->sha256 = hex_of(look->bytes, arena);
    visit->bytes = (int64_t)look->bytes.len;
    visit->text = hex_of(look->text, arena);
    visit->layout = hex_of(look->layout, arena);
    arrival->sightings = arena_alloc(arena, (look->sighting_count + 1) * sizeof(*arrival->sightings));
    for (size_t i = 0; i < look->sighting_count; i++) {
        arrival->sightings[i] = look->sightings[i];
        if (!record_check(&sighting_fields, &look->sightings[i], "sighting", err))
            return false;
    }
    return look->known.ptr || (record_check(&visit_fields, visit, "look at a source", err) && pack_kept(arrival, err));
}

void look_release(struct look_arrival *arrival)
{
    for (size_t i = 0; i < FORMS; i++)
        buf_release(&arrival->packed[i]);
}

struct digest sightings_digest(const struct sighting *sightings, size_t count)
{
    struct hasher hasher;
    struct arena scratch = {0};
    hash_init(&hasher);
    for (size_t i = 0; i < count; i++) {
        struct digest digest = record_digest(&sighting_fields, &sightings[i]);
        hash_field(&hasher, digest_hex(&scratch, &digest));
    }
    arena_release(&scratch);
    return hash_end(&hasher);
}

static int by_citation(const void *a, const void *b)
{
    return str_cmp(((const struct sighting *)a)->citation, ((const struct sighting *)b)->citation);
}

static void describe_sightings(struct look_arrival *arrival, json_t *content)
{
    size_t count = arrival->look->sighting_count;
    json_t *list = json_array();
    qsort(arrival->sightings, count, sizeof(*arrival->sightings), by_citation);
    for (size_t i = 0; i < count; i++)
        json_array_append_new(list, record_json(&sighting_fields, &arrival->sightings[i]));
    json_object_set_new(content, "sightings", list);
    struct digest digest = sightings_digest(arrival->sightings, count);
    event_content_digest(content, "sightings", digest_hex(arrival->arena, &digest));
}

bool look_describe(struct look_arrival *arrival, struct str source, struct str citation, struct str at,
                   struct str reviewer, json_t *content, struct err *err)
{
    struct visit *visit = &arrival->visit;
    if (!arrival->look->known.ptr) {
        visit->id = unique_id(arrival->arena);
        visit->source = source;
        visit->at = at;
        visit->reviewer = reviewer;
        if (!query_integer(arrival->store, SQL_VISIT_NEXT_NUMBER, &visit->number, err))
            return false;
        struct digest digest = visit_digest(visit);
        event_content_row(content, "visit", &visit_fields, visit, digest_hex(arrival->arena, &digest));
    }
    for (size_t i = 0; i < arrival->look->sighting_count; i++) {
        struct sighting *sighting = &arrival->sightings[i];
        sighting->visit = arrival->look->known.ptr ? arrival->look->known : visit->id;
        if (!sighting->citation.ptr)
            sighting->citation = citation;
    }
    if (arrival->look->sighting_count > 0)
        describe_sightings(arrival, content);
    return true;
}

static bool insert_visit(struct look_arrival *arrival, int64_t event, struct err *err)
{
    struct query query;
    struct digest digest = visit_digest(&arrival->visit);
    struct str hex = digest_hex(arrival->arena, &digest);
    if (!query_open(arrival->store, SQL_VISIT_INSERT, &query, err))
        return false;
    int at = record_bind(query.statement, 1, &visit_fields, &arrival->visit);
    statement_bind_text(query.statement, at, hex);
    statement_bind_integer(query.statement, at + 1, event);
    return query_run(&query, err);
}

static bool insert_kept(struct look_arrival *arrival, struct err *err)
{
    const struct str digest[FORMS] = {arrival->visit.sha256, arrival->visit.text, arrival->visit.layout};
    for (size_t i = 0; i < FORMS; i++) {
        struct query query;
        if (!digest[i].ptr)
            continue;
        if (!query_open(arrival->store, SQL_KEPT_INSERT, &query, err))
            return false;
        statement_bind_text(query.statement, 1, digest[i]);
        statement_bind_bytes(query.statement, 2, buf_view(&arrival->packed[i]));
        if (!query_run(&query, err))
            return false;
    }
    return true;
}

static bool insert_sighting(struct look_arrival *arrival, const struct sighting *sighting, int64_t event,
                            struct err *err)
{
    struct query query;
    if (!query_open(arrival->store, SQL_SIGHTING_INSERT, &query, err))
        return false;
    int at = record_bind(query.statement, 1, &sighting_fields, sighting);
    statement_bind_integer(query.statement, at, event);
    return query_run(&query, err);
}

bool look_write(struct look_arrival *arrival, int64_t event, struct err *err)
{
    if (!arrival->look->known.ptr && (!insert_visit(arrival, event, err) || !insert_kept(arrival, err)))
        return false;
    for (size_t i = 0; i < arrival->look->sighting_count; i++)
        if (!insert_sighting(arrival, &arrival->sightings[i], event, err))
            return false;
    return true;
}

static bool write_alone(struct look_arrival *arrival, struct str source, enum action action, struct err *err)
{
    json_t *content = event_content();
    struct event event = {
        .at = clock_now(arrival->arena), .reviewer = arrival->look->visit.reviewer, .action = (int)action};
    if (!look_describe(arrival, source, STR_NULL, event.at, event.reviewer, content, err)) {
        json_decref(content);
        return false;
    }
    return event_add(arrival->store, &event, content, arrival->arena, err) && look_write(arrival, event.number, err);
}

bool store_add_look(struct store *store, struct str source, enum action action, struct look *look, struct arena *arena,
                    struct err *err)
{
    struct look_arrival arrival;
    if (look->visit.reviewer.len == 0)
        return err_set(err, ERR_USAGE, "keeping a source needs a reviewer; set ASSAY_REVIEWER to your name");
    bool done = look_prepare(&arrival, store, look, arena, err) && driver_begin(store->driver, true, err);
    if (done) {
        done = write_alone(&arrival, source, action, err) && driver_commit(store->driver, err);
        driver_rollback(store->driver);
    }
    if (done)
        look->visit = arrival.visit;
    look_release(&arrival);
    return done;
}

/* ---- out ---- */

bool kept_read(struct store *store, struct str sha256, struct arena *arena, struct str *ret, struct err *err)
{
    struct query query;
    if (!query_open(store, SQL_KEPT_PACKED, &query, err))
        return false;
    statement_bind_text(query.statement, 1, sha256);
    return body_take(&query, sha256, arena, ret, err);
}

bool store_kept(struct store *store, const struct visit *visit, enum kept_form form, struct arena *arena,
                struct str *ret, struct err *err)
{
    const struct str digest[FORMS] = {
        [KEPT_BYTES] = visit->sha256, [KEPT_TEXT] = visit->text, [KEPT_LAYOUT] = visit->layout};
    *ret = STR_NULL;
    return !digest[form].ptr || kept_read(store, digest[form], arena, ret, err) ||
           err_wrap(err, "what look %lld kept can't be used; run: assay doctor", (long long)visit->number);
}

static bool visits_of(struct store *store, struct str source, struct arena *arena, struct visit **all, size_t *count,
                      size_t *cap, struct err *err)
{
    struct query query;
    bool row = false, done = true;
    if (!query_open(store, SQL_VISIT_OF_SOURCE, &query, err))
        return false;
    statement_bind_text(query.statement, 1, source);
    while (done && (done = query_next(&query, &row, err)) && row) {
        struct visit one = {0};
        done = record_read(query.statement, 0, &visit_fields, arena, &one, err) ||
               err_wrap(err, "look %lld can't be used; run: assay doctor", (long long)one.number);
        *all = records_grow(arena, *all, cap, *count + 1, sizeof(**all));
        (*all)[(*count)++] = one;
    }
    query_close(&query);
    return done;
}

static int by_number(const void *a, const void *b)
{
    int64_t x = ((const struct visit *)a)->number, y = ((const struct visit *)b)->number;
    return x < y ? -1 : x > y;
}

bool store_visits(struct store *store, struct str source, struct arena *arena, struct visit **ret, size_t *ret_count,
                  struct err *err)
{
    struct source *merged = NULL;
    struct visit *all = NULL;
    size_t merged_count = 0, count = 0, cap = 0;
    if (!store_merged_sources(store, source, arena, &merged, &merged_count, err) ||
        !visits_of(store, source, arena, &all, &count, &cap, err))
        return false;
    for (size_t i = 0; i < merged_count; i++)
        if (!visits_of(store, merged[i].id, arena, &all, &count, &cap, err))
            return false;
    if (merged_count > 0 && count > 0)
        qsort(all, count, sizeof(*all), by_number);
    *ret = all;
    *ret_count = count;
    return true;
}

bool sightings_read(struct query *query, struct arena *arena, struct sighting **ret, size_t *ret_count, struct err *err)
{
    struct sighting *all = NULL;
    size_t count = 0, cap = 0;
    bool row = false, done = true;
    while (done && (done = query_next(query, &row, err)) && row) {
        struct sighting one = {0};
        done = record_read(query->statement, 0, &sighting_fields, arena, &one, err) ||
               err_wrap(err, "what was found of a citation can't be used; run: assay doctor");
        all = records_grow(arena, all, &cap, count + 1, sizeof(*all));
        all[count++] = one;
    }
    query_close(query);
    if (done) {
        *ret = all;
        *ret_count = count;
    }
    return done;
}

static bool one_visit(struct store *store, enum statement_name name, struct str key, struct arena *arena,
                      struct visit *ret, bool *ret_found, struct err *err)
{
    struct query query;
    if (!query_open(store, name, &query, err))
        return false;
    statement_bind_text(query.statement, 1, key);
    bool done = query_next(&query, ret_found, err);
    if (done && *ret_found)
        done = record_read(query.statement, 0, &visit_fields, arena, ret, err) ||
               err_wrap(err, "look %lld can't be used; run: assay doctor", (long long)ret->number);
    query_close(&query);
    return done;
}

/* Of all sources that are one by now; mostly that is one. */
static bool last_visit(struct store *store, struct str source, struct arena *arena, struct evidence *ret,
                       struct err *err)
{
    struct source *merged = NULL;
    size_t count = 0;
    if (!one_visit(store, SQL_VISIT_LAST, source, arena, &ret->last, &ret->looked, err) ||
        !store_merged_sources(store, source, arena, &merged, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct visit other = {0};
        bool found = false;
        if (!one_visit(store, SQL_VISIT_LAST, merged[i].id, arena, &other, &found, err))
            return false;
        if (found && other.number > ret->last.number)
            ret->last = other;
        ret->looked = ret->looked || found;
    }
    return true;
}

static bool holds(const struct sighting *sighting)
{
    int presence = sighting->quote != PRESENCE_NONE ? sighting->quote : sighting->figure;
    return presence == PRESENCE_STANDS || presence == PRESENCE_PARTS || presence == PRESENCE_NONE;
}

bool store_evidence(struct store *store, const struct citation *citation, const struct source *source,
                    struct arena *arena, struct evidence *ret, struct err *err)
{
    struct query query;
    struct evidence evidence = {0};
    struct sighting *all = NULL;
    size_t count = 0, basis = 0;
    if (!last_visit(store, source->id, arena, &evidence, err))
        return false;
    if (!evidence.looked) {
        *ret = evidence;
        return true;
    }
    if (!query_open(store, SQL_SIGHTING_OF_CITATION, &query, err))
        return false;
    statement_bind_text(query.statement, 1, citation->id);
    if (!sightings_read(&query, arena, &all, &count, err))
        return false;
    while (basis < count && !holds(&all[basis]))
        basis++;
    if (basis == count && count > 0)
        basis = count - 1;
    if (count > 0) {
        evidence.sighting = all[basis];
        evidence.sighting_last = all[count - 1];
        if (!one_visit(store, SQL_VISIT_BY_ID, evidence.sighting.visit, arena, &evidence.visit, &evidence.found, err))
            return false;
        if (basis + 1 < count && !one_visit(store, SQL_VISIT_BY_ID, evidence.sighting_last.visit, arena,
                                            &evidence.visit_last, &evidence.found_last, err))
            return false;
    }
    *ret = evidence;
    return true;
}
