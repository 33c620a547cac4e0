/* The sandboxed child: what it answers, what it can't do, and what its end says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "core/base/mem.h"
#include "core/intake/sandbox.h"

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

static const struct sandbox_limits some = {.cpu_seconds = 1, .memory = 64 << 20, .answer = 1 << 20};

static bool run(void (*work)(void *, struct buf *), void *ctx, struct buf *answer, struct err *err)
{
    struct sandbox_job job = {.work = work, .ctx = ctx};
    return sandbox_run(&job, &some, answer, err);
}

static void assert_ends(void (*work)(void *, struct buf *), void *ctx, const char *says)
{
    struct buf answer = {0};
    struct err err = {0};
    buf_str(&answer, STR("before"));
    assert_false(run(work, ctx, &answer, &err));
    assert_int_equal(err.code, ERR_INPUT);
    if (!strstr(err.msg, says))
        fail_msg("'%s' does not say '%s'", err.msg, says);
    assert_int_equal(answer.len, 6); /* nothing of a child that failed */
    buf_release(&answer);
}

static void assert_answers(void (*work)(void *, struct buf *), void *ctx, const char *expected)
{
    struct buf answer = {0};
    struct err err = {0};
    if (!run(work, ctx, &answer, &err))
        fail_msg("%s", err.msg);
    assert_string_equal(buf_view(&answer).ptr, expected);
    buf_release(&answer);
}

static void add_twice(void *ctx, struct buf *answer)
{
    buf_str(answer, str_from(ctx));
    buf_str(answer, str_from(ctx));
}

static void test_sandbox_gives_back_what_the_child_answers(void **state)
{
    (void)state;
    char word[] = "ab";
    assert_answers(add_twice, word, "abab");
}

static void open_things(void *ctx, struct buf *answer)
{
    (void)ctx;
    buf_str(answer, open("/etc/passwd", O_RDONLY) < 0 ? STR("no file, ") : STR("a file, "));
    buf_str(answer,
            open("/tmp/assay-sandbox-test", O_CREAT | O_WRONLY, 0600) < 0 ? STR("no new file, ") : STR("a new file, "));
    buf_str(answer, socket(AF_INET, SOCK_STREAM, 0) < 0 ? STR("no socket, ") : STR("a socket, "));
    buf_str(answer, write(STDOUT_FILENO, "x", 1) < 0 ? STR("no output") : STR("output"));
}

static void test_sandbox_child_opens_no_file_and_no_socket(void **state)
{
    (void)state;
    assert_answers(open_things, NULL, "no file, no new file, no socket, no output");
}

static void act_on_others(void *ctx, struct buf *answer)
{
    pid_t parent = *(pid_t *)ctx, child = fork();
    if (child == 0)
        _exit(0);
    buf_str(answer, child < 0 ? STR("no process, ") : STR("a process, "));
    buf_str(answer, kill(parent, 0) < 0 ? STR("no signal") : STR("a signal"));
}

static void test_sandbox_child_starts_and_signals_nobody(void **state)
{
    (void)state;
    pid_t self = getpid();
    if (!sandbox_has_seccomp())
        skip();
    assert_answers(act_on_others, &self, "no process, no signal");
}

static void spin(void *ctx, struct buf *answer)
{
    (void)ctx, (void)answer;
    for (volatile unsigned i = 0;; i++)
        ;
}

static void test_sandbox_ends_a_child_that_takes_too_long(void **state)
{
    (void)state;
    assert_ends(spin, NULL, "reading it takes more than 1 s");
}

static void swallow(void *ctx, struct buf *answer)
{
    (void)ctx, (void)answer;
    for (;;)
        memset(mem_alloc(1 << 20), 1, 1 << 20);
}

static void test_sandbox_ends_a_child_that_takes_too_much_memory(void **state)
{
    (void)state;
    if (SANITIZED)
        skip(); /* memory has no limit there */
    assert_ends(swallow, NULL, "reading it takes more than 64 MiB of memory");
}

static void chatter(void *ctx, struct buf *answer)
{
    (void)ctx;
    for (int i = 0; i < 2 << 20; i++)
        buf_char(answer, 'x');
}

static void test_sandbox_ends_a_child_that_answers_too_much(void **state)
{
    (void)state;
    assert_ends(chatter, NULL, "its text has more than 1 MiB");
}

static void die(void *ctx, struct buf *answer)
{
    (void)answer;
    signal(*(int *)ctx, SIG_DFL);
    raise(*(int *)ctx);
}

static void test_sandbox_says_how_a_child_died(void **state)
{
    (void)state;
    int how = SIGSEGV;
    assert_ends(die, &how, "the reader was ended by the system (Segmentation fault)");
}

static void write_on_stdout(void *ctx)
{
    *(bool *)ctx = true;
}

static void say_what_was_opened(void *ctx, struct buf *answer)
{
    buf_str(answer, *(bool *)ctx ? STR("opened") : STR("not opened"));
}

static void test_sandbox_opens_before_it_works(void **state)
{
    (void)state;
    bool opened = false;
    struct buf answer = {0};
    struct err err = {0};
    struct sandbox_job job = {.open = write_on_stdout, .work = say_what_was_opened, .ctx = &opened};
    assert_true(sandbox_run(&job, &some, &answer, &err));
    assert_string_equal(answer.ptr, "opened");
    assert_false(opened); /* that was the child's own */
    buf_release(&answer);
}

static void test_sandbox_runs_a_program_on_bytes(void **state)
{
    (void)state;
    static const char *const cat[] = {"cat", NULL};
    struct buf answer = {0};
    struct err err = {0};
    if (!sandbox_run_program(cat, STR("five percent"), &some, &answer, &err))
        fail_msg("%s", err.msg);
    assert_string_equal(answer.ptr, "five percent");
    buf_release(&answer);
}

static void test_sandbox_says_that_a_program_failed_or_is_missing(void **state)
{
    (void)state;
    static const char *const fails[] = {"false", NULL}, *const missing[] = {"assay-no-such-program", NULL};
    struct buf answer = {0};
    struct err err = {0};
    assert_false(sandbox_run_program(fails, STR("x"), &some, &answer, &err));
    assert_int_equal(err.code, ERR_INPUT);
    assert_string_equal(err.msg, "false can't read it; save its text and take in that");
    assert_false(sandbox_run_program(missing, STR("x"), &some, &answer, &err));
    assert_int_equal(err.code, ERR_SYSTEM);
    assert_non_null(strstr(err.msg, "'assay-no-such-program' is missing; install it"));
    buf_release(&answer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sandbox_gives_back_what_the_child_answers),
        cmocka_unit_test(test_sandbox_child_opens_no_file_and_no_socket),
        cmocka_unit_test(test_sandbox_child_starts_and_signals_nobody),
        cmocka_unit_test(test_sandbox_ends_a_child_that_takes_too_long),
        cmocka_unit_test(test_sandbox_ends_a_child_that_takes_too_much_memory),
        cmocka_unit_test(test_sandbox_ends_a_child_that_answers_too_much),
        cmocka_unit_test(test_sandbox_says_how_a_child_died),
        cmocka_unit_test(test_sandbox_opens_before_it_works),
        cmocka_unit_test(test_sandbox_runs_a_program_on_bytes),
        cmocka_unit_test(test_sandbox_says_that_a_program_failed_or_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
