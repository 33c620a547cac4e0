/*
 * The commands: what main.c's table holds, and what a command is given when it runs.
 *
 * To add a command:
 * 1. Write cmd/<name>.c: its options as data, its `struct manual manual_<name>` (usage, options, examples), and one
 *    function, cmd_<name>(), that makes one or two calls into storage and core and prints. Look at next.c for a short one.
 * 2. Declare it at the end of this header.
 * 3. Add one line to the table in main.c. Help, suggestions, option parsing and --help follow from there.
 * 4. Write tests/cli/<name>.test: what it does, and each way to get it wrong.
 *
 * A command returns true when it is done. Otherwise it returns false with `err` set, and main.c, which alone decides the
 * exit status, says the message; an empty message means that all has been said. Results go to standard output; whatever
 * else is said goes through say() to standard error.
 */
#ifndef CMD_CMD_H
#define CMD_CMD_H

#include <stdbool.h>
#include <stddef.h>

#include "cmd/options.h"
#include "cmd/tty/pager.h"
#include "cmd/tty/progress.h"
#include "cmd/tty/terminal.h"
#include "core/base/err.h"
#include "core/base/mem.h"
#include "storage/store.h"

struct command;

/* The options that every command takes. */
struct global_options {
    struct str store;
    int colour; /* enum colour_when */
    bool no_pager, help, version;
};

extern const struct option global_options[];

/* One run of the program. */
struct invocation {
    struct global_options global;
    const struct command *commands; /* main.c's table */
    size_t command_count;
    struct terminal terminal;
    struct pager pager;
    struct progress progress;
    struct arena arena; /* as long as the run */
};

struct manual {
    const char *usage;            /* "list [options]" */
    const char *about;            /* a paragraph or two */
    const struct option *options; /* NULL for none */
    size_t options_size;          /* of the struct that they fill */
    const char *const *examples;  /* each "what it does\0the command line"; ends with NULL */
    size_t least, most;           /* how many arguments; ARGUMENTS_ANY for no bound */
};

#define ARGUMENTS_ANY ((size_t)-1)

/* An example for `struct manual`: a command line, and what it does. */
#define EXAMPLE(line, what) what "\0" line

typedef bool command_fn(struct invocation *run, const void *options, struct words arguments, struct err *err);

enum command_group { GROUP_INTAKE, GROUP_FINDING, GROUP_REVIEW, GROUP_PRINTING, GROUP_UPKEEP, GROUP_END };

struct command {
    const char *name;
    command_fn *run;
    const char *summary; /* one line of help */
    enum command_group group;
    const struct manual *manual;
    /*
     * Commands that this one is made of, named "sources list" and so on; ends with {0}, NULL for none. The first is run where
     * none is named. Then `run` is NULL, and `manual` says what they are for.
     */
    const struct command *parts;
};

/* ---- what commands share ---- */

/* One line on standard error, escaped for a terminal. */
void say(struct invocation *run, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Puts the pager, where one is wanted, between standard output and the terminal. */
void page_output(struct invocation *run);

/* Standard output takes no more (a closed pipe, a full disk): a loop that prints may as well end. main.c says why. */
bool output_closed(void);

/* What help prints for one command, and for all of them. */
void help_command(struct invocation *run, const struct command *command);
void help_overview(struct invocation *run);

/* The part of a command with that name; where there is none, ERR_USAGE with a suggestion. */
const struct command *command_part(const struct command *command, struct str name, struct err *err);

/* The command with that name; where there is none, ERR_USAGE with a suggestion. */
const struct command *command_find(const struct invocation *run, struct str name, struct err *err);

/* ---- the commands ---- */

#define DECLARE_COMMAND(name)                                                                                          \
    extern const struct manual manual_##name;                                                                          \
    command_fn cmd_##name

DECLARE_COMMAND(extract);
DECLARE_COMMAND(import);
DECLARE_COMMAND(log);
DECLARE_COMMAND(text);
DECLARE_COMMAND(documents);
DECLARE_COMMAND(list);
DECLARE_COMMAND(show);
DECLARE_COMMAND(next);
DECLARE_COMMAND(status);
DECLARE_COMMAND(cite);
extern const struct manual manual_sources;
extern const struct command sources_parts[];
DECLARE_COMMAND(verdict);
extern const struct manual manual_series;
extern const struct command series_parts[];
DECLARE_COMMAND(check);
DECLARE_COMMAND(history);
DECLARE_COMMAND(report);
DECLARE_COMMAND(stats);
DECLARE_COMMAND(doctor);
DECLARE_COMMAND(help);
DECLARE_COMMAND(version);

#endif
