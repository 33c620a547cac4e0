/*
 * The clause of a claim: the words that stand with its figure, up to the next comma, bracket, conjunction between figures
 * or "she said"; and the words of frames, as data.
 */
#ifndef CORE_CHECK_CLAUSE_H
#define CORE_CHECK_CLAUSE_H

#include "core/record/claim.h"
#include "core/text/token.h"

struct clause {
    struct tokens tokens;      /* of the sentence, with their parts */
    struct str *words;         /* the text of each */
    size_t from, to;           /* the tokens of the clause, half open */
    size_t figure, figure_end; /* those of the literal; both tokens.count where there is none */
};

/* The clause that the claim's literal stands in. False where the literal is not in the sentence. */
bool clause_of_claim(const struct lexicon *lexicon, const struct claim *claim, struct arena *arena, struct clause *ret);
/* All of a short text, without a figure: a subject, a concept. */
void clause_of_text(const struct lexicon *lexicon, struct str text, struct arena *arena, struct clause *ret);

/* Whether token i is a number that is a year: "2023". */
bool clause_year(const struct clause *clause, size_t i, int *ret_year);

/* Lists of words and phrases, each ended by NULL (frame_words.c). */
extern const char *const frame_plain[];   /* words that add nothing */
extern const char *const frame_present[]; /* verbs of now */
extern const char *const frame_spends[];  /* spend, devote */
extern const char *const frame_lives[];   /* of people who are somewhere: has, is home to, live */
extern const char *const frame_persons[]; /* "per capita" */
extern const char *const frame_real[];    /* "in real terms" */
extern const char *const frame_nominal[];
extern const char *const frame_shares[]; /* "as a share of" */
extern const char *const frame_highest[], *const frame_lowest[];
extern const char *const frame_buys[];    /* of a currency: was worth */
extern const char *const frame_times[];   /* a time other than now */
extern const char *const frame_strange[]; /* wherever they stand in the sentence, the figure is of something else */

/* How many tokens at i are one of the phrases, the longest; 0 for none. Phrases are parted at spaces. */
size_t clause_phrase(const struct clause *clause, size_t i, size_t to, const char *const *phrases);

#endif
