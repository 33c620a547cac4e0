/* From the marked tree to text, block by block, with the way back to the page's bytes. */
#include "core/intake/page_text.h"

#include <string.h>

#include "core/base/buf.h"
#include "core/base/utf8.h"

/* What one kind of text is written to. */
struct stream {
    struct buf out;
    bool space; /* white space waits for what follows it */
};

struct writer {
    struct str page;
    struct arena *arena;
    struct reading *reading;
    struct stream stream[2]; /* the text, and the rest */
    size_t block_cap, cell_cap, segment_cap;
    bool open;                                    /* a block is being written */
    const struct node *row, *cell, *table, *last; /* of the block; `last` is the text that was written last */
    uint32_t tables, rows;
};

static struct block *block_of(struct writer *writer)
{
    return &writer->reading->block[writer->reading->block_count - 1];
}

static struct buf *out_of(struct writer *writer)
{
    return &writer->stream[block_of(writer)->left_out].out;
}

/* ---- the way back ---- */

static void note_segment(struct writer *writer, size_t start, size_t length, size_t origin, size_t origin_length)
{
    struct reading *reading = writer->reading;
    struct segment *last = reading->segment_count > 0 ? &reading->segment[reading->segment_count - 1] : NULL;
    if (last && length == origin_length && last->length == last->origin_length && last->start + last->length == start &&
        last->origin + last->origin_length == origin) {
        last->length += (uint32_t)length;
        last->origin_length += (uint32_t)length;
        return;
    }
    reading->segment =
        mem_grow(reading->segment, &writer->segment_cap, reading->segment_count + 1, sizeof(*reading->segment));
    reading->segment[reading->segment_count++] =
        (struct segment){(uint32_t)start, (uint32_t)length, (uint32_t)origin, (uint32_t)origin_length};
}

static void note_origin(struct block *block, size_t origin, size_t length)
{
    if (block->origin_end == 0 || origin < block->origin)
        block->origin = (uint32_t)origin;
    if (origin + length > block->origin_end)
        block->origin_end = (uint32_t)(origin + length);
}

/* ---- characters: what was decoded beside what stands in the page ---- */

struct pair {
    struct str text, page; /* what is left of both */
    size_t origin;         /* where `page` begins */
    bool lost;             /* they no longer go together: all that is left of the one is made of all of the other */
};

static size_t character_length(struct str text)
{
    uint32_t ignored;
    return utf8_decode(text, 0, &ignored);
}

/* The length of an entity at the start of `page` ("&amp;", "&#8217;", "&copy 2012"); 0 where it is none. */
static size_t entity_length(struct str page, struct str text, size_t character)
{
    static const struct str ampersands[] = {{"&amp;", 5},  {"&AMP;", 5}, {"&#38;", 5}, {"&#x26;", 6},
                                            {"&#X26;", 6}, {"&amp", 4},  {"&AMP", 4}};
    if (text.ptr[0] == '&') {
        for (size_t i = 0; i < sizeof(ampersands) / sizeof(ampersands[0]); i++)
            if (str_starts(page, ampersands[i]))
                return ampersands[i].len;
        return 0;
    }
    size_t end = 1;
    while (end < page.len && end < 40 && (is_alpha(page.ptr[end]) || is_digit(page.ptr[end]) || page.ptr[end] == '#'))
        end++;
    if (end < page.len && page.ptr[end] == ';')
        return end + 1;
    if (text.len > character) /* without its ";": up to where the next character stands */
        for (size_t i = 2; i < end; i++)
            if (page.ptr[i] == text.ptr[character])
                return i;
    return end;
}

/* Tags and comments that the parser left out of one run of text. */
static size_t markup_length(struct str page)
{
    struct str end = str_starts(page, STR("<!--")) ? STR("-->") : STR(">");
    size_t at = str_find(page, end, 1);
    return at < page.len ? at + end.len : 0;
}

static void step(struct pair *pair, size_t text, size_t page)
{
    pair->text = str_slice(pair->text, text, pair->text.len);
    pair->page = str_slice(pair->page, page, pair->page.len);
    pair->origin += page;
}

/* How many bytes of the page the next character (of `length` bytes) is; what is no text before it is passed over. */
static size_t next_in_page(struct pair *pair, size_t length)
{
    while (!pair->lost && pair->page.len > 0) {
        struct str page = pair->page, text = pair->text;
        if (page.ptr[0] == '&' && entity_length(page, text, length) > 0)
            return entity_length(page, text, length);
        if (str_starts(page, str_slice(text, 0, length)))
            return length;
        if (page.ptr[0] == '\r' && text.ptr[0] == '\n')
            return page.len > 1 && page.ptr[1] == '\n' ? 2 : 1;
        if (str_starts(text, STR("\xEF\xBF\xBD")))
            return 1;
        size_t skip = page.ptr[0] == '<' ? markup_length(page) : page.ptr[0] == '\0' ? 1 : 0;
        pair->lost = skip == 0;
        step(pair, 0, skip);
    }
    pair->lost = true;
    return pair->page.len;
}

