/* Subjects: whose a figure is, by the nearest verb to its left that has one. */
#include "core/extract/clause.h"
#include "core/text/tag.h"

enum { CLAUSES = 5 }; /* how many verbs a search for a subject passes over */

static const struct phrase no_phrase = {0, 0};

/* Whether a verb stands between token i and where its clause begins. */
static bool clause_has_verb(const struct tokens *tokens, size_t i)
{
    while (i-- > 0 && !token_mark(tokens, i, ',') && !is_barrier(tokens, i) &&
           !token_part_is(tokens, i, PART_SUBORDINATOR))
        if (is_verb(tokens, i))
            return true;
    return false;
}

static bool mark_stops_subject(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    switch (tokens->at[i].mark) {
    case ',':
    case '(':
    case ')':
        return true;
    case '-':
        return !token_joins(tokens, i) && !reading->taken[i];
    default:
        return is_barrier(tokens, i);
    }
}

static bool stops_subject(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    if (token_kind_is(tokens, i, TOKEN_MARK))
        return mark_stops_subject(reading, i);
    if (token_part_in(tokens, i, verb_parts | PART_BIT(PART_SUBORDINATOR)))
        return true;
    if (!token_is_one_of(tokens, i, "since until before after but as while than nor yet whose"))
        return false;
    bool leads =
        token_is_one_of(tokens, i, "since until before after"); /* "sales since May have …", "rose after Greece …" */
    return !leads || i == 0 || !token_part_is(tokens, i - 1, PART_NOUN) || clause_has_verb(tokens, i);
}

/* "[78 per cent of the] deal": a share that leads into the phrase is a figure of its own. */
static size_t skip_share(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    for (size_t k = 0; k < reading->count; k++) {
        const struct quantity *share = &reading->at[k];
        bool fits = share->kind == KIND_PERCENT || share->kind == KIND_RATIO || share->kind == KIND_MEASURE;
        if (fits && share->first == i && token_is(tokens, share->end, "of"))
            return share->end + 1;
    }
    return i;
}

/* Drops what cannot begin a subject: conjunctions, adverbs, "your", times ("In 2018", "Last year"), shares. */
static size_t trim_start(const struct reading *reading, size_t first, size_t end)
{
    const struct tokens *tokens = &reading->tokens;
    for (size_t before = end; first < end && before != first;) {
        before = first;
        while (first < end &&
               (token_part_is(tokens, first, PART_CONJUNCTION) || token_part_is(tokens, first, PART_PREPOSITION) ||
                token_part_is(tokens, first, PART_ADVERB) || token_part_is(tokens, first, PART_NONE) ||
                token_part_is(tokens, first, PART_POSSESSIVE) || token_is_one_of(tokens, first, "your my")))
            first++;
        size_t past = skip_time(reading, skip_share(reading, first));
        first = past < end ? past : end;
    }
    return first;
}

/* Where the date that ends before token `end` begins, or `end`: "hogs [January 1]", "year ending [June 30]". */
static size_t date_start(const struct reading *reading, size_t end)
{
    for (size_t k = 0; k < reading->count; k++) {
        const struct quantity *date = &reading->at[k];
        bool last = date->end + 1 == end && token_is_one_of(&reading->tokens, date->end, "last next instant ultimo");
        if (date->kind != KIND_DATE || date->first >= end || (date->end < end && !last))
            continue;
        bool day = k > 0 && date[-1].kind == KIND_RANK && date[-1].end + 1 == date->first; /* "the 1st of July" */
        return day ? date[-1].first : date->first;
    }
    return end;
}

/* The preposition that leads to the time noun at token `last` ("[for] the last fiscal year"), or `last`. */
static size_t time_lead(const struct tokens *tokens, size_t first, size_t last)
{
    size_t i = last;
    while (i > first &&
           (token_part_is(tokens, i - 1, PART_DETERMINER) || token_part_is(tokens, i - 1, PART_ADJECTIVE) ||
            token_is_one_of(tokens, i - 1,
                            "fiscal calendar present current same last past next coming previous preceding")))
        i--;
    if (i > first + 1 && i < last && token_is_one_of(tokens, i, "next last this")) /* "the council [next year]" */
        return token_part_is(tokens, i - 1, PART_PREPOSITION) ? i - 1 : i;
    bool leads = i > first + 1 && token_part_is(tokens, i - 1, PART_PREPOSITION) && !token_is(tokens, i - 1, "of");
    return leads ? i - 1 : last;
}

