/* The cursor that cuts a sentence into tokens: token.c, with token_plain.c for most words and token_number.c for numbers. */
#ifndef CORE_TEXT_TOKEN_SCAN_H
#define CORE_TEXT_TOKEN_SCAN_H

#include "core/base/utf8.h"
#include "core/text/token.h"

/* A cursor over one sentence. */
struct scan {
    struct str text;
    size_t at, end;
    const struct lexicon *lexicon;
    uint8_t glued; /* TOKEN_GLUED where nothing stands between the next token and the one before it */
    bool mail;     /* there is an "@" in it: runs of letters, digits and "._-+" may be the beginning of an address */
};

static inline uint32_t peek(const struct scan *scan, size_t at, size_t *ret_len)
{
    uint32_t point = 0;
    *ret_len = at < scan->end ? utf8_decode(scan->text, at, &point) : 0;
    return point;
}

static inline char byte_at(const struct scan *scan, size_t at)
{
    return at < scan->end ? scan->text.ptr[at] : '\0';
}

/*
 * Cuts tokens from the cursor on as long as they are plain: words of letters and numbers of digits that nothing else can
 * belong to, marks and symbols of one byte. Returns where the next token is to be put: `last` where there is no more room.
 */
struct token *scan_plain(struct scan *scan, struct token *token, const struct token *last);

/* All tokens from the cursor on, and what there is among them; `plainly` with scan_plain(), which finds no others. */
struct tokens scan_tokens(struct scan *scan, struct arena *scratch, bool plainly);

/* Whether what stands behind digits may go on with the number: a separator, or what may be one, and a digit. */
static inline bool number_goes_on(const struct scan *scan, size_t at)
{
    char next = byte_at(scan, at), beyond = byte_at(scan, at + 1);
    switch (next) {
    case '.':
    case '\'':
    case ' ':
        return is_digit(beyond);
    case ',':
        return is_digit(beyond) || beyond == ' ';
    default:
        return (unsigned char)next >= 0x80;
    }
}

/* Where the number that begins at the cursor ends: "1,234.5", "1 234,5", "12,34,567", "1.2.3". */
size_t number_token_end(const struct scan *scan);

#endif
