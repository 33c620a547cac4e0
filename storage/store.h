/*
 * The store: documents, claims, sources, citations, verdicts and the history of all of it, in one file.
 *
 * Rules that hold whatever happens:
 * - A change and its event are one transaction: both are there, or neither.
 * - Documents, claims, citations, verdicts and events are never changed or deleted, only followed by later ones.
 * - Taking in the same text again adds nothing and changes nothing.
 * - When a function has returned true, what it wrote survives the end of the process and of the machine's power.
 *
 * Records that go in are read, never kept. Records that come out live in the arena that the caller gives; those handed
 * to a callback live until it returns. A callback returns false to stop early, which is no error.
 *
 * Errors: ERR_STORE, with what to do next; ERR_ABSENT where an id, number or prefix names nothing; ERR_USAGE where it
 * names several, or a value may not be stored (a rating that needs a citation).
 */
#ifndef STORAGE_STORE_H
#define STORAGE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"
#include "core/base/mem.h"
#include "core/record/basis.h"
#include "core/record/claim.h"
#include "core/record/document.h"
#include "core/record/reception.h"
#include "core/record/review.h"
#include "core/record/series.h"

struct store;

/*
 * Opens the store at `path`; with `create`, makes it (mode 0600) where there is none, but not its folder. Without,
 * ERR_ABSENT says that there is none. What is not a store, or a store of a newer program, is refused and left as it is.
 */
bool store_open(const char *path, bool create, struct store **ret_store, struct err *err);
/* A new store that is nowhere kept, for trying something out. */
bool store_open_scratch(struct store **ret_store, struct err *err);
void store_close(struct store *store); /* NULL does nothing */

/* What is read between these two is all of one moment, whatever others write meanwhile; they need not wait for it. */
bool store_begin_reading(struct store *store, struct err *err);
void store_end_reading(struct store *store);

/*
 * What is written between these two is one transaction, so that many small changes take one wait for the disk; a change
 * that fails is undone by itself. Nobody else can write meanwhile: some hundred changes at a time. What was written
 * survives only when the second has returned true.
 */
bool store_begin_group(struct store *store, struct err *err);
bool store_end_group(struct store *store, struct err *err);

/* ---- documents and their claims ---- */

/* How it came in, where there is something to tell. */
struct arrival_note {
    const struct reception
        *reception; /* without number, document, sha256, bytes, layout: the store fills those; at may be null for now */
    struct str bytes;  /* as received this time */
    struct str layout; /* STR_NULL for none */
};

struct intake {
    const struct document *document; /* without number, added_at, added_by, claims: the store fills those */
    struct str bytes;                /* as received */
    struct str text;                 /* what the claims' spans point into */
    const struct claim *claims;      /* in the order of the text; ids and numbers are the store's to give */
    size_t claim_count;
    enum action action;              /* ACTION_EXTRACT, ACTION_LOG or ACTION_IMPORT */
    struct str reviewer;             /* may be null */
    const struct arrival_note *note; /* kept with it, in the same transaction; NULL for none */
};

/*
 * Whether it could be taken in, asked of no store. ERR_INPUT where a claim's literal is not the text at its span, or the
 * text is longer or has more claims than core/base/limits.h allows; ERR_USAGE where a field can't be kept as it is.
 */
bool store_check_intake(const struct intake *intake, struct err *err);

/* What became of a document that was taken in. */
struct taken_in {
    int64_t number;       /* the document's */
    bool added;           /* false where the same text was there already, and then nothing at all was written */
    struct claim *claims; /* where it was added: the intake's, with their numbers and ids */
};

/*
 * Takes documents in, after the check above, in one transaction: all of them or none, each with all of its claims. Their
 * ids and digests are worked out from `text` and `bytes`. Nobody else can write meanwhile, so do not hand in hundreds of
 * large ones at once. ret[i] is what became of intakes[i]; the claims are in the arena.
 */
