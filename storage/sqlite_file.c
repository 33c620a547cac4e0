/* A store's file before SQLite opens it: is it one, may it be written. Reads the header that
 * https://www.sqlite.org/fileformat2.html describes. Used by driver_sqlite.c only. */
#include "storage/sqlite_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/mem.h"
#include "core/base/str.h"

/* The file's header and that of its first page, whose tree holds the schema. */
enum { HEADER_SIZE = 112, AT_VERSION = 60, AT_APPLICATION = 68, AT_PAGE_TYPE = 100, AT_CELLS = 103, LEAF_PAGE = 0x0D };

static const char magic[16] = "SQLite format 3";

bool sqlite_file_absent(const char *path, struct err *err)
{
    return err_set(err, ERR_ABSENT, "there is no store at '%s'; make one with: assay extract FILE", path);
}

static bool not_a_store(const char *path, struct err *err)
{
    return err_set(err, ERR_STORE, "'%s' is not a store of assay; name another file with --store", path);
}

static uint32_t big_endian(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* As much of the file's start as there is. */
static bool read_header(const char *path, unsigned char header[HEADER_SIZE], size_t *ret_len, struct err *err)
{
    size_t len = 0;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return err_set(err, ERR_STORE, "the store '%s' can't be read: %s", path, strerror(errno));
    while (len < HEADER_SIZE) {
        ssize_t got = pread(fd, header + len, HEADER_SIZE - len, (off_t)len);
        if (got <= 0)
            break;
        len += (size_t)got;
    }
    close(fd);
    *ret_len = len;
    return true;
}

/* A program that was stopped while it made the store leaves this; SQLite takes the half-made store back. */
static bool has_journal(const char *path)
{
    struct arena arena = {0};
    struct stat status;
    bool found = stat(arena_printf(&arena, "%s-journal", path).ptr, &status) == 0 && status.st_size > 0;
    arena_release(&arena);
    return found;
}

static bool check_header(const char *path, const unsigned char *header, size_t len, uint32_t application, int newest,
                         bool *ret_fresh, struct err *err)
{
    if (len < HEADER_SIZE || memcmp(header, magic, sizeof(magic)) != 0) {
        if (!has_journal(path))
            return not_a_store(path, err);
        *ret_fresh = true;
        return true;
    }
    uint32_t found = big_endian(header + AT_APPLICATION), version = big_endian(header + AT_VERSION);
    bool bare = found == 0 && version == 0 && header[AT_PAGE_TYPE] == LEAF_PAGE && header[AT_CELLS] == 0 &&
                header[AT_CELLS + 1] == 0;
    if (found != application && !bare)
        return not_a_store(path, err);
    if (version > (uint32_t)newest)
        return err_set(err, ERR_STORE,
                       "the store '%s' was made by a newer assay (its version is %lu, this program knows up to %d); "
                       "use that one, nothing was changed",
                       path, (unsigned long)version, newest);
    *ret_fresh = bare;
    return true;
}

static bool check_writable(const char *path, struct err *err)
{
    struct arena arena = {0};
    bool writable = true;
    const char *slash = strrchr(path, '/');
    const char *folder = ".";
    if (slash)
        folder = slash == path ? "/" : arena_cstr(&arena, (struct str){path, (size_t)(slash - path)});
    if (access(path, W_OK) != 0)
        writable = err_set(err, ERR_STORE, "the store '%s' may not be written: %s; make the file writable", path,
                           strerror(errno));
    else if (access(folder, W_OK | X_OK) != 0)
        writable = err_set(err, ERR_STORE, "the folder of the store '%s' may not be written: %s; make it writable",
                           path, strerror(errno));
    arena_release(&arena);
    return writable;
}

bool sqlite_file_check(const char *path, uint32_t application, int newest, bool *ret_fresh, struct err *err)
{
    struct stat status;
    unsigned char header[HEADER_SIZE] = {0};
    size_t len = 0;
    if (stat(path, &status) != 0) {
        if (errno == ENOENT)
            return sqlite_file_absent(path, err);
        return err_set(err, ERR_STORE, "the store '%s' can't be opened: %s", path, strerror(errno));
    }
    if (S_ISDIR(status.st_mode))
        return err_set(err, ERR_STORE, "'%s' is a folder, not a store; name a file in it", path);
    if (!S_ISREG(status.st_mode))
        return not_a_store(path, err);
    if (!read_header(path, header, &len, err))
        return false;
    if (status.st_size > 0) {
        if (!check_header(path, header, len, application, newest, ret_fresh, err))
            return false;
    } else {
        *ret_fresh = true;
    }
    return check_writable(path, err);
}

bool sqlite_file_create(const char *path, struct err *err)
{
    int fd = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0) {
        close(fd);
        return true;
    }
    if (errno == EEXIST)
        return true;
    if (errno == ENOENT)
        return err_set(err, ERR_STORE, "the folder of the store '%s' does not exist; make it first", path);
    return err_set(err, ERR_STORE, "the store '%s' can't be made: %s", path, strerror(errno));
}
