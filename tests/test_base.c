/* The base: slices, memory, buffers, UTF-8, errors, SHA-256, the clock and ids. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "core/base/buf.h"
#include "core/base/clock.h"
#include "core/base/err.h"
#include "core/base/hash.h"
#include "core/base/mem.h"
#include "core/base/str.h"
#include "core/base/utf8.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static void assert_str(struct str got, const char *expected)
{
    assert_int_equal(got.len, strlen(expected));
    assert_memory_equal(got.ptr, expected, got.len);
}

/* ---- slices ---- */

static void test_str_null_is_not_the_empty_text(void **state)
{
    (void)state;
    assert_true(str_eq(STR_NULL, STR_NULL));
    assert_true(str_eq(STR(""), STR("")));
    assert_false(str_eq(STR_NULL, STR("")));
    assert_false(str_eq(STR(""), STR_NULL));
    assert_true(str_eq_nocase(STR_NULL, STR_NULL));
    assert_false(str_eq_nocase(STR_NULL, STR("")));
    assert_null(str_from(NULL).ptr);
    assert_non_null(str_from("").ptr);
}

static void test_str_functions_take_null_slices(void **state)
{
    (void)state;
    struct str none = STR_NULL;
    assert_true(str_starts(none, STR_NULL));
    assert_true(str_ends(none, STR("")));
    assert_false(str_starts(none, STR("a")));
    assert_int_equal(str_cmp(none, STR("")), 0);
    assert_int_equal(str_find(none, STR("a"), 0), 0);
    assert_null(str_slice(none, 0, 0).ptr);
    assert_null(str_split(&none, ',').ptr);
    assert_int_equal(str_trim(none).len, 0);
}

static void test_str_nul_is_an_ordinary_byte(void **state)
{
    (void)state;
    struct str a = {"a\0b", 3}, b = {"a\0c", 3};
    assert_false(str_eq(a, b));
    assert_true(str_cmp(a, b) < 0);
    assert_int_equal(str_find(a, (struct str){"\0b", 2}, 0), 1);
}

static void test_str_compares_by_bytes_the_shorter_first(void **state)
{
    (void)state;
    assert_true(str_cmp(STR("ab"), STR("abc")) < 0);
    assert_true(str_cmp(STR("b"), STR("abc")) > 0);
    assert_true(str_cmp(STR("\x80"), STR("a")) > 0);
    assert_int_equal(str_cmp(STR("abc"), STR("abc")), 0);
}

static void test_str_nocase_knows_ascii_letters_only(void **state)
{
    (void)state;
    assert_true(str_eq_nocase(STR("GDP"), STR("gdp")));
    assert_false(str_eq_nocase(STR("É"), STR("é")));
    assert_false(str_eq_nocase(STR("[ab"), STR("{ab"))); /* 0x20 apart, but no letters */
    assert_false(str_eq_nocase(STR("ab"), STR("abc")));
}

static void test_str_find_starts_at_from_and_says_the_length_for_none(void **state)
{
    (void)state;
    struct str s = STR("one two one");
    assert_int_equal(str_find(s, STR("one"), 0), 0);
    assert_int_equal(str_find(s, STR("one"), 1), 8);
    assert_int_equal(str_find(s, STR("one"), 9), s.len);
    assert_int_equal(str_find(s, STR("three"), 0), s.len);
    assert_int_equal(str_find(s, STR(""), 4), 4);
    assert_int_equal(str_find(s, STR("o"), 100), s.len);
}

static void test_str_split_hands_out_every_part_once(void **state)
{
    (void)state;
    struct str s = STR("a,,bc");
    assert_str(str_split(&s, ','), "a");
    assert_str(str_split(&s, ','), "");
    assert_str(str_split(&s, ','), "bc");
    assert_int_equal(s.len, 0);
}

