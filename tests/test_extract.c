/*
 * Extraction, against tests/cases/: one test a file of cases, then properties that hold for the claims of every case,
 * then extract_figure().
 *
 * A file of cases begins with comment lines ("# …"). A case is "## " and its reason, "published: 2024-05-14" where the
 * document's date matters, the text in one or more lines, and then either the line "nothing" or one expectation a line (see expect.h), up to an empty line or the end.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/clock.h"
#include "core/base/utf8.h"
#include "core/extract/extract.h"
#include "tests/expect.h"

struct extraction_case {
    struct str reason, published, text; /* in the file's bytes; `published` may be null */
    json_t *expected;                   /* array */
};

struct case_file {
    const char *path;
    struct buf bytes;
    struct extraction_case *cases;
    size_t count, cap;
};

/* Reads the expectations that stand at *rest, up to an empty line; false where there is neither one nor "nothing". */
static bool read_expectations(const char *path, struct str *rest, size_t *line_number, json_t *ret_expected)
{
    bool any = false;
    while (rest->len > 0) {
        struct str line = str_split(rest, '\n');
        ++*line_number;
        if (line.len == 0)
            break;
        if (!str_eq(line, STR("nothing")))
            json_array_append_new(ret_expected, expectation_read(line, path, *line_number));
        any = true;
    }
    return any;
}

static bool is_expectation(struct str rest)
{
    return str_starts(rest, STR("{")) || str_starts(rest, STR("nothing\n")) || str_eq(rest, STR("nothing"));
}

static struct extraction_case read_case(const char *path, struct str reason, struct str *rest, size_t *line_number)
{
    struct extraction_case read = {.reason = reason, .expected = json_array()};
    if (str_starts(*rest, STR("published: "))) {
        read.published = str_split(rest, '\n');
        read.published = str_slice(read.published, STR("published: ").len, read.published.len);
        ++*line_number;
        if (!date_valid(read.published))
            fail_msg("%s:%zu: not a date", path, *line_number);
    }
    read.text.ptr = rest->ptr;
    while (rest->len > 0 && !is_expectation(*rest)) {
        struct str line = str_split(rest, '\n');
        ++*line_number;
        if (str_starts(line, STR("## ")))
            fail_msg("%s:%zu: the case before says neither a claim nor 'nothing'", path, *line_number);
        read.text.len = (size_t)(line.ptr + line.len - read.text.ptr);
    }
    if (read.text.len == 0 || !read_expectations(path, rest, line_number, read.expected))
        fail_msg("%s:%zu: a case without text or without expectation", path, *line_number);
    return read;
}

static struct case_file case_file_read(const char *path)
{
    struct case_file file = {.path = path, .bytes = file_bytes(path)};
    struct str rest = buf_view(&file.bytes);
    size_t line_number = 0, bad;
    assert_true(utf8_valid(rest, &bad));
    while (rest.len > 0) {
        struct str line = str_split(&rest, '\n');
        line_number++;
        if (str_starts(line, STR("## "))) {
            file.cases = mem_grow(file.cases, &file.cap, file.count + 1, sizeof(file.cases[0]));
            file.cases[file.count] = read_case(path, str_slice(line, 3, line.len), &rest, &line_number);
            file.count++;
        } else if (line.len > 0 && (file.count > 0 || !str_starts(line, STR("#")))) {
            fail_msg("%s:%zu: outside of a case", path, line_number);
        }
    }
    if (file.count == 0)
        fail_msg("%s: no case in it", path);
    return file;
}

static void case_file_release(struct case_file *file)
{
    for (size_t i = 0; i < file->count; i++)
        json_decref(file->cases[i].expected);
    free(file->cases);
    buf_release(&file->bytes);
}

/* What extraction finds in one text, with the arena that holds it. */
struct extraction {
    struct arena arena;
    struct claim *claims;
    size_t count;
};

static void extraction_run_dated(struct extractor *extractor, struct str text, struct str published,
                                 struct extraction *ret)
{
    struct extract_context context = {.published = published};
    *ret = (struct extraction){0};
    extract_claims(extractor, text, &context, &ret->arena, &ret->claims, &ret->count);
}

