/* `assay series`: its parts, and what they share. */
#include "cmd/series.h"

#include <stdio.h>
#include <string.h>

#include "core/report/escape.h"
#include "core/report/voice.h"

static const char *const examples[] = {
    EXAMPLE("assay series", "what is loaded"),
    EXAMPLE(
        "assay series add gdp.csv --name gdp --unit 'current USD' --source 'World Bank' --vintage 2024-12 --dry-run",
        "what would be loaded from a table"),
    EXAMPLE("assay series show gdp --entity Germany", "one series, one country's figures"),
    EXAMPLE("assay series plot gdp --entity 'Germany; France'", "the same drawn on the terminal"),
    NULL,
};

const struct manual manual_series = {
    .usage = "series [PART] [options]",
    .about =
        "Reference series are statistics that claims are checked against: figures of one measure for countries and "
        "periods, loaded from a table, each with its place in it. Several editions of one series and rival definitions "
        "live side by side. 'assay help series PART' says more about a part; without one, it is list.",
    .examples = examples,
    .most = ARGUMENTS_ANY,
};

const struct command series_parts[] = {
    {"series list", cmd_series_list, "list the series", GROUP_REVIEW, &manual_series_list},
    {"series add", cmd_series_add, "load series from a table", GROUP_REVIEW, &manual_series_add},
    {"series show", cmd_series_show, "show a series and its figures", GROUP_REVIEW, &manual_series_show},
    {"series plot", cmd_series_plot, "draw a series on the terminal", GROUP_REVIEW, &manual_series_plot},
    {"series drop", cmd_series_drop, "hide a series; nothing is deleted", GROUP_REVIEW, &manual_series_drop},
    {"series restore", cmd_series_restore, "show a dropped series again", GROUP_REVIEW, &manual_series_restore},
    {0},
};

static const struct {
    int64_t scale;
    const char *words;
} scales[] = {{3, "thousands of "}, {6, "millions of "}, {9, "billions of "}, {12, "trillions of "}};

void series_unit_words(struct buf *out, const struct series *series)
{
    for (size_t i = 0; i < sizeof(scales) / sizeof(scales[0]); i++)
        if (scales[i].scale == series->scale)
            buf_printf(out, "%s", scales[i].words);
    if (series->basis == BASIS_NOMINAL)
        buf_printf(out, "current ");
    if (series->basis == BASIS_REAL)
        buf_printf(out, "constant %.*s%s", STR_ARG(series->base), series->base.len > 0 ? " " : "");
    if (str_eq(series->unit, STR(NATIONAL_CURRENCY)))
        buf_str(out, series->unit);
    else
        voice_unit(out, &voice_plain, series->unit, false);
    if (series->per.ptr)
        buf_printf(out, " per %.*s", STR_ARG(series->per));
    if (series->of.ptr)
        buf_printf(out, " of %.*s", STR_ARG(series->of));
    if (series->form == FORM_CHANGE)
        buf_printf(out, " (change)");
    if (series->form == FORM_INDEX)
        buf_printf(out, " (index%s%.*s%s)", series->base.len > 0 ? ", " : "", STR_ARG(series->base),
                   series->base.len > 0 ? " = 100" : "");
}

void series_span_words(struct buf *out, const struct series *series)
{
    size_t len = series->frequency == FREQUENCY_YEAR ? 4 : series->first.len;
    struct str first = str_slice(series->first, 0, len < series->first.len ? len : series->first.len);
    struct str last = str_slice(series->last, 0, len < series->last.len ? len : series->last.len);
    buf_str(out, first);
    if (!str_eq(first, last))
        buf_printf(out, " to %.*s", STR_ARG(last));
}

void series_count_words(struct buf *out, int64_t count, const char *one)
{
    size_t len = strlen(one);
    voice_integer(out, &voice_plain, count);
    if (count == 1)
        buf_printf(out, " %s", one);
    else if (len > 1 && one[len - 1] == 'y')
        buf_printf(out, " %.*sies", (int)len - 1, one);
    else
        buf_printf(out, " %ss", one);
}

void series_say(struct buf *words)
{
    struct buf shown = {0};
    escape_terminal(&shown, buf_view(words));
    printf("%s\n", shown.ptr ? shown.ptr : "");
    buf_release(&shown);
    buf_release(words);
}
