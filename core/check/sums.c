/* Finding figures of one document that can't all be right. */
#include "core/check/sums.h"

#include <stdlib.h>
#include <string.h>

static const char *const kind_names[SUM_KIND_END] = {
    [SUM_PARTS] = "parts", [SUM_CHANGE] = "change",     [SUM_SHARE] = "share",
    [SUM_TWICE] = "twice", [SUM_HEADLINE] = "headline",
};
const struct names sum_kinds = {"kind of sum", kind_names, SUM_KIND_END};

struct sums {
    const struct sum_document *document;
    const struct widths *widths;
    struct arena *arena;
    struct sum_fault *faults;
    size_t count, cap;
};

/* A closed interval of numbers. */
struct span {
    struct rational low, high;
};

static struct sum_fault *add_fault(struct sums *sums, enum sum_kind kind, int reason)
{
    if (sums->count == sums->cap) {
        sums->cap = sums->cap > 0 ? sums->cap * 2 : 8;
        struct sum_fault *larger = arena_alloc(sums->arena, sums->cap * sizeof(*larger));
        if (sums->count > 0)
            memcpy(larger, sums->faults, sums->count * sizeof(*larger));
        sums->faults = larger;
    }
    struct sum_fault *fault = &sums->faults[sums->count++];
    *fault = (struct sum_fault){.kind = kind, .reason = reason, .trace = {.arena = sums->arena}};
    return fault;
}

static void add_input(struct sum_fault *fault, const struct claim *claim, struct span span)
{
    struct arena *arena = fault->trace.arena;
    bool again = fault->count > 0 && fault->claims[fault->count - 1] == claim; /* "from 100 to 120" is one claim */
    if (!again && fault->count < SUM_CLAIMS_MOST)
        fault->claims[fault->count++] = claim;
    struct str low = figure_number(arena, span.low), high = figure_number(arena, span.high);
    trace_input(
        &fault->trace, arena_printf(arena, "“%.*s”", STR_ARG(claim->literal)),
        arena_printf(arena, "%.*s to %.*s", STR_ARG(low), STR_ARG(high)),
        arena_printf(arena, "claim %lld, byte %lld of the text", (long long)claim->number, (long long)claim->start));
}

/* What a figure may stand for; false where it is a bound, or none. */
static bool span_of(struct sums *sums, const struct claim *claim, struct span *ret)
{
    struct figure figure;
    if ((claim->relation != RELATION_EQUAL && claim->relation != RELATION_ABOUT) ||
        claim->modality != MODALITY_STATED || !figure_read(sums->arena, claim, sums->widths, &figure) || figure.ranged)
        return false;
    *ret = (struct span){figure.low.at, figure.high.at};
    if (figure.round_low.there) {
        ret->low = rational_compare(figure.round_low.at, ret->low) < 0 ? figure.round_low.at : ret->low;
        ret->high = rational_compare(figure.round_high.at, ret->high) > 0 ? figure.round_high.at : ret->high;
    }
    return true;
}

static bool apart(struct span a, struct span b)
{
    return rational_compare(a.high, b.low) < 0 || rational_compare(b.high, a.low) < 0;
}

static bool same_text(struct str a, struct str b)
{
    return (!a.ptr && !b.ptr) || (a.ptr && b.ptr && str_eq_nocase(a, b));
}

static bool same_unit(const struct claim *a, const struct claim *b)
{
    return a->kind == b->kind && same_text(a->unit, b->unit) && same_text(a->per, b->per);
}

/* What stands between two claims of one sentence. */
static struct str between(const struct claim *a, const struct claim *b)
{
    size_t from = (size_t)(a->end - a->sentence_start), to = (size_t)(b->start - a->sentence_start);
    return from <= to && to <= a->sentence.len ? str_slice(a->sentence, from, to) : STR("");
}

static bool has_word(struct str text, const char *const *words)
{
    for (; *words; words++)
        if (str_find(text, str_from(*words), 0) < text.len)
            return true;
    return false;
}

static bool ends_with_word(struct str text, const char *const *words)
{
    text = str_trim(text);
    for (; *words; words++)
        if (str_ends(text, str_from(*words)))
            return true;
    return false;
}

static struct str span_text(struct arena *arena, struct span span)
{
    struct str low = figure_number(arena, span.low);
    if (rational_compare(span.low, span.high) == 0)
        return low;
    return arena_printf(arena, "%.*s to %.*s", STR_ARG(low), STR_ARG(figure_number(arena, span.high)));
}

/* ---- parts and total ---- */

