/* Finding a quotation in a text: both are folded, and searched by Knuth, Morris and Pratt's method, which takes the same
 * time whatever either holds. */
#include "core/evidence/quote.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "core/base/buf.h"
#include "core/base/mem.h"
#include "core/base/utf8.h"
#include "core/evidence/fold.h"

static char byte_at(struct str text, size_t at)
{
    return at < text.len ? text.ptr[at] : ' ';
}

/* Letters, marks and numbers, "½" among them. */
static bool is_word(uint32_t c)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

static bool word_before(struct str text, size_t at)
{
    uint32_t c;
    if (at == 0)
        return false;
    utf8_decode(text, utf8_back(text, at, 1), &c);
    return is_word(c);
}

static bool word_after(struct str text, size_t at)
{
    uint32_t c;
    if (at >= text.len)
        return false;
    utf8_decode(text, at, &c);
    return is_word(c);
}

/* What may stand between two digits of one figure. */
static bool joins_digits(char c)
{
    return c == '.' || c == ',' || c == '\'';
}

static bool cuts_left(struct str text, size_t at)
{
    char first = byte_at(text, at), second = byte_at(text, at + 1);
    char before = at > 0 ? text.ptr[at - 1] : ' ', more = at > 1 ? text.ptr[at - 2] : ' ';
    if (is_digit(first))
        return word_before(text, at) || before == '-' || (joins_digits(before) && is_digit(more));
    if (joins_digits(first) || first == '-')
        return is_digit(second) && word_before(text, at);
    return word_after(text, at) && word_before(text, at);
}

static bool cuts_right(struct str text, size_t end)
{
    char last = byte_at(text, end - 1), second = end > 1 ? text.ptr[end - 2] : ' ';
    char after = byte_at(text, end), more = byte_at(text, end + 1);
    if (is_digit(last))
        return word_after(text, end) || after == '%' || ((joins_digits(after) || after == '-') && is_digit(more));
    if (joins_digits(last) || last == '-')
        return is_digit(second) && is_digit(after);
    return word_before(text, end) && word_after(text, end);
}

/* For each beginning of the needle how long its longest end is that is a beginning as well. */
static uint32_t *prepare(struct str needle)
{
    uint32_t *back = mem_alloc((needle.len + 1) * sizeof(*back));
    uint32_t length = 0;
    for (size_t i = 1; i < needle.len; i++) {
        while (length > 0 && needle.ptr[i] != needle.ptr[length])
            length = back[length];
        length += needle.ptr[i] == needle.ptr[length];
        back[i + 1] = length;
    }
    return back;
}

struct places {
    size_t first; /* where it stands; only where count > 0 */
    int64_t count;
};

/* Within text[from, to); with `only_first` no more than one. */
static struct places search(struct str text, size_t from, size_t to, struct str needle, bool only_first)
{
    struct places places = {0};
    uint32_t *back = prepare(needle);
    size_t length = 0, free_from = from;
    for (size_t i = from; i < to && needle.len > 0; i++) {
        while (length > 0 && text.ptr[i] != needle.ptr[length])
            length = back[length];
        length += text.ptr[i] == needle.ptr[length];
        if (length < needle.len)
            continue;
        size_t start = i + 1 - needle.len;
        if (start >= free_from && !cuts_left(text, start) && !cuts_right(text, i + 1)) {
            places.first = places.count > 0 ? places.first : start;
            places.count++;
            free_from = i + 1; /* places do not overlap */
        }
        if (places.count > 0 && only_first)
            break;
        length = back[length];
    }
    free(back);
    return places;
}

/* ---- words left out ---- */

/* "[...]", "(...)" or "..." at `at`, folded: how long it is; 0 for none. */
static size_t omission(struct str quote, size_t at)
{
    static const struct str signs[] = {{"[...]", 5}, {"(...)", 5}, {"...", 3}};
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        if (str_starts(str_slice(quote, at, quote.len), signs[i]))
            return signs[i].len;
    return 0;
}

