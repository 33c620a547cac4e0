/*
 * Periods: the time that a figure is about, "in 2018", "between 2014 and 2017", "last year", "in May".
 *
 * A sentence's times are listed once; each figure takes the one nearest to it in its clause. A time that opens the sentence
 * goes for all of it.
 */
#include "core/extract/reading.h"

struct time {
    size_t first, end;   /* tokens */
    struct str interval; /* null where the text and the document's date don't give it */
};

struct times {
    struct time *at;
    size_t count;
};

/* ---- listing them ---- */

/* "built in 1972", "founded in 2009": when something else began. "down 32 percent on 1990": what is compared with. */
static bool is_beginning_or_base(const struct tokens *tokens, size_t first)
{
    if (first == 0)
        return false;
    if (first >= 2 && token_is(tokens, first - 1, "in") &&
        token_is_one_of(tokens, first - 2,
                        "built founded established opened launched born created formed introduced began begun started "
                        "published signed passed elected"))
        return true;
    return token_is_one_of(tokens, first - 1, "on than") && token_kind_is(tokens, first, TOKEN_NUMBER);
}

/* "the lowest since 1998" says of 1998 only that it was as low. */
static bool is_comparison(const struct tokens *tokens, size_t first)
{
    if (first < 2 || !token_is(tokens, first - 1, "since"))
        return false;
    for (size_t i = first - 1; i-- > 0 && first - i < 6;)
        if (token_is_one_of(
                tokens, i,
                "lowest highest most fewest largest biggest smallest worst best least strongest weakest longest "
                "shortest first deepest steepest fastest slowest"))
            return true;
    return false;
}

/* "between 2014 and 2017", "from 2010 to 2012": two dates with one word between are one period. */
static bool is_span(const struct reading *reading, size_t k)
{
    const struct tokens *tokens = &reading->tokens;
    const struct quantity *a = &reading->at[k], *b = a + 1;
    bool lead = a->first > 0 && token_is_one_of(tokens, a->first - 1, "between from");
    return lead && k + 1 < reading->count && b->kind == KIND_DATE && b->first == a->end + 1 &&
           token_is_one_of(tokens, a->end, "and to") && !a->date.month && !b->date.month;
}

static void list_dates(const struct reading *reading, struct times *times)
{
    for (size_t k = 0; k < reading->count; k++) {
        const struct quantity *quantity = &reading->at[k];
        struct date date = quantity->date;
        if (quantity->kind != KIND_DATE || is_beginning_or_base(&reading->tokens, quantity->first) ||
            is_comparison(&reading->tokens, quantity->first))
            continue;
        struct time *time = &times->at[times->count++];
        *time = (struct time){.first = quantity->first, .end = quantity->end};
        if (is_span(reading, k)) {
            k++;
            date.last_year = reading->at[k].date.last_year;
            time->end = reading->at[k].end;
        }
        time->interval = date_interval(&date, reading->perm);
        if (time->first > 0 && token_is(&reading->tokens, time->first - 1, "since")) { /* it goes on from there */
            time->first--;
            time->interval = STR_NULL;
        }
    }
}

static int published_number(struct str published, size_t from, size_t to)
{
    int value = 0;
    if (published.len < to)
        return 0;
    for (size_t i = from; i < to; i++)
        value = value * 10 + (published.ptr[i] - '0');
    return value;
}

/* "last year", "this month", "the previous quarter": told against the document's own date, which resolves the years. */
static bool relative_at(const struct reading *reading, size_t i, struct time *ret)
{
    const struct tokens *tokens = &reading->tokens;
    bool ago = token_is_one_of(tokens, i, "a") && token_is_one_of(tokens, i + 1, "year month week decade") &&
               token_is(tokens, i + 2, "ago");
    if (ago) {
        *ret = (struct time){.first = i, .end = i + 3};
        return true;
    }
    bool lead = token_is_one_of(tokens, i, "last this next previous current past coming");
    if (!lead || !token_is_one_of(tokens, i + 1, "year month quarter decade century week"))
        return false;
    *ret = (struct time){.first = i, .end = i + 2};
    int year = published_number(reading->published, 0, 4);
    if (year > 0 && token_is(tokens, i + 1, "year")) {
        year += token_is_one_of(tokens, i, "last previous past") ? -1
                : token_is_one_of(tokens, i, "next coming")      ? 1
                                                                 : 0;
        ret->interval = date_interval(&(struct date){.year = year, .last_year = year}, reading->perm);
    }
    return true;
}

