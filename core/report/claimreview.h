/* A claim's review as schema.org's ClaimReview: a line of its own list, or in a page. */
#ifndef CORE_REPORT_CLAIMREVIEW_H
#define CORE_REPORT_CLAIMREVIEW_H

#include "core/report/report.h"

/* A <script> of data, which no browser runs; nothing for a claim without a review to publish. */
void claimreview_embed(struct report *report, const struct document *document, const struct report_claim *told);

#endif
