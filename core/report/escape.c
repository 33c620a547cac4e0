/* The escaping doors: hostile text on its way to a terminal, a spreadsheet, Markdown or a web page. */
#include "core/report/escape.h"

#include <stdint.h>
#include <string.h>

#include "core/base/bytes.h"
#include "core/base/utf8.h"

/*
 * Characters that show nothing, or change how what is around them shows: bidirectional controls (Unicode UAX #9),
 * zero-width and other invisible format characters, line and paragraph separators, tags.
 */
static const struct {
    uint32_t first, last;
} invisible[] = {
    {0x061C, 0x061C}, {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E},
    {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F},
};

static bool is_invisible(uint32_t point)
{
    if (point < invisible[0].first)
        return false;
    for (size_t i = 0; i < sizeof(invisible) / sizeof(invisible[0]); i++)
        if (point >= invisible[i].first && point <= invisible[i].last)
            return true;
    return false;
}

static bool is_control(uint32_t point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

struct step {
    size_t len;     /* bytes of the text that it takes */
    uint32_t point; /* the code point; 0xFFFFFFFF for a byte that is not UTF-8 */
};

#define NOT_UTF8 UINT32_MAX

static struct step step_at(struct str text, size_t at)
{
    struct step step;
    step.len = utf8_decode(text, at, &step.point);
    if (step.len == 1 && (unsigned char)text.ptr[at] >= 0x80)
        step.point = NOT_UTF8;
    return step;
}

/* The visible form of what may not be sent: "<80>", "^[", "<U+202E>". */
static void add_visible(struct buf *out, struct str text, size_t at, struct step step)
{
    if (step.point == NOT_UTF8)
        buf_printf(out, "<%02X>", (unsigned)(unsigned char)text.ptr[at]);
    else if (step.point < 0x20)
        buf_printf(out, "^%c", (char)(step.point + '@'));
    else if (step.point == 0x7F)
        buf_str(out, STR("^?"));
    else
        buf_printf(out, "<U+%04X>", (unsigned)step.point);
}

/* The length of the line end (LF, CR LF) at `at`; 0 where there is none. */
static size_t line_end(struct str text, size_t at)
{
    if (text.ptr[at] == '\n')
        return 1;
    return text.ptr[at] == '\r' && at + 1 < text.len && text.ptr[at + 1] == '\n' ? 2 : 0;
}

static void escape_shown(struct buf *out, struct str text, char line_feed)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = line_end(text, at);
        if (end > 0 || text.ptr[at] == '\t') {
            buf_char(out, end > 0 ? line_feed : ' ');
            at += end > 0 ? end : 1;
            continue;
        }
        struct step step = step_at(text, at);
        if (step.point == NOT_UTF8 || is_control(step.point) || is_invisible(step.point))
            add_visible(out, text, at, step);
        else
            buf_add(out, text.ptr + at, step.len);
        at += step.len;
    }
}

void escape_terminal(struct buf *out, struct str text)
{
    escape_shown(out, text, ' ');
}

void escape_terminal_block(struct buf *out, struct str text)
{
    escape_shown(out, text, '\n');
}

/* ---- JSON ---- */

/* With capitals, as jansson writes the escapes that are its own. `also` are further ASCII characters to be escaped. */
static void escape_dumped(struct buf *out, struct str json, const char *also)
{
    for (size_t at = 0; at < json.len;) {
        struct step step = step_at(json, at);
        bool shown =
            step.point >= 0x7F && step.point != NOT_UTF8 && (is_control(step.point) || is_invisible(step.point));
        shown = shown || (step.point > 0 && step.point < 0x7F && strchr(also, (int)step.point));
        if (shown && step.point > 0xFFFF) /* a surrogate pair (RFC 8259, section 7) */
            buf_printf(out, "\\u%04X\\u%04X", (unsigned)(0xD7C0 + (step.point >> 10)),
                       (unsigned)(0xDC00 + (step.point & 0x3FF)));
        else if (shown)
            buf_printf(out, "\\u%04X", (unsigned)step.point);
        else
            buf_add(out, json.ptr + at, step.len);
        at += step.len;
    }
}

void escape_json(struct buf *out, struct str json)
{
    escape_dumped(out, json, "");
}

