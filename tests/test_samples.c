/*
 * The sample articles: each of samples/ is taken in as a user would, and its claims are compared with those that
 * NAME.expected.ndjson lists, by the rule of expect.h.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <unistd.h>

#include "core/extract/extract.h"
#include "core/intake/intake.h"
#include "tests/expect.h"

#define EXPECTED ".expected.ndjson"

static json_t *expectations_of(const char *path)
{
    struct buf bytes = file_bytes(path);
    struct str rest = buf_view(&bytes);
    json_t *expected = json_array();
    for (size_t line_number = 1; rest.len > 0; line_number++) {
        struct str line = str_split(&rest, '\n');
        json_array_append_new(expected, expectation_read(line, path, line_number));
    }
    buf_release(&bytes);
    if (json_array_size(expected) == 0)
        fail_msg("'%s' expects nothing", path);
    return expected;
}

/* The article that an expectation file belongs to: the same name with the ending of plain text or Markdown. */
static const char *article_of(const char *expected, struct arena *arena)
{
    static const char *const ending[] = {".txt", ".md", ".html", ".pdf", ".vtt", ".docx", ".odt"};
    struct str stem = str_slice(str_from(expected), 0, strlen(expected) - strlen(EXPECTED));
    for (size_t i = 0; i < sizeof(ending) / sizeof(ending[0]); i++) {
        const char *path = arena_cstr(arena, arena_printf(arena, "%.*s%s", STR_ARG(stem), ending[i]));
        if (access(path, R_OK) == 0)
            return path;
    }
    fail_msg("no article for '%s'", expected);
    return NULL;
}

static void test_sample_has_the_expected_claims(void **state)
{
    struct arena arena = {0};
    struct received received;
    struct err err = {0};
    const struct extract_context context = {0};
    struct claim *claims = NULL;
    size_t count = 0;
    json_t *expected = expectations_of(*state);
    if (!intake_read(&intake_files, article_of(*state, &arena), &arena, &received, &err))
        fail_msg("%s", err.msg);
    struct extractor *extractor = extractor_new();
    extract_claims(extractor, received.text, &context, &arena, &claims, &count);
    extractor_free(extractor);
    json_t *found = claims_json(claims, count);
    size_t faults = expect_compare(expected, found);
    json_decref(found);
    json_decref(expected);
    arena_release(&arena);
    if (faults > 0)
        fail_msg("%zu claims of %s missing or not expected", faults, (const char *)*state);
}

/* An article without expectations would be a sample that nothing checks. */
static void test_every_article_has_its_expected_claims(void **state)
{
    (void)state;
    glob_t files = files_matching("samples/*.[tm]*");
    size_t articles = 0;
    for (size_t i = 0; i < files.gl_pathc; i++) {
        struct str path = str_from(files.gl_pathv[i]);
        if (intake_media(path) < 0 || str_ends(path, STR("README.md")))
            continue;
        struct buf expected = {0};
        size_t dot = path.len - (str_ends(path, STR(".md")) ? 3 : 4);
        buf_printf(&expected, "%.*s%s", STR_ARG(str_slice(path, 0, dot)), EXPECTED);
        articles++;
        if (access(expected.ptr, R_OK) != 0)
            fail_msg("'%s' is not there", expected.ptr);
        buf_release(&expected);
    }
    globfree(&files);
    assert_true(articles >= 4);
}

int main(void)
{
    glob_t files = files_matching("samples/*" EXPECTED);
    struct CMUnitTest *tests = mem_alloc((files.gl_pathc + 1) * sizeof(tests[0]));
    for (size_t i = 0; i < files.gl_pathc; i++)
        tests[i] = (struct CMUnitTest){.name = files.gl_pathv[i],
                                       .test_func = test_sample_has_the_expected_claims,
                                       .initial_state = files.gl_pathv[i]};
    tests[files.gl_pathc] = (struct CMUnitTest)cmocka_unit_test(test_every_article_has_its_expected_claims);
    int failed = _cmocka_run_group_tests("samples", tests, files.gl_pathc + 1, NULL, NULL);
    free(tests);
    globfree(&files);
    return failed;
}
