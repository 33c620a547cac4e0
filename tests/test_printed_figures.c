/*
 * A property of extraction: a figure that is printed and extracted again is the same figure. The figures are made by a
 * generator: kinds, units and currencies of the tables, numbers with grouping, decimals and scales, modifiers, ranges.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/decimal.h"
#include "core/extract/unit.h"
#include "tests/properties.h"

#define SHOWN_FAILURES 40

/* What was printed, and as what it must come back. */
struct figure {
    int kind, relation;
    struct str unit, per; /* null for none */
    struct decimal low, high;
    bool ranged;
};

struct written {
    struct random *random;
    struct figure figure;
    uint64_t above; /* the next number is greater */
    struct buf text;
};

struct power {
    const char *word;
    int exponent;
};

static const struct power no_power = {"", 0};
static const struct power powers[] = {{" thousand", 3}, {" million", 6}, {" billion", 9}, {" trillion", 12}};
static const struct power suffixes[] = {{"k", 3}, {"m", 6}, {"bn", 9}, {"tn", 12}};

static const struct {
    const char *words;
    int relation;
} modifiers[] = {
    {"", RELATION_EQUAL},
    {"more than ", RELATION_ABOVE},
    {"over ", RELATION_ABOVE},
    {"at least ", RELATION_LEAST},
    {"less than ", RELATION_BELOW},
    {"under ", RELATION_BELOW},
    {"up to ", RELATION_MOST},
    {"no more than ", RELATION_MOST},
    {"about ", RELATION_ABOUT},
    {"around ", RELATION_ABOUT},
    {"roughly ", RELATION_ABOUT},
    {"approximately ", RELATION_ABOUT},
    {"nearly ", RELATION_NEARLY},
    {"almost ", RELATION_NEARLY},
    {"just under ", RELATION_NEARLY},
    {"just over ", RELATION_BARELY},
};

/* Digits with their thousands grouped. Four digits are always grouped: bare ones may be a year. */
static void write_integer(struct written *out, uint64_t value)
{
    struct arena arena = {0};
    struct str digits = arena_printf(&arena, "%llu", (unsigned long long)value);
    bool grouped = digits.len == 4 || !random_chance(out->random, 4);
    for (size_t i = 0; i < digits.len; i++) {
        if (grouped && i > 0 && (digits.len - i) % 3 == 0)
            buf_char(&out->text, ',');
        buf_char(&out->text, digits.ptr[i]);
    }
    arena_release(&arena);
}

/* A positive number with some decimals, written with the power of ten after it; returns what it comes to. */
static struct decimal write_number(struct written *out, bool decimals, struct power power, bool scaled)
{
    static const uint64_t widest[] = {9, 99, 999, 9999, 99999, 999999, 99999999};
    uint64_t most = widest[random_below(out->random, scaled ? 3 : COUNT_OF(widest))];
    uint64_t whole = out->above + 1 + random_below(out->random, most);
    out->above = whole;
    struct decimal value = decimal_from(whole);
    write_integer(out, whole);
    if (decimals && !random_chance(out->random, 3)) {
        uint64_t places = 1 + random_below(out->random, 2), part = random_below(out->random, places == 1 ? 10 : 100);
        buf_printf(&out->text, ".%0*llu", (int)places, (unsigned long long)part);
        value = decimal_from(whole * (places == 1 ? 10 : 100) + part);
        value.exponent -= (int)places;
    }
    buf_str(&out->text, str_from(power.word));
    return decimal_scale(value, power.exponent);
}

/* How a kind of figure is laid out: what stands before each number and after it. */
struct layout {
    struct str before, after;
    bool decimals;
    struct power power;
};

/* What one end of a range leaves to the other. */
struct end {
    bool before, power, after;
};

static struct decimal write_end(struct written *out, const struct layout *layout, struct end end)
{
    if (end.before)
        buf_str(&out->text, layout->before);
    struct power power = end.power ? layout->power : no_power;
    struct decimal value = write_number(out, layout->decimals, power, layout->power.exponent > 0);
    if (end.after)
        buf_str(&out->text, layout->after);
    return end.power ? value : decimal_scale(value, layout->power.exponent);
}

