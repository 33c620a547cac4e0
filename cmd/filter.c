/* `assay extract --lines`: reads line by line, in memory that does not grow with the input. */
#include "cmd/filter.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cmd/claims.h"
#include "cmd/listing.h"
#include "cmd/texts.h"
#include "core/base/buf.h"
#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/extract/extract.h"

enum { READ_BYTES = 64 * 1024 };

struct filter {
    struct invocation *run;
    struct extractor *extractor;
    struct listing listing;
    struct arena arena; /* one line's */
    const char *input;  /* as messages call it */
    int fd;
    int64_t line;    /* the one being read, from 1, in this input */
    int64_t before;  /* lines of the inputs before it */
    struct buf part; /* what is there of a line whose end has not been read yet */
    bool too_long;   /* that line has passed the limit: the rest of it is skipped */
    int64_t failed;
    bool texts; /* each document before its claims */
};

static void reject(struct filter *filter, const char *what)
{
    say(filter->run, "assay: %s: line %lld %s; it is left out", filter->input, (long long)filter->line, what);
    filter->failed++;
}

static bool is_text(struct filter *filter, struct str text)
{
    size_t bad;
    char what[64];
    if (!utf8_valid(text, &bad)) {
        snprintf(what, sizeof(what), "is not UTF-8 at byte %zu", bad + 1);
        reject(filter, what);
        return false;
    }
    if (memchr(text.ptr, '\0', text.len)) {
        reject(filter, "holds a NUL byte");
        return false;
    }
    return true;
}

/* A document, whether it was a line of text or of JSON. */
static void take_document(struct filter *filter, const struct text_document *read)
{
    struct claim *claims = NULL;
    size_t count = 0;
    int64_t line = filter->before + filter->line;
    extract_claims(filter->extractor, read->text, &(struct extract_context){.published = read->document.published},
                   &filter->arena, &claims, &count);
    if (count > LIMIT_DOCUMENT_CLAIMS) {
        reject(filter, "has too many figures for one document");
        return;
    }
    if (filter->texts)
        text_write(line, read->id, &read->document, count, read->text, STR_NULL);
    for (size_t i = 0; i < count; i++)
        listing_add(&filter->listing, &(struct lined_claim){line, read->id, claims[i]});
}

/* A document is called by where it stood, where it says nothing of itself. */
static struct str name_of_line(struct filter *filter)
{
    int64_t line = filter->before + filter->line;
    return arena_printf(&filter->arena, "line %lld", (long long)line);
}

static void take_json(struct filter *filter, struct str line)
{
    struct text_document read;
    struct err err = {0};
    json_t *json;
    if (!text_read(line, &read, &json, &err)) {
        reject(filter, err.msg);
        return;
    }
    filter->listing.shape = &lined_document_claims_shape;
    if (!read.document.name.ptr)
        read.document.name = name_of_line(filter);
    take_document(filter, &read);
    json_decref(json);
}

static void take_text(struct filter *filter, struct str text)
{
    struct text_document read = {.text = text, .document = {.media = MEDIA_TEXT}};
    filter->listing.shape = &lined_claims_shape;
    if (filter->texts)
        read.document.name = name_of_line(filter);
    take_document(filter, &read);
}

static void take_line(struct filter *filter, struct str text)
{
    filter->line++;
    if (filter->line == 1 && str_starts(text, STR("\xEF\xBB\xBF")))
        text = str_slice(text, 3, text.len);
    if (str_ends(text, STR("\r")))
        text.len--;
    if (text.len > LIMIT_DOCUMENT_BYTES) {
        reject(filter, "is too long for one document");
        return;
    }
    if (text.len == 0 || !is_text(filter, text))
        return;
    if (text_is_json(text))
        take_json(filter, text);
    else
        take_text(filter, text);
    arena_reset(&filter->arena);
}

/* The line is over: what was kept of it and `end` make it up. */
static void end_line(struct filter *filter, struct str end)
{
    if (filter->too_long) {
        filter->line++;
        reject(filter, "is too long for one document");
    } else if (filter->part.len == 0) {
        take_line(filter, end);
    } else {
        buf_str(&filter->part, end);
        take_line(filter, buf_view(&filter->part));
    }
    filter->too_long = false;
    if (filter->part.cap > READ_BYTES)
        buf_release(&filter->part);
    else
        buf_clear(&filter->part);
}

static void take_bytes(struct filter *filter, struct str bytes)
{
    for (;;) {
        size_t end = str_find(bytes, STR("\n"), 0);
        if (end == bytes.len)
            break;
        end_line(filter, str_slice(bytes, 0, end));
        bytes = str_slice(bytes, end + 1, bytes.len);
    }
    if (filter->part.len + bytes.len > LIMIT_DOCUMENT_BYTES)
        filter->too_long = true;
    if (filter->too_long)
        buf_release(&filter->part);
    else
        buf_str(&filter->part, bytes);
}

/* Brings out what has been found before waiting for what comes next. */
static void flush_before_waiting(struct filter *filter)
{
    struct pollfd input = {.fd = filter->fd, .events = POLLIN};
    if (poll(&input, 1, 0) == 0)
        fflush(stdout);
}

static bool filter_input(struct filter *filter, char *bytes, struct err *err)
{
    while (!output_closed()) {
        flush_before_waiting(filter);
        ssize_t got = read(filter->fd, bytes, READ_BYTES);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return err_set(err, ERR_INPUT, "could not read '%s': %s", filter->input, strerror(errno));
        if (got == 0)
            break;
        take_bytes(filter, (struct str){bytes, (size_t)got});
    }
    if (filter->part.len > 0 || filter->too_long)
        end_line(filter, STR(""));
    return true;
}

static bool filter_path(struct filter *filter, const char *path, char *bytes, struct err *err)
{
    bool standard = strcmp(path, "-") == 0;
    filter->input = standard ? "standard input" : path;
    filter->fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (filter->fd < 0)
        return err_set(err, ERR_INPUT, "could not read '%s': %s", path, strerror(errno));
    bool ok = filter_input(filter, bytes, err);
    filter->before += filter->line;
    filter->line = 0;
    if (!standard)
        close(filter->fd);
    return ok;
}

bool filter_lines(struct invocation *run, struct words inputs, bool texts, struct err *err)
{
    struct filter filter = {.run = run, .extractor = extractor_new(), .texts = texts};
    char *bytes = arena_alloc(&run->arena, READ_BYTES);
    char standard_name[] = "-", *standard[] = {standard_name};
    struct err one = {0};
    if (inputs.count == 0)
        inputs = (struct words){standard, 1};
    listing_begin(&filter.listing, run, &lined_claims_shape, FORMAT_NDJSON);
    for (size_t i = 0; i < inputs.count; i++) {
        if (!filter_path(&filter, inputs.word[i], bytes, &one)) {
            say(run, "assay: %s", one.msg);
            filter.failed++;
        }
    }
    listing_end(&filter.listing);
    extractor_free(filter.extractor);
    buf_release(&filter.part);
    arena_release(&filter.arena);
    if (filter.failed > 0)
        err->code = ERR_INPUT; /* each has been named */
    return filter.failed == 0;
}
