/* `assay next`: the open claim most worth checking. */
#include <stdio.h>

#include "cmd/claims.h"
#include "cmd/cmd.h"
#include "cmd/place.h"

struct next_options {
    int format;
};

static const struct option options[] = {OPTION_RECORD_FORMAT(offsetof(struct next_options, format)), {0}};

static const char *const examples[] = {
    EXAMPLE("assay next", "what to check now"),
    EXAMPLE("assay next --format json", "the same for a program"),
    NULL,
};

const struct manual manual_next = {
    .usage = "next [--format FORMAT]",
    .about =
        "Shows the open claim (one without a verdict) that is most worth checking, as 'show' does. The exit status is "
        "1 where no claim is open.",
    .options = options,
    .options_size = sizeof(struct next_options),
    .examples = examples,
};

static bool take_number(void *ctx, const struct tracked_claim *claim)
{
    *(int64_t *)ctx = claim->claim.number;
    return false;
}

bool cmd_next(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    (void)arguments;
    const struct next_options *o = given;
    const struct claim_filter open = {.open = true, .order = ORDER_SCORE, .limit = 1};
    struct store *store = NULL;
    struct tracked_claim claim;
    int64_t number = 0;
    bool ok = place_open(run, &store, err) && store_claims(store, &open, take_number, &number, err);
    if (ok && number == 0)
        ok = err_set(err, ERR_ABSENT, "no claim is open: each has a verdict, or there is none");
    if (ok)
        ok = store_find_claim(store, arena_printf(&run->arena, "%lld", (long long)number), &run->arena, &claim, err);
    if (ok && (o->format == RECORD_AUTO || o->format == RECORD_TEXT)) {
        ok = claim_show_text(run, store, &claim, err);
    } else if (ok) {
        ok = claim_show_json(store, &claim, false, err);
        putchar('\n');
    }
    store_close(store);
    return ok;
}
