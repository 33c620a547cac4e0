/* Web pages: the article in them, what they say of themselves, tables, the way back to their bytes, and hostile ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "core/base/buf.h"
#include "core/base/limits.h"
#include "core/intake/page.h"
#include "core/intake/page_byline.h"
#include "core/intake/page_date.h"
#include "core/intake/page_meta.h"

/* Long enough to be taken for an article at the first attempt. */
#define FILLER                                                                                                         \
    "<p>The council met on Tuesday, heard three reports, and argued for two hours, as it does in most weeks, before "  \
    "the "                                                                                                             \
    "chair, who had said little until then, asked for a vote.</p>"                                                     \
    "<p>Nobody had expected that, least of all the treasurer, whose report, with its many tables, lay unread on the "  \
    "desks, and who now, in a low voice, explained it line by line.</p>"                                               \
    "<p>What followed was a debate on roads, on schools, on the swimming pool, and on who, in the end, pays for "      \
    "them, "                                                                                                           \
    "with the usual speakers, the usual pauses, and the usual result.</p>"

static const struct charset utf8 = {.name = "UTF-8", .found = "option", .like_ascii = true};

struct fixture {
    struct arena arena;
    struct reading reading;
};

static int set_up(void **state)
{
    *state = calloc(1, sizeof(struct fixture));
    return *state ? 0 : 1;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    arena_release(&fixture->arena);
    free(fixture);
    return 0;
}

static const struct reading *read_page(struct fixture *fixture, struct str page)
{
    struct err err = {0};
    fixture->reading = (struct reading){0};
    if (!page_read(page, &utf8, &(struct page_options){0}, &fixture->arena, &fixture->reading, &err))
        fail_msg("%s", err.msg);
    return &fixture->reading;
}

static void assert_str(struct str got, const char *expected)
{
    if (!got.ptr || !str_eq(got, str_from(expected)))
        fail_msg("got '%.*s', expected '%s'", STR_ARG(got), expected);
}

static bool holds(struct str text, const char *part)
{
    return str_find(text, str_from(part), 0) < text.len;
}

static void test_page_keeps_the_article_and_marks_the_rest(void **state)
{
    const struct reading *r = read_page(
        *state, STR("<html><title>Council votes</title><body><nav class=menu><a href=/>Home</a> 12 sections</nav>"
                    "<div id=content><h1>Council votes</h1>" FILLER "<p>It costs $3 million.</p></div>"
                    "<div class=comments><p>First! 99 percent nonsense.</p></div><script>var n = 5;</script>"
                    "<div style='display: none'>hidden 7 percent</div></body></html>"));
    assert_true(holds(r->text, "It costs $3 million.\n"));
    assert_true(str_starts(r->text, STR("Council votes\n\nThe council met")));
    assert_false(holds(r->text, "99 percent") || holds(r->text, "12 sections") || holds(r->text, "7 percent"));
    assert_true(holds(r->rest, "99 percent") && holds(r->rest, "12 sections") && holds(r->rest, "7 percent"));
    assert_false(holds(r->rest, "var n"));
    assert_int_equal(r->block[1].kind, BLOCK_HEADING);
    assert_true(r->block[0].left_out);
}

static void test_page_maps_each_text_back_to_its_bytes(void **state)
{
    struct str page =
        STR("<html><body><div>" FILLER "<p>Caf\xC3\xA9 &amp; bar\n  sold  &pound;3&nbsp;million of <b>tea</b> "
            "&mdash; 40&#37;<!-- x --> more.</p></div></body></html>");
    static const struct {
        const char *text, *page;
    } pairs[] = {{"Caf\xC3\xA9", "Caf\xC3\xA9"},
                 {"& bar", "&amp; bar"},
                 {"\xC2\xA3"
                  "3\xC2\xA0million",
                  "&pound;3&nbsp;million"},
                 {"bar sold", "bar\n  sold"},
                 {"tea \xE2\x80\x94 40%", "tea</b> &mdash; 40&#37;"},
                 {"% more", "&#37;<!-- x --> more"}};
    const struct reading *r = read_page(*state, page);
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        size_t start = 0, end = 0, at = str_find(r->text, str_from(pairs[i].text), 0);
        if (at == r->text.len)
            fail_msg("'%s' is not in '%.*s'", pairs[i].text, STR_ARG(r->text));
        assert_true(reading_origin(r, at, at + strlen(pairs[i].text), &start, &end));
        assert_str(str_slice(page, start, end), pairs[i].page);
    }
}

