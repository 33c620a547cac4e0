/* Money whose sign or code stands before the number: "$5m", "US$ 76", "$75 U.S.", "RM79". */
#include "core/extract/numeral.h"
#include "core/extract/reading.h"

/* "$5m", "$5 bn", "£3k": letters that only money turns into a scale. */
static void read_money_scale(const struct tokens *tokens, struct quantity *quantity)
{
    static const struct {
        const char *letters;
        int power;
    } table[] = {{"m", 6}, {"M", 6},  {"mm", 6}, {"MM", 6},  {"b", 9},
                 {"B", 9}, {"t", 12}, {"T", 12}, {"mio", 6}, {"Mio", 6}};
    if (quantity->number.scaled || !token_is_one_of(tokens, quantity->end, "m mm b t mio"))
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
    if (!quantity->unit_assumed ||
        !token_is_one_of(tokens, quantity->end, "US U.S. U.S USD Canadian Australian CAD AUD NZ"))
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

/* "revenues of MAUD 60" */
static bool read_million_code_before(const struct tokens *tokens, size_t after, struct quantity *quantity)
{
    size_t first = quantity->number.first;
    const struct unit *unit = first > after ? million_code(tokens, first - 1) : NULL;
    if (!unit || quantity->number.scaled || !quantity->number.in_digits)
        return false;
    quantity->core = quantity->first = first - 1;
    quantity->kind = KIND_MONEY;
    quantity->unit = str_from(unit->name);
    number_scale(&quantity->number, 6);
    return true;
}

/* "$(5.2) million": brackets inside the sign are an accountant's minus; round sign and all they are only brackets. */
static bool read_accounting(const struct tokens *tokens, size_t after, struct quantity *quantity)
{
    const struct currency_prefix *prefix;
    size_t number = quantity->number.first, first;
    bool brackets = number >= 2 && token_mark(tokens, number - 1, '(') && token_glued(tokens, number - 1) &&
                    token_glued(tokens, number) && token_mark(tokens, quantity->number.end, ')');
    if (!brackets || !currency_before(tokens, number - 1, &first, &prefix) || first < after)
        return false;
    quantity->number.end++;
    if (!quantity->number.scaled)
        scale_read(tokens, &quantity->number);
    quantity->number.value.negative = true;
    quantity->end = quantity->number.end;
    quantity->core = quantity->first = first;
    quantity->kind = KIND_MONEY;
    quantity->unit = str_from(prefix->code);
    quantity->unit_assumed = prefix->assumed;
    return true;
}

bool money_read_before(const struct tokens *tokens, size_t after, struct quantity *quantity)
{
    const struct currency_prefix *prefix;
    size_t first;
    if (read_million_code_before(tokens, after, quantity) || read_accounting(tokens, after, quantity))
        return true;
    if (!currency_before(tokens, quantity->number.first, &first, &prefix) || first < after)
        return false; /* the code belongs to the figure before: "17 USD 25" */
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
