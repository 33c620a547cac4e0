/*
 * The pure filter: one document a line in, its claims out as one JSON object each, with the line's number. No store, no
 * clock, no state between lines, so that any number of machines can share the work, and any number of threads.
 *
 * A line is plain text, or a document as JSON (texts.h), whose date and id its claims then have.
 *
 * Lines end with a line feed (a carriage return before it is dropped); they are numbered from 1, through all
 * inputs, as if those were one; messages count in each. What is printed comes out before the filter waits for more
 * input. A line that is not UTF-8, holds a NUL, or is too long is named on standard error and left out; the rest goes
 * on, and the end is ERR_INPUT. Claims are printed as they are found: memory grows with the longest line, and with nothing
 * else, and there is no limit to what is found in one.
 */
#ifndef CMD_FILTER_H
#define CMD_FILTER_H

#include <stdint.h>

#include "cmd/cmd.h"

enum { LARGEST_MOST = INT32_MAX }; /* lengths in messages and in jansson are an int */

struct filter_options {
    bool texts;     /* each document is printed before its claims (texts.h) */
    size_t largest; /* bytes of the longest line that is taken */
    size_t jobs;    /* threads, from 1: what is printed does not depend on it */
};

/* `inputs` are files, or "-" for standard input; none is standard input, too. */
bool filter_lines(struct invocation *run, struct words inputs, const struct filter_options *options, struct err *err);

#endif
