/* Datelines, and the currencies that share a name. */
#include "core/extract/dateline.h"

enum { DATELINE_TOKENS = 14 };

/* Capitals, large cities and the countries that have a dollar, a peso, a franc … of their own, by country, parted by "|". */
#define PLACES                                                                                                         \
    PLACE("AU", "australia | canberra | sydney | melbourne | brisbane | perth | adelaide | hobart | darwin | new "     \
                "south wales | queensland | gold coast ")                                                              \
    PLACE("CA", "canada | ottawa | toronto | montreal | vancouver | calgary | edmonton | winnipeg | halifax | quebec " \
                "| quebec city | regina | saskatoon | ontario | alberta | british columbia ")                          \
    PLACE("NZ", "new zealand | wellington | auckland | christchurch | dunedin | hamilton, new zealand ")               \
    PLACE("SG", "singapore ")                                                                                          \
    PLACE("HK", "hong kong ")                                                                                          \
    PLACE("TW", "taiwan | taipei ")                                                                                    \
    PLACE("JM", "jamaica | kingston ")                                                                                 \
    PLACE("FJ", "fiji | suva ")                                                                                        \
    PLACE("NA", "namibia | windhoek ")                                                                                 \
    PLACE("TT", "trinidad | port of spain ")                                                                           \
    PLACE("US", "united states | washington | new york | los angeles | chicago | houston | boston | atlanta | dallas " \
                "| miami | seattle | denver | detroit | philadelphia | phoenix | san francisco | minneapolis | "       \
                "cleveland | baltimore | austin | las vegas ")                                                         \
    PLACE("MX", "mexico | mexico city | monterrey | guadalajara | tijuana ")                                           \
    PLACE("AR", "argentina | buenos aires ")                                                                           \
    PLACE("CL", "chile | santiago ")                                                                                   \
    PLACE("CO", "colombia | bogota | medellin ")                                                                       \
    PLACE("UY", "uruguay | montevideo ")                                                                               \
    PLACE("DO", "dominican republic | santo domingo ")                                                                 \
    PLACE("CU", "cuba | havana ")                                                                                      \
    PLACE("PH", "philippines | manila | cebu ")                                                                        \
    PLACE("GB", "united kingdom | london | manchester | edinburgh | glasgow | cardiff | belfast | birmingham | leeds " \
                "| liverpool | bristol ")                                                                              \
    PLACE("EG", "egypt | cairo | alexandria ")                                                                         \
    PLACE("LB", "lebanon | beirut ")                                                                                   \
    PLACE("SY", "syria | damascus ")                                                                                   \
    PLACE("IN", "india | new delhi | delhi | mumbai | bengaluru | kolkata | chennai | hyderabad ")                     \
    PLACE("PK", "pakistan | islamabad | karachi | lahore ")                                                            \
    PLACE("LK", "sri lanka | colombo ")                                                                                \
    PLACE("NP", "nepal | kathmandu ")                                                                                  \
    PLACE("CH", "switzerland | zurich | geneva | bern | basel ")                                                       \
    PLACE("CD", "kinshasa ")                                                                                           \
    PLACE("KE", "kenya | nairobi | mombasa ")                                                                          \
    PLACE("UG", "uganda | kampala ")                                                                                   \
    PLACE("TZ", "tanzania | dar es salaam | dodoma ")                                                                  \
    PLACE("SE", "sweden | stockholm | gothenburg | malmo ")                                                            \
    PLACE("NO", "norway | oslo | bergen ")                                                                             \
    PLACE("DK", "denmark | copenhagen | aarhus ")                                                                      \
    PLACE("IS", "iceland | reykjavik ")                                                                                \
    PLACE("CZ", "czech republic | prague | brno ")                                                                     \
    PLACE("KW", "kuwait | kuwait city ")                                                                               \
    PLACE("JO", "jordan | amman ")                                                                                     \
    PLACE("RS", "serbia | belgrade ")                                                                                  \
    PLACE("IQ", "iraq | baghdad ")                                                                                     \
    PLACE("TN", "tunisia | tunis ")                                                                                    \
    PLACE("DZ", "algeria | algiers ")
static const char *const place_countries[] = {
#define PLACE(country, names) country,
    PLACES
#undef PLACE
};
/* Lists of words, too: a token that stands in none of them ends no such name. */
static const struct word_list place_names[] WORD_LIST_SECTION = {
#define PLACE(country, names) {names},
    PLACES
#undef PLACE
};

