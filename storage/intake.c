/* Taking documents in with their claims: store_add_documents(). What can be worked out beforehand (digests, packing) is
 * done before the transaction, so that others wait for the writing only. */
#include <stdlib.h>

#include "core/base/clock.h"
#include "core/base/limits.h"
#include "storage/event.h"
#include "storage/pack.h"
#include "storage/reception.h"
#include "storage/record_sql.h"
#include "storage/standing.h"

struct arrival {
    struct store *store;
    const struct intake *intake;
    struct arena *arena;
    struct document document;
    bool known;                /* its text is there already, or comes earlier among those taken in with it */
    struct buf text, received; /* packed; `received` stays empty where the bytes are the text */
    struct claim *claim;       /* with ids, and numbers once they are written */
    struct str *claim_digest;
    struct str digest, claims; /* of the document's record; over the claims' digests, in order */
    struct event event;
    struct reception_arrival reception;
};

/* A figure that the text does not have at that place is never let in. */
static bool check_claim(const struct intake *intake, const struct claim *claim, struct err *err)
{
    if (claim->score < 0 || claim->score > KEY_RANKS)
        return err_set(err, ERR_USAGE, "the claim at byte %lld has a score that is not from 0 to 1",
                       (long long)claim->start);
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
    const struct intake *intake = arrival->intake;
    bool same = intake->bytes.ptr == intake->text.ptr && intake->bytes.len == intake->text.len;
    struct digest bytes = same ? *text : digest_of(intake->bytes);
    *document = *intake->document;
    document->number = 0;
    document->id = digest_hex(arrival->arena, text);
    document->sha256 = digest_hex(arrival->arena, &bytes);
    document->bytes = (int64_t)intake->bytes.len;
    document->claims = (int64_t)intake->claim_count;
    document->added_at = clock_now(arrival->arena);
    document->added_by = intake->reviewer;
    struct digest digest = document_digest(document);
    arrival->digest = digest_hex(arrival->arena, &digest);
}

