/*
 * Ranges: two numbers that are one figure ("from 5 to 7 percent", "$3 to $4 billion", "14-18 mpg"), and units that a
 * figure has left to its neighbour ("435 homes by open sale and 187 by tender").
 */
#include <string.h>

#include "core/extract/reading.h"

static bool is_measured(const struct quantity *quantity)
{
    return !kind_is_background(quantity->kind) && quantity->kind != KIND_RATIO && !quantity->ranged &&
           !quantity->number.fraction;
}

static bool is_bare(const struct quantity *quantity)
{
    return quantity->kind == KIND_COUNT && !quantity->unit.ptr;
}

static bool same_unit(const struct quantity *a, const struct quantity *b)
{
    return a->kind == b->kind && str_eq(a->unit, b->unit) && (!a->per.ptr || !b->per.ptr || str_eq(a->per, b->per));
}

/* The words that lead into a range, before its first number and that one's modifier. */
static bool led_by(const struct tokens *tokens, const struct quantity *quantity, const char *word, size_t *ret_at)
{
    for (size_t back = 1; back <= 3 && back <= quantity->core; back++) {
        size_t i = quantity->core - back;
        if (token_is(tokens, i, word)) {
            *ret_at = i;
            return true;
        }
        if (!token_is_one_of(tokens, i, "about around up to roughly nearly some approximately just"))
            return false;
    }
    return false;
}

enum link { LINK_NONE, LINK_TO, LINK_AND, LINK_OR, LINK_HYPHEN };

static enum link link_between(const struct tokens *tokens, const struct quantity *a, const struct quantity *b)
{
    size_t i = a->end;
    if (i >= b->core)
        return LINK_NONE;
    bool hyphen = token_mark(tokens, i, '-') || (token_mark(tokens, i, '~') && token_flag(tokens, i, TOKEN_GLUED) &&
                                                 token_flag(tokens, i + 1, TOKEN_GLUED));
    if (hyphen && (token_is(tokens, i + 1, "to") && token_mark(tokens, i + 2, '-')) && b->core == i + 3)
        return LINK_TO; /* "0-to-60-mph" */
    if (b->core != i + 1) {
        bool modified = b->core == i + 2 && token_is_one_of(tokens, i + 1, "about around nearly almost over");
        return modified && token_is(tokens, i, "to") ? LINK_TO : LINK_NONE;
    }
    if (hyphen)
        return LINK_HYPHEN;
    if (token_is_one_of(tokens, i, "to through til till until"))
        return LINK_TO;
    if (token_is(tokens, i, "and"))
        return LINK_AND;
    return token_is(tokens, i, "or") ? LINK_OR : LINK_NONE;
}

/* "3 or 4 years", "three or four": neighbours in counting. */
static bool are_neighbours(const struct quantity *a, const struct quantity *b)
{
    struct decimal next;
    return decimal_add(a->number.value, decimal_from(1), &next) && decimal_compare(next, b->number.value) == 0 &&
           decimal_compare(a->number.value, decimal_from(12)) < 0;
}

/* A verb of movement right before a figure makes what follows "to" a level: "rose 5 percent to 6 percent". */
static bool is_change(const struct tokens *tokens, const struct quantity *a)
{
    for (size_t back = 1; back <= 2 && back <= a->core; back++) {
        if (token_has(tokens, a->core - back, WORD_UP | WORD_DOWN) && !token_is(tokens, a->core - back, "up"))
            return true;
        if (!token_has(tokens, a->core - back, WORD_BETWEEN))
            return false;
    }
    return false;
}

/* "climbed from 21 mpg combined to 23": a few words stand after the first figure. */
static bool from_to_apart(const struct tokens *tokens, const struct quantity *a, const struct quantity *b,
                          size_t *ret_first)
{
    if (b->core <= a->end + 1 || b->core > a->end + 4 || !token_is(tokens, b->core - 1, "to"))
        return false;
    for (size_t i = a->end; i + 1 < b->core; i++)
        if (!token_kind_is(tokens, i, TOKEN_WORD) || token_has(tokens, i, WORD_VERB | WORD_AUXILIARY))
            return false;
    return led_by(tokens, a, "from", ret_first);
}

/* "dropped by 1 to 1.5 degrees" is a range; "rose by 18,400 to 2.31 million" a change and a level. */
static bool same_magnitude(const struct quantity *a, const struct quantity *b)
{
    return decimal_compare(b->number.value, decimal_scale(a->number.value, 1)) < 0;
}

/* "the number range is 1000-5000": small numbers there would be a score. */
static bool is_told_large(const struct tokens *tokens, const struct quantity *a)
{
    return a->core > 0 && token_has(tokens, a->core - 1, WORD_AUXILIARY) &&
           decimal_compare(a->number.value, decimal_from(100)) >= 0;
}

