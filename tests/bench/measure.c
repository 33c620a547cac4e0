/* Runs a command some times and prints one line about the quickest run: wall clock seconds, seconds of processor time
 * (its own and the system's for it), and the most memory that any run had resident, in KiB.
 *
 *   measure RUNS COMMAND [ARGUMENT...]
 *
 * The command's standard output goes where measure's file descriptor 3 leads, or to /dev/null where that is closed; a
 * command that fails is told of and ends the measuring, unless it ends with the status in MEASURE_STATUS.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct run {
    double wall, processor;
    long memory;
};

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

_Noreturn static void become(char **command)
{
    int out = fcntl(3, F_GETFD) >= 0 ? 3 : open("/dev/null", O_WRONLY);
    if (out < 0 || dup2(out, STDOUT_FILENO) < 0)
        _exit(126);
    if (out == 3 && ftruncate(STDOUT_FILENO, 0) == 0) /* the next run writes over what the last one wrote */
        lseek(STDOUT_FILENO, 0, SEEK_SET);
    close(out);
    execvp(command[0], command);
    _exit(127);
}

static bool run_once(char **command, int allowed, struct run *ret)
{
    struct rusage usage;
    int status;
    double start = now();
    pid_t pid = fork();
    if (pid == 0)
        become(command);
    if (pid < 0 || wait4(pid, &status, 0, &usage) < 0)
        return false;
    *ret = (struct run){now() - start, seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss};
    return WIFEXITED(status) && (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == allowed);
}

int main(int argc, char **argv)
{
    struct run best = {0}, run;
    const char *allowed = getenv("MEASURE_STATUS");
    long runs = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
    if (runs < 1) {
        fprintf(stderr, "usage: measure RUNS COMMAND [ARGUMENT...]\n");
        return 2;
    }
    for (long i = 0; i < runs; i++) {
        if (!run_once(argv + 2, allowed ? (int)strtol(allowed, NULL, 10) : 0, &run)) {
            fprintf(stderr, "measure: '%s' failed\n", argv[2]);
            return 3;
        }
        long memory = run.memory > best.memory ? run.memory : best.memory;
        if (i == 0 || run.wall < best.wall)
            best = run;
        best.memory = memory;
    }
    printf("%.6f %.6f %ld\n", best.wall, best.processor, best.memory);
    return 0;
}
