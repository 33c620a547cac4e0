/* Quotations and figures in texts: what is the same whatever the typesetting, and what is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/evidence/figure.h"
#include "core/evidence/fold.h"
#include "core/evidence/quote.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static struct str str_of(const char *text)
{
    return (struct str){text, strlen(text)};
}

/* What the quotation's place in the text is, as text; "" where it is not there. */
static struct str place_of(const char *text, const char *quote, enum presence *ret_presence)
{
    struct quote_found found = quote_find(str_of(text), str_of(quote));
    *ret_presence = found.presence;
    return str_slice(str_of(text), found.start, found.end);
}

static void test_quote_stands_whatever_the_typesetting(void **state)
{
    static const struct {
        const char *text, *quote, *place;
    } cases[] = {
        {"It was a total of $182.8 billion by then.", "a total of $182.8 billion", "a total of $182.8 billion"},
        {"a total\n  of\t$182.8 billion", "a total of $182.8 billion", "a total\n  of\t$182.8 billion"},
        {"a total of\xC2\xA0$182.8\xE2\x80\xAF"
         "billion",
         "a total of $182.8 billion",
         "a total of\xC2\xA0$182.8\xE2\x80\xAF"
         "billion"},
        {"He said: “It’s 5 percent.”", "\"It's 5 percent.\"", "“It’s 5 percent.”"},
        {"He said it's so.", "“it’s so”", "it's so"}, /* marks around all of it are the reviewer's */
        {"the war—which began", "the war - which began", "the war—which began"},
        {"the war — which began", "the war—which began", "the war — which began"},
        {"the war – which began", "the war -- which", ""},
        {"of long-term debt", "long-term debt", "long-term debt"},
        {"of long-\nterm debt", "long-term debt", "long-\nterm debt"},
        {"five per-\ncent of it", "five percent of it", "five per-\ncent of it"},
        {"five per\xC2\xAD"
         "cent of it",
         "five percent",
         "five per\xC2\xAD"
         "cent"},
        {"the o\xEF\xAC\x83"
         "ce spent",
         "the office spent",
         "the o\xEF\xAC\x83"
         "ce spent"},
        {"in Mu\xCC\x88nchen", "in M\xC3\xBCnchen", "in Mu\xCC\x88nchen"},
        {"Norway | 2.2 | 2.4", "Norway 2.2", "Norway | 2.2"},
        {"from 2–5 percent", "2–5 percent", "2–5 percent"},
        {"from 2–5 percent", "2-5 percent", "2–5 percent"},
        {"the war—5 percent of it", "5 percent of it", "5 percent of it"},
        {"5", "5", "5"},
        {"A cat", "A", "A"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        enum presence presence;
        struct str place = place_of(cases[i].text, cases[i].quote, &presence);
        bool stands = cases[i].place[0] != '\0';
        if ((presence == PRESENCE_STANDS) != stands || !str_eq(place, str_of(cases[i].place)))
            fail_msg("'%s' in '%s': %s at '%.*s'", cases[i].quote, cases[i].text, presences.name[presence],
                     STR_ARG(place));
    }
}

static void test_quote_is_no_part_of_a_word_or_a_figure(void **state)
{
    static const struct {
        const char *text, *quote;
    } cases[] = {
        {"It was 15 percent.", "5 percent"},
        {"It was 2.5 percent.", "5 percent"},
        {"It was 1,500 people.", "500 people"},
        {"It was 2.5 percent.", ".5 percent"},
        {"It was 3-5 percent.", "5 percent"},
        {"It was 3–5 percent.", "5 percent"},
        {"It was -5 percent.", "5 percent"},
        {"It was −5 percent.", "5 percent"},
        {"It was 3-5 percent.", "-5 percent"},
        {"It cost $1.55.", "It cost $1.5"},
        {"It cost $1,500.", "It cost $1"},
        {"It cost $1.5bn.", "It cost $1.5"},
        {"It cost $1½ on the day.", "It cost $1"},
        {"It rose to 5.5.", "It rose to 5."},
        {"It rose to 5%.", "It rose to 5"},
        {"It cost 5-10 dollars", "It cost 5"},
        {"a percentage", "a percent"},
        {"another word", "other word"},
        {"déjà vu", "j"},
        {"It was 5 percent.", "It was 5 per cent."},
        {"It was 5 percent.", "it was 5 percent."},
        {"It was 5 percent.", "It was 6 percent."},
        {"It was 12½ percent.", "It was 121/2 percent."},
        {"", "x"},
        {"short", "a quotation that is longer than the text"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        enum presence presence;
        place_of(cases[i].text, cases[i].quote, &presence);
        if (presence != PRESENCE_ABSENT)
            fail_msg("'%s' in '%s': %s", cases[i].quote, cases[i].text,
                     presences.name[presence] ? presences.name[presence] : "nothing to look for");
    }
}

static void test_quote_with_words_left_out_stands_in_parts(void **state)
{
    const char *text = "The ministry spent, after a long debate, a total of $182.8 billion on aid last year.";
    enum presence presence;
    (void)state;
    struct str place = place_of(text, "The ministry spent […] a total of $182.8 billion", &presence);
    assert_int_equal(presence, PRESENCE_PARTS);
    assert_true(str_eq(place, STR("The ministry spent, after a long debate, a total of $182.8 billion")));
    place_of(text, "… spent … $182.8 billion …", &presence);
    assert_int_equal(presence, PRESENCE_PARTS);
    place_of(text, "a total of ... The ministry spent", &presence); /* not in that order */
    assert_int_equal(presence, PRESENCE_ABSENT);
    place_of(text, "The ministry spent ... 82.8 billion", &presence); /* a part is no part of a figure, either */
    assert_int_equal(presence, PRESENCE_ABSENT);
}

static void test_quote_in_parts_tries_each_beginning(void **state)
{
    struct buf text = {0};
    enum presence presence;
    (void)state;
    buf_str(&text, STR("The sum was one. "));
    for (int i = 0; i < QUOTE_GAP; i++)
        buf_str(&text, STR("more "));
    place_of(text.ptr, "The sum ... a million", &presence);
    assert_int_equal(presence, PRESENCE_ABSENT);
    buf_str(&text, STR("The sum was then a million."));
    struct str place = place_of(text.ptr, "The sum ... a million", &presence);
    assert_int_equal(presence, PRESENCE_PARTS);
    assert_true(str_eq(place, STR("The sum was then a million")));
    buf_release(&text);
}

static void test_quote_counts_its_places(void **state)
{
    (void)state;
    struct str text = STR("It was 5 percent. 15 percent. It was 5 percent; 5 percent.");
    struct quote_found found = quote_find(text, STR("5 percent"));
    assert_int_equal(found.presence, PRESENCE_STANDS);
    assert_int_equal(found.places, 3);
    assert_int_equal(found.start, 7);
    assert_int_equal(quote_find(STR("1 1 1 1"), STR("1 1")).places, 2); /* none overlaps another */
}

static void test_quote_without_a_word_is_nothing_to_look_for(void **state)
{
    (void)state;
    assert_int_equal(quote_find(STR("text"), STR("")).presence, PRESENCE_NONE);
    assert_int_equal(quote_find(STR("text ..."), STR("…")).presence, PRESENCE_NONE);
    assert_int_equal(quote_find(STR("a $ sign"), STR("$")).presence, PRESENCE_NONE);
}

/* Two texts that other ways of searching take years for: both end at once. */
static void test_quote_search_takes_as_long_whatever_the_text(void **state)
{
    enum { LENGTH = 4 * 1024 * 1024, QUOTE = 512 * 1024 };
    struct buf text = {0}, quote = {0};
    (void)state;
    for (int i = 0; i < LENGTH; i += 3)
        buf_str(&text, STR("11 "));
    for (int i = 0; i < QUOTE; i += 3)
        buf_str(&quote, STR("11 "));
    buf_char(&quote, '1'); /* ends inside a figure, each time */
    assert_int_equal(quote_find(buf_view(&text), buf_view(&quote)).presence, PRESENCE_ABSENT);
    quote.ptr[quote.len - 1] = 'x';
    assert_int_equal(quote_find(buf_view(&text), buf_view(&quote)).presence, PRESENCE_ABSENT);
    buf_release(&text);
    buf_release(&quote);
}

/* Every byte of a folded text leads back to a character of the text, in its order. */
static void test_fold_leads_back_to_each_character(void **state)
{
    struct str text = STR("  “Mü” — a long-\nterm o\xEF\xAC\x83"
                          "ce…  5 – 6 | x  ");
    struct buf folded = {0};
    size_t before = 0;
    (void)state;
    fold_text(&folded, text);
    assert_string_equal(folded.ptr, "\"Mu\xCC\x88\"-a longterm office... 5 - 6 x");
    for (size_t i = 0; i < folded.len; i++) {
        size_t start = 0, end = 0;
        fold_origin(text, i, &start, &end);
        assert_true(start >= before && end > start && end <= text.len);
        before = start;
    }
    buf_release(&folded);
}

static void test_figure_stands_where_its_value_does(void **state)
{
    static const struct {
        const char *figure, *text, *literal; /* "" where it is not there */
    } cases[] = {
        {"1.5 trillion", "It came to $1,500bn by then.", "$1,500bn"},
        {"1.5 trillion USD", "It came to $1,500bn by then.", "$1,500bn"},
        {"1.5 billion", "It came to $1,500bn by then.", ""},
        {"182.8 billion USD", "a total of 182.8 billion euros", ""},
        {"182.8 billion CAD", "a total of $182.8 billion", "$182.8 billion"}, /* whose dollars is not said */
        {"5 percent", "5 percentage points more", ""},
        {"5 percent", "between 5 and 6 percent of GDP", "between 5 and 6 percent"},
        {"6 percent", "between 5 and 6 percent of GDP", "between 5 and 6 percent"},
        {"5 to 6 percent", "between 5 and 6 percent of GDP", "between 5 and 6 percent"},
        {"5 to 7 percent", "between 5 and 6 percent of GDP", ""},
        {"12,000", "It created 12,000 jobs.", "12,000 jobs"},
        {"4.2 percent", "It was 4.20 percent.", "4.20 percent"},
    };
    struct extractor *extractor = extractor_new();
    struct arena arena = {0};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct claim read = {0};
        assert_true(extract_figure(extractor, str_of(cases[i].figure), &arena, &read));
        struct citation citation = {.figure = str_of(cases[i].figure),
                                    .figure_value = read.value,
                                    .figure_upper = read.upper,
                                    .figure_unit = read.unit};
        struct figure_found found = figure_find(extractor, str_of(cases[i].text), &citation, &arena);
        if (!str_eq(found.found ? found.literal : STR(""), str_of(cases[i].literal)))
            fail_msg("%s in '%s': '%.*s'", cases[i].figure, cases[i].text, STR_ARG(found.literal));
    }
    arena_release(&arena);
    extractor_free(extractor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quote_stands_whatever_the_typesetting),
        cmocka_unit_test(test_quote_is_no_part_of_a_word_or_a_figure),
        cmocka_unit_test(test_quote_with_words_left_out_stands_in_parts),
        cmocka_unit_test(test_quote_in_parts_tries_each_beginning),
        cmocka_unit_test(test_quote_counts_its_places),
        cmocka_unit_test(test_quote_without_a_word_is_nothing_to_look_for),
        cmocka_unit_test(test_quote_search_takes_as_long_whatever_the_text),
        cmocka_unit_test(test_fold_leads_back_to_each_character),
        cmocka_unit_test(test_figure_stands_where_its_value_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
