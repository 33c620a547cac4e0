/*
 * Errors. A function that can fail returns bool, fills the caller's `struct err` once, and leaves its outputs alone.
 * Callers pass an error on, or wrap it with what they know (a file, a line, a claim). "Not found" is a result of its
 * own, ERR_ABSENT, because the exit status tells it from failure.
 *
 * A message is lower case, without a full stop, the subject in 'quotes', and says what to do next where there is
 * something to do. One longer than there is room for loses its middle, which is what it quotes. It may hold text of an article or a file name: whoever prints it does so through escape_terminal().
 */
#ifndef CORE_BASE_ERR_H
#define CORE_BASE_ERR_H

#include <stdbool.h>

enum err_code {
    ERR_NONE,
    ERR_ABSENT, /* what was asked for is not there: exit status 1 */
    ERR_USAGE,  /* the words typed are wrong: exit status 2 */
    ERR_INPUT,  /* a file can't be read or is not what it should be: exit status 3, as the rest */
    ERR_STORE,  /* the store can't be opened, read or written */
    ERR_SYSTEM, /* the system refused something */
};

struct err {
    enum err_code code;
    char msg[1024];
};

/* Both return false, so that `return err_set(err, …)` reads well. `err` may not be NULL. */
bool err_set(struct err *err, enum err_code code, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Puts "<prefix>: " before the message that is there. */
bool err_wrap(struct err *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
