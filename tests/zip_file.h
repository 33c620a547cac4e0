/* A ZIP container made by hand for tests: parts are stored as they are, or each is a bomb of zeros. */
#ifndef TESTS_ZIP_FILE_H
#define TESTS_ZIP_FILE_H

#include "core/base/buf.h"

struct zip_part {
    const char *name, *content;
};

/* The parts (the last has no name), in *ret. */
void zip_make(const struct zip_part *parts, struct buf *ret);

/* One part of that name which unpacks to `size` bytes of "a" by way of deflate (RFC 1951). */
void zip_bomb(const char *name, size_t size, struct buf *ret);

#endif
