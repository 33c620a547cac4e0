/*
 * Mails as mail programs save them (.eml, RFC 5322 and MIME) and pages as browsers save them with all that belongs to
 * them (.mhtml, RFC 2557), taken apart by GMime in the sandbox. The body is what is read: of several forms of it the HTML,
 * or else the plain text. It is then a document as if it had come by itself, with its own reader.
 */
#ifndef CORE_INTAKE_MAIL_H
#define CORE_INTAKE_MAIL_H

#include "core/base/err.h"
#include "core/base/limits.h"
#include "core/base/mem.h"

struct mail {
    struct str body;    /* decoded from base64 or quoted-printable, in its own character encoding */
    struct str charset; /* as it names it */
    struct str subject, from, date, url;
    bool html;
    bool page;       /* a saved web page, with its address */
    size_t attached; /* how many attachments there are, which are not read */
};

/* ERR_INPUT as what follows the document's name and a colon. */
bool mail_read(struct str bytes, const struct limits *limits, struct arena *arena, struct mail *ret, struct err *err);

/* ---- the child's work by itself, for the fuzzer ---- */

/* What is to be loaded before the sandbox closes. */
enum { MAIL_TABLES = 12 };
struct mail_tables {
    void *table[MAIL_TABLES];
};
void mail_open(struct mail_tables *ret);
void mail_close(struct mail_tables *tables);

/* False where it has no body, or more than may be. */
bool mail_parse(struct str bytes, const struct limits *limits, struct arena *arena, struct mail *ret,
                struct str *ret_failure);

#endif
