/* Holding a figure against one reference, and putting in words how it came out. */
#include "core/check/check_parts.h"
#include "core/check/convert.h"

#include "core/report/words.h"

struct finding *finding_add(struct checking *checking)
{
    struct check *check = checking->ret;
    if (check->count == FINDINGS_MOST)
        return NULL;
    if (!check->findings)
        check->findings = arena_alloc(checking->arena, FINDINGS_MOST * sizeof(*check->findings));
    struct finding *finding = &check->findings[check->count++];
    *finding = (struct finding){.trace = {.arena = checking->arena}};
    return finding;
}

struct rational as_told(const struct frame *frame, struct rational value)
{
    return frame->down ? rational_negate(value) : value;
}

static struct str with_unit(struct arena *arena, struct rational value, const struct claim *claim,
                            const struct frame *frame)
{
    struct str text = figure_number(arena, value);
    if (claim->unit.ptr && claim->kind != KIND_COUNT) /* of what is counted the claim speaks */
        text = arena_printf(arena, "%.*s %.*s", STR_ARG(text), STR_ARG(claim->unit));
    if (frame->of && (frame->form == FRAME_LEVEL || frame->of_figure || str_eq(claim->unit, STR("percentage point"))))
        text = arena_printf(arena, "%.*s of %s", STR_ARG(text), frame->of->name);
    if (frame->per_person)
        text = arena_printf(arena, "%.*s per person", STR_ARG(text));
    return text;
}

/* "the claim is 24.04 lower, 25.03 percent of the reference, 24.04 units of its last digit" */
static struct str how_far(struct arena *arena, const struct comparison *comparison)
{
    struct str text =
        arena_printf(arena, "the claim is %.*s %s", STR_ARG(figure_number(arena, rational_magnitude(comparison->off))),
                     rational_sign(comparison->off) < 0 ? "lower" : "higher");
    if (rational_sign(comparison->percent) != 0) {
        struct str percent = rational_print(arena, rational_magnitude(comparison->percent), 3, NULL);
        text = arena_printf(arena, "%.*s, %.*s%% of the reference", STR_ARG(text), STR_ARG(percent));
    }
    if (rational_sign(comparison->units) != 0) {
        struct str units = rational_print(arena, rational_magnitude(comparison->units), 3, NULL);
        text = arena_printf(arena, "%.*s, %.*s units of its last digit", STR_ARG(text), STR_ARG(units));
    }
    return text;
}

static struct str verdict_text(struct arena *arena, const struct figure *figure, struct rational value,
                               const struct comparison *comparison)
{
    struct str reference = figure_number(arena, value), written = figure_number(arena, figure->value);
    struct str interval = figure_print(arena, figure);
    bool two_sided = figure->low.there && figure->high.there;
    switch (comparison->outcome) {
    case OUTCOME_EXACT:
        return arena_printf(arena, "%.*s is exactly that", STR_ARG(reference));
    case OUTCOME_ROUNDS:
        return arena_printf(arena, "%.*s rounds to %.*s", STR_ARG(reference), STR_ARG(written));
    case OUTCOME_TRUNCATES:
        return arena_printf(arena, "%.*s is %.*s only where its further digits are cut off", STR_ARG(reference),
                            STR_ARG(written));
    case OUTCOME_ROUND:
        return arena_printf(arena, "%.*s is within %.*s to %.*s, the width of a round figure", STR_ARG(reference),
                            STR_ARG(figure_number(arena, figure->round_low.at)),
                            STR_ARG(figure_number(arena, figure->round_high.at)));
    case OUTCOME_HOLDS:
        return arena_printf(arena, "%.*s is %s%.*s", STR_ARG(reference), two_sided ? "within " : "", STR_ARG(interval));
    case OUTCOME_COARSE:
        return arena_printf(arena, "%.*s has fewer digits than the claim: it may stand for the same, or not",
                            STR_ARG(reference));
    case OUTCOME_OUTSIDE:
    case OUTCOME_END:
        break;
    }
    return arena_printf(arena, "%.*s is not %s%.*s: %.*s", STR_ARG(reference), two_sided ? "within " : "",
                        STR_ARG(interval), STR_ARG(how_far(arena, comparison)));
}

static void compare_with(struct checking *checking, struct finding *finding, const struct figure *figure,
                         const struct claim *claim, struct reference_value value)
{
    struct arena *arena = checking->arena;
    finding->comparison = figure_compare(arena, figure, &value);
    finding->outcome = finding->comparison.outcome;
    finding->value = with_unit(arena, value.value, claim, &checking->ret->frame);
    finding->verdict = verdict_text(arena, figure, value.value, &finding->comparison);
    trace_step(&finding->trace, finding->verdict);
    trace_input(&finding->trace, arena_printf(arena, "the claim, “%.*s”", STR_ARG(claim->literal)),
                figure_print(arena, figure), arena_printf(arena, "its words: %s", figure->reason));
}

