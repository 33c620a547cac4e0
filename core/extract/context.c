/*
 * Context: of what a figure is ("of GDP"), what it measures, whose it is, and when.
 *
 * There is no parser here. A clause's subject is the noun phrase before the nearest verb to the left of the figure; what
 * is measured is the noun phrase that the figure leads into ("a 25% tax on imports", "$180 billion on the war"), or
 * else that subject.
 */
#include "core/extract/reading.h"

struct phrase {
    size_t first, end; /* tokens; empty where first == end */
};

static bool glued(const struct tokens *tokens, size_t i)
{
    return token_flag(tokens, i, TOKEN_GLUED);
}

static struct str phrase_text(const struct tokens *tokens, struct phrase phrase)
{
    return phrase.first < phrase.end ? tokens_text(tokens, phrase.first, phrase.end) : STR_NULL;
}

/* ---- verbs ---- */

/* A participle or past form that the lexicon does not list: "-ed" that describes no noun after it. */
static bool is_ed_verb(const struct tokens *tokens, size_t i)
{
    struct str text = token_text(tokens, i);
    if (!token_kind_is(tokens, i, TOKEN_WORD) || text.len < 5 || !str_ends(text, STR("ed")) ||
        token_flag(tokens, i, TOKEN_CAPITAL))
        return false;
    bool adjective = i > 0 && token_has(tokens, i - 1, WORD_DETERMINER) &&
                     !token_has(tokens, i + 1, WORD_PREPOSITION | WORD_DETERMINER);
    return !adjective && !token_mark(tokens, i - 1, '-');
}

static bool is_verb(const struct tokens *tokens, size_t i)
{
    if (token_flag(tokens, i, TOKEN_SUFFIX))
        return false;
    if (token_flag(tokens, i, TOKEN_CAPITAL) && i > 0)
        return false; /* "the United States", "May" */
    if (token_is(tokens, i, "states"))
        return token_is(tokens, i + 1, "that");
    if (token_has(tokens, i, WORD_AUXILIARY | WORD_SAYING))
        return true;
    if (token_has(tokens, i, WORD_VERB | WORD_UP | WORD_DOWN)) {
        /* nouns of the same form: "a rise", "the cost of", "its spending" */
        bool noun =
            i > 0 && (token_has(tokens, i - 1, WORD_DETERMINER | WORD_ORDINAL) || token_mark(tokens, i - 1, '-'));
        noun = noun || (i > 0 && token_has(tokens, i + 1, WORD_AUXILIARY) &&
                        !token_has(tokens, i - 1, WORD_PRONOUN)); /* "average pay was" */
        bool adverb = token_has(tokens, i, WORD_PREPOSITION | WORD_ADVERB) && !token_is_one_of(tokens, i, "including");
        bool gerund = str_ends(token_text(tokens, i), STR("ing"));
        bool of = token_is(tokens, i + 1, "of");
        return !noun && !adverb && !gerund && !of;
    }
    return is_ed_verb(tokens, i);
}

static bool is_barrier(const struct tokens *tokens, size_t i)
{
    return token_mark(tokens, i, ';') || token_mark(tokens, i, ':') || token_flag(tokens, i, TOKEN_OPEN) ||
           token_flag(tokens, i, TOKEN_CLOSE);
}

/* The nearest verb to the left of token i; false where the clause has none. */
static bool verb_before(const struct tokens *tokens, size_t i, size_t *ret)
{
    while (i-- > 0) {
        if (is_barrier(tokens, i))
            return false;
        if (is_verb(tokens, i)) {
            *ret = i;
            return true;
        }
    }
    return false;
}

/* ---- noun phrases ---- */

static bool is_phrase_end(const struct tokens *tokens, size_t i)
{
    if (i >= tokens->count)
        return true;
    if (token_kind_is(tokens, i, TOKEN_MARK))
        return !(token_mark(tokens, i, '-') && glued(tokens, i) && glued(tokens, i + 1)) &&
               !(token_mark(tokens, i, '.') && glued(tokens, i + 1) && glued(tokens, i));
    if (token_kind_is(tokens, i, TOKEN_SYMBOL))
        return !token_mark(tokens, i, '&');
    if (token_flag(tokens, i, TOKEN_SUFFIX))
        return false;
    return token_has(tokens, i,
                     WORD_PREPOSITION | WORD_CONJUNCTION | WORD_SUBORDINATOR | WORD_PRONOUN | WORD_ADVERB |
                         WORD_WEEKDAY) ||
           is_verb(tokens, i);
}

