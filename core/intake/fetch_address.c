/* Which addresses are the public internet's: IANA's special-purpose registries (RFC 6890 and later), as prefixes. */
#include <string.h>

#include "core/intake/fetch.h"

struct prefix {
    unsigned char bytes[16];
    unsigned bits;
};

static const struct prefix special4[] = {
    {{0}, 8},             /* this network */
    {{10}, 8},            /* private */
    {{100, 64}, 10},      /* shared by carriers */
    {{127}, 8},           /* loopback */
    {{169, 254}, 16},     /* link-local, and clouds' metadata */
    {{172, 16}, 12},      /* private */
    {{192, 0, 0}, 24},    /* protocol assignments */
    {{192, 0, 2}, 24},    /* documentation */
    {{192, 88, 99}, 24},  /* relays of 6to4 */
    {{192, 168}, 16},     /* private */
    {{198, 18}, 15},      /* benchmarks */
    {{198, 51, 100}, 24}, /* documentation */
    {{203, 0, 113}, 24},  /* documentation */
    {{224}, 4},           /* multicast */
    {{240}, 4},           /* reserved, broadcast */
};

/* Of IPv6 only 2000::/3 is the public internet; these are not, though they are inside it. */
static const struct prefix special6[] = {
    {{0x20, 0x01, 0x00}, 23},       /* protocol assignments, Teredo, benchmarks */
    {{0x20, 0x01, 0x0D, 0xB8}, 32}, /* documentation */
    {{0x3F, 0xFF}, 20},             /* documentation */
    {{0x5F, 0x00}, 16},             /* segment routing */
};
static const struct prefix global6 = {{0x20}, 3}, to4 = {{0x20, 0x02}, 16};
static const struct prefix mapped = {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 96};
static const struct prefix nat64 = {{0x00, 0x64, 0xFF, 0x9B}, 96};

static bool has_prefix(const unsigned char *address, const struct prefix *prefix)
{
    unsigned whole = prefix->bits / 8, rest = prefix->bits % 8;
    unsigned mask = 0xFFU << (8 - rest) & 0xFFU;
    return memcmp(address, prefix->bytes, whole) == 0 &&
           (rest == 0 || (address[whole] & mask) == (prefix->bytes[whole] & mask));
}

static bool is_public4(const unsigned char *address)
{
    for (size_t i = 0; i < sizeof(special4) / sizeof(special4[0]); i++)
        if (has_prefix(address, &special4[i]))
            return false;
    return true;
}

bool fetch_is_public(const unsigned char *address, size_t length)
{
    if (length == 4)
        return is_public4(address);
    if (length != 16)
        return false;
    if (has_prefix(address, &mapped) || has_prefix(address, &nat64)) /* IPv4 inside */
        return is_public4(address + 12);
    if (has_prefix(address, &to4))
        return is_public4(address + 2);
    if (!has_prefix(address, &global6))
        return false;
    for (size_t i = 0; i < sizeof(special6) / sizeof(special6[0]); i++)
        if (has_prefix(address, &special6[i]))
            return false;
    return true;
}
