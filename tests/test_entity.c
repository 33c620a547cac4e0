/* Entities: what names, codes and adjectives stand for, alone and in a text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <jansson.h>
#include <string.h>

#include "core/base/buf.h"
#include "core/check/entity.h"

#define ISO_CODES "/usr/share/iso-codes/json/iso_3166-1.json"

/* A name, and the codes of what it stands for, in the order of the table, parted by "|". */
struct naming {
    const char *name, *codes;
};

static const struct naming namings[] = {
    /* one country by many names */
    {"United States", "USA"},
    {"the United States", "USA"},
    {"United States of America", "USA"},
    {"US", "USA"},
    {"USA", "USA"},
    {"U.S.", "USA"},
    {"the U.S.", "USA"},
    {"U.S.A.", "USA"},
    {"America", "USA"},
    {"American", "USA"},
    {"Americans", "USA"},
    {"UNITED STATES", "USA"},
    {"united states", "USA"},
    {"us", ""},
    {"usa", ""},
    {"UK", "GBR"},
    {"U.K.", "GBR"},
    {"Britain", "GBR"},
    {"Great Britain", "GBR"},
    {"British", "GBR"},
    {"GB", "GBR"},
    {"Germany", "DEU"},
    {"DEU", "DEU"},
    {"DE", "DEU"},
    {"de", ""},
    {"German", "DEU"},
    {"Germans", "DEU"},
    {"Dutch", "NLD"},
    {"Danish", "DNK"},
    /* how tables write them */
    {"Korea, Rep.", "KOR"},
    {"Korea, Dem. People's Rep.", "PRK"},
    {"Korea, South", "KOR"},
    {"Congo, Dem. Rep.", "COD"},
    {"Congo, Rep.", "COG"},
    {"Egypt, Arab Rep.", "EGY"},
    {"Iran (Islamic Republic of)", "IRN"},
    {"Bahamas, The", "BHS"},
    {"Gambia, The", "GMB"},
    {"The Gambia", "GMB"},
    {"Virgin Islands (U.S.)", "VIR"},
    {"Hong Kong SAR, China", "HKG"},
    {"St. Vincent and the Grenadines", "VCT"},
    {"Saint Vincent & the Grenadines", "VCT"},
    {"Turkiye", "TUR"},
    {"Türkiye", "TUR"},
    {"Turkey", "TUR"},
    {"Cote d'Ivoire", "CIV"},
    {"Côte d’Ivoire", "CIV"},
    {"Viet Nam", "VNM"},
    {"Czechia", "CZE"},
    {"Cape Verde", "CPV"},
    {"Cabo Verde", "CPV"},
    {"Swaziland", "SWZ"},
    {"West Bank and Gaza", "PSE"},
    {"EL", "GRC"},
    /* several together, and what is no more */
    {"World", "WLD"},
    {"EU", "EUU"},
    {"European Union", "EUU"},
    {"EU27_2020", "EUU"},
    {"euro area", "EMU"},
    {"Eurozone", "EMU"},
    {"EA20", "EMU"},
    {"Euro", "EMU"},
    {"NATO members", "NATO"},
    {"Sub-Saharan Africa", "SSF"},
    {"East Asia & Pacific", "EAS"},
    {"Soviet Union", "SUN"},
    {"USSR", "SUN"},
    {"Kosovo", "XKX"},
    {"XKX", "XKX"},
    /* what several have is said to be so */
    {"Georgia", "GEO|US-GA"},
    {"Georgian", "GEO|US-GA"},
    {"GEO", "GEO"},
    {"Congo", "COD|COG"},
    {"Congolese", "COD|COG"},
    {"Korea", "KOR|PRK"},
    {"Korean", "KOR|PRK"},
    {"Dominican", "DMA|DOM"},
    {"Virgin Islands", "VGB|VIR"},
    {"Saint Martin", "MAF|SXM"},
    /* near misses */
    {"Niger", "NER"},
    {"Nigeria", "NGA"},
    {"Nigerien", "NER"},
    {"Nigerian", "NGA"},
    {"Guinea", "GIN"},
    {"Equatorial Guinea", "GNQ"},
    {"Papua New Guinea", "PNG"},
    {"Ireland", "IRL"},
    {"Northern Ireland", "GB-NIR"},
    {"South Sudan", "SSD"},
    {"Sudan", "SDN"},
    {"Dominica", "DMA"},
    {"New Mexico", "US-NM"},
    {"Austria", "AUT"},
    {"Australia", "AUS"},
    /* nobody */
    {"", ""},
    {" ", ""},
    {"Atlantis", ""},
    {"Gulf of Mexico", ""},
    {"Bank of England", ""},
    {"in Germany", ""},
    {"100", ""},
    {"IDA & IBRD total", ""},
    {"\xff\xfe", ""},
};

