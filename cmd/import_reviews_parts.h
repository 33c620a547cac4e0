/* What the two files of cmd/import_reviews.h share: one takes a review into the store, the other reads inputs. */
#ifndef CMD_IMPORT_REVIEWS_PARTS_H
#define CMD_IMPORT_REVIEWS_PARTS_H

#include "cmd/import_reviews.h"
#include "core/extract/extract.h"
#include "core/intake/reviewed.h"

struct review_import {
    struct invocation *run;
    struct store *store;
    struct str reviewer;
    const struct desk *desk;
    struct extractor *extractor;
    struct arena arena; /* one review's */
    const char *input;  /* as messages call it */
    const char *what;   /* "line", "review" */
    int64_t at;         /* which one is being read, from 1 */
    struct err *err;    /* what ended it all */
    bool ended;
    bool grouped;  /* a transaction is open, */
    int in_group;  /* with so many reviews */
    bool reported; /* a line of our own report is being read */
    int64_t reviews, documents, citations, verdicts, known, without, failed;
};

/* Takes one review in, or tells of it why not; a reviewed_fn. */
bool review_import_take(void *ctx, const struct reviewed *reviewed);

/* What was taken in so far survives from here on. */
void review_import_end_group(struct review_import *import);

#endif
