/* Fetching, against a real server on 127.0.0.1: what is kept, and everything that is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/base/buf.h"
#include "core/intake/fetch.h"
#include "tests/http_server.h"

struct fixture {
    struct http_server server;
    struct arena arena;
    struct fetched fetched;
    struct err err;
};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof(*fixture));
    *state = fixture;
    return fixture ? http_server_start(&fixture->server) : -1;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    http_server_stop(&fixture->server);
    arena_release(&fixture->arena);
    free(fixture);
    return 0;
}

static bool get(struct fixture *fixture, const char *path, struct fetch_request request)
{
    char url[512];
    http_server_url(&fixture->server, path, url, sizeof(url));
    request.url = arena_str(&fixture->arena, str_from(url));
    fixture->err = (struct err){0};
    return fetch(&request, &fixture->arena, &fixture->fetched, &fixture->err);
}

static const struct fetch_request local = {.allow_private = true, .seconds = 5};

static void assert_got(struct fixture *fixture, const char *path)
{
    if (!get(fixture, path, local))
        fail_msg("%s", fixture->err.msg);
}

static void assert_refused(struct fixture *fixture, const char *path, struct fetch_request request, const char *says)
{
    fixture->fetched.status = 77;
    if (get(fixture, path, request))
        fail_msg("'%s' was fetched", path);
    if (!strstr(fixture->err.msg, says))
        fail_msg("'%s' does not say '%s'", fixture->err.msg, says);
    assert_int_equal(fixture->fetched.status, 77); /* nothing of it */
}

static void assert_str(struct str got, const char *expected)
{
    if (!got.ptr || !str_eq(got, str_from(expected)))
        fail_msg("got '%.*s', expected '%s'", STR_ARG(got), expected);
}

static void test_fetch_keeps_bytes_address_and_headers(void **state)
{
    struct fixture *f = *state;
    assert_got(f, "/page");
    assert_int_equal(f->fetched.status, 200);
    assert_true(str_starts(f->fetched.bytes, STR("<html><head><title>Council votes")));
    assert_str(f->fetched.type, "text/html");
    assert_str(f->fetched.charset, "utf-8");
    assert_str(f->fetched.etag, "\"v1\"");
    assert_str(f->fetched.last_modified, "Wed, 12 Feb 2025 09:00:00 GMT");
    assert_true(str_starts(f->fetched.headers, STR("HTTP/1.1 200 OK\r\n")));
}

static void test_fetch_asks_only_whether_it_changed(void **state)
{
    struct fixture *f = *state;
    struct fetch_request again = local;
    again.etag = STR("\"v1\"");
    assert_true(get(f, "/page", again));
    assert_int_equal(f->fetched.status, 304);
    assert_int_equal(f->fetched.bytes.len, 0);
    again.etag = STR("\"v0\"");
    assert_true(get(f, "/page", again));
    assert_int_equal(f->fetched.status, 200);
    again.etag = STR("x\r\nEvil: yes"); /* left away */
    assert_true(get(f, "/page", again));
    assert_int_equal(f->fetched.status, 200);
}

static bool all_are_public(const unsigned char *address, size_t length)
{
    return address && length > 0;
}

static void test_fetch_follows_five_redirects_and_no_more(void **state)
{
    struct fixture *f = *state;
    struct fetch_request trusting = {.is_public = all_are_public, .seconds = 5};
    if (!get(f, "/hops/5", trusting))
        fail_msg("%s", f->err.msg);
    assert_true(str_ends(f->fetched.url, STR("/hops/0")));
    assert_refused(f, "/hops/6", trusting, "redirects more than 5 times");
    assert_refused(f, "/loop", trusting, "redirects more than 5 times");
}

static void test_fetch_redirects_lead_to_no_private_address(void **state)
{
    struct fixture *f = *state;
    char path[600], url[512];
    http_server_url(&f->server, "/page", url, sizeof(url));
    snprintf(path, sizeof(path), "/to?%s", url); /* where the first address was allowed to lead */
    assert_refused(f, path, local, "is at 127.0.0.1, which is no public address; a redirect may not lead there");
    assert_refused(f, "/to?http://169.254.169.254/latest/meta-data", local, "no public address");
}