/* The three stand only inside strings, where JSON lets any character be written as its number. */
void escape_json_page(struct buf *out, struct str json)
{
    escape_dumped(out, json, "<>&");
}

/* Those that may not stand in JSON for themselves: beyond ASCII, below a space, a quote, a backslash, DEL. */
static inline uint32_t strange_bytes(bytes16 bytes)
{
    return bytes_mask(~bytes_between(bytes, ' ', 0x7E) | bytes_are(bytes, '"') | bytes_are(bytes, '\\'));
}

/* How far a text has been copied, and to where. */
struct copied {
    char *out;
    const char *from;
};

/*
 * Copies what stands for itself; it ends at a byte that may not, or at the text's end. It looks at sixteen bytes at a time and
 * writes as many, however few of them count.
 */
static struct copied copy_plain(char *out, const char *from, const char *end)
{
    while (from < end) {
        size_t left = (size_t)(end - from);
        bytes16 bytes = left < BYTES_WIDTH ? bytes_load_first(from, left) : bytes_load(from);
        bytes_store(out, bytes);
        uint32_t strange = strange_bytes(bytes); /* the noughts behind the end are, too */
        size_t len = strange ? (size_t)__builtin_ctz(strange) : BYTES_WIDTH;
        from += len;
        out += len;
        if (strange)
            break;
    }
    return (struct copied){out, from};
}

static char *put_json_unit(char *out, uint32_t unit)
{
    static const char digits[] = "0123456789ABCDEF";
    char escaped[] = {'\\', 'u', digits[unit >> 12], digits[unit >> 8 & 15], digits[unit >> 4 & 15], digits[unit & 15]};
    memcpy(out, escaped, sizeof(escaped));
    return out + sizeof(escaped);
}

/* One that may not stand for itself; escapes as jansson writes them, and a surrogate pair where it takes two. */
static char *put_json_escape(char *out, uint32_t point)
{
    static const char letters[] = "\"\"\\\\\bb\ff\nn\rr\tt"; /* each with its escape's letter */
    for (size_t i = 0; i + 1 < sizeof(letters); i += 2) {
        if (point == (unsigned char)letters[i]) {
            *out++ = '\\';
            *out++ = letters[i + 1];
            return out;
        }
    }
    if (point > 0xFFFF)
        out = put_json_unit(out, 0xD7C0 + (point >> 10));
    return put_json_unit(out, point > 0xFFFF ? 0xDC00 + (point & 0x3FF) : point);
}

static bool needs_json_escape(uint32_t point)
{
    return is_control(point) || point == '"' || point == '\\' || is_invisible(point);
}

/* What put_json_body() leaves: the first byte may not stand for itself. */
static bool put_json_rest(char **out, struct str text)
{
    const char *end = text.ptr + text.len;
    struct copied copied = {*out, text.ptr};
    for (size_t at = 0; at < text.len; at = (size_t)(copied.from - text.ptr)) {
        struct step step = step_at(text, at);
        if (step.point == NOT_UTF8)
            return false;
        if (needs_json_escape(step.point))
            copied.out = put_json_escape(copied.out, step.point);
        else
            for (size_t i = 0; i < step.len; i++)
                *copied.out++ = text.ptr[at + i];
        copied = copy_plain(copied.out, text.ptr + at + step.len, end);
    }
    *out = copied.out;
    return true;
}

/* The string without its quotes; moves *out to its end. False where the text is not UTF-8. */
static inline bool put_json_body(char **out, struct str text)
{
    const char *end = text.ptr + text.len;
    struct copied copied = copy_plain(*out, text.ptr, end);
    *out = copied.out;
    return copied.from == end || put_json_rest(out, (struct str){copied.from, (size_t)(end - copied.from)});
}

static char *put_json_null(char *out)
{
    memcpy(out, "null", 4);
    return out + 4;
}

char *escape_json_put(char *out, struct str text)
{
    if (!text.ptr)
        return put_json_null(out);
    char *end = out + 1;
    if (!put_json_body(&end, text))
        return put_json_null(out);
    *out = *end = '"';
    return end + 1;
}

