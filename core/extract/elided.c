/*
 * Units that a sentence has told and does not repeat, where its grammar says which one is meant: "38 kidneys …, 12 fewer
 * than in June", "of the 640 million kronor …, only 410 million had been spent", "built for 480 inmates and now holds 811".
 */
#include "core/extract/reading.h"
#include "core/text/tag.h"

static bool is_counted(const struct quantity *quantity)
{
    return quantity->kind == KIND_COUNT && quantity->unit.ptr && !quantity->hyphenated && !quantity->weak &&
           !str_eq(quantity->unit, STR("other"));
}

/* The one count before figure k that says what it counts, or NULL where there is none, or another of something else. */
static const struct quantity *only_count(const struct reading *reading, size_t k)
{
    const struct quantity *only = NULL;
    for (size_t back = k; back-- > 0;) {
        const struct quantity *before = &reading->at[back];
        if (!is_counted(before))
            continue;
        if (only && !str_eq(only->unit, before->unit))
            return NULL;
        only = before;
    }
    return only;
}

static bool is_smaller(const struct quantity *part, const struct quantity *whole)
{
    struct decimal most = whole->ranged ? whole->number.upper : whole->number.value;
    return decimal_compare(part->number.value, most) <= 0;
}

static bool has_mark(const struct tokens *tokens, size_t i, size_t end, char mark)
{
    for (; i < end; i++)
        if (token_mark(tokens, i, mark))
            return true;
    return false;
}

static bool ends_clause(const struct tokens *tokens, size_t i)
{
    return i >= tokens->count || (token_kind_is(tokens, i, TOKEN_MARK) && !token_mark(tokens, i, '-'));
}

/* "Of the 640 million kronor set aside, only [410 million] had been spent": a part of what the sentence begins with. */
static const struct quantity *whole_before(const struct reading *reading, size_t k)
{
    const struct tokens *tokens = &reading->tokens;
    const struct quantity *part = &reading->at[k], *whole = reading->at;
    size_t of = token_flag(tokens, 0, TOKEN_OPEN);
    bool begins = k > 0 && token_is(tokens, of, "of") && whole->core <= of + 4 && whole->unit.ptr;
    bool told = token_part_is(tokens, part->end, PART_AUXILIARY) || token_part_is(tokens, part->end, PART_VERB);
    if (!begins || !told || (whole->kind != KIND_COUNT && whole->kind != KIND_MONEY) || !is_smaller(part, whole) ||
        whole->number.scaled != part->number.scaled || !has_mark(tokens, whole->end, part->core, ','))
        return NULL;
    return whole;
}

/* "38 kidneys were donated, [12] fewer than in May": the difference between two counts of the same. */
static const struct quantity *compared_before(const struct reading *reading, size_t k)
{
    const struct tokens *tokens = &reading->tokens;
    const struct quantity *difference = &reading->at[k];
    size_t i = difference->end;
    if (!token_is_one_of(tokens, i, "fewer more") || !token_is(tokens, i + 1, "than"))
        return NULL;
    return only_count(reading, k);
}

/* "20 of them", "two of which": the pronoun stands for what was counted before. */
static const struct quantity *group_before(const struct reading *reading, size_t k)
{
    const struct tokens *tokens = &reading->tokens;
    const struct quantity *part = &reading->at[k];
    if (!group_is_pronoun(tokens, part->end) || !token_is_one_of(tokens, part->end + 1, "them which whom"))
        return NULL;
    const struct quantity *group = only_count(reading, k);
    bool year = part->number.in_digits && part->number.place == 0 && group; /* "1,999 …; there were 2009 of them" */
    return group && (is_smaller(part, group) || year) ? group : NULL;
}

/* "built for 480 inmates and now holds [811]", "there were [hundreds]": an object with no noun, in a clause of its own. */
static const struct quantity *object_before(const struct reading *reading, size_t k)
{
    const struct tokens *tokens = &reading->tokens;
    const struct quantity *object = &reading->at[k];
    size_t verb = object->core - 1;
    if (object->core < 3 || !ends_clause(tokens, object->end))
        return NULL;
    if (token_is_one_of(tokens, verb, "were are was") && token_is(tokens, verb - 1, "there"))
        return object->ranged ? only_count(reading, k) : NULL;
    size_t and = verb - 1 - token_is_one_of(tokens, verb - 1, "now then today already still only");
    if (!token_part_is(tokens, verb, PART_VERB) || !token_is_one_of(tokens, and, "and but") || object->ranged)
        return NULL;
    const struct quantity *before = only_count(reading, k);
    bool subject = before && (before->core == 0 || !token_part_is(tokens, before->core - 1, PART_PREPOSITION));
    return subject ? NULL : before;
}

