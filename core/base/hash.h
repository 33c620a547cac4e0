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

/* What is added is gathered, since most of it is shorter than what is digested at a time. */
struct hasher {
    struct sha256_ctx ctx;
    size_t held;
    uint8_t room[512];
};

void hash_init(struct hasher *hasher);
void hash_add(struct hasher *hasher, struct str bytes);
/* Adds the length first, so that ("ab","c") and ("a","bc") differ; STR_NULL differs from the empty text. */
void hash_field(struct hasher *hasher, struct str field);
/* The number's decimal digits as a field. */
void hash_number(struct hasher *hasher, int64_t number);
struct digest hash_end(struct hasher *hasher);

struct digest digest_of(struct str bytes);
bool digest_eq(const struct digest *a, const struct digest *b);
struct str digest_hex(struct arena *arena, const struct digest *digest); /* 64 lower-case digits */
void digest_print(const struct digest *digest, char ret[DIGEST_HEX]);    /* the same, with no NUL behind them */
bool digest_parse(struct str hex, struct digest *ret);                   /* 64 hex digits, nothing else */

#endif
