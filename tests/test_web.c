/* What sites say besides their pages: headers, robots.txt; and patterns of names, which are read in the same way. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/clock.h"
#include "core/intake/archive.h"
#include "core/intake/fetch.h"
#include "core/intake/glob.h"
#include "core/intake/http.h"
#include "core/intake/manners.h"
#include "core/intake/robots.h"
#include "tests/http_server.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void assert_str(struct str found, const char *expected)
{
    if (!str_eq(found, str_from(expected)))
        fail_msg("'%.*s', not '%s'", STR_ARG(found), expected ? expected : "nothing");
}

/* ---- headers ---- */

static void test_http_header_is_found_in_any_case_and_the_last_counts(void **state)
{
    (void)state;
    struct str headers = STR("HTTP/1.1 200 OK\r\nETag: \"1\"\r\netag:  \"2\" \r\nX: ETag: 3\r\nEmpty:\r\n");
    assert_str(http_header(headers, "ETAG"), "\"2\"");
    assert_str(http_header(headers, "empty"), NULL);
    assert_str(http_header(headers, "none"), NULL);
}

static void test_http_type_and_charset(void **state)
{
    (void)state;
    static const struct {
        struct str value;
        const char *type, *charset;
    } cases[] = {
        {STR("text/html"), "text/html", NULL},
        {STR("text/html; charset=utf-8"), "text/html", "utf-8"},
        {STR("text/html;x=1 ; Charset = \"latin1\" "), "text/html", "latin1"},
        {STR("text/html; charset"), "text/html", ""},
        {STR_NULL, NULL, NULL},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str type, charset;
        http_type(cases[i].value, &type, &charset);
        assert_str(type, cases[i].type);
        assert_str(charset, cases[i].charset);
    }
}

static void test_http_link_by_its_relation(void **state)
{
    (void)state;
    struct str headers = STR("HTTP/1.1 200 OK\r\n"
                             "Link: <https://a.example/map>; rel=\"timemap\"; type=\"x\", <https://o.example/p?a=1,2>; "
                             "datetime=\"Wed, 12 Feb 2025 09:00:00 GMT\"; rel=\"first memento\"\r\n"
                             "link: <https://o.example/>;rel=original\r\nLink: <broken\r\n");
    assert_str(http_link(headers, STR("timemap")), "https://a.example/map");
    assert_str(http_link(headers, STR("memento")), "https://o.example/p?a=1,2");
    assert_str(http_link(headers, STR("original")), "https://o.example/");
    assert_str(http_link(headers, STR("next")), NULL);
    assert_str(http_link(STR("Link: <a>; rel=\"\"\r\n"), STR("")), NULL);
}

static void test_http_parts_of_addresses(void **state)
{
    (void)state;
    assert_str(http_host(STR("https://example.org:8080/a?b")), "example.org:8080");
    assert_str(http_path(STR("https://example.org:8080/a?b")), "/a?b");
    assert_str(http_host(STR("http://example.org?q=/x")), "example.org");
    assert_str(http_path(STR("http://example.org")), "");
    assert_str(http_host(STR("no address")), "");
}

static void test_archive_knows_copies_by_their_address(void **state)
{
    (void)state;
    static const struct {
        struct str url;
        const char *original, *date;
    } cases[] = {
        {STR("https://web.archive.org/web/20250212090000/https://example.org/a?b=1"), "https://example.org/a?b=1",
         "2025-02-12"},
        {STR("http://web.archive.org/web/20250212090000id_/http://example.org/"), "http://example.org/", "2025-02-12"},
        {STR("https://archive.ph/20250212/https://example.org/"), "https://example.org/", "2025-02-12"},
        {STR("https://web.archive.org/web/20259999090000/https://example.org/"), "https://example.org/", NULL},
        {STR("https://web.archive.org/web/2025*/https://example.org/"), NULL, NULL},
        {STR("https://evil.example/web/20250212090000/https://example.org/"), NULL, NULL},
        {STR("https://web.archive.org.evil.example/web/20250212090000/https://example.org/"), NULL, NULL},
        {STR("https://web.archive.org/web/20250212090000/ftp://example.org/"), NULL, NULL},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str original = STR_NULL, date = STR_NULL;
        assert_int_equal(archive_is_copy(cases[i].url, &arena, &original, &date), cases[i].original != NULL);
        assert_str(original, cases[i].original);
        assert_str(date, cases[i].date);
    }
    arena_release(&arena);
}

/* ---- robots.txt ---- */

