/*
 * Properties of extraction, tried on every text of the tests and on what a generator makes of them: a literal is the text
 * at its span, whatever is done to the text; what stands in a sentence does not depend on the sentences after it. And the
 * evaluation set (tests/eval), whose texts are among them, is whole.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/utf8.h"
#include "core/text/token.h"
#include "tests/eval/set.h"
#include "tests/properties.h"

/* A property of one text: false where it does not hold. */
typedef bool text_fn(struct extractor *extractor, struct str text, struct random *random);

/* Tries the text of each case of a file, laid out as test_extract.c says. */
static size_t failures_of_cases(const char *path, struct extractor *extractor, text_fn *holds, struct random *random)
{
    struct buf bytes = file_bytes(path);
    struct str rest = buf_view(&bytes);
    size_t failed = 0;
    while (rest.len > 0) {
        if (!str_starts(str_split(&rest, '\n'), STR("## ")))
            continue;
        struct str text = {rest.ptr, 0};
        while (rest.len > 0 && rest.ptr[0] != '{' && !str_starts(rest, STR("nothing\n"))) {
            struct str line = str_split(&rest, '\n');
            text.len = (size_t)(line.ptr + line.len - text.ptr);
        }
        failed += !holds(extractor, text, random);
    }
    buf_release(&bytes);
    return failed;
}

static size_t failures_of_file(const char *path, struct extractor *extractor, text_fn *holds, struct random *random)
{
    struct buf bytes = file_bytes(path);
    size_t failed = !holds(extractor, buf_view(&bytes), random);
    buf_release(&bytes);
    return failed;
}

static void assert_for_every_text(text_fn *holds)
{
    static const char *const patterns[] = {"tests/cases/*.cases", "tests/eval/*.cases", "samples/*.[tm]*"};
    struct extractor *extractor = extractor_new();
    struct random random = {20260302};
    size_t failed = 0;
    for (size_t p = 0; p < COUNT_OF(patterns); p++) {
        glob_t files = files_matching(patterns[p]);
        for (size_t i = 0; i < files.gl_pathc; i++)
            failed += str_ends(str_from(files.gl_pathv[i]), STR(".cases"))
                          ? failures_of_cases(files.gl_pathv[i], extractor, holds, &random)
                          : failures_of_file(files.gl_pathv[i], extractor, holds, &random);
        globfree(&files);
    }
    extractor_free(extractor);
    if (failed > 0)
        fail_msg("does not hold for %zu texts", failed);
}

/* ---- a literal is the text at its span, whatever is done to the text ---- */

static bool surroundings_are_exact(struct str text, const struct claim *claim)
{
    size_t start = utf8_back(text, (size_t)claim->start, 32), end = utf8_forward(text, (size_t)claim->end, 32);
    return str_eq(claim->prefix, str_slice(text, start, (size_t)claim->start)) &&
           str_eq(claim->suffix, str_slice(text, (size_t)claim->end, end));
}

static const char *span_fault(struct str text, const struct claim *claim, size_t at, int64_t chars_at)
{
    size_t start = (size_t)claim->start, end = (size_t)claim->end;
    if (claim->start < 0 || start < at || end <= start || end > text.len)
        return "a span out of order, or overlapping the one before";
    if (!str_eq(str_slice(text, start, end), claim->literal))
        return "a literal that is not the text at its span";
    int64_t start_char = chars_at + (int64_t)utf8_count(str_slice(text, at, start));
    if (claim->start_char != start_char || claim->end_char != start_char + (int64_t)utf8_count(claim->literal))
        return "a span in characters that is not the one in bytes";
    int64_t sentence_end = claim->sentence_start + (int64_t)claim->sentence.len;
    if (claim->sentence_start < 0 || claim->sentence_start > claim->start || sentence_end < claim->end ||
        sentence_end > (int64_t)text.len ||
        !str_eq(claim->sentence, str_slice(text, (size_t)claim->sentence_start, (size_t)sentence_end)))
        return "a sentence that does not hold its claim";
    if (!surroundings_are_exact(text, claim))
        return "a prefix or suffix that is not the text beside the literal";
    return NULL;
}

