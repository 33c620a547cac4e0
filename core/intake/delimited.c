/* Tables in text, row by row, each cell with its place in the bytes. */
#include "core/intake/delimited.h"

#include <string.h>

bool delimited_is_one(struct str name, struct str type)
{
    static const struct str types[] = {{"text/csv", 8}, {"text/tab-separated-values", 25}, {"application/csv", 15}};
    static const struct str endings[] = {{".csv", 4}, {".tsv", 4}, {".tab", 4}};
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
        if (type.ptr && str_eq_nocase(type, types[i]))
            return true;
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
        if (name.len > endings[i].len &&
            str_eq_nocase(str_slice(name, name.len - endings[i].len, name.len), endings[i]))
            return true;
    return false;
}

struct table {
    struct str bytes;
    size_t at;
    char separator;
    struct writing writing;
};

/* What stands most often in the first record, outside quotation marks; a comma where nothing does. */
static char separator_of(struct str bytes)
{
    static const char candidates[] = {',', '\t', ';'};
    size_t counts[sizeof(candidates)] = {0}, best = 0;
    bool quoted = false;
    for (size_t i = 0; i < bytes.len && (quoted || bytes.ptr[i] != '\n'); i++) {
        quoted = quoted != (bytes.ptr[i] == '"');
        for (size_t j = 0; j < sizeof(candidates) && !quoted; j++)
            counts[j] += bytes.ptr[i] == candidates[j];
    }
    for (size_t j = 1; j < sizeof(candidates); j++)
        best = counts[j] > counts[best] ? j : best;
    return candidates[best];
}

static char peek(const struct table *table)
{
    return table->at < table->bytes.len ? table->bytes.ptr[table->at] : '\n';
}

/* A run of a cell's text; a line's end inside it is a space. */
static void add_run(struct table *table, size_t start, size_t end)
{
    struct str run = str_slice(table->bytes, start, end);
    while (run.len > 0) {
        size_t length = 0;
        while (length < run.len && run.ptr[length] != '\n' && run.ptr[length] != '\r' && run.ptr[length] != '\0')
            length++;
        if (length > 0)
            writing_add_from(&table->writing, str_slice(run, 0, length), (size_t)(run.ptr - table->bytes.ptr), length);
        if (length < run.len)
            writing_add(&table->writing, STR(" "));
        run = str_slice(run, length + (length < run.len), run.len);
    }
}

/* "a ""b""": two quotation marks are one. */
static void take_quoted(struct table *table)
{
    size_t start = ++table->at;
    while (table->at < table->bytes.len) {
        if (peek(table) != '"') {
            table->at++;
            continue;
        }
        bool twice = table->at + 1 < table->bytes.len && table->bytes.ptr[table->at + 1] == '"';
        add_run(table, start, table->at + twice);
        table->at += 1 + twice;
        start = table->at;
        if (!twice)
            return;
    }
    add_run(table, start, table->at); /* never closed: it is the rest */
}

static void take_cell(struct table *table)
{
    if (peek(table) == '"')
        take_quoted(table);
    size_t start = table->at;
    while (peek(table) != table->separator && peek(table) != '\n')
        table->at++;
    size_t end = table->at;
    if (end > start && table->bytes.ptr[end - 1] == '\r')
        end--;
    add_run(table, start, end);
}

static void take_row(struct table *table, uint32_t row)
{
    struct block *block = writing_block(&table->writing, BLOCK_ROW);
    uint32_t column = 1;
    block->table = 1;
    block->row = row;
    for (;; column++) {
        writing_cell(&table->writing, column, 1, row == 1);
        take_cell(table);
        if (peek(table) != table->separator || table->at >= table->bytes.len)
            break;
        table->at++;
    }
    table->at++;
    writing_end_block(&table->writing);
}

void delimited_parse(struct str bytes, const struct limits *limits, struct arena *arena, struct reading *ret)
{
    struct table table = {.bytes = bytes, .separator = separator_of(bytes)};
    writing_begin(&table.writing, arena, ret);
    table.writing.limits = limits;
    for (uint32_t row = 1; table.at < bytes.len; row++)
        take_row(&table, row);
    writing_end(&table.writing);
}
