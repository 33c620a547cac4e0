/* The reception record. */
#include "core/record/reception.h"

#define RECEPTION(name, type)                                                                                          \
    {                                                                                                                  \
#name, type, offsetof(struct reception, name), NULL                                                            \
    }

static const struct field reception_field[] = {
    RECEPTION(number, FIELD_NUMBER),     RECEPTION(document, FIELD_TEXT),
    RECEPTION(name, FIELD_TEXT),         RECEPTION(url, FIELD_TEXT),
    RECEPTION(status, FIELD_NUMBER),     RECEPTION(headers, FIELD_TEXT),
    RECEPTION(etag, FIELD_TEXT),         RECEPTION(last_modified, FIELD_TEXT),
    RECEPTION(archive_url, FIELD_TEXT),  RECEPTION(charset, FIELD_TEXT),
    RECEPTION(charset_from, FIELD_TEXT), RECEPTION(language, FIELD_TEXT),
    RECEPTION(modified, FIELD_TEXT),     RECEPTION(note, FIELD_TEXT),
    RECEPTION(whole_page, FIELD_FLAG),   RECEPTION(previous, FIELD_TEXT),
    RECEPTION(sha256, FIELD_TEXT),       RECEPTION(bytes, FIELD_INTEGER),
    RECEPTION(layout, FIELD_TEXT),       RECEPTION(at, FIELD_TEXT),
    RECEPTION(reviewer, FIELD_TEXT),
};

const struct fields reception_fields = {reception_field, sizeof(reception_field) / sizeof(reception_field[0])};

struct digest reception_digest(const struct reception *reception)
{
    struct reception kept = *reception;
    kept.number = 0;
    return record_digest(&reception_fields, &kept);
}
