/*
 * Sentences and tokens: where they stand in the text, and what kind of thing each token is.
 *
 * A token never crosses a space, except a number whose thousands are parted by a no-break or thin space ("1 234 567").
 * Numbers and letters that touch are two tokens, the second one marked as glued: "35m", "$5", "F-16", "U.S.".
 */
#ifndef CORE_TEXT_TOKEN_H
#define CORE_TEXT_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/mem.h"
#include "core/base/str.h"
#include "core/text/lexicon.h"

struct sentence {
    size_t start, end;    /* in the text, without white space at its ends */
    bool paragraph_start; /* the first one of its paragraph */
};

/*
 * Reads a text's sentences in order. `wrapped` says that single line feeds are white space and only empty lines end a
 * paragraph; otherwise every line is a paragraph. text_is_wrapped() tells which a text looks like.
 */
struct sentence_reader {
    struct str text;
    const struct lexicon *lexicon;
    bool wrapped;
    size_t at;
    size_t paragraph_end, sentence_end; /* of those that `at` is in; 0 to begin with */
};

bool text_is_wrapped(struct str text);
/* The next sentence; the rest of this one where the caller has set `at` back into it. */
bool sentence_next(struct sentence_reader *reader, struct sentence *ret);

enum token_kind {
    TOKEN_WORD,
    TOKEN_NUMBER,  /* digits, with the separators and the decimal point that belong to them */
    TOKEN_SYMBOL,  /* a currency sign, %, °, ½, #, +, ~, … */
    TOKEN_MARK,    /* punctuation: . , ; : ! ? ( ) [ ] quotes, dashes */
    TOKEN_ADDRESS, /* a URL, an e-mail address, a handle: no figure is in it */
};

enum token_flag {
    TOKEN_GLUED = 1u << 0,   /* nothing between it and the token before */
    TOKEN_CAPITAL = 1u << 1, /* a word that begins with a capital */
    TOKEN_UPPER = 1u << 2,   /* a word of capitals only, two at least */
    TOKEN_OPEN = 1u << 3,    /* an opening quotation mark */
    TOKEN_CLOSE = 1u << 4,   /* a closing one */
    TOKEN_SUFFIX = 1u << 5,  /* the possessive 's or ' that belongs to the word before */
};

struct token {
    uint32_t start, end;     /* in the text, which has less than 4 GB */
    const struct word *word; /* what the lexicon knows of it, or NULL */
    const uint64_t *row;     /* which lists it stands in: word_listed() */
    uint64_t key;            /* WORD_KEY of it, with straight apostrophes */
    uint32_t classes;        /* of the word */
    uint8_t kind;            /* enum token_kind */
    uint8_t flags;
    uint8_t part; /* enum part of tag.h, once tags_read() has been here */
    /* The byte of a one-byte symbol or mark; '-' for hyphens, minus and en dash, '_' for the em dash, '"' for any double quote,
       '\'' for a single one; NUL for any other token. */
    char mark;
};

/*
 * The tokens of a sentence, and what there is among them. A rule whose words, marks or kinds of token are not among them
 * has nothing to look for; one whose are may still find nothing, for what a sentence lost when it was cut is still told.
 */
struct tokens {
    struct str text; /* of the whole document */
    struct token *at;
    size_t count;
    uint32_t classes;    /* the word classes of all of them: enum word_class */
    uint8_t kinds;       /* TOKEN_BIT of each kind */
    uint8_t flags;       /* the flags of all of them */
    uint64_t marks;      /* TOKEN_MARK_BIT of each mark */
    struct word_row all; /* the lists that any of them stands in: tokens_listed() */
};
#define TOKEN_BIT(kind) (1u << (kind))
#define TOKEN_MARK_BIT(mark) ((uint64_t)1 << ((mark)&63)) /* "{|}~" share theirs with ";<=>" */

/* The tokens of one sentence, at most LIMIT_SENTENCE_TOKENS of them: *ret_end is where in the text they stop. */
struct tokens tokenise(struct str text, struct sentence sentence, const struct lexicon *lexicon, struct arena *scratch,
                       size_t *ret_end);

/* ---- asking about tokens; every index may be out of range, and then the answer is no, or empty ---- */

static inline const struct token *token_at(const struct tokens *tokens, size_t i)
{
    return i < tokens->count ? &tokens->at[i] : NULL;
}

