/* Finds and reads the desk's file, and the logo that it names. */
#include "cmd/desk.h"

#include <unistd.h>

#include "cmd/place.h"
#include "core/intake/intake.h"

enum { FILE_BYTES = 64 * 1024 };

/* A relative path is meant beside the file. */
static const char *beside(struct arena *arena, struct str file, struct str path)
{
    size_t folder = file.len;
    while (folder > 0 && file.ptr[folder - 1] != '/')
        folder--;
    if (path.ptr[0] == '/')
        folder = 0;
    return arena_cstr(arena, arena_printf(arena, "%.*s%.*s", (int)folder, file.ptr, STR_ARG(path)));
}

static bool read_file(struct arena *arena, struct str path, struct desk *desk, struct err *err)
{
    struct str text, bytes;
    if (!intake_files.read(intake_files.ctx, path.ptr, FILE_BYTES, arena, &text, err))
        return false;
    if (!desk_read(text, arena, desk, err))
        return err_wrap(err, "'%.*s'", STR_ARG(path));
    if (!desk->logo_path.ptr)
        return true;
    if (!intake_files.read(intake_files.ctx, beside(arena, path, desk->logo_path), DESK_LOGO_BYTES + 1, arena, &bytes,
                           err) ||
        !desk_logo(desk, bytes, arena, err))
        return err_wrap(err, "'%.*s': logo '%.*s'", STR_ARG(path), STR_ARG(desk->logo_path));
    return true;
}

bool desk_find(struct invocation *run, struct str path, const struct desk **ret, struct err *err)
{
    if (!path.ptr) {
        path = place_of_user(&run->arena, "XDG_CONFIG_HOME", ".config", "assay/desk");
        if (!path.ptr || access(path.ptr, F_OK) != 0) {
            *ret = NULL;
            return true;
        }
    }
    struct desk *desk = arena_alloc(&run->arena, sizeof(*desk));
    if (!read_file(&run->arena, path, desk, err))
        return false;
    *ret = desk;
    return true;
}
