/* Word processors' documents: their containers. What is inside is read in office_xml.c. */
#include "core/intake/office.h"

#include <dlfcn.h>
#include <zip.h>

#include "core/base/limits.h"

enum office_kind office_kind(struct str bytes)
{
    /* Names stand in the container as they are. */
    if (str_find(bytes, STR("mimetypeapplication/vnd.oasis.opendocument.text"), 0) < bytes.len)
        return OFFICE_ODT;
    return str_find(bytes, STR("word/document.xml"), 0) < bytes.len ? OFFICE_DOCX : OFFICE_NONE;
}

/* libzip brings a cipher library along, so it is loaded when there is something to unpack. */
struct zip_api {
    zip_source_t *(*source)(const void *bytes, zip_uint64_t length, int free_it, zip_error_t *error);
    zip_t *(*open)(zip_source_t *source, int flags, zip_error_t *error);
    zip_int64_t (*locate)(zip_t *zip, const char *name, zip_flags_t flags);
    zip_file_t *(*open_file)(zip_t *zip, zip_uint64_t index, zip_flags_t flags);
    zip_int64_t (*read)(zip_file_t *file, void *bytes, zip_uint64_t length);
    int (*close_file)(zip_file_t *file);
    void (*discard)(zip_t *zip);
    void (*free_source)(zip_source_t *source);
};

#define LIBRARY "libzip.so.4"

void office_open(void)
{
    (void)dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL); /* and stays; load() finds it where no file can be opened any more */
}

static bool load(struct zip_api *api)
{
    void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_NOLOAD);
    if (!library)
        return false;
    *(void **)&api->source = dlsym(library, "zip_source_buffer_create");
    *(void **)&api->open = dlsym(library, "zip_open_from_source");
    *(void **)&api->locate = dlsym(library, "zip_name_locate");
    *(void **)&api->open_file = dlsym(library, "zip_fopen_index");
    *(void **)&api->read = dlsym(library, "zip_fread");
    *(void **)&api->close_file = dlsym(library, "zip_fclose");
    *(void **)&api->discard = dlsym(library, "zip_discard");
    *(void **)&api->free_source = dlsym(library, "zip_source_free");
    return api->source && api->open && api->locate && api->open_file && api->read && api->close_file && api->discard &&
           api->free_source;
}

struct container {
    struct zip_api api;
    zip_t *zip;
    struct arena *arena;
    const struct limits *limits;
    size_t left; /* how many bytes may still be unpacked, of all parts together */
    struct str failure;
};

/* A part by its name, unpacked; empty where there is none. Bytes are counted as they come, whatever the list says. */
static struct str part(struct container *container, const char *name)
{
    struct buf bytes = {0};
    char block[16 * 1024];
    zip_int64_t got, index = container->api.locate(container->zip, name, 0);
    zip_file_t *file = index < 0 ? NULL : container->api.open_file(container->zip, (zip_uint64_t)index, 0);
    if (!file && index >= 0)
        container->failure =
            STR("a part of it can't be unpacked (it may be encrypted); save it anew, without a password");
    while (file && (got = container->api.read(file, block, sizeof(block))) != 0) {
        if (got < 0) {
            container->failure = STR("it is damaged: a part of it can't be unpacked");
            break;
        }
        if ((size_t)got > container->left) {
            container->failure = arena_printf(
                container->arena,
                "it holds more than %zu bytes when it is unpacked; split it, or set --limit unpacked-bytes=N",
                container->limits->unpacked_bytes);
            break;
        }
        container->left -= (size_t)got;
        buf_add(&bytes, block, (size_t)got);
    }
    if (file)
        container->api.close_file(file);
    struct str copy = arena_str(container->arena, buf_view(&bytes));
    buf_release(&bytes);
    return copy;
}

static void read_docx(struct container *container, struct writing *writing, struct str *failure)
{
    static const char *const parts[] = {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"};
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]) && !failure->ptr; i++) {
        struct str xml = part(container, parts[i]);
        if (xml.len > 0)
            office_read_docx(xml, writing, failure);
    }
}

static void read_any(struct container *container, enum office_kind kind, struct reading *ret)
{
    struct writing writing;
    struct str about;
    writing_begin(&writing, container->arena, ret);
    writing.limits = container->limits;
    if (kind == OFFICE_DOCX)
        read_docx(container, &writing, &ret->failure);
    else
        office_read_odt(part(container, "content.xml"), &writing, &ret->failure);
    writing_end(&writing);
    about = part(container, kind == OFFICE_DOCX ? "docProps/core.xml" : "meta.xml");
    office_read_about(about, container->arena, ret);
    if (container->failure.ptr)
        ret->failure = container->failure;
}

void office_parse(struct str bytes, const struct limits *limits, struct arena *arena, struct reading *ret)
{
    struct container container = {.arena = arena, .limits = limits, .left = limits->unpacked_bytes};
    enum office_kind kind = office_kind(bytes);
    if (!load(&container.api)) {
        ret->failure = STR("libzip, which unpacks it, is missing; install it (Debian: libzip4)");
        return;
    }
    zip_source_t *source = container.api.source(bytes.ptr, bytes.len, 0, NULL);
    container.zip = source ? container.api.open(source, ZIP_RDONLY, NULL) : NULL;
    if (container.zip && kind != OFFICE_NONE)
        read_any(&container, kind, ret);
    else
        ret->failure = STR("it is a damaged ZIP container; save it anew");
    if (container.zip)
        container.api.discard(container.zip); /* and the source with it */
    else
        container.api.free_source(source);
}
