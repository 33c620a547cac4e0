/* `assay version`: which program this is. */
#include <stdio.h>

#include "cmd/cmd.h"

static const char *const examples[] = {EXAMPLE("assay version", "for a report of something that went wrong"), NULL};

const struct manual manual_version = {
    .usage = "version",
    .about = "Prints the name and version of the program.",
    .examples = examples,
};

bool cmd_version(struct invocation *run, const void *options, struct words arguments, struct err *err)
{
    (void)run, (void)options, (void)arguments, (void)err;
    printf("assay %s\n", ASSAY_VERSION);
    return true;
}
