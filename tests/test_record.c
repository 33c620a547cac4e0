/* Records: the tables of fields, their names, JSON, text and digests. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "core/base/buf.h"
#include "core/record/claim.h"
#include "core/record/document.h"
#include "core/record/review.h"
#include "core/record/series.h"
#include "core/record/visit.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct {
    const char *name;
    const struct fields *fields;
    size_t size;
} records[] = {
    {"claim", &claim_fields, sizeof(struct claim)},
    {"document", &document_fields, sizeof(struct document)},
    {"source", &source_fields, sizeof(struct source)},
    {"citation", &citation_fields, sizeof(struct citation)},
    {"verdict", &verdict_fields, sizeof(struct verdict)},
    {"event", &event_fields, sizeof(struct event)},
    {"series", &series_fields, sizeof(struct series)},
    {"point", &series_point_fields, sizeof(struct series_point)},
    {"drop", &series_drop_fields, sizeof(struct series_drop)},
    {"visit", &visit_fields, sizeof(struct visit)},
    {"sighting", &sighting_fields, sizeof(struct sighting)},
};

static const struct names *const all_names[] = {
    &claim_kinds, &claim_relations, &claim_directions, &claim_modalities, &document_medias, &stances,
    &ratings,     &actions,         &source_kinds,     &look_outcomes,    &presences,
};

static void assert_str(struct str got, const char *expected)
{
    assert_int_equal(got.len, strlen(expected));
    assert_memory_equal(got.ptr, expected, got.len);
}

static void test_names_are_found_by_what_they_print(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(all_names); i++) {
        size_t named = 0;
        for (size_t value = 0; value < all_names[i]->count; value++) {
            int found = -1;
            if (!all_names[i]->name[value])
                continue;
            named++;
            assert_true(names_find(all_names[i], str_from(all_names[i]->name[value]), &found));
            assert_int_equal(found, value); /* no name twice */
        }
        assert_true(named + 1 >= all_names[i]->count); /* at most one value, "none", has no name */
    }
}

static void test_names_find_nothing_else(void **state)
{
    (void)state;
    int found = 77;
    assert_false(names_find(&ratings, STR("Accurate"), &found));
    assert_false(names_find(&ratings, STR("accurate "), &found));
    assert_false(names_find(&ratings, STR("accura"), &found));
    assert_false(names_find(&ratings, STR(""), &found));
    assert_false(names_find(&claim_relations, STR_NULL, &found));
    assert_int_equal(found, 77);
}

static void test_names_list_reads_as_a_sentence_part(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_str(names_list(&stances, &arena), "supports, refutes, context");
    assert_str(names_list(&claim_directions, &arena), "up, down");
    assert_str(names_list(&ratings, &arena), "accurate, mostly-accurate, partly, misleading, inaccurate, outdated, "
                                             "unsupported, not-checkable");
    arena_release(&arena);
}

static void test_fields_have_distinct_names_and_places(void **state)
{
    (void)state;
    for (size_t r = 0; r < COUNT(records); r++) {
        const struct fields *fields = records[r].fields;
        for (size_t i = 0; i < fields->count; i++) {
            const struct field *field = &fields->field[i];
            assert_true(field->offset < records[r].size);
            assert_ptr_equal(fields_find(fields, str_from(field->name)), field);
            assert_true((field->type == FIELD_NAME) == (field->names != NULL));
            for (size_t j = 0; j < i; j++)
                assert_true(fields->field[j].offset != field->offset);
        }
        assert_null(fields_find(fields, STR("no such field")));
    }
}

static size_t size_of(enum field_type type)
{
    return type == FIELD_TEXT   ? sizeof(struct str)
           : type == FIELD_FLAG ? sizeof(bool)
           : type == FIELD_NAME ? sizeof(int)
                                : sizeof(int64_t);
}

/* What the table does not cover of a struct is padding: never as much as a text, so no text has been forgotten. */
static void test_fields_cover_their_structs(void **state)
{
    (void)state;
    for (size_t r = 0; r < COUNT(records); r++) {
        size_t covered = 0, small = 0;
        for (size_t i = 0; i < records[r].fields->count; i++) {
            covered += size_of(records[r].fields->field[i].type);
            small += size_of(records[r].fields->field[i].type) < 8;
        }
        if (records[r].size - covered > small * 7)
            fail_msg("%s: %zu of %zu bytes are in the table", records[r].name, covered, records[r].size);
    }
}

