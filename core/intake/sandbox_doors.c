/* The kernel's doors that a sandboxed child closes behind itself: system calls (seccomp) and files (Landlock). */
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/intake/sandbox.h"

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

/* Memory, the answer, the clock, and the end. Nothing here opens, sends, signals another process or starts one. */
static const unsigned calls_of_a_parser[] = {
    __NR_read,   __NR_write,        __NR_close,           __NR_fstat,        __NR_brk,
    __NR_mmap,   __NR_munmap,       __NR_mremap,          __NR_mprotect,     __NR_madvise,
    __NR_futex,  __NR_rt_sigreturn, __NR_rt_sigprocmask,  __NR_rt_sigaction, __NR_sigaltstack,
    __NR_gettid, __NR_getpid,       __NR_clock_gettime,   __NR_gettimeofday, __NR_getrandom,
    __NR_exit,   __NR_exit_group,   __NR_restart_syscall, __NR_sched_yield,  __NR_tgkill,
};

/* What a program that only computes has no need of: it keeps the others, since loaders differ. */
static const unsigned calls_of_the_network[] = {
    __NR_socket,  __NR_socketpair, __NR_connect,           __NR_bind,
    __NR_listen,  __NR_accept,     __NR_accept4,           __NR_sendto,
    __NR_sendmsg, __NR_ptrace,     __NR_process_vm_writev,
};

enum { CALLS_MOST = 64 };

#ifdef ARCHITECTURE
/*
 * A program for the kernel: wrong architecture, refuse; one of the calls, `listed`; any other, `other`. x86-64's second
 * set of numbers (x32, bit 30) is in no list; where what is not listed is allowed, it is refused by its bit.
 */
static void filter_calls(const unsigned *calls, unsigned char count, uint32_t listed, uint32_t other)
{
    struct sock_filter code[CALLS_MOST + 8];
    unsigned short n = 0;
    code[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch));
    code[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
    code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    code[n++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
    code[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
    code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    for (unsigned char i = 0; i < count; i++)
        code[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, calls[i], (unsigned char)(count - i), 0);
    code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, other);
    code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, listed);
    struct sock_fprog program = {n, code};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
        (void)prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
#else
static void filter_calls(const unsigned *calls, unsigned char count, uint32_t listed, uint32_t other)
{
    (void)calls, (void)count, (void)listed, (void)other; /* the limits hold alone */
}
#endif

void sandbox_forbid_all(void)
{
    filter_calls(calls_of_a_parser, sizeof(calls_of_a_parser) / sizeof(calls_of_a_parser[0]), SECCOMP_RET_ALLOW,
                 SECCOMP_RET_ERRNO | EPERM);
}

void sandbox_forbid_network(void)
{
    filter_calls(calls_of_the_network, sizeof(calls_of_the_network) / sizeof(calls_of_the_network[0]),
                 SECCOMP_RET_ERRNO | EPERM, SECCOMP_RET_ALLOW);
}

bool sandbox_has_seccomp(void)
{
#ifdef ARCHITECTURE
    uint32_t action = SECCOMP_RET_ERRNO;
    return syscall(__NR_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
#else
    return false;
#endif
}

/* ---- Landlock (first version of its interface: files) ---- */

#define READING (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define ACCESS_ALL ((LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1)

static void allow_reading(int rules, const char *folder)
{
    struct landlock_path_beneath_attr below = {.allowed_access = READING};
    below.parent_fd = open(folder, O_PATH | O_CLOEXEC);
    if (below.parent_fd < 0)
        return;
    (void)syscall(__NR_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &below, 0);
    close(below.parent_fd);
}

void sandbox_forbid_files(void)
{
    static const char *const folders[] = {"/usr", "/lib", "/lib64", "/bin", "/etc"};
    struct landlock_ruleset_attr attr = {.handled_access_fs = ACCESS_ALL};
    int rules = (int)syscall(__NR_landlock_create_ruleset, &attr, sizeof(attr), 0);
    if (rules < 0)
        return;
    for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
        allow_reading(rules, folders[i]);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
        (void)syscall(__NR_landlock_restrict_self, rules, 0);
    close(rules);
}

bool sandbox_has_landlock(void)
{
    return syscall(__NR_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
}
