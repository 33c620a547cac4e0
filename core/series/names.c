/* Whom the names in a table mean. */
#include "core/series/names.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/buf.h"
#include "core/base/limits.h"

enum { CHAINS = 4096, NAMES_OF_A_LIST = 10 };

static size_t hash_of(struct str name, struct str code)
{
    uint64_t hash = str_hash(code, str_hash(name, 0));
    return (size_t)(hash ^ hash >> 32) % CHAINS;
}

static bool is_it(const struct table_name *known, struct str name, struct str code)
{
    return str_eq(known->name, name) && str_eq(known->code, code);
}

bool table_names_place(struct table_names *names, struct str name, struct str code, int64_t line, size_t *ret,
                       struct err *err)
{
    if (names->latest < names->count && is_it(&names->name[names->latest], name, code)) {
        *ret = names->latest;
        return true;
    }
    if (name.len + code.len > LIMIT_TABLE_NAME_BYTES)
        return err_set(err, ERR_INPUT, "line %lld: a name of more than %d bytes; is this the column of countries?",
                       (long long)line, LIMIT_TABLE_NAME_BYTES);
    names->chain = mem_grow(names->chain, &names->chains, CHAINS, sizeof(*names->chain));
    if (names->count == 0)
        memset(names->chain, 0, CHAINS * sizeof(*names->chain));
    size_t *head = &names->chain[hash_of(name, code)], at = *head;
    while (at > 0 && !is_it(&names->name[at - 1], name, code))
        at = names->name[at - 1].next;
    if (at == 0) {
        if (names->count == LIMIT_TABLE_ENTITIES)
            return err_set(err, ERR_INPUT,
                           "line %lld: more than %zu names of countries or the like; is this the column?",
                           (long long)line, LIMIT_TABLE_ENTITIES);
        names->name = mem_grow(names->name, &names->cap, names->count + 1, sizeof(*names->name));
        names->name[names->count] = (struct table_name){.name = arena_str(&names->arena, name),
                                                        .code = arena_str(&names->arena, code),
                                                        .line = line,
                                                        .next = *head};
        *head = at = ++names->count;
    }
    *ret = names->latest = at - 1;
    return true;
}

void table_names_release(struct table_names *names)
{
    free(names->name);
    free(names->chain);
    arena_release(&names->arena);
    *names = (struct table_names){0};
}

/* ---- settling ---- */

struct settling {
    struct table_names *names;
    const struct entities *entities;
    struct entity_match *match; /* of each name: who is left */
    size_t countries, parts;    /* how many are surely so */
    bool *taken;                /* by place in the table of entities: some name surely means it */
};

static bool is_among(const struct entity *entity, const struct entity_match *match)
{
    for (size_t i = 0; i < match->count; i++)
        if (match->entity[i] == entity)
            return true;
    return false;
}

/* What name and code say together. A group's code alone is not enough: groups of one code differ in who is in them. */
static void settle_alone(struct settling *settling, size_t i)
{
    struct table_name *name = &settling->names->name[i];
    struct entity_match *match = &settling->match[i];
    const struct entity *coded = name->code.ptr ? entity_of_code(settling->entities, name->code) : NULL;
    *match = entity_find(settling->entities, name->name);
    if (match->adjective)
        match->count = 0;
    name->standing = NAME_UNKNOWN;
    if (coded && match->count > 0 && !is_among(coded, match))
        name->standing = NAME_DISPUTED;
    else if (coded && (match->count > 0 || coded->kind != ENTITY_GROUP))
        name->entity = coded;
    else if (match->count == 1)
        name->entity = match->entity[0];
    if (name->entity || name->standing == NAME_DISPUTED)
        match->count = 0; /* nobody is left to choose from */
    if (name->entity)
        name->standing = NAME_SURE;
    settling->countries += name->entity && name->entity->kind == ENTITY_COUNTRY;
    settling->parts += name->entity && name->entity->kind == ENTITY_SUBDIVISION;
}

