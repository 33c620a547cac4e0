/* What the Markdown report and the Markdown check sheet share. */
#ifndef CORE_REPORT_MARKDOWN_H
#define CORE_REPORT_MARKDOWN_H

#include "core/base/buf.h"
#include "core/report/report.h"

/* The title (a phrase), when and by what it was made, what it leaves out, the summary. */
void markdown_begin(struct report *report, int title);

/*
 * A part of a text, through its door, in bold: by stars, or where those would not work between what stands before and
 * after it, by an element.
 */
void markdown_strong(struct buf *out, struct str text, size_t start, size_t end);

#endif
