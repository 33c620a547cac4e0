/* What verdicts rest on: reading it back. It is written with the verdict, in verdict.c. */
#include "storage/record_sql.h"
#include "storage/sql.h"

bool store_basis(struct store *store, struct str verdict, struct arena *arena, struct basis *ret, bool *ret_found,
                 struct err *err)
{
    struct query query;
    bool row = false;
    if (!query_open(store, SQL_BASIS_OF_VERDICT, &query, err))
        return false;
    statement_bind_text(query.statement, 1, verdict);
    bool done = query_next(&query, &row, err);
    if (done && row)
        done = record_read(query.statement, 0, &basis_fields, arena, ret, err) ||
               err_wrap(err, "the basis of a verdict can't be used; run: assay doctor");
    query_close(&query);
    if (done)
        *ret_found = row;
    return done;
}

bool store_bases(struct store *store, basis_fn *fn, void *ctx, struct err *err)
{
    struct query query;
    struct arena arena = {0};
    bool row = false, done = true, more = true;
    if (!query_open(store, SQL_BASIS_STANDING, &query, err))
        return false;
    while (more && done && (done = query_next(&query, &row, err)) && row) {
        struct basis basis = {0};
        int64_t claim = statement_integer(query.statement, (int)basis_fields.count);
        done = record_read(query.statement, 0, &basis_fields, &arena, &basis, err) ||
               err_wrap(err, "the basis of a verdict on claim %lld can't be used; run: assay doctor", (long long)claim);
        more = done && fn(ctx, claim, &basis);
        arena_reset(&arena);
    }
    query_close(&query);
    arena_release(&arena);
    return done;
}
