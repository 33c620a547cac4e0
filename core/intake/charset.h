/*
 * Which character encoding bytes are in, and their text in UTF-8 with the way back.
 *
 * Found in this order: a byte order mark, what the user says, what the server said (HTTP), what the page says (<meta>,
 * <?xml?>), strict UTF-8, and last a guess from the bytes (libuchardet, in a sandboxed child). Names are those that the
 * web uses (WHATWG Encoding Standard), with its meanings: "latin1" is windows-1252 there. No other is believed.
 * Conversion is the C library's iconv; nothing is normalised.
 */
#ifndef CORE_INTAKE_CHARSET_H
#define CORE_INTAKE_CHARSET_H

#include "core/base/buf.h"
#include "core/base/err.h"
#include "core/base/limits.h"
#include "core/base/mem.h"
#include "core/intake/reading.h"

struct charset {
    const char *name;    /* as the web calls it, in capitals; points to a table */
    const char *found;   /* "byte order mark", "option", "HTTP header", "meta", "UTF-8 throughout", "guess" */
    const char *convert; /* as iconv calls it; NULL for UTF-8 */
    bool like_ascii;     /* a byte below 128 that begins a character is ASCII */
    size_t mark;         /* how many bytes the byte order mark takes */
};

/* By any of the names that the web has for it; false for one that it has not. */
bool charset_by_name(struct str label, struct charset *ret);

/* "option, option": what --charset may say. */
struct str charset_names(struct arena *arena);

struct charset_hints {
    struct str option, http;     /* labels; STR_NULL where nobody said */
    bool page;                   /* look for <meta> */
    const struct limits *limits; /* for the guess; NULL for the normal ones */
};

/* Looks, and guesses where nothing says. ERR_INPUT where a guess is not to be had. */
bool charset_find(struct str bytes, const struct charset_hints *hints, struct charset *ret, struct err *err);

/* ---- converting ---- */

/* A stretch of characters that take `unit` bytes each in UTF-8, and `origin_unit` each as received. */
struct charset_run {
    uint32_t start, origin, count;
    uint8_t unit, origin_unit;
};

struct charset_text {
    struct buf text; /* UTF-8, valid */
    struct charset_run *run;
    size_t run_count, run_cap;
    size_t bad; /* bytes that stand for no character: each became U+FFFD */
};

/* Loads what converting needs; before the sandbox closes. False where iconv does not know it. */
bool charset_open(const struct charset *charset, void **ret_converter);

void charset_close(void *converter); /* NULL does nothing */

void charset_convert(const struct charset *charset, void *converter, struct str bytes, struct charset_text *ret);
void charset_text_release(struct charset_text *text);

/* Makes the places of a reading, which were those in `text`, those in the bytes. */
void charset_unmap(const struct charset_text *text, struct arena *arena, struct reading *reading);

#endif
