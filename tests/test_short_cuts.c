/*
 * Short cuts change nothing: with ASSAY_THOROUGH set the extractor reads every sentence, in order and at once; without it,
 * it looks for candidates first and hears speakers only when it must. Both find the same, on every text of the tests and on
 * documents that a generator makes of them. And what is asked of many bytes or of a bit at once is what a plain loop says.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/extract/candidate.h"
#include "core/text/token.h"
#include "core/text/token_scan.h"
#include "tests/properties.h"

/* ---- the sentences that documents are made of ---- */

struct pool {
    struct arena arena;
    struct str *at;
    size_t count, cap;
};

static void pool_add(struct pool *pool, struct str text)
{
    if (text.len == 0 || text.ptr[0] == '{' || memchr(text.ptr, '\0', text.len))
        return;
    pool->at = mem_grow(pool->at, &pool->cap, pool->count + 1, sizeof(*pool->at));
    pool->at[pool->count++] = arena_str(&pool->arena, text);
}

/* Lines, and their parts at ". ": what is in no case's order any more. */
static void pool_add_file(struct pool *pool, const char *path)
{
    struct buf bytes = file_bytes(path);
    struct str rest = buf_view(&bytes);
    while (rest.len > 0) {
        struct str line = str_split(&rest, '\n');
        while (line.len > 0) {
            size_t end = str_find(line, STR(". "), 0);
            size_t next = end < line.len ? end + 2 : line.len;
            pool_add(pool, str_slice(line, 0, end < line.len ? end + 1 : end));
            line = str_slice(line, next, line.len);
        }
    }
    buf_release(&bytes);
}

static void pool_fill(struct pool *pool)
{
    static const char *const patterns[] = {"tests/cases/*.cases", "tests/eval/*.cases", "samples/*.[tm]*", "*.md"};
    *pool = (struct pool){0};
    for (size_t p = 0; p < COUNT_OF(patterns); p++) {
        glob_t files = files_matching(patterns[p]);
        for (size_t i = 0; i < files.gl_pathc; i++)
            pool_add_file(pool, files.gl_pathv[i]);
        globfree(&files);
    }
    assert_true(pool->count > 1000);
}

static void pool_release(struct pool *pool)
{
    free(pool->at);
    arena_release(&pool->arena);
}

/* What parts sentences, opens and closes quotations, names speakers, and what a scan of bytes may stumble over. */
static const char *const pieces[] = {" ",
                                     ". ",
                                     "\n",
                                     "\n\n",
                                     "! ",
                                     "? ",
                                     "\"",
                                     " \"",
                                     "\" ",
                                     "“",
                                     "”",
                                     " ‘",
                                     "’ ",
                                     "'",
                                     ", ",
                                     "; ",
                                     ": ",
                                     "—",
                                     " - ",
                                     "…",
                                     "é",
                                     "½",
                                     "€",
                                     "%",
                                     "5",
                                     "\xC2\xA0",
                                     "\t",
                                     "\r\n",
                                     " he said",
                                     " she says",
                                     " it said, ",
                                     " one ",
                                     " May ",
                                     " Mr. Ana Lopez, the finance minister, said ",
                                     " the minister said ",
                                     " according to Lopez, ",
                                     " Lopez said that ",
                                     " put the cost at ",
                                     " twelve ",
                                     " sixfold",
                                     " http://a.b/1 ",
                                     " U.S. ",
                                     " No. ",
                                     "1. ",
                                     "日本",
                                     " I ",
                                     " we "};

static void add_document(struct buf *text, const struct pool *pool, struct random *random)
{
    static const char *const between[] = {" ", " ", " ", "\n", "\n\n"};
    size_t sentences = 1 + random_below(random, 24);
    const char *gap = between[random_below(random, COUNT_OF(between))];
    bool stirred = random_chance(random, 2);
    size_t from = random_below(random, pool->count);
    for (size_t i = 0; i < sentences; i++) {
        struct str sentence = pool->at[stirred ? random_below(random, pool->count) : (from + i) % pool->count];
        size_t cut = random_chance(random, 3) ? random_below(random, sentence.len + 1) : sentence.len;
        while (cut < sentence.len && ((unsigned char)sentence.ptr[cut] & 0xC0) == 0x80)
            cut++;
        buf_str(text, str_slice(sentence, 0, cut));
        if (cut < sentence.len)
            buf_str(text, str_from(pieces[random_below(random, COUNT_OF(pieces))]));
        buf_str(text, str_slice(sentence, cut, sentence.len));
        buf_str(text, str_from(gap));
    }
}

