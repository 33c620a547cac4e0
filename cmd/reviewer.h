/*
 * Who is at work: "Name <address>", as in git.
 *
 * From $ASSAY_REVIEWER, else the line "reviewer = Name <address>" of the config file ($XDG_CONFIG_HOME/assay/config,
 * ~/.config/assay/config), else git's user.name and user.email.
 */
#ifndef CMD_REVIEWER_H
#define CMD_REVIEWER_H

#include "cmd/cmd.h"

/* *ret is STR_NULL where nobody is named. ERR_USAGE or ERR_INPUT, with the place, where a name is badly written. */
bool reviewer_find(struct invocation *run, struct str *ret, struct err *err);

/* The same for commands that need one: ERR_USAGE, with how to set it, where nobody is named. */
bool reviewer_require(struct invocation *run, struct str *ret, struct err *err);

/* Whether `text` is "Name <address>", both not empty. */
bool reviewer_valid(struct str text);

#endif
