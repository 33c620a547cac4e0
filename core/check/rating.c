/* From findings to the result of a check, and to a rating that is suggested with its reason. */
#include "core/check/check_parts.h"

#include "core/report/voice.h"

struct tally {
    size_t holds, fails, coarse, trends_failed;
};

static struct tally count_findings(const struct check *check)
{
    struct tally tally = {0};
    for (size_t i = 0; i < check->count; i++) {
        const struct finding *finding = &check->findings[i];
        bool fails = finding->outcome == OUTCOME_OUTSIDE;
        tally.coarse += finding->outcome == OUTCOME_COARSE;
        tally.trends_failed += finding->trend && fails;
        tally.fails += !finding->trend && fails;
        tally.holds += !finding->trend && outcome_confirms(finding->outcome);
    }
    return tally;
}

static void suggest(struct check *check, int rating, struct str reason)
{
    check->rating = rating;
    check->rating_reason = reason;
}

static const struct finding *first_of(const struct check *check, enum outcome from, enum outcome to)
{
    for (size_t i = 0; i < check->count; i++)
        if (!check->findings[i].trend && check->findings[i].outcome >= from && check->findings[i].outcome <= to)
            return &check->findings[i];
    return NULL;
}

/* "more than 4" of what is 9: it holds, and tells less than it could. */
static bool far_from_bound(const struct checking *checking, const struct finding *finding)
{
    const struct figure *figure = &checking->figure;
    bool one_sided = figure->low.there != figure->high.there;
    struct rational bound = figure->low.there ? figure->low.at : figure->high.at, times;
    if (!one_sided || !finding->main.point || rational_sign(bound) <= 0 ||
        !rational_divide(checking->arena, finding->main.value, bound, &times))
        return false;
    return rational_compare(times, rational_from(checking->arena, 3, 2)) > 0 ||
           rational_compare(times, rational_from(checking->arena, 2, 3)) < 0;
}

static void suggest_holding(struct checking *checking, const struct tally *tally)
{
    struct check *check = checking->ret;
    const struct finding *cut = first_of(check, OUTCOME_TRUNCATES, OUTCOME_TRUNCATES);
    const struct finding *first = first_of(check, OUTCOME_EXACT, OUTCOME_HOLDS);
    if (tally->trends_failed > 0)
        suggest(check, RATING_PARTLY, STR("the figure holds, what it says of other years does not"));
    else if (cut)
        suggest(check, RATING_MOSTLY_ACCURATE, cut->verdict);
    else if (far_from_bound(checking, first))
        suggest(check, RATING_MOSTLY_ACCURATE,
                arena_printf(checking->arena, "%.*s, but far from it", STR_ARG(first->verdict)));
    else
        suggest(check, RATING_ACCURATE, first->verdict);
}

/* Off by no more than a unit of the last digit and a twentieth: a rounding stretched too far. */
static bool is_stretched(struct checking *checking, const struct finding *finding)
{
    struct rational one = rational_from(checking->arena, 1, 1), five = rational_from(checking->arena, 5, 1);
    const struct comparison *comparison = &finding->comparison;
    int relation = checking->figure.relation;
    return (relation == RELATION_EQUAL || relation == RELATION_ABOUT) && rational_sign(comparison->units) != 0 &&
           rational_sign(comparison->percent) != 0 &&
           rational_compare(rational_magnitude(comparison->units), one) <= 0 &&
           rational_compare(rational_magnitude(comparison->percent), five) <= 0;
}

static bool is_misleading(int reason)
{
    static const int misleading[] = {REASON_PERCENT_FOR_POINTS, REASON_POINTS_FOR_PERCENT, REASON_NOMINAL_FOR_REAL,
                                     REASON_REAL_FOR_NOMINAL,   REASON_PART_FOR_WHOLE,     REASON_WHOLE_FOR_PART};
    for (size_t i = 0; i < sizeof(misleading) / sizeof(misleading[0]); i++)
        if (misleading[i] == reason)
            return true;
    return false;
}

static void suggest_failing(struct checking *checking)
{
    struct check *check = checking->ret;
    const struct finding *first = first_of(check, OUTCOME_OUTSIDE, OUTCOME_OUTSIDE);
    if (is_stretched(checking, first)) {
        check->slip_count = 0;
        slip_add(check, REASON_ROUNDING, first->verdict);
        suggest(check, RATING_MOSTLY_ACCURATE, first->verdict);
        return;
    }
    if (check->slip_count == 0)
        slip_add(check, REASON_OFF, first->verdict);
    int reason = check->slips[0].reason;
    suggest(check, is_misleading(reason) ? RATING_MISLEADING : RATING_INACCURATE,
            reason == REASON_OFF ? first->verdict
                                 : arena_printf(checking->arena, "%.*s; %s", STR_ARG(first->verdict),
                                                voice_reason(&voice_plain, reason)));
}

static struct str labels(struct checking *checking, bool holding)
{
    struct str list = STR("");
    const struct check *check = checking->ret;
    for (size_t i = 0; i < check->count; i++) {
        const struct finding *finding = &check->findings[i];
        bool counts = holding ? outcome_confirms(finding->outcome) : finding->outcome == OUTCOME_OUTSIDE;
        if (!finding->trend && counts)
            list = arena_printf(checking->arena, "%.*s%s%.*s", STR_ARG(list), list.len > 0 ? ", " : "",
                                STR_ARG(finding->label));
    }
    return list;
}

void check_conclude(struct checking *checking)
{
    struct check *check = checking->ret;
    struct tally tally = count_findings(check);
    check->rating = -1;
    if (tally.holds + tally.fails + tally.coarse == 0) {
        check->status = CHECK_CANNOT;
        if (!check->why.ptr)
            check->why = STR("nothing is cited for it, and no series measures it");
        return;
    }
    check->why = STR_NULL;
    if (tally.holds > 0 && tally.fails > 0 && !check->pair) {
        check->status = CHECK_CONFLICT;
        check->rating_reason = arena_printf(checking->arena, "holds under %.*s, fails under %.*s",
                                            STR_ARG(labels(checking, true)), STR_ARG(labels(checking, false)));
        check->slip_count = 0;
        slip_add(check, REASON_DEFINITION, check->rating_reason);
    } else if (tally.fails > 0) {
        check->status = CHECK_FAILS;
        suggest_failing(checking);
    } else if (tally.holds > 0) {
        check->status = tally.trends_failed > 0 ? CHECK_FAILS : CHECK_HOLDS;
        if (tally.trends_failed > 0)
            slip_add(check, REASON_TREND, STR("the figure holds, what it says of other years does not"));
        suggest_holding(checking, &tally);
    } else {
        check->status = CHECK_UNDECIDED;
    }
}

int check_reason(const struct check *check)
{
    return check->slip_count > 0 ? check->slips[0].reason : REASON_NONE;
}
