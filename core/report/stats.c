/* Counts claims into groups by name. */
#include "core/report/stats.h"

#include <stdlib.h>
#include <string.h>

#define COUNT_FIELD(name, member)                                                                                      \
    {                                                                                                                  \
        name, FIELD_INTEGER, offsetof(struct stats_group, member), NULL                                                \
    }

static const struct field fields[] = {
    {"name", FIELD_TEXT, offsetof(struct stats_group, name), NULL},
    COUNT_FIELD("claims", claims),
    COUNT_FIELD("open", open),
    COUNT_FIELD("accurate", by_rating[RATING_ACCURATE]),
    COUNT_FIELD("mostly-accurate", by_rating[RATING_MOSTLY_ACCURATE]),
    COUNT_FIELD("partly", by_rating[RATING_PARTLY]),
    COUNT_FIELD("misleading", by_rating[RATING_MISLEADING]),
    COUNT_FIELD("inaccurate", by_rating[RATING_INACCURATE]),
    COUNT_FIELD("outdated", by_rating[RATING_OUTDATED]),
    COUNT_FIELD("unsupported", by_rating[RATING_UNSUPPORTED]),
    COUNT_FIELD("not-checkable", by_rating[RATING_NOT_CHECKABLE]),
};
const struct fields stats_fields = {fields, sizeof(fields) / sizeof(fields[0])};

/* FNV-1a (Fowler, Noll, Vo): names come from articles, but no more of them than those hold. */
static size_t hash_of(struct str name)
{
    uint64_t hash = 14695981039346656037U;
    for (size_t i = 0; i < name.len; i++)
        hash = (hash ^ (unsigned char)name.ptr[i]) * 1099511628211U;
    return (size_t)hash;
}

/* The slot that the name has, or would have. */
static size_t slot_of(const struct stats *stats, struct str name)
{
    size_t at = hash_of(name) % stats->slots;
    while (stats->slot[at] > 0 && !str_eq(stats->group[stats->slot[at] - 1].name, name))
        at = (at + 1) % stats->slots;
    return at;
}

static void make_slots(struct stats *stats, size_t slots)
{
    free(stats->slot);
    stats->slots = slots;
    stats->slot = mem_alloc(slots * sizeof(*stats->slot));
    for (size_t i = 0; i < stats->count; i++)
        stats->slot[slot_of(stats, stats->group[i].name)] = i + 1;
}

static struct stats_group *group_of(struct stats *stats, struct str name)
{
    if (stats->slots < 2 * stats->count + 2)
        make_slots(stats, 4 * stats->count + 64);
    size_t at = slot_of(stats, name);
    if (stats->slot[at] == 0) {
        stats->group = mem_grow(stats->group, &stats->cap, stats->count + 1, sizeof(*stats->group));
        stats->group[stats->count] = (struct stats_group){.name = arena_str(&stats->names, name)};
        stats->slot[at] = ++stats->count;
    }
    return &stats->group[stats->slot[at] - 1];
}

void stats_add(struct stats *stats, struct str name, int rating)
{
    struct stats_group *group = group_of(stats, name);
    group->claims++;
    if (rating < 0)
        group->open++;
    else
        group->by_rating[rating]++;
}

static int by_name(const void *a, const void *b)
{
    return str_cmp(((const struct stats_group *)a)->name, ((const struct stats_group *)b)->name);
}

static int by_claims(const void *a, const void *b)
{
    int64_t one = ((const struct stats_group *)a)->claims, other = ((const struct stats_group *)b)->claims;
    return one != other ? (one < other) - (one > other) : by_name(a, b);
}

/* The groups change places, so that the slots are made anew by whoever adds again. */
static void forget_slots(struct stats *stats)
{
    free(stats->slot);
    stats->slot = NULL;
    stats->slots = 0;
}

void stats_sort(struct stats *stats, bool name_first)
{
    if (stats->count > 0)
        qsort(stats->group, stats->count, sizeof(*stats->group), name_first ? by_name : by_claims);
    forget_slots(stats);
}

void stats_fold(struct stats *stats, size_t most, struct str others)
{
    struct stats_group rest = {.name = arena_str(&stats->names, others)};
    if (most == 0 || stats->count <= most)
        return;
    for (size_t i = most; i < stats->count; i++) {
        rest.claims += stats->group[i].claims;
        rest.open += stats->group[i].open;
        for (int rating = 0; rating < RATING_END; rating++)
            rest.by_rating[rating] += stats->group[i].by_rating[rating];
    }
    stats->group[most] = rest;
    stats->count = most + 1;
    forget_slots(stats);
}

enum stats_outcome stats_outcome(int rating)
{
    static const enum stats_outcome outcomes[RATING_END] = {
        [RATING_ACCURATE] = OUTCOME_HELD,      [RATING_MOSTLY_ACCURATE] = OUTCOME_HELD,
        [RATING_PARTLY] = OUTCOME_PARTLY,      [RATING_MISLEADING] = OUTCOME_FAILED,
        [RATING_INACCURATE] = OUTCOME_FAILED,  [RATING_OUTDATED] = OUTCOME_FAILED,
        [RATING_UNSUPPORTED] = OUTCOME_FAILED, [RATING_NOT_CHECKABLE] = OUTCOME_NEITHER,
    };
    return rating < 0 ? OUTCOME_OPEN : outcomes[rating];
}

int64_t stats_of_outcome(const struct stats_group *group, enum stats_outcome outcome)
{
    int64_t count = outcome == OUTCOME_OPEN ? group->open : 0;
    for (int rating = 0; rating < RATING_END; rating++)
        count += stats_outcome(rating) == outcome ? group->by_rating[rating] : 0;
    return count;
}

void stats_release(struct stats *stats)
{
    free(stats->group);
    free(stats->slot);
    arena_release(&stats->names);
    *stats = (struct stats){0};
}
