/* Keeps `standing`, `tally` and `total` as what is written to the store makes them. Intake, citations and verdicts call
 * it; listing.c and store.c read. */
#include "storage/standing.h"

struct finder_name finder_name(struct str id)
{
    static const char letters[] = "qvwxzk";
    struct finder_name name = {{0}};
    for (size_t i = 0; i < FINDER_NAME_DIGITS && i < id.len; i++) {
        char digit = id.ptr[i];
        name.digits[i] = digit >= 'a' && digit <= 'f' ? letters[digit - 'a'] : digit;
    }
    return name;
}

struct str finder_kind(int kind)
{
    static const char *const words[KIND_END] = {
        [KIND_MONEY] = "money listed", [KIND_PERCENT] = "percent listed",
        [KIND_COUNT] = "count listed", [KIND_MEASURE] = "measure listed",
        [KIND_RATIO] = "ratio listed", [KIND_RANK] = "rank",
        [KIND_DATE] = "date",          [KIND_DURATION] = "duration listed",
        [KIND_AGE] = "age listed",     [KIND_INDEX] = "index listed",
        [KIND_SCORE] = "score",
    };
    return str_from(words[kind]);
}

bool standing_add(struct store *store, const struct claim *claim, int64_t document_number, struct err *err)
{
    struct query query;
    if (!query_open(store, SQL_STANDING_INSERT, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, claim->number);
    statement_bind_integer(query.statement, 2, document_number);
    statement_bind_text(query.statement, 3, str_from(claim_kinds.name[claim->kind]));
    statement_bind_text(query.statement, 4, STR("open"));
    statement_bind_integer(query.statement, 5, -claim->score);
    return query_run(&query, err);
}

static bool count(struct store *store, struct str state, bool cited, struct str kind, int64_t amount, struct err *err)
{
    struct query query;
    if (!query_open(store, SQL_TALLY_ADD, &query, err))
        return false;
    statement_bind_text(query.statement, 1, state);
    statement_bind_integer(query.statement, 2, cited);
    statement_bind_text(query.statement, 3, kind);
    statement_bind_integer(query.statement, 4, amount);
    return query_run(&query, err);
}

bool standing_count_added(struct store *store, const int64_t amount[KIND_END], struct err *err)
{
    for (int kind = 0; kind < KIND_END; kind++)
        if (amount[kind] > 0 && !count(store, STR("open"), false, str_from(claim_kinds.name[kind]), amount[kind], err))
            return false;
    return true;
}

static bool count_total(struct store *store, struct str counted, struct err *err)
{
    struct query query;
    if (!query_open(store, SQL_TOTAL_ADD, &query, err))
        return false;
    statement_bind_text(query.statement, 1, counted);
    return query_run(&query, err);
}

struct standing {
    struct str state, kind;
    bool cited;
};

static bool read_standing(struct store *store, int64_t claim, struct arena *arena, struct standing *ret,
                          struct err *err)
{
    struct query query;
    bool row = false;
    if (!query_open(store, SQL_STANDING_OF_CLAIM, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, claim);
    bool done = query_next(&query, &row, err);
    if (done && !row)
        done = err_set(err, ERR_STORE, "claim %lld can't be used; run: assay doctor", (long long)claim);
    if (done)
        *ret = (struct standing){arena_str(arena, statement_text(query.statement, 0)),
                                 arena_str(arena, statement_text(query.statement, 2)),
                                 statement_integer(query.statement, 1) != 0};
    query_close(&query);
    return done;
}

static bool write_standing(struct store *store, int64_t claim, const struct standing *now, struct err *err)
{
    struct query query;
    if (!query_open(store, SQL_STANDING_UPDATE, &query, err))
        return false;
    statement_bind_text(query.statement, 1, now->state);
    statement_bind_integer(query.statement, 2, now->cited);
    statement_bind_integer(query.statement, 3, claim);
    return query_run(&query, err);
}

/* The state it has stays where `state` is null, and likewise a citation that it has. */
static bool move(struct store *store, int64_t claim, struct str state, bool cited, struct err *err)
{
    struct arena arena = {0};
    struct standing before = {0}, now;
    bool done = read_standing(store, claim, &arena, &before, err);
    now = before;
    now.cited = before.cited || cited;
    if (state.ptr)
        now.state = state;
    if (done && (now.cited != before.cited || !str_eq(now.state, before.state)))
        done = write_standing(store, claim, &now, err) &&
               count(store, before.state, before.cited, before.kind, -1, err) &&
               count(store, now.state, now.cited, now.kind, 1, err);
    arena_release(&arena);
    return done;
}

bool standing_cite(struct store *store, int64_t claim, struct err *err)
{
    return move(store, claim, STR_NULL, true, err) && count_total(store, STR("citation"), err);
}

bool standing_rate(struct store *store, int64_t claim, int rating, struct err *err)
{
    return move(store, claim, str_from(ratings.name[rating]), false, err) && count_total(store, STR("verdict"), err);
}
