/* Finding sentences: paragraphs first, then the full stops that end something. */
#include <string.h>

#include "core/base/bytes.h"
#include "core/base/utf8.h"
#include "core/text/token.h"

/*
 * Hard-wrapped text has empty lines between its paragraphs and no line much longer than a typewriter's; text with a
 * paragraph a line has neither.
 */
bool text_is_wrapped(struct str text)
{
    const size_t widest = 100, usual = 40;
    size_t lines = 0, usual_lines = 0, joins = 0, previous = 0;
    struct str rest = text;
    while (rest.len > 0) {
        size_t len = str_trim(str_split(&rest, '\n')).len;
        if (len > widest)
            return false;
        lines += len > 0;
        usual_lines += len >= usual;
        joins += len > 0 && previous >= usual;
        previous = len;
    }
    return joins > 0 && usual_lines * 2 > lines;
}

static size_t skip_space(struct str text, size_t at)
{
    while (at < text.len && is_space(text.ptr[at]))
        at++;
    return at;
}

/* Where the paragraph that begins at `at` ends. */
static size_t paragraph_end(struct str text, size_t at, bool wrapped)
{
    for (; at < text.len; at++) {
        const char *feed = memchr(text.ptr + at, '\n', text.len - at);
        if (!feed)
            break;
        at = (size_t)(feed - text.ptr);
        size_t next = at + 1;
        while (next < text.len && text.ptr[next] != '\n' && is_space(text.ptr[next]))
            next++;
        if (!wrapped || next >= text.len || text.ptr[next] == '\n')
            return at;
    }
    return text.len;
}

static bool is_word_byte(char c)
{
    return is_alpha(c) || is_digit(c) || c == '.' || (unsigned char)c >= 0x80;
}

/* The word that ends before `at`, with the full stops inside it ("U.S", "p.m"). */
static struct str word_before(struct str text, size_t from, size_t at)
{
    enum { LONGEST = 40 }; /* no abbreviation is longer */
    if (at - from >= BYTES_WIDTH) {
        bytes16 bytes = bytes_load(text.ptr + at - BYTES_WIDTH);
        uint32_t word = bytes_mask(bytes_between(bytes | 0x20, 'a', 'z') | bytes_between(bytes, '0', '9') |
                                   bytes_are(bytes, '.') | bytes_between(bytes, 0x80, 0xFF));
        uint32_t others = ~word << BYTES_WIDTH; /* the last byte is the highest bit */
        if (others)
            return str_slice(text, at - (size_t)__builtin_clz(others), at);
    }
    size_t start = at;
    while (start > from && at - start < LONGEST && is_word_byte(text.ptr[start - 1]))
        start--;
    return str_slice(text, start, at);
}

static struct str word_at(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.len && is_alpha(text.ptr[end]))
        end++;
    return str_slice(text, at, end);
}

static bool all_digits(struct str s)
{
    size_t digits = 0;
    while (digits < s.len && is_digit(s.ptr[digits]))
        digits++;
    return s.len > 0 && digits == s.len;
}

/* Does the full stop after `before` end a sentence, where the next one would begin at `next`? */
static bool stop_ends(const struct sentence_reader *reader, struct str before, size_t next)
{
    struct str text = reader->text;
    const struct word *known = before.len <= ABBREVIATION_MAX ? lexicon_find(reader->lexicon, before) : NULL;
    if (known && (known->classes & WORD_ABBREVIATION) && !(known->classes & WORD_MONTH && before.len > 4)) {
        /* "No. 5" goes on; "no. It" does not; "Inc. The" ends */
        bool title = known->classes & WORD_HONORIFIC;
        const struct word *follows = lexicon_find(reader->lexicon, word_at(text, next));
        bool starter =
            follows && (follows->classes & (WORD_DETERMINER | WORD_PRONOUN | WORD_CONJUNCTION | WORD_SUBORDINATOR));
        bool capital = next < text.len && is_upper(text.ptr[next]);
        if (title || is_digit(next < text.len ? text.ptr[next] : ' '))
            return false;
        return capital && starter;
    }
    bool initial = before.len == 1 && is_upper(before.ptr[0]);
    bool dotted = before.len >= 3 && before.ptr[1] == '.';
    if (initial || dotted) {
        const struct word *follows = lexicon_find(reader->lexicon, word_at(text, next));
        return follows && is_upper(text.ptr[next]) && !(initial && !dotted && before.ptr[0] != 'I') &&
               (follows->classes &
                (WORD_DETERMINER | WORD_PRONOUN | WORD_CONJUNCTION | WORD_SUBORDINATOR | WORD_PREPOSITION));
    }
    return true;
}

