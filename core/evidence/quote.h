/*
 * Whether a quotation stands in a text, and where: word for word, typesetting aside (fold.h), and never a part of a word
 * or of a figure. "5 percent" is not in "15 percent", "2.5 percent", "3-5 percent" or "-5 percent"; "$1.5" not in "$1.55",
 * "$1.5bn" or "$1.5-2".
 *
 * Words may be left out of a quotation with "…", "[…]", "..." or "[...]": then its parts must stand in the text in their
 * order, each no further from the one before than QUOTE_GAP folded bytes.
 */
#ifndef CORE_EVIDENCE_QUOTE_H
#define CORE_EVIDENCE_QUOTE_H

#include <stdint.h>

#include "core/base/str.h"
#include "core/record/visit.h"

enum { QUOTE_GAP = 2000, QUOTE_PARTS = 64 };

struct quote_found {
    enum presence presence; /* STANDS, PARTS or ABSENT; NONE for a quotation without a letter or digit in it */
    size_t start, end;      /* of the first place in the text */
    int64_t places;         /* how many; of one in parts only the first is looked for */
};

struct quote_found quote_find(struct str text, struct str quote);

#endif
