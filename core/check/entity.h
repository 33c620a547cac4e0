/*
 * Entities: the countries, areas and groups of countries that statistics are about, and the names by which texts and
 * tables call them.
 *
 * The table (entity_table.c) is data: a line an entity, with its codes (ISO 3166-1 alpha-3, alpha-2 and numeric; for what
 * ISO 3166 does not name, the code of the World Bank or one of ours), its names in English and what its people and things
 * are called ("German", "Germans"). Names are compared without regard to capitals, accents, apostrophes, full stops,
 * "the", "&" for "and" and "St." for "Saint". Abbreviations and codes count only in capitals: "US" is a country, "us" is not.
 *
 * A name that several entities have ("Georgia", "Congo", "Korea", "Congolese") is ambiguous: all of them come back, and
 * whoever asks must ask back. Nothing is guessed.
 */
#ifndef CORE_CHECK_ENTITY_H
#define CORE_CHECK_ENTITY_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/str.h"

enum entity_kind {
    ENTITY_COUNTRY,     /* with a code of its own in ISO 3166-1, and Kosovo */
    ENTITY_FORMER,      /* was one: the Soviet Union, Czechoslovakia */
    ENTITY_SUBDIVISION, /* part of one: England, the state of Georgia */
    ENTITY_GROUP,       /* several: World, European Union, euro area, NATO, Africa */
    ENTITY_KIND_END,
};

struct entity {
    const char *code;    /* what points carry: alpha-3 where ISO 3166-1 has one: "DEU", "WLD", "US-GA" */
    const char *alpha2;  /* "DE"; NULL where it has none */
    const char *numeric; /* "276"; NULL where it has none */
    enum entity_kind kind;
    const char *name;       /* what we call it: "Germany" */
    const char *names;      /* further names and abbreviations, parted by "|"; NULL for none */
    const char *adjectives; /* "German|Germans"; NULL for none */
    const char *in_tables;  /* names that only tables use: "Korea, Rep."; a text is not searched for them */
};

/* The data. An entity without a code ends it. A name that begins with a small letter is found with one in a text, too. */
extern const struct entity entity_table[];

/* What holds an entity's name and is none ("Gulf of Mexico", "Bank of England"). Ends with NULL. */
extern const char *const entity_strangers[];

struct entities; /* the table, ready to be looked up in; unchanging, so that threads may share it */

struct entities *entities_new(void);
void entities_free(struct entities *entities); /* NULL does nothing */

enum { ENTITY_CANDIDATES_MOST = 8 };

/* What a name stands for: nothing (count 0), one entity, or several of which the text does not say which. */
struct entity_match {
    const struct entity *entity[ENTITY_CANDIDATES_MOST];
    size_t count;
    bool adjective; /* "German", not "Germany" */
};

/* All of `name` is one name, code or adjective: "the U.S.", "DEU", "Korea, Rep.", "German". */
struct entity_match entity_find(const struct entities *entities, struct str name);

/* The entity with that code (alpha-3, alpha-2, numeric, or a group's), in capitals; NULL where there is none. */
const struct entity *entity_of_code(const struct entities *entities, struct str code);

/* Whose currency that ISO 4217 code is: "GBP" gives GBR, "EUR" the euro area (EMU). NULL where it is nobody's alone. */
const struct entity *entity_of_currency(const struct entities *entities, struct str currency);

/* A place in a text where an entity is named. */
struct entity_mention {
    size_t start, end; /* in bytes, half open */
    struct entity_match match;
};

/*
 * The first mention that begins at or after `from`, the longest there ("South Korea", not "Korea"; "New Mexico" is no
 * Mexico), on word boundaries; a possessive 's is no part of it. False where there is none.
 */
bool entity_next(const struct entities *entities, struct str text, size_t from, struct entity_mention *ret);

#endif
