/* "The highest since 2009", "rose for the third year in a row": a claim about other years, held against the series. */
#include "core/check/check_parts.h"

static int year_of(const struct series_point *point)
{
    int year = 0;
    for (size_t i = 0; i < 4 && i < point->first.len; i++)
        year = year * 10 + (point->first.ptr[i] - '0');
    return year;
}

static const struct series_point *point_of_year(struct points points, int year)
{
    for (size_t i = 0; i < points.count; i++)
        if (year_of(&points.at[i]) == year)
            return points.at + i;
    return NULL;
}

/* A run of years: each above (or below) the one before. */
static enum outcome check_run(struct checking *checking, struct finding *finding, const struct observation *main,
                              struct points points)
{
    const struct trend *trend = &checking->ret->frame.trend;
    struct arena *arena = checking->arena;
    struct observation later = *main, earlier;
    int wanted = trend->kind == TREND_RISING ? 1 : -1, year = year_of(main->point);
    for (int i = 1; i <= trend->count; i++) {
        const struct series_point *before = point_of_year(points, year - i);
        if (!before || !observation_read(arena, main->series, before, &earlier)) {
            finding->verdict = arena_printf(arena, "the series has nothing for %d", year - i);
            return OUTCOME_COARSE;
        }
        int order = rational_compare(later.value, earlier.value);
        trace_step(&finding->trace, arena_printf(arena, "%.*s %s %.*s", STR_ARG(observation_value(arena, &later)),
                                                 order > 0   ? "is more than"
                                                 : order < 0 ? "is less than"
                                                             : "is",
                                                 STR_ARG(observation_value(arena, &earlier))));
        trace_input(&finding->trace, observation_name(arena, &earlier), observation_value(arena, &earlier),
                    observation_origin(arena, &earlier));
        if (order != wanted) {
            finding->verdict = arena_printf(arena, "it did not %s in %.*s", wanted > 0 ? "rise" : "fall",
                                            STR_ARG(later.point->period));
            return OUTCOME_OUTSIDE;
        }
        later = earlier;
    }
    finding->verdict =
        arena_printf(arena, "it %s in each of those %d years", wanted > 0 ? "rose" : "fell", trend->count);
    return OUTCOME_HOLDS;
}

/* From which year on it should be the highest: after the year that is named, within the years that are counted. */
static int first_year(const struct trend *trend, const struct observation *main, struct points points)
{
    if (trend->since > 0)
        return trend->since + 1;
    if (trend->count > 0)
        return year_of(main->point) - trend->count + 1;
    return year_of(&points.at[0]);
}

static enum outcome check_extreme(struct checking *checking, struct finding *finding, const struct observation *main,
                                  struct points points)
{
    const struct trend *trend = &checking->ret->frame.trend;
    struct arena *arena = checking->arena;
    int wanted = trend->kind == TREND_HIGHEST ? 1 : -1, from = first_year(trend, main, points);
    int year = year_of(main->point), seen = 0;
    if (from > year) {
        finding->verdict = arena_printf(arena, "%d is not before %d", trend->since, year);
        return OUTCOME_OUTSIDE;
    }
    if (year_of(&points.at[0]) > from) {
        finding->verdict = arena_printf(arena, "the series begins in %d only", year_of(&points.at[0]));
        return OUTCOME_COARSE;
    }
    for (size_t i = 0; i < points.count; i++) {
        struct observation other;
        int when = year_of(&points.at[i]);
        if (when < from || when >= year || !observation_read(arena, main->series, &points.at[i], &other))
            continue;
        seen++;
        if (rational_compare(main->value, other.value) * wanted > 0)
            continue;
        trace_step(&finding->trace, arena_printf(arena, "%.*s was not %s", STR_ARG(observation_value(arena, &other)),
                                                 wanted > 0 ? "lower" : "higher"));
        trace_input(&finding->trace, observation_name(arena, &other), observation_value(arena, &other),
                    observation_origin(arena, &other));
        finding->verdict = arena_printf(arena, "it was %.*s in %.*s", STR_ARG(observation_value(arena, &other)),
                                        STR_ARG(other.point->period));
        return OUTCOME_OUTSIDE;
    }
    if (seen < year - from) {
        finding->verdict = arena_printf(arena, "the series lacks %d of those years", year - from - seen);
        return OUTCOME_COARSE;
    }
    finding->verdict = arena_printf(arena, "none of the %d years from %d on had one that was %s", seen, from,
                                    wanted > 0 ? "as high" : "as low");
    trace_step(&finding->trace, finding->verdict);
    return OUTCOME_HOLDS;
}

static bool check_one(struct checking *checking, const struct observation *main)
{
    const struct frame *frame = &checking->ret->frame;
    struct points points;
    if (!reckon_points(&checking->checker->reckoner, main->series, frame->entity, &points, checking->err))
        return false;
    struct finding *finding = finding_add(checking);
    if (!finding)
        return true;
    bool run = frame->trend.kind == TREND_RISING || frame->trend.kind == TREND_FALLING;
    finding->trend = true;
    finding->label = arena_printf(checking->arena, "“%.*s”, %.*s", STR_ARG(frame->trend.words),
                                  STR_ARG(series_label(checking->arena, main->series)));
    finding->entity = str_from(frame->entity->name);
    finding->period = main->point->period;
    finding->value = observation_value(checking->arena, main);
    finding->main = *main;
    trace_step(&finding->trace, STR("the series gives it"));
    trace_input(&finding->trace, observation_name(checking->arena, main), observation_value(checking->arena, main),
                observation_origin(checking->arena, main));
    finding->outcome =
        run ? check_run(checking, finding, main, points) : check_extreme(checking, finding, main, points);
    return true;
}

bool trend_check(struct checking *checking)
{
    const struct check *check = checking->ret;
    size_t count = check->count;
    if (check->frame.trend.kind == TREND_NONE || !check->frame.entity)
        return true;
    for (size_t i = 0; i < count; i++)
        if (check->findings[i].main.point && check->findings[i].series_count == 1 &&
            !check_one(checking, &check->findings[i].main))
            return false;
    return true;
}
