/*
 * Runs the real program as people do: each tests/cli/<name>.test is one test, a list of command lines with what they must
 * print and how they must end. The files say it all; the format is:
 *
 *   # what is shown          a comment
 *   $ command line           run by /bin/sh in a scratch folder that the whole file shares
 *   + more of it             further lines of the same command (a here-document)
 *   > line                   expected on standard output
 *   ! line                   expected on standard error
 *   ? N                      expected exit status, 0 where it is not said
 *
 * Commands may use two functions besides: `json PATH...` prints what stands at the paths of the JSON on its standard input
 * (SQLite's paths: '$.rating', '$[0].literal', '$[#-1].id'; several give an array), `csv SQL` what a query finds in the
 * CSV on its standard input, as table t.
 *
 * In an expected line "[*]" stands for any run of characters; the line "[**]" for any number of lines. The program is
 * taken from the folder $ASSAY_BIN_DIR ("build" where it is not set). HOME and the XDG folders are in the scratch folder,
 * the clock stands still, the reviewer is Ann, and `cite` fetches nothing (`env -u ASSAY_OFFLINE` lets it).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "core/base/buf.h"
#include "core/base/mem.h"
#include "tests/http_server.h"

#define CASES "tests/cli"

enum { FILES_MOST = 100, OUTPUT_MOST = 1024 * 1024 };

/* One command of a test file, and what is expected of it. */
struct step {
    struct buf command, out, err;
    int status, line;
};

static const char functions[] =
    "json() { cat >../.json; p=; for i; do p=\"$p, '$i'\"; done\n"
    "sqlite3 :memory: \"SELECT json_extract(CAST(readfile('../.json') AS TEXT)$p)\"; }\n"
    "csv() { cat >../.csv; sqlite3 :memory: -cmd '.mode csv' -cmd '.import ../.csv t' -cmd '.mode list' \"$1\"; }\n";

struct script {
    char path[PATH_MAX];
    char scratch[64];
    struct arena arena;
    int failures;
};

static char *read_whole(const char *path, struct str *ret)
{
    FILE *file = fopen(path, "re");
    struct buf buf = {0};
    char chunk[8192];
    size_t got;
    assert_non_null(file);
    while ((got = fread(chunk, 1, sizeof(chunk), file)) > 0 && buf.len < OUTPUT_MOST)
        buf_add(&buf, chunk, got);
    fclose(file);
    buf_reserve(&buf, 1);
    *ret = buf_view(&buf);
    return buf.ptr;
}

/* ---- comparing ---- */

/* Whether `line` is what `pattern` says, where "[*]" is any run of characters. */
static bool line_matches(struct str pattern, struct str line)
{
    static const struct str any = {"[*]", 3};
    size_t star = str_find(pattern, any, 0);
    if (star == pattern.len)
        return str_eq(pattern, line);
    if (!str_starts(line, str_slice(pattern, 0, star)))
        return false;
    struct str rest = str_slice(pattern, star + any.len, pattern.len);
    for (size_t at = star; at <= line.len; at++)
        if (line_matches(rest, str_slice(line, at, line.len)))
            return true;
    return false;
}

static bool text_matches(struct str pattern, struct str text)
{
    if (pattern.len == 0)
        return text.len == 0;
    struct str rest_pattern = pattern, rest = text;
    struct str expected = str_split(&rest_pattern, '\n');
    if (str_eq(expected, STR("[**]"))) {
        if (text_matches(rest_pattern, text))
            return true;
        if (text.len == 0)
            return false;
        str_split(&rest, '\n');
        return text_matches(pattern, rest);
    }
    return text.len > 0 && line_matches(expected, str_split(&rest, '\n')) && text_matches(rest_pattern, rest);
}

static void print_marked(char mark, struct str text)
{
    while (text.len > 0) {
        struct str line = str_split(&text, '\n');
        fprintf(stderr, "    %c %.*s\n", mark, STR_ARG(line));
    }
}

static void compare(struct script *script, const struct step *step, const char *what, const struct buf *expected,
                    struct str actual)
{
    if (text_matches(buf_view(expected), actual))
        return;
    fprintf(stderr, "%s:%d: %s differs for: %s\n  expected (-), actual (+):\n", script->path, step->line, what,
            step->command.ptr);
    print_marked('-', buf_view(expected));
    print_marked('+', actual);
    script->failures++;
}

/* ---- running ---- */

static struct str scratch_file(struct script *script, const char *name)
{
    return arena_printf(&script->arena, "%s/.%s", script->scratch, name);
}

static void run_step(struct script *script, const struct step *step)
{
    struct str out_path = scratch_file(script, "out"), err_path = scratch_file(script, "err"), out, err;
    struct str line = arena_printf(&script->arena, "cd %s/work || exit 99\n%s{\n%s\n} >../.out 2>../.err </dev/null",
                                   script->scratch, functions, step->command.ptr);
    int ended = system(line.ptr);
    int status = WIFEXITED(ended) ? WEXITSTATUS(ended) : 128 + WTERMSIG(ended);
    char *out_text = read_whole(out_path.ptr, &out), *err_text = read_whole(err_path.ptr, &err);
    compare(script, step, "standard output", &step->out, out);
    compare(script, step, "standard error", &step->err, err);
    if (status != step->status) {
        fprintf(stderr, "%s:%d: exit status is %d, not %d, for: %s\n", script->path, step->line, status, step->status,
                step->command.ptr);
        script->failures++;
    }
    free(out_text);
    free(err_text);
}

