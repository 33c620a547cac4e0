/*
 * The unit after a number ("35 km", "12.3m tonnes", "millions of dollars", "30'") and the rate after that ("a year", "/kWh").
 */
#include <string.h>

#include "core/extract/fraction.h"
#include "core/extract/reading.h"
#include "core/text/tag.h"

static void set_unit(struct quantity *quantity, const struct unit *unit)
{
    quantity->unit = str_from(unit->name);
    quantity->kind = unit->kind;
    if (unit->per)
        quantity->per = str_from(unit->per);
}

static bool speaks_of(const struct tokens *tokens, uint32_t classes)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (token_has(tokens, i, classes))
            return true;
    return false;
}

/* A price or a weight, where "pounds" may be either. */
static bool speaks_of_money(const struct tokens *tokens)
{
    return speaks_of(tokens, WORD_PRICE) && !speaks_of(tokens, WORD_WEIGHT);
}

/* "m" after a number is a metre, unless things are counted: "35m people", "12.3m tonnes". */
static bool is_million(const struct reading *reading, const struct quantity *quantity, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    struct unit_match unit;
    struct counted counted;
    if (!token_is_one_of(tokens, i, "m b") || quantity->number.scaled)
        return false;
    const struct quantity *before = reading->count > 0 ? &reading->at[reading->count - 1] : NULL;
    bool money_range = before && before->kind == KIND_MONEY && before->end + 1 == quantity->core &&
                       (token_mark(tokens, before->end, '-') || token_is_one_of(tokens, before->end, "to and or"));
    if (money_range) /* "€140–200m" */
        return true;
    if (token_is(tokens, i, "b") && str_eq(token_text(tokens, i), STR("b")) && !token_glued(tokens, i))
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
    bool touches = token_glued(tokens, i);
    if (str_eq(text, STR("A")) && token_mark(tokens, match->end, '/'))
        return true;
    if (str_eq(text, STR("in")) && quantity->core > 0 && token_is_one_of(tokens, quantity->core - 1, "ft feet foot"))
        return true; /* "12 ft 2 in" */
    if (str_eq(text, STR("in")) || str_eq(text, STR("A")) || str_eq(text, STR("pt")) || str_eq(text, STR("st")))
        return touches && !token_is_one_of(tokens, match->end, "the a an");
    if (str_eq(text, STR("stone")))
        return !token_part_is(tokens, i + 1, PART_NOUN); /* "12 stone walls" */
    if (str_eq(text, STR("s")) && !touches)
        return false;
    if (str_eq(text, STR("WAR")))
        return !token_flag(tokens, match->end, TOKEN_UPPER); /* "15 WAR HORSES" */
    if (str_eq(text, STR("s")) && quantity->number.precise && quantity->number.place == 0 &&
        decimal_compare(quantity->number.value, decimal_from(10)) >= 0 && quantity->number.value.coefficient % 10 == 0)
        return false; /* "the 30s", "747s" */
    bool letter = text.len == 1 && is_alpha(text.ptr[0]);
    bool initial = letter && token_mark(tokens, match->end, '.') && token_glued(tokens, match->end) &&
                   match->end + 1 < tokens->count && is_upper(text.ptr[0]);
    bool ends = match->end >= tokens->count || !token_kind_is(tokens, match->end, TOKEN_NUMBER) ||
                !token_glued(tokens, match->end);
    bool tied = letter && token_mark(tokens, match->end, '-') && token_glued(tokens, match->end) &&
                !token_kind_is(tokens, match->end + 1, TOKEN_NUMBER); /* "5G-ready", but "2g–3g" */
    return ends && !initial && !tied;
}

