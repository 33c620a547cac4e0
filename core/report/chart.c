/* Lays a claim's figure and those of its sources out on one axis. */
#include "core/report/chart.h"

#include <inttypes.h>

#include "core/base/decimal.h"

/* An axis has at most so many steps, and its values at most so many times a step: doubles still tell them apart there. */
enum { STEPS_MOST = CHART_TICKS - 2, WHOLE = 10000 };
#define STEPS_FROM_ZERO_MOST 1e12

static double approximate(struct decimal number)
{
    double value = (double)number.coefficient;
    for (int i = number.exponent; i > 0; i--)
        value *= 10;
    for (int i = number.exponent; i < 0; i++)
        value /= 10;
    return number.negative ? -value : value;
}

static bool read_value(struct str text, double *ret)
{
    struct decimal number;
    if (!decimal_parse(text, &number) || number.exponent > 60 || number.exponent < -60)
        return false;
    *ret = approximate(number);
    return true;
}

/* From the lower to the higher, whatever order the text has them in. */
static bool read_range(struct str value, struct str upper, struct chart_row *row)
{
    double from, to;
    if (!read_value(value, &from))
        return false;
    to = from;
    if (upper.ptr && !read_value(upper, &to))
        return false;
    row->low = from < to ? from : to;
    row->high = from < to ? to : from;
    return true;
}

/*
 * What the claim claims: a figure as written stands for the value and half of its last digit's place either way; "nearly"
 * and "just over" for a whole place on their side; "more than" and "at most" know one end alone.
 */
static bool claimed(const struct claim *claim, struct chart_row *row)
{
    double place = 0;
    if (!read_range(claim->value, claim->upper, row))
        return false;
    if (claim->precision.ptr && !read_value(claim->precision, &place))
        return false;
    switch (claim->relation) {
    case RELATION_ABOVE:
    case RELATION_LEAST:
        row->open_high = true;
        break;
    case RELATION_BELOW:
    case RELATION_MOST:
        row->open_low = true;
        break;
    case RELATION_NEARLY:
        row->low -= place;
        break;
    case RELATION_BARELY:
        row->high += place;
        break;
    default:
        row->low -= claim->upper.ptr ? 0 : place / 2;
        row->high += claim->upper.ptr ? 0 : place / 2;
    }
    return true;
}

static void add_rows(const struct report_claim *told, struct chart *chart)
{
    for (size_t i = 0; i < told->citation_count; i++) {
        const struct citation *citation = told->citations[i].citation;
        struct chart_row row = {.citation = citation, .source = i + 1, .figure = citation->figure};
        bool same_unit = citation->figure_unit.len == chart->unit.len &&
                         (chart->unit.len == 0 || str_eq(citation->figure_unit, chart->unit));
        if (same_unit && citation->figure_value.ptr && read_range(citation->figure_value, citation->figure_upper, &row))
            chart->row[chart->count++] = row;
    }
}

static double absolute(double value)
{
    return value < 0 ? -value : value;
}

/* Rounds towards minus infinity; the caller has seen to it that it fits. */
static int64_t floor_of(double value)
{
    int64_t whole = (int64_t)value;
    return (double)whole > value ? whole - 1 : whole;
}

/* The largest of 1, 2 and 5 times a power of ten is found from below, so that STEPS_MOST of them hold the span. */
static double step_for(double span, int *ret_digit, int *ret_power)
{
    static const int digits[] = {1, 2, 5};
    double power = 1;
    int exponent = 0;
    for (; power * STEPS_MOST > span && exponent > -40; exponent--)
        power /= 10;
    while (true) {
        for (size_t i = 0; i < sizeof(digits) / sizeof(digits[0]); i++) {
            if (power * digits[i] * (STEPS_MOST - 2) < span)
                continue;
            *ret_digit = digits[i];
            *ret_power = exponent;
            return power * digits[i];
        }
        exponent++;
        power *= 10;
    }
}

/* Thousands, millions and so on are taken out of the labels. */
static int power_for(double most)
{
    int power = 0;
    double limit = 1e6;
    if (most < 1e5)
        return 0;
    for (power = 3; power < 12 && most >= limit; power += 3)
        limit *= 1000;
    return power;
}

/* Narrower than a quarter of its values no axis is: a difference of a percent must not look like a gulf. */
static bool make_axis(struct chart *chart, double low, double high, struct arena *arena)
{
    int digit = 0, power = 0;
    double most = absolute(low) > absolute(high) ? absolute(low) : absolute(high);
    double span = high - low > most / 4 ? high - low : most > 0 ? most / 4 : 1;
    low -= (span - (high - low)) / 2;
    high = low + span;
    double step = step_for(span, &digit, &power);
    if (most / step > STEPS_FROM_ZERO_MOST)
        return false;
    int64_t first = floor_of(low / step), last = -floor_of(-high / step);
    first -= (double)first * step > low - step / 8;
    last += (double)last * step < high + step / 8;
    chart->power = power_for(most);
    chart->low = (double)first * step;
    chart->high = (double)last * step;
    for (int64_t i = first; i <= last && chart->tick_count < CHART_TICKS; i++) {
        int64_t value = i * digit;
        struct decimal tick = {.coefficient = (decimal_digits)(value < 0 ? -value : value),
                               .exponent = power - chart->power,
                               .negative = value < 0};
        chart->tick[chart->tick_count++] = decimal_print(arena, tick);
    }
    return true;
}

bool chart_make(const struct report_claim *told, struct arena *arena, struct chart *ret)
{
    const struct claim *claim = told->claim;
    struct chart chart = {.unit = claim->unit};
    chart.row = arena_alloc(arena, (told->citation_count + 1) * sizeof(*chart.row));
    chart.row[0].figure = claim->literal;
    if (kind_is_background(claim->kind) || !claimed(claim, &chart.row[0]))
        return false;
    chart.count = 1;
    add_rows(told, &chart);
    double low = chart.row[0].low, high = chart.row[0].high;
    for (size_t i = 1; i < chart.count; i++) {
        low = chart.row[i].low < low ? chart.row[i].low : low;
        high = chart.row[i].high > high ? chart.row[i].high : high;
    }
    if (chart.count < 2 || !make_axis(&chart, low, high, arena))
        return false;
    *ret = chart;
    return true;
}

int64_t chart_place(const struct chart *chart, double value)
{
    double share = (value - chart->low) / (chart->high - chart->low);
    return (int64_t)((share < 0 ? 0 : share > 1 ? 1 : share) * WHOLE + 0.5);
}

void chart_unit(struct buf *out, const struct voice *voice, const struct chart *chart)
{
    struct buf unit = {0};
    if (chart->unit.len == 3 && is_upper(chart->unit.ptr[0]))
        buf_str(&unit, chart->unit);
    else if (chart->unit.len > 0)
        voice_unit(&unit, voice, chart->unit, false);
    VOICE_FILL(out, voice, PHRASE_SCALE_1 + chart->power / 3, buf_view(&unit));
    buf_release(&unit);
}

void chart_label(struct buf *out, const struct voice *voice, const struct chart_row *row)
{
    struct buf number = {0};
    voice_integer(&number, voice, (int64_t)row->source);
    if (row->citation)
        VOICE_FILL(out, voice, PHRASE_CHART_SOURCE, buf_view(&number), row->figure);
    else
        VOICE_FILL(out, voice, PHRASE_CHART_CLAIMED, row->figure);
    buf_release(&number);
}
