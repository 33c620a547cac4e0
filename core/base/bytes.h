/*
 * Sixteen bytes at a time, for the few loops that go over all of a text. GCC's vector extensions compare them; where the
 * processor has SSE2 the mask is one instruction, elsewhere a loop.
 */
#ifndef CORE_BASE_BYTES_H
#define CORE_BASE_BYTES_H

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

/* Of a comparison: bit i is byte i's answer. */
static inline uint32_t bytes_mask(bytes16 answers)
{
#ifdef __SSE2__
    typedef char signed16 __attribute__((vector_size(16)));
    return (uint32_t)__builtin_ia32_pmovmskb128((signed16)answers);
#else
    uint32_t mask = 0;
    for (int i = 0; i < BYTES_WIDTH; i++)
        mask |= (uint32_t)(answers[i] & 1) << i;
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

#endif
