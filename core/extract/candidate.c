/*
 * Candidates: a scan for signs by their bytes, and for number words by the first eight letters of each run of letters,
 * looked up in a small hash table.
 */
#include "core/extract/candidate.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/bytes.h"
#include "core/base/utf8.h"

#define SLOT_BITS 10
#define SLOTS (1u << SLOT_BITS)
enum { WINDOW = 32 }; /* bytes in which words begin; they end in the next so many */

static const uint32_t number_words =
    WORD_CARDINAL | WORD_SCALE | WORD_VAGUE | WORD_FRACTION | WORD_ORDINAL | WORD_MULTIPLE | WORD_MONTH;
WORD_LIST(other_words, "dozen tens twice thrice double triple treble quadruple"); /* and what ends in "fold" */

struct candidates {
    uint64_t slot[SLOTS]; /* WORD_KEYs; 0 is empty */
    size_t count;
};

static size_t slot_of(const struct candidates *candidates, uint64_t key)
{
    size_t at = key * 0x9E3779B97F4A7C15u >> (64 - SLOT_BITS);
    while (candidates->slot[at] != 0 && candidates->slot[at] != key)
        at = (at + 1) % SLOTS;
    return at;
}

/* Words are known by their letters up to the first eight, or the first other sign. */
static void add_words(struct candidates *candidates, const char *words)
{
    struct str rest = str_from(words);
    while (rest.len > 0) {
        struct str word = str_split(&rest, ' ');
        uint64_t key = 0;
        size_t len = 0;
        while (len < word.len && len < sizeof(key) && is_alpha(word.ptr[len]))
            len++;
        if (len == 0)
            continue;
        memcpy(&key, word.ptr, len);
        candidates->slot[slot_of(candidates, key)] = key;
        candidates->count++;
        assert(candidates->count * 2 < SLOTS);
    }
}

struct candidates *candidates_new(void)
{
    struct candidates *candidates = mem_alloc(sizeof(*candidates));
    for (const struct word_group *group = word_groups; group->classes; group++)
        if (group->classes & number_words)
            add_words(candidates, group->words);
    add_words(candidates, other_words.words);
    return candidates;
}

void candidates_free(struct candidates *candidates)
{
    free(candidates);
}

/* The letters, the signs and the first bytes of what is beyond ASCII, one bit a byte. */
struct view {
    uint64_t letters, signs, leads;
};

static struct view look_at(const char *from)
{
    struct view view = {0, 0, 0};
    for (int i = 0; i < WINDOW; i += BYTES_WIDTH) {
        bytes16 bytes = bytes_load(from + i);
        /* the signs that are tokens of their own (TOKEN_SYMBOL), and digits: "#$%&", "*+", "/0…9", "<=>", "~" */
        bytes16 signs = bytes_between(bytes, '#', '&') | bytes_between(bytes, '*', '+') |
                        bytes_between(bytes, '/', '9') | bytes_between(bytes, '<', '>') | bytes_are(bytes, '~');
        view.letters |= (uint64_t)bytes_mask(bytes_between(bytes | 0x20, 'a', 'z')) << i;
        view.signs |= (uint64_t)bytes_mask(signs) << i;
        view.leads |= (uint64_t)bytes_mask(bytes_between(bytes, 0xC0, 0xFF)) << i;
    }
    return view;
}

/* Beyond ASCII: white space, dashes, quotation marks and common letters begin no figure. */
static bool may_be_sign(struct str text, size_t at)
{
    uint32_t point;
    utf8_decode(text, at, &point);
    bool space =
        point == 0xA0 || (point >= 0x2000 && point <= 0x200B) || point == 0x2028 || point == 0x2029 || point == 0x202F;
    bool mark =
        (point >= 0x2010 && point <= 0x2015) || (point >= 0x2018 && point <= 0x201F) || point == 0xAB || point == 0xBB;
    bool letter =
        (point >= 0xC0 && point < 0x2000 && point != 0xD7 && point != 0xF7) || (point >= 0x3041 && point < 0xE000);
    return !space && !mark && !letter;
}

/* Two months are verbs in small letters: a date of one has a day or a year beside it, which is a candidate itself. */
static bool is_verb(uint64_t key, bool capital)
{
    return !capital && (key == WORD_KEY("may") || key == WORD_KEY("march"));
}

