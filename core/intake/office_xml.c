/* What is inside word processors' documents: paragraphs, headings, lists and tables, of both kinds. */
#include "core/intake/office.h"

#include "core/intake/page_date.h"
#include "core/intake/page_meta.h"
#include "core/intake/xml.h"

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define WORD_STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"

struct office {
    struct xml xml;
    struct writing *writing;
    bool docx;
    int paragraph; /* depth of the paragraph that is open; 0 for none */
    int silent;    /* depth of the element whose text is not read; 0 for none */
    bool in_text;  /* .docx: only <w:t> holds text */
    int list;      /* depth of lists */
    int tables;    /* depth of tables: one inside another is text of its cell */
    uint32_t table, row, column;
    bool row_open, cell_begins;
};

/* ---- both kinds ---- */

static void add(struct office *office, struct str text)
{
    if (office->paragraph > 0 && office->silent == 0)
        writing_add(office->writing, text);
}

static void begin_paragraph(struct office *office, enum block_kind kind)
{
    office->paragraph = office->xml.depth;
    if (office->row_open) {
        if (!office->cell_begins)
            writing_add(office->writing, STR(" "));
        office->cell_begins = false;
        return;
    }
    writing_block(office->writing, office->list > 0 && kind == BLOCK_PARAGRAPH ? BLOCK_ITEM : kind);
}

static void end_paragraph(struct office *office)
{
    office->paragraph = 0;
    if (!office->row_open)
        writing_end_block(office->writing);
}

static void begin_table(struct office *office)
{
    if (office->tables++ == 0) {
        office->table++;
        office->row = 0;
    }
}

static void begin_row(struct office *office)
{
    if (office->tables != 1 || office->row_open)
        return;
    struct block *block = writing_block(office->writing, BLOCK_ROW);
    block->table = office->table;
    block->row = ++office->row;
    office->row_open = true;
    office->column = 1;
}

static void end_row(struct office *office)
{
    if (office->tables != 1 || !office->row_open)
        return;
    office->row_open = false;
    writing_end_block(office->writing);
}

/* The first row of a table is taken for its headers: neither kind says. */
static void begin_cell(struct office *office, uint32_t columns)
{
    if (office->tables != 1 || !office->row_open)
        return;
    writing_cell(office->writing, office->column, columns, office->row == 1);
    office->column += columns;
    office->cell_begins = true;
}

static uint32_t small_number(struct str text)
{
    uint32_t value = 0;
    for (size_t i = 0; i < text.len && i < 4 && is_digit(text.ptr[i]); i++)
        value = value * 10 + (uint32_t)(text.ptr[i] - '0');
    return value > 0 ? value : 1;
}

static void on_text(void *ctx, struct str text)
{
    struct office *office = ctx;
    if (!office->docx || office->in_text)
        add(office, text);
}

static void be_silent(struct office *office)
{
    if (office->silent == 0)
        office->silent = office->xml.depth;
}

static bool was_silent(struct office *office)
{
    int depth = office->xml.depth + 1;
    bool silent = office->silent > 0;
    if (depth == office->silent)
        office->silent = 0;
    return silent;
}

/* ---- .docx ---- */

/* "Heading1", "Title": the style names what the paragraph is, after it has begun. */
static void note_style(struct office *office, struct str style)
{
    struct block *block = writing_last(office->writing);
    if (!office->row_open && block && (str_starts(style, STR("Heading")) || str_eq(style, STR("Title"))))
        block->kind = BLOCK_HEADING;
    else if (!office->row_open && block && str_starts(style, STR("List")))
        block->kind = BLOCK_ITEM;
}

static void docx_start(void *ctx, struct str space, struct str name, const char *const *attributes)
{
    struct office *office = ctx;
    if (office->silent > 0)
        return;
    if (!str_eq(space, STR(WORD)) && !str_eq(space, STR(WORD_STRICT))) {
        if (str_eq(name, STR("Fallback"))) /* of a drawing that is there already */
            be_silent(office);
        return;
    }
    if (str_eq(name, STR("p")) && office->paragraph == 0)
        begin_paragraph(office, BLOCK_PARAGRAPH);
    else if (str_eq(name, STR("t")))
        office->in_text = true;
    else if (str_eq(name, STR("tab")) || str_eq(name, STR("br")) || str_eq(name, STR("cr")))
        add(office, STR(" "));
    else if (str_eq(name, STR("noBreakHyphen")))
        add(office, STR("-"));
    else if (str_eq(name, STR("pStyle")) && office->paragraph > 0)
        note_style(office, xml_attribute(attributes, "val"));
    else if (str_eq(name, STR("numPr")) && !office->row_open && office->paragraph > 0)
        writing_last(office->writing)->kind = BLOCK_ITEM;
    else if (str_eq(name, STR("tbl")))
        begin_table(office);
    else if (str_eq(name, STR("tr")))
        begin_row(office);
    else if (str_eq(name, STR("tc")))
        begin_cell(office, 1);
    else if (str_eq(name, STR("gridSpan")) && office->row_open && office->tables == 1 &&
             office->writing->reading->cell_count > 0) {
        uint32_t columns = small_number(xml_attribute(attributes, "val"));
        office->writing->reading->cell[office->writing->reading->cell_count - 1].columns = columns;
        office->column += columns - 1;
    } else if (str_eq(name, STR("del")) || str_eq(name, STR("moveFrom")) || str_eq(name, STR("instrText")))
        be_silent(office);
}

