/*
 * Fuzzes what is read of sites besides their pages: headers of HTTP, Link, addresses, robots.txt, archives, dates and
 * bylines; and patterns of names. Each answer is a part of what went in, and a pattern without signs fits itself only.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/clock.h"
#include "core/intake/archive.h"
#include "core/intake/glob.h"
#include "core/intake/http.h"
#include "core/intake/page_byline.h"
#include "core/intake/page_date.h"
#include "core/intake/robots.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_part(struct str part, struct str whole)
{
    check(!part.ptr || part.len == 0 || (part.ptr >= whole.ptr && part.ptr + part.len <= whole.ptr + whole.len));
}

static void check_date(struct str date)
{
    check(!date.ptr || (date.len == 10 && date_valid(date)));
}

static void headers(struct str text)
{
    static const char *const names[] = {"content-type", "etag", "link", ""};
    static const struct str relations[] = {{"original", 8}, {"memento", 7}, {"", 0}};
    struct str type, charset;
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        struct str value = http_header(text, names[i]);
        check_part(value, text);
        http_type(value, &type, &charset);
        check_part(type, text);
        check_part(charset, text);
    }
    for (size_t i = 0; i < sizeof(relations) / sizeof(relations[0]); i++)
        check_part(http_link(text, relations[i]), text);
    check(http_host(text).len + http_path(text).len <= text.len);
}

/* The first line is a path or name, what follows are the rules or the pattern. */
static void rules(struct str text)
{
    struct str rest = text, first = str_split(&rest, '\n');
    (void)robots_allow(rest, STR("assay"), first);
    (void)robots_delay_ms(rest, STR("assay"));
    check(robots_allow(STR(""), STR("assay"), first));
    bool fits = glob_matches(rest, first);
    if (!glob_is(rest) && !memchr(rest.ptr ? rest.ptr : "", '/', rest.len) && !memchr(first.ptr, '/', first.len))
        check(fits == str_eq(rest, first) || first.len == 0 || rest.len == 0);
    (void)glob_may_hold(rest, first);
    check(glob_base(rest).len <= rest.len + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {size > 0 ? (const char *)data : "", size}, original = STR_NULL, date = STR_NULL;
    struct arena arena = {0};
    headers(text);
    rules(text);
    if (archive_is_copy(text, &arena, &original, &date))
        check_part(original, text);
    check_date(date);
    (void)archive_note(text, &arena);
    check_date(page_date_read(text, &arena));
    check_date(page_date_of_numbers(text, STR("en-US"), &arena));
    check_date(page_date_of_epoch(text, &arena));
    check_part(page_byline_name(text), text);
    arena_release(&arena);
    return 0;
}