static void file_claims(struct arrival *arrival, const struct digest *text)
{
    struct hasher hasher;
    size_t count = arrival->intake->claim_count;
    arrival->claim = arena_alloc(arrival->arena, count * sizeof(*arrival->claim));
    arrival->claim_digest = arena_alloc(arrival->arena, count * sizeof(*arrival->claim_digest));
    hash_init(&hasher);
    for (size_t i = 0; i < count; i++) {
        struct claim *claim = &arrival->claim[i];
        *claim = arrival->intake->claims[i];
        struct digest id = claim_identity(text, claim);
        claim->id = digest_hex(arrival->arena, &id);
        struct digest digest = claim_digest(claim);
        arrival->claim_digest[i] = digest_hex(arrival->arena, &digest);
        hash_field(&hasher, arrival->claim_digest[i]);
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

static bool insert_claims(struct arrival *arrival, struct err *err)
{
    int64_t number = 0;
    size_t count = arrival->intake->claim_count;
    bool done = query_integer(arrival->store, SQL_CLAIM_NEXT_NUMBER, &number, err);
    for (size_t i = 0; done && i < count; i++) {
        struct claim *claim = &arrival->claim[i];
        claim->number = number++;
        done = (insert_claim(arrival, claim, arrival->claim_digest[i], err) &&
                standing_add(arrival->store, claim, arrival->document.number, err)) ||
               err_wrap(err, "'%.*s' at byte %lld", STR_ARG(claim->literal), (long long)claim->start);
    }
    return done;
}

static bool find_number(struct store *store, enum statement_name name, struct str key, int64_t *ret_number,
                        bool *ret_found, struct err *err)
{
    struct query query;
    if (!query_open(store, name, &query, err))
        return false;
    statement_bind_text(query.statement, 1, key);
    bool done = query_next(&query, ret_found, err);
    if (done && *ret_found)
        *ret_number = statement_integer(query.statement, 0);
    query_close(&query);
    return done;
}

bool store_find_text(struct store *store, struct str id, int64_t *ret_number, bool *ret_found, struct err *err)
{
    return find_number(store, SQL_DOCUMENT_NUMBER_BY_ID, id, ret_number, ret_found, err);
}

bool store_find_bytes(struct store *store, struct str sha256, int64_t *ret_number, bool *ret_found, struct err *err)
{
    return find_number(store, SQL_DOCUMENT_NUMBER_BY_BYTES, sha256, ret_number, ret_found, err);
}

/* Inside a transaction: looks again whether it is there, since somebody else may have been quicker. */
static bool write_arrival(struct arrival *arrival, struct err *err)
{
    struct document *document = &arrival->document;
    if (!store_find_text(arrival->store, document->id, &document->number, &arrival->known, err))
        return false;
    if (arrival->known)
        return true;
    return query_integer(arrival->store, SQL_DOCUMENT_NEXT_NUMBER, &document->number, err) &&
           insert_event(arrival, err) && insert_document(arrival, err) && insert_claims(arrival, err) &&
           (!arrival->intake->note || reception_write(&arrival->reception, err));
}

static bool prepare(struct arrival *arrival, struct err *err)
{
    const struct intake *intake = arrival->intake;
    struct digest text = digest_of(intake->text);
    describe_document(arrival, &text);
    if (!store_find_text(arrival->store, arrival->document.id, &arrival->document.number, &arrival->known, err))
        return false;
    if (arrival->known)
        return true;
    if (!store_check_intake(intake, err) || !pack(&arrival->store->packer, intake->text, &arrival->text, err))
        return false;
    if (intake->note) {
        arrival->reception =
            (struct reception_arrival){.store = arrival->store, .note = intake->note, .arena = arrival->arena};
        if (!reception_prepare(&arrival->reception, arrival->document.id, arrival->document.sha256, err))
            return false;
    }
    file_claims(arrival, &text);
    return str_eq(arrival->document.id, arrival->document.sha256) ||
           pack(&arrival->store->packer, intake->bytes, &arrival->received, err);
}

/* ---- the finder: the claims of all arrivals in the order of their keys, which is how it is written quickest ---- */

struct entry {
    int64_t key;
    const struct claim *claim;
};

static int by_key(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    return x->key < y->key ? -1 : x->key > y->key;
}

static bool add_entry(struct store *store, const struct entry *entry, struct err *err)
{
    struct query query;
    struct finder_name name = finder_name(entry->claim->id);
    if (!query_open(store, SQL_FINDER_ADD, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, entry->key);
    statement_bind_text(query.statement, 2, entry->claim->sentence);
    statement_bind_text(query.statement, 3, entry->claim->speaker);
    statement_bind_text(query.statement, 4, finder_kind(entry->claim->kind));
    statement_bind_text(query.statement, 5, str_from(name.digits));
    return query_run(&query, err);
}

static bool add_entries(struct store *store, const struct arrival *arrivals, size_t count, struct err *err)
{
    struct entry *entry = NULL;
    size_t entry_count = 0, cap = 0;
    bool done = true;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; !arrivals[i].known && j < arrivals[i].intake->claim_count; j++) {
            const struct claim *claim = &arrivals[i].claim[j];
            entry = mem_grow(entry, &cap, entry_count + 1, sizeof(*entry));
            entry[entry_count++] = (struct entry){claim_key(-claim->score, claim->number), claim};
        }
    }
    if (entry_count > 0)
        qsort(entry, entry_count, sizeof(*entry), by_key);
    for (size_t i = 0; done && i < entry_count; i++)
        done = add_entry(store, &entry[i], err);
    free(entry);
    return done;
}

static bool count_all(struct store *store, const struct arrival *arrivals, size_t count, struct err *err)
{
    int64_t amount[KIND_END] = {0};
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; !arrivals[i].known && j < arrivals[i].intake->claim_count; j++)
            amount[arrivals[i].claim[j].kind]++;
    return standing_count_added(store, amount, err);
}

static bool write_all(struct store *store, struct arrival *arrivals, size_t count, struct err *err)
{
    bool any = false, done = true;
    for (size_t i = 0; i < count; i++)
        any = any || !arrivals[i].known;
    if (!any)
        return true;
    if (!driver_begin(store->driver, true, err))
        return false;
    for (size_t i = 0; done && i < count; i++)
        done = arrivals[i].known || write_arrival(&arrivals[i], err);
    done = done && count_all(store, arrivals, count, err) && add_entries(store, arrivals, count, err) &&
           driver_commit(store->driver, err);
    driver_rollback(store->driver);
    return done;
}

bool store_add_documents(struct store *store, const struct intake *intakes, size_t count, struct arena *arena,
                         struct taken_in *ret, struct err *err)
{
    struct arrival *arrivals = mem_alloc(count * sizeof(*arrivals));
    bool done = true;
    for (size_t i = 0; done && i < count; i++) {
        arrivals[i] = (struct arrival){.store = store, .intake = &intakes[i], .arena = arena};
        done = prepare(&arrivals[i], err);
    }
    done = done && write_all(store, arrivals, count, err);
    for (size_t i = 0; i < count; i++) {
        struct arrival *arrival = &arrivals[i];
        if (done)
            ret[i] = (struct taken_in){arrival->document.number, !arrival->known, arrival->claim};
        buf_release(&arrival->text);
        buf_release(&arrival->received);
        reception_release(&arrival->reception);
    }
    free(arrivals);
    return done;
}

bool store_add_document(struct store *store, const struct intake *intake, int64_t *ret_number, bool *ret_added,
                        struct err *err)
{
    struct arena arena = {0};
    struct taken_in taken;
    bool done = store_add_documents(store, intake, 1, &arena, &taken, err);
    if (done) {
        *ret_number = taken.number;
        *ret_added = taken.added;
    }
    arena_release(&arena);
    return done;
}
