/*
 * Numbers of a group: "60 of our 410 shops", "214,000 of our fellow citizens", "two of us". What they count stands after
 * "of", and is left out of the literal.
 *
 *   group := "of" (determiner | possessor) (described noun | figure) | "of" pronoun
 */
#include "core/extract/reading.h"
#include "core/text/tag.h"

enum { GROUP_WORDS = 7 };

WORD_LIST(pronouns, "them us you those these whom which");

bool group_is_pronoun(const struct tokens *tokens, size_t i)
{
    bool pronoun = token_is(tokens, i, "of") && token_listed(tokens, i + 1, &pronouns);
    if (!pronoun || !token_is_one_of(tokens, i + 1, "those these"))
        return pronoun;
    /* "of those jobs" names them; "of those who", "of those in work" does not */
    return !token_part_is(tokens, i + 2, PART_NOUN) && !token_part_is(tokens, i + 2, PART_ADJECTIVE) &&
           !token_part_is(tokens, i + 2, PART_NUMBER);
}

/* The token after "of our", "of the alliance's", where the group's noun or its figure begins; 0 where it is no such group. */
static size_t group_first(const struct tokens *tokens, size_t i)
{
    if (!token_is(tokens, i, "of") || group_is_pronoun(tokens, i))
        return 0;
    bool determined =
        token_part_is(tokens, i + 1, PART_DETERMINER) && !token_is_one_of(tokens, i + 1, "a an which both");
    size_t first = determined ? i + 2 : 0;
    for (size_t at = i + 1; at < i + GROUP_WORDS; at++) {
        if (token_flag(tokens, at, TOKEN_SUFFIX))
            return at + 1;
        if (!token_kind_is(tokens, at, TOKEN_WORD) || token_part_is(tokens, at, PART_PREPOSITION) ||
            token_part_is(tokens, at, PART_VERB) || token_part_is(tokens, at, PART_AUXILIARY) ||
            token_part_is(tokens, at, PART_CONJUNCTION))
            break;
    }
    return first;
}

bool group_reaches(const struct tokens *tokens, size_t i, size_t core)
{
    size_t first = token_is(tokens, i, "of") && i + 1 == core ? core : group_first(tokens, i);
    if (first == 0 || core < first || core > first + 2)
        return false;
    for (; first < core; first++) /* "of the remaining 12 shops" */
        if (!token_part_is(tokens, first, PART_ADJECTIVE) && !token_part_is(tokens, first, PART_PARTICIPLE) &&
            !token_is_one_of(tokens, first, "first last next other remaining more than about nearly some over"))
            return false;
    return true;
}

void group_read(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t first = group_first(tokens, quantity->end);
    struct counted counted;
    struct number figure;
    if (first == 0 || !quantity_is_bare(quantity))
        return;
    if (number_may_begin(tokens, first) && number_read(tokens, first, &figure) && !token_mark(tokens, figure.end, '-'))
        return; /* "of the nine justices": carry.c takes it from that figure; but "of the three-ton satellites" */
    if (counted_noun(reading, first, false, &counted))
        quantity->unit = counted.unit;
}
