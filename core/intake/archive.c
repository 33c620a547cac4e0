/* Recognises addresses of web archives, and the headers of copies. */
#include "core/intake/archive.h"

#include "core/base/clock.h"
#include "core/intake/fetch.h"
#include "core/intake/http.h"

/* Hosts that serve copies at "/…/20250212090000/https://example.org/", as the Wayback Machine's software does. */
static const char *const archives[] = {
    "web.archive.org",
    "archive.org",
    "wayback.archive-it.org",
    "webarchive.nationalarchives.gov.uk",
    "arquivo.pt",
    "webarchive.loc.gov",
    "www.webarchive.org.uk",
    "web.archive.org.au",
    "webharvest.gov",
    "archive.ph",
    "archive.is",
    "archive.today",
    "webarchive.library.unt.edu",
};

static bool is_archive(struct str host)
{
    for (size_t i = 0; i < sizeof(archives) / sizeof(archives[0]); i++)
        if (str_eq_nocase(host, str_from(archives[i])))
            return true;
    return false;
}

/* "20250212090000", or the beginning of it to the day, with what tells the archive how to show it ("id_"). */
static bool is_moment(struct str name)
{
    size_t digits = 0;
    while (digits < name.len && is_digit(name.ptr[digits]))
        digits++;
    return digits >= 8 && digits <= 14 &&
           (digits == name.len || (name.len - digits <= 4 && name.ptr[name.len - 1] == '_'));
}

bool archive_is_copy(struct str url, struct arena *arena, struct str *ret_original, struct str *ret_date)
{
    struct str rest = http_path(url);
    if (!fetch_is_address(url) || !is_archive(http_host(url)))
        return false;
    while (rest.len > 0) {
        struct str name = str_split(&rest, '/');
        if (!is_moment(name) || !fetch_is_address(rest))
            continue;
        struct str date = arena_printf(arena, "%.4s-%.2s-%.2s", name.ptr, name.ptr + 4, name.ptr + 6);
        *ret_original = rest;
        *ret_date = date_valid(date) ? date : STR_NULL;
        return true;
    }
    return false;
}

struct str archive_note(struct str headers, struct arena *arena)
{
    struct str when = http_header(headers, "memento-datetime"), of = http_link(headers, STR("original"));
    if (!when.ptr)
        return STR_NULL;
    return arena_printf(arena, "its server says that it is a copy of %.*s as it was on %.*s",
                        STR_ARG(of.ptr ? of : STR("another page")), STR_ARG(when));
}
