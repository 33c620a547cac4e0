/* What BibTeX's types and fields are in CSL-JSON: for bibtex.c, which reads entries, and back. */
#ifndef CORE_EVIDENCE_BIBTEX_TABLE_H
#define CORE_EVIDENCE_BIBTEX_TABLE_H

#include <jansson.h>

#include "core/base/mem.h"
#include "core/base/str.h"

/* An entry on its way to an item. */
struct bibtex_entry {
    struct str type, key;
    json_t *item;
    struct arena *arena;
    struct str date, year, month, day, urldate, subtype;
};

/* Takes a field, as it stands in the entry; false where CSL has no variable for it. */
bool bibtex_field(struct bibtex_entry *entry, struct str name, struct str value);

/* The item; the entry's own is given up to it. */
json_t *bibtex_item(struct bibtex_entry *entry);

/* "1" for jan and so on: the macros that every BibTeX has; "" for any other. */
struct str bibtex_month(struct str name);

#endif
