/* Taking a document in with its claims: store_add_document(). What can be worked out beforehand (digests, packing) is
 * done before the transaction, so that others wait for the writing only. */
#include "core/base/clock.h"
#include "core/base/limits.h"
#include "storage/event.h"
#include "storage/pack.h"
#include "storage/record_sql.h"

/* What a claim gets from its document. */
struct filed {
    struct str id, digest;
};

struct arrival {
    struct store *store;
    const struct intake *intake;
    struct arena *arena;
    struct document document;
    struct buf text, received; /* packed; `received` stays empty where the bytes are the text */
    struct filed *filed;       /* one a claim */
    struct str digest, claims; /* of the document's record; over the claims' digests, in order */
    struct event event;
};

/* A figure that the text does not have at that place is never let in. */
static bool check_claim(const struct intake *intake, const struct claim *claim, struct err *err)
{
    bool inside = claim->start >= 0 && claim->start < claim->end && (uint64_t)claim->end <= intake->text.len;
    if (inside && str_eq(claim->literal, str_slice(intake->text, (size_t)claim->start, (size_t)claim->end)))
        return record_check(&claim_fields, claim, "claim", err) ||
               err_wrap(err, "claim at byte %lld", (long long)claim->start);
    return err_set(err, ERR_INPUT, "'%.*s' is not what the document's text has at byte %lld", STR_ARG(claim->literal),
                   (long long)claim->start);
}

bool store_check_intake(const struct intake *intake, struct err *err)
{
    if (intake->bytes.len > LIMIT_DOCUMENT_BYTES || intake->text.len > LIMIT_DOCUMENT_BYTES)
        return err_set(err, ERR_INPUT, "the document has more than %zu bytes; cut it into parts", LIMIT_DOCUMENT_BYTES);
    if (intake->claim_count > LIMIT_DOCUMENT_CLAIMS)
        return err_set(err, ERR_INPUT, "the document has more than %zu figures; cut it into parts",
                       LIMIT_DOCUMENT_CLAIMS);
    if (!record_check(&document_fields, intake->document, "document", err))
        return false;
    for (size_t i = 0; i < intake->claim_count; i++)
        if (!check_claim(intake, &intake->claims[i], err))
            return false;
    return true;
}

static void describe_document(struct arrival *arrival, const struct digest *text)
{
    struct document *document = &arrival->document;
    struct digest bytes = digest_of(arrival->intake->bytes);
    *document = *arrival->intake->document;
    document->number = 0;
    document->id = digest_hex(arrival->arena, text);
    document->sha256 = digest_hex(arrival->arena, &bytes);
    document->bytes = (int64_t)arrival->intake->bytes.len;
    document->claims = (int64_t)arrival->intake->claim_count;
    document->added_at = clock_now(arrival->arena);
    document->added_by = arrival->intake->reviewer;
    struct digest digest = document_digest(document);
    arrival->digest = digest_hex(arrival->arena, &digest);
}

static void file_claims(struct arrival *arrival, const struct digest *text)
{
    struct hasher hasher;
    size_t count = arrival->intake->claim_count;
    arrival->filed = arena_alloc(arrival->arena, count * sizeof(*arrival->filed));
    hash_init(&hasher);
    for (size_t i = 0; i < count; i++) {
        struct claim claim = arrival->intake->claims[i];
        struct digest id = claim_identity(text, &claim);
        claim.id = digest_hex(arrival->arena, &id);
        struct digest digest = claim_digest(&claim);
        arrival->filed[i] = (struct filed){claim.id, digest_hex(arrival->arena, &digest)};
        hash_field(&hasher, arrival->filed[i].digest);
    }
    struct digest all = hash_end(&hasher);
    arrival->claims = digest_hex(arrival->arena, &all);
}

static bool insert_event(struct arrival *arrival, struct err *err)
{
    json_t *content = event_content();
    event_content_row(content, "document", &document_fields, &arrival->document, arrival->digest);
    event_content_digest(content, "claims", arrival->claims);
    arrival->event = (struct event){
        .at = arrival->document.added_at,
        .reviewer = arrival->intake->reviewer,
        .action = arrival->intake->action,
        .document = arrival->document.id,
    };
    return event_add(arrival->store, &arrival->event, content, arrival->arena, err);
}

static bool insert_body(struct arrival *arrival, struct str form, const struct buf *packed, struct err *err)
{
    struct query query;
    if (!query_open(arrival->store, SQL_BODY_INSERT, &query, err))
        return false;
    statement_bind_text(query.statement, 1, arrival->document.id);
    statement_bind_text(query.statement, 2, form);
    statement_bind_bytes(query.statement, 3, buf_view(packed));
    return query_run(&query, err);
}

