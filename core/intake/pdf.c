/* PDF to text: what pdftotext says of words, lines and blocks, put together to paragraphs. */
#include "core/intake/pdf.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/intake/page_date.h"
#include "core/intake/page_meta.h"
#include "core/intake/sandbox.h"
#include "core/intake/xml.h"

enum {
    EDGE_PERCENT = 10, /* of a page's height: where running titles and page numbers stand */
    REPEATED_LEAST = 3 /* pages that make one */
};

/* A block of lines, as pdftotext found it. */
struct piece {
    struct str text; /* lines joined */
    uint32_t page, left, top;
    bool edge;     /* at the top or the bottom */
    bool left_out; /* it runs through the document */
};

struct pdf {
    struct xml xml;
    struct arena *arena;
    struct reading *reading;
    struct piece *piece;
    size_t count, cap;
    uint32_t page, height, left, top;
    struct buf block, word, title;
    bool in_title, line_begins;
};

/* "94.820000" in whole points. */
static uint32_t points(struct str text)
{
    uint32_t value = 0;
    for (size_t i = 0; i < text.len && i < 6 && is_digit(text.ptr[i]); i++)
        value = value * 10 + (uint32_t)(text.ptr[i] - '0');
    return value;
}

static void on_start(void *ctx, struct str space, struct str name, const char *const *attributes)
{
    struct pdf *pdf = ctx;
    (void)space;
    pdf->in_title = str_eq(name, STR("title"));
    if (str_eq(name, STR("page"))) {
        pdf->page++;
        pdf->height = points(xml_attribute(attributes, "height"));
    } else if (str_eq(name, STR("block"))) {
        buf_clear(&pdf->block);
        pdf->left = points(xml_attribute(attributes, "xMin"));
        pdf->top = points(xml_attribute(attributes, "yMin"));
    } else if (str_eq(name, STR("line"))) {
        pdf->line_begins = true;
    } else if (str_eq(name, STR("word"))) {
        buf_clear(&pdf->word);
    } else if (str_eq(name, STR("meta"))) {
        struct str key = xml_attribute(attributes, "name"), value = xml_attribute(attributes, "content");
        if (str_eq(key, STR("Author")))
            pdf->reading->author = reader_collapse(value, pdf->arena);
        else if (str_eq(key, STR("CreationDate")))
            pdf->reading->modified = page_date_read(value, pdf->arena);
    }
}

static void on_text(void *ctx, struct str text)
{
    struct pdf *pdf = ctx;
    buf_str(pdf->in_title ? &pdf->title : &pdf->word, text);
}

static bool is_letter_before(struct str text, size_t at)
{
    return at > 0 && (is_alpha(text.ptr[at - 1]) || (unsigned char)text.ptr[at - 1] >= 0x80);
}

static bool begins_small(struct str text)
{
    return text.len > 0 && (is_lower(text.ptr[0]) || (unsigned char)text.ptr[0] >= 0xC3);
}

/*
 * "per-" and "cent" are one word, "well-" and "Known" are not. A hyphen that would stand in the word anyway
 * ("long-/term") is lost with it; no figure is.
 */
static bool join_hyphen(struct buf *before, struct str after)
{
    struct str text = buf_view(before);
    size_t soft = str_ends(text, STR("\xC2\xAD"))       ? 2
                  : str_ends(text, STR("\xE2\x80\x90")) ? 3
                                                        : str_ends(text, STR("-"));
    if (soft == 0 || !is_letter_before(text, text.len - soft) || !begins_small(after))
        return false;
    before->len -= soft;
    before->ptr[before->len] = '\0';
    return true;
}

static void end_word(struct pdf *pdf)
{
    struct str word = str_trim(buf_view(&pdf->word));
    if (word.len == 0)
        return;
    if (pdf->block.len > 0 && !(pdf->line_begins && join_hyphen(&pdf->block, word)))
        buf_char(&pdf->block, ' ');
    buf_str(&pdf->block, word);
    pdf->line_begins = false;
}

static void end_piece(struct pdf *pdf)
{
    if (pdf->block.len == 0)
        return;
    uint32_t edge = pdf->height * EDGE_PERCENT / 100;
    pdf->piece = mem_grow(pdf->piece, &pdf->cap, pdf->count + 1, sizeof(*pdf->piece));
    pdf->piece[pdf->count++] = (struct piece){.text = arena_str(pdf->arena, buf_view(&pdf->block)),
                                              .page = pdf->page,
                                              .left = pdf->left,
                                              .top = pdf->top,
                                              .edge = pdf->top < edge || pdf->top + edge > pdf->height};
}

static void on_end(void *ctx, struct str space, struct str name)
{
    struct pdf *pdf = ctx;
    (void)space;
    if (str_eq(name, STR("word")))
        end_word(pdf);
    else if (str_eq(name, STR("block")))
        end_piece(pdf);
    pdf->in_title = false;
}

/* ---- running titles ---- */

static bool same_but_digits(struct str a, struct str b)
{
    size_t i = 0, j = 0;
    while (i < a.len && j < b.len) {
        if (is_digit(a.ptr[i]) && is_digit(b.ptr[j])) {
            while (i < a.len && is_digit(a.ptr[i]))
                i++;
            while (j < b.len && is_digit(b.ptr[j]))
                j++;
        } else if (a.ptr[i++] != b.ptr[j++]) {
            return false;
        }
    }
    return i == a.len && j == b.len;
}

