/* Amounts told in two units: "3 dollars 50 cents", "5 ft 2 in", "one kuai and five mao"; and one unit in terms of another. */
#include "core/extract/reading.h"

/* Units of one kind whose ratio is exact, the larger one first. */
static const struct {
    const char *large, *small;
    uint64_t ratio;
} ratios[] = {
    {"centimetre", "millimetre", 10},
    {"metre", "centimetre", 100},
    {"metre", "millimetre", 1000},
    {"kilometre", "metre", 1000},
    {"foot", "inch", 12},
    {"yard", "foot", 3},
    {"kilogram", "gram", 1000},
    {"tonne", "kilogram", 1000},
    {"gram", "milligram", 1000},
    {"pound", "ounce", 16},
    {"stone", "pound", 14},
    {"litre", "millilitre", 1000},
    {"degree", "arcminute", 60},
    {"arcminute", "arcsecond", 60},
    {"minute", "second", 60},
    {"hour", "minute", 60},
    {"hour", "second", 3600},
    {"day", "hour", 24},
    {"week", "day", 7},
    {"year", "month", 12},
    {"decade", "year", 10},
    {"megawatt", "kilowatt", 1000},
    {"gigawatt", "megawatt", 1000},
    {"gigabyte", "megabyte", 1000},
    {"terabyte", "gigabyte", 1000},
};

bool unit_convert(const struct quantity *quantity, const struct quantity *other, struct decimal *ret)
{
    if (quantity->kind != other->kind || !quantity->unit.ptr || !other->unit.ptr || quantity->per.ptr || other->per.ptr)
        return false;
    for (size_t i = 0; i < sizeof(ratios) / sizeof(ratios[0]); i++) {
        struct str large = str_from(ratios[i].large), small = str_from(ratios[i].small);
        struct decimal ratio = decimal_from(ratios[i].ratio);
        if (str_eq(quantity->unit, large) && str_eq(other->unit, small))
            return decimal_multiply(quantity->number.value, ratio, ret);
        if (str_eq(quantity->unit, small) && str_eq(other->unit, large))
            return decimal_divide(quantity->number.value, ratio, 16, ret);
    }
    return false;
}

static bool is_sign_first(const struct quantity *quantity)
{
    return quantity->core < quantity->number.first;
}

static bool is_shilling(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(tokens, i, "shilling shillings");
}

static uint64_t unit_ratio(struct str large, struct str small)
{
    for (size_t i = 0; i < sizeof(ratios) / sizeof(ratios[0]); i++)
        if (str_eq(large, str_from(ratios[i].large)) && str_eq(small, str_from(ratios[i].small)))
            return ratios[i].ratio;
    return 0;
}

/* How many of the second unit make one of the first: "3 dollars 50 cents", "5 ft 2 in"; 0 where they don't go together. */
static uint64_t parts_of(const struct quantity *a, const struct quantity *b)
{
    bool yuan = str_eq(a->unit, STR("CNY")), jiao = str_eq(a->unit, STR("jiao"));
    if (str_eq(b->unit, STR("jiao")))
        return yuan ? 10 : 0;
    if (str_eq(b->unit, STR("fen")))
        return yuan ? 100 : jiao ? 10 : 0;
    if (a->kind == KIND_MONEY && (str_eq(b->unit, STR("cent")) || str_eq(b->unit, STR("penny"))) &&
        !str_eq(a->unit, b->unit))
        return 100;
    if ((a->kind != KIND_DURATION && a->kind != KIND_MEASURE) || a->hyphenated)
        return 0;
    return unit_ratio(a->unit, b->unit);
}

/*
 * Old money: twenty shillings a pound, twelve pence a shilling. How many of b's unit make a pound, 0 where none do: "two
 * pounds ten [shillings]", "5 pounds 7 shillings [and 6 pence]".
 */
