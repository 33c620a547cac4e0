/*
 * The examiner brings the store's series, documents and citations to where core/check can use them: for `check`, and for
 * `verdict --from-check`.
 */
#ifndef CMD_EXAMINER_H
#define CMD_EXAMINER_H

#include "cmd/cmd.h"
#include "core/check/check.h"
#include "core/check/sums.h"
#include "core/extract/extract.h"

struct examiner;

struct examiner_settings {
    struct widths widths;
    struct str series; /* name of the only one to compare with; null for all that fit */
    struct str entity; /* whom claims are about; null for what they say */
};

/* The store stays the caller's, and open. ERR_USAGE where the series or the entity is none. */
bool examiner_open(struct store *store, const struct examiner_settings *settings, struct examiner **ret,
                   struct err *err);
void examiner_close(struct examiner *examiner); /* NULL does nothing */

struct examiner_job {
    const int64_t *numbers; /* of the claims to check; NULL for all but the background kinds */
    size_t count;
    /* What is handed out lives until the call returns. False ends the work. */
    bool (*checked)(void *ctx, const struct tracked_claim *claim, const struct check *check);
    /* The document's own arithmetic, after its claims; NULL where nobody asks. */
    bool (*summed)(void *ctx, const struct document *document, const struct sum_fault *faults, size_t count);
    void *ctx;
};

/* Checks claims of one document. */
bool examiner_document(struct examiner *examiner, const struct document *document, const struct examiner_job *job,
                       struct err *err);

#endif
