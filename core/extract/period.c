/*
 * Periods: the time that a figure is about, "in 2018", "between 2014 and 2017", "last year".
 *
 * It is the date nearest to the figure in its clause; a date that opens the sentence goes for all of it.
 */
#include "core/extract/reading.h"

static bool parts_clauses(const struct tokens *tokens, size_t i)
{
    return token_mark(tokens, i, ';') || token_mark(tokens, i, ':') ||
           token_is_one_of(tokens, i, "which who while whereas whose but");
}

static bool in_one_clause(const struct tokens *tokens, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (parts_clauses(tokens, i))
            return false;
    return true;
}

/* "between 2014 and 2017", "from 2010 to 2012": two dates with one word between are one period. */
static size_t period_end(const struct reading *reading, size_t k, struct date *span)
{
    const struct tokens *tokens = &reading->tokens;
    *span = reading->at[k].date;
    if (k + 1 >= reading->count || reading->at[k + 1].kind != KIND_DATE)
        return reading->at[k].end;
    const struct quantity *a = &reading->at[k], *b = &reading->at[k + 1];
    bool lead = a->first > 0 && token_is_one_of(tokens, a->first - 1, "between from");
    if (!lead || b->first != a->end + 1 || !token_is_one_of(tokens, a->end, "and to") || a->date.month || b->date.month)
        return a->end;
    span->last_year = b->date.last_year;
    return b->end;
}

/* The date nearest to the figure in the same clause; one that opens the sentence goes for all of it. */
static void read_period(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t best = 0, nearest = 0;
    bool found = false;
    for (size_t k = 0; k < reading->count; k++) {
        const struct quantity *date = &reading->at[k];
        if (date->kind != KIND_DATE || (date->date.year == 0 && date->date.month == 0))
            continue;
        bool after = date->first >= quantity->end;
        size_t distance = after ? date->first - quantity->end : quantity->first - date->end;
        bool opens = date->first <= 2;
        bool clause = after ? in_one_clause(tokens, quantity->end, date->first)
                            : in_one_clause(tokens, date->end, quantity->first);
        if ((!clause && !opens) || (found && distance >= nearest))
            continue;
        found = true;
        best = k;
        nearest = distance;
    }
    if (!found)
        return;
    struct date span;
    size_t end = period_end(reading, best, &span);
    quantity->period = tokens_text(tokens, reading->at[best].first, end);
    quantity->period_interval = date_interval(&span, reading->perm);
}

/* "last year", "this month", "a year earlier": a time told against the document's own. */
static size_t relative_period_at(const struct tokens *tokens, size_t i)
{
    bool lead = token_is_one_of(tokens, i, "last this next previous current past coming");
    if (lead && token_is_one_of(tokens, i + 1, "year month quarter decade century week fiscal"))
        return token_is(tokens, i + 1, "fiscal") ? i + 3 : i + 2;
    return 0;
}

/* A year that "last year" stands for, where the document says when it was published. */
static struct str relative_interval(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    if (!reading->published.ptr || !token_is(tokens, i + 1, "year"))
        return STR_NULL;
    struct decimal year;
    decimal_parse(str_slice(reading->published, 0, 4), &year);
    struct date date = {.year = (int)year.coefficient};
    date.year += token_is_one_of(tokens, i, "last previous past") ? -1
                 : token_is_one_of(tokens, i, "next coming")      ? 1
                                                                  : 0;
    date.last_year = date.year;
    return date_interval(&date, reading->perm);
}

static void read_relative_period(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t nearest = tokens->count, best = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        size_t end = relative_period_at(tokens, i);
        if (end == 0 || end > tokens->count)
            continue;
        bool after = i >= quantity->end;
        size_t distance = after ? i - quantity->end : quantity->first - i;
        bool clause = after ? in_one_clause(tokens, quantity->end, i) : in_one_clause(tokens, i, quantity->first);
        if (!clause || distance >= nearest)
            continue;
        nearest = distance;
        best = i;
    }
    if (nearest == tokens->count)
        return;
    quantity->period = tokens_text(tokens, best, relative_period_at(tokens, best));
    quantity->period_interval = relative_interval(reading, best);
}

static bool has_relative_period(const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (relative_period_at(tokens, i) > 0)
            return true;
    return false;
}

void periods_read(struct reading *reading)
{
    bool relative = reading->count > 0 && has_relative_period(&reading->tokens);
    for (size_t k = 0; k < reading->count; k++) {
        struct quantity *quantity = &reading->at[k];
        if (kind_is_background(quantity->kind))
            continue;
        read_period(reading, quantity);
        if (relative && !quantity->period.ptr)
            read_relative_period(reading, quantity);
    }
}
