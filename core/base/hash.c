/* SHA-256 by nettle. */
#include "core/base/hash.h"

#include <string.h>

void hash_init(struct hasher *hasher)
{
    sha256_init(&hasher->ctx);
    hasher->held = 0;
}

void hash_add(struct hasher *hasher, struct str bytes)
{
    if (bytes.len > sizeof(hasher->room) - hasher->held) {
        sha256_update(&hasher->ctx, hasher->held, hasher->room);
        hasher->held = 0;
    }
    if (bytes.len > sizeof(hasher->room)) {
        sha256_update(&hasher->ctx, bytes.len, (const uint8_t *)bytes.ptr);
    } else if (bytes.len > 0) {
        memcpy(hasher->room + hasher->held, bytes.ptr, bytes.len);
        hasher->held += bytes.len;
    }
}

void hash_field(struct hasher *hasher, struct str field)
{
    char head[24], *end = head + sizeof(head), *at = end;
    size_t left = field.len;
    *--at = ':';
    if (!field.ptr)
        *--at = '-';
    else
        do
            *--at = (char)('0' + left % 10);
        while ((left /= 10) > 0);
    size_t len = (size_t)(end - at);
    if (field.len + sizeof(head) > sizeof(hasher->room) - hasher->held) {
        hash_add(hasher, (struct str){at, len});
        hash_add(hasher, field);
        return;
    }
    memcpy(hasher->room + hasher->held, at, len);
    if (field.len > 0)
        memcpy(hasher->room + hasher->held + len, field.ptr, field.len);
    hasher->held += len + field.len;
}

void hash_number(struct hasher *hasher, int64_t number)
{
    char room[24], *end = room + sizeof(room), *at = end;
    uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do
        *--at = (char)('0' + left % 10);
    while ((left /= 10) > 0);
    if (number < 0)
        *--at = '-';
    hash_field(hasher, (struct str){at, (size_t)(end - at)});
}

struct digest hash_end(struct hasher *hasher)
{
    struct digest digest;
    sha256_update(&hasher->ctx, hasher->held, hasher->room);
    sha256_digest(&hasher->ctx, sizeof(digest.bytes), digest.bytes);
    return digest;
}

struct digest digest_of(struct str bytes)
{
    struct hasher hasher;
    hash_init(&hasher);
    hash_add(&hasher, bytes);
    return hash_end(&hasher);
}

bool digest_eq(const struct digest *a, const struct digest *b)
{
    return memcmp(a->bytes, b->bytes, DIGEST_SIZE) == 0;
}

void digest_print(const struct digest *digest, char ret[DIGEST_HEX])
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < DIGEST_SIZE; i++) {
        ret[2 * i] = digits[digest->bytes[i] >> 4];
        ret[2 * i + 1] = digits[digest->bytes[i] & 15];
    }
}

struct str digest_hex(struct arena *arena, const struct digest *digest)
{
    char *hex = arena_take(arena, DIGEST_HEX + 1);
    digest_print(digest, hex);
    hex[DIGEST_HEX] = '\0';
    return (struct str){hex, DIGEST_HEX};
}

static int hex_value(char c)
{
    if (is_digit(c))
        return c - '0';
    c = to_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool digest_parse(struct str hex, struct digest *ret)
{
    if (hex.len != DIGEST_HEX)
        return false;
    struct digest digest;
    for (size_t i = 0; i < DIGEST_SIZE; i++) {
        int high = hex_value(hex.ptr[2 * i]), low = hex_value(hex.ptr[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        digest.bytes[i] = (uint8_t)(high * 16 + low);
    }
    *ret = digest;
    return true;
}
