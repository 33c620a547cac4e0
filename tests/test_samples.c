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

static bool is_expectation(struct str path)
{
    return str_ends(path, STR(EXPECTED));
}

/* The article that an expectation file belongs to: the one with the same name and another ending. */
static const char *article_of(const char *expected, struct arena *arena)
{
    struct str stem = str_slice(str_from(expected), 0, strlen(expected) - strlen(EXPECTED));
    glob_t files = files_matching(arena_printf(arena, "%.*s.*", STR_ARG(stem)).ptr);
    const char *found = NULL;
    for (size_t i = 0; i < files.gl_pathc; i++)
        if (!is_expectation(str_from(files.gl_pathv[i])))
            found = arena_cstr(arena, str_from(files.gl_pathv[i]));
    globfree(&files);
    if (!found)
        fail_msg("no article for '%s'", expected);
    return found;
}

/* The claims of all that it holds: a feed's entries are documents of their own. */
static json_t *claims_of_article(const char *path, struct arena *arena)
{
    const struct extract_context context = {0};
    struct received *received = NULL;
    struct err err = {0};
    size_t documents = 0;
    json_t *found = json_array();
    if (!intake_read_all(&intake_files, path, NULL, arena, &received, &documents, &err))
        fail_msg("%s", err.msg);
    struct extractor *extractor = extractor_new();
    for (size_t i = 0; i < documents; i++) {
        struct claim *claims = NULL;
        size_t count = 0;
        extract_claims(extractor, received[i].text, &context, arena, &claims, &count);
        json_t *of_one = claims_json(claims, count);
        json_array_extend(found, of_one);
        json_decref(of_one);
    }
    extractor_free(extractor);
    return found;
}

static void test_sample_has_the_expected_claims(void **state)
{
    struct arena arena = {0};
    json_t *expected = expectations_of(*state);
    json_t *found = claims_of_article(article_of(*state, &arena), &arena);
    size_t faults = expect_compare(expected, found);
    json_decref(found);
    json_decref(expected);
    arena_release(&arena);
    if (faults > 0)
        fail_msg("%zu claims of %s missing or not expected", faults, (const char *)*state);
}

/* An article without expectations would be a sample that nothing checks; a kind without an article would be none. */
static void test_every_article_has_its_expected_claims_and_every_kind_an_article(void **state)
{
    (void)state;
    struct arena arena = {0};
    glob_t files = files_matching("samples/*.*");
    bool there[MEDIA_END] = {[MEDIA_STATEMENT] = true /* typed, never a file */};
    for (size_t i = 0; i < files.gl_pathc; i++) {
        const char *name = files.gl_pathv[i];
        struct str path = {name, strlen(name)};
        if (is_expectation(path) || intake_media(path) < 0 || str_ends(path, STR("README.md")))
            continue;
        size_t dot = (size_t)(strrchr(name, '.') - name) + 1;
        there[intake_media(path)] = true;
        struct str expected = arena_printf(&arena, "%.*s%s", STR_ARG(str_slice(path, 0, dot - 1)), EXPECTED);
        if (access(expected.ptr, R_OK) != 0)
            fail_msg("'%s' is not there", expected.ptr);
    }
    globfree(&files);
    arena_release(&arena);
    for (int media = 0; media < MEDIA_END; media++)
        if (!there[media] && media != MEDIA_TABLE) /* that is no article, only a source */
            fail_msg("no sample is of the kind '%s'", document_medias.name[media]);
}

int main(void)
{
    glob_t files = files_matching("samples/*" EXPECTED);
    struct CMUnitTest *tests = mem_alloc((files.gl_pathc + 1) * sizeof(tests[0]));
    for (size_t i = 0; i < files.gl_pathc; i++)
        tests[i] = (struct CMUnitTest){.name = files.gl_pathv[i],
                                       .test_func = test_sample_has_the_expected_claims,
                                       .initial_state = files.gl_pathv[i]};
    tests[files.gl_pathc] =
        (struct CMUnitTest)cmocka_unit_test(test_every_article_has_its_expected_claims_and_every_kind_an_article);
    int failed = _cmocka_run_group_tests("samples", tests, files.gl_pathc + 1, NULL, NULL);
    free(tests);
    globfree(&files);
    return failed;
}
