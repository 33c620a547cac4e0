/*
 * Which part of a page is the article: the method of Mozilla's Readability (github.com/mozilla/readability, version 0.6),
 * as Firefox's reader view has it.
 *
 * What can't be the article by its class, role or look is set aside. Each paragraph gives points for its length and its
 * commas to its parent and, less and less, to those above; names in class and id add or take away; links take away. The
 * element with the most points, with those siblings that look like it, is the article, from which what looks like forms,
 * shares and lists of links is taken out again (main_clean.c). Where that leaves less than 500 characters it is tried
 * again with less suspicion.
 *
 * One thing is other than there: the headline, which Readability shows apart, is a part of the text, since it states
 * figures as often as the article does.
 */
#ifndef CORE_INTAKE_MAIN_TEXT_H
#define CORE_INTAKE_MAIN_TEXT_H

#include "core/intake/dom.h"

/* What a page has been found to say of itself before its text is looked at. */
struct main_known {
    struct str title;
    bool author; /* known already: the visible byline is not looked for */
};

/* Marks the texts of the article `main`. *ret_byline is the visible byline, STR_NULL where none was found. */
void main_text_find(struct dom *dom, const struct main_known *known, struct str *ret_byline);

/* ---- shared with main_clean.c ---- */

enum main_flag {
    MAIN_SET_ASIDE = 1, /* what is unlikely by its names */
    MAIN_WEIGH = 2,     /* names of class and id count */
    MAIN_CLEAN = 4,     /* lists of links and such are taken out */
};

double main_weight(const struct node *node, unsigned flags); /* of class and id */
double main_link_density(const struct node *node);           /* the part of its text that is links */
bool main_is_inside_data_table(const struct node *node);

/* Takes out of the article what is none of it. */
void main_clean(struct dom *dom, struct node *article, unsigned flags);

/* Whether class or id hold one of the words, which end with NULL. */
bool main_names_any(const struct node *node, const char *const *words);

#endif