static void test_page_gives_tables_row_by_row_with_headers(void **state)
{
    const struct reading *r = read_page(
        *state, STR("<html><body><div>" FILLER "<table><caption>Spending</caption><tr><th>Country<th>2023<th>2024"
                    "<tr><th>Norway<td>1.7<td>2.2<tr><td>Both<td colspan=2>3.9</table></div></body></html>"));
    assert_true(holds(r->text, "Country | 2023 | 2024\n\nNorway | 1.7 | 2.2\n\nBoth | 3.9\n"));
    const struct cell *last = &r->cell[r->cell_count - 1];
    assert_int_equal(r->cell_count, 8);
    assert_true(r->cell[1].heads && r->cell[3].heads && !r->cell[4].heads);
    assert_int_equal(last->column, 2);
    assert_int_equal(last->columns, 2);
    assert_str(str_slice(r->text, last->start, last->end), "3.9");
    assert_int_equal(r->block[last->block].row, 3);
    assert_int_equal(r->block[last->block].table, 1);
}

static void test_page_says_who_wrote_it_when_and_where(void **state)
{
    static const char json[] =
        "<html lang=en-GB><head><title>Ministers meet | The Paper</title><link rel=canonical "
        "href='https://example.org/a'><script type='application/ld+json'>{\"@context\":"
        "\"https://schema.org\",\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":[\"NewsArticle\"],"
        "\"headline\":\"Ministers meet\",\"author\":[{\"name\":\"Ada Example\"},{\"name\":\"Ben "
        "Sample\"}],\"publisher\":{\"name\":\"The Paper\"},\"datePublished\":"
        "\"2025-02-12T09:00:00+01:00\",\"dateModified\":\"2025-02-13\"}]}</script></head><body>";
    const struct reading *r = read_page(*state, (struct str){json, sizeof(json) - 1});
    assert_str(r->title, "Ministers meet");
    assert_str(r->author, "Ada Example, Ben Sample");
    assert_str(r->publisher, "The Paper");
    assert_str(r->published, "2025-02-12");
    assert_str(r->modified, "2025-02-13");
    assert_str(r->language, "en-GB");
    assert_str(r->url, "https://example.org/a");
}

static void test_page_without_markup_for_machines_says_what_can_be_seen(void **state)
{
    const struct reading *r = read_page(
        *state,
        STR("<html><head><title>Council votes on the pool - The Local Paper</title><meta property='og:site_name' "
            "content='The Local Paper'></head><body><h1>Council votes on the pool</h1><p class=byline>By Ada "
            "Example | March 5, 2024</p><div>" FILLER "</div></body></html>"));
    assert_str(r->title, "Council votes on the pool");
    assert_str(r->author, "Ada Example");
    assert_str(r->published, "2024-03-05");
    assert_str(r->publisher, "The Local Paper");
    assert_null(r->url.ptr);
}

static void test_page_reads_the_dates_that_pages_write(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *text, *date;
    } dates[] = {{"2016-02-01T15:00:00Z", "2016-02-01"},
                 {"20160201153000", "2016-02-01"},
                 {"2016/2/1", "2016-02-01"},
                 {"Mon, 01 Feb 2016 10:00:00 GMT", "2016-02-01"},
                 {"Published: February 1, 2016", "2016-02-01"},
                 {"1st of Feb. 2016", "2016-02-01"}};
    static const char *const none[] = {"", "yesterday", "2016", "31 February 2016", "2016-13-01", "May I", "1/2/2016"};
    for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++)
        assert_str(page_date_read(str_from(dates[i].text), &fixture->arena), dates[i].date);
    for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
        assert_null(page_date_read(str_from(none[i]), &fixture->arena).ptr);
}

