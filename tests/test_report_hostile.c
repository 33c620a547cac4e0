/* Reports of hostile text: an attack in every field of every record, and addresses that are none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cmark.h>
#include <string.h>

#include "core/base/utf8.h"
#include "tests/report_fixture.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

#define HOSTILE                                                                                                        \
    "\x1b]0;x\x07|<img src=x onerror=alert(1)>\n# H\r\n\n- [a](javascript:x) `c` **b** www.evil.org\xE2\x80\xAE "      \
    "\",\n=1"

/* Every text of every record is the same attack. */
static void make_hostile(const struct fields *fields, void *record)
{
    for (size_t i = 0; i < fields->count; i++)
        if (fields->field[i].type == FIELD_TEXT)
            *(struct str *)((char *)record + fields->field[i].offset) = STR(HOSTILE);
}

static void tell_hostile(struct report *report)
{
    struct document document = {.number = 1};
    struct claim claim = {.number = 1, .direction = DIRECTION_UP, .modality = MODALITY_DENIED};
    struct source source = {.number = 1};
    struct citation cited = {.stance = STANCE_REFUTES};
    struct verdict verdict = {.rating = RATING_INACCURATE};
    make_hostile(&document_fields, &document);
    make_hostile(&claim_fields, &claim);
    make_hostile(&source_fields, &source);
    make_hostile(&citation_fields, &cited);
    make_hostile(&verdict_fields, &verdict);
    const struct report_citation citations[] = {{&cited, &source}, {&cited, &source}};
    const struct report_claim told = {&claim, citations, 2, &verdict, 1};
    report->head.version = report->head.generated_at = STR(HOSTILE);
    report_begin(report);
    report_document(report, &document);
    report_claim(report, &document, &told);
    report_end(report);
}

static void test_report_sends_no_control_characters_in_any_format(void **state)
{
    (void)state;
    for (int format = TEXT; format <= CSV; format++) {
        struct report report = new_report(format, 80);
        char *text = print(&report, tell_hostile);
        struct str all = str_from(text);
        size_t bad;
        assert_true(utf8_valid(all, &bad));
        for (size_t at = 0; at < all.len;) {
            uint32_t point;
            at += utf8_decode(all, at, &point);
            bool allowed = point == '\n' || (format == CSV && (point == '\r' || point == 0x202E));
            if (!allowed && (point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x202E))
                fail_msg("U+%04X in format %d", (unsigned)point, format);
        }
        free(text);
    }
}

static void test_report_markdown_of_hostile_text_has_no_markup_of_its_own(void **state)
{
    (void)state;
    struct report report = new_report(MARKDOWN, 0);
    char *text = print(&report, tell_hostile);
    cmark_node *root = cmark_parse_document(text, strlen(text), CMARK_OPT_DEFAULT);
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;
    int headings = 0;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        headings += type == CMARK_NODE_HEADING && event == CMARK_EVENT_ENTER;
        if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_LINK ||
            type == CMARK_NODE_IMAGE || type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_EMPH ||
            type == CMARK_NODE_THEMATIC_BREAK)
            fail_msg("a %s in line %d of %s", cmark_node_get_type_string(node), cmark_node_get_start_line(node), text);
    }
    assert_int_equal(headings, 5); /* title, summary, document, claim, method */
    cmark_iter_free(iter);
    cmark_node_free(root);
    free(text);
}

static void test_report_markdown_links_only_to_web_addresses(void **state)
{
    (void)state;
    static const struct {
        const char *url;
        bool linked;
    } cases[] = {
        {"https://example.org/a_b?c=d#e", true},
        {"http://example.org", true},
        {"javascript:alert(1)", false},
        {"https://x.org/>a<b", false},
        {"https://x.org/a b", false},
        {"https://x.org/|", false},
        {"HTTPS://x.org", false},
        {"ftp://x.org", false},
        {"https://x.org/\xC3\xA9", false},
        {"https://x.org/`", false},
        {"https://x.org/\\", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct report report = new_report(MARKDOWN, 0);
        struct document document = {.url = str_from(cases[i].url)};
        char *text = NULL, link[64];
        size_t size;
        report.out = open_memstream(&text, &size);
        report_document(&report, &document);
        fclose(report.out);
        snprintf(link, sizeof(link), "- **Address:** <%s>\n", cases[i].url);
        if ((strstr(text, link) != NULL) != cases[i].linked)
            fail_msg("%s", text);
        free(text);
    }
}

static void test_report_json_keeps_hostile_text_as_it_is(void **state)
{
    (void)state;
    struct report report = new_report(JSON, 0);
    char *text = print(&report, tell_hostile);
    json_t *root = parse(text);
    json_t *document = json_array_get(json_object_get(root, "documents"), 0);
    assert_string_equal(text_at(document, "title"), HOSTILE);
    assert_string_equal(text_at(json_array_get(json_object_get(document, "claims"), 0), "sentence"), HOSTILE);
    json_decref(root);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_report_sends_no_control_characters_in_any_format),
        cmocka_unit_test(test_report_markdown_of_hostile_text_has_no_markup_of_its_own),
        cmocka_unit_test(test_report_markdown_links_only_to_web_addresses),
        cmocka_unit_test(test_report_json_keeps_hostile_text_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