static void test_fetch_redirects_stay_on_the_web(void **state)
{
    struct fixture *f = *state;
    static const char *const elsewhere[] = {"file:///etc/passwd",    "gopher://127.0.0.1/", "ftp://127.0.0.1/x",
                                            "dict://127.0.0.1:11/x", "ldap://127.0.0.1",    "smb://127.0.0.1/x",
                                            "data:text/html,5",      "javascript:alert(1)"};
    for (size_t i = 0; i < sizeof(elsewhere) / sizeof(elsewhere[0]); i++) {
        char path[200];
        snprintf(path, sizeof(path), "/to?%s", elsewhere[i]);
        assert_refused(f, path, local, "redirects to");
    }
}

/* By themselves, and after a redirect from an address that was allowed to be private. */
static void test_fetch_refuses_private_addresses_however_spelt(void **state)
{
    struct fixture *f = *state;
    static const char *const hosts[] = {
        "127.0.0.1",       "127.1",     "2130706433",  "0x7f000001",     "0177.0.0.1",
        "127.0.0.1.",      "localhost", "LOCALHOST.",  "[::1]",          "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]", "0",         "0.0.0.0",     "[::]",           "[64:ff9b::7f00:1]",
        "127.255.255.254", "10.0.0.1",  "192.168.1.1", "172.16.0.1",     "169.254.169.254",
        "100.64.0.1",      "[fe80::1]", "[fc00::1]",   "[2002:7f00:1::]"};
    for (size_t i = 0; i < sizeof(hosts) / sizeof(hosts[0]); i++) {
        char url[200], path[300];
        struct fetch_request request = {.seconds = 2};
        snprintf(url, sizeof(url), "http://%s:%d/page", hosts[i], f->server.port);
        request.url = str_from(url);
        f->err = (struct err){0};
        if (fetch(&request, &f->arena, &f->fetched, &f->err))
            fail_msg("%s was fetched", url);
        if (!strstr(f->err.msg, "no public address") && !strstr(f->err.msg, "no such host"))
            fail_msg("%s: %s", url, f->err.msg);
        snprintf(path, sizeof(path), "/to?%s", url);
        request.allow_private = true;
        if (get(f, path, request))
            fail_msg("%s was fetched after a redirect", url);
        if (!strstr(f->err.msg, "no public address") && !strstr(f->err.msg, "no such host"))
            fail_msg("%s after a redirect: %s", url, f->err.msg);
    }
}

static void test_fetch_knows_public_addresses(void **state)
{
    (void)state;
    static const struct {
        const char *address;
        bool public;
    } cases[] = {{"8.8.8.8", true},       {"1.1.1.1", true},      {"172.32.0.1", true},      {"172.31.255.255", false},
                 {"100.128.0.1", true},   {"100.127.0.1", false}, {"198.20.0.1", true},      {"198.19.0.1", false},
                 {"223.255.255.1", true}, {"224.0.0.1", false},   {"255.255.255.255", false}};
    static const struct {
        const char *address;
        bool public;
    } cases6[] = {{"2600::1", true},        {"2001:db8::1", false},     {"2001:4860::8888", true}, {"2001::1", false},
                  {"::ffff:8.8.8.8", true}, {"::ffff:10.0.0.1", false}, {"2002:808:808::1", true}, {"fec0::1", false},
                  {"ff02::1", false},       {"4000::1", false},         {"64:ff9b::a00:1", false}};
    unsigned char bytes[16];
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        assert_int_equal(inet_pton(AF_INET, cases[i].address, bytes), 1);
        if (fetch_is_public(bytes, 4) != cases[i].public)
            fail_msg("%s", cases[i].address);
    }
    for (size_t i = 0; i < sizeof(cases6) / sizeof(cases6[0]); i++) {
        assert_int_equal(inet_pton(AF_INET6, cases6[i].address, bytes), 1);
        if (fetch_is_public(bytes, 16) != cases6[i].public)
            fail_msg("%s", cases6[i].address);
    }
}

