/* CSL-JSON and BibTeX: what comes in goes out again, and what is broken is named. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "core/evidence/bibtex.h"
#include "core/evidence/csl.h"
#include "core/evidence/latex.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static struct str str_of(const char *text)
{
    return (struct str){text, text ? strlen(text) : 0};
}

static void assert_str(struct str got, const char *expected)
{
    if (!str_eq(got, str_of(expected)))
        fail_msg("'%.*s' is not '%s'", STR_ARG(got), expected ? expected : "(null)");
}

static void assert_holds(const char *text, const char *part)
{
    if (!text || !strstr(text, part))
        fail_msg("'%s' does not hold '%s'", text ? text : "", part);
}

static size_t read_csl(const char *json, struct arena *arena, struct source **ret)
{
    struct err err = {0};
    size_t count = 0;
    if (!csl_read(str_of(json), arena, ret, &count, &err))
        fail_msg("%s", err.msg);
    return count;
}

static size_t read_bibtex(const char *text, struct arena *arena, struct source **ret)
{
    struct err err = {0};
    size_t count = 0, left_out = 0;
    if (!bibtex_read(str_of(text), arena, ret, &count, &left_out, &err))
        fail_msg("%s", err.msg);
    return count;
}

/* As Zotero writes it: numbers of dates as texts, ids that are addresses, variables that a source has no field for. */
static const char zotero[] =
    "[{\"id\":\"http://zotero.org/users/1/items/AB\",\"type\":\"report\",\"title\":\"Aid in 2024\","
    "\"container-title\":\"Papers\",\"publisher\":\"Court of Auditors\",\"publisher-place\":\"Luxembourg\","
    "\"URL\":\"https://example.org/aid\",\"archive_location\":\"https://archive.example.org/aid\","
    "\"language\":\"en\",\"author\":[{\"family\":\"Doe\",\"given\":\"Jane\",\"non-dropping-particle\":\"van\"},"
    "{\"literal\":\"The World Bank\"}],\"accessed\":{\"date-parts\":[[\"2025\",2,11]]},"
    "\"issued\":{\"date-parts\":[[\"2025\",\"1\",31]],\"season\":\"winter\"},\"note\":\"seen \\u00e9\"}]";

static void test_csl_item_becomes_a_source(void **state)
{
    struct arena arena = {0};
    struct source *source = NULL;
    (void)state;
    assert_int_equal(read_csl(zotero, &arena, &source), 1);
    assert_str(source->type, "report");
    assert_str(source->title, "Aid in 2024");
    assert_str(source->author, "Jane van Doe; The World Bank");
    assert_str(source->publisher, "Court of Auditors");
    assert_str(source->url, "https://example.org/aid");
    assert_str(source->archive_url, "https://archive.example.org/aid");
    assert_str(source->published, "2025-01-31");
    assert_str(source->accessed, "2025-02-11");
    arena_release(&arena);
}

static void test_csl_item_goes_out_as_it_came(void **state)
{
    struct arena arena = {0};
    struct source *source = NULL;
    (void)state;
    read_csl(zotero, &arena, &source);
    json_t *list = json_loads(zotero, 0, NULL), *out = csl_item(source);
    assert_true(json_equal(json_array_get(list, 0), out));
    json_decref(list);
    json_decref(out);
    arena_release(&arena);
}

static void test_csl_item_of_an_edited_source_says_what_it_says_now(void **state)
{
    struct arena arena = {0};
    struct source *source = NULL;
    (void)state;
    read_csl(zotero, &arena, &source);
    source->author = STR("Somebody Else");
    source->published = STR("2024");
    source->accessed = STR_NULL;
    source->kind = SOURCE_OFFICIAL;
    source->reliability = STR("revised yearly");
    json_t *item = csl_item(source), *list = json_array();
    json_array_append(list, item);
    struct buf text = {0};
    csl_write(&text, list);
    struct source *again = NULL;
    assert_int_equal(read_csl(text.ptr, &arena, &again), 1);
    assert_str(again->author, "Somebody Else");
    assert_str(again->published, "2024");
    assert_null(again->accessed.ptr);
    assert_int_equal(again->kind, SOURCE_OFFICIAL);
    assert_str(again->reliability, "revised yearly");
    assert_str(again->title, "Aid in 2024");
    json_decref(item);
    buf_release(&text);
    arena_release(&arena);
}

