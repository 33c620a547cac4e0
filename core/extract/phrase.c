/* Finding noun phrases, verbs and their subjects in a sentence's tokens. */
#include "core/extract/phrase.h"

struct str phrase_text(const struct tokens *tokens, struct phrase phrase)
{
    return phrase.first < phrase.end ? tokens_text(tokens, phrase.first, phrase.end) : STR_NULL;
}

/*
 * A participle or past form that the lexicon does not list: "-ed" that describes no noun after it ("on imported vehicles",
 * "the dried products").
 */
static bool is_ed_verb(const struct tokens *tokens, size_t i)
{
    struct str text = token_text(tokens, i);
    if (!token_kind_is(tokens, i, TOKEN_WORD) || text.len < 5 || !str_ends(text, STR("ed")) ||
        token_flag(tokens, i, TOKEN_CAPITAL) || token_mark(tokens, i - 1, '-'))
        return false;
    bool led = i > 0 && token_has(tokens, i - 1, WORD_DETERMINER | WORD_PREPOSITION);
    const uint32_t small =
        WORD_PREPOSITION | WORD_DETERMINER | WORD_CONJUNCTION | WORD_PRONOUN | WORD_ADVERB | WORD_SUBORDINATOR;
    return !led || !token_kind_is(tokens, i + 1, TOKEN_WORD) || token_has(tokens, i + 1, small);
}

/* "is eliminating", ", shaving 10 seconds off": a form in -ing that carries a clause. */
static bool is_participle(const struct tokens *tokens, size_t i)
{
    struct str text = token_text(tokens, i);
    if (i == 0 || text.len < 6 || !str_ends(text, STR("ing")) || !token_kind_is(tokens, i, TOKEN_WORD))
        return false;
    return token_has(tokens, i - 1, WORD_AUXILIARY) ||
           (token_mark(tokens, i - 1, ',') && !token_is(tokens, i, "including"));
}

static bool is_relative(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(tokens, i, "which that who");
}

