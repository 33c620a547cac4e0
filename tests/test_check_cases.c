/*
 * Checks worked by hand, from plain sentences to how they come out: the files of cases in tests/check say how to read them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "core/check/check.h"
#include "core/check/sums.h"
#include "core/extract/extract.h"

#include "tests/check_world.h"

#define COMPARISONS "tests/check/comparisons.cases"
#define SERIES "tests/check/series.cases"
#define DOCUMENTS "tests/check/documents.cases"
#define WORLD "tests/check/world.tables"
#define TODAY "2025-06-01"

enum { SIGNIFICANT = 3, CASES_LEAST = 300 };

struct bench {
    struct extractor *extractor;
    struct checker *checker;
    const char *path;
    int line, cases, failures;
};

static void fault(struct bench *bench, struct str expected, struct str found)
{
    fprintf(stderr, "%s:%d: expected '%.*s', found '%.*s'\n", bench->path, bench->line, STR_ARG(expected),
            STR_ARG(found));
    bench->failures++;
}

static bool next_figure(const struct claim *claims, size_t count, size_t *at)
{
    while (*at < count && kind_is_background(claims[*at].kind))
        ++*at;
    return *at < count;
}

/* ---- against one figure ---- */

static struct str shown(struct arena *arena, struct rational number)
{
    return rational_print(arena, number, SIGNIFICANT, NULL);
}

/* "outside 0.051 1.23% 0.51", "rounds to it", "unit". */
static struct str outcome_text(struct arena *arena, const struct check *check)
{
    const struct finding *finding = check->findings;
    if (check->count == 0)
        return STR("unit");
    if (finding->outcome != OUTCOME_OUTSIDE)
        return str_from(outcomes.name[finding->outcome]);
    const struct comparison *by = &finding->comparison;
    return arena_printf(arena, "outside %.*s %.*s%% %.*s", STR_ARG(shown(arena, by->off)),
                        STR_ARG(shown(arena, by->percent)), STR_ARG(shown(arena, by->units)));
}

/* claim | figure | outcome */
static struct str run_comparison(struct bench *bench, struct str line, struct arena *arena)
{
    static const struct extract_context context = {0};
    struct str text = str_trim(str_split(&line, '|')), source = str_trim(str_split(&line, '|'));
    struct claim *claims = NULL, figure = {0};
    size_t count = 0, at = 0;
    struct err err = {0};
    extract_claims(bench->extractor, text, &context, arena, &claims, &count);
    if (!next_figure(claims, count, &at) || !extract_figure(bench->extractor, source, arena, &figure))
        return STR("no figure");
    const struct citation citation = {.figure = source};
    const struct source book = {.number = 1, .title = STR("a book")};
    const struct cited_figure cited = {&citation, &book, &figure};
    const struct check_input input = {.claim = &claims[at], .cited = &cited, .cited_count = 1};
    struct check check;
    assert_true(check_claim(bench->checker, &input, arena, &check, &err));
    return outcome_text(arena, &check);
}

/* ---- against series ---- */

static struct str check_text(struct arena *arena, const struct check *check)
{
    const char *reason = reasons.name[check_reason(check)];
    if (check->status == CHECK_CANNOT)
        return arena_printf(arena, "cannot compare: %.*s", STR_ARG(check->why));
    return arena_printf(arena, "%s%s%s: %.*s", check_statuses.name[check->status], reason ? " " : "",
                        reason ? reason : "", STR_ARG(check->findings[0].value));
}

/* text | status: of the last claim, each with the frame of the one before it */
static struct str run_text(struct bench *bench, struct str line, struct arena *arena)
{
    static const struct extract_context context = {.published = {TODAY, sizeof(TODAY) - 1}};
    struct claim *claims = NULL;
    size_t count = 0;
    struct err err = {0};
    struct check check = {0};
    struct frame before;
    bool any = false;
    extract_claims(bench->extractor, str_trim(str_split(&line, '|')), &context, arena, &claims, &count);
    for (size_t i = 0; next_figure(claims, count, &i); i++) {
        const struct check_input input = {
            .claim = &claims[i], .published = context.published, .before = any ? &before : NULL};
        assert_true(check_claim(bench->checker, &input, arena, &check, &err));
        before = check.frame;
        any = true;
    }
    return any ? check_text(arena, &check) : STR("no figure");
}

