/* How checks are shown: in full as text or JSON, and as records of a listing. */
#ifndef CMD_CHECK_SHOW_H
#define CMD_CHECK_SHOW_H

#include "cmd/examiner.h"
#include "cmd/listing.h"

/* A check as a listing shows it. */
struct checked {
    int64_t number, document_number;
    struct str id, literal, sentence;
    int status, reason, rating;          /* enums check_status, reason, rating; the last is suggested, -1 for none */
    struct str interval;                 /* what the claim asserts */
    struct str reference, value, period; /* of the first reference that it was held against; null for none */
    struct str result;                   /* in one line */
};

extern const struct listing_shape checked_shape;

struct checked checked_of(const struct tracked_claim *claim, const struct check *check);

void check_show_text(const struct tracked_claim *claim, const struct check *check);
/* One object, without a line feed; the caller owns it. */
json_t *check_show_json(const struct tracked_claim *claim, const struct check *check);

void sums_show_text(const struct document *document, const struct sum_fault *faults, size_t count);
json_t *sums_show_json(const struct document *document, const struct sum_fault *fault);

#endif
