/*
 * Units and currencies: the table of data that every figure's unit is looked up in.
 *
 * Canonical names are ISO 4217 codes for money, "percent", "percentage point", "basis point", and else a unit's full
 * singular name in British spelling ("kilometre", "pound", "square metre"), after the SI brochure (9th edition) and
 * NIST SP 811 for what is outside SI.
 */
#ifndef CORE_EXTRACT_UNIT_H
#define CORE_EXTRACT_UNIT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/record/claim.h"
#include "core/text/token.h"

struct unit {
    const char *name;    /* canonical */
    int kind;            /* enum claim_kind of a figure in it */
    const char *per;     /* for a rate written as one word: "mph" is a mile, per hour */
    const char *words;   /* forms in any case, parted by "|"; a plural in -s is understood */
    const char *symbols; /* forms that count only as written, parted by "|"; only after digits */
};

/* The data, in unit_table.c. A unit without a name ends it. */
extern const struct unit unit_table[];

/* Currency signs and codes that stand before a number: {"US$", "USD"}. Ends with NULL. */
struct currency_prefix {
    const char *prefix;
    uint64_t key; /* EXACT_KEY(): its bytes, eight at most */
    const char *code;
    bool assumed; /* "$" alone: some dollar, taken for the United States' */
};
extern const struct currency_prefix currency_prefixes[];

struct units;

struct units *units_new(void);
void units_free(struct units *units);

struct unit_match {
    const struct unit *unit;
    size_t end;  /* the token after its last one */
    bool symbol; /* matched by a symbol, not by a word */
};

/* The longest unit that begins at token i. `after_digits` allows symbols ("m", "kg"). */
bool unit_find(const struct units *units, const struct tokens *tokens, size_t i, bool after_digits,
               struct unit_match *ret);

/* The unit of that canonical name (for "pound" after "£"), or NULL. */
const struct unit *unit_named(const char *name);

/* The currency whose millions token i is the code of: "MUSD", "MSEK"; NULL for anything else. */
const struct unit *million_code(const struct tokens *tokens, size_t i);

/* The currency that stands right before token i: where it begins and what it is. */
bool currency_before(const struct tokens *tokens, size_t i, size_t *ret_first, const struct currency_prefix **ret);

#endif
