/*
 * Units that a figure has left to its neighbour ("435 homes by open sale and 187 by tender"), and which of the bare numbers
 * that are left over are figures at all.
 */
#include "core/extract/reading.h"
#include "core/text/tag.h"

/* The figure whose unit a bare one may take: the next one over "7- or 8-inch", "280 million of the 1.5 billion shekels". */
static const struct quantity *unit_ahead(const struct reading *reading, size_t k)
{
    const struct tokens *tokens = &reading->tokens;
    if (k + 1 >= reading->count)
        return NULL;
    const struct quantity *bare = &reading->at[k], *next = &reading->at[k + 1];
    size_t i = bare->end;
    if (!next->unit.ptr || kind_is_background(next->kind) || next->number.fraction)
        return NULL;
    bool hyphen = token_mark(tokens, i, '-');
    i += hyphen;
    if (token_is_one_of(tokens, i, "or and") && i + 1 == next->core)
        return next;
    return group_reaches(tokens, i, next->core) && !next->hyphenated ? next : NULL;
}

/* "narrowed to 7.7 per cent, from [8.3]": two levels, and not a change and a level. */
static bool is_level_from(const struct tokens *tokens, const struct quantity *before, const struct quantity *bare)
{
    size_t from = bare->core - 1;
    bool level = before->core > 0 && token_is_one_of(tokens, before->core - 1, "to at was were is");
    return level && token_is(tokens, from, "from") && from - token_mark(tokens, from - 1, ',') == before->end;
}

/* The figure before, where the words between say that the same thing is told again: "… and 187 by tender". */
static const struct quantity *unit_behind(const struct reading *reading, size_t k)
{
    const struct tokens *tokens = &reading->tokens;
    const struct quantity *bare = &reading->at[k];
    bool tied = bare->core > 0 && token_is_one_of(tokens, bare->core - 1, "to and or by than with from is at was of");
    const uint32_t change = WORD_UP | WORD_DOWN;
    if (!tied && !(bare->core > 0 && token_has(tokens, bare->core - 1, change)))
        return NULL;
    if (token_is(tokens, bare->end, "of") && !token_part_is(tokens, bare->end + 1, PART_NOUN))
        return NULL; /* "… at 30 metres, and 600 of the residents" */
    for (size_t back = k; back-- > 0;) {
        const struct quantity *before = &reading->at[back];
        if (kind_is_background(before->kind))
            continue;
        bool carries = before->unit.ptr && before->kind != KIND_MONEY && before->kind != KIND_DURATION &&
                       before->kind != KIND_AGE && before->kind != KIND_RATIO && !before->hyphenated && !before->weak;
        /* "gained 0.7 percent to 6,327.80": the level after a change in percent is no percentage */
        if (before->kind == KIND_PERCENT)
            carries = carries &&
                      (!token_is_one_of(tokens, bare->core - 1, "to at of from was is") ||
                       is_level_from(tokens, before, bare)) &&
                      !bare->number.grouped && decimal_compare(bare->number.value, decimal_from(100)) <= 0;
        if (before->kind == KIND_PERCENT && !carries)
            continue; /* "lost 162 points, or 2 percent, to fall to 7,425": past it, to the points */
        return carries ? before : NULL;
    }
    return NULL;
}

/* "Life expectancy is around 73", "the retirement age of 65": years, though nothing says so beside the number. */
static bool speaks_of_age(const struct tokens *tokens, size_t end)
{
    /* "children under 5", "people over 65" */
    if (end >= 2 && token_is_one_of(tokens, end - 1, "under over above below") && age_of_people(tokens, end - 2))
        return true;
    size_t to = end;
    while (to > 0 && token_is_one_of(tokens, to - 1, "be about around nearly over almost age"))
        to--;
    if (to >= 2 && token_is(tokens, to - 1, "to") && token_is_one_of(tokens, to - 2, "live lives lived living"))
        return true; /* "can expect to live to 79.1" */
    for (size_t i = 0; i < end; i++)
        if ((token_is(tokens, i, "expectancy") && token_is(tokens, i - 1, "life")) ||
            (token_is(tokens, i, "age") &&
             token_is_one_of(tokens, i - 1, "average median mean retirement pension minimum")))
            return true;
    return false;
}

static void take_unit(struct quantity *bare, const struct quantity *from)
{
    bare->unit = from->unit;
    bare->kind = from->kind;
    bare->unit_assumed = from->unit_assumed;
    if (!bare->per.ptr)
        bare->per = from->per;
}

/*
 * "9 billion shekels ($2.4 billion) a year": the rate after a conversion in brackets is that of both figures.
 * The literals stay as they are.
 */
static void carry_rate(const struct reading *reading, struct quantity *told, struct quantity *again)
{
    const struct tokens *tokens = &reading->tokens;
    bool converted = token_mark(tokens, told->end, '(') && token_mark(tokens, again->end, ')') &&
                     told->kind == again->kind && (told->kind == KIND_MONEY || told->kind == KIND_MEASURE);
    if (!converted || told->per.ptr || again->per.ptr || again->core > told->end + 2)
        return;
    struct quantity rate = *again;
    rate.end = again->end + 1;
    rate_read(reading, &rate);
    told->per = again->per = rate.per;
}

