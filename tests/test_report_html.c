/* The HTML report: what it says, that it is well-formed, that its colours can be read, and its escaping door. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <nettle/base64.h>

#include "core/base/hash.h"
#include "core/report/escape.h"
#include "core/report/html.h"
#include "tests/page.h"
#include "tests/report_fixture.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* The desk's report with the list of all numbers, a date among them. */
static void tell_page(struct report *report)
{
    struct claim spent = spent_claim(), date = target_claim;
    const struct report_citation cited = {&citation, &law};
    const struct report_claim first = {&spent, &cited, 1, verdicts, 2}, second = {.claim = &target_claim};
    date.kind = KIND_DATE;
    spent.prefix = STR("as The U.S. has spent ");
    spent.suffix = STR(" on the war si");
    report_begin(report);
    report_document(report, &article);
    report_claim(report, &article, &first);
    report_claim(report, &article, &second);
    report_document(report, &quiet);
    report_numbers(report, &article, STR_NULL);
    report_number(report, &(struct report_number){.claim = &spent, .rating = RATING_ACCURATE});
    report_number(report, &(struct report_number){.claim = &target_claim, .rating = -1});
    report_number(report, &(struct report_number){.claim = &date, .rating = -1, .no_claim = true});
    report_numbers_end(report);
    report_numbers(report, &quiet, STR_NULL);
    report_numbers_end(report);
    report_end(report);
}

static void test_html_report_says_all_that_is_known(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "<time datetime=\"2025-02-12T14:03:09Z\">12 February 2025, 14:03 UTC</time>, made by assay 0.1.0",
        "2 claims in 2 documents: 1 accurate, 1 open. 1 of them has a source.",
        "<title id=\"band\">How the claims came out: 1 accurate, 1 open</title>",
        "x=\"0.00%\" y=\"0\" width=\"50.00%\"",
        "x=\"50.00%\" y=\"0\" width=\"50.00%\"",
        "<h2 id=\"document-1\" dir=\"auto\">Aid in figures</h2>",
        "The Gazette, <time datetime=\"2025-02-12\">12 February 2025</time></p>",
        "<a rel=\"noreferrer\" href=\"https://example.org/aid\">https://example.org/aid</a>",
        "<dt>Size</dt><dd dir=\"auto\">4,727 bytes</dd>",
        "<article class=\"card t-accurate\" id=\"claim-2\" aria-labelledby=\"figure-2\">",
        "The U.S. has spent <mark>more than $180 billion</mark> on the war since February 2022, he said.",
        "Said by <b>Pete Hegseth, in quotation marks</b>",
        "<dd dir=\"auto\">more than 180,000,000,000 USD (currency assumed)</dd>",
        "182.8 is more than 180.</p>\n<p class=\"by\">John Roe, <time",
        "Supports it:</span> CRS: <cite dir=\"auto\">Appropriations</cite>, Congress, <time ",
        "datetime=\"2025-01-31\">31 January 2025</time>",
        "“a total of $182.8 billion”",
        "<dt>Where</dt><dd dir=\"auto\">p. 4</dd>",
        "<dt>Accessed</dt><dd><time datetime=\"2025-02-11\">11 February 2025</time></dd>",
        "Earlier verdicts (a later one counts)",
        "Not sure yet.",
        "Spend <mark>5 percent</mark> of GDP!</blockquote>",
        "<dt>Put as</dt><dd dir=\"auto\">a target, not a fact</dd>",
        "Open: no source and no verdict yet.",
        "No claim of this document is in this report.",
        "<h2 id=\"corrections\">Corrections</h2>",
        "<li><a href=\"#claim-2\">more than $180 billion</a>: partly became accurate. <span class=\"by\">John Roe,",
        "How this report was made",
        "<tr><th scope=\"row\" dir=\"auto\">Jane Doe</th><td>1</td><td>1</td></tr>",
        "<tr><th scope=\"row\" dir=\"auto\">John Roe</th><td>1</td><td>0</td></tr>",
        "… The U.S. has spent <b>more than $180 billion</b> on the war …",
        "<a href=\"#claim-2\"><span class=\"badge c-accurate\">",
        "Of 3 numbers 1 is checked, 1 is open, and 1 is no claim",
        "All numbers of “quiet.txt”",
        "Of 0 numbers 0 are checked",
    };
    struct report report = new_report(HTML, 0);
    char *text = print(&report, tell_page);
    const char *at = text;
    for (size_t i = 0; i < COUNT(parts); i++) {
        const char *found = strstr(at, parts[i]);
        if (found)
            at = found;
        else
            fail_msg("there is no '%s' in its place in:\n%s", parts[i], text);
    }
    free(text);
}

