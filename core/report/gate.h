/* The gate: what keeps a claim from being handed over. */
#ifndef CORE_REPORT_GATE_H
#define CORE_REPORT_GATE_H

#include "core/base/buf.h"
#include "core/report/report.h"

struct gate {
    int64_t
        sources; /* how many different ones a verdict that rests on sources needs; 0 and 1 ask for no more than any */
};

/*
 * Appends the reasons, ", " between, raw; false, and nothing appended, where there is none:
 * - it is open, or it is open and has no source either;
 * - it has fewer different sources than asked for, unless its rating needs none;
 * - a source came after the verdict that counts, which cannot have weighed it;
 * - one of its sources is gone, as the last look at it found;
 * - a quote, or a figure that was cited without one, is not in what was kept of its source;
 * - the last verdicts of two reviewers differ.
 */
bool gate_reasons(struct buf *out, const struct gate *gate, const struct report_claim *told);

#endif
