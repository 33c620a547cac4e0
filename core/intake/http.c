/* Reads headers of HTTP and addresses: slices of text that others wrote. */
#include "core/intake/http.h"

/* The next header line: its name in *ret_name, its value given back. */
static struct str next_header(struct str *headers, struct str *ret_name)
{
    struct str rest = str_trim(str_split(headers, '\n'));
    *ret_name = str_split(&rest, ':');
    return str_trim(rest);
}

struct str http_header(struct str headers, const char *name)
{
    struct str value = STR_NULL, wanted = str_from(name), key;
    while (headers.len > 0) {
        struct str one = next_header(&headers, &key);
        if (str_eq_nocase(key, wanted))
            value = one;
    }
    return value.len > 0 ? value : STR_NULL;
}

static struct str unquoted(struct str text)
{
    text = str_trim(text);
    bool quoted = text.len > 1 && text.ptr[0] == '"' && text.ptr[text.len - 1] == '"';
    return quoted ? str_slice(text, 1, text.len - 1) : text;
}

void http_type(struct str value, struct str *ret_type, struct str *ret_charset)
{
    struct str rest = value;
    *ret_type = *ret_charset = STR_NULL;
    if (!value.ptr)
        return;
    *ret_type = str_trim(str_split(&rest, ';'));
    while (rest.len > 0) {
        struct str parameter = str_trim(str_split(&rest, ';'));
        struct str name = str_split(&parameter, '=');
        if (str_eq_nocase(str_trim(name), STR("charset")))
            *ret_charset = unquoted(parameter);
    }
}

/* Whether one link's parameters name the relation, which may be one of several: rel="first memento". */
static bool has_relation(struct str parameters, struct str relation)
{
    while (parameters.len > 0) {
        struct str parameter = str_trim(str_split(&parameters, ';'));
        struct str name = str_split(&parameter, '=');
        struct str names = unquoted(parameter);
        while (str_eq_nocase(str_trim(name), STR("rel")) && names.len > 0)
            if (str_eq_nocase(str_trim(str_split(&names, ' ')), relation))
                return true;
    }
    return false;
}

/* Where one link ends: the comma outside of quotation marks, since dates have commas of their own. */
static size_t link_end(struct str value)
{
    bool quoted = false;
    for (size_t i = 0; i < value.len; i++) {
        quoted = quoted != (value.ptr[i] == '"');
        if (value.ptr[i] == ',' && !quoted)
            return i;
    }
    return value.len;
}

static struct str link_of(struct str value, struct str relation)
{
    while (value.len > 0) {
        size_t open = str_find(value, STR("<"), 0), close = str_find(value, STR(">"), open);
        if (close >= value.len)
            return STR_NULL;
        struct str rest = str_slice(value, close + 1, value.len);
        size_t end = link_end(rest);
        if (has_relation(str_slice(rest, 0, end), relation))
            return str_trim(str_slice(value, open + 1, close));
        value = str_slice(rest, end < rest.len ? end + 1 : end, rest.len);
    }
    return STR_NULL;
}

struct str http_link(struct str headers, struct str relation)
{
    while (headers.len > 0) {
        struct str key, value = next_header(&headers, &key);
        struct str found = str_eq_nocase(key, STR("link")) ? link_of(value, relation) : STR_NULL;
        if (found.ptr)
            return found;
    }
    return STR_NULL;
}

/* Where the path begins: after "https://host". */
static size_t path_start(struct str url, size_t *ret_host)
{
    size_t scheme = str_find(url, STR("://"), 0), at = scheme < url.len ? scheme + 3 : url.len;
    *ret_host = at;
    while (at < url.len && url.ptr[at] != '/' && url.ptr[at] != '?' && url.ptr[at] != '#')
        at++;
    return at;
}

struct str http_host(struct str url)
{
    size_t host, path = path_start(url, &host);
    return str_slice(url, host, path);
}

struct str http_path(struct str url)
{
    size_t host, path = path_start(url, &host);
    return str_slice(url, path, url.len);
}