static void tell_nothing(struct report *report)
{
    report_begin(report);
    report_end(report);
}

static void test_html_report_is_well_formed(void **state)
{
    (void)state;
    static void (*const tellers[])(struct report *) = {tell_page, tell, tell_nothing};
    for (size_t i = 0; i < COUNT(tellers); i++) {
        struct report report = new_report(HTML, 0);
        char *text = print(&report, tellers[i]);
        page_check(text);
        free(text);
    }
}

static void test_html_report_of_nothing_has_no_picture(void **state)
{
    (void)state;
    struct report report = new_report(HTML, 0);
    report.head.counts = (struct report_counts){0};
    char *text = print(&report, tell_nothing);
    page_check(text);
    assert_contains(text, "0 claims in 0 documents");
    assert_null(strstr(text, "class=\"band\""));
    free(text);
}

/* The parts of the band end where the next begins, whatever is rounded: three thirds fill it. */
static void test_html_report_picture_is_filled(void **state)
{
    (void)state;
    struct report report = new_report(HTML, 0);
    report.head.counts = (struct report_counts){.documents = 1, .claims = 3, .open = 1};
    report.head.counts.by_rating[RATING_PARTLY] = report.head.counts.by_rating[RATING_OUTDATED] = 1;
    char *text = print(&report, tell_nothing);
    assert_contains(text, "x=\"0.00%\" y=\"0\" width=\"33.33%\"");
    assert_contains(text, "x=\"33.33%\" y=\"0\" width=\"33.33%\"");
    assert_contains(text, "x=\"66.66%\" y=\"0\" width=\"33.34%\"");
    free(text);
}

static void test_html_report_allows_its_own_sheet_and_nothing_else(void **state)
{
    (void)state;
    struct report report = new_report(HTML, 0);
    char *text = print(&report, tell_page), expected[128], encoded[BASE64_ENCODE_RAW_LENGTH(DIGEST_SIZE) + 1] = {0};
    struct digest digest = digest_of(str_from(html_sheet));
    const char *sheet = strstr(text, html_sheet);
    assert_true(sheet && strncmp(sheet - strlen("<style>"), "<style>", strlen("<style>")) == 0 &&
                strncmp(sheet + strlen(html_sheet), "</style>", strlen("</style>")) == 0);
    base64_encode_raw(encoded, DIGEST_SIZE, digest.bytes);
    snprintf(expected, sizeof(expected), "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'", encoded);
    assert_contains(text, expected);
    assert_null(strstr(text, "<script"));
    assert_null(strstr(text, " style="));
    free(text);
}

/* ---- the check sheet ---- */

#define ARTICLE "Up 5% & more,\nto 12 <b>towns</b> in 2024.\n\nThe end."

/* The figures of the article above, in its order, one of them inside another, and one that is not where it says. */
static void tell_sheet(struct report *report)
{
    struct claim rise = {.number = 1, .literal = STR("5%"), .start = 3, .end = 5};
    struct claim towns = {.number = 2, .literal = STR("12 <b>towns"), .start = 17, .end = 28};
    struct claim inside = {.number = 3, .literal = STR("12"), .start = 17, .end = 19};
    struct claim misplaced = {.number = 4, .literal = STR("99"), .start = 30, .end = 32};
    struct claim year = {.number = 5, .kind = KIND_DATE, .literal = STR("2024"), .start = 36, .end = 40};
    const struct report_citation cited = {&citation, &law};
    const struct report_claim told = {&rise, &cited, 1, verdicts, 2}, untouched = {.claim = &towns};
    report_begin(report);
    report_numbers(report, &article, STR(ARTICLE));
    report_number(report, &(struct report_number){.claim = &rise, .rating = RATING_ACCURATE, .told = &told});
    report_number(report, &(struct report_number){.claim = &towns, .rating = -1, .told = &untouched});
    report_number(report, &(struct report_number){.claim = &inside, .rating = -1, .told = &untouched});
    report_number(report, &(struct report_number){.claim = &misplaced, .rating = -1, .told = &untouched});
    report_number(report, &(struct report_number){.claim = &year, .rating = -1, .no_claim = true, .told = &untouched});
    report_numbers_end(report);
    report_end(report);
}

