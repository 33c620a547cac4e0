/* Patterns of file names: within a name, and from folder to folder. Both go on from the last star only, so that the time
 * is the product of the lengths at most. */
#include "core/intake/glob.h"

#include "core/base/utf8.h"

bool glob_is(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] == '*' || text.ptr[i] == '?' || text.ptr[i] == '[')
            return true;
    return false;
}

/* ---- one name ---- */

/* The next character; a byte that is none stands for itself. */
static uint32_t take(struct str text, size_t *at)
{
    uint32_t c = (unsigned char)text.ptr[*at];
    size_t bad;
    struct str rest = str_slice(text, *at, utf8_forward(text, *at, 1));
    if (c >= 0x80 && rest.len > 1 && utf8_valid(rest, &bad))
        *at += utf8_decode(text, *at, &c);
    else
        ++*at;
    return c;
}

/* "[a-z]" at `*at`, after the bracket: whether `c` is in it; *at moves behind it. One that has no end is a bracket. */
static bool in_range(struct str pattern, size_t *at, uint32_t c, bool *ret_in)
{
    size_t i = *at;
    bool other = i < pattern.len && (pattern.ptr[i] == '!' || pattern.ptr[i] == '^'), in = false;
    size_t first = i += other;
    while (i < pattern.len && (pattern.ptr[i] != ']' || i == first)) {
        uint32_t low = take(pattern, &i), high = low;
        if (i + 1 < pattern.len && pattern.ptr[i] == '-' && pattern.ptr[i + 1] != ']') {
            i++;
            high = take(pattern, &i);
        }
        in = in || (c >= low && c <= high);
    }
    if (i >= pattern.len)
        return false;
    *at = i + 1;
    *ret_in = in != other;
    return true;
}

/* One sign of the pattern that is no star against one character. */
static bool fits(struct str pattern, size_t *at, struct str name, size_t *name_at)
{
    uint32_t c = take(name, name_at), sign = take(pattern, at);
    bool in;
    if (sign == '[' && in_range(pattern, at, c, &in))
        return in;
    return sign == '?' || sign == c;
}

static bool name_matches(struct str pattern, struct str name)
{
    size_t at = 0, i = 0, star = SIZE_MAX, resume = 0;
    if (name.len > 0 && name.ptr[0] == '.' && !(pattern.len > 0 && pattern.ptr[0] == '.'))
        return false;
    while (i < name.len) {
        size_t next = at, next_name = i;
        if (at < pattern.len && pattern.ptr[at] == '*') {
            star = ++at;
            resume = i;
        } else if (at < pattern.len && fits(pattern, &next, name, &next_name)) {
            at = next;
            i = next_name;
        } else if (star != SIZE_MAX) {
            take(name, &resume); /* the star takes one more */
            i = resume;
            at = star;
        } else {
            return false;
        }
    }
    while (at < pattern.len && pattern.ptr[at] == '*')
        at++;
    return at == pattern.len;
}

/* ---- from folder to folder ---- */

static struct str first_name(struct str *path)
{
    return str_split(path, '/');
}

static bool is_any_depth(struct str pattern)
{
    return str_eq(first_name(&pattern), STR("**"));
}

bool glob_matches(struct str pattern, struct str path)
{
    struct str after_stars = STR_NULL, resume = STR_NULL;
    while (path.ptr && path.len > 0) {
        struct str next = pattern, rest = path, name = first_name(&rest), wanted = first_name(&next);
        if (pattern.len > 0 && is_any_depth(pattern)) {
            after_stars = pattern = next;
            resume = path;
        } else if (pattern.len > 0 && name_matches(wanted, name)) {
            pattern = next;
            path = rest;
        } else if (resume.ptr && resume.len > 0 && first_name(&resume).ptr[0] != '.') {
            path = resume; /* "**" takes one folder more, but none that is hidden */
            pattern = after_stars;
        } else {
            return false;
        }
    }
    return pattern.len == 0;
}

bool glob_may_hold(struct str pattern, struct str folder)
{
    while (folder.len > 0) {
        if (pattern.len == 0)
            return false;
        if (is_any_depth(pattern))
            return true;
        struct str wanted = first_name(&pattern);
        if (!name_matches(wanted, first_name(&folder)))
            return false;
    }
    return pattern.len > 0;
}

struct str glob_base(struct str pattern)
{
    size_t end = 0;
    for (size_t i = 0; i < pattern.len && !glob_is(str_slice(pattern, i, i + 1)); i++)
        if (pattern.ptr[i] == '/')
            end = i;
    if (end == 0)
        return pattern.len > 0 && pattern.ptr[0] == '/' ? STR("/") : STR(".");
    return str_slice(pattern, 0, end);
}
