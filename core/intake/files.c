/* The file system behind the intake seam. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/buf.h"
#include "core/base/limits.h"
#include "core/intake/files.h"
#include "core/intake/intake.h"

/* Why the system refused, in the house's form, with what to do where that is plain. */
bool files_refused(const char *verb, const char *path, int error, struct err *err)
{
    const char *reason = error == ENOENT    ? "there is no such file; check the name"
                         : error == EACCES  ? "permission denied; check who may read it"
                         : error == ENOTDIR ? "a part of the path is no folder; check the name"
                         : error == ELOOP   ? "too many symbolic links"
                         : error == EISDIR  ? "it is a folder"
                                            : NULL;
    return err_set(err, ERR_INPUT, "can't %s '%s': %s", verb, path, reason ? reason : strerror(error));
}

/* Devices are refused before they are opened, since opening one can already act on it. */
static bool check_kind(const char *path, const struct stat *status, struct err *err)
{
    if (S_ISREG(status->st_mode) || S_ISFIFO(status->st_mode))
        return true;
    const char *kind = S_ISDIR(status->st_mode) ? "a folder" : S_ISSOCK(status->st_mode) ? "a socket" : "a device";
    return err_set(err, ERR_INPUT, "can't read '%s': it is %s, not a file", path, kind);
}

static bool too_large(const char *path, size_t limit, struct err *err)
{
    return err_set(err, ERR_INPUT, "'%s' is larger than %zu bytes (--limit document-bytes); split it", path, limit);
}

/* Reads to the end of `fd`, but no more than one byte beyond the limit. */
static bool read_all(int fd, const char *path, size_t limit, struct buf *bytes, struct err *err)
{
    for (;;) {
        buf_reserve(bytes, 64 * 1024);
        size_t room = bytes->cap - bytes->len - 1;
        ssize_t got = read(fd, bytes->ptr + bytes->len, room);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return files_refused("read", path, errno, err);
        if (got == 0)
            return true;
        bytes->len += (size_t)got;
        if (bytes->len > limit)
            return too_large(path, limit, err);
    }
}

bool files_open(const char *path, size_t limit, int *ret_fd, struct err *err)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return files_refused("read", path, errno, err);
    if (!check_kind(path, &status, err))
        return false;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return files_refused("read", path, errno, err);
    bool known = fstat(fd, &status) == 0;
    if (!known)
        files_refused("read", path, errno, err);
    if (!known || !check_kind(path, &status, err)) { /* another file by now */
        close(fd);
        return false;
    }
    if (S_ISREG(status.st_mode) && (uint64_t)status.st_size > limit) {
        close(fd);
        return too_large(path, limit, err);
    }
    *ret_fd = fd;
    return true;
}

static bool files_read(void *ctx, const char *path, size_t limit, struct arena *arena, struct str *ret, struct err *err)
{
    (void)ctx;
    struct buf bytes = {0};
    int fd = STDIN_FILENO;
    bool is_input = strcmp(path, "-") == 0;
    if (!is_input && !files_open(path, limit, &fd, err))
        return false;
    struct stat status;
    if (is_input && fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && (uint64_t)status.st_size > limit)
        return too_large(path, limit, err);
    bool done = read_all(fd, path, limit, &bytes, err);
    if (!is_input)
        close(fd);
    if (done)
        *ret = arena_str(arena, buf_view(&bytes));
    buf_release(&bytes);
    return done;
}

static bool files_is_folder(void *ctx, const char *path)
{
    (void)ctx;
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool files_is_there(void *ctx, const char *path)
{
    (void)ctx;
    struct stat status;
    return stat(path, &status) == 0;
}

/* ---- folders ---- */

struct walk {
    const struct intake_walker *walker;
    size_t deepest;
    bool stopped; /* the walker has had enough */
    bool failed;  /* *err says what went wrong first */
    struct err *err;
};

static void note_failure(struct walk *walk, const char *path, int error)
{
    if (!walk->failed)
        files_refused("read folder", path, error, walk->err);
    walk->failed = true;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in a folder in byte order, hidden ones left out. */
static bool list_folder(const char *path, struct arena *arena, char ***ret_names, size_t *ret_count)
{
    DIR *folder = opendir(path);
    if (!folder)
        return false;
    char **names = NULL;
    size_t count = 0, cap = 0;
    int error;
    for (;;) {
        errno = 0;
        struct dirent *entry = readdir(folder);
        error = errno;
        if (!entry)
            break;
        if (entry->d_name[0] == '.')
            continue;
        names = mem_grow(names, &cap, count + 1, sizeof(*names));
        names[count++] = arena_cstr(arena, str_from(entry->d_name));
    }
    closedir(folder);
    if (error != 0) {
        free(names);
        errno = error;
        return false;
    }
    if (count > 1)
        qsort(names, count, sizeof(*names), by_bytes);
    *ret_names = names;
    *ret_count = count;
    return true;
}

/* Names without an ending are texts when they are typed, not when they are met in a folder. */
static bool is_text_file(const char *name)
{
    return strchr(name, '.') && intake_media(str_from(name)) >= 0;
}

static void walk_folder(struct walk *walk, const char *path, size_t depth);

static void walk_one(struct walk *walk, const char *path, const char *name, size_t depth)
{
    struct stat itself, target;
    if (lstat(path, &itself) != 0 || stat(path, &target) != 0) {
        if (errno != ENOENT) /* a link to nothing, or a file that has gone meanwhile, is none of this folder's texts */
            note_failure(walk, path, errno);
        return;
    }
    if (S_ISDIR(target.st_mode)) {
        bool (*enter)(void *, const char *) = walk->walker->enter;
        if (S_ISDIR(itself.st_mode) && (!enter || enter(walk->walker->ctx, path)))
            walk_folder(walk, path, depth + 1);
    } else if (S_ISREG(target.st_mode) && is_text_file(name)) {
        walk->stopped = !walk->walker->file(walk->walker->ctx, path);
    }
}

static void walk_folder(struct walk *walk, const char *path, size_t depth)
{
    struct arena arena = {0};
    char **names = NULL;
    size_t count = 0;
    if (depth > walk->deepest) {
        if (!walk->failed)
            err_set(walk->err, ERR_INPUT,
                    "folder '%s' is more than %zu folders deep (--limit folder-depth); name it by itself", path,
                    walk->deepest);
        walk->failed = true;
    } else if (!list_folder(path, &arena, &names, &count)) {
        note_failure(walk, path, errno);
    }
    const char *slash = path[0] && path[strlen(path) - 1] == '/' ? "" : "/";
    for (size_t i = 0; i < count && !walk->stopped; i++)
        walk_one(walk, arena_printf(&arena, "%s%s%s", path, slash, names[i]).ptr, names[i], depth);
    free(names);
    arena_release(&arena);
}

static bool files_walk(void *ctx, const char *path, const struct intake_walker *walker, struct err *err)
{
    (void)ctx;
    const struct limits *limits = walker->limits ? walker->limits : &limits_normal;
    struct walk walk = {.walker = walker, .deepest = limits->folder_depth, .err = err};
    walk_folder(&walk, path, 1);
    return !walk.failed;
}

const struct intake_source intake_files = {
    .read = files_read, .walk = files_walk, .is_folder = files_is_folder, .is_there = files_is_there};
