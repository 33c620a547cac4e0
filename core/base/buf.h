/*
 * A growing buffer of bytes. `{0}` is an empty one; buf_release() gives its memory back.
 * What is in it always ends with a NUL that `len` does not count, so that `ptr` is a C string too (NULL while empty).
 */
#ifndef CORE_BASE_BUF_H
#define CORE_BASE_BUF_H

#include <stddef.h>

#include "core/base/str.h"

struct buf {
    char *ptr;
    size_t len, cap;
};

void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_grow(struct buf *buf, size_t more); /* buf_reserve() where there is no room */
void buf_clear(struct buf *buf);             /* empties it, keeps the memory */
void buf_release(struct buf *buf);

/* Room for `more` further bytes, and the NUL. */
static inline void buf_reserve(struct buf *buf, size_t more)
{
    if (buf->cap - buf->len <= more)
        buf_grow(buf, more);
}

static inline void buf_add(struct buf *buf, const void *bytes, size_t len)
{
    buf_reserve(buf, len);
    if (bytes && len > 0)
        memcpy(buf->ptr + buf->len, bytes, len);
    buf->len += len;
    buf->ptr[buf->len] = '\0';
}

static inline void buf_str(struct buf *buf, struct str s)
{
    buf_add(buf, s.ptr, s.len);
}

static inline void buf_char(struct buf *buf, char c)
{
    buf_add(buf, &c, 1);
}

static inline struct str buf_view(const struct buf *buf)
{
    return (struct str){buf->ptr ? buf->ptr : "", buf->len};
}

#endif
