/*
 * What a document has said of speakers so far, worked out no earlier than a claim needs it.
 *
 * Every sentence may tell who "he" is in the next one, or whose surname it is. Few claims ask. So a sentence without a figure
 * is passed over, and one with figures is first read by a speaker that has heard nothing (struct speaker, `ignorant`): if
 * that one is asked for nothing it can't know, its answer is the answer. If it is, the sentences that were passed over are
 * read in their order, and then this one again. The claims are the same as if all had been read.
 */
#ifndef CORE_EXTRACT_RECALL_H
#define CORE_EXTRACT_RECALL_H

#include "core/extract/speaker.h"

struct told; /* the figures of a sentence that was not heard */

struct recall {
    const struct lexicon *lexicon;
    bool at_once;                  /* nothing is passed over */
    struct speaker speaker;        /* who has heard all up to where `reader` is */
    struct sentence_reader reader; /* meaningful while it is behind */
    bool behind;                   /* sentences have been passed over */
    bool in_quotation;             /* the same as the speaker's, of the sentence before this one */
    bool was_in_quotation;         /* the speaker's before this sentence, and whose it was: recall_pass_read() */
    struct str was_quoted;
    struct told *told;
    size_t told_count, told_cap;
    struct arena scratch;
};

void recall_release(struct recall *recall);

/* A sentence without a figure, and the reader that is about to find it. */
void recall_pass(struct recall *recall, const struct sentence_reader *before, struct sentence sentence);

/* A sentence of which only its quantities have been read, and there are none: the reading that found it so. */
void recall_pass_read(struct recall *recall, const struct sentence_reader *before, struct sentence sentence,
                      struct speaker *speaker, struct reading *reading);

/*
 * Whoever reads the sentence: marks its quotations first (reading->quoted). `unheard` is the caller's, for a speaker that
 * has heard nothing, and is what it returns where one will do for now.
 */
struct speaker *recall_begin(struct recall *recall, struct reading *reading, struct speaker *unheard);

/* The sentence has its figures: who says them (speaker_read()). *ret_quoted is whose quotation is open. */
const struct str *recall_end(struct recall *recall, struct speaker *speaker, struct sentence sentence,
                             struct reading *reading, struct str *ret_quoted);

#endif