/* Whether a and b are one range, and where its literal then begins. */
static bool is_range(const struct tokens *tokens, const struct quantity *a, const struct quantity *b, size_t *ret_first)
{
    size_t at = a->first;
    enum link link = link_between(tokens, a, b);
    bool fits = is_bare(a) || is_bare(b) || same_unit(a, b) ||
                (a->kind == b->kind && a->kind == KIND_MONEY && str_eq(a->unit, b->unit));
    if (link == LINK_NONE && is_measured(a) && is_measured(b) && fits && from_to_apart(tokens, a, b, &at)) {
        *ret_first = at;
        return true;
    }
    if (link == LINK_NONE || !is_measured(a) || !is_measured(b) || !fits)
        return false;
    *ret_first = a->first;
    if (link == LINK_AND) {
        if (!led_by(tokens, a, "between", &at))
            return false;
        *ret_first = at;
        return true;
    }
    bool from = led_by(tokens, a, "from", &at);
    if (link == LINK_TO && from) {
        *ret_first = at;
        return true;
    }
    bool ascending = decimal_compare(a->number.value, b->number.value) < 0 || (!a->number.scaled && b->number.scaled);
    if (link == LINK_TO && !is_bare(a) && !is_bare(b) && same_unit(a, b) && !is_change(tokens, a) &&
        a->kind == KIND_MEASURE)
        return true; /* "a current of 1.3 A/cm2 to 0.03 A/cm2" */
    if (link == LINK_TO)
        return ascending && (!is_change(tokens, a) || (is_bare(a) && !is_bare(b) && same_magnitude(a, b)));
    if (link == LINK_OR)
        return is_bare(a) && !is_bare(b) && are_neighbours(a, b);
    bool plain = is_bare(a) && is_bare(b) && !(a->number.scaled && b->number.scaled) && !is_told_large(tokens, a);
    if (plain && !from && a->kind == KIND_COUNT && !token_is_one_of(tokens, a->core - 1, "about ~ around of between"))
        return false;
    return ascending;
}

static int compare_place(int a, int b)
{
    return a < b ? a : b;
}

/* "four to five thousand", "$3 to $4 billion": the first number is as large as the second one's scale says. */
static void share_scale(struct quantity *a, const struct quantity *b)
{
    if (a->number.scaled || !b->number.scaled || a->number.grouped)
        return;
    struct decimal unscaled = decimal_scale(b->number.value, -b->number.scale);
    if (decimal_compare(a->number.value, unscaled) < 0) /* "from $200 to $4 million" shares nothing */
        number_scale(&a->number, b->number.scale);
}

static void join(struct quantity *a, const struct quantity *b, size_t first)
{
    share_scale(a, b);
    a->number.upper = b->number.value;
    a->ranged = true;
    if (a->number.precise && b->number.precise)
        a->number.place = compare_place(a->number.place, b->number.place);
    else
        a->number.precise = false;
    if (is_bare(a) || (a->kind != KIND_MONEY && !is_bare(b))) {
        a->kind = b->kind;
        a->unit = b->unit;
        a->unit_assumed = b->unit_assumed;
    } else if (a->kind == KIND_MONEY && b->kind == KIND_MONEY) {
        a->unit_assumed = a->unit_assumed && b->unit_assumed;
    }
    if (b->per.ptr)
        a->per = b->per;
    a->hyphenated = a->hyphenated || b->hyphenated;
    a->first = first < a->first ? first : a->first;
    a->inner_end = a->end;
    a->end = b->end;
}

/* How many of the second unit make one of the first: "3 dollars 50 cents", "5 ft 2 in"; 0 where they don't go together. */
static uint64_t parts_of(const struct quantity *a, const struct quantity *b)
{
    if (a->kind == KIND_MONEY && (str_eq(b->unit, STR("cent")) || str_eq(b->unit, STR("penny"))) &&
        !str_eq(a->unit, b->unit))
        return 100;
    return str_eq(a->unit, STR("foot")) && str_eq(b->unit, STR("inch")) ? 12 : 0;
}

/* "It costs 15 dollars 50." : two digits after the unit, and nothing that they could count. */
static bool is_bare_cents(const struct tokens *tokens, const struct quantity *a, const struct quantity *b)
{
    bool unit_after = a->kind == KIND_MONEY && a->end > a->number.end && a->core == a->number.first;
    bool two = b->number.place == 0 && !b->number.scaled && decimal_compare(b->number.value, decimal_from(100)) < 0;
    return unit_after && is_bare(b) && two && !b->number.grouped && !token_kind_is(tokens, b->end, TOKEN_WORD);
}

/* "thirteen dollars and forty-five cents", "5 ft 2 in", "15 dollars 50": one amount told in two units. */
static bool join_compound(const struct tokens *tokens, struct quantity *a, const struct quantity *b)
{
    size_t i = a->end;
    i += token_is(tokens, i, "and");
    bool plain = is_measured(a) && is_measured(b) && i == b->core && b->core == b->number.first &&
                 a->number.place >= 0 && !a->per.ptr;
    uint64_t parts = plain && is_bare_cents(tokens, a, b) ? 100 : plain && !is_bare(b) ? parts_of(a, b) : 0;
    struct decimal part, sum;
    if (parts == 0 || decimal_compare(b->number.value, decimal_from(parts)) >= 0 ||
        !decimal_divide(b->number.value, decimal_from(parts), 16, &part) || !decimal_add(a->number.value, part, &sum))
        return false;
    a->number.value = sum;
    a->number.place = -2;
    a->number.precise = a->number.precise && parts == 100;
    a->end = b->end;
    a->per = b->per;
    return true;
}

