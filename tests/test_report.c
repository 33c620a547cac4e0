/* The report in its formats: what each says, and that it is the same each time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "core/report/wrap.h"
#include "tests/report_fixture.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* ---- text ---- */

static const char expected_text[] = "VERIFICATION REPORT\n"
                                    "========================================================================\n"
                                    "2025-02-12 14:03:09 UTC, made by assay 0.1.0\n"
                                    "\n"
                                    "Summary\n"
                                    "-------\n"
                                    "  documents                2\n"
                                    "  claims                   2\n"
                                    "  with a source            1\n"
                                    "\n"
                                    "  accurate                 1  ████████████████████████\n"
                                    "  OPEN                     1  ████████████████████████\n"
                                    "\n"
                                    "========================================================================\n"
                                    "Document 1: Aid in figures\n"
                                    "========================================================================\n"
                                    "    Publisher   The Gazette\n"
                                    "    Published   2025-02-12\n"
                                    "    Address     https://example.org/aid\n"
                                    "    File        aid.txt\n"
                                    "    Size        4,727 bytes\n"
                                    "    SHA-256     ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61\n"
                                    "                f20015ad\n"
                                    "    Taken in    Jane Doe, 2025-02-12 14:00:00 UTC\n"
                                    "\n"
                                    "------------------------------------------------------------------------\n"
                                    "[2] more than $180 billion                                      ACCURATE\n"
                                    "\n"
                                    "    The U.S. has spent more than $180 billion on the war since February\n"
                                    "                       ^^^^^^^^^^^^^^^^^^^^^^\n"
                                    "    2022, he said.\n"
                                    "\n"
                                    "    Figure      more than 180,000,000,000 USD (currency assumed) [money]\n"
                                    "    Said by     Pete Hegseth, in quotation marks\n"
                                    "    About       the U.S.: the war\n"
                                    "    Time        since February 2022\n"
                                    "\n"
                                    "    Verdict     accurate\n"
                                    "                182.8 is more than 180.\n"
                                    "                by John Roe, 2025-02-12 14:03:00 UTC\n"
                                    "    Source 1    supports\n"
                                    "                CRS: Appropriations, Congress, 2025-01-31\n"
                                    "                https://example.org/law.pdf\n"
                                    "                where: p. 4\n"
                                    "                quote: \"a total of $182.8 billion\"\n"
                                    "                its figure: 182.8 billion USD (read as 182,800,000,000\n"
                                    "                USD)\n"
                                    "                accessed 2025-02-11\n"
                                    "                added by Jane Doe, 2025-02-12 14:02:00 UTC\n"
                                    "    Earlier     partly (a later verdict counts)\n"
                                    "                Not sure yet.\n"
                                    "                by Jane Doe, 2025-02-12 14:02:30 UTC\n"
                                    "\n"
                                    "------------------------------------------------------------------------\n"
                                    "[3] 5 percent                                                       OPEN\n"
                                    "\n"
                                    "    Spend 5 percent of GDP!\n"
                                    "          ^^^^^^^^^\n"
                                    "\n"
                                    "    Figure      5 percent of GDP [percent]\n"
                                    "    Put as      a target, not a fact\n"
                                    "\n"
                                    "    Verdict     Open: no source and no verdict yet.\n"
                                    "\n"
                                    "========================================================================\n"
                                    "Document 2: quiet.txt\n"
                                    "========================================================================\n"
                                    "    File        quiet.txt\n"
                                    "    Size        10 bytes\n"
                                    "\n"
                                    "    No claim of this document is in this report.\n"
                                    "\n"
                                    "========================================================================\n"
                                    "\n"
                                    "Corrections\n"
                                    "-----------\n"
                                    "Claim 2, more than $180 billion: partly became accurate. By John Roe,\n"
                                    "2025-02-12 14:03:00 UTC.\n"
                                    "\n"
                                    "How this report was made\n"
                                    "------------------------\n"
                                    "Made by assay 0.1.0 on 2025-02-12 14:03:09 UTC. Documents: 2. Claims: 2.\n"
                                    "With a verdict: 1. Open: 1. With a source: 1.\n";

static void test_report_text_says_all_that_is_known(void **state)
{
    (void)state;
    struct report report = new_report(TEXT, 72);
    char *text = print(&report, tell);
    if (strncmp(text, expected_text, strlen(expected_text)) != 0) {
        size_t at = 0;
        while (text[at] == expected_text[at])
            at++;
        fail_msg("the report differs at: %.300s", text + at);
    }
    assert_contains(text, "reviewers' own");
    assert_contains(text, "scores are found too");
    assert_contains(text, "\nReviewers\n---------\nJane Doe: 1 verdict, 1 source\nJohn Roe: 1 verdict, 0 sources\n");
    free(text);
}

