/*
 * Who says so: attribution within a sentence ("Hegseth said", "according to the ministry"), quotation marks, and what
 * carries over from the sentences before: whose quotation is still open, whom "he" stands for, whose surname it is.
 *
 * Nothing here looks ahead: a sentence's claims don't depend on the sentences after it.
 */
#ifndef CORE_EXTRACT_SPEAKER_H
#define CORE_EXTRACT_SPEAKER_H

#include "core/extract/reading.h"

enum { SPEAKER_NAMES = 64 };

struct speaker {
    struct str names[SPEAKER_NAMES]; /* full names seen, the latest last; slices of the document's text */
    size_t name_count;
    struct str person; /* the last one that was a person: "he" and "she" */
    struct str quoted; /* whose quotation is open or was last in this paragraph */
    bool in_quotation; /* a quotation mark was opened and not closed */
};

struct attribution {
    struct str speaker; /* null where the sentence attributes nothing */
    size_t first, end;  /* the tokens it goes for: a semicolon ends it */
};

/* Reads one sentence, fills reading->quoted, and remembers what the next sentences need. */
struct attribution speaker_read(struct speaker *speaker, struct reading *reading);

#endif
