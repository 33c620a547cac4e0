/* Reports of hostile text: an attack in every field of every record, and addresses that are none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cmark.h>
#include <string.h>

#include "core/base/utf8.h"
#include "core/report/desk.h"
#include "core/report/escape.h"
#include "tests/page.h"
#include "tests/report_fixture.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

#define HOSTILE                                                                                                        \
    "\x1b]0;x\x07|<img src=x onerror=alert(1)>\n# H\r\n\n- [a](javascript:x) `c` **b** www.evil.org\xE2\x80\xAE "      \
    "\",\n=1"

/* Every text of every record is the same attack. */
static void fill(const struct fields *fields, void *record, struct str attack)
{
    for (size_t i = 0; i < fields->count; i++)
        if (fields->field[i].type == FIELD_TEXT)
            *(struct str *)((char *)record + fields->field[i].offset) = attack;
}

static void tell_attack(struct report *report, struct str attack)
{
    struct document document = {.number = 1};
    struct claim claim = {.number = 1, .direction = DIRECTION_UP, .modality = MODALITY_DENIED};
    struct source source = {.number = 1};
    struct citation cited = {.stance = STANCE_REFUTES};
    struct verdict verdict = {.rating = RATING_INACCURATE};
    fill(&document_fields, &document, attack);
    fill(&claim_fields, &claim, attack);
    fill(&source_fields, &source, attack);
    fill(&citation_fields, &cited, attack);
    fill(&verdict_fields, &verdict, attack);
    struct evidence gone = {.looked = true, .found = true, .found_last = true};
    fill(&visit_fields, &gone.visit, attack);
    fill(&sighting_fields, &gone.sighting, attack);
    fill(&visit_fields, &gone.visit_last, attack);
    fill(&sighting_fields, &gone.sighting_last, attack);
    fill(&visit_fields, &gone.last, attack);
    gone.last.outcome = LOOK_GONE;
    gone.last.number = 9;
    gone.sighting.quote = gone.sighting.figure = PRESENCE_STANDS;
    gone.sighting_last.quote = PRESENCE_ABSENT;
    struct evidence never = {.looked = true, .last = gone.last};
    const struct report_citation citations[] = {{&cited, &source, &gone}, {&cited, &source, &never}};
    const struct report_claim told = {&claim, citations, 2, &verdict, 1};
    report->head.version = report->head.generated_at = report->head.selection = attack;
    report->head.url = report->head.publisher = attack;
    const struct report_finding finding = {.claim = 1, .figure = attack, .about = attack, .speaker = attack};
    report->head.finding = &finding;
    report->head.finding_count = report->format->document ? 1 : 0;
    report_begin(report);
    if (!report->format->takes_text) {
        report_document(report, &document);
        report_claim(report, &document, &told);
    }
    if (report_has_numbers(report)) {
        claim.end = (int64_t)attack.len;
        report_numbers(report, &document, attack);
        report_number(report, &(struct report_number){.claim = &claim, .rating = RATING_INACCURATE, .told = &told});
        report_numbers_end(report);
    }
    report_end(report);
}

static void tell_hostile(struct report *report)
{
    tell_attack(report, STR(HOSTILE));
}

static void test_report_sends_no_control_characters_in_any_format(void **state)
{
    (void)state;
    for (int format = TEXT; format < FORMATS; format++) {
        struct report report = new_report(format, 80);
        char *text = print(&report, tell_hostile);
        struct str all = str_from(text);
        size_t bad;
        assert_true(utf8_valid(all, &bad));
        for (size_t at = 0; at < all.len;) {
            uint32_t point;
            at += utf8_decode(all, at, &point);
            bool table = format == CSV || format == TSV, end = point == '\n' || (point == '\t' && format == TSV);
            bool allowed = end || (table && (point == '\r' || point == 0x202E));
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
    assert_int_equal(headings, 6); /* title, summary, document, claim, method, reviewers */
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

/* What pages are attacked with: elements, attributes, ends of the place where text stands, other schemes, other encodings. */
static const char *const attacks[] = {
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "<ScRiPt >alert(1)</sCrIpT >",
    "<<script>alert(1);//<</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script/src=//evil.example></script>",
    "<script\x0csrc=//evil.example></script>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=alert(1)//",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><a xlink:href=javascript:alert(1)>x</a></math>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<form action=//evil.example><button>x</button></form>",
    "<details open ontoggle=alert(1)>",
    "<body onload=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "\"><script>alert(1)</script>",
    "'><script>alert(1)</script>",
    "\" autofocus onfocus=alert(1) x=\"",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "https://x.example/\"onclick=\"alert(1)",
    "https://x.example/'onclick='alert(1)",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&lt;script&gt;",
    "<!-- --><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "]]><script>alert(1)</script>",
    "<?xml-stylesheet href='//evil.example'?>",
    "{{constructor.constructor('alert(1)')()}}",
    "\xC0\xBCscript\xC0\xBE",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "\xEF\xBC\x9Cscript\xEF\xBC\x9E",
    "\xE2\x80\xA8;alert(1)",
};

/* Whoever puts the list into a page's <script> gets no markup with it, and a parser of JSON the text as it was. */
static void test_report_linked_data_ends_no_script(void **state)
{
    (void)state;
    for (int format = CLAIMREVIEW; format <= ANNOTATIONS; format++) {
        for (size_t i = 0; i < COUNT(attacks); i++) {
            struct report report = new_report(format, 0);
            char *text = NULL;
            size_t size;
            report.out = open_memstream(&text, &size);
            tell_attack(&report, str_from(attacks[i]));
            fclose(report.out);
            assert_null(strpbrk(text, "<>&"));
            json_t *root = parse(text);
            assert_int_equal(json_array_size(root), 1);
            json_decref(root);
            free(text);
        }
    }
}

static void test_report_html_takes_nobody_elses_markup(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2 * (COUNT(attacks) + 1); i++) {
        struct report report = new_report(HTML, 0);
        if (i % 2)
            report.format = report_sheet(STR("html"));
        char *text = NULL;
        size_t size;
        report.out = open_memstream(&text, &size);
        tell_attack(&report, i / 2 < COUNT(attacks) ? str_from(attacks[i / 2]) : STR(HOSTILE));
        fclose(report.out);
        page_check(text);
        free(text);
    }
}

