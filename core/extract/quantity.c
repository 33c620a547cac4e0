/*
 * Quantities: the walk over a sentence's tokens that finds dates, numbers, ranks and multiples, and asks what each
 * number counts or measures.
 */
#include <string.h>

#include "core/extract/candidate.h"
#include "core/extract/reading.h"
#include "core/text/tag.h"

/* Room for one more, after those that are told. */
static struct quantity *next_quantity(struct reading *reading)
{
    if (reading->count == reading->cap) {
        size_t cap = reading->cap > 0 ? reading->cap * 2 : 4;
        struct quantity *bigger = arena_take(reading->scratch, cap * sizeof(*bigger));
        if (reading->count > 0)
            memcpy(bigger, reading->at, reading->count * sizeof(*bigger));
        reading->at = bigger;
        reading->cap = cap;
    }
    struct quantity *quantity = &reading->at[reading->count];
    *quantity = (struct quantity){.kind = KIND_COUNT};
    return quantity;
}

struct quantity *reading_add(struct reading *reading)
{
    struct quantity *quantity = next_quantity(reading);
    reading->count++;
    return quantity;
}

/* "-5", "−$3bn", "minus 5", "minus-260": a sign that nothing stands against on its left. */
static void read_sign(const struct tokens *tokens, struct quantity *quantity)
{
    size_t core = quantity->core;
    if (core == 0)
        return;
    if (token_mark(tokens, core - 1, '+') && token_glued(tokens, core) && !token_glued(tokens, core - 1)) {
        quantity->first = quantity->core = core - 1;
        return;
    }
    if (core >= 3 && token_is(tokens, core - 2, "or") && token_is(tokens, core - 3, "plus"))
        return; /* "plus or minus 2.5 points" */
    bool hyphen = token_mark(tokens, core - 1, '-') && token_glued(tokens, core);
    /* "- 1 4/5", all that there is: anything more would be an entry of a list */
    if (core == 1 && token_mark(tokens, 0, '-') && !hyphen && quantity->number.end == tokens->count) {
        quantity->first = quantity->core = 0;
        quantity->number.value.negative = true;
        return;
    }
    if (hyphen && core >= 2 && token_is_one_of(tokens, core - 2, "minus negative")) {
        quantity->core = core - 2;
    } else if (hyphen && !token_glued(tokens, core - 1) && !token_kind_is(tokens, core - 2, TOKEN_NUMBER)) {
        quantity->core = core - 1;
    } else if (hyphen && core >= 2 && token_glued(tokens, core - 1) && token_mark(tokens, core - 2, '(')) {
        quantity->core = core - 1;
    } else if (token_is_one_of(tokens, core - 1, "minus negative")) {
        quantity->core = core - 1;
    } else {
        return;
    }
    quantity->first = quantity->core;
    quantity->number.value.negative = true;
}

/* "three quarters of a mile", "one-fourth of 1 per cent": a part of one unit measures. */
static bool read_part_of_unit(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    struct quantity part = *quantity;
    if (!token_is(tokens, part.end, "of") || !token_is_one_of(tokens, part.end + 1, "a an one 1"))
        return false;
    part.number.fraction = false;
    part.end += 2;
    if (!unit_read(reading, &part) || part.kind == KIND_COUNT || part.kind == KIND_RATIO)
        return false;
    *quantity = part;
    return true;
}

/* Fills in what the number counts or measures; false where it is no quantity after all. */
static bool describe(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    if (quantity->number.fraction) {
        read_sign(tokens, quantity);
        if (read_part_of_unit(reading, quantity))
            return true;
        quantity->kind = KIND_RATIO;
        quantity->unit = STR("fraction"); /* a part of something; a multiple has "times" */
        return true;
    }
    size_t after = reading->count > 0 ? reading->at[reading->count - 1].end : 0;
    if (money_read_before(tokens, after, quantity)) {
        read_sign(tokens, quantity);
        return true;
    }
    read_sign(tokens, quantity);
    bool plus = token_mark(tokens, quantity->end, '+') && token_glued(tokens, quantity->end);
    if (plus) {
        quantity->relation = RELATION_LEAST;
        quantity->end++;
    }
    if (age_read_after(tokens, quantity) || unit_read(reading, quantity) || unit_read_past_of(reading, quantity) ||
        prime_read(tokens, quantity))
        return true;
    if (age_read_before(tokens, quantity) || percent_read_before(reading, quantity))
        return true;
    if (quantity->number.article && !quantity->number.precise)
        return false; /* "half an eye" */
    if (quantity->number.value.negative && token_is(tokens, quantity->end - 1, "one"))
        return true; /* "negative one" is no pronoun */
    if (!count_read(reading, quantity))
        return false;
    attribute_read(reading, quantity);
    return true;
}

