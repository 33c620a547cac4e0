/* The languages of reports: that each says everything, and says it as it is written there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/extract/unit.h"
#include "core/report/voice.h"
#include "core/report/words.h"
#include "tests/report_fixture.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct voice german = {.language = LANGUAGE_GERMAN};

/* The highest place that a phrase has: 2 for "{1} in {2}". */
static int places(const char *phrase)
{
    int most = 0;
    for (; *phrase; phrase++)
        if (phrase[0] == '{' && phrase[1] - '0' > most)
            most = phrase[1] - '0';
    return most;
}

static void test_voice_says_every_phrase_in_every_language(void **state)
{
    (void)state;
    for (int phrase = 0; phrase < PHRASE_END; phrase++) {
        const char *english = voice_phrase(&voice_plain, phrase), *other = voice_phrase(&german, phrase);
        assert_non_null(english);
        assert_non_null(other);
        if (places(english) != places(other) || (strchr(english, '|') != NULL) != (strchr(other, '|') != NULL) ||
            (*english != '\0') != (*other != '\0'))
            fail_msg("'%s' and '%s' do not fill in the same", english, other);
    }
}

static void test_voice_blocks_follow_their_enumerations(void **state)
{
    (void)state;
    for (int i = 0; i < RATING_END; i++) {
        struct buf name = {0};
        voice_state(&name, &voice_plain, i, false);
        for (size_t at = 0; at < name.len; at++)
            name.ptr[at] = name.ptr[at] == ' ' ? '-' : name.ptr[at];
        assert_string_equal(name.ptr, ratings.name[i]);
        buf_release(&name);
    }
    for (int i = 0; i < KIND_END; i++)
        assert_string_equal(voice_phrase(&voice_plain, PHRASE_IS_MONEY + i), claim_kinds.name[i]);
    for (int i = 0; i < STANCE_END; i++)
        assert_string_equal(voice_phrase(&voice_plain, PHRASE_STANDS_SUPPORTS + i), stances.name[i]);
    assert_int_equal(PHRASE_STATE_OPEN - PHRASE_RATED_ACCURATE, STATE_OPEN);
    assert_int_equal(PHRASE_STATE_NO_CLAIM - PHRASE_RATED_ACCURATE, STATE_NO_CLAIM);
    assert_int_equal(PHRASE_RELATED_BARELY - PHRASE_RELATED_NONE, RELATION_BARELY);
    assert_int_equal(PHRASE_GOES_DOWN - PHRASE_GOES_NOWHERE, DIRECTION_DOWN);
    assert_int_equal(PHRASE_PUT_DENIED - PHRASE_PUT_STATED, MODALITY_DENIED);
    assert_int_equal(PHRASE_IT_CONTEXT - PHRASE_IT_SUPPORTS, STANCE_CONTEXT);
    assert_int_equal(PHRASE_MONTH_12 - PHRASE_MONTH_1, 11);
}

static void test_voice_knows_every_unit_in_german(void **state)
{
    (void)state;
    static const char *const known[] = {
#define UNIT(name, one, many) name,
#include "core/report/units_de.def"
#undef UNIT
    };
    for (const struct unit *unit = unit_table; unit->name; unit++) {
        bool found = strlen(unit->name) == 3 && is_upper(unit->name[0]) && is_upper(unit->name[2]);
        for (size_t i = 0; i < COUNT(known) && !found; i++)
            found = strcmp(known[i], unit->name) == 0;
        if (!found)
            fail_msg("units_de.def has no '%s'", unit->name);
    }
}