/* Looks some pages on only, since left and right pages differ, and long documents would take long. */
static void find_running(struct pdf *pdf)
{
    enum { LOOK_AHEAD = 64 };
    for (size_t i = 0; i < pdf->count; i++) {
        size_t same = 1, least = pdf->page < REPEATED_LEAST ? 2 : REPEATED_LEAST;
        if (!pdf->piece[i].edge || pdf->piece[i].left_out || pdf->piece[i].text.len > 200)
            continue;
        for (size_t j = i + 1; j < pdf->count && j < i + LOOK_AHEAD; j++)
            same += pdf->piece[j].edge && pdf->piece[j].page != pdf->piece[i].page &&
                    same_but_digits(pdf->piece[i].text, pdf->piece[j].text);
        for (size_t j = i; same >= least && j < pdf->count; j++)
            if (pdf->piece[j].edge && !pdf->piece[j].left_out)
                pdf->piece[j].left_out = same_but_digits(pdf->piece[i].text, pdf->piece[j].text);
    }
}

/* ---- to text ---- */

static bool ends_open(struct str text)
{
    char last = text.len > 0 ? text.ptr[text.len - 1] : '.';
    return is_alpha(last) || is_digit(last) || last == ',' || last == '-' || (unsigned char)last == 0xAD;
}

/* A sentence that runs on in the next column or on the next page is not cut. */
static void write_piece(struct writing *writing, const struct piece *piece, const struct piece *before)
{
    struct block *block;
    size_t last = writing->reading->block_count;
    if (before && ends_open(before->text) && begins_small(piece->text)) {
        if (!join_hyphen(&writing->out, piece->text))
            writing_add(writing, STR(" "));
        while (writing->reading->block[--last].left_out) /* a running title may stand between them */
            ;
        writing->reading->block[last].end = (uint32_t)writing->out.len;
    } else if (writing->out.len > 0) {
        writing_add(writing, STR("\n\n"));
    }
    block = writing_begin_block(writing, BLOCK_PARAGRAPH);
    block->page = piece->page;
    block->left = piece->left;
    block->top = piece->top;
    writing_add(writing, piece->text);
    block->end = (uint32_t)writing->out.len;
}

static void write_rest(struct pdf *pdf, struct writing *writing, struct buf *rest, const struct piece *piece)
{
    struct block *block = writing_begin_block(writing, BLOCK_PARAGRAPH);
    (void)pdf;
    block->left_out = 1;
    block->page = piece->page;
    block->start = (uint32_t)rest->len;
    buf_str(rest, piece->text);
    block->end = (uint32_t)rest->len;
    buf_char(rest, '\n');
}

static void write_all(struct pdf *pdf)
{
    struct writing writing;
    struct buf rest = {0};
    const struct piece *before = NULL;
    writing_begin(&writing, pdf->arena, pdf->reading);
    for (size_t i = 0; i < pdf->count; i++) {
        if (pdf->piece[i].left_out) {
            write_rest(pdf, &writing, &rest, &pdf->piece[i]);
            continue;
        }
        write_piece(&writing, &pdf->piece[i], before);
        before = &pdf->piece[i];
    }
    if (writing.out.len > 0)
        writing_add(&writing, STR("\n"));
    pdf->reading->rest = arena_str(pdf->arena, buf_view(&rest));
    buf_release(&rest);
    writing_end(&writing);
}

/* What XML does not allow, pdftotext prints all the same: control characters, and what is no character. */
static struct str clean(struct str xhtml, struct arena *arena)
{
    struct charset utf8;
    struct charset_text text = {0};
    charset_by_name(STR("utf-8"), &utf8);
    charset_convert(&utf8, NULL, xhtml, &text);
    for (size_t i = 0; i < text.text.len; i++) {
        unsigned char *c = (unsigned char *)text.text.ptr + i;
        if (*c < 0x20 && *c != '\n' && *c != '\t')
            *c = ' ';
        else if (i + 2 < text.text.len && c[0] == 0xEF && c[1] == 0xBF && c[2] >= 0xBE)
            c[2] = 0xBD;
    }
    struct str copy = arena_str(arena, buf_view(&text.text));
    charset_text_release(&text);
    return copy;
}

void pdf_parse(struct str xhtml, const struct limits *limits, struct arena *arena, struct reading *ret)
{
    struct pdf pdf = {.arena = arena, .reading = ret, .xml = {.start = on_start, .end = on_end, .text = on_text}};
    pdf.xml.ctx = &pdf;
    pdf.xml.limits = limits;
    if (xml_parse(&pdf.xml, clean(xhtml, arena), arena, &ret->failure)) {
        find_running(&pdf);
        write_all(&pdf);
        ret->title = reader_collapse(buf_view(&pdf.title), arena);
        if (pdf.count == 0)
            ret->failure = STR("it has no text: its pages are pictures; let a program recognise their text first "
                               "(ocrmypdf)");
    }
    free(pdf.piece);
    buf_release(&pdf.block);
    buf_release(&pdf.word);
    buf_release(&pdf.title);
}

bool pdf_read(struct str bytes, const struct limits *limits, struct arena *arena, struct reading *ret, struct err *err)
{
    static const char *const argv[] = {"pdftotext", "-q", "-bbox-layout", "-enc", "UTF-8", "-", "-", NULL};
    const struct reader reader = {.read = pdf_parse, .limits = limits};
    struct sandbox_limits room = sandbox_limits_of(limits, LIMIT_DOCUMENT_BYTES);
    struct buf xhtml = {0};
    bool ok =
        sandbox_run_program(argv, bytes, &room, &xhtml, err) && reader_run(&reader, buf_view(&xhtml), arena, ret, err);
    buf_release(&xhtml);
    return ok;
}
