/*
 * Intake: from bytes to a document. The only place where core opens anything, through one seam that tests replace.
 *
 * A received document is its bytes, kept as they are, and its text, which everything after this works on: valid UTF-8
 * (charset.h) without a byte order mark, for Markdown without the markup (markdown.h), for a web page its article (page.h), and so on for each format. Plain text
 * is otherwise taken as it stands.
 */
#ifndef CORE_INTAKE_INTAKE_H
#define CORE_INTAKE_INTAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/err.h"
#include "core/base/limits.h"
#include "core/base/mem.h"
#include "core/base/str.h"
#include "core/intake/reading.h"
#include "core/record/document.h"

/* What a walk through folders is for. */
struct intake_walker {
    bool (*file)(void *ctx, const char *file);    /* false to stop early, which is no error */
    bool (*enter)(void *ctx, const char *folder); /* whether to look into it; NULL for all */
    void *ctx;
    const struct limits *limits; /* NULL for the normal ones */
};

/* The seam to the system. */
struct intake_source {
    void *ctx;
    /* All bytes of a file ("-" is standard input), at most `limit`; ERR_INPUT says what is wrong with it. */
    bool (*read)(void *ctx, const char *path, size_t limit, struct arena *arena, struct str *ret, struct err *err);
    /*
     * Calls walker->file for each file below a folder that is a text by its ending, in the byte order of their names. A
     * folder that can't be read, or is deeper than may be, is passed over; when all the others are done, walk returns
     * false with the first such error.
     */
    bool (*walk)(void *ctx, const char *path, const struct intake_walker *walker, struct err *err);
    bool (*is_folder)(void *ctx, const char *path);
    bool (*is_there)(void *ctx, const char *path); /* a file or a folder */
};

/*
 * The file system. Regular files, pipes and standard input are read; devices and sockets are refused. In folders only
 * regular files with an ending that intake_media() knows are taken; names that begin with a point are passed over, and
 * symbolic links to folders are not followed, so that a walk ends.
 */
extern const struct intake_source intake_files;

/* What is to be read, and how. */
struct parcel {
    struct str name;
    const struct limits *limits;      /* NULL for the normal ones */
    int media;                        /* enum document_media, as its name says; what its first bytes say comes first */
    struct str bytes;                 /* as received: the caller's own, and outlive what is made of them */
    struct str charset, http_charset; /* as the user and the server name it; STR_NULL where nobody does */
    struct str http_type;             /* what the server calls it */
    bool tables;                      /* what is called a table is read as one (delimited.h) */
    bool whole;                       /* of a web page all that can be seen, not the article alone */
};

struct received {
    struct document
        document; /* name, media, sha256, bytes, id; title, author, publisher, published, url where it says them */
    struct str bytes, text; /* `bytes` as given or read; `text` is a part of it, or in the arena */
    /* charset and how it was found; of formats that are not text as it stands, blocks and the way back as well */
    struct reading reading;
};

/* The endings of what is read, for messages. */
#define INTAKE_ENDINGS ".txt, .md, .html, .pdf, .docx, .odt, .srt, .vtt, .rss, .atom, .eml, .mhtml"

/*
 * Reads one file and makes text of it: one document, or as many as a feed has entries. `how` may be NULL; its name, media
 * and bytes are not looked at. ERR_INPUT: unreadable, empty, larger than LIMIT_DOCUMENT_BYTES; RTF or a ZIP container of
 * another kind; plain text that holds a NUL byte (so that it is none); what its reader can't read; or a file whose name
 * ends as nothing's does that is read. Text in another encoding than UTF-8 is converted (charset.h).
 *
 * A feed's entry that has no text has reading.failure set instead, and a name.
 */
bool intake_read_all(const struct intake_source *source, const char *path, const struct parcel *how,
                     struct arena *arena, struct received **ret, size_t *ret_count, struct err *err);

/* The same from bytes that are in memory. A name that is not UTF-8 is kept with "?" for each byte that is not. */
bool intake_parcels(const struct parcel *parcel, struct arena *arena, struct received **ret, size_t *ret_count,
                    struct err *err);

/* Both for what is one document. */
bool intake_read(const struct intake_source *source, const char *path, struct arena *arena, struct received *ret,
                 struct err *err);
bool intake_bytes(struct str name, int media, struct str bytes, struct arena *arena, struct received *ret,
                  struct err *err);

/*
 * MEDIA_MARKDOWN for .md and .markdown, MEDIA_TEXT for .txt, .text and names without an ending ("-" among them), and so on
 * for each of the formats; -1 for any other. Endings in either case.
 */
int intake_media(struct str name);

/* The same for what a server says that it sends ("text/html"), and where it does not say, for how its address ends. */
int intake_media_of_type(struct str type, struct str url);

#endif
