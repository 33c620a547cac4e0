/* Sources, shared by many citations. A source is only ever filled in: the guard in schema.c refuses anything else. */
#include "storage/source.h"

#include "core/base/clock.h"
#include "storage/record_sql.h"

struct str source_digest(const struct source *source, struct arena *arena)
{
    struct digest digest = record_digest(&source_fields, source);
    return digest_hex(arena, &digest);
}

static struct str *text_of(const struct field *field, struct source *source)
{
    return (struct str *)((char *)source + field->offset);
}

/* An empty text given says as little as none. */
static struct source without_empty_texts(const struct source *given)
{
    struct source source = *given;
    for (size_t i = 0; i < source_fields.count; i++) {
        const struct field *field = &source_fields.field[i];
        if (field->type == FIELD_TEXT && text_of(field, &source)->len == 0)
            *text_of(field, &source) = STR_NULL;
    }
    return source;
}

static bool find(struct store *store, const struct source *given, struct arena *arena, struct source *ret,
                 bool *ret_found, struct err *err)
{
    struct query query;
    if (!query_open(store, given->url.ptr ? SQL_SOURCE_BY_URL : SQL_SOURCE_BY_DESCRIPTION, &query, err))
        return false;
    if (given->url.ptr) {
        statement_bind_text(query.statement, 1, given->url);
    } else {
        statement_bind_text(query.statement, 1, given->title);
        statement_bind_text(query.statement, 2, given->author);
        statement_bind_text(query.statement, 3, given->published);
        statement_bind_text(query.statement, 4, given->type);
    }
    bool done = query_next(&query, ret_found, err);
    if (done && *ret_found)
        done = record_read(query.statement, 0, &source_fields, arena, ret, err) ||
               err_wrap(err, "source %lld can't be used; run: assay doctor", (long long)ret->number);
    query_close(&query);
    return done;
}

/* Takes into `known` what it lacks and `given` has; both have the same identity already. */
static bool merge(struct source *known, struct source *given, struct arena *arena, enum source_fate *ret_fate,
                  struct err *err)
{
    enum source_fate fate = SOURCE_KNOWN;
    for (size_t i = 0; i < source_fields.count; i++) {
        const struct field *field = &source_fields.field[i];
        if (field->type != FIELD_TEXT || text_of(field, given) == &given->id)
            continue;
        struct str *has = text_of(field, known), gives = *text_of(field, given);
        if (!gives.ptr || str_eq(*has, gives))
            continue;
        if (has->ptr)
            return err_set(err, ERR_USAGE,
                           "source %lld has the %s '%.*s', not '%.*s'; leave it out, or cite another source",
                           (long long)known->number, field->name, STR_ARG(*has), STR_ARG(gives));
        *has = arena_str(arena, gives);
        fate = SOURCE_FILLED;
    }
    *ret_fate = fate;
    return true;
}

static bool make(struct store *store, const struct source *given, struct arena *arena, struct source *ret,
                 struct err *err)
{
    struct source source = *given;
    if (!query_integer(store, SQL_SOURCE_NEXT_NUMBER, &source.number, err))
        return false;
    source.id = unique_id(arena);
    for (size_t i = 0; i < source_fields.count; i++)
        if (source_fields.field[i].type == FIELD_TEXT)
            *text_of(&source_fields.field[i], &source) = arena_str(arena, *text_of(&source_fields.field[i], &source));
    *ret = source;
    return true;
}

bool source_resolve(struct store *store, const struct source *given, struct arena *arena, struct source *ret,
                    enum source_fate *ret_fate, struct err *err)
{
    struct source wanted = without_empty_texts(given), known = {0};
    bool found = false;
    if (!wanted.url.ptr && !wanted.title.ptr && !wanted.author.ptr)
        return err_set(err, ERR_USAGE, "a source needs a URL, or else a title or an author; give one");
    if (!wanted.url.ptr && !wanted.type.ptr)
        wanted.type = STR("document");
    if (!record_check(&source_fields, &wanted, "source", err) || !find(store, &wanted, arena, &known, &found, err))
        return false;
    if (found) {
        if (!merge(&known, &wanted, arena, ret_fate, err))
            return false;
        *ret = known;
        return true;
    }
    if (!wanted.type.ptr)
        wanted.type = STR("webpage");
    if (!make(store, &wanted, arena, ret, err))
        return false;
    *ret_fate = SOURCE_NEW;
    return true;
}

bool source_write(struct store *store, const struct source *source, enum source_fate fate, int64_t event,
                  struct arena *arena, struct err *err)
{
    struct query query;
    if (fate == SOURCE_KNOWN)
        return true;
    if (!query_open(store, fate == SOURCE_NEW ? SQL_SOURCE_INSERT : SQL_SOURCE_FILL_IN, &query, err))
        return false;
    int at = record_bind(query.statement, 1, &source_fields, source);
    statement_bind_text(query.statement, at, source_digest(source, arena));
    statement_bind_integer(query.statement, at + 1, event);
    return query_run(&query, err);
}
