/* Finds the store, and makes it on first use. */
#include "cmd/place.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define STORE_NAME "assay.db"

struct str place_of_user(struct arena *arena, const char *variable, const char *fallback, const char *rest)
{
    const char *base = getenv(variable), *home = getenv("HOME");
    if (base && base[0] == '/') /* the specification has relative ones ignored */
        return arena_printf(arena, "%s/%s", base, rest);
    if (home && home[0])
        return arena_printf(arena, "%s/%s/%s", home, fallback, rest);
    return STR_NULL;
}

static bool exists(struct str path)
{
    return path.ptr && access(path.ptr, F_OK) == 0;
}

/* The nearest assay.db from the working folder upwards; STR_NULL where there is none. */
static struct str find_upwards(struct arena *arena)
{
    char *folder = getcwd(NULL, 0);
    struct str found = STR_NULL;
    while (folder && !found.ptr) {
        bool root = strcmp(folder, "/") == 0;
        struct str candidate = arena_printf(arena, "%s/" STORE_NAME, root ? "" : folder);
        if (exists(candidate))
            found = candidate;
        else if (root)
            break;
        char *slash = strrchr(folder, '/');
        slash[slash == folder] = '\0';
    }
    free(folder);
    return found;
}

bool place_find(struct invocation *run, struct str *ret_path, struct err *err)
{
    const char *named = getenv("ASSAY_STORE");
    struct str path = STR_NULL;
    if (run->global.store.ptr)
        path = run->global.store;
    else if (named && named[0])
        path = str_from(named);
    if (!path.ptr)
        path = find_upwards(&run->arena);
    if (!path.ptr)
        path = place_of_user(&run->arena, "XDG_DATA_HOME", ".local/share", "assay/" STORE_NAME);
    if (!path.ptr)
        return err_set(err, ERR_SYSTEM, "no place for a store: HOME is not set; name one with --store PATH");
    *ret_path = path;
    return true;
}

/* Makes the folders that the file at `path` stands in, for the user alone. */
static bool make_folders(struct arena *arena, struct str path, struct err *err)
{
    char *folder = arena_cstr(arena, path);
    for (char *slash = strchr(folder + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(folder, 0700) != 0 && errno != EEXIST)
            return err_set(err, ERR_SYSTEM, "could not make the folder '%s': %s", folder, strerror(errno));
        *slash = '/';
    }
    return true;
}

bool place_open(struct invocation *run, struct store **ret_store, struct err *err)
{
    struct str path = STR_NULL;
    if (!place_find(run, &path, err))
        return false;
    if (!exists(path))
        return err_set(err, ERR_ABSENT, "there is no store yet at '%s'; 'assay extract FILE' makes it", path.ptr);
    return store_open(path.ptr, false, ret_store, err);
}

bool place_open_if_there(struct invocation *run, struct store **ret_store, struct err *err)
{
    struct str path = STR_NULL;
    if (!place_find(run, &path, err))
        return false;
    if (exists(path))
        return store_open(path.ptr, false, ret_store, err);
    *ret_store = NULL;
    return true;
}

bool place_open_or_make(struct invocation *run, struct store **ret_store, struct err *err)
{
    struct str path = STR_NULL;
    if (!place_find(run, &path, err))
        return false;
    const char *variable = getenv("ASSAY_STORE");
    bool there = exists(path), named = run->global.store.ptr || (variable && variable[0]);
    if (!there && !named && !make_folders(&run->arena, path, err))
        return false;
    if (!store_open(path.ptr, true, ret_store, err))
        return false;
    if (!there)
        say(run, "made a new store at '%s'", path.ptr);
    return true;
}
