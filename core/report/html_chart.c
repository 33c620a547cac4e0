/*
 * The comparison in a claim's card: its figure and those of its sources, each as a mark on one axis, in SVG.
 *
 * Places across are in percent, so that the picture is as wide as the card and its letters keep their size. The band
 * behind the rows is what was claimed; a mark inside it agrees.
 */
#include <inttypes.h>

#include "core/base/utf8.h"
#include "core/report/chart.h"
#include "core/report/html.h"

/* In pixels, but for the edges, in hundredths of a percent: what is kept free either side for half a mark. */
enum { ROW = 38, LABEL = 13, MARK = 25, AXIS = 24, LABEL_CHARACTERS = 42, EDGE = 200, WHOLE = 10000 };

#define PERCENT "%" PRId64 ".%02" PRId64 "%%"
#define PERCENT_ARG(place) (place) / 100, (place) % 100

static int64_t across(const struct chart *chart, double value)
{
    return EDGE + chart_place(chart, value) * (WHOLE - 2 * EDGE) / WHOLE;
}

static int64_t left_of(const struct chart *chart, const struct chart_row *row)
{
    return row->open_low ? 0 : across(chart, row->low);
}

static int64_t right_of(const struct chart *chart, const struct chart_row *row)
{
    return row->open_high ? WHOLE : across(chart, row->high);
}

static void title(struct report *report, const struct chart *chart, int64_t id)
{
    const struct voice *voice = &report->style.voice;
    struct buf rows = {0}, words = {0};
    for (size_t i = 0; i < chart->count; i++) {
        buf_str(&rows, i > 0 ? STR("; ") : STR(""));
        chart_label(&rows, voice, &chart->row[i]);
    }
    VOICE_FILL(&words, voice, PHRASE_CHART_TITLE, buf_view(&rows));
    fprintf(report->out, "<title id=\"chart-%" PRId64 "\">", id);
    html_text(report, buf_view(&words));
    html_put(report, "</title>\n");
    buf_release(&rows);
    buf_release(&words);
}

static void text(struct report *report, const char *anchor, int64_t place, int64_t y, struct str raw)
{
    struct str cut = str_slice(raw, 0, utf8_forward(raw, 0, LABEL_CHARACTERS));
    fprintf(report->out, "<text x=\"" PERCENT "\" y=\"%" PRId64 "\" text-anchor=\"%s\">", PERCENT_ARG(place), y,
            anchor);
    html_text(report, cut);
    html_put(report, cut.len < raw.len ? "…</text>\n" : "</text>\n");
}

static void axis(struct report *report, const struct chart *chart, int64_t height)
{
    int64_t y = height - AXIS;
    for (size_t i = 0; i < chart->tick_count; i++) {
        int64_t share = (int64_t)i * WHOLE / (int64_t)(chart->tick_count - 1);
        int64_t place = EDGE + share * (WHOLE - 2 * EDGE) / WHOLE;
        struct buf number = {0};
        voice_number(&number, &report->style.voice, chart->tick[i]);
        fprintf(report->out,
                "<line class=\"grid\" x1=\"" PERCENT "\" x2=\"" PERCENT "\" y1=\"0\" y2=\"%" PRId64 "\"/>\n",
                PERCENT_ARG(place), PERCENT_ARG(place), y + 4);
        text(report,
             i == 0                       ? "start"
             : i + 1 == chart->tick_count ? "end"
                                          : "middle",
             i == 0                       ? 0
             : i + 1 == chart->tick_count ? WHOLE
                                          : place,
             height - 4, buf_view(&number));
        buf_release(&number);
    }
}

/* The shape says which it is as well as the colour: the claim a bar, what supports a disc, refutes a cross, a ring else. */
static void mark(struct report *report, const struct chart_row *row, int64_t x, int64_t y)
{
    static const char *const shapes[STANCE_END] = {"disc", "cross", "ring"};
    fprintf(report->out,
            "<svg class=\"mark m-%s\" x=\"" PERCENT "\" y=\"%" PRId64 "\" overflow=\"visible\">"
            "<use href=\"#i-%s\" x=\"-7\" y=\"-7\" width=\"14\" height=\"14\"/></svg>\n",
            stances.name[row->citation->stance], PERCENT_ARG(x), y, shapes[row->citation->stance]);
}

static void draw_row(struct report *report, const struct chart *chart, size_t index)
{
    const struct chart_row *row = &chart->row[index];
    int64_t top = (int64_t)index * ROW, y = top + MARK;
    int64_t left = left_of(chart, row), right = right_of(chart, row);
    struct buf words = {0};
    chart_label(&words, &report->style.voice, row);
    text(report, "start", 0, top + LABEL, buf_view(&words));
    fprintf(report->out,
            "<line class=\"%s\" x1=\"" PERCENT "\" x2=\"" PERCENT "\" y1=\"%" PRId64 "\" y2=\"%" PRId64 "\"/>\n",
            row->citation ? "span" : "claimed", PERCENT_ARG(left), PERCENT_ARG(right), y, y);
    if (row->citation && row->low < row->high) {
        mark(report, row, left, y);
        mark(report, row, right, y);
    } else if (row->citation) {
        mark(report, row, left, y);
    }
    buf_release(&words);
}

int64_t html_chart_height(const struct chart *chart)
{
    return (int64_t)chart->count * ROW + AXIS;
}

void html_chart_draw(struct report *report, const struct chart *chart)
{
    int64_t height = html_chart_height(chart);
    int64_t left = left_of(chart, &chart->row[0]), right = right_of(chart, &chart->row[0]);
    fprintf(report->out,
            "<rect class=\"within\" x=\"" PERCENT "\" y=\"0\" width=\"" PERCENT "\" height=\"%" PRId64 "\"/>\n",
            PERCENT_ARG(left), PERCENT_ARG(right - left), height - AXIS);
    axis(report, chart, height);
    for (size_t i = 0; i < chart->count; i++)
        draw_row(report, chart, i);
}

void html_chart(struct report *report, const struct report_claim *told)
{
    struct arena arena = {0};
    struct chart chart;
    if (chart_make(told, &arena, &chart)) {
        int64_t id = report_claim_id(report, told->claim);
        struct buf unit = {0}, words = {0};
        fprintf(report->out,
                "<figure class=\"chart\">\n<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
                "aria-labelledby=\"chart-%" PRId64 "\" width=\"100%%\" height=\"%" PRId64 "\">\n",
                id, html_chart_height(&chart));
        title(report, &chart, id);
        html_chart_draw(report, &chart);
        chart_unit(&unit, &report->style.voice, &chart);
        VOICE_FILL(&words, &report->style.voice, PHRASE_CHART_UNIT, buf_view(&unit));
        html_put(report, "</svg>\n<figcaption>");
        html_text(report, buf_view(&words));
        html_put(report, "</figcaption>\n</figure>\n");
        buf_release(&unit);
        buf_release(&words);
    }
    arena_release(&arena);
}
