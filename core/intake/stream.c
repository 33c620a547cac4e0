/* Files that are read some at a time, with their digest worked out on the way. */
#include "core/intake/stream.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/mem.h"
#include "core/intake/files.h"

bool stream_open(const char *path, struct stream *ret, struct err *err)
{
    struct stat status;
    int fd = -1;
    bool is_input = strcmp(path, "-") == 0;
    if (!is_input && !files_open(path, SIZE_MAX, &fd, err))
        return false;
    if (is_input || fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
        if (!is_input)
            close(fd);
        return err_set(err, ERR_INPUT, "'%s' is read twice, which a pipe can't be; save it to a file first", path);
    }
    struct stream stream = {.fd = fd, .path = mem_alloc(strlen(path) + 1), .size = status.st_size};
    memcpy(stream.path, path, strlen(path));
    hash_init(&stream.hasher);
    *ret = stream;
    return true;
}

void stream_close(struct stream *stream)
{
    if (!stream->path)
        return;
    close(stream->fd);
    free(stream->path);
    *stream = (struct stream){0};
}

bool stream_read(struct stream *stream, void *room, size_t cap, size_t *ret_len, struct err *err)
{
    ssize_t got;
    do
        got = read(stream->fd, room, cap);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return files_refused("read", stream->path, errno, err);
    hash_add(&stream->hasher, (struct str){room, (size_t)got});
    stream->at += got;
    *ret_len = (size_t)got;
    return true;
}

bool stream_rewind(struct stream *stream, struct err *err)
{
    if (lseek(stream->fd, 0, SEEK_SET) != 0)
        return files_refused("read", stream->path, errno, err);
    stream->at = 0;
    hash_init(&stream->hasher);
    return true;
}

struct digest stream_digest(struct stream *stream)
{
    return hash_end(&stream->hasher);
}
