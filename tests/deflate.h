/* Compression by hand, for tests of what decompresses: a deflate stream (RFC 1951) as small as fixed codes make it. */
#ifndef TESTS_DEFLATE_H
#define TESTS_DEFLATE_H

#include "core/base/buf.h"

/* Appends a stream that becomes "a" repeated; gives back how often: `size` or somewhat less. */
size_t deflate_run(size_t size, struct buf *ret);

#endif
