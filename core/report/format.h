/* The renderers, one a file; report.c has the table. */
#ifndef CORE_REPORT_FORMAT_H
#define CORE_REPORT_FORMAT_H

#include "core/report/report.h"

extern const struct report_format report_text, report_markdown, report_json, report_ndjson, report_csv, report_tsv,
    report_html, report_claimreview, report_annotations, report_sheet_html, report_sheet_markdown;

#endif
