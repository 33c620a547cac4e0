/*
 * What the tests of the report share: a small desk with two documents, a claim with two verdicts and a source, and one
 * that is open; and reports printed into strings.
 */
#ifndef TESTS_REPORT_FIXTURE_H
#define TESTS_REPORT_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/report/report.h"

enum { TEXT, MARKDOWN, JSON, CSV, HTML, CLAIMREVIEW, ANNOTATIONS, NDJSON, TSV, FORMATS };

static const struct document article = {
    .number = 1,
    .id = {"aa", 2},
    .name = {"aid.txt", 7},
    .title = {"Aid in figures", 14},
    .publisher = {"The Gazette", 11},
    .url = {"https://example.org/aid", 23},
    .published = {"2025-02-12", 10},
    .sha256 = {"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 64},
    .bytes = 4727,
    .added_at = {"2025-02-12T14:00:00Z", 20},
    .added_by = {"Jane Doe", 8},
    .claims = 9,
};

static const struct document quiet = {.number = 2, .name = {"quiet.txt", 9}, .bytes = 10};

static inline struct claim spent_claim(void)
{
    struct str sentence = STR("The U.S. has spent more than $180 billion on the war since\nFebruary 2022, he said.");
    struct claim claim = {.number = 2,
                          .id = STR("9f3c"),
                          .literal = STR("more than $180 billion"),
                          .start = 119,
                          .end = 141,
                          .start_char = 117,
                          .end_char = 139,
                          .sentence = sentence,
                          .sentence_start = 100,
                          .kind = KIND_MONEY,
                          .value = STR("180000000000"),
                          .relation = RELATION_ABOVE,
                          .unit = STR("USD"),
                          .unit_assumed = true,
                          .concept = STR("the war"),
                          .subject = STR("the U.S."),
                          .speaker = STR("Pete Hegseth"),
                          .quoted = true,
                          .period = STR("since February 2022"),
                          .score = 83};
    return claim;
}

static const struct claim target_claim = {
    .number = 3,
    .literal = {"5 percent", 9},
    .start = 5,
    .end = 14,
    .sentence = {"Spend 5 percent of GDP!", 23},
    .sentence_start = -1,
    .kind = KIND_PERCENT,
    .value = {"5", 1},
    .relation = RELATION_EQUAL,
    .unit = {"percent", 7},
    .of = {"GDP", 3},
    .modality = MODALITY_TARGET,
};

static const struct source law = {
    .number = 1,
    .id = {"s1", 2},
    .type = {"report", 6},
    .title = {"Appropriations", 14},
    .author = {"CRS", 3},
    .publisher = {"Congress", 8},
    .url = {"https://example.org/law.pdf", 27},
    .published = {"2025-01-31", 10},
};

static const struct citation citation = {
    .id = {"c1", 2},
    .source = {"s1", 2},
    .stance = STANCE_SUPPORTS,
    .quote = {"a total of $182.8 billion", 25},
    .locator = {"p. 4", 4},
    .figure = {"182.8 billion USD", 17},
    .figure_value = {"182800000000", 12},
    .figure_unit = {"USD", 3},
    .accessed = {"2025-02-11", 10},
    .reviewer = {"Jane Doe", 8},
    .at = {"2025-02-12T14:02:00Z", 20},
};

static const struct verdict verdicts[] = {
    {{"v1", 2}, RATING_PARTLY, {"Not sure yet.", 13}, {"Jane Doe", 8}, {"2025-02-12T14:02:30Z", 20}},
    {{"v2", 2}, RATING_ACCURATE, {"182.8 is more than 180.", 23}, {"John Roe", 8}, {"2025-02-12T14:03:00Z", 20}},
};

static inline struct report new_report(int format, int width)
{
    struct report report = {.style = {.width = width}, .format = report_format(format)};
    report.head.generated_at = STR("2025-02-12T14:03:09Z");
    report.head.version = STR("assay 0.1.0");
    report.head.counts = (struct report_counts){.documents = 2, .claims = 2, .open = 1, .cited = 1};
    report.head.counts.by_rating[RATING_ACCURATE] = 1;
    return report;
}

static inline void tell(struct report *report)
{
    struct claim spent = spent_claim();
    const struct report_citation cited = {&citation, &law};
    const struct report_claim first = {&spent, &cited, 1, verdicts, 2}, second = {.claim = &target_claim};
    report_begin(report);
    report_document(report, &article);
    report_claim(report, &article, &first);
    report_claim(report, &article, &second);
    report_document(report, &quiet);
    report_end(report);
}

/* The whole report as a string that the caller frees. Where it is inlined, gcc 12 takes that string for a variable's. */
__attribute__((noinline, unused)) static char *print(struct report *report, void (*fn)(struct report *))
{
    char *text = NULL;
    size_t size = 0;
    report->out = open_memstream(&text, &size);
    fn(report);
    assert_int_equal(fclose(report->out), 0);
    assert_int_equal(strlen(text), size);
    return text;
}

static inline void assert_contains(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("there is no '%s' in:\n%s", part, text);
}

static inline json_t *parse(const char *text)
{
    json_error_t error;
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, &error);
    if (!root)
        fail_msg("line %d: %s in %s", error.line, error.text, text);
    return root;
}

static inline const char *text_at(json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

#endif
