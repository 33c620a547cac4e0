/* Clauses: verbs, where a clause begins, and what prepositional phrases and times stand in it. */
#include "core/extract/clause.h"

#include "core/text/tag.h"

static const struct phrase no_phrase = {0, 0};

bool is_relative_pronoun(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(tokens, i, "which that who");
}

bool verb_before(const struct tokens *tokens, size_t i, size_t *ret)
{
    const struct token *token = tokens->at + i;
    while (token-- > tokens->at && !(token->kind == TOKEN_MARK && is_barrier_mark(token))) {
        if (verb_parts >> token->part & 1) {
            *ret = (size_t)(token - tokens->at);
            return true;
        }
    }
    return false;
}

size_t verb_group_start(const struct tokens *tokens, size_t v)
{
    while (v > 0) {
        if (v >= 2 && token_is(tokens, v - 1, "than") && token_is_one_of(tokens, v - 2, "more less")) {
            v -= 2; /* "net profit more than doubled" */
            continue;
        }
        bool small = token_part_is(tokens, v - 1, PART_AUXILIARY) || token_has(tokens, v - 1, WORD_NEGATION) ||
                     token_part_is(tokens, v - 1, PART_ADVERB);
        if (!small)
            break;
        v--;
    }
    return v;
}

/* "the pound going to $1": a phrase that is a figure throughout has none. */
bool is_figure_only(const struct reading *reading, struct phrase phrase)
{
    const struct tokens *tokens = &reading->tokens;
    while (phrase.first < phrase.end &&
           (reading->taken[phrase.first] || token_part_is(tokens, phrase.first, PART_DETERMINER) ||
            token_part_is(tokens, phrase.first, PART_NUMBER) || is_time_noun(tokens, phrase.first) ||
            (token_is_one_of(tokens, phrase.first, "sum total") && token_is(tokens, phrase.first + 1, "of")) ||
            (phrase.first > 0 && token_is(tokens, phrase.first, "of") &&
             token_is_one_of(tokens, phrase.first - 1, "sum total"))))
        phrase.first++;
    return phrase.first == phrase.end;
}

/* The token after the date at token i, or i. */
static size_t skip_date(const struct reading *reading, size_t i)
{
    for (size_t k = 0; k < reading->count; k++)
        if (reading->at[k].first == i && reading->at[k].kind == KIND_DATE)
            return reading->at[k].end;
    return i;
}

/* The token after the time that begins at token i ("2018", "the last three months", "this year", "Tuesday"), or i. */
size_t skip_time(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    size_t at = i;
    while (token_is_one_of(tokens, at,
                           "the same last past next this previous every current present coming fiscal calendar"))
        at++;
    if (token_has(tokens, at, WORD_WEEKDAY))
        return at + 1;
    if (at > i && is_time_noun(tokens, at) && !token_is(tokens, at + 1, "of"))
        return skip_date(reading, at + 1);
    if (token_has(tokens, at, WORD_MONTH) && token_part_is(tokens, at + 1, PART_DETERMINER))
        return at + 1; /* "From April the minimum wage" */
    for (size_t k = 0; k < reading->count; k++) {
        const struct quantity *time = &reading->at[k];
        if (time->first == at &&
            (time->kind == KIND_DATE || (at > i && time->kind == KIND_DURATION && !time->hyphenated)))
            return time->end;
    }
    return i;
}

/* The preposition that governs the phrase ("the debt [of] the States"): where it stands, or `none`. */
size_t governor(const struct reading *reading, struct phrase phrase, size_t none)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = phrase.first;
    while (i > 0 && (token_part_is(tokens, i - 1, PART_DETERMINER) || token_part_is(tokens, i - 1, PART_ADVERB)))
        i--;
    if (i == 0 || !token_part_is(tokens, i - 1, PART_PREPOSITION) || reading->taken[i - 1] ||
        (i > 1 && reading->taken[i - 2] && token_is(tokens, i - 1, "of"))) /* "a third of [the debt]" */
        return none;
    size_t verb;
    bool opens = i == 1 || token_mark(tokens, i - 2, ',') || is_barrier(tokens, i - 2);
    bool joins = token_is_one_of(tokens, i - 1, "as after before since until") || /* "fell 4% as [Sony] lost 2%" */
                 (opens && token_is_one_of(tokens, i - 1, "for than") && verb_before(tokens, i - 1, &verb));
    return joins ? none : i - 1;
}

/* A verb that has a subject of its own: no infinitive, and nothing that hangs on a noun ("the sum [required] to be paid"). */
static bool is_finite(const struct tokens *tokens, size_t i)
{
    if (!token_part_is(tokens, i, PART_VERB) && !token_part_is(tokens, i, PART_AUXILIARY))
        return false;
    size_t group = verb_group_start(tokens, i);
    return group == 0 || !token_is(tokens, group - 1, "to");
}

