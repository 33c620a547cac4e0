/* UTF-8: decoding, checking and counting. */
#include "core/base/utf8.h"

#include "core/base/bytes.h"

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

size_t utf8_decode(struct str s, size_t at, uint32_t *ret_code_point)
{
    unsigned char lead = (unsigned char)s.ptr[at];
    *ret_code_point = lead;
    if (lead < 0x80)
        return 1;
    *ret_code_point = 0xFFFD;
    size_t len = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || s.len - at < len)
        return 1;
    uint32_t point = lead & (0x7FU >> len);
    for (size_t i = 1; i < len; i++) {
        if (!is_continuation(s.ptr[at + i]))
            return 1;
        point = point << 6 | ((unsigned char)s.ptr[at + i] & 0x3FU);
    }
    bool overlong = (len == 3 && point < 0x800) || (len == 4 && point < 0x10000);
    bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (overlong || surrogate || point > 0x10FFFF)
        return 1;
    *ret_code_point = point;
    return len;
}

/* Whether the sixteen bytes are: most text is nothing else. */
static inline bool is_ascii(const char *from)
{
    return bytes_mask(bytes_load(from)) == 0;
}

/* Where the ASCII that stands at `at` ends at the earliest. */
static size_t skip_ascii(struct str s, size_t at)
{
    for (const char *from = s.ptr + at; s.len - at >= 4 * BYTES_WIDTH; at += 4 * BYTES_WIDTH, from += 4 * BYTES_WIDTH)
        if (bytes_mask(bytes_load(from) | bytes_load(from + BYTES_WIDTH) | bytes_load(from + 2 * BYTES_WIDTH) |
                       bytes_load(from + 3 * BYTES_WIDTH)))
            break;
    while (s.len - at >= BYTES_WIDTH && is_ascii(s.ptr + at))
        at += BYTES_WIDTH;
    size_t left = s.len - at;
    bool rest = left > 0 && left < BYTES_WIDTH && bytes_mask(bytes_load_first(s.ptr + at, left)) == 0;
    return rest ? s.len : at;
}

bool utf8_valid(struct str s, size_t *ret_bad)
{
    for (size_t i = 0; i < s.len;) {
        i = skip_ascii(s, i);
        if (i == s.len)
            break;
        uint32_t point;
        size_t len = utf8_decode(s, i, &point);
        if (len == 1 && (unsigned char)s.ptr[i] >= 0x80) {
            *ret_bad = i;
            return false;
        }
        i += len;
    }
    return true;
}

size_t utf8_count(struct str s)
{
    enum { SUMMED_MOST = 255 }; /* a byte of the sum holds no more */
    const char *from = s.ptr;
    size_t count = s.len;
    for (size_t steps = s.len / BYTES_WIDTH, few; steps > 0; steps -= few) {
        bytes16 continuations = {0};
        few = steps < SUMMED_MOST ? steps : SUMMED_MOST;
        for (size_t k = 0; k < few; k++, from += BYTES_WIDTH)
            continuations -= bytes_continue(bytes_load(from)); /* each that is one is -1 */
        count -= bytes_sum(continuations);
    }
    size_t left = s.len % BYTES_WIDTH;
    if (left > 0 && bytes_mask(bytes_continue(bytes_load_first(from, left))))
        for (; left > 0; left--)
            count -= is_continuation(*from++);
    return count;
}

size_t utf8_back(struct str s, size_t at, size_t count)
{
    while (count >= BYTES_WIDTH && at >= BYTES_WIDTH && is_ascii(s.ptr + at - BYTES_WIDTH)) {
        at -= BYTES_WIDTH;
        count -= BYTES_WIDTH;
    }
    while (count > 0 && at > 0) {
        at--;
        if (!is_continuation(s.ptr[at]))
            count--;
    }
    return at;
}

size_t utf8_forward(struct str s, size_t at, size_t count)
{
    while (count >= BYTES_WIDTH && s.len - at >= BYTES_WIDTH && is_ascii(s.ptr + at)) {
        at += BYTES_WIDTH;
        count -= BYTES_WIDTH;
    }
    while (count > 0 && at < s.len) {
        at++;
        while (at < s.len && is_continuation(s.ptr[at]))
            at++;
        count--;
    }
    return at;
}