bool store_add_documents(struct store *store, const struct intake *intakes, size_t count, struct arena *arena,
                         struct taken_in *ret, struct err *err);

/* The same for one document, without its claims. */
bool store_add_document(struct store *store, const struct intake *intake, int64_t *ret_number, bool *ret_added,
                        struct err *err);

/* After many documents were taken in: puts what searches read in order. Nothing is lost without it but some speed. */
bool store_settle(struct store *store, struct err *err);

/* Whether a text is there already, by its digest in hex (a document's id), and as which document. */
bool store_find_text(struct store *store, struct str id, int64_t *ret_number, bool *ret_found, struct err *err);

typedef bool document_fn(void *ctx, const struct document *document);
/* Every document, in the order of their numbers. */
bool store_documents(struct store *store, document_fn *fn, void *ctx, struct err *err);

bool store_find_document(struct store *store, int64_t number, struct arena *arena, struct document *ret,
                         struct err *err);

/* The text (or the bytes as received) of the document with that id, checked against its digest. */
bool store_document_text(struct store *store, struct str document, struct arena *arena, struct str *ret,
                         struct err *err);
bool store_document_bytes(struct store *store, struct str document, struct arena *arena, struct str *ret,
                          struct err *err);

/* The first document that was received as these bytes and read as they say themselves (no --whole-page, no --charset). */
bool store_find_bytes(struct store *store, struct str sha256, int64_t *ret_number, bool *ret_found, struct err *err);

bool store_find_document_by_id(struct store *store, struct str id, struct arena *arena, struct document *ret,
                               struct err *err);

/* ---- how documents came in ---- */

/* Adds how a document that is in the store came in, with its event, in one transaction. */
bool store_add_reception(struct store *store, struct str document, const struct arrival_note *note, int64_t *ret_number,
                         struct err *err);

/* A document's receptions, oldest first. */
bool store_receptions(struct store *store, struct str document, struct arena *arena, struct reception **ret,
                      size_t *ret_count, struct err *err);

/* The latest reception from a file or address of that name; the one by which a later version of a document came in. */
bool store_find_reception(struct store *store, struct str name, struct arena *arena, struct reception *ret,
                          bool *ret_found, struct err *err);
/* The latest of an entry of that feed: of any, or of the one with that address (STR_NULL for any). */
bool store_find_feed(struct store *store, struct str feed, struct str url, struct arena *arena, struct reception *ret,
                     bool *ret_found, struct err *err);
bool store_find_successor(struct store *store, struct str document, struct arena *arena, struct reception *ret,
                          bool *ret_found, struct err *err);

/* Its layout (core/intake/layout.h), checked against its digest; STR_NULL where it has none. */
bool store_reception_layout(struct store *store, const struct reception *reception, struct arena *arena,
                            struct str *ret, struct err *err);

/* What a store knows about a claim beside the claim itself. */
struct claim_state {
    struct str document; /* its document's id */
    int64_t document_number;
    struct str document_name; /* the title, or else the name */
    int64_t citations;        /* how many */
    int rating;               /* of the verdict that counts; -1 (null) while it is open */
};

extern const struct fields claim_state_fields;

struct tracked_claim {
    struct claim claim;
    struct claim_state state;
};

enum claim_order { ORDER_NUMBER, ORDER_SCORE /* most worth checking first, then by number */ };

/* Which claims. A zero-initialised filter is every claim that is not of a background kind (see kind_is_background). */
struct claim_filter {
    unsigned kinds;        /* bit (1u << kind) for each that is wanted; 0 for all but the background kinds */
    unsigned ratings;      /* bit (1u << rating); 0 for any */
    bool open;             /* only those without a verdict */
    bool uncited;          /* only those without a citation */
    int64_t document;      /* only those of this document's number; 0 for any */
    struct str speaker;    /* only those whose speaker's name holds these words (finder_wanted in driver.h) */
    struct str words;      /* only those whose sentence does; null for any */
    int64_t minimum_score; /* hundredths */
    enum claim_order order;
    int64_t limit; /* 0 for none */
};