/* Nothing but punctuation from token i to the end. */
static bool stands_alone(const struct tokens *tokens, size_t i)
{
    while (token_kind_is(tokens, i, TOKEN_MARK))
        i++;
    return i >= tokens->count;
}

static bool ends_clause(const struct tokens *tokens, size_t i)
{
    return i >= tokens->count || (token_kind_is(tokens, i, TOKEN_MARK) && !token_mark(tokens, i, '-'));
}

/* "I count 12 in six boxes", "they scored 31": the word after a pronoun is a verb, and the number its object. */
static bool is_object(const struct tokens *tokens, size_t i)
{
    return i >= 2 && token_is_one_of(tokens, i - 2, "i you he she it we they") &&
           token_kind_is(tokens, i - 1, TOKEN_WORD);
}

/* "The answer is twelve.", "Growth fell to zero.": told as a figure, and nothing after it that it could count. */
static bool is_told_in_words(const struct tokens *tokens, const struct quantity *quantity)
{
    const struct number *number = &quantity->number;
    bool nought = decimal_is_zero(number->value);
    if (number->value.negative || number->place < 0)
        return true; /* "negative one", "nought point five" */
    if (!number->precise && !number->article)
        return true; /* "three and one fourth" */
    bool small = decimal_compare(number->value, decimal_from(1)) <= 0 && !nought,
         ends = ends_clause(tokens, quantity->end);
    if (quantity->core == 0 || small)
        return false;
    size_t before = quantity->core - 1;
    if (ends && (token_is_one_of(tokens, before, "is are was were equals equal equalled me us") ||
                 token_has(tokens, before, WORD_VERB) || str_ends(token_text(tokens, before), STR("ed"))))
        return true;
    ends = ends || token_has(tokens, quantity->end, WORD_PREPOSITION | WORD_CONJUNCTION | WORD_ADVERB);
    nought = nought && !token_is(tokens, number->first, "naught"); /* "set at naught" */
    return nought && ends && token_is_one_of(tokens, before, "to at from by near");
}

/* "a family of four", "a crew of six" */
static bool is_company(const struct tokens *tokens, const struct quantity *quantity)
{
    size_t core = quantity->core;
    return core >= 2 && token_is(tokens, core - 1, "of") && !token_flag(tokens, core, TOKEN_CAPITAL) &&
           token_is_one_of(tokens, core - 2,
                           "family families household households crew party group team couple gang queue");
}

/* "Four were injured", ", and two have died": people, though nobody says so. */
static bool is_subject(const struct tokens *tokens, const struct quantity *quantity)
{
    size_t core = quantity->core;
    bool begins = core == 0 || token_mark(tokens, core - 1, ',') || token_mark(tokens, core - 1, ';') ||
                  token_mark(tokens, core - 1, ':') || token_is_one_of(tokens, core - 1, "and but while least another");
    return begins && token_is_one_of(tokens, quantity->end, "were are have had died remain survived will would");
}

/* A number that says of nothing what it counts is kept only where it could be a figure all the same. */
static bool is_worth_keeping(const struct tokens *tokens, const struct quantity *quantity)
{
    const struct number *number = &quantity->number;
    if (!quantity_is_bare(quantity) || quantity->ranged || group_is_pronoun(tokens, quantity->end))
        return true;
    bool one = decimal_compare(number->value, decimal_from(1)) == 0;
    if (!one && !number->fraction && (is_company(tokens, quantity) || is_subject(tokens, quantity)))
        return true;
    if (quantity->core == 0 && stands_alone(tokens, quantity->end))
        return true; /* a figure that somebody typed, a cell of a table */
    if (quantity->core > 0 && token_is_one_of(tokens, quantity->core - 1, "than least most about around nearly almost"))
        return !number->article; /* "no less than thirty" */
    bool recorded = quantity->core > 0 && token_is(tokens, quantity->core - 1, "the") &&
                    (str_ends(token_text(tokens, quantity->end), STR("ed")) ||
                     token_is_one_of(tokens, quantity->end, "that who in"));
    if (number->in_digits && recorded)
        return true; /* "three times the 67 recorded in 2024" */
    bool sign = quantity->core > 0 &&
                (token_mark(tokens, quantity->core - 1, '<') || token_mark(tokens, quantity->core - 1, '>') ||
                 token_mark(tokens, quantity->core - 1, '='));
    bool all =
        quantity->core > 0 && token_is(tokens, quantity->core - 1, "all") && token_is(tokens, quantity->end, "of");
    if (number->in_digits && (sign || all))
        return true; /* "x>10"; "all 70 of us" */
    bool rest = quantity->core > 0 && token_is_one_of(tokens, quantity->core - 1, "remaining other");
    if (number->in_digits && rest)
        return true; /* "the remaining 13 struck a wall" */
    bool half =
        number->scale >= 6 && decimal_compare(number->value, decimal_scale(decimal_from(1), number->scale)) != 0;
    if (!number->in_digits) /* "half a billion" is told; "a million" may be a manner of speaking */
        return (number->scaled && (half || !number->article)) || is_told_in_words(tokens, quantity);
    if (number->value.negative || is_object(tokens, quantity->core))
        return true;
    if (number->scaled || number->grouped || number->place < 0 || token_text(tokens, number->first).len >= 4)
        return true;
    if (quantity->core == 0)
        return token_kind_is(tokens, quantity->end, TOKEN_WORD);
    if (str_ends(token_text(tokens, quantity->core - 1), STR("ed")))
        return true;
    const uint32_t lead = WORD_PREPOSITION | WORD_AUXILIARY | WORD_VERB | WORD_UP | WORD_DOWN | WORD_ADVERB;
    if (token_has(tokens, quantity->end, WORD_AUXILIARY) && token_has(tokens, quantity->core - 1, WORD_CONJUNCTION))
        return true; /* "… and 32 is the quantity" */
    return token_has(tokens, quantity->core - 1, lead) && !token_mark(tokens, quantity->end, '-') &&
           !token_mark(tokens, quantity->end, ':');
}

