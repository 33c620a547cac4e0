/* Documents that are in the store: listing them, and giving back their texts and bytes. Taking in is in intake.c. */
#include "storage/body.h"
#include "storage/pack.h"
#include "storage/record_sql.h"
#include "storage/sql.h"

bool store_documents(struct store *store, document_fn *fn, void *ctx, struct err *err)
{
    struct query query;
    struct arena arena = {0};
    bool row = false, more = true, done = true;
    if (!query_open(store, SQL_DOCUMENT_ALL, &query, err))
        return false;
    while (more && done && (done = query_next(&query, &row, err)) && row) {
        struct document document = {0};
        done = record_read(query.statement, 0, &document_fields, &arena, &document, err) ||
               err_wrap(err, "document %lld", (long long)document.number);
        more = done && fn(ctx, &document);
        arena_reset(&arena);
    }
    query_close(&query);
    arena_release(&arena);
    return done;
}

bool store_find_document(struct store *store, int64_t number, struct arena *arena, struct document *ret,
                         struct err *err)
{
    struct query query;
    struct document document = {0};
    bool row = false;
    if (!query_open(store, SQL_DOCUMENT_BY_NUMBER, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, number);
    bool done = query_next(&query, &row, err);
    if (done && !row)
        done = err_set(err, ERR_ABSENT, "there is no document '%lld'; assay status says how many there are",
                       (long long)number);
    if (done)
        done = record_read(query.statement, 0, &document_fields, arena, &document, err) ||
               err_wrap(err, "document %lld", (long long)number);
    query_close(&query);
    if (done)
        *ret = document;
    return done;
}

/* What a document's bodies are checked against. */
struct digests {
    int64_t number;
    struct str text, bytes; /* its id and its sha256 */
};

static bool read_digests(struct store *store, struct str document, struct arena *arena, struct digests *ret,
                         struct err *err)
{
    struct query query;
    bool row = false;
    if (!query_open(store, SQL_DOCUMENT_DIGESTS, &query, err))
        return false;
    statement_bind_text(query.statement, 1, document);
    bool done = query_next(&query, &row, err);
    if (done && !row)
        done = err_set(err, ERR_ABSENT, "there is no document '%.*s' in the store", STR_ARG(document));
    if (done)
        *ret = (struct digests){statement_integer(query.statement, 0), document,
                                arena_str(arena, statement_text(query.statement, 1))};
    query_close(&query);
    return done;
}

bool body_take(struct query *query, struct str digest, struct arena *arena, struct str *ret, struct err *err)
{
    struct str body = STR_NULL;
    bool row = false;
    bool done = query_next(query, &row, err);
    if (done && !row)
        done = err_set(err, ERR_STORE, "it is gone");
    done = done && unpack(statement_bytes(query->statement, 0), arena, &body, err);
    query_close(query);
    if (!done)
        return false;
    struct digest found = digest_of(body);
    if (!str_eq(digest_hex(arena, &found), digest))
        return err_set(err, ERR_STORE, "it does not match its digest");
    *ret = body;
    return true;
}

bool body_read(struct store *store, struct str document, struct str form, struct str digest, struct arena *arena,
               struct str *ret, struct err *err)
{
    struct query query;
    if (!query_open(store, SQL_BODY_PACKED, &query, err))
        return false;
    statement_bind_text(query.statement, 1, document);
    statement_bind_text(query.statement, 2, form);
    return body_take(&query, digest, arena, ret, err);
}

bool store_document_text(struct store *store, struct str document, struct arena *arena, struct str *ret,
                         struct err *err)
{
    struct digests digests = {0};
    if (!read_digests(store, document, arena, &digests, err))
        return false;
    return body_read(store, document, STR("text"), digests.text, arena, ret, err) ||
           err_wrap(err, "the text of document %lld can't be used; run: assay doctor", (long long)digests.number);
}

bool store_document_bytes(struct store *store, struct str document, struct arena *arena, struct str *ret,
                          struct err *err)
{
    struct digests digests = {0};
    if (!read_digests(store, document, arena, &digests, err))
        return false;
    struct str form = body_form_of_bytes(digests.text, digests.bytes);
    return body_read(store, document, form, digests.bytes, arena, ret, err) ||
           err_wrap(err, "the bytes of document %lld can't be used; run: assay doctor", (long long)digests.number);
}
