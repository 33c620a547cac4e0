/* Pictures of their own: the frame, the bars of statistics, and a claim's figure beside its sources'. */
#include "core/report/svg.h"

#include <inttypes.h>

#include "core/base/utf8.h"
#include "core/report/escape.h"
#include "core/report/html.h"
#include "core/report/html_palette.h"
#include "core/report/stats.h"

enum {
    TITLE = 48,
    BAR_LEFT = 210,
    BAR_RIGHT = 650,
    ROW = 30,
    LEGEND_ROW = 24,
    LEGEND_COLUMN = 172,
    NAME_CHARACTERS = 26
};

static const char style[] =
    "<style>" HTML_PALETTE
    "text{font:14px system-ui,-apple-system,'Segoe UI',Roboto,'Liberation Sans',sans-serif;fill:var(--ink)}"
    ".title{font:700 20px Georgia,'Liberation Serif','DejaVu Serif',serif}"
    ".soft{fill:var(--soft);font-size:13px}.paper{fill:var(--page)}.part{stroke:var(--page);stroke-width:1.5}"
    ".grid{stroke:var(--line)}.within{fill:var(--mark);stroke:var(--mark-line)}.claimed{stroke:var(--ink);stroke-width:"
    "8}"
    ".span{stroke:var(--soft);stroke-width:2}.mark{fill:none;stroke:currentColor;stroke-width:3;stroke-linecap:round}"
    ".m-supports{color:var(--accurate)}.m-refutes{color:var(--inaccurate)}.m-context{color:var(--soft)}</style>\n";

static void put(FILE *out, struct str raw)
{
    struct buf safe = {0};
    escape_html(&safe, raw);
    fwrite(safe.len > 0 ? safe.ptr : "", 1, safe.len, out);
    buf_release(&safe);
}

void svg_text(FILE *out, const char *attributes, int x, int y, struct str raw, size_t most_characters)
{
    struct str cut = str_slice(raw, 0, utf8_forward(raw, 0, most_characters));
    fprintf(out, "<text %s x=\"%d\" y=\"%d\">", attributes, x, y);
    put(out, cut);
    fputs(cut.len < raw.len ? "…</text>\n" : "</text>\n", out);
}

void svg_begin(FILE *out, int height, struct str title, struct str description)
{
    fprintf(out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title description\" width=\"%d\" "
            "height=\"%d\" viewBox=\"0 0 %d %d\">\n<title id=\"title\">",
            SVG_WIDTH, height + TITLE + SVG_MARGIN, SVG_WIDTH, height + TITLE + SVG_MARGIN);
    put(out, title);
    fputs("</title>\n<desc id=\"description\">", out);
    put(out, description);
    fprintf(out, "</desc>\n%s<rect class=\"paper\" width=\"100%%\" height=\"100%%\"/>\n", style);
    svg_text(out, "class=\"title\"", SVG_MARGIN, 32, title, 60);
}

void svg_end(FILE *out)
{
    fputs("</svg>\n", out);
}

/* ---- statistics ---- */

static int64_t count_of(const struct stats_group *group, int state)
{
    return state == STATE_OPEN ? group->open : group->by_rating[state];
}

static void bar(FILE *out, const struct stats_group *group, int64_t most, int y)
{
    int64_t before = 0, room = BAR_RIGHT - BAR_LEFT;
    struct buf digits = {0};
    for (int state = 0; state <= STATE_OPEN; state++) {
        int64_t count = count_of(group, state), from = before * room / most;
        before += count;
        if (count > 0)
            fprintf(out,
                    "<rect class=\"part\" fill=\"var(--%s)\"%s x=\"%" PRId64 "\" y=\"%d\" width=\"%" PRId64
                    "\" height=\"18\"/>\n",
                    html_state(state), state == STATE_OPEN ? " fill-opacity=\".25\"" : "", BAR_LEFT + from, y,
                    before * room / most - from);
    }
    voice_integer(&digits, &voice_plain, group->claims);
    svg_text(out, "class=\"soft\"", BAR_LEFT + (int)(before * room / most) + 6, y + 14, buf_view(&digits), 20);
    buf_release(&digits);
}

