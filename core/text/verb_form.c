/* Regular endings of verbs, taken off: what is left is looked up as it stands, and as the lemma that it may come from. */
#include "core/text/verb_form.h"

/* A word in lower case, with room for the lemma's last letter. */
struct lower {
    char at[3 * BYTES_WIDTH];
};

/* The word, and what stands behind it, of a text that goes on for so many bytes. False where it is longer than any form. */
static bool lower_word(struct str word, size_t left, struct lower *ret)
{
    bytes_store(ret->at, bytes_lower(bytes_load_some(word.ptr, left)));
    if (word.len <= BYTES_WIDTH)
        return true;
    if (word.len > 2 * BYTES_WIDTH)
        return false;
    bytes_store(ret->at + BYTES_WIDTH, bytes_lower(bytes_load_some(word.ptr + BYTES_WIDTH, left - BYTES_WIDTH)));
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

struct form verb_form_of_ending(const struct tokens *tokens, const struct lexicon *lexicon, const struct token *token)
{
    struct form form = verb_form_known(token->word);
    struct lower lower;
    const size_t len = token->end - token->start, left = tokens->text.len - token->start;
    const char *end = tokens->text.ptr + token->end;
    const struct str text = {end - len, len};
    bool s = end[-1] == 's' && len > 2 && end[-2] != 's', ed = end[-1] == 'd' && len > 3 && end[-2] == 'e',
         ing = end[-1] == 'g' && len > 4 && end[-2] == 'n' && end[-3] == 'i';
    if (!(s || ed || ing) || !lower_word(text, left, &lower))
        return form;
    if (ed)
        return join(form, rank_without(lexicon, &lower, text, 2), FORM_PAST);
    if (ing)
        return join(form, rank_without(lexicon, &lower, text, 3), FORM_ING);
    int rank = rank_of(lexicon, &lower, len - 1);
    if (rank == 0 && len > 3 && end[-2] == 'e')
        rank = rank_without(lexicon, &lower, text, 2);
    return join(form, rank, FORM_S);
}

uint8_t verb_form_learn(const struct word *word)
{
    struct form form = join((struct form){0, 0}, word->tag & TAG_RANK, FORM_BASE);
    if (word->tag & TAG_PAST)
        form = join(form, TAG_VERB_ONLY, FORM_PAST);
    if (word->tag & TAG_INVARIANT)
        form = join(form, form.rank, FORM_PAST);
    bool ends = ends_like_verb(word->last);
    return (uint8_t)(form.rank | form.forms << WORD_FORMS_SHIFT | (ends ? WORD_FORM_ENDS : 0));
}
