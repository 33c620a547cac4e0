/* Cutting the plain tokens of a sentence, which are nearly all of them, in one pass. */
#include "core/base/bytes.h"
#include "core/text/token_scan.h"

/* What begins with this byte, or may end with it before, without another look: enum plain. */
enum plain {
    PLAIN_MARK = 1,    /* a token of its own, and a mark */
    PLAIN_SYMBOL = 2,  /* the same, and a symbol */
    PLAIN_END = 4,     /* a word of letters ends before it */
    PLAIN_MAILBOX = 8, /* the same, but where it goes on to be an address */
};
static const uint8_t plain_bytes[256] = {
    ['\t'] = PLAIN_END,
    ['\n'] = PLAIN_END,
    ['\r'] = PLAIN_END,
    [' '] = PLAIN_END,
    ['!'] = PLAIN_MARK | PLAIN_END,
    ['"'] = PLAIN_END,
    ['#'] = PLAIN_END,
    ['$'] = PLAIN_SYMBOL | PLAIN_END,
    ['%'] = PLAIN_SYMBOL | PLAIN_END,
    ['&'] = PLAIN_SYMBOL | PLAIN_END,
    ['('] = PLAIN_MARK | PLAIN_END,
    [')'] = PLAIN_MARK | PLAIN_END,
    ['*'] = PLAIN_SYMBOL | PLAIN_END,
    ['+'] = PLAIN_SYMBOL | PLAIN_MAILBOX,
    [','] = PLAIN_MARK | PLAIN_END,
    ['-'] = PLAIN_MARK | PLAIN_MAILBOX,
    ['.'] = PLAIN_MARK, /* behind letters it may be a part of initials, or of "www." */
    ['/'] = PLAIN_SYMBOL | PLAIN_END,
    ['0'] = PLAIN_MAILBOX,
    ['1'] = PLAIN_MAILBOX,
    ['2'] = PLAIN_MAILBOX,
    ['3'] = PLAIN_MAILBOX,
    ['4'] = PLAIN_MAILBOX,
    ['5'] = PLAIN_MAILBOX,
    ['6'] = PLAIN_MAILBOX,
    ['7'] = PLAIN_MAILBOX,
    ['8'] = PLAIN_MAILBOX,
    ['9'] = PLAIN_MAILBOX,
    [':'] = PLAIN_MARK, /* "http:" */
    [';'] = PLAIN_MARK | PLAIN_END,
    ['<'] = PLAIN_SYMBOL | PLAIN_END,
    ['='] = PLAIN_SYMBOL | PLAIN_END,
    ['>'] = PLAIN_SYMBOL | PLAIN_END,
    ['?'] = PLAIN_MARK | PLAIN_END,
    ['['] = PLAIN_MARK | PLAIN_END,
    [']'] = PLAIN_MARK | PLAIN_END,
    ['_'] = PLAIN_MARK | PLAIN_MAILBOX,
    ['{'] = PLAIN_MARK | PLAIN_END,
    ['|'] = PLAIN_MARK | PLAIN_END,
    ['}'] = PLAIN_MARK | PLAIN_END,
    ['~'] = PLAIN_SYMBOL | PLAIN_END,
};

/* Whether a word of so many plain letters surely ends here: nothing that may belong to it goes on. */
static bool ends_plainly(const struct scan *scan, size_t end, size_t len)
{
    if (end >= scan->end)
        return end == scan->end;
    char next = scan->text.ptr[end];
    uint8_t kind = plain_bytes[(unsigned char)next];
    if (kind & PLAIN_END)
        return true;
    if (next == '.')
        return !scan->mail && len > 1 && !(len == 3 && to_lower(scan->text.ptr[end - 1]) == 'w');
    if (next == ':')
        return len < 4 || len > 5;
    return (kind & PLAIN_MAILBOX) && !scan->mail;
}

/* The flags of a word of so many letters, by a mask of those that are capitals. */
static inline uint8_t flags_of_capitals(uint32_t capitals, uint32_t len)
{
    uint32_t all = (1u << len) - 1;
    return (uint8_t)((capitals & 1 ? TOKEN_CAPITAL : 0) | ((capitals & all) == all && len > 1 ? TOKEN_UPPER : 0));
}

