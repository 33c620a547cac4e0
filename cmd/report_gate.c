/* `assay report --gate`: walks the claims of a report and tells of those that are not ready, and why. */
#include "cmd/report_gate.h"

#include <inttypes.h>
#include <stdio.h>

#include "core/report/escape.h"

struct looking {
    const struct report_gate *gate;
    int64_t seen, held;
};

static bool look(void *ctx, const struct document *document, const struct tracked_claim *claim,
                 const struct report_claim *told)
{
    struct looking *looking = ctx;
    struct buf line = {0}, shown = {0};
    (void)document;
    if (claim->claim.score < looking->gate->minimum_score)
        return true;
    looking->seen++;
    buf_printf(&line, "claim %" PRId64 ", '%.*s': ", claim->claim.number, STR_ARG(claim->claim.literal));
    if (gate_reasons(&line, &looking->gate->gate, told)) {
        looking->held++;
        escape_terminal(&shown, buf_view(&line));
        puts(shown.ptr);
    }
    buf_release(&line);
    buf_release(&shown);
    return !output_closed();
}

bool report_gate(struct store *store, const struct report_selection *selection, const struct report_gate *gate,
                 struct err *err)
{
    struct looking looking = {.gate = gate};
    const struct report_walker walker = {.selection = selection, .ctx = &looking, .claim = look, .details = true};
    if (!store_begin_reading(store, err))
        return false;
    bool ok = report_walk(store, &walker, err);
    store_end_reading(store);
    if (ok && looking.held > 0)
        return err_set(err, ERR_ABSENT, "not ready: %" PRId64 " of %" PRId64 " claims", looking.held, looking.seen);
    if (ok)
        printf("ready: %" PRId64 " claim%s\n", looking.seen, looking.seen == 1 ? "" : "s");
    return ok;
}
