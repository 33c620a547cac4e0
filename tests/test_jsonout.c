/* JSON written by hand is, byte for byte, what jansson and the escaping door behind it would have written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "cmd/claims.h"
#include "cmd/jsonout.h"
#include "cmd/texts.h"
#include "core/record/document.h"
#include "core/report/escape.h"

/* What text is made of here: letters, what JSON escapes, what a terminal obeys, and what is not UTF-8. */
/* Bidirectional characters are among it. NOLINTBEGIN(misc-misleading-bidirectional) */
static const char *const scraps[] = {"a",
                                     "plain words ",
                                     "\"",
                                     "\\",
                                     "/",
                                     "\b",
                                     "\f",
                                     "\n",
                                     "\r",
                                     "\t",
                                     "\x01",
                                     "\x1F",
                                     "\x7F",
                                     "\xC2\x80",
                                     "\xC2\x9F",
                                     "\xC2\xA0",
                                     "\xC3\xA9",
                                     "\xE2\x80\x99",
                                     "\xE2\x80\xAE",
                                     "\xE2\x80\x8B",
                                     "\xE2\x80\xA8",
                                     "\xEF\xBB\xBF",
                                     "\xF3\xA0\x81\x81",
                                     "\xF0\x9F\x98\x80",
                                     "\xD8\x9C",
                                     "$5 million",
                                     "\xE1\xA0\x8E",
                                     "\xEF\xBF\xBE",
                                     "12345678",
                                     "!",
                                     "#",
                                     "[",
                                     "]",
                                     "~",
                                     " ",
                                     "\xED\x9F\xBF",
                                     "\xEE\x80\x80",
                                     "\xF4\x8F\xBF\xBF"};