/* "the savings [we propose]": a relative clause without a word for it. */
static bool is_plain_relative(const struct tokens *tokens, size_t verb)
{
    size_t group = verb_group_start(tokens, verb);
    return group > 1 && token_is_one_of(tokens, group - 1, "i we you he she they it") &&
           token_part_is(tokens, group - 2, PART_NOUN);
}

/* Where the clause that goes on at token `end` begins; a relative clause inside it is passed over. */
static size_t clause_start(const struct tokens *tokens, size_t end)
{
    size_t i = end, verb = 0;
    while (i > 0 && !is_barrier(tokens, i - 1)) {
        if (is_relative_pronoun(tokens, i - 1) && verb > 0)
            verb = 0; /* "the sums [which I am recommending] for" */
        else if (token_part_is(tokens, i - 1, PART_SUBORDINATOR) || token_mark(tokens, i - 1, ')'))
            break;
        else if (is_finite(tokens, i - 1) && verb == 0 && !is_plain_relative(tokens, i - 1))
            verb = i;
        i--;
    }
    return verb > 0 ? verb : i;
}

/* The first noun phrase between two tokens that nothing governs. */
static struct phrase free_phrase(const struct reading *reading, size_t i, size_t end)
{
    const struct tokens *tokens = &reading->tokens;
    while (i < end) {
        size_t time = skip_time(reading, i);
        if (token_part_is(tokens, i, PART_PREPOSITION) && !reading->taken[i]) {
            size_t past = skip_time(reading, i + 1);
            i = past > i + 1 ? past : noun_phrase(tokens, i + 1, false).end;
            continue;
        }
        struct phrase phrase = noun_phrase(tokens, i, true);
        if (time > i || phrase.first == phrase.end || is_figure_only(reading, phrase)) {
            i = time > i ? time : phrase.end > i ? phrase.end : i + 1;
            continue;
        }
        return with_complements(reading, phrase);
    }
    return no_phrase;
}

/* "[The debt], including notes, on the first of May was": what the clause that goes on at token `end` begins with. */
struct phrase first_free(const struct reading *reading, size_t end)
{
    const struct tokens *tokens = &reading->tokens;
    for (size_t at = end; at > 0;) {
        size_t i = clause_start(tokens, at);
        bool verb = i > 0 && is_finite(tokens, i - 1);
        struct phrase phrase = free_phrase(reading, i, end);
        if (!verb || phrase.first < phrase.end)
            return phrase;
        at = i - 1; /* "the lands [sold], located under warrants, were": it hangs on them */
        size_t group = verb_group_start(tokens, at);
        for (size_t k = group; k < i; k++)
            if (token_part_is(tokens, k, PART_AUXILIARY))
                return no_phrase;
        at = group;
    }
    return no_phrase;
}

/* ---- chains of prepositional phrases ---- */

/* Nouns that name an amount, and so are what a figure tells: "a [surplus] of receipts over expenditures of $32 million". */
static bool names_amount(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(
        tokens, i,
        "increase decrease reduction rise fall drop gain growth decline surplus deficit deficiency "
        "excess balance expenditure expenditures outlay outlays spending revenue revenues receipts "
        "income earnings wage wages profit profits loss losses cost costs expense expenses price prices value "
        "worth debt debts appropriation appropriations budget payment payments savings saving tax "
        "taxes duty duties bounty fee fine salary pension award loan fund reserve capital sales "
        "exports imports population area length depth height width weight distance speed capacity "
        "tonnage production output crop yield circulation rate estimate investment subsidy grant");
}

/* Where the phrase before the preposition at token i ends, past a time that stands between: "costs [in 1900] of". */
static size_t before_times(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    for (size_t k = reading->count; k-- > 0;) {
        const struct quantity *time = &reading->at[k];
        bool when = time->kind == KIND_DATE || time->kind == KIND_DURATION;
        if (when && time->end == i && time->first > 1 && token_part_is(tokens, time->first - 1, PART_PREPOSITION))
            return time->first - 1;
    }
    return i;
}

struct phrase chain_before(const struct reading *reading, size_t end, bool any)
{
    enum { LINKS = 5 };
    const struct tokens *tokens = &reading->tokens;
    const size_t none = tokens->count;
    struct phrase last = noun_phrase_before(reading, before_times(reading, end)), link = last, best = {0, 0};
    if (last.first == last.end)
        return no_phrase;
    for (int k = 0; k < LINKS && link.first < link.end; k++) {
        struct phrase head = noun_phrase(tokens, link.first, false);
        if (head.end <= end && (any || names_amount(tokens, head.end - 1)))
            best = head;
        size_t of = governor(reading, link, none);
        if (of == none || token_is_one_of(tokens, of, "including excluding by"))
            break;
        link = noun_phrase_before(reading, before_times(reading, of));
    }
    if (best.first == best.end)
        return last.end == end && !token_flag(tokens, last.end - 1, TOKEN_CAPITAL) ? last : best;
    struct phrase whole = with_complements(reading, best);
    return whole.end <= end ? whole : best;
}
