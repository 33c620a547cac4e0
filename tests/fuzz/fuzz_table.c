/*
 * Fuzzes tables of statistics, and names of countries in a text. Whatever a table holds: what it hands out are decimals,
 * days in their order and names, exactly as many figures as the first reading counted; what it can't read it says in one line.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/base/decimal.h"
#include "core/base/utf8.h"
#include "core/series/cell.h"
#include "core/series/header.h"
#include "core/series/table.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static bool count_point(void *ctx, size_t series, const struct series_point *point, struct err *err)
{
    (void)err;
    int64_t *counts = ctx;
    struct decimal value;
    size_t bad;
    check(decimal_parse(point->value, &value));
    check(point->first.len == 10 && point->last.len == 10 && str_cmp(point->first, point->last) <= 0);
    check(point->key.len > 0 && (point->entity.ptr != NULL) == (point->key.ptr[0] != '='));
    check(utf8_valid(point->written, &bad) && utf8_valid(point->entity_name, &bad));
    check(point->row > 0);
    counts[series]++;
    return true;
}

static void check_one_line(const struct err *err)
{
    check(err->msg[0] && (err->code == ERR_INPUT || err->code == ERR_USAGE));
}

static void read_table(const char *path, const struct table_request *request, const struct entities *entities)
{
    struct table *table = NULL;
    struct err err = {0};
    if (!table_open(path, request, entities, &table, &err)) {
        check_one_line(&err);
        return;
    }
    int64_t *counts = calloc(table->series_count, sizeof(*counts));
    check(counts && table->series_count > 0);
    if (table_points(table, count_point, counts, &err))
        for (size_t i = 0; i < table->series_count; i++)
            check(counts[i] == table->series[i].figures && counts[i] > 0);
    else
        check_one_line(&err);
    free(counts);
    table_close(table);
}

static void read_table_bytes(const uint8_t *data, size_t size, const struct entities *entities)
{
    static const struct table_request requests[] = {
        {.frequency = FREQUENCY_END},
        {.frequency = FREQUENCY_YEAR, .mark = ',', .header_line = 1},
        {.frequency = FREQUENCY_END, .whose = {"Malta", 5}},
    };
    char path[64];
    int fd = memfd_create("table", 0);
    check(fd >= 0 && write(fd, data, size) == (ssize_t)size);
    snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
    for (size_t i = 0; i < sizeof(requests) / sizeof(requests[0]); i++)
        read_table(path, &requests[i], entities);
    close(fd);
}

static void check_mentions(struct str text, const struct entities *entities)
{
    struct entity_mention mention = {0};
    size_t before = 0;
    while (entity_next(entities, text, mention.end, &mention)) {
        check(mention.start >= before && mention.end > mention.start && mention.end <= text.len);
        check(mention.match.count > 0);
        before = mention.end;
    }
    entity_find(entities, text);
    entity_of_code(entities, text);
    entity_of_currency(entities, text);
}

static void check_parts(struct str text)
{
    struct arena arena = {0};
    struct header_reading reading;
    struct str value;
    struct decimal decimal;
    header_read(text, false, &arena, &reading);
    header_read(text, true, &arena, &reading);
    for (const char *mark = ".,"; *mark; mark++)
        if (cell_read(text, *mark, &arena, &value))
            check(decimal_parse(value, &decimal) && cell_look(text) != CELL_EMPTY && cell_look(text) != CELL_NO_NUMBER);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct entities *entities;
    size_t bad;
    struct str text = {(const char *)data, size};
    if (!entities)
        entities = entities_new();
    read_table_bytes(data, size, entities);
    if (size > 0 && utf8_valid(text, &bad)) {
        check_mentions(text, entities);
        check_parts(text);
    }
    return 0;
}
