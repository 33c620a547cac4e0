/*
 * Quantities: a number with its currency, unit or counted noun, sign, age and rate; ranks and dates beside them.
 */
#include <string.h>

#include "core/extract/reading.h"

static bool glued(const struct tokens *tokens, size_t i)
{
    return token_flag(tokens, i, TOKEN_GLUED);
}

struct quantity *reading_add(struct reading *reading)
{
    if (reading->count == reading->cap) {
        size_t cap = reading->cap > 0 ? reading->cap * 2 : 16;
        struct quantity *bigger = arena_alloc(reading->scratch, cap * sizeof(*bigger));
        if (reading->count > 0)
            memcpy(bigger, reading->at, reading->count * sizeof(*bigger));
        reading->at = bigger;
        reading->cap = cap;
    }
    struct quantity *quantity = &reading->at[reading->count++];
    *quantity = (struct quantity){.kind = KIND_COUNT};
    return quantity;
}

static void set_unit(struct quantity *quantity, const struct unit *unit)
{
    quantity->unit = str_from(unit->name);
    quantity->kind = unit->kind;
    if (unit->per)
        quantity->per = str_from(unit->per);
}

/* ---- money before the number ---- */

/* "$5m", "$5 bn", "£3k": letters that only money turns into a scale. */
static void read_money_scale(const struct tokens *tokens, struct quantity *quantity)
{
    static const struct {
        const char *letters;
        int power;
    } table[] = {{"m", 6}, {"M", 6},  {"mm", 6}, {"MM", 6},  {"b", 9},
                 {"B", 9}, {"t", 12}, {"T", 12}, {"mio", 6}, {"Mio", 6}};
    if (quantity->number.scaled || !token_kind_is(tokens, quantity->end, TOKEN_WORD))
        return;
    for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        if (str_eq(token_text(tokens, quantity->end), str_from(table[i].letters))) {
            number_scale(&quantity->number, table[i].power);
            quantity->end++;
            return;
        }
    }
}

/* "$76 US", "$75 U.S. per barrel": which dollar, said after the number. */
static void read_dollar_country(const struct tokens *tokens, struct quantity *quantity)
{
    static const char *const countries[][2] = {{"US", "USD"},  {"U.S.", "USD"},     {"U.S", "USD"},
                                               {"USD", "USD"}, {"Canadian", "CAD"}, {"Australian", "AUD"},
                                               {"CAD", "CAD"}, {"AUD", "AUD"},      {"NZ", "NZD"}};
    if (!quantity->unit_assumed)
        return;
    for (size_t i = 0; i < sizeof(countries) / sizeof(countries[0]); i++) {
        if (!str_eq(token_text(tokens, quantity->end), str_from(countries[i][0])))
            continue;
        size_t next = quantity->end + 1;
        bool adjective = token_kind_is(tokens, next, TOKEN_WORD) && !tokens->at[next].word && countries[i][0][0] == 'U';
        if (adjective && token_flag(tokens, next, TOKEN_CAPITAL))
            return; /* "gave $5m U.S. Steel" */
        quantity->unit = str_from(countries[i][1]);
        quantity->unit_assumed = false;
        quantity->end = next;
        return;
    }
}

static bool read_money_before(const struct tokens *tokens, struct quantity *quantity)
{
    const struct currency_prefix *prefix;
    size_t first;
    if (!currency_before(tokens, quantity->number.first, &first, &prefix))
        return false;
    quantity->core = quantity->first = first;
    quantity->kind = KIND_MONEY;
    quantity->unit = str_from(prefix->code);
    quantity->unit_assumed = prefix->assumed;
    read_money_scale(tokens, quantity);
    read_dollar_country(tokens, quantity);
    /* "$5 million dollars": the sign says it already */
    if (prefix->assumed && token_is_one_of(tokens, quantity->end, "dollar dollars"))
        quantity->end++;
    return true;
}

