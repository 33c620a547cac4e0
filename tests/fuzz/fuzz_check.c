/*
 * Fuzzes checking on any text that is UTF-8, against one series that has a figure for every question: whatever is said of
 * Germany's population in 2023 may hold or fail, anything else can't be compared; and the sums of any text can be done.
 */
#include <stdlib.h>

#include "core/base/utf8.h"
#include "core/check/check.h"
#include "core/check/sums.h"
#include "core/extract/extract.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static bool one_point(void *ctx, size_t which, struct str key, struct points *ret, struct err *err)
{
    static const struct series_point point = {.entity = {"DEU", 3},
                                              .entity_name = {"Germany", 7},
                                              .key = {"DEU", 3},
                                              .period = {"2023", 4},
                                              .first = {"2023-01-01", 10},
                                              .last = {"2023-12-31", 10},
                                              .value = {"83000000", 8},
                                              .written = {"83000000", 8}};
    (void)ctx;
    (void)which;
    (void)err;
    *ret = (struct points){&point, str_eq(key, STR("DEU")) ? 1 : 0};
    return true;
}

static const struct series population = {
    .number = 1, .name = {"people", 6}, .measure = {"population", 10}, .unit = {"person", 6}, .table = {"t.csv", 5}};
static const struct tables tables = {&population, 1, one_point, NULL};

/* Made once: making them anew would be most of the work. */
static struct checker *the_checker(void)
{
    static struct checker *checker;
    const struct check_settings settings = {.widths = widths_usual};
    struct err err = {0};
    if (!checker)
        checker = checker_new(&tables, &settings, &err);
    return checker;
}

static struct extractor *the_extractor(void)
{
    static struct extractor *extractor;
    if (!extractor)
        extractor = extractor_new();
    return extractor;
}

static void check_one(const struct claim *claim, const struct frame *before, struct arena *arena, struct frame *ret)
{
    const struct check_input input = {.claim = claim, .published = STR("2025-02-12"), .before = before};
    struct check found;
    struct err err = {0};
    check(check_claim(the_checker(), &input, arena, &found, &err));
    check(found.status == CHECK_CANNOT || (found.count > 0 && str_eq(found.findings[0].entity, STR("Germany"))));
    check(found.status != CHECK_CANNOT || found.why.ptr);
    json_decref(check_json(&found));
    *ret = found.frame;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct str text = {(const char *)data, size};
    const struct extract_context context = {.published = STR("2025-02-12")};
    struct claim *claims = NULL;
    struct sum_fault *faults = NULL;
    struct frame frames[2];
    size_t count = 0, fault_count = 0, bad;
    if (size == 0 || !utf8_valid(text, &bad))
        return 0;
    extract_claims(the_extractor(), text, &context, &arena, &claims, &count);
    for (size_t i = 0; i < count; i++)
        check_one(&claims[i], i > 0 ? &frames[(i + 1) % 2] : NULL, &arena, &frames[i % 2]);
    const struct sum_document document = {claims, count, text, claims, count};
    sums_find(&document, &widths_usual, &arena, &faults, &fault_count);
    arena_release(&arena);
    return 0;
}