static void test_voice_writes_numbers_dates_and_figures(void **state)
{
    (void)state;
    static const struct {
        const char *raw, *english, *german;
    } dates[] = {
        {"2025-02-12T14:03:09Z", "12 February 2025, 14:03 UTC", "12. Februar 2025, 14:03 Uhr UTC"},
        {"2025-03-01", "1 March 2025", "1. März 2025"},
        {"2025-12", "December 2025", "Dezember 2025"},
        {"2025", "2025", "2025"},
        {"last year", "last year", "last year"},
        {"2025-13-01", "2025-13-01", "2025-13-01"},
    };
    for (size_t i = 0; i < COUNT(dates); i++) {
        struct buf one = {0}, other = {0};
        voice_date(&one, &voice_plain, str_from(dates[i].raw));
        voice_date(&other, &german, str_from(dates[i].raw));
        assert_string_equal(one.ptr, dates[i].english);
        assert_string_equal(other.ptr, dates[i].german);
        buf_release(&one);
        buf_release(&other);
    }
    static const struct {
        struct claim claim;
        const char *words;
    } figures[] = {
        {{.kind = KIND_PERCENT, .value = {"2.5", 3}, .unit = {"percent", 7}, .of = {"GDP", 3}}, "2,5 Prozent von GDP"},
        {{.value = {"180000000000", 12}, .relation = RELATION_ABOVE, .unit = {"USD", 3}, .unit_assumed = true},
         "mehr als 180.000.000.000 USD (Währung angenommen)"},
        {{.kind = KIND_MEASURE,
          .value = {"30", 2},
          .upper = {"40", 2},
          .unit = {"kilometre", 9},
          .per = {"an hour", 7}},
         "30 bis 40 Kilometer je Stunde"},
        {{.kind = KIND_DURATION, .value = {"1", 1}, .unit = {"year", 4}}, "1 Jahr"},
        {{.kind = KIND_PERCENT, .value = {"3", 1}, .direction = DIRECTION_DOWN, .unit = {"percentage point", 16}},
         "ein Rückgang: 3 Prozentpunkte"},
    };
    for (size_t i = 0; i < COUNT(figures); i++) {
        struct buf out = {0};
        words_figure(&out, &german, &figures[i].claim);
        assert_string_equal(out.ptr, figures[i].words);
        buf_release(&out);
    }
}

