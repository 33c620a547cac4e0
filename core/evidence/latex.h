/* LaTeX as it stands in bibliographies: to text, and text so that LaTeX prints it as it is. */
#ifndef CORE_EVIDENCE_LATEX_H
#define CORE_EVIDENCE_LATEX_H

#include "core/base/buf.h"

/* {\"u} and \"{u} are ü, `` is “, --- is —, ~ is a space, \& is &; braces and other commands' names are left out. */
void latex_text(struct buf *out, struct str latex);

/* The characters that LaTeX takes for its own are escaped; those outside ASCII stay (for any LaTeX since 2018). */
void latex_escape(struct buf *out, struct str text);

#endif