/* From token i up to, not with, token `end`. */
static inline struct str tokens_text(const struct tokens *tokens, size_t i, size_t end)
{
    if (i >= end || end > tokens->count)
        return STR("");
    size_t start = tokens->at[i].start;
    return (struct str){tokens->text.ptr + start, tokens->at[end - 1].end - start};
}

static inline struct str token_text(const struct tokens *tokens, size_t i)
{
    return tokens_text(tokens, i, i + 1);
}

/* Whether it is this word, whatever its case and the shape of its apostrophe; one of these words, parted by spaces. */
bool token_spells(const struct tokens *tokens, size_t i, const char *word);
bool token_spells_one_of(const struct tokens *tokens, size_t i, const char *words);

/* The same, for a word that is a literal: no more than a comparison of keys where it has less than eight bytes. */
static inline bool token_has_key(const struct tokens *tokens, size_t i, uint64_t key)
{
    return i < tokens->count && tokens->at[i].key == key;
}
#define token_is(tokens, i, word)                                                                                      \
    (token_has_key(tokens, i, WORD_KEY("" word)) &&                                                                    \
     (sizeof(word) - 1 < WORD_KEY_BYTES || token_spells(tokens, i, word)))

/* The same for a list: token_listed(tokens, i, &list) of a WORD_LIST, token_is_one_of(tokens, i, "a literal list"). */
static inline bool token_listed(const struct tokens *tokens, size_t i, const struct word_list *list)
{
    return i < tokens->count && word_listed(tokens->at[i].row, list);
}
#define token_is_one_of(tokens, i, words) token_listed(tokens, i, WORDS(words))

/* Whether any token stands in this list: tokens_listed(tokens, &list), tokens_have_one_of(tokens, "a literal list"). */
static inline bool tokens_listed(const struct tokens *tokens, const struct word_list *list)
{
    return word_listed(tokens->all.bits, list);
}
#define tokens_have_one_of(tokens, words) tokens_listed(tokens, WORDS(words))

/* Whether this may be the mark of any token. */
static inline bool tokens_marked(const struct tokens *tokens, char mark)
{
    return (tokens->marks & TOKEN_MARK_BIT(mark)) != 0;
}

/* The first token from i on, before `end`, that stands in the list; `end` where none does. */
static inline size_t tokens_find(const struct tokens *tokens, size_t i, size_t end, const struct word_list *list)
{
    while (i < end && !word_listed(tokens->at[i].row, list))
        i++;
    return i;
}

/* The token after the last one before `end` that stands in the list; 0 where none does. */
static inline size_t tokens_find_back(const struct tokens *tokens, size_t end, const struct word_list *list)
{
    while (end > 0 && !word_listed(tokens->at[end - 1].row, list))
        end--;
    return end;
}

/* Of an array of so many lists, the first from number k on that it stands in; `count` where it stands in none. */
static inline size_t token_next_list(const struct tokens *tokens, size_t i, const struct word_list *lists, size_t count,
                                     size_t k)
{
    return i < tokens->count ? word_next_list(tokens->at[i].row, lists, count, k) : count;
}

/* Any of these word classes. */
static inline bool token_has(const struct tokens *tokens, size_t i, uint32_t classes)
{
    return i < tokens->count && (tokens->at[i].classes & classes);
}

static inline bool token_mark(const struct tokens *tokens, size_t i, char mark)
{
    return i < tokens->count && tokens->at[i].mark == mark;
}

static inline bool token_kind_is(const struct tokens *tokens, size_t i, enum token_kind kind)
{
    return i < tokens->count && tokens->at[i].kind == kind;
}

static inline bool token_flag(const struct tokens *tokens, size_t i, enum token_flag flag)
{
    return i < tokens->count && (tokens->at[i].flags & flag);
}

/* Nothing stands between token i and the one before it. */
static inline bool token_glued(const struct tokens *tokens, size_t i)
{
    return token_flag(tokens, i, TOKEN_GLUED);
}

/*
 * Whether token i is a hyphen inside a word ("first-team", "out-of-pocket"), and not a dash that somebody typed as one
 * ("our allies-and they", "the bill-a good one").
 */
bool token_joins_glued(const struct tokens *tokens, size_t i); /* of one that is glued on both sides */
static inline bool token_joins(const struct tokens *tokens, size_t i)
{
    return token_mark(tokens, i, '-') && token_glued(tokens, i) && token_glued(tokens, i + 1) &&
           token_joins_glued(tokens, i);
}

#endif
