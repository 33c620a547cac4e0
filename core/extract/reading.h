/*
 * The reading of one sentence: its tokens, and the quantities found in it so far. Every stage of extraction between
 * tokens and claims works on this and adds what it knows:
 *
 *   candidate.c  which sentences may have a figure at all
 *   quantity.c   numbers, dates, ranks, scores                (name.c: "Article 5" is none; versus.c: "3-1")
 *   number.c     the number itself, behind quantity.c         (numeral.c: in words; fraction.c, fraction_words.c; date.c)
 *   money.c, measure.c, age.c, counted.c, group.c, attribute.c  what a number counts or measures
 *   dateline.c   whose dollars they are
 *   range.c      "from 5 to 7 percent"                        (bound.c, compound.c)
 *   carry.c      the unit a neighbour has left out            (elided.c, index.c)
 *   modifier.c   "more than", "nearly"; "rose 5 percent"
 *   context.c    of what, and whose       (concept.c; subject.c; clause.c: verbs; phrase.c: noun phrases)
 *   period.c     when                  (time.c: the times of a sentence; segment.c: its parts; calendar.c: their days)
 *   modality.c   target or fact
 *   speaker.c    who says so, across sentences                (attribution.c; speech.c: verbs of saying; recall.c: what
 *                was passed over; question.c: what of that is asked)
 *   score.c      how much it is worth checking
 */
#ifndef CORE_EXTRACT_READING_H
#define CORE_EXTRACT_READING_H

#include "core/extract/date.h"
#include "core/extract/number.h"
#include "core/extract/unit.h"
#include "core/record/claim.h"
#include "core/text/token.h"

struct quantity {
    size_t first, end;    /* tokens of the literal, half open */
    size_t core;          /* where it begins without its modifier: the number, or the currency sign */
    struct number number; /* of a rank: the rank */
    struct date date;     /* KIND_DATE */

    int kind; /* enum claim_kind */
    bool ranged;
    struct str unit; /* null where there is none */
    bool unit_assumed;
    struct str per, of;
    int relation, direction, modality; /* enums of claim.h */
    struct str concept, subject;
    struct str period, period_interval;
    size_t inner_end; /* of a range: the token after its first figure */
    size_t of_end;    /* the token after the "of …" part, or `end` */
    bool weak;        /* "one of the best films", "in one area": a number, hardly a claim */
    bool bounded;     /* "not exceed", "not below": a bound told by denying the other one */
    bool hyphenated;  /* "8-inch", "25-nation": part of a description */
};

/* A number that says of nothing what it counts. */
static inline bool quantity_is_bare(const struct quantity *quantity)
{
    return quantity->kind == KIND_COUNT && !quantity->unit.ptr;
}

struct reading {
    struct tokens tokens;
    const struct units *units;
    struct arena *perm, *scratch; /* what claims keep; what the sentence forgets */
    struct quantity *at;
    size_t count, cap;
    bool *taken;  /* for each token: it is part of a figure (dates and ranks aside); set by figures_take() */
    bool *quoted; /* for each token, and for the end: inside quotation marks; set by quotations_read() */
    bool paragraph_start;
    struct str published; /* the document's date, or null */
    const char *country;  /* that its dateline names, or NULL */
};

struct quantity *reading_add(struct reading *reading);

/* Runs the stages up to and with ranges: every quantity with its number, unit and kind. */
void quantities_read(struct reading *reading);

/*
 * What stands beside a number, each told to one quantity whose number is read. They return whether it was theirs.
 * money.c: a currency before it; measure.c: a unit after it, "millions of" one, a foot or inch mark; age.c.
 */
bool money_read_before(const struct tokens *tokens, size_t after,
                       struct quantity *quantity); /* from token `after` on */