/* An article of the attack, a figure, the attack again, with a note that is the attack. */
static char *sheet_of(struct str attack)
{
    struct report report = new_report(MARKDOWN, 0);
    struct buf page = {0};
    struct verdict verdict = {.rationale = attack};
    char *text = NULL;
    size_t size;
    buf_printf(&page, "%.*s5 percent%.*s", STR_ARG(attack), STR_ARG(attack));
    struct claim claim = {.number = 1, .literal = STR("5 percent"), .start = (int64_t)attack.len};
    claim.end = claim.start + (int64_t)claim.literal.len;
    const struct report_claim told = {.claim = &claim, .verdicts = &verdict, .verdict_count = 1};
    report.format = report_sheet(STR("markdown"));
    report.out = open_memstream(&text, &size);
    report_begin(&report);
    report_numbers(&report, &(struct document){.title = attack}, buf_view(&page));
    report_number(&report, &(struct report_number){.claim = &claim, .told = &told});
    report_numbers_end(&report);
    report_end(&report);
    fclose(report.out);
    buf_release(&page);
    return text;
}

static void check_sheet(const char *text)
{
    cmark_node *root = cmark_parse_document(text, strlen(text), CMARK_OPT_DEFAULT);
    cmark_iter *iter = cmark_iter_new(root);
    int headings = 0;
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        headings += type == CMARK_NODE_HEADING && event == CMARK_EVENT_ENTER;
        bool ours = type == CMARK_NODE_HTML_INLINE && (strcmp(cmark_node_get_literal(node), "<strong>") == 0 ||
                                                       strcmp(cmark_node_get_literal(node), "</strong>") == 0);
        if (type == CMARK_NODE_HTML_BLOCK || (type == CMARK_NODE_HTML_INLINE && !ours) || type == CMARK_NODE_LINK ||
            type == CMARK_NODE_IMAGE || type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_LIST ||
            type == CMARK_NODE_THEMATIC_BREAK)
            fail_msg("a %s in line %d of %s", cmark_node_get_type_string(node), cmark_node_get_start_line(node), text);
    }
    assert_int_equal(headings, 3); /* title, summary, document */
    cmark_iter_free(iter);
    cmark_node_free(root);
}

static void test_report_markdown_sheet_takes_nobody_elses_markup(void **state)
{
    (void)state;
    static const char *const markdown[] = {
        "\n\n    code\n\n",   "\n# H\n", "\n- a\n- b ", "\n---\n", "[a](b) ", "![a](b)", "\n> q\n", "\n1. a\n",
        "\n```\ncode\n```\n", "\n===\n", "\\",          "*",       "**",      "a**"};
    for (size_t i = 0; i < COUNT(attacks) + COUNT(markdown); i++) {
        char *text = sheet_of(str_from(i < COUNT(attacks) ? attacks[i] : markdown[i - COUNT(attacks)]));
        check_sheet(text);
        free(text);
    }
    char *text = sheet_of(STR(HOSTILE));
    check_sheet(text);
    free(text);
}

static void test_report_html_links_only_to_web_addresses(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(attacks); i++)
        assert_false(escape_links_to(str_from(attacks[i])) && strchr(attacks[i], '"'));
    assert_true(escape_links_to(STR("https://example.org/a_b?c=d&e=f#g")));
    assert_false(escape_links_to(STR("//example.org")));
    assert_false(escape_links_to(STR("mailto:a@example.org")));
    assert_false(escape_links_to(STR_NULL));
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