static const char *const lists[] = {":",          "made up of",   "consisting of",    "comprising", "composed of",
                                    "split into", "divided into", "broken down into", NULL};
static const char *const some[] = {"including", "among", "of which", "such as", "notably", "not counting", NULL};
static const char *const totals[] = {"total of",     "totalling", "totaling", "altogether",
                                     "adding up to", "in total,", "sum of",   NULL};

/* Claims parts[from..to) against a total; where they can't make it, that is a fault. */
static void hold_parts(struct sums *sums, const struct claim *total, const struct claim *parts, size_t count)
{
    struct span whole, sum = {{0}, {0}}, part;
    if (count < 2 || !span_of(sums, total, &whole))
        return;
    for (size_t i = 0; i < count; i++) {
        if (!same_unit(total, &parts[i]) || !span_of(sums, &parts[i], &part))
            return;
        sum.low = rational_add(sums->arena, sum.low, part.low);
        sum.high = rational_add(sums->arena, sum.high, part.high);
    }
    if (!apart(whole, sum))
        return;
    struct sum_fault *fault = add_fault(sums, SUM_PARTS, REASON_SUM);
    fault->text = arena_printf(sums->arena, "the %zu parts make %.*s, not %.*s", count,
                               STR_ARG(span_text(sums->arena, sum)), STR_ARG(total->literal));
    trace_step(&fault->trace, fault->text);
    add_input(fault, total, whole);
    for (size_t i = 0; i < count; i++)
        if (span_of(sums, &parts[i], &part))
            add_input(fault, &parts[i], part);
}

/* The claims of one sentence: claims[0 .. count). */
static void find_parts(struct sums *sums, const struct claim *claims, size_t count)
{
    if (count < 3 || has_word(claims[0].sentence, some))
        return;
    if (has_word(between(&claims[0], &claims[1]), lists))
        hold_parts(sums, &claims[0], claims + 1, count - 1);
    else if (ends_with_word(between(&claims[count - 2], &claims[count - 1]), totals))
        hold_parts(sums, &claims[count - 1], claims, count - 1);
}

/* ---- a change and its two levels ---- */

static bool positive(struct span span)
{
    return rational_sign(span.low) > 0;
}

/* The least and the most that (to − from) ÷ from × 100 can be. */
static bool relative_change(struct arena *arena, struct span from, struct span to, struct span *ret)
{
    struct rational low, high;
    if (!positive(from) || !rational_divide(arena, rational_subtract(arena, to.low, from.high), from.high, &low) ||
        !rational_divide(arena, rational_subtract(arena, to.high, from.low), from.low, &high))
        return false;
    *ret = (struct span){rational_scale(arena, low, 2), rational_scale(arena, high, 2)};
    return true;
}

static struct span negated(struct span span)
{
    return (struct span){rational_negate(span.high), rational_negate(span.low)};
}

struct levels {
    struct claim from, to;                   /* as two, even where one claim has both */
    const struct claim *from_told, *to_told; /* the document's own */
};

/* "from 100 to 110" as one claim, or as two beside "from" and "to", in either order. */
static bool find_levels(const struct claim *claims, size_t count, struct levels *ret)
{
    static const char *const froms[] = {"from", NULL}, *const tos[] = {"to", NULL};
    const struct claim *from = NULL, *to = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct claim *claim = &claims[i];
        if (claim->upper.ptr && str_eq_nocase(str_slice(claim->literal, 0, 5), STR("from "))) {
            *ret = (struct levels){*claim, *claim, claim, claim};
            ret->to.value = claim->upper;
            ret->from.upper = ret->to.upper = STR_NULL;
            return true;
        }
        if (claim->direction == DIRECTION_NONE && ends_with_word(claim->prefix, froms))
            from = claim;
        if (claim->direction == DIRECTION_NONE && ends_with_word(claim->prefix, tos))
            to = claim;
    }
    if (!from || !to || !same_unit(from, to))
        return false;
    *ret = (struct levels){*from, *to, from, to};
    return true;
}

static struct str value_text(struct arena *arena, struct str value)
{
    struct rational number;
    return rational_parse(arena, value, &number) ? figure_number(arena, number) : value;
}

