/* Doctor's walk over what reviewers added: sources, citations and verdicts, each against its digest and its event. */
#include "storage/record_sql.h"
#include "storage/verify.h"

static void verify_source(struct verify *verify, struct statement *statement)
{
    struct err unknown = {0};
    struct source source = {0};
    int after = (int)source_fields.count;
    if (!record_read(statement, 0, &source_fields, &verify->arena, &source, &unknown)) {
        verify_fault(verify, "source %lld: %s", (long long)source.number, unknown.msg);
        return;
    }
    struct vouched row = {
        .name = "source",
        .label = arena_printf(&verify->arena, "source %lld", (long long)source.number),
        .digest = arena_str(&verify->arena, statement_text(statement, after)),
        .recomputed = record_digest(&source_fields, &source),
        .event = statement_integer(statement, after + 1),
        .actions = 1U << ACTION_CITE | 1U << ACTION_DESCRIBE,
    };
    json_decref(verify_vouched(verify, &row));
}

/* Citations and verdicts have the same columns after their own: document, claim, event, digest, the claim's number. */
struct kept {
    const char *name;
    const struct fields *fields;
    unsigned action;
};

static void verify_kept(struct verify *verify, const struct kept *kept, struct statement *statement, void *record)
{
    struct err unknown = {0};
    int after = (int)kept->fields->count;
    int64_t event = statement_integer(statement, after + 2);
    struct str label = arena_printf(&verify->arena, "claim %lld, %s of event %lld",
                                    (long long)statement_integer(statement, after + 4), kept->name, (long long)event);
    if (!record_read(statement, 0, kept->fields, &verify->arena, record, &unknown)) {
        verify_fault(verify, "%.*s: %s", STR_ARG(label), unknown.msg);
        return;
    }
    struct vouched row = {
        .name = kept->name,
        .label = label,
        .digest = arena_str(&verify->arena, statement_text(statement, after + 3)),
        .recomputed = record_digest(kept->fields, record),
        .event = event,
        .actions = 1U << kept->action,
        .document = arena_str(&verify->arena, statement_text(statement, after)),
        .claim = arena_str(&verify->arena, statement_text(statement, after + 1)),
    };
    json_decref(verify_vouched(verify, &row));
}

static void verify_citation(struct verify *verify, struct statement *statement)
{
    static const struct kept kept = {"citation", &citation_fields, ACTION_CITE};
    struct citation citation = {0};
    verify_kept(verify, &kept, statement, &citation);
}

static void verify_verdict(struct verify *verify, struct statement *statement)
{
    static const struct kept kept = {"verdict", &verdict_fields, ACTION_VERDICT};
    struct verdict verdict = {0};
    verify_kept(verify, &kept, statement, &verdict);
}

static bool each_row(struct verify *verify, enum statement_name name,
                     void (*fn)(struct verify *verify, struct statement *statement), struct err *err)
{
    struct query query;
    bool row = false, done = true;
    if (!query_open(verify->store, name, &query, err))
        return false;
    while ((done = query_next(&query, &row, err)) && row) {
        fn(verify, query.statement);
        arena_reset(&verify->arena);
    }
    query_close(&query);
    return done;
}

bool verify_sources(struct verify *verify, struct err *err)
{
    return each_row(verify, SQL_SOURCE_ALL, verify_source, err);
}

bool verify_citations(struct verify *verify, struct err *err)
{
    return each_row(verify, SQL_CITATION_ALL, verify_citation, err);
}

static void verify_basis(struct verify *verify, struct statement *statement)
{
    struct err unknown = {0};
    struct basis basis = {0};
    int after = (int)basis_fields.count;
    struct vouched row = {
        .name = "basis",
        .digest = arena_str(&verify->arena, statement_text(statement, after)),
        .event = statement_integer(statement, after + 1),
        .actions = 1U << ACTION_VERDICT,
    };
    row.label = arena_printf(&verify->arena, "basis of the verdict of event %lld", (long long)row.event);
    if (!record_read(statement, 0, &basis_fields, &verify->arena, &basis, &unknown)) {
        verify_fault(verify, "%.*s: %s", STR_ARG(row.label), unknown.msg);
        return;
    }
    row.recomputed = record_digest(&basis_fields, &basis);
    json_decref(verify_vouched(verify, &row));
}

bool verify_bases(struct verify *verify, struct err *err)
{
    return each_row(verify, SQL_BASIS_ALL, verify_basis, err);
}

bool verify_verdicts(struct verify *verify, struct err *err)
{
    return each_row(verify, SQL_VERDICT_ALL, verify_verdict, err);
}