/* "$5 to 7 million", "€5m–7m", "5% to 7%": the first end is written in part or whole, the second but for its sign. */
static void write_range(struct written *out, const struct layout *layout)
{
    static const char *const joined[][2] = {{"between ", " and "}, {"from ", " to "}, {"", " to "}, {"", "–"}};
    size_t form = random_below(out->random, COUNT_OF(joined));
    bool power = random_chance(out->random, 2);
    bool both = power && random_chance(out->random, 2);
    if (form == 3 && str_starts(layout->after, STR(" ")))
        both = false; /* "5 kg–7 kg" is hardly written */
    buf_str(&out->text, str_from(joined[form][0]));
    out->figure.low = write_end(out, layout, (struct end){true, power, both});
    buf_str(&out->text, str_from(joined[form][1]));
    out->figure.high = write_end(out, layout, (struct end){both, true, true});
    out->figure.ranged = true;
}

static void write_figure(struct written *out, const struct layout *layout)
{
    if (random_chance(out->random, 4)) {
        write_range(out, layout);
        return;
    }
    size_t modifier = random_below(out->random, COUNT_OF(modifiers));
    buf_str(&out->text, str_from(modifiers[modifier].words));
    out->figure.relation = modifiers[modifier].relation;
    out->figure.low = write_end(out, layout, (struct end){true, true, true});
}

static const char *same_figure(const struct figure *figure, const struct claim *claim)
{
    struct arena arena = {0};
    bool low = str_eq(claim->value, decimal_print(&arena, figure->low));
    bool high = figure->ranged ? str_eq(claim->upper, decimal_print(&arena, figure->high)) : !claim->upper.ptr;
    arena_release(&arena);
    return claim->kind != figure->kind           ? "another kind"
           : !low                                ? "another value"
           : !high                               ? "another upper end"
           : !str_eq(claim->unit, figure->unit)  ? "another unit"
           : !str_eq(claim->per, figure->per)    ? "another rate"
           : claim->relation != figure->relation ? "another relation"
                                                 : NULL;
}

/* Whether the figure comes back, as the only one of its text. */
static bool comes_back(struct extractor *extractor, const struct written *out, bool show)
{
    static const char *const carriers[][2] = {
        {"The report puts it at ", "."}, {"They recorded ", " in the end."}, {"It was ", ", officials said."}};
    struct random pick = *out->random;
    size_t carrier = random_below(&pick, COUNT_OF(carriers));
    struct buf text = {0};
    buf_printf(&text, "%s%s%s", carriers[carrier][0], out->text.ptr, carriers[carrier][1]);
    struct extraction got;
    extraction_run(extractor, buf_view(&text), &got);
    const char *wrong = got.count == 0   ? "nothing found"
                        : got.count != 1 ? "more than one found"
                                         : same_figure(&out->figure, &got.claims[0]);
    if (wrong && show) {
        fprintf(stderr, "%s: %s\n", text.ptr, wrong);
        show_claims(&got);
    }
    extraction_release(&got);
    buf_release(&text);
    return !wrong;
}

typedef void write_fn(struct written *out);

static void assert_comes_back(write_fn *write, size_t rounds)
{
    struct random random = {20260301};
    struct extractor *extractor = extractor_new();
    size_t failed = 0;
    for (size_t i = 0; i < rounds; i++) {
        struct written out = {.random = &random, .figure = {.relation = RELATION_EQUAL}};
        write(&out);
        failed += !comes_back(extractor, &out, failed < SHOWN_FAILURES);
        buf_release(&out.text);
    }
    extractor_free(extractor);
    if (failed > 0)
        fail_msg("%zu of %zu figures came back changed", failed, rounds);
}

static struct power power_or_none(struct random *random)
{
    return random_chance(random, 2) ? powers[random_below(random, COUNT_OF(powers))] : no_power;
}

