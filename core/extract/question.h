/*
 * What a speaker asks that has not heard what was said before (struct speaker, without a memory), and whether that could
 * answer it.
 *
 * Such a speaker takes the words themselves for the answer: "Feld" for whoever has that surname, "the finance minister" for
 * whoever has that office, "she" for whomever that stands for. So a question matters where the answer is a figure's, and there
 * the words still stand in it. Most surnames are nobody's and most offices ("the report", "the Treasury") too: that no text
 * names their holder is found out by looking for the words, and reading no more than the sentences in which they stand.
 */
#ifndef CORE_EXTRACT_QUESTION_H
#define CORE_EXTRACT_QUESTION_H

#include "core/text/token.h"

enum question_kind {
    ASKS_NAME,    /* whose surname it is */
    ASKS_OFFICE,  /* whose office */
    ASKS_PRONOUN, /* whom it stands for: somebody or nobody */
};

struct question {
    enum question_kind kind;
    struct str what; /* in the document's text; empty where nothing is asked */
};

enum { QUESTIONS_MAX = 8 };

struct questions {
    struct question at[QUESTIONS_MAX];
    size_t count;
    bool more; /* there were more */
    /* From this token on somebody else says it, if a pronoun before it stands for nobody; SIZE_MAX where none does. */
    size_t doubtful;
};

static inline void questions_clear(struct questions *questions)
{
    questions->count = 0;
    questions->more = false;
    questions->doubtful = SIZE_MAX;
}

void question_ask(struct questions *questions, enum question_kind kind, struct str what);

/* The question on whose answer it depends who that is; NULL where that is certain. */
const struct question *question_behind(const struct questions *questions, struct str who);

/*
 * The first place at or after `from` where the text could name the holder, going by what stands beside it; text.len where
 * there is none. Of a name or an office.
 */
size_t question_next(const struct question *question, const struct lexicon *lexicon, struct str text, size_t from);

/* Whether a sentence in which such a place is does so. Fills the parts of speech. */
bool question_is_told(const struct question *question, const struct lexicon *lexicon, struct tokens *tokens,
                      struct arena *scratch);

#endif
