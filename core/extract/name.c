/*
 * What has digits and is no quantity: names, models, leagues, sections of law, phone numbers, versions, list numbers.
 */
#include "core/extract/reading.h"
#include "core/text/tag.h"

static bool is_plain_integer(const struct number *number)
{
    return number->in_digits && !number->grouped && !number->scaled && number->precise && number->place == 0;
}

/* "sub-7", "minus-5", "pre-2014" are words that change a number, not names with one. */
static bool is_prefix_word(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(
        tokens, i, "sub minus plus negative pre post mid over under non approx about around some nearly almost to now");
}

/* "F-16", "A380", "Q3", "COVID-19": letters that touch the digits from before. */
static bool has_letters_before(const struct reading *reading, size_t first)
{
    const struct tokens *tokens = &reading->tokens;
    if (reading->count > 0 && first > 0 && reading->at[reading->count - 1].end >= first - 1)
        return false; /* "81 million–178 million": what stands before is a figure */
    const struct currency_prefix *currency;
    size_t currency_first, before = first - 1;
    if (first > 0 && token_mark(tokens, before, '-') && token_glued(tokens, first) && !token_glued(tokens, before) &&
        before > 0 && token_flag(tokens, before - 1, TOKEN_UPPER))
        return true; /* "COVID -19" */
    if (first == 0 || !token_glued(tokens, first))
        return false;
    bool letters = token_kind_is(tokens, before, TOKEN_WORD) && !token_flag(tokens, before, TOKEN_SUFFIX);
    bool hyphen = token_mark(tokens, before, '-') && token_glued(tokens, before) && before > 0 &&
                  token_kind_is(tokens, before - 1, TOKEN_WORD) && !is_prefix_word(tokens, before - 1) &&
                  !token_has(tokens, before - 1, WORD_CARDINAL);
    return (letters || hyphen) && !currency_before(tokens, first, &currency_first, &currency);
}

/* "5G", "3D", "747s", "26th": letters that touch the digits from behind and are no unit. */
static bool has_letters_after(const struct reading *reading, const struct number *number)
{
    const struct tokens *tokens = &reading->tokens;
    size_t i = number->end;
    struct unit_match unit;
    if (!token_kind_is(tokens, i, TOKEN_WORD) || !token_glued(tokens, i) || token_flag(tokens, i, TOKEN_SUFFIX))
        return false;
    const struct currency_prefix *currency;
    size_t first;
    if (token_is_one_of(tokens, i, "mm t mio") && currency_before(tokens, number->first, &first, &currency))
        return false; /* "US$1MM", "$5t" */
    if (token_is_one_of(tokens, i, "m b s"))
        return false; /* millions, billions, a decade or seconds: measure.c tells which */
    return !unit_find(reading->units, tokens, i, number->in_digits, &unit);
}

/* "555-0142", "020 7946 0018" is beyond us, "1-800-555-0199", "(555) 010-4477": groups of digits tied together. */
static bool is_phone(const struct reading *reading, const struct number *number)
{
    const struct tokens *tokens = &reading->tokens;
    size_t groups = 1, first = number->first;
    size_t i = number->end;
    while (first >= 2 && token_mark(tokens, first - 1, '-') && token_glued(tokens, first) &&
           token_glued(tokens, first - 1) && token_kind_is(tokens, first - 2, TOKEN_NUMBER)) {
        groups++;
        first -= 2;
    }
    while ((token_mark(tokens, i, '-') || token_mark(tokens, i, '.')) && token_glued(tokens, i) &&
           token_glued(tokens, i + 1) && token_kind_is(tokens, i + 1, TOKEN_NUMBER)) {
        groups++;
        i += 2;
    }
    struct str text = token_text(tokens, number->first);
    bool leading_zero = text.ptr[0] == '0' && text.len > 1 && is_plain_integer(number);
    if (groups >= 3 || (leading_zero && (groups > 1 || text.len > 3)))
        return true;
    struct counted counted;
    struct unit_match unit;
    bool two = groups == 2 && is_plain_integer(number) && token_text(tokens, first).len == 3 &&
               token_text(tokens, i - 1).len == 4;
    return two && !counted_noun(reading, i, false, &counted) && !unit_find(reading->units, tokens, i, true, &unit);
}

