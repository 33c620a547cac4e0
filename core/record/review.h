/*
 * What reviewers add to a claim: sources, citations, verdicts; and the events that record who did what, when.
 *
 * A source is described with CSL-JSON's fields (Citation Style Language 1.0.2 schema) under their English names:
 * `published` is CSL's "issued", `url` its "URL", `archive_url` its "archive_location".
 *
 * What was found when a source was looked at is in visit.h.
 */
#ifndef CORE_RECORD_REVIEW_H
#define CORE_RECORD_REVIEW_H

#include "core/record/record.h"

/* What sort of witness a source is. */
enum source_kind {
    SOURCE_KIND_NONE, /* nobody said */
    SOURCE_PRIMARY,
    SOURCE_SECONDARY,
    SOURCE_OFFICIAL, /* official statistics */
    SOURCE_PRESS,
    SOURCE_PERSON,
    SOURCE_KIND_END,
};

struct source {
    int64_t number;  /* what people type, from 1 */
    struct str id;   /* UUID */
    struct str type; /* CSL type: webpage, report, dataset, article-newspaper, personal_communication, … */
    struct str title, author, publisher, url, archive_url;
    struct str published;   /* ISO date */
    struct str accessed;    /* ISO date: when somebody read it, where no citation says so */
    int kind;               /* enum source_kind */
    struct str reliability; /* the reviewers' note */
    struct str csl;         /* what an import said besides, as a CSL-JSON object (core/evidence/csl.h) */
    struct str merged;      /* id of the source that stands for this one, too */
};

enum stance { STANCE_SUPPORTS, STANCE_REFUTES, STANCE_CONTEXT, STANCE_END };

/* A source used for one claim. */
struct citation {
    struct str id;                                      /* UUID */
    struct str source;                                  /* the source's UUID */
    int stance;                                         /* enum stance */
    struct str quote;                                   /* verbatim */
    struct str locator;                                 /* page, table, row */
    struct str figure;                                  /* what the source gives, as typed: "182.8 billion USD" */
    struct str figure_value, figure_upper, figure_unit; /* the same as extraction reads it */
    struct str accessed;                                /* ISO date */
    struct str reviewer, at;                            /* who, and when (timestamp) */
};

/*
 * Ratings, from "holds" to "can't be told". A verdict needs a rationale, and a citation on its claim unless
 * rating_needs_citation() says otherwise.
 */
enum rating {
    RATING_ACCURATE,
    RATING_MOSTLY_ACCURATE,
    RATING_PARTLY,
    RATING_MISLEADING,
    RATING_INACCURATE,
    RATING_OUTDATED,
    RATING_UNSUPPORTED,
    RATING_NOT_CHECKABLE,
    RATING_END,
};

static inline bool rating_needs_citation(int rating)
{
    return rating != RATING_UNSUPPORTED && rating != RATING_NOT_CHECKABLE;
}

/* A reviewer's rating of a claim. Never overwritten, only followed by a later one, which then counts. */
struct verdict {
    struct str id; /* UUID */
    int rating;    /* enum rating */
    struct str rationale;
    struct str reviewer, at;
};

enum action {
    ACTION_EXTRACT,  /* a document and its claims were taken in */
    ACTION_LOG,      /* a claim was logged by hand */
    ACTION_CITE,     /* a citation, and its source where that is new */
    ACTION_DESCRIBE, /* what is known of a source: imported, filled in, edited, merged */
    ACTION_VERDICT,
    ACTION_IMPORT,  /* a document and its claims, which were extracted elsewhere */
    ACTION_RECEIVE, /* how a document came in: from where, and what was said of it there */
    ACTION_SERIES_ADD,
    ACTION_SERIES_DROP, /* a series was hidden */
    ACTION_SERIES_RESTORE,
    ACTION_KEEP,    /* a source was fetched, to be kept */
    ACTION_RECHECK, /* a source was looked at again */
    ACTION_END,
};

/*
 * One entry of the history. `hash` covers every other field, `previous` among them, which is the hash of the event
 * before it in the same store ("" for the first): event_hash().
 */
struct event {
    int64_t number;      /* its place in the chain, from 1 */
    struct str id;       /* UUID, so that two stores can be merged */
    struct str at;       /* timestamp */
    struct str reviewer; /* null where none was set */
    int action;          /* enum action */
    struct str document; /* id of the document concerned; null for a source's event */
    struct str claim;    /* id of the claim concerned, or null */
    struct str content;  /* compact JSON: what was added, with the digests of its rows */
    struct str previous, hash;
};

extern const struct names stances, ratings, actions, source_kinds;
extern const struct fields source_fields, citation_fields, verdict_fields, event_fields;

struct digest event_hash(const struct event *event);

#endif
