/* Setting text in a column by display width. */
#include "core/report/wrap.h"

#include <utf8proc.h>

#include "core/base/utf8.h"

enum { ROOM_MIN = 16 };

static int columns_of(uint32_t point)
{
    int columns = utf8proc_charwidth((utf8proc_int32_t)point);
    return columns > 0 ? columns : 0;
}

int wrap_columns(struct str text)
{
    int columns = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t point;
        at += utf8_decode(text, at, &point);
        columns += columns_of(point);
    }
    return columns;
}

struct line {
    size_t start, end; /* what is printed */
    size_t next;       /* where the line after it starts */
};

/* The longest line from `start` that fits into `room` columns. */
static struct line line_at(struct str text, size_t start, int room)
{
    size_t at = start, space = start;
    int columns = 0;
    while (at < text.len) {
        uint32_t point;
        size_t len = utf8_decode(text, at, &point);
        if (point == '\n')
            return (struct line){start, at, at + 1};
        if (point == ' ' && (at == start || text.ptr[at - 1] != ' '))
            space = at;
        columns += columns_of(point);
        if (columns > room && at > start)
            break;
        at += len;
    }
    if (at == text.len)
        return (struct line){start, at, at};
    if (space == start) /* one long word */
        return (struct line){start, at, at};
    size_t next = space;
    while (next < text.len && text.ptr[next] == ' ')
        next++;
    return (struct line){start, space, next};
}

static void write_part(FILE *out, struct str text, size_t start, size_t end)
{
    fwrite(text.ptr + start, 1, end - start, out);
}

static size_t clamp(size_t at, const struct line *line)
{
    return at < line->start ? line->start : at > line->end ? line->end : at;
}

static void repeat(FILE *out, char c, int count)
{
    for (; count > 0; count--)
        fputc(c, out);
}

static void write_line(const struct wrap *wrap, struct str text, const struct line *line)
{
    int column = wrap->indent + (line->start == 0 ? wrap->hang : 0);
    size_t mark = clamp(wrap->mark, line), mark_end = clamp(wrap->mark_end, line);
    bool marked = mark < mark_end;
    write_part(wrap->out, text, line->start, mark);
    if (marked && wrap->mark_style)
        fputs(wrap->mark_style, wrap->out);
    write_part(wrap->out, text, mark, mark_end);
    if (marked && wrap->mark_style)
        fputs("\033[0m", wrap->out);
    write_part(wrap->out, text, mark_end, line->end);
    fputc('\n', wrap->out);
    if (marked && !wrap->mark_style) {
        repeat(wrap->out, ' ', column + wrap_columns(str_slice(text, line->start, mark)));
        repeat(wrap->out, '^', wrap_columns(str_slice(text, mark, mark_end)));
        fputc('\n', wrap->out);
    }
}

void wrap_text(const struct wrap *wrap, struct str text)
{
    size_t at = 0;
    do {
        int room = wrap->width - wrap->indent - (at == 0 ? wrap->hang : 0);
        if (at > 0)
            repeat(wrap->out, ' ', wrap->indent);
        struct line line = line_at(text, at, room > ROOM_MIN ? room : ROOM_MIN);
        write_line(wrap, text, &line);
        at = line.next;
    } while (at < text.len);
}
