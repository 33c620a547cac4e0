/* The sandboxed child: made, limited, listened to, and ended. */
#include "core/intake/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/clock.h"

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

enum {
    EXIT_OUT_OF_MEMORY = 3, /* as core/base/mem.c ends a process */
    EXIT_NO_PROGRAM = 127,
    WALL_FACTOR = 4, /* a machine that is busy gives a process a quarter of a processor, not less */
};

/* ---- in the child ---- */

static void limit(int resource, rlim_t soft, rlim_t hard)
{
    struct rlimit limit = {soft, hard};
    (void)setrlimit((__rlimit_resource_t)resource, &limit);
}

/* What the process maps already, which the limit on address space counts too. */
static size_t mapped_now(void)
{
    char text[64];
    size_t pages = 0;
    int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    ssize_t got = fd < 0 ? 0 : read(fd, text, sizeof(text));
    if (fd >= 0)
        close(fd);
    for (ssize_t i = 0; i < got && text[i] >= '0' && text[i] <= '9'; i++)
        pages = pages * 10 + (size_t)(text[i] - '0');
    return pages * (size_t)sysconf(_SC_PAGESIZE);
}

/* AddressSanitizer maps terabytes for its own use: there, memory has no limit. */
static void limit_resources(const struct sandbox_limits *limits, size_t mapped)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    limit(RLIMIT_CPU, limits->cpu_seconds, limits->cpu_seconds + 1);
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_FSIZE, 0, 0);
    if (!SANITIZED)
        limit(RLIMIT_AS, mapped + limits->memory, mapped + limits->memory);
}

static void close_all_but(int keep)
{
    if (!SANITIZED) /* whose reports go there */
        close(STDERR_FILENO);
    close(STDIN_FILENO);
    close(STDOUT_FILENO);
    if (keep > STDERR_FILENO + 1)
        (void)close_range(STDERR_FILENO + 1, (unsigned)keep - 1, 0);
    (void)close_range((unsigned)keep + 1, ~0U, 0);
}

static bool write_all(int fd, struct str bytes)
{
    while (bytes.len > 0) {
        ssize_t done = write(fd, bytes.ptr, bytes.len);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        bytes = str_slice(bytes, (size_t)done, bytes.len);
    }
    return true;
}

static _Noreturn void child(const struct sandbox_job *job, const struct sandbox_limits *limits, int out)
{
    struct buf answer = {0};
    limit_resources(limits, mapped_now());
    if (job->open)
        job->open(job->ctx);
    close_all_but(out);
    limit(RLIMIT_NOFILE, 0, 0);
    limit(RLIMIT_NPROC, 0, 0);
    sandbox_forbid_all();
    job->work(job->ctx, &answer);
    _exit(write_all(out, buf_view(&answer)) ? 0 : 1);
}

/* ---- in the parent ---- */

struct sandbox_limits sandbox_limits_of(const struct limits *limits, size_t answer)
{
    return (struct sandbox_limits){(unsigned)limits->reader_seconds, limits->reader_memory, answer};
}

enum outcome { OUTCOME_END, OUTCOME_LATE, OUTCOME_LONG, OUTCOME_BROKEN };

/* Reads until the child closes its end, or has said or taken too much. */
static enum outcome listen_to(int fd, const struct sandbox_limits *limits, struct buf *answer)
{
    int64_t end = clock_ticks() + (int64_t)limits->cpu_seconds * 1000 * WALL_FACTOR;
    size_t before = answer->len;
    for (;;) {
        struct pollfd in = {.fd = fd, .events = POLLIN};
        int64_t left = end - clock_ticks();
        int ready = left > 0 ? poll(&in, 1, (int)left) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready == 0)
            return OUTCOME_LATE;
        buf_reserve(answer, 64 * 1024);
        ssize_t got = read(fd, answer->ptr + answer->len, 64 * 1024);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return OUTCOME_BROKEN;
        if (got == 0)
            return OUTCOME_END;
        answer->len += (size_t)got;
        answer->ptr[answer->len] = '\0';
        if (answer->len - before > limits->answer)
            return OUTCOME_LONG;
    }
}

static bool took_too_long(const struct sandbox_limits *limits, struct err *err)
{
    return err_set(err, ERR_INPUT,
                   "reading it takes more than %u s; save its text and take in that, or set --limit reader-seconds=N",
                   limits->cpu_seconds);
}

static bool took_too_much(const struct sandbox_limits *limits, struct err *err)
{
    return err_set(err, ERR_INPUT,
                   "reading it takes more than %zu MiB of memory; save its text and take in that, or set --limit "
                   "reader-memory=N",
                   limits->memory / (1024 * 1024));
}