/*
 * Signs and codes before the number. A single letter is left out: "R50" and "P20" name roads and pupils' grades as
 * well; so are letters that stand for something else as often ("PS 500": horsepower; "SR 80", "TL 3": roads, models).
 */
static void write_money_by_sign(struct written *out)
{
    static const char *const ambiguous[] = {"R", "P", "N", "PS", "SR", "TL", "DM", "Dh", "Kc", "Tk"};
    const struct currency_prefix *prefix;
    bool skip;
    size_t count = 0;
    while (currency_prefixes[count].prefix)
        count++;
    do {
        prefix = &currency_prefixes[random_below(out->random, count)];
        skip = false;
        for (size_t i = 0; i < COUNT_OF(ambiguous); i++)
            skip = skip || strcmp(prefix->prefix, ambiguous[i]) == 0;
    } while (skip);
    struct buf before = {0};
    buf_str(&before, str_from(prefix->prefix));
    if (is_alpha(prefix->prefix[strlen(prefix->prefix) - 1]) && random_chance(out->random, 2))
        buf_char(&before, ' ');
    struct layout layout = {buf_view(&before), STR(""), true, power_or_none(out->random)};
    if (random_chance(out->random, 4))
        layout.power = suffixes[random_below(out->random, COUNT_OF(suffixes))];
    out->figure.kind = KIND_MONEY;
    out->figure.unit = str_from(prefix->code);
    write_figure(out, &layout);
    buf_release(&before);
}

static void write_percent(struct written *out)
{
    static const struct {
        const char *after, *unit;
    } forms[] = {{"%", "percent"},
                 {" percent", "percent"},
                 {" per cent", "percent"},
                 {" percentage points", "percentage point"},
                 {" basis points", "basis point"}};
    size_t form = random_below(out->random, COUNT_OF(forms));
    struct layout layout = {STR(""), str_from(forms[form].after), true, no_power};
    out->figure.kind = KIND_PERCENT;
    out->figure.unit = str_from(forms[form].unit);
    write_figure(out, &layout);
}

static void write_count(struct written *out)
{
    static const struct {
        const char *after, *unit;
    } nouns[] = {
        {" people", "person"},
        {" homes", "home"},
        {" women", "woman"},
        {" children", "child"},
        {" new nurses", "new nurse"},
        {" factories", "factory"},
        {" votes", "vote"},
        {" shipping containers", "shipping container"},
        {" species", "species"},
        {" teachers", "teacher"},
        {" buses", "bus"},
        {" school meals", "school meal"},
        {" job cuts", "job cut"},
        {" soldiers", "soldier"},
    };
    size_t noun = random_below(out->random, COUNT_OF(nouns));
    struct power power = power_or_none(out->random);
    /* half a nurse is counted only in millions */
    struct layout layout = {STR(""), str_from(nouns[noun].after), power.exponent > 0, power};
    out->figure.kind = KIND_COUNT;
    out->figure.unit = str_from(nouns[noun].unit);
    write_figure(out, &layout);
}

/* How many units of the table have that form: one that has several can't come back as each of them. */
static size_t units_with_form(struct str form)
{
    size_t found = 0;
    for (const struct unit *unit = unit_table; unit->name; unit++)
        for (int symbols = 0; symbols < 2; symbols++) {
            struct str forms = str_from(symbols ? unit->symbols : unit->words);
            while (forms.len > 0)
                found += str_eq(str_split(&forms, '|'), form);
        }
    return found;
}

/*
 * Forms that mean something else where only digits stand beside them, and come back as that: "25m" and "5K" are millions
 * and thousands, "7 pm" is a time, "1 st" a rank, "3 in" goes on to "the end", "a 5 A" and "9 s" may be marks or names,
 * "56 pt" is as often points, "9 leagues" are counted, "2 crowns" are worn, "3.08hrs" is a time, and "4 million British
 * thermal units" are millions of one.
 */
