/*
 * Context: of what a figure is ("of GDP"), what it measures, and whose it is.
 *
 * What is measured is the noun phrase that the figure leads into ("a 25% tax on imports", "$180 billion on the war"), or
 * else the subject of its clause.
 */
#include "core/extract/concept.h"
#include "core/text/tag.h"

static const struct phrase no_phrase = {0, 0};

/* "the 2 percent minimum set for [alliance members]": for whom a bound holds. */
static struct phrase bound_holder(const struct tokens *tokens, const struct quantity *quantity)
{
    size_t i = quantity->of_end;
    if (!is_bound_word(tokens, i))
        return no_phrase;
    i++;
    i += token_is_one_of(tokens, i, "set agreed fixed required laid");
    return token_is(tokens, i, "for") ? noun_phrase(tokens, i + 1, false) : no_phrase;
}

/* "5 percent of their GDP …, beyond the 2 percent minimum": a bound is of what the share before it is of. */
static void carry_of(const struct reading *reading, struct quantity *quantity)
{
    if (!is_bound_word(&reading->tokens, quantity->end))
        return;
    for (size_t k = (size_t)(quantity - reading->at); k-- > 0;) {
        if (reading->at[k].kind == KIND_PERCENT && reading->at[k].of.ptr) {
            quantity->of = reading->at[k].of;
            return;
        }
    }
}

static void read_of(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->end;
    quantity->of_end = quantity->end;
    if (quantity->of.ptr)
        return; /* "one woman in four" has it inside */
    bool shares = quantity->kind == KIND_PERCENT || (quantity->kind == KIND_RATIO && quantity->number.fraction);
    if (!shares)
        return;
    size_t noun = 0;
    bool inner = quantity->ranged && quantity->inner_end > 0 && token_is(tokens, quantity->inner_end, "of");
    if (token_is(tokens, i, "of"))
        noun = i + 1;
    else if (inner) /* "from 5.1 percent of GDP to 2.9 percent" */
        noun = quantity->inner_end + 1;
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
    quantity->of_end = phrase.end > quantity->end ? phrase.end : quantity->end;
}

/* In brackets the figure before is told again: "(6.1 inches)". */
static bool restates(const struct reading *reading, const struct quantity *quantity)
{
    if (quantity == reading->at)
        return false;
    const struct quantity *told = quantity - 1;
    return token_mark(&reading->tokens, told->end, '(') && told->end + 1 == quantity->first && !quantity->of.ptr;
}

/* "down 68p [at 1,112p]", "2.72 percent, [or $5]": it goes with the figure before. */
static bool goes_with(const struct reading *reading, const struct quantity *quantity)
{
    if (quantity == reading->at || kind_is_background(quantity[-1].kind))
        return false;
    size_t i = quantity[-1].end;
    i += token_mark(&reading->tokens, i, ',');
    return i + 1 == quantity->first && token_is_one_of(&reading->tokens, i, "at to or");
}

/* A figure that a verb follows, and that no verb comes before in its clause, is that verb's subject. */
static bool is_subject(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->first;
    size_t next = quantity->end;
    if (token_part_is(tokens, next, PART_PREPOSITION) &&
        !token_is(tokens, next, "of")) /* "3 people [with flags] were" */
        next = noun_phrase(tokens, next + 1, false).end;
    bool verb = token_part_is(tokens, next, PART_AUXILIARY) || token_part_is(tokens, next, PART_VERB);
    while (i > 0 && (token_part_is(tokens, i - 1, PART_DETERMINER) || token_part_is(tokens, i - 1, PART_ADVERB)))
        i--;
    return verb && i > 0 &&
           (token_part_is(tokens, i - 1, PART_CONJUNCTION) || token_part_is(tokens, i - 1, PART_SUBORDINATOR) ||
            token_mark(tokens, i - 1, ',') || token_mark(tokens, i - 1, ';'));
}

/* "one of the proudest moments", "a 60-year-old might": the unit says what there is to say. */
static bool tells_itself(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    if (quantity->weak && token_is(tokens, quantity->end, "of"))
        return true;
    if (quantity->kind == KIND_COUNT && quantity->unit.ptr && quantity->first > 0 &&
        token_is_one_of(tokens, quantity->first - 1, "her his my your"))
        return true; /* "her two children" */
    return quantity->kind == KIND_AGE &&
           (token_part_is(tokens, quantity->end, PART_AUXILIARY) || token_part_is(tokens, quantity->end, PART_VERB));
}

/* "987 claims, of which 12 were": what the part is a part of. */
static struct phrase whole_before(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->first;
    if (i < 3 || !token_is_one_of(tokens, i - 1, "which whom") || !token_is(tokens, i - 2, "of"))
        return no_phrase;
    return if_thing(tokens, noun_phrase_before(reading, token_mark(tokens, i - 3, ',') ? i - 3 : i - 2));
}

