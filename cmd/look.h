/*
 * Looking at a source: fetching or reading it through the doors of receive.h, and sighting its citations' quotes and figures
 * in what came. For `cite`, `sources keep` and `sources recheck`.
 */
#ifndef CMD_LOOK_H
#define CMD_LOOK_H

#include "cmd/receive.h"
#include "core/evidence/evidence.h"
#include "core/intake/manners.h"
#include "storage/sources.h"

struct looker {
    struct invocation *run;
    struct store *store;
    const struct extractor *extractor;
    const struct receive_options *options;
    struct manners *manners;                                        /* NULL where a person has named the address */
    bool (*is_public)(const unsigned char *address, size_t length); /* for tests: as in struct receive_how */
};

/* What is known of a source before it is looked at. */
struct looked_before {
    bool kept;          /* something was; then `visit` is the last look that kept something */
    struct visit visit; /* of it, with name and validators of the last look that reached it */
    struct str url;     /* where that found it; null for a file */
};

bool look_before(struct looker *looker, const struct source *source, struct arena *arena, struct looked_before *ret,
                 struct err *err);

/*
 * Looks at the file or address `name`. *ret has what came, in the arena, with an outcome; it has no sightings yet. A source
 * that can't be had is an outcome, no error. *ret_described is what it says of itself: title, author, publisher, date.
 */
void look_at(struct looker *looker, struct str name, const struct looked_before *before, struct arena *arena,
             struct look *ret, struct kept_source *ret_kept, struct document *ret_described);

/* What a look kept before, read again. */
bool look_again(struct looker *looker, const struct visit *visit, struct arena *arena, struct kept_source *ret,
                struct err *err);

/* Where each of a source's citations stands in what came; the look's sightings, in the arena. */
bool look_find(struct looker *looker, const struct source *source, const struct kept_source *kept, struct arena *arena,
               struct look *look, struct err *err);

/* "'x' …; y" without the name and what to do about it: what happened, as a note to be kept. */
struct str look_reason(struct str message, struct str name, struct arena *arena);

#endif
