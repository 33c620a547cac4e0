/* The desk's file: --desk, else $XDG_CONFIG_HOME/assay/desk (~/.config/assay/desk) where there is one. */
#ifndef CMD_DESK_H
#define CMD_DESK_H

#include "cmd/cmd.h"
#include "core/report/desk.h"

/* *ret is NULL where there is none; `path` is null where none was named. ERR_INPUT names the file and its line. */
bool desk_find(struct invocation *run, struct str path, const struct desk **ret, struct err *err);

/* The line for a command's list of options. */
#define OPTION_DESK(offset)                                                                                            \
    {                                                                                                                  \
        "desk", 0, OPTION_PATH, offset, NULL, "FILE",                                                                  \
            "the desk's name, logo, colours, ratings and topics; ~/.config/assay/desk where that is there"             \
    }

#endif
