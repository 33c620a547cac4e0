/* The HTML report's summary: what came out, in a sentence, in a picture, and in a list that is the picture's legend. */
#include <inttypes.h>

#include "core/base/buf.h"
#include "core/report/html.h"
#include "core/report/words.h"

/* A part narrower than this share of the band, in hundredths of a percent, has no room for its shape. */
enum { WHOLE = 10000, ROOM_FOR_SHAPE = 500 };

static int64_t count_of(const struct report_counts *counts, int state)
{
    return state == HTML_OPEN ? counts->open : counts->by_rating[state];
}

/* In hundredths of a percent; no claim at all has no parts. */
static int64_t share(const struct report_counts *counts, int64_t count)
{
    return counts->claims > 0 ? count * WHOLE / counts->claims : 0;
}

static void add_outcome(struct buf *out, const struct report_counts *counts)
{
    const char *between = "";
    for (int state = 0; state <= HTML_OPEN; state++) {
        int64_t count = count_of(counts, state);
        if (count == 0)
            continue;
        buf_printf(out, "%s%" PRId64 " ", between, count);
        words_state(out, state == HTML_OPEN ? -1 : state, false);
        between = ", ";
    }
}

static const char *plural(int64_t count)
{
    return count == 1 ? "" : "s";
}

static void lede(struct report *report)
{
    const struct report_counts *counts = &report->head.counts;
    struct buf words = {0};
    add_outcome(&words, counts);
    fprintf(report->out, "<p class=\"lede\">%" PRId64 " claim%s in %" PRId64 " document%s%s", counts->claims,
            plural(counts->claims), counts->documents, plural(counts->documents), counts->claims > 0 ? ": " : "");
    html_text(report, buf_view(&words));
    fprintf(report->out, ". %" PRId64 " of them %s a source.</p>\n", counts->cited,
            counts->cited == 1 ? "has" : "have");
    buf_release(&words);
}

static void part(struct report *report, int state, int64_t from, int64_t width)
{
    const char *name = html_state(state);
    fprintf(report->out,
            "<rect class=\"c-%s\" fill=\"currentColor\" x=\"%" PRId64 ".%02" PRId64 "%%\" y=\"0\" width=\"%" PRId64
            ".%02" PRId64 "%%\" height=\"100%%\"/>\n",
            name, from / 100, from % 100, width / 100, width % 100);
    int64_t middle = from + width / 2;
    if (width >= ROOM_FOR_SHAPE)
        fprintf(report->out,
                "<svg class=\"icon on-%s\" x=\"%" PRId64 ".%02" PRId64 "%%\" y=\"50%%\" overflow=\"visible\">"
                "<use href=\"#i-%s\" x=\"-11\" y=\"-11\" width=\"22\" height=\"22\"/></svg>\n",
                name, middle / 100, middle % 100, name);
}

/* Parts end where the next begins, by the counts so far, so that they fill the band whatever is rounded. */
static void band(struct report *report)
{
    const struct report_counts *counts = &report->head.counts;
    struct buf words = {0};
    int64_t before = 0;
    buf_str(&words, STR("How the claims came out: "));
    add_outcome(&words, counts);
    html_put(report, "<svg class=\"band\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"band\">\n"
                     "<title id=\"band\">");
    html_text(report, buf_view(&words));
    html_put(report, "</title>\n");
    for (int state = 0; state <= HTML_OPEN; state++) {
        int64_t from = share(counts, before);
        before += count_of(counts, state);
        if (count_of(counts, state) > 0)
            part(report, state, from, share(counts, before) - from);
    }
    html_put(report, "</svg>\n");
    buf_release(&words);
}

static void legend(struct report *report)
{
    const struct report_counts *counts = &report->head.counts;
    html_put(report, "<ul class=\"legend\">\n");
    for (int state = 0; state <= HTML_OPEN; state++) {
        int64_t count = count_of(counts, state);
        if (count == 0)
            continue;
        html_put(report, "<li>");
        html_badge(report, state);
        fprintf(report->out,
                " <span class=\"count\">%" PRId64 "</span> <span class=\"share\">%" PRId64 " %%</span></li>\n", count,
                (share(counts, count) + 50) / 100);
    }
    html_put(report, "</ul>\n");
}

void html_summary(struct report *report)
{
    html_put(report, "<section aria-labelledby=\"summary\">\n<h2 id=\"summary\">Summary</h2>\n");
    lede(report);
    if (report->head.counts.claims > 0) {
        band(report);
        legend(report);
    }
    html_put(report, "</section>\n");
}