static void test_str_trim_and_ends(void **state)
{
    (void)state;
    assert_str(str_trim(STR(" \t\r\n\v\f a b \n")), "a b");
    assert_str(str_trim(STR("  ")), "");
    assert_true(str_starts(STR("percent"), STR("per")));
    assert_false(str_starts(STR("pe"), STR("per")));
    assert_true(str_ends(STR("a.md"), STR(".md")));
    assert_false(str_ends(STR("md"), STR(".md")));
}

/* ---- memory and buffers ---- */

static void test_arena_memory_is_zeroed_and_aligned(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (size_t size = 0; size < 300; size++) {
        unsigned char *p = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xFF, size);
    }
    arena_reset(&arena);
    unsigned char *again = arena_alloc(&arena, 1000); /* the block that was kept is dirty */
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(again[i], 0);
    arena_release(&arena);
}

static void test_arena_holds_pieces_larger_than_a_block(void **state)
{
    (void)state;
    struct arena arena = {0};
    char *small = arena_alloc(&arena, 8), *large = arena_alloc(&arena, 1 << 20);
    memset(large, 'x', 1 << 20);
    memcpy(small, "small", 5);
    char *after = arena_alloc(&arena, 100000);
    after[99999] = 'y';
    assert_int_equal(large[(1 << 20) - 1], 'x');
    assert_string_equal(small, "small");
    arena_reset(&arena);
    arena_release(&arena);
    arena_release(&arena); /* an empty one is fine */
}

static void test_arena_copies_keep_null_and_nul(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_null(arena_str(&arena, STR_NULL).ptr);
    assert_null(arena_cstr(&arena, STR_NULL));
    struct str copy = arena_str(&arena, (struct str){"a\0b", 3});
    assert_int_equal(copy.len, 3);
    assert_memory_equal(copy.ptr, "a\0b\0", 4);
    assert_non_null(arena_str(&arena, STR("")).ptr);
    assert_str(arena_printf(&arena, "%d-%s", 42, "x"), "42-x");
    arena_release(&arena);
}