static void test_fetch_has_limits_on_bytes_and_headers(void **state)
{
    struct fixture *f = *state;
    struct fetch_request small = local;
    small.most_bytes = 1 << 20;
    assert_refused(f, "/endless", small,
                   "sends more than 1048576 bytes; nothing of it was kept; --limit fetch-bytes=N");
    assert_refused(f, "/bomb", small, "sends more than 1048576 bytes"); /* counted after decompression */
    assert_refused(f, "/headers", small, "bytes of headers");
    small.most_bytes = 10;
    assert_refused(f, "/page", small, "sends more than 10 bytes");
}

static void test_fetch_has_a_limit_on_time(void **state)
{
    struct fixture *f = *state;
    struct fetch_request hasty = local;
    time_t start = time(NULL);
    hasty.seconds = 1;
    assert_refused(f, "/slow", hasty,
                   "did not answer in full within 1 s; try again later, or set --limit fetch-seconds=N");
    hasty.seconds = 30;
    hasty.stall_seconds = 1;
    assert_refused(f, "/slow", hasty, "sends fewer than 100 bytes a second for 1 s");
    hasty.seconds = 1;
    hasty.stall_seconds = 0;
    assert_refused(f, "/silent", hasty, "did not answer in full within 1 s");
    assert_true(time(NULL) - start < 25);
}

static void test_fetch_takes_nothing_of_an_answer_that_is_not_whole(void **state)
{
    struct fixture *f = *state;
    assert_refused(f, "/truncated", local, "ended before all of it had come");
    assert_refused(f, "/status/404", local, "answers with status 404");
    assert_refused(f, "/status/503", local, "is busy (status 503)");
    assert_refused(f, "/status/304", local, "answers with status 304"); /* which nobody asked for */
}

static void test_fetch_decompresses(void **state)
{
    struct fixture *f = *state;
    assert_got(f, "/gzip");
    assert_str(f->fetched.bytes, "five percent");
}

static void test_fetch_refuses_what_is_no_address(void **state)
{
    struct fixture *f = *state;
    static const char *const others[] = {"file:///etc/passwd", "ftp://example.org/", "page.html", "http://", ""};
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        struct fetch_request request = {.url = str_from(others[i])};
        assert_false(fetch(&request, &f->arena, &f->fetched, &f->err));
        assert_int_equal(f->err.code, ERR_USAGE);
    }
    struct fetch_request named = {.url = STR("http://user:secret@127.0.0.1/")};
    assert_false(fetch(&named, &f->arena, &f->fetched, &f->err));
    assert_non_null(strstr(f->err.msg, "may not hold a user name"));
}

static void test_fetch_goes_through_no_proxy(void **state)
{
    struct fixture *f = *state;
    setenv("http_proxy", "http://127.0.0.1:1/", 1);
    setenv("ALL_PROXY", "http://127.0.0.1:1/", 1);
    assert_got(f, "/page");
    unsetenv("http_proxy");
    unsetenv("ALL_PROXY");
}

#define FETCH_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FETCH_TEST(test_fetch_keeps_bytes_address_and_headers),
        FETCH_TEST(test_fetch_asks_only_whether_it_changed),
        FETCH_TEST(test_fetch_follows_five_redirects_and_no_more),
        FETCH_TEST(test_fetch_redirects_lead_to_no_private_address),
        FETCH_TEST(test_fetch_redirects_stay_on_the_web),
        FETCH_TEST(test_fetch_refuses_private_addresses_however_spelt),
        cmocka_unit_test(test_fetch_knows_public_addresses),
        FETCH_TEST(test_fetch_has_limits_on_bytes_and_headers),
        FETCH_TEST(test_fetch_has_a_limit_on_time),
        FETCH_TEST(test_fetch_takes_nothing_of_an_answer_that_is_not_whole),
        FETCH_TEST(test_fetch_decompresses),
        FETCH_TEST(test_fetch_refuses_what_is_no_address),
        FETCH_TEST(test_fetch_goes_through_no_proxy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
