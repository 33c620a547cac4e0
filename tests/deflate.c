/* A deflate stream, written bit by bit. */
#include "tests/deflate.h"

enum { RUN = 258 /* the longest match there is */ };

/* Bits go into bytes from the lowest on. */
struct bits {
    struct buf *out;
    unsigned value, count;
};

static void add_bits(struct bits *bits, unsigned value, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        bits->value |= (value >> i & 1U) << bits->count;
        if (++bits->count == 8) {
            buf_char(bits->out, (char)bits->value);
            bits->value = bits->count = 0;
        }
    }
}

/* Fixed codes: a literal "a", then matches of 258 bytes at distance 1, each in 13 bits. */
size_t deflate_run(size_t size, struct buf *ret)
{
    struct bits bits = {.out = ret};
    add_bits(&bits, 3, 3);    /* last block, fixed codes */
    add_bits(&bits, 0x89, 8); /* "a", 0x30 + 97 with its bits turned round */
    for (size_t i = 0; i < size / RUN; i++) {
        add_bits(&bits, 0xA3, 8); /* length 258: code 285, 11000101 turned round */
        add_bits(&bits, 0, 5);    /* distance 1 */
    }
    add_bits(&bits, 0, 14); /* the end, and the rest of the last byte */
    return size / RUN * RUN + 1;
}
