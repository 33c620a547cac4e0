/*
 * Claims as commands show them: the columns of a listing, and the page of a single one.
 */
#ifndef CMD_CLAIMS_H
#define CMD_CLAIMS_H

#include "cmd/cmd.h"
#include "cmd/listing.h"

/* Every claim as a listing of `struct tracked_claim`. */
extern const struct listing_shape claims_shape;

/* What the pure filter lists: a claim without a store, and the line it came from. */
struct lined_claim {
    int64_t line;        /* from 1 */
    struct str document; /* the id that a document in JSON came with, or null */
    struct claim claim;
};

/* Of lines of plain text, and of documents in JSON, whose claims name the document. */
extern const struct listing_shape lined_claims_shape, lined_document_claims_shape;

/* How many of the claims are not of a background kind. */
size_t claims_to_check(const struct claim *claims, size_t count);

/* Formats of commands that show one record, not a list. */
enum record_format { RECORD_AUTO, RECORD_TEXT, RECORD_JSON, RECORD_NDJSON };
extern const struct names record_formats;
#define OPTION_RECORD_FORMAT(offset)                                                                                   \
    {                                                                                                                  \
        "format", 0, OPTION_NAME, offset, &record_formats, "FORMAT", "text, json or ndjson"                            \
    }

/* Shows one claim with its document, citations and verdicts: as text, or as a JSON object without a line feed. */
bool claim_show_text(struct invocation *run, struct store *store, const struct tracked_claim *claim, struct err *err);
bool claim_show_json(struct store *store, const struct tracked_claim *claim, bool pretty, struct err *err);

/* "claim 2 (9f3c01ab)": what messages call it. */
struct str claim_name(struct arena *arena, const struct claim *claim);

#endif
