/* Folding text for comparison. Folded bytes come out one character at a time, so that the way back is the same walk. */
#include "core/evidence/fold.h"

#include <string.h>
#include <utf8proc.h>

#include "core/base/utf8.h"

enum { PIECE_MOST = 24, DECOMPOSED_MOST = 8 };

/* What comes out next, and of what. */
struct piece {
    char bytes[PIECE_MOST];
    size_t len;
    size_t start, end; /* of it in the text */
};

struct fold {
    struct str text;
    size_t at;
    char before; /* the last byte that came out; 0 before the first */
};

/* Characters that stand for others. */
static const struct {
    uint32_t code;
    const char *as;
} stand_ins[] = {
    {0x60, "'"},     {0xB4, "'"},     {0x2018, "'"},   {0x2019, "'"},  {0x201A, "'"},  {0x201B, "'"},
    {0x2032, "'"},   {0xAB, "\""},    {0xBB, "\""},    {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""},
    {0x201F, "\""},  {0x2033, "\""},  {0x2026, "..."}, {0xFB00, "ff"}, {0xFB01, "fi"}, {0xFB02, "fl"},
    {0xFB03, "ffi"}, {0xFB04, "ffl"}, {0xFB05, "st"},  {0xFB06, "st"},
};

static bool is_blank(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/* What is there and is not seen: soft hyphen, zero-width characters. */
static bool is_unseen(uint32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

static bool is_hyphen(uint32_t c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

static bool is_dash(uint32_t c)
{
    return (c >= 0x2012 && c <= 0x2015) || c == 0x2212;
}

static bool is_letter(char c)
{
    return is_alpha(c) || (unsigned char)c >= 0x80;
}

/* The first place from `at` on that holds neither white space nor what is not seen; whether a line ended on the way. */
static size_t skip_blanks(struct str text, size_t at, bool *ret_line)
{
    uint32_t c;
    *ret_line = false;
    while (at < text.len) {
        size_t length = utf8_decode(text, at, &c);
        bool bar = c == '|' && at > 0 && text.ptr[at - 1] == ' ' && at + 1 < text.len && text.ptr[at + 1] == ' ';
        if (!is_blank(c) && !is_unseen(c) && !bar)
            break;
        *ret_line = *ret_line || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
        at += length;
    }
    return at;
}

static char byte_at(struct str text, size_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

static void put(struct piece *piece, const char *bytes, size_t len)
{
    memcpy(piece->bytes, bytes, len);
    piece->len = len;
}

/* A dash, and the white space after it where that does not count. One between a word and a figure is no minus sign. */
static void put_dash(struct fold *fold, uint32_t dash, struct piece *piece)
{
    bool line;
    size_t next = skip_blanks(fold->text, fold->at, &line);
    bool parts = dash >= 0x2014 && is_letter(fold->before) && is_digit(byte_at(fold->text, fold->at));
    put(piece, "- ", parts ? 2 : 1);
    if (next > fold->at && !is_digit(byte_at(fold->text, next)) && !is_digit(fold->before))
        fold->at = next;
}

/* A hyphen inside a word is nothing, at a line's end as well; one with white space before and after it is a dash. */
static void put_hyphen(struct fold *fold, struct piece *piece)
{
    bool line;
    size_t next = skip_blanks(fold->text, fold->at, &line);
    char after = byte_at(fold->text, next);
    if (fold->before == ' ' && next > fold->at)
        put_dash(fold, '-', piece);
    else if (is_letter(fold->before) && is_letter(after) && (next == fold->at || (line && !is_upper(after))))
        fold->at = next;
    else
        put(piece, "-", 1);
}

/* A space, or nothing where a dash follows that takes it along. */
static void put_space(struct fold *fold, struct piece *piece)
{
    bool line;
    uint32_t c = 0;
    fold->at = skip_blanks(fold->text, fold->at, &line);
    if (fold->at >= fold->text.len || fold->before == '\0' || fold->before == ' ')
        return;
    size_t length = utf8_decode(fold->text, fold->at, &c);
    size_t next = skip_blanks(fold->text, fold->at + length, &line);
    bool taken = is_dash(c) || (is_hyphen(c) && next > fold->at + length);
    if (taken && !is_digit(fold->before) && !is_digit(byte_at(fold->text, next)))
        fold->before = ' '; /* the dash sees it, and nobody else */
    else
        put(piece, " ", 1);
}

/* An accented letter comes out as the letter and its accents. */
static void put_character(uint32_t c, struct str bytes, struct piece *piece)
{
    utf8proc_int32_t parts[DECOMPOSED_MOST];
    int last = 0;
    for (size_t i = 0; i < sizeof(stand_ins) / sizeof(stand_ins[0]); i++) {
        if (stand_ins[i].code == c) {
            put(piece, stand_ins[i].as, strlen(stand_ins[i].as));
            return;
        }
    }
    utf8proc_ssize_t count =
        utf8proc_decompose_char((utf8proc_int32_t)c, parts, DECOMPOSED_MOST, UTF8PROC_DECOMPOSE, &last);
    if (count < 1 || count > PIECE_MOST / 4) {
        put(piece, bytes.ptr, bytes.len);
        return;
    }
    for (utf8proc_ssize_t i = 0; i < count; i++)
        piece->len += (size_t)utf8proc_encode_char(parts[i], (utf8proc_uint8_t *)(void *)(piece->bytes + piece->len));
}

/* False at the end. A piece may be empty. */
static bool next_piece(struct fold *fold, struct piece *piece)
{
    uint32_t c = 0;
    piece->len = 0;
    if (fold->at >= fold->text.len)
        return false;
    piece->start = fold->at;
    size_t length = utf8_decode(fold->text, fold->at, &c);
    bool bar = c == '|' && byte_at(fold->text, fold->at + 1) == ' ' && (fold->before == ' ' || fold->before == '\0');
    fold->at += length;
    piece->end = fold->at;
    if (is_blank(c) || bar)
        put_space(fold, piece);
    else if (is_hyphen(c))
        put_hyphen(fold, piece);
    else if (is_dash(c))
        put_dash(fold, c, piece);
    else if (c < 0x80 && c != '`')
        put(piece, fold->text.ptr + piece->start, 1);
    else if (!is_unseen(c))
        put_character(c, str_slice(fold->text, piece->start, piece->end), piece);
    if (piece->len > 0)
        fold->before = piece->bytes[piece->len - 1];
    return true;
}

/* Characters that stay as they are whatever stands beside them: how many of them come next. Most of any text. */
static size_t plain_run(struct fold *fold)
{
    size_t start = fold->at;
    while (fold->at < fold->text.len) {
        char c = fold->text.ptr[fold->at];
        if ((unsigned char)c <= ' ' || (unsigned char)c >= 0x7F || c == '-' || c == '|' || c == '`')
            break;
        fold->at++;
    }
    if (fold->at > start)
        fold->before = fold->text.ptr[fold->at - 1];
    return fold->at - start;
}

void fold_text(struct buf *out, struct str text)
{
    struct fold fold = {.text = text};
    struct piece piece;
    if (text.len == 0)
        return;
    buf_reserve(out, text.len + 1);
    do {
        size_t start = fold.at;
        buf_add(out, text.ptr + start, plain_run(&fold));
        if (!next_piece(&fold, &piece))
            return;
        buf_add(out, piece.bytes, piece.len);
    } while (fold.at < text.len);
}

void fold_origin(struct str text, size_t at, size_t *ret_start, size_t *ret_end)
{
    struct fold fold = {.text = text};
    struct piece piece;
    size_t done = 0;
    *ret_start = *ret_end = text.len;
    for (;;) {
        size_t start = fold.at, run = plain_run(&fold);
        if (done + run > at) {
            *ret_start = start + (at - done);
            *ret_end = *ret_start + 1;
            return;
        }
        done += run;
        if (!next_piece(&fold, &piece))
            return;
        done += piece.len;
        if (done > at) {
            *ret_start = piece.start;
            *ret_end = piece.end;
            return;
        }
    }
}