/* "1. Spend less", "(2) …": the number of a list entry, at a paragraph's start. */
static bool is_list_number(const struct reading *reading, const struct number *number)
{
    const struct tokens *tokens = &reading->tokens;
    size_t first = token_mark(tokens, 0, '(') ? 1 : 0;
    bool mark = token_mark(tokens, number->end, '.') || token_mark(tokens, number->end, ')');
    return number->first == first && mark && token_glued(tokens, number->end) && is_plain_integer(number) &&
           token_text(tokens, number->first).len <= 3 && (reading->paragraph_start || first == 1) &&
           number->end + 1 < tokens->count;
}

static bool is_capital_name(const struct tokens *tokens, size_t i)
{
    return token_kind_is(tokens, i, TOKEN_WORD) && token_flag(tokens, i, TOKEN_CAPITAL) &&
           !token_flag(tokens, i, TOKEN_SUFFIX);
}

/* "Article 5", "page 12", "No. 5", "Flight 370": a label, then a plain number that counts nothing. */
static bool follows_label(const struct tokens *tokens, const struct number *number)
{
    size_t i = number->first;
    if (i > 0 && token_mark(tokens, i - 1, '.') && token_glued(tokens, i - 1))
        i--;
    bool version = i > 0 && token_is(tokens, i - 1, "version") && number->in_digits && !number->scaled;
    if (i == 0 || !token_has(tokens, i - 1, WORD_LABEL) || (!is_plain_integer(number) && !version))
        return false;
    bool named =
        token_flag(tokens, i - 1, TOKEN_CAPITAL) ||
        token_is_one_of(tokens, i - 1,
                        "page pages chapter section article no nos number room flight phase level category step "
                        "figure table line row seat version question item clause paragraph route highway type");
    if (!named || token_mark(tokens, number->end, '%') || token_is(tokens, number->end, "percent"))
        return false;
    bool abbreviated = i < number->first;
    return !abbreviated || token_is_one_of(tokens, i - 1, "no nos art sec fig ch vol ft apt");
}

/* "iPhone", "macOS": a capital after a small letter. */
static bool is_camel(const struct tokens *tokens, size_t i)
{
    struct str text = token_text(tokens, i);
    return token_kind_is(tokens, i, TOKEN_WORD) && text.len > 2 && is_lower(text.ptr[0]) &&
           (is_upper(text.ptr[1]) || is_upper(text.ptr[text.len - 1]));
}

/* "World War 2 shells", "S&P 500 firms": two names at least before a small plain number. */
static bool names_before(const struct reading *reading, const struct number *number)
{
    const struct tokens *tokens = &reading->tokens;
    size_t first = number->first;
    struct unit_match unit;
    if (first < 2 || !is_plain_integer(number) || token_text(tokens, first).len > 3)
        return false;
    size_t earlier = token_mark(tokens, first - 2, '&') && first >= 3 ? first - 3 : first - 2;
    const uint32_t plain = WORD_PREPOSITION | WORD_DETERMINER | WORD_CONJUNCTION | WORD_PRONOUN | WORD_AUXILIARY |
                           WORD_ADVERB | WORD_SUBORDINATOR | WORD_MONTH | WORD_WEEKDAY | WORD_SAYING;
    return is_capital_name(tokens, first - 1) && is_capital_name(tokens, earlier) &&
           !token_has(tokens, first - 1, plain) && !token_has(tokens, earlier, plain) &&
           !token_mark(tokens, number->end, '%') && !token_is(tokens, number->end, "percent") &&
           !unit_find(reading->units, tokens, number->end, true, &unit); /* "MacBook Pro 16 inch" is none */
}

/* "+44 20 7946 0000": groups of digits after a plus and a country's code. */
static bool is_international_phone(const struct tokens *tokens, const struct number *number)
{
    size_t i = number->first;
    while (i > 0 && token_kind_is(tokens, i - 1, TOKEN_NUMBER))
        i--;
    bool plus = i > 0 && token_mark(tokens, i - 1, '+') && token_glued(tokens, i) && !token_glued(tokens, i - 1);
    return plus && token_kind_is(tokens, i, TOKEN_NUMBER) && token_kind_is(tokens, i + 1, TOKEN_NUMBER);
}

