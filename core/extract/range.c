/*
 * Ranges: two numbers that are one figure ("from 5 to 7 percent", "$3 to $4 billion", "14-18 mpg"), and two bounds of one.
 */
#include "core/extract/reading.h"

static bool is_measured(const struct quantity *quantity)
{
    return !kind_is_background(quantity->kind) && quantity->kind != KIND_RATIO && !quantity->ranged &&
           !quantity->number.fraction;
}

static bool same_unit(const struct quantity *a, const struct quantity *b)
{
    return a->kind == b->kind && str_eq(a->unit, b->unit) && (!a->per.ptr || !b->per.ptr || str_eq(a->per, b->per));
}

/* The words that lead into a range, before its first number and that one's modifier. */
static bool led_by(const struct tokens *tokens, const struct quantity *quantity, const struct word_list *word,
                   size_t *ret_at)
{
    size_t core = quantity->core;
    if (core >= 2 && token_is(tokens, core - 1, "of") && token_is_one_of(tokens, core - 2, "age ages"))
        core -= 2; /* "between the ages of 55" */
    else if (core >= 1 && token_is_one_of(tokens, core - 1, "age ages"))
        core--;
    core -= core < quantity->core && core > 0 && token_is(tokens, core - 1, "the");
    for (size_t back = 1; back <= 3 && back <= core; back++) {
        size_t i = core - back;
        if (token_listed(tokens, i, word)) {
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
        if (!token_kind_is(tokens, i, TOKEN_WORD) ||
            (token_has(tokens, i, WORD_VERB | WORD_AUXILIARY) && !token_has(tokens, i, WORD_MONTH)))
            return false;
    return led_by(tokens, a, WORDS("from"), ret_first);
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

/* "between a third and a half", "from a quarter to a third", "a third to a half": two parts of a group. */
static bool is_range_of_parts(const struct tokens *tokens, const struct quantity *a, const struct quantity *b,
                              size_t *ret_first)
{
    if (!a->number.fraction || !b->number.fraction || a->kind != b->kind || a->ranged)
        return false;
    enum link link = link_between(tokens, a, b);
    *ret_first = a->first;
    if (link == LINK_AND)
        return led_by(tokens, a, WORDS("between"), ret_first);
    bool ascending = decimal_compare(a->number.value, b->number.value) < 0;
    return link == LINK_TO && (led_by(tokens, a, WORDS("from"), ret_first) || (ascending && !is_change(tokens, a)));
}

bool shares_scale(const struct quantity *a, const struct quantity *b)
{
    return !a->number.scaled && b->number.scaled && !a->number.grouped &&
           decimal_compare(a->number.value, decimal_scale(b->number.value, -b->number.scale)) < 0;
}

/* Whether a and b are one range, and where its literal then begins. */
static bool is_range(const struct tokens *tokens, const struct quantity *a, const struct quantity *b, size_t *ret_first)
{
    size_t at = a->first;
    enum link link = link_between(tokens, a, b);
    bool fits = quantity_is_bare(a) || quantity_is_bare(b) || same_unit(a, b) ||
                (a->kind == b->kind && a->kind == KIND_MONEY && str_eq(a->unit, b->unit));
    if (link == LINK_NONE && is_measured(a) && is_measured(b) && fits && from_to_apart(tokens, a, b, &at)) {
        *ret_first = at;
        return true;
    }
    if (link == LINK_NONE || !is_measured(a) || !is_measured(b) || !fits)
        return false;
    *ret_first = a->first;
    if (link == LINK_AND) {
        if (!led_by(tokens, a, WORDS("between"), &at))
            return false;
        *ret_first = at;
        return true;
    }
    bool from = led_by(tokens, a, WORDS("from"), &at);
    if (link == LINK_TO && from) {
        *ret_first = at;
        return true;
    }
    bool ascending = decimal_compare(a->number.value, b->number.value) < 0 || (!a->number.scaled && b->number.scaled);
    if (link == LINK_TO && !quantity_is_bare(a) && !quantity_is_bare(b) && same_unit(a, b) && !is_change(tokens, a) &&
        a->kind == KIND_MEASURE)
        return true; /* "a current of 1.3 A/cm2 to 0.03 A/cm2" */
    if (link == LINK_TO)
        return ascending &&
               (!is_change(tokens, a) || (quantity_is_bare(a) && !quantity_is_bare(b) && same_magnitude(a, b)));
    if (link == LINK_OR && (a->kind == KIND_MONEY || quantity_is_bare(a)) && shares_scale(a, b))
        return true; /* "$5 or $6 billion", "fifteen or twenty million acres" */
    if (link == LINK_OR)
        return quantity_is_bare(a) && !quantity_is_bare(b) && are_neighbours(a, b);
    bool plain = quantity_is_bare(a) && quantity_is_bare(b) && !(a->number.scaled && b->number.scaled) &&
                 !is_told_large(tokens, a);
    if (plain && !from && a->kind == KIND_COUNT && !token_is_one_of(tokens, a->core - 1, "about ~ around of between"))
        return false;
    return ascending;
}

static int compare_place(int a, int b)
{
    return a < b ? a : b;
}

static void join(struct quantity *a, const struct quantity *b, size_t first)
{
    if (shares_scale(a, b))
        number_scale(&a->number, b->number.scale);
    a->number.upper = b->number.value;
    a->ranged = true;
    if (a->number.precise && b->number.precise)
        a->number.place = compare_place(a->number.place, b->number.place);
    else
        a->number.precise = false;
    if (quantity_is_bare(a) || (a->kind != KIND_MONEY && !quantity_is_bare(b))) {
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

/* "above one quarter and below a half", "more than 20 and less than 30 percent" */
static bool is_bounded(const struct tokens *tokens, const struct quantity *a, const struct quantity *b,
                       size_t *ret_first)
{
    bool parts = a->number.fraction && b->number.fraction && a->kind == b->kind;
    bool fits = quantity_is_bare(a) || quantity_is_bare(b) || same_unit(a, b);
    return (parts || (is_measured(a) && is_measured(b) && fits)) && bounds_join(tokens, a, b, ret_first);
}

/* "below 1500 and above 1000": the lower one is the value, whichever is told first. */
static void put_in_order(struct quantity *range)
{
    if (decimal_compare(range->number.value, range->number.upper) <= 0)
        return;
    struct decimal upper = range->number.value;
    range->number.value = range->number.upper;
    range->number.upper = upper;
}

/* "from 20 mpg in 2008 to 29 mpg in 2020": the date of the first figure stands between the two. */
static bool is_range_past_date(const struct tokens *tokens, const struct quantity *a, const struct quantity *date,
                               const struct quantity *b, size_t *ret_first)
{
    bool between = date->kind == KIND_DATE && token_is_one_of(tokens, a->end, "in on during") &&
                   a->end + 1 == date->first && token_is(tokens, date->end, "to") && date->end + 1 == b->core;
    bool fits = quantity_is_bare(a) || quantity_is_bare(b) || same_unit(a, b);
    return between && is_measured(a) && is_measured(b) && fits && led_by(tokens, a, WORDS("from"), ret_first);
}

/* "from 50 cents to $2": in the larger unit, which says whose cents they are. */
static bool is_range_from_cents(const struct tokens *tokens, struct quantity *a, const struct quantity *b,
                                size_t *ret_first)
{
    bool cents = str_eq(a->unit, STR("cent")) || str_eq(a->unit, STR("penny"));
    if (!cents || b->kind != KIND_MONEY || str_eq(b->unit, a->unit))
        return false;
    struct quantity same = *a;
    same.unit = b->unit;
    same.unit_assumed = b->unit_assumed;
    same.number.value = decimal_scale(a->number.value, -2);
    same.number.place -= 2;
    size_t at;
    bool led = led_by(tokens, a, WORDS("from"), &at) || led_by(tokens, a, WORDS("between"), &at);
    if (!led || !is_range(tokens, &same, b, ret_first)) /* "up 10 cents to $2.24": a change and a level */
        return false;
    *a = same;
    return true;
}

/* "30 cm to one metre", "from 45 minutes to two hours": the second figure in the unit of the first. */
static bool is_range_of_two_units(const struct tokens *tokens, const struct quantity *a, struct quantity *b,
                                  size_t *ret_first)
{
    size_t first;
    enum link link = link_between(tokens, a, b);
    if (link == LINK_HYPHEN || (link == LINK_NONE && !from_to_apart(tokens, a, b, &first)))
        return false;
    struct quantity same = *b;
    if (!unit_convert(b, a, &same.number.value))
        return false;
    same.unit = a->unit;
    same.kind = a->kind;
    same.number.precise = false;
    bool up = a->core > 0 && token_is(tokens, a->core - 1, "up");
    if (up || !is_range(tokens, a, &same, ret_first))
        return false;
    *b = same;
    return true;
}

/* "between the tenth and the fifteenth" */
static bool is_range_of_ranks(const struct tokens *tokens, const struct quantity *a, const struct quantity *b,
                              size_t *ret_first)
{
    size_t the = a->first > 0 && token_is(tokens, a->first - 1, "the"), i = a->end + 1;
    i += token_is(tokens, i, "the");
    bool between = a->kind == KIND_RANK && b->kind == KIND_RANK && a->first > the &&
                   token_is(tokens, a->first - the - 1, "between") && token_is(tokens, a->end, "and") && i == b->first;
    *ret_first = between ? a->first - the - 1 : 0;
    return between && decimal_compare(a->number.value, b->number.value) < 0;
}

/*
 * Whether a second figure has a place in one that ends before it: right behind it, or tied to it by what stands on either side
 * of the gap. All the rules below ask for one of these, and most figures of a sentence have none.
 */
static bool may_join(const struct tokens *tokens, const struct quantity *a, const struct quantity *b)
{
    size_t i = a->end;
    return b->core <= i || token_mark(tokens, i, '-') || token_mark(tokens, i, ',') || token_mark(tokens, i, '~') ||
           token_is_one_of(tokens, i, "to through til till until and or but") || token_is(tokens, b->core - 1, "to");
}

/* Whether the quantity goes on the range that the last one kept began, and is part of it from then on. */
static bool join_last(struct reading *reading, size_t *kept, const struct quantity *next)
{
    const struct tokens *tokens = &reading->tokens;
    struct quantity *last = &reading->at[*kept - 1], range;
    size_t first;
    if (!may_join(tokens, last, next))
        return false;
    if (compound_join(tokens, last, next))
        return true;
    bool bounded = is_bounded(tokens, last, next, &first);
    if (!bounded && *kept >= 2 && is_range_past_date(tokens, last - 1, last, next, &first)) {
        last--;
        --*kept;
    } else if (!bounded && !is_range(tokens, last, next, &first) && !is_range_of_ranks(tokens, last, next, &first) &&
               !is_range_of_parts(tokens, last, next, &first) && !is_range_from_cents(tokens, last, next, &first)) {
        range = *next;
        next = &range;
        if (!is_range_of_two_units(tokens, last, &range, &first))
            return false;
    }
    join(last, next, first);
    if (bounded)
        put_in_order(last);
    /* a range led by a word holds it in its literal; modifiers are looked for before that */
    last->core = last->first;
    return true;
}

void ranges_join(struct reading *reading)
{
    size_t kept = 0;
    for (size_t k = 0; k < reading->count; k++) {
        const struct quantity *next = &reading->at[k];
        if (kept > 0 && join_last(reading, &kept, next))
            continue;
        if (kept < k)
            reading->at[kept] = *next;
        kept++;
    }
    reading->count = kept;
}