/* "-5", "−$3bn", "minus 5", "minus-260": a sign that nothing stands against on its left. */
static void read_sign(const struct tokens *tokens, struct quantity *quantity)
{
    size_t core = quantity->core;
    if (core == 0)
        return;
    if (token_mark(tokens, core - 1, '+') && glued(tokens, core) && !glued(tokens, core - 1)) {
        quantity->first = quantity->core = core - 1;
        return;
    }
    bool hyphen = token_mark(tokens, core - 1, '-') && glued(tokens, core);
    if (hyphen && core >= 2 && token_is_one_of(tokens, core - 2, "minus negative")) {
        quantity->core = core - 2;
    } else if (hyphen && !glued(tokens, core - 1) && !token_kind_is(tokens, core - 2, TOKEN_NUMBER)) {
        quantity->core = core - 1;
    } else if (hyphen && core >= 2 && glued(tokens, core - 1) && token_mark(tokens, core - 2, '(')) {
        quantity->core = core - 1;
    } else if (token_is_one_of(tokens, core - 1, "minus negative")) {
        quantity->core = core - 1;
    } else {
        return;
    }
    quantity->first = quantity->core;
    quantity->number.value.negative = true;
}

/* ---- the unit after the number ---- */

/* Words of the sentence that tell a price from a weight, where "pounds" may be either. */
static bool speaks_of_money(const struct tokens *tokens)
{
    bool money = false;
    for (size_t i = 0; i < tokens->count; i++) {
        if (token_is_one_of(tokens, i, "weigh weighs weighed weight weighing heavy lost lift lifted force torque"))
            return false;
        money =
            money ||
            token_is_one_of(tokens, i,
                            "cost costs price prices priced pay pays paid spend spends spent spending worth fine fined "
                            "budget budgets earn earns earned salary wage wages bill bills fund funds funding grant "
                            "grants tax taxes "
                            "sterling pence loan loans rent buy bought sold sell fee fees profit loss revenue "
                            "fined donated donation award awarded invest invested prize pension cash");
    }
    return money;
}

static bool speaks_of_index(const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (token_is_one_of(
                tokens, i,
                "index indexes indices stocks shares dow nasdaq ftse dax nikkei benchmark composite average s&p market "
                "markets poll polls rating approval closed trading"))
            return true;
    return false;
}

/* "m" after a number is a metre, unless things are counted: "35m people", "12.3m tonnes". */
static bool is_million(const struct reading *reading, const struct quantity *quantity, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    struct unit_match unit;
    struct counted counted;
    if (!token_is_one_of(tokens, i, "m b") || quantity->number.scaled)
        return false;
    if (token_is(tokens, i, "b") && str_eq(token_text(tokens, i), STR("b")) && !glued(tokens, i))
        return false;
    if (unit_find(reading->units, tokens, i + 1, false, &unit) && unit.unit->kind != KIND_DURATION)
        return true;
    return counted_noun(reading, i + 1, false, &counted) &&
           !token_is_one_of(
               tokens, i + 1,
               "long wide deep high tall sprint race final hurdles freestyle butterfly breaststroke backstroke relay");
}

/* Symbols of one letter are words too: they count only where they touch the digits or end a phrase. */
static bool symbol_fits(const struct tokens *tokens, const struct quantity *quantity, const struct unit_match *match,
                        size_t i)
{
    if (!match->symbol)
        return true;
    struct str text = tokens_text(tokens, i, match->end);
    bool touches = glued(tokens, i);
    if (str_eq(text, STR("A")) && token_mark(tokens, match->end, '/'))
        return true;
    if (str_eq(text, STR("in")) || str_eq(text, STR("A")) || str_eq(text, STR("pt")) || str_eq(text, STR("st")))
        return touches && !token_is_one_of(tokens, match->end, "the a an");
    if (str_eq(text, STR("s")) && !touches)
        return false;
    if (str_eq(text, STR("s")) && quantity->number.precise && quantity->number.place == 0 &&
        decimal_compare(quantity->number.value, decimal_from(10)) >= 0 && quantity->number.value.coefficient % 10 == 0)
        return false; /* "the 30s", "747s" */
    bool letter = text.len == 1 && is_alpha(text.ptr[0]);
    bool initial = letter && token_mark(tokens, match->end, '.') && glued(tokens, match->end) && is_upper(text.ptr[0]);
    bool ends =
        match->end >= tokens->count || !token_kind_is(tokens, match->end, TOKEN_NUMBER) || !glued(tokens, match->end);
    return ends && !initial && !(letter && token_mark(tokens, match->end, '-') && glued(tokens, match->end));
}

