/*
 * The names by which a table calls whom its figures are of, and the entities that they mean.
 *
 * A code beside a name decides, unless the two contradict each other. A name that several entities have is settled by
 * the table itself where only one is left: in a table of countries "Georgia" is no state of the US, in one of states no country, and where "Democratic
 * Republic of Congo" has a line of its own, "Congo" is the other. Otherwise its user is asked.
 */
#ifndef CORE_SERIES_NAMES_H
#define CORE_SERIES_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"
#include "core/base/mem.h"
#include "core/check/entity.h"

enum name_standing {
    NAME_SURE,
    NAME_GIVEN,    /* by the user */
    NAME_DEDUCED,  /* one was left */
    NAME_UNKNOWN,  /* to the table of entities: its figures are kept under the name itself */
    NAME_DISPUTED, /* name and code say different things; the same */
};

struct table_name {
    struct str name, code;       /* as written; code null where the table has none */
    int64_t line;                /* on which it stood first */
    const struct entity *entity; /* NULL where it is unknown or disputed */
    struct str key;              /* what its points are found by */
    enum name_standing standing;
    size_t next; /* in its chain, plus one; 0 ends it */
};

struct table_names {
    struct table_name *name;
    size_t count, cap;
    size_t *chain; /* by hash: plus one; 0 for none */
    size_t chains;
    size_t latest; /* the one that was asked for last: rows of one entity follow each other */
    struct arena arena;
};

/* The place of a name, which is added where it is new. ERR_INPUT beyond LIMIT_TABLE_ENTITIES. */
bool table_names_place(struct table_names *names, struct str name, struct str code, int64_t line, size_t *ret,
                       struct err *err);

/*
 * Settles whom each name means. `is` is what the user says, "Congo=COG; Georgia=GEO". ERR_USAGE asks back where several may
 * be meant, and where `is` names nobody.
 */
bool table_names_settle(struct table_names *names, const struct entities *entities, struct str is, struct err *err);

void table_names_release(struct table_names *names);

#endif
