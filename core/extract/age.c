/* Ages: "34-year-old", "six months old", "aged 34", "Orla Finch, 44, runs". */
#include "core/extract/reading.h"

static bool is_age_value(const struct number *number)
{
    return number->place == 0 && decimal_compare(number->value, decimal_from(120)) <= 0;
}

/* "75 and older", "people 65 and over": what modifier.c will read as a bound. */
static bool is_bounded_age(const struct tokens *tokens, const struct quantity *quantity)
{
    size_t i = quantity->end;
    if (!token_is_one_of(tokens, i, "and or") || quantity->number.scaled || !is_age_value(&quantity->number))
        return false;
    bool people = quantity->core > 0 && age_of_people(tokens, quantity->core - 1);
    return token_is_one_of(tokens, i + 1, "older younger") || (people && token_is_one_of(tokens, i + 1, "over under"));
}

/* "34-year-old", "six months old", "18 years of age": what follows the number. */
bool age_read_after(const struct tokens *tokens, struct quantity *quantity)
{
    size_t i = quantity->end;
    if (!token_mark(tokens, i, '-') &&
        !token_is_one_of(tokens, i, "and or yo year years month months week weeks day days"))
        return false;
    if (is_bounded_age(tokens, quantity)) {
        quantity->kind = KIND_AGE;
        quantity->unit = STR("year");
        return true;
    }
    i += token_mark(tokens, i, '-') && (token_glued(tokens, i) || token_is(tokens, i + 1, "year"));
    if (token_is(tokens, i, "yo")) {
        quantity->kind = KIND_AGE;
        quantity->unit = STR("year");
        quantity->end = i + 1;
        return true;
    }
    if (!token_is_one_of(tokens, i, "year years month months week weeks day days"))
        return false;
    static const char *const spans[] = {"year", "month", "week", "day"};
    for (size_t k = 0; k < sizeof(spans) / sizeof(spans[0]); k++) {
        struct str word = token_text(tokens, i), span = str_from(spans[k]);
        bool plural = word.len == span.len + 1 && str_ends(word, STR("s"));
        if (!str_eq_nocase(plural ? str_slice(word, 0, span.len) : word, span))
            continue;
        size_t old = i + 1;
        old += token_mark(tokens, old, '-') && (token_glued(tokens, old) || token_is(tokens, old + 1, "old"));
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

bool age_of_people(const struct tokens *tokens, size_t i)
{
    return token_is_one_of(tokens, i,
                           "children people adults men women girls boys pensioners voters residents persons workers "
                           "patients drivers teenagers citizens men brothers sisters youths anyone anybody everyone "
                           "everybody someone those");
}

/* "Two men, 19 and 23, were": nothing but whole numbers between the commas. */
static bool lists_ages(const struct tokens *tokens, const struct quantity *quantity)
{
    size_t i = quantity->number.first, end = quantity->number.end;
    const struct number *number = &quantity->number;
    if (!number->in_digits || number->grouped || token_is(tokens, i - 1, "and") == token_mark(tokens, i - 1, ','))
        return false;
    while (i > 0 && (token_kind_is(tokens, i - 1, TOKEN_NUMBER) || token_is(tokens, i - 1, "and") ||
                     (token_mark(tokens, i - 1, ',') && token_kind_is(tokens, i - 2, TOKEN_NUMBER))))
        i--;
    while (token_is(tokens, end, "and") || token_kind_is(tokens, end, TOKEN_NUMBER) ||
           (token_mark(tokens, end, ',') && token_kind_is(tokens, end + 1, TOKEN_NUMBER)))
        end++;
    return i >= 2 && token_mark(tokens, i - 1, ',') && age_of_people(tokens, i - 2) && token_mark(tokens, end, ',');
}

/* "aged 34", "age of 21", "at age 18"; "Orla Finch, 44, runs": what stands before the number. */
bool age_read_before(const struct tokens *tokens, struct quantity *quantity)
{
    size_t first = quantity->number.first;
    if (!token_mark(tokens, first - 1, ',') && !token_is_one_of(tokens, first - 1, "aged age ages of at and"))
        return false;
    bool unitless = !token_kind_is(tokens, quantity->end, TOKEN_WORD) || tokens->at[quantity->end].word;
    if (!is_age_value(&quantity->number) || !unitless || first == 0)
        return false;
    size_t start = first;
    if (token_is_one_of(tokens, first - 1, "aged age ages"))
        start = first - 1;
    else if (first >= 2 && token_is(tokens, first - 1, "of") && token_is_one_of(tokens, first - 2, "age ages"))
        start = first - 2;
    bool died = first >= 2 && token_is(tokens, first - 1, "at") &&
                token_is_one_of(tokens, first - 2, "died dies retire retired retires retiring");
    bool named = first >= 2 && token_mark(tokens, first - 1, ',') && token_flag(tokens, first - 2, TOKEN_CAPITAL) &&
                 !token_has(tokens, first - 2, WORD_MONTH | WORD_WEEKDAY) && token_mark(tokens, quantity->end, ',') &&
                 quantity->number.in_digits && token_text(tokens, first).len <= 3;
    if (start == first && !named && !died && !lists_ages(tokens, quantity))
        return false;
    quantity->kind = KIND_AGE;
    quantity->unit = STR("year");
    if (start < first && token_is(tokens, first - 1, "aged"))
        quantity->core = quantity->first = start;
    return true;
}
