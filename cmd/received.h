/* What commands that take documents in say of them. */
#ifndef CMD_RECEIVED_H
#define CMD_RECEIVED_H

#include "cmd/cmd.h"
#include "core/intake/intake.h"

/* ERR_USAGE where --charset names none; STR_NULL is fine. */
bool charset_known(struct str name, struct err *err);

/* On standard error: a character encoding that was guessed, bytes that are no characters, a limit that bit. */
void say_of_reading(struct invocation *run, const struct received *received);

#endif