/* The store may be used as one likes inside the callback. A claim is handed out once, as it stands then. */
typedef bool claim_fn(void *ctx, const struct tracked_claim *claim);
bool store_claims(struct store *store, const struct claim_filter *filter, claim_fn *fn, void *ctx, struct err *err);

/*
 * The one claim that `name` names: its number ("2"), or at least four digits of its id ("9f3c"). A name of digits only
 * is a number.
 */
bool store_find_claim(struct store *store, struct str name, struct arena *arena, struct tracked_claim *ret,
                      struct err *err);

/* ---- review: each writes its row and its event in one transaction, and names the reviewer, who may not be null ---- */

/*
 * Adds a citation of `source` to a claim. A source with the same URL that is there already is used, and what it lacks is
 * filled in from the given one; a given field that contradicts it is ERR_USAGE. Without URL, the same type, title,
 * author and published date make the same source. On success the ids, numbers and time that the store gave are
 * in *citation and *source.
 *
 * Empty texts of a source count as null. One without a type becomes a "webpage" where it has a URL and a "document"
 * where not; leave the type null unless somebody gave it, so that a default contradicts nothing.
 */
bool store_add_citation(struct store *store, const struct tracked_claim *claim, struct source *source,
                        struct citation *citation, struct arena *arena, struct err *err);

/* Adds a verdict; ERR_USAGE where its rationale is empty or its rating needs a citation that the claim has not. */
bool store_add_verdict(struct store *store, const struct tracked_claim *claim, struct verdict *verdict,
                       struct arena *arena, struct err *err);

/*
 * The same with what it rests on, which is kept beside it; `basis` may be NULL. What a check found in reference series is
 * evidence as a citation is. On success the verdict's id is in *basis.
 */
bool store_add_based_verdict(struct store *store, const struct tracked_claim *claim, struct verdict *verdict,
                             struct basis *basis, struct arena *arena, struct err *err);

/* What a verdict rests on, by its id. */
bool store_basis(struct store *store, struct str verdict, struct arena *arena, struct basis *ret, bool *ret_found,
                 struct err *err);

/* The bases of verdicts that count, where a check was one; with the number of the claim. */
typedef bool basis_fn(void *ctx, int64_t claim, const struct basis *basis);
bool store_bases(struct store *store, basis_fn *fn, void *ctx, struct err *err);

/* The same for a verdict that somebody else gave elsewhere: the history says who brought it in, the verdict whose it is. */
bool store_add_verdict_by(struct store *store, const struct tracked_claim *claim, struct verdict *verdict,
                          struct str by, struct arena *arena, struct err *err);

struct cited {
    struct citation citation;
    struct source source;
};

/* A claim's citations, or its verdicts, oldest first; the last verdict is the one that counts. */
bool store_citations(struct store *store, const struct tracked_claim *claim, struct arena *arena, struct cited **ret,
                     size_t *ret_count, struct err *err);
bool store_verdicts(struct store *store, const struct tracked_claim *claim, struct arena *arena, struct verdict **ret,
                    size_t *ret_count, struct err *err);

/* ---- reference series ---- */

/* Where the points of series that are being added go; `which` is the series's place in the load. */
struct series_sink;
bool series_sink_add(struct series_sink *sink, size_t which, const struct series_point *point, struct err *err);

/* Series of one table, all of which are added in one transaction, or none. */
struct series_load {
    /* Without number, id, first, last, points, entities, points_digest, added_at: the store fills those in. */
    struct series *series;
    size_t count;
    /* Hands each point to series_sink_add(); they may come in any order. Nobody else can write meanwhile. */
    bool (*feed)(void *ctx, struct series_sink *sink, struct err *err);
    void *ctx;
    bool trial; /* everything is done but kept */
};