/* "a six-speed gearbox", "a four-door car": a number in words that is tied to a noun describes, and counts nothing. */
static bool is_description(const struct quantity *quantity)
{
    bool words = !quantity->number.in_digits && !quantity->number.scaled;
    bool height = str_eq(quantity->unit, STR("storey")) || str_eq(quantity->unit, STR("story"));
    return quantity->hyphenated && words && quantity->kind == KIND_COUNT && !height;
}

static bool is_ordinal_suffix(const struct tokens *tokens, size_t i)
{
    return token_glued(tokens, i) && token_is_one_of(tokens, i, "st nd rd th");
}

/* "26th", "third", "twenty-first", "two hundredth": the token after it, 0 where there is none. */
static size_t rank_at(const struct tokens *tokens, size_t i, struct number *ret)
{
    struct number number = {.value = decimal_from(1)};
    if (token_kind_is(tokens, i, TOKEN_NUMBER))
        return is_ordinal_suffix(tokens, i + 1) && number_read(tokens, i, ret) && ret->place == 0 ? i + 2 : 0;
    size_t at = i;
    if (token_has(tokens, i, WORD_CARDINAL) && number_read(tokens, i, &number))
        at = number.end + (size_t)(token_mark(tokens, number.end, '-') && token_glued(tokens, number.end));
    if (!token_has(tokens, at, WORD_ORDINAL))
        return 0;
    int value = tokens->at[at].word->value; /* negative: a power of ten, "trillionth" */
    struct decimal rank = value < 0 ? decimal_scale(decimal_from(1), -value) : decimal_from((uint64_t)value);
    bool tens = at > i && decimal_compare(number.value, decimal_from(20)) >= 0 && value > 0 && value < 10;
    bool large = value < 0 || value == 100;
    if (at > i &&
        !(tens ? decimal_add(number.value, rank, &rank) : large && decimal_multiply(number.value, rank, &rank)))
        return 0;
    ret->value = rank;
    return at + 1;
}

static size_t read_rank(struct reading *reading, size_t i)
{
    struct number rank = {0};
    size_t end = rank_at(&reading->tokens, i, &rank);
    bool time = i >= 2 && token_is(&reading->tokens, i, "second") && token_is(&reading->tokens, i - 1, "a") &&
                token_is(&reading->tokens, i - 2, "of") && !token_kind_is(&reading->tokens, i + 1, TOKEN_WORD) &&
                reading->count > 0 && reading->at[reading->count - 1].number.fraction; /* "a thousandth of a second" */
    if (end == 0 || time)
        return 0;
    struct quantity *quantity = reading_add(reading);
    quantity->first = quantity->core = i;
    quantity->end = end;
    quantity->kind = KIND_RANK;
    quantity->number = rank;
    return end;
}

/* Whether a rank begins at token i that a number would take to pieces: "26th", "twenty-first". */
static bool is_rank_first(const struct tokens *tokens, size_t i)
{
    struct number rank;
    if (token_kind_is(tokens, i, TOKEN_NUMBER))
        return is_ordinal_suffix(tokens, i + 1);
    if (token_has(tokens, i, WORD_CARDINAL) &&
        token_is_one_of(tokens, i + 1, "hundredth thousandth millionth billionth trillionth"))
        return !token_is(tokens, i + 2, "of");
    return token_has(tokens, i, WORD_CARDINAL) && tokens->at[i].word->value >= 20 && token_mark(tokens, i + 1, '-') &&
           rank_at(tokens, i, &rank) > 0 && !token_is(tokens, i + 3, "of");
}

/* What a multiple is compared with: "twice [as many as]", "double [the number]", "twice [that]", "double [it]". */
static bool compares(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    struct unit_match unit;
    if (token_is(tokens, i, "as"))
        return token_kind_is(tokens, i + 1, TOKEN_WORD) && !token_is(tokens, i + 1, "a");
    if (!token_is_one_of(tokens, i, "the that this its their his her our my your what it them those"))
        return false;
    bool span = unit_find(reading->units, tokens, i + 1, false, &unit) && unit.unit->kind == KIND_DURATION;
    return !span || token_is(tokens, unit.end, "of"); /* "twice this week" */
}

