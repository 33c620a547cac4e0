/*
 * The desk whose report it is: its name, logo and colours, and what it calls the ratings. From a small file:
 *
 *   # a line that begins so is a remark, and so is what stands behind " # "
 *   name = The Desk
 *   logo = logo.svg                 beside the file; PNG, JPEG, GIF, WebP or SVG of at most 256 KiB
 *   colour = #7a1f2b                of rules and the desk's name; colour-dark on dark pages
 *   rating accurate = True          its own name for one of ours, which are: accurate, mostly-accurate, …
 *   rating inaccurate = False | Pants on Fire    further names, by which import knows it as well
 *   topic housing = rent, housing, home*         words that a claim about it has, for report --topic and stats
 */
#ifndef CORE_REPORT_DESK_H
#define CORE_REPORT_DESK_H

#include "core/report/voice.h"

enum { DESK_TOPICS = 64, DESK_NAMES = 16, DESK_LOGO_BYTES = 256 * 1024 };

/* A name of a rating besides the first. */
struct desk_alias {
    struct str name;
    int rating;
};

struct desk {
    struct str name;
    struct str logo_path;           /* as the file has it; whoever read that reads this as well */
    struct str logo;                /* a data: address; null for none */
    struct str colour, colour_dark; /* "#rrggbb"; null for ours */
    struct str ratings[RATING_END];
    struct desk_alias alias[RATING_END * DESK_NAMES];
    size_t alias_count;
    struct str topic[DESK_TOPICS], topic_words[DESK_TOPICS];
    size_t topic_count;
};

/* Reads the file's text. ERR_INPUT names the line. Texts are in the arena. */
bool desk_read(struct str text, struct arena *arena, struct desk *ret, struct err *err);

/* Makes the data: address of a picture's bytes; ERR_INPUT where it is none of the kinds above, or too large. */
bool desk_logo(struct desk *desk, struct str bytes, struct arena *arena, struct err *err);

/* Whether one of our ratings is called so, by the desk or by us in any language; ASCII letters in either case. */
bool desk_rating(const struct desk *desk, struct str name, int *ret_rating);

#endif