static void docx_end(void *ctx, struct str space, struct str name)
{
    struct office *office = ctx;
    (void)space;
    if (was_silent(office))
        return;
    if (str_eq(name, STR("t")))
        office->in_text = false;
    else if (str_eq(name, STR("p")) && office->xml.depth + 1 == office->paragraph)
        end_paragraph(office);
    else if (str_eq(name, STR("tr")))
        end_row(office);
    else if (str_eq(name, STR("tbl")) && office->tables > 0)
        office->tables--;
}

void office_read_docx(struct str xml, struct writing *writing, struct str *ret_failure)
{
    struct office office = {
        .writing = writing, .docx = true, .xml = {.start = docx_start, .end = docx_end, .text = on_text}};
    const struct block *last = writing_last(writing);
    office.xml.ctx = &office;
    office.xml.limits = writing->limits;
    office.table = last ? last->table : 0;
    xml_parse(&office.xml, xml, writing->arena, ret_failure);
}

/* ---- .odt ---- */

static void odt_start(void *ctx, struct str space, struct str name, const char *const *attributes)
{
    struct office *office = ctx;
    (void)space;
    if (office->silent > 0)
        return;
    if (str_eq(name, STR("p")) && office->paragraph == 0)
        begin_paragraph(office, BLOCK_PARAGRAPH);
    else if (str_eq(name, STR("h")) && office->paragraph == 0)
        begin_paragraph(office, BLOCK_HEADING);
    else if (str_eq(name, STR("s")) || str_eq(name, STR("tab")) || str_eq(name, STR("line-break")))
        add(office, STR(" "));
    else if (str_eq(name, STR("list")))
        office->list++;
    else if (str_eq(name, STR("table")))
        begin_table(office);
    else if (str_eq(name, STR("table-row")))
        begin_row(office);
    else if (str_eq(name, STR("table-cell")))
        begin_cell(office, small_number(xml_attribute(attributes, "number-columns-spanned")));
    else if (str_eq(name, STR("tracked-changes")) || str_eq(name, STR("annotation")) ||
             str_eq(name, STR("note-citation")) || str_eq(name, STR("table-of-content")))
        be_silent(office);
    else if (str_eq(name, STR("note-body")))
        add(office, STR(" (")); /* a footnote stands where it is called */
}

static void odt_end(void *ctx, struct str space, struct str name)
{
    struct office *office = ctx;
    (void)space;
    if (was_silent(office))
        return;
    if ((str_eq(name, STR("p")) || str_eq(name, STR("h"))) && office->xml.depth + 1 == office->paragraph)
        end_paragraph(office);
    else if (str_eq(name, STR("list")) && office->list > 0)
        office->list--;
    else if (str_eq(name, STR("table-row")))
        end_row(office);
    else if (str_eq(name, STR("table")) && office->tables > 0)
        office->tables--;
    else if (str_eq(name, STR("note-body")))
        add(office, STR(")"));
}

void office_read_odt(struct str xml, struct writing *writing, struct str *ret_failure)
{
    struct office office = {.writing = writing, .xml = {.start = odt_start, .end = odt_end, .text = on_text}};
    office.xml.ctx = &office;
    office.xml.limits = writing->limits;
    xml_parse(&office.xml, xml, writing->arena, ret_failure);
}

/* ---- what it says of itself ---- */

struct about {
    struct xml xml;
    struct arena *arena;
    struct reading *reading;
    struct buf text;
};

static void about_start(void *ctx, struct str space, struct str name, const char *const *attributes)
{
    (void)space, (void)name, (void)attributes;
    buf_clear(&((struct about *)ctx)->text);
}

static void about_text(void *ctx, struct str text)
{
    buf_str(&((struct about *)ctx)->text, text);
}

static void about_end(void *ctx, struct str space, struct str name)
{
    struct about *about = ctx;
    struct reading *reading = about->reading;
    struct str text = reader_collapse(buf_view(&about->text), about->arena);
    (void)space;
    if (!text.ptr)
        return;
    if (str_eq(name, STR("title")))
        reading->title = text;
    else if (str_eq(name, STR("creator")) && !reading->author.ptr)
        reading->author = text;
    else if (str_eq(name, STR("initial-creator")))
        reading->author = text;
    else if (str_eq(name, STR("modified")) || str_eq(name, STR("date")))
        reading->modified = page_date_read(text, about->arena);
    else if (str_eq(name, STR("language")))
        reading->language = text;
    buf_clear(&about->text);
}

void office_read_about(struct str xml, struct arena *arena, struct reading *reading)
{
    struct about about = {
        .arena = arena, .reading = reading, .xml = {.start = about_start, .end = about_end, .text = about_text}};
    struct str ignored = STR_NULL; /* a document that says nothing of itself is read all the same */
    about.xml.ctx = &about;
    if (xml.len > 0)
        xml_parse(&about.xml, xml, arena, &ignored);
    buf_release(&about.text);
}