static void test_record_json_has_the_fields_in_the_tables_order(void **state)
{
    (void)state;
    static const struct claim empty;
    json_t *object = record_json(&claim_fields, &empty);
    size_t i = 0;
    for (void *at = json_object_iter(object); at; at = json_object_iter_next(object, at), i++)
        assert_string_equal(json_object_iter_key(at), claim_fields.field[i].name);
    assert_int_equal(i, claim_fields.count);
    json_decref(object);
}

static void test_record_json_of_a_claim_is_the_design_s(void **state)
{
    (void)state;
    struct claim claim = {.literal = STR("5 percent"),
                          .start = 10,
                          .end = 19,
                          .start_char = 10,
                          .end_char = 19,
                          .sentence = STR("\"x\"\né"),
                          .prefix = STR(""),
                          .kind = KIND_PERCENT,
                          .value = STR("5"),
                          .relation = RELATION_NEARLY,
                          .direction = DIRECTION_DOWN,
                          .unit = STR("percent"),
                          .of = STR("GDP"),
                          .quoted = true,
                          .modality = MODALITY_TARGET,
                          .score = 83};
    json_t *object = record_json(&claim_fields, &claim);
    char *text = json_dumps(object, JSON_COMPACT | JSON_REAL_PRECISION(2));
    assert_string_equal(
        text, "{\"number\":null,\"id\":null,\"literal\":\"5 percent\",\"start\":10,\"end\":19,\"start_char\":10,"
              "\"end_char\":19,\"sentence\":\"\\\"x\\\"\\né\",\"sentence_start\":0,\"prefix\":\"\",\"suffix\":null,"
              "\"kind\":\"percent\",\"value\":\"5\",\"upper\":null,\"precision\":null,\"relation\":\"~<\","
              "\"direction\":\"down\",\"unit\":\"percent\",\"unit_assumed\":false,\"per\":null,\"of\":\"GDP\","
              "\"concept\":null,\"subject\":null,\"speaker\":null,\"quoted\":true,\"modality\":\"target\","
              "\"period\":null,\"period_interval\":null,\"score\":0.83}");
    free(text);
    json_decref(object);
}

static void test_record_json_goes_into_an_object_that_is_there(void **state)
{
    (void)state;
    struct verdict verdict = {.rating = RATING_PARTLY, .rationale = STR("so"), .id = STR("u")};
    json_t *object = json_object();
    json_object_set_new(object, "claim", json_integer(2));
    record_json_into(&verdict_fields, &verdict, object);
    char *text = json_dumps(object, JSON_COMPACT);
    assert_string_equal(text, "{\"claim\":2,\"id\":\"u\",\"rating\":\"partly\",\"rationale\":\"so\",\"reviewer\":null,"
                              "\"at\":null}");
    free(text);
    json_decref(object);
}

static void test_record_text_shows_each_type(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct claim claim = {.number = 12, .start = 0, .quoted = true, .kind = KIND_INDEX, .score = 7};
    static const struct {
        const char *field, *text;
    } cases[] = {{"number", "12"},          {"start", "0"},    {"quoted", "true"},
                 {"unit_assumed", "false"}, {"kind", "index"}, {"score", "0.07"}};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_str(record_text(fields_find(&claim_fields, str_from(cases[i].field)), &claim, &arena), cases[i].text);
    claim.number = 0;
    claim.score = 100;
    assert_null(record_text(fields_find(&claim_fields, STR("number")), &claim, &arena).ptr);
    assert_null(record_text(fields_find(&claim_fields, STR("relation")), &claim, &arena).ptr);
    assert_null(record_text(fields_find(&claim_fields, STR("literal")), &claim, &arena).ptr);
    assert_str(record_text(fields_find(&claim_fields, STR("score")), &claim, &arena), "1.00");
    arena_release(&arena);
}

