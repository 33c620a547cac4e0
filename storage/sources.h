/*
 * The part of the store that is about sources: what is known of them, what was kept of them, and where quotes and figures
 * stand in that. It goes with store.h, whose rules hold here as well; what is kept is only ever added to.
 *
 * A source that was merged into another stays in the store, with `merged` set, and its citations count for the other one.
 */
#ifndef STORAGE_SOURCES_H
#define STORAGE_SOURCES_H

#include "core/record/visit.h"
#include "storage/store.h"

/* ---- looks ---- */

/* What one look at a source brought, on its way into the store. */
struct look {
    struct visit visit; /* without number, id, source, sha256, bytes, text, layout, at: the store fills those */
    struct str bytes, text, layout; /* what is to be kept; STR_NULL for none */
    /*
     * Without visit: the store fills it with this one's. A citation that is null is the one that is being added. A look
     * whose `known` is set brought nothing: its sightings are of that visit, which is in the store already.
     */
    struct sighting *sightings;
    size_t sighting_count;
    struct str known; /* UUID of a visit, or null */
};

/*
 * Adds a citation as store_add_citation() does, with what was found when its source was looked at, in one transaction. `look`
 * may be NULL. On success what the store gave is in *look, too.
 */
bool store_cite(struct store *store, const struct tracked_claim *claim, struct source *source,
                struct citation *citation, struct look *look, struct arena *arena, struct err *err);

/* Adds a look at a source that is there; ACTION_KEEP or ACTION_RECHECK. */
bool store_add_look(struct store *store, struct str source, enum action action, struct look *look, struct arena *arena,
                    struct err *err);

/* All looks at a source, at those that were merged into it as well, oldest first. */
bool store_visits(struct store *store, struct str source, struct arena *arena, struct visit **ret, size_t *ret_count,
                  struct err *err);

enum kept_form { KEPT_BYTES, KEPT_TEXT, KEPT_LAYOUT };
/* What a visit kept, checked against its digest; STR_NULL where it kept no such thing. */
bool store_kept(struct store *store, const struct visit *visit, enum kept_form form, struct arena *arena,
                struct str *ret, struct err *err);

/* Of a citation, and of the source that counts for it. */
bool store_evidence(struct store *store, const struct citation *citation, const struct source *source,
                    struct arena *arena, struct evidence *ret, struct err *err);

/* ---- sources ---- */

struct listed_source {
    struct source source;
    int64_t citations;
    int last;        /* enum look_outcome of the last look; -1 where there was none */
    struct str kept; /* when something of it was kept last; null for never */
};

extern const struct fields listed_source_fields;

typedef bool source_fn(void *ctx, const struct listed_source *source);
/* Every source that is not merged into another, in the order of their numbers. */
bool store_sources(struct store *store, source_fn *fn, void *ctx, struct err *err);

/* The source of that number; where it was merged into another, that one. ERR_ABSENT where there is none. */
bool store_find_source(struct store *store, int64_t number, struct arena *arena, struct source *ret, struct err *err);

/* Which source is meant by a description, as store_add_citation() finds it. */
bool store_known_source(struct store *store, const struct source *given, struct arena *arena, struct source *ret,
                        bool *ret_found, struct err *err);

/* The sources that were merged into it. */
bool store_merged_sources(struct store *store, struct str source, struct arena *arena, struct source **ret,
                          size_t *ret_count, struct err *err);

struct source_citation {
    struct citation citation;
    int64_t claim;            /* the claim's number */
    struct str claim_literal; /* its figure as written */
};
/* The citations that count for a source. */
bool store_source_citations(struct store *store, struct str source, struct arena *arena, struct source_citation **ret,
                            size_t *ret_count, struct err *err);

/*
 * Puts `changed`, which has the id and number of a source that is there, in the place of what was known of it. What was
 * there stays in the history. ERR_USAGE where another source has its address.
 */
bool store_edit_source(struct store *store, const struct source *changed, struct str reviewer, struct arena *arena,
                       struct err *err);

/*
 * Merges sources into one, which takes over what it lacks. ERR_USAGE where one is there twice, or the one has no address
 * and another has.
 */
bool store_merge_sources(struct store *store, int64_t into, const int64_t *numbers, size_t count, struct str reviewer,
                         struct arena *arena, struct err *err);

enum import_fate {
    IMPORT_NEW,
    IMPORT_FILLED,
    IMPORT_KNOWN,
    IMPORT_DIFFERS /* known; what differs was left as it is */
};

/* Adds sources, or fills in what is known of them, in one transaction. ret[i] is what became of sources[i]. */
bool store_import_sources(struct store *store, const struct source *sources, size_t count, struct str reviewer,
                          struct arena *arena, struct source *ret_sources, enum import_fate *ret_fates,
                          struct err *err);

#endif