static void test_page_reads_dates_in_numbers_where_they_are_plain(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *text, *language, *date;
    } dates[] = {{"3/09/15 8:00am", "en-US", "2015-03-09"},
                 {"3/09/15 8:00am", "en-GB", "2015-09-03"},
                 {"3/09/15 8:00am", "en", NULL},
                 {"3/09/15", NULL, NULL},
                 {"on 31/01/2016", NULL, "2016-01-31"},
                 {"1/31/2016", "de", "2016-01-31"},
                 {"3.9.2015", NULL, "2015-09-03"},
                 {"3-9-2015", "nl", "2015-09-03"},
                 {"5/5/2015", NULL, "2015-05-05"},
                 {"3/9-2015", "nl", NULL},
                 {"192.168.1.1", "de", NULL},
                 {"31/02/2016", "fr", NULL},
                 {"24/7/365", "fr", NULL},
                 {"1/2/3/2015", "fr", NULL}};
    for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++) {
        struct str date = page_date_of_numbers(str_from(dates[i].text), str_from(dates[i].language), &fixture->arena);
        if (!str_eq(date, str_from(dates[i].date)))
            fail_msg("%s: '%.*s'", dates[i].text, STR_ARG(date));
    }
    assert_str(page_date_of_epoch(STR("1425913200851"), &fixture->arena), "2015-03-09");
    assert_str(page_date_of_epoch(STR("1425913200"), &fixture->arena), "2015-03-09");
    assert_null(page_date_of_epoch(STR("0000000001"), &fixture->arena).ptr);
    assert_null(page_date_of_epoch(STR("14259132008"), &fixture->arena).ptr);
    read_page(fixture, STR("<html lang=en-US><title>T</title><span class=publish-time>3/09/15 8:00am</span><p>text"));
    assert_str(fixture->reading.published, "2015-03-09");
}

static void test_page_finds_a_byline_away_from_the_article(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *html, *author;
    } cases[] = {
        {"<p>The pool cost 5 million.</p><footer><p>Posted by Ada Example.</p></footer>", "Ada Example"},
        {"<div class=article-author><b>Ada&nbsp;van Example</b>&nbsp; Monday, May 5, 2016</div><p>The pool cost.",
         "Ada van Example"},
        {"<p class=byline>Written by Ada Example<br>Edited by Ben Sample</p><p>The pool cost 5 million.",
         "Ada Example"},
        {"<ul><li id=menuBylines><a href=/>Columns</a></ul><p>The pool cost 5 million.", NULL},
        {"<p>By the way, the pool cost 5 million.</p>", NULL},
        {"<p>By Monday</p><p>Posted by everybody here</p><p>text", NULL},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct str author = read_page(fixture, str_from(cases[i].html))->author;
        if (!str_eq(author, str_from(cases[i].author)))
            fail_msg("%s: '%.*s'", cases[i].html, STR_ARG(author));
    }
}

static void test_page_reads_names_without_what_is_around_them(void **state)
{
    (void)state;
    static const char *const names[][2] = {{"By Ada Example", "Ada Example"},
                                           {"by: Ada Example | The Paper", "Ada Example"},
                                           {"Written by Ada Example, 5 May 2024", "Ada Example"},
                                           {"Ada Example March 25, 2015", "Ada Example"},
                                           {"April May", "April May"},
                                           {"Byron Sample", "Byron Sample"}};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        assert_str(page_byline_name(str_from(names[i][0])), names[i][1]);
    assert_null(page_byline_name(STR(" ")).ptr);
}

