/*
 * Options as data. A command lists what it takes; the parser fills a struct by the offsets in that list.
 *
 *   --name VALUE   --name=VALUE   -n VALUE   -nVALUE   --flag   -f
 *
 * Options may stand anywhere among the arguments; "--" ends them; "-" alone is an argument. A value that is the next word
 * may not begin with "--" (write --quote=--… for that), so that a forgotten value is noticed. Every mistake is ERR_USAGE.
 */
#ifndef CMD_OPTIONS_H
#define CMD_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"
#include "core/base/str.h"
#include "core/record/record.h"

enum option_type {
    OPTION_LAST,    /* ends a list: {0} */
    OPTION_FLAG,    /* bool */
    OPTION_TEXT,    /* struct str: UTF-8, not blank, at most LIMIT_FIELD_BYTES */
    OPTION_PATH,    /* struct str: any bytes, not empty */
    OPTION_URL,     /* struct str: an address on the web, http:// or https:// */
    OPTION_DATE,    /* struct str: see date_valid() */
    OPTION_INTEGER, /* int64_t, from 1 */
    OPTION_SCORE,   /* int64_t in hundredths: 0 to 1 as typed */
    OPTION_NAME,    /* int: one of `names` */
    OPTION_LIMITS,  /* struct limits: "NAME=N,…"; may be given again */
    OPTION_NAMES,   /* unsigned: a bit (1u << value) for each of `names`, separated by commas; may be given again */
};

struct option {
    const char *name;
    char letter; /* 0 for none */
    enum option_type type;
    size_t offset;             /* in the struct that the parser fills */
    const struct names *names; /* OPTION_NAME and OPTION_NAMES only */
    const char *value;         /* what help calls the value: "FILE" */
    const char *help;
};

/* What keeps a text from being an address on the web, as messages say it; NULL where it is one. */
const char *url_fault(struct str url);

/* A list, and the struct that it fills; what is not given is left as it is. */
struct option_set {
    const struct option *options;
    void *target;
};

/* Words of a command line. */
struct words {
    char **word;
    size_t count;
};

enum { OPTION_SETS_MOST = 2 };

/*
 * Reads `words`. *ret_arguments is what is left: all that is no option, in its order (the array is the caller's own,
 * reordered); with `stop_at_argument`, everything from the first argument on, untouched.
 */
bool options_parse(const struct option_set *sets, size_t set_count, bool stop_at_argument, struct words words,
                   struct words *ret_arguments, struct err *err);

#endif
