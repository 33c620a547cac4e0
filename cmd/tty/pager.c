/* Runs the pager as a child process with a pipe from standard output. */
#include "cmd/tty/pager.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/str.h"

enum { STATUS_NOT_FOUND = 127 }; /* what a shell ends with where it can't find the command */

/* "" for none: less can't work on a dumb terminal. */
static const char *pager_command(void)
{
    const char *command = getenv("ASSAY_PAGER"), *term = getenv("TERM");
    if (!command)
        command = getenv("PAGER");
    if (!command)
        command = term && strcmp(term, "dumb") != 0 ? "less" : "";
    return command;
}

/* Gives the child the signals back that this process ignores. */
static void default_signals(posix_spawnattr_t *attributes)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    sigaddset(&signals, SIGXFSZ);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGQUIT);
    posix_spawnattr_setsigdefault(attributes, &signals);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF);
}

/* A plain word is run as it is, so that its absence shows at once; anything else is the shell's to read. */
static int spawn(const char *command, int input, pid_t *ret_pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    char *word = strdup(command);
    char sh[] = "sh", dash_c[] = "-c";
    char *plain[] = {word, NULL}, *shell[] = {sh, dash_c, word, NULL};
    char *const *args = strpbrk(command, "|&;<>()$`\\\"' \t\n*?[#~=%") ? shell : plain;
    int failure = ENOMEM;
    if (!word)
        return failure;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawnattr_init(&attributes);
    default_signals(&attributes);
    failure = posix_spawnp(ret_pid, args[0], &actions, &attributes, args, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    free(word);
    return failure;
}

void pager_start(struct pager *pager)
{
    const char *command = pager_command();
    int ends[2];
    if (command[0] == '\0' || strcmp(command, "cat") == 0 || pipe2(ends, O_CLOEXEC) != 0)
        return;
    setenv("LESS", "FRX", 0); /* leave at once where all fits on a screen, let colour through, keep the screen */
    setenv("LESSCHARSET", "utf-8", 0);
    fflush(stdout);
    int failure = spawn(command, ends[0], &pager->pid);
    if (failure == 0) {
        dup2(ends[1], STDOUT_FILENO);
        signal(SIGINT, SIG_IGN);
        signal(SIGQUIT, SIG_IGN);
    } else {
        pager->pid = 0;
        if (getenv("ASSAY_PAGER") || getenv("PAGER"))
            fputs("assay: could not start the pager that $ASSAY_PAGER or $PAGER names\n", stderr);
    }
    close(ends[0]);
    close(ends[1]);
}

bool pager_stop(struct pager *pager, struct err *err)
{
    int status = 0;
    if (pager->pid == 0)
        return true;
    close(STDOUT_FILENO);
    while (waitpid(pager->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    pager->pid = 0;
    if (WIFEXITED(status) && WEXITSTATUS(status) == STATUS_NOT_FOUND)
        return err_set(err, ERR_SYSTEM, "could not run the pager that $ASSAY_PAGER or $PAGER names; try --no-pager");
    return true;
}