static void extraction_run(struct extractor *extractor, struct str text, struct extraction *ret)
{
    extraction_run_dated(extractor, text, STR_NULL, ret);
}

static void extraction_release(struct extraction *extraction)
{
    arena_release(&extraction->arena);
}

static json_t *extraction_json(const struct extraction *extraction)
{
    return claims_json(extraction->claims, extraction->count);
}

/* ---- what each case says ---- */

static size_t case_faults(struct extractor *extractor, const struct extraction_case *one)
{
    struct extraction got;
    extraction_run_dated(extractor, one->text, one->published, &got);
    json_t *found = extraction_json(&got);
    size_t faults = expect_compare(one->expected, found);
    if (faults > 0)
        for (size_t i = 0; i < json_array_size(found); i++)
            record_show(stderr, "found:", json_array_get(found, i));
    json_decref(found);
    extraction_release(&got);
    return faults;
}

static void test_cases_of_file(void **state)
{
    struct case_file file = case_file_read(*state);
    struct extractor *extractor = extractor_new();
    size_t failed = 0;
    for (size_t i = 0; i < file.count; i++) {
        if (case_faults(extractor, &file.cases[i]) == 0)
            continue;
        failed++;
        fprintf(stderr, "%s: %.*s\n  text: %.*s\n\n", file.path, STR_ARG(file.cases[i].reason),
                STR_ARG(file.cases[i].text));
    }
    extractor_free(extractor);
    size_t count = file.count;
    case_file_release(&file);
    if (failed > 0)
        fail_msg("%zu of %zu cases of %s failed", failed, count, (const char *)*state);
}

/* ---- what holds for the claims of every text ---- */

/* A property of one text: false where it does not hold. */
typedef bool property_fn(struct extractor *extractor, struct str text);

static void assert_for_every_case(property_fn *holds)
{
    glob_t files = files_matching("tests/cases/*.cases");
    struct extractor *extractor = extractor_new();
    size_t failed = 0;
    for (size_t f = 0; f < files.gl_pathc; f++) {
        struct case_file file = case_file_read(files.gl_pathv[f]);
        for (size_t i = 0; i < file.count; i++) {
            if (holds(extractor, file.cases[i].text))
                continue;
            failed++;
            fprintf(stderr, "%s: %.*s\n  text: %.*s\n", file.path, STR_ARG(file.cases[i].reason),
                    STR_ARG(file.cases[i].text));
        }
        case_file_release(&file);
    }
    extractor_free(extractor);
    globfree(&files);
    if (failed > 0)
        fail_msg("does not hold for %zu cases", failed);
}

/* Counts characters from claim to claim, not each time from the text's start: some texts have ten thousands of claims. */
static bool spans_of(const struct extraction *got, struct str text)
{
    size_t at = 0;
    int64_t chars = 0;
    for (size_t i = 0; i < got->count; i++) {
        const struct claim *claim = &got->claims[i];
        size_t start = (size_t)claim->start, end = (size_t)claim->end;
        if (start < at || end <= start || end > text.len || !str_eq(str_slice(text, start, end), claim->literal))
            return false;
        int64_t start_char = chars + (int64_t)utf8_count(str_slice(text, at, start));
        chars = start_char + (int64_t)utf8_count(claim->literal);
        at = end;
        if (claim->start_char != start_char || claim->end_char != chars)
            return false;
    }
    return true;
}

static bool sentence_holds_literal(struct str text, const struct claim *claim)
{
    int64_t end = claim->sentence_start + (int64_t)claim->sentence.len;
    if (claim->sentence_start < 0 || claim->sentence_start > claim->start || end < claim->end ||
        end > (int64_t)text.len)
        return false;
    return str_eq(claim->sentence, str_slice(text, (size_t)claim->sentence_start, (size_t)end));
}

static bool surroundings_are_exact(struct str text, const struct claim *claim)
{
    size_t start = utf8_back(text, (size_t)claim->start, 32), end = utf8_forward(text, (size_t)claim->end, 32);
    return str_eq(claim->prefix, str_slice(text, start, (size_t)claim->start)) &&
           str_eq(claim->suffix, str_slice(text, (size_t)claim->end, end));
}