/* ---- both ways of reading ---- */

struct readers {
    struct extractor *quick, *thorough;
};

static void readers_make(struct readers *readers)
{
    unsetenv("ASSAY_THOROUGH");
    readers->quick = extractor_new();
    setenv("ASSAY_THOROUGH", "1", 1);
    readers->thorough = extractor_new();
    unsetenv("ASSAY_THOROUGH");
}

static void readers_release(struct readers *readers)
{
    extractor_free(readers->quick);
    extractor_free(readers->thorough);
}

static bool same_claims(const struct readers *readers, struct str text, const struct extract_context *context)
{
    struct arena arena = {0};
    struct claim *quick = NULL, *thorough = NULL;
    size_t quick_count = 0, thorough_count = 0;
    extract_claims(readers->quick, text, context, &arena, &quick, &quick_count);
    extract_claims(readers->thorough, text, context, &arena, &thorough, &thorough_count);
    bool same = quick_count == thorough_count;
    for (size_t i = 0; same && i < quick_count; i++) {
        struct digest a = record_digest(&claim_fields, &quick[i]), b = record_digest(&claim_fields, &thorough[i]);
        same = memcmp(&a, &b, sizeof(a)) == 0;
        if (!same)
            fprintf(stderr, "claim '%.*s', '%.*s' of '%.*s'\n", STR_ARG(quick[i].literal), STR_ARG(thorough[i].literal),
                    STR_ARG(text));
    }
    arena_release(&arena);
    return same;
}

static void test_short_cuts_every_text_of_the_tests_is_read_the_same(void **state)
{
    (void)state;
    static const char *const patterns[] = {"tests/cases/*.cases", "tests/eval/*.cases", "samples/*.[tm]*", "*.md"};
    static const struct extract_context context = {.published = {"2024-05-06", 10}};
    struct readers readers;
    readers_make(&readers);
    for (size_t p = 0; p < COUNT_OF(patterns); p++) {
        glob_t files = files_matching(patterns[p]);
        for (size_t i = 0; i < files.gl_pathc; i++) {
            struct buf bytes = file_bytes(files.gl_pathv[i]);
            assert_true(same_claims(&readers, buf_view(&bytes), &context));
            buf_release(&bytes);
        }
        globfree(&files);
    }
    readers_release(&readers);
}

static void test_short_cuts_generated_documents_are_read_the_same(void **state)
{
    (void)state;
    enum { DOCUMENTS = 1500 };
    struct random random = {20261123};
    struct readers readers;
    struct pool pool;
    struct buf text = {0};
    pool_fill(&pool);
    readers_make(&readers);
    for (int i = 0; i < DOCUMENTS; i++) {
        struct extract_context context = {0};
        if (random_chance(&random, 2))
            context.published = STR("2025-02-12");
        if (random_chance(&random, 4))
            context.author = STR("Ada Example");
        buf_clear(&text);
        add_document(&text, &pool, &random);
        assert_true(same_claims(&readers, buf_view(&text), &context));
    }
    buf_release(&text);
    readers_release(&readers);
    pool_release(&pool);
}

/* More sentences than are remembered unheard, sentences longer than any, and a speaker asked for at the very end. */
static void test_short_cuts_long_documents_are_read_the_same(void **state)
{
    (void)state;
    enum { SENTENCES = 5000, WORDS = 2 * LIMIT_SENTENCE_TOKENS };
    static const struct extract_context context = {0};
    struct readers readers;
    struct buf text = {0};
    readers_make(&readers);
    buf_str(&text, STR("Mira Holt, the energy minister, said the plan was sound. "));
    for (int i = 0; i < SENTENCES; i++)
        buf_printf(&text, "It was a quiet day in town. They sold %d loaves. ", i);
    for (int i = 0; i < WORDS; i++)
        buf_str(&text, i == WORDS / 3 || i == WORDS - 9 ? STR("\"twelve ships ") : STR("of oak "));
    buf_str(&text,
            STR("and so on. The energy minister said 40 ships sank. She said 12 were saved. Holt said 3 burned."));
    assert_true(same_claims(&readers, buf_view(&text), &context));
    buf_release(&text);
    readers_release(&readers);
}

