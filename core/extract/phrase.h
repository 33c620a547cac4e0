/* Noun phrases, by the parts of speech (core/text/tag.h). */
#ifndef CORE_EXTRACT_PHRASE_H
#define CORE_EXTRACT_PHRASE_H

#include "core/extract/reading.h"

struct phrase {
    size_t first, end; /* tokens; empty where first == end */
};

/* Its words as they stand in the text; null where it is empty. */
struct str phrase_text(const struct tokens *tokens, struct phrase phrase);

/* The noun phrase that begins at token i, without what may hang on it; with its determiner where that is kept. */
struct phrase noun_phrase(const struct tokens *tokens, size_t i, bool keep_determiner);

/* The same with the prepositional phrases that belong to it: "tax [on imported vehicles]". */
struct phrase with_complements(const struct reading *reading, struct phrase phrase);

/* The noun phrase that ends right before token `end`, without its determiner; empty where none does. */
struct phrase noun_phrase_before(const struct reading *reading, size_t end);

/* Nouns that tell when and not what: "year", "quarter", "Monday". */
bool is_time_noun(const struct tokens *tokens, size_t i);

#endif
