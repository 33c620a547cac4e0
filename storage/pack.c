/* Packing long texts with zstd; used for documents' bodies. */
#include "storage/pack.h"

#include <zstd.h>

#include "core/base/limits.h"

enum { LEVEL = 3 }; /* twice as quick as level 6, and hardly larger on texts as short as articles are */

void packer_release(struct packer *packer)
{
    ZSTD_freeCCtx(packer->context);
    packer->context = NULL;
}

bool pack(struct packer *packer, struct str text, struct buf *ret, struct err *err)
{
    if (!packer->context && !(packer->context = ZSTD_createCCtx()))
        return err_set(err, ERR_SYSTEM, "out of memory");
    buf_reserve(ret, ZSTD_compressBound(text.len));
    size_t len = ZSTD_compressCCtx(packer->context, ret->ptr, ret->cap, text.ptr ? text.ptr : "", text.len, LEVEL);
    if (ZSTD_isError(len))
        return err_set(err, ERR_SYSTEM, "a text of %zu bytes can't be packed: %s", text.len, ZSTD_getErrorName(len));
    ret->len = len;
    ret->ptr[len] = '\0'; /* there is room: the bound is above any length */
    return true;
}

bool unpack(struct str packed, struct arena *arena, struct str *ret, struct err *err)
{
    unsigned long long size = packed.ptr ? ZSTD_getFrameContentSize(packed.ptr, packed.len) : ZSTD_CONTENTSIZE_ERROR;
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
        return err_set(err, ERR_STORE, "it is not packed as this program packs");
    if (size > LIMIT_DOCUMENT_BYTES)
        return err_set(err, ERR_STORE, "it says that it has %llu bytes, more than the %zu that a document may have",
                       size, LIMIT_DOCUMENT_BYTES);
    char *text = arena_alloc(arena, (size_t)size + 1);
    size_t len = ZSTD_decompress(text, (size_t)size, packed.ptr, packed.len);
    if (ZSTD_isError(len))
        return err_set(err, ERR_STORE, "it can't be unpacked: %s", ZSTD_getErrorName(len));
    *ret = (struct str){text, len};
    return true;
}