static bool is_number_word(const struct candidates *candidates, const char *word, size_t len)
{
    static const uint64_t low_bytes[] = {
        0,
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
        0xFF,
        0xFFFF,
        0xFFFFFF,
        0xFFFFFFFF,
        0xFFFFFFFFFF,
        0xFFFFFFFFFFFF,
        0xFFFFFFFFFFFFFF,
#else
        0xFF00000000000000,
        0xFFFF000000000000,
        0xFFFFFF0000000000,
        0xFFFFFFFF00000000,
        0xFFFFFFFFFF000000,
        0xFFFFFFFFFFFF0000,
        0xFFFFFFFFFFFFFF00,
#endif
        0xFFFFFFFFFFFFFFFF,
    };
    uint64_t key;
    uint32_t last;
    memcpy(&key, word, sizeof(key));
    key = (key | 0x2020202020202020) & low_bytes[len < 8 ? len : 8];
    if (candidates->slot[slot_of(candidates, key)] != 0)
        return !is_verb(key, !is_lower(*word));
    if (len < 5)
        return false;
    memcpy(&last, word + len - sizeof(last), sizeof(last));
    last |= 0x20202020;
    return memcmp(&last, "fold", sizeof(last)) == 0;
}

/*
 * The first candidate that begins in a window, which `view` shows; the window's length where there is none. Of words, only
 * those in `starts` are looked at; `letters` goes on into the next window.
 */
static size_t first_in(const struct candidates *candidates, const char *window, struct str rest, struct view view,
                       uint64_t starts, uint64_t letters)
{
    size_t first = view.signs ? (size_t)__builtin_ctzll(view.signs) : WINDOW;
    for (; view.leads; view.leads &= view.leads - 1) {
        size_t at = (size_t)__builtin_ctzll(view.leads);
        if (at >= first)
            break;
        if (at < rest.len && may_be_sign(rest, at))
            first = at;
    }
    for (; starts; starts &= starts - 1) {
        size_t at = (size_t)__builtin_ctzll(starts);
        if (at >= first)
            break;
        uint64_t beyond = ~(letters >> at);
        size_t len = beyond ? (size_t)__builtin_ctzll(beyond) : (size_t)2 * WINDOW; /* letters as far as can be seen */
        if (at + len >= (size_t)2 * WINDOW || is_number_word(candidates, window + at, len))
            return at; /* what is longer than any word is looked at by others */
    }
    return first;
}

size_t candidate_next(const struct candidates *candidates, struct str text, size_t from)
{
    char last[4 * WINDOW] = {0}; /* a copy of the text's end, for nothing may be read beyond that */
    struct view view = {0, 0, 0};
    uint64_t before = 0; /* whether a letter stands before the window */
    const char *window = NULL;
    for (size_t at = from; at < text.len; at += WINDOW) {
        size_t left = text.len - at;
        if (left >= sizeof(last) / 2) {
            window = text.ptr + at;
        } else if (window >= last && window < last + sizeof(last)) {
            window += WINDOW;
        } else {
            memcpy(last, text.ptr + at, left);
            window = last;
        }
        if (at == from)
            view = look_at(window);
        struct view next = look_at(window + WINDOW);
        uint64_t letters = view.letters | next.letters << WINDOW;
        uint64_t starts = view.letters & ~(view.letters << 1 | before);
        size_t first = first_in(candidates, window, str_slice(text, at, text.len), view, starts, letters);
        if (first < WINDOW)
            return at + first;
        before = view.letters >> (WINDOW - 1);
        view = next;
    }
    return text.len;
}

bool figure_may_be(const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->at[i];
        if (token->kind == TOKEN_NUMBER || token->kind == TOKEN_SYMBOL ||
            (token->word && (token->word->classes & number_words) &&
             !is_verb(token->key, token->flags & TOKEN_CAPITAL)))
            return true;
        size_t len = token->end - token->start; /* "dozen", "tens", "sixfold", "twice" */
        if (token->kind == TOKEN_WORD && len >= 4 &&
            !(token->word && (token->word->classes & ~(uint32_t)WORD_ADVERB)) &&
            (token_listed(tokens, i, &other_words) || str_ends(token_text(tokens, i), STR("fold"))))
            return true;
    }
    return false;
}
