/*
 * The walk of `assay report` through the store: which documents and claims go into a report, in its order, each with its
 * citations and verdicts. What is done with them is the caller's: counting, printing, or the gate.
 */
#ifndef CMD_REPORT_WALK_H
#define CMD_REPORT_WALK_H

#include "cmd/cmd.h"
#include "core/base/buf.h"
#include "core/report/report.h"

/* What goes into the report; what is zero or null leaves nothing out. */
struct report_selection {
    int64_t document;
    unsigned ratings;       /* bit (1u << rating) */
    struct str speaker;     /* words of the speaker's name, as store_claims() takes them */
    struct str reviewer;    /* a part of the name or address of somebody who gave a verdict or added a source */
    struct str topic;       /* its name */
    struct str topic_words; /* those that a claim about it has (core/report/topic.h) */
    struct str since;       /* date: taken in, rated or given a source on that day or later */
};

/* Whether it leaves out claims of a document that it takes in: then documents without a claim are left out too. */
bool selection_chooses_claims(const struct report_selection *selection);

/* "only claims rated accurate, of speaker 'Hegseth'", raw; nothing where nothing is left out. */
void selection_words(struct buf *out, const struct voice *voice, const struct report_selection *selection);

struct report_walker {
    const struct report_selection *selection;
    void *ctx;
    /* All may be NULL. A false ends the walk, which is no error. */
    bool (*document)(void *ctx, const struct document *document);
    bool (*claim)(void *ctx, const struct document *document, const struct tracked_claim *claim,
                  const struct report_claim *told);
    /* Instead of those: each number of each document, in a report that holds them all. */
    bool (*numbers)(void *ctx, const struct document *document);
    bool (*number)(void *ctx, const struct report_number *number);
    bool (*numbers_end)(void *ctx);
    bool details; /* `told` has citations and verdicts; without, only where the selection needs them */
};

bool report_walk(struct store *store, const struct report_walker *walker, struct err *err);

#endif