/* ---- blocks ---- */

static int kind_of(const struct node *text)
{
    for (const struct node *above = text->up; above; above = above->up) {
        int tag = above->parsed_tag;
        if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6)
            return BLOCK_HEADING;
        if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DD || tag == GUMBO_TAG_DT)
            return BLOCK_ITEM;
        if (tag == GUMBO_TAG_BLOCKQUOTE)
            return BLOCK_QUOTE;
        if (tag == GUMBO_TAG_PRE)
            return BLOCK_CODE;
        if (tag == GUMBO_TAG_FIGCAPTION || tag == GUMBO_TAG_CAPTION)
            return BLOCK_CAPTION;
    }
    return BLOCK_PARAGRAPH;
}

static bool is_cell_tag(int tag)
{
    return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
}

struct position {
    const struct node *cell, *row, *table; /* of a data table; NULL outside */
};

static struct position position_of(const struct node *text)
{
    struct position position = {0};
    for (const struct node *above = text->up; above; above = above->up) {
        if (is_cell_tag(above->parsed_tag))
            position = (struct position){.cell = above};
        else if (above->parsed_tag == GUMBO_TAG_TR && position.cell && !position.row)
            position.row = above;
        else if (above->parsed_tag == GUMBO_TAG_TABLE && above->data_table && position.row)
            position.table = above;
        if (position.table)
            return position;
    }
    return (struct position){0};
}

static void end_block(struct writer *writer)
{
    if (!writer->open)
        return;
    struct buf *out = out_of(writer);
    block_of(writer)->end = (uint32_t)out->len;
    buf_char(out, '\n');
    writer->open = false;
    writer->row = writer->cell = NULL;
}

static void begin_block(struct writer *writer, const struct node *text, bool left_out, const struct position *position)
{
    struct reading *reading = writer->reading;
    struct buf *out = &writer->stream[left_out].out;
    if (out->len > 0)
        buf_char(out, '\n');
    reading->block = mem_grow(reading->block, &writer->block_cap, reading->block_count + 1, sizeof(*reading->block));
    struct block *block = &reading->block[reading->block_count++];
    *block = (struct block){.kind = position->row ? BLOCK_ROW : kind_of(text), .left_out = left_out};
    block->start = block->end = (uint32_t)out->len;
    if (position->row) {
        writer->rows = position->table == writer->table ? writer->rows + 1 : 1;
        writer->tables += position->table != writer->table;
        writer->table = position->table;
        block->table = writer->tables;
        block->row = writer->rows;
    }
    writer->row = position->row;
    writer->cell = NULL;
    writer->open = true;
    writer->stream[left_out].space = false;
}

/* ---- cells ---- */

static uint32_t span_of(const struct node *cell)
{
    struct str text = node_attribute(cell, "colspan");
    uint32_t span = 0;
    for (size_t i = 0; i < text.len && i < 3 && is_digit(text.ptr[i]); i++)
        span = span * 10 + (uint32_t)(text.ptr[i] - '0');
    return span > 0 ? span : 1;
}

/* The cells before it in its row, each as wide as it says. Cells that reach down from rows above are not counted. */
static uint32_t column_of(const struct node *cell)
{
    uint32_t column = 1;
    const GumboNode *row = cell->up->source;
    if (row->type != GUMBO_NODE_ELEMENT)
        return column;
    for (size_t i = 0; i < cell->source->index_within_parent; i++) {
        const GumboNode *before = row->v.element.children.data[i];
        if (before->type == GUMBO_NODE_ELEMENT && is_cell_tag((int)before->v.element.tag)) {
            const struct node as_node = {.source = before};
            column += span_of(&as_node);
        }
    }
    return column;
}

static void begin_cell(struct writer *writer, const struct node *node)
{
    struct reading *reading = writer->reading;
    struct buf *out = out_of(writer);
    if (writer->cell)
        buf_str(out, STR(" | "));
    writer->stream[block_of(writer)->left_out].space = false;
    reading->cell = mem_grow(reading->cell, &writer->cell_cap, reading->cell_count + 1, sizeof(*reading->cell));
    reading->cell[reading->cell_count++] = (struct cell){
        .block = (uint32_t)reading->block_count - 1,
        .start = (uint32_t)out->len,
        .end = (uint32_t)out->len,
        .column = column_of(node),
        .columns = span_of(node),
        .heads = node->parsed_tag == GUMBO_TAG_TH,
    };
    writer->cell = node;
}