bool unit_read(const struct reading *reading, struct quantity *quantity);
bool unit_read_past_of(const struct reading *reading, struct quantity *quantity);
bool percent_read_before(const struct reading *reading, struct quantity *quantity); /* "a percentage of 45" */
bool prime_read(const struct tokens *tokens, struct quantity *quantity);
bool age_read_after(const struct tokens *tokens, struct quantity *quantity);
bool age_read_before(const struct tokens *tokens, struct quantity *quantity);
bool age_of_people(const struct tokens *tokens, size_t i); /* "women", "anyone": who may be "over 65" */
/* counted.c: a counted noun, or nothing; false where a number word counts nothing ("no one"). */
bool count_read(const struct reading *reading, struct quantity *quantity);
/* group.c: "60 of our shops": what a bare number counts, where it is named after "of". */
void group_read(const struct reading *reading, struct quantity *quantity);
/* Whether the figure at token `core` tells the group that "of" at token i leads to: "[of the alliance's] 32 members". */
bool group_reaches(const struct tokens *tokens, size_t i, size_t core);
/* "of" at token i, and a pronoun that stands for the group: "of them", "of those who". */
bool group_is_pronoun(const struct tokens *tokens, size_t i);
/* attribute.c: "a three course meal"; leaves a quantity alone that has a unit. */
void attribute_read(const struct reading *reading, struct quantity *quantity);
/* measure.c: "per barrel", "a year" after all of that. */
void rate_read(const struct reading *reading, struct quantity *quantity);

/* counted.c: the counted noun that begins at token i. */
struct counted {
    struct str unit; /* singular */
    size_t end;
};
bool counted_noun(const struct reading *reading, size_t i, bool one, struct counted *ret);
/* The same as a singular: "shipping containers" → "shipping container". Words between are kept as written. */
struct str noun_singular(struct arena *arena, struct str phrase);
bool noun_is_plural(const struct tokens *tokens, size_t i);

/* versus.c: a score, a vote or odds that begins at token i ("3-1", "27 to 14"), added; the token after it, or 0. */
size_t versus_read(struct reading *reading, size_t i);

/* name.c: whether the number is a name or an identifier rather than a quantity ("Article 5", "F-16", "5G"). */
bool number_is_name(const struct reading *reading, const struct number *number);
/* The same for one that found no unit ("iPhone 11", "S&P 500"). */
bool unitless_is_name(const struct reading *reading, const struct quantity *quantity);

/* compound.c: "5 ft 2 in", "15 dollars 50": one amount told in two units, made one in `a`. */
bool compound_join(const struct tokens *tokens, struct quantity *a, const struct quantity *b);
/* The value of `quantity` in the unit of `other` ("one metre" in centimetres); false where they measure different things. */
bool unit_convert(const struct quantity *quantity, const struct quantity *other, struct decimal *ret);

/* bound.c: "above 1000 and below 1500": whether two figures are the two bounds of one, and where its literal then begins. */
bool bounds_join(const struct tokens *tokens, const struct quantity *a, const struct quantity *b, size_t *ret_first);

/* range.c */
void ranges_join(struct reading *reading);
/* "four to five thousand", "$3 to $4 billion": the first is told in the second's scale. "$200 to $4 million" shares none. */
bool shares_scale(const struct quantity *a, const struct quantity *b);
/* elided.c: the figure before whose unit the bare figure k has by the sentence's grammar, or NULL. */
const struct quantity *unit_elided(const struct reading *reading, size_t k);
void unit_read_beside_verb(const struct reading *reading, struct quantity *quantity); /* "Deaths numbered 41,027" */
/* index.c: a bare figure that is an earthquake's magnitude, or the level of an index. */
bool magnitude_read(const struct reading *reading, struct quantity *quantity);
bool level_read(const struct reading *reading, struct quantity *quantity);
/* carry.c: units that a figure has left to its neighbour, and which bare numbers are figures at all. */
void units_carry(struct reading *reading);

/* modifier.c */
void modifiers_read(struct reading *reading);
void figures_take(struct reading *reading); /* fills `taken` */

/* context.c, period.c, modality.c */
void context_read(struct reading *reading);
void periods_read(struct reading *reading);
void modality_read(struct reading *reading);

#endif