static bool form_is_ambiguous(struct str form)
{
    static const char *const forms[] = {"m", "K",  "pm",     "st",    "in",  "A",
                                        "s", "pt", "league", "crown", "hrs", "million british thermal unit"};
    for (size_t i = 0; i < COUNT_OF(forms); i++)
        if (str_eq(form, str_from(forms[i])))
            return true;
    return false;
}

static bool form_is_plural(struct str form)
{
    static const char *const ends[] = {"s",    "feet",   "inches", "centuries", "lire", "reais",
                                       "leva", "kronor", "kroner", "pence",     "lei",  "sterling"};
    for (size_t i = 0; i < COUNT_OF(ends); i++)
        if (str_ends(form, str_from(ends[i])))
            return true;
    return str_find(form, STR(" per "), 0) < form.len || str_find(form, STR(" an "), 0) < form.len ||
           str_find(form, STR("s of "), 0) < form.len || str_ends(form, STR("celsius")) || str_ends(form, STR(" c"));
}

/* "foot", "inch": the table has "feet" beside it, and that is what is written after a number. */
static bool has_irregular_plural(struct str form)
{
    return str_ends(form, STR("foot")) || str_ends(form, STR("inch")) || str_ends(form, STR("century"));
}

/* One form of one unit of the table, other than percent and points. */
static const struct unit *pick_unit(struct random *random, struct str *ret_form, bool *ret_symbol)
{
    size_t count = 0;
    while (unit_table[count].name)
        count++;
    for (;;) {
        const struct unit *unit = &unit_table[random_below(random, count)];
        bool symbol = random_chance(random, 2);
        struct str forms = str_from(symbol ? unit->symbols : unit->words), form = STR_NULL;
        for (size_t skip = random_below(random, 4) + 1; skip > 0 && forms.len > 0; skip--)
            form = str_split(&forms, '|');
        if (!form.ptr || form.len == 0 || unit->kind == KIND_PERCENT || unit->kind == KIND_RATIO ||
            unit->kind == KIND_INDEX || form_is_ambiguous(form) || units_with_form(form) != 1 ||
            has_irregular_plural(form))
            continue;
        *ret_form = form;
        *ret_symbol = symbol;
        return unit;
    }
}

static void write_unit_of_table(struct written *out)
{
    struct str form;
    bool symbol;
    const struct unit *unit = pick_unit(out->random, &form, &symbol);
    struct buf after = {0};
    if (!symbol || random_chance(out->random, 2))
        buf_char(&after, ' ');
    buf_str(&after, form);
    if (!symbol && !form_is_plural(form))
        buf_char(&after, 's');
    /* a power of ten goes with money; "3 million kilometres" and "2 thousand years" as well, "3 million km" hardly */
    struct power power = symbol ? no_power : power_or_none(out->random);
    if (str_eq(form, STR("pound")))
        power = no_power; /* "3 million pounds" is money */
    struct layout layout = {STR(""), buf_view(&after), true, power};
    out->figure.kind = unit->kind;
    out->figure.unit = str_from(unit->name);
    out->figure.per = str_from(unit->per);
    write_figure(out, &layout);
    buf_release(&after);
}

static void test_money_by_sign_comes_back(void **state)
{
    (void)state;
    assert_comes_back(write_money_by_sign, 2000);
}

static void test_percent_comes_back(void **state)
{
    (void)state;
    assert_comes_back(write_percent, 1500);
}

static void test_count_comes_back(void **state)
{
    (void)state;
    assert_comes_back(write_count, 2000);
}

static void test_every_unit_of_the_table_comes_back(void **state)
{
    (void)state;
    assert_comes_back(write_unit_of_table, 4000);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_money_by_sign_comes_back),
        cmocka_unit_test(test_percent_comes_back),
        cmocka_unit_test(test_count_comes_back),
        cmocka_unit_test(test_every_unit_of_the_table_comes_back),
    };
    return cmocka_run_group_tests_name("printed figures", tests, NULL, NULL);
}