/* Drops what tells when or how: "Dell [on Monday]", "revenue [in the quarter]", "BOEM [officially]". */
static size_t trim_end(const struct reading *reading, size_t first, size_t end)
{
    const struct tokens *tokens = &reading->tokens;
    while (end > first + 1) {
        size_t last = end - 1, date = date_start(reading, end);
        if (token_part_is(tokens, last, PART_ADVERB) || token_part_is(tokens, last, PART_PREPOSITION) ||
            token_part_is(tokens, last, PART_CONJUNCTION) || token_is_one_of(tokens, last, "ending ended"))
            end = last;
        else if (date < end && date > first && !token_is(tokens, date - 1, "of")) /* "the act of March 14" */
            end = date;
        else if (token_has(tokens, last, WORD_MONTH) && token_flag(tokens, last, TOKEN_CAPITAL))
            end = last; /* "homes in May", "Sergiu Tudose August 26" */
        else if (is_time_noun(tokens, last) && time_lead(tokens, first, last) < last)
            end = time_lead(tokens, first, last);
        else
            break;
    }
    return end;
}

/* A subject does not reach back over a figure of the clause before: "rose 4 percent and [rye] fell". */
static bool parts_figure(const struct reading *reading, size_t first)
{
    const struct tokens *tokens = &reading->tokens;
    if (!reading->taken[first - 1])
        return false;
    bool goes_on = reading->taken[first] || reading->taken[first + 1]; /* "seven women and five men" */
    return !goes_on && !token_glued(tokens, first) &&
           (token_part_is(tokens, first, PART_CONJUNCTION) || token_kind_is(tokens, first, TOKEN_MARK));
}

static size_t segment_start(const struct reading *reading, size_t end)
{
    size_t first = end;
    while (first > 0 && !stops_subject(reading, first - 1) && !parts_figure(reading, first))
        first--;
    return first;
}

/* Past the commas of a list: "[the cost of supplies, equipment,] and salaries is". */
static size_t phrase_start(const struct reading *reading, size_t end)
{
    enum { ITEMS = 16, WORDS = 3 };
    const struct tokens *tokens = &reading->tokens;
    size_t first = segment_start(reading, end), list = first;
    if (!token_part_is(tokens, first, PART_CONJUNCTION) || token_is(tokens, first, "but"))
        return first;
    for (int k = 0; k < ITEMS && list > 1 && token_mark(tokens, list - 1, ','); k++) {
        size_t item = segment_start(reading, list - 1);
        if (item + 1 >= list || !token_part_is(tokens, list - 2, PART_NOUN) || reading->taken[list - 2])
            return first;
        bool head = item == 0 || !token_mark(tokens, item - 1, ',');
        if (head)
            return k > 0 && !token_part_is(tokens, item, PART_PREPOSITION) ? item : first;
        if (list - 1 - item > WORDS)
            return first;
        list = item;
    }
    return first;
}

/* "During the test [the tram]", "To help the poor [the bank]": past what stands before and no comma closes. */
static size_t skip_lead(const struct reading *reading, size_t first, size_t end)
{
    const struct tokens *tokens = &reading->tokens;
    size_t start = first;
    bool governed = token_part_is(tokens, first, PART_PREPOSITION);
    for (size_t i = first + 1; i < end; i++)
        if ((token_is_one_of(tokens, i, "the a an this these his her its their our") ||
             (governed && reading->taken[i] && !reading->taken[i - 1])) &&
            (token_part_is(tokens, i - 1, PART_NOUN) || token_part_is(tokens, i - 1, PART_NUMBER) ||
             (reading->taken[i] && token_part_is(tokens, i - 1, PART_ADVERB))))
            start = i;
    return start;
}

/* What of the phrase between two tokens can be a subject. */
static struct phrase trimmed(const struct reading *reading, size_t start, size_t end)
{
    size_t first = trim_start(reading, skip_lead(reading, start, end), end);
    return (struct phrase){first, trim_end(reading, first, end)};
}

static struct phrase subject_of(const struct reading *reading, size_t v, int depth);
static struct phrase plain_subject(const struct reading *reading, size_t end, int depth);

/* The subject of the nearest verb before token `end` that has one; infinitives borrow theirs and are passed over. */
static struct phrase earlier_subject(const struct reading *reading, size_t end, int depth)
{
    const struct tokens *tokens = &reading->tokens;
    for (size_t v = end; depth < CLAUSES && verb_before(tokens, v, &v); depth++) {
        size_t group = verb_group_start(tokens, v);
        if (group > 1 && token_is(tokens, group - 1, "to") && !is_verb(tokens, group - 2))
            continue;
        if (group > 0 && token_mark(tokens, group - 1, ',') && token_part_is(tokens, v, PART_PARTICIPLE) &&
            str_ends(token_text(tokens, v), STR("ing")))
            continue; /* "output was 9 tons, amounting to 5 percent, and exports": only what stands there has it */
        struct phrase subject = subject_of(reading, v, depth + 1);
        if (!is_figure_only(reading, subject))
            return subject;
    }
    return no_phrase;
}

