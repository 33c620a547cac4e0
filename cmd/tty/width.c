/* Measures and cuts text by display columns. */
#include "cmd/tty/width.h"

#include <utf8proc.h>

#include "core/base/utf8.h"

static const struct str ellipsis = {"…", sizeof("…") - 1};

/* The grapheme cluster that starts at byte `at`: its end, and in *ret_width its columns. */
static size_t cluster(struct str text, size_t at, size_t *ret_width)
{
    uint32_t point, next;
    utf8proc_int32_t state = 0;
    at += utf8_decode(text, at, &point);
    size_t width = (size_t)utf8proc_charwidth((utf8proc_int32_t)point);
    while (at < text.len) {
        size_t len = utf8_decode(text, at, &next);
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)point, (utf8proc_int32_t)next, &state))
            break;
        width += (size_t)utf8proc_charwidth((utf8proc_int32_t)next);
        point = next;
        at += len;
    }
    *ret_width = width;
    return at;
}

struct str width_cut(struct str text, size_t columns, size_t *ret_width)
{
    size_t at = 0, total = 0;
    while (at < text.len) {
        size_t width, end = cluster(text, at, &width);
        if (width > columns - total)
            break;
        total += width;
        at = end;
    }
    *ret_width = total;
    return str_slice(text, 0, at);
}

size_t width_of(struct str text)
{
    size_t width;
    width_cut(text, (size_t)-1, &width);
    return width;
}

size_t width_fit(struct buf *out, struct str text, size_t columns)
{
    size_t width;
    struct str head = width_cut(text, columns, &width);
    if (head.len == text.len) {
        buf_str(out, text);
        return width;
    }
    if (columns == 0)
        return 0;
    head = str_trim(width_cut(text, columns - 1, &width));
    buf_str(out, head);
    buf_str(out, ellipsis);
    return width_of(head) + 1;
}

void width_wrap(struct buf *out, struct str text, size_t columns, size_t indent)
{
    size_t at = indent;
    bool first = true;
    while (text.len > 0) {
        struct str word = str_split(&text, ' ');
        size_t width = width_of(word);
        if (word.len == 0)
            continue;
        if (!first && at + 1 + width > columns) {
            buf_printf(out, "\n%*s", (int)indent, "");
            at = indent;
        } else if (!first) {
            buf_char(out, ' ');
            at++;
        }
        buf_str(out, word);
        at += width;
        first = false;
    }
}
