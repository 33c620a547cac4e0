/* Long texts as the store keeps them: packed by zstd (RFC 8878), one frame that says how long it becomes. */
#ifndef STORAGE_PACK_H
#define STORAGE_PACK_H

#include "core/base/buf.h"
#include "core/base/err.h"
#include "core/base/mem.h"

/* Packs `text` into `ret`, which must be empty; the caller releases it. */
bool pack(struct str text, struct buf *ret, struct err *err);

/*
 * Unpacks. ERR_STORE where it is no such frame, is damaged, or would be longer than LIMIT_DOCUMENT_BYTES: a few bytes
 * can claim to be any length, so the length is looked at before the memory is taken.
 */
bool unpack(struct str packed, struct arena *arena, struct str *ret, struct err *err);

#endif
