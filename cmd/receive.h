/* Getting one document, from a file or the web, for the commands that read documents. */
#ifndef CMD_RECEIVE_H
#define CMD_RECEIVE_H

#include "cmd/cmd.h"
#include "core/intake/intake.h"

struct receive_options {
    struct str charset, archive_url;
    bool whole_page, allow_private, again;
    struct limits limits; /* what was set of them */
};

/* Lines for a command's list of options; `at` is the offset of its struct receive_options. */
#define OPTIONS_RECEIVE(at)                                                                                            \
    {"whole-page",                                                                                                     \
     0,                                                                                                                \
     OPTION_FLAG,                                                                                                      \
     (at) + offsetof(struct receive_options, whole_page),                                                              \
     NULL,                                                                                                             \
     NULL,                                                                                                             \
     "of a web page all that is seen, not the article alone"},                                                         \
        {"charset",                                                                                                    \
         0,                                                                                                            \
         OPTION_TEXT,                                                                                                  \
         (at) + offsetof(struct receive_options, charset),                                                             \
         NULL,                                                                                                         \
         "NAME",                                                                                                       \
         "the character encoding, where assay finds the wrong one"},                                                   \
        {"allow-private",                                                                                              \
         0,                                                                                                            \
         OPTION_FLAG,                                                                                                  \
         (at) + offsetof(struct receive_options, allow_private),                                                       \
         NULL,                                                                                                         \
         NULL,                                                                                                         \
         "fetch from a private or local address, too"},                                                                \
    {                                                                                                                  \
        "limit", 0, OPTION_LIMITS, (at) + offsetof(struct receive_options, limits), NULL, "NAME=N",                    \
            "set a limit, such as fetch-seconds=10; 'assay help limits' lists them"                                    \
    }

/* ERR_USAGE where an option's value means nothing. */
bool receive_check(const struct receive_options *options, struct err *err);

/* One document, and how it came in. */
struct delivery {
    struct received received;   /* with reading.failure where it can't be taken in */
    struct reception reception; /* without what the store fills in */
    bool tells;                 /* there is something to keep about how it came in */
};

struct deliveries {
    struct delivery *delivery;
    size_t count;
    bool unchanged; /* the web says that it has not changed since `known`; then there is none */
    int64_t status; /* of HTTP; 0 for a file, and where nothing answered */
    struct str url; /* that answered; null for a file */
    int64_t known;  /* the document that has the same bytes, where is_known() knows one; then there is none */
};

struct receive_how {
    const struct receive_options *options;
    const struct reception *known; /* what --again compares with; NULL for none */
    /* Asked before a file is read for its text: the document that has its bytes, 0 for none. NULL to ask nobody. */
    bool (*is_known)(void *ctx, struct str sha256, int64_t *ret_number, struct err *err);
    void *is_known_ctx;
    bool (*before)(void *ctx, struct str url, struct err *err); /* as in struct fetch_request */
    void *before_ctx;
    /*
     * It is a source, not an article: tables are read, what nothing reads is delivered with its bytes and reading.failure,
     * and an answer with another status than 200 is told in `deliveries`, which are none then.
     */
    bool source;
    /* What may be connected to, where that is not the public internet: for tests, as in struct fetch_request. */
    bool (*is_public)(const unsigned char *address, size_t length);
};

/*
 * All that a file or an address holds: one document, or the entries of a feed. Also says on standard error what is to be
 * said. All of it is in the arena.
 */
bool receive(struct invocation *run, struct str name, const struct receive_how *how, struct arena *arena,
             struct deliveries *ret, struct err *err);

/*
 * The same in three steps, so that several can be read at a time: the second may be taken by any thread. What `how`
 * points to, and the arena, are the receiving's until it ends.
 */
struct receiving;
bool receive_begin(struct str name, const struct receive_how *how, struct arena *arena, struct receiving **ret,
                   struct err *err);
bool receive_read(struct receiving *receiving, struct err *err);
void receive_end(struct invocation *run, struct receiving *receiving, struct deliveries *ret);

#endif