/* How much of a long text is taken at a time: up to so many bytes, and no character cut in two. */
static size_t json_part_end(struct str text, size_t at)
{
    enum { PART = 4096, CONTINUATIONS_MOST = 3 };
    size_t end = at + PART, back = 0;
    if (text.len - at <= PART)
        return text.len;
    while (back < CONTINUATIONS_MOST && ((unsigned char)text.ptr[end - back] & 0xC0) == 0x80)
        back++;
    return end - back;
}

void escape_json_text(struct buf *out, struct str text)
{
    size_t start = out->len, end;
    if (!text.ptr) {
        buf_str(out, STR("null"));
        return;
    }
    buf_char(out, '"');
    for (size_t at = 0; at < text.len; at = end) {
        end = json_part_end(text, at);
        buf_reserve(out, ESCAPE_JSON_ROOM(end - at));
        char *put = out->ptr + out->len;
        if (!put_json_body(&put, str_slice(text, at, end))) {
            out->len = start;
            buf_str(out, STR("null"));
            return;
        }
        out->len = (size_t)(put - out->ptr);
    }
    buf_char(out, '"');
}

/* ---- spreadsheets ---- */

/* A sign and digits, with points, commas and a percent sign at most: arithmetic at its worst, never a call. */
static bool is_plain_number(struct str text)
{
    if (text.len > 0 && text.ptr[text.len - 1] == '%')
        text.len--;
    if (text.len < 2 || (text.ptr[0] != '-' && text.ptr[0] != '+') || !is_digit(text.ptr[text.len - 1]))
        return false;
    for (size_t i = 1; i < text.len; i++)
        if (!is_digit(text.ptr[i]) && text.ptr[i] != '.' && text.ptr[i] != ',')
            return false;
    return is_digit(text.ptr[1]);
}

/*
 * Whether a spreadsheet would take the cell for a formula. The characters are those of OWASP's "CSV injection", with the
 * full-width forms that East Asian versions accept. A sign that stands alone runs nothing.
 */
static bool is_formula(struct str text)
{
    static const char *const wide[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"}; /* = + - @ */
    if (text.len < 2 || is_plain_number(text))
        return false;
    if (memchr("=+-@\t\r\n", text.ptr[0], 7))
        return true;
    for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++)
        if (str_starts(text, str_from(wide[i])))
            return true;
    return false;
}