static void test_robots_longest_rule_decides(void **state)
{
    (void)state;
    struct str robots = STR("# all\nUser-agent: *\nDisallow: /\nAllow: /news/\nDisallow: /news/*.pdf$\n"
                            "Disallow: /news/private # remark\nAllow: /news/private-opening\nAllow: /caf%C3%A9\n");
    static const struct {
        struct str path;
        bool allowed;
    } cases[] = {
        {STR(""), false},
        {STR("/"), false},
        {STR("/sport"), false},
        {STR("/news/"), true},
        {STR("/news"), false},
        {STR("/news/a.html"), true},
        {STR("/news/a.pdf"), false},
        {STR("/news/a.pdf?x"), true},
        {STR("/news/privat%65/x"), false},
        {STR("/news/private-opening"), true},
        {STR("/caf\xC3\xA9/menu"), true},
        {STR("/robots.txt"), true},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        if (robots_allow(robots, STR("assay"), cases[i].path) != cases[i].allowed)
            fail_msg("%.*s", STR_ARG(cases[i].path));
}

static void test_robots_own_group_comes_before_that_of_all(void **state)
{
    (void)state;
    struct str robots = STR("user-agent: *\ndisallow: /\n\nUser-Agent: other\nUser-Agent: Assay/1.0\nDisallow: /a\n"
                            "User-agent: third\nDisallow: /b\n\nUser-agent: assay\nDisallow: /c\n");
    assert_true(robots_allow(robots, STR("assay"), STR("/x")));
    assert_false(robots_allow(robots, STR("assay"), STR("/a")));
    assert_true(robots_allow(robots, STR("assay"), STR("/b")));
    assert_false(robots_allow(robots, STR("assay"), STR("/c"))); /* both groups are its own */
    assert_false(robots_allow(robots, STR("nobody"), STR("/x")));
}

static void test_robots_of_nothing_allow_all(void **state)
{
    (void)state;
    static const struct str empty[] = {STR(""),
                                       STR("\n\n"),
                                       STR("Disallow: /"),
                                       STR("User-agent: *\nDisallow:"),
                                       STR("<html>not found: sorry</html>"),
                                       STR("User-agent: *\nDisallow /x")};
    for (size_t i = 0; i < COUNT(empty); i++)
        assert_true(robots_allow(empty[i], STR("assay"), STR("/x")));
    assert_true(robots_allow(STR("\xEF\xBB\xBFUser-agent: *\r\nDisallow: /x\r\n"), STR("assay"), STR("/y")));
    assert_false(robots_allow(STR("\xEF\xBB\xBFUser-agent: *\r\nDisallow: /x\r\n"), STR("assay"), STR("/x")));
}

static void test_robots_delay(void **state)
{
    (void)state;
    assert_int_equal(robots_delay_ms(STR("User-agent: *\nCrawl-delay: 2.5"), STR("assay")), 2500);
    assert_int_equal(robots_delay_ms(STR("User-agent: *\nCrawl-delay: 99999999999999999999"), STR("assay")), 60000);
    assert_int_equal(robots_delay_ms(STR("User-agent: x\nCrawl-delay: 5"), STR("assay")), 0);
}

/* Stars without end take no more than their product. */
static void test_robots_and_patterns_of_stars_end(void **state)
{
    (void)state;
    char rule[2100] = "User-agent: *\nDisallow: /", path[4001];
    for (size_t i = strlen(rule); i + 2 < sizeof(rule); i += 2)
        snprintf(rule + i, sizeof(rule) - i, "*a");
    memset(path, 'a', sizeof(path) - 1);
    path[0] = '/';
    path[4000] = '\0';
    rule[sizeof(rule) - 3] = 'b';
    assert_true(robots_allow(str_from(rule), STR("assay"), str_from(path)));
    assert_false(glob_matches(str_from(rule + 25), str_from(path + 1)));
}

/* ---- manners ---- */

static void test_manners_keep_the_pause_and_obey(void **state)
{
    (void)state;
    struct http_server server;
    struct limits limits = limits_normal;
    char url[200];
    struct err err = {0};
    limits.host_pause_ms = 150;
    assert_int_equal(http_server_start(&server), 0);
    struct manners *manners = manners_new(&limits);
    http_server_url(&server, "/page", url, sizeof(url));
    manners_allow_private(manners, http_host(str_from(url)));
    int64_t start = clock_ticks();
    assert_true(manners_ask(manners, str_from(url), &err)); /* robots.txt comes first */
    assert_true(manners_ask(manners, str_from(url), &err));
    assert_true(clock_ticks() - start >= 2 * 150);
    http_server_url(&server, "/forbidden/page", url, sizeof(url));
    assert_false(manners_ask(manners, str_from(url), &err));
    assert_non_null(strstr(err.msg, "robots.txt of its host forbids it"));
    manners_allow_private(manners, STR_NULL);
    assert_false(manners_ask(manners, STR("http://127.0.0.2:1/page"), &err));
    assert_non_null(strstr(err.msg, "no public address"));
    manners_free(manners);
    http_server_stop(&server);
}

/* ---- patterns ---- */

static void test_glob_matches(void **state)
{
    (void)state;
    static const struct {
        struct str pattern, path;
        bool fits;
    } cases[] = {
        {STR("*.pdf"), STR("a.pdf"), true},
        {STR("*.pdf"), STR("x/a.pdf"), false},
        {STR("*.pdf"), STR(".a.pdf"), false},
        {STR(".*.pdf"), STR(".a.pdf"), true},
        {STR("archive/**/*.pdf"), STR("archive/a.pdf"), true},
        {STR("archive/**/*.pdf"), STR("archive/x/y/z/a.pdf"), true},
        {STR("archive/**/*.pdf"), STR("archive/x/.y/a.pdf"), false},
        {STR("archive/**/*.pdf"), STR("archive/x/a.pdf/b.txt"), false},
        {STR("archive/**"), STR("archive/x/a.pdf"), true},
        {STR("**/b/**/c.txt"), STR("a/b/x/b/y/c.txt"), true},
        {STR("**/b/**/c.txt"), STR("a/x/y/c.txt"), false},
        {STR("20[0-2]?-*/x"), STR("2019-a/x"), true},
        {STR("20[0-2]?-*/x"), STR("2039-a/x"), false},
        {STR("[!a-c]x"), STR("dx"), true},
        {STR("[!a-c]x"), STR("bx"), false},
        {STR("[]x]y"), STR("]y"), true},
        {STR("[x"), STR("[x"), true},
        {STR("caf?"), STR("caf\xC3\xA9"), true},
        {STR("caf[\xC3\xA0-\xC3\xBF]"), STR("caf\xC3\xA9"), true},
        {STR("caf??"), STR("caf\xC3\xA9"), false},
        {STR("a*b*c"), STR("aXbXbXc"), true},
        {STR("a*b*c"), STR("aXbXbX"), false},
        {STR("\xFF?"), STR("\xFF\xFE"), true},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        if (glob_matches(cases[i].pattern, cases[i].path) != cases[i].fits)
            fail_msg("'%.*s' and '%.*s'", STR_ARG(cases[i].pattern), STR_ARG(cases[i].path));
}

static void test_glob_looks_only_where_something_may_be(void **state)
{
    (void)state;
    assert_true(glob_may_hold(STR("a/*/c.txt"), STR("a/b")));
    assert_false(glob_may_hold(STR("a/*/c.txt"), STR("a/b/c")));
    assert_false(glob_may_hold(STR("a/*/c.txt"), STR("b")));
    assert_true(glob_may_hold(STR("a/**/c.txt"), STR("a/b/c/d")));
    assert_str(glob_base(STR("archive/x/**/a.pdf")), "archive/x");
    assert_str(glob_base(STR("*.pdf")), ".");
    assert_str(glob_base(STR("/*.pdf")), "/");
    assert_str(glob_base(STR("/srv/a?/b")), "/srv");
    assert_false(glob_is(STR("plain/name.txt")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_http_header_is_found_in_any_case_and_the_last_counts),
        cmocka_unit_test(test_http_type_and_charset),
        cmocka_unit_test(test_http_link_by_its_relation),
        cmocka_unit_test(test_http_parts_of_addresses),
        cmocka_unit_test(test_archive_knows_copies_by_their_address),
        cmocka_unit_test(test_robots_longest_rule_decides),
        cmocka_unit_test(test_robots_own_group_comes_before_that_of_all),
        cmocka_unit_test(test_robots_of_nothing_allow_all),
        cmocka_unit_test(test_robots_delay),
        cmocka_unit_test(test_robots_and_patterns_of_stars_end),
        cmocka_unit_test(test_manners_keep_the_pause_and_obey),
        cmocka_unit_test(test_glob_matches),
        cmocka_unit_test(test_glob_looks_only_where_something_may_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
