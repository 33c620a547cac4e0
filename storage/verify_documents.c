/* Doctor's walk over documents: their rows, their texts and bytes, and their claims with the text at each span. */
#include "storage/body.h"
#include "storage/event.h"
#include "storage/record_sql.h"
#include "storage/verify.h"

/* One document while it is looked at; `perm` holds its text until the next. */
struct examined {
    struct verify *verify;
    struct arena perm;
    struct document document;
    struct str text;      /* NULL where it can't be trusted: then spans are not looked at */
    struct hasher claims; /* over the claims' digests as their rows have them */
    int64_t claim_count;
    bool renumbered;              /* a claim of it does not have the number that comes next */
    int64_t next_claim;           /* numbers are given without gaps, document after document */
    int64_t before, before_event; /* the document before it, and the event of that one; 0 for none */
};

static long long number_of(const struct examined *examined)
{
    return (long long)examined->document.number;
}

static int64_t following(int64_t number)
{
    return number < INT64_MAX ? number + 1 : number;
}

/* A body that nobody reads would not be missed, but it does not belong there either. */
static void verify_body_count(struct examined *examined, int64_t expected)
{
    struct query query;
    struct err err = {0};
    bool row = false;
    if (!query_open(examined->verify->store, SQL_BODY_COUNT, &query, &err))
        return;
    statement_bind_text(query.statement, 1, examined->document.id);
    if (query_next(&query, &row, &err) && row && statement_integer(query.statement, 0) > expected)
        verify_fault(examined->verify, "document %lld: it has another text beside the one that was taken in",
                     number_of(examined));
    query_close(&query);
}

static void verify_bodies(struct examined *examined)
{
    struct err err = {0};
    struct str bytes = STR_NULL;
    const struct document *document = &examined->document;
    struct store *store = examined->verify->store;
    struct str form = body_form_of_bytes(document->id, document->sha256);
    examined->text = STR_NULL;
    if (!body_read(store, document->id, STR("text"), document->id, &examined->perm, &examined->text, &err))
        verify_fault(examined->verify, "document %lld: its text can't be used: %s", number_of(examined), err.msg);
    if (str_eq(form, STR("text")))
        bytes = examined->text;
    else if (!body_read(store, document->id, form, document->sha256, &examined->perm, &bytes, &err))
        verify_fault(examined->verify, "document %lld: its bytes as received can't be used: %s", number_of(examined),
                     err.msg);
    if (bytes.ptr && (uint64_t)document->bytes != bytes.len)
        verify_fault(examined->verify, "document %lld: it says that it has %lld bytes, but has %zu",
                     number_of(examined), (long long)document->bytes, bytes.len);
    verify_body_count(examined, str_eq(form, STR("text")) ? 1 : 2);
}

/* The first thing that is wrong with a claim, or NULL. */
static const char *claim_fault(struct examined *examined, const struct claim *claim, struct str digest)
{
    struct arena *arena = &examined->verify->arena;
    struct digest recomputed = claim_digest(claim), text;
    if (!str_eq(digest_hex(arena, &recomputed), digest))
        return "its digest does not match its row";
    if (!digest_parse(examined->document.id, &text))
        return "its document's id is none";
    struct digest id = claim_identity(&text, claim);
    if (!str_eq(digest_hex(arena, &id), claim->id))
        return "its id does not follow from its place and its literal";
    if (!examined->text.ptr)
        return NULL;
    bool inside = claim->start >= 0 && claim->start < claim->end && (uint64_t)claim->end <= examined->text.len;
    if (!inside || !str_eq(claim->literal, str_slice(examined->text, (size_t)claim->start, (size_t)claim->end)))
        return "its literal is not the text at its span";
    return NULL;
}

static void verify_claim(struct examined *examined, struct statement *statement)
{
    struct err err = {0};
    struct claim claim = {0};
    struct arena *arena = &examined->verify->arena;
    struct str digest = arena_str(arena, statement_text(statement, (int)claim_fields.count));
    const char *fault = NULL;
    hash_field(&examined->claims, digest);
    examined->claim_count++;
    if (!record_read(statement, 0, &claim_fields, arena, &claim, &err))
        fault = err.msg;
    else
        fault = claim_fault(examined, &claim, digest);
    if (fault)
        verify_fault(examined->verify, "claim %lld: %s", (long long)claim.number, fault);
    examined->renumbered = examined->renumbered || claim.number != examined->next_claim;
    examined->next_claim = following(claim.number);
    arena_reset(arena);
}

