/*
 * The lexicon: what the extractor knows of single English words, looked up once a token, and which of the rules' own lists
 * of words each stands in.
 *
 * A word has classes (a set of bits: "may" is an auxiliary and a month) and at most one value (a number word's value,
 * a scale word's power of ten, an ordinal's rank, a month's number). Words are kept in lower case; the few that count
 * only with a capital (a month called May, "Will") are told apart by the rules that use them.
 */
#ifndef CORE_TEXT_LEXICON_H
#define CORE_TEXT_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/bytes.h"
#include "core/base/mem.h"
#include "core/base/str.h"

enum word_class {
    /* numbers in words */
    WORD_CARDINAL = 1u << 0, /* two, eleven, forty: value is the number */
    WORD_SCALE = 1u << 1,    /* hundred, million, bn, crore: value is the power of ten */
    WORD_VAGUE = 1u << 2,    /* dozens, hundreds, millions: value is the power of ten (dozens: -12) */
    WORD_FRACTION = 1u << 3, /* half, third(s), quarter(s): value is the denominator */
    WORD_ORDINAL = 1u << 4,  /* first, third, twentieth: value is the rank */
    WORD_MULTIPLE = 1u << 5, /* doubled, tripled, halved: value in hundredths of the multiple */
    /* time */
    WORD_MONTH = 1u << 6,
    WORD_WEEKDAY = 1u << 7,
    /* words that hold a sentence together */
    WORD_DETERMINER = 1u << 8,
    WORD_PREPOSITION = 1u << 9,
    WORD_CONJUNCTION = 1u << 10,  /* and, or, but */
    WORD_SUBORDINATOR = 1u << 11, /* that, which, while, because, if */
    WORD_PRONOUN = 1u << 12,
    WORD_AUXILIARY = 1u << 13,
    WORD_ADVERB = 1u << 14,
    WORD_NEGATION = 1u << 15,
    /* verbs, and what they do to a figure */
    WORD_VERB = 1u << 16,
    WORD_SAYING = 1u << 17, /* said, told, announced */
    WORD_UP = 1u << 18,     /* rose, gained; rise, increase; up, higher */
    WORD_DOWN = 1u << 19,
    WORD_BETWEEN = 1u << 20, /* by, a, further, sharply, …: may stand between such a word and its figure */
    /* nouns that matter to a rule */
    WORD_LABEL = 1u << 21,        /* Article, Section, Highway: "Article 5" is a name */
    WORD_HONORIFIC = 1u << 22,    /* Mr, President, Senator */
    WORD_PLURAL = 1u << 23,       /* people, police, children: plural without an s */
    WORD_SINGULAR = 1u << 24,     /* news, series, gas: no plural for all their s */
    WORD_ABBREVIATION = 1u << 25, /* a full stop after it ends no sentence by itself */
    WORD_PERSONAL = 1u << 26,     /* he, she: may stand for the last speaker */
    WORD_PRICE = 1u << 27,        /* cost, pay, budget: "pounds" beside it are money */
    WORD_WEIGHT = 1u << 28,       /* weigh, heavy: they are not */
    WORD_INDEX = 1u << 29,        /* index, shares, poll: "points" beside it are an index's */
    WORD_BODY = 1u << 30,         /* Bank, Ministry, Kingdom: a capitalised phrase with it names no person */
    WORD_PUBLIC = 1u << 31,       /* budget, GDP, tax, unemployment: figures about it are worth checking */
};

/* How often a word is a verb where it stands, in WordNet's tagged texts; and three more facts that the tagger asks for. */
enum word_tag {
    TAG_VERB_SELDOM = 1, /* its other uses are five times as frequent at least: market, park */
    TAG_VERB_OFTEN = 2,  /* plan, cost */
    TAG_VERB_MOSTLY = 3, /* three times as often a verb: rise, hit */
    TAG_VERB_ONLY = 4,   /* employ, envisage */
    TAG_RANK = 7,        /* the bits of these four */
    TAG_PAST = 8,        /* an irregular past form or participle: rose, withdrawn */
    TAG_ADJECTIVE = 16,  /* early, financial: no verb, and hardly a noun */
    TAG_INVARIANT = 32,  /* a past form like the base: cut, hit */
};