/*
 * *ret_added is false where all of them are in the store already; then nothing was written. The same figure given twice is
 * one; ERR_INPUT where two figures for the same entity and period differ, or a series has no point; ERR_USAGE where
 * another series has that name and vintage, or is the same and was dropped.
 */
bool store_add_series(struct store *store, struct series_load *load, struct arena *arena, bool *ret_added,
                      struct err *err);

/* Hides a series, or shows it again, with an event; ERR_USAGE where it is so already. Nothing is deleted. */
bool store_drop_series(struct store *store, const struct series *series, bool dropped, struct str reason,
                       struct str reviewer, struct err *err);

/* Which series. A zero-initialised filter is every one that is not dropped. */
struct series_filter {
    struct str words; /* only those whose measure or name has each of these words, whatever capitals; null for any */
    struct str unit;  /* only those in this unit; null for any */
    bool dropped;     /* those that are dropped as well */
};

typedef bool series_fn(void *ctx, const struct series *series);
/* In the order of their numbers. */
bool store_series(struct store *store, const struct series_filter *filter, series_fn *fn, void *ctx, struct err *err);

/*
 * The one series that `name` names: its number, its name, "name@vintage", or at least four digits of its id; one that is
 * dropped only by its number or id.
 */
bool store_find_series(struct store *store, struct str name, struct arena *arena, struct series *ret, struct err *err);

/*
 * Which points of a series. All are in the order of key, first day, row; with `backwards` the latest come first, and
 * `entity` must be given.
 */
struct point_filter {
    struct str entity; /* a point's key, in most cases an entity's code ("DEU"); null for all */
    struct str from,
        until; /* ISO days: only those whose period begins at `from` or later and ends at `until` or sooner */
    bool backwards;
    int64_t limit; /* 0 for none */
};

/*
 * A neighbour in time is asked for by {.entity, .until = the day before, .backwards = true, .limit = 1}, or by
 * {.entity, .from = the day after, .limit = 1}; all entities for a period by {.from, .until}, which costs one look at the
 * index for each entity, not one for each point.
 */
typedef bool series_point_fn(void *ctx, const struct series_point *point);
bool store_series_points(struct store *store, const struct series *series, const struct point_filter *filter,
                         series_point_fn *fn, void *ctx, struct err *err);

/* ---- history ---- */

typedef bool event_fn(void *ctx, const struct event *event);
/*
 * The events that concern a claim (its document's intake among them), or, where `claim` is NULL, all of them; in order.
 * With a limit that is not 0, only the last so many.
 */
bool store_events(struct store *store, const struct tracked_claim *claim, int64_t limit, event_fn *fn, void *ctx,
                  struct err *err);

/*
 * Where the chain ends: the last event's number and hash, 0 and "" before the first. Somebody who has noted them can tell
 * later whether the store was cut short, which nothing inside it can show.
 */
bool store_history_end(struct store *store, struct arena *arena, int64_t *ret_number, struct str *ret_hash,
                       struct err *err);

/* ---- upkeep ---- */

struct store_counts {
    int64_t documents, claims /* background kinds left out */, background, open, cited, sources, citations, verdicts,
        events, series /* dropped ones left out */;
    int64_t by_rating[RATING_END]; /* claims by the verdict that counts; with `open` they add up to `claims` */
};

bool store_count(struct store *store, struct store_counts *ret, struct err *err);

/*
 * The same as a report counts: those of the background kinds that have a citation or a verdict are claims. For use between
 * store_begin_reading() and store_end_reading().
 */
bool store_count_to_report(struct store *store, struct store_counts *ret, struct err *err);

/*
 * Is the store whole? Recomputes every digest (documents' bytes and texts, claims and the text at their spans, sources,
 * citations, verdicts), the chain of events, and SQLite's own checks, and calls `fn` with one line for each fault.
 * Returns false only where it could not look.
 */
typedef void fault_fn(void *ctx, const char *fault);
bool store_verify(struct store *store, fault_fn *fn, void *ctx, struct err *err);

#endif
