/*
 * Where the store is: --store, else $ASSAY_STORE, else the nearest assay.db from the working folder upwards, else the
 * user's own, $XDG_DATA_HOME/assay/assay.db (XDG Base Directory Specification; ~/.local/share where that is not set).
 */
#ifndef CMD_PLACE_H
#define CMD_PLACE_H

#include "cmd/cmd.h"

/* The path; nothing is opened or made. */
bool place_find(struct invocation *run, struct str *ret_path, struct err *err);

/* Opens the store for reading or review. ERR_ABSENT, with what to do, where there is none yet. */
bool place_open(struct invocation *run, struct store **ret_store, struct err *err);

/* The same, where one may do without: *ret_store is NULL where there is none. */
bool place_open_if_there(struct invocation *run, struct store **ret_store, struct err *err);

/* The same for intake: makes the store on first use, and the user's own folder for it (mode 0700), and says so. */
bool place_open_or_make(struct invocation *run, struct store **ret_store, struct err *err);

/* $<variable>/<rest>, or $HOME/<fallback>/<rest>; STR_NULL where neither is known. For the config file, too. */
struct str place_of_user(struct arena *arena, const char *variable, const char *fallback, const char *rest);

#endif
