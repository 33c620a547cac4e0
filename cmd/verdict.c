/* `assay verdict`: rates a claim, by the reviewer's own judgement or by what a check suggests. */
#include <stdio.h>

#include "cmd/check_stale.h"
#include "cmd/claims.h"
#include "cmd/cmd.h"
#include "cmd/place.h"
#include "cmd/reviewer.h"
#include "cmd/suggest.h"

struct verdict_options {
    struct str because, series, entity;
    bool from_check;
    int reason;
};

#define VERDICT(field) offsetof(struct verdict_options, field)

static const struct option options[] = {
    {"because", 'b', OPTION_TEXT, VERDICT(because), NULL, "TEXT", "the rationale; it is needed, but with --from-check"},
    {"reason", 0, OPTION_NAME, VERDICT(reason), &reasons, "REASON",
     "what is wrong with the figure: one of the codes below"},
    {"from-check", 0, OPTION_FLAG, VERDICT(from_check), NULL, NULL,
     "the rating and the reason that 'assay check' suggests"},
    {"series", 0, OPTION_TEXT, VERDICT(series), NULL, "SERIES", "with --from-check: compare with this series alone"},
    {"entity", 0, OPTION_TEXT, VERDICT(entity), NULL, "NAME",
     "with --from-check: the claim is about this country or group"},
    {0},
};

static const char *const examples[] = {
    EXAMPLE("assay verdict 2 accurate --because \"Appropriated to date is 182.8 billion, which is more than 180.\"",
            "it holds, and why"),
    EXAMPLE("assay verdict 7 not-checkable --because \"It says nothing of when or where.\"",
            "one of two that need no citation"),
    EXAMPLE("assay verdict 3 --from-check", "what the check of claim 3 suggests, with its arithmetic, in your name"),
    EXAMPLE("assay verdict 5 misleading --reason percent-for-points --because \"From 2 to 3 percent is a point.\"",
            "with a code that reports show"),
    NULL,
};

const struct manual manual_verdict = {
    .usage = "verdict ID [RATING] --because TEXT | --from-check",
    .about =
        "Rates a claim: accurate, mostly-accurate, partly, misleading, inaccurate, outdated, unsupported or "
        "not-checkable. All but the last two need a citation first (see 'assay help cite'), or a check against "
        "reference "
        "series. A later verdict counts instead of an earlier one; nothing is overwritten. --from-check takes over "
        "what "
        "'assay check' suggests, and keeps its arithmetic and the vintage of every series with the verdict, so that "
        "'assay check --stale' can tell when newer figures would have it otherwise; a RATING of your own goes before "
        "the one "
        "suggested. Reasons: rounding, percent-for-points, points-for-percent, scale, wrong-year, wrong-entity, "
        "wrong-currency, nominal-for-real, real-for-nominal, level-for-change, change-for-level, part-for-whole, "
        "whole-for-part, sign, trend, sum, definition, off.",
    .options = options,
    .options_size = sizeof(struct verdict_options),
    .examples = examples,
    .least = 1,
    .most = 2,
};

/* A verdict in the making. */
struct making {
    struct invocation *run;
    struct store *store;
    const struct verdict_options *options;
    struct examiner_settings settings;
    struct verdict verdict;
    struct basis basis;
    bool rated, based;
    struct str why; /* that a check suggests nothing */
};

static bool take_check(void *ctx, const struct tracked_claim *claim, const struct check *check)
{
    struct making *making = ctx;
    struct arena *arena = &making->run->arena;
    (void)claim;
    making->why = arena_str(arena, check_summary(check));
    if (check->status == CHECK_CANNOT)
        return false;
    making->basis = basis_of_check(check, &making->settings, arena);
    making->based = true;
    if (!making->rated && check->rating >= 0) {
        making->verdict.rating = check->rating;
        making->rated = true;
    }
    if (!making->verdict.rationale.ptr)
        making->verdict.rationale = arena_printf(arena, "By arithmetic: %.*s.", STR_ARG(check_summary(check)));
    return false;
}

static bool check_claim_of(struct making *making, const struct tracked_claim *claim, struct err *err)
{
    struct examiner *examiner = NULL;
    struct document document;
    const struct examiner_job job = {&claim->claim.number, 1, take_check, NULL, making};
    making->settings = (struct examiner_settings){
        .widths = widths_usual, .series = making->options->series, .entity = making->options->entity};
    bool ok = examiner_open(making->store, &making->settings, &examiner, err) &&
              store_find_document(making->store, claim->state.document_number, &making->run->arena, &document, err) &&
              examiner_document(examiner, &document, &job, err);
    examiner_close(examiner);
    if (!ok || (making->based && making->rated))
        return ok;
    return err_set(err, ERR_USAGE, "the check of claim %lld suggests no rating: %.*s; give one, with --because TEXT",
                   (long long)claim->claim.number, STR_ARG(making->why));
}

static bool read_usage(struct making *making, struct words arguments, struct err *err)
{
    const struct verdict_options *o = making->options;
    making->verdict.rationale = o->because;
    making->rated = arguments.count > 1;
    if (making->rated && !names_read(&ratings, str_from(arguments.word[1]), &making->verdict.rating, err))
        return false;
    if (!making->rated && !o->from_check)
        return err_set(err, ERR_USAGE, "which rating? give one of %.*s, or --from-check",
                       STR_ARG(names_list(&ratings, &making->run->arena)));
    if ((o->series.ptr || o->entity.ptr) && !o->from_check)
        return err_set(err, ERR_USAGE, "--series and --entity say how to check; they go with --from-check");
    return o->because.ptr || o->from_check || err_set(err, ERR_USAGE, "why? give the rationale with --because TEXT");
}

static bool add_verdict(struct making *making, struct str name, struct err *err)
{
    struct arena *arena = &making->run->arena;
    struct tracked_claim claim;
    if (!store_find_claim(making->store, name, arena, &claim, err) ||
        (making->options->from_check && !check_claim_of(making, &claim, err)))
        return false;
    if (making->options->reason != REASON_NONE)
        making->basis.reason = making->options->reason;
    bool based = making->based || making->options->reason != REASON_NONE;
    struct verdict *verdict = &making->verdict;
    if (!store_add_based_verdict(making->store, &claim, verdict, based ? &making->basis : NULL, arena, err))
        return false;
    printf("%.*s: %s%s%s%s%s, verdict %.*s\n", STR_ARG(claim_name(arena, &claim.claim)), ratings.name[verdict->rating],
           making->basis.reason ? ", reason " : "", making->basis.reason ? reasons.name[making->basis.reason] : "",
           claim.state.rating >= 0 ? ", until now " : "",
           claim.state.rating >= 0 ? ratings.name[claim.state.rating] : "", STR_ARG(verdict->id));
    return true;
}

bool cmd_verdict(struct invocation *run, const void *given, struct words arguments, struct err *err)
{
    struct making making = {.run = run, .options = given};
    if (!read_usage(&making, arguments, err) || !reviewer_require(run, &making.verdict.reviewer, err))
        return false;
    bool ok = place_open(run, &making.store, err) && add_verdict(&making, str_from(arguments.word[0]), err);
    store_close(making.store);
    return ok;
}