/* Past determiners and possessives: "their", "the", "all of the". */
static size_t skip_determiners(const struct tokens *tokens, size_t i)
{
    while (token_has(tokens, i, WORD_DETERMINER) && !token_is_one_of(tokens, i, "which what whose"))
        i++;
    return i;
}

/* The noun phrase that begins at token i, without what may hang on it. */
static struct phrase noun_phrase(const struct tokens *tokens, size_t i, bool keep_determiner)
{
    size_t noun = skip_determiners(tokens, i), end = noun;
    while (!is_phrase_end(tokens, end) &&
           !(token_kind_is(tokens, end, TOKEN_NUMBER) && end > noun && !glued(tokens, end)))
        end++;
    struct phrase phrase = {keep_determiner ? i : noun, end};
    if (end == noun)
        phrase.first = phrase.end = i;
    return phrase;
}

/* "tax [on imported vehicles]", "share [of the vote in Ohio]": prepositional phrases that belong to a noun phrase. */
static struct phrase with_complements(const struct tokens *tokens, struct phrase phrase)
{
    while (phrase.end > phrase.first && token_is_one_of(tokens, phrase.end, "of on for from to in against with at")) {
        struct phrase more = noun_phrase(tokens, phrase.end + 1, false);
        bool time = token_kind_is(tokens, more.first, TOKEN_NUMBER) ||
                    token_has(tokens, more.first, WORD_MONTH | WORD_WEEKDAY) ||
                    token_is_one_of(tokens, more.first, "year month week day quarter");
        if (more.first == more.end || time)
            break;
        phrase.end = more.end;
    }
    return phrase;
}

/* ---- whose it is ---- */

static bool stops_subject(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    if (token_mark(tokens, i, ',') || token_mark(tokens, i, '(') || token_mark(tokens, i, ')') || is_barrier(tokens, i))
        return true;
    if (token_mark(tokens, i, '-') && !glued(tokens, i))
        return true;
    if (token_has(tokens, i, WORD_SUBORDINATOR) && !token_has(tokens, i, WORD_PREPOSITION))
        return true;
    return token_is_one_of(tokens, i, "but as since until before after while than nor yet") || is_verb(tokens, i);
}

/* Drops what cannot begin a subject: conjunctions, adverbs, a leading "In 2018" or "Last year". */
static size_t trim_start(const struct reading *reading, size_t first, size_t end)
{
    const struct tokens *tokens = &reading->tokens;
    for (size_t k = 0; k < reading->count; k++) {
        const struct quantity *quantity = &reading->at[k];
        if (quantity->kind == KIND_DATE && quantity->first > first && quantity->end < end &&
            quantity->first <= first + 1)
            first = quantity->end;
    }
    while (first < end &&
           (token_has(tokens, first, WORD_CONJUNCTION | WORD_PREPOSITION) || token_kind_is(tokens, first, TOKEN_MARK) ||
            (token_has(tokens, first, WORD_ADVERB) && !token_has(tokens, first, WORD_DETERMINER)) ||
            token_kind_is(tokens, first, TOKEN_SYMBOL)))
        first++;
    return first;
}

/* A subject does not reach back over a figure: "rose 4 percent and [rye] fell". */
static struct phrase phrase_before(const struct reading *reading, size_t end)
{
    size_t first = end;
    while (first > 0 && !stops_subject(reading, first - 1) && !reading->taken[first - 1])
        first--;
    return (struct phrase){trim_start(reading, first, end), end};
}

/* Where the verb group that v belongs to begins: "has [also] been cut", "is expected to". */
static size_t verb_group_start(const struct tokens *tokens, size_t v)
{
    while (v > 0) {
        bool small =
            token_has(tokens, v - 1, WORD_AUXILIARY | WORD_NEGATION) ||
            (token_has(tokens, v - 1, WORD_ADVERB) && !token_has(tokens, v - 1, WORD_DETERMINER | WORD_PREPOSITION));
        if (!small)
            break;
        v--;
    }
    return v;
}

