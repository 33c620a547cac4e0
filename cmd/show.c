/* `assay show`: claims in full. */
#include <stdio.h>

#include "cmd/claims.h"
#include "cmd/cmd.h"
#include "cmd/place.h"

struct show_options {
    int format;
};

static const struct option options[] = {OPTION_RECORD_FORMAT(offsetof(struct show_options, format)), {0}};

static const char *const examples[] = {
    EXAMPLE("assay show 2", "claim 2 with its sentence, citations and verdicts"),
    EXAMPLE("assay show 9f3c01ab 5", "two claims: one by its id, one by its number"),
    EXAMPLE("assay show 2 --format json", "one object, with the arrays \"citations\" and \"verdicts\""),
    NULL,
};

const struct manual manual_show = {
    .usage = "show [options] ID...",
    .about =
        "Shows a claim: its sentence with the figure marked, how the figure was read, the document, each citation and "
        "each verdict; the last verdict is the one that counts. A claim is named by its number, or by the first four "
        "or more digits of its id.",
    .options = options,
    .options_size = sizeof(struct show_options),
    .examples = examples,
    .least = 1,
    .most = ARGUMENTS_ANY,
};

static bool show_one(struct invocation *run, struct store *store, const struct tracked_claim *claim, int format,
                     bool first, struct err *err)
{
    bool text = format == RECORD_AUTO || format == RECORD_TEXT;
    if (text && !first)
        putchar('\n');
    if (text)
        return claim_show_text(run, store, claim, err);
    if (!claim_show_json(store, claim, false, err))
        return false;
    if (format == RECORD_NDJSON)
        putchar('\n');
    return true;
}

/* All are looked up before anything is shown, so that a mistyped one shows none. */
static bool find_all(struct invocation *run, struct store *store, struct words names, struct tracked_claim *ret_claims,
                     struct err *err)
{
    for (size_t i = 0; i < names.count; i++)
        if (!store_find_claim(store, str_from(names.word[i]), &run->arena, &ret_claims[i], err))
            return false;
    return true;
}

bool cmd_show(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    const struct show_options *o = given;
    struct tracked_claim *claims = arena_alloc(&run->arena, arguments.count * sizeof(*claims));
    struct store *store = NULL;
    bool array = o->format == RECORD_JSON && arguments.count > 1;
    bool ok = place_open(run, &store, err) && find_all(run, store, arguments, claims, err);
    if (ok) {
        page_output(run);
        if (array)
            fputs("[\n", stdout);
        for (size_t i = 0; ok && i < arguments.count && !output_closed(); i++) {
            if (array && i > 0)
                fputs(",\n", stdout);
            ok = show_one(run, store, &claims[i], o->format, i == 0, err);
        }
        if (o->format == RECORD_JSON)
            fputs(array ? "\n]\n" : "\n", stdout);
    }
    store_close(store);
    return ok;
}