/* What a sentence says of speakers may hang on its figures, also where it is heard later than it was read. */
static void test_short_cuts_figures_of_what_was_not_heard_are_known(void **state)
{
    (void)state;
    static const struct extract_context context = {0};
    struct readers readers;
    readers_make(&readers);
    assert_true(
        same_claims(&readers,
                    STR("A quiet day began. They counted 40 ships. Early estimates by local firms put the repair "
                        "bill at $12 million. It said 7 cranes fell."),
                    &context));
    readers_release(&readers);
}

/* A paragraph that goes on with a quotation, and whose first sentence has a candidate that is no figure. */
static void test_short_cuts_quotations_that_go_on_are_whose_they_were(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "“We have 40 ships,” said Ana Lopez. “They are good ships.\n“No one of us is sad. We sold 12 of them.",
        "“We have 40 ships,” said Ana Lopez. “They are good ships.\nNo one of us is sad. “We sold 12 of them.",
        "“We have 40 ships,” said Ana Lopez. “There is no one.\n“May we go? We sold 12 of them. She said 7 sank.",
        "“No one of us is sad. “We sold 12 of them.” No one came, said Per Lund. “It was 9 days.\n“One of us sold 12.",
        "“We have 40 ships,” said Ana Lopez. “Their 40 ships are good.\n\n“No one of us is sad.” “We sold 12 of them.”",
    };
    static const struct extract_context context = {0};
    struct readers readers;
    readers_make(&readers);
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        assert_true(same_claims(&readers, str_from(texts[i]), &context));
    readers_release(&readers);
}

/* Names, offices and pronouns that stand for somebody who was named where nobody listened, for nobody, or for both. */
static void test_short_cuts_who_was_not_heard_is_known_when_asked(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Mira Holt sat. A quiet day began. Holt said 40 ships sank.",
        "A quiet day began. Holt said 40 ships sank. Mira Holt sat. Holt said 7 sank. Old Per Holt sat. Holt said 3.",
        "Mira Holt sat. She said 40 sank. A quiet day began. Holt said 12 sank.",
        "Treasury Secretary Ana Lopez sat. They met. The secretary said 40 ships sank.",
        "Ana Lopez, the harbour minister, sat. They met. The minister said 40 ships sank.",
        "The harbour minister, Ana Lopez, said they met. A quiet day began. The harbour minister said 40 ships sank.",
        "They met the minister, in the town of Holt. The minister said 40 sank. According to the minister, 3.",
        "The minister said 40 ships sank. Ana Lopez, the minister, sat. The minister said 12 ships sank.",
        "He said: \"We sold 40 ships.\" Ana Lopez sat. He said: \"We sold 12 ships.\"",
        "In 40 ships, he told the town: \"We go.\" In the town he said of Per Lund: \"We sold 12 ships.\"",
        "The harbour disputes what she said; it was this: “We go,” and 12 ships sank. They met.",
        "Ana Lopez said they met. He said so. \"We sold 40 ships.\" It said so. \"We sold 12 ships.\"",
        "Ana Lopez, the minister, sat. The minister said they met. \"We sold 40.\" Lopez said so. \"We sold 12.\"",
        "They met. \"We sold 40 ships.\" Per Lund said so. A quiet day began. \"We sold 12 ships.\" They sold 3 ships.",
        "“We go,” said Per Lund. “We\n\n“sold 40 ships.\n\nA quiet day began.\n\n“We sold 12 ships.",
        "Feld saw it. Mr. Feld sat. Mr Feld sat. Feld said 40 ships sank.",
        "They sold 40 ships, arguing Feld, ARGUING Feld said.",
        "Ana \x01 Feld sat. Feld said 40 ships sank.",
        "They saw \x1b[ Mrs. Feld there. Feld said 40 ships sank.",
    };
    static const struct extract_context context = {0};
    struct readers readers;
    readers_make(&readers);
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        assert_true(same_claims(&readers, str_from(texts[i]), &context));
    readers_release(&readers);
}