/*
 * Most of any text is words of plain letters with white space or a mark after them. They need none of the questions that
 * other tokens need, so they are cut, put in lower case and looked up in one pass. False for any other word, and where there
 * is none.
 */
static inline bool scan_plain_word(struct scan *scan, struct token *token)
{
    size_t at = scan->at;
    const char *text = scan->text.ptr + at;
    bytes16 bytes = bytes_load_some(text, scan->text.len - at);
    uint32_t letters = bytes_mask(bytes_between(bytes | 0x20, 'a', 'z')), len = (uint32_t)__builtin_ctz(~letters);
    if (len == 0 || len > WORD_SHORT)
        return false;
    size_t end = at + len;
    bool space = end < scan->end && text[len] == ' ';
    if (!space && !ends_plainly(scan, end, len))
        return false;
    uint8_t flags = scan->glued;
    uint32_t capitals = letters & ~bytes_mask(bytes << 2); /* a small letter has the bit of 0x20 */
    if (capitals)
        flags |= flags_of_capitals(capitals, len);
    struct word_keys keys = word_keys(bytes_first(bytes | 0x20, len));
    const struct word *slot = lexicon_slot(scan->lexicon, keys);
    *token = (struct token){
        .start = (uint32_t)at,
        .end = (uint32_t)end,
        .word = word_known(slot),
        .row = lexicon_row(scan->lexicon, slot),
        .key = keys.key,
        .classes = slot->classes,
        .kind = TOKEN_WORD,
        .flags = flags,
    };
    scan->at = end + space;
    scan->glued = space ? 0 : TOKEN_GLUED;
    return true;
}

/* A byte that is a mark or a symbol wherever it stands, but behind letters or digits that have taken it. */
static inline bool scan_plain_mark(struct scan *scan, struct token *token)
{
    char mark = scan->text.ptr[scan->at];
    uint8_t kind = plain_bytes[(unsigned char)mark] & (PLAIN_MARK | PLAIN_SYMBOL);
    if (!kind)
        return false;
    struct word_keys keys = {(uint64_t)(unsigned char)mark << WORD_KEY_SHIFT(0), 0};
    *token = (struct token){
        .start = (uint32_t)scan->at,
        .end = (uint32_t)scan->at + 1,
        .row = lexicon_row(scan->lexicon, lexicon_slot(scan->lexicon, keys)),
        .key = keys.key,
        .kind = kind == PLAIN_MARK ? TOKEN_MARK : TOKEN_SYMBOL,
        .flags = scan->glued,
        .mark = mark,
    };
    scan->at++;
    scan->glued = TOKEN_GLUED;
    return true;
}

/* Digits that nothing goes on with, where no address may begin with them. */
static inline bool scan_plain_number(struct scan *scan, struct token *token)
{
    size_t at = scan->at;
    bytes16 bytes = bytes_load_some(scan->text.ptr + at, scan->text.len - at);
    uint32_t len = (uint32_t)__builtin_ctz(~bytes_mask(bytes_between(bytes, '0', '9')));
    if (len == 0 || len > WORD_SHORT || at + len > scan->end || scan->mail || number_goes_on(scan, at + len))
        return false;
    struct word_keys keys = word_keys(bytes_first(bytes, len));
    *token = (struct token){
        .start = (uint32_t)at,
        .end = (uint32_t)at + len,
        .row = lexicon_row(scan->lexicon, lexicon_slot(scan->lexicon, keys)),
        .key = keys.key,
        .kind = TOKEN_NUMBER,
        .flags = scan->glued,
    };
    scan->at = at + len;
    scan->glued = TOKEN_GLUED;
    return true;
}

struct token *scan_plain(struct scan *scan, struct token *token, const struct token *last)
{
    struct scan own = *scan; /* its own, so that it stays in the processor's registers */
    while (token < last && own.at < own.end) {
        if (scan_plain_word(&own, token)) {
            token++;
        } else if (own.text.ptr[own.at] == ' ') {
            own.at++;
            own.glued = 0;
        } else if (scan_plain_mark(&own, token) || scan_plain_number(&own, token)) {
            token++;
        } else {
            break;
        }
    }
    scan->at = own.at;
    scan->glued = own.glued;
    return token;
}
