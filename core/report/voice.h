/*
 * The voice of a report: the language that it speaks, and what a desk calls the ratings.
 *
 * All words that are the program's own stand in phrases.def, a column a language. A further language is a column there,
 * a line in `enum language` and in `languages`, and a table of units; tests/test_voice.c says what is missing.
 * What comes out of here is raw: it may hold what was filled in, and passes a door of escape.h before it is printed.
 */
#ifndef CORE_REPORT_VOICE_H
#define CORE_REPORT_VOICE_H

#include <stdint.h>

#include "core/base/buf.h"
#include "core/record/claim.h"
#include "core/record/review.h"

enum language { LANGUAGE_ENGLISH, LANGUAGE_GERMAN, LANGUAGE_END };
extern const struct names languages; /* their codes (BCP 47): "en", "de" */

enum phrase {
#define PHRASE(name, english, german) PHRASE_##name,
#include "core/report/phrases.def"
#undef PHRASE
    PHRASE_END
};

struct voice {
    int language;                   /* enum language */
    struct str ratings[RATING_END]; /* a desk's own names; null where it has none */
};

/* English, and the ratings by our own names. */
extern const struct voice voice_plain;

/* The phrase as it stands in the table. */
const char *voice_phrase(const struct voice *voice, int phrase);

/* The phrase with its places filled in, {1} by the first. */
void voice_fill(struct buf *out, const struct voice *voice, int phrase, const struct str *parts, size_t count);
#define VOICE_FILL(out, voice, phrase, ...)                                                                            \
    voice_fill(out, voice, phrase, (const struct str[]){__VA_ARGS__},                                                  \
               sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))

/* "one|many" by the count, which is {1}. */
void voice_count(struct buf *out, const struct voice *voice, int phrase, int64_t count);

/* A decimal in plain notation as the language writes it, its thousands set apart; anything else as it is. */
void voice_number(struct buf *out, const struct voice *voice, struct str value);
void voice_integer(struct buf *out, const struct voice *voice, int64_t value);

/* "12 February 2025, 14:03 UTC" for a timestamp, "February 2025" for a date; anything else as it is. */
void voice_date(struct buf *out, const struct voice *voice, struct str raw);

/* What is wrong with a figure (enum reason): "the figure of another year"; NULL for REASON_NONE. */
const char *voice_reason(const struct voice *voice, int reason);

/* What a figure can be besides rated. */
enum { STATE_OPEN = RATING_END, STATE_NO_CLAIM };

/* "Mostly accurate", "Open", for a rating or one of these two. In the middle of a sentence without the capital. */
void voice_state(struct buf *out, const struct voice *voice, int state, bool capital);

/* A canonical unit's name: "kilometres"; a noun of the text, of which no table knows, in its English plural. */
void voice_unit(struct buf *out, const struct voice *voice, struct str unit, bool one);

#endif