static bool every_claim(struct extractor *extractor, struct str text, bool (*holds)(struct str, const struct claim *))
{
    struct extraction got;
    bool all = true;
    extraction_run(extractor, text, &got);
    for (size_t i = 0; i < got.count; i++)
        all = all && holds(text, &got.claims[i]);
    extraction_release(&got);
    return all;
}

static bool spans_are_exact(struct extractor *extractor, struct str text)
{
    struct extraction got;
    extraction_run(extractor, text, &got);
    bool exact = spans_of(&got, text);
    extraction_release(&got);
    return exact;
}

static bool sentences_hold_literals(struct extractor *extractor, struct str text)
{
    return every_claim(extractor, text, sentence_holds_literal);
}

static bool all_surroundings_are_exact(struct extractor *extractor, struct str text)
{
    return every_claim(extractor, text, surroundings_are_exact);
}

/* Compares two extractions field by field; `but` is a field that may differ, or NULL. */
static bool same_claims(const struct extraction *a, const struct extraction *b, const char *but)
{
    json_t *one = extraction_json(a), *other = extraction_json(b);
    for (size_t i = 0; but && i < json_array_size(one); i++)
        json_object_del(json_array_get(one, i), but);
    for (size_t i = 0; but && i < json_array_size(other); i++)
        json_object_del(json_array_get(other, i), but);
    bool same = json_equal(one, other);
    json_decref(one);
    json_decref(other);
    return same;
}

/* With a second extractor as well as the same one again: nothing of a text is left in either. */
static bool extracting_again_is_identical(struct extractor *extractor, struct str text)
{
    struct extraction first, again, fresh;
    struct extractor *other = extractor_new();
    extraction_run(extractor, text, &first);
    extraction_run(extractor, text, &again);
    extraction_run(other, text, &fresh);
    bool same = same_claims(&first, &again, NULL) && same_claims(&first, &fresh, NULL);
    extraction_release(&first);
    extraction_release(&again);
    extraction_release(&fresh);
    extractor_free(other);
    return same;
}

static bool paragraph_after_changes_nothing(struct extractor *extractor, struct str text)
{
    struct extraction alone, followed;
    struct buf longer = {0};
    buf_str(&longer, text);
    buf_str(&longer, STR("\n\nNothing else."));
    extraction_run(extractor, text, &alone);
    extraction_run(extractor, buf_view(&longer), &followed);
    bool same = same_claims(&alone, &followed, "suffix");
    extraction_release(&alone);
    extraction_release(&followed);
    buf_release(&longer);
    return same;
}

static void test_claims_come_in_order_with_exact_spans(void **state)
{
    (void)state;
    assert_for_every_case(spans_are_exact);
}

static void test_sentence_holds_the_literal(void **state)
{
    (void)state;
    assert_for_every_case(sentences_hold_literals);
}

static void test_prefix_and_suffix_are_32_characters_of_the_text(void **state)
{
    (void)state;
    assert_for_every_case(all_surroundings_are_exact);
}

static void test_extracting_twice_finds_the_same(void **state)
{
    (void)state;
    assert_for_every_case(extracting_again_is_identical);
}

static void test_a_paragraph_after_the_text_changes_no_claim(void **state)
{
    (void)state;
    assert_for_every_case(paragraph_after_changes_nothing);
}

/* Claims handed out sentence by sentence, each gone before the next, beside all of them at once. */
struct one_by_one {
    const struct claim *expected;
    size_t count, seen;
    bool same;
};

static bool see_claims(void *ctx, const struct claim *claims, size_t count)
{
    struct one_by_one *walk = ctx;
    for (size_t i = 0; i < count; i++, walk->seen++) {
        if (walk->seen == walk->count)
            return walk->same = false;
        struct digest found = claim_digest(&claims[i]), expected = claim_digest(&walk->expected[walk->seen]);
        walk->same = walk->same && memcmp(found.bytes, expected.bytes, DIGEST_SIZE) == 0;
    }
    return true;
}

