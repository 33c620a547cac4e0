/* Long texts as the store keeps them: packed by zstd (RFC 8878), one frame that says how long it becomes. */
#ifndef STORAGE_PACK_H
#define STORAGE_PACK_H

#include "core/base/buf.h"
#include "core/base/err.h"
#include "core/base/mem.h"

/* What packing works with, made on first use: it costs more to make than a short text costs to pack. `{0}` is none. */
struct packer {
    struct ZSTD_CCtx_s *context;
};
void packer_release(struct packer *packer);

/* Packs `text` into `ret`, which must be empty; the caller releases it. */
bool pack(struct packer *packer, struct str text, struct buf *ret, struct err *err);

/*
 * Unpacks. ERR_STORE where it is no such frame, is damaged, or would be longer than LIMIT_DOCUMENT_BYTES: a few bytes
 * can claim to be any length, so the length is looked at before the memory is taken.
 */
bool unpack(struct str packed, struct arena *arena, struct str *ret, struct err *err);

#endif
