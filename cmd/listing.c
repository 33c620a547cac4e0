/* Lists records in the format that was asked for. */
#include "cmd/listing.h"

#include <assert.h>
#include <stdio.h>

#include "cmd/jsonout.h"
#include "core/report/escape.h"

static const char *const format_names[] = {
    [FORMAT_AUTO] = NULL,       [FORMAT_TABLE] = "table", [FORMAT_PLAIN] = "plain", [FORMAT_JSON] = "json",
    [FORMAT_NDJSON] = "ndjson", [FORMAT_CSV] = "csv",     [FORMAT_TSV] = "tsv",     [FORMAT_MARKDOWN] = "markdown",
};

const struct names listing_formats = {"format", format_names, sizeof(format_names) / sizeof(format_names[0])};

typedef void escape_fn(struct buf *out, struct str text);

bool format_is_data(int format)
{
    return format == FORMAT_JSON || format == FORMAT_NDJSON || format == FORMAT_CSV || format == FORMAT_TSV;
}

/* Appends a cell through the door of the format; before it through the terminal's, where there is one. */
static void add_escaped(struct listing *listing, struct str text, escape_fn *escape)
{
    if (!listing->run->terminal.out) {
        escape(&listing->line, text);
        return;
    }
    struct buf shown = {0};
    escape_terminal(&shown, text);
    escape(&listing->line, buf_view(&shown));
    buf_release(&shown);
}

static void write_line(struct listing *listing)
{
    buf_char(&listing->line, '\n');
    fwrite(listing->line.ptr, 1, listing->line.len, stdout);
    buf_clear(&listing->line);
}

struct json_form *listing_form(const struct listing_shape *shape)
{
    struct json_form *form = json_form_new();
    for (size_t i = 0; i < shape->part_count; i++)
        json_form_has(form, shape->parts[i].fields, shape->parts[i].offset);
    return form;
}

static void write_json(struct listing *listing, const void *record)
{
    if (listing->format == FORMAT_JSON)
        buf_str(&listing->line, listing->count > 0 ? STR(",\n") : STR("[\n"));
    json_form_add(listing->form, &listing->line, record);
    if (listing->format == FORMAT_NDJSON)
        buf_char(&listing->line, '\n');
    fwrite(listing->line.ptr, 1, listing->line.len, stdout);
    buf_clear(&listing->line);
}

/* CSV's line ends are those of RFC 4180's readers at large: a line feed alone is read by all of them. */
static void write_separated(struct listing *listing, const void *record, char separator, escape_fn *escape)
{
    bool first = true;
    for (size_t i = 0; i < listing->shape->part_count; i++) {
        const struct listing_part *part = &listing->shape->parts[i];
        for (size_t j = 0; j < part->fields->count; j++, first = false) {
            const struct field *field = &part->fields->field[j];
            if (!first)
                buf_char(&listing->line, separator);
            if (record)
                add_escaped(listing, record_text(field, (const char *)record + part->offset, &listing->arena), escape);
            else
                add_escaped(listing, str_from(field->name), escape);
        }
    }
    write_line(listing);
}

static void write_plain(struct listing *listing, const struct table_cell *cells)
{
    for (size_t i = 0; i < listing->shape->column_count; i++) {
        if (i > 0)
            buf_char(&listing->line, '\t');
        escape_terminal(&listing->line, cells[i].text);
    }
    write_line(listing);
}

static void write_markdown_titles(struct listing *listing)
{
    for (size_t i = 0; i < listing->shape->column_count; i++)
        buf_printf(&listing->line, "| %s ", listing->shape->columns[i].title);
    buf_char(&listing->line, '|');
    write_line(listing);
    for (size_t i = 0; i < listing->shape->column_count; i++)
        buf_printf(&listing->line, "| %s ", listing->shape->columns[i].right ? "---:" : "---");
    buf_char(&listing->line, '|');
    write_line(listing);
}

static void write_markdown(struct listing *listing, const struct table_cell *cells)
{
    for (size_t i = 0; i < listing->shape->column_count; i++) {
        buf_printf(&listing->line, "| ");
        add_escaped(listing, cells[i].text, escape_markdown);
        buf_char(&listing->line, ' ');
    }
    buf_char(&listing->line, '|');
    write_line(listing);
}

void listing_begin(struct listing *listing, struct invocation *run, const struct listing_shape *shape, int format)
{
    if (format == FORMAT_AUTO)
        format = run->terminal.out ? FORMAT_TABLE : FORMAT_PLAIN;
    *listing = (struct listing){.run = run, .shape = shape, .format = (enum format)format};
    if (format == FORMAT_JSON || format == FORMAT_NDJSON)
        listing->form = listing_form(shape);
    listing->table = (struct table){
        .out = stdout, .terminal = &run->terminal, .columns = shape->columns, .column_count = shape->column_count};
}

/* A listing of nothing has its line of names as well, so that a reader of CSV finds the columns. */
static void write_titles(struct listing *listing)
{
    if (listing->format == FORMAT_CSV)
        write_separated(listing, NULL, ',', escape_csv);
    else if (listing->format == FORMAT_TSV)
        write_separated(listing, NULL, '\t', escape_tsv);
    else if (listing->format == FORMAT_MARKDOWN)
        write_markdown_titles(listing);
}

void listing_add(struct listing *listing, const void *record)
{
    struct table_cell cells[TABLE_COLUMNS_MOST] = {0};
    assert(listing->shape->column_count <= TABLE_COLUMNS_MOST);
    if (!format_is_data(listing->format))
        listing->shape->cells(record, &listing->arena, cells);
    if (listing->count == 0)
        write_titles(listing);
    switch (listing->format) {
    case FORMAT_JSON:
    case FORMAT_NDJSON:
        write_json(listing, record);
        break;
    case FORMAT_CSV:
        write_separated(listing, record, ',', escape_csv);
        break;
    case FORMAT_TSV:
        write_separated(listing, record, '\t', escape_tsv);
        break;
    case FORMAT_MARKDOWN:
        write_markdown(listing, cells);
        break;
    case FORMAT_TABLE:
        table_row(&listing->table, cells);
        break;
    default:
        write_plain(listing, cells);
    }
    listing->count++;
    arena_reset(&listing->arena);
}

void listing_flush(struct listing *listing)
{
    if (listing->format == FORMAT_TABLE)
        table_settle_again(&listing->table);
    fflush(stdout);
}

void listing_end(struct listing *listing)
{
    if (listing->format == FORMAT_JSON)
        fputs(listing->count > 0 ? "\n]\n" : "[]\n", stdout);
    if (listing->format == FORMAT_CSV || listing->format == FORMAT_TSV || listing->format == FORMAT_MARKDOWN)
        if (listing->count == 0)
            write_titles(listing);
    if (listing->format == FORMAT_TABLE)
        table_flush(&listing->table);
    table_release(&listing->table);
    json_form_free(listing->form);
    buf_release(&listing->line);
    arena_release(&listing->arena);
}
