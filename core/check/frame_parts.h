/* What the files that read frames share: frame.c, frame_settle.c, trend.c. */
#ifndef CORE_CHECK_FRAME_PARTS_H
#define CORE_CHECK_FRAME_PARTS_H

#include "core/check/clause.h"
#include "core/check/frame.h"
#include "core/extract/unit.h"
#include "core/text/tag.h"

struct framer {
    const struct vocabulary *vocabulary;
    const struct entities *entities;
    struct lexicon *lexicon;
    struct units *units;
    struct frame_given given;
};

/* What has been understood of a clause so far. */
struct account {
    const struct framer *framer;
    const struct claim *claim;
    struct clause *clause;
    struct arena *arena;
    struct frame *frame;
    const struct measure *measure, *of;
    const struct entity *entity;
    struct str ambiguous; /* a name of several entities, or two names */
    bool growth, risen;   /* the measure was named by its growth, or by what rises */
    bool spent_on;        /* by what money is spent on */
    bool spends, lives, present;
    bool changes, change_noun, change_down; /* a word of rising or falling */
    struct entity_mention mention;          /* the next one of the clause that is read */
    bool mentions_end;                      /* there is none any more */
    size_t change_word;
    size_t period_start, period_end; /* in the sentence, where the claim's period stands there */
    int stray_year;                  /* one that is not in it; 0 for none */
};

/* trend.c: "the highest since 2009": how many tokens at i; and the same in the sentence's other parts. */
size_t take_trend(struct account *account, size_t i);
void trend_elsewhere(struct account *account);

/* frame_settle.c: whether it is put as a fact at all; else the frame has the problem. */
bool frame_modality(struct account *account);
/* Whether it is the price of a currency, and then the frame is read. */
bool frame_exchange(struct account *account);
/* From the words to form, period and the rest. */
void frame_settle(struct account *account, const struct frame *before);

#endif
