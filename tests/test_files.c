/* The file system behind the intake seam: files, pipes, standard input and folders, on real ones in /tmp. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "core/base/buf.h"
#include "core/base/limits.h"
#include "core/intake/intake.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static void assert_str(struct str got, const char *expected)
{
    if (!got.ptr || got.len != strlen(expected) || memcmp(got.ptr, expected, got.len) != 0)
        fail_msg("got '%.*s', expected '%s'", STR_ARG(got), expected);
}

static void assert_contains(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("'%s' does not say '%s'", text, part);
}

struct folder {
    char path[64];
    struct arena arena;
};

static const char *in(struct folder *folder, const char *name)
{
    return arena_printf(&folder->arena, "%s/%s", folder->path, name).ptr;
}

static void write_file(const char *path, const char *bytes)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(bytes, file);
    assert_int_equal(fclose(file), 0);
}

static int make_folder(void **state)
{
    struct folder *folder = calloc(1, sizeof(*folder));
    strncpy(folder->path, "/tmp/assay-test-XXXXXX", sizeof(folder->path) - 1);
    *state = folder;
    return mkdtemp(folder->path) ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
    (void)status;
    (void)type;
    (void)ftw;
    return remove(path);
}

static int remove_folder(void **state)
{
    struct folder *folder = *state;
    nftw(folder->path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    arena_release(&folder->arena);
    free(folder);
    return 0;
}

static void assert_unread(struct folder *folder, const char *path, const char *message)
{
    struct err err = {0};
    struct received received;
    assert_false(intake_read(&intake_files, path, &folder->arena, &received, &err));
    assert_int_equal(err.code, ERR_INPUT);
    assert_contains(err.msg, message);
}

static void test_files_reads_a_file_whole(void **state)
{
    struct folder *folder = *state;
    struct err err = {0};
    struct received got;
    struct buf text = {0};
    for (int i = 0; i < 30000; i++)
        buf_str(&text, STR("0123456789"));
    buf_str(&text, STR("end"));
    write_file(in(folder, "a.txt"), text.ptr);
    assert_true(intake_read(&intake_files, in(folder, "a.txt"), &folder->arena, &got, &err));
    assert_true(str_eq(got.text, buf_view(&text)));
    buf_release(&text);
    assert_str(got.document.name, in(folder, "a.txt"));
    assert_true(intake_files.is_folder(NULL, folder->path));
    assert_false(intake_files.is_folder(NULL, in(folder, "a.txt")));
    assert_false(intake_files.is_folder(NULL, in(folder, "none")));
}

static void test_files_says_what_is_wrong(void **state)
{
    struct folder *folder = *state;
    assert_int_equal(mkdir(in(folder, "folder"), 0700), 0);
    write_file(in(folder, "page.csv"), "<p>5%");
    assert_unread(folder, in(folder, "none.txt"), "none.txt': there is no such file; check the name");
    assert_unread(folder, in(folder, "folder"), "folder': it is a folder, not a file");
    assert_unread(folder, in(folder, "page.csv"), "page.csv' is no document that assay knows (.txt, .md,");
    assert_unread(folder, in(folder, "page.csv/x"), "a part of the path is no folder");
    assert_unread(folder, "/dev/null", "'/dev/null': it is a device, not a file");
    assert_unread(folder, "/dev/zero", "it is a device");
}

static void test_files_refuses_sockets(void **state)
{
    struct folder *folder = *state;
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    snprintf(address.sun_path, sizeof(address.sun_path), "%s/socket", folder->path);
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof(address)), 0);
    assert_unread(folder, in(folder, "socket"), "it is a socket, not a file");
    close(fd);
}

/* Root may read everything, so a test that runs as root becomes somebody else for as long as it takes. */
static void test_files_says_when_permission_is_denied(void **state)
{
    struct folder *folder = *state;
    struct err err = {0};
    struct received received;
    write_file(in(folder, "secret.txt"), "x");
    const char *path = in(folder, "secret.txt");
    assert_int_equal(chmod(path, 0), 0);
    bool root = geteuid() == 0;
    assert_true(!root || seteuid(65534) == 0);
    bool read = intake_read(&intake_files, path, &folder->arena, &received, &err);
    assert_true(!root || seteuid(0) == 0);
    assert_false(read);
    assert_contains(err.msg, "secret.txt': permission denied; check who may read it");
}

static void test_files_stops_at_the_limit(void **state)
{
    struct folder *folder = *state;
    struct err err = {0};
    struct str bytes = STR_NULL;
    write_file(in(folder, "a.txt"), "0123456789");
    assert_true(intake_files.read(NULL, in(folder, "a.txt"), 10, &folder->arena, &bytes, &err));
    assert_str(bytes, "0123456789");
    assert_false(intake_files.read(NULL, in(folder, "a.txt"), 9, &folder->arena, &bytes, &err));
    assert_contains(err.msg, "is larger than");
}

