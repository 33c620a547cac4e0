/* What commands that take documents in say of them. */
#include "cmd/received.h"

#include "core/intake/charset.h"

bool charset_known(struct str name, struct err *err)
{
    struct charset charset;
    struct arena arena = {0};
    if (!name.ptr || charset_by_name(name, &charset))
        return true;
    err_set(err, ERR_USAGE, "there is no character encoding '%.*s'; there are %s", STR_ARG(name),
            charset_names(&arena).ptr);
    arena_release(&arena);
    return false;
}

void say_of_reading(struct invocation *run, const struct received *received)
{
    const struct reading *reading = &received->reading;
    struct str name = received->document.name;
    if (str_eq(reading->charset_from, STR("guess")))
        say(run, "%.*s: read as %.*s, which is a guess from its bytes; --charset NAME says otherwise", STR_ARG(name),
            STR_ARG(reading->charset));
    if (reading->note.ptr)
        say(run, "%.*s: %.*s", STR_ARG(name), STR_ARG(reading->note));
}
