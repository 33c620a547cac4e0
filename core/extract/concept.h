/*
 * What a figure measures, told by where the noun phrase stands that says it. Each finder gives an empty phrase where there
 * is none; context.c says which goes first.
 */
#ifndef CORE_EXTRACT_CONCEPT_H
#define CORE_EXTRACT_CONCEPT_H

#include "core/extract/clause.h"

/* "minimum", "ceiling", "target". */
bool is_bound_word(const struct tokens *tokens, size_t i);

/* The phrase, if it has a noun, and not only one that tells when or says nothing; else an empty one. */
struct phrase if_thing(const struct tokens *tokens, struct phrase phrase);

/* Nouns that only hold a figure: "a total of", "at a rate of", "for the sum of". */
bool only_holds(const struct tokens *tokens, size_t i);

/* "a 25% [tax on imports]", "$149.99 [price point]", "an 18-month-old [daughter]". */
struct phrase concept_after(const struct reading *reading, const struct quantity *quantity);

/* "[winds] of 155 mph", "a [turnover] of 2 billion", "[panel strength] lower than 9": the phrase that it hangs on. */
struct phrase concept_before(const struct reading *reading, const struct quantity *quantity);

/* "a [capital] of $25,000 in small towns": a noun that names an amount, right before its figure, and a phrase after. */
struct phrase amount_before(const struct reading *reading, const struct quantity *quantity);

/* "boost [the driving range] by about 35 miles": the object of the verb before. */
struct phrase concept_object(const struct reading *reading, const struct quantity *quantity);

/* What a figure follows with no verb between: whether it is the object of a preposition, or stands for a subject. */
struct gap {
    struct phrase phrase; /* empty where there is none */
    bool governed;
};

/*
 * "The fees were $4 million and [the fines] $2 million", "derived from [customs] $26 million, from [sales of land] $2
 * million", "leaving [a surplus for the year] $3 million": the phrase that the figure stands right after.
 */
struct gap gap_before(const struct reading *reading, const struct quantity *quantity);

/* "[Public works] - 11,864.60 - 6,198.60 - + 99.20": the label of a row of figures that stand apart by marks. */
struct phrase row_label(const struct reading *reading, const struct quantity *quantity);

#endif
