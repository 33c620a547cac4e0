/*
 * Word processors' documents: Office Open XML (.docx, ECMA-376) and OpenDocument (.odt), unpacked by libzip and read by
 * expat, in the sandbox. Paragraphs, headings, items of lists and tables row by row, footnotes at the end; text that was
 * deleted with changes tracked, and comments, are left out.
 */
#ifndef CORE_INTAKE_OFFICE_H
#define CORE_INTAKE_OFFICE_H

#include "core/intake/reader.h"

/* For struct reader: loads libzip, and reads either kind. */
void office_open(void);
void office_parse(struct str bytes, const struct limits *limits, struct arena *arena, struct reading *ret);

/* Which kind a ZIP container is by the names in it; 0 for neither. */
enum office_kind { OFFICE_NONE, OFFICE_DOCX, OFFICE_ODT };
enum office_kind office_kind(struct str bytes);

/* ---- what office.c and office_xml.c share ---- */

/* The text of a document's main part, and of its footnotes where they are apart. */
void office_read_docx(struct str xml, struct writing *writing, struct str *ret_failure);
void office_read_odt(struct str xml, struct writing *writing, struct str *ret_failure);
/* Title, author, dates and language. */
void office_read_about(struct str xml, struct arena *arena, struct reading *reading);

#endif
