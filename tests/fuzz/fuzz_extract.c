/*
 * Fuzzes extraction on any bytes that are UTF-8: every claim is where it says it is, and the same text gives the same
 * claims.
 */
#include <stdlib.h>
#include <string.h>

#include "core/base/decimal.h"
#include "core/base/utf8.h"
#include "core/extract/extract.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_claim(struct str text, const struct claim *claim)
{
    size_t start = (size_t)claim->start, end = (size_t)claim->end, sentence = (size_t)claim->sentence_start;
    struct decimal ignored;
    check(claim->start >= 0 && start < end && end <= text.len);
    check(str_eq(claim->literal, str_slice(text, start, end)));
    check(claim->sentence_start >= 0 && sentence <= start && end <= sentence + claim->sentence.len);
    check(str_eq(claim->sentence, str_slice(text, sentence, sentence + claim->sentence.len)));
    check(utf8_count(str_slice(text, 0, start)) == (size_t)claim->start_char);
    check(utf8_count(str_slice(text, 0, end)) == (size_t)claim->end_char);
    check(claim->kind >= 0 && claim->kind < KIND_END && claim->modality >= 0 && claim->modality < MODALITY_END);
    check(claim->score >= 0 && claim->score <= 100);
    if (claim->kind != KIND_DATE && claim->value.ptr)
        check(decimal_parse(claim->value, &ignored));
}

static struct digest extract_once(struct extractor *extractor, struct str text)
{
    struct arena arena = {0};
    const struct extract_context context = {.published = STR("2025-02-12")};
    struct claim *claims = NULL;
    size_t count = 0;
    struct hasher hasher;
    hash_init(&hasher);
    extract_claims(extractor, text, &context, &arena, &claims, &count);
    for (size_t i = 0; i < count; i++) {
        check_claim(text, &claims[i]);
        check(i == 0 || claims[i - 1].end <= claims[i].start);
        struct digest digest = claim_digest(&claims[i]);
        hash_add(&hasher, (struct str){(const char *)digest.bytes, DIGEST_SIZE});
    }
    struct claim figure;
    extract_figure(extractor, text, &arena, &figure);
    arena_release(&arena);
    return hash_end(&hasher);
}

/* The tables are made once: making them anew would be most of the work. */
static struct extractor *the_extractor(void)
{
    static struct extractor *extractor;
    if (!extractor)
        extractor = extractor_new();
    return extractor;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    size_t bad;
    if (size == 0 || !utf8_valid(text, &bad))
        return 0;
    struct digest first = extract_once(the_extractor(), text), second = extract_once(the_extractor(), text);
    check(digest_eq(&first, &second));
    return 0;
}
