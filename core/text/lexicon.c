/* The lexicon: an open-addressing hash table, filled once from the lists in words.c and tag_words.c. */
#include "core/text/lexicon.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

#define SLOTS 32768u /* a power of two, over twice the number of words */
#define WORD_MAX 32

struct lexicon {
    struct word slot[SLOTS];
    size_t count;
};

static uint32_t hash_lower(struct str word)
{
    uint32_t hash = LEXICON_HASH_START;
    for (size_t i = 0; i < word.len; i++)
        hash = lexicon_hash(hash, to_lower(word.ptr[i]));
    return hash;
}

static struct word *find_slot(const struct lexicon *lexicon, struct str word)
{
    uint32_t at = hash_lower(word) & (SLOTS - 1);
    while (lexicon->slot[at].text.ptr && !str_eq_nocase(lexicon->slot[at].text, word))
        at = (at + 1) & (SLOTS - 1);
    return (struct word *)&lexicon->slot[at];
}

static struct word *add_word(struct lexicon *lexicon, struct str text)
{
    assert(text.len <= WORD_MAX);
    struct word *slot = find_slot(lexicon, text);
    if (!slot->text.ptr) {
        lexicon->count++;
        assert(lexicon->count * 2 < SLOTS); /* who adds words enlarges the table */
        slot->text = text;
    }
    return slot;
}

/* Adds "word" or "word=value" to a class; a word of several groups has the classes of all, and the first value. */
static void add(struct lexicon *lexicon, struct str entry, uint32_t classes)
{
    struct str text = str_split(&entry, '=');
    int value = 0;
    bool negative = entry.len > 0 && entry.ptr[0] == '-';
    for (size_t i = negative; i < entry.len; i++)
        value = value * 10 + (entry.ptr[i] - '0');
    struct word *word = add_word(lexicon, text);
    word->classes |= classes;
    if (word->value == 0)
        word->value = (int16_t)(negative ? -value : value);
}

struct lexicon *lexicon_new(void)
{
    struct lexicon *lexicon = mem_alloc(sizeof(*lexicon));
    for (const struct word_group *group = word_groups; group->classes; group++) {
        struct str rest = str_from(group->words);
        while (rest.len > 0) {
            struct str entry = str_split(&rest, ' ');
            if (entry.len > 0)
                add(lexicon, entry, group->classes);
        }
    }
    for (const struct tag_group *group = tag_groups; group->words; group++) {
        struct str rest = str_from(group->words);
        while (rest.len > 0)
            add_word(lexicon, str_split(&rest, ' '))->tag |= group->tag;
    }
    return lexicon;
}

void lexicon_free(struct lexicon *lexicon)
{
    free(lexicon);
}

const struct word *lexicon_find(const struct lexicon *lexicon, struct str word)
{
    if (word.len == 0 || word.len > WORD_MAX)
        return NULL;
    const struct word *slot = find_slot(lexicon, word);
    return slot->text.ptr ? slot : NULL;
}

const struct word *lexicon_find_hashed(const struct lexicon *lexicon, struct str lower, uint32_t hash)
{
    if (lower.len > WORD_MAX)
        return NULL;
    for (uint32_t at = hash & (SLOTS - 1);; at = (at + 1) & (SLOTS - 1)) {
        const struct word *word = &lexicon->slot[at];
        if (!word->text.ptr)
            return NULL;
        if (word->text.len == lower.len && memcmp(word->text.ptr, lower.ptr, lower.len) == 0)
            return word;
    }
}
