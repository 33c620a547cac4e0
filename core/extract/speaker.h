/*
 * Who says so: attribution within a sentence ("Hegseth said", "according to the ministry"), quotation marks, and what
 * carries over from the sentences before: whose quotation is still open, whom "he" stands for, whose surname it is, who "the
 * prime minister" is.
 *
 * Nothing here looks ahead: a sentence's claims don't depend on the sentences after it.
 */
#ifndef CORE_EXTRACT_SPEAKER_H
#define CORE_EXTRACT_SPEAKER_H

#include "core/extract/question.h"
#include "core/extract/reading.h"

enum { SPEAKER_NAMES = 64, SPEAKER_OFFICES = 16 };

/* Who was named in the document; slices of its text, the latest last. */
struct memory {
    size_t name_count, office_count;
    struct known_name {
        struct str full, last; /* "Olga Sand", "Sand" */
    } names[SPEAKER_NAMES];
    struct known_office {
        struct str office, name; /* "Prime Minister", "Olga Sand" */
    } offices[SPEAKER_OFFICES];
};

struct speaker {
    struct memory *memory;       /* NULL where it has not heard what was said before: it asks, and remembers nothing */
    struct questions *questions; /* then this is what it asks, of the sentence that it reads */
    struct str person;           /* the last one that was a person: "he" and "she" */
    struct str other;            /* who was named beside */
    struct str he, she;          /* whom they stood for last */
    struct str body;             /* the last speaker that was none: "it said" */
    struct str quoted;           /* whose quotation is open or was last in this paragraph */
    struct str author;           /* of the document: who says "I" and "we" outside quotation marks; or null */
    bool in_quotation;           /* a quotation mark was opened and not closed */
};

/* Fills reading->quoted. The first stage of a sentence. */
void quotations_read(struct speaker *speaker, struct reading *reading);

/* The first place at or after `from` where a mark may open or close a quotation, by the bytes; text.len where none may. */
size_t quotation_next(struct str text, size_t from);

/*
 * Who says it, for each token of the sentence: null where the text attributes it to nobody. In the scratch arena. Comes
 * after the figures and the parts of speech; a sentence without a verb of saying needs neither.
 */
struct str *speaker_read(struct speaker *speaker, struct reading *reading);

/* Whether the sentence has a word that may attribute something. */
bool may_attribute(const struct tokens *tokens);

/* ---- names and offices (speaker.c), for attribution.c ---- */

size_t name_start(const struct tokens *tokens, size_t end); /* of the capitalised words before token `end` */
size_t name_end(const struct tokens *tokens, size_t i);
size_t skip_titles(const struct tokens *tokens, size_t first, size_t end);
bool is_person(const struct tokens *tokens, size_t first, size_t end);
struct str last_word(struct str name);
struct str speaker_full_name(struct speaker *speaker, struct str name);
struct str speaker_in_office(struct speaker *speaker, struct str office);
struct str speaker_by_pronoun(struct speaker *speaker, bool she);
struct str speaker_by_it(const struct speaker *speaker);
void speaker_remember_office(struct speaker *speaker, struct str office, struct str name);
void speaker_remember_appositions(struct speaker *speaker, const struct tokens *tokens); /* attribution.c */
void speaker_remember(struct speaker *speaker, const struct tokens *tokens);
/* The same of "the ministry", for the "it" of the next sentence; after this one has been read. */
void speaker_remember_body(struct speaker *speaker, const struct tokens *tokens);

#endif
