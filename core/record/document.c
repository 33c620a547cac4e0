/* The document record. */
#include "core/record/document.h"

static const char *const media_names[MEDIA_END] = {
    [MEDIA_TEXT] = "text",
    [MEDIA_MARKDOWN] = "markdown",
    [MEDIA_STATEMENT] = "statement",
    [MEDIA_PAGE] = "page",
    [MEDIA_PDF] = "pdf",
    [MEDIA_DOCX] = "docx",
    [MEDIA_ODT] = "odt",
    [MEDIA_SUBTITLES] = "subtitles",
    [MEDIA_FEED] = "feed",
    [MEDIA_MAIL] = "mail",
    [MEDIA_TABLE] = "table",
};

const struct names document_medias = {"media", media_names, MEDIA_END};

#define DOCUMENT(name, type)                                                                                           \
    {                                                                                                                  \
#name, type, offsetof(struct document, name), NULL                                                             \
    }

static const struct field document_field[] = {
    DOCUMENT(number, FIELD_NUMBER),  DOCUMENT(id, FIELD_TEXT),
    DOCUMENT(name, FIELD_TEXT),      {"media", FIELD_NAME, offsetof(struct document, media), &document_medias},
    DOCUMENT(title, FIELD_TEXT),     DOCUMENT(author, FIELD_TEXT),
    DOCUMENT(publisher, FIELD_TEXT), DOCUMENT(url, FIELD_TEXT),
    DOCUMENT(published, FIELD_TEXT), DOCUMENT(sha256, FIELD_TEXT),
    DOCUMENT(bytes, FIELD_INTEGER),  DOCUMENT(added_at, FIELD_TEXT),
    DOCUMENT(added_by, FIELD_TEXT),  DOCUMENT(claims, FIELD_INTEGER),
};

const struct fields document_fields = {document_field, sizeof(document_field) / sizeof(document_field[0])};

struct digest document_digest(const struct document *document)
{
    struct document kept = *document;
    kept.number = 0;
    kept.claims = 0;
    return record_digest(&document_fields, &kept);
}
