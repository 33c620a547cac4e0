/* `assay help`: the overview of all commands, and what one command takes. */
#include <stdio.h>
#include <string.h>

#include "cmd/cmd.h"
#include "cmd/tty/colour.h"
#include "cmd/tty/width.h"
#include "core/base/limits.h"

enum { HELP_INDENT = 2, HELP_COLUMN = 26, USAGE_INDENT = 7, HELP_WIDTH = 100 };

static const char *const group_titles[GROUP_END] = {
    [GROUP_INTAKE] = "intake",     [GROUP_FINDING] = "finding", [GROUP_REVIEW] = "review",
    [GROUP_PRINTING] = "printing", [GROUP_UPKEEP] = "upkeep",
};

static const char *const examples[] = {
    EXAMPLE("assay help", "all commands"),
    EXAMPLE("assay help cite", "one of them, with its options and examples"),
    EXAMPLE("assay help limits", "what --limit can set"),
    NULL,
};

const struct manual manual_help = {
    .usage = "help [COMMAND [PART]|limits]",
    .about = "Lists the commands, says what one of them does, with its options and examples, or lists the limits.",
    .examples = examples,
    .most = 2,
};

static size_t help_width(const struct invocation *run)
{
    size_t width = (size_t)run->terminal.width;
    return width < HELP_WIDTH ? width : HELP_WIDTH;
}

static void heading(const struct invocation *run, const char *text)
{
    printf("\n%s%s%s\n", colour_on(&run->terminal, COLOUR_HEADING), text, colour_off(&run->terminal, COLOUR_HEADING));
}

static void paragraph(const struct invocation *run, const char *text, size_t indent)
{
    struct buf wrapped = {0};
    width_wrap(&wrapped, str_from(text), help_width(run), indent);
    fputs(wrapped.ptr ? wrapped.ptr : "", stdout);
    putchar('\n');
    buf_release(&wrapped);
}

static void print_option(const struct invocation *run, const struct option *option)
{
    struct arena scratch = {0};
    struct str left = arena_printf(&scratch, "%*s", HELP_INDENT, "");
    if (option->letter)
        left = arena_printf(&scratch, "%.*s-%c, ", STR_ARG(left), option->letter);
    left = arena_printf(&scratch, "%.*s--%s%s%s", STR_ARG(left), option->name, option->value ? " " : "",
                        option->value ? option->value : "");
    size_t width = width_of(left); /* not its bytes: "KIND,…" */
    bool fits = width <= HELP_COLUMN - 2;
    printf("%.*s%s%*s", STR_ARG(left), fits ? "" : "\n", HELP_COLUMN - (fits ? (int)width : 0), "");
    paragraph(run, option->help, HELP_COLUMN);
    arena_release(&scratch);
}

static void print_options(const struct invocation *run, const char *title, const struct option *options)
{
    if (!options)
        return;
    heading(run, title);
    for (const struct option *option = options; option->type != OPTION_LAST; option++)
        print_option(run, option);
}

static void print_parts(const struct invocation *run, const struct command *parts)
{
    heading(run, "its parts");
    for (const struct command *part = parts; part->name; part++) {
        printf("%*s%-*s", HELP_INDENT, "", HELP_COLUMN - HELP_INDENT, part->name);
        paragraph(run, part->summary, HELP_COLUMN);
    }
}

void help_command(struct invocation *run, const struct command *command)
{
    const struct manual *manual = command->manual;
    struct arena scratch = {0};
    struct str usage = arena_printf(&scratch, "assay %s", manual->usage);
    printf("assay %s: %s\n\n", command->name, command->summary);
    fputs("usage: ", stdout);
    paragraph(run, usage.ptr, USAGE_INDENT);
    putchar('\n');
    arena_release(&scratch);
    paragraph(run, manual->about, 0);
    if (command->parts)
        print_parts(run, command->parts);
    print_options(run, "options", manual->options);
    print_options(run, "options of every command", global_options);
    heading(run, "examples");
    for (const char *const *example = manual->examples; *example; example++)
        printf("%*s%s\n%*s%s\n", HELP_INDENT, "", *example + strlen(*example) + 1, 2 * HELP_INDENT + 2, "", *example);
}

void help_overview(struct invocation *run)
{
    printf("assay tracks the figures that articles state: it finds them, keeps their place, and collects sources and\n"
           "verdicts for them.\n\nusage: assay [--store PATH] COMMAND [options] [arguments]\n");
    for (int group = 0; group < GROUP_END; group++) {
        heading(run, group_titles[group]);
        for (size_t i = 0; i < run->command_count; i++)
            if ((int)run->commands[i].group == group)
                printf("%*s%-12s%s\n", HELP_INDENT, "", run->commands[i].name, run->commands[i].summary);
    }
    print_options(run, "options of every command", global_options);
    printf("\n'assay help COMMAND' says more about one of them, 'assay help limits' lists the limits. To begin:\n"
           "assay extract article.txt\n");
}

/* What can be set with --limit. */
static void help_limits(const struct invocation *run)
{
    paragraph(
        run,
        "Limits on what is taken in. One that bites is named, nothing of the document is kept, and the exit status "
        "is 3. --limit NAME=N[,NAME=N…] sets others, and what was set is noted with the document.",
        0);
    printf("\n%*s%-20s%14s%14s\n", HELP_INDENT, "", "name", "normally", "at most");
    for (size_t i = 0; i < limit_count; i++)
        printf("%*s%-20s%14zu%14zu  %s\n", HELP_INDENT, "", limit_list[i].name, limit_list[i].normal,
               limit_list[i].most, limit_list[i].what);
    printf(
        "\nNot to be set: %zu claims of one document, %zu bytes of a quote or a reason typed in, and %d tokens of one\n"
        "sentence (a longer one is cut at a token's end).\n",
        LIMIT_DOCUMENT_CLAIMS, LIMIT_FIELD_BYTES, LIMIT_SENTENCE_TOKENS);
}

bool cmd_help(struct invocation *run, const void *options, struct words arguments, struct err *err)
{
    (void)options;
    const struct command *command = NULL;
    bool limits = arguments.count > 0 && str_eq(str_from(arguments.word[0]), STR("limits"));
    if (arguments.count > 0 && !limits) {
        command = command_find(run, str_from(arguments.word[0]), err);
        if (command && arguments.count > 1 && !command->parts)
            return err_set(err, ERR_USAGE, "'%s' has no parts; say: assay help %s", command->name, command->name);
        if (command && arguments.count > 1)
            command = command_part(command, str_from(arguments.word[1]), err);
        if (!command)
            return false;
    }
    page_output(run);
    if (limits)
        help_limits(run);
    else if (command)
        help_command(run, command);
    else
        help_overview(run);
    return true;
}
