/* Lays out and writes a table for the terminal. */
#include "cmd/tty/table.h"

#include <assert.h>
#include <stdlib.h>

#include "cmd/tty/width.h"
#include "core/report/escape.h"

enum { GAP = 2 };

static struct table_cell *row_at(struct table *table, size_t row)
{
    return table->rows + row * table->column_count;
}

static size_t natural_width(struct table *table, size_t column)
{
    size_t title = width_of(str_from(table->columns[column].title)), most = table->columns[column].most, width = 0;
    for (size_t row = 0; row < table->row_count; row++) {
        size_t cell = width_of(row_at(table, row)[column].text);
        width = cell > width ? cell : width;
    }
    if (width == 0 && table->columns[column].drop > 0)
        return 0; /* nothing in it: it takes no room */
    width = title > width ? title : width;
    return most > 0 && width > most ? most : width;
}

static size_t total_width(const struct table *table)
{
    size_t total = 0;
    for (size_t i = 0; i < table->column_count; i++)
        if (table->widths[i] > 0)
            total += table->widths[i] + (total > 0 ? GAP : 0);
    return total;
}

/* How narrow a column may become: as narrow as is good, or, where it must be, as narrow as it ever may. */
static size_t floor_of(const struct table *table, size_t column, bool must)
{
    const struct table_column *c = &table->columns[column];
    size_t width = table->widths[column], least = !must && c->good > c->least ? c->good : c->least;
    return least > 0 && least < width ? least : width;
}

/* The widest of the columns that may still give way; column_count where none may. */
static size_t widest_yielding(const struct table *table, bool must)
{
    size_t best = table->column_count;
    for (size_t i = 0; i < table->column_count; i++)
        if (table->widths[i] > floor_of(table, i, must) &&
            (best == table->column_count || table->widths[i] > table->widths[best]))
            best = i;
    return best;
}

static void yield_until(struct table *table, size_t room, bool must)
{
    while (total_width(table) > room) {
        size_t yielding = widest_yielding(table, must);
        if (yielding == table->column_count)
            break;
        table->widths[yielding]--;
    }
}

static size_t first_to_drop(const struct table *table)
{
    size_t best = table->column_count;
    for (size_t i = 0; i < table->column_count; i++) {
        int drop = table->widths[i] > 0 ? table->columns[i].drop : 0;
        if (drop > 0 && (best == table->column_count || drop > table->columns[best].drop))
            best = i;
    }
    return best;
}

/* Would all columns that are left fit, each as narrow as is good? */
static bool fits(const struct table *table, size_t room)
{
    size_t total = 0;
    for (size_t i = 0; i < table->column_count; i++)
        if (table->widths[i] > 0)
            total += floor_of(table, i, false) + (total > 0 ? GAP : 0);
    return total <= room;
}

static void settle(struct table *table)
{
    size_t room = (size_t)table->terminal->width;
    for (size_t i = 0; i < table->column_count; i++)
        table->widths[i] = natural_width(table, i);
    while (!fits(table, room)) {
        size_t gone = first_to_drop(table);
        if (gone == table->column_count)
            break;
        table->widths[gone] = 0;
    }
    yield_until(table, room, false);
    yield_until(table, room, true);
    table->settled = true;
}

static void write_cell(struct table *table, struct buf *line, size_t column, struct table_cell cell, bool last)
{
    struct buf fitted = {0};
    size_t width = table->widths[column], whole = width_of(cell.text);
    if (table->columns[column].least == 0 && whole > width) /* a later number is longer than the first ones */
        width = whole;
    int padding = (int)(width - width_fit(&fitted, cell.text, width));
    if (table->columns[column].right)
        buf_printf(line, "%*s", padding, "");
    buf_printf(line, "%s%s%s", colour_on(table->terminal, cell.colour), fitted.ptr ? fitted.ptr : "",
               colour_off(table->terminal, cell.colour));
    if (!table->columns[column].right && !last)
        buf_printf(line, "%*s", padding, "");
    buf_release(&fitted);
}

static void write_row(struct table *table, const struct table_cell *cells)
{
    struct buf line = {0};
    size_t last = 0;
    bool first = true;
    for (size_t i = 0; i < table->column_count; i++)
        last = table->widths[i] > 0 ? i : last;
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->widths[i] == 0)
            continue;
        if (!first)
            buf_printf(&line, "%*s", GAP, "");
        write_cell(table, &line, i, cells[i], i == last);
        first = false;
    }
    while (line.len > 0 && line.ptr[line.len - 1] == ' ')
        line.len--;
    buf_char(&line, '\n');
    fwrite(line.ptr, 1, line.len, table->out);
    buf_release(&line);
}

static void write_titles(struct table *table)
{
    struct table_cell titles[TABLE_COLUMNS_MOST];
    for (size_t i = 0; i < table->column_count; i++)
        titles[i] = (struct table_cell){str_from(table->columns[i].title), COLOUR_HEADING};
    write_row(table, titles);
    table->titled = true;
}

void table_row(struct table *table, const struct table_cell *cells)
{
    assert(table->column_count <= TABLE_COLUMNS_MOST);
    size_t need = (table->row_count + 1) * table->column_count;
    table->rows = mem_grow(table->rows, &table->row_cap, need, sizeof(*table->rows));
    struct table_cell *row = row_at(table, table->row_count);
    for (size_t i = 0; i < table->column_count; i++) {
        struct buf shown = {0};
        escape_terminal(&shown, cells[i].text);
        row[i] = (struct table_cell){arena_str(&table->arena, buf_view(&shown)), cells[i].colour};
        buf_release(&shown);
    }
    table->row_count++;
    if (table->settled || table->row_count == TABLE_MEASURED)
        table_flush(table);
}

void table_settle_again(struct table *table)
{
    table_flush(table);
    table->settled = false;
}

void table_flush(struct table *table)
{
    if (table->row_count == 0)
        return;
    if (!table->settled)
        settle(table);
    if (!table->titled)
        write_titles(table);
    for (size_t row = 0; row < table->row_count; row++)
        write_row(table, row_at(table, row));
    table->row_count = 0;
    arena_reset(&table->arena);
}

void table_release(struct table *table)
{
    free(table->rows);
    arena_release(&table->arena);
    table->rows = NULL;
}