static const char *spans_fault(struct str text, const struct extraction *got)
{
    size_t at = 0;
    int64_t chars = 0, sentence = 0;
    for (size_t i = 0; i < got->count; i++) {
        const struct claim *claim = &got->claims[i];
        const char *fault = span_fault(text, claim, at, chars);
        if (!fault && claim->sentence_start < sentence)
            fault = "a sentence out of order";
        if (fault)
            return fault;
        at = (size_t)claim->end;
        chars = claim->end_char;
        sentence = claim->sentence_start;
    }
    return NULL;
}

/* A place between two characters. */
static size_t random_place(struct random *random, struct str text)
{
    size_t at = random_below(random, text.len + 1);
    while (at > 0 && at < text.len && ((unsigned char)text.ptr[at] & 0xc0) == 0x80)
        at--;
    return at;
}

/* Code points of the text from a place on, at most `most`. */
static struct str random_piece(struct random *random, struct str text, size_t most)
{
    size_t start = random_place(random, text);
    return str_slice(text, start, utf8_forward(text, start, 1 + random_below(random, most)));
}

/*
 * The text with one piece left out, put in, copied from elsewhere, or two neighbours swapped. Pieces are whole
 * characters, so it stays UTF-8.
 */
static void mutate(struct random *random, struct str text, struct buf *ret)
{
    static const char *const inserted[] = {
        "1",      "0",     ",",    ".",        "-",         "–",     "$", "€",      "%",        "\"",       "“",
        "”",      "'",     "(",    " ",        "\n",        "\n\n",  " ", "\u202f", "\u200b",   "é",        "½",
        "°",      "🔥",     " of ", " to ",     "5",         " and ", "m", "bn",     " million", " he said", " between ",
        " from ", " per ", "st",   " percent", " year-old", "–7",    "/", "#",
    };
    size_t at = random_place(random, text);
    size_t next = utf8_forward(text, at, 1), resume = at;
    struct str piece = STR_NULL, swapped = STR_NULL;
    switch (random_below(random, 4)) {
    case 0:
        resume = utf8_forward(text, at, 1 + random_below(random, random_chance(random, 4) ? 12 : 2));
        break;
    case 1:
        piece = str_from(inserted[random_below(random, COUNT_OF(inserted))]);
        break;
    case 2:
        resume = utf8_forward(text, next, 1 + random_below(random, 8));
        piece = str_slice(text, next, resume);
        swapped = str_slice(text, at, next);
        break;
    default:
        piece = random_piece(random, text, 12);
        break;
    }
    buf_str(ret, str_slice(text, 0, at));
    if (piece.ptr)
        buf_str(ret, piece);
    if (swapped.ptr)
        buf_str(ret, swapped);
    buf_str(ret, str_slice(text, resume, text.len));
}

static bool mutants_keep_their_spans(struct extractor *extractor, struct str text, struct random *random)
{
    bool all = true;
    for (size_t round = 0; round < 100 && all; round++) {
        struct buf mutant = {0};
        size_t bad;
        buf_str(&mutant, text);
        for (size_t change = 0; change <= random_below(random, 4); change++) {
            struct buf next = {0};
            mutate(random, buf_view(&mutant), &next);
            buf_release(&mutant);
            mutant = next;
        }
        assert_true(utf8_valid(buf_view(&mutant), &bad));
        struct extraction got;
        extraction_run(extractor, buf_view(&mutant), &got);
        const char *fault = spans_fault(buf_view(&mutant), &got);
        if (fault)
            fprintf(stderr, "%s:\n  %.*s\n", fault, STR_ARG(buf_view(&mutant)));
        all = !fault;
        extraction_release(&got);
        buf_release(&mutant);
    }
    return all;
}

