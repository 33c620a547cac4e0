/* Where the program starts: the table of commands, and the only place that decides the exit status. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/cmd.h"

static const struct command commands[] = {
    {"extract", cmd_extract, "take articles in and find their figures", GROUP_INTAKE, &manual_extract},
    {"import", cmd_import, "take in claims that were extracted elsewhere", GROUP_INTAKE, &manual_import},
    {"log", cmd_log, "log one claim by hand", GROUP_INTAKE, &manual_log},
    {"text", cmd_text, "print the text that extract reads", GROUP_INTAKE, &manual_text},
    {"documents", cmd_documents, "list the documents taken in", GROUP_INTAKE, &manual_documents},
    {"list", cmd_list, "list claims", GROUP_FINDING, &manual_list},
    {"show", cmd_show, "show a claim with its citations and verdicts", GROUP_FINDING, &manual_show},
    {"next", cmd_next, "show the open claim most worth checking", GROUP_FINDING, &manual_next},
    {"status", cmd_status, "count documents, claims and verdicts", GROUP_FINDING, &manual_status},
    {"cite", cmd_cite, "attach a source to a claim", GROUP_REVIEW, &manual_cite},
    {"sources", NULL, "list, edit, keep, recheck, import and export sources", GROUP_REVIEW, &manual_sources,
     sources_parts},
    {"verdict", cmd_verdict, "rate a claim", GROUP_REVIEW, &manual_verdict},
    {"series", NULL, "load, list, plot and hide reference statistics", GROUP_REVIEW, &manual_series, series_parts},
    {"check", cmd_check, "compare claims with their sources and with reference series", GROUP_REVIEW, &manual_check},
    {"history", cmd_history, "who did what, and when", GROUP_REVIEW, &manual_history},
    {"report", cmd_report, "print the verification report", GROUP_PRINTING, &manual_report},
    {"stats", cmd_stats, "how claims came out, by speaker, topic or month", GROUP_PRINTING, &manual_stats},
    {"doctor", cmd_doctor, "is the store whole?", GROUP_UPKEEP, &manual_doctor},
    {"help", cmd_help, "help for a command", GROUP_UPKEEP, &manual_help},
    {"version", cmd_version, "the program's version", GROUP_UPKEEP, &manual_version},
};

enum status { STATUS_DONE = 0, STATUS_NO = 1, STATUS_USAGE = 2, STATUS_COULD_NOT = 3 };

static enum status exit_status(bool ok, const struct err *err)
{
    if (ok)
        return STATUS_DONE;
    switch (err->code) {
    case ERR_ABSENT:
        return STATUS_NO;
    case ERR_USAGE:
        return STATUS_USAGE;
    default:
        return STATUS_COULD_NOT;
    }
}

static bool check_arguments(const struct command *command, struct words arguments, struct err *err)
{
    const struct manual *manual = command->manual;
    if (arguments.count < manual->least)
        return err_set(err, ERR_USAGE, "something is missing; usage: assay %s", manual->usage);
    if (arguments.count > manual->most)
        return err_set(err, ERR_USAGE, "'%s' is one argument too many; usage: assay %s", arguments.word[manual->most],
                       manual->usage);
    return true;
}

static bool run_command(struct invocation *run, const struct command *command, struct words words, struct err *err)
{
    const struct manual *manual = command->manual;
    void *options = arena_alloc(&run->arena, manual->options_size);
    struct option_set sets[] = {{manual->options, options}, {global_options, &run->global}};
    struct words arguments;
    bool parsed = options_parse(sets, 2, false, words, &arguments, err);
    run->terminal = terminal_look((enum colour_when)run->global.colour);
    if (!parsed)
        return false;
    if (run->global.help) {
        page_output(run);
        help_command(run, command);
        return true;
    }
    return check_arguments(command, arguments, err) && command->run(run, options, arguments, err);
}

/* A command that is made of others: the one that the next word names, or the first. */
static bool run_part(struct invocation *run, const struct command *command, struct words words, struct err *err)
{
    bool named = words.count > 0 && words.word[0][0] != '-';
    if (!named && words.count > 0 &&
        (str_eq(str_from(words.word[0]), STR("--help")) || str_eq(str_from(words.word[0]), STR("-h")))) {
        run->terminal = terminal_look((enum colour_when)run->global.colour);
        page_output(run);
        help_command(run, command);
        return true;
    }
    const struct command *part = named ? command_part(command, str_from(words.word[0]), err) : command->parts;
    if (named)
        words = (struct words){words.word + 1, words.count - 1};
    return part && run_command(run, part, words, err);
}

static bool run_words(struct invocation *run, struct words words, struct err *err)
{
    struct option_set set = {global_options, &run->global};
    struct words rest;
    if (!options_parse(&set, 1, true, words, &rest, err))
        return false;
    run->terminal = terminal_look((enum colour_when)run->global.colour);
    if (run->global.version)
        return cmd_version(run, NULL, rest, err);
    if (rest.count == 0) {
        help_overview(run);
        err->code = ERR_USAGE; /* nothing was asked for; the overview says it all */
        return run->global.help;
    }
    const struct command *command = command_find(run, str_from(rest.word[0]), err);
    struct words after = {rest.word + 1, rest.count - 1};
    return command && (command->parts ? run_part : run_command)(run, command, after, err);
}

/* Nobody reads what is printed any more: `assay list | head`, or a pager that was left. That is no error. */
static bool reader_left(void)
{
    struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
    return poll(&out, 1, 0) == 1 && (out.revents & POLLERR);
}

/* What was printed must have arrived: a full disk shows at the latest when the file is closed. */
static bool end_output(struct invocation *run, struct err *err)
{
    bool failed_before = ferror(stdout) != 0;
    errno = 0;
    bool flushed = fflush(stdout) == 0;
    int reason = errno;
    if ((failed_before || !flushed) && (reason == EPIPE || reader_left()))
        return pager_stop(&run->pager, err);
    if (!flushed)
        return err_set(err, ERR_SYSTEM, "could not write to standard output: %s", strerror(reason));
    if (failed_before)
        return err_set(err, ERR_SYSTEM, "could not write to standard output");
    if (run->pager.pid != 0)
        return pager_stop(&run->pager, err);
    if (close(STDOUT_FILENO) != 0 && errno != EBADF)
        return err_set(err, ERR_SYSTEM, "could not write to standard output: %s", strerror(errno));
    return true;
}

/*
 * A program that is started with a standard stream closed would get its number for the next file that it opens, and print
 * into that. So the numbers are taken: input in a way that makes reading fail, and output in one that makes writing fail.
 */
static void take_descriptors(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            (void)!open("/dev/null", fd == STDOUT_FILENO ? O_RDONLY : O_WRONLY);
}

int main(int argc, char **argv)
{
    struct invocation run = {.commands = commands, .command_count = sizeof(commands) / sizeof(commands[0])};
    struct words words = {argv + 1, argc > 0 ? (size_t)argc - 1 : 0};
    struct err err = {0}, output_err = {0};
    take_descriptors();
    signal(SIGPIPE, SIG_IGN); /* a write that fails says so itself */
    signal(SIGXFSZ, SIG_IGN); /* the same for a file that may not grow (ulimit -f) */
    bool ok = run_words(&run, words, &err);
    enum status status = exit_status(ok, &err);
    if (!end_output(&run, &output_err)) {
        say(&run, "assay: %s", output_err.msg);
        status = STATUS_COULD_NOT;
    }
    if (!ok && err.msg[0])
        say(&run, "assay: %s", err.msg);
    arena_release(&run.arena);
    return (int)status;
}