/* ---- text ---- */

static bool is_preformatted(const struct node *text)
{
    for (const struct node *above = text->up; above; above = above->up)
        if (above->parsed_tag == GUMBO_TAG_PRE)
            return true;
    return false;
}

static size_t white_length(struct str text)
{
    if (text.len >= 2 && text.ptr[0] == '\xC2' && text.ptr[1] == '\xA0')
        return 0; /* a no-break space holds a figure and its unit together: it stays */
    return is_space(text.ptr[0]) ? 1 : 0;
}

static void put(struct writer *writer, struct str text, size_t origin, size_t origin_length)
{
    struct block *block = block_of(writer);
    struct buf *out = out_of(writer);
    if (!block->left_out)
        note_segment(writer, out->len, text.len, origin, origin_length);
    note_origin(block, origin, origin_length);
    buf_str(out, text);
}

static void put_space(struct writer *writer)
{
    struct stream *stream = &writer->stream[block_of(writer)->left_out];
    if (stream->space && stream->out.len > block_of(writer)->start && stream->out.ptr[stream->out.len - 1] != '\n')
        buf_char(&stream->out, ' ');
    stream->space = false;
}

/* Line breaks of <br> are kept inside a block. */
static void put_line_break(struct writer *writer)
{
    struct stream *stream = &writer->stream[block_of(writer)->left_out];
    if (stream->out.len > block_of(writer)->start)
        buf_char(&stream->out, '\n');
    stream->space = false;
}

static void put_node(struct writer *writer, const struct node *node)
{
    struct pair pair = {
        .text = node->text, .page = node->origin, .origin = (size_t)(node->origin.ptr - writer->page.ptr)};
    bool preformatted = is_preformatted(node), left_out = block_of(writer)->left_out;
    while (pair.text.len > 0) {
        size_t length = character_length(pair.text), page = next_in_page(&pair, length);
        if (pair.lost)
            length = pair.text.len;
        if (!pair.lost && !preformatted && white_length(pair.text)) {
            writer->stream[left_out].space = true;
        } else {
            put_space(writer);
            put(writer, str_slice(pair.text, 0, length), pair.origin, page);
        }
        step(&pair, length, page);
    }
    if (writer->cell)
        writer->reading->cell[writer->reading->cell_count - 1].end = (uint32_t)out_of(writer)->len;
}

static bool is_seen(const struct node *text)
{
    for (const struct node *above = text->up; above; above = above->up)
        switch (above->parsed_tag) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_HEAD:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_SVG:
        case GUMBO_TAG_NOFRAMES:
            return false;
        default:
            break;
        }
    return true;
}

static bool goes_on(const struct writer *writer, const struct node *node, bool left_out,
                    const struct position *position)
{
    if (!writer->open || writer->reading->block[writer->reading->block_count - 1].left_out != left_out)
        return false;
    if (position->row || writer->row)
        return position->row == writer->row;
    return node->paragraph == writer->last->paragraph && node->line < writer->last->line + 2;
}

static void write_node(struct writer *writer, const struct node *node, bool whole)
{
    bool left_out = !whole && !node->main;
    if (node->blank) {
        if (writer->open && !node->main == left_out)
            writer->stream[left_out].space = true;
        return;
    }
    if (!is_seen(node))
        return;
    struct position position = position_of(node);
    if (!goes_on(writer, node, left_out, &position)) {
        end_block(writer);
        begin_block(writer, node, left_out, &position);
    } else if (!position.row && node->line > writer->last->line) {
        put_line_break(writer);
    } else if (position.row && node->paragraph != writer->last->paragraph) {
        writer->stream[left_out].space = true;
    }
    if (position.cell && position.cell != writer->cell)
        begin_cell(writer, position.cell);
    put_node(writer, node);
    writer->last = node;
}

void page_text_make(const struct dom *dom, struct str page, bool whole, struct reading *ret)
{
    struct writer writer = {.page = page, .arena = dom->arena, .reading = ret};
    for (size_t i = 0; i < dom->count; i++)
        if (node_is_text(dom->node[i]))
            write_node(&writer, dom->node[i], whole);
    end_block(&writer);
    ret->text = arena_str(dom->arena, buf_view(&writer.stream[0].out));
    ret->rest = arena_str(dom->arena, buf_view(&writer.stream[1].out));
    buf_release(&writer.stream[0].out);
    buf_release(&writer.stream[1].out);
}
