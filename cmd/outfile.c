/* Writes files as a whole, and others' text to the terminal. */
#include "cmd/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/report/escape.h"

enum { MODE_NEW = 0666 };

static bool same_file(const char *a, const char *b)
{
    struct stat one, other;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

static const char *folder_of(const char *path, struct arena *arena)
{
    const char *slash = strrchr(path, '/');
    return slash ? arena_cstr(arena, (struct str){path, (size_t)(slash - path) + 1}) : ".";
}

/* The same, also where there is no such file yet. */
static bool same_place(const char *a, const char *b, struct arena *arena)
{
    const char *name = strrchr(a, '/'), *other = strrchr(b, '/');
    return same_file(a, b) || (strcmp(name ? name + 1 : a, other ? other + 1 : b) == 0 &&
                               same_file(folder_of(a, arena), folder_of(b, arena)));
}

/* SQLite keeps a journal and its index beside the store, and would take a report that stands there for them. */
static bool is_store(const char *path, const char *store_path)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};
    struct arena scratch = {0};
    bool is = false;
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
        is = is || same_place(path, arena_printf(&scratch, "%s%s", store_path, endings[i]).ptr, &scratch);
    arena_release(&scratch);
    return is;
}

/* A link's target is what is replaced, not the link. */
static char *resolve(const char *path)
{
    char *resolved = realpath(path, NULL);
    return resolved ? resolved : strdup(path);
}

static void forget(struct outfile *file)
{
    free(file->path);
    free(file->temporary);
    *file = (struct outfile){0};
}

static bool could_not(struct outfile *file, const char *path, int reason, struct err *err)
{
    err_set(err, ERR_SYSTEM, "could not write '%s': %s", path, strerror(reason));
    outfile_discard(file);
    return false;
}

static int open_beside(struct outfile *file, const struct stat *before)
{
    struct arena scratch = {0};
    file->temporary = strdup(arena_printf(&scratch, "%s.XXXXXX", file->path).ptr);
    arena_release(&scratch);
    int fd = file->temporary ? mkostemp(file->temporary, O_CLOEXEC) : -1;
    if (fd < 0) {
        free(file->temporary);
        file->temporary = NULL;
        return -1;
    }
    mode_t mask = umask(0);
    umask(mask);
    fchmod(fd, before ? before->st_mode & 07777 : MODE_NEW & ~mask);
    return fd;
}

bool outfile_open(struct outfile *file, const char *path, const char *store_path, struct err *err)
{
    struct stat before;
    *file = (struct outfile){0};
    if (is_store(path, store_path))
        return err_set(err, ERR_USAGE, "'%s' is the store itself; name another file", path);
    file->path = resolve(path);
    if (!file->path)
        return could_not(file, path, ENOMEM, err);
    bool there = stat(path, &before) == 0;
    if (there && S_ISDIR(before.st_mode))
        return could_not(file, path, EISDIR, err);
    bool direct = there && !S_ISREG(before.st_mode);
    int fd = direct ? open(path, O_WRONLY | O_CLOEXEC) : open_beside(file, there ? &before : NULL);
    if (fd < 0)
        return could_not(file, path, errno, err);
    file->stream = fdopen(fd, "w");
    if (!file->stream) {
        close(fd);
        return could_not(file, path, ENOMEM, err);
    }
    return true;
}

/* The folder's entry, too, must survive the loss of power. Not every file system can; the file is there all the same. */
static void sync_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash ? strndup(path, slash == path ? 1 : (size_t)(slash - path)) : strdup(".");
    int fd = folder ? open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
    free(folder);
}

bool outfile_keep(struct outfile *file, struct err *err)
{
    bool failed = ferror(file->stream) || fflush(file->stream) != 0;
    if (!failed && file->temporary)
        failed = fsync(fileno(file->stream)) != 0;
    int reason = failed ? errno : 0;
    if (fclose(file->stream) != 0 && !failed) {
        failed = true;
        reason = errno;
    }
    file->stream = NULL;
    if (!failed && file->temporary && rename(file->temporary, file->path) != 0) {
        failed = true;
        reason = errno;
    }
    if (failed)
        return could_not(file, file->path, reason, err);
    if (file->temporary)
        sync_folder(file->path);
    forget(file);
    return true;
}

void outfile_discard(struct outfile *file)
{
    if (file->stream)
        fclose(file->stream);
    if (file->temporary)
        unlink(file->temporary);
    forget(file);
}

/* ---- others' text on a terminal ---- */

struct screen {
    struct buf waiting; /* a line that has not ended yet: a chunk may end inside a character */
};

static void send(struct str text)
{
    struct buf shown = {0};
    escape_terminal_block(&shown, text);
    fwrite(shown.ptr ? shown.ptr : "", 1, shown.len, stdout);
    buf_release(&shown);
}

static ssize_t screen_write(void *cookie, const char *bytes, size_t len)
{
    struct screen *screen = cookie;
    buf_add(&screen->waiting, bytes, len);
    struct str rest = buf_view(&screen->waiting);
    size_t end = rest.len;
    while (end > 0 && rest.ptr[end - 1] != '\n')
        end--;
    send(str_slice(rest, 0, end));
    struct str left = str_slice(rest, end, rest.len);
    struct buf kept = {0};
    buf_str(&kept, left);
    buf_release(&screen->waiting);
    screen->waiting = kept;
    return ferror(stdout) ? 0 : (ssize_t)len;
}

static int screen_close(void *cookie)
{
    struct screen *screen = cookie;
    send(buf_view(&screen->waiting));
    buf_release(&screen->waiting);
    free(screen);
    return 0;
}

FILE *outfile_terminal(struct invocation *run, bool safe)
{
    if (safe || !run->terminal.out)
        return stdout;
    struct screen *screen = mem_alloc(sizeof(*screen));
    FILE *stream = fopencookie(screen, "w", (cookie_io_functions_t){.write = screen_write, .close = screen_close});
    if (!stream) {
        free(screen);
        return stdout;
    }
    return stream;
}
