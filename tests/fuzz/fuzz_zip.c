/*
 * Fuzzes the containers of word processors' documents, without the sandbox: libzip unpacks what it can, and what is made
 * of it holds together, or says what is wrong.
 */
#include <stdint.h>
#include <stdlib.h>

#include "core/intake/office.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str bytes = {size > 0 ? (const char *)data : "", size};
    struct limits limits = limits_normal;
    struct arena arena = {0};
    struct reading reading = {0};
    limits.unpacked_bytes = 1024 * 1024; /* a bomb costs nothing but time */
    office_open();
    office_parse(bytes, &limits, &arena, &reading);
    if (!reading.failure.ptr && !reading_holds(&reading, size))
        abort();
    free(reading.block);
    free(reading.cell);
    free(reading.segment);
    arena_release(&arena);
    return 0;
}
