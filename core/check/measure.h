/*
 * Measures: what statistics count, and the words by which texts and tables call it.
 *
 * The table (measure_table.c) is data. A vocabulary is the table and what the loaded series measure besides; it finds the
 * measures that a text names. Phrases are compared by whole words, whatever their capitals; there is no likeness between
 * words: "budget" is no "spending", and what the table does not say is the same is not.
 */
#ifndef CORE_CHECK_MEASURE_H
#define CORE_CHECK_MEASURE_H

#include <stdbool.h>

#include "core/base/mem.h"
#include "core/base/str.h"

enum measure_flag {
    MEASURE_FLOW = 1, /* so much in a period: "a year" after it says nothing new */
    MEASURE_CHANGE =
        2,            /* is a change itself: inflation; "rose" before its figure is how it is told ("prices rose 5%") */
    MEASURE_RATE = 4, /* told in percent, so that a change of it is in points */
    MEASURE_PEOPLE = 8, /* counts people: its unit may be left out, or be any word for them */
};

struct measure {
    const char *name;    /* canonical: "military expenditure" */
    const char *phrases; /* what texts call it: "military spending|defence spending" */
    const char *growth;  /* what its change is called: "GDP growth|economic growth"; NULL for none */
    const char *spent;   /* what money "spent on" goes to: "defence|its military"; NULL for none */
    const char *risen;   /* what rises by it, where it is a change: "prices|consumer prices"; NULL for none */
    const char *part_of; /* of which measure it is a part; NULL for none */
    unsigned flags;
};

extern const struct measure measure_table[]; /* one without a name ends it */

enum phrase_role { PHRASE_MEASURE, PHRASE_GROWTH, PHRASE_SPENT, PHRASE_RISEN, PHRASE_ROLE_END };

struct vocabulary;

/* The table, and one measure for each of `names` that it has no words for. Names live as long as the vocabulary. */
struct vocabulary *vocabulary_new(const struct str *names, size_t count);
void vocabulary_free(struct vocabulary *vocabulary); /* NULL does nothing */

/*
 * The longest phrase of that role that begins at words[i]: *ret_words is how many words it takes. NULL where there is none.
 * Words are as written, without punctuation.
 */
const struct measure *vocabulary_find(const struct vocabulary *vocabulary, enum phrase_role role,
                                      const struct str *words, size_t count, size_t i, size_t *ret_words);

/*
 * The measure that all of the text names, with or without words that add nothing ("total", "annual"), or whose growth it
 * names: *ret_growth says which. NULL for none.
 */
const struct measure *vocabulary_measure(const struct vocabulary *vocabulary, struct str text, bool *ret_growth);

#endif