static bool insert_document(struct arrival *arrival, struct err *err)
{
    struct query query;
    if (!query_open(arrival->store, SQL_DOCUMENT_INSERT, &query, err))
        return false;
    int at = record_bind(query.statement, 1, &document_fields, &arrival->document);
    statement_bind_text(query.statement, at, arrival->digest);
    statement_bind_integer(query.statement, at + 1, arrival->event.number);
    return query_run(&query, err) && insert_body(arrival, STR("text"), &arrival->text, err) &&
           (arrival->received.len == 0 || insert_body(arrival, STR("received"), &arrival->received, err));
}

static bool insert_claim(struct arrival *arrival, const struct claim *claim, struct str digest, struct err *err)
{
    struct query query;
    if (!query_open(arrival->store, SQL_CLAIM_INSERT, &query, err))
        return false;
    int at = record_bind(query.statement, 1, &claim_fields, claim);
    statement_bind_text(query.statement, at, arrival->document.id);
    statement_bind_text(query.statement, at + 1, digest);
    return query_run(&query, err);
}

static bool insert_standing(struct arrival *arrival, const struct claim *claim, struct err *err)
{
    struct query query;
    if (!query_open(arrival->store, SQL_STANDING_INSERT, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, claim->number);
    statement_bind_integer(query.statement, 2, arrival->document.number);
    statement_bind_text(query.statement, 3, str_from(claim_kinds.name[claim->kind]));
    statement_bind_text(query.statement, 4, STR("open"));
    statement_bind_integer(query.statement, 5, -claim->score);
    return query_run(&query, err);
}

static bool insert_claims(struct arrival *arrival, struct err *err)
{
    int64_t number = 0;
    bool done = query_integer(arrival->store, SQL_CLAIM_NEXT_NUMBER, &number, err);
    for (size_t i = 0; done && i < arrival->intake->claim_count; i++) {
        struct claim claim = arrival->intake->claims[i];
        claim.id = arrival->filed[i].id;
        claim.number = number++;
        done =
            (insert_claim(arrival, &claim, arrival->filed[i].digest, err) && insert_standing(arrival, &claim, err)) ||
            err_wrap(err, "'%.*s' at byte %lld", STR_ARG(claim.literal), (long long)claim.start);
    }
    return done;
}

bool store_find_text(struct store *store, struct str id, int64_t *ret_number, bool *ret_found, struct err *err)
{
    struct query query;
    if (!query_open(store, SQL_DOCUMENT_NUMBER_BY_ID, &query, err))
        return false;
    statement_bind_text(query.statement, 1, id);
    bool done = query_next(&query, ret_found, err);
    if (done && *ret_found)
        *ret_number = statement_integer(query.statement, 0);
    query_close(&query);
    return done;
}

/* Inside a transaction: looks again whether it is there, since somebody else may have been quicker. */
static bool write_arrival(struct arrival *arrival, bool *ret_known, struct err *err)
{
    struct document *document = &arrival->document;
    if (!store_find_text(arrival->store, document->id, &document->number, ret_known, err))
        return false;
    if (*ret_known)
        return true;
    return query_integer(arrival->store, SQL_DOCUMENT_NEXT_NUMBER, &document->number, err) &&
           insert_event(arrival, err) && insert_document(arrival, err) && insert_claims(arrival, err);
}

static bool add(struct arrival *arrival, bool *ret_known, struct err *err)
{
    struct driver *driver = arrival->store->driver;
    const struct intake *intake = arrival->intake;
    if (!pack(intake->text, &arrival->text, err))
        return false;
    if (!str_eq(arrival->document.id, arrival->document.sha256) && !pack(intake->bytes, &arrival->received, err))
        return false;
    if (!driver_begin(driver, true, err))
        return false;
    bool done = write_arrival(arrival, ret_known, err) && (*ret_known || driver_commit(driver, err));
    driver_rollback(driver);
    return done;
}

bool store_add_document(struct store *store, const struct intake *intake, int64_t *ret_number, bool *ret_added,
                        struct err *err)
{
    struct arena arena = {0};
    struct arrival arrival = {.store = store, .intake = intake, .arena = &arena};
    struct digest text = digest_of(intake->text);
    bool known = false;
    describe_document(&arrival, &text);
    bool done = store_find_text(store, arrival.document.id, &arrival.document.number, &known, err);
    if (done && !known) {
        file_claims(&arrival, &text);
        done = store_check_intake(intake, err) && add(&arrival, &known, err);
    }
    if (done) {
        *ret_number = arrival.document.number;
        *ret_added = !known;
    }
    buf_release(&arrival.text);
    buf_release(&arrival.received);
    arena_release(&arena);
    return done;
}