static bool judge(enum outcome outcome, int status, const char *program, const struct sandbox_limits *limits,
                  struct err *err)
{
    if (outcome == OUTCOME_LATE || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU))
        return took_too_long(limits, err);
    if (outcome == OUTCOME_LONG)
        return err_set(err, ERR_INPUT, "its text has more than %zu MiB; split it", limits->answer / (1024 * 1024));
    if (outcome == OUTCOME_END && WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    if (WIFEXITED(status) && program && WEXITSTATUS(status) == EXIT_NO_PROGRAM)
        return err_set(err, ERR_SYSTEM, "the program '%s' is missing; install it (Debian: poppler-utils)", program);
    if (WIFEXITED(status) && !program && WEXITSTATUS(status) == EXIT_OUT_OF_MEMORY)
        return took_too_much(limits, err);
    const char *name = WIFSIGNALED(status) ? sigdescr_np(WTERMSIG(status)) : NULL; /* threads may read at a time */
    if (WIFSIGNALED(status))
        return err_set(err, ERR_INPUT,
                       "reading it failed: the reader was ended by the system (%s); save its text and "
                       "take in that",
                       name ? name : "by a signal");
    return err_set(err, ERR_INPUT, "%s can't read it; save its text and take in that",
                   program ? program : "the reader");
}

static bool finish(pid_t pid, int fd, const char *program, const struct sandbox_limits *limits, struct buf *answer,
                   struct err *err)
{
    int status = 0;
    size_t before = answer->len;
    enum outcome outcome = listen_to(fd, limits, answer);
    close(fd);
    if (outcome != OUTCOME_END)
        kill(pid, SIGKILL);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    bool ok = judge(outcome, status, program, limits, err);
    if (!ok && answer->ptr) {
        answer->len = before;
        answer->ptr[before] = '\0';
    }
    return ok;
}

static bool no_child(int error, struct err *err)
{
    return err_set(err, ERR_SYSTEM, "no process could be started to read it: %s; try again when less is running",
                   strerror(error));
}

bool sandbox_run(const struct sandbox_job *job, const struct sandbox_limits *limits, struct buf *ret_answer,
                 struct err *err)
{
    int fds[2];
    if (pipe2(fds, O_CLOEXEC) != 0)
        return no_child(errno, err);
    pid_t pid = fork();
    if (pid == 0)
        child(job, limits, fds[1]);
    int error = errno;
    close(fds[1]);
    if (pid < 0) {
        close(fds[0]);
        return no_child(error, err);
    }
    return finish(pid, fds[0], NULL, limits, ret_answer, err);
}

/* ---- answers ---- */

void sandbox_say(struct buf *answer, struct str part)
{
    uint64_t length = part.ptr ? part.len : UINT64_MAX;
    buf_add(answer, &length, sizeof(length));
    if (part.ptr)
        buf_str(answer, part);
}

bool sandbox_hear(struct str *answer, struct str *ret)
{
    uint64_t length;
    if (answer->len < sizeof(length))
        return false;
    memcpy(&length, answer->ptr, sizeof(length));
    struct str rest = str_slice(*answer, sizeof(length), answer->len);
    if (length != UINT64_MAX && length > rest.len)
        return false;
    *ret = length == UINT64_MAX ? STR_NULL : str_slice(rest, 0, (size_t)length);
    *answer = str_slice(rest, ret->len, rest.len);
    return true;
}

/* ---- programs ---- */

/* The new program starts with nothing mapped, but with its libraries to map. */
static _Noreturn void child_program(const char *const *argv, int in, int out, const struct sandbox_limits *limits)
{
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    if (nowhere >= 0)
        dup2(nowhere, STDERR_FILENO);
    (void)close_range(STDERR_FILENO + 1, ~0U, 0);
    limit_resources(limits, 0);
    limit(RLIMIT_NOFILE, 64, 64);
    sandbox_forbid_files();
    sandbox_forbid_network();
    signal(SIGPIPE, SIG_DFL);
    execvp(argv[0], (char *const *)argv);
    _exit(EXIT_NO_PROGRAM);
}

/* A file that has no name, with the bytes in it, read from its start. */
static int memory_file(struct str bytes)
{
    int fd = memfd_create("assay-input", MFD_CLOEXEC);
    if (fd >= 0 && (!write_all(fd, bytes) || lseek(fd, 0, SEEK_SET) != 0)) {
        close(fd);
        fd = -1;
    }
    return fd;
}

bool sandbox_run_program(const char *const *argv, struct str input, const struct sandbox_limits *limits,
                         struct buf *ret_answer, struct err *err)
{
    int fds[2], in = memory_file(input);
    if (in < 0)
        return no_child(errno, err);
    if (pipe2(fds, O_CLOEXEC) != 0) {
        close(in);
        return no_child(errno, err);
    }
    pid_t pid = fork();
    if (pid == 0)
        child_program(argv, in, fds[1], limits);
    int error = errno;
    close(fds[1]);
    close(in);
    if (pid < 0) {
        close(fds[0]);
        return no_child(error, err);
    }
    return finish(pid, fds[0], argv[0], limits, ret_answer, err);
}