static void hold_change(struct sums *sums, const struct claim *change, const struct levels *levels)
{
    struct arena *arena = sums->arena;
    struct span told, from, to, real;
    bool points = str_eq(change->unit, STR("percentage point")), rate = str_eq(levels->from.unit, STR("percent"));
    if (!span_of(sums, change, &told) || !span_of(sums, &levels->from, &from) || !span_of(sums, &levels->to, &to))
        return;
    struct span difference = {rational_subtract(arena, to.low, from.high), rational_subtract(arena, to.high, from.low)};
    if (points ? !rate : !relative_change(arena, from, to, &real))
        return;
    if (points)
        real = difference;
    if (change->direction == DIRECTION_DOWN)
        told = negated(told);
    if (!apart(told, real))
        return;
    int reason = rate && !points && !apart(told, difference) ? REASON_PERCENT_FOR_POINTS : REASON_SUM;
    struct sum_fault *fault = add_fault(sums, SUM_CHANGE, reason);
    fault->text =
        arena_printf(arena, "from %.*s to %.*s is a change of %.*s %s, not %.*s",
                     STR_ARG(value_text(arena, levels->from.value)), STR_ARG(value_text(arena, levels->to.value)),
                     STR_ARG(span_text(arena, real)), points ? "points" : "percent", STR_ARG(change->literal));
    trace_step(&fault->trace, fault->text);
    add_input(fault, change, told);
    add_input(fault, levels->from_told, from);
    add_input(fault, levels->to_told, to);
}

static void find_change(struct sums *sums, const struct claim *claims, size_t count)
{
    struct levels levels;
    if (!find_levels(claims, count, &levels))
        return;
    for (size_t i = 0; i < count; i++)
        if (claims[i].kind == KIND_PERCENT && claims[i].direction != DIRECTION_NONE &&
            claims[i].start != levels.from.start && claims[i].start != levels.to.start)
            hold_change(sums, &claims[i], &levels);
}

/* ---- a share, and what it is of ---- */

static void hold_share(struct sums *sums, const struct claim *part, const struct claim *whole,
                       const struct claim *share)
{
    struct arena *arena = sums->arena;
    struct span top, bottom, told, real;
    if (!span_of(sums, part, &top) || !span_of(sums, whole, &bottom) || !span_of(sums, share, &told) ||
        !positive(bottom) || !positive(top) || !rational_divide(arena, top.low, bottom.high, &real.low) ||
        !rational_divide(arena, top.high, bottom.low, &real.high))
        return;
    real = (struct span){rational_scale(arena, real.low, 2), rational_scale(arena, real.high, 2)};
    if (!apart(told, real))
        return;
    struct sum_fault *fault = add_fault(sums, SUM_SHARE, REASON_SUM);
    fault->text = arena_printf(arena, "%.*s of %.*s is %.*s percent, not %.*s", STR_ARG(part->literal),
                               STR_ARG(whole->literal), STR_ARG(span_text(arena, real)), STR_ARG(share->literal));
    trace_step(&fault->trace, fault->text);
    add_input(fault, part, top);
    add_input(fault, whole, bottom);
    add_input(fault, share, told);
}

/* "60 of our 410 shops, or 15 percent": the second of the two comes right after "of". */
static void find_share(struct sums *sums, const struct claim *claims, size_t count)
{
    static const char *const ofs[] = {"of", "of the", "of our", "of its", "of their", "out of", NULL};
    static const char *const ors[] = {", or", "(", "— or", "– or", "that is", "which is", ", i.e.", NULL};
    for (size_t i = 0; i + 2 < count; i++) {
        struct str link = str_trim(between(&claims[i], &claims[i + 1]));
        bool linked = false;
        for (const char *const *of = ofs; *of; of++)
            linked |= str_eq_nocase(link, str_from(*of));
        if (linked && claims[i].kind == claims[i + 1].kind && claims[i + 2].kind == KIND_PERCENT &&
            str_eq(claims[i + 2].unit, STR("percent")) && ends_with_word(between(&claims[i + 1], &claims[i + 2]), ors))
            hold_share(sums, &claims[i], &claims[i + 1], &claims[i + 2]);
    }
}

/* ---- the same thing twice ---- */

static int text_order(struct str a, struct str b)
{
    return !a.ptr || !b.ptr ? (a.ptr != NULL) - (b.ptr != NULL) : str_cmp(a, b);
}

/* A claim in the order of topics. */
struct topic {
    const struct claim *claim;
};

static int by_topic(const void *left, const void *right)
{
    const struct claim *a = ((const struct topic *)left)->claim, *b = ((const struct topic *)right)->claim;
    int order = text_order(a->subject, b->subject);
    order = order != 0 ? order : text_order(a->concept, b->concept);
    order = order != 0 ? order : text_order(a->period_interval, b->period_interval);
    order = order != 0 ? order : text_order(a->unit, b->unit);
    order = order != 0 ? order : text_order(a->of, b->of);
    order = order != 0 ? order : text_order(a->per, b->per);
    order = order != 0 ? order : (a->kind > b->kind) - (a->kind < b->kind);
    return order != 0 ? order : (a->direction > b->direction) - (a->direction < b->direction);
}

