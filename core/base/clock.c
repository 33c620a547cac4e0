/* The clock, calendar dates, and globally unique ids. */
#include "core/base/clock.h"

#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

struct str clock_now(struct arena *arena)
{
    struct str fixed = str_from(getenv("ASSAY_NOW"));
    if (timestamp_valid(fixed))
        return arena_str(arena, fixed);
    struct tm utc;
    time_t now = time(NULL);
    gmtime_r(&now, &utc);
    char *text = arena_alloc(arena, 32);
    size_t len = strftime(text, 32, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return (struct str){text, len};
}

int64_t clock_ticks(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000 + 1; /* never 0, which may stand for "not yet" */
}

int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

/* Reads `len` digits at `at`; -1 where other bytes stand there. */
static int digits_at(struct str s, size_t at, size_t len)
{
    int value = 0;
    if (s.len < at + len)
        return -1;
    for (size_t i = at; i < at + len; i++) {
        if (!is_digit(s.ptr[i]))
            return -1;
        value = value * 10 + (s.ptr[i] - '0');
    }
    return value;
}

bool date_valid(struct str iso)
{
    int year = digits_at(iso, 0, 4);
    if (year < 1 || (iso.len != 4 && iso.len != 7 && iso.len != 10))
        return false;
    if (iso.len == 4)
        return true;
    int month = digits_at(iso, 5, 2);
    if (iso.ptr[4] != '-' || month < 1 || month > 12)
        return false;
    if (iso.len == 7)
        return true;
    int day = digits_at(iso, 8, 2);
    return iso.ptr[7] == '-' && day >= 1 && day <= days_in_month(year, month);
}

bool timestamp_valid(struct str iso)
{
    if (iso.len != 20 || !date_valid(str_slice(iso, 0, 10)) || iso.ptr[10] != 'T' || iso.ptr[19] != 'Z')
        return false;
    int hour = digits_at(iso, 11, 2), minute = digits_at(iso, 14, 2), second = digits_at(iso, 17, 2);
    return iso.ptr[13] == ':' && iso.ptr[16] == ':' && hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 &&
           second >= 0 && second <= 60;
}

struct str unique_id(struct arena *arena)
{
    unsigned char bytes[16];
    for (size_t got = 0; got < sizeof(bytes);) {
        ssize_t n = getrandom(bytes + got, sizeof(bytes) - got, 0);
        if (n > 0)
            got += (size_t)n;
    }
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t ms = (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
    for (size_t i = 0; i < 6; i++)
        bytes[i] = (unsigned char)(ms >> (40 - 8 * i));
    bytes[6] = (unsigned char)((bytes[6] & 0x0F) | 0x70);
    bytes[8] = (unsigned char)((bytes[8] & 0x3F) | 0x80);
    return arena_printf(arena, "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", bytes[0],
                        bytes[1], bytes[2], bytes[3], bytes[4], bytes[5], bytes[6], bytes[7], bytes[8], bytes[9],
                        bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15]);
}
