/*
 * A file read from its beginning, some at a time, and from its beginning again: for tables, which may be larger than
 * memory. Only regular files are taken, because of the second reading.
 */
#ifndef CORE_INTAKE_STREAM_H
#define CORE_INTAKE_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/err.h"
#include "core/base/hash.h"

struct stream {
    int fd;
    char *path;
    int64_t size;
    int64_t at;           /* bytes read so far */
    struct hasher hasher; /* over them */
};

bool stream_open(const char *path, struct stream *ret, struct err *err);
void stream_close(struct stream *stream); /* `{0}` does nothing */

/* At most `cap` bytes; *ret_len is 0 at the end. */
bool stream_read(struct stream *stream, void *room, size_t cap, size_t *ret_len, struct err *err);

/* Back to the beginning; the digest begins anew. */
bool stream_rewind(struct stream *stream, struct err *err);

/* The digest of what was read since the beginning; to be asked once, at the end. */
struct digest stream_digest(struct stream *stream);

#endif