static void test_report_text_fits_its_width(void **state)
{
    (void)state;
    for (int width = 40; width <= 130; width += 9) {
        struct report report = new_report(TEXT, width);
        char *text = print(&report, tell);
        for (struct str rest = str_from(text); rest.len > 0;) {
            struct str line = str_split(&rest, '\n');
            if (wrap_columns(line) > width)
                fail_msg("at %d columns: '%.*s'", width, STR_ARG(line));
        }
        free(text);
    }
}

static void test_report_text_colours_only_when_asked(void **state)
{
    (void)state;
    struct report plain = new_report(TEXT, 80), coloured = new_report(TEXT, 80);
    coloured.style.colour = true;
    char *a = print(&plain, tell), *b = print(&coloured, tell);
    assert_null(strchr(a, '\033'));
    assert_contains(b, "\033[1mmore than $180 billion\033[0m on the war");
    assert_contains(b, "\033[1;32mACCURATE\033[0m");
    assert_contains(b, "\033[1;36mOPEN\033[0m");
    assert_null(strstr(b, "^^^"));
    free(a);
    free(b);
}

/* ---- Markdown ---- */

static void test_report_markdown_says_all_that_is_known(void **state)
{
    (void)state;
    struct report report = new_report(MARKDOWN, 0);
    char *text = print(&report, tell);
    static const char expected[] =
        "# Verification report\n"
        "\n"
        "2025-02-12 14:03:09 UTC, made by assay 0.1.0\n"
        "\n"
        "## Summary\n"
        "\n"
        "| | |\n"
        "| --- | ---: |\n"
        "| documents | 2 |\n"
        "| claims | 2 |\n"
        "| with a source | 1 |\n"
        "| accurate | 1 |\n"
        "| **open** | **1** |\n"
        "\n"
        "## Document 1: Aid in figures\n"
        "\n"
        "- **Publisher:** The Gazette\n"
        "- **Published:** 2025-02-12\n"
        "- **Address:** <https://example.org/aid>\n"
        "- **File:** aid.txt\n"
        "- **Size:** 4,727 bytes\n"
        "- **SHA-256:** ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n"
        "- **Taken in:** Jane Doe, 2025-02-12 14:00:00 UTC\n"
        "\n"
        "### Claim 2: more than $180 billion — accurate\n"
        "\n"
        "> The U.S. has spent **more than $180 billion** on the war since February 2022, he said.\n"
        "\n"
        "- **Figure:** more than 180,000,000,000 USD (currency assumed) (money)\n"
        "- **Said by:** Pete Hegseth, in quotation marks\n"
        "- **About:** the U.S.: the war\n"
        "- **Time:** since February 2022\n"
        "- **Verdict:** accurate\n"
        "  - **Because:** 182.8 is more than 180.\n"
        "  - **By:** John Roe, 2025-02-12 14:03:00 UTC\n"
        "- **Source 1, supports:** CRS: Appropriations, Congress, 2025-01-31\n"
        "  - **Address:** <https://example.org/law.pdf>\n"
        "  - **Where:** p. 4\n"
        "  - **Quote:** “a total of $182.8 billion”\n"
        "  - **Its figure:** 182.8 billion USD (read as 182,800,000,000 USD)\n"
        "  - **Accessed:** 2025-02-11\n"
        "  - **Added by:** Jane Doe, 2025-02-12 14:02:00 UTC\n"
        "- **Earlier verdict (a later one counts):** partly\n"
        "  - **Because:** Not sure yet.\n"
        "  - **By:** Jane Doe, 2025-02-12 14:02:30 UTC\n"
        "\n"
        "### Claim 3: 5 percent — open\n"
        "\n"
        "> Spend **5 percent** of GDP!\n"
        "\n"
        "- **Figure:** 5 percent of GDP (percent)\n"
        "- **Put as:** a target, not a fact\n"
        "- **Verdict:** Open: no source and no verdict yet.\n"
        "\n"
        "## Document 2: quiet.txt\n"
        "\n"
        "- **File:** quiet.txt\n"
        "- **Size:** 10 bytes\n"
        "\n"
        "No claim of this document is in this report.\n"
        "\n"
        "## Corrections\n"
        "\n"
        "- Claim 2, more than $180 billion: partly became accurate. By John Roe, 2025-02-12 14:03:00 UTC.\n"
        "\n"
        "## How this report was made\n";
    if (strncmp(text, expected, strlen(expected)) != 0) {
        size_t at = 0;
        while (text[at] == expected[at])
            at++;
        fail_msg("the report differs at: %.300s", text + at);
    }
    free(text);
}

