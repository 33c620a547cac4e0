/*
 * Markdown (CommonMark, by libcmark) to text: what a reader sees, without the markup.
 *
 * Paragraphs, headings, list items and the rows of tables stand apart by a blank line each. Code blocks, HTML and
 * comments, and where links and images point to are left out; the words of a link, the description of an image and
 * inline code stay.
 */
#ifndef CORE_INTAKE_MARKDOWN_H
#define CORE_INTAKE_MARKDOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/err.h"
#include "core/base/limits.h"
#include "core/base/mem.h"
#include "core/base/str.h"
#include "core/record/document.h"

/*
 * The length of the YAML front matter that `source` begins with, its "---" lines included; 0 where there is none. What
 * it says plainly in one line (title, author, date, url) goes into *document; the rest of it is not read.
 */
size_t markdown_front_matter(struct str source, struct document *document);

/*
 * The text of valid UTF-8 without NUL. ERR_INPUT where it is larger than Markdown may be, or so nested that parsing
 * it would take longer than it may. markdown_work is an estimate of the parser's steps where they grow faster than the text does (containers × lines, image brackets × closing ones).
 */
bool markdown_text(struct str source, const struct limits *limits, struct arena *arena, struct str *ret_text,
                   struct err *err);

#endif