static void test_csl_takes_what_others_write(void **state)
{
    static const struct {
        const char *json, *published, *publisher, *url;
    } cases[] = {
        {"[{\"type\":\"book\",\"title\":\"T\",\"issued\":{\"date-parts\":[[2020]]}}]", "2020", NULL, NULL},
        {"[{\"type\":\"book\",\"title\":\"T\",\"issued\":{\"date-parts\":[[2020,13]]}}]", "2020", NULL, NULL},
        {"[{\"type\":\"book\",\"title\":\"T\",\"issued\":{\"date-parts\":[[2020,5],[2021]]}}]", "2020-05", NULL, NULL},
        {"[{\"type\":\"book\",\"title\":\"T\",\"issued\":{\"raw\":\"2020-05-01\"}}]", "2020-05-01", NULL, NULL},
        {"[{\"type\":\"book\",\"title\":\"T\",\"issued\":{\"raw\":\"spring\"}}]", NULL, NULL, NULL},
        {"[{\"type\":\"book\",\"title\":\"T\",\"issued\":{\"date-parts\":[[-44,3]]}}]", NULL, NULL, NULL},
        {"[{\"type\":\"webpage\",\"title\":\"T\",\"container-title\":\"The Gazette\"}]", NULL, "The Gazette", NULL},
        {"[{\"type\":\"webpage\",\"title\":\"T\",\"URL\":\"doi:10.1/2\"}]", NULL, NULL, NULL},
        {"[{\"type\":\"webpage\",\"title\":\"T\",\"URL\":\"javascript:alert(1)\"}]", NULL, NULL, NULL},
        {"[{\"type\":\"webpage\",\"title\":\"T\",\"URL\":\"https://a.example/ b\"}]", NULL, NULL, NULL},
        {"[{\"type\":\"webpage\",\"title\":\"T\",\"custom\":3,\"author\":7,\"issued\":[]}]", NULL, NULL, NULL},
        {"[]", NULL, NULL, NULL},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = {0};
        struct source *source = NULL;
        if (read_csl(cases[i].json, &arena, &source) > 0) {
            assert_str(source->published, cases[i].published);
            assert_str(source->publisher, cases[i].publisher);
            assert_str(source->url, cases[i].url);
            json_t *list = json_loads(cases[i].json, 0, NULL), *out = csl_item(source);
            json_object_del(out, "id");
            assert_true(json_equal(json_array_get(list, 0), out)); /* nothing is lost */
            json_decref(list);
            json_decref(out);
        }
        arena_release(&arena);
    }
}

