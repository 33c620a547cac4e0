/*
 * Slices: a pointer and a length into text that somebody else owns.
 *
 * NUL is an ordinary byte inside a slice. A slice whose pointer is NULL means "no text was given" (null in JSON,
 * NULL in SQL), which is not the same as the empty slice. C strings exist only at the edges of libraries.
 */
#ifndef CORE_BASE_STR_H
#define CORE_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
    const char *ptr;
    size_t len;
};

#define STR(literal) ((struct str){("" literal), sizeof(literal) - 1})
#define STR_NULL ((struct str){NULL, 0})

/* For printf's "%.*s": printf("%.*s", STR_ARG(s)). */
#define STR_ARG(s) (int)(s).len, (s).ptr ? (s).ptr : ""

/* NULL gives STR_NULL. */
static inline struct str str_from(const char *cstr)
{
    return cstr ? (struct str){cstr, strlen(cstr)} : STR_NULL;
}

static inline struct str str_slice(struct str s, size_t start, size_t end)
{
    return s.ptr ? (struct str){s.ptr + start, end - start} : STR_NULL;
}

struct str str_trim(struct str s); /* ASCII white space off both ends */

/* STR_NULL equals only STR_NULL. */
static inline bool str_eq(struct str a, struct str b)
{
    if (!a.ptr || !b.ptr)
        return !a.ptr && !b.ptr;
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

static inline bool str_starts(struct str s, struct str prefix)
{
    return s.len >= prefix.len && (prefix.len == 0 || (s.ptr && memcmp(s.ptr, prefix.ptr, prefix.len) == 0));
}

static inline bool str_ends(struct str s, struct str suffix)
{
    return s.len >= suffix.len &&
           (suffix.len == 0 || (s.ptr && memcmp(s.ptr + s.len - suffix.len, suffix.ptr, suffix.len) == 0));
}

bool str_eq_nocase(struct str a, struct str b); /* ASCII letters only */
int str_cmp(struct str a, struct str b);        /* by bytes, as memcmp, the shorter first */

/* FNV-1a over the bytes, for tables in memory; `seed` is 0, or the hash of what stands before. */
uint64_t str_hash(struct str s, uint64_t seed);

/* Where `needle` first stands in `s` at or after `from`; s.len when it does not. */
size_t str_find(struct str s, struct str needle, size_t from);

/* Cuts `s` at the first `separator`: returns what stands before it, leaves what stands after it in `s`. */
struct str str_split(struct str *s, char separator);

/* ASCII classes, whatever the locale says. */
static inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
static inline bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}
static inline bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}
static inline bool is_alpha(char c)
{
    return is_upper(c) || is_lower(c);
}
static inline bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline char to_lower(char c)
{
    return is_upper(c) ? (char)(c - 'A' + 'a') : c;
}

#endif