/* clang-format off */
static const struct word_list multiple_words[] WORD_LIST_SECTION = {
#define COMPARED(words, hundredths) {words},
#define FOLD(word, hundredths) {word},
#include "core/extract/multiple_words.def"
#undef COMPARED
#undef FOLD
};
static const struct multiple {
    int hundredths;
    bool compared; /* it is one only with what is multiplied */
} multiples[] = {
#define COMPARED(words, hundredths) {hundredths, true},
#define FOLD(word, hundredths) {hundredths, false},
#include "core/extract/multiple_words.def"
#undef COMPARED
#undef FOLD
};
/* clang-format on */

/* "sixfold"; "twice as many as", "double the number"; "we double it", "expected to triple": 0 where nothing is multiplied. */
static int multiple_at(const struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    const size_t count = sizeof(multiples) / sizeof(multiples[0]);
    size_t k = token_next_list(tokens, i, multiple_words, count, 0);
    if (k == count)
        return 0;
    bool verb = i > 0 && token_part_is(tokens, i, PART_VERB) && !token_part_is(tokens, i + 1, PART_NOUN) &&
                !token_mark(tokens, i + 1, '-') && !token_is_one_of(tokens, i + 1, "down back up over as") &&
                (token_is(tokens, i - 1, "to") || token_part_is(tokens, i - 1, PART_AUXILIARY));
    return !multiples[k].compared || verb || compares(reading, i + 1) ? multiples[k].hundredths : 0;
}