/* The states that there are, in the order of the bars. */
static int legend(FILE *out, const struct stats *stats, const struct voice *voice, int top, bool draw)
{
    int shown = 0;
    for (int state = 0; state <= STATE_OPEN; state++) {
        struct buf name = {0};
        int64_t count = 0;
        for (size_t i = 0; i < stats->count; i++)
            count += count_of(&stats->group[i], state);
        int x = SVG_MARGIN + shown % 4 * LEGEND_COLUMN, y = top + shown / 4 * LEGEND_ROW;
        voice_state(&name, voice, state, true);
        if (count > 0 && draw) {
            fprintf(out, "<rect fill=\"var(--%s)\"%s x=\"%d\" y=\"%d\" width=\"12\" height=\"12\"/>\n",
                    html_state(state), state == STATE_OPEN ? " fill-opacity=\".25\"" : "", x, y);
            svg_text(out, "class=\"soft\"", x + 18, y + 11, buf_view(&name), 20);
        }
        shown += count > 0;
        buf_release(&name);
    }
    return (shown + 3) / 4 * LEGEND_ROW;
}

static void add_description(struct buf *out, const struct stats *stats, const struct voice *voice)
{
    for (size_t i = 0; i < stats->count; i++) {
        const struct stats_group *group = &stats->group[i];
        buf_printf(out, "%s%.*s: %" PRId64, i > 0 ? ". " : "", STR_ARG(group->name), group->claims);
        for (int state = 0; state <= STATE_OPEN; state++) {
            if (count_of(group, state) == 0)
                continue;
            buf_printf(out, ", %" PRId64 " ", count_of(group, state));
            voice_state(out, voice, state, false);
        }
    }
}

void stats_svg(FILE *out, const struct stats *stats, const struct voice *voice, struct str title)
{
    struct buf description = {0};
    int64_t most = 1;
    int rows = (int)stats->count * ROW, keys = legend(out, stats, voice, 0, false);
    for (size_t i = 0; i < stats->count; i++)
        most = stats->group[i].claims > most ? stats->group[i].claims : most;
    add_description(&description, stats, voice);
    svg_begin(out, rows + keys + 8, title, buf_view(&description));
    for (size_t i = 0; i < stats->count; i++) {
        int y = TITLE + (int)i * ROW;
        svg_text(out, "", SVG_MARGIN, y + 14, stats->group[i].name, NAME_CHARACTERS);
        bar(out, &stats->group[i], most, y);
    }
    legend(out, stats, voice, TITLE + rows + 8, true);
    svg_end(out);
    buf_release(&description);
}

/* ---- a claim beside its sources ---- */

void svg_chart(FILE *out, const struct voice *voice, const struct chart *chart, struct str title)
{
    struct report report = {.out = out, .style.voice = *voice};
    struct buf description = {0}, unit = {0}, words = {0};
    int height = (int)html_chart_height(chart);
    for (size_t i = 0; i < chart->count; i++) {
        buf_str(&description, i > 0 ? STR("; ") : STR(""));
        chart_label(&description, voice, &chart->row[i]);
    }
    chart_unit(&unit, voice, chart);
    VOICE_FILL(&words, voice, PHRASE_CHART_UNIT, buf_view(&unit));
    svg_begin(out, height + 24, title, buf_view(&description));
    fputs(html_chart_shapes, out);
    fprintf(out, "<svg x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" overflow=\"visible\">\n", SVG_MARGIN, TITLE,
            SVG_WIDTH - 2 * SVG_MARGIN, height);
    html_chart_draw(&report, chart);
    fputs("</svg>\n", out);
    svg_text(out, "class=\"soft\" text-anchor=\"end\"", SVG_WIDTH - SVG_MARGIN, TITLE + height + 18, buf_view(&words),
             60);
    svg_end(out);
    buf_release(&description);
    buf_release(&unit);
    buf_release(&words);
}
