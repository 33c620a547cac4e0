/*
 * Parting a sentence for period.c: in which of its parts each token stands, and which part a part goes on from. A time is
 * told of the figures in its own part; what kind of part that is says whether of others, too.
 */
#ifndef CORE_EXTRACT_SEGMENT_H
#define CORE_EXTRACT_SEGMENT_H

#include "core/extract/reading.h"

enum segment_kind {
    SEGMENT_OWN,        /* after a semicolon, "but": takes nothing but the opening time */
    SEGMENT_GOES_ON,    /* "while …", ", leaving …", "and …": takes the time before */
    SEGMENT_COMPARISON, /* "than …", "as many as …", "from 361 in 2022": only its own */
    SEGMENT_ISLAND,     /* ", which …", "Of the 640 million …,": only its own */
    SEGMENT_RELATIVE,   /* "that …": its own and the opening one; over with the next verb */
    SEGMENT_BRACKETS,   /* what stands before the bracket holds inside */
};

struct segment {
    size_t first, outer; /* its first token; the part that it stands in, or follows */
    uint8_t kind;
    int verbs;  /* verb groups seen so far */
    bool moves; /* a comparison that began with "from": "to 120" ends it */
    bool brief; /* it began with "while", "when": the next comma ends it */
};

struct segments {
    struct segment *at;
    size_t count;
    size_t *of; /* for each token: the part it is in */
};

/* The parts of the sentence's first tokens, up to `end`; part 0 is the one that it begins with. In the scratch arena. */
struct segments segments_read(const struct reading *reading, size_t end);

#endif