void finding_of_reference(struct checking *checking, const struct figure *figure, const struct claim *claim,
                          const struct reference *reference)
{
    struct finding *finding = finding_add(checking);
    const struct frame *frame = &checking->ret->frame;
    if (!finding)
        return;
    finding->label = reference->label;
    finding->entity = frame->entity ? str_from(frame->entity->name) : frame->base_currency;
    finding->period = reference->period;
    finding->main = reference->main;
    const struct series **series = arena_alloc(checking->arena, sizeof(reference->series));
    for (size_t i = 0; i < reference->series_count; i++)
        series[i] = reference->series[i];
    finding->series = series;
    finding->series_count = reference->series_count;
    finding->trace = reference->trace;
    if (reference->latest)
        trace_step(&finding->trace,
                   arena_printf(checking->arena, "the claim names no time: %.*s is the latest there is",
                                STR_ARG(reference->period)));
    if (frame->down)
        trace_step(&finding->trace, STR("the claim speaks of a fall: a fall by so much is a change by minus so much"));
    compare_with(checking, finding, figure, claim,
                 (struct reference_value){as_told(frame, reference->value.value), reference->value.step});
}

/* ---- citations ---- */

/* The source's figure in the claim's unit; NULL where it is, else why it is not. */
static const char *cited_value(struct checking *checking, const struct claim *figure, struct reference_value *ret)
{
    const struct claim *claim = checking->input->claim;
    struct arena *arena = checking->arena;
    struct rational one;
    if (figure->relation != RELATION_EQUAL && figure->relation != RELATION_ABOUT)
        return "the source gives a bound, not a figure";
    if (!rational_parse(arena, figure->value, &ret->value))
        return "the source's figure is no number";
    if (!figure->precision.ptr || !rational_parse(arena, figure->precision, &ret->step))
        ret->step = (struct rational){0};
    if (!claim->unit.ptr && !figure->unit.ptr)
        return NULL;
    if (!claim->unit.ptr || !figure->unit.ptr)
        return "one of the two has no unit";
    switch (conversion_apply(arena, ret->value, figure->unit, claim->unit, &ret->value)) {
    case CONVERT_SAME:
        return NULL;
    case CONVERT_DONE:
        if (conversion_apply(arena, rational_from(arena, 1, 1), figure->unit, claim->unit, &one) == CONVERT_DONE)
            ret->step = rational_multiply(arena, ret->step, one);
        return NULL;
    case CONVERT_AMBIGUOUS:
        return "a unit of that name has several sizes";
    case CONVERT_IMPOSSIBLE:
        break;
    }
    return "their units are not of one kind";
}

static bool parts_differ(struct str a, struct str b)
{
    return a.ptr && b.ptr && !str_eq_nocase(a, b);
}

static void finding_of_citation(struct checking *checking, const struct cited_figure *cited)
{
    const struct claim *claim = checking->input->claim;
    struct arena *arena = checking->arena;
    struct reference_value value = {0};
    const char *why = cited_value(checking, cited->figure, &value);
    struct str title = cited->source->title.ptr ? cited->source->title : cited->source->url;
    struct str label = arena_printf(arena, "source %lld, %.*s", (long long)cited->source->number, STR_ARG(title));
    if (!why && (parts_differ(claim->of, cited->figure->of) || parts_differ(claim->per, cited->figure->per)))
        why = "they are parts of different wholes";
    if (why) {
        if (!checking->ret->why.ptr)
            checking->ret->why = arena_printf(arena, "%.*s: %s", STR_ARG(label), why);
        return;
    }
    struct finding *finding = finding_add(checking);
    if (!finding)
        return;
    finding->label = label;
    trace_step(&finding->trace, STR("the source gives it"));
    struct str origin = label;
    if (cited->citation->locator.ptr)
        origin = arena_printf(arena, "%.*s, %.*s", STR_ARG(label), STR_ARG(cited->citation->locator));
    trace_input(&finding->trace, STR("its figure, as the reviewer typed it"), cited->citation->figure, origin);
    compare_with(checking, finding, &checking->figure, claim, value);
}

void findings_of_citations(struct checking *checking)
{
    for (size_t i = 0; i < checking->input->cited_count; i++)
        if (checking->input->cited[i].citation->stance != STANCE_CONTEXT)
            finding_of_citation(checking, &checking->input->cited[i]);
}
