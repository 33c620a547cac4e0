/* A statement that somebody made, as a document: with who said it, when and where, which `log` types and `import` reads. */
#ifndef CMD_STATEMENT_H
#define CMD_STATEMENT_H

#include "cmd/cmd.h"
#include "core/extract/extract.h"
#include "core/intake/intake.h"

struct statement {
    struct str text;
    struct str speaker, title, publisher, date, url; /* null where nobody said */
};

/*
 * The document, its media, title, author and so on set; *ret_text is the statement in it, without the line below it that says
 * by whom it is. The very same statement is the very same document.
 */
bool statement_receive(struct arena *arena, const struct statement *statement, struct received *ret,
                       struct str *ret_text, struct err *err);

/* Its figures, but for those of a background kind; the speaker is theirs. There may be none. */
void statement_figures(const struct extractor *extractor, const struct statement *statement, struct str text,
                       struct arena *arena, struct claim **ret, size_t *ret_count);

#endif