/* Words that are a unit only in some company: "won", "mark", "league", "second", "hand", "pound". */
static bool word_fits(const struct reading *reading, const struct quantity *quantity, struct unit_match *match,
                      size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    if (match->symbol)
        return true;
    bool scaled = quantity->number.scaled || quantity->number.grouped;
    if (token_is_one_of(tokens, i, "won mark real sol rand dong sen kip"))
        return scaled;
    if (token_is_one_of(tokens, i, "league quarter time point cup hand") && !quantity->hyphenated &&
        match->end == i + 1)
        return decimal_compare(quantity->number.value, decimal_from(1)) <= 0 || quantity->number.in_digits;
    if (token_is_one_of(tokens, i, "cups hands leagues times bits") && match->end == i + 1 &&
        token_is(tokens, i, "leagues"))
        return false;
    if (token_is_one_of(tokens, i, "pound pounds") && match->unit->kind == KIND_MEASURE &&
        (quantity->number.scale >= 6 || speaks_of_money(tokens)))
        match->unit = unit_named("GBP");
    return true;
}

/* "three times" as a multiple or as occasions; "points" of an index or of a game. */
static void settle_kind(const struct reading *reading, struct quantity *quantity, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    if (quantity->kind == KIND_RATIO && token_is_one_of(tokens, i, "times time")) {
        bool multiple = token_is_one_of(tokens, quantity->end,
                                        "more as the higher larger bigger greater faster less lower fewer smaller that "
                                        "their its his her what stronger longer better richer worse cheaper normal") ||
                        !token_is(tokens, i, "times");
        if (!multiple || token_is_one_of(tokens, quantity->end + 1, "week day year month hour season way while")) {
            quantity->kind = KIND_COUNT;
            quantity->unit = STR("time");
        }
    }
    bool point = quantity->kind == KIND_INDEX;
    if (point && !speaks_of_index(tokens) && quantity->number.place == 0)
        quantity->kind = KIND_COUNT;
}

static bool read_unit(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->end;
    if (is_million(reading, quantity, i)) {
        number_scale(&quantity->number, token_is(tokens, i, "m") ? 6 : 9);
        quantity->end = ++i;
    }
    bool hyphen = token_mark(tokens, i, '-') && glued(tokens, i) && glued(tokens, i + 1) &&
                  token_kind_is(tokens, i + 1, TOKEN_WORD);
    if (hyphen) {
        quantity->hyphenated = true;
        i++;
    }
    struct unit_match match;
    bool digits = quantity->number.in_digits || quantity->number.scaled;
    if (unit_find(reading->units, tokens, i, digits, &match) && symbol_fits(tokens, quantity, &match, i) &&
        word_fits(reading, quantity, &match, i)) {
        set_unit(quantity, match.unit);
        quantity->end = match.end;
        settle_kind(reading, quantity, i);
        return true;
    }
    return false;
}

/* "30'", "25.5″": feet and inches, where no quotation is open. */
static bool read_prime(const struct tokens *tokens, struct quantity *quantity)
{
    size_t i = quantity->end;
    struct str text = token_text(tokens, i);
    bool prime = str_eq(text, STR("′")) || (str_eq(text, STR("'")) && glued(tokens, i));
    for (size_t k = 0; prime && k < quantity->first; k++)
        prime = !token_mark(tokens, k, '\'') || token_flag(tokens, k, TOKEN_SUFFIX);
    if (!prime || !quantity->number.in_digits || quantity->number.grouped || glued(tokens, i + 1))
        return false;
    set_unit(quantity, unit_named("foot"));
    quantity->end = i + 1;
    return true;
}