/* What may open a sentence: a capital, a digit, a quotation mark, a currency sign, any letter beyond ASCII. */
static bool may_begin(struct str text, size_t at)
{
    if (at >= text.len)
        return true;
    char c = text.ptr[at];
    return is_upper(c) || is_digit(c) || c == '"' || c == '\'' || c == '(' || c == '[' || c == '$' || c == '-' ||
           c == '*' || (unsigned char)c >= 0x80;
}

/* Past the quotation marks and brackets that close after a full stop. */
static size_t skip_closers(struct str text, size_t at, size_t end)
{
    while (at < end && !is_space(text.ptr[at])) {
        uint32_t point;
        size_t len = utf8_decode(text, at, &point);
        bool closer = point == ')' || point == ']' || point == '"' || point == '\'' || point == 0x201D ||
                      point == 0x2019 || point == 0xBB;
        if (!closer)
            break;
        at += len;
    }
    return at;
}

/* The next full stop, question mark or exclamation mark; `end` where there is none. */
static size_t next_stop(struct str text, size_t at, size_t end)
{
    for (; end - at >= BYTES_WIDTH; at += BYTES_WIDTH) {
        bytes16 bytes = bytes_load(text.ptr + at);
        uint32_t stops = bytes_mask(bytes_are(bytes, '.') | bytes_are(bytes, '!') | bytes_are(bytes, '?'));
        if (stops)
            return at + (size_t)__builtin_ctz(stops);
    }
    while (at < end && text.ptr[at] != '.' && text.ptr[at] != '!' && text.ptr[at] != '?')
        at++;
    return at;
}

/* Where the sentence that begins at `start` ends, in a paragraph that ends at `end`. */
static size_t sentence_end(const struct sentence_reader *reader, size_t start, size_t end)
{
    struct str text = reader->text;
    for (size_t at = next_stop(text, start, end); at < end; at = next_stop(text, at + 1, end)) {
        char c = text.ptr[at];
        size_t stop = at, after = at + 1;
        while (after < end && (text.ptr[after] == '.' || text.ptr[after] == '!' || text.ptr[after] == '?'))
            after++;
        at = after - 1; /* a run of stops is looked at once */
        after = skip_closers(text, after, end);
        size_t next = after;
        while (next < end && is_space(text.ptr[next]))
            next++;
        if (next == after && next < end)
            continue; /* inside a word, a number, an address */
        if (next >= end)
            return after;
        if (c == '.') {
            struct str before = word_before(text, start, stop);
            bool list_number = before.len <= 2 && before.ptr == text.ptr + start && all_digits(before);
            if (list_number || !may_begin(text, next) || !stop_ends(reader, before, next))
                continue;
        } else if (!may_begin(text, next)) {
            continue;
        }
        return after;
    }
    return end;
}

bool sentence_next(struct sentence_reader *reader, struct sentence *ret)
{
    struct str text = reader->text;
    size_t start = skip_space(text, reader->at);
    if (start >= text.len)
        return false;
    bool fresh = start >= reader->paragraph_end;
    if (fresh)
        reader->paragraph_end = paragraph_end(text, start, reader->wrapped);
    if (start >= reader->sentence_end)
        reader->sentence_end = sentence_end(reader, start, reader->paragraph_end);
    reader->at = reader->sentence_end;
    *ret = (struct sentence){start, reader->sentence_end, fresh};
    return true;
}