/* An enumeration's value from a store that a newer program wrote prints as null; it is never read beyond the table. */
static void test_record_text_of_an_unknown_name_is_null(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct verdict verdict = {.rating = RATING_END};
    assert_null(record_text(fields_find(&verdict_fields, STR("rating")), &verdict, &arena).ptr);
    verdict.rating = -1;
    assert_null(record_text(fields_find(&verdict_fields, STR("rating")), &verdict, &arena).ptr);
    arena_release(&arena);
}

static void change(const struct field *field, void *record)
{
    void *at = (char *)record + field->offset;
    if (field->type == FIELD_TEXT)
        *(struct str *)at = ((struct str *)at)->ptr ? STR("changed") : STR("");
    else if (field->type == FIELD_FLAG)
        *(bool *)at = !*(bool *)at;
    else if (field->type == FIELD_NAME)
        *(int *)at = 1 + (*(int *)at == 1);
    else
        *(int64_t *)at += 1;
}

/* From null to the empty text, and from that to another: each change of each field shows, and no two alike. */
static void test_record_digest_changes_with_each_field(void **state)
{
    (void)state;
    for (size_t r = 0; r < COUNT(records); r++) {
        const struct fields *fields = records[r].fields;
        void *record = calloc(1, records[r].size);
        struct digest *seen = calloc(2 * fields->count + 1, sizeof(*seen));
        size_t count = 0;
        seen[count++] = record_digest(fields, record);
        for (size_t i = 0; i < 2 * fields->count; i++) {
            change(&fields->field[i % fields->count], record);
            seen[count] = record_digest(fields, record);
            for (size_t j = 0; j < count; j++)
                if (digest_eq(&seen[j], &seen[count]))
                    fail_msg("%s: the digest does not change with %s", records[r].name,
                             fields->field[i % fields->count].name);
            count++;
        }
        free(seen);
        free(record);
    }
}

static void test_record_digest_tells_swapped_fields_apart(void **state)
{
    (void)state;
    struct claim a = {.subject = STR("x"), .concept = STR("y")}, b = {.subject = STR("y"), .concept = STR("x")};
    struct digest digest_a = claim_digest(&a), digest_b = claim_digest(&b);
    assert_false(digest_eq(&digest_a, &digest_b));
}

static void test_claim_digest_leaves_only_the_number_out(void **state)
{
    (void)state;
    struct claim claim = {.literal = STR("5"), .number = 1}, moved = claim, other = claim;
    moved.number = 2;
    other.score = 1;
    struct digest a = claim_digest(&claim), b = claim_digest(&moved), c = claim_digest(&other);
    assert_true(digest_eq(&a, &b));
    assert_false(digest_eq(&a, &c));
}

/* What record_json() writes is read back to the same record. */
static void test_record_from_json_is_the_record(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct err err = {0};
    struct claim claim = {
        .number = 3,
        .literal = STR("about \"5\"\u00a0%"),
        .start = 7,
        .end = 18,
        .kind = KIND_PERCENT,
        .relation = RELATION_ABOUT,
        .direction = DIRECTION_UP,
        .unit_assumed = true,
        .modality = MODALITY_FORECAST,
        .score = 29,
    };
    for (claim.score = 0; claim.score <= 100; claim.score++) {
        struct claim found = {0};
        json_t *json = record_json(&claim_fields, &claim);
        assert_true(record_from_json(&claim_fields, json, &arena, &found, &err));
        json_decref(json);
        struct digest wanted = record_digest(&claim_fields, &claim), got = record_digest(&claim_fields, &found);
        assert_true(digest_eq(&wanted, &got));
    }
    arena_release(&arena);
}

static void test_record_from_json_refuses_what_is_none(void **state)
{
    static const struct {
        const char *json, *message;
    } bad[] = {
        {"{\"kind\":\"monkey\"}", "its 'kind' is not what that can be"},
        {"{\"kind\":1}", "its 'kind' is not what that can be"},
        {"{\"literal\":5}", "its 'literal' is not what that can be"},
        {"{\"start\":1.5}", "its 'start' is not what that can be"},
        {"{\"quoted\":\"yes\"}", "its 'quoted' is not what that can be"},
        {"{\"score\":1.01}", "its 'score' is not what that can be"},
        {"{\"score\":-1}", "its 'score' is not what that can be"},
    };
    (void)state;
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct claim claim = {0};
        struct err err = {0};
        json_t *json = json_loads(bad[i].json, 0, NULL);
        assert_non_null(json);
        assert_false(record_from_json(&claim_fields, json, &arena, &claim, &err));
        assert_int_equal(err.code, ERR_INPUT);
        assert_string_equal(err.msg, bad[i].message);
        json_decref(json);
    }
    arena_release(&arena);
}

