/* What the tagger knows of each word of the lexicon: by the word's classes, form and ending, and from lists of words. */
#include "core/text/tagging.h"

#include <assert.h>

#include "core/text/tag.h"
#include "core/text/verb_form.h"

static const struct {
    unsigned tagging;
    const char *words;
} lists[] = {
    {PART_ADJECTIVE, "best worst"},
    {PART_SUBORDINATOR, "which who whom when where while why how whether if because although though"},
    {TAGGING_ASKS, "own worth left that there"},
    {TAGGING_ASKS | TAGGING_DESCRIBES,
     "combined total overall daily weekly monthly yearly quarterly long old high deep early online wide tall thick "
     "straight well"},
    {TAGGING_OPENS, "as than since before after until"}, /* and verbs of saying */
    {TAGGING_TO, "to"},
    {TAGGING_OBJECT, /* and determiners */
     "about around roughly nearly almost approximately exactly that whether how it them him us me you he she they we "
     "themselves itself himself herself"},
    {TAGGING_BOUND, "over under above below up"},
    {TAGGING_LEAST, "at up more less fewer as"},
    {TAGGING_RELATIVE, "which that who what"},
};

/* A function word of several classes is what it most often is: what stands first here. */
static const struct {
    uint32_t classes;
    enum part part;
} function_parts[] = {
    {WORD_AUXILIARY, PART_AUXILIARY},     {WORD_DETERMINER, PART_DETERMINER},
    {WORD_CONJUNCTION, PART_CONJUNCTION}, {WORD_PREPOSITION, PART_PREPOSITION},
    {WORD_PRONOUN, PART_PRONOUN},         {WORD_SUBORDINATOR, PART_SUBORDINATOR},
    {function_words, PART_ADVERB},        {WORD_CARDINAL | WORD_SCALE, PART_NUMBER},
};

/* The part that a word has wherever no rule says otherwise. */
static enum part usual_part(const struct word *word)
{
    for (size_t k = 0; word->classes != 0 && k < sizeof(function_parts) / sizeof(function_parts[0]); k++)
        if (word->classes & function_parts[k].classes)
            return function_parts[k].part;
    if (word->form != 0)
        return PART_NONE;
    if (word->tag & TAG_ADJECTIVE)
        return PART_ADJECTIVE;
    return word->last == 'y' ? PART_NONE : PART_NOUN; /* "-ly" may be an adverb of manner */
}

static unsigned tagging_of_classes(const struct word *word)
{
    unsigned tagging = word->classes & WORD_SAYING ? TAGGING_OPENS : 0;
    tagging |= word->classes & WORD_DETERMINER ? TAGGING_OBJECT : 0;
    tagging |= (word->classes & WORD_PREPOSITION) && word->key != WORD_KEY("of") ? TAGGING_HANGS : 0;
    return tagging;
}

static void learn_list(struct lexicon *lexicon, const char *words, unsigned tagging)
{
    struct str rest = str_from(words);
    while (rest.len > 0) {
        struct word *word = (struct word *)lexicon_find(lexicon, str_split(&rest, ' '));
        assert(word); /* a word with a rule stands in words.c or tag_words.c */
        unsigned kept = tagging & TAGGING_PART ? word->tagging & ~(unsigned)TAGGING_PART : word->tagging;
        word->tagging = (uint16_t)(kept | tagging);
    }
}

void tagging_learn(struct lexicon *lexicon)
{
    for (size_t k = 0; k < LEXICON_WORDS; k++) {
        struct word *word = &lexicon->slot[k];
        if (word->last == '\0')
            continue;
        word->form = verb_form_learn(word);
        word->tagging = (uint16_t)(tagging_of_classes(word) | usual_part(word));
    }
    for (size_t k = 0; k < sizeof(lists) / sizeof(lists[0]); k++)
        learn_list(lexicon, lists[k].words, lists[k].tagging);
}