/* "Denmark will spend 10bn kroner": whose they are, where the dateline or the sentence names one of the countries. */
static const struct unit *crown_of(const struct reading *reading, const struct unit *usual)
{
    static const struct {
        const char *country, *code;
    } crowns[] = {{"DK", "DKK"}, {"NO", "NOK"}, {"SE", "SEK"}, {"CZ", "CZK"}, {"IS", "ISK"}};
    static const struct word_list names[] WORD_LIST_SECTION = {
        {"Denmark Danish Danes Copenhagen"},        {"Norway Norwegian Norwegians Oslo"},
        {"Sweden Swedish Swedes Stockholm"},        {"Czech Czechs Czechia Prague"},
        {"Iceland Icelandic Icelanders Reykjavik"},
    };
    size_t count = strcmp(usual->name, "krone") == 0 ? 2 : sizeof(crowns) / sizeof(crowns[0]);
    for (size_t i = 0; i < reading->tokens.count; i++)
        for (size_t k = 0; k < count; k++)
            if (token_listed(&reading->tokens, i, &names[k]))
                return unit_named(crowns[k].code);
    for (size_t k = 0; reading->country && k < count; k++)
        if (strcmp(reading->country, crowns[k].country) == 0)
            return unit_named(crowns[k].code);
    return usual;
}

/* Words that are a unit only in some company: "won", "mark", "league", "hand"; and pounds that are money. */
static bool word_fits(const struct reading *reading, const struct quantity *quantity, struct unit_match *match,
                      size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    bool scaled = quantity->number.scaled || quantity->number.grouped;
    bool money = match->unit->kind == KIND_MONEY, crown = money && strcmp(match->unit->name, "crown") == 0;
    if (crown && !scaled)
        return false; /* "two crowns" may be worn */
    if (crown || (money && strcmp(match->unit->name, "krone") == 0))
        match->unit = crown_of(reading, match->unit);
    if (match->symbol)
        return true;
    if (token_is_one_of(tokens, i, "guinea") && token_is_one_of(tokens, i + 1, "pig pigs fowl fowls"))
        return false;
    if (token_is_one_of(tokens, i, "won mark real sol rand dong sen kip"))
        return scaled;
    if (token_is_one_of(tokens, i, "league quarter time point cup hand") && !quantity->hyphenated &&
        match->end == i + 1)
        return decimal_compare(quantity->number.value, decimal_from(1)) <= 0 || quantity->number.in_digits;
    if (token_is(tokens, i, "turn") && match->end == i + 1)
        return decimal_compare(quantity->number.value, decimal_from(1)) <= 0; /* "the 50 turn back" */
    if (token_is(tokens, i, "leagues"))
        return false; /* of clubs, these days */
    if (token_is_one_of(tokens, i, "pound pounds") && match->unit->kind == KIND_MEASURE &&
        (quantity->number.scale >= 6 || speaks_of_money(tokens)))
        match->unit = unit_named("GBP");
    return true;
}

/* "a margin of error of 3 points", "plus or minus 2.5 points": points of a share that a survey found. */
static bool is_margin_of_error(const struct tokens *tokens, size_t end)
{
    for (size_t i = 0; i + 1 < end; i++)
        if ((token_is(tokens, i, "margin") && token_is(tokens, i + 1, "of") && token_is(tokens, i + 2, "error")) ||
            (token_is(tokens, i, "plus") && token_is(tokens, i + 1, "or") && i + 3 == end))
            return true;
    return false;
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
    if (point && is_margin_of_error(tokens, quantity->core)) {
        set_unit(quantity, unit_named("percentage point"));
        return;
    }
    if (point && !speaks_of(tokens, WORD_INDEX) && quantity->number.place == 0)
        quantity->kind = KIND_COUNT;
}

/* "75 USD million" */
static void read_scale_after_code(const struct tokens *tokens, struct quantity *quantity)
{
    size_t i = quantity->end;
    if (quantity->kind != KIND_MONEY || quantity->number.scaled || !token_has(tokens, i, WORD_SCALE) ||
        !token_flag(tokens, i - 1, TOKEN_UPPER))
        return;
    number_scale(&quantity->number, tokens->at[i].word->value);
    quantity->end++;
}

/* "30 MUSD", "120 MEUR": millions of a currency in banks' writing. */
static bool read_million_code(const struct reading *reading, struct quantity *quantity, size_t i)
{
    const struct unit *unit = million_code(&reading->tokens, i);
    if (!unit)
        return false;
    set_unit(quantity, unit);
    number_scale(&quantity->number, 6);
    quantity->end = i + 1;
    return true;
}

