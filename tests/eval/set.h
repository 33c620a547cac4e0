/*
 * The evaluation set: documents with the claim records that a careful reader wrote for them.
 *
 * A file begins with comment lines ("# …"). A document is "## " and what it is about, its text in one or more lines, and
 * then either the line "nothing" or one claim a line as a JSON object, in the order of the text, up to an empty line or
 * the end. A claim gives all the fields that README.md lists; only "concept" and "subject" may be left out.
 */
#ifndef TESTS_EVAL_SET_H
#define TESTS_EVAL_SET_H

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/base/buf.h"
#include "core/base/decimal.h"
#include "core/base/utf8.h"
#include "core/record/claim.h"

struct eval_document {
    struct str about, text; /* in the file's bytes */
    json_t *claims;         /* array of objects */
    size_t *at;             /* where in the text each claim's literal begins */
};

struct eval_file {
    const char *path;
    struct buf bytes;
    struct eval_document *documents;
    size_t count, cap;
};

static inline struct str json_str(json_t *record, const char *name)
{
    return str_from(json_string_value(json_object_get(record, name)));
}

static inline bool eval_broken(const char *path, size_t line, const char *why)
{
    fprintf(stderr, "%s:%zu: %s\n", path, line, why);
    return false;
}

/* A number as claims have it: plain notation, without digits that don't matter. */
static inline bool eval_number_ok(struct str text)
{
    struct decimal number;
    struct arena arena = {0};
    bool ok = text.ptr && decimal_parse(text, &number) && str_eq(decimal_print(&arena, number), text);
    arena_release(&arena);
    return ok;
}

/* What is wrong with one claim, or NULL. */
static inline const char *eval_claim_fault(json_t *claim)
{
    static const char *const given[] = {"literal", "kind", "value",   "upper",  "relation", "direction", "unit",
                                        "per",     "of",   "speaker", "quoted", "modality", "period"};
    const char *name;
    json_t *value;
    int found;
    for (size_t i = 0; i < sizeof(given) / sizeof(given[0]); i++)
        if (!json_object_get(claim, given[i]))
            return "a claim without one of the fields that each must have";
    json_object_foreach (claim, name, value) {
        const struct field *field = fields_find(&claim_fields, str_from(name));
        if (!field)
            return "a field that no claim has";
        if (field->names && !json_is_null(value) &&
            !names_find(field->names, str_from(json_string_value(value)), &found))
            return "a name that is none of its enumeration's";
    }
    if (!eval_number_ok(json_str(claim, "value")))
        return "a value that is no plain decimal";
    json_t *upper = json_object_get(claim, "upper");
    return json_is_null(upper) || eval_number_ok(json_str(claim, "upper")) ? NULL : "an upper that is no plain decimal";
}

/* Finds each claim's literal in the text, one after the other. */
static inline bool eval_place_claims(struct eval_document *document)
{
    size_t count = json_array_size(document->claims), next = 0;
    document->at = mem_alloc((count + 1) * sizeof(document->at[0]));
    for (size_t i = 0; i < count; i++) {
        struct str literal = json_str(json_array_get(document->claims, i), "literal");
        if (!literal.ptr || literal.len == 0)
            return false;
        document->at[i] = str_find(document->text, literal, next);
        if (document->at[i] == document->text.len)
            return false;
        next = document->at[i] + literal.len;
    }
    return true;
}

static inline bool eval_read_claims(const char *path, struct str *rest, size_t *line_number, json_t *ret_claims)
{
    bool any = false;
    while (rest->len > 0) {
        json_error_t error;
        struct str line = str_split(rest, '\n');
        ++*line_number;
        if (line.len == 0)
            break;
        any = true;
        if (str_eq(line, STR("nothing")))
            continue;
        json_t *claim = json_loadb(line.ptr, line.len, JSON_REJECT_DUPLICATES, &error);
        if (!json_is_object(claim))
            return eval_broken(path, *line_number, error.text);
        json_array_append_new(ret_claims, claim);
        const char *fault = eval_claim_fault(claim);
        if (fault)
            return eval_broken(path, *line_number, fault);
    }
    return any || eval_broken(path, *line_number, "a document with neither a claim nor 'nothing'");
}

static inline bool eval_read_document(const char *path, struct str *rest, size_t *line_number,
                                      struct eval_document *document)
{
    document->text.ptr = rest->ptr;
    while (rest->len > 0 && rest->ptr[0] != '{' && !str_starts(*rest, STR("nothing\n"))) {
        struct str line = str_split(rest, '\n');
        ++*line_number;
        document->text.len = (size_t)(line.ptr + line.len - document->text.ptr);
    }
    if (document->text.len == 0)
        return eval_broken(path, *line_number, "a document without text");
    if (!eval_read_claims(path, rest, line_number, document->claims))
        return false;
    return eval_place_claims(document) ||
           eval_broken(path, *line_number, "a literal above is not in the text, or not in its order");
}

static inline void eval_file_release(struct eval_file *file)
{
    for (size_t i = 0; i < file->count; i++) {
        json_decref(file->documents[i].claims);
        free(file->documents[i].at);
    }
    free(file->documents);
    buf_release(&file->bytes);
}

static inline bool eval_read_bytes(const char *path, struct buf *ret)
{
    char chunk[4096];
    FILE *stream = fopen(path, "rb");
    if (!stream)
        return false;
    for (size_t n; (n = fread(chunk, 1, sizeof(chunk), stream)) > 0;)
        buf_add(ret, chunk, n);
    fclose(stream);
    return true;
}

/* Reads one file of the set; says on stderr what is wrong with it. The caller releases it either way. */
static inline bool eval_file_read(const char *path, struct eval_file *ret)
{
    size_t line_number = 0, bad;
    *ret = (struct eval_file){.path = path};
    if (!eval_read_bytes(path, &ret->bytes))
        return eval_broken(path, 0, "can't be read");
    struct str rest = buf_view(&ret->bytes);
    if (!utf8_valid(rest, &bad))
        return eval_broken(path, 0, "not UTF-8");
    while (rest.len > 0) {
        struct str line = str_split(&rest, '\n');
        line_number++;
        if (str_starts(line, STR("## "))) {
            ret->documents = mem_grow(ret->documents, &ret->cap, ret->count + 1, sizeof(ret->documents[0]));
            struct eval_document *document = &ret->documents[ret->count++];
            *document = (struct eval_document){.about = str_slice(line, 3, line.len), .claims = json_array()};
            if (!eval_read_document(path, &rest, &line_number, document))
                return false;
        } else if (line.len > 0 && (ret->count > 0 || !str_starts(line, STR("#")))) {
            return eval_broken(path, line_number, "a line outside of any document");
        }
    }
    return ret->count > 0 || eval_broken(path, line_number, "no document in it");
}

#endif