void ranges_join(struct reading *reading)
{
    size_t kept = 0;
    for (size_t k = 0; k < reading->count; k++) {
        size_t first;
        struct quantity *last = kept > 0 ? &reading->at[kept - 1] : NULL;
        if (last && join_compound(&reading->tokens, last, &reading->at[k]))
            continue;
        if (last && is_range(&reading->tokens, last, &reading->at[k], &first)) {
            struct quantity range = reading->at[k];
            join(last, &range, first);
            /* a range led by a word holds it in its literal; modifiers are looked for before that */
            last->core = last->first;
        } else {
            reading->at[kept++] = reading->at[k];
        }
    }
    reading->count = kept;
}

/* The figure whose unit a bare one may take: the next one over "7- or 8-inch", "280 million of the 1.5 billion shekels". */
static const struct quantity *unit_ahead(const struct reading *reading, size_t k)
{
    const struct tokens *tokens = &reading->tokens;
    if (k + 1 >= reading->count)
        return NULL;
    const struct quantity *bare = &reading->at[k], *next = &reading->at[k + 1];
    size_t i = bare->end;
    if (!next->unit.ptr || kind_is_background(next->kind))
        return NULL;
    bool hyphen = token_mark(tokens, i, '-');
    i += hyphen;
    if (token_is_one_of(tokens, i, "or and") && i + 1 == next->core)
        return next;
    bool of_the = token_is(tokens, i, "of") && token_is_one_of(tokens, i + 1, "the its their a") && i + 2 == next->core;
    return of_the || (token_is(tokens, i, "of") && i + 1 == next->core) ? next : NULL;
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
    for (size_t back = k; back-- > 0;) {
        const struct quantity *before = &reading->at[back];
        if (kind_is_background(before->kind))
            continue;
        bool carries = before->unit.ptr && before->kind != KIND_MONEY && before->kind != KIND_DURATION &&
                       before->kind != KIND_AGE && before->kind != KIND_RATIO && !before->hyphenated && !before->weak;
        /* "gained 0.7 percent to 6,327.80": the level after a change in percent is no percentage */
        if (before->kind == KIND_PERCENT)
            carries = carries && !token_is_one_of(tokens, bare->core - 1, "to at of from was is") &&
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
    if (end >= 2 && token_is_one_of(tokens, end - 1, "under over above below") &&
        token_is_one_of(tokens, end - 2,
                        "children people adults men women girls boys pensioners voters residents persons workers"))
        return true;
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

/* Nothing but punctuation from token i to the end. */
static bool stands_alone(const struct tokens *tokens, size_t i)
{
    while (token_kind_is(tokens, i, TOKEN_MARK))
        i++;
    return i >= tokens->count;
}

/* A number that says of nothing what it counts is kept only where it could be a figure all the same. */
static bool is_worth_keeping(const struct tokens *tokens, const struct quantity *quantity)
{
    const struct number *number = &quantity->number;
    if (!is_bare(quantity) || quantity->ranged)
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
    if (!number->in_digits)
        return number->scaled && !number->article;
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

/* "eight million 250ml bottles", "2.9 million 9 litre cases": a size stands between the number and what it counts. */
static void count_past_size(struct reading *reading, size_t k)
{
    struct quantity *bare = &reading->at[k];
    struct counted counted;
    if (k + 1 >= reading->count || reading->at[k + 1].kind != KIND_MEASURE || bare->end != reading->at[k + 1].first)
        return;
    if (counted_noun(reading, reading->at[k + 1].end, false, &counted))
        bare->unit = counted.unit;
}

void units_carry(struct reading *reading)
{
    for (size_t k = 0; k < reading->count; k++)
        if (is_bare(&reading->at[k]))
            count_past_size(reading, k);
    for (size_t k = reading->count; k-- > 0;) {
        const struct quantity *ahead = is_bare(&reading->at[k]) ? unit_ahead(reading, k) : NULL;
        if (ahead)
            take_unit(&reading->at[k], ahead);
    }
    for (size_t k = 0; k < reading->count; k++) {
        const struct quantity *behind = is_bare(&reading->at[k]) ? unit_behind(reading, k) : NULL;
        if (behind)
            take_unit(&reading->at[k], behind);
    }
    for (size_t k = 0; k < reading->count; k++) {
        struct quantity *bare = &reading->at[k];
        bool years = is_bare(bare) && decimal_compare(bare->number.value, decimal_from(120)) < 0;
        if (years && speaks_of_age(&reading->tokens, bare->core)) {
            bare->kind = KIND_AGE;
            bare->unit = STR("year");
        }
    }
    size_t kept = 0;
    for (size_t k = 0; k < reading->count; k++)
        if (is_worth_keeping(&reading->tokens, &reading->at[k]))
            reading->at[kept++] = reading->at[k];
    reading->count = kept;
}
