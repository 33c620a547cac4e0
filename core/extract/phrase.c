/* Finding noun phrases in a sentence's tokens. */
#include "core/extract/phrase.h"

#include "core/text/tag.h"

struct str phrase_text(const struct tokens *tokens, struct phrase phrase)
{
    return phrase.first < phrase.end ? tokens_text(tokens, phrase.first, phrase.end) : STR_NULL;
}

static const unsigned nominal_parts =
    PART_BIT(PART_NOUN) | PART_BIT(PART_ADJECTIVE) | PART_BIT(PART_NUMBER) | PART_BIT(PART_POSSESSIVE);

static bool mark_ends_phrase(const struct tokens *tokens, size_t i)
{
    if (token_kind_is(tokens, i, TOKEN_SYMBOL))
        return !token_mark(tokens, i, '&');
    return !token_joins(tokens, i) &&
           !(token_mark(tokens, i, '.') && token_glued(tokens, i + 1) && token_glued(tokens, i));
}

static bool is_phrase_end(const struct tokens *tokens, size_t i)
{
    if (i >= tokens->count)
        return true;
    const struct token *token = &tokens->at[i];
    if (token->kind == TOKEN_MARK || token->kind == TOKEN_SYMBOL)
        return mark_ends_phrase(tokens, i);
    return !(nominal_parts >> token->part & 1) || (token->word && (token->word->classes & WORD_WEEKDAY));
}

/* Past determiners and possessives: "their", "the", "all of the". */
static size_t skip_determiners(const struct tokens *tokens, size_t i)
{
    while (token_has(tokens, i, WORD_DETERMINER) && !token_is_one_of(tokens, i, "which what whose"))
        i++;
    return i;
}

struct phrase noun_phrase(const struct tokens *tokens, size_t i, bool keep_determiner)
{
    size_t noun = skip_determiners(tokens, i), end = noun;
    while (!is_phrase_end(tokens, end) &&
           !(token_kind_is(tokens, end, TOKEN_NUMBER) && end > noun && !token_glued(tokens, end)))
        end++;
    i += token_part_is(tokens, i, PART_SUBORDINATOR); /* "found that sales" */
    struct phrase phrase = {keep_determiner ? i : noun, end};
    if (end == noun)
        phrase.first = phrase.end = i;
    return phrase;
}

struct phrase with_complements(const struct reading *reading, struct phrase phrase)
{
    const struct tokens *tokens = &reading->tokens;
    while (phrase.end > phrase.first && token_is_one_of(tokens, phrase.end, "of on for from to in against with at")) {
        struct phrase more = noun_phrase(tokens, phrase.end + 1, false);
        bool time = token_kind_is(tokens, more.first, TOKEN_NUMBER) || reading->taken[more.first] ||
                    token_has(tokens, more.first, WORD_MONTH) || is_time_noun(tokens, more.first) ||
                    is_time_noun(tokens, more.end - 1);
        bool after_name = token_flag(tokens, phrase.end - 1, TOKEN_CAPITAL) && !token_is(tokens, phrase.end, "of");
        if (more.first == more.end || time || after_name)
            break;
        phrase.end = more.end;
    }
    return phrase;
}

struct phrase noun_phrase_before(const struct reading *reading, size_t end)
{
    const struct tokens *tokens = &reading->tokens;
    size_t first = end;
    while (first > 0 && !is_phrase_end(tokens, first - 1) && !reading->taken[first - 1])
        first--;
    if (first == end)
        return (struct phrase){end, end};
    size_t of = first;
    while (of > 0 && token_part_is(tokens, of - 1, PART_DETERMINER))
        of--;
    if (of > 0 && token_is(tokens, of - 1, "of")) { /* "the price of the oil" */
        size_t head = of - 1;
        while (head > 0 && !is_phrase_end(tokens, head - 1) && !reading->taken[head - 1])
            head--;
        if (head < of - 1)
            first = head;
    }
    while (first < end && token_kind_is(tokens, first, TOKEN_MARK))
        first++;
    return (struct phrase){first, end};
}

bool is_time_noun(const struct tokens *tokens, size_t i)
{
    return token_has(tokens, i, WORD_WEEKDAY) ||
           token_is_one_of(
               tokens, i,
               "year years quarter month months week weeks day days decade decades century time period date");
}
