/* Regular endings of verbs, taken off: what is left is looked up as it stands, and as the lemma that it may come from. */
#include "core/text/verb_form.h"

/* A word in lower case, with room for the lemma's last letter, and for eight bytes to be read at any of its letters. */
struct lower {
    char at[WORD_MAX + 2 * WORD_KEY_BYTES];
};

static void copy_lower(char *to, const char *from)
{
    uint64_t bytes;
    memcpy(&bytes, from, sizeof(bytes));
    bytes |= UINT64_MAX / 255 * 0x20; /* of what a word may have in ASCII, this changes capitals only */
    memcpy(to, &bytes, sizeof(bytes));
}

/* False for what no regular form of a word of the lexicon can be. */
static bool lower_word(const struct token *token, struct str text, struct lower *ret)
{
    if (text.len < WORD_KEY_BYTES) {
        memcpy(ret->at, &token->key, sizeof(token->key));
        return ret->at[text.len - 1] != '\0'; /* the key of a word with a curly apostrophe is shorter than it */
    }
    if (text.len > WORD_MAX + 3)
        return false;
    for (size_t at = 0; at + WORD_KEY_BYTES < text.len; at += WORD_KEY_BYTES)
        copy_lower(ret->at + at, text.ptr + at);
    copy_lower(ret->at + text.len - WORD_KEY_BYTES, text.ptr + text.len - WORD_KEY_BYTES);
    return true;
}

static int rank_of(const struct lexicon *lexicon, const struct lower *lower, size_t len)
{
    if (len > WORD_SHORT)
        return lexicon_slot_any(lexicon, (struct str){lower->at, len})->tag & TAG_RANK;
    return lexicon_slot(lexicon, word_keys(bytes_first(bytes_load(lower->at), len)))->tag & TAG_RANK;
}

/* The rank of the lemma that a regular ending hangs on: "plan[s]", "plan[n]ed", "creat[e]d", "carr[y]ied". */
static int rank_without(const struct lexicon *lexicon, struct lower *lower, struct str text, size_t ending)
{
    size_t len = text.len - ending;
    if (len < 2)
        return 0;
    int rank = rank_of(lexicon, lower, len);
    char last = text.ptr[len - 1], before = text.ptr[len - 2];
    if (rank == 0 && last == before && len > 3)
        rank = rank_of(lexicon, lower, len - 1);
    if (rank > 0)
        return rank;
    if (last == 'i')
        lower->at[len - 1] = 'y';
    else
        lower->at[len++] = 'e';
    return rank_of(lexicon, lower, len);
}

static struct form join(struct form form, int rank, int forms)
{
    if (rank == 0)
        return form;
    return (struct form){rank > form.rank ? rank : form.rank, form.forms | forms};
}

/* What a word is without its ending; `word` may be NULL. */
static struct form form_of_word(const struct word *word)
{
    int tag = word ? word->tag : 0;
    struct form form = join((struct form){0, 0}, tag & TAG_RANK, FORM_BASE);
    if (tag & TAG_PAST)
        form = join(form, TAG_VERB_ONLY, FORM_PAST);
    if (tag & TAG_INVARIANT)
        form = join(form, form.rank, FORM_PAST);
    return form;
}

struct form verb_form_of_ending(const struct lexicon *lexicon, const struct token *token, struct str text)
{
    struct form form = form_of_word(token->word);
    struct lower lower;
    const size_t len = text.len;
    const char *end = text.ptr + len;
    switch (end[-1]) {
    case 's':
        if (len <= 2 || end[-2] == 's' || !lower_word(token, text, &lower))
            return form;
        int rank = rank_of(lexicon, &lower, len - 1);
        if (rank == 0 && len > 3 && end[-2] == 'e')
            rank = rank_without(lexicon, &lower, text, 2);
        return join(form, rank, FORM_S);
    case 'd':
        if (len <= 3 || end[-2] != 'e' || !lower_word(token, text, &lower))
            return form;
        return join(form, rank_without(lexicon, &lower, text, 2), FORM_PAST);
    case 'g':
        if (len <= 4 || end[-2] != 'n' || end[-3] != 'i' || !lower_word(token, text, &lower))
            return form;
        return join(form, rank_without(lexicon, &lower, text, 3), FORM_ING);
    default:
        return form;
    }
}

uint8_t verb_form_learn(const struct word *word)
{
    struct form form = form_of_word(word);
    bool ends = ends_like_verb(word->text[word->len - 1]);
    return (uint8_t)(form.rank | form.forms << WORD_FORMS_SHIFT | (ends ? WORD_FORM_ENDS : 0));
}
