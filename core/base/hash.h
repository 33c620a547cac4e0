/* SHA-256 (FIPS 180-4, by nettle) and its printed form. */
#ifndef CORE_BASE_HASH_H
#define CORE_BASE_HASH_H

#include <stdbool.h>
#include <stdint.h>

#include <nettle/sha2.h>

#include "core/base/mem.h"
#include "core/base/str.h"

enum { DIGEST_SIZE = 32, DIGEST_HEX = 64 };

struct digest {
    uint8_t bytes[DIGEST_SIZE];
};

struct hasher {
    struct sha256_ctx ctx;
};

void hash_init(struct hasher *hasher);
void hash_add(struct hasher *hasher, struct str bytes);
/* Adds the length first, so that ("ab","c") and ("a","bc") differ; STR_NULL differs from the empty text. */
void hash_field(struct hasher *hasher, struct str field);
struct digest hash_end(struct hasher *hasher);

struct digest digest_of(struct str bytes);
bool digest_eq(const struct digest *a, const struct digest *b);
struct str digest_hex(struct arena *arena, const struct digest *digest); /* 64 lower-case digits */
bool digest_parse(struct str hex, struct digest *ret);                   /* 64 hex digits, nothing else */

#endif
