/*
 * The claim: one figure stated in a document, with its place, its sentence and what it is about.
 *
 * This is the record that `extract --format ndjson` prints, one object a line, and that the store keeps. A field that
 * the text does not give is null, never guessed.
 */
#ifndef CORE_RECORD_CLAIM_H
#define CORE_RECORD_CLAIM_H

#include "core/record/record.h"

enum claim_kind {
    KIND_MONEY,
    KIND_PERCENT,
    KIND_COUNT,
    KIND_MEASURE,
    KIND_RATIO,
    KIND_RANK,
    KIND_DATE,
    KIND_DURATION,
    KIND_AGE,
    KIND_INDEX,
    KIND_SCORE, /* of a game or a vote, or odds: "3-1"; the literal says it, there is no value */
    KIND_END,
};

/* Kinds that a check sheet accounts for but `list` shows only when asked. */
static inline bool kind_is_background(int kind)
{
    return kind == KIND_RANK || kind == KIND_DATE || kind == KIND_SCORE;
}

enum claim_relation {
    RELATION_NONE,   /* null: dates, ranks and scores have none */
    RELATION_EQUAL,  /* =  */
    RELATION_ABOUT,  /* ~  */
    RELATION_ABOVE,  /* >  */
    RELATION_LEAST,  /* >= */
    RELATION_BELOW,  /* <  */
    RELATION_MOST,   /* <= */
    RELATION_NEARLY, /* ~< almost, just under */
    RELATION_BARELY, /* ~> just over */
    RELATION_END,
};

/* The text says that something rose or fell by it. */
enum claim_direction { DIRECTION_NONE, DIRECTION_UP, DIRECTION_DOWN, DIRECTION_END };

enum claim_modality {
    MODALITY_STATED,
    MODALITY_TARGET,
    MODALITY_MINIMUM,
    MODALITY_MAXIMUM,
    MODALITY_FORECAST,
    MODALITY_PROPOSAL,
    MODALITY_HYPOTHETICAL,
    MODALITY_DENIED,
    MODALITY_END,
};

/* Below this score a claim is hardly one ("one of the best", "two weeks ago"), and a listing leaves it out unless asked. */
enum { CLAIM_SCORE_LISTED = 15 };

struct claim {
    int64_t number; /* what people type, from 1; 0 outside a store */
    struct str id;  /* claim_identity() in hex; null outside a store */

    struct str literal;           /* the figure as written: the document's text from start to end, always */
    int64_t start, end;           /* its place in the document's text, in bytes, half open */
    int64_t start_char, end_char; /* the same in code points, which W3C selectors count */
    struct str sentence;          /* the sentence that holds it, as written */
    int64_t sentence_start;       /* where in the document's text that begins, in bytes */
    struct str prefix, suffix;    /* up to 32 characters either side of the literal */

    int kind;             /* enum claim_kind */
    struct str value;     /* exact decimal in plain notation; for a date ISO 8601 to the part that is known */
    struct str upper;     /* the other end where the text gives a range, in the text's order; else null */
    struct str precision; /* place value of the last digit written, as a decimal: "as written" is value ± half of it */
    int relation;         /* enum claim_relation */
    /* enum claim_direction: what a verb, an adverb or a comparison says of it ("rose 5%", "5% more than in 2020"). A noun of
     * change is what is measured, and begins the concept: "a 5% drop in rents" has no direction. */
    int direction;
    struct str unit;    /* ISO 4217 code, "percent", "percentage point", full singular unit name, or counted noun */
    bool unit_assumed;  /* a bare "$" taken for USD */
    struct str per, of; /* "per barrel", "a year"; "of GDP", "of voters" */
    struct str concept; /* what is measured, in the text's words */
    struct str subject; /* who or what has the figure */
    struct str speaker; /* to whom the text attributes it */
    bool quoted;        /* inside quotation marks */
    int modality;       /* enum claim_modality */
    struct str period;  /* the time that it is about, as written */
    struct str period_interval; /* the same as an ISO 8601 interval of days, where it can be resolved */
    int64_t score;              /* how much it is worth checking, in hundredths */
};

extern const struct names claim_kinds, claim_relations, claim_directions, claim_modalities;
extern const struct fields claim_fields;

/*
 * What makes a claim the same claim wherever it is extracted: a digest of the document's text (by its own digest), the
 * span and the literal.
 */
struct digest claim_identity(const struct digest *text, const struct claim *claim);

/* A digest of what extraction found: every field but the number, which belongs to one store. */
struct digest claim_digest(const struct claim *claim);

#endif