/* "221 Harbour Road" */
static bool is_street_number(const struct tokens *tokens, const struct number *number)
{
    size_t i = number->end;
    if (!is_plain_integer(number) || !is_capital_name(tokens, i))
        return false;
    for (size_t k = i + 1; k < i + 4 && is_capital_name(tokens, k); k++)
        if (token_is_one_of(tokens, k,
                            "street road avenue lane drive boulevard square court st rd ave blvd place terrace way"))
            return true;
    return false;
}

/* "737-style doors", "a 1970s-type plan": like something that has the number in its name. */
static bool is_manner(const struct tokens *tokens, const struct number *number)
{
    return token_mark(tokens, number->end, '-') && token_glued(tokens, number->end + 1) &&
           token_is_one_of(tokens, number->end + 1, "style type like class era esque");
}

/* "The 39 Steps", inside a sentence: the article has a capital too. */
static bool is_title(const struct tokens *tokens, const struct number *number)
{
    size_t the = number->first - 1;
    return number->first >= 2 && token_is(tokens, the, "the") && token_flag(tokens, the, TOKEN_CAPITAL) &&
           token_kind_is(tokens, the - 1, TOKEN_WORD) && is_capital_name(tokens, number->end) &&
           !token_flag(tokens, the - 1, TOKEN_UPPER);
}

/* "the 51A runs": a route, and no current. */
static bool is_route(const struct tokens *tokens, const struct number *number)
{
    size_t i = number->end;
    struct str letter = token_text(tokens, i);
    bool named = is_plain_integer(number) && token_glued(tokens, i) && letter.len == 1 && is_upper(letter.ptr[0]) &&
                 number->first > 0 && token_is(tokens, number->first - 1, "the");
    return named && (token_part_is(tokens, i + 1, PART_VERB) || token_part_is(tokens, i + 1, PART_AUXILIARY) ||
                     token_is_one_of(tokens, i + 1, "runs goes leaves stops calls serves bus tram train service"));
}

/* "(2015 = 100)": what an index is measured from. */
static bool is_index_base(const struct tokens *tokens, const struct number *number)
{
    size_t first = number->first;
    bool told = first >= 2 && token_mark(tokens, first - 1, '=') && token_kind_is(tokens, first - 2, TOKEN_NUMBER) &&
                token_text(tokens, first - 2).len == 4;
    return told && is_plain_integer(number) && token_mark(tokens, number->end, ')');
}

/* "the 7.15 and the 8.40", "doors opened at 10": a time of day. */
static bool is_time(const struct tokens *tokens, const struct number *number)
{
    size_t first = number->first, i = number->end;
    if (first < 1 || number->grouped || number->scaled || !number->precise || number->ranged)
        return false;
    const uint32_t after = WORD_CONJUNCTION | WORD_AUXILIARY | WORD_PREPOSITION;
    struct str text = token_text(tokens, first);
    bool timetable = number->in_digits && token_is(tokens, first - 1, "the") && number->place == -2 &&
                     decimal_compare(number->value, decimal_from(24)) < 0 && text.len > 2 &&
                     text.ptr[text.len - 2] < '6' && token_has(tokens, i, after);
    bool ends = i >= tokens->count || token_kind_is(tokens, i, TOKEN_MARK) || token_is_one_of(tokens, i, "and on");
    bool hour = number->place == 0 && decimal_compare(number->value, decimal_from(12)) <= 0 && ends &&
                token_is(tokens, first - 1, "at") &&
                token_is_one_of(tokens, first - 2,
                                "opened opens open opening closed closes close closing starts started start begins "
                                "began begin ended ends leaves left leave departs departed arrives arrived arrive");
    return timetable || (hour && !token_mark(tokens, i, '-') && !token_mark(tokens, i, '%'));
}

/*
 * Most numbers stand between plain words, or between a currency's sign and one. There a number is no name but after one with a
 * capital inside: every other rule asks for a capital or a label beside it, for a mark, or for letters that touch it.
 */