/* ---- inside a document ---- */

/* title | text | kind reason, or "agrees" */
static struct str run_document(struct bench *bench, struct str line, struct arena *arena)
{
    static const struct extract_context context = {.published = {TODAY, sizeof(TODAY) - 1}};
    struct str title = str_trim(str_split(&line, '|')), text = str_trim(str_split(&line, '|'));
    struct claim *claims = NULL, *titled = NULL;
    struct sum_fault *faults = NULL;
    size_t count = 0, title_count = 0, fault_count = 0;
    extract_claims(bench->extractor, text, &context, arena, &claims, &count);
    extract_claims(bench->extractor, title, &context, arena, &titled, &title_count);
    const struct sum_document document = {claims, count, title, titled, title_count};
    sums_find(&document, &widths_usual, arena, &faults, &fault_count);
    struct str found = STR("");
    for (size_t i = 0; i < fault_count; i++)
        found = arena_printf(arena, "%.*s%s%s: %.*s", STR_ARG(found), i > 0 ? "; " : "", sum_kinds.name[faults[i].kind],
                             STR_ARG(faults[i].text));
    return fault_count > 0 ? found : STR("agrees");
}

/* ---- files of cases ---- */

/* What stands before the last "|", which is the expected result, and after it "# the arithmetic". */
static bool cut_line(struct str line, struct str *ret_input, struct str *ret_expected)
{
    size_t second = line.len, first;
    while (second > 0 && line.ptr[second - 1] != '|')
        second--;
    if (second == 0 || !str_starts(str_trim(str_slice(line, second, line.len)), STR("#")))
        return false;
    for (first = second - 1; first > 0 && line.ptr[first - 1] != '|';)
        first--;
    if (first == 0)
        return false;
    *ret_input = str_slice(line, 0, first - 1);
    *ret_expected = str_trim(str_slice(line, first, second - 1));
    return true;
}

static bool matches(struct str expected, struct str found)
{
    if (!str_ends(expected, STR("...")))
        return str_eq(expected, found);
    return str_starts(found, str_trim(str_slice(expected, 0, expected.len - 3)));
}

typedef struct str run_fn(struct bench *bench, struct str line, struct arena *arena);

static void run_line(struct bench *bench, struct str line, run_fn *run)
{
    struct str input, expected;
    struct arena arena = {0};
    if (line.len == 0 || line.ptr[0] == '#')
        return;
    if (!cut_line(line, &input, &expected)) {
        fault(bench, STR("… | result | # the arithmetic"), line);
    } else {
        struct str found = run(bench, input, &arena);
        if (!matches(expected, found))
            fault(bench, expected, found);
    }
    bench->cases++;
    arena_release(&arena);
}

static int run_cases(const char *path, const char *world_path, run_fn *run)
{
    static const struct tables no_tables = {0};
    const struct check_settings settings = {.widths = widths_usual};
    struct world *world = world_path ? world_read(world_path) : NULL;
    struct err err = {0};
    assert_true(world || !world_path);
    struct bench bench = {.extractor = extractor_new(),
                          .checker = checker_new(world ? world_tables(world) : &no_tables, &settings, &err),
                          .path = path};
    FILE *file = fopen(path, "re");
    char *line = NULL;
    size_t room = 0;
    ssize_t len;
    assert_non_null(file);
    for (bench.line = 1; (len = getline(&line, &room, file)) > 0; bench.line++)
        run_line(&bench, str_trim((struct str){line, (size_t)len}), run);
    fclose(file);
    free(line);
    checker_free(bench.checker);
    extractor_free(bench.extractor);
    world_free(world);
    assert_int_equal(bench.failures, 0);
    return bench.cases;
}

static void test_check_comparisons_worked_by_hand(void **state)
{
    (void)state;
    assert_true(run_cases(COMPARISONS, NULL, run_comparison) + run_cases(SERIES, WORLD, run_text) +
                    run_cases(DOCUMENTS, NULL, run_document) >=
                CASES_LEAST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_check_comparisons_worked_by_hand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
