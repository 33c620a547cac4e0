/*
 * Extraction: from a document's text to its claims.
 *
 *   text → paragraphs → sentences → tokens → numbers → quantities → claims
 *
 * reading.h lists the stages and their files. A sentence in whose bytes nothing stands that a figure could begin with
 * (candidate.h) goes no further; what it says of speakers is heard when a claim asks for it (recall.h).
 *
 * It is a pure function of the text and the options: same text, same version, same claims. An extractor holds the
 * tables it looks words up in; it is made once, and nothing changes it: any number of threads may share it. One that is made
 * with ASSAY_THOROUGH in the environment reads every sentence, in order, and finds the same.
 */
#ifndef CORE_EXTRACT_EXTRACT_H
#define CORE_EXTRACT_EXTRACT_H

#include "core/base/mem.h"
#include "core/base/str.h"
#include "core/record/claim.h"

struct extractor;

struct extractor *extractor_new(void);
void extractor_free(struct extractor *extractor);

struct extract_context {
    struct str published; /* the document's ISO date, against which "last year" is resolved; may be null */
    struct str author;    /* who says "I" and "we" in it; may be null */
};

/*
 * An extractor in one thread's hands: {.extractor = …}. The memory is that of extract_each(), which leaves it for the next
 * text, so that many short ones take none anew.
 */
struct extracting {
    const struct extractor *extractor;
    struct arena perm, scratch; /* what claims point to; a sentence's own */
    struct recall *recall;      /* NULL before the first text */
};
void extracting_release(struct extracting *extracting); /* the memory; the extractor is the caller's */

/*
 * The claims of `text` (valid UTF-8) as they are found, in its order: `found` is called for each sentence that has some.
 * The array, and what the claims point to besides `text`, is gone when it returns, so that memory does not grow with the
 * text. It returns false to end the reading.
 */
typedef bool claims_fn(void *ctx, const struct claim *claims, size_t count);
void extract_each(struct extracting *extracting, struct str text, const struct extract_context *context,
                  claims_fn *found, void *ctx);

/*
 * Appends the claims of `text` (valid UTF-8) to *ret_claims, in the order of the text. The array and all that the
 * claims point to are in `arena` or in `text`. It stops once there are more than LIMIT_DOCUMENT_CLAIMS, which no store
 * takes: the caller refuses such a document.
 */
void extract_claims(const struct extractor *extractor, struct str text, const struct extract_context *context,
                    struct arena *arena, struct claim **ret_claims, size_t *ret_count);

/*
 * Reads one figure typed by a person ("182.8 billion USD"). False where the text holds none, or more than one.
 * *ret_claim has the fields that belong to the figure itself.
 */
bool extract_figure(const struct extractor *extractor, struct str text, struct arena *arena, struct claim *ret_claim);

#endif