/* "shootings at [two mosques]", "a treaty between the [two countries]": where the token before its preposition stands, or 0. */
static size_t governed_count(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->first;
    bool part = quantity->kind == KIND_RATIO && quantity->number.fraction && token_is(tokens, i - 1, "of");
    if (!part && (quantity->kind != KIND_COUNT || quantity->number.scaled))
        return 0; /* but "the people of [half] the world" */
    while (i > 0 && (token_part_is(tokens, i - 1, PART_DETERMINER) || token_part_is(tokens, i - 1, PART_ADJECTIVE) ||
                     token_part_is(tokens, i - 1, PART_ADVERB)))
        i--;
    return i > 0 &&
                   token_is_one_of(tokens, i - 1, "in at into between among within across throughout on for through of")
               ? i - 1
               : 0;
}

/* What a share is often of, and that is not what it says: "debt is 90 percent [of GDP]". */
static bool is_yardstick(struct str of)
{
    return str_eq(of, STR("GDP")) || str_eq(of, STR("levels")) || str_eq(of, STR("level")) ||
           str_eq(of, STR("total")) || str_ends(of, STR("income")) || str_ends(of, STR("output")) ||
           str_ends(of, STR("GNP"));
}

static void read_concept(const struct reading *reading, struct quantity *quantity, struct verb_subject *last)
{
    const struct tokens *tokens = &reading->tokens;
    if (tells_itself(reading, quantity))
        return;
    if (is_subject(reading, quantity)) {
        quantity->concept = quantity->of.ptr ? quantity->of : phrase_text(tokens, whole_before(reading, quantity));
        return;
    }
    size_t governor = governed_count(reading, quantity);
    if (governor > 0) {
        struct phrase noun = if_thing(tokens, noun_phrase_before(reading, governor));
        quantity->concept = only_holds(tokens, noun.end - 1) ? STR_NULL : phrase_text(tokens, noun);
        quantity->subject = phrase_text(tokens, clause_subject(reading, quantity, last));
        return;
    }
    struct phrase label = row_label(reading, quantity);
    if (label.first < label.end) {
        quantity->concept = phrase_text(tokens, label);
        return;
    }
    if (restates(reading, quantity)) {
        quantity->subject = quantity[-1].subject;
        quantity->concept = quantity[-1].concept;
        return;
    }
    struct phrase subject = bound_holder(tokens, quantity);
    if (subject.first == subject.end)
        subject = clause_subject(reading, quantity, last);
    struct phrase concept = amount_before(reading, quantity);
    if (concept.first == concept.end)
        concept = concept_after(reading, quantity);
    struct gap gap = gap_before(reading, quantity);
    if (gap.phrase.first < gap.phrase.end && concept.first == concept.end) {
        concept = gap.phrase;
        subject = gap.governed ? subject : gap.phrase;
    }
    if (concept.first == concept.end && !quantity->of.ptr)
        concept = concept_before(reading, quantity);
    if (subject.first == subject.end && concept.first < concept.end && concept.end <= quantity->first) {
        subject = concept; /* "income above 75,000 would be taxed": it hangs on a subject whose verb comes later */
        subject.first -= subject.first > 0 && token_part_is(tokens, subject.first - 1, PART_DETERMINER);
    }
    if (concept.first == concept.end)
        concept = concept_object(reading, quantity);
    quantity->subject = phrase_text(tokens, subject);
    quantity->concept = phrase_text(tokens, concept);
    if (!quantity->concept.ptr && quantity->of.ptr && quantity->kind == KIND_PERCENT &&
        !(is_yardstick(quantity->of) && quantity->subject.ptr))
        quantity->concept = quantity->of;
    if (str_ends(quantity->of, STR("vote")) && !token_is(tokens, quantity->end, "of"))
        quantity->concept = quantity->of; /* "a two-thirds vote" */
    if (!quantity->concept.ptr && goes_with(reading, quantity))
        quantity->concept = quantity[-1].concept;
    if (!quantity->concept.ptr)
        quantity->concept = quantity->subject;
}

/* "the 26th meeting of the UDCG": what is ranked; "which began in February 2022": nothing. */
static void read_rank_concept(const struct reading *reading, struct quantity *quantity)
{
    struct phrase phrase = noun_phrase(&reading->tokens, quantity->end, false);
    quantity->concept = phrase_text(&reading->tokens, with_complements(reading, phrase));
    quantity->of_end = quantity->end;
}

void context_read(struct reading *reading)
{
    struct verb_subject last = {0};
    for (size_t k = 0; k < reading->count; k++) {
        struct quantity *quantity = &reading->at[k];
        if (quantity->kind == KIND_RANK) {
            read_rank_concept(reading, quantity);
        } else if (quantity->kind == KIND_DATE) {
            quantity->of_end = quantity->end;
            quantity->subject = phrase_text(&reading->tokens, clause_subject(reading, quantity, &last));
        } else {
            read_of(reading, quantity);
            read_concept(reading, quantity, &last);
        }
    }
}