/* Nouns that an infinitive only unfolds: who has "plans to cut 500 jobs" cuts them. */
static bool unfolds(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(tokens, i,
                           "plan plans decision decisions effort efforts bid attempt attempts pledge pledges promise "
                           "promises proposal proposals agreement deal order ability chance right need move intention "
                           "contract offer power authority aim ambition commitment way time");
}

/*
 * The subject of the infinitive whose "to" is at token `to`: the noun phrase before it ("called on [NATO allies] to
 * spend"), or that of the verb before where the phrase is none of its own ("to announce [plans] to cut", "rose [4 percent]
 * to close at").
 */
static struct phrase infinitive_subject(const struct reading *reading, size_t to, int depth)
{
    const struct tokens *tokens = &reading->tokens;
    if (is_verb(tokens, to - 1))
        return subject_of(reading, to - 1, depth + 1);
    if (token_part_is(tokens, to - 1, PART_CONJUNCTION))
        return earlier_subject(reading, to - 1, depth);
    struct phrase object = trimmed(reading, phrase_start(reading, to), to);
    size_t by = governor(reading, object, tokens->count);
    if (token_is(tokens, by, "by") && by > 0 && is_verb(tokens, by - 1))
        return subject_of(reading, by - 1, depth + 1); /* "[the number] is reported by the office to be" */
    if (object.first == object.end || is_figure_only(reading, object) || unfolds(tokens, object.end - 1) ||
        reading->taken[to - 1])
        return earlier_subject(reading, to, depth);
    if (object.first > 0 &&
        token_is_one_of(tokens, object.first - 1, "is was are were becoming became becomes be been"))
        return subject_of(reading, object.first - 1, depth + 1);
    return token_part_is(tokens, object.end - 1, PART_PRONOUN) ? no_phrase : object;
}

/* The comma of "June 30, 1869". */
static bool inside_date(const struct reading *reading, size_t i)
{
    for (size_t k = 0; k < reading->count; k++)
        if (reading->at[k].kind == KIND_DATE && reading->at[k].first < i && i < reading->at[k].end)
            return true;
    return false;
}

/* "Tesla, which makes cars, [sold]", "peak oil (WTI) [rose]": the phrase before what stands between the marks. */
static struct phrase before_insertion(const struct reading *reading, size_t mark, int depth)
{
    const struct tokens *tokens = &reading->tokens;
    char open = token_mark(tokens, mark, ')') ? '(' : ',';
    size_t i = mark;
    while (i > 0 && (!token_mark(tokens, i - 1, open) || inside_date(reading, i - 1)) && !is_barrier(tokens, i - 1))
        i--;
    if (i <= 1 || !token_mark(tokens, i - 1, open))
        return no_phrase;
    bool past = str_ends(token_text(tokens, i), STR("ed")) ||
                (i < tokens->count && tokens->at[i].word && tokens->at[i].word->tag & TAG_PAST);
    if (token_part_is(tokens, i, PART_VERB) && !past &&
        depth < CLAUSES) /* "will cut taxes, [raise pensions], build roads" */
        return earlier_subject(reading, i, depth + 1);
    size_t first = phrase_start(reading, i - 1);
    first += token_part_is(tokens, first, PART_CONJUNCTION);
    bool aside = token_is_one_of(tokens, first,
                                 "including excluding exclusive inclusive less plus applicable payable due subject "
                                 "available necessary equal") &&
                 first > 0 &&
                 token_mark(tokens, first - 1, ','); /* "receipts, including loans, and excluding gifts, rose" */
    return aside && depth < CLAUSES ? before_insertion(reading, i - 1, depth + 1)
                                    : plain_subject(reading, i - 1, depth + 1);
}

/* "The firm [based] in London lost": the verb of a clause that only describes has no subject of its own to its right. */
static bool describes(const struct tokens *tokens, size_t v)
{
    return token_part_is(tokens, v, PART_PARTICIPLE) ||
           (token_part_is(tokens, v, PART_VERB) && v > 0 && token_part_is(tokens, v - 1, PART_NOUN));
}