/* Strikes out who can't be meant in this table. */
static void settle_among_others(struct settling *settling, size_t i)
{
    struct entity_match *match = &settling->match[i], left = {0};
    bool of_countries = settling->countries >= NAMES_OF_A_LIST && settling->parts == 0;
    bool of_parts = settling->parts >= NAMES_OF_A_LIST && settling->countries == 0;
    for (size_t j = 0; j < match->count; j++) {
        const struct entity *entity = match->entity[j];
        bool part = entity->kind == ENTITY_SUBDIVISION;
        if (!(part ? of_countries : of_parts) && !settling->taken[entity - entity_table])
            left.entity[left.count++] = entity;
    }
    if (left.count == 1) {
        settling->names->name[i].entity = left.entity[0];
        settling->names->name[i].standing = NAME_DEDUCED;
        match->count = 0;
    }
}

static bool ask_back(const struct table_name *name, const struct entity_match *match, size_t others, struct err *err)
{
    struct buf who = {0};
    for (size_t i = 0; i < match->count; i++)
        buf_printf(&who, "%s%s (%s)",
                   i == 0                 ? ""
                   : i + 1 < match->count ? ", "
                                          : " or ",
                   match->entity[i]->name, match->entity[i]->code);
    err_set(err, ERR_USAGE, "line %lld: '%.*s' may be %s%s; say which: --is '%.*s=%s'", (long long)name->line,
            STR_ARG(name->name), who.ptr, others > 0 ? ", and there are others like it" : "", STR_ARG(name->name),
            match->entity[0]->code);
    buf_release(&who);
    return false;
}

/* "NAME=CODE; …": each must be in the table, and mean somebody. */
static bool settle_by_user(struct settling *settling, struct str is, struct err *err)
{
    while (is.len > 0) {
        struct str code = str_split(&is, ';');
        struct str name = str_trim(str_split(&code, '='));
        bool found = false;
        struct entity_match match = entity_find(settling->entities, code = str_trim(code));
        if (match.count != 1)
            return err_set(err, ERR_USAGE, "--is '%.*s=%.*s': '%.*s' names nobody alone; give a code of three letters",
                           STR_ARG(name), STR_ARG(code), STR_ARG(code));
        for (size_t i = 0; i < settling->names->count; i++) {
            if (!str_eq(str_trim(settling->names->name[i].name), name))
                continue;
            settling->names->name[i].entity = match.entity[0];
            settling->names->name[i].standing = NAME_GIVEN;
            settling->match[i].count = 0;
            found = true;
        }
        if (!found)
            return err_set(err, ERR_USAGE, "--is '%.*s=%.*s': the table names no '%.*s'", STR_ARG(name), STR_ARG(code),
                           STR_ARG(name));
    }
    return true;
}

static void note_taken(struct settling *settling)
{
    size_t entities = 0;
    while (entity_table[entities].code)
        entities++;
    settling->taken = mem_alloc(entities * sizeof(*settling->taken));
    for (size_t i = 0; i < settling->names->count; i++)
        if (settling->names->name[i].entity)
            settling->taken[settling->names->name[i].entity - entity_table] = true;
}

static bool check_all(const struct settling *settling, struct err *err)
{
    size_t first = settling->names->count, others = 0;
    for (size_t i = 0; i < settling->names->count; i++) {
        if (settling->match[i].count < 2)
            continue;
        others += first < settling->names->count;
        if (first == settling->names->count)
            first = i;
    }
    return first == settling->names->count ||
           ask_back(&settling->names->name[first], &settling->match[first], others, err);
}

bool table_names_settle(struct table_names *names, const struct entities *entities, struct str is, struct err *err)
{
    struct settling settling = {.names = names, .entities = entities};
    settling.match = mem_alloc(names->count * sizeof(*settling.match));
    for (size_t i = 0; i < names->count; i++)
        settle_alone(&settling, i);
    bool done = settle_by_user(&settling, is, err);
    note_taken(&settling);
    for (size_t i = 0; i < names->count; i++)
        if (settling.match[i].count > 1)
            settle_among_others(&settling, i);
    done = done && check_all(&settling, err);
    for (size_t i = 0; done && i < names->count; i++) {
        struct table_name *name = &names->name[i];
        name->key = name->entity ? str_from(name->entity->code)
                                 : arena_printf(&names->arena, "=%.*s", STR_ARG(str_trim(name->name)));
    }
    free(settling.match);
    free(settling.taken);
    return done;
}