/* Words that many currencies share: what each most often means, and whose it is where the country is known (ISO 4217). */
static const struct word_list family_words[] WORD_LIST_SECTION = {
    {"dollar dollars"}, {"peso pesos"},         {"rupee rupees"},
    {"franc francs"},   {"shilling shillings"}, {"krona kronor krone kroner crown crowns"},
    {"dinar dinars"},   {"pound pounds"},
};
static const struct {
    char usual[3];        /* an ISO code */
    const char *national; /* "country=code", parted by spaces */
} families[] = {
    {"USD",
     "AU=AUD CA=CAD NZ=NZD SG=SGD HK=HKD TW=TWD JM=JMD FJ=FJD NA=NAD TT=TTD US=USD MX=MXN AR=ARS CL=CLP CO=COP UY=UYU "
     "DO=DOP"},
    {"MXN", "MX=MXN AR=ARS CL=CLP CO=COP UY=UYU DO=DOP CU=CUP PH=PHP"},
    {"INR", "IN=INR PK=PKR LK=LKR NP=NPR"},
    {"CHF", "CH=CHF CD=CDF"},
    {"KES", "KE=KES UG=UGX TZ=TZS"},
    {"SEK", "SE=SEK NO=NOK DK=DKK IS=ISK CZ=CZK"},
    {"KWD", "KW=KWD JO=JOD RS=RSD IQ=IQD TN=TND DZ=DZD"},
    {"GBP", "GB=GBP EG=EGP LB=LBP SY=SYP"},
};

/* Whether one of the names of a country's places is this. */
static bool names_place(const char *names, struct str name)
{
    struct str rest = str_from(names);
    while (rest.len > 0)
        if (str_eq_nocase(str_trim(str_split(&rest, '|')), name))
            return true;
    return false;
}

/* The country of the place that the words of tokens [first, end) name, or NULL. */
static const char *country_of(const struct tokens *tokens, size_t first, size_t end)
{
    const size_t count = sizeof(place_names) / sizeof(place_names[0]);
    for (size_t k = 0; (k = token_next_list(tokens, end - 1, place_names, count, k)) < count; k++)
        if (names_place(place_names[k].words, tokens_text(tokens, first, end)))
            return place_countries[k];
    return NULL;
}

/* The token that ends a dateline: a dash or a colon after the place, its date and its agency; 0 where none does. */
static size_t dateline_end(const struct tokens *tokens)
{
    if (!tokens_marked(tokens, '_') && !tokens_marked(tokens, '-') && !tokens_marked(tokens, ':'))
        return 0;
    for (size_t i = 1; i < DATELINE_TOKENS && i < tokens->count; i++) {
        bool dash = token_mark(tokens, i, '_') || (token_mark(tokens, i, '-') && !token_glued(tokens, i));
        if (dash || (token_mark(tokens, i, ':') && i <= 3))
            return i;
        bool inside = token_flag(tokens, i, TOKEN_CAPITAL) || token_kind_is(tokens, i, TOKEN_NUMBER) ||
                      token_mark(tokens, i, ',') || token_mark(tokens, i, '(') || token_mark(tokens, i, ')') ||
                      token_mark(tokens, i, '.') || token_mark(tokens, i, '/');
        if (!inside && !token_is_one_of(tokens, i, "of es"))
            return 0;
    }
    return 0;
}

const char *dateline_country(const struct tokens *tokens)
{
    size_t end = dateline_end(tokens);
    const char *country = NULL;
    for (size_t first = 0; first < end && !country; first++) {
        if (first > 0 && !token_mark(tokens, first - 1, ','))
            continue;
        for (size_t last = first + 1; last <= end && last <= first + 4 && !country; last++)
            country = country_of(tokens, first, last);
    }
    return country;
}

static struct str national(const char *table, const char *country)
{
    struct str rest = str_from(table);
    while (country && rest.len > 0) {
        struct str code = str_split(&rest, ' '), whose = str_split(&code, '=');
        if (str_eq(whose, str_from(country)))
            return code;
    }
    return STR_NULL;
}

/* Where in a quantity one of these words stands with no nation's name before it: "pesos", and not "Chilean pesos". */
static bool is_bare_word(const struct tokens *tokens, const struct quantity *quantity, const struct word_list *words)
{
    for (size_t i = quantity->core; i < quantity->end; i++)
        if (token_listed(tokens, i, words))
            return i == quantity->core || token_mark(tokens, i - 1, '-') || !token_flag(tokens, i - 1, TOKEN_CAPITAL);
    return false;
}

void currencies_place(struct reading *reading)
{
    enum { CODE = sizeof(families[0].usual) };
    for (size_t k = 0; k < reading->count; k++) {
        struct quantity *quantity = &reading->at[k];
        for (size_t f = 0; quantity->kind == KIND_MONEY && f < sizeof(families) / sizeof(families[0]); f++) {
            bool usual = quantity->unit.len == CODE && memcmp(quantity->unit.ptr, families[f].usual, CODE) == 0;
            if (!usual || !(quantity->unit_assumed || is_bare_word(&reading->tokens, quantity, &family_words[f])))
                continue;
            struct str code = national(families[f].national, reading->country);
            quantity->unit = code.ptr ? code : quantity->unit;
            quantity->unit_assumed = !code.ptr && f + 1 < sizeof(families) / sizeof(families[0]);
        }
    }
}