/*
 * The subject of the verb at v. An infinitive belongs to the noun phrase before its "to" ("called on [NATO allies] to
 * spend"), or to the verb before that; a relative clause to the noun before "which".
 */
static struct phrase subject_of(const struct reading *reading, size_t v, int depth)
{
    const struct tokens *tokens = &reading->tokens;
    size_t end = verb_group_start(tokens, v);
    const struct phrase none = {0, 0};
    if (end == 0 || depth > 4)
        return none;
    if (token_is(tokens, end - 1, "to") && end >= 2) {
        if (is_verb(tokens, end - 2))
            return subject_of(reading, end - 2, depth + 1);
        struct phrase object = phrase_before(reading, end - 1);
        if (object.first < object.end && !token_has(tokens, object.end - 1, WORD_PRONOUN))
            return object;
        return none;
    }
    if (token_is_one_of(tokens, end - 1, "which who that") && end >= 2) {
        size_t noun = token_mark(tokens, end - 2, ',') ? end - 2 : end - 1;
        return phrase_before(reading, noun);
    }
    if (token_mark(tokens, end - 1, ',')) {
        /* "Tesla, which makes cars, sold …": what stands between commas is passed over */
        size_t i = end - 1;
        while (i > 0 && !token_mark(tokens, i - 1, ',') && !is_barrier(tokens, i - 1))
            i--;
        if (i > 0 && token_mark(tokens, i - 1, ','))
            return phrase_before(reading, i - 1);
        return none;
    }
    if (token_is_one_of(tokens, end - 1, "and or but") && end >= 2) {
        size_t earlier;
        struct phrase near = phrase_before(reading, end - 1);
        if (near.first == near.end || verb_before(tokens, end - 1, &earlier))
            return verb_before(tokens, end - 1, &earlier) ? subject_of(reading, earlier, depth + 1) : none;
    }
    struct phrase phrase = phrase_before(reading, end);
    size_t earlier;
    if (phrase.first == phrase.end && phrase.end > 0 && verb_before(tokens, end, &earlier))
        return subject_of(reading, earlier, depth + 1);
    return phrase;
}

static bool is_empty_subject(const struct tokens *tokens, struct phrase phrase)
{
    if (phrase.first >= phrase.end)
        return true;
    if (phrase.end - phrase.first > 1)
        return token_has(tokens, phrase.first, WORD_PRONOUN) && !token_has(tokens, phrase.first, WORD_DETERMINER);
    return token_has(tokens, phrase.first, WORD_PRONOUN | WORD_DETERMINER | WORD_ADVERB) ||
           token_is(tokens, phrase.first, "there");
}

static struct phrase clause_subject(const struct reading *reading, const struct quantity *quantity)
{
    size_t v;
    const struct phrase none = {0, 0};
    if (!verb_before(&reading->tokens, quantity->first, &v))
        return none;
    struct phrase phrase = subject_of(reading, v, 0);
    return is_empty_subject(&reading->tokens, phrase) ? none : phrase;
}

/* ---- what it measures ---- */

/* "last year", "this month", "on Monday": when, not what. */
static bool is_time_phrase(const struct tokens *tokens, struct phrase phrase)
{
    for (size_t i = phrase.first; i < phrase.end; i++)
        if (token_has(tokens, i, WORD_WEEKDAY) ||
            token_is_one_of(tokens, i, "year years month months week day quarter decade century time"))
            return true;
    return token_has(tokens, phrase.first, WORD_MONTH);
}

