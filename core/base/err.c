/* The error out-parameter. */
#include "core/base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/mem.h"
#include "core/base/utf8.h"

static bool is_inside_character(struct str text, size_t at)
{
    return at > 0 && at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
}

/* A message that is too long loses its middle: it says where at its start, and what to do at its end. */
static void keep_ends(struct err *err, struct str text)
{
    static const char gap[] = " … ";
    size_t room = sizeof(err->msg) - 1, half = (room - strlen(gap)) / 2;
    size_t head = half, tail = text.len - half;
    if (text.len <= room) {
        memcpy(err->msg, text.ptr, text.len + 1);
        return;
    }
    if (is_inside_character(text, head))
        head = utf8_back(text, head, 1);
    if (is_inside_character(text, tail))
        tail = utf8_forward(text, tail, 1);
    snprintf(err->msg, sizeof(err->msg), "%.*s%s%.*s", (int)head, text.ptr, gap, (int)(text.len - tail),
             text.ptr + tail);
}

/* The text on the heap, since it may be made of the message that it is going to replace. */
static struct str print(const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (len < 0) /* longer than an int can say */
        return (struct str){mem_alloc(1), 0};
    char *text = mem_alloc((size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, args);
    return (struct str){text, (size_t)len};
}

bool err_set(struct err *err, enum err_code code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str text = print(format, args);
    va_end(args);
    keep_ends(err, text);
    free((char *)text.ptr);
    err->code = code;
    return false;
}

bool err_wrap(struct err *err, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str prefix = print(format, args);
    va_end(args);
    err_set(err, err->code, "%s: %s", prefix.ptr, err->msg);
    free((char *)prefix.ptr);
    return false;
}