static void test_files_reads_pipes_and_standard_input(void **state)
{
    struct folder *folder = *state;
    struct err err = {0};
    struct received got;
    assert_int_equal(mkfifo(in(folder, "pipe"), 0600), 0);
    pid_t child = fork();
    if (child == 0) {
        FILE *pipe = fopen(in(folder, "pipe"), "wb");
        if (pipe) {
            fputs("through a pipe", pipe);
            fclose(pipe);
        }
        _exit(0);
    }
    assert_true(intake_read(&intake_files, in(folder, "pipe"), &folder->arena, &got, &err));
    assert_str(got.text, "through a pipe");

    write_file(in(folder, "input"), "from standard input");
    int saved = dup(STDIN_FILENO);
    assert_non_null(freopen(in(folder, "input"), "rb", stdin));
    bool read = intake_read(&intake_files, "-", &folder->arena, &got, &err);
    dup2(saved, STDIN_FILENO);
    close(saved);
    assert_true(read);
    assert_str(got.text, "from standard input");
    assert_str(got.document.name, "-");
}

struct seen {
    struct buf names;
    size_t skip, left; /* bytes of each path to leave out; how many to take */
};

static bool see(void *ctx, const char *file)
{
    struct seen *seen = ctx;
    buf_printf(&seen->names, "%s\n", file + seen->skip);
    return --seen->left > 0;
}

static void test_files_walks_in_byte_order_and_takes_texts_only(void **state)
{
    struct folder *folder = *state;
    struct err err = {0};
    static const char *const files[] = {"b.txt",  "a.md",   "B.text",      "a/z.markdown", "a/a.TXT",
                                        "no.csv", "README", ".hidden.txt", ".git/x.txt",   "é.md"};
    assert_int_equal(
        mkdir(in(folder, "a"), 0700) | mkdir(in(folder, ".git"), 0700) | mkdir(in(folder, "fake.txt"), 0700), 0);
    for (size_t i = 0; i < COUNT(files); i++)
        write_file(in(folder, files[i]), "x");
    assert_int_equal(symlink(folder->path, in(folder, "a/loop")) | symlink("b.txt", in(folder, "link.txt")) |
                         symlink("nothing", in(folder, "broken.txt")) | mkfifo(in(folder, "pipe.txt"), 0600),
                     0);
    struct seen seen = {.skip = strlen(folder->path) + 1, .left = 100};
    assert_true(intake_files.walk(NULL, folder->path, &(struct intake_walker){.file = see, .ctx = &seen}, &err));
    assert_string_equal(seen.names.ptr, "B.text\na/a.TXT\na/z.markdown\na.md\nb.txt\nlink.txt\né.md\n");
    buf_clear(&seen.names);
    seen.left = 2;
    assert_true(intake_files.walk(NULL, folder->path, &(struct intake_walker){.file = see, .ctx = &seen},
                                  &err)); /* stopping early is no error */
    assert_string_equal(seen.names.ptr, "B.text\na/a.TXT\n");
    buf_release(&seen.names);
}

static void test_files_walk_goes_on_past_a_folder_too_deep_and_names_it(void **state)
{
    struct folder *folder = *state;
    struct err err = {0};
    struct buf path = {0};
    buf_str(&path, str_from(folder->path));
    for (int i = 0; i < 64 + 2; i++) {
        buf_str(&path, STR("/d"));
        assert_int_equal(mkdir(path.ptr, 0700), 0);
    }
    buf_str(&path, STR("/deep.txt"));
    write_file(path.ptr, "x");
    write_file(in(folder, "e.txt"), "x");
    struct seen seen = {.skip = strlen(folder->path) + 1, .left = 100};
    assert_false(intake_files.walk(NULL, folder->path, &(struct intake_walker){.file = see, .ctx = &seen}, &err));
    assert_int_equal(err.code, ERR_INPUT);
    assert_contains(err.msg, "is more than 64 folders deep");
    assert_string_equal(seen.names.ptr, "e.txt\n");
    buf_release(&path);
    buf_release(&seen.names);
}

static void test_files_walk_of_nothing_is_an_error(void **state)
{
    struct folder *folder = *state;
    struct err err = {0};
    struct seen seen = {.left = 1};
    assert_false(intake_files.walk(NULL, in(folder, "none"), &(struct intake_walker){.file = see, .ctx = &seen}, &err));
    assert_contains(err.msg, "can't read folder '");
    assert_int_equal(seen.names.len, 0);
}

#define FILES_TEST(test) cmocka_unit_test_setup_teardown(test, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FILES_TEST(test_files_reads_a_file_whole),
        FILES_TEST(test_files_says_what_is_wrong),
        FILES_TEST(test_files_refuses_sockets),
        FILES_TEST(test_files_says_when_permission_is_denied),
        FILES_TEST(test_files_stops_at_the_limit),
        FILES_TEST(test_files_reads_pipes_and_standard_input),
        FILES_TEST(test_files_walks_in_byte_order_and_takes_texts_only),
        FILES_TEST(test_files_walk_goes_on_past_a_folder_too_deep_and_names_it),
        FILES_TEST(test_files_walk_of_nothing_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
