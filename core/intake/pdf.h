/*
 * PDF: text with its place on the page by poppler's pdftotext, run in the sandbox, and put together here: lines to
 * paragraphs, hyphens at line ends taken out, columns in their order, each block with its page. What stands at the top or
 * the bottom of most pages (running titles, page numbers) is left out.
 */
#ifndef CORE_INTAKE_PDF_H
#define CORE_INTAKE_PDF_H

#include "core/intake/reader.h"

bool pdf_read(struct str bytes, const struct limits *limits, struct arena *arena, struct reading *ret, struct err *err);

/* The second half by itself: what `pdftotext -bbox-layout` prints, to text. For tests and the fuzzer. */
void pdf_parse(struct str xhtml, const struct limits *limits, struct arena *arena, struct reading *ret);

#endif