/* The page's text from `from` on, without its tags, its notes, and what only a reader of the screen hears. */
static void assert_plain_text(const char *from, const char *expected)
{
    static const char unseen[] = "<span class=\"unseen\">", note[] = "<span class=\"note ";
    struct buf plain = {0};
    int depth = 0; /* of spans, inside a note */
    for (const char *at = from; *at && plain.len < strlen(expected);) {
        bool span = strncmp(at, "<span", 5) == 0, end = strncmp(at, "</span>", 7) == 0;
        if (strncmp(at, unseen, strlen(unseen)) == 0 && depth == 0) {
            at = strstr(at, "</span>");
            continue;
        }
        depth += strncmp(at, note, strlen(note)) == 0 || (span && depth > 0) ? 1 : end && depth > 0 ? -1 : 0;
        if (*at == '<')
            at = strchr(at, '>') + 1;
        else if (depth > 0)
            at++;
        else
            buf_char(&plain, *at++);
    }
    assert_string_equal(plain.ptr, expected);
    buf_release(&plain);
}

static void test_html_sheet_marks_each_number_in_the_text(void **state)
{
    (void)state;
    struct report report = new_report(HTML, 0);
    report.format = report_sheet(STR("html"));
    char *text = print(&report, tell_sheet);
    page_check(text);
    assert_contains(text, "<mark class=\"m-accurate c-accurate\">5%<svg");
    assert_contains(text, "<span class=\"note l-accurate\" role=\"note\">");
    assert_contains(text, "182.8 is more than 180.");
    assert_contains(text, "<a rel=\"noreferrer\" href=\"https://example.org/law.pdf\">CRS: Appropriations");
    assert_contains(text, "<mark class=\"m-open c-open\">12 &lt;b&gt;towns<svg");
    assert_contains(text, "<mark class=\"m-no-claim c-no-claim\">2024<span");
    assert_contains(text, "Of 5 numbers 1 is checked, 3 are open, and 1 is no claim");
    assert_null(strstr(text, ">99<"));
    const char *sheet = strstr(text, "<div class=\"sheet\""), *note = strstr(text, "<span class=\"note");
    assert_non_null(sheet);
    assert_true(note > strstr(text, " in <mark") && note < strstr(text, "The end."));
    assert_plain_text(sheet, "Up 5% &amp; more,\nto 12 &lt;b&gt;towns&lt;/b&gt; in 2024.\n\nThe end.");
    assert_null(report_sheet(STR("csv")));
    free(text);
}

/* ---- colours ---- */

/* x to the power of 2.4, for x from 0 to 1: x² times the fifth root of x², by Newton's steps from above. */
static double power(double x)
{
    double square = x * x, root = 1;
    for (int i = 0; i < 100; i++)
        root -= (root * root * root * root * root - square) / (5 * root * root * root * root);
    return square * root;
}

/* The value of "--name:#rrggbb" in a scheme's part of the sheet, as WCAG 2.2's relative luminance. */
static double luminance(const char *scheme, const char *name)
{
    char key[40];
    unsigned rgb = 0;
    double part[3];
    snprintf(key, sizeof(key), "--%s:#", name);
    const char *at = strstr(scheme, key);
    if (!at) {
        fail_msg("no colour '%s'", name);
        return 0;
    }
    for (at += strlen(key); *at != ';' && *at != '}'; at++)
        rgb = rgb * 16 + (unsigned)(is_digit(*at) ? *at - '0' : *at - 'a' + 10);
    for (int i = 0; i < 3; i++) {
        double channel = (rgb >> (16 - 8 * i) & 0xFF) / 255.0;
        part[i] = channel <= 0.04045 ? channel / 12.92 : power((channel + 0.055) / 1.055);
    }
    return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
}

