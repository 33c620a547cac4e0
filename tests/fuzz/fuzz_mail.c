/* Fuzzes the taking apart of mails, without the sandbox: there is a body of their own bytes at most, or a reason. */
#include <stdint.h>
#include <stdlib.h>

#include "core/intake/mail.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct mail_tables tables;
    static bool open;
    struct str bytes = {size > 0 ? (const char *)data : "", size}, failure = STR_NULL;
    struct arena arena = {0};
    struct mail mail = {0};
    if (!open)
        mail_open(&tables);
    open = true;
    if (mail_parse(bytes, &limits_normal, &arena, &mail, &failure)) {
        if (!mail.body.ptr || mail.body.len > size || (mail.page && (!mail.html || !mail.url.ptr)))
            abort();
    } else if (failure.len == 0) {
        abort();
    }
    arena_release(&arena);
    return 0;
}