static bool verify_claims(struct examined *examined, struct err *err)
{
    struct query query;
    bool row = false, done = true;
    hash_init(&examined->claims);
    examined->claim_count = 0;
    examined->renumbered = false;
    if (!query_open(examined->verify->store, SQL_CLAIM_OF_DOCUMENT, &query, err))
        return false;
    statement_bind_text(query.statement, 1, examined->document.id);
    while ((done = query_next(&query, &row, err)) && row)
        verify_claim(examined, query.statement);
    query_close(&query);
    /* The numbers of claims that were taken away at the end are not the next document's. */
    if (!examined->renumbered && examined->claim_count < examined->document.claims) {
        int64_t gone = examined->document.claims - examined->claim_count;
        examined->next_claim += gone < INT64_MAX - examined->next_claim ? gone : 0;
    }
    return done;
}

/* The document's row against its event, and that event against the claims that are there. */
static void verify_event(struct examined *examined, struct str digest, int64_t event)
{
    struct verify *verify = examined->verify;
    struct vouched row = {
        .name = "document",
        .label = arena_printf(&verify->arena, "document %lld", number_of(examined)),
        .digest = digest,
        .recomputed = document_digest(&examined->document),
        .event = event,
        .actions = 1U << ACTION_EXTRACT | 1U << ACTION_LOG | 1U << ACTION_IMPORT,
        .document = examined->document.id,
    };
    json_t *content = verify_vouched(verify, &row);
    struct digest claims = hash_end(&examined->claims);
    struct str found = digest_hex(&verify->arena, &claims);
    int64_t recorded = json_integer_value(json_object_get(json_object_get(content, "document"), "claims"));
    if (examined->claim_count != examined->document.claims || (content && examined->claim_count != recorded))
        verify_fault(verify, "document %lld: it has %lld claims, but %lld were found in it when it was taken in",
                     number_of(examined), (long long)examined->claim_count,
                     (long long)(content ? recorded : examined->document.claims));
    else if (content && !str_eq(event_digest_of(content, "claims"), found))
        verify_fault(verify, "document %lld: its claims are not those that event %lld recorded", number_of(examined),
                     (long long)event);
    else if (examined->renumbered)
        verify_fault(verify, "document %lld: its claims do not have the numbers that they were given",
                     number_of(examined));
    json_decref(content);
}

/* Documents are numbered in the order of their events, without gaps; so two that changed places are found. */
static void verify_number(struct examined *examined, int64_t event)
{
    if (examined->document.number != following(examined->before))
        verify_fault(examined->verify, "document %lld: the document before it is missing", number_of(examined));
    else if (event <= examined->before_event)
        verify_fault(examined->verify, "document %lld: it does not have the number that it was given",
                     number_of(examined));
    examined->before = examined->document.number;
    examined->before_event = event;
}

static bool verify_document(struct examined *examined, struct statement *statement, struct err *err)
{
    struct err unknown = {0};
    int after = (int)document_fields.count;
    examined->document = (struct document){0};
    if (!record_read(statement, 0, &document_fields, &examined->perm, &examined->document, &unknown)) {
        verify_fault(examined->verify, "document %lld: %s", number_of(examined), unknown.msg);
        examined->before = examined->document.number;
        return true;
    }
    struct str digest = arena_str(&examined->perm, statement_text(statement, after));
    int64_t event = statement_integer(statement, after + 1);
    verify_number(examined, event);
    verify_bodies(examined);
    bool done = verify_claims(examined, err);
    if (done)
        verify_event(examined, digest, event);
    return done;
}

bool verify_documents(struct verify *verify, struct err *err)
{
    struct query query;
    struct examined examined = {.verify = verify, .next_claim = 1};
    bool row = false, done = true;
    if (!query_open(verify->store, SQL_DOCUMENT_ALL, &query, err))
        return false;
    while (done && (done = query_next(&query, &row, err)) && row) {
        done = verify_document(&examined, query.statement, err);
        arena_reset(&examined.perm);
        arena_reset(&verify->arena);
    }
    query_close(&query);
    arena_release(&examined.perm);
    return done;
}