static double contrast(const char *scheme, const char *text, const char *ground)
{
    double a = luminance(scheme, text), b = luminance(scheme, ground);
    return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

static void test_html_report_colours_can_be_read(void **state)
{
    (void)state;
    static const char *const schemes[] = {":root{", "(prefers-color-scheme:dark)", "@media print"};
    static const char *const texts[] = {"ink", "soft", "link"};
    static const char *const grounds[] = {"page", "card"};
    for (size_t i = 0; i < COUNT(schemes); i++) {
        const char *scheme = strstr(html_sheet, schemes[i]);
        assert_non_null(scheme);
        for (size_t ground = 0; ground < COUNT(grounds); ground++) {
            for (size_t t = 0; t < COUNT(texts); t++)
                assert_true(contrast(scheme, texts[t], grounds[ground]) >= 4.5);
            for (int s = 0; s < HTML_STATES; s++)
                if (contrast(scheme, html_state(s), grounds[ground]) < 4.5)
                    fail_msg("%s on the %s: %.2f", html_state(s), grounds[ground],
                             contrast(scheme, html_state(s), grounds[ground]));
        }
        assert_true(contrast(scheme, "ink", "mark") >= 4.5);
    }
}

static void test_html_report_has_a_shape_and_a_colour_for_each_state(void **state)
{
    (void)state;
    for (int s = 0; s < HTML_STATES; s++) {
        char part[64];
        snprintf(part, sizeof(part), "<symbol id=\"i-%s\"", html_state(s));
        assert_contains(html_shapes, part);
        snprintf(part, sizeof(part), ".c-%s{color:var(--%s)}", html_state(s), html_state(s));
        assert_contains(html_sheet, part);
    }
    for (int s = 0; s < STANCE_END; s++) {
        char part[64];
        snprintf(part, sizeof(part), "<symbol id=\"i-%s\"", stances.name[s]);
        assert_contains(html_shapes, part);
    }
}

/* ---- the door ---- */

static void test_html_door_lets_no_markup_through(void **state)
{
    (void)state;
    static const struct {
        struct str raw;
        const char *text, *block;
    } cases[] = {
        {{"plain", 5}, "plain", "plain"},
        {{"<b a='1' c=\"2\">&amp;", 20},
         "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;",
         "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;"},
        {{"a\nb\r\nc\td", 8}, "a b c d", "a\nb\nc d"},
        {{"\x1b[31m\r", 6}, "^[[31m^M", "^[[31m^M"},
        {{"\0", 1}, "^@", "^@"},
        {{"\x80", 1}, "&lt;80&gt;", "&lt;80&gt;"},
        {{"\xE2\x80\x8B", 3}, "&lt;U+200B&gt;", "&lt;U+200B&gt;"},
        {{"\xEF\xBF\xBE", 3}, "&lt;U+FFFE&gt;", "&lt;U+FFFE&gt;"},
        {{"\xEF\xB7\x90", 3}, "&lt;U+FDD0&gt;", "&lt;U+FDD0&gt;"},
        {{"\xF0\x9F\xBF\xBF", 4}, "&lt;U+1FFFF&gt;", "&lt;U+1FFFF&gt;"},
        {{"\xC3\xA9 \xF0\x9F\x98\x80", 7}, "\xC3\xA9 \xF0\x9F\x98\x80", "\xC3\xA9 \xF0\x9F\x98\x80"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf text = {0}, block = {0};
        escape_html(&text, cases[i].raw);
        escape_html_block(&block, cases[i].raw);
        assert_string_equal(text.ptr, cases[i].text);
        assert_string_equal(block.ptr, cases[i].block);
        buf_release(&text);
        buf_release(&block);
    }
    struct buf none = {0};
    escape_html(&none, STR_NULL);
    assert_int_equal(none.len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_html_report_says_all_that_is_known),
        cmocka_unit_test(test_html_report_is_well_formed),
        cmocka_unit_test(test_html_report_of_nothing_has_no_picture),
        cmocka_unit_test(test_html_report_picture_is_filled),
        cmocka_unit_test(test_html_report_allows_its_own_sheet_and_nothing_else),
        cmocka_unit_test(test_html_sheet_marks_each_number_in_the_text),
        cmocka_unit_test(test_html_report_colours_can_be_read),
        cmocka_unit_test(test_html_report_has_a_shape_and_a_colour_for_each_state),
        cmocka_unit_test(test_html_door_lets_no_markup_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