static void test_claims_handed_out_as_they_are_found_are_the_same(void **state)
{
    (void)state;
    glob_t files = files_matching("tests/cases/*.cases");
    struct extractor *extractor = extractor_new();
    struct extracting extracting = {.extractor = extractor}; /* for all of them */
    for (size_t f = 0; f < files.gl_pathc; f++) {
        struct case_file file = case_file_read(files.gl_pathv[f]);
        struct extraction all; /* of the file as one long text */
        extraction_run(extractor, buf_view(&file.bytes), &all);
        struct one_by_one walk = {.expected = all.claims, .count = all.count, .same = true};
        extract_each(&extracting, buf_view(&file.bytes), NULL, see_claims, &walk);
        assert_true(walk.same);
        assert_int_equal(walk.seen, all.count);
        assert_true(all.count > 0);
        extraction_release(&all);
        case_file_release(&file);
    }
    extracting_release(&extracting);
    extractor_free(extractor);
    globfree(&files);
}

static bool see_one_sentence(void *ctx, const struct claim *claims, size_t count)
{
    (void)claims;
    *(size_t *)ctx += count;
    return false;
}

static void test_reading_ends_where_the_caller_has_enough(void **state)
{
    (void)state;
    struct extractor *extractor = extractor_new();
    size_t seen = 0;
    struct extracting extracting = {.extractor = extractor};
    extract_each(&extracting, STR("It cost $5 million. It fell by 3 percent. It took 4 years."), NULL, see_one_sentence,
                 &seen);
    assert_int_equal(seen, 1);
    extracting_release(&extracting);
    extractor_free(extractor);
}

static void test_empty_text_has_no_claims(void **state)
{
    (void)state;
    static const char *const empty[] = {"", " ", "\n\n\n", "."};
    struct extractor *extractor = extractor_new();
    for (size_t i = 0; i < sizeof(empty) / sizeof(empty[0]); i++) {
        struct extraction got;
        extraction_run(extractor, str_from(empty[i]), &got);
        assert_int_equal(got.count, 0);
        extraction_release(&got);
    }
    extractor_free(extractor);
}

/* Text made to make a careless program slow or deep: 100 KB of one pattern each. A pass for each claim would never end. */
static void test_endless_patterns_are_read_to_their_end(void **state)
{
    (void)state;
    static const char *const pattern[] = {
        "1",   "1,",           "1.",       "$",      "“",  "(",        "-",     "between ", "5-",
        "of ", "one hundred ", "million ", "about ", "\n", "he said ", "5 to ", "$5 ",      "5% of "};
    struct extractor *extractor = extractor_new();
    size_t failed = 0;
    for (size_t i = 0; i < sizeof(pattern) / sizeof(pattern[0]); i++) {
        struct buf text = {0};
        struct extraction got;
        while (text.len < 100000)
            buf_str(&text, str_from(pattern[i]));
        extraction_run(extractor, buf_view(&text), &got);
        if (!spans_of(&got, buf_view(&text))) {
            failed++;
            fprintf(stderr, "'%s' again and again: %zu claims, spans wrong\n", pattern[i], got.count);
        }
        extraction_release(&got);
        buf_release(&text);
    }
    extractor_free(extractor);
    assert_int_equal(failed, 0);
}

/* ---- a figure typed by a person ---- */

static void assert_figure(const char *typed, const char *kind, const char *value, const char *unit)
{
    struct extractor *extractor = extractor_new();
    struct arena arena = {0};
    struct claim claim = {0};
    bool read = extract_figure(extractor, str_from(typed), &arena, &claim);
    extractor_free(extractor);
    assert_true(read);
    assert_string_equal(claim_kinds.name[claim.kind], kind);
    assert_true(str_eq(claim.value, str_from(value)));
    assert_true(str_eq(claim.unit, str_from(unit)));
    arena_release(&arena);
}

