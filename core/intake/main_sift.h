/* One attempt at finding the article, as its two halves share it: sifting the page (main_sift.c), and scoring. */
#ifndef CORE_INTAKE_MAIN_SIFT_H
#define CORE_INTAKE_MAIN_SIFT_H

#include "core/intake/main_text.h"

struct attempt {
    struct dom *dom;
    const struct main_known *known;
    unsigned flags;
    struct str byline;
    struct node *headline;   /* set aside, but read all the same */
    struct node **paragraph; /* what gives points */
    size_t paragraph_count, paragraph_cap;
    struct node **candidate; /* what has been given some */
    size_t candidate_count, candidate_cap;
};

/* Puts the tree back as parsed, without scripts, and makes paragraphs of what double line breaks set apart. */
void main_prepare(struct attempt *attempt);

/* Removes what can't be the article, and collects the paragraphs. */
void main_set_aside(struct attempt *attempt);

#endif
