/* Claims that are in the store: reading one by its number, and finding one by the name that somebody typed. Listings
 * are in listing.c. */
#include "storage/claim.h"

#include <inttypes.h>

#include "storage/found.h"
#include "storage/record_sql.h"

#define STATE(name, type)                                                                                              \
    {                                                                                                                  \
#name, type, offsetof(struct claim_state, name), NULL                                                          \
    }

static const struct field claim_state_field[] = {
    STATE(document, FIELD_TEXT),
    STATE(document_number, FIELD_NUMBER),
    STATE(document_name, FIELD_TEXT),
    STATE(citations, FIELD_INTEGER),
    {"rating", FIELD_NAME, offsetof(struct claim_state, rating), &ratings},
};

const struct fields claim_state_fields = {claim_state_field, sizeof(claim_state_field) / sizeof(claim_state_field[0])};

/* The fields of claim_state but the last, whose column holds 'open' where there is no rating. */
static bool read_state(struct statement *statement, struct arena *arena, struct claim_state *ret, struct err *err)
{
    int first = (int)claim_fields.count;
    const struct fields plain = {claim_state_field, claim_state_fields.count - 1};
    if (!record_read(statement, first, &plain, arena, ret, err))
        return false;
    struct str state = statement_text(statement, first + (int)plain.count);
    ret->rating = -1;
    if (str_eq(state, STR("open")) || names_find(&ratings, state, &ret->rating))
        return true;
    return err_set(err, ERR_STORE, "it stands at '%.*s', which this program does not know", STR_ARG(state));
}

bool claim_read(struct store *store, int64_t number, struct arena *arena, struct tracked_claim *ret, bool *ret_found,
                struct err *err)
{
    struct query query;
    struct tracked_claim claim = {0};
    bool row = false;
    if (!query_open(store, SQL_CLAIM_BY_NUMBER, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, number);
    bool done = query_next(&query, &row, err);
    bool found = done && row;
    if (found)
        done = (record_read(query.statement, 0, &claim_fields, arena, &claim.claim, err) &&
                read_state(query.statement, arena, &claim.state, err)) ||
               err_wrap(err, "claim %" PRId64 " can't be used; run: assay doctor", number);
    query_close(&query);
    if (done) {
        *ret_found = found;
        if (found)
            *ret = claim;
    }
    return done;
}

/* ---- names that somebody typed ---- */

enum { PREFIX_DIGITS = 4 };

static bool all_digits(struct str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (!is_digit(name.ptr[i]))
            return false;
    return name.len > 0;
}

/* 0, which no claim has, for a number that is too large to be one. */
static int64_t parse_number(struct str digits)
{
    int64_t number = 0;
    for (size_t i = 0; i < digits.len; i++)
        if (__builtin_mul_overflow(number, (int64_t)10, &number) ||
            __builtin_add_overflow(number, (int64_t)(digits.ptr[i] - '0'), &number))
            return 0;
    return number;
}

/* The prefix in lower case; NULL where it can't be one of an id. */
static char *lower_prefix(struct str name, struct arena *arena)
{
    if (name.len < PREFIX_DIGITS || name.len > DIGEST_HEX)
        return NULL;
    char *prefix = arena_cstr(arena, name);
    for (size_t i = 0; i < name.len; i++) {
        prefix[i] = to_lower(prefix[i]);
        if (!is_digit(prefix[i]) && (prefix[i] < 'a' || prefix[i] > 'f'))
            return NULL;
    }
    return prefix;
}

static bool absent(struct str name, struct err *err)
{
    return err_set(err, ERR_ABSENT, "there is no claim '%.*s'; assay list shows those that there are", STR_ARG(name));
}

/* Whether the claim with that number has an id that begins so: the finder knows only the first digits. */
static bool id_begins(struct store *store, int64_t number, struct str prefix, bool *ret, struct err *err)
{
    struct query query;
    bool row = false;
    if (!query_open(store, SQL_CLAIM_ID, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, number);
    bool done = query_next(&query, &row, err);
    if (done)
        *ret = row && str_starts(statement_text(query.statement, 0), prefix);
    query_close(&query);
    return done;
}

/* The numbers of the claims whose ids begin so, of two at most: that is enough to know that it is not one claim's alone. */
static bool numbers_by_prefix(struct store *store, struct str prefix, int64_t number[2], size_t *ret_count,
                              struct err *err)
{
    struct finder_name name = finder_name(prefix);
    struct buf query = {0};
    bool there = false, done = true, begins = false;
    size_t count = 0;
    finder_query(&(struct finder_wanted){.name = str_from(name.digits)}, &query);
    struct found found = {.store = store, .query = &query, .most = INT64_MAX};
    for (int64_t key = 0; count < 2 && (done = found_next(&found, &key, &there, err)) && there;) {
        if (!(done = id_begins(store, key_number(key), prefix, &begins, err)))
            break;
        if (begins)
            number[count++] = key_number(key);
    }
    found_release(&found);
    buf_release(&query);
    *ret_count = count;
    return done;
}

static bool number_by_prefix(struct store *store, struct str name, struct arena *arena, int64_t *ret, struct err *err)
{
    int64_t number[2];
    size_t count = 0;
    char *prefix = lower_prefix(name, arena);
    if (!prefix)
        return err_set(err, ERR_USAGE, "'%.*s' is neither a claim's number nor %d or more digits of its id",
                       STR_ARG(name), PREFIX_DIGITS);
    if (!numbers_by_prefix(store, str_from(prefix), number, &count, err))
        return false;
    if (count == 0)
        return absent(name, err);
    if (count > 1)
        return err_set(err, ERR_USAGE,
                       "'%.*s' is the start of several ids, those of claims %lld and %lld among them; "
                       "give more digits, or the number",
                       STR_ARG(name), (long long)number[0], (long long)number[1]);
    *ret = number[0];
    return true;
}

bool store_find_claim(struct store *store, struct str name, struct arena *arena, struct tracked_claim *ret,
                      struct err *err)
{
    int64_t number = 0;
    bool found = false;
    if (all_digits(name))
        number = parse_number(name);
    else if (!number_by_prefix(store, name, arena, &number, err))
        return false;
    if (!claim_read(store, number, arena, ret, &found, err))
        return false;
    return found || absent(name, err);
}
