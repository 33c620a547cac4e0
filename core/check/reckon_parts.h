/* What the files that reckon share: reckon.c (levels), reckon_money.c (currencies, prices), reckon_change.c. */
#ifndef CORE_CHECK_RECKON_PARTS_H
#define CORE_CHECK_RECKON_PARTS_H

#include "core/check/convert.h"
#include "core/check/reckon.h"

/* How far the search for a reference came: the further, the more its failure says. */
enum reach { REACH_NOTHING, REACH_MEASURE, REACH_UNIT, REACH_ENTITY, REACH_PERIOD };

struct work {
    const struct reckoner *reckoner;
    const struct question *question;
    struct arena *arena;
    struct references *ret;
    enum reach reach;
    struct err *err;
    bool failed; /* the tables can't be read; err says why */
};

/* Whether a message is wanted: no other came as far. */
static inline bool work_listens(const struct work *work, enum reach reach)
{
    return !work->question->quiet && (reach > work->reach || !work->ret->why.ptr);
}

/* Keeps the message where it is wanted; it is not even put together where it is not. */
#define WORK_MISSED(work, how_far, ...)                                                                                \
    do {                                                                                                               \
        if (work_listens(work, how_far)) {                                                                             \
            (work)->reach = (how_far);                                                                                 \
            (work)->ret->why = arena_printf((work)->arena, __VA_ARGS__);                                               \
        }                                                                                                              \
    } while (0)

/* Which day or days a cell is wanted of. */
struct when {
    struct str first, last; /* null: the latest */
};
bool work_cell(struct work *work, size_t which, const struct entity *entity, struct when when, struct observation *ret);

/* A new reference that rests on the cell; NULL where there are too many. Its value is the cell's until it is set. */
struct reference *work_add(struct work *work, const struct observation *cell);
void reference_rests_on(struct reference *reference, const struct observation *cell);
/* A step of its trace, where that is wanted; an observation that goes into the step that was added last. */
#define REFERENCE_STEP(reference, ...)                                                                                 \
    do {                                                                                                               \
        if ((reference)->trace.arena)                                                                                  \
            trace_step(&(reference)->trace, arena_printf((reference)->trace.arena, __VA_ARGS__));                      \
    } while (0)
void reference_input(struct reference *reference, const struct observation *cell);

/* Whether the series is of the measure, in the form that the frame is of: part of what, per what, growth or not. */
bool series_is_of(const struct work *work, size_t which, const struct measure *measure, const struct measure *of,
                  bool per_person);
/* At the prices that are asked for. A level is nominal where nothing is said. */
bool series_basis_fits(const struct work *work, const struct series *series);
/* A series's value in the claim's unit, where that needs no table: percent, people, kilometres. */
bool unit_value(struct work *work, struct rational value, struct str from, struct rational *ret);
bool is_money(struct str unit);

/* reckon_money.c: levels of money in a currency other than the series's; the price of a currency. */
void reckon_converted(struct work *work);
void reckon_exchange(struct work *work);
/* What a nominal amount of the first year costs at the prices of the second, as a factor; steps go to the reference. */
bool reckon_prices(struct work *work, struct reference *reference, const struct entity *entity, int from, int to,
                   struct rational *ret);

/* reckon_change.c */
void reckon_changes(struct work *work);

#endif