/* "The alliance that they [launched] has helped": the noun that a relative clause before the verb hangs on. */
static struct phrase before_relative(const struct reading *reading, size_t end)
{
    const struct tokens *tokens = &reading->tokens;
    size_t first = phrase_start(reading, verb_group_start(tokens, end - 1));
    if (first < 2 || !is_relative_pronoun(tokens, first - 1))
        return no_phrase;
    return noun_phrase_before(reading, first - 1);
}

/* A phrase that a preposition governs is no subject; what stands before the prepositional phrases is. */
static struct phrase past_governed(const struct reading *reading, struct phrase phrase, size_t verb)
{
    const size_t none = reading->tokens.count;
    bool hangs = token_part_is(&reading->tokens, verb, PART_PARTICIPLE) ||
                 token_part_is(&reading->tokens, verb, PART_GERUND); /* "to people [earning] 75,000" */
    size_t at = hangs ? none : governor(reading, phrase, none);
    return at == none ? phrase : first_free(reading, at);
}

static struct phrase plain_subject(const struct reading *reading, size_t end, int depth)
{
    const struct tokens *tokens = &reading->tokens;
    if (token_part_is(tokens, end - 1, PART_PRONOUN)) {
        bool again = token_is_one_of(tokens, end - 1, "it they he she");
        return again ? earlier_subject(reading, end - 1, depth) : no_phrase;
    }
    size_t first = phrase_start(reading, end);
    struct phrase phrase = trimmed(reading, first, end);
    bool hangs =
        first > 0 && first < end && (token_part_is(tokens, first, PART_PREPOSITION) || is_figure_only(reading, phrase));
    if (hangs && describes(tokens, first - 1)) {
        struct phrase noun = before_relative(reading, first); /* "[the sums] that we ask for roads are" */
        if (noun.first < noun.end)
            return noun;
        noun = subject_of(reading, first - 1, depth + 1);
        return noun.first < noun.end ? past_governed(reading, noun, end) : noun;
    }
    if (hangs && first > 2 && is_relative_pronoun(tokens, first - 1) && token_is(tokens, first - 2, "of"))
        return noun_phrase_before(reading, first - 2); /* "the amount of which at that time was" */
    bool finite = token_part_is(tokens, end, PART_AUXILIARY) || token_mark(tokens, end, ',') ||
                  str_ends(token_text(tokens, end), STR("s")) || str_ends(token_text(tokens, end), STR("ed"));
    if (finite && first > 2 && token_part_is(tokens, first - 1, PART_VERB) && phrase.first < phrase.end) {
        size_t to = verb_group_start(tokens, first - 1); /* "the number needed to fill [the ship] is" */
        bool infinitive = to > 1 && token_is(tokens, to - 1, "to") && !token_mark(tokens, to - 2, ',');
        struct phrase noun = infinitive ? first_free(reading, to - 1) : (struct phrase){0, 0};
        if (noun.first < noun.end)
            return noun;
    }
    for (size_t i = phrase.first + 1; i < phrase.end; i++)
        if (token_is(tokens, i, "worth") && reading->taken[i + 1])
            phrase.end = i; /* "the market [worth over 2 billion] is growing" */
    if (phrase.first < phrase.end)
        return past_governed(reading, phrase, end);
    if (token_part_is(tokens, first, PART_PREPOSITION)) { /* "the trade (imports and exports) [in the last year] was" */
        phrase = first_free(reading, first);
        if (phrase.first < phrase.end)
            return phrase;
    }
    struct phrase noun = is_verb(tokens, end - 1) ? before_relative(reading, end) : no_phrase;
    return noun.first < noun.end ? noun : earlier_subject(reading, end, depth);
}