static void test_mem_grow_at_least_doubles_and_keeps_what_is_there(void **state)
{
    (void)state;
    size_t cap = 0;
    int *numbers = NULL;
    for (int i = 0; i < 1000; i++) {
        size_t before = cap;
        numbers = mem_grow(numbers, &cap, (size_t)i + 1, sizeof(*numbers));
        assert_true(cap >= (size_t)i + 1 && (cap == before || cap >= 2 * before));
        numbers[i] = i;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(numbers[i], i);
    free(numbers);
}

static void test_buf_is_a_c_string_at_every_length(void **state)
{
    (void)state;
    struct buf buf = {0};
    assert_str(buf_view(&buf), "");
    for (size_t i = 0; i < 100; i++) {
        buf_char(&buf, 'x');
        assert_int_equal(strlen(buf.ptr), i + 1);
    }
    buf_clear(&buf);
    assert_string_equal(buf.ptr, "");
    buf_str(&buf, STR_NULL);
    buf_printf(&buf, "%s %d", "n", 7);
    buf_add(&buf, "\0z", 2);
    assert_int_equal(buf.len, 5);
    assert_memory_equal(buf.ptr, "n 7\0z", 6);
    buf_release(&buf);
    assert_null(buf.ptr);
    assert_int_equal(buf.len, 0);
}

/* ---- UTF-8 ---- */

static void test_utf8_decodes_every_code_point(void **state)
{
    (void)state;
    for (uint32_t point = 1; point <= 0x10FFFF; point += point < 0x11000 ? 1 : 97) {
        char bytes[4];
        size_t len = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        for (size_t i = len; i-- > 1;)
            bytes[i] = (char)(0x80 | ((point >> (6 * (len - 1 - i))) & 0x3F));
        bytes[0] = (char)(len == 1 ? point : ((0xF00U >> len) & 0xFF) | (point >> (6 * (len - 1))));
        uint32_t got;
        size_t bad, got_len = utf8_decode((struct str){bytes, len}, 0, &got);
        bool surrogate = point >= 0xD800 && point <= 0xDFFF;
        assert_int_equal(utf8_valid((struct str){bytes, len}, &bad), !surrogate);
        assert_int_equal(got, surrogate ? 0xFFFD : point);
        assert_int_equal(got_len, surrogate ? 1 : len);
    }
}

static void test_utf8_refuses_each_class_of_bad_bytes(void **state)
{
    (void)state;
    static const struct {
        const char *why, *bytes;
        size_t len, bad;
    } cases[] = {
        {"a continuation byte alone", "ab\x80", 3, 2},
        {"a lead byte at the end", "ab\xC3", 3, 2},
        {"two bytes of three", "\xE2\x82", 2, 0},
        {"three bytes of four", "\xF0\x9F\x98", 3, 0},
        {"a lead byte before a letter", "\xC3(", 2, 0},
        {"a broken third byte", "\xE2\x82(", 3, 0},
        {"a broken fourth byte", "\xF0\x9F\x98(", 4, 0},
        {"overlong slash, 2 bytes", "\xC0\xAF", 2, 0},
        {"overlong C1", "\xC1\xBF", 2, 0},
        {"overlong slash, 3 bytes", "\xE0\x80\xAF", 3, 0},
        {"the last overlong of 3 bytes", "\xE0\x9F\xBF", 3, 0},
        {"overlong slash, 4 bytes", "\xF0\x80\x80\xAF", 4, 0},
        {"the last overlong of 4 bytes", "\xF0\x8F\xBF\xBF", 4, 0},
        {"the first surrogate", "\xED\xA0\x80", 3, 0},
        {"the last surrogate", "\xED\xBF\xBF", 3, 0},
        {"above U+10FFFF", "\xF4\x90\x80\x80", 4, 0},
        {"F5", "\xF5\x80\x80\x80", 4, 0},
        {"five bytes", "\xF8\x88\x80\x80\x80", 5, 0},
        {"FE", "a\xFE", 2, 1},
        {"FF", "ok\n\xFF", 4, 3},
        {"Latin-1", "caf\xE9 au lait", 12, 3},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t bad = 999;
        if (utf8_valid((struct str){cases[i].bytes, cases[i].len}, &bad) || bad != cases[i].bad)
            fail_msg("%s: bad byte at %zu, expected %zu", cases[i].why, bad, cases[i].bad);
    }
}

static void test_utf8_counts_and_steps_by_code_points(void **state)
{
    (void)state;
    struct str s = STR("a€😀é");
    assert_int_equal(s.len, 10);
    assert_int_equal(utf8_count(s), 4);
    assert_int_equal(utf8_forward(s, 0, 1), 1);
    assert_int_equal(utf8_forward(s, 0, 2), 4);
    assert_int_equal(utf8_forward(s, 0, 3), 8);
    assert_int_equal(utf8_forward(s, 0, 99), s.len);
    assert_int_equal(utf8_back(s, s.len, 1), 8);
    assert_int_equal(utf8_back(s, s.len, 2), 4);
    assert_int_equal(utf8_back(s, 4, 1), 1);
    assert_int_equal(utf8_back(s, s.len, 99), 0);
    assert_int_equal(utf8_back(s, 4, 0), 4);
}

/* Where the code point begins that stands `count` of them away from `at`, a byte at a time. */
static size_t step_by_bytes(struct str s, size_t at, size_t count, bool forward)
{
    while (count > 0 && at != (forward ? s.len : 0)) {
        do
            at += forward ? 1 : (size_t)-1;
        while (at > 0 && at < s.len && ((unsigned char)s.ptr[at] & 0xC0) == 0x80);
        count--;
    }
    return at;
}

/* Text of all lengths, most of it ASCII here and none of it there, so that it is looked at in steps and in what they leave. */
static void test_utf8_counts_and_steps_in_long_text_as_it_does_byte_by_byte(void **state)
{
    (void)state;
    static const char *const scraps[] = {"sixteen bytes it is", "a", "\xE2\x82\xAC", "\xF0\x9F\x98\x80\xF0\x9F\x98\x80",
                                         "\xC3\xA9"};
    struct buf text = {0};
    for (size_t i = 0, characters = 0; i < 4000; i++) {
        const char *scrap = scraps[i < 1500 ? i * i % 7 % COUNT(scraps) : i < 3000 ? 3 : i % COUNT(scraps)];
        buf_str(&text, str_from(scrap));
        characters += step_by_bytes(str_from(scrap), 0, 1, true) == strlen(scrap) ? 1 : scrap[0] == 's' ? 19 : 2;
        struct str s = buf_view(&text);
        size_t bad, here = s.len - strlen(scrap), count = i % 70;
        assert_int_equal(utf8_count(s), characters);
        assert_true(utf8_valid(s, &bad));
        assert_int_equal(utf8_back(s, here, count), step_by_bytes(s, here, count, false));
        size_t before = utf8_back(s, here, 40);
        assert_int_equal(utf8_forward(s, before, count), step_by_bytes(s, before, count, true));
    }
    buf_char(&text, '\x80');
    size_t bad;
    assert_false(utf8_valid(buf_view(&text), &bad));
    assert_int_equal(bad, text.len - 1);
    buf_release(&text);
}

/* ---- errors ---- */

static void test_err_is_set_wrapped_and_never_overrun(void **state)
{
    (void)state;
    struct err err = {0};
    assert_false(err_set(&err, ERR_INPUT, "'%s' is empty", "a.txt"));
    assert_int_equal(err.code, ERR_INPUT);
    assert_false(err_wrap(&err, "line %d", 3));
    assert_string_equal(err.msg, "line 3: 'a.txt' is empty");
    assert_int_equal(err.code, ERR_INPUT);
    char longer[5000];
    memset(longer, 'x', sizeof(longer) - 1);
    longer[sizeof(longer) - 1] = '\0';
    err_set(&err, ERR_STORE, "%s", longer);
    err_wrap(&err, "%s", longer);
    err_wrap(&err, "claim %d", 2);
    assert_int_equal(strlen(err.msg), sizeof(err.msg) - 1);
    assert_memory_equal(err.msg, "claim 2: xxx", 12);
}

/* A message says what to do at its end, so what it quotes goes first; and a cut never divides a character. */
static void test_err_that_is_too_long_loses_its_middle(void **state)
{
    (void)state;
    struct err err = {0};
    char longer[3001];
    size_t bad;
    for (size_t i = 0; i < 1000; i++)
        memcpy(longer + 3 * i, "\xE2\x82\xAC", 3);
    longer[3000] = '\0';
    err_set(&err, ERR_INPUT, "can't read '%s': check the name", longer);
    err_wrap(&err, "claim %d", 2);
    assert_memory_equal(err.msg, "claim 2: can't read '\xE2\x82\xAC", 23);
    assert_non_null(strstr(err.msg, "\xE2\x82\xAC': check the name"));
    assert_non_null(strstr(err.msg, " … "));
    assert_true(utf8_valid(str_from(err.msg), &bad));
}

/* ---- SHA-256 ---- */

static void assert_sha256(struct str bytes, const char *hex)
{
    struct arena arena = {0};
    struct digest digest = digest_of(bytes), parsed;
    assert_str(digest_hex(&arena, &digest), hex);
    assert_true(digest_parse(str_from(hex), &parsed));
    assert_true(digest_eq(&digest, &parsed));
    arena_release(&arena);
}

/* The examples that NIST publishes for FIPS 180-4, and its million of "a". */
static void test_hash_is_sha256_of_fips_180_4(void **state)
{
    (void)state;
    assert_sha256(STR(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_sha256(STR("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_sha256(STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
                  "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    char *million = malloc(1000000);
    memset(million, 'a', 1000000);
    assert_sha256((struct str){million, 1000000}, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(million);
}

static struct digest of_fields(struct str a, struct str b)
{
    struct hasher hasher;
    hash_init(&hasher);
    hash_field(&hasher, a);
    hash_field(&hasher, b);
    return hash_end(&hasher);
}

static void test_hash_fields_cannot_run_into_each_other(void **state)
{
    (void)state;
    const struct digest digests[] = {
        of_fields(STR("ab"), STR("c")),   of_fields(STR("a"), STR("bc")),  of_fields(STR("abc"), STR("")),
        of_fields(STR("abc"), STR_NULL),  of_fields(STR_NULL, STR("abc")), of_fields(STR(""), STR("abc")),
        of_fields(STR("2:ab"), STR("c")), of_fields(STR_NULL, STR_NULL),   of_fields(STR(""), STR("")),
        of_fields(STR("-:"), STR("")),
    };
    for (size_t i = 0; i < COUNT(digests); i++)
        for (size_t j = 0; j < i; j++)
            assert_false(digest_eq(&digests[i], &digests[j]));
}

static void test_digest_parse_takes_64_hex_digits_and_nothing_else(void **state)
{
    (void)state;
    char hex[] = "00112233445566778899aAbBcCdDeEfF00112233445566778899aabbccddeeff";
    struct digest digest;
    assert_true(digest_parse(str_from(hex), &digest));
    assert_int_equal(digest.bytes[15], 0xFF);
    assert_false(digest_parse((struct str){hex, 63}, &digest));
    hex[10] = 'g';
    assert_false(digest_parse(str_from(hex), &digest));
    assert_false(digest_parse(STR_NULL, &digest));
}

/* ---- the clock ---- */

static void test_clock_knows_leap_years(void **state)
{
    (void)state;
    assert_int_equal(days_in_month(2024, 2), 29);
    assert_int_equal(days_in_month(2025, 2), 28);
    assert_int_equal(days_in_month(1900, 2), 28);
    assert_int_equal(days_in_month(2000, 2), 29);
    assert_int_equal(days_in_month(2025, 4), 30);
    assert_int_equal(days_in_month(2025, 12), 31);
}

static void test_clock_takes_dates_to_the_year_month_or_day(void **state)
{
    (void)state;
    static const char *const good[] = {"2025", "2025-01", "2025-12-31", "2024-02-29", "0001-01-01", "9999-12-31"};
    static const char *const bad[] = {"",           "25",          "2025-",      "2025-1",    "2025-13",    "2025-00",
                                      "2025-02-29", "2025-04-31",  "2025-01-00", "2025-01-1", "2025/01/01", "0000",
                                      "20250101",   "2025-01-01T", "2025-01-0x", " 2025",     "2025-1-01",  "-025",
                                      "+025",       "2025-01-01 ", "2025-+1-01"};
    for (size_t i = 0; i < COUNT(good); i++)
        if (!date_valid(str_from(good[i])))
            fail_msg("'%s' is a date", good[i]);
    for (size_t i = 0; i < COUNT(bad); i++)
        if (date_valid(str_from(bad[i])))
            fail_msg("'%s' is no date", bad[i]);
    assert_false(date_valid(STR_NULL));
}

static void test_clock_takes_timestamps_in_one_form_only(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "2025-02-12",           "2025-02-12T14:03:09",  "2025-02-12t14:03:09Z", "2025-02-12T24:00:00Z",
        "2025-02-12T14:60:09Z", "2025-02-12T14:03:61Z", "2025-02-30T14:03:09Z", "2025-02-12T14-03:09Z",
        "2025-02-12T14:03:0aZ", "2025-02-12T14:03:09z", "2025-02-12 14:03:09Z", "2025-02-12T14:03:09Z ",
    };
    assert_true(timestamp_valid(STR("2025-02-12T14:03:09Z")));
    assert_true(timestamp_valid(STR("2016-12-31T23:59:60Z"))); /* a leap second */
    for (size_t i = 0; i < COUNT(bad); i++)
        if (timestamp_valid(str_from(bad[i])))
            fail_msg("'%s' is no timestamp", bad[i]);
}

static void test_clock_stands_still_at_assay_now(void **state)
{
    (void)state;
    struct arena arena = {0};
    setenv("ASSAY_NOW", "2025-02-12T14:03:09Z", 1);
    assert_str(clock_now(&arena), "2025-02-12T14:03:09Z");
    setenv("ASSAY_NOW", "yesterday", 1);
    struct str now = clock_now(&arena);
    assert_true(timestamp_valid(now));
    assert_false(str_eq(now, STR("2025-02-12T14:03:09Z")));
    unsetenv("ASSAY_NOW");
    assert_true(timestamp_valid(clock_now(&arena)));
    arena_release(&arena);
}

static void test_unique_ids_are_version_7_and_differ(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct str last = STR("");
    for (int i = 0; i < 200; i++) {
        struct str id = unique_id(&arena);
        assert_int_equal(id.len, 36);
        for (size_t at = 0; at < id.len; at++) {
            bool dash = at == 8 || at == 13 || at == 18 || at == 23;
            assert_true(dash ? id.ptr[at] == '-' : is_digit(id.ptr[at]) || (id.ptr[at] >= 'a' && id.ptr[at] <= 'f'));
        }
        assert_int_equal(id.ptr[14], '7');
        assert_non_null(memchr("89ab", id.ptr[19], 4));
        assert_false(str_eq(id, last));
        assert_true(str_cmp(str_slice(id, 0, 13), str_slice(last, 0, last.len > 13 ? 13 : 0)) >= 0);
        last = id;
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_str_null_is_not_the_empty_text),
        cmocka_unit_test(test_str_functions_take_null_slices),
        cmocka_unit_test(test_str_nul_is_an_ordinary_byte),
        cmocka_unit_test(test_str_compares_by_bytes_the_shorter_first),
        cmocka_unit_test(test_str_nocase_knows_ascii_letters_only),
        cmocka_unit_test(test_str_find_starts_at_from_and_says_the_length_for_none),
        cmocka_unit_test(test_str_split_hands_out_every_part_once),
        cmocka_unit_test(test_str_trim_and_ends),
        cmocka_unit_test(test_arena_memory_is_zeroed_and_aligned),
        cmocka_unit_test(test_arena_holds_pieces_larger_than_a_block),
        cmocka_unit_test(test_arena_copies_keep_null_and_nul),
        cmocka_unit_test(test_mem_grow_at_least_doubles_and_keeps_what_is_there),
        cmocka_unit_test(test_buf_is_a_c_string_at_every_length),
        cmocka_unit_test(test_utf8_decodes_every_code_point),
        cmocka_unit_test(test_utf8_refuses_each_class_of_bad_bytes),
        cmocka_unit_test(test_utf8_counts_and_steps_by_code_points),
        cmocka_unit_test(test_utf8_counts_and_steps_in_long_text_as_it_does_byte_by_byte),
        cmocka_unit_test(test_err_is_set_wrapped_and_never_overrun),
        cmocka_unit_test(test_err_that_is_too_long_loses_its_middle),
        cmocka_unit_test(test_hash_is_sha256_of_fips_180_4),
        cmocka_unit_test(test_hash_fields_cannot_run_into_each_other),
        cmocka_unit_test(test_digest_parse_takes_64_hex_digits_and_nothing_else),
        cmocka_unit_test(test_clock_knows_leap_years),
        cmocka_unit_test(test_clock_takes_dates_to_the_year_month_or_day),
        cmocka_unit_test(test_clock_takes_timestamps_in_one_form_only),
        cmocka_unit_test(test_clock_stands_still_at_assay_now),
        cmocka_unit_test(test_unique_ids_are_version_7_and_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
