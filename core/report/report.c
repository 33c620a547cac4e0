/* The report: its formats by name, and the counting that every renderer shares. */
#include "core/report/report.h"

#include <assert.h>

#include "core/report/format.h"

enum { FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_JSON, FORMAT_CSV, FORMAT_END };

static const char *const format_names[FORMAT_END] = {
    [FORMAT_TEXT] = "text",
    [FORMAT_MARKDOWN] = "markdown",
    [FORMAT_JSON] = "json",
    [FORMAT_CSV] = "csv",
};

static const struct report_format *const formats[FORMAT_END] = {
    [FORMAT_TEXT] = &report_text,
    [FORMAT_MARKDOWN] = &report_markdown,
    [FORMAT_JSON] = &report_json,
    [FORMAT_CSV] = &report_csv,
};

const struct names report_formats = {"format", format_names, FORMAT_END};

const struct report_format *report_format(int index)
{
    assert(index >= 0 && index < FORMAT_END);
    return formats[index];
}

void report_begin(struct report *report)
{
    report->documents = report->claims = report->document_claims = 0;
    report->format->begin(report);
}

void report_document(struct report *report, const struct document *document)
{
    report->documents++;
    report->format->document(report, document);
    report->document_claims = 0;
}

void report_claim(struct report *report, const struct document *document, const struct report_claim *claim)
{
    report->claims++;
    report->document_claims++;
    report->format->claim(report, document, claim);
}

void report_end(struct report *report)
{
    report->format->end(report);
}
