/* The vocabulary: phrases of measures, found by their first word. */
#include "core/check/measure.h"

#include <stdlib.h>

enum { BUCKETS = 256, PHRASE_WORDS_MOST = 12 };

struct phrase {
    struct phrase *next; /* of the same bucket */
    const struct measure *measure;
    enum phrase_role role;
    struct str *words;
    size_t count;
};

struct vocabulary {
    struct arena arena;
    struct phrase *bucket[BUCKETS];
};

/* Words that may stand beside a measure's name in a table and add nothing to it. */
static const char *const plain_words[] = {"the", "total", "annual", "yearly", "overall", "a", "of", "in", "all", NULL};

static unsigned bucket_of(struct str word)
{
    unsigned hash = 2166136261U; /* FNV-1a */
    for (size_t i = 0; i < word.len; i++)
        hash = (hash ^ (unsigned char)to_lower(word.ptr[i])) * 16777619U;
    return hash % BUCKETS;
}

/* Cuts a text into words at what is neither a letter, a digit nor a byte of a longer character; '&' joins ("R&D"). */
static size_t words_of(struct str text, struct str *ret, size_t most)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len && count < most;) {
        size_t start = i;
        while (i < text.len && (is_alpha(text.ptr[i]) || is_digit(text.ptr[i]) || text.ptr[i] == '&' ||
                                (unsigned char)text.ptr[i] >= 0x80))
            i++;
        if (i > start)
            ret[count++] = str_slice(text, start, i);
        else
            i++;
    }
    return count;
}

static void add_phrase(struct vocabulary *vocabulary, const struct measure *measure, enum phrase_role role,
                       struct str text)
{
    struct str words[PHRASE_WORDS_MOST];
    size_t count = words_of(text, words, PHRASE_WORDS_MOST);
    if (count == 0)
        return;
    struct phrase *phrase = arena_alloc(&vocabulary->arena, sizeof(*phrase));
    *phrase = (struct phrase){.measure = measure, .role = role, .count = count};
    phrase->words = arena_alloc(&vocabulary->arena, count * sizeof(*words));
    for (size_t i = 0; i < count; i++)
        phrase->words[i] = words[i];
    struct phrase **bucket = &vocabulary->bucket[bucket_of(words[0])];
    phrase->next = *bucket;
    *bucket = phrase;
}

static void add_phrases(struct vocabulary *vocabulary, const struct measure *measure, enum phrase_role role,
                        const char *list)
{
    struct str rest = str_from(list);
    while (rest.len > 0)
        add_phrase(vocabulary, measure, role, str_split(&rest, '|'));
}

/* "hospital bed" for "hospital beds", and the other way round. */
static struct str other_number(struct arena *arena, struct str name)
{
    if (str_ends(name, STR("s")))
        return str_slice(name, 0, name.len - 1);
    return arena_printf(arena, "%.*ss", STR_ARG(name));
}

static void add_measure(struct vocabulary *vocabulary, const struct measure *measure)
{
    add_phrase(vocabulary, measure, PHRASE_MEASURE, str_from(measure->name));
    add_phrases(vocabulary, measure, PHRASE_MEASURE, measure->phrases);
    add_phrases(vocabulary, measure, PHRASE_GROWTH, measure->growth);
    add_phrases(vocabulary, measure, PHRASE_SPENT, measure->spent);
    add_phrases(vocabulary, measure, PHRASE_RISEN, measure->risen);
}

struct vocabulary *vocabulary_new(const struct str *names, size_t count)
{
    struct vocabulary *vocabulary = mem_alloc(sizeof(*vocabulary));
    for (const struct measure *measure = measure_table; measure->name; measure++)
        add_measure(vocabulary, measure);
    for (size_t i = 0; i < count; i++) {
        bool growth;
        if (vocabulary_measure(vocabulary, names[i], &growth))
            continue;
        struct measure *own = arena_alloc(&vocabulary->arena, sizeof(*own));
        own->name = arena_cstr(&vocabulary->arena, names[i]);
        add_measure(vocabulary, own);
        add_phrase(vocabulary, own, PHRASE_MEASURE, other_number(&vocabulary->arena, str_from(own->name)));
    }
    return vocabulary;
}

void vocabulary_free(struct vocabulary *vocabulary)
{
    if (!vocabulary)
        return;
    struct arena arena = vocabulary->arena;
    arena_release(&arena);
    free(vocabulary);
}

static bool stands_at(const struct phrase *phrase, const struct str *words, size_t count, size_t i)
{
    if (phrase->count > count - i)
        return false;
    for (size_t j = 0; j < phrase->count; j++)
        if (!str_eq_nocase(phrase->words[j], words[i + j]))
            return false;
    return true;
}

const struct measure *vocabulary_find(const struct vocabulary *vocabulary, enum phrase_role role,
                                      const struct str *words, size_t count, size_t i, size_t *ret_words)
{
    const struct phrase *longest = NULL;
    if (i >= count)
        return NULL;
    for (const struct phrase *at = vocabulary->bucket[bucket_of(words[i])]; at; at = at->next)
        if (at->role == role && (!longest || at->count > longest->count) && stands_at(at, words, count, i))
            longest = at;
    if (!longest)
        return NULL;
    *ret_words = longest->count;
    return longest->measure;
}

static bool is_plain_word(struct str word)
{
    for (const char *const *at = plain_words; *at; at++)
        if (str_eq_nocase(str_from(*at), word))
            return true;
    return false;
}

/* The one measure that phrases of a role name in all of the text, plain words aside. */
static const struct measure *whole_text(const struct vocabulary *vocabulary, enum phrase_role role, struct str text)
{
    struct str words[PHRASE_WORDS_MOST + 1];
    const struct measure *found = NULL;
    size_t count = words_of(text, words, PHRASE_WORDS_MOST + 1), taken = 0;
    if (count > PHRASE_WORDS_MOST)
        return NULL;
    for (size_t i = 0; i < count; i += taken) {
        const struct measure *here = vocabulary_find(vocabulary, role, words, count, i, &taken);
        if (here && found && here != found)
            return NULL;
        if (here)
            found = here;
        else if (is_plain_word(words[i]))
            taken = 1;
        else
            return NULL;
    }
    return found;
}

const struct measure *vocabulary_measure(const struct vocabulary *vocabulary, struct str text, bool *ret_growth)
{
    const struct measure *measure = whole_text(vocabulary, PHRASE_MEASURE, text);
    *ret_growth = !measure;
    return measure ? measure : whole_text(vocabulary, PHRASE_GROWTH, text);
}