static bool has_topic(const struct claim *claim)
{
    return claim->subject.ptr && claim->concept.ptr && claim->period_interval.ptr && claim->unit.ptr &&
           claim->modality == MODALITY_STATED && !kind_is_background(claim->kind);
}

static void hold_twice(struct sums *sums, const struct claim *a, const struct claim *b)
{
    struct span first, second;
    if (a->sentence_start == b->sentence_start || !span_of(sums, a, &first) || !span_of(sums, b, &second) ||
        !apart(first, second))
        return;
    struct sum_fault *fault = add_fault(sums, SUM_TWICE, REASON_SUM);
    fault->text =
        arena_printf(sums->arena, "the same is told as %.*s and as %.*s", STR_ARG(a->literal), STR_ARG(b->literal));
    trace_step(&fault->trace, fault->text);
    add_input(fault, a, first);
    add_input(fault, b, second);
}

/* Neighbours in the order of topics; each later one against the first that tells it. */
static void find_twice(struct sums *sums)
{
    const struct sum_document *document = sums->document;
    struct topic *topics = mem_alloc((document->count + 1) * sizeof(*topics));
    size_t count = 0;
    for (size_t i = 0; i < document->count; i++)
        if (has_topic(&document->claims[i]))
            topics[count++].claim = &document->claims[i];
    qsort(topics, count, sizeof(*topics), by_topic);
    for (size_t i = 0, end; i < count; i = end) {
        size_t first = i;
        for (end = i + 1; end < count && by_topic(&topics[i], &topics[end]) == 0; end++)
            if (topics[end].claim->start < topics[first].claim->start)
                first = end;
        for (size_t j = i; j < end; j++)
            if (j != first)
                hold_twice(sums, topics[first].claim, topics[j].claim);
    }
    free(topics);
}

/* ---- the headline ---- */

static void hold_headline(struct sums *sums, const struct claim *headline)
{
    const struct sum_document *document = sums->document;
    const struct claim *nearest = NULL;
    struct span told, other, nearest_span = {{0}, {0}};
    if (!headline->unit.ptr || kind_is_background(headline->kind) || !span_of(sums, headline, &told))
        return;
    for (size_t i = 0; i < document->count; i++) {
        const struct claim *claim = &document->claims[i];
        if (str_eq(str_trim(claim->sentence), str_trim(document->title)) || !same_unit(claim, headline))
            continue;
        if (claim->upper.ptr || !span_of(sums, claim, &other) || !apart(told, other))
            return; /* a bound or a range may hold it */
        if (!nearest) {
            nearest = claim;
            nearest_span = other;
        }
    }
    if (!nearest)
        return;
    struct sum_fault *fault = add_fault(sums, SUM_HEADLINE, REASON_SUM);
    fault->text = arena_printf(sums->arena, "the headline's %.*s is no figure of the text, which has %.*s",
                               STR_ARG(headline->literal), STR_ARG(nearest->literal));
    trace_step(&fault->trace, fault->text);
    add_input(fault, nearest, nearest_span);
}

/* ---- all of it ---- */

static void find_in_sentence(struct sums *sums, const struct claim *claims, size_t count)
{
    /* dates and ranks are no parts of a sum */
    struct claim *figures = arena_alloc(sums->arena, count * sizeof(*figures));
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (!kind_is_background(claims[i].kind))
            figures[kept++] = claims[i];
    if (kept < 2)
        return;
    find_parts(sums, figures, kept);
    find_change(sums, figures, kept);
    find_share(sums, figures, kept);
}

void sums_find(const struct sum_document *document, const struct widths *widths, struct arena *arena,
               struct sum_fault **ret, size_t *ret_count)
{
    struct sums sums = {.document = document, .widths = widths, .arena = arena};
    for (size_t i = 0, end; i < document->count; i = end) {
        for (end = i + 1; end < document->count; end++)
            if (document->claims[end].sentence_start != document->claims[i].sentence_start)
                break;
        find_in_sentence(&sums, document->claims + i, end - i);
    }
    find_twice(&sums);
    for (size_t i = 0; i < document->title_count; i++)
        hold_headline(&sums, &document->title_claims[i]);
    *ret = sums.faults;
    *ret_count = sums.count;
}
