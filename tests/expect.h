/*
 * Expected claims: read from data files, compared with what extraction found. tests/test_extract.c and
 * tests/test_samples.c share it.
 *
 * An expectation is a JSON object with some of a claim's fields, "literal", "kind" and "value" at least. A found claim
 * meets it when every field that it gives is the same; a field given as null must be null. The comparison demands that
 * every expectation is met, in the order of the text, and that every claim found is expected, but for those of a
 * background kind (date, rank, score), which may be left out of the list.
 */
#ifndef TESTS_EXPECT_H
#define TESTS_EXPECT_H

#include <glob.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/buf.h"
#include "core/record/claim.h"

/* The whole of a file; the caller releases the buffer. A file that can't be read fails the test. */
static inline struct buf file_bytes(const char *path)
{
    struct buf bytes = {0};
    char chunk[4096];
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("can't read '%s'", path);
    for (size_t n; (n = fread(chunk, 1, sizeof(chunk), file)) > 0;)
        buf_add(&bytes, chunk, n);
    fclose(file);
    return bytes;
}

/* One expectation from a line of a data file; a line that is none fails the test. The caller owns it. */
static inline json_t *expectation_read(struct str line, const char *path, size_t line_number)
{
    static const char *const required[] = {"literal", "kind", "value"};
    json_error_t error;
    json_t *expectation = json_loadb(line.ptr, line.len, JSON_REJECT_DUPLICATES, &error);
    if (!json_is_object(expectation))
        fail_msg("%s:%zu: not a JSON object: %s", path, line_number, error.text);
    const char *kind = json_string_value(json_object_get(expectation, "kind"));
    size_t needed = sizeof(required) / sizeof(required[0]) - (kind && strcmp(kind, "score") == 0); /* it has no value */
    for (size_t i = 0; i < needed; i++)
        if (!json_is_string(json_object_get(expectation, required[i])))
            fail_msg("%s:%zu: no text '%s'", path, line_number, required[i]);
    const char *name;
    json_t *value;
    json_object_foreach (expectation, name, value) {
        if (!fields_find(&claim_fields, str_from(name)))
            fail_msg("%s:%zu: '%s' is no field of a claim", path, line_number, name);
    }
    return expectation;
}

/* The claims as a JSON array of whole records, as `extract --format ndjson` prints them. The caller owns it. */
static inline json_t *claims_json(const struct claim *claims, size_t count)
{
    json_t *array = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(array, record_json(&claim_fields, &claims[i]));
    return array;
}

static inline bool expectation_met(json_t *expectation, json_t *claim)
{
    const char *name;
    json_t *value;
    json_object_foreach (expectation, name, value) {
        if (!json_equal(value, json_object_get(claim, name)))
            return false;
    }
    return true;
}

static inline bool claim_is_background(json_t *claim)
{
    int kind = KIND_END;
    names_find(&claim_kinds, str_from(json_string_value(json_object_get(claim, "kind"))), &kind);
    return kind_is_background(kind);
}

/* Prints a record without what no expectation is about: nulls, and its place. */
static inline void record_show(FILE *out, const char *what, json_t *record)
{
    static const char *const place[] = {"start", "end", "start_char", "end_char", "sentence_start", "prefix", "suffix"};
    json_t *shown = json_copy(record);
    for (size_t i = 0; i < sizeof(place) / sizeof(place[0]); i++)
        json_object_del(shown, place[i]);
    const char *name;
    json_t *value;
    void *next;
    json_object_foreach_safe (shown, next, name, value) {
        if (json_is_null(value) && json_object_get(record, "sentence"))
            json_object_del(shown, name);
    }
    char *text = json_dumps(shown, JSON_COMPACT);
    fprintf(out, "  %s %s\n", what, text);
    free(text);
    json_decref(shown);
}

/*
 * Compares, and prints on stderr what is missing and what is too much; returns how many of both there are. Since
 * expectations come in the order of the text, each takes the first claim after the one before it that meets it.
 */
static inline size_t expect_compare(json_t *expected, json_t *found)
{
    size_t faults = 0, next = 0, count = json_array_size(found);
    bool *taken = mem_alloc(count + 1);
    for (size_t i = 0; i < json_array_size(expected); i++) {
        size_t at = next;
        while (at < count && !expectation_met(json_array_get(expected, i), json_array_get(found, at)))
            at++;
        if (at < count) {
            taken[at] = true;
            next = at + 1;
        } else {
            faults++;
            record_show(stderr, "missing:", json_array_get(expected, i));
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (taken[i] || claim_is_background(json_array_get(found, i)))
            continue;
        faults++;
        record_show(stderr, "not expected:", json_array_get(found, i));
    }
    free(taken);
    return faults;
}

/* The files that a pattern matches, sorted; none at all fails the test. The caller calls globfree(). */
static inline glob_t files_matching(const char *pattern)
{
    glob_t files = {0};
    if (glob(pattern, 0, NULL, &files) != 0) {
        fprintf(stderr, "no file matches '%s': run the tests from the project's root\n", pattern);
        exit(1);
    }
    return files;
}

#endif