/* "a 25% [tax on imports]", "$149.99 [price point]", "$180 billion on [the war]", "8 miles of [new tunnels]". */
static struct phrase concept_after(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->of_end;
    const struct phrase none = {0, 0};
    if (quantity->kind == KIND_COUNT || quantity->kind == KIND_AGE || quantity->kind == KIND_DURATION)
        return none;
    i += token_mark(tokens, i, '-') && glued(tokens, i);
    if (token_is_one_of(tokens, i, "on for") || (token_is(tokens, i, "of") && quantity->kind != KIND_PERCENT)) {
        struct phrase phrase = noun_phrase(tokens, i + 1, true);
        bool time = token_has(tokens, i + 1, WORD_WEEKDAY | WORD_MONTH) || token_kind_is(tokens, i + 1, TOKEN_NUMBER);
        return time ? none : phrase;
    }
    if (quantity->of_end > quantity->end || !token_kind_is(tokens, i, TOKEN_WORD) ||
        token_has(tokens, i, WORD_DETERMINER))
        return none;
    struct phrase phrase = noun_phrase(tokens, i, false);
    return is_time_phrase(tokens, phrase) ? none : with_complements(tokens, phrase);
}

/* "5 percent of their GDP …, beyond the 2 percent minimum": a bound is of what the share before it is of. */
static void carry_of(const struct reading *reading, struct quantity *quantity)
{
    if (!token_is_one_of(&reading->tokens, quantity->end,
                         "minimum maximum target goal threshold floor cap ceiling limit benchmark"))
        return;
    for (const struct quantity *before = quantity; before-- > reading->at;) {
        if (before->kind == KIND_PERCENT && before->of.ptr) {
            quantity->of = before->of;
            return;
        }
    }
}

static void read_of(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->end;
    quantity->of_end = quantity->end;
    bool shares = quantity->kind == KIND_PERCENT || (quantity->kind == KIND_RATIO && quantity->number.fraction);
    if (!shares)
        return;
    size_t noun = 0;
    if (token_is(tokens, i, "of"))
        noun = i + 1;
    else if (quantity->kind == KIND_RATIO)
        noun = i; /* "half the budget", "one in five adults" */
    if (noun == 0) {
        carry_of(reading, quantity);
        return;
    }
    struct phrase phrase = noun_phrase(tokens, noun, false);
    if (token_is(tokens, phrase.end, "of") &&
        token_is_one_of(tokens, phrase.end - 1, "share number total value amount"))
        phrase = noun_phrase(tokens, phrase.end + 1, false);
    if (phrase.first == phrase.end)
        return;
    /* without a parser, the first plural ends the group: "a third of [voters] own a car" */
    for (size_t k = phrase.first; k < phrase.end; k++)
        if (noun_is_plural(tokens, k) && !token_flag(tokens, k + 1, TOKEN_SUFFIX) && !token_mark(tokens, k + 1, '-'))
            phrase.end = k + 1;
    quantity->of = phrase_text(tokens, phrase);
    quantity->of_end = phrase.end;
}

/* ---- when ---- */

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

static void read_concept(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    struct phrase subject = clause_subject(reading, quantity);
    struct phrase concept = concept_after(reading, quantity);
    quantity->subject = phrase_text(tokens, subject);
    quantity->concept = phrase_text(tokens, concept);
    if (!quantity->concept.ptr && quantity->of.ptr && quantity->kind == KIND_PERCENT)
    quantity->concept = quantity->of;
    if (!quantity->concept.ptr)
    quantity->concept = quantity->subject;
}

/* "the 26th meeting of the UDCG": what is ranked; "which began in February 2022": nothing. */
static void read_rank_concept(const struct reading *reading, struct quantity *quantity)
{
    struct phrase phrase = noun_phrase(&reading->tokens, quantity->end, false);
    quantity->concept = phrase_text(&reading->tokens, with_complements(&reading->tokens, phrase));
    quantity->of_end = quantity->end;
}

static bool has_relative_period(const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (relative_period_at(tokens, i) > 0)
            return true;
    return false;
}

void context_read(struct reading *reading)
{
    bool relative = reading->count > 0 && has_relative_period(&reading->tokens);
    for (size_t k = 0; k < reading->count; k++) {
        struct quantity *quantity = &reading->at[k];
        if (quantity->kind == KIND_RANK) {
            read_rank_concept(reading, quantity);
        } else if (quantity->kind == KIND_DATE) {
            quantity->subject = phrase_text(&reading->tokens, clause_subject(reading, quantity));
        } else {
            read_of(reading, quantity);
            read_concept(reading, quantity);
            read_period(reading, quantity);
            if (relative && !quantity->period.ptr)
                read_relative_period(reading, quantity);
        }
    }
}