static bool is_verb(const struct tokens *tokens, size_t i)
{
    if (token_flag(tokens, i, TOKEN_SUFFIX))
        return token_has(tokens, i, WORD_AUXILIARY); /* "they'll" */
    if (token_flag(tokens, i, TOKEN_CAPITAL) && i > 0)
        return false; /* "the United States", "May" */
    if (token_is(tokens, i, "states"))
        return token_is(tokens, i + 1, "that");
    if (token_has(tokens, i, WORD_AUXILIARY | WORD_SAYING))
        return true;
    if (token_has(tokens, i, WORD_VERB | WORD_UP | WORD_DOWN)) {
        /* nouns of the same form: "a rise", "the cost of", "its spending" */
        bool noun =
            i > 0 && ((token_has(tokens, i - 1, WORD_DETERMINER | WORD_ORDINAL) && !is_relative(tokens, i - 1)) ||
                      token_mark(tokens, i - 1, '-'));
        noun = noun || (i > 0 && token_has(tokens, i + 1, WORD_AUXILIARY) &&
                        !token_has(tokens, i - 1, WORD_PRONOUN)); /* "average pay was" */
        bool adverb = token_has(tokens, i, WORD_PREPOSITION | WORD_ADVERB) && !token_is_one_of(tokens, i, "including");
        bool gerund = str_ends(token_text(tokens, i), STR("ing")) && !is_participle(tokens, i);
        bool of = token_is(tokens, i + 1, "of");
        return !noun && !adverb && !gerund && !of;
    }
    return is_ed_verb(tokens, i) || is_participle(tokens, i);
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

/* Adverbs that are adjectives before a noun: "combined output", "total cost", "annual budget". */
static bool is_adjective_here(const struct tokens *tokens, size_t i)
{
    const uint32_t small =
        WORD_PREPOSITION | WORD_DETERMINER | WORD_CONJUNCTION | WORD_PRONOUN | WORD_AUXILIARY | WORD_SUBORDINATOR;
    return token_is_one_of(
               tokens, i,
               "combined total overall daily weekly monthly yearly quarterly long old high deep early online") &&
           token_kind_is(tokens, i + 1, TOKEN_WORD) && !token_has(tokens, i + 1, small) && !is_verb(tokens, i + 1);
}

static bool is_phrase_end(const struct tokens *tokens, size_t i)
{
    if (i >= tokens->count)
        return true;
    if (token_kind_is(tokens, i, TOKEN_MARK))
        return !(token_mark(tokens, i, '-') && token_glued(tokens, i) && token_glued(tokens, i + 1)) &&
               !(token_mark(tokens, i, '.') && token_glued(tokens, i + 1) && token_glued(tokens, i));
    if (token_kind_is(tokens, i, TOKEN_SYMBOL))
        return !token_mark(tokens, i, '&');
    if (token_flag(tokens, i, TOKEN_SUFFIX))
        return token_has(tokens, i, WORD_AUXILIARY);
    bool compound = token_mark(tokens, i + 1, '-') && token_glued(tokens, i + 1) && token_glued(tokens, i + 2);
    if (compound || is_adjective_here(tokens, i))
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
struct phrase noun_phrase(const struct tokens *tokens, size_t i, bool keep_determiner)
{
    size_t noun = skip_determiners(tokens, i), end = noun;
    while (!is_phrase_end(tokens, end) &&
           !(token_kind_is(tokens, end, TOKEN_NUMBER) && end > noun && !token_glued(tokens, end)))
        end++;
    struct phrase phrase = {keep_determiner ? i : noun, end};
    if (end == noun)
        phrase.first = phrase.end = i;
    return phrase;
}

/* "tax [on imported vehicles]", "share [of the vote in Ohio]": prepositional phrases that belong to a noun phrase. */
struct phrase with_complements(const struct tokens *tokens, struct phrase phrase)
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

static bool stops_subject(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    if (token_mark(tokens, i, ',') || token_mark(tokens, i, '(') || token_mark(tokens, i, ')') || is_barrier(tokens, i))
        return true;
    if (token_mark(tokens, i, '-') && !token_glued(tokens, i))
        return true;
    if (token_has(tokens, i, WORD_SUBORDINATOR) && !token_has(tokens, i, WORD_PREPOSITION))
        return true;
    return token_is_one_of(tokens, i, "but as since until before after while than nor yet") || is_verb(tokens, i);
}

/* The token after the time that begins at token i ("2018", "the last three months", "this year", "Tuesday"), or i. */
static size_t skip_time(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    size_t at = i;
    while (token_is_one_of(tokens, at, "the last past next this previous every"))
        at++;
    if (token_has(tokens, at, WORD_WEEKDAY))
        return at + 1;
    if (at > i && token_is_one_of(tokens, at, "year years month months week weeks quarter decade century"))
        return at + 1;
    for (size_t k = 0; k < reading->count; k++)
        if (reading->at[k].first == at &&
            (reading->at[k].kind == KIND_DATE || (at > i && reading->at[k].kind == KIND_DURATION)))
            return reading->at[k].end;
    return i;
}

/* "[78 per cent of the] deal": a share that leads into the phrase is a figure of its own. */
static size_t skip_share(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    for (size_t k = 0; k < reading->count; k++) {
        const struct quantity *share = &reading->at[k];
        bool fits = share->kind == KIND_PERCENT || share->kind == KIND_RATIO;
        if (fits && share->first == i && token_is(tokens, share->end, "of"))
            return share->end + 1;
    }
    return i;
}

/* Drops what cannot begin a subject: conjunctions, adverbs, times ("In 2018", "Last year"), shares. */
static size_t trim_start(const struct reading *reading, size_t first, size_t end)
{
    const struct tokens *tokens = &reading->tokens;
    for (size_t before = end; first < end && before != first;) {
        before = first;
        while (first < end && (token_has(tokens, first, WORD_CONJUNCTION | WORD_PREPOSITION) ||
                               token_kind_is(tokens, first, TOKEN_MARK) ||
                               (token_has(tokens, first, WORD_ADVERB) && !token_has(tokens, first, WORD_DETERMINER)) ||
                               token_kind_is(tokens, first, TOKEN_SYMBOL)))
            first++;
        size_t past = skip_time(reading, skip_share(reading, first));
        first = past < end ? past : first;
    }
    return first;
}

static bool is_time_noun(const struct tokens *tokens, size_t i)
{
    return token_has(tokens, i, WORD_WEEKDAY) ||
           token_is_one_of(tokens, i, "year years month months week weeks day days quarter decade century time period");
}

/* Drops what tells when: "Dell [on Monday]", "revenue [in the quarter]", "BOEM [officially]". */
static size_t trim_end(const struct tokens *tokens, size_t first, size_t end)
{
    while (end > first + 1) {
        size_t last = end - 1;
        bool manner = str_ends(token_text(tokens, last), STR("ly")) && !token_flag(tokens, last, TOKEN_CAPITAL);
        if (manner || (token_has(tokens, last, WORD_ADVERB) && !token_has(tokens, last, WORD_DETERMINER))) {
            end = last;
            continue;
        }
        if (!is_time_noun(tokens, last))
            break;
        size_t i = last;
        while (i > first && !token_has(tokens, i, WORD_PREPOSITION) && last - i < 3)
            i--;
        if (i == first || !token_has(tokens, i, WORD_PREPOSITION) || token_is(tokens, i, "of"))
            break;
        end = i;
    }
    return end;
}

/* A subject does not reach back over a figure of the clause before: "rose 4 percent and [rye] fell". */
static bool parts_figure(const struct reading *reading, size_t first)
{
    return reading->taken[first - 1] &&
           (token_has(&reading->tokens, first, WORD_CONJUNCTION) || token_kind_is(&reading->tokens, first, TOKEN_MARK));
}

static struct phrase phrase_before(const struct reading *reading, size_t end)
{
    size_t first = end;
    while (first > 0 && !stops_subject(reading, first - 1) && !parts_figure(reading, first))
        first--;
    first = trim_start(reading, first, end);
    return (struct phrase){first, trim_end(&reading->tokens, first, end)};
}

/* "lower", "up to", "at least" are no part of it: the noun phrase that ends right before token `end`. */
struct phrase noun_phrase_before(const struct reading *reading, size_t end)
{
    const struct tokens *tokens = &reading->tokens;
    size_t first = end;
    while (first > 0 && !is_phrase_end(tokens, first - 1) && !reading->taken[first - 1] &&
           !token_has(tokens, first - 1, WORD_DETERMINER))
        first--;
    if (first > 0 && first < end && token_is(tokens, first - 1, "of")) { /* "the price of oil" */
        size_t head = first - 1;
        while (head > 0 && !is_phrase_end(tokens, head - 1) && !reading->taken[head - 1] &&
               !token_has(tokens, head - 1, WORD_DETERMINER))
            head--;
        if (head < first - 1)
            first = head;
    }
    while (first < end && (token_has(tokens, first, WORD_DETERMINER) || token_kind_is(tokens, first, TOKEN_MARK)))
        first++;
    return (struct phrase){first, end};
}

/* Where the verb group that v belongs to begins: "has [also] been cut", "is expected to". */
static size_t verb_group_start(const struct tokens *tokens, size_t v)
{
    while (v > 0) {
        if (v >= 2 && token_is(tokens, v - 1, "than") && token_is_one_of(tokens, v - 2, "more less")) {
            v -= 2; /* "net profit more than doubled" */
            continue;
        }
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
    if (end >= 2 && is_relative(tokens, end - 1)) {
        size_t noun = token_mark(tokens, end - 2, ',') ? end - 2 : end - 1;
        return phrase_before(reading, noun);
    }
    size_t main_verb;
    if (token_mark(tokens, end - 1, ',') && is_participle(tokens, v) && verb_before(tokens, end - 1, &main_verb))
        return subject_of(reading, main_verb, depth + 1);
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
    if (phrase.end == phrase.first + 1 &&
        (str_ends(token_text(tokens, phrase.first), STR("ly")) ||
         token_is_one_of(
             tokens, phrase.first,
             "right better best worse worst true early late top good bad new old past last exclusive happier")))
        return true;
    if (token_is_one_of(tokens, phrase.first, "exclusive ending"))
        return true;
    if (phrase.end - phrase.first > 1)
        return token_has(tokens, phrase.first, WORD_PRONOUN) && !token_has(tokens, phrase.first, WORD_DETERMINER);
    return token_has(tokens, phrase.first, WORD_PRONOUN | WORD_DETERMINER | WORD_ADVERB) ||
           token_is(tokens, phrase.first, "there");
}

bool has_verb_before(const struct reading *reading, size_t end)
{
    size_t v;
    return verb_before(&reading->tokens, end, &v);
}

struct phrase clause_subject(const struct reading *reading, const struct quantity *quantity)
{
    size_t v = quantity->core;
    const struct phrase none = {0, 0};
    bool is_the_verb = quantity->core < reading->tokens.count &&
                       token_has(&reading->tokens, quantity->core, WORD_MULTIPLE); /* "doubled" */
    if (!is_the_verb && !verb_before(&reading->tokens, quantity->first, &v))
        return none;
    struct phrase phrase = subject_of(reading, v, 0);
    return is_empty_subject(&reading->tokens, phrase) ? none : phrase;
}
