/* Doctor: receptions, their bytes and layouts, against the events that vouch for them. */
#include "storage/body.h"
#include "storage/record_sql.h"
#include "storage/verify.h"

static void verify_body(struct verify *verify, const struct reception *reception, struct str form, struct str digest,
                        const char *what)
{
    struct err err = {0};
    struct arena arena = {0};
    struct str body;
    if (!reception_body_read(verify->store, reception->number, form, digest, &arena, &body, &err))
        verify_fault(verify, "reception %lld: its %s can't be used: %s", (long long)reception->number, what, err.msg);
    arena_release(&arena);
}

/* The digest of the document's own bytes; STR_NULL where there is no such document. */
static struct str document_sha256(struct verify *verify, struct str document)
{
    struct query query;
    struct err err = {0};
    struct str sha256 = STR_NULL;
    bool row = false;
    if (!query_open(verify->store, SQL_DOCUMENT_DIGESTS, &query, &err))
        return STR_NULL;
    statement_bind_text(query.statement, 1, document);
    if (query_next(&query, &row, &err) && row)
        sha256 = arena_str(&verify->arena, statement_text(query.statement, 1));
    query_close(&query);
    return sha256;
}

static void verify_bodies(struct verify *verify, const struct reception *reception)
{
    struct str own = document_sha256(verify, reception->document);
    if (!own.ptr)
        verify_fault(verify, "reception %lld: its document is missing", (long long)reception->number);
    else if (!str_eq(own, reception->sha256))
        verify_body(verify, reception, STR("received"), reception->sha256, "bytes as received");
    if (reception->layout.ptr)
        verify_body(verify, reception, STR("layout"), reception->layout, "layout");
}

static void verify_reception(struct verify *verify, struct statement *statement, int64_t *before)
{
    struct err unknown = {0};
    struct reception reception = {0};
    int after = (int)reception_fields.count;
    if (!record_read(statement, 0, &reception_fields, &verify->arena, &reception, &unknown)) {
        verify_fault(verify, "reception %lld: %s", (long long)reception.number, unknown.msg);
        *before = reception.number;
        return;
    }
    struct vouched row = {
        .name = "reception",
        .label = arena_printf(&verify->arena, "reception %lld", (long long)reception.number),
        .digest = arena_str(&verify->arena, statement_text(statement, after)),
        .recomputed = reception_digest(&reception),
        .event = statement_integer(statement, after + 1),
        .actions = 1U << ACTION_RECEIVE,
        .document = reception.document,
    };
    json_decref(verify_vouched(verify, &row));
    if (*before < INT64_MAX && reception.number != *before + 1)
        verify_fault(verify, "reception %lld: the reception before it is missing", (long long)reception.number);
    *before = reception.number;
    verify_bodies(verify, &reception);
}

bool verify_receptions(struct verify *verify, struct err *err)
{
    struct query query;
    int64_t before = 0;
    bool row = false, done = true;
    if (!query_open(verify->store, SQL_RECEPTION_ALL, &query, err))
        return false;
    while ((done = query_next(&query, &row, err)) && row) {
        verify_reception(verify, query.statement, &before);
        arena_reset(&verify->arena);
    }
    query_close(&query);
    return done;
}