/* More questions than there is to hear: all is heard, now and then. */
static void test_short_cuts_many_questions_are_answered_the_same(void **state)
{
    (void)state;
    enum { SENTENCES = 1200 };
    static const char *const sentences[] = {
        "The harbour minister said %d ships sank. ",
        "Holt said %d ships sank. ",
        "Old Holt sat, and the minister, with her, sold %d. ",
        "\"We sold %d of them.\" ",
        "A quiet day began. ",
        "It said %d ships sank. ",
        "Mira Holt, the harbour minister, said %d ships sank. ",
    };
    static const struct extract_context context = {0};
    struct random random = {40};
    struct readers readers;
    struct buf text = {0};
    readers_make(&readers);
    for (int i = 0; i < SENTENCES; i++) { /* the last of them seldom */
        size_t kinds = random_chance(&random, 200) ? COUNT_OF(sentences) : COUNT_OF(sentences) - 1;
        struct str sentence = str_from(sentences[random_below(&random, kinds)]);
        size_t at = str_find(sentence, STR("%d"), 0);
        buf_str(&text, str_slice(sentence, 0, at));
        if (at < sentence.len) {
            buf_printf(&text, "%d", i);
            buf_str(&text, str_slice(sentence, at + 2, sentence.len));
        }
    }
    assert_true(same_claims(&readers, buf_view(&text), &context));
    buf_release(&text);
    readers_release(&readers);
}

/* ---- candidates: wherever in a window they stand ---- */

static void test_short_cuts_candidates_are_found_at_any_place(void **state)
{
    (void)state;
    static const char *const figures[] = {"7",   "$", "€", "½", "one", "Twelve", "SIXFOLD", "dozens", "seventeenths",
                                          "May", "%", "…", "~", "bn"};
    enum { PLACES = 150, BEHIND = 3 };
    struct candidates *candidates = candidates_new();
    for (size_t f = 0; f < COUNT_OF(figures); f++)
        for (size_t place = 0; place < PLACES; place++)
            for (size_t behind = 0; behind < BEHIND; behind++) {
                struct buf text = {0};
                for (size_t i = 0; i < place; i++)
                    buf_char(&text, i % 7 == 6 || i + 1 == place ? ' ' : 'a');
                buf_str(&text, str_from(figures[f]));
                for (size_t i = 0; i < behind * 40; i++)
                    buf_char(&text, i % 5 == 0 ? ' ' : 'b');
                char *exact = mem_alloc(text.len); /* so that a sanitizer sees a byte read behind it */
                memcpy(exact, text.ptr, text.len);
                assert_int_equal(candidate_next(candidates, (struct str){exact, text.len}, 0), place);
                assert_int_equal(candidate_next(candidates, (struct str){exact, place}, 0), place);
                free(exact);
                buf_release(&text);
            }
    candidates_free(candidates);
}

static void test_short_cuts_no_sentence_with_a_figure_is_passed_over(void **state)
{
    (void)state;
    struct candidates *candidates = candidates_new();
    struct lexicon *lexicon = lexicon_new();
    struct pool pool;
    size_t passed = 0;
    pool_fill(&pool);
    for (size_t i = 0; i < pool.count; i++) {
        struct arena scratch = {0};
        size_t end;
        struct tokens tokens =
            tokenise(pool.at[i], (struct sentence){0, pool.at[i].len, true}, lexicon, &scratch, &end);
        bool candidate = candidate_next(candidates, pool.at[i], 0) < pool.at[i].len;
        assert_true(candidate || !figure_may_be(&tokens));
        passed += !candidate;
        arena_release(&scratch);
    }
    assert_true(passed > 0);
    pool_release(&pool);
    lexicon_free(lexicon);
    candidates_free(candidates);
}

/* ---- bits and keys ---- */

static uint32_t classes_of(const struct word_list *list)
{
    struct str rest = str_from(list->words);
    uint32_t classes = 0;
    while (rest.len > 0)
        classes |= word_class_named(str_split(&rest, ' '));
    return classes;
}

static void assert_lists_agree(const struct tokens *tokens, size_t i)
{
    const struct word_list *list = word_lists_begin;
    for (size_t left = word_list_number(word_lists_end); left > 0; left--, list++)
        if (token_listed(tokens, i, list) !=
            (token_has(tokens, i, classes_of(list)) || token_spells_one_of(tokens, i, list->words)))
            fail_msg("'%.*s' and the list '%s'", STR_ARG(token_text(tokens, i)), list->words);
}

static void test_short_cuts_a_bit_says_what_the_list_says(void **state)
{
    (void)state;
    enum { EVERY = 7 };
    struct lexicon *lexicon = lexicon_new();
    struct pool pool;
    pool_fill(&pool);
    for (size_t k = 0; k < pool.count; k += EVERY) {
        struct arena scratch = {0};
        size_t end;
        struct tokens tokens =
            tokenise(pool.at[k], (struct sentence){0, pool.at[k].len, true}, lexicon, &scratch, &end);
        for (size_t i = 0; i < tokens.count; i++)
            assert_lists_agree(&tokens, i);
        arena_release(&scratch);
    }
    pool_release(&pool);
    lexicon_free(lexicon);
}

