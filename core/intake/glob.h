/*
 * Patterns of file names that a shell did not expand: "*" is any run of characters within a name, "?" one character,
 * "[a-z]" one of a range ("[!…]" one that is not), and "**" between slashes any number of folders. No pattern but one
 * that says so fits a name that begins with a point.
 */
#ifndef CORE_INTAKE_GLOB_H
#define CORE_INTAKE_GLOB_H

#include <stdbool.h>

#include "core/base/str.h"

bool glob_is(struct str text); /* it holds one of these signs */

/* The folder that all it fits is below: what stands before the first name with a sign, "." or "/" where nothing does. */
struct str glob_base(struct str pattern);

bool glob_matches(struct str pattern, struct str path);

/* Whether something below the folder may fit: for walks, to pass the others over. */
bool glob_may_hold(struct str pattern, struct str folder);

#endif
