/* Speech: whether a verb states something, or only asks, wants, finds or adds it. */
#include "core/extract/speech.h"

#include "core/text/tag.h"

enum { SOURCE_TOKENS = 12 };

static bool is_passive(const struct tokens *tokens, size_t verb)
{
    return verb > 0 && token_is_one_of(tokens, verb - 1, "is are was were be been being reportedly to");
}

bool is_break(const struct tokens *tokens, size_t i)
{
    if (token_mark(tokens, i, '.') && i > 0 && token_has(tokens, i - 1, WORD_ABBREVIATION))
        return false;
    return token_kind_is(tokens, i, TOKEN_MARK) && !(token_glued(tokens, i) && token_glued(tokens, i + 1));
}

/* A clause follows, or a quotation: "that", a colon, quotation marks. */
static bool has_words_behind(const struct tokens *tokens, size_t verb)
{
    size_t next = verb + 1;
    return token_is(tokens, next, "that") || token_mark(tokens, next, ':') || token_flag(tokens, next, TOKEN_OPEN) ||
           (token_mark(tokens, next, ',') && token_flag(tokens, next + 1, TOKEN_OPEN));
}

/* "The study found", "figures showed": what can show a figure, where "thermometers" only do. */
static bool is_report(const struct tokens *tokens, size_t end)
{
    for (size_t i = end; i-- > 0 && end - i < SOURCE_TOKENS && !is_break(tokens, i);)
        if (token_is_one_of(tokens, i,
                            "report reports survey surveys study studies poll polls figures data census records record "
                            "document documents statistics results audit analysis review research inquiry auditors "
                            "investigators inspector inspectors researchers scientists estimates numbers index"))
            return true;
    return false;
}

/* "claim [40,000 workers went on strike]", but not "claimed 40 lives" */
static bool has_clause_behind(const struct tokens *tokens, size_t i)
{
    for (; i < tokens->count && !is_break(tokens, i); i++)
        if (token_part_is(tokens, i, PART_VERB) || token_part_is(tokens, i, PART_AUXILIARY) ||
            token_part_is(tokens, i, PART_PARTICIPLE))
            return true;
    return false;
}

/* "asked for", "demanded 40 bitcoin", "expect to bring in", "found work", "claimed 40 lives": they state no figure. */
static bool states_something(const struct reading *reading, size_t verb)
{
    const struct tokens *tokens = &reading->tokens;
    size_t next = verb + 1;
    bool inverted = verb > 0 && (token_flag(tokens, verb - 1, TOKEN_CLOSE) ||
                                 (token_mark(tokens, verb - 1, ',') && token_flag(tokens, verb - 2, TOKEN_CLOSE)));
    bool closes = next >= tokens->count || is_break(tokens, next);
    if (has_words_behind(tokens, verb))
        return true;
    if (token_is_one_of(tokens, verb, "found finds showed shows revealed reveals"))
        return closes || is_report(tokens, verb);
    if (token_is_one_of(tokens, verb, "asked asks ask demanded demands wrote writes added adds"))
        return closes || inverted ||
               (token_is_one_of(tokens, verb, "asked asks ask") && token_is(tokens, verb - 1, "he"));
    if (token_is_one_of(tokens, verb, "called calls"))
        return token_is_one_of(tokens, next, "on for");
    if (token_is_one_of(tokens, next, "by from for under of")) /* "the sum reported by", "recommended for repeal" */
        return token_is_one_of(tokens, verb, "warned warns warn told") || closes;
    if (token_is_one_of(tokens, verb, "expects expect"))
        return !token_is(tokens, next, "to");
    if (token_is_one_of(tokens, verb, "claims claim claimed saying adding arguing warning claiming noting"))
        return !reading->taken || !reading->taken[next] || has_clause_behind(tokens, next);
    return !(token_is(tokens, verb, "states") && !closes);
}

/* "put the bill at $1.9 billion", "puts its cost at" */
static bool puts_figure(const struct reading *reading, size_t i)
{
    enum { REACH = 8 };
    const struct tokens *tokens = &reading->tokens;
    if (!token_is_one_of(tokens, i, "put puts") || !token_part_is(tokens, i, PART_VERB) || !reading->taken)
        return false;
    for (size_t k = i + 2; k < i + REACH && k + 1 < tokens->count && !is_break(tokens, k); k++)
        if (token_is(tokens, k, "at"))
            return reading->taken[k + 1] || reading->taken[k + 2];
    return false;
}

/* "…, saying demand had grown": the subject of the clause before says it. */
bool is_saying_too(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    return i > 0 && token_mark(tokens, i - 1, ',') &&
           token_is_one_of(tokens, i, "saying adding arguing warning claiming noting") && states_something(reading, i);
}

bool is_speech(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    if (reading->quoted[i])
        return false;
    if (puts_figure(reading, i) || is_saying_too(reading, i))
        return true;
    if (!token_has(tokens, i, WORD_SAYING) || is_passive(tokens, i))
        return false;
    if (token_is_one_of(tokens, i, "estimates estimate") && token_part_is(tokens, i + 1, PART_AUXILIARY))
        return true; /* "which the ministry estimates will raise" */
    bool always = token_is_one_of(tokens, i, "said says say told tell tells warned announced reckon reckons") &&
                  !token_part_is(tokens, i - 1, PART_DETERMINER);
    always |= token_is_one_of(tokens, i, "claim claims") && token_part_is(tokens, i - 1, PART_NOUN) && reading->taken &&
              reading->taken[i + 1]; /* states_something() wants a clause behind the figure */
    bool broken = i == 0 || token_kind_is(tokens, i - 1, TOKEN_MARK);
    bool verb = token_part_is(tokens, i, PART_VERB) || always || (token_part_is(tokens, i, PART_PARTICIPLE) && broken);
    return verb && states_something(reading, i);
}
