/* The tagger: parts of speech told from the word, its ending and its neighbours. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/text/tag.h"

static const char letters[] = {
    [PART_NONE] = '.',        [PART_NOUN] = 'N',         [PART_NUMBER] = '#',  [PART_ADJECTIVE] = 'A',
    [PART_DETERMINER] = 'D',  [PART_POSSESSIVE] = 's',   [PART_PRONOUN] = 'O', [PART_PREPOSITION] = 'P',
    [PART_CONJUNCTION] = 'C', [PART_SUBORDINATOR] = 'S', [PART_ADVERB] = 'R',  [PART_AUXILIARY] = 'X',
    [PART_VERB] = 'V',        [PART_PARTICIPLE] = 'p',   [PART_GERUND] = 'g',
};

/* One letter a token, so that a fault shows at a glance. */
static bool has_parts(const struct lexicon *lexicon, const char *sentence, const char *expected)
{
    struct arena arena = {0};
    struct str text = str_from(sentence);
    size_t end;
    struct tokens tokens = tokenise(text, (struct sentence){0, text.len, true}, lexicon, &arena, &end);
    tags_read(&tokens, lexicon);
    char found[64] = "";
    assert_true(tokens.count < sizeof(found));
    for (size_t i = 0; i < tokens.count; i++)
        found[i] = letters[tokens.at[i].part];
    found[tokens.count] = '\0';
    bool same = str_eq(str_from(found), str_from(expected));
    if (!same)
        print_error("%s\n  expected %s\n  found    %s\n", sentence, expected, found);
    arena_release(&arena);
    return same;
}

static const struct {
    const char *sentence, *parts;
} sentences[] = {
    /* the same word, as its neighbours have it */
    {"The plan costs money", "DNVN"},
    {"They plan to cut costs", "OVPVN"},
    {"The cost of the plan rose", "DNPDNV"},
    {"Tax cuts of this size", "NNPDN"},
    {"The bank cuts its rate", "DNVDN"},
    {"Sea levels rise by 11 feet", "NNVP#N"},
    {"A rise of 5 percent", "DNP#N"},
    {"The price rise hits families", "DNNVN"},
    {"They work in a park", "OVPDN"},
    {"People live on $2 a day", "NVP.#DN"},
    /* tense, and what only describes */
    {"The imported cars were sold", "DANXV"},
    {"Taxes on dried fruit", "NPAN"},
    {"Fees ranging from 1 to 2 percent", "NpP#P#N"},
    {"The museum has been closed", "DNXXV"},
    {"The firm based in London lost money", "DNVPNVN"},
    {"It saved jobs by closing shops", "OVNPgN"},
    {"Profits fell, pulling shares lower", "NV.pNN"},
    {"Fewer were employed than expected", "DXVPp"},
    /* names and small words */
    {"It said that Will Smith resigned", "OVSNNV"},
    {"He will leave in May", "OXVPN"},
    {"The house that she built", "DNSOV"},
    {"That house has its own garden", "DNXDAN"},
    {"A net worth of 5 million", "DNNP##"},
    {"The company's annual sales", "DNsAN"},
    {"A government-backed loan", "DN.NN"},
    {"They quietly left the club with a minute left", "ORVDNPDNR"},
};

static void test_tag_words_by_their_neighbours(void **state)
{
    (void)state;
    struct lexicon *lexicon = lexicon_new();
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
        wrong += !has_parts(lexicon, sentences[i].sentence, sentences[i].parts);
    lexicon_free(lexicon);
    assert_int_equal(wrong, 0);
}

/* Every regular form is made from the lemma that the list holds. */
static void test_tag_knows_regular_forms(void **state)
{
    (void)state;
    struct lexicon *lexicon = lexicon_new();
    /* the lemma is shorter than a key of eight letters, fills it, or is longer, with the letter that it lost or without */
    static const char *const forms[] = {"plans",     "planned",    "creates",     "created",     "carries",
                                        "carried",   "goes",       "reached",     "multiplied",  "generated",
                                        "announces", "identifies", "recommended", "accelerates", "administered"};
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        char sentence[32] = "It ";
        struct str form = str_from(forms[i]);
        for (size_t k = 0; k <= form.len; k++)
            sentence[3 + k] = forms[i][k];
        assert_true(has_parts(lexicon, sentence, "OV"));
    }
    lexicon_free(lexicon);
}

/* A regular ending counts in small letters; the lemma may have capitals. No lemma has an apostrophe. */
static void test_tag_takes_endings_as_they_are_written(void **state)
{
    (void)state;
    struct lexicon *lexicon = lexicon_new();
    assert_true(has_parts(lexicon, "it generateD heat", "ONN"));
    assert_true(has_parts(lexicon, "it generated heat", "OVN"));
    assert_true(has_parts(lexicon, "It gENERATed heat", "OVN"));
    assert_true(has_parts(lexicon, "It plan\u2019ed heat", "ONN"));
    assert_true(has_parts(lexicon, "It gener\u2019ated heat", "ONN"));
    lexicon_free(lexicon);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tag_words_by_their_neighbours),
        cmocka_unit_test(test_tag_knows_regular_forms),
        cmocka_unit_test(test_tag_takes_endings_as_they_are_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