/* "a levy on more than 100 million kroner would raise [18 billion]": a large number that is raised, spent or owed. */
static const struct quantity *money_before(const struct reading *reading, size_t k)
{
    enum { REACH = 4 };
    WORD_LIST(verbs, "raise raised raises raising spend spent spends cost costs costing pay paid pays earn "
                     "earned earns pledge pledged borrow borrowed invest invested owe owed owes save saved "
                     "saves bring brought allocate allocated worth fined donate donated lent lend");
    const struct tokens *tokens = &reading->tokens;
    const struct quantity *bare = &reading->at[k];
    bool told = false;
    for (size_t i = bare->core; !told && i > 0 && i + REACH > bare->core; i--)
        told = token_listed(tokens, i - 1, &verbs);
    for (size_t i = bare->end; !told && i < bare->end + REACH && !token_kind_is(tokens, i, TOKEN_MARK); i++)
        told = token_is_one_of(tokens, i, "spent paid raised invested borrowed owed pledged allocated");
    if (!told || bare->number.scale < 6 || token_part_is(tokens, bare->end, PART_NOUN))
        return NULL;
    for (size_t back = k; back-- > 0;)
        if (reading->at[back].kind == KIND_MONEY)
            return reading->at[back].number.scale >= 6 ? &reading->at[back] : NULL;
    return NULL;
}

/* "We asked for ten percent and they offered [three].": what is bargained over. */
static const struct quantity *bargain_before(const struct reading *reading, size_t k)
{
    const struct tokens *tokens = &reading->tokens;
    const struct quantity *bare = &reading->at[k];
    bool offered = bare->core > 0 && ends_clause(tokens, bare->end) && bare->number.place <= 0 &&
                   token_is_one_of(tokens, bare->core - 1,
                                   "offered offer offers wanted want wants got get gets accepted demanded sought "
                                   "proposed received promised conceded");
    const struct quantity *before = k > 0 ? &reading->at[k - 1] : NULL;
    bool percent = before && before->kind == KIND_PERCENT && !before->hyphenated;
    return offered && percent && decimal_compare(bare->number.value, decimal_from(100)) <= 0 ? before : NULL;
}

/* "can live to 79 and a girl to [83]": an age beside an age, after the same word. */
static const struct quantity *age_before(const struct reading *reading, size_t k)
{
    const struct tokens *tokens = &reading->tokens;
    const struct quantity *bare = &reading->at[k], *before = k > 0 ? bare - 1 : NULL;
    bool tied = before && before->kind == KIND_AGE && before->core > 0 && token_is(tokens, before->core - 1, "to") &&
                token_is(tokens, bare->core - 1, "to") && bare->core <= before->end + 5;
    return tied && decimal_compare(bare->number.value, decimal_from(120)) < 0 ? before : NULL;
}

const struct quantity *unit_elided(const struct reading *reading, size_t k)
{
    static const struct quantity *(*const rules[])(const struct reading *, size_t) = {
        whole_before, compared_before, group_before, object_before, money_before, bargain_before, age_before};
    const struct quantity *found = NULL;
    for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]) && !found; i++)
        found = rules[i](reading, k);
    return found;
}

/* "Deaths numbered 41,027", "70 are breeding females": the noun stands in the subject, or in the predicate. */
void unit_read_beside_verb(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    struct counted counted;
    size_t i = quantity->core;
    if (i >= 2 && token_is_one_of(tokens, i - 1, "numbered numbering number") && noun_is_plural(tokens, i - 2) &&
        token_part_is(tokens, i - 2, PART_NOUN)) {
        struct str noun = token_text(tokens, i - 2);
        struct str unit = noun_singular(reading->perm, noun);
        if (i == 2 && unit.len > 0)
            unit = arena_printf(reading->perm, "%c%.*s", to_lower(unit.ptr[0]), (int)unit.len - 1, unit.ptr + 1);
        quantity->unit = unit;
    } else if (token_is_one_of(tokens, quantity->end, "are were") && !quantity->number.scaled && !quantity->ranged &&
               !number_may_begin(tokens, quantity->end + 1) &&
               counted_noun(reading, quantity->end + 1, false, &counted) && ends_clause(tokens, counted.end)) {
        quantity->unit = counted.unit;
    }
}