/* ---- ages ---- */

static bool is_age_value(const struct number *number)
{
    return number->place == 0 && decimal_compare(number->value, decimal_from(120)) <= 0;
}

/* "34-year-old", "six months old", "18 years of age": what follows the number. */
static bool read_age_after(const struct tokens *tokens, struct quantity *quantity)
{
    size_t i = quantity->end;
    i += token_mark(tokens, i, '-') && glued(tokens, i);
    if (token_is_one_of(tokens, i, "yo y/o")) {
        quantity->kind = KIND_AGE;
        quantity->unit = STR("year");
        quantity->end = i + 1;
        return true;
    }
    static const char *const spans[] = {"year", "month", "week", "day"};
    for (size_t k = 0; k < sizeof(spans) / sizeof(spans[0]); k++) {
        struct str word = token_text(tokens, i), span = str_from(spans[k]);
        bool plural = word.len == span.len + 1 && str_ends(word, STR("s"));
        if (!str_eq_nocase(plural ? str_slice(word, 0, span.len) : word, span))
            continue;
        size_t old = i + 1;
        old += token_mark(tokens, old, '-') && glued(tokens, old);
        bool of_age = token_is(tokens, old, "of") && token_is(tokens, old + 1, "age");
        if (!of_age && !token_is_one_of(tokens, old, "old olds"))
            return false;
        quantity->kind = KIND_AGE;
        quantity->unit = span;
        quantity->end = of_age ? old + 2 : old + 1;
        return true;
    }
    return false;
}

/* "aged 34", "age of 21", "at age 18"; "Orla Finch, 44, runs": what stands before the number. */
static bool read_age_before(const struct tokens *tokens, struct quantity *quantity)
{
    size_t first = quantity->number.first;
    bool unitless = !token_kind_is(tokens, quantity->end, TOKEN_WORD) || tokens->at[quantity->end].word;
    if (!is_age_value(&quantity->number) || !unitless || first == 0)
        return false;
    size_t start = first;
    if (token_is_one_of(tokens, first - 1, "aged age ages"))
        start = first - 1;
    else if (first >= 2 && token_is(tokens, first - 1, "of") && token_is(tokens, first - 2, "age"))
        start = first - 2;
    bool named = first >= 2 && token_mark(tokens, first - 1, ',') && token_flag(tokens, first - 2, TOKEN_CAPITAL) &&
                 !token_has(tokens, first - 2, WORD_MONTH | WORD_WEEKDAY) && token_mark(tokens, quantity->end, ',') &&
                 quantity->number.in_digits && token_text(tokens, first).len <= 3;
    if (start == first && !named)
        return false;
    quantity->kind = KIND_AGE;
    quantity->unit = STR("year");
    if (start < first && token_is(tokens, first - 1, "aged"))
        quantity->core = quantity->first = start;
    return true;
}

/* ---- rates ---- */

static const char per_nouns[] =
    "barrel ounce share gallon litre liter ton tonne pound kilo kilogram kilometre kilometer head person dozen unit "
    "piece mile acre hectare pop household bottle pupil student worker employee night game season ticket "
    "square kilowatt megawatt vote";

