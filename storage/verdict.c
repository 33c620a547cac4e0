/* Verdicts: never overwritten, only followed by a later one, which then counts. */
#include "core/base/clock.h"
#include "storage/event.h"
#include "storage/record_sql.h"
#include "storage/standing.h"

static bool has_citation(struct store *store, const struct tracked_claim *claim, bool *ret, struct err *err)
{
    struct query query;
    if (!query_open(store, SQL_CITATION_EXISTS, &query, err))
        return false;
    statement_bind_text(query.statement, 1, claim->state.document);
    statement_bind_text(query.statement, 2, claim->claim.id);
    bool done = query_next(&query, ret, err);
    query_close(&query);
    return done;
}

/* Asked inside the transaction: what the claim has when the verdict is written is what matters. */
static bool check_citation(struct store *store, const struct tracked_claim *claim, int rating, struct err *err)
{
    bool cited = false;
    if (!rating_needs_citation(rating))
        return true;
    if (!has_citation(store, claim, &cited, err))
        return false;
    return cited || err_set(err, ERR_USAGE,
                            "the rating '%s' needs a citation, and claim %lld has none; add one with: "
                            "assay cite %lld URL --supports (or --refutes, --context)",
                            ratings.name[rating], (long long)claim->claim.number, (long long)claim->claim.number);
}

static bool insert(struct store *store, const struct tracked_claim *claim, const struct verdict *verdict, int64_t event,
                   struct str digest, struct err *err)
{
    struct query query;
    if (!query_open(store, SQL_VERDICT_INSERT, &query, err))
        return false;
    int at = record_bind(query.statement, 1, &verdict_fields, verdict);
    statement_bind_text(query.statement, at, claim->state.document);
    statement_bind_text(query.statement, at + 1, claim->claim.id);
    statement_bind_integer(query.statement, at + 2, event);
    statement_bind_text(query.statement, at + 3, digest);
    return query_run(&query, err);
}

static bool insert_basis(struct store *store, const struct basis *basis, int64_t event, struct str digest,
                         struct err *err)
{
    struct query query;
    if (!query_open(store, SQL_BASIS_INSERT, &query, err))
        return false;
    int at = record_bind(query.statement, 1, &basis_fields, basis);
    statement_bind_text(query.statement, at, digest);
    statement_bind_integer(query.statement, at + 1, event);
    return query_run(&query, err);
}

/* What is written with a verdict. */
struct giving {
    struct store *store;
    struct basis *basis; /* NULL for none */
    struct str by;       /* who brings it in */
};

static bool write_all(const struct giving *giving, const struct tracked_claim *claim, struct verdict *verdict,
                      struct arena *arena, struct err *err)
{
    struct store *store = giving->store;
    struct basis *basis = giving->basis;
    bool evident = basis && basis->arithmetic.ptr;
    struct str basis_hex = STR_NULL;
    if (!evident && !check_citation(store, claim, verdict->rating, err))
        return false;
    verdict->id = unique_id(arena);
    verdict->at = clock_now(arena);
    struct digest digest = record_digest(&verdict_fields, verdict);
    struct str hex = digest_hex(arena, &digest);
    struct event event = {
        .at = verdict->at,
        .reviewer = giving->by,
        .action = ACTION_VERDICT,
        .document = claim->state.document,
        .claim = claim->claim.id,
    };
    json_t *content = event_content();
    event_content_row(content, "verdict", &verdict_fields, verdict, hex);
    if (basis) {
        basis->verdict_id = verdict->id;
        digest = record_digest(&basis_fields, basis);
        basis_hex = digest_hex(arena, &digest);
        event_content_row(content, "basis", &basis_fields, basis, basis_hex);
    }
    return event_add(store, &event, content, arena, err) && insert(store, claim, verdict, event.number, hex, err) &&
           (!basis || insert_basis(store, basis, event.number, basis_hex, err)) &&
           standing_rate(store, claim->claim.number, verdict->rating, err);
}

static bool give(const struct giving *giving, const struct tracked_claim *claim, struct verdict *verdict,
                 struct arena *arena, struct err *err)
{
    struct driver *driver = giving->store->driver;
    struct verdict written = *verdict;
    if (verdict->reviewer.len == 0 || giving->by.len == 0)
        return err_set(err, ERR_USAGE, "a verdict needs a reviewer; set ASSAY_REVIEWER to your name");
    if (str_trim(verdict->rationale).len == 0)
        return err_set(err, ERR_USAGE, "a verdict needs a rationale; give it with --because TEXT");
    if (!record_check(&verdict_fields, verdict, "verdict", err) ||
        (giving->basis && !record_check(&basis_fields, giving->basis, "basis", err)) ||
        !driver_begin(driver, true, err))
        return false;
    bool done = write_all(giving, claim, &written, arena, err) && driver_commit(driver, err);
    driver_rollback(driver);
    if (done)
        *verdict = written;
    return done;
}

bool store_add_verdict(struct store *store, const struct tracked_claim *claim, struct verdict *verdict,
                       struct arena *arena, struct err *err)
{
    return give(&(struct giving){store, NULL, verdict->reviewer}, claim, verdict, arena, err);
}

bool store_add_based_verdict(struct store *store, const struct tracked_claim *claim, struct verdict *verdict,
                             struct basis *basis, struct arena *arena, struct err *err)
{
    return give(&(struct giving){store, basis, verdict->reviewer}, claim, verdict, arena, err);
}

bool store_add_verdict_by(struct store *store, const struct tracked_claim *claim, struct verdict *verdict,
                          struct str by, struct arena *arena, struct err *err)
{
    return give(&(struct giving){store, NULL, by}, claim, verdict, arena, err);
}

bool store_verdicts(struct store *store, const struct tracked_claim *claim, struct arena *arena, struct verdict **ret,
                    size_t *ret_count, struct err *err)
{
    struct query query;
    struct verdict *verdicts = NULL;
    size_t count = 0, cap = 0;
    bool row = false, done = true;
    if (!query_open(store, SQL_VERDICT_OF_CLAIM, &query, err))
        return false;
    statement_bind_text(query.statement, 1, claim->state.document);
    statement_bind_text(query.statement, 2, claim->claim.id);
    while (done && (done = query_next(&query, &row, err)) && row) {
        struct verdict one = {0};
        done =
            record_read(query.statement, 0, &verdict_fields, arena, &one, err) ||
            err_wrap(err, "a verdict on claim %lld can't be used; run: assay doctor", (long long)claim->claim.number);
        verdicts = records_grow(arena, verdicts, &cap, count + 1, sizeof(*verdicts));
        verdicts[count++] = one;
    }
    query_close(&query);
    if (done) {
        *ret = verdicts;
        *ret_count = count;
    }
    return done;
}
