/*
 * Feeds, RSS (0.9x, 1.0, 2.0) and Atom (RFC 4287): each entry is a document of its own, with its title, author, date and
 * address, made of the text that the feed gives, which is often only the beginning of the article that it links to.
 */
#ifndef CORE_INTAKE_FEED_H
#define CORE_INTAKE_FEED_H

#include "core/intake/charset.h"

struct feed_entry {
    struct str bytes; /* the entry as it stands in the feed */
    struct str title, author, publisher, url, published, language;
    struct str html; /* its text: HTML */
};

/* The entries of a feed in UTF-8, in its order; texts are in the arena or parts of `bytes`. */
bool feed_entries(struct str bytes, const struct limits *limits, struct arena *arena, struct feed_entry **ret,
                  size_t *ret_count, struct str *ret_failure);

/* Whether bytes begin as a feed does. */
bool feed_is_one(struct str bytes);

/* The entry's text, as page_parse() makes it of its HTML. */
void feed_entry_parse(const struct feed_entry *entry, struct arena *arena, struct reading *ret);

/*
 * All of it in the sandbox: one reading an entry, in an array. Each has in `entry_start` and `entry_end` where in the
 * bytes it stands.
 */
struct feed_reading {
    struct reading reading;
    size_t start, end;
};
bool feed_read(struct str bytes, const struct charset *charset, const struct limits *limits, struct arena *arena,
               struct feed_reading **ret, size_t *ret_count, struct err *err);

#endif
