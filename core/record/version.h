/*
 * What became of the claims of a document in a later version of it. Nothing is anchored anew: the old claims stay where
 * they are, in the old version; this only says whether each figure still stands in the new one.
 */
#ifndef CORE_RECORD_VERSION_H
#define CORE_RECORD_VERSION_H

#include "core/record/claim.h"

enum fate {
    FATE_UNCHANGED, /* the same sentence holds the same figure */
    FATE_MOVED,     /* the same figure stands in another sentence that says much the same */
    FATE_CHANGED,   /* the sentence is there with another figure: both are to be looked at */
    FATE_GONE,
    FATE_END,
};

extern const struct names fates;

struct claim_fate {
    enum fate fate;
    const struct claim *now; /* NULL where it is gone */
};

/* Both in the order of their texts. ret[i] is what became of was[i]. Each new claim is one old claim's at the most. */
void version_compare(const struct claim *was, size_t was_count, const struct claim *now, size_t now_count,
                     struct claim_fate *ret);

#endif
