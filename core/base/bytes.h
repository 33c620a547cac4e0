/*
 * Sixteen bytes at a time, for the few loops that go over all of a text. GCC's vector extensions compare them; where the
 * processor has SSE2 the mask is one instruction, elsewhere a loop.
 */
#ifndef CORE_BASE_BYTES_H
#define CORE_BASE_BYTES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { BYTES_WIDTH = 16 };

typedef uint8_t bytes16 __attribute__((vector_size(16)));

static inline bytes16 bytes_load(const char *from)
{
    bytes16 bytes;
    memcpy(&bytes, from, sizeof(bytes));
    return bytes;
}

/* Which of 2^bits slots a key belongs to: Fibonacci hashing (Knuth, TAOCP 6.4), by 2^64 over the golden ratio. */
#define BYTES_GOLDEN 0x9E3779B97F4A7C15u
static inline size_t bytes_slot(uint64_t key, int bits)
{
    return (size_t)(key * BYTES_GOLDEN >> (64 - bits));
}

/* The first `count` bytes, from 1 to 15, and zeros behind them; it reads no further, and calls no memcpy of unknown length. */
static inline bytes16 bytes_load_first(const char *from, size_t count)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    typedef uint64_t halves16 __attribute__((vector_size(16)));
    uint64_t low, high = 0;
    if (count >= 8) {
        memcpy(&low, from, 8);
        memcpy(&high, from + count - 8, 8);
        high = high >> 8 * (15 - count) >> 8; /* of what both have read, only the first keeps it */
    } else if (count >= 4) {
        uint32_t first, last;
        memcpy(&first, from, 4);
        memcpy(&last, from + count - 4, 4);
        low = first | (uint64_t)last << 8 * (count - 4); /* where they overlap they are the same */
    } else {
        uint64_t first = (uint8_t)from[0], middle = (uint8_t)from[count / 2], last = (uint8_t)from[count - 1];
        low = first | middle << 8 * (count / 2) | last << 8 * (count - 1);
    }
    return (bytes16)(halves16){low, high};
#else
    bytes16 bytes = {0};
    memcpy(&bytes, from, count);
    return bytes;
#endif
}

/* To memory that has room for all sixteen. */
static inline void bytes_store(char *to, bytes16 bytes)
{
    memcpy(to, &bytes, sizeof(bytes));
}

/* Bit i is byte i's top bit: of a comparison its answer, of text whether it is beyond ASCII. */
static inline uint32_t bytes_mask(bytes16 bytes)
{
#ifdef __SSE2__
    typedef char signed16 __attribute__((vector_size(16)));
    return (uint32_t)__builtin_ia32_pmovmskb128((signed16)bytes);
#else
    uint32_t mask = 0;
    for (int i = 0; i < BYTES_WIDTH; i++)
        mask |= (uint32_t)(bytes[i] >> 7) << i;
    return mask;
#endif
}

/* Whether each byte is in [first, last]. */
static inline bytes16 bytes_between(bytes16 bytes, uint8_t first, uint8_t last)
{
    return (bytes16)((bytes16)(bytes - first) <= (bytes16){0} + (uint8_t)(last - first));
}

static inline bytes16 bytes_are(bytes16 bytes, char c)
{
    return (bytes16)(bytes == (uint8_t)c);
}

/* Whether each continues a character of UTF-8 (0x80 to 0xBF): as numbers with a sign these are the lowest. */
static inline bytes16 bytes_continue(bytes16 bytes)
{
    typedef signed char signed16 __attribute__((vector_size(16)));
    return (bytes16)((signed16)bytes < (signed16){0} - 0x40);
}

/* The sum of all sixteen. */
static inline size_t bytes_sum(bytes16 bytes)
{
    const uint64_t every_other = UINT64_MAX / 0xFFFF * 0xFF, ones = UINT64_MAX / 0xFFFF;
    uint64_t halves[2];
    memcpy(halves, &bytes, sizeof(halves));
    uint64_t pairs = (halves[0] & every_other) + (halves[0] >> 8 & every_other) + (halves[1] & every_other) +
                     (halves[1] >> 8 & every_other);
    return (size_t)(pairs * ones >> 48);
}

/* The first so many bytes, sixteen at most, and noughts behind them. */
static inline bytes16 bytes_first(bytes16 bytes, size_t count)
{
    static const uint8_t keep[2 * BYTES_WIDTH] = {255, 255, 255, 255, 255, 255, 255, 255,
                                                  255, 255, 255, 255, 255, 255, 255, 255};
    bytes16 mask;
    memcpy(&mask, keep + BYTES_WIDTH - count, sizeof(mask));
    return bytes & mask;
}

/* The capitals among them as small letters. */
static inline bytes16 bytes_lower(bytes16 bytes)
{
    return bytes | (bytes_between(bytes, 'A', 'Z') & 0x20);
}

/* As many as there are, sixteen at most, and noughts behind them; most often there are more. */
static inline bytes16 bytes_load_some(const char *from, size_t left)
{
    if (__builtin_expect(left >= BYTES_WIDTH, 1))
        return bytes_load(from);
    return left > 0 ? bytes_load_first(from, left) : (bytes16){0};
}

#endif