/* "He wrote 5, 10 and 15.", "Rooms 5, 10 and 15": what goes on a list of bare numbers is what the list is. */
static bool is_listed(const struct tokens *tokens, const struct quantity *last, const struct quantity *next)
{
    bool bare = quantity_is_bare(last) && quantity_is_bare(next) && !last->ranged && last->number.in_digits &&
                next->number.in_digits && next->core == next->number.first;
    size_t i = last->end + token_mark(tokens, last->end, ',');
    i += token_is_one_of(tokens, i, "and or");
    return bare && i > last->end && i == next->core;
}

/* "eight million 250ml bottles", "2.9 million 9 litre cases": a size stands between the number and what it counts. */
static void count_past_size(struct reading *reading, size_t k)
{
    struct quantity *bare = &reading->at[k];
    struct counted counted;
    if (k + 1 >= reading->count || bare->end != reading->at[k + 1].first ||
        (reading->at[k + 1].kind != KIND_MEASURE && !reading->at[k + 1].hyphenated))
        return;
    if (counted_noun(reading, reading->at[k + 1].end, false, &counted))
        bare->unit = counted.unit;
}

/* The unit of a bare figure from what stands before it; what is left after that are ages and levels. */
static void carry_behind(struct reading *reading, size_t k)
{
    struct quantity *bare = &reading->at[k];
    const struct quantity *behind = unit_elided(reading, k);
    if (!behind)
        unit_read_beside_verb(reading, bare);
    if (!behind && quantity_is_bare(bare))
        behind = unit_behind(reading, k);
    if (behind)
        take_unit(bare, behind);
    bool years = quantity_is_bare(bare) && decimal_compare(bare->number.value, decimal_from(120)) < 0;
    if (years && speaks_of_age(&reading->tokens, bare->core)) {
        bare->kind = KIND_AGE;
        bare->unit = STR("year");
    }
    if (quantity_is_bare(bare))
        level_read(reading, bare);
}

static void keep_worthy(struct reading *reading)
{
    size_t kept = 0;
    bool last_kept = false;
    for (size_t k = 0; k < reading->count; k++) {
        const struct quantity *next = &reading->at[k]; /* the one before it stands where it stood, kept or not */
        bool listed = k > 0 && is_listed(&reading->tokens, next - 1, next);
        last_kept = listed ? last_kept : is_worth_keeping(&reading->tokens, next);
        if (last_kept && kept < k)
            reading->at[kept] = *next;
        kept += last_kept;
    }
    reading->count = kept;
}

void units_carry(struct reading *reading)
{
    size_t bare = 0;
    for (size_t k = 0; k < reading->count; k++) {
        if (!quantity_is_bare(&reading->at[k]))
            continue;
        bare++;
        if (!magnitude_read(reading, &reading->at[k]))
            count_past_size(reading, k);
    }
    for (size_t k = bare > 0 ? reading->count : 0; k-- > 0;) {
        const struct quantity *ahead = quantity_is_bare(&reading->at[k]) ? unit_ahead(reading, k) : NULL;
        if (!ahead)
            continue;
        if (shares_scale(&reading->at[k], ahead) && reading->at[k].number.in_digits && ahead->number.in_digits &&
            token_is(&reading->tokens, reading->at[k].end, "and"))
            number_scale(&reading->at[k].number, ahead->number.scale); /* "120 and 209 million dollars" */
        take_unit(&reading->at[k], ahead);
    }
    for (size_t k = 0; bare > 0 && k < reading->count; k++)
        if (quantity_is_bare(&reading->at[k]))
            carry_behind(reading, k);
    for (size_t k = 1; k < reading->count; k++)
        carry_rate(reading, &reading->at[k - 1], &reading->at[k]);
    if (bare > 0) /* all others are worth it */
        keep_worthy(reading);
}
