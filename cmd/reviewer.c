/* Finds out who is at work: environment, config file, git. */
#include "cmd/reviewer.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cmd/place.h"
#include "core/base/utf8.h"

enum { ANSWER_MOST = 1024 };

bool reviewer_valid(struct str text)
{
    size_t open = str_find(text, STR(" <"), 0), bad;
    if (open == text.len || !str_ends(text, STR(">")) || !utf8_valid(text, &bad))
        return false;
    struct str name = str_trim(str_slice(text, 0, open));
    struct str address = str_trim(str_slice(text, open + 2, text.len - 1));
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] < ' ' || text.ptr[i] == 0x7F)
            return false;
    return name.len > 0 && address.len > 0 && str_find(address, STR("<"), 0) == address.len &&
           str_find(address, STR(">"), 0) == address.len;
}

static bool from_environment(struct str *ret, struct err *err)
{
    struct str text = str_trim(str_from(getenv("ASSAY_REVIEWER")));
    if (text.len == 0)
        return true;
    if (!reviewer_valid(text))
        return err_set(err, ERR_USAGE, "ASSAY_REVIEWER is '%.*s'; write it as 'Name <address>'", STR_ARG(text));
    *ret = text;
    return true;
}

/* One line: blank, "# …", or "reviewer = Name <address>". */
static bool config_line(struct arena *arena, struct str line, struct str *ret, struct err *err)
{
    line = str_trim(line);
    if (line.len == 0 || line.ptr[0] == '#')
        return true;
    size_t equals = str_find(line, STR("="), 0);
    if (equals == line.len)
        return err_set(err, ERR_INPUT, "'%.*s' is no setting; write 'reviewer = Name <address>'", STR_ARG(line));
    struct str key = str_trim(str_slice(line, 0, equals)), value = str_trim(str_slice(line, equals + 1, line.len));
    if (!str_eq(key, STR("reviewer")))
        return err_set(err, ERR_INPUT, "unknown setting '%.*s'; there is: reviewer", STR_ARG(key));
    if (!reviewer_valid(value))
        return err_set(err, ERR_INPUT, "reviewer is '%.*s'; write it as 'Name <address>'", STR_ARG(value));
    *ret = arena_str(arena, value);
    return true;
}

static bool from_config(struct arena *arena, struct str *ret, struct err *err)
{
    struct str path = place_of_user(arena, "XDG_CONFIG_HOME", ".config", "assay/config");
    FILE *file = path.ptr ? fopen(path.ptr, "re") : NULL;
    if (!file && path.ptr && errno != ENOENT && errno != ENOTDIR)
        return err_set(err, ERR_INPUT, "could not read '%s': %s", path.ptr, strerror(errno));
    if (!file)
        return true;
    char *line = NULL;
    size_t cap = 0;
    bool ok = true;
    for (int number = 1; ok; number++) {
        ssize_t len = getline(&line, &cap, file);
        if (len < 0)
            break;
        ok = config_line(arena, (struct str){line, (size_t)len}, ret, err) ||
             err_wrap(err, "'%s' line %d", path.ptr, number);
    }
    if (ok && ferror(file))
        ok = err_set(err, ERR_INPUT, "could not read '%s'", path.ptr);
    free(line);
    fclose(file);
    return ok;
}

/* Runs `git config --get <key>` with its output into a pipe; the reading end, or -1. */
static int spawn_git(const char *key, pid_t *ret_pid)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return -1;
    char git[] = "git", config[] = "config", get[] = "--get", name[32];
    snprintf(name, sizeof(name), "%s", key);
    char *args[] = {git, config, get, name, NULL};
    posix_spawn_file_actions_t wiring;
    posix_spawn_file_actions_init(&wiring);
    posix_spawn_file_actions_adddup2(&wiring, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&wiring, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    int failure = posix_spawnp(ret_pid, git, &wiring, NULL, args, environ);
    posix_spawn_file_actions_destroy(&wiring);
    close(ends[1]);
    if (failure == 0)
        return ends[0];
    close(ends[0]);
    return -1;
}

/* What git answers; STR_NULL where it has no such setting, or is not there at all. */
static struct str ask_git(struct arena *arena, const char *key)
{
    char answer[ANSWER_MOST];
    size_t len = 0;
    ssize_t got;
    int status;
    pid_t pid;
    int input = spawn_git(key, &pid);
    if (input < 0)
        return STR_NULL;
    while (len < sizeof(answer) && (got = read(input, answer + len, sizeof(answer) - len)) > 0)
        len += (size_t)got;
    close(input);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        continue;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return STR_NULL;
    return arena_str(arena, str_trim((struct str){answer, len}));
}

static void from_git(struct arena *arena, struct str *ret)
{
    struct str name = ask_git(arena, "user.name");
    struct str address = name.len > 0 ? ask_git(arena, "user.email") : STR_NULL;
    struct str both = arena_printf(arena, "%.*s <%.*s>", STR_ARG(name), STR_ARG(address));
    if (reviewer_valid(both))
        *ret = both;
}

bool reviewer_find(struct invocation *run, struct str *ret, struct err *err)
{
    struct str found = STR_NULL;
    if (!from_environment(&found, err))
        return false;
    if (!found.ptr && !from_config(&run->arena, &found, err))
        return false;
    if (!found.ptr)
        from_git(&run->arena, &found);
    *ret = found;
    return true;
}

bool reviewer_require(struct invocation *run, struct str *ret, struct err *err)
{
    struct str found;
    if (!reviewer_find(run, &found, err))
        return false;
    if (!found.ptr) {
        struct str path = place_of_user(&run->arena, "XDG_CONFIG_HOME", ".config", "assay/config");
        return err_set(err, ERR_USAGE,
                       "who are you? set ASSAY_REVIEWER='Name <address>', or write 'reviewer = Name <address>' into %s",
                       path.ptr ? path.ptr : "~/.config/assay/config");
    }
    *ret = found;
    return true;
}