/* A cell of a table begins no formula, and no attack adds a row or a column. */
static void test_report_tables_keep_their_shape(void **state)
{
    (void)state;
    static const char *const formulas[] = {"=cmd|' /C calc'!A0", "+1+cmd|x", "@SUM(1)", "-2+3+cmd|x", "\t=1+1",
                                           "a\tb\nc\r\nd",       "\"x\",=1", "=1"};
    for (size_t i = 0; i < COUNT(attacks) + COUNT(formulas); i++) {
        const char *attack = i < COUNT(attacks) ? attacks[i] : formulas[i - COUNT(attacks)];
        struct report report = new_report(TSV, 0);
        char *text = NULL;
        size_t size, lines = 0, columns = 0;
        report.out = open_memstream(&text, &size);
        tell_attack(&report, str_from(attack));
        fclose(report.out);
        for (struct str rest = str_from(text); rest.len > 0; lines++) {
            size_t cells = 0;
            for (struct str row = str_split(&rest, '\n'); row.ptr && row.len > 0; cells++) {
                struct str cell = str_split(&row, '\t');
                if (cell.len > 1 && strchr("=+-@", cell.ptr[0]))
                    fail_msg("a formula: %.*s", STR_ARG(cell));
            }
            if (lines > 0 && cells != columns && attack[0] != '\0')
                fail_msg("%zu cells under %zu names: %s", cells, columns, text);
            columns = cells;
        }
        assert_int_equal(lines, 2);
        free(text);
    }
}

/* A line is one object that a parser reads, whatever is in it. */
static void test_report_lines_are_one_object_each(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(attacks); i++) {
        struct report report = new_report(NDJSON, 0);
        char *text = NULL;
        size_t size;
        report.out = open_memstream(&text, &size);
        tell_attack(&report, str_from(attacks[i]));
        fclose(report.out);
        assert_ptr_equal(strchr(text, '\n'), text + size - 1);
        json_decref(parse(text));
        free(text);
    }
}

/* The attack as a rating's name and as a desk's: they come from a file that somebody may have sent. */
static void test_report_takes_no_markup_of_a_desk(void **state)
{
    (void)state;
    for (size_t i = 0; i < 4 * COUNT(attacks); i++) {
        struct report report = new_report(HTML, 0);
        struct desk desk = {.name = str_from(attacks[i / 4]), .logo = str_from(attacks[i / 4])};
        for (int rating = 0; rating < RATING_END; rating++)
            report.style.voice.ratings[rating] = desk.name;
        report.style.voice.language = i % 2 ? LANGUAGE_GERMAN : LANGUAGE_ENGLISH;
        report.head.desk = &desk;
        if (i % 4 > 1)
            report.format = report_sheet(STR("html"));
        char *text = NULL;
        size_t size;
        report.out = open_memstream(&text, &size);
        tell_attack(&report, desk.name);
        fclose(report.out);
        page_check(text);
        free(text);
    }
}

/* A card's own ClaimReview is data between its tags, and ends where they do. */
static void test_report_card_carries_data_that_ends_no_script(void **state)
{
    (void)state;
    static const char begins[] = "<script type=\"application/ld+json\">", ends[] = "</script>";
    for (size_t i = 0; i < COUNT(attacks); i++) {
        struct report report = new_report(HTML, 0);
        char *text = NULL;
        size_t size;
        report.style.linked = true;
        report.out = open_memstream(&text, &size);
        tell_attack(&report, str_from(attacks[i]));
        fclose(report.out);
        char *from = strstr(text, begins), *to = from ? strstr(from, ends) : NULL;
        if (!to) {
            fail_msg("no data in %s", text);
            return;
        }
        *to = '\0';
        json_decref(parse(from + strlen(begins)));
        memmove(from, to + strlen(ends), strlen(to + strlen(ends)) + 1);
        page_check(text);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_report_sends_no_control_characters_in_any_format),
        cmocka_unit_test(test_report_markdown_of_hostile_text_has_no_markup_of_its_own),
        cmocka_unit_test(test_report_markdown_links_only_to_web_addresses),
        cmocka_unit_test(test_report_linked_data_ends_no_script),
        cmocka_unit_test(test_report_html_takes_nobody_elses_markup),
        cmocka_unit_test(test_report_markdown_sheet_takes_nobody_elses_markup),
        cmocka_unit_test(test_report_html_links_only_to_web_addresses),
        cmocka_unit_test(test_report_tables_keep_their_shape),
        cmocka_unit_test(test_report_lines_are_one_object_each),
        cmocka_unit_test(test_report_takes_no_markup_of_a_desk),
        cmocka_unit_test(test_report_card_carries_data_that_ends_no_script),
        cmocka_unit_test(test_report_json_keeps_hostile_text_as_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
