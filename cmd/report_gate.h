/* `assay report --gate`: says which claims are not ready to be handed over. */
#ifndef CMD_REPORT_GATE_H
#define CMD_REPORT_GATE_H

#include "cmd/report_walk.h"
#include "core/report/gate.h"

struct report_gate {
    struct gate gate;
    int64_t minimum_score; /* hundredths: what is less worth checking is not looked at */
};

/* Prints a line for each claim that is not ready; ERR_ABSENT where there is one. */
bool report_gate(struct store *store, const struct report_selection *selection, const struct report_gate *gate,
                 struct err *err);

#endif