static bool stands_plainly(const struct tokens *tokens, const struct number *number)
{
    size_t first = number->first, before = first - 1, after = number->end;
    if (token_kind_is(tokens, before, TOKEN_WORD)) {
        if (token_glued(tokens, first) || token_flag(tokens, before, TOKEN_CAPITAL) ||
            token_has(tokens, before, WORD_LABEL))
            return false;
    } else if (first > 0 && !token_mark(tokens, before, '$') && !token_mark(tokens, before, ',')) {
        return false;
    }
    if (token_text(tokens, first).ptr[0] == '0') /* maybe a phone's */
        return false;
    if (token_kind_is(tokens, after, TOKEN_WORD))
        return !token_flag(tokens, after, TOKEN_GLUED | TOKEN_CAPITAL);
    return after >= tokens->count || token_mark(tokens, after, ',') || token_mark(tokens, after, '%') ||
           (token_mark(tokens, after, '.') && after + 1 == tokens->count);
}

bool number_is_name(const struct reading *reading, const struct number *number)
{
    const struct tokens *tokens = &reading->tokens;
    size_t first = number->first;
    if (stands_plainly(tokens, number))
        return is_camel(tokens, first - 1) && is_plain_integer(number);
    if (is_manner(tokens, number) || is_title(tokens, number) || is_route(tokens, number) ||
        is_index_base(tokens, number))
        return true;
    if (has_letters_before(reading, first) ||
        (number->in_digits && (has_letters_after(reading, number) || is_phone(reading, number))))
        return true;
    if (first > 0 && token_mark(tokens, first - 1, '#'))
        return true;
    if (is_list_number(reading, number))
        return true;
    /* "9/11", "24/7", "50/50": a slash between plain integers that is no fraction */
    if (is_plain_integer(number) && ((token_mark(tokens, number->end, '/') && token_glued(tokens, number->end) &&
                                      token_kind_is(tokens, number->end + 1, TOKEN_NUMBER)) ||
                                     (first > 1 && token_mark(tokens, first - 1, '/') && token_glued(tokens, first) &&
                                      token_kind_is(tokens, first - 2, TOKEN_NUMBER))))
        return true;
    if (is_camel(tokens, first - 1) && is_plain_integer(number))
        return true; /* "iPhone 14" */
    if (names_before(reading, number) || is_international_phone(tokens, number) || is_street_number(tokens, number))
        return true;
    return follows_label(tokens, number) &&
           !token_is_one_of(tokens, first - 1, "week day round game act order law top part");
}

bool unitless_is_name(const struct reading *reading, const struct quantity *quantity)
{
    const struct tokens *tokens = &reading->tokens;
    const struct number *number = &quantity->number;
    size_t first = number->first;
    if (follows_label(tokens, number) || is_time(tokens, number))
        return true;
    if (is_plain_integer(number) && is_capital_name(tokens, number->end) &&
        !token_has(tokens, number->end, WORD_MONTH | WORD_WEEKDAY))
        return true; /* "787 Dreamliner", "the 90049 ZIP Code" */
    bool small = is_plain_integer(number) && token_text(tokens, first).len <= 4;
    bool version = number->in_digits && !number->grouped && !number->scaled && number->place < 0 && number->place >= -2;
    bool follows_figure = reading->count > 0 && reading->at[reading->count - 1].end == first; /* "17 USD 25" */
    if (first == 0 || (!small && !version) || follows_figure)
        return false;
    size_t before = first - 1;
    /* "iPhone 11", "S&P 500", "Apple Watch 5"; not "About 300", "In March 300" */
    const uint32_t plain = WORD_PREPOSITION | WORD_DETERMINER | WORD_CONJUNCTION | WORD_PRONOUN | WORD_AUXILIARY |
                           WORD_ADVERB | WORD_SUBORDINATOR | WORD_MONTH | WORD_WEEKDAY | WORD_SAYING;
    bool known =
        token_has(tokens, before, plain) || (before == 0 && token_has(tokens, before, WORD_VERB | WORD_UP | WORD_DOWN));
    return is_capital_name(tokens, before) && !known;
}