/* The unit, or the singular noun, that "per" or "a" is followed by at token i. */
static bool read_per_noun(const struct reading *reading, size_t i, bool any_noun, struct str *ret, size_t *ret_end)
{
    const struct tokens *tokens = &reading->tokens;
    struct unit_match unit;
    struct counted counted;
    if (unit_find(reading->units, tokens, i, any_noun, &unit) &&
        (any_noun || unit.unit->kind == KIND_DURATION || token_is_one_of(tokens, i, per_nouns))) {
        *ret = unit.unit->per ? tokens_text(tokens, i, unit.end) : str_from(unit.unit->name);
        *ret_end = unit.end;
        return true;
    }
    if (!any_noun && !token_is_one_of(tokens, i, per_nouns))
        return false;
    struct number number;
    if (any_noun && number_may_begin(tokens, i) && number_read(tokens, i, &number) &&
        counted_noun(reading, number.end, false, &counted)) {
        *ret_end = counted.end;
        *ret = tokens_text(tokens, i, counted.end);
        return true;
    }
    if (!token_kind_is(tokens, i, TOKEN_WORD) ||
        token_has(tokens, i, WORD_PREPOSITION | WORD_DETERMINER | WORD_AUXILIARY))
        return false;
    *ret = noun_singular(reading->perm, token_text(tokens, i));
    *ret_end = i + 1;
    return true;
}

/* "per barrel", "a year", "an hour", "/kWh", "each week" is none. */
static void read_per(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->end, end;
    struct str per;
    bool slash = token_mark(tokens, i, '/') && token_kind_is(tokens, i + 1, TOKEN_WORD);
    bool word = token_is(tokens, i, "per");
    bool article = token_is(tokens, i, "a") || token_is(tokens, i, "an");
    if (!slash && !word && !article)
        return;
    if (!read_per_noun(reading, i + 1, slash || word, &per, &end))
        return;
    if (article &&
        (token_is_one_of(tokens, end, "ago earlier later before after old from") || token_mark(tokens, end, '-')))
        return; /* "a year earlier" */
    quantity->per = per;
    quantity->end = end;
}

/* ---- small words that are numbers and count nothing ---- */

static bool is_bare_one(const struct tokens *tokens, const struct number *number)
{
    return !number->in_digits && number->end == number->first + 1 && token_is(tokens, number->first, "one");
}

/* "one of the best films": counts, of a kind, the phrase after it. */
static bool read_one_of(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->end;
    struct counted counted;
    if (!token_is(tokens, i, "of") || !token_has(tokens, i + 1, WORD_DETERMINER))
        return false;
    size_t noun = i + 2;
    while (token_is_one_of(tokens, noun, "most very few many more") || token_has(tokens, noun, WORD_CARDINAL))
        noun++;
    quantity->weak = true;
    if (!counted_noun(reading, noun, false, &counted))
        return false;
    quantity->unit = counted.unit;
    return true;
}

/* Returns false where "one" is a pronoun: "no one", "the one who", "this one". */
static bool read_one(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    struct counted counted;
    size_t first = quantity->number.first;
    quantity->weak = true;
    if (token_is_one_of(tokens, first - 1, "no any some every each this that the another which only last next day") &&
        first > 0)
        return false;
    if (token_is_one_of(tokens, quantity->end, "another day time thing") ||
        token_flag(tokens, quantity->end, TOKEN_SUFFIX))
        return false;
    if (read_one_of(reading, quantity))
        return true;
    if (!counted_noun(reading, quantity->end, true, &counted))
        return false;
    quantity->unit = counted.unit;
    quantity->end = counted.end;
    return true;
}

static bool read_count(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    struct counted counted;
    size_t i = quantity->end;
    if (quantity->number.ranged && token_is(tokens, i, "of"))
        i++; /* "dozens of people" */
    if (quantity->number.ranged && token_is_one_of(tokens, i, "the its their his her our my these those"))
        i++;
    bool hyphen = token_mark(tokens, i, '-') && glued(tokens, i) && token_kind_is(tokens, i + 1, TOKEN_WORD) &&
                  glued(tokens, i + 1) && !token_has(tokens, i + 1, WORD_PREPOSITION);
    if (hyphen)
        i++;
    if (token_is_one_of(tokens, i, "strong odd plus something") && hyphen) {
        quantity->end = i + 1;
        i++;
        hyphen = false;
        if (!counted_noun(reading, i, false, &counted) && !counted_noun(reading, i, true, &counted))
            return true;
    }
    if (hyphen) { /* "300-seat hall": what is counted is the word that is tied to the number */
        quantity->unit = noun_singular(reading->perm, token_text(tokens, i));
        quantity->end = i + 1;
        quantity->hyphenated = true;
        return true;
    }
    if (counted_noun(reading, i, false, &counted)) {
        quantity->unit = counted.unit;
        quantity->end = counted.end;
    }
    return true;
}

