/* `assay doctor`: checks that the store is whole. */
#include <inttypes.h>
#include <stdio.h>

#include "cmd/cmd.h"
#include "cmd/place.h"
#include "core/base/buf.h"
#include "core/intake/sandbox.h"
#include "core/report/escape.h"

static const char *const examples[] = {
    EXAMPLE("assay doctor", "is the store as the program left it?"),
    EXAMPLE("assay doctor --store handed-over.db && assay report --store handed-over.db",
            "check a store that somebody handed over before reading it"),
    NULL,
};

const struct manual manual_doctor = {
    .usage = "doctor",
    .about =
        "Recomputes every digest (documents, claims, sources, citations, verdicts, series) and the chain of events, "
        "and runs "
        "the database's own checks. Each fault is one line; the exit status is 1 where there is any. Its last line "
        "says what "
        "holds back a document that was made to do harm.",
    .examples = examples,
};

static void print_fault(void *ctx, const char *fault)
{
    struct buf shown = {0};
    escape_terminal(&shown, str_from(fault));
    buf_char(&shown, '\n');
    fwrite(shown.ptr, 1, shown.len, stdout);
    buf_release(&shown);
    ++*(int64_t *)ctx;
}

static void print_count(int64_t count, const char *what, const char *after)
{
    printf("%" PRId64 " %s%s%s", count, what, count == 1 ? "" : "s", after);
}

static void print_whole(const struct store_counts *counts)
{
    printf("the store is whole: ");
    print_count(counts->documents, "document", ", ");
    print_count(counts->claims + counts->background, "claim", ", ");
    print_count(counts->citations, "citation", ", ");
    print_count(counts->verdicts, "verdict", ", ");
    print_count(counts->events, "event", "\n");
}

/* What to note down: a store that is cut short later no longer has this event. */
static bool print_end(struct invocation *run, struct store *store, struct err *err)
{
    int64_t number;
    struct str hash;
    if (!store_history_end(store, &run->arena, &number, &hash, err))
        return false;
    if (number > 0)
        printf("the last event is number %" PRId64 ", hash %.*s\n", number, STR_ARG(hash));
    return true;
}

/* What stands between a hostile document and this machine, as far as this kernel has it. */
static void print_sandbox(void)
{
    printf("foreign formats are read with limits on time and memory%s%s\n",
           sandbox_has_seccomp() ? ", and system calls filtered (seccomp)"
                                 : "; this kernel filters no system calls (seccomp)",
           sandbox_has_landlock() ? ", and files closed to programs (Landlock)"
                                  : "; this kernel closes no files to programs (Landlock)");
}

bool cmd_doctor(struct invocation *run, const void *options, struct words arguments, struct err *err)
{
    (void)options, (void)arguments;
    struct store *store = NULL;
    struct store_counts counts = {0};
    int64_t faults = 0;
    bool ok = place_open(run, &store, err) && store_verify(store, print_fault, &faults, err);
    if (ok && faults > 0)
        ok = err_set(err, ERR_ABSENT,
                     "the store is not whole: %" PRId64 " fault%s; work on a copy from before they appeared", faults,
                     faults == 1 ? "" : "s");
    else if (ok)
        ok = store_count(store, &counts, err);
    if (ok)
        print_whole(&counts);
    ok = ok && print_end(run, store, err);
    print_sandbox();
    store_close(store);
    return ok;
}