/* No more than 32 bytes, so that a look-up touches one line of the processor's cache. */
struct word {
    _Alignas(32) uint64_t key; /* WORD_KEY of the text, in lower case, with straight apostrophes */
    uint64_t rest;             /* its next eight bytes */
    uint32_t classes;
    uint32_t row; /* where its row of lists begins: lexicon_row() */
    int16_t value;
    uint8_t tag;
    bool known; /* it has a class or a tag; otherwise it only stands in some list */
    char last;  /* its last letter; NUL in an empty slot */
    /* what is made of all that, for the tagger: tagging_learn() */
    uint8_t form; /* verb_form.h */
    uint16_t tagging;
};

/*
 * A list of words that a rule asks for ("than of to"), parted by spaces; "@month" in it stands for all words of a class that
 * has such a name. All lists of the program stand in one section of it, so that the lexicon can give every word a row of
 * bits, one a list, and a rule asks for no more than a bit. Made by WORD_LIST() outside functions, and by WORDS() inside
 * them; an array of them is declared with WORD_LIST_SECTION.
 */
struct word_list {
    const char *words;
};
#define WORD_LIST_SECTION __attribute__((section("word_lists")))
#define WORD_LIST(name, list) static const struct word_list name WORD_LIST_SECTION = {list}
#define WORDS(list)                                                                                                    \
    __extension__({                                                                                                    \
        WORD_LIST(word_list_here, "" list);                                                                            \
        &word_list_here;                                                                                               \
    })

/* The class that "@month" names; 0 where it is no such name. */
uint32_t word_class_named(struct str name);

extern const struct word_list word_lists_begin[] __asm__("__start_word_lists"); /* the linker's own names */
extern const struct word_list word_lists_end[] __asm__("__stop_word_lists");

/* A row of bits, one a list: those that one word stands in, or any of several. */
#define WORD_ROW 12 /* times 64 lists; who adds more than these makes it larger, by two */
struct word_row {
    _Alignas(16) uint64_t bits[WORD_ROW];
};

static inline size_t word_list_number(const struct word_list *list)
{
    return ((uintptr_t)list - (uintptr_t)word_lists_begin) / sizeof(*list);
}

/* Whether the word whose row this is stands in the list. */
static inline bool word_listed(const uint64_t *row, const struct word_list *list)
{
    size_t number = word_list_number(list);
    return row[number / 64] >> (number % 64) & 1;
}

/* Of an array of so many lists, the first from number k on that the word stands in; `count` where it stands in none. */
static inline size_t word_next_list(const uint64_t *row, const struct word_list *lists, size_t count, size_t k)
{
    size_t first = word_list_number(lists), at = first + k;
    while (at < first + count) {
        uint64_t bits = row[at / 64] >> (at % 64);
        if (bits) {
            at += (size_t)__builtin_ctzll(bits);
            return at < first + count ? at - first : count;
        }
        at = (at / 64 + 1) * 64;
    }
    return count;
}

/*
 * The first eight bytes of a word in lower case, as they lie in memory, and noughts behind it: two words of less than eight
 * bytes are the same where their keys are. WORD_KEY() is that of a literal, and a constant.
 */
#define WORD_KEY_BYTES 8
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define WORD_KEY_SHIFT(k) (8 * (k))
#else
#define WORD_KEY_SHIFT(k) (56 - 8 * (k))
#endif
#define WORD_KEY_LOWER(c) ((c) >= 'A' && (c) <= 'Z' ? (c) + ('a' - 'A') : (c))
#define WORD_KEY_EXACT(c) (c)
#define WORD_KEY_BYTE(word, k, shape)                                                                                  \
    ((uint64_t)(unsigned char)shape((word)[(k) < sizeof(word) - 1 ? (k) : sizeof(word) - 1]) << WORD_KEY_SHIFT(k))
