/* `assay verdict`: rates a claim. */
#include <stdio.h>

#include "cmd/claims.h"
#include "cmd/cmd.h"
#include "cmd/place.h"
#include "cmd/reviewer.h"
#include "cmd/suggest.h"

struct verdict_options {
    struct str because;
};

static const struct option options[] = {
    {"because", 'b', OPTION_TEXT, offsetof(struct verdict_options, because), NULL, "TEXT",
     "the rationale; it is needed"},
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay verdict 2 accurate --because \"Appropriated to date is 182.8 billion, which is more than 180.\"",
            "it holds, and why"),
    EXAMPLE("assay verdict 7 not-checkable --because \"It says nothing of when or where.\"",
            "one of two that need no citation"),
    NULL,
};

const struct manual manual_verdict = {
    .usage = "verdict ID RATING --because TEXT",
    .about =
        "Rates a claim: accurate, mostly-accurate, partly, misleading, inaccurate, outdated, unsupported or "
        "not-checkable. All but the last two need a citation first (see 'assay help cite'). A later verdict counts "
        "instead of an earlier one; nothing is overwritten.",
    .options = options,
    .options_size = sizeof(struct verdict_options),
    .examples = examples,
    .least = 2,
    .most = 2,
};

bool cmd_verdict(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct verdict_options *o = given;
    struct verdict verdict = {.rationale = o->because};
    struct store *store = NULL;
    struct tracked_claim claim;
    if (!names_read(&ratings, str_from(arguments.word[1]), &verdict.rating, err))
        return false;
    if (!o->because.ptr)
        return err_set(err, ERR_USAGE, "why? give the rationale with --because TEXT");
    if (!reviewer_require(run, &verdict.reviewer, err))
        return false;
    bool ok = place_open(run, &store, err) &&
              store_find_claim(store, str_from(arguments.word[0]), &run->arena, &claim, err) &&
              store_add_verdict(store, &claim, &verdict, &run->arena, err);
    if (ok)
        printf("%.*s: %s%s%s, verdict %.*s\n", STR_ARG(claim_name(&run->arena, &claim.claim)),
               ratings.name[verdict.rating], claim.state.rating >= 0 ? ", until now " : "",
               claim.state.rating >= 0 ? ratings.name[claim.state.rating] : "", STR_ARG(verdict.id));
    store_close(store);
    return ok;
}
