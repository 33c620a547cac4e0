/*
 * What a document has said of speakers so far, worked out no earlier than a claim needs it.
 *
 * Every sentence may tell who "he" is in the next one, or whose surname it is. Few claims ask. So a sentence without a figure
 * is passed over, and one with figures is read by a newcomer: a speaker that has heard nothing (struct speaker, without a
 * memory). What it says of the figures is the answer, unless
 *
 *   it says the name or the office of somebody (question.h) whom the sentences that were passed over do name: they are looked
 *   through for that, and most name nobody;
 *   a figure is quoted, and the sentence does not say who is: another newcomer hears the sentences since the last one of which
 *   it is known whose quotation it left open (struct quoting);
 *   it says a pronoun, or the answer to the first two is not clear: then all the sentences that were passed over are heard in
 *   their order, and this one again.
 *
 * The claims are the same as if all had been heard at once, which at_once does.
 */
#ifndef CORE_EXTRACT_RECALL_H
#define CORE_EXTRACT_RECALL_H

#include "core/extract/speaker.h"

struct told; /* a sentence that was read by the newcomer only, with its figures and tokens */

/* Whose quotation is open, or was last: as of the place where `reader` is. */
struct quoting {
    struct sentence_reader reader;
    const struct told *told; /* the last one before it, or NULL */
    bool in_quotation;
    struct str who;
    struct question open; /* that the answer depends on */
    size_t end;           /* of the sentence that asks it */
};

struct recall {
    const struct lexicon *lexicon;
    bool at_once; /* nothing is passed over */
    struct memory memory;
    struct speaker speaker;        /* who has heard all up to where `reader` is */
    struct sentence_reader reader; /* meaningful while it is behind */
    bool behind;                   /* sentences have been passed over */

    struct speaker newcomer;
    struct questions questions;
    bool in_quotation; /* before the next sentence */
    size_t mark;       /* the first place at or after some sentence where a quotation may open or close */
    struct quoting quoting;
    bool quoting_is_next;      /* its reader is the one that is about to find the next sentence */
    struct told *first, *last; /* those that were told since all was heard */
    size_t told_count, kept_count;
    struct arena kept;
    size_t looked; /* bytes of the sentences read to answer questions, since the last hearing */
    struct arena scratch;
};

/* `{0}`, or what read another text before: it goes on using the memory that it has. */
void recall_begin_text(struct recall *recall, const struct lexicon *lexicon, bool at_once, struct str author);
void recall_release(struct recall *recall);

/* A sentence without a figure, and the reader that is about to find it. */
void recall_pass(struct recall *recall, const struct sentence_reader *before, struct sentence sentence);

/* Whoever reads a sentence that may have figures: marks its quotations first (reading->quoted). */
struct speaker *recall_begin(struct recall *recall, const struct sentence_reader *before, struct reading *reading);

/* That sentence has no figures; it has been read for its quantities only. */
void recall_pass_read(struct recall *recall, struct speaker *speaker, struct sentence sentence,
                      struct reading *reading);

/* It has figures: who says them (speaker_read()). *ret_quoted is whose quotation is open. */
const struct str *recall_end(struct recall *recall, struct speaker *speaker, struct sentence sentence,
                             struct reading *reading, struct str *ret_quoted);

#endif