/* A semicolon separates cells where the decimal sign is a comma, so it is quoted as well. */
static bool needs_quotes(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (memchr(",;\"\t\r\n", text.ptr[i], 6))
            return true;
    return text.len > 0 && (text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ');
}

/* One character of a cell: tab and line ends pass, for the caller has dealt with them. */
static size_t add_cell_character(struct buf *out, struct str text, size_t at)
{
    struct step step = step_at(text, at);
    bool space = step.point == '\t' || step.point == '\n' || step.point == '\r';
    if (step.point == NOT_UTF8 || (is_control(step.point) && !space))
        add_visible(out, text, at, step);
    else
        buf_add(out, text.ptr + at, step.len);
    return step.len;
}

void escape_csv(struct buf *out, struct str text)
{
    bool quotes = needs_quotes(text);
    if (quotes)
        buf_char(out, '"');
    if (is_formula(text))
        buf_char(out, '\'');
    for (size_t at = 0; at < text.len;) {
        if (text.ptr[at] == '"')
            buf_char(out, '"');
        at += add_cell_character(out, text, at);
    }
    if (quotes)
        buf_char(out, '"');
}

void escape_tsv(struct buf *out, struct str text)
{
    static const char from[] = "\t\n\r\\", to[] = "tnr\\";
    if (is_formula(text))
        buf_char(out, '\'');
    for (size_t at = 0; at < text.len;) {
        const char *special = text.ptr[at] ? strchr(from, text.ptr[at]) : NULL;
        if (special) {
            buf_char(out, '\\');
            buf_char(out, to[special - from]);
            at++;
        } else {
            at += add_cell_character(out, text, at);
        }
    }
}

/* ---- Markdown ---- */

static bool is_alnum(char c)
{
    return is_alpha(c) || is_digit(c);
}

/* The byte at `at`; a space beyond the end, where the caller's own text goes on. */
static char peek(struct str text, size_t at)
{
    return at < text.len ? text.ptr[at] : ' ';
}

static bool stands_alone(struct str text, size_t at)
{
    return at > 0 && at + 1 < text.len && is_space(text.ptr[at - 1]) && is_space(text.ptr[at + 1]);
}

static bool inside_word(struct str text, size_t at)
{
    return at > 0 && at + 1 < text.len && is_alnum(text.ptr[at - 1]) && is_alnum(text.ptr[at + 1]);
}

/* "&amp;", "&#58;": the longest name that HTML has is 31 letters. One cut off by the text's end counts. */
static bool starts_reference(struct str text, size_t at)
{
    size_t end = at + 1;
    while (end < text.len && end - at < 40 && (is_alnum(text.ptr[end]) || text.ptr[end] == '#'))
        end++;
    return end == text.len || (end > at + 1 && text.ptr[end] == ';');
}

/* The point or bracket of a list's number: "12. " or "12) " where a line may begin; nine digits at most. */
static bool ends_list_number(struct str text, size_t start, size_t at)
{
    if (at == start || at - start > 9 || !is_space(peek(text, at + 1)))
        return false;
    for (size_t i = start; i < at; i++)
        if (!is_digit(text.ptr[i]))
            return false;
    return true;
}

/* Whether the character at `at` could be markup; `start` is where the text's first character that is no space stands. */
static bool is_markup(struct str text, size_t start, size_t at)
{
    char next = peek(text, at + 1);
    switch (text.ptr[at]) {
    case '\\':
    case '`':
    case '[':
    case ']':
    case '|':
    case '~':
        return true;
    case '*':
        return at == start || !stands_alone(text, at);
    case '_':
        return at == start || (!stands_alone(text, at) && !inside_word(text, at));
    case '<':
        return at + 1 == text.len || !is_space(next);
    case '&':
        return starts_reference(text, at);
    case '#': /* opens a heading at a line's start, closes one at its end */
        return at == start || is_space(next) || next == '#';
    case '>':
    case '=':
        return at == start;
    case '+':
    case '-':
        return at == start && (is_space(next) || next == text.ptr[at]);
    case '.':
    case ')':
        return ends_list_number(text, start, at);
    default:
        return false;
    }
}

/* Where the word that begins at `at` ends: before white space, brackets and quotes, and before what is shown. */
static size_t word_end(struct str text, size_t at)
{
    while (at < text.len && !is_space(text.ptr[at]) && !memchr("|`[]<>\"", text.ptr[at], 7)) {
        struct step step = step_at(text, at);
        if (step.point == NOT_UTF8 || is_control(step.point) || is_invisible(step.point))
            break;
        at += step.len;
    }
    return at;
}

static bool holds_nocase(struct str text, struct str lower)
{
    for (size_t i = 0; i + lower.len <= text.len; i++)
        if (str_eq_nocase(str_slice(text, i, i + lower.len), lower))
            return true;
    return false;
}

/* Whether a renderer may take the word for an address: GFM's extended autolinks, read generously. */
static bool is_address(struct str word)
{
    size_t sign = str_find(word, STR("@"), 0);
    bool mail = sign > 0 && sign + 1 < word.len && str_find(word, STR("."), sign) < word.len;
    return mail || str_find(word, STR("://"), 0) < word.len || holds_nocase(word, STR("www.")) ||
           holds_nocase(word, STR("mailto:")) || holds_nocase(word, STR("xmpp:"));
}

/* The part of an address that goes into the code span: brackets, quotes and full stops around it stay outside. */
static struct str address_core(struct str word)
{
    while (word.len > 0 && !is_alnum(word.ptr[0])) {
        word.ptr++;
        word.len--;
    }
    while (word.len > 0 && !is_alnum(word.ptr[word.len - 1]) && word.ptr[word.len - 1] != '/')
        word.len--;
    return word;
}

/* What is shown, with the punctuation that it is made of escaped: "\<U+202E>", "^\[". */
static void add_visible_markdown(struct buf *out, struct str text, size_t at, struct step step)
{
    struct buf form = {0};
    add_visible(&form, text, at, step);
    for (size_t i = 0; i < form.len; i++) {
        if (memchr("<[\\]_", form.ptr[i], 5))
            buf_char(out, '\\');
        buf_char(out, form.ptr[i]);
    }
    buf_release(&form);
}

static size_t add_markdown_character(struct buf *out, struct str text, size_t start, size_t at)
{
    struct step step = step_at(text, at);
    if (is_space(text.ptr[at]) && (text.ptr[at] == '\t' || line_end(text, at) > 0)) {
        buf_char(out, ' ');
        return line_end(text, at) == 2 ? 2 : 1;
    }
    if (step.point == NOT_UTF8 || is_control(step.point) || is_invisible(step.point)) {
        add_visible_markdown(out, text, at, step);
        return step.len;
    }
    if (is_markup(text, start, at))
        buf_char(out, '\\');
    buf_add(out, text.ptr + at, step.len);
    return step.len;
}

/* Four spaces at a line's start make code: where a line or an item may begin, leading white space is dropped. */
static size_t skip_indent(const struct buf *out, struct str text)
{
    size_t at = 0;
    if (out->len == 0 || is_space(out->ptr[out->len - 1]))
        while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t' || line_end(text, at) > 0))
            at += line_end(text, at) == 2 ? 2 : 1;
    return at;
}

void escape_markdown(struct buf *out, struct str text)
{
    size_t at = skip_indent(out, text), start = at, end_of_word = 0;
    struct str code = STR_NULL;
    while (start < text.len && (text.ptr[start] == ' ' || text.ptr[start] == '\t' || line_end(text, start) > 0))
        start += line_end(text, start) == 2 ? 2 : 1;
    while (at < text.len) {
        if (at >= end_of_word) {
            end_of_word = word_end(text, at);
            struct str word = str_slice(text, at, end_of_word);
            code = is_address(word) ? address_core(word) : STR_NULL;
        }
        if (code.len > 0 && text.ptr + at == code.ptr) {
            buf_char(out, '`');
            buf_str(out, code);
            buf_char(out, '`');
            at += code.len;
        } else {
            at += add_markdown_character(out, text, start, at);
        }
    }
}

/* ---- HTML ---- */

/* Code points that no text may hold, and that an HTML or XML parser refuses even where they are written as numbers. */
static bool is_noncharacter(uint32_t point)
{
    return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
}

/* All five characters, so that the same text may stand between tags and inside either kind of quotation marks. */
static void add_html_character(struct buf *out, char c)
{
    switch (c) {
    case '&':
        buf_str(out, STR("&amp;"));
        break;
    case '<':
        buf_str(out, STR("&lt;"));
        break;
    case '>':
        buf_str(out, STR("&gt;"));
        break;
    case '"':
        buf_str(out, STR("&quot;"));
        break;
    case '\'':
        buf_str(out, STR("&#39;"));
        break;
    default:
        buf_char(out, c);
    }
}

static void escape_page(struct buf *out, struct str text, char line_feed)
{
    struct buf shown = {0};
    for (size_t at = 0; at < text.len;) {
        struct step step = step_at(text, at);
        size_t end = line_end(text, at);
        if (step.point != NOT_UTF8 && is_noncharacter(step.point))
            buf_printf(&shown, "<U+%04X>", (unsigned)step.point);
        else
            escape_shown(&shown, str_slice(text, at, at + (end > 0 ? end : step.len)), line_feed);
        at += end > 0 ? end : step.len;
    }
    for (size_t i = 0; i < shown.len; i++)
        add_html_character(out, shown.ptr[i]);
    buf_release(&shown);
}

void escape_html(struct buf *out, struct str text)
{
    escape_page(out, text, ' ');
}

void escape_html_block(struct buf *out, struct str text)
{
    escape_page(out, text, '\n');
}

/* Only what RFC 3986 has, less what could end a link in Markdown ("<>`|\") or needs decoding first. */
bool escape_links_to(struct str url)
{
    static const char allowed[] = "-._~:/?#@!$&'()*+,;=%";
    if (!str_starts(url, STR("https://")) && !str_starts(url, STR("http://")))
        return false;
    for (size_t i = 0; i < url.len; i++)
        if (!is_alpha(url.ptr[i]) && !is_digit(url.ptr[i]) && (!url.ptr[i] || !strchr(allowed, url.ptr[i])))
            return false;
    return true;
}