static void test_csl_names_what_is_wrong(void **state)
{
    static const struct {
        const char *json, *message;
    } cases[] = {
        {"", "no JSON"},
        {"{\"type\":\"book\"}", "a list of items"},
        {"[{\"type\":\"book\"", "no JSON: line 1"},
        {"[{\"type\":\"book\"},\n7]", "entry 2: it is no item"},
        {"[{\"title\":\"T\"}]", "entry 1: it has no 'type'"},
        {"[{\"type\":\"novel\"}]", "entry 1: its type 'novel' is none of CSL's"},
        {"[{\"type\":\"book\",\"title\":\"a\\u0000b\"}]", "no JSON"},
        {"[{\"type\":\"book\",\"type\":\"map\"}]", "no JSON"},
        {"[{\"type\":\"book\",\"title\":\"\xFF\"}]", "no JSON"},
        {"@book{x}", "no JSON"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = {0};
        struct err err = {0};
        struct source *source = NULL;
        size_t count = 0;
        assert_false(csl_read(str_of(cases[i].json), &arena, &source, &count, &err));
        assert_int_equal(err.code, ERR_INPUT);
        assert_holds(err.msg, cases[i].message);
        assert_null(strchr(err.msg, '\n'));
        arena_release(&arena);
    }
}

static void test_bibtex_entry_becomes_a_source(void **state)
{
    struct arena arena = {0};
    struct source *source = NULL;
    (void)state;
    size_t count =
        read_bibtex("Mail to jane@example.org is no entry.\n"
                    "@Comment{ @book{hidden, title={x}} }\n"
                    "@string(bank = \"The {World} Bank\")\n"
                    "@TechReport{ wdi:2025 ,\n"
                    "  author = {M{\\\"u}ller, J{\\'o}zef and {The World Bank} and Jane van Doe and others},\n"
                    "  title  = \"{World} Development Indicators --- ``2025'' \\& more: 5\\%, a \"#{\\emph{note}},\n"
                    "  institution = bank # { Group}, month = feb, year = 2025, day = {3},\n"
                    "  URL = {https://example.org/a\\_b?c=1\\&d=~2}, urldate = {2025-02-10},}\n"
                    "@misc{x, title={{\\L}\\'od\\'z}, howpublished=\"\\url{https://example.org/l}\"}",
                    &arena, &source);
    assert_int_equal(count, 2);
    assert_str(source[0].type, "report");
    assert_str(source[0].author, "Józef Müller; The World Bank; Jane van Doe");
    assert_str(source[0].title, "World Development Indicators — “2025” & more: 5%, a note");
    assert_str(source[0].publisher, "The World Bank Group");
    assert_str(source[0].published, "2025-02-03");
    assert_str(source[0].accessed, "2025-02-10");
    assert_str(source[0].url, "https://example.org/a_b?c=1&d=~2");
    assert_str(source[1].type, "document");
    assert_str(source[1].title, "Łódź");
    assert_null(source[1].published.ptr);
    arena_release(&arena);
}

/* Sources to BibTeX and back: every field that BibTeX has a place for. */
static void test_bibtex_goes_out_and_comes_back(void **state)
{
    static const char hostile[] =
        "A {brace \\ back\\slash % # $ & _ ~ ^ -- ``quoted'' \"marks\" } @book{x, | é “ü” --- end";
    const struct source before[] = {
        {.number = 1,
         .type = STR("report"),
         .title = str_of(hostile),
         .author = STR("A. Author; {B}"),
         .publisher = STR("P & Q, 100%"),
         .url = STR("https://example.org/{a}%20b"),
         .published = STR("2025-01-31"),
         .accessed = STR("2025-02")},
        {.number = 2, .type = STR("article-newspaper"), .title = STR("One"), .published = STR("2024")},
        {.number = 3, .type = STR("webpage"), .title = STR("Two"), .url = STR("https://example.org/2")},
        {.number = 4, .type = STR("document"), .title = STR("Three")},
        {.number = 5, .type = STR("dataset"), .title = STR("Four")},
        {.number = 6, .type = STR("post-weblog"), .title = STR("Five"), .published = STR("2024-05")},
    };
    struct arena arena = {0};
    struct source *after = NULL;
    struct buf text = {0};
    json_t *items = json_array();
    (void)state;
    for (size_t i = 0; i < COUNT(before); i++)
        json_array_append_new(items, csl_item(&before[i]));
    bibtex_write(&text, items);
    assert_int_equal(read_bibtex(text.ptr, &arena, &after), COUNT(before));
    for (size_t i = 0; i < COUNT(before); i++) {
        assert_true(str_eq(after[i].type, before[i].type));
        if (!str_eq(after[i].title, before[i].title))
            fail_msg("%.*s\n%.*s", STR_ARG(after[i].title), STR_ARG(before[i].title));
        assert_true(str_eq(after[i].publisher, before[i].publisher));
        assert_true(str_eq(after[i].published, before[i].published));
        assert_true(str_eq(after[i].accessed, before[i].accessed));
        assert_true(str_eq(after[i].author, before[i].author));
    }
    assert_str(after[0].url, "https://example.org/%7Ba%7D%20b");
    buf_release(&text);
    arena_release(&arena);
}

static void test_bibtex_names_what_is_wrong(void **state)
{
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"", "there is no entry"},
        {"no entry at all, jane@example.org", "there is no entry"},
        {"@book{x, title = {open", "line 1: a '{' is not closed"},
        {"@book{x,\n title = {a {b} c,\n}\n", "line 4: an entry is not closed"},
        {"@book{x, title = \"a } b\"}", "a '}' closes what nothing has opened"},
        {"@book{x, title = \"never closed", "a '\"' is not closed"},
        {"@book{x, title}", "a field is written as name = {value}"},
        {"@book{x, title = }", "a value is missing"},
        {"@book{x, title = {a} year = 2020}", "a ',' is missing"},
        {"@book{x, title = {a}", "an entry is not closed"},
        {"@book(x, title = {a}}", "is missing"},
        {"@string{a = {b}, c = {d}}", "a @string holds one"},
        {"@comment{never closed", "a '{' is not closed"},
        {"@book{x, title = {\xFF}}", "no text in UTF-8"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = {0};
        struct err err = {0};
        struct source *source = NULL;
        size_t count = 0, left_out = 0;
        if (bibtex_read(str_of(cases[i].text), &arena, &source, &count, &left_out, &err))
            fail_msg("read: %s", cases[i].text);
        assert_holds(err.msg, cases[i].message);
        assert_null(strchr(err.msg, '\n'));
        arena_release(&arena);
    }
    struct err err = {0};
    struct arena arena = {0};
    struct source *source = NULL;
    size_t count = 0, left_out = 0;
    assert_false(bibtex_read((struct str){"@book{x, title={a\0b}}", 21}, &arena, &source, &count, &left_out, &err));
    arena_release(&arena);
}