/* "in May", "by the end of March": the latest such month before the document's own date. */
static bool month_at(const struct reading *reading, size_t i, struct time *ret)
{
    const struct tokens *tokens = &reading->tokens;
    if (i == 0 || !token_has(tokens, i, WORD_MONTH) || !token_flag(tokens, i, TOKEN_CAPITAL) ||
        !token_is_one_of(tokens, i - 1, "in during of until since from by last early late mid"))
        return false;
    *ret = (struct time){.first = i, .end = i + 1};
    int year = published_number(reading->published, 0, 4), month = published_number(reading->published, 5, 7);
    if (month > 0) {
        struct date date = {.month = tokens->at[i].word->value, .year = year};
        date.year -= date.month > month;
        date.last_year = date.year;
        ret->interval = date_interval(&date, reading->perm);
    }
    return true;
}

static bool in_date(const struct reading *reading, size_t i)
{
    for (size_t k = 0; k < reading->count; k++)
        if (reading->at[k].kind == KIND_DATE && i >= reading->at[k].first && i < reading->at[k].end)
            return true;
    return false;
}

static struct times list_times(const struct reading *reading)
{
    struct times times = {0};
    times.at = arena_alloc(reading->scratch, (reading->tokens.count + reading->count + 1) * sizeof(*times.at));
    list_dates(reading, &times);
    for (size_t i = 0; i < reading->tokens.count; i++) {
        struct time *time = &times.at[times.count];
        if (relative_at(reading, i, time) || (month_at(reading, i, time) && !in_date(reading, i)))
            times.count++;
    }
    return times;
}

/* ---- choosing one ---- */

/* What parts two clauses: a relative pronoun, a comma before a comparison ("…, more than the 67 of 2024"). */
static bool parts_clauses(const struct tokens *tokens, size_t i)
{
    if (token_mark(tokens, i, ','))
        return token_is_one_of(
            tokens, i + 1,
            "more less fewer almost nearly about twice double compared up down from against higher lower");
    return token_mark(tokens, i, ';') || token_mark(tokens, i, ':') ||
           token_is_one_of(tokens, i, "which who while whereas whose but that than versus");
}

/* How many such tokens stand before each token: two figures are in one clause where the counts are the same. */
static size_t *count_partings(const struct reading *reading)
{
    const struct tokens *tokens = &reading->tokens;
    size_t *partings = arena_alloc(reading->scratch, (tokens->count + 1) * sizeof(*partings));
    for (size_t i = 0; i < tokens->count; i++)
        partings[i + 1] = partings[i] + parts_clauses(tokens, i);
    return partings;
}

static bool in_one_clause(const struct tokens *tokens, const size_t *partings, size_t from, size_t to)
{
    /* "the €1.8 billion that parliament approved in 2016": a clause that hangs on the figure itself */
    if (from < to && token_is(tokens, from, "that"))
        from++;
    return partings[from] == partings[to];
}

static void read_period(const struct tokens *tokens, const struct times *times, const size_t *partings,
                        struct quantity *quantity)
{
    enum { OPENING_TOKENS = 3 };
    const struct time *best = NULL;
    size_t nearest = tokens->count;
    for (size_t k = 0; k < times->count; k++) {
        const struct time *time = &times->at[k];
        bool after = time->first >= quantity->end;
        if (!after && time->end > quantity->first)
            continue;
        size_t from = after ? quantity->end : time->end, to = after ? time->first : quantity->first;
        bool opens = time->first < OPENING_TOKENS;
        if ((!opens && !in_one_clause(tokens, partings, from, to)) || to - from >= nearest)
            continue;
        best = time;
        nearest = to - from;
    }
    if (!best)
        return;
    quantity->period = tokens_text(tokens, best->first, best->end);
    quantity->period_interval = best->interval;
}

void periods_read(struct reading *reading)
{
    if (reading->count == 0)
        return;
    struct times times = list_times(reading);
    if (times.count == 0)
        return;
    const size_t *partings = count_partings(reading);
    for (size_t k = 0; k < reading->count; k++)
        if (!kind_is_background(reading->at[k].kind))
            read_period(&reading->tokens, &times, partings, &reading->at[k]);
}