static uint64_t parts_of_pound(const struct tokens *tokens, const struct quantity *a, const struct quantity *b)
{
    size_t last = a->end - 1;
    bool pounds = token_is_one_of(tokens, last, "pound pounds"), shillings = is_shilling(tokens, last);
    if (pounds && is_shilling(tokens, b->end - 1) && b->end == b->number.end + 1)
        return 20;
    if (shillings && str_eq(a->unit, STR("GBP")) && token_is_one_of(tokens, b->end - 1, "penny pence"))
        return 240;
    bool words = pounds && quantity_is_bare(b) && !b->number.in_digits && !b->number.scaled && b->number.place >= 0 &&
                 !token_is(tokens, a->end, "and") && !is_sign_first(a);
    bool counts = token_kind_is(tokens, b->end, TOKEN_WORD) && !token_has(tokens, b->end, WORD_PREPOSITION) &&
                  !token_is_one_of(tokens, b->end, "a an each apiece");
    bool old = decimal_compare(b->number.value, decimal_from(20)) < 0;
    if (!words || counts || (old && a->kind != KIND_MONEY))
        return 0; /* "two pounds ten" may be a weight; "two pounds fifty" is none */
    return old ? 20 : 100;
}

/* "It costs 15 dollars 50.", "$100 and fifty": two digits after the unit, and nothing that they could count. */
static uint64_t bare_parts(const struct tokens *tokens, const struct quantity *a, const struct quantity *b)
{
    bool joined = token_is(tokens, a->end, "and");
    bool small = b->number.place == 0 && !b->number.scaled && decimal_compare(b->number.value, decimal_from(100)) < 0;
    bool counts =
        token_kind_is(tokens, b->end, TOKEN_WORD) && !token_is_one_of(tokens, b->end, "more less apiece each");
    if (a->kind != KIND_MONEY || !quantity_is_bare(b) || !small || b->number.grouped || counts)
        return 0;
    bool between = a->core > 0 && token_is_one_of(tokens, a->core - 1, "between both");
    if (is_sign_first(a))
        return joined && !b->number.in_digits && !between ? 100 : 0;
    if (a->end == a->number.end)
        return 0;
    return str_eq(a->unit, STR("jiao")) ? 10 : 100;
}

/* Whether a second unit may follow what was read of the first: "one kuai [five mao]", "one kuai five mao [five]". */
static bool is_open(const struct tokens *tokens, const struct quantity *a)
{
    return a->number.place >= 0 || token_is_one_of(tokens, a->end - 1, "mao jiao shilling shillings minute minutes");
}

/* "thirteen dollars and forty-five cents", "5 ft 2 in", "15 dollars 50": one amount told in two units. */
bool compound_join(const struct tokens *tokens, struct quantity *a, const struct quantity *b)
{
    size_t i = a->end;
    i += token_is(tokens, i, "and");
    bool measured = !kind_is_background(a->kind) && a->kind != KIND_RATIO && !a->ranged && !a->number.fraction &&
                    !kind_is_background(b->kind) && b->kind != KIND_RATIO && !b->ranged && !b->number.fraction;
    bool plain = measured && i == b->core && b->core == b->number.first && is_open(tokens, a) && !a->per.ptr;
    uint64_t pound = plain ? parts_of_pound(tokens, a, b) : 0;
    uint64_t parts = pound > 0 || !plain ? pound : quantity_is_bare(b) ? bare_parts(tokens, a, b) : parts_of(a, b);
    bool between =
        token_is(tokens, a->end, "and") && a->core > 0 && token_is_one_of(tokens, a->core - 1, "between both");
    struct decimal part, sum;
    if (between)
        return false;
    if (parts == 0 || decimal_compare(b->number.value, decimal_from(parts)) >= 0 ||
        !decimal_multiply(a->number.value, decimal_from(parts), &part) || !decimal_add(part, b->number.value, &part) ||
        !decimal_divide(part, decimal_from(parts), 16, &sum))
        return false;
    a->number.value = sum;
    a->number.place = -2;
    a->number.precise = a->number.precise && parts == 100;
    a->end = b->end;
    a->per = b->per;
    if (pound > 0) {
        a->kind = KIND_MONEY;
        a->unit = STR("GBP");
        a->unit_assumed = false;
    }
    return true;
}