/* "two dollars and a half", "three miles and a quarter long": the part after the unit, where it is of nothing else. */
static void read_part_after_unit(const struct tokens *tokens, struct quantity *quantity)
{
    struct number whole = quantity->number;
    const uint32_t closed = WORD_PREPOSITION | WORD_CONJUNCTION | WORD_AUXILIARY | WORD_ADVERB;
    if (!whole.precise || whole.place != 0 || whole.scaled || quantity->hyphenated ||
        !token_is_one_of(tokens, quantity->end + 1, "a one three"))
        return;
    whole.end = quantity->end;
    fraction_read_and_a_half(tokens, &whole);
    bool another = token_kind_is(tokens, whole.end, TOKEN_WORD) &&
                   (!token_has(tokens, whole.end, closed) || token_is(tokens, whole.end, "of"));
    if (whole.end == quantity->end || another || whole.scaled)
        return;
    quantity->number.value = whole.value;
    quantity->number.precise = false;
    quantity->end = whole.end;
}

bool unit_read(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->end;
    if (is_million(reading, quantity, i)) {
        number_scale(&quantity->number, token_is(tokens, i, "m") ? 6 : 9);
        quantity->end = ++i;
    }
    bool hyphen = token_mark(tokens, i, '-') && token_glued(tokens, i) && token_glued(tokens, i + 1) &&
                  token_kind_is(tokens, i + 1, TOKEN_WORD);
    if (hyphen) {
        quantity->hyphenated = true;
        i++;
    }
    struct unit_match match;
    bool digits = quantity->number.in_digits || quantity->number.scaled;
    if (token_is_one_of(tokens, i, "straight consecutive successive full whole long short solid") &&
        unit_find(reading->units, tokens, i + 1, false, &match) && match.unit->kind == KIND_DURATION)
        i++; /* "8 straight months" */
    if (unit_find(reading->units, tokens, i, digits, &match) && symbol_fits(tokens, quantity, &match, i) &&
        word_fits(reading, quantity, &match, i)) {
        set_unit(quantity, match.unit);
        quantity->end = match.end;
        settle_kind(reading, quantity, i);
        read_scale_after_code(tokens, quantity);
        read_part_after_unit(tokens, quantity);
        return true;
    }
    return read_million_code(reading, quantity, i);
}

/* "three 250ml bottles", "5 million dollars": what may stand after "million(s) of". */
bool unit_read_past_of(const struct reading *reading, struct quantity *quantity)
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

/* "30'", "25.5″": feet and inches, where no quotation is open. */
bool prime_read(const struct tokens *tokens, struct quantity *quantity)
{
    size_t i = quantity->end;
    struct str text = token_text(tokens, i);
    bool prime = str_eq(text, STR("′")) || (str_eq(text, STR("'")) && token_glued(tokens, i));
    for (size_t k = 0; prime && k < quantity->first; k++)
        prime = !token_mark(tokens, k, '\'') || token_flag(tokens, k, TOKEN_SUFFIX);
    if (!prime || !quantity->number.in_digits || quantity->number.grouped || token_glued(tokens, i + 1))
        return false;
    bool angle = quantity->core > 0 && (token_is(tokens, quantity->core - 1, "°") ||
                                        token_is_one_of(tokens, quantity->core - 1, "º degrees degree"));
    set_unit(quantity, unit_named(angle ? "arcminute" : "foot")); /* "36° 30'" */
    quantity->end = i + 1;
    return true;
}

/*
 * "a shooting percentage of 45", "percent of twenty-two": no number before the word, and nothing counted after this one.
 * "What percentage of 60 is 12?" asks for one.
 */
bool percent_read_before(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->core;
    struct counted counted;
    if (i < 2 || !token_is(tokens, i - 1, "of") ||
        !token_is_one_of(tokens, i - 2, "percentage percentages percent percents cent cents") ||
        decimal_compare(quantity->number.value, decimal_from(100)) > 0)
        return false;
    size_t word = i - 2;
    if (token_is_one_of(tokens, word, "cent cents")) {
        if (word == 0 || !token_is(tokens, word - 1, "per"))
            return false;
        word--;
    }
    bool told = word == 0 || token_is_one_of(tokens, word, "percentage percentages");
    bool asked = word > 0 && token_is_one_of(tokens, word - 1, "what which small large high certain that same");
    if (!told || asked || token_kind_is(tokens, word - 1, TOKEN_NUMBER) ||
        counted_noun(reading, quantity->end, false, &counted))
        return false;
    set_unit(quantity, unit_named("percent"));
    return true;
}