/* Nesting is counted, not followed: a million braces are read as quickly as any text. */
static void test_bibtex_reads_any_nesting(void **state)
{
    enum { DEEP = 400 * 1024 };
    struct buf text = {0};
    struct arena arena = {0};
    struct source *source = NULL;
    (void)state;
    buf_str(&text, STR("@book{x, title = "));
    for (int i = 0; i < DEEP; i++)
        buf_char(&text, '{');
    buf_char(&text, 'a');
    for (int i = 0; i < DEEP; i++)
        buf_char(&text, '}');
    buf_char(&text, '}');
    assert_int_equal(read_bibtex(text.ptr, &arena, &source), 1);
    assert_str(source->title, "a");
    buf_release(&text);
    arena_release(&arena);
}

static void test_latex_becomes_text_and_text_latex(void **state)
{
    static const struct {
        const char *latex, *text;
    } cases[] = {
        {"{\\\"u}\\\"{u}\\\"u", "üüü"},
        {"\\'e\\`{e}\\^e\\~n\\c{c}\\v{s}", "éèêñçš"},
        {"\\'\\i", "í"},
        {"stra{\\ss}e \\o \\AA", "straße øÅ"},
        {"a--b---c ``d'' 'e'", "a–b—c “d” 'e'"},
        {"10\\,000~km", "10 000 km"},
        {"\\textbf{b} \\unknown{x} \\TeX", "b x TeX"},
        {"\\", ""},
        {"\\'", ""},
        {"\\\"{", ""},
        {"\\$5 \\& \\%", "$5 & %"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct buf text = {0};
        latex_text(&text, str_of(cases[i].latex));
        assert_str(buf_view(&text), cases[i].text);
        buf_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csl_item_becomes_a_source),
        cmocka_unit_test(test_csl_item_goes_out_as_it_came),
        cmocka_unit_test(test_csl_item_of_an_edited_source_says_what_it_says_now),
        cmocka_unit_test(test_csl_takes_what_others_write),
        cmocka_unit_test(test_csl_names_what_is_wrong),
        cmocka_unit_test(test_bibtex_entry_becomes_a_source),
        cmocka_unit_test(test_bibtex_goes_out_and_comes_back),
        cmocka_unit_test(test_bibtex_names_what_is_wrong),
        cmocka_unit_test(test_bibtex_reads_any_nesting),
        cmocka_unit_test(test_latex_becomes_text_and_text_latex),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