static void step_release(struct step *step)
{
    buf_release(&step->command);
    buf_release(&step->out);
    buf_release(&step->err);
    *step = (struct step){0};
}

static void finish_step(struct script *script, struct step *step)
{
    if (step->command.len > 0)
        run_step(script, step);
    step_release(step);
}

static void add_line(struct buf *buf, struct str text)
{
    buf_str(buf, text);
    buf_char(buf, '\n');
}

static void run_line(struct script *script, struct step *step, struct str line, int number)
{
    char mark = line.len > 0 ? line.ptr[0] : '#';
    struct str text = line.len > 2 ? str_slice(line, 2, line.len) : STR("");
    switch (mark) {
    case '#':
        return;
    case '$':
        finish_step(script, step);
        step->line = number;
        buf_str(&step->command, text);
        return;
    case '+':
        buf_char(&step->command, '\n');
        buf_str(&step->command, text);
        return;
    case '>':
        add_line(&step->out, text);
        return;
    case '!':
        add_line(&step->err, text);
        return;
    case '?':
        step->status = (int)strtol(line.ptr + 1, NULL, 10);
        return;
    default:
        fail_msg("%s:%d: a line begins with none of # $ + > ! ?", script->path, number);
    }
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *place)
{
    (void)status, (void)type, (void)place;
    return remove(path);
}

static void make_scratch(struct script *script)
{
    snprintf(script->scratch, sizeof(script->scratch), "/tmp/assay-cli.XXXXXX");
    assert_non_null(mkdtemp(script->scratch));
    struct str home = arena_printf(&script->arena, "%s/home", script->scratch);
    assert_int_equal(mkdir(home.ptr, 0700), 0);
    assert_int_equal(mkdir(arena_printf(&script->arena, "%s/work", script->scratch).ptr, 0700), 0);
    setenv("HOME", home.ptr, 1);
    setenv("XDG_DATA_HOME", arena_printf(&script->arena, "%s/data", home.ptr).ptr, 1);
    setenv("XDG_CONFIG_HOME", arena_printf(&script->arena, "%s/config", home.ptr).ptr, 1);
}

static void run_script(void **state)
{
    struct script script = {0};
    struct step step = {0};
    struct http_server server = {0};
    struct str text;
    char url[64];
    snprintf(script.path, sizeof(script.path), CASES "/%s", (const char *)*state);
    char *whole = read_whole(script.path, &text);
    make_scratch(&script);
    assert_int_equal(http_server_start(&server), 0);
    setenv("HTTP", http_server_url(&server, "", url, sizeof(url)), 1);
    for (int number = 1; text.len > 0; number++)
        run_line(&script, &step, str_split(&text, '\n'), number);
    finish_step(&script, &step);
    http_server_stop(&server);
    nftw(script.scratch, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    arena_release(&script.arena);
    free(whole);
    assert_int_equal(script.failures, 0);
}

/* ---- finding the files ---- */

static int is_test(const struct dirent *file)
{
    return str_ends(str_from(file->d_name), STR(".test"));
}

static void set_environment(void)
{
    const char *folder = getenv("ASSAY_BIN_DIR"), *path = getenv("PATH");
    struct arena arena = {0};
    char *resolved = realpath(folder ? folder : "build", NULL);
    if (!resolved || access(arena_printf(&arena, "%s/assay", resolved).ptr, X_OK) != 0) {
        fprintf(stderr, "there is no program 'assay' in '%s'; build it, or set ASSAY_BIN_DIR\n",
                folder ? folder : "build");
        exit(1);
    }
    setenv("PATH", arena_printf(&arena, "%s:%s", resolved, path ? path : "/usr/bin:/bin").ptr, 1);
    setenv("ASSAY_NOW", "2025-02-12T14:03:09Z", 1);
    setenv("ASSAY_REVIEWER", "Ann Example <ann@example.org>", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
    setenv("ASSAY_OFFLINE", "1", 1); /* `cite` fetches from the test's own server only, where a test takes this away */
    setenv("GIT_CEILING_DIRECTORIES", "/tmp", 1);
    static const char *const unset[] = {"ASSAY_STORE", "ASSAY_PAGER",      "PAGER", "COLUMNS", "NO_COLOR",
                                        "GIT_DIR",     "GIT_CONFIG_GLOBAL"};
    for (size_t i = 0; i < sizeof(unset) / sizeof(unset[0]); i++)
        unsetenv(unset[i]);
    free(resolved);
    arena_release(&arena);
}

int main(int argc, char **argv)
{
    struct CMUnitTest tests[FILES_MOST] = {0};
    struct dirent **files = NULL;
    size_t count = 0;
    int found = scandir(CASES, &files, is_test, alphasort);
    if (found <= 0 || found > FILES_MOST) {
        fprintf(stderr, "no tests, or too many, in " CASES "; run from the project's folder\n");
        return 1;
    }
    set_environment();
    for (int i = 0; i < found; i++) /* a name on the command line picks one file */
        if (argc < 2 || strcmp(argv[1], files[i]->d_name) == 0)
            tests[count++] = (struct CMUnitTest){
                .name = files[i]->d_name, .test_func = run_script, .initial_state = files[i]->d_name};
    int failed = count > 0 ? _cmocka_run_group_tests("cli", tests, count, NULL, NULL) : 1;
    for (int i = 0; i < found; i++)
        free(files[i]);
    free(files);
    return failed;
}
