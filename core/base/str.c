/* Slices of text: comparing, searching and cutting. */
#include "core/base/str.h"

#include <string.h>

struct str str_trim(struct str s)
{
    while (s.len > 0 && is_space(s.ptr[0])) {
        s.ptr++;
        s.len--;
    }
    while (s.len > 0 && is_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

bool str_eq_nocase(struct str a, struct str b)
{
    if (!a.ptr || !b.ptr || a.len != b.len)
        return !a.ptr && !b.ptr;
    for (size_t i = 0; i < a.len; i++)
        if (to_lower(a.ptr[i]) != to_lower(b.ptr[i]))
            return false;
    return true;
}

int str_cmp(struct str a, struct str b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter > 0 ? memcmp(a.ptr, b.ptr, shorter) : 0;
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

uint64_t str_hash(struct str s, uint64_t seed)
{
    uint64_t hash = seed > 0 ? seed : 14695981039346656037U;
    for (size_t i = 0; i < s.len; i++)
        hash = (hash ^ (unsigned char)s.ptr[i]) * 1099511628211U;
    return hash;
}

size_t str_find(struct str s, struct str needle, size_t from)
{
    if (from > s.len || needle.len > s.len - from)
        return s.len;
    if (needle.len == 0)
        return from;
    const char *found = memmem(s.ptr + from, s.len - from, needle.ptr, needle.len);
    return found ? (size_t)(found - s.ptr) : s.len;
}

struct str str_split(struct str *s, char separator)
{
    const char *at = s->len > 0 ? memchr(s->ptr, separator, s->len) : NULL;
    struct str head = *s;
    if (!at) {
        *s = s->ptr ? (struct str){s->ptr + s->len, 0} : STR_NULL;
        return head;
    }
    head.len = (size_t)(at - s->ptr);
    s->ptr = at + 1;
    s->len -= head.len + 1;
    return head;
}
