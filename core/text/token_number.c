/* Where a number ends that is written in digits, with the marks that may stand between them. */
#include "core/text/token_scan.h"

#include <string.h>

#include "core/base/limits.h"

/* Length of a separator of thousands at `at`, before three digits: "," or a no-break, thin or narrow space. */
static size_t group_separator(const struct scan *scan, size_t at, uint32_t *ret_separator)
{
    size_t len;
    uint32_t point = peek(scan, at, &len);
    if (point == ',' && byte_at(scan, at + 1) == ' ' && byte_at(scan, at + 2) == '0' && byte_at(scan, at + 3) == '0' &&
        byte_at(scan, at + 4) == '0' && !is_digit(byte_at(scan, at + 5))) {
        *ret_separator = point;
        return 2; /* "80, 000": three noughts are no number of their own */
    }
    bool separator = point == ',' || point == '.' || point == '\'' || point == 0x2019 || point == 0xA0 ||
                     point == 0x2009 || point == 0x202F;
    for (size_t i = 0; separator && i < 3; i++)
        separator = is_digit(byte_at(scan, at + len + i));
    *ret_separator = point;
    return separator && !is_digit(byte_at(scan, at + len + 3)) ? len : 0;
}

static size_t skip_digits(const struct scan *scan, size_t at)
{
    while (is_digit(byte_at(scan, at)))
        at++;
    return at;
}

/*
 * Groups of three after the first one to three digits, all with the same separator. A lone "." before three digits is a
 * decimal point, so a point separates thousands only where there are two of them ("1.234.567").
 */
static size_t skip_groups(const struct scan *scan, size_t start, size_t at)
{
    uint32_t separator, next;
    if (at - start > 3 || (byte_at(scan, start) == '0' && at - start == 1))
        return at;
    size_t len = group_separator(scan, at, &separator);
    bool mark = separator == '\'' || separator == 0x2019; /* "1'000'000", but "'19'000" is none */
    if (len == 0 || (mark && start > 0 && !is_space(scan->text.ptr[start - 1])))
        return at;
    size_t end = at, groups = 0;
    while (len > 0) {
        end += len + 3;
        groups++;
        len = group_separator(scan, end, &next);
        if (next != separator)
            break;
    }
    return (separator == '.' || mark) && groups < 2 ? at : end;
}

/* Indian grouping: "1,25,000", "12,34,56,789": groups of two and a last one of three. */
static size_t skip_indian_groups(const struct scan *scan, size_t start, size_t at)
{
    size_t end = at, groups = 0;
    if (at - start > 2)
        return at;
    while (groups < LIMIT_NUMBER_DIGITS / 2 && byte_at(scan, end) == ',' && is_digit(byte_at(scan, end + 1)) &&
           is_digit(byte_at(scan, end + 2)) && !is_digit(byte_at(scan, end + 3))) {
        end += 3;
        groups++;
    }
    uint32_t separator;
    size_t len = group_separator(scan, end, &separator);
    return groups > 0 && len > 0 && separator == ',' ? end + 4 : at;
}

/* "was 40 000.", "of 3 400 000": three noughts at the end, and prose before it, are no row of a table. */
static bool is_grouped_in_prose(const struct scan *scan, size_t start, size_t end)
{
    char next = byte_at(scan, end);
    bool closed = end >= scan->end || next == '.' || next == ',' || next == ';' || next == ')' || next == '?';
    if (!closed || is_digit(byte_at(scan, end + 1)))
        return false;
    bool noughts = end - start > 4 && memcmp(scan->text.ptr + end - 3, "000", 3) == 0;
    return noughts && start >= 2 && scan->text.ptr[start - 1] == ' ' && is_lower(scan->text.ptr[start - 2]);
}

/*
 * "28 000 people", "3 400 000 euros": groups of three after plain spaces, where a word follows and no other number
 * stands beside them, as in a table's row.
 */
static size_t skip_spaced_groups(const struct scan *scan, size_t start, size_t at)
{
    size_t end = at;
    if (at - start > 3 || byte_at(scan, start) == '0')
        return at;
    for (size_t i = start; i > 0 && scan->text.ptr[i - 1] == ' '; i--)
        if (i >= 2 && (is_digit(scan->text.ptr[i - 2]) || scan->text.ptr[i - 2] == '.' || scan->text.ptr[i - 2] == '-'))
            return at; /* a number, or a label's stop, before it */
    while (byte_at(scan, end) == ' ' && skip_digits(scan, end + 1) == end + 4)
        end += 4;
    bool word = byte_at(scan, end) == ' ' && (is_lower(byte_at(scan, end + 1)) || byte_at(scan, end + 1) == '%' ||
                                              (unsigned char)byte_at(scan, end + 1) >= 0xC0);
    return end > at && (word || is_grouped_in_prose(scan, start, end)) ? end : at;
}

/* "4,5 million", "12,75%": a comma is the decimal point where what follows could be no list. */
static bool is_decimal_comma(const struct scan *scan, size_t at, size_t *ret_end)
{
    static const char *const after[] = {"%", " %", " million", " billion", " trillion", " percent", " per cent"};
    size_t end = byte_at(scan, at) == ',' ? skip_digits(scan, at + 1) : at;
    if (end < at + 2 || end > at + 3)
        return false;
    struct str rest = str_slice(scan->text, end, scan->end);
    for (size_t i = 0; i < sizeof(after) / sizeof(after[0]); i++)
        if (str_starts(rest, str_from(after[i]))) {
            *ret_end = end;
            return true;
        }
    return false;
}

size_t number_token_end(const struct scan *scan)
{
    size_t digits = skip_digits(scan, scan->at);
    if (!number_goes_on(scan, digits))
        return digits;
    size_t at = skip_groups(scan, scan->at, digits);
    if (at == digits)
        at = skip_indian_groups(scan, scan->at, digits);
    if (at == digits)
        at = skip_spaced_groups(scan, scan->at, digits);
    if (at == digits && is_decimal_comma(scan, at, &at))
        return at;
    bool points = memchr(scan->text.ptr + scan->at, '.', at - scan->at) != NULL;
    if (byte_at(scan, at) == (points ? ',' : '.') && is_digit(byte_at(scan, at + 1)))
        at = skip_digits(scan, at + 1);
    /* "1.2.3", "192.168.0.1": versions and addresses are one token, which number.c refuses */
    while (byte_at(scan, at) == '.' && is_digit(byte_at(scan, at + 1)))
        at = skip_digits(scan, at + 1);
    return at;
}