#define WORD_KEY_OF(word, shape)                                                                                       \
    (WORD_KEY_BYTE(word, 0, shape) | WORD_KEY_BYTE(word, 1, shape) | WORD_KEY_BYTE(word, 2, shape) |                   \
     WORD_KEY_BYTE(word, 3, shape) | WORD_KEY_BYTE(word, 4, shape) | WORD_KEY_BYTE(word, 5, shape) |                   \
     WORD_KEY_BYTE(word, 6, shape) | WORD_KEY_BYTE(word, 7, shape))
#define WORD_KEY(word) WORD_KEY_OF(word, WORD_KEY_LOWER)
#define EXACT_KEY(word) WORD_KEY_OF(word, WORD_KEY_EXACT) /* the same with its capitals */

/* The key of a word's first so many bytes: 1 to 7. */
static inline uint64_t word_key_of_first(uint64_t key, size_t len)
{
    return key & ~(WORD_KEY_SHIFT(0) == 0 ? UINT64_MAX << 8 * len : UINT64_MAX >> 8 * len);
}

/* Nobody but lexicon.c, tagging.c and the functions below looks into it; it is told here so that a look-up takes no call. */
#define LEXICON_SLOT_BITS 15
#define LEXICON_SLOTS (1u << LEXICON_SLOT_BITS) /* over twice the number of words */
#define LEXICON_LONG 64                         /* words that are too long for them: WORD_SHORT */
#define LEXICON_WORDS (LEXICON_SLOTS + 1 + LEXICON_LONG)
struct lexicon {
    struct word slot[LEXICON_WORDS]; /* one that stays empty, and the long words, stand behind the others */
    struct str longer[LEXICON_LONG];
    size_t count, long_count;
    struct word_row *rows; /* one a word that stands in a list; row 0 is empty */
    size_t row_count, row_cap;
    struct arena arena; /* words that a list has with capitals: "Easter" */
};

struct lexicon *lexicon_new(void);
void lexicon_free(struct lexicon *lexicon);

/* The word's entry, whatever its case; NULL for a word that the lexicon does not know. */
const struct word *lexicon_find(const struct lexicon *lexicon, struct str word);

/*
 * Where a word of at most WORD_SHORT bytes stands, or would stand: an empty slot where it stands nowhere. It is known by its
 * bytes in lower case, with noughts behind them.
 */
enum { WORD_SHORT = 15, WORD_MAX = 32 }; /* no word is longer than that */
enum { ABBREVIATION_MAX = 6 };           /* nor any of WORD_ABBREVIATION than this */

struct word_keys {
    uint64_t key, rest;
};

static inline struct word_keys word_keys(bytes16 bytes)
{
    struct word_keys keys;
    memcpy(&keys, &bytes, sizeof(keys));
    return keys;
}

static inline size_t lexicon_place(struct word_keys keys)
{
    return bytes_slot(keys.key ^ keys.rest * BYTES_GOLDEN, LEXICON_SLOT_BITS);
}

static inline const struct word *lexicon_slot(const struct lexicon *lexicon, struct word_keys keys)
{
    const struct word *word = &lexicon->slot[lexicon_place(keys)];
    while ((word->key != keys.key || word->rest != keys.rest) && word->key != 0)
        word++;
    return word;
}

/* The same of a word of any length, which is in lower case. */
const struct word *lexicon_slot_any(const struct lexicon *lexicon, struct str lower);

/* Which lists the word of a slot stands in: word_listed(). */
static inline const uint64_t *lexicon_row(const struct lexicon *lexicon, const struct word *slot)
{
    return (const uint64_t *)lexicon->rows + slot->row;
}

/* What a slot's word is to others: NULL where no more is known of it than that it stands in lists. */
static inline const struct word *word_known(const struct word *slot)
{
    return slot->known ? slot : NULL;
}

/* The data, in words.c: words of one class, parted by spaces; "word=7" gives the value. Ends with classes 0. */
struct word_group {
    uint32_t classes;
    const char *words;
};
extern const struct word_group word_groups[];

/* The data of tag_words.c. Ends with words NULL. */
struct tag_group {
    uint8_t tag;
    const char *words;
};
extern const struct tag_group tag_groups[];

#endif