static void test_short_cuts_a_word_is_known_in_any_shape(void **state)
{
    (void)state;
    struct lexicon *lexicon = lexicon_new();
    struct arena scratch = {0};
    struct str text = STR("THAT doesn’t approximately Approximate isn't o’clock, of.");
    size_t end;
    struct tokens tokens = tokenise(text, (struct sentence){0, text.len, true}, lexicon, &scratch, &end);
    assert_true(token_is(&tokens, 0, "that") && !token_is(&tokens, 0, "tha") && !token_is(&tokens, 0, "thats"));
    assert_true(token_is(&tokens, 1, "doesn't"));
    assert_true(token_is(&tokens, 2, "approximately") && !token_is(&tokens, 2, "approximate"));
    assert_true(token_is(&tokens, 3, "approximate") && !token_is(&tokens, 3, "approxim"));
    assert_true(token_is_one_of(&tokens, 4, "is isn't") && token_is(&tokens, 5, "o'clock"));
    assert_true(token_is(&tokens, 7, "of") && token_is(&tokens, 8, ".") && !token_is(&tokens, 9, "of"));
    arena_release(&scratch);
    lexicon_free(lexicon);
}

/* ---- plain tokens ---- */

static void assert_same_tokens(struct str text, const struct lexicon *lexicon)
{
    struct arena scratch = {0};
    struct scan scan = {.text = text, .end = text.len, .lexicon = lexicon, .mail = true};
    struct tokens any = scan_tokens(&scan, &scratch, false), all = {0};
    size_t end;
    struct tokens tokens = tokenise(text, (struct sentence){0, text.len, true}, lexicon, &scratch, &end);
    assert_int_equal(tokens.count, any.count);
    for (size_t i = 0; i < any.count; i++) {
        const struct token *a = &tokens.at[i], *b = &any.at[i];
        if (a->start != b->start || a->end != b->end || a->word != b->word || a->row != b->row || a->key != b->key ||
            a->classes != b->classes || a->kind != b->kind || a->flags != b->flags || a->mark != b->mark)
            fail_msg("token %zu of '%.*s'", i, STR_ARG(text));
        all.classes |= b->classes;
        all.kinds |= (uint8_t)TOKEN_BIT(b->kind);
        all.flags |= b->flags;
        all.marks |= b->kind == TOKEN_WORD ? 0 : TOKEN_MARK_BIT(b->mark);
        for (size_t k = 0; k < WORD_ROW; k++)
            all.all.bits[k] |= b->row[k];
    }
    assert_true(all.classes == tokens.classes && all.kinds == tokens.kinds && all.flags == tokens.flags &&
                all.marks == tokens.marks);
    assert_memory_equal(&all.all, &tokens.all, sizeof(all.all));
    arena_release(&scratch);
}

static void test_short_cuts_plain_tokens_are_cut_like_any_others(void **state)
{
    (void)state;
    enum { TEXTS = 20000, PARTS = 12 };
    static const char *const parts[] = {" ",
                                        " ",
                                        "the",
                                        "Two",
                                        "NATO",
                                        "U",
                                        "s",
                                        "www",
                                        "http",
                                        "//",
                                        ".",
                                        ".",
                                        ",",
                                        ":",
                                        "-",
                                        "'",
                                        "’",
                                        "\"",
                                        "@",
                                        "#",
                                        "$",
                                        "%",
                                        "+",
                                        "_",
                                        "/",
                                        "7",
                                        "000",
                                        "1,000",
                                        "é",
                                        "—",
                                        "\t",
                                        "\n",
                                        "(",
                                        "…",
                                        "ll",
                                        "abcdefghijklmno",
                                        "internationalize",
                                        "Unconstitutional"};
    struct lexicon *lexicon = lexicon_new();
    struct random random = {11};
    struct pool pool;
    pool_fill(&pool);
    for (size_t k = 0; k < pool.count; k++)
        if (pool.at[k].len < LIMIT_SENTENCE_TOKENS) /* longer ones may be cut */
            assert_same_tokens(pool.at[k], lexicon);
    for (int n = 0; n < TEXTS; n++) {
        struct buf text = {0};
        for (size_t left = 1 + random_below(&random, PARTS); left > 0; left--)
            buf_str(&text, str_from(parts[random_below(&random, COUNT_OF(parts))]));
        assert_same_tokens(buf_view(&text), lexicon);
        buf_release(&text);
    }
    pool_release(&pool);
    lexicon_free(lexicon);
}

