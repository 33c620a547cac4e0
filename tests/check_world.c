/* Reads reference series for tests of checking into memory. */
#include "tests/check_world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/buf.h"
#include "core/check/entity.h"

enum { SERIES_MOST = 32, POINTS_MOST = 200000 };

struct world {
    struct arena arena;
    struct entities *entities;
    struct series series[SERIES_MOST];
    struct series_point *points; /* of all series, sorted by series, key, first day */
    size_t start[SERIES_MOST + 1];
    size_t count;
    struct tables tables;
};

static bool set_field(struct series *series, struct str name, struct str value)
{
    const struct field *field = fields_find(&series_fields, name);
    void *at = field ? (char *)series + field->offset : NULL;
    if (!field)
        return false;
    if (field->type == FIELD_NAME)
        return names_find(field->names, value, at);
    if (field->type == FIELD_TEXT)
        *(struct str *)at = value;
    else
        *(int64_t *)at = strtoll(value.ptr, NULL, 10);
    return true;
}

static bool begin_series(struct world *world, struct str line)
{
    struct series *series = &world->series[world->tables.count];
    if (world->tables.count == SERIES_MOST)
        return false;
    *series = (struct series){.number = (int64_t)world->tables.count + 1, .form = FORM_LEVEL};
    world->start[world->tables.count++] = world->count;
    while (line.len > 0) {
        struct str pair = str_trim(str_split(&line, ';')), name = str_trim(str_split(&pair, '='));
        if (!set_field(series, name, arena_str(&world->arena, str_trim(pair))))
            return false;
    }
    if (!series->table.ptr)
        series->table = arena_printf(&world->arena, "%.*s.csv", STR_ARG(series->name));
    return true;
}

static bool add_point(struct world *world, struct str line, int64_t row)
{
    struct arena *arena = &world->arena;
    struct series_point *point = &world->points[world->count];
    struct str code = str_split(&line, '|'), name = str_split(&line, '|'), year = str_split(&line, '|');
    if (world->count == POINTS_MOST || world->tables.count == 0)
        return false;
    if (str_eq(code, STR("?"))) {
        struct entity_match match = entity_find(world->entities, name);
        code = match.count == 1 ? str_from(match.entity[0]->code) : STR_NULL;
    }
    point->entity = point->key = code.ptr ? arena_str(arena, code) : arena_printf(arena, "=%.*s", STR_ARG(name));
    point->entity_name = arena_str(arena, name);
    point->period = arena_str(arena, year);
    point->first = arena_printf(arena, "%.*s-01-01", STR_ARG(year));
    point->last = arena_printf(arena, "%.*s-12-31", STR_ARG(year));
    point->value = point->written = arena_str(arena, str_trim(line));
    point->row = row;
    point->column = STR("Value");
    world->count++;
    return true;
}

static int by_key(const void *left, const void *right)
{
    const struct series_point *a = left, *b = right;
    int order = str_cmp(a->key, b->key);
    return order != 0 ? order : str_cmp(a->first, b->first);
}

static bool find_points(void *ctx, size_t which, struct str key, struct points *ret, struct err *err)
{
    struct world *world = ctx;
    size_t i = world->start[which], end = world->start[which + 1];
    (void)err;
    while (i < end && str_cmp(world->points[i].key, key) < 0)
        i++;
    *ret = (struct points){.at = &world->points[i]};
    while (i + ret->count < end && str_eq(world->points[i + ret->count].key, key))
        ret->count++;
    return true;
}

static bool read_lines(struct world *world, FILE *file, const char *path)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t len;
    int64_t row = 0;
    bool good = true;
    while (good && (len = getline(&line, &room, file)) > 0) {
        struct str text = str_trim((struct str){line, (size_t)len});
        row++;
        if (text.len == 0 || text.ptr[0] == '#')
            continue;
        good = text.ptr[0] == '=' ? begin_series(world, str_slice(text, 1, text.len)) : add_point(world, text, row);
        if (!good)
            fprintf(stderr, "%s:%lld: not understood\n", path, (long long)row);
    }
    free(line);
    return good;
}

struct world *world_read(const char *path)
{
    struct world *world = mem_alloc(sizeof(*world));
    FILE *file = fopen(path, "re");
    world->entities = entities_new();
    world->points = mem_alloc(POINTS_MOST * sizeof(*world->points));
    bool good = file && read_lines(world, file, path);
    if (file)
        fclose(file);
    else
        perror(path);
    if (!good) {
        world_free(world);
        return NULL;
    }
    world->start[world->tables.count] = world->count;
    for (size_t i = 0; i < world->tables.count; i++)
        qsort(world->points + world->start[i], world->start[i + 1] - world->start[i], sizeof(*world->points), by_key);
    world->tables.series = world->series;
    world->tables.points = find_points;
    world->tables.ctx = world;
    return world;
}

void world_free(struct world *world)
{
    if (!world)
        return;
    struct arena arena = world->arena;
    entities_free(world->entities);
    free(world->points);
    free(world);
    arena_release(&arena);
}

const struct tables *world_tables(const struct world *world)
{
    return &world->tables;
}