/* NOLINTEND(misc-misleading-bidirectional) */
static const char *const broken[] = {"\xFF", "\x80", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x80"};

/* One text in so many is long: longer than what is escaped at a time, so that its parts meet in the middle of anything. */
enum { ROUNDS = 20000, SCRAPS_MOST = 12, LONG_ONE_IN = 128, LONG_SCRAPS_MOST = 4000 };

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static struct str random_text(struct arena *arena, uint32_t *state)
{
    struct buf text = {0};
    struct str copy;
    if (next_random(state) % 8 == 0)
        return STR_NULL;
    uint32_t most = next_random(state) % LONG_ONE_IN == 0 ? LONG_SCRAPS_MOST : SCRAPS_MOST;
    for (uint32_t i = next_random(state) % most; i > 0; i--)
        buf_str(&text, str_from(scraps[next_random(state) % (sizeof(scraps) / sizeof(scraps[0]))]));
    if (next_random(state) % 16 == 0)
        buf_str(&text, str_from(broken[next_random(state) % (sizeof(broken) / sizeof(broken[0]))]));
    copy = arena_str(arena, buf_view(&text));
    buf_release(&text);
    return copy;
}

static void assert_same(struct buf *by_hand, struct buf *by_jansson)
{
    assert_string_equal(by_hand->ptr, by_jansson->ptr);
    assert_int_equal(by_hand->len, by_jansson->len);
    buf_clear(by_hand);
    buf_clear(by_jansson);
}

/* Fills every field with something, out of range now and then. */
static void fill(const struct fields *fields, void *record, struct arena *arena, uint32_t *state)
{
    for (size_t i = 0; i < fields->count; i++) {
        const struct field *field = &fields->field[i];
        void *at = (char *)record + field->offset;
        int64_t number = (int64_t)(next_random(state) % 200) - 20;
        if (next_random(state) % 16 == 0)
            number = number % 2 ? INT64_MIN : INT64_MAX;
        switch (field->type) {
        case FIELD_TEXT:
            *(struct str *)at = random_text(arena, state);
            break;
        case FIELD_FLAG:
            *(bool *)at = number % 2;
            break;
        case FIELD_NAME:
            *(int *)at = (int)(next_random(state) % (field->names->count + 2)) - 1;
            break;
        case FIELD_INTEGER:
        case FIELD_NUMBER:
        case FIELD_SCORE:
            *(int64_t *)at = number;
        }
    }
}

static void add_text_by_jansson(struct buf *out, struct str text)
{
    json_t *value = text.ptr ? json_stringn(text.ptr, text.len) : NULL;
    char *dumped = json_dumps(value ? value : json_null(), JSON_ENCODE_ANY);
    escape_json(out, str_from(dumped));
    free(dumped);
    json_decref(value);
}

static void test_text_is_as_jansson_writes_it(void **unused)
{
    struct buf by_hand = {0}, by_jansson = {0};
    struct arena arena = {0};
    uint32_t state = 1;
    (void)unused;
    for (int i = 0; i < ROUNDS; i++) {
        struct str text = random_text(&arena, &state);
        escape_json_text(&by_hand, text);
        add_text_by_jansson(&by_jansson, text);
        assert_same(&by_hand, &by_jansson);
        arena_reset(&arena);
    }
    for (unsigned c = 0; c < 256; c++) { /* each byte at each place of a word of eight, and behind it */
        for (size_t at = 0; at < 19; at++) {
            char bytes[] = "abcdefghijklmnopqrs";
            bytes[at] = (char)c;
            escape_json_text(&by_hand, (struct str){bytes, sizeof(bytes) - 1});
            add_text_by_jansson(&by_jansson, (struct str){bytes, sizeof(bytes) - 1});
            assert_same(&by_hand, &by_jansson);
        }
    }
    buf_release(&by_hand);
    buf_release(&by_jansson);
    arena_release(&arena);
}

static void add_shape_by_jansson(struct buf *out, const struct listing_shape *shape, const void *record)
{
    json_t *object = json_object();
    for (size_t i = 0; i < shape->part_count; i++)
        record_json_into(shape->parts[i].fields, (const char *)record + shape->parts[i].offset, object);
    json_add(out, object, false);
}

static void check_shape(const struct listing_shape *shape, size_t size)
{
    struct buf by_hand = {0}, by_jansson = {0};
    struct arena arena = {0};
    struct json_form *form = listing_form(shape);
    uint32_t state = 2;
    for (int i = 0; i < ROUNDS / 10; i++) {
        void *record = arena_alloc(&arena, size);
        for (size_t k = 0; k < shape->part_count; k++)
            fill(shape->parts[k].fields, (char *)record + shape->parts[k].offset, &arena, &state);
        json_form_add(form, &by_hand, record);
        add_shape_by_jansson(&by_jansson, shape, record);
        assert_same(&by_hand, &by_jansson);
        arena_reset(&arena);
    }
    json_form_free(form);
    buf_release(&by_hand);
    buf_release(&by_jansson);
    arena_release(&arena);
}

static void test_claims_of_lines_are_as_jansson_writes_them(void **unused)
{
    (void)unused;
    check_shape(&lined_claims_shape, sizeof(struct lined_claim));
    check_shape(&lined_document_claims_shape, sizeof(struct lined_claim));
}

static void test_claims_of_a_store_are_as_jansson_writes_them(void **unused)
{
    (void)unused;
    check_shape(&claims_shape, sizeof(struct tracked_claim));
}

static void test_every_score_is_as_jansson_writes_it(void **unused)
{
    struct buf by_hand = {0}, by_jansson = {0};
    struct json_form *form = listing_form(&lined_claims_shape);
    (void)unused;
    for (int64_t score = -5; score <= 300; score++) {
        struct lined_claim claim = {.line = score, .claim.score = score};
        json_form_add(form, &by_hand, &claim);
        add_shape_by_jansson(&by_jansson, &lined_claims_shape, &claim);
        assert_same(&by_hand, &by_jansson);
    }
    json_form_free(form);
    buf_release(&by_hand);
    buf_release(&by_jansson);
}

/* Such as a text gives: no number below nought, and few characters that are written as \\u…. */
static void tame(const struct fields *fields, void *record, uint32_t *state)
{
    for (size_t i = 0; i < fields->count; i++) {
        void *at = (char *)record + fields->field[i].offset;
        enum field_type type = fields->field[i].type;
        if (type == FIELD_INTEGER || type == FIELD_NUMBER || type == FIELD_SCORE)
            *(int64_t *)at = next_random(state) % 101;
        if (type == FIELD_TEXT && next_random(state) % 8 > 0)
            *(struct str *)at = next_random(state) % 2 ? STR("a \"plain\" text, café \\ \n") : STR_NULL;
    }
}

/* What is read from the bytes of a line, where it is read, is what jansson reads; both or only jansson may refuse it. */
static size_t check_line(struct str line, struct arena *arena)
{
    struct claim quick = {0}, slow = {0};
    struct err err = {0};
    size_t at = 0;
    bool read = record_from_line(&claim_fields, line, &at, arena, &quick) && at + 1 == line.len && line.ptr[at] == '}';
    if (!read)
        return 0;
    json_t *json = json_loadb(line.ptr, line.len, 0, NULL);
    assert_non_null(json);
    assert_true(record_from_json(&claim_fields, json, arena, &slow, &err));
    struct digest a = record_digest(&claim_fields, &quick), b = record_digest(&claim_fields, &slow);
    assert_memory_equal(&a, &b, sizeof(a));
    json_decref(json);
    return 1;
}

static void test_claim_is_read_from_its_line_as_jansson_reads_it(void **unused)
{
    struct buf line = {0};
    struct arena arena = {0};
    uint32_t state = 3;
    size_t read = 0, read_changed = 0;
    static const char changed[] = "0123456789\"\\,:{}nulltruefals.eE-+ \x01\xC3\xA9u";
    (void)unused;
    for (int i = 0; i < ROUNDS; i++) {
        struct claim claim = {0};
        fill(&claim_fields, &claim, &arena, &state);
        tame(&claim_fields, &claim, &state);
        buf_clear(&line);
        buf_char(&line, '{');
        json_add_fields(&line, &claim_fields, &claim);
        buf_char(&line, '}');
        read += check_line(buf_view(&line), &arena);
        for (uint32_t changes = 1 + next_random(&state) % 3; changes > 0; changes--)
            line.ptr[next_random(&state) % line.len] = changed[next_random(&state) % (sizeof(changed) - 1)];
        read_changed += check_line(buf_view(&line), &arena);
        arena_reset(&arena);
    }
    assert_true(read > ROUNDS / 100 && read_changed > 0);
    buf_release(&line);
    arena_release(&arena);
}

static void test_document_is_read_back_as_it_was_written(void **unused)
{
    struct text_record record = {
        .line = 7, .claims = 2, .text = STR("It \"rose\"\n5 \xE2\x80\x8B%."), .id = STR("a\\1")};
    struct text_record again;
    struct buf line = {0};
    struct arena arena = {0};
    struct err err = {0};
    (void)unused;
    record.document = (struct document){.name = STR("n"), .media = MEDIA_MARKDOWN, .published = STR("2025-02-12")};
    record.received = STR("It");
    text_add(&line, &record);
    assert_int_equal(line.ptr[line.len - 1], '\n');
    json_t *json = json_loadb(line.ptr, line.len, 0, NULL);
    assert_non_null(json);
    assert_true(text_record_read(json, &arena, &again, &err));
    assert_true(str_eq(again.text, record.text) && str_eq(again.id, record.id) && str_eq(again.received, STR("It")));
    assert_true(again.line == 7 && again.claims == 2 && again.document.media == MEDIA_MARKDOWN);
    assert_true(str_eq(again.document.published, STR("2025-02-12")) && !again.document.title.ptr);
    json_decref(json);
    buf_release(&line);
    arena_release(&arena);
}

/* The same of a document's line. */
static size_t check_document_line(struct str line, struct arena *arena)
{
    struct text_record quick, slow;
    struct err err = {0};
    if (!text_record_from_line(line, arena, &quick))
        return 0;
    json_t *json = json_loadb(line.ptr, line.len, 0, NULL);
    assert_non_null(json);
    assert_true(text_record_read(json, arena, &slow, &err));
    struct digest a = record_digest(&document_fields, &quick.document),
                  b = record_digest(&document_fields, &slow.document);
    assert_memory_equal(&a, &b, sizeof(a));
    assert_true(str_eq(quick.id, slow.id) && str_eq(quick.text, slow.text) && str_eq(quick.received, slow.received));
    assert_true(!quick.received.ptr == !slow.received.ptr && !quick.id.ptr == !slow.id.ptr);
    assert_true(quick.line == slow.line && quick.claims == slow.claims);
    json_decref(json);
    return 1;
}

static void test_document_is_read_from_its_line_as_jansson_reads_it(void **unused)
{
    static const char changed[] = "0123456789\"\\,:{}nulltruefals.eE-+ \x01\xC3\xA9u";
    struct buf line = {0};
    struct arena arena = {0};
    uint32_t state = 5;
    size_t read = 0, read_changed = 0;
    (void)unused;
    for (int i = 0; i < ROUNDS; i++) {
        struct text_record record = {.text = STR("It \"rose\"\n5 %, as Zoë said."), .claims = 3};
        fill(&document_fields, &record.document, &arena, &state);
        tame(&document_fields, &record.document, &state);
        record.document.published = i % 3 ? STR("2025-02") : STR_NULL;
        record.line = i % 5;
        record.id = random_text(&arena, &state);
        record.received = i % 4 ? STR_NULL : STR("<p>It \"rose\"");
        buf_clear(&line);
        text_add(&line, &record);
        line.len--; /* the line feed */
        read += check_document_line(buf_view(&line), &arena);
        for (uint32_t changes = 1 + next_random(&state) % 3; changes > 0; changes--)
            line.ptr[next_random(&state) % line.len] = changed[next_random(&state) % (sizeof(changed) - 1)];
        read_changed += check_document_line(buf_view(&line), &arena);
        arena_reset(&arena);
    }
    assert_true(read > ROUNDS / 10 && read_changed > 0);
    buf_release(&line);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_is_as_jansson_writes_it),
        cmocka_unit_test(test_claims_of_lines_are_as_jansson_writes_them),
        cmocka_unit_test(test_claims_of_a_store_are_as_jansson_writes_them),
        cmocka_unit_test(test_every_score_is_as_jansson_writes_it),
        cmocka_unit_test(test_claim_is_read_from_its_line_as_jansson_reads_it),
        cmocka_unit_test(test_document_is_read_back_as_it_was_written),
        cmocka_unit_test(test_document_is_read_from_its_line_as_jansson_reads_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
