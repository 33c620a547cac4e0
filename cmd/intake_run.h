/*
 * One run of `extract` over all that was named: what its parts share. inputs.c says what there is to take in, taking.c
 * takes each in, keeping.c stores it and prints its claims; tally.c counts, and says at the end what became of all.
 */
#ifndef CMD_INTAKE_RUN_H
#define CMD_INTAKE_RUN_H

#include "cmd/inputs.h"
#include "cmd/listing.h"
#include "cmd/receive.h"
#include "core/extract/extract.h"
#include "core/intake/manners.h"
#include "storage/store.h"

struct extract_options {
    struct receive_options receive;
    struct str title, author, publisher, url, published, files_from;
    bool lines, texts, dry_run, follow;
    int64_t batch, jobs, largest;
    int format;
};

/* What became of all that was read. */
struct tally {
    int64_t read;                    /* documents, or what was to be one */
    int64_t added, claims, known;    /* documents that came in, with so many claims; those that were there */
    int64_t refused;                 /* what can't be taken in */
    char **reasons;                  /* why, each as it was said */
    size_t reason_count, reason_cap; /* the first REASONS_MOST of them */
};

/*
 * Documents that are read and wait to be stored together: as many as --batch says, fewer where they are large. What they
 * are made of is in the arena of the run until then.
 */
enum { BATCH_MOST = 1000, BATCH_BYTES = 16 * 1024 * 1024, SETTLE_AFTER = 100 /* documents added in one run */ };

struct batch {
    struct intake *arrival;
    const struct delivery **delivery; /* each how it came in */
    struct taken_in *taken;
    size_t count, size;
    size_t bytes;
    struct arena *arenas; /* what they were read into, beside the run's */
    size_t arena_count, arena_cap;
};

struct intake_run {
    struct invocation *run;
    const struct extract_options *options;
    struct extractor *extractor;
    struct store *store; /* opened when the first document is there to go in; may stay NULL in a dry run */
    bool looked;         /* the dry run knows whether there is a store */
    struct str reviewer;
    struct manners *manners; /* of --follow */
    struct listing listing;
    struct batch batch;
    struct arena arena; /* one batch's */
    struct tally tally;
    int64_t done, total; /* files and addresses; 0 where it is not known how many there are */
    struct slot *slots;  /* a ring: what --jobs reads at a time */
    size_t slot_count, oldest, under_way;
    bool stopped; /* the store failed: nothing more can be done */
    struct err *err;
};

/* All that the command line names. */
bool intake_run_all(struct invocation *run, const struct extract_options *options, const struct inputs *inputs,
                    struct err *err);

/* ---- keeping.c ---- */

bool keeping_open(struct intake_run *intake, struct err *err);
/* Puts a document where it belongs: in the batch, or in a dry run, on the screen. */
bool keeping_take(struct intake_run *intake, struct delivery *delivery);
/* Stores the documents that wait and prints their claims, in that order: a printed number is in the store. */
bool keeping_end_batch(struct intake_run *intake, struct err *err);
/* Says that a document is there already. */
bool keeping_say_known(struct intake_run *intake, const struct document *document, int64_t number, struct err *err);

/* ---- tally.c ---- */

enum { REASONS_MOST = 1000 };

/* Names what can't be taken in; the others are taken in all the same. */
void tally_refuse(struct intake_run *intake, const struct err *err);
/* One line where there was more than one thing to read, and the reasons again where they may be out of sight. */
void tally_say(struct intake_run *intake);
void tally_release(struct tally *tally);

#endif
