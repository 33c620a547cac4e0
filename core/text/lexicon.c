/* The lexicon: an open-addressing hash table, filled once from the lists in words.c and tag_words.c and of the rules. */
#include "core/text/lexicon.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/text/tagging.h"

const struct word *lexicon_slot_any(const struct lexicon *lexicon, struct str lower)
{
    const struct word *empty = &lexicon->slot[LEXICON_SLOTS];
    if (lower.len <= WORD_SHORT)
        return lexicon_slot(lexicon, word_keys(bytes_load_some(lower.ptr, lower.len)));
    for (size_t i = 0; i < lexicon->long_count; i++)
        if (str_eq(lexicon->longer[i], lower))
            return empty + 1 + i;
    return empty;
}

/* `text` is in lower case, and stays. */
static struct word *add_word(struct lexicon *lexicon, struct str text)
{
    assert(text.len > 0 && text.len <= WORD_MAX);
    struct word *slot = (struct word *)lexicon_slot_any(lexicon, text);
    if (slot->last != '\0')
        return slot;
    if (text.len > WORD_SHORT) {
        assert(lexicon->long_count < LEXICON_LONG); /* who adds long words makes more room for them */
        slot += 1 + lexicon->long_count;
        lexicon->longer[lexicon->long_count++] = text;
    } else {
        lexicon->count++; /* who adds words enlarges the table */
        assert(lexicon->count * 2 < LEXICON_SLOTS && slot < lexicon->slot + LEXICON_SLOTS);
    }
    struct word_keys keys = word_keys(bytes_load_some(text.ptr, text.len));
    slot->key = keys.key;
    slot->rest = keys.rest;
    slot->last = text.ptr[text.len - 1];
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
    assert(!(classes & WORD_ABBREVIATION) || text.len <= ABBREVIATION_MAX);
    word->known = true;
    word->classes |= classes;
    if (word->value == 0)
        word->value = (int16_t)(negative ? -value : value);
}

static struct str lower_case(struct lexicon *lexicon, struct str text)
{
    bool capitals = false;
    for (size_t i = 0; i < text.len; i++)
        capitals |= is_upper(text.ptr[i]);
    if (!capitals)
        return text;
    char *lower = arena_cstr(&lexicon->arena, text);
    for (size_t i = 0; i < text.len; i++)
        lower[i] = to_lower(lower[i]);
    return (struct str){lower, text.len};
}

static uint32_t add_row(struct lexicon *lexicon)
{
    size_t row = lexicon->row_count++;
    lexicon->rows = mem_grow(lexicon->rows, &lexicon->row_cap, lexicon->row_count, sizeof(*lexicon->rows));
    lexicon->rows[row] = (struct word_row){{0}};
    return (uint32_t)row * WORD_ROW;
}

static void add_to_list(struct lexicon *lexicon, struct word *word, size_t number)
{
    if (word->row == 0)
        word->row = add_row(lexicon);
    lexicon->rows[word->row / WORD_ROW].bits[number / 64] |= (uint64_t)1 << number % 64;
}

uint32_t word_class_named(struct str name)
{
    static const struct {
        const char *name;
        uint32_t word_class;
    } named[] = {
        {"@cardinal", WORD_CARDINAL}, {"@ordinal", WORD_ORDINAL},   {"@month", WORD_MONTH},
        {"@weekday", WORD_WEEKDAY},   {"@negation", WORD_NEGATION}, {"@saying", WORD_SAYING},
    };
    for (size_t k = 0; k < sizeof(named) / sizeof(named[0]); k++)
        if (str_eq(name, str_from(named[k].name)))
            return named[k].word_class;
    return 0;
}

static void add_class_to_list(struct lexicon *lexicon, uint32_t word_class, size_t number)
{
    for (const struct word_group *group = word_groups; group->classes; group++) {
        struct str rest = group->classes & word_class ? str_from(group->words) : STR_NULL;
        while (rest.len > 0) {
            struct str entry = str_split(&rest, ' ');
            if (entry.len > 0)
                add_to_list(lexicon, add_word(lexicon, str_split(&entry, '=')), number);
        }
    }
}

/* Every word of every list gets a row, and in it the list's bit. */
static void add_lists(struct lexicon *lexicon)
{
    size_t lists = word_list_number(word_lists_end);
    assert(lists < (size_t)64 * WORD_ROW);
    add_row(lexicon);
    for (size_t number = 0; number < lists; number++) {
        struct str rest = str_from(word_lists_begin[number].words);
        while (rest.len > 0) {
            struct str text = str_split(&rest, ' ');
            uint32_t word_class = word_class_named(text);
            if (word_class)
                add_class_to_list(lexicon, word_class, number);
            else if (text.len > 0)
                add_to_list(lexicon, add_word(lexicon, lower_case(lexicon, text)), number);
        }
    }
}

struct lexicon *lexicon_new(void)
{
    struct lexicon *lexicon = mem_alloc_aligned(_Alignof(struct lexicon), sizeof(*lexicon));
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
        while (rest.len > 0) {
            struct word *word = add_word(lexicon, str_split(&rest, ' '));
            word->known = true;
            word->tag |= group->tag;
        }
    }
    add_lists(lexicon);
    tagging_learn(lexicon);
    return lexicon;
}

void lexicon_free(struct lexicon *lexicon)
{
    if (!lexicon)
        return;
    free(lexicon->rows);
    arena_release(&lexicon->arena);
    free(lexicon);
}

const struct word *lexicon_find(const struct lexicon *lexicon, struct str word)
{
    char lower[WORD_MAX];
    if (word.len == 0 || word.len > WORD_MAX)
        return NULL;
    if (word.len <= WORD_SHORT)
        return word_known(lexicon_slot(lexicon, word_keys(bytes_lower(bytes_load_some(word.ptr, word.len)))));
    for (size_t i = 0; i < word.len; i++)
        lower[i] = to_lower(word.ptr[i]);
    return word_known(lexicon_slot_any(lexicon, (struct str){lower, word.len}));
}