static void assert_no_figure(const char *typed)
{
    struct extractor *extractor = extractor_new();
    struct arena arena = {0};
    struct claim claim = {0};
    bool read = extract_figure(extractor, str_from(typed), &arena, &claim);
    extractor_free(extractor);
    arena_release(&arena);
    if (read)
        fail_msg("read a figure in '%s'", typed);
}

static void test_figure_typed_is_read_with_its_unit(void **state)
{
    (void)state;
    assert_figure("182.8 billion USD", "money", "182800000000", "USD");
    assert_figure("$3.5m", "money", "3500000", "USD");
    assert_figure("5%", "percent", "5", "percent");
    assert_figure("-0.4 percent", "percent", "-0.4", "percent");
    assert_figure("1,204 km", "measure", "1204", "kilometre");
    assert_figure("48,210", "count", "48210", NULL);
    assert_figure("five million people", "count", "5000000", "person");
    assert_figure("12 big \x1b[ headquarters", "count", "12", "big \x1b[ headquarters"); /* "ESC [ h" is no letter */
}

static void test_a_multiple_in_capitals_is_read_beside_may(void **state)
{
    (void)state;
    struct extractor *extractor = extractor_new();
    struct extraction got;
    extraction_run(extractor, STR("A SEVENFOLD rise may come."), &got);
    assert_int_equal(got.count, 1);
    extraction_release(&got);
    extractor_free(extractor);
}

/* One sentence without an end comes in pieces, and none of them looks through all of it for an address. */
static void test_a_mailbox_is_known_in_a_sentence_without_end(void **state)
{
    (void)state;
    struct extractor *extractor = extractor_new();
    struct buf text = {0};
    struct extraction got;
    while (text.len < 100000)
        buf_str(&text, STR("and so on "));
    buf_str(&text, STR("7.ships@lund.example and 40 ships"));
    extraction_run(extractor, buf_view(&text), &got);
    assert_int_equal(got.count, 1);
    extraction_release(&got);
    buf_release(&text);
    extractor_free(extractor);
}

static void test_figure_typed_is_refused_when_there_is_none_or_several(void **state)
{
    (void)state;
    assert_no_figure("");
    assert_no_figure("unknown");
    assert_no_figure("Article 5");
    assert_no_figure("12 boats and 3 piers");
    assert_no_figure("$4 million, 5 percent");
}

int main(void)
{
    static const struct CMUnitTest fixed[] = {
        cmocka_unit_test(test_claims_come_in_order_with_exact_spans),
        cmocka_unit_test(test_sentence_holds_the_literal),
        cmocka_unit_test(test_prefix_and_suffix_are_32_characters_of_the_text),
        cmocka_unit_test(test_extracting_twice_finds_the_same),
        cmocka_unit_test(test_a_paragraph_after_the_text_changes_no_claim),
        cmocka_unit_test(test_claims_handed_out_as_they_are_found_are_the_same),
        cmocka_unit_test(test_reading_ends_where_the_caller_has_enough),
        cmocka_unit_test(test_empty_text_has_no_claims),
        cmocka_unit_test(test_endless_patterns_are_read_to_their_end),
        cmocka_unit_test(test_a_multiple_in_capitals_is_read_beside_may),
        cmocka_unit_test(test_a_mailbox_is_known_in_a_sentence_without_end),
        cmocka_unit_test(test_figure_typed_is_read_with_its_unit),
        cmocka_unit_test(test_figure_typed_is_refused_when_there_is_none_or_several),
    };
    const size_t fixed_count = sizeof(fixed) / sizeof(fixed[0]);
    glob_t files = files_matching("tests/cases/*.cases");
    struct CMUnitTest *tests = mem_alloc((files.gl_pathc + fixed_count) * sizeof(tests[0]));
    for (size_t i = 0; i < files.gl_pathc; i++)
        tests[i] = (struct CMUnitTest){
            .name = files.gl_pathv[i], .test_func = test_cases_of_file, .initial_state = files.gl_pathv[i]};
    memcpy(tests + files.gl_pathc, fixed, sizeof(fixed));
    int failed = _cmocka_run_group_tests("extract", tests, files.gl_pathc + fixed_count, NULL, NULL);
    free(tests);
    globfree(&files);
    return failed;
}
