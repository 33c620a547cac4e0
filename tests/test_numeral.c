/* Numbers in words: whatever is spelled out is read as the number that it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "core/extract/number.h"

static const char *const ones[] = {"zero",     "one",     "two",     "three",     "four",     "five",    "six",
                                   "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                                   "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
static const char *const tens[] = {"",      "",      "twenty",  "thirty", "forty",
                                   "fifty", "sixty", "seventy", "eighty", "ninety"};
static const char *const ordinals[] = {"",          "first",     "second",      "third",      "fourth",
                                       "fifth",     "sixth",     "seventh",     "eighth",     "ninth",
                                       "tenth",     "eleventh",  "twelfth",     "thirteenth", "fourteenth",
                                       "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
static const char *const ordinal_tens[] = {"",         "",         "twentieth",  "thirtieth", "fortieth",
                                           "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"};

/* How a writer spells: "two hundred and five", "two hundred five"; "twenty-five", "twenty five". */
struct style {
    const char *joint, *hyphen;
};

struct spelling {
    char text[512];
    size_t len;
};

static void say(struct spelling *spelling, const char *before, const char *word)
{
    spelling->len += (size_t)snprintf(spelling->text + spelling->len, sizeof(spelling->text) - spelling->len, "%s%s",
                                      spelling->len > 0 ? before : "", word);
}

static void say_below_hundred(struct spelling *spelling, const struct style *style, const char *before, uint64_t value)
{
    if (value < 20) {
        say(spelling, before, ones[value]);
        return;
    }
    say(spelling, before, tens[value / 10]);
    if (value % 10 > 0)
        say(spelling, style->hyphen, ones[value % 10]);
}

static void say_below_thousand(struct spelling *spelling, const struct style *style, uint64_t value)
{
    if (value >= 100) {
        say(spelling, " ", ones[value / 100]);
        say(spelling, " ", "hundred");
    }
    if (value % 100 > 0)
        say_below_hundred(spelling, style, value >= 100 ? style->joint : " ", value % 100);
}

static void say_number(struct spelling *spelling, const struct style *style, uint64_t value)
{
    static const struct {
        uint64_t size;
        const char *word;
    } scales[] = {{1000000000000u, "trillion"}, {1000000000, "billion"}, {1000000, "million"}, {1000, "thousand"}};
    if (value == 0)
        say(spelling, " ", "zero");
    for (size_t i = 0; i < sizeof(scales) / sizeof(scales[0]); i++) {
        if (value < scales[i].size)
            continue;
        say_below_thousand(spelling, style, value / scales[i].size);
        say(spelling, " ", scales[i].word);
        value %= scales[i].size;
    }
    say_below_thousand(spelling, style, value);
}

/* The number at the start of the text, where it takes up all of the text. */
static bool read_back(const struct lexicon *lexicon, const char *text, struct decimal *ret)
{
    struct str document = str_from(text);
    struct arena scratch = {0};
    struct number number;
    size_t end;
    struct tokens tokens = tokenise(document, (struct sentence){.end = document.len}, lexicon, &scratch, &end);
    bool read = number_read(&tokens, 0, &number) && number.end == tokens.count;
    arena_release(&scratch);
    if (read)
        *ret = number.value;
    return read;
}

static void test_numeral_every_number_in_words_is_read_back(void **state)
{
    static const struct style styles[] = {{" and ", "-"}, {" ", "-"}, {" and ", " "}, {" ", " "}};
    const struct lexicon *lexicon = *state;
    uint64_t value = 0;
    for (size_t i = 0; i < 6000; i++) {
        const struct style *style = &styles[i % 4];
        struct spelling spelling = {0};
        struct decimal read;
        say_number(&spelling, style, value);
        if (!read_back(lexicon, spelling.text, &read) || decimal_compare(read, decimal_from(value)) != 0)
            fail_msg("'%s' is not read as %llu", spelling.text, (unsigned long long)value);
        value = i < 1100 ? value + 1 : (value * 6364136223846793005u + 1442695040888963407u) % 1000000000000000u;
    }
}

static const char *denominator(char *room, size_t size, const struct style *style, unsigned bottom, bool plural)
{
    bool alone = bottom < 20 || bottom % 10 == 0;
    const char *last = bottom < 20        ? ordinals[bottom]
                       : bottom % 10 == 0 ? ordinal_tens[bottom / 10]
                                          : ordinals[bottom % 10];
    snprintf(room, size, "%s%s%s%s", alone ? "" : tens[bottom / 10], alone ? "" : style->hyphen, last,
             plural ? "s" : "");
    return room;
}

/* Halves and quarters have words of their own, and seconds are a time, so denominators begin at three. */
static void test_numeral_every_fraction_in_words_is_read_back(void **state)
{
    static const struct style style = {" ", "-"};
    const struct lexicon *lexicon = *state;
    for (unsigned bottom = 3; bottom < 100; bottom++) {
        for (unsigned top = 1; top < 100; top += top < 20 ? 1 : 7) {
            char room[64];
            struct spelling spelling = {0};
            struct decimal read, wanted;
            say_number(&spelling, &style, top);
            say(&spelling, " ", denominator(room, sizeof(room), &style, bottom, top > 1));
            assert_true(decimal_divide(decimal_from(top), decimal_from(bottom), 16, &wanted));
            if (!read_back(lexicon, spelling.text, &read) || decimal_compare(read, wanted) != 0)
                fail_msg("'%s' is not read as %u/%u", spelling.text, top, bottom);
        }
    }
}

static void test_numeral_every_mixed_number_in_words_is_read_back(void **state)
{
    static const struct style style = {" and ", "-"};
    const struct lexicon *lexicon = *state;
    for (unsigned whole = 1; whole < 1000; whole += 13) {
        for (unsigned bottom = 3; bottom < 20; bottom++) {
            char room[64];
            struct spelling spelling = {0};
            struct decimal read, wanted;
            unsigned top = 1 + whole % (bottom - 1);
            say_number(&spelling, &style, whole);
            say(&spelling, " and ", ones[top]);
            say(&spelling, " ", denominator(room, sizeof(room), &style, bottom, top > 1));
            assert_true(decimal_divide(decimal_from(top), decimal_from(bottom), 16, &wanted) &&
                        decimal_add(wanted, decimal_from(whole), &wanted));
            if (!read_back(lexicon, spelling.text, &read) || decimal_compare(read, wanted) != 0)
                fail_msg("'%s' is not read as %u and %u/%u", spelling.text, whole, top, bottom);
        }
    }
}

static int setup(void **state)
{
    *state = lexicon_new();
    return 0;
}

static int teardown(void **state)
{
    lexicon_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numeral_every_number_in_words_is_read_back),
        cmocka_unit_test(test_numeral_every_fraction_in_words_is_read_back),
        cmocka_unit_test(test_numeral_every_mixed_number_in_words_is_read_back),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