static void test_claim_identity_is_text_span_and_literal(void **state)
{
    (void)state;
    struct digest text = digest_of(STR("text")), another = digest_of(STR("another"));
    struct claim claim = {.literal = STR("5"), .start = 3, .end = 4}, same = claim, other;
    same.score = 50;
    same.number = 9;
    struct digest id = claim_identity(&text, &claim), got = claim_identity(&text, &same);
    assert_true(digest_eq(&id, &got));
    got = claim_identity(&another, &claim);
    assert_false(digest_eq(&id, &got));
    other = claim;
    other.start = 2;
    got = claim_identity(&text, &other);
    assert_false(digest_eq(&id, &got));
    other = claim;
    other.end = 5;
    got = claim_identity(&text, &other);
    assert_false(digest_eq(&id, &got));
    other = claim;
    other.literal = STR("6");
    got = claim_identity(&text, &other);
    assert_false(digest_eq(&id, &got));
}

static void test_document_digest_leaves_number_and_count_out(void **state)
{
    (void)state;
    struct document document = {.name = STR("a.txt")}, told = document, other = document;
    told.number = 4;
    told.claims = 9;
    other.added_by = STR("somebody");
    struct digest a = document_digest(&document), b = document_digest(&told), c = document_digest(&other);
    assert_true(digest_eq(&a, &b));
    assert_false(digest_eq(&a, &c));
}

static void test_event_hash_covers_all_but_itself(void **state)
{
    (void)state;
    struct event event = {.number = 1, .id = STR("u"), .at = STR("t"), .content = STR("{}"), .previous = STR("")};
    struct digest hash = event_hash(&event);
    for (size_t i = 0; i < event_fields.count; i++) {
        struct event changed = event;
        change(&event_fields.field[i], &changed);
        struct digest got = event_hash(&changed);
        bool itself = str_eq(str_from(event_fields.field[i].name), STR("hash"));
        if (digest_eq(&hash, &got) != itself)
            fail_msg("%s", event_fields.field[i].name);
    }
}

static void test_rating_needs_a_citation_unless_there_can_be_none(void **state)
{
    (void)state;
    assert_true(rating_needs_citation(RATING_ACCURATE) && rating_needs_citation(RATING_OUTDATED));
    assert_false(rating_needs_citation(RATING_UNSUPPORTED) || rating_needs_citation(RATING_NOT_CHECKABLE));
    assert_true(kind_is_background(KIND_DATE) && kind_is_background(KIND_RANK) && kind_is_background(KIND_SCORE) &&
                !kind_is_background(KIND_MONEY));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_are_found_by_what_they_print),
        cmocka_unit_test(test_names_find_nothing_else),
        cmocka_unit_test(test_names_list_reads_as_a_sentence_part),
        cmocka_unit_test(test_fields_have_distinct_names_and_places),
        cmocka_unit_test(test_fields_cover_their_structs),
        cmocka_unit_test(test_record_json_has_the_fields_in_the_tables_order),
        cmocka_unit_test(test_record_json_of_a_claim_is_the_design_s),
        cmocka_unit_test(test_record_json_goes_into_an_object_that_is_there),
        cmocka_unit_test(test_record_text_shows_each_type),
        cmocka_unit_test(test_record_text_of_an_unknown_name_is_null),
        cmocka_unit_test(test_record_digest_changes_with_each_field),
        cmocka_unit_test(test_record_digest_tells_swapped_fields_apart),
        cmocka_unit_test(test_claim_digest_leaves_only_the_number_out),
        cmocka_unit_test(test_record_from_json_is_the_record),
        cmocka_unit_test(test_record_from_json_refuses_what_is_none),
        cmocka_unit_test(test_claim_identity_is_text_span_and_literal),
        cmocka_unit_test(test_document_digest_leaves_number_and_count_out),
        cmocka_unit_test(test_event_hash_covers_all_but_itself),
        cmocka_unit_test(test_rating_needs_a_citation_unless_there_can_be_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