/* Where "**" would not open or close, the figure is bold all the same. */
static void test_report_markdown_marks_a_figure_between_letters(void **state)
{
    (void)state;
    static const struct {
        const char *sentence, *literal, *expected;
    } cases[] = {
        {"so US$5m it", "$5m", "> so US<strong>$5m</strong> it"},
        {"rose 5%of it", "5%", "> rose <strong>5%</strong>of it"},
        {"(5%), it", "5%", "> (**5%**), it"},
        {"5*2 all", "5*2 all", "> **5\\*2 all**"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct report report = new_report(MARKDOWN, 0);
        char *text = NULL;
        size_t size;
        struct claim claim = {.sentence = str_from(cases[i].sentence), .literal = str_from(cases[i].literal)};
        claim.start = (int64_t)str_find(claim.sentence, claim.literal, 0);
        const struct report_claim told = {.claim = &claim};
        report.out = open_memstream(&text, &size);
        report_claim(&report, &quiet, &told);
        fclose(report.out);
        assert_contains(text, cases[i].expected);
        free(text);
    }
}

/* ---- JSON ---- */

static void test_report_json_is_one_object_with_every_record(void **state)
{
    (void)state;
    struct report report = new_report(JSON, 0);
    char *text = print(&report, tell);
    json_t *root = parse(text);
    assert_string_equal(text_at(json_object_get(root, "assay"), "version"), "assay 0.1.0");
    assert_string_equal(text_at(json_object_get(root, "assay"), "generated_at"), "2025-02-12T14:03:09Z");
    json_t *summary = json_object_get(root, "summary");
    assert_int_equal(json_integer_value(json_object_get(summary, "open")), 1);
    assert_int_equal(json_object_size(json_object_get(summary, "by_rating")), RATING_END);
    json_t *documents = json_object_get(root, "documents");
    assert_int_equal(json_array_size(documents), 2);
    json_t *first = json_array_get(documents, 0), *claims = json_object_get(first, "claims");
    assert_string_equal(text_at(first, "title"), "Aid in figures");
    assert_int_equal(json_integer_value(json_object_get(first, "claims_found")), 9);
    assert_int_equal(json_array_size(claims), 2);
    assert_int_equal(json_array_size(json_object_get(json_array_get(documents, 1), "claims")), 0);
    json_t *claim = json_array_get(claims, 0);
    for (size_t i = 0; i < claim_fields.count; i++)
        assert_non_null(json_object_get(claim, claim_fields.field[i].name));
    assert_string_equal(text_at(claim, "value"), "180000000000");
    assert_string_equal(text_at(claim, "rating"), "accurate");
    json_t *cited = json_array_get(json_object_get(claim, "citations"), 0);
    assert_string_equal(text_at(cited, "quote"), "a total of $182.8 billion");
    assert_string_equal(text_at(json_object_get(cited, "source"), "url"), "https://example.org/law.pdf");
    assert_string_equal(text_at(json_array_get(json_object_get(claim, "verdicts"), 1), "rationale"),
                        "182.8 is more than 180.");
    assert_true(json_is_null(json_object_get(json_array_get(claims, 1), "rating")));
    assert_true(json_array_size(json_object_get(root, "method")) >= 3);
    assert_contains(text, "\"score\":0.83,");
    json_decref(root);
    free(text);
}

static void tell_nothing(struct report *report)
{
    report_begin(report);
    report_end(report);
}

static void test_report_of_nothing_is_well_formed(void **state)
{
    (void)state;
    for (int format = TEXT; format < FORMATS; format++) {
        struct report report = new_report(format, 0);
        report.head.counts = (struct report_counts){0};
        char *text = print(&report, tell_nothing);
        if (format == CLAIMREVIEW || format == ANNOTATIONS)
            assert_string_equal(text, "[]\n");
        else if (format == NDJSON)
            assert_string_equal(text, "");
        else
            assert_true(strlen(text) > 50);
        if (format == JSON) {
            json_t *root = parse(text);
            assert_int_equal(json_array_size(json_object_get(root, "documents")), 0);
            json_decref(root);
        }
        free(text);
    }
}

/* ---- CSV ---- */

static void test_report_csv_is_a_row_a_claim(void **state)
{
    (void)state;
    struct report report = new_report(CSV, 0);
    char *text = print(&report, tell);
    assert_string_equal(
        text,
        "document,url,published,number,figure,kind,value,upper,unit,unit_assumed,per,of,relation,direction,modality,"
        "subject,concept,period,speaker,sentence,"
        "rating,rationale,reviewer,at,sources,quotes,reason,report_at,program\n"
        "Aid in figures,https://example.org/aid,2025-02-12,2,more than $180 "
        "billion,money,180000000000,,USD,true,,,>,,stated,the U.S.,the war,since February 2022,"
        "Pete Hegseth,\"The U.S. has spent more than $180 billion on the war since\nFebruary 2022, he said.\",accurate,"
        "182.8 is more than 180.,John Roe,2025-02-12T14:03:00Z,"
        "\"supports: CRS: Appropriations, Congress, 2025-01-31 <https://example.org/law.pdf> (p. 4), its "
        "figure 182.8 billion USD (read as 182,800,000,000 USD), accessed 2025-02-11\","
        "\"\"\"a total of $182.8 billion\"\"\",,2025-02-12T14:03:09Z,assay 0.1.0\n"
        "Aid in figures,https://example.org/aid,2025-02-12,3,5 percent,percent,5,,percent,false,,GDP,=,,target,,,,,"
        "Spend 5 percent of GDP!,open,,,,,,,2025-02-12T14:03:09Z,assay 0.1.0\n");
    free(text);
}

static void test_report_says_what_it_leaves_out(void **state)
{
    (void)state;
    static const char *const parts[] = {
        [TEXT] = "\nThis report holds only claims rated accurate.\n",
        [MARKDOWN] = "\n\nThis report holds only claims rated accurate.\n\n",
        [JSON] = "\"selection\":\"only claims rated accurate\"",
        [HTML] = "<p class=\"part\">This report holds only claims rated accurate.</p>",
    };
    for (size_t i = 0; i < COUNT(parts); i++) {
        struct report report = new_report((int)i, 80);
        char *whole = print(&report, tell);
        assert_null(strstr(whole, "This report holds"));
        assert_null(strstr(whole, "\"selection\""));
        report.head.selection = STR("only claims rated accurate");
        char *text = print(&report, tell);
        if (parts[i])
            assert_contains(text, parts[i]);
        free(whole);
        free(text);
    }
}

static void test_report_is_the_same_each_time(void **state)
{
    (void)state;
    for (int format = TEXT; format < FORMATS; format++) {
        struct report report = new_report(format, 80);
        char *first = print(&report, tell), *second = print(&report, tell);
        assert_string_equal(first, second);
        free(first);
        free(second);
    }
}

static void test_report_formats_are_found_by_name(void **state)
{
    (void)state;
    static const char *const names[] = {"text",        "markdown",    "json",   "csv", "html",
                                        "claimreview", "annotations", "ndjson", "tsv"};
    assert_int_equal(report_formats.count, COUNT(names));
    for (size_t i = 0; i < COUNT(names); i++) {
        int index;
        assert_true(names_find(&report_formats, str_from(names[i]), &index));
        assert_string_equal(report_format(index)->name, names[i]);
    }
}

/* A claim whose verdict rests on a check that found a slip. */
static void tell_reason(struct report *report)
{
    static const struct basis basis = {
        .verdict_id = {"v2", 2},
        .reason = REASON_WRONG_YEAR,
        .status = CHECK_FAILS,
        .arithmetic = {"{\"status\":\"fails\"}", 18},
    };
    struct claim spent = spent_claim();
    const struct report_claim told = {.claim = &spent, .verdicts = verdicts, .verdict_count = 2, .basis = &basis};
    report_begin(report);
    report_document(report, &article);
    report_claim(report, &article, &told);
    report_end(report);
}

static void test_report_shows_the_reason_of_a_verdict(void **state)
{
    (void)state;
    static const char *const parts[] = {
        [TEXT] = "Reason: the figure of another year\n",
        [MARKDOWN] = "**Reason:** the figure of another year",
        [JSON] =
            "\"reason\":\"wrong-year\",\"status\":\"fails\",\"suggested\":null,\"arithmetic\":{\"status\":\"fails\"}",
        [CSV] = ",wrong-year,2025-02-12T14:03:09Z,",
        [HTML] = "Reason: the figure of another year",
    };
    for (size_t i = 0; i < COUNT(parts); i++) {
        struct report report = new_report((int)i, 80);
        char *text = print(&report, tell_reason);
        if (parts[i])
            assert_contains(text, parts[i]);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_report_text_says_all_that_is_known),
        cmocka_unit_test(test_report_text_fits_its_width),
        cmocka_unit_test(test_report_text_colours_only_when_asked),
        cmocka_unit_test(test_report_markdown_says_all_that_is_known),
        cmocka_unit_test(test_report_markdown_marks_a_figure_between_letters),
        cmocka_unit_test(test_report_json_is_one_object_with_every_record),
        cmocka_unit_test(test_report_of_nothing_is_well_formed),
        cmocka_unit_test(test_report_csv_is_a_row_a_claim),
        cmocka_unit_test(test_report_says_what_it_leaves_out),
        cmocka_unit_test(test_report_shows_the_reason_of_a_verdict),
        cmocka_unit_test(test_report_is_the_same_each_time),
        cmocka_unit_test(test_report_formats_are_found_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