/* "three 250ml bottles", "5 million dollars": what may stand after "million(s) of". */
static bool read_unit_past_of(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    struct unit_match match;
    bool past = (quantity->number.ranged || quantity->number.scaled) && token_is(tokens, quantity->end, "of");
    if (!past || !unit_find(reading->units, tokens, quantity->end + 1, false, &match) || match.unit->kind == KIND_RATIO)
        return false;
    set_unit(quantity, match.unit);
    quantity->end = match.end;
    return true;
}

/* Fills in what the number counts or measures; false where it is no quantity after all. */
static bool describe(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    if (quantity->number.fraction) {
        quantity->kind = KIND_RATIO;
        return true;
    }
    if (read_money_before(tokens, quantity)) {
        read_sign(tokens, quantity);
        return true;
    }
    read_sign(tokens, quantity);
    bool plus = token_mark(tokens, quantity->end, '+') && glued(tokens, quantity->end);
    if (plus) {
        quantity->relation = RELATION_LEAST;
        quantity->end++;
    }
    if (read_age_after(tokens, quantity) || read_unit(reading, quantity) || read_unit_past_of(reading, quantity) ||
        read_prime(tokens, quantity))
        return true;
    if (read_age_before(tokens, quantity))
        return true;
    if (quantity->number.article && !quantity->number.precise)
        return false; /* "half an eye" */
    return is_bare_one(tokens, &quantity->number) ? read_one(reading, quantity) : read_count(reading, quantity);
}

/* "a six-speed gearbox", "a four-door car": a number in words that is tied to a noun describes, and counts nothing. */
static bool is_description(const struct quantity *quantity)
{
    bool words = !quantity->number.in_digits && !quantity->number.scaled;
    return quantity->hyphenated && words && quantity->kind == KIND_COUNT;
}

/* ---- ranks, multiples ---- */

/* "26th", "third": returns the token after it, 0 where there is none. */
static size_t rank_at(const struct tokens *tokens, size_t i, int *ret_rank)
{
    struct number number;
    if (token_kind_is(tokens, i, TOKEN_NUMBER) && glued(tokens, i + 1) &&
        token_is_one_of(tokens, i + 1, "st nd rd th") && number_read(tokens, i, &number) && number.place == 0 &&
        decimal_compare(number.value, decimal_from(100000)) < 0) {
        *ret_rank = (int)number.value.coefficient;
        for (int k = 0; k < number.value.exponent; k++)
            *ret_rank *= 10;
        return i + 2;
    }
    if (!token_has(tokens, i, WORD_ORDINAL))
        return 0;
    *ret_rank = tokens->at[i].word->value;
    return i + 1;
}

static size_t read_rank(struct reading *reading, size_t i)
{
    int rank;
    size_t first = i;
    const struct tokens *tokens = &reading->tokens;
    /* "twenty-first" */
    if (token_has(tokens, i, WORD_CARDINAL) && tokens->at[i].word->value >= 20 && token_mark(tokens, i + 1, '-') &&
        token_has(tokens, i + 2, WORD_ORDINAL) && glued(tokens, i + 2) && tokens->at[i + 2].word->value < 10) {
        rank = tokens->at[i].word->value + tokens->at[i + 2].word->value;
        i += 3;
    } else {
        i = rank_at(tokens, i, &rank);
        if (i == 0)
            return 0;
    }
    struct quantity *quantity = reading_add(reading);
    quantity->first = quantity->core = first;
    quantity->end = i;
    quantity->kind = KIND_RANK;
    quantity->rank = rank;
    return i;
}

