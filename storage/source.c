/* Sources, shared by many citations. What was known of one before is in the history: the guard in schema.c asks for an
 * event with every change. */
#include "storage/source.h"

#include "core/base/clock.h"
#include "storage/event.h"
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

static bool read_one(struct query *query, struct arena *arena, struct source *ret, bool *ret_found, struct err *err)
{
    bool done = query_next(query, ret_found, err);
    if (done && *ret_found)
        done = record_read(query->statement, 0, &source_fields, arena, ret, err) ||
               err_wrap(err, "source %lld can't be used; run: assay doctor", (long long)ret->number);
    query_close(query);
    return done;
}

bool source_by_id(struct store *store, struct str id, struct arena *arena, struct source *ret, bool *ret_found,
                  struct err *err)
{
    struct query query;
    if (!query_open(store, SQL_SOURCE_BY_ID, &query, err))
        return false;
    statement_bind_text(query.statement, 1, id);
    return read_one(&query, arena, ret, ret_found, err);
}

bool source_find(struct store *store, const struct source *given, struct arena *arena, struct source *ret,
                 bool *ret_found, struct err *err)
{
    struct query query;
    struct source found = {0};
    if (!query_open(store, given->url.ptr ? SQL_SOURCE_BY_URL : SQL_SOURCE_BY_DESCRIPTION, &query, err))
        return false;
    if (given->url.ptr) {
        statement_bind_text(query.statement, 1, given->url);
    } else {
        statement_bind_text(query.statement, 1, given->title);
        statement_bind_text(query.statement, 2, given->author);
        statement_bind_text(query.statement, 3, given->published);
        statement_bind_text(query.statement, 4, given->type.ptr ? given->type : STR("document"));
    }
    if (!read_one(&query, arena, &found, ret_found, err))
        return false;
    if (*ret_found && found.merged.ptr && !source_by_id(store, found.merged, arena, &found, ret_found, err))
        return false;
    if (*ret_found)
        *ret = found;
    return true;
}

/* Whether a given field is one that describes a source: not the store's own, and not where it was found. */
static bool describes(const struct field *field, const struct source *known, const struct source *given)
{
    struct str gives = field->type == FIELD_TEXT ? *text_of(field, (struct source *)given) : STR_NULL;
    if (!gives.ptr || field->offset == offsetof(struct source, id) || field->offset == offsetof(struct source, merged))
        return false;
    /* the address of one that was merged leads to it, and is not its own */
    return field->offset != offsetof(struct source, url) || !known->url.ptr;
}

bool source_fill(struct source *known, const struct source *given, struct arena *arena, enum source_fate *ret_fate,
                 struct err *err)
{
    struct source filled = *known;
    enum source_fate fate = SOURCE_KNOWN;
    for (size_t i = 0; i < source_fields.count; i++) {
        const struct field *field = &source_fields.field[i];
        if (!describes(field, known, given))
            continue;
        struct str *has = text_of(field, &filled), gives = *text_of(field, (struct source *)given);
        if (str_eq(*has, gives))
            continue;
        if (has->ptr)
            return err_set(err, ERR_USAGE,
                           "source %lld has the %s '%.*s', not '%.*s'; leave it out, or cite another source",
                           (long long)known->number, field->name, STR_ARG(*has), STR_ARG(gives));
        *has = arena_str(arena, gives);
        fate = SOURCE_FILLED;
    }
    if (given->kind != SOURCE_KIND_NONE && filled.kind == SOURCE_KIND_NONE) {
        filled.kind = given->kind;
        fate = SOURCE_FILLED;
    }
    if (given->kind != SOURCE_KIND_NONE && filled.kind != given->kind)
        return err_set(err, ERR_USAGE,
                       "source %lld is of the kind '%s', not '%s'; leave it out, or say: assay sources edit",
                       (long long)known->number, source_kinds.name[filled.kind], source_kinds.name[given->kind]);
    *known = filled;
    *ret_fate = fate;
    return true;
}

bool source_make(struct store *store, const struct source *given, struct arena *arena, struct source *ret,
                 struct err *err)
{
    struct source source = *given;
    if (!query_integer(store, SQL_SOURCE_NEXT_NUMBER, &source.number, err))
        return false;
    source.id = unique_id(arena);
    if (!source.type.ptr)
        source.type = source.url.ptr ? STR("webpage") : STR("document");
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
    if (!record_check(&source_fields, &wanted, "source", err) ||
        !source_find(store, &wanted, arena, &known, &found, err))
        return false;
    if (found) {
        if (!source_fill(&known, &wanted, arena, ret_fate, err))
            return false;
        *ret = known;
        return true;
    }
    if (!source_make(store, &wanted, arena, ret, err))
        return false;
    *ret_fate = SOURCE_NEW;
    return true;
}

bool source_describe(struct store *store, const struct source *source, enum source_fate fate, struct str reviewer,
                     struct str at, struct arena *arena, struct err *err)
{
    json_t *content = event_content();
    struct event event = {.at = at, .reviewer = reviewer, .action = ACTION_DESCRIBE};
    event_content_row(content, "source", &source_fields, source, source_digest(source, arena));
    return event_add(store, &event, content, arena, err) && source_write(store, source, fate, event.number, arena, err);
}

bool source_write(struct store *store, const struct source *source, enum source_fate fate, int64_t event,
                  struct arena *arena, struct err *err)
{
    struct query query;
    if (fate == SOURCE_KNOWN)
        return true;
    if (!query_open(store, fate == SOURCE_NEW ? SQL_SOURCE_INSERT : SQL_SOURCE_UPDATE, &query, err))
        return false;
    int at = record_bind(query.statement, 1, &source_fields, source);
    statement_bind_text(query.statement, at, source_digest(source, arena));
    statement_bind_integer(query.statement, at + 1, event);
    return query_run(&query, err);
}
