/* What became of all that `extract` read: counted as it goes, and said at the end. */
#include <stdlib.h>
#include <string.h>

#include "cmd/intake_run.h"

enum { SCREEN = 20 /* fewer lines are still to be seen */ };

void tally_refuse(struct intake_run *intake, const struct err *err)
{
    struct tally *tally = &intake->tally;
    say(intake->run, "assay: %s", err->msg);
    if (tally->refused++ >= REASONS_MOST)
        return;
    tally->reasons = mem_grow(tally->reasons, &tally->reason_cap, tally->reason_count + 1, sizeof(*tally->reasons));
    tally->reasons[tally->reason_count] = mem_alloc(strlen(err->msg) + 1);
    memcpy(tally->reasons[tally->reason_count++], err->msg, strlen(err->msg));
}

void tally_say(struct intake_run *intake)
{
    const struct tally *tally = &intake->tally;
    const char *taken = intake->options->dry_run ? "would be taken in" : "taken in";
    if (tally->read <= 1)
        return;
    say(intake->run, "%lld read: %lld %s with %lld claim%s, %lld known already, %lld refused%s", (long long)tally->read,
        (long long)tally->added, taken, (long long)tally->claims, tally->claims == 1 ? "" : "s",
        (long long)tally->known, (long long)tally->refused, tally->refused > 0 && tally->read > SCREEN ? ":" : "");
    for (size_t i = 0; i < tally->reason_count && tally->read > SCREEN; i++)
        say(intake->run, "  %s", tally->reasons[i]);
    if (tally->refused > (int64_t)tally->reason_count)
        say(intake->run, "  and %lld more, each named above",
            (long long)tally->refused - (long long)tally->reason_count);
}

void tally_release(struct tally *tally)
{
    for (size_t i = 0; i < tally->reason_count; i++)
        free(tally->reasons[i]);
    free(tally->reasons);
}
