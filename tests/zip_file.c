/* ZIP containers made by hand (APPNOTE.TXT, sections 4.3.7 to 4.3.16). */
#include "tests/zip_file.h"

#include <stdint.h>
#include <string.h>

#include "tests/deflate.h"

static uint32_t crc_add(uint32_t crc, unsigned char byte)
{
    crc ^= byte;
    for (int bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ (crc & 1U ? 0xEDB88320U : 0);
    return crc;
}

static void add(struct buf *out, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++, value >>= 8)
        buf_char(out, (char)(value & 0xFF));
}

struct entry {
    const char *name;
    struct str packed;
    uint32_t size, crc, offset;
    unsigned method; /* 0 stored, 8 deflated */
};

static void add_fields(struct buf *out, const struct entry *entry)
{
    add(out, 20, 2);
    add(out, 0, 2);
    add(out, entry->method, 2);
    add(out, 0, 4);
    add(out, entry->crc, 4);
    add(out, (uint32_t)entry->packed.len, 4);
    add(out, entry->size, 4);
    add(out, (uint32_t)strlen(entry->name), 2);
    add(out, 0, 2);
}

static void add_local(struct buf *out, struct entry *entry)
{
    entry->offset = (uint32_t)out->len;
    add(out, 0x04034B50, 4);
    add_fields(out, entry);
    buf_str(out, str_from(entry->name));
    buf_str(out, entry->packed);
}

static void add_central(struct buf *out, const struct entry *entry)
{
    add(out, 0x02014B50, 4);
    add(out, 20, 2);
    add_fields(out, entry);
    add(out, 0, 2);
    add(out, 0, 2);
    add(out, 0, 2);
    add(out, 0, 4);
    add(out, entry->offset, 4);
    buf_str(out, str_from(entry->name));
}

static void add_all(struct buf *out, struct entry *entries, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_local(out, &entries[i]);
    size_t start = out->len;
    for (size_t i = 0; i < count; i++)
        add_central(out, &entries[i]);
    size_t end = out->len;
    add(out, 0x06054B50, 4);
    add(out, 0, 4);
    add(out, (uint32_t)count, 2);
    add(out, (uint32_t)count, 2);
    add(out, (uint32_t)(end - start), 4);
    add(out, (uint32_t)start, 4);
    add(out, 0, 2);
}

void zip_make(const struct zip_part *parts, struct buf *ret)
{
    struct entry entries[16] = {0};
    size_t count = 0;
    for (; count < 16 && parts[count].name; count++) {
        struct entry *entry = &entries[count];
        *entry = (struct entry){.name = parts[count].name, .packed = str_from(parts[count].content), .crc = ~0U};
        for (size_t i = 0; i < entry->packed.len; i++)
            entry->crc = crc_add(entry->crc, (unsigned char)entry->packed.ptr[i]);
        entry->crc = ~entry->crc;
        entry->size = (uint32_t)entry->packed.len;
    }
    add_all(ret, entries, count);
}

void zip_bomb(const char *name, size_t size, struct buf *ret)
{
    struct buf packed = {0};
    struct entry entry = {.name = name, .method = 8};
    entry.size = (uint32_t)deflate_run(size, &packed);
    entry.packed = buf_view(&packed);
    add_all(ret, &entry, 1);
    buf_release(&packed);
}
