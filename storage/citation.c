/* Citations: a source used for one claim. Adding one adds its source, or fills that in, in the same transaction. */
#include "core/base/clock.h"
#include "storage/event.h"
#include "storage/look.h"
#include "storage/record_sql.h"
#include "storage/source.h"
#include "storage/standing.h"

/* What is being added: copies, so that the caller's records stay as they are until all of it is written. */
struct adding {
    struct store *store;
    const struct tracked_claim *claim;
    struct source source;
    enum source_fate fate;
    struct citation citation;
    struct look_arrival *look; /* NULL where its source was not looked at */
    struct arena *arena;
};

static bool insert(struct adding *adding, int64_t event, struct str digest, struct err *err)
{
    struct query query;
    if (!query_open(adding->store, SQL_CITATION_INSERT, &query, err))
        return false;
    int at = record_bind(query.statement, 1, &citation_fields, &adding->citation);
    statement_bind_text(query.statement, at, adding->claim->state.document);
    statement_bind_text(query.statement, at + 1, adding->claim->claim.id);
    statement_bind_integer(query.statement, at + 2, event);
    statement_bind_text(query.statement, at + 3, digest);
    return query_run(&query, err);
}

static bool cite(struct adding *adding, struct err *err)
{
    json_t *content = event_content();
    struct digest digest = record_digest(&citation_fields, &adding->citation);
    struct str hex = digest_hex(adding->arena, &digest);
    struct event event = {
        .at = adding->citation.at,
        .reviewer = adding->citation.reviewer,
        .action = ACTION_CITE,
        .document = adding->claim->state.document,
        .claim = adding->claim->claim.id,
    };
    event_content_row(content, "citation", &citation_fields, &adding->citation, hex);
    if (adding->fate == SOURCE_NEW)
        event_content_row(content, "source", &source_fields, &adding->source,
                          source_digest(&adding->source, adding->arena));
    if (adding->look && !look_describe(adding->look, adding->source.id, adding->citation.id, adding->citation.at,
                                       adding->citation.reviewer, content, err)) {
        json_decref(content);
        return false;
    }
    if (!event_add(adding->store, &event, content, adding->arena, err))
        return false;
    if (adding->fate == SOURCE_NEW &&
        !source_write(adding->store, &adding->source, SOURCE_NEW, event.number, adding->arena, err))
        return false;
    return insert(adding, event.number, hex, err) && (!adding->look || look_write(adding->look, event.number, err)) &&
           standing_cite(adding->store, adding->claim->claim.number, err);
}

static bool write_all(struct adding *adding, const struct source *given, struct err *err)
{
    if (!source_resolve(adding->store, given, adding->arena, &adding->source, &adding->fate, err))
        return false;
    adding->citation.id = unique_id(adding->arena);
    adding->citation.source = adding->source.id;
    adding->citation.at = clock_now(adding->arena);
    /* Filling a source in is an event of its own: it concerns every claim that the source is cited for. */
    return (adding->fate != SOURCE_FILLED ||
            source_describe(adding->store, &adding->source, SOURCE_FILLED, adding->citation.reviewer,
                            adding->citation.at, adding->arena, err)) &&
           cite(adding, err);
}

static bool write_in_transaction(struct adding *adding, const struct source *given, struct err *err)
{
    struct driver *driver = adding->store->driver;
    if (!driver_begin(driver, true, err))
        return false;
    bool done = write_all(adding, given, err) && driver_commit(driver, err);
    driver_rollback(driver);
    return done;
}

bool store_cite(struct store *store, const struct tracked_claim *claim, struct source *source,
                struct citation *citation, struct look *look, struct arena *arena, struct err *err)
{
    struct look_arrival arrival = {0};
    struct adding adding = {.store = store, .claim = claim, .citation = *citation, .arena = arena};
    if (citation->reviewer.len == 0)
        return err_set(err, ERR_USAGE, "a citation needs a reviewer; set ASSAY_REVIEWER to your name");
    if (look)
        look->visit.reviewer = citation->reviewer;
    bool done = record_check(&citation_fields, citation, "citation", err) &&
                (!look || look_prepare(&arrival, store, look, arena, err));
    adding.look = look ? &arrival : NULL;
    done = done && write_in_transaction(&adding, source, err);
    if (done) {
        *source = adding.source;
        *citation = adding.citation;
    }
    if (done && look && !look->known.ptr)
        look->visit = arrival.visit;
    look_release(&arrival);
    return done;
}

bool store_add_citation(struct store *store, const struct tracked_claim *claim, struct source *source,
                        struct citation *citation, struct arena *arena, struct err *err)
{
    return store_cite(store, claim, source, citation, NULL, arena, err);
}

bool store_citations(struct store *store, const struct tracked_claim *claim, struct arena *arena, struct cited **ret,
                     size_t *ret_count, struct err *err)
{
    struct query query;
    struct cited *cited = NULL;
    size_t count = 0, cap = 0;
    bool row = false, done = true;
    if (!query_open(store, SQL_CITATION_OF_CLAIM, &query, err))
        return false;
    statement_bind_text(query.statement, 1, claim->state.document);
    statement_bind_text(query.statement, 2, claim->claim.id);
    while (done && (done = query_next(&query, &row, err)) && row) {
        struct cited one = {0};
        int source_column = (int)citation_fields.count;
        done =
            (record_read(query.statement, 0, &citation_fields, arena, &one.citation, err) &&
             record_read(query.statement, source_column, &source_fields, arena, &one.source, err)) ||
            err_wrap(err, "a citation of claim %lld can't be used; run: assay doctor", (long long)claim->claim.number);
        cited = records_grow(arena, cited, &cap, count + 1, sizeof(*cited));
        cited[count++] = one;
    }
    query_close(&query);
    if (done) {
        *ret = cited;
        *ret_count = count;
    }
    return done;
}