/* The subject of the verb at v. */
static struct phrase subject_of(const struct reading *reading, size_t v, int depth)
{
    const struct tokens *tokens = &reading->tokens;
    size_t end = verb_group_start(tokens, v);
    if (end == 0 || depth >= CLAUSES)
        return no_phrase;
    size_t left = end - 1;
    if (token_is(tokens, left, "to") && left > 0)
        return infinitive_subject(reading, left, depth);
    if (is_relative_pronoun(tokens, left) && left > 0) {
        struct phrase noun = noun_phrase_before(reading, token_mark(tokens, left - 1, ',') ? left - 1 : left);
        noun.first -= noun.first > 0 && token_part_is(tokens, noun.first - 1, PART_DETERMINER);
        return noun;
    }
    if (token_mark(tokens, left, ')'))
        return before_insertion(reading, left, depth);
    if (token_mark(tokens, left, ',')) {
        size_t date = date_start(reading, left);
        bool named = date > 1 && token_is(tokens, date - 1, "of") && !is_time_noun(tokens, date - 2); /* "the act of" */
        if (date > 0 && date < left && !named && !token_mark(tokens, date - 1, ',') && inside_date(reading, left - 2))
            return plain_subject(reading, date, depth); /* "the balance on July 1, 1883[,] was" */
        if (token_is_one_of(tokens, v,
                            "ranging starting costing amounting totaling totalling numbering averaging valued"))
            return plain_subject(reading, left, depth + 1);
        bool hangs = token_part_is(tokens, v, PART_PARTICIPLE) || token_is_one_of(tokens, end, "having being");
        struct phrase inserted = hangs ? no_phrase : before_insertion(reading, left, depth);
        if (inserted.first < inserted.end)
            return inserted;
        struct phrase earlier = earlier_subject(reading, left, depth);
        return earlier.first < earlier.end ? earlier : before_insertion(reading, left, depth);
    }
    if (token_is_one_of(tokens, left, "and or but") && left > 0) /* "to hire or train", "rose in May and fell" */
        return token_part_is(tokens, left - 1, PART_VERB) ? subject_of(reading, left - 1, depth + 1)
                                                          : earlier_subject(reading, left, depth);
    return plain_subject(reading, end, depth);
}

/* "over 400 companies", "a 60-year-old": a figure that names those it counts. */
static bool names_counted(const struct reading *reading, struct phrase phrase)
{
    for (size_t k = 0; k < reading->count; k++) {
        const struct quantity *figure = &reading->at[k];
        bool counts = (figure->kind == KIND_COUNT && figure->unit.ptr) || figure->kind == KIND_AGE;
        if (counts && figure->first < phrase.end && figure->end > phrase.first)
            return true;
    }
    return false;
}

/* "[$2 billion] in new spending", "[93.0] from each pound": another figure is no subject. */
static bool begins_with_amount(const struct reading *reading, struct phrase phrase)
{
    for (size_t k = 0; k < reading->count; k++) {
        const struct quantity *figure = &reading->at[k];
        bool amount = figure->kind == KIND_MONEY || figure->kind == KIND_PERCENT || quantity_is_bare(figure);
        if (amount && figure->first <= phrase.first && phrase.first < figure->end && figure->end < phrase.end &&
            token_part_is(&reading->tokens, figure->end, PART_PREPOSITION))
            return true;
    }
    return false;
}

static bool is_empty_subject(const struct reading *reading, struct phrase phrase)
{
    const struct tokens *tokens = &reading->tokens;
    if (token_part_is(tokens, phrase.first, PART_PRONOUN) && phrase.end > phrase.first + 1)
        return true; /* "acquaint [you with an arrangement]" */
    if (begins_with_amount(reading, phrase))
        return true;
    if (is_figure_only(reading, phrase) && !names_counted(reading, phrase))
        return true;
    for (size_t i = phrase.first; i < phrase.end; i++)
        if (token_is_one_of(tokens, i, "what etc"))
            return true;
    for (size_t i = phrase.first; i < phrase.end; i++)
        if (token_part_is(tokens, i, PART_NOUN) && !is_time_noun(tokens, i))
            return token_is_one_of(tokens, phrase.first, "exclusive ending right true bad past according last next") ||
                   token_part_is(tokens, phrase.end - 1, PART_DETERMINER);
    return phrase.first >= phrase.end || phrase.end == phrase.first + 1;
}

struct phrase clause_subject(const struct reading *reading, const struct quantity *quantity, struct verb_subject *last)
{
    const struct tokens *tokens = &reading->tokens;
    size_t v = quantity->core;
    bool is_the_verb = token_has(tokens, v, WORD_MULTIPLE); /* "doubled" */
    if (token_part_is(tokens, quantity->first, PART_VERB) && quantity->first < quantity->core) {
        is_the_verb = true; /* "the balance [exceeded $9 million]" */
        v = quantity->first;
    }
    if (!is_the_verb && !verb_before(tokens, quantity->first, &v))
        return no_phrase;
    if (last->verb_end != v + 1) {
        last->verb_end = v + 1;
        last->phrase = subject_of(reading, v, 0);
        last->empty = is_empty_subject(reading, last->phrase);
    }
    size_t end = last->phrase.end;
    if (end + 1 == quantity->first && token_mark(tokens, end, ',') && is_figure_only(reading, last->phrase))
        return no_phrase; /* "[1 cruiser], 11 torpedo boats" */
    return last->empty ? no_phrase : last->phrase;
}
