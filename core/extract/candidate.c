/*
 * Candidates: a scan for signs by their bytes, and for number words by the first three letters of each run of letters and then
 * by the first eight, looked up in small hash tables.
 */
#include "core/extract/candidate.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/bytes.h"
#include "core/base/utf8.h"

#define SLOT_BITS 10
#define SLOTS (1u << SLOT_BITS)
#define BEGINNING_BITS 12
#define BEGINNINGS (1u << BEGINNING_BITS)
enum {
    WINDOW = 64,          /* bytes that are looked at at once */
    BEYOND = BYTES_WIDTH, /* and how far words are read behind them */
};

/* clang-format off */
static const struct word_list other_words WORD_LIST_SECTION = {FIGURE_WORDS
#define COMPARED(words, hundredths) words " "
#define FOLD(word, hundredths) word " "
#include "core/extract/multiple_words.def"
#undef COMPARED
#undef FOLD
};
/* clang-format on */

struct candidates {
    bool begins[BEGINNINGS]; /* whether a word may begin so: beginning_of() */
    uint64_t slot[SLOTS];    /* WORD_KEYs; 0 is empty */
    size_t count;
};

/* By three letters, of either case: few words begin with the same ones as a number word. */
static inline size_t beginning_of(uint64_t key)
{
    const uint64_t letter = 0x1F;
    key &= letter << WORD_KEY_SHIFT(0) | letter << WORD_KEY_SHIFT(1) | letter << WORD_KEY_SHIFT(2);
    return bytes_slot(key, BEGINNING_BITS);
}

static size_t slot_of(const struct candidates *candidates, uint64_t key)
{
    size_t at = bytes_slot(key, SLOT_BITS);
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
        assert(len >= 2);
        memcpy(&key, word.ptr, len);
        for (uint64_t next = 0; next <= 0x1F; next++) /* whatever stands behind one of two letters */
            candidates->begins[beginning_of(len > 2 ? key : key | next << WORD_KEY_SHIFT(2))] = true;
        candidates->slot[slot_of(candidates, key)] = key;
        candidates->count++;
        assert(candidates->count * 2 < SLOTS);
    }
}

struct candidates *candidates_new(void)
{
    struct candidates *candidates = mem_alloc(sizeof(*candidates));
    for (const struct word_group *group = word_groups; group->classes; group++)
        if (group->classes & FIGURE_CLASSES)
            add_words(candidates, group->words);
    add_words(candidates, other_words.words);
    return candidates;
}

void candidates_free(struct candidates *candidates)
{
    free(candidates);
}

/* The letters, and the signs and what is beyond ASCII: one bit a byte. */
struct view {
    uint64_t letters, others;
};

static inline uint32_t letters_among(bytes16 bytes)
{
    return bytes_mask(bytes_between(bytes | 0x20, 'a', 'z'));
}

static inline struct view look_at(const char *from)
{
    struct view view = {0, 0};
#pragma GCC unroll 4
    for (int i = 0; i < WINDOW; i += BYTES_WIDTH) {
        bytes16 bytes = bytes_load(from + i);
        /* the signs that are tokens of their own (TOKEN_SYMBOL), and digits: "#$%&", "*+", "/0…9", "<=>", "~" */
        bytes16 signs = bytes_between(bytes, '#', '&') | bytes_between(bytes, '*', '+') |
                        bytes_between(bytes, '/', '9') | bytes_between(bytes, '<', '>') | bytes_are(bytes, '~');
        view.letters |= (uint64_t)letters_among(bytes) << i;
        view.others |= (uint64_t)bytes_mask(signs | bytes) << i;
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
static bool is_month_as_verb(uint64_t key, bool capital)
{
    return !capital && (key == WORD_KEY("may") || key == WORD_KEY("march"));
}

static bool is_number_word(const struct candidates *candidates, const char *word)
{
    size_t len = (size_t)__builtin_ctz(~letters_among(bytes_load(word)));
    uint64_t key;
    memcpy(&key, word, sizeof(key));
    key |= 0x2020202020202020;
    if (len < sizeof(key))
        key = word_key_of_first(key, len);
    return candidates->slot[slot_of(candidates, key)] != 0 && !is_month_as_verb(key, !is_lower(*word));
}

/* The first candidate in a window on `rest`, WINDOW where there is none. Of its words, those in `starts` are looked at. */
static size_t first_in(const struct candidates *candidates, const char *window, struct str rest, uint64_t others,
                       uint64_t starts)
{
    size_t first = WINDOW;
    for (; others && first == WINDOW; others &= others - 1) {
        size_t at = (size_t)__builtin_ctzll(others);
        unsigned char byte = (unsigned char)window[at]; /* one from 0x80 to 0xBF begins nothing */
        if (byte < 0x80 || (byte >= 0xC0 && may_be_sign(rest, at)))
            first = at;
    }
    if (first < WINDOW)
        starts &= ((uint64_t)1 << first) - 1;
    for (; starts; starts &= starts - 1) {
        size_t at = (size_t)__builtin_ctzll(starts);
        uint64_t key;
        memcpy(&key, window + at, sizeof(key));
        if (candidates->begins[beginning_of(key)] && is_number_word(candidates, window + at))
            return at;
    }
    return first;
}

size_t candidate_next(const struct candidates *candidates, struct str text, size_t from)
{
    char last[2 * WINDOW + BEYOND] = {0}; /* a copy of the text's end, for nothing may be read beyond that */
    const char *window = NULL;
    uint64_t before = 0; /* whether a letter stands before the window */
    for (size_t at = from; at < text.len; at += WINDOW) {
        size_t left = text.len - at;
        if (left >= WINDOW + BEYOND) {
            window = text.ptr + at;
        } else if (window == last) {
            window += WINDOW;
        } else {
            memcpy(last, text.ptr + at, left);
            window = last;
        }
        struct view view = look_at(window);
        uint64_t starts = view.letters & ~(view.letters << 1 | before);
        size_t first = first_in(candidates, window, str_slice(text, at, text.len), view.others, starts);
        if (first < WINDOW)
            return at + first;
        before = view.letters >> (WINDOW - 1);
    }
    return text.len;
}

bool figure_may_be(const struct tokens *tokens)
{
    if (tokens->kinds & (TOKEN_BIT(TOKEN_NUMBER) | TOKEN_BIT(TOKEN_SYMBOL)))
        return true;
    bool others = tokens_listed(tokens, &other_words);
    if (!(tokens->classes & FIGURE_CLASSES) && !others)
        return false;
    if ((tokens->classes & FIGURE_CLASSES) && others)
        return true; /* beside any of those words, "may" too, the others are figures whatever else they are */
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *token = &tokens->at[i];
        if (token->classes & FIGURE_CLASSES && !is_month_as_verb(token->key, token->flags & TOKEN_CAPITAL))
            return true;
        if (token->kind == TOKEN_WORD && !(token->classes & ~(uint32_t)WORD_ADVERB) &&
            token_listed(tokens, i, &other_words))
            return true;
    }
    return false;
}