/* "doubled", "sixfold", "twice as many": a multiple without a number word of its own. */
static size_t read_multiple(struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    int hundredths = token_has(tokens, i, WORD_MULTIPLE) ? tokens->at[i].word->value : multiple_at(reading, i);
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

static size_t read_date(struct reading *reading, size_t i)
{
    struct date date;
    if (!date_read(&reading->tokens, i, &date))
        return 0;
    if (date.clock)
        return date.end;
    if (date.end == i + 1 && token_kind_is(&reading->tokens, i, TOKEN_NUMBER) &&
        group_is_pronoun(&reading->tokens, i + 1))
        return 0; /* "there were 2009 of them" */
    const struct currency_prefix *prefix;
    size_t first;
    if (date.end == i + 1 && currency_before(&reading->tokens, i, &first, &prefix))
        return 0; /* "$2000" */
    struct unit_match unit;
    struct number number;
    bool sign_of_next = token_kind_is(&reading->tokens, i + 1, TOKEN_SYMBOL) && token_glued(&reading->tokens, i + 2) &&
                        token_kind_is(&reading->tokens, i + 2, TOKEN_NUMBER); /* "in 1893 $2 million" */
    bool plain_year = date.end == i + 1 && !sign_of_next;
    if (plain_year && number_read(&reading->tokens, i, &number) && number.fraction)
        return 0; /* "2000 over 3" */
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

/* "One woman in four", "Four adults in ten": a part of a group whose noun stands inside the figure. */
static void read_noun_in_group(const struct reading *reading, struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = quantity->end;
    if (!token_is(tokens, i, "in"))
        return;
    struct number group;
    struct counted counted;
    struct unit_match unit;
    struct decimal part;
    bool one = decimal_compare(quantity->number.value, decimal_from(1)) == 0 && !quantity->number.in_digits &&
               quantity->end > quantity->number.end; /* "one shekel in nine", "one day in three" */
    bool small = (quantity->kind == KIND_COUNT || one) && quantity->unit.ptr && !quantity->number.scaled &&
                 !quantity->number.grouped && !quantity->number.ranged && quantity->number.place == 0;
    size_t in = i + 1 + token_is(tokens, i + 1, "every");
    if (!small || !number_read(tokens, in, &group) || group.place != 0 || group.scaled || group.fraction ||
        decimal_compare(group.value, decimal_from(100)) > 0 ||
        decimal_compare(quantity->number.value, group.value) >= 0)
        return;
    bool counts =
        counted_noun(reading, group.end, false, &counted) || unit_find(reading->units, tokens, group.end, true, &unit);
    if (counts || !decimal_divide(quantity->number.value, group.value, 16, &part))
        return;
    quantity->number.value = part;
    quantity->number.fraction = true;
    quantity->number.precise = false;
    quantity->kind = KIND_RATIO;
    quantity->of = tokens_text(tokens, quantity->number.end, i);
    quantity->unit = STR("fraction");
    quantity->end = group.end;
    quantity->weak = false;
}

static size_t read_number(struct reading *reading, size_t i)
{
    struct number number;
    if (!number_read(&reading->tokens, i, &number))
        return 0;
    if (number_is_name(reading, &number))
        return number.end;
    struct quantity *quantity = next_quantity(reading);
    quantity->first = quantity->core = i;
    quantity->end = number.end;
    quantity->number = number;
    quantity->ranged = number.ranged;
    if (!describe(reading, quantity) || is_description(quantity))
        return quantity->end > number.end ? quantity->end : number.end;
    read_noun_in_group(reading, quantity);
    if (!quantity->per.ptr)
        rate_read(reading, quantity);
    if (!quantity->unit.ptr && quantity->kind == KIND_COUNT && unitless_is_name(reading, quantity))
        return number.end;
    reading->count++;
    return quantity->end;
}

/* Digits: a rank with its ending, "26th", or a score, a date or a number. */
static size_t read_digits(struct reading *reading, size_t i)
{
    if (is_ordinal_suffix(&reading->tokens, i + 1))
        return read_rank(reading, i);
    size_t next = versus_read(reading, i);
    if (next == 0)
        next = read_date(reading, i);
    return next > 0 ? next : read_number(reading, i);
}

/* A word begins what its classes say. */
static size_t read_word(struct reading *reading, size_t i)
{
    const struct tokens *tokens = &reading->tokens;
    size_t next = 0;
    bool rank = token_has(tokens, i, WORD_ORDINAL | WORD_CARDINAL);
    if (!rank || !is_rank_first(tokens, i)) {
        if (token_has(tokens, i, WORD_MONTH))
            next = read_date(reading, i);
        if (next == 0 && number_may_begin(tokens, i))
            next = read_number(reading, i);
    }
    if (next == 0 && rank)
        next = read_rank(reading, i);
    return next > 0 ? next : read_multiple(reading, i);
}

/* clang-format off */
static const struct word_list other_openers WORD_LIST_SECTION = {FIGURE_WORDS
#define COMPARED(words, hundredths) words " "
#define FOLD(word, hundredths) word " "
#include "core/extract/multiple_words.def"
#undef COMPARED
#undef FOLD
};
/* clang-format on */

/* The words that begin figures in a sentence: those of some classes, and whether any of the others are there. */
struct openers {
    uint32_t classes;
    bool others;
};

static struct openers openers_of(const struct tokens *tokens)
{
    struct openers openers = {.others = tokens_listed(tokens, &other_openers)};
    if (openers.others || (tokens->classes & FIGURE_CLASSES))
        openers.classes = FIGURE_CLASSES | WORD_DETERMINER; /* "a dozen" */
    return openers;
}

/* Whether a figure may begin at token i, before it is read. Most tokens begin none. */
static bool may_begin(const struct tokens *tokens, size_t i, struct openers openers)
{
    const struct token *token = &tokens->at[i];
    switch (token->kind) {
    case TOKEN_WORD:
        if (token->classes & openers.classes)
            return (token->classes & FIGURE_CLASSES) ||
                   (token_is_one_of(tokens, i, "a an") && number_may_begin(tokens, i));
        return openers.others && token_listed(tokens, i, &other_openers);
    case TOKEN_NUMBER:
        return true;
    case TOKEN_SYMBOL:
        return token->mark == '\0'; /* "½" */
    case TOKEN_MARK:
        return token->mark == '.' && token_kind_is(tokens, i + 1, TOKEN_NUMBER); /* ".5" */
    default:
        return false; /* no figure is in an address */
    }
}

static size_t read_at(struct reading *reading, size_t i)
{
    switch (reading->tokens.at[i].kind) {
    case TOKEN_WORD:
        return read_word(reading, i);
    case TOKEN_NUMBER:
        return read_digits(reading, i);
    default:
        return read_number(reading, i);
    }
}

void quantities_read(struct reading *reading)
{
    const struct tokens *tokens = &reading->tokens;
    struct openers openers = openers_of(tokens);
    for (size_t i = 0; i < tokens->count; i++) {
        if (!may_begin(tokens, i, openers))
            continue;
        size_t next = read_at(reading, i);
        i = next > i ? next - 1 : i;
    }
    ranges_join(reading);
    units_carry(reading);
}