static void print_match(struct buf *out, const struct entity_match *match)
{
    for (size_t i = 0; i < match->count; i++)
        buf_printf(out, "%s%s", i > 0 ? "|" : "", match->entity[i]->code);
}

static void test_entity_names_codes_and_adjectives(void **state)
{
    struct entities *entities = *state;
    for (size_t i = 0; i < sizeof(namings) / sizeof(namings[0]); i++) {
        struct buf found = {0};
        struct entity_match match = entity_find(entities, str_from(namings[i].name));
        print_match(&found, &match);
        if (!str_eq(buf_view(&found), str_from(namings[i].codes)))
            fail_msg("'%s' is %.*s, not %s", namings[i].name, STR_ARG(buf_view(&found)), namings[i].codes);
        buf_release(&found);
    }
}

static void test_entity_says_whether_it_was_an_adjective(void **state)
{
    struct entities *entities = *state;
    assert_true(entity_find(entities, STR("German")).adjective);
    assert_false(entity_find(entities, STR("Germany")).adjective);
    assert_false(entity_find(entities, STR("Georgia")).adjective);
    assert_true(entity_find(entities, STR("Korean")).adjective);
}

/* A text, and its mentions: each as it stands there, "=", its codes. */
static const struct naming texts[] = {
    {"Germany spent 1.5 percent of its GDP", "Germany=DEU;"},
    {"the U.S. military and the U.K.'s", "U.S.=USA;U.K.=GBR;"},
    {"U.S.-led forces", "U.S.=USA;"},
    {"Germany's and the United States' budgets", "Germany=DEU;United States=USA;"},
    {"France’s debt", "France=FRA;"},
    {"South Korea outspent North Korea", "South Korea=KOR;North Korea=PRK;"},
    {"inflation in Korea", "Korea=KOR|PRK;"},
    {"Côte d'Ivoire's exports", "Côte d'Ivoire=CIV;"},
    {"Guinea-Bissau, Guinea and Papua New Guinea", "Guinea-Bissau=GNB;Guinea=GIN;Papua New Guinea=PNG;"},
    {"Trinidad and Tobago and Antigua & Barbuda", "Trinidad and Tobago=TTO;Antigua & Barbuda=ATG;"},
    {"the Democratic Republic of the Congo", "Democratic Republic of the Congo=COD;"},
    {"in St. Lucia", "St. Lucia=LCA;"},
    {"New Mexico, the Gulf of Mexico, Mexico City and Mexico", "New Mexico=US-NM;Mexico=MEX;"},
    {"the Bank of England and the South China Sea", ""},
    {"the World Bank on the world's poor", "world=WLD;"},
    {"African Americans", ""},
    {"Latin American trade", "Latin American=LATIN-AMERICA;"},
    {"Franco-German and non-American", "German=DEU;American=USA;"},
    {"he told us it is in no way to be polished with turkey or china", ""},
    {"IT and NO in the news: MAR, CAN, ARE", ""},
    {"the EU, the eurozone, NATO and the G7", "EU=EUU;eurozone=EMU;NATO=NATO;G7=G7;"},
    {"a Euro coin", ""},
    {"Indiana is not India, nor is Romania Oman", "Indiana=US-IN;India=IND;Romania=ROU;Oman=OMN;"},
    {"sub-Saharan Africa and South Africa", "sub-Saharan Africa=SSF;South Africa=ZAF;"},
    {"Britain. France", "Britain=GBR;France=FRA;"},
    {"South. Korea", "Korea=KOR|PRK;"},
    {"", ""},
    {"’s -& St. . \xff U.", ""},
};

static void test_entity_mentions_in_a_text(void **state)
{
    struct entities *entities = *state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct buf found = {0};
        struct str text = str_from(texts[i].name);
        struct entity_mention mention = {0};
        while (entity_next(entities, text, mention.end, &mention)) {
            buf_printf(&found, "%.*s=", STR_ARG(str_slice(text, mention.start, mention.end)));
            print_match(&found, &mention.match);
            buf_char(&found, ';');
        }
        if (!str_eq(buf_view(&found), str_from(texts[i].codes)))
            fail_msg("'%s' has '%.*s', not '%s'", texts[i].name, STR_ARG(buf_view(&found)), texts[i].codes);
        buf_release(&found);
    }
}