/* "doubled", "sixfold": a multiple without a number word of its own. */
static size_t read_multiple(struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    struct str text = token_text(tokens, i);
    int hundredths = 0;
    if (token_has(tokens, i, WORD_MULTIPLE)) {
        hundredths = tokens->at[i].word->value;
    } else if (text.len > 5 && str_eq_nocase(str_slice(text, text.len - 4, text.len), STR("fold")) &&
               token_kind_is(tokens, i, TOKEN_WORD)) {
        struct str word = str_slice(text, 0, text.len - 4);
        static const char *const numbers[] = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
        for (int k = 0; k < 9; k++)
            if (str_eq_nocase(word, str_from(numbers[k])))
                hundredths = (k + 2) * 100;
    }
    if (hundredths == 0)
        return 0;
    struct quantity *quantity = reading_add(reading);
    quantity->number = (struct number){.first = i, .end = i + 1, .value = {(decimal_digits)hundredths, -2, false}};
    quantity->first = quantity->core = i;
    quantity->end = i + 1;
    quantity->kind = KIND_RATIO;
    quantity->unit = STR("times");
    return i + 1;
}

/* ---- the walk over the sentence ---- */

static size_t read_date(struct reading *reading, size_t i)
{
    struct date date;
    if (!date_read(&reading->tokens, i, &date))
        return 0;
    if (date.clock)
        return date.end;
    const struct currency_prefix *prefix;
    size_t first;
    if (date.end == i + 1 && currency_before(&reading->tokens, i, &first, &prefix))
        return 0; /* "$2000" */
    struct unit_match unit;
    bool plain_year = date.end == i + 1;
    if (plain_year &&
        (token_mark(&reading->tokens, i + 1, '-') || !token_has(&reading->tokens, i - 1, WORD_PREPOSITION)) &&
        unit_find(reading->units, &reading->tokens, token_mark(&reading->tokens, i + 1, '-') ? i + 2 : i + 1, true,
                  &unit) &&
        unit.unit->kind != KIND_DURATION && unit.unit->kind != KIND_RATIO && unit.end - i > 1)
        return 0; /* "2000 kilometres" */
    struct quantity *quantity = reading_add(reading);
    quantity->first = quantity->core = i;
    quantity->end = date.end;
    quantity->kind = KIND_DATE;
    quantity->date = date;
    return date.end;
}

static size_t read_number(struct reading *reading, size_t i)
{
    struct number number;
    if (!number_may_begin(&reading->tokens, i) || !number_read(&reading->tokens, i, &number))
        return 0;
    if (number_is_name(reading, &number))
        return number.end;
    struct quantity quantity = {
        .first = i, .core = i, .end = number.end, .number = number, .kind = KIND_COUNT, .ranged = number.ranged};
    if (!describe(reading, &quantity) || is_description(&quantity))
        return quantity.end > number.end ? quantity.end : number.end;
    if (!quantity.per.ptr)
        read_per(reading, &quantity);
    if (!quantity.unit.ptr && quantity.kind == KIND_COUNT && unitless_is_name(reading, &quantity))
        return number.end;
    size_t next = quantity.end;
    *reading_add(reading) = quantity;
    return next;
}

void quantities_read(struct reading *reading)
{
    static size_t (*const readers[])(struct reading *, size_t) = {read_date, read_number, read_rank, read_multiple};
    const struct tokens *tokens = &reading->tokens;
    for (size_t i = 0; i < tokens->count;) {
        size_t next = 0;
        if (!token_kind_is(tokens, i, TOKEN_ADDRESS)) {
            /* "26th" is a rank before it is a number */
            bool ordinal = token_kind_is(tokens, i, TOKEN_NUMBER) && glued(tokens, i + 1) &&
                           token_is_one_of(tokens, i + 1, "st nd rd th");
            for (size_t k = ordinal ? 2 : 0; next == 0 && k < sizeof(readers) / sizeof(readers[0]); k++)
                next = readers[k](reading, i);
        }
        i = next > i ? next : i + 1;
    }
    ranges_join(reading);
    units_carry(reading);
}