static bool holds_word(struct str part)
{
    for (size_t i = 0; i < part.len; i = utf8_forward(part, i, 1))
        if (word_after(part, i))
            return true;
    return false;
}

/* The parts of a folded quotation; those without a word in them are left out. */
static size_t split(struct str quote, struct str parts[QUOTE_PARTS])
{
    size_t count = 0, start = 0, at = 0;
    while (at <= quote.len) {
        size_t length = at < quote.len ? omission(quote, at) : 0;
        if (length == 0 && at < quote.len) {
            at++;
            continue;
        }
        struct str part = str_trim(str_slice(quote, start, at));
        if (holds_word(part)) {
            if (count == QUOTE_PARTS)
                return 0;
            parts[count++] = part;
        }
        at += length > 0 ? length : 1;
        start = at;
    }
    return count;
}

/* The parts in their order. The first may be in several places, of which only one goes on: each is tried. */
static bool find_parts(struct str text, const struct str *parts, size_t count, size_t *ret_start, size_t *ret_end)
{
    enum { TRIES_MOST = 200 };
    size_t from = 0;
    for (int tries = 0; tries < TRIES_MOST; tries++) {
        struct places first = search(text, from, text.len, parts[0], true);
        if (first.count == 0)
            return false;
        size_t end = first.first + parts[0].len, i = 1;
        for (; i < count; i++) {
            size_t to = end + QUOTE_GAP + parts[i].len < text.len ? end + QUOTE_GAP + parts[i].len : text.len;
            struct places next = search(text, end, to, parts[i], true);
            if (next.count == 0)
                break;
            end = next.first + parts[i].len;
        }
        if (i == count) {
            *ret_start = first.first;
            *ret_end = end;
            return true;
        }
        from = first.first + parts[0].len;
    }
    return false;
}

/* ---- all of it ---- */

static void locate(struct str text, size_t start, size_t end, struct quote_found *found)
{
    size_t ignored;
    fold_origin(text, start, &found->start, &ignored);
    fold_origin(text, end - 1, &ignored, &found->end);
}

static struct quote_found find_folded(struct str text, struct str folded, struct str quote)
{
    struct quote_found found = {.presence = PRESENCE_ABSENT};
    struct str parts[QUOTE_PARTS];
    size_t start = 0, end = 0;
    struct places places = search(folded, 0, folded.len, quote, false);
    if (places.count > 0) {
        found.presence = PRESENCE_STANDS;
        found.places = places.count;
        locate(text, places.first, places.first + quote.len, &found);
        return found;
    }
    size_t count = split(quote, parts);
    if (count > 0 && (count > 1 || parts[0].len < quote.len) && find_parts(folded, parts, count, &start, &end)) {
        found.presence = PRESENCE_PARTS;
        found.places = 1;
        locate(text, start, end, &found);
    }
    return found;
}

/* Quotation marks that somebody put around all of it are not the source's. */
static struct str without_marks(struct str quote)
{
    if (quote.len > 2 && (quote.ptr[0] == '"' || quote.ptr[0] == '\'') && quote.ptr[quote.len - 1] == quote.ptr[0])
        return str_trim(str_slice(quote, 1, quote.len - 1));
    return quote;
}

struct quote_found quote_find(struct str text, struct str quote)
{
    struct quote_found found = {.presence = PRESENCE_NONE};
    struct buf folded = {0}, wanted = {0};
    fold_text(&wanted, quote);
    struct str words = str_trim(buf_view(&wanted));
    if (holds_word(words)) {
        fold_text(&folded, text);
        found = find_folded(text, buf_view(&folded), words);
        if (found.presence == PRESENCE_ABSENT && without_marks(words).len < words.len)
            found = find_folded(text, buf_view(&folded), without_marks(words));
    }
    buf_release(&folded);
    buf_release(&wanted);
    return found;
}
