/* Makes a document of a statement. */
#include "cmd/statement.h"

#include "core/base/utf8.h"

enum { NAME_CHARACTERS = 60 };

/* The line below the statement; empty where nothing is known of it. */
static struct str attribution(struct arena *arena, const struct statement *statement)
{
    const struct str part[] = {statement->speaker, statement->title, statement->publisher, statement->date,
                               statement->url};
    struct str line = STR("");
    for (size_t i = 0; i < sizeof(part) / sizeof(part[0]); i++)
        if (part[i].ptr)
            line = arena_printf(arena, "%.*s%s%.*s", STR_ARG(line), line.len > 0 ? ", " : "\n\n— ", STR_ARG(part[i]));
    return line;
}

/* "F. Speaker: Germany spent 88.5 billion dollars on …": what lists of documents call it. */
static struct str name_of(struct arena *arena, const struct statement *statement)
{
    struct str all = str_trim(statement->text), first = str_slice(all, 0, utf8_forward(all, 0, NAME_CHARACTERS));
    return arena_printf(arena, "%.*s%s%.*s%s", STR_ARG(statement->speaker), statement->speaker.ptr ? ": " : "",
                        STR_ARG(str_trim(first)), first.len < all.len ? "…" : "");
}

bool statement_receive(struct arena *arena, const struct statement *statement, struct received *ret,
                       struct str *ret_text, struct err *err)
{
    struct str below = attribution(arena, statement);
    struct str entry = arena_printf(arena, "%.*s%.*s", STR_ARG(statement->text), STR_ARG(below));
    if (!intake_bytes(STR("statement"), MEDIA_STATEMENT, entry, arena, ret, err))
        return false;
    ret->document.name = name_of(arena, statement);
    ret->document.title = statement->title;
    ret->document.author = statement->speaker;
    ret->document.publisher = statement->publisher;
    ret->document.url = statement->url;
    ret->document.published = statement->date;
    *ret_text = str_slice(ret->text, 0, ret->text.len - below.len);
    return true;
}

void statement_figures(const struct extractor *extractor, const struct statement *statement, struct str text,
                       struct arena *arena, struct claim **ret, size_t *ret_count)
{
    struct extract_context context = {.published = statement->date};
    struct claim *claims = NULL;
    size_t count = 0, kept = 0;
    extract_claims(extractor, text, &context, arena, &claims, &count);
    for (size_t i = 0; i < count; i++) {
        if (kind_is_background(claims[i].kind))
            continue;
        claims[kept] = claims[i];
        if (statement->speaker.ptr)
            claims[kept].speaker = statement->speaker;
        kept++;
    }
    *ret = claims;
    *ret_count = kept;
}
