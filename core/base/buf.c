/* A growing buffer of bytes. */
#include "core/base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"

void buf_grow(struct buf *buf, size_t more)
{
    buf->ptr = mem_grow(buf->ptr, &buf->cap, buf->len + more + 1, 1);
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    buf_reserve(buf, (size_t)len);
    vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, again);
    va_end(again);
    buf->len += (size_t)len;
}

void buf_clear(struct buf *buf)
{
    buf->len = 0;
    if (buf->ptr)
        buf->ptr[0] = '\0';
}

void buf_release(struct buf *buf)
{
    free(buf->ptr);
    *buf = (struct buf){0};
}