/* Who has a currency: ISO 4217 begins it with the country's two letters. */
static void test_entity_of_a_currency(void **state)
{
    struct entities *entities = *state;
    assert_string_equal(entity_of_currency(entities, STR("GBP"))->code, "GBR");
    assert_string_equal(entity_of_currency(entities, STR("USD"))->code, "USA");
    assert_string_equal(entity_of_currency(entities, STR("EUR"))->code, "EMU");
    assert_string_equal(entity_of_currency(entities, STR("JPY"))->code, "JPN");
    assert_null(entity_of_currency(entities, STR("XAF")));
    assert_null(entity_of_currency(entities, STR("percent")));
    assert_null(entity_of_currency(entities, STR_NULL));
}

static void test_entity_of_a_code_only_in_capitals(void **state)
{
    struct entities *entities = *state;
    assert_string_equal(entity_of_code(entities, STR("276"))->code, "DEU");
    assert_string_equal(entity_of_code(entities, STR("004"))->code, "AFG");
    assert_string_equal(entity_of_code(entities, STR("UK"))->code, "GBR");
    assert_string_equal(entity_of_code(entities, STR("WLD"))->code, "WLD");
    assert_null(entity_of_code(entities, STR("Deu")));
    assert_null(entity_of_code(entities, STR("ZZZ")));
    assert_null(entity_of_code(entities, STR("")));
}

/* A code names one entity; a name that several have is one of those that are meant to be ambiguous. */
static void test_entity_table_is_ambiguous_only_where_the_world_is(void **state)
{
    static const char *const shared[] = {"Georgia",   "Georgian",   "Georgians",      "Congo",
                                         "Congolese", "Korea",      "Korean",         "Koreans",
                                         "Dominican", "Dominicans", "Virgin Islands", "Saint Martin"};
    struct entities *entities = *state;
    for (const struct entity *entity = entity_table; entity->code; entity++) {
        const char *const lists[] = {entity->code,  entity->alpha2,     entity->name,
                                     entity->names, entity->adjectives, entity->in_tables};
        assert_ptr_equal(entity_of_code(entities, str_from(entity->code)), entity);
        for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
            struct str rest = str_from(lists[i]);
            while (rest.len > 0) {
                struct str name = str_split(&rest, '|');
                struct entity_match match = entity_find(entities, name);
                bool meant = match.count == 1;
                for (size_t j = 0; j < sizeof(shared) / sizeof(shared[0]); j++)
                    meant = meant || str_eq(name, str_from(shared[j]));
                if (!meant || match.count == 0)
                    fail_msg("'%.*s' of %s stands for %zu entities", STR_ARG(name), entity->code, match.count);
            }
        }
    }
}

/* Debian's iso-codes is a witness, not a part of the program. */
static void test_entity_codes_are_those_of_iso_3166(void **state)
{
    struct entities *entities = *state;
    size_t index, countries = 0;
    json_t *country, *file = json_load_file(ISO_CODES, 0, NULL);
    if (!file) {
        print_message("the package iso-codes is not installed\n");
        skip();
    }
    json_array_foreach (json_object_get(file, "3166-1"), index, country) {
        const char *alpha3 = json_string_value(json_object_get(country, "alpha_3"));
        const struct entity *entity = entity_of_code(entities, str_from(alpha3));
        assert_non_null(entity);
        assert_string_equal(entity->code, alpha3);
        assert_string_equal(entity->alpha2, json_string_value(json_object_get(country, "alpha_2")));
        assert_string_equal(entity->numeric, json_string_value(json_object_get(country, "numeric")));
        assert_true(entity->kind == ENTITY_COUNTRY);
        struct entity_match match =
            entity_find(entities, str_from(json_string_value(json_object_get(country, "name"))));
        if (match.count != 1 || match.entity[0] != entity)
            if (entity->code != (match.count > 0 ? match.entity[0]->code : NULL) && strcmp(alpha3, "GEO") != 0 &&
                strcmp(alpha3, "COG") != 0)
                fail_msg("%s is not found by the name that ISO has for it", alpha3);
        countries++;
    }
    json_decref(file);
    assert_true(countries >= 249);
}

static int set_up(void **state)
{
    *state = entities_new();
    return 0;
}

static int tear_down(void **state)
{
    entities_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_entity_names_codes_and_adjectives),
        cmocka_unit_test(test_entity_says_whether_it_was_an_adjective),
        cmocka_unit_test(test_entity_mentions_in_a_text),
        cmocka_unit_test(test_entity_of_a_currency),
        cmocka_unit_test(test_entity_of_a_code_only_in_capitals),
        cmocka_unit_test(test_entity_table_is_ambiguous_only_where_the_world_is),
        cmocka_unit_test(test_entity_codes_are_those_of_iso_3166),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