WORD_LIST(
    per_nouns,
    "barrel ounce share gallon litre liter ton tonne pound kilo kilogram kilometre kilometer head person dozen unit "
    "piece mile acre hectare pop household bottle pupil student worker employee night game season ticket "
    "square kilowatt megawatt vote");

/* The unit, or the singular noun, that "per" or "a" is followed by at token i. */
static bool read_per_noun(const struct reading *reading, size_t i, bool any_noun, struct str *ret, size_t *ret_end)
{
    const struct tokens *tokens = &reading->tokens;
    struct unit_match unit = {0};
    struct counted counted;
    if (unit_find(reading->units, tokens, i, any_noun, &unit) &&
        (any_noun || unit.unit->kind == KIND_DURATION || token_listed(tokens, i, &per_nouns))) {
        *ret = unit.unit->per ? tokens_text(tokens, i, unit.end) : str_from(unit.unit->name);
        *ret_end = unit.end;
        return true;
    }
    if (!any_noun && !token_listed(tokens, i, &per_nouns))
        return false;
    bool scale = token_has(tokens, i, WORD_SCALE);
    bool measured = scale && unit_find(reading->units, tokens, i + 1, false, &unit);
    if (measured || (scale && counted_noun(reading, i + 1, false, &counted))) {
        *ret_end = measured ? unit.end : counted.end; /* "per thousand cubic metres" */
        *ret = tokens_text(tokens, i, *ret_end);
        return true;
    }
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
    *ret = token_is(tokens, i, "annum") ? STR("year") : noun_singular(reading->perm, token_text(tokens, i));
    *ret_end = i + 1;
    return true;
}

/* The rate at token i: "per barrel", "a year", "an hour", "/kWh", "every quarter"; its end, or 0. */
static size_t rate_at(const struct reading *reading, size_t i, struct str *ret_per)
{
    const struct tokens *tokens = &reading->tokens;
    size_t end;
    struct str per;
    struct unit_match span;
    if (!token_mark(tokens, i, '/') && !token_mark(tokens, i, '-') &&
        !token_is_one_of(tokens, i, "per a an every each"))
        return 0;
    bool slash = token_mark(tokens, i, '/') && token_kind_is(tokens, i + 1, TOKEN_WORD);
    bool word = token_is(tokens, i, "per");
    bool tied = token_mark(tokens, i, '-') && token_is_one_of(tokens, i + 1, "a an") && token_mark(tokens, i + 2, '-');
    if (tied) { /* "a $70-a-share price" */
        if (!read_per_noun(reading, i + 3, true, &per, &end))
            return 0;
        *ret_per = per;
        return end;
    }
    bool article = token_is_one_of(tokens, i, "a an");
    bool every = token_is_one_of(tokens, i, "every each") && unit_find(reading->units, tokens, i + 1, false, &span) &&
                 span.unit->kind == KIND_DURATION;
    if (!slash && !word && !article && !every)
        return 0;
    if (!read_per_noun(reading, i + 1, slash || word, &per, &end))
        return 0;
    bool another = token_is_one_of(tokens, end, "ago earlier later before after old") || token_mark(tokens, end, '-');
    if ((article || every) && another)
        return 0; /* "a year earlier" */
    *ret_per = per;
    return end;
}

/* "6 grams [of salt] a day": past what is measured, where that is a noun or two. */
static size_t past_matter(const struct tokens *tokens, const struct quantity *quantity)
{
    enum { WORDS = 3 };
    size_t i = quantity->end;
    if (!token_is(tokens, i, "of") || kind_is_background(quantity->kind) || quantity->kind == KIND_RATIO)
        return i;
    size_t at = i + 1;
    while (at <= i + WORDS && (token_part_is(tokens, at, PART_NOUN) || token_part_is(tokens, at, PART_ADJECTIVE)))
        at++;
    return at > i + 1 ? at : i;
}

void rate_read(const struct reading *reading, struct quantity *quantity)
{
    size_t end = rate_at(reading, quantity->end, &quantity->per);
    size_t past = past_matter(&reading->tokens, quantity);
    if (end > 0)
        quantity->end = end;
    else if (past > quantity->end)
        rate_at(reading, past, &quantity->per); /* the literal ends before the matter */
}
