/* Claims that are in the store: reading one by its number, and finding one by the name that somebody typed. Listings
 * are in listing.c. */
#include "storage/claim.h"

#include <inttypes.h>
#include <string.h>

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

/* The column of a claim's field in SQL_CLAIM_BY_NUMBER. */
static int column_of(const char *name)
{
    return (int)(fields_find(&claim_fields, str_from(name)) - claim_fields.field);
}

/* Whether `text` holds `words`, ASCII letters of either case. */
static bool holds(struct str text, struct str words)
{
    for (size_t i = 0; words.len <= text.len && i <= text.len - words.len; i++)
        if (str_eq_nocase(str_slice(text, i, i + words.len), words))
            return true;
    return false;
}

static bool passes(struct statement *statement, const struct claim_filter *filter)
{
    if (filter->words.len > 0 && !holds(statement_text(statement, column_of("sentence")), filter->words))
        return false;
    return filter->speaker.len == 0 || holds(statement_text(statement, column_of("speaker")), filter->speaker);
}

bool claim_read(struct store *store, int64_t number, const struct claim_filter *filter, struct arena *arena,
                struct tracked_claim *ret, bool *ret_found, struct err *err)
{
    struct query query;
    struct tracked_claim claim = {0};
    bool row = false;
    if (!query_open(store, SQL_CLAIM_BY_NUMBER, &query, err))
        return false;
    statement_bind_integer(query.statement, 1, number);
    bool done = query_next(&query, &row, err);
    bool found = done && row && (!filter || passes(query.statement, filter));
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

static bool number_by_prefix(struct store *store, struct str name, struct arena *arena, int64_t *ret, struct err *err)
{
    struct query query;
    bool row = false, second = false;
    int64_t number = 0, other = 0;
    char *prefix = lower_prefix(name, arena);
    if (!prefix)
        return err_set(err, ERR_USAGE, "'%.*s' is neither a claim's number nor %d or more digits of its id",
                       STR_ARG(name), PREFIX_DIGITS);
    /* 'g' comes after every digit, so all ids with the prefix are below. */
    struct str above = arena_printf(arena, "%sg", prefix);
    if (!query_open(store, SQL_CLAIM_NUMBERS_BY_PREFIX, &query, err))
        return false;
    statement_bind_text(query.statement, 1, str_from(prefix));
    statement_bind_text(query.statement, 2, above);
    bool done = query_next(&query, &row, err);
    if (done && row) {
        number = statement_integer(query.statement, 0);
        done = query_next(&query, &second, err);
        other = done && second ? statement_integer(query.statement, 0) : 0;
    }
    query_close(&query);
    if (!done)
        return false;
    if (!row)
        return absent(name, err);
    if (second)
        return err_set(err, ERR_USAGE,
                       "'%.*s' is the start of several ids, those of claims %lld and %lld among them; "
                       "give more digits, or the number",
                       STR_ARG(name), (long long)number, (long long)other);
    *ret = number;
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
    if (!claim_read(store, number, NULL, arena, ret, &found, err))
        return false;
    return found || absent(name, err);
}
