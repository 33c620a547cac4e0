/* Text that is only text, in whatever character encoding: converted in a sandboxed child. */
#ifndef CORE_INTAKE_PLAIN_H
#define CORE_INTAKE_PLAIN_H

#include "core/intake/charset.h"

/* Fills text and segments of *ret, charset, and a note where bytes stood for no character. */
bool plain_read(struct str bytes, const struct charset *charset, const struct limits *limits, struct arena *arena,
                struct reading *ret, struct err *err);

/* What the note says of bytes that stand for no character; STR_NULL for none. */
struct str plain_note(size_t bad, const struct charset *charset, struct arena *arena);

#endif