/* A sentence that fills its limit is cut the same, whatever its last token and the white space behind it. */
static void test_short_cuts_a_full_sentence_is_cut_like_any_other(void **state)
{
    (void)state;
    static const struct {
        const char *word, *behind;
        bool cut;
    } cases[] = {{"ab", "", false}, {"ab", " ", true}, {"ab", "\t", true},
                 {"é", "", false},  {"é", " ", true},  {"é", "\t", true}};
    struct lexicon *lexicon = lexicon_new();
    for (size_t k = 0; k < COUNT_OF(cases); k++) {
        struct arena scratch = {0};
        struct buf text = {0};
        size_t end, full;
        for (size_t i = 0; i < LIMIT_SENTENCE_TOKENS; i++) {
            buf_str(&text, i > 0 ? STR(" ") : STR(""));
            buf_str(&text, str_from(cases[k].word));
        }
        full = text.len;
        buf_str(&text, str_from(cases[k].behind));
        struct tokens tokens = tokenise(buf_view(&text), (struct sentence){0, text.len, true}, lexicon, &scratch, &end);
        assert_int_equal(tokens.count, LIMIT_SENTENCE_TOKENS - cases[k].cut);
        assert_int_equal(end, cases[k].cut ? full - strlen(cases[k].word) - 1 : full);
        arena_release(&scratch);
        buf_release(&text);
    }
    lexicon_free(lexicon);
}

/* ---- bytes ---- */

static void test_short_cuts_utf8_is_told_as_byte_by_byte(void **state)
{
    (void)state;
    enum { TEXTS = 3000, LONGEST = 80 };
    static const char *const parts[] = {
        "a", "é", "€", "😀", "\xC3", "\x80", "\xE2\x82", "\xF4\x90\x80\x80", "bcdefghijklmnop"};
    struct random random = {7};
    for (int n = 0; n < TEXTS; n++) {
        struct buf text = {0};
        while (text.len < random_below(&random, LONGEST))
            buf_str(&text, str_from(parts[random_below(&random, random_chance(&random, 9) ? COUNT_OF(parts) : 4)]));
        struct str view = buf_view(&text);
        size_t bad = view.len, at = 0, count = 0, told = view.len;
        for (uint32_t point; at < view.len;) {
            size_t len = utf8_decode(view, at, &point);
            if (len == 1 && (unsigned char)view.ptr[at] >= 0x80) {
                bad = at;
                break;
            }
            at += len;
            count++;
        }
        assert_int_equal(utf8_valid(view, &told), bad == view.len);
        assert_int_equal(told, bad);
        if (bad == view.len)
            assert_int_equal(utf8_count(view), count);
        buf_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_short_cuts_every_text_of_the_tests_is_read_the_same),
        cmocka_unit_test(test_short_cuts_generated_documents_are_read_the_same),
        cmocka_unit_test(test_short_cuts_long_documents_are_read_the_same),
        cmocka_unit_test(test_short_cuts_figures_of_what_was_not_heard_are_known),
        cmocka_unit_test(test_short_cuts_quotations_that_go_on_are_whose_they_were),
        cmocka_unit_test(test_short_cuts_who_was_not_heard_is_known_when_asked),
        cmocka_unit_test(test_short_cuts_many_questions_are_answered_the_same),
        cmocka_unit_test(test_short_cuts_candidates_are_found_at_any_place),
        cmocka_unit_test(test_short_cuts_no_sentence_with_a_figure_is_passed_over),
        cmocka_unit_test(test_short_cuts_a_bit_says_what_the_list_says),
        cmocka_unit_test(test_short_cuts_a_word_is_known_in_any_shape),
        cmocka_unit_test(test_short_cuts_plain_tokens_are_cut_like_any_others),
        cmocka_unit_test(test_short_cuts_a_full_sentence_is_cut_like_any_other),
        cmocka_unit_test(test_short_cuts_utf8_is_told_as_byte_by_byte),
    };
    return cmocka_run_group_tests_name("short cuts", tests, NULL, NULL);
}