static void test_voice_period_says_a_whole_year_month_or_day_once(void **state)
{
    (void)state;
    static const struct {
        struct str period, interval;
        const char *words;
    } cases[] = {
        {{"2025", 4}, {"2025-01-01/2025-12-31", 21}, "2025"},
        {{"last year", 9}, {"2024-01-01/2024-12-31", 21}, "last year (2024)"},
        {{"last month", 10}, {"2024-02-01/2024-02-29", 21}, "last month (February 2024)"},
        {{"Monday", 6}, {"2025-02-10/2025-02-10", 21}, "Monday (10 February 2025)"},
        {{"this week", 9}, {"2025-02-10/2025-02-16", 21}, "this week (10 February 2025 to 16 February 2025)"},
        {{"soon", 4}, {NULL, 0}, "soon"},
        {{"odd", 3}, {"x/y", 3}, "odd (x/y)"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf out = {0};
        words_period(&out, &voice_plain,
                     &(struct claim){.period = cases[i].period, .period_interval = cases[i].interval});
        assert_string_equal(out.ptr, cases[i].words);
        buf_release(&out);
    }
}

/* ---- nothing is left in English ---- */

/* What a reader sees of a page: its text, with the parts that are the article's own left out. */
static struct buf seen_text(const char *page)
{
    struct buf seen = {0};
    bool style = false;
    for (const char *at = page; *at;) {
        style = strncmp(at, "<style>", 7) == 0 || (style && strncmp(at, "</style>", 8) != 0);
        if (*at == '<')
            at = strchr(at, '>') + 1;
        else if (style)
            at++;
        else
            buf_char(&seen, *at++);
    }
    return seen;
}

/* The pieces between a phrase's places, where they are long enough to be a word that no article has by chance. */
static void assert_absent(const char *text, const char *phrase, const char *other)
{
    for (const char *at = phrase; *at;) {
        size_t len = strcspn(at, "{|");
        char word[512];
        snprintf(word, sizeof(word), "%.*s", STR_ARG(str_trim((struct str){at, len})));
        if (strlen(word) >= 7 && !strstr(other, word) && strstr(text, word))
            fail_msg("'%s' is in English in: %s", word, text);
        at += len;
        at += *at == '{' ? 3 : *at == '|';
    }
}

/* Every field and state, so that whatever the page can say it says. */
static void tell_everything(struct report *report)
{
    struct claim spent = spent_claim(), target = target_claim;
    target.literal = spent.literal = STR("5 %"); /* the article's own words are not looked at */
    target.sentence = spent.sentence = STR("So 5 %.");
    spent.period = target.period = STR_NULL;
    spent.period_interval = STR("2022-02-01/2022-03-11");
    struct document document = {.number = 1, .title = STR("T"), .name = STR("n.txt"), .bytes = 1, .url = STR("u")};
    struct citation plain = citation;
    plain.quote = plain.figure = STR("9");
    const struct report_citation cited[] = {{&plain, &law}, {&plain, &law}};
    report_begin(report);
    if (!report->format->takes_text) {
        report_document(report, &document);
        for (int i = 0; i < MODALITY_END; i++) {
            struct verdict given[] = {{.rating = i, .rationale = STR("r"), .reviewer = STR("R")},
                                      {.rating = RATING_PARTLY, .rationale = STR("s"), .reviewer = STR("S")}};
            target.number = 10 + i;
            target.modality = i;
            target.relation = RELATION_EQUAL + i;
            spent.number = 30 + i;
            const struct report_claim one = {&spent, cited, 2, given, i % 3 ? 2 : 1}, open = {.claim = &target},
                                      half = {.claim = &target, .citations = cited, .citation_count = 1};
            report_claim(report, &document, &one);
            report_claim(report, &document, i % 2 ? &open : &half);
        }
        document.number = 2;
        report_document(report, &document);
    }
    report_numbers(report, &document, STR_NULL);
    for (int i = 0; i < KIND_END; i++) {
        target.kind = i;
        target.number = 10;
        report_number(report, &(struct report_number){.claim = &target, .rating = i % RATING_END, .no_claim = i == 9});
    }
    report_numbers_end(report);
    report_end(report);
}

static void test_voice_german_page_has_no_english_words_of_ours(void **state)
{
    (void)state;
    for (int sheet = 0; sheet < 2; sheet++) {
        struct report report = new_report(HTML, 0);
        report.format = sheet ? report_sheet(STR("html")) : report.format;
        report.style.voice = german;
        char *page = print(&report, tell_everything);
        struct buf seen = seen_text(page);
        const char *text = seen.ptr ? seen.ptr : "";
        assert_contains(page, "lang=\"de\"");
        for (int phrase = 0; phrase < PHRASE_END; phrase++)
            assert_absent(text, voice_phrase(&voice_plain, phrase), voice_phrase(&german, phrase));
        assert_contains(text, sheet ? "Prüfbogen" : "Prüfbericht");
        buf_release(&seen);
        free(page);
    }
}

static void test_voice_desk_names_its_ratings(void **state)
{
    (void)state;
    struct voice own = {.language = LANGUAGE_GERMAN};
    struct buf out = {0};
    own.ratings[RATING_INACCURATE] = STR("Pants on Fire");
    voice_state(&out, &own, RATING_INACCURATE, false);
    buf_char(&out, '|');
    voice_state(&out, &own, RATING_MOSTLY_ACCURATE, true);
    assert_string_equal(out.ptr, "Pants on Fire|Überwiegend richtig");
    buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_voice_says_every_phrase_in_every_language),
        cmocka_unit_test(test_voice_blocks_follow_their_enumerations),
        cmocka_unit_test(test_voice_knows_every_unit_in_german),
        cmocka_unit_test(test_voice_writes_numbers_dates_and_figures),
        cmocka_unit_test(test_voice_period_says_a_whole_year_month_or_day_once),
        cmocka_unit_test(test_voice_german_page_has_no_english_words_of_ours),
        cmocka_unit_test(test_voice_desk_names_its_ratings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
