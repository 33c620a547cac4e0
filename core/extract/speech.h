/* Verbs of saying, for attribution.c: "said", "put the bill at", but not "asked for", "claimed 40 lives", "was told". */
#ifndef CORE_EXTRACT_SPEECH_H
#define CORE_EXTRACT_SPEECH_H

#include "core/extract/reading.h"

/* Whether token i is a verb by which somebody states something here. */
bool is_speech(const struct reading *reading, size_t i);

/* "…, saying demand had grown": the subject of the clause before says it. */
bool is_saying_too(const struct reading *reading, size_t i);

/* A mark that parts a sentence; no hyphen or full stop inside a word. */
bool is_break(const struct tokens *tokens, size_t i);

#endif