static void test_a_literal_is_the_text_at_its_span_whatever_is_done_to_the_text(void **state)
{
    (void)state;
    assert_for_every_text(mutants_keep_their_spans);
}

/* ---- what stands in a sentence does not depend on the sentences after it ---- */

/* The claims that end before a place, without the field that shows what follows. */
static json_t *claims_before(const struct extraction *got, size_t end)
{
    json_t *all = json_array();
    for (size_t i = 0; i < got->count; i++) {
        if ((size_t)got->claims[i].end > end)
            break;
        json_t *claim = record_json(&claim_fields, &got->claims[i]);
        json_object_del(claim, "suffix");
        json_array_append_new(all, claim);
    }
    return all;
}

static bool prefix_has_the_same(struct extractor *extractor, struct str text, size_t end,
                                const struct extraction *whole)
{
    struct extraction part;
    extraction_run(extractor, str_slice(text, 0, end), &part);
    json_t *alone = claims_before(&part, end), *followed = claims_before(whole, end);
    bool same = json_equal(alone, followed);
    if (!same) {
        fprintf(stderr, "cut after: …%.*s\n  before: …%.*s…\n",
                STR_ARG(str_slice(text, utf8_back(text, end, 120), end)),
                STR_ARG(str_slice(text, end, utf8_forward(text, end, 60))));
        for (size_t i = 0; i < json_array_size(alone) || i < json_array_size(followed); i++) {
            json_t *a = json_array_get(alone, i), *b = json_array_get(followed, i);
            if (a && b && json_equal(a, b))
                continue;
            if (a)
                record_show(stderr, "alone:   ", a);
            if (b)
                record_show(stderr, "followed:", b);
        }
    }
    json_decref(alone);
    json_decref(followed);
    extraction_release(&part);
    return same;
}

/*
 * Cut after each sentence. Whether single line feeds part paragraphs is told by the look of the whole text, so a cut
 * that changes that look is a text laid out another way, and no cut of the same one.
 */
static bool sentences_ignore_what_follows(struct extractor *extractor, struct str text, struct random *random)
{
    (void)random;
    struct lexicon *lexicon = lexicon_new();
    bool wrapped = text_is_wrapped(text), all = true;
    struct sentence_reader reader = {.text = text, .lexicon = lexicon, .wrapped = wrapped};
    struct sentence sentence;
    struct extraction whole;
    extraction_run(extractor, text, &whole);
    while (sentence_next(&reader, &sentence))
        if (text_is_wrapped(str_slice(text, 0, sentence.end)) == wrapped)
            all = prefix_has_the_same(extractor, text, sentence.end, &whole) && all;
    extraction_release(&whole);
    lexicon_free(lexicon);
    return all;
}

static void test_a_sentence_does_not_depend_on_those_after_it(void **state)
{
    (void)state;
    assert_for_every_text(sentences_ignore_what_follows);
}

/* ---- the evaluation set ---- */

static void test_evaluation_set_is_whole(void **state)
{
    (void)state;
    glob_t files = files_matching("tests/eval/*.cases");
    size_t documents = 0;
    for (size_t i = 0; i < files.gl_pathc; i++) {
        struct eval_file file;
        bool whole = eval_file_read(files.gl_pathv[i], &file);
        documents += file.count;
        eval_file_release(&file);
        if (!whole)
            fail_msg("'%s' is no file of the evaluation set", files.gl_pathv[i]);
    }
    globfree(&files);
    assert_true(documents >= 150);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_literal_is_the_text_at_its_span_whatever_is_done_to_the_text),
        cmocka_unit_test(test_a_sentence_does_not_depend_on_those_after_it),
        cmocka_unit_test(test_evaluation_set_is_whole),
    };
    return cmocka_run_group_tests_name("properties", tests, NULL, NULL);
}
