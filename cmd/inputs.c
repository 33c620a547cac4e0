/* From arguments, lists, folders and patterns to files and addresses. */
#include "cmd/inputs.h"

#include <string.h>

#include "core/base/buf.h"
#include "core/intake/fetch.h"
#include "core/intake/glob.h"
#include "core/intake/intake.h"

bool inputs_open(struct words arguments, struct str files_from, const struct limits *limits, struct arena *arena,
                 struct inputs *ret, struct err *err)
{
    struct inputs inputs = {.arguments = arguments, .limits = *limits};
    for (size_t i = 0; i < arguments.count && files_from.ptr; i++)
        if (str_eq(files_from, STR("-")) && strcmp(arguments.word[i], "-") == 0)
            return err_set(err, ERR_USAGE,
                           "standard input is either the list or a document; give the other by its name");
    if (files_from.ptr && !intake_files.read(intake_files.ctx, arena_cstr(arena, files_from), limits->document_bytes,
                                             arena, &inputs.list, err))
        return false;
    *ret = inputs;
    return true;
}

/* The next name of the list, in `name`; false at its end. Blank lines are none. */
static bool next_name(struct str *list, bool by_nul, struct buf *name)
{
    while (list->len > 0) {
        struct str line = str_split(list, by_nul ? '\0' : '\n');
        if (!by_nul && str_ends(line, STR("\r")))
            line.len--;
        if (line.len == 0)
            continue;
        buf_clear(name);
        buf_str(name, line);
        return true;
    }
    return false;
}

/* ---- one name ---- */

struct visit {
    const struct inputs *inputs;
    const struct inputs_visitor *visitor;
    const char *pattern; /* of a walk; NULL for all that is in the folder */
    int64_t taken;
    bool stopped;
};

/* Walking "." gives "./a.txt", which people call "a.txt". */
static const char *as_called(const struct visit *visit, const char *path)
{
    return visit->pattern && path[0] == '.' && path[1] == '/' && !str_starts(str_from(visit->pattern), STR("./"))
               ? path + 2
               : path;
}

static bool take(struct visit *visit, const char *path)
{
    visit->taken++;
    visit->stopped = !visit->visitor->take(visit->visitor->ctx, path);
    return !visit->stopped;
}

static bool walk_file(void *ctx, const char *file)
{
    struct visit *visit = ctx;
    const char *path = as_called(visit, file);
    if (visit->pattern && !glob_matches(str_from(visit->pattern), str_from(path)))
        return true;
    return take(visit, path);
}

static bool walk_enter(void *ctx, const char *folder)
{
    struct visit *visit = ctx;
    return !visit->pattern || glob_may_hold(str_from(visit->pattern), str_from(as_called(visit, folder)));
}

static void take_folder(struct visit *visit, const char *folder)
{
    const struct intake_walker walker = {walk_file, walk_enter, visit, &visit->inputs->limits};
    struct err err = {0};
    int64_t before = visit->taken;
    if (intake_files.walk(intake_files.ctx, folder, &walker, &err)) {
        if (visit->taken > before || visit->stopped)
            return;
        if (visit->pattern)
            err_set(&err, ERR_INPUT, "there is no file '%s', and as a pattern it fits no document (" INTAKE_ENDINGS ")",
                    visit->pattern);
        else
            err_set(&err, ERR_INPUT, "the folder '%s' has no document (" INTAKE_ENDINGS ")", folder);
    }
    visit->visitor->refuse(visit->visitor->ctx, &err);
}

/* A file that is there is meant, whatever its name looks like. */
static bool is_pattern(const char *name)
{
    return glob_is(str_from(name)) && !intake_files.is_there(intake_files.ctx, name);
}

static bool is_folder(const char *name)
{
    return intake_files.is_folder(intake_files.ctx, name);
}

static void take_name(struct visit *visit, const char *name)
{
    struct arena arena = {0};
    visit->pattern = NULL;
    if (fetch_is_address(str_from(name))) {
        take(visit, name);
    } else if (is_pattern(name)) {
        visit->pattern = name;
        take_folder(visit, arena_cstr(&arena, glob_base(str_from(name))));
    } else if (is_folder(name)) {
        take_folder(visit, name);
    } else {
        take(visit, name);
    }
    arena_release(&arena);
}

void inputs_visit(const struct inputs *inputs, const struct inputs_visitor *visitor)
{
    struct visit visit = {.inputs = inputs, .visitor = visitor};
    struct str list = inputs->list;
    bool by_nul = list.len > 0 && memchr(list.ptr, '\0', list.len);
    struct buf name = {0};
    for (size_t i = 0; i < inputs->arguments.count && !visit.stopped; i++)
        take_name(&visit, inputs->arguments.word[i]);
    while (!visit.stopped && next_name(&list, by_nul, &name))
        take_name(&visit, name.ptr);
    buf_release(&name);
}

/* ---- looking before reading ---- */

static bool count_one(void *ctx, const char *path)
{
    (void)path;
    ++*(int64_t *)ctx;
    return true;
}

static void count_none(void *ctx, const struct err *err)
{
    (void)ctx, (void)err;
}

int64_t inputs_count(const struct inputs *inputs)
{
    int64_t count = 0;
    inputs_visit(inputs, &(struct inputs_visitor){count_one, count_none, &count});
    return count;
}

bool inputs_is_one(const struct inputs *inputs)
{
    const struct words *arguments = &inputs->arguments;
    return !inputs->list.ptr && arguments->count == 1 && !is_folder(arguments->word[0]) &&
           (fetch_is_address(str_from(arguments->word[0])) || !is_pattern(arguments->word[0]));
}