static void test_page_with_whole_takes_all_that_is_seen(void **state)
{
    struct fixture *fixture = *state;
    struct err err = {0};
    struct str page = STR("<html><body><div class=sidebar>12 percent</div><div>" FILLER "</div></body></html>");
    assert_true(
        page_read(page, &utf8, &(struct page_options){.whole = true}, &fixture->arena, &fixture->reading, &err));
    assert_true(str_starts(fixture->reading.text, STR("12 percent\n\nThe council")));
    assert_int_equal(fixture->reading.rest.len, 0);
}

/* ---- hostile ones ---- */

static struct str repeat(struct fixture *fixture, const char *begin, const char *part, size_t times)
{
    struct buf page = {0};
    buf_str(&page, str_from(begin));
    for (size_t i = 0; i < times; i++)
        buf_str(&page, str_from(part));
    buf_str(&page, STR("five percent"));
    struct str copy = arena_str(&fixture->arena, buf_view(&page));
    buf_release(&page);
    return copy;
}

static void test_page_nested_as_no_page_is_is_refused(void **state)
{
    struct fixture *fixture = *state;
    static const char *const parts[] = {"<div>", "<b><i>", "<p><ul><li>", "<a><b><i><u><s><table>", "<select><option>"};
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        struct err err = {0};
        struct str page = repeat(fixture, "<html>", parts[i], 1000000);
        assert_false(page_read(page, &utf8, &(struct page_options){0}, &fixture->arena, &fixture->reading, &err));
        if (!strstr(err.msg, "nested more than 2000 deep") && !strstr(err.msg, "larger than 16777216 bytes"))
            fail_msg("%s", err.msg);
    }
}

static void test_page_with_attributes_without_end_is_refused(void **state)
{
    struct fixture *fixture = *state;
    struct err err = {0};
    struct str page = repeat(fixture, "<html><p", " a=b", 200000);
    assert_false(page_read(page, &utf8, &(struct page_options){0}, &fixture->arena, &fixture->reading, &err));
    assert_string_equal(
        err.msg,
        "a tag has more than 1000 attributes; save its text and take in that, or set --limit page-attributes=N");
}

static void test_page_of_mis_nested_formats_is_read_or_ended(void **state)
{
    struct fixture *fixture = *state;
    static const char *const parts[] = {"<b><p></b>", "<a><p>x</a>", "<i><div>x</i></div>", "<!-- -->",
                                        "&#xD800;&x;&#0;"};
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        struct err err = {0};
        struct str page = repeat(fixture, "<html><body>", parts[i], 20000);
        if (page_read(page, &utf8, &(struct page_options){0}, &fixture->arena, &fixture->reading, &err))
            assert_true(holds(fixture->reading.text, "five percent"));
        else
            assert_non_null(strstr(err.msg, "reading it takes more than"));
    }
}

#define PAGE_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PAGE_TEST(test_page_keeps_the_article_and_marks_the_rest),
        PAGE_TEST(test_page_maps_each_text_back_to_its_bytes),
        PAGE_TEST(test_page_gives_tables_row_by_row_with_headers),
        PAGE_TEST(test_page_says_who_wrote_it_when_and_where),
        PAGE_TEST(test_page_without_markup_for_machines_says_what_can_be_seen),
        PAGE_TEST(test_page_reads_the_dates_that_pages_write),
        PAGE_TEST(test_page_reads_dates_in_numbers_where_they_are_plain),
        PAGE_TEST(test_page_finds_a_byline_away_from_the_article),
        PAGE_TEST(test_page_reads_names_without_what_is_around_them),
        PAGE_TEST(test_page_with_whole_takes_all_that_is_seen),
        PAGE_TEST(test_page_nested_as_no_page_is_is_refused),
        PAGE_TEST(test_page_with_attributes_without_end_is_refused),
        PAGE_TEST(test_page_of_mis_nested_formats_is_read_or_ended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
