/* What commands share: saying something on standard error, the pager, looking up a command. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/suggest.h"
#include "cmd/tty/width.h"
#include "core/base/buf.h"
#include "core/report/escape.h"

static const char *const colour_names[] = {
    [COLOUR_AUTO] = "auto",
    [COLOUR_ALWAYS] = "always",
    [COLOUR_NEVER] = "never",
};
static const struct names colour_whens = {"colour setting", colour_names, 3};

#define GLOBAL(field) offsetof(struct global_options, field)

const struct option global_options[] = {
    {"store", 0, OPTION_PATH, GLOBAL(store), NULL, "PATH", "use this store (or set ASSAY_STORE)"},
    {"color", 0, OPTION_NAME, GLOBAL(colour), &colour_whens, "WHEN", "auto, always or never"},
    {"no-pager", 0, OPTION_FLAG, GLOBAL(no_pager), NULL, NULL, "do not page long output"},
    {"help", 'h', OPTION_FLAG, GLOBAL(help), NULL, NULL, "show help and end"},
    {"version", 0, OPTION_FLAG, GLOBAL(version), NULL, NULL, "show the version and end"},
    {0},
};

/* On a terminal a long message is broken at its spaces; a terminal would break it in the middle of a word. */
static void write_message(const struct invocation *run, struct str text)
{
    struct buf wrapped = {0};
    size_t width = run->terminal.err ? (size_t)run->terminal.width : 0;
    if (width > 0 && width_of(text) > width)
        width_wrap(&wrapped, text, width, 0);
    else
        buf_str(&wrapped, text);
    buf_char(&wrapped, '\n');
    fwrite(wrapped.ptr, 1, wrapped.len, stderr);
    buf_release(&wrapped);
}

void say(struct invocation *run, const char *format, ...)
{
    struct buf shown = {0};
    char *text = NULL;
    va_list args;
    va_start(args, format);
    int len = vasprintf(&text, format, args);
    va_end(args);
    if (len < 0)
        return;
    escape_terminal(&shown, (struct str){text, (size_t)len});
    free(text);
    progress_wipe(&run->progress);
    fflush(stdout); /* so that both streams stand in their order where they are one */
    write_message(run, buf_view(&shown));
    buf_release(&shown);
}

void page_output(struct invocation *run)
{
    if (run->terminal.out && !run->global.no_pager)
        pager_start(&run->pager);
}

bool output_closed(void)
{
    return ferror(stdout) != 0;
}

static const char *part_name(const struct command *part)
{
    return strchr(part->name, ' ') + 1;
}

const struct command *command_part(const struct command *command, struct str name, struct err *err)
{
    enum { NAMES_MOST = 64 };
    const char *names[NAMES_MOST];
    size_t count = 0;
    for (const struct command *part = command->parts; part->name && count < NAMES_MOST; part++) {
        names[count++] = part_name(part);
        if (str_eq(str_from(part_name(part)), name))
            return part;
    }
    const char *near = suggest(name, names, count);
    if (near)
        err_set(err, ERR_USAGE, "unknown command '%s %.*s'; did you mean '%s %s'?", command->name, STR_ARG(name),
                command->name, near);
    else
        err_set(err, ERR_USAGE, "unknown command '%s %.*s'; 'assay help %s' lists those that there are", command->name,
                STR_ARG(name), command->name);
    return NULL;
}

const struct command *command_find(const struct invocation *run, struct str name, struct err *err)
{
    enum { NAMES_MOST = 64 };
    const char *names[NAMES_MOST];
    size_t count = run->command_count < NAMES_MOST ? run->command_count : NAMES_MOST;
    for (size_t i = 0; i < count; i++) {
        names[i] = run->commands[i].name;
        if (str_eq(str_from(names[i]), name))
            return &run->commands[i];
    }
    const char *near = suggest(name, names, count);
    if (near)
        err_set(err, ERR_USAGE, "unknown command '%.*s'; did you mean '%s'?", STR_ARG(name), near);
    else
        err_set(err, ERR_USAGE, "unknown command '%.*s'; 'assay help' lists those that there are", STR_ARG(name));
    return NULL;
}
